// The options of each verb, and what goes together.
//
// Steps: the first argument that is no option is the verb; its options are bound to the request and
// parsed; the first path is the archive, the others are what the verb works on.
//
//     reprise archive add ARCHIVE today/ --replace     verb add, archive ARCHIVE, operand today/
//     reprise archive add ARCHIVE --rebuild            refused: compact has it, add has not
//
// Cost: none that counts.
#include "archive_options.h"

#include "comparison_options.h"
#include "help.h"
#include "subcommands.h"

namespace reprise::program {
namespace {

const Subcommands<ArchiveVerb>& verbs() {
  static const Subcommands<ArchiveVerb> all(
      {"archive", "verb", "ARCHIVE", "An ARCHIVE is a folder that keeps documents between runs.",
       "query ARCHIVE PATH"},
      {{ArchiveVerb::create, "create", "", "makes an archive, a folder that is not there yet"},
       {ArchiveVerb::add, "add", "PATH...", "adds documents; what is there already stays as it is"},
       {ArchiveVerb::remove, "remove", "[ID...]", "removes documents"},
       {ArchiveVerb::query, "query", "PATH...",
        "finds what documents have in common with those of the archive"},
       {ArchiveVerb::watch, "watch", "FOLDER|-",
        "asks about each new file of a folder, or record of standard input, then adds it"},
       {ArchiveVerb::check, "check", "", "holds every byte against its checksum"},
       {ArchiveVerb::stats, "stats", "", "says how much is in it, and what it takes on disk"},
       {ArchiveVerb::compact, "compact", "",
        "gives back the room of what was removed, in one segment"}});
  return all;
}

// All options of one verb, bound to the fields of a request; of no verb, those of all.
struct Definition {
  ArchiveRequest request;
  bool no_text = false;
  po::options_description input{"Input", line_length()};
  po::options_description kept{"The archive", line_length()};
  po::options_description choice_of{"Which documents", line_length()};
  po::options_description parts{"Passages and points", line_length()};
  po::options_description output{"Output", line_length()};
  po::options_description visible{line_length()};
  std::optional<WordOptions> words;
  const std::string export_help =
      "write what was found for other programs (may be repeated); FORMAT: " + formats_in_words();

  explicit Definition(ArchiveVerb verb) {
    const auto is = [&](ArchiveVerb one) {
      return verb == one || verb == ArchiveVerb::none;
    };
    const bool asks = is(ArchiveVerb::query) || is(ArchiveVerb::watch);
    if (is(ArchiveVerb::add) || asks) {
      add_reading_options(input, request.read);
      visible.add(input);
    }
    if (is(ArchiveVerb::create)) {
      define_parameters();
    }
    if (is(ArchiveVerb::add)) {
      kept.add_options()("replace", po::bool_switch(&request.replace),
                         "a document whose id is there with other contents takes that one's place");
    }
    if (is(ArchiveVerb::remove)) {
      define_choice();
    }
    if (is(ArchiveVerb::compact)) {
      kept.add_options()("rebuild", po::bool_switch(&request.rebuild),
                         "make all keys anew from the texts, as this version reads words");
    }
    const bool changes = verb != ArchiveVerb::check && verb != ArchiveVerb::stats;
    if (changes) {
      kept.add_options()("wait", number("wait", request.patience),
                         "seconds to wait for another program that writes to the archive");
    }
    if (is(ArchiveVerb::query)) {
      kept.add_options()("add", po::bool_switch(&request.add), "add the documents afterwards");
    }
    if (is(ArchiveVerb::watch)) {
      define_watch();
    }
    if (asks) {
      define_question();
    }
    if (!kept.options().empty()) {
      visible.add(kept);
    }
    if (asks) {
      visible.add(parts);
    }
    define_output(verb);
  }

  void define_parameters() {
    CompareOptions& c = request.compare;
    words.emplace(kept, c.words);
    add_likeness_options(kept, c);
    add_seed_options(kept, c.passages);
    add_language_option(kept, c.points);
  }

  void define_choice() {
    auto* const where = po::value<std::vector<std::string>>();
    where->notifier([this](const std::vector<std::string>& conditions) {
      for (const std::string& condition : conditions) {
        const size_t sign = condition.find('=');
        if (sign == 0 || sign == std::string::npos) {
          throw WrongUse("--where takes FIELD=VALUE, as in source=Courier, not '" + condition +
                         "'");
        }
        request.where.emplace_back(condition.substr(0, sign), condition.substr(sign + 1));
      }
    });
    // clang-format off
    choice_of.add_options()
      ("list", text("FILE|-", request.list), "remove the ids of this file, one a line")
      ("where", where->value_name("FIELD=VALUE"),
       "remove documents that have this value in a field: source, date, title, ... (may be "
       "repeated: all must hold)");
    // clang-format on
    visible.add(choice_of);
  }

  void define_watch() {
    // clang-format off
    kept.add_options()
      ("new-only", po::bool_switch(&request.new_only),
       "tell of documents alone that are no near-duplicate of another")
      ("least-share", number("least-share", request.least_share),
       "tell of documents alone of whose words this share is known, 0 to 1");
    // clang-format on
  }

  void define_question() {
    CompareOptions& c = request.compare;
    add_passage_options(parts, c.passages);
    add_suppression_options(parts, c);
    add_point_options(parts, c.points);
  }

  void define_output(ArchiveVerb verb) {
    const bool all = verb == ArchiveVerb::none;
    if (verb != ArchiveVerb::watch) {
      output.add_options()("json", output_path("json", request.outputs.json),
                           "write what was done or found as JSON; - is standard output");
    }
    if (all || verb == ArchiveVerb::query) {
      auto* const exports = po::value<std::vector<std::string>>();
      exports->notifier([this](const std::vector<std::string>& values) {
        request.outputs.exports = parse_exports(values);
      });
      // clang-format off
      output.add_options()
        ("html", output_path("html", request.outputs.html),
         "write the report as one HTML file, for people; - is standard output")
        ("export", exports->value_name("FORMAT=PATH"), export_help.c_str())
        ("no-text", po::bool_switch(&no_text), "leave the documents' texts out of the JSON")
        ("exit-code", po::bool_switch(&request.exit_code), "exit with 1 if something was found");
      // clang-format on
      request.summary.add_to(output);
    }
    request.general.add_to(output);
    visible.add(output);
  }
};

void check_operands(const ArchiveRequest& request) {
  const std::string example = "reprise archive " + verbs().name_of(request.verb) + " ";
  const std::vector<std::string>& operands = request.operands;
  if (request.archive.empty()) {
    throw WrongUse("name an archive, as in '" + example + "articles.archive'");
  }
  switch (request.verb) {
    case ArchiveVerb::add:
    case ArchiveVerb::query: check_paths(operands, example + "articles.archive today/"); break;
    case ArchiveVerb::remove:
      if (operands.empty() && request.list.empty() && request.where.empty()) {
        throw WrongUse("name the ids to remove, or a --list of them, or --where FIELD=VALUE");
      }
      break;
    case ArchiveVerb::watch:
      if (operands.size() != 1) {
        throw WrongUse("watch takes a folder, or - for standard input, as in '" + example +
                       "articles.archive incoming/'");
      }
      break;
    default:
      if (!operands.empty()) {
        throw WrongUse(verbs().name_of(request.verb) + " takes an archive alone, not '" +
                       operands.front() + "' too");
      }
  }
}

}  // namespace

std::vector<std::string> archive_verbs() {
  return verbs().names();
}

ArchiveRequest parse_archive(const std::vector<std::string>& arguments) {
  std::vector<std::string> rest = arguments;
  const ArchiveVerb verb = verbs().take(rest).value_or(ArchiveVerb::none);
  Definition definition(verb);
  parse_command_line(definition.visible, rest, definition.request.operands);
  if (definition.words) {
    definition.words->apply();
  }
  ArchiveRequest request = std::move(definition.request);
  request.verb = verb;
  if (request.general.help) {
    return request;
  }
  if (!request.operands.empty()) {
    request.archive = request.operands.front();
    request.operands.erase(request.operands.begin());
  }
  check_operands(request);
  request.json.text = !definition.no_text;
  request.compare.threads = request.general.threads;
  request.compare.parts = {.matrices = false, .passages = true, .points = true, .pairs = true};
  if (!(request.least_share >= 0 && request.least_share <= 1)) {
    throw WrongUse("--least-share takes a share of words, from 0 to 1");
  }
  if (request.patience < 0) {
    throw WrongUse("--wait takes seconds, 0 or more");
  }
  check_language(request.compare.points);
  check_exports(request.outputs.exports, "archive query", request.compare.parts,
                {request.outputs.json, request.outputs.html});
  request.compare.check();
  return request;
}

std::vector<OptionHelp> archive_option_help() {
  return with_export_names(help_of(Definition(ArchiveVerb::none).visible));
}

std::string archive_help(ArchiveVerb verb) {
  return verb == ArchiveVerb::none ? verbs().help() : verbs().help(verb, Definition(verb).visible);
}

}  // namespace reprise::program

// The options of compare, matrix, passages and points: what they are called, what they set, and
// what goes together.
//
// Steps: each option is bound to the field that it sets, and has the field's value as its default;
// the command line is parsed; then the request is checked as a whole.
//
//     reprise points articles/ --explain 0    parsed as a number; refused: points count from 1
//     reprise matrix a/ --against b/          refused: matrices have no references
//
// Cost: none that counts.
#include "compare_options.h"

#include "command_line.h"
#include "comparison_options.h"
#include "help.h"

namespace reprise::program {
namespace {

struct Switches {
  bool chain = false;
  bool no_text = false;
  bool keep_templates = false;
};

// All options of one call, bound to the fields of a request.
struct Definition {
  Request request;
  Switches switches;
  po::options_description input{"Input", line_length()};
  po::options_description near{"Near-duplicates", line_length()};
  po::options_description parts{"Passages and points", line_length()};
  po::options_description output{"Output", line_length()};
  po::options_description visible;
  InputOptions input_options{input, request.read, request.compare.words};
  const std::string export_help =
      "write what was found for other programs (may be repeated); FORMAT: " + formats_in_words();

  Definition() : visible(line_length()) {
    define_comparison();
    define_output();
    visible.add(input).add(near).add(parts).add(output);
  }

  void define_comparison() {
    CompareOptions& c = request.compare;
    add_likeness_options(near, c);
    add_passage_options(parts, c.passages);
    add_seed_options(parts, c.passages);
    // clang-format off
    near.add_options()
      ("chain", po::bool_switch(&switches.chain),
       "join clusters through chains of near-duplicates")
      ("drop-furniture", po::bool_switch(&c.drop_furniture),
       "leave out mastheads, notices and rows of links");
    parts.add_options()
      ("against", po::value(&request.against)->value_name("PATH")->composing(),
       "compare with these references alone, not with one another: an archive, files or a folder "
       "(may be repeated)")
      ("ignore", po::value(&request.ignored)->value_name("PATH")->composing(),
       "leave out passages that stand in this text (may be repeated)");
    add_suppression_options(parts, c);
    parts.add_options()
      ("keep-templates", po::bool_switch(&switches.keep_templates),
       "the former name of --keep-furniture");
    add_language_option(parts, c.points);
    add_point_options(parts, c.points);
    parts.add_options()
      ("model", text("FOLDER", c.points.model),
       "points: a model of language, which knows what means the same in other words")
      ("vector-cache", text("FILE", c.points.vector_cache),
       "keep what the model said in FILE, for the next run")
      ("judge-command", text("COMMAND", c.points.judge.command),
       "points: a program that is asked which pairs of statements say the same; docs/meaning.md")
      ("judge-pairs", number("judge-pairs", c.points.judge.pairs),
       "pairs that it is asked of a statement's part, the likeliest first")
      ("judge-seconds", number("judge-seconds", c.points.judge.seconds),
       "that it has for each 500 pairs")
      ("judge-cache", text("FILE", c.points.judge.cache),
       "keep its verdicts in FILE, for the next run");
    // clang-format on
  }

  void define_output() {
    auto* const exports = po::value<std::vector<std::string>>();
    exports->notifier([this](const std::vector<std::string>& values) {
      request.outputs.exports = parse_exports(values);
    });
    auto* const explained = po::value<std::string>();
    explained->notifier([this](const std::string& number) {
      request.explain = parse_number<size_t>("explain", number);
    });
    // clang-format off
    output.add_options()
      ("rank", choice("rank", request.compare.rank,
                      {{"reused", RankBy::reused},
                       {"jaccard", RankBy::jaccard},
                       {"containment", RankBy::containment},
                       {"points", RankBy::points}}),
       "what the list of pairs is ordered by; passages: reused alone")
      ("html", output_path("html", request.outputs.html),
       "write the report as one HTML file, for people; - is standard output")
      ("json", output_path("json", request.outputs.json),
       "write the report as JSON; - is standard output")
      ("export", exports->value_name("FORMAT=PATH"),
       export_help.c_str())
      ("no-text", po::bool_switch(&switches.no_text),
       "leave the documents' texts out of it")
      ("floor", number("floor", request.json.floor),
       "leave smaller entries out of matrices of more than 1,000 documents; 0: keep all")
      ("timings", po::bool_switch(&request.timings),
       "put the seconds that the work took into it")
      ("explain", explained->value_name("N"),
       "summary: show why the mentions of talking point N are one point, and nothing else")
      ("exit-code", po::bool_switch(&request.exit_code),
       "exit with 1 if something was found");
    // clang-format on
    request.summary.add_to(output);
    request.general.add_presets_to(output);
    request.general.add_to(output);
  }
};

// Compares with references: what is measured between all pairs is left out.
void look_up_references(const std::string& command, CompareOptions& compare) {
  if (!compare.parts.points) {
    throw WrongUse(command + " has no --against; reprise compare, passages and points have it");
  }
  if (compare.drop_furniture) {
    throw WrongUse(
        "--drop-furniture leaves it out of likeness among the documents; with --against, "
        "leave it away");
  }
  if (compare.rank != RankBy::reused) {
    throw WrongUse("with --against, pairs are ranked by reused words; leave --rank away");
  }
  compare.parts = {.matrices = false, .passages = true, .points = true, .pairs = true};
}

}  // namespace

Request parse_request(const std::string& command, const Parts& parts,
                      const std::vector<std::string>& arguments) {
  Definition definition;
  definition.request.general.explained =
      parse_command_line(definition.visible, arguments, definition.request.paths);
  definition.input_options.apply();
  Request request = std::move(definition.request);
  request.compare.threads = request.general.threads;
  request.compare.joining = definition.switches.chain ? Joining::chain : Joining::to_kept;
  request.compare.keep_furniture |= definition.switches.keep_templates;
  request.compare.parts = parts;
  request.json.text = command == "compare" && !definition.switches.no_text;
  if (request.general.help || request.general.explain_options) {
    return request;
  }
  if (!request.against.empty() && parts.matrices) {
    look_up_references(command, request.compare);
  }
  check_exports(request.outputs.exports, command, request.compare.parts,
                {request.outputs.json, request.outputs.html});
  if (request.explain && !parts.points) {
    throw WrongUse(command + " finds no points to --explain; reprise points does");
  }
  if (request.explain && *request.explain == 0) {
    throw WrongUse("--explain: points are counted from 1");
  }
  if (!parts.matrices && request.compare.rank != RankBy::reused) {
    throw WrongUse(command + " measures no likeness to --rank pairs by; reprise compare does");
  }
  check_paths(request.paths, "reprise " + command + " articles/");
  check_language(request.compare.points);
  if (request.json.floor < 0 || request.json.floor > 1) {
    throw WrongUse("the floor of matrices must be between 0 and 1");
  }
  request.compare.check();
  return request;
}

std::vector<OptionHelp> compare_option_help() {
  return with_export_names(help_of(Definition().visible));
}

std::string help_text(const std::string& command) {
  return help_page("reprise " + command + " [OPTION...] PATH...",
                   "A PATH is a file (text, web page, PDF, office file, table, feed, WARC, JSONL; "
                   ".gz or .zst), a "
                   "folder of them, or - for standard input.",
                   Definition().visible);
}

}  // namespace reprise::program

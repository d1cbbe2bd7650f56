// The options of dedup: what they are called, what they set, and what goes together.
//
// Steps: each option is bound to the field that it sets, and has the field's value as its default;
// the command line is parsed; sizes and parts are read from their words; then the request is
// checked as a whole.
//
//     --memory 1.5G         1.5 * 1024^3 bytes
//     --parts sentences:3   three sentences in a row
//     --parts words         refused: there is no such part
//
// Cost: none that counts.
#include "dedup_options.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

#include "copy_options.h"
#include "help.h"
#include "messages.h"

namespace reprise::program {
namespace {

// Returns the bytes that "4G", "512M" or "1.5 GB" mean. Powers of two, as for sort and split.
uint64_t parse_size(const std::string& text) {
  const size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
  std::string unit = text.substr(digits);
  unit.erase(std::remove(unit.begin(), unit.end(), ' '), unit.end());
  if (unit.size() > 1 && (unit.ends_with("B") || unit.ends_with("b"))) {
    unit.pop_back();
  }
  if (unit.size() > 1 && unit.ends_with("i")) {
    unit.pop_back();
  }
  const std::string units = "BKMGT";
  const size_t power =
      unit.empty()
          ? 0
          : units.find(static_cast<char>(std::toupper(static_cast<unsigned char>(unit[0]))));
  if (digits == 0 || unit.size() > 1 || power == std::string::npos) {
    throw WrongUse("--memory takes a size, as in 4G or 512M, not '" + text + "'");
  }
  double bytes = parse_number<double>("memory", text.substr(0, digits));
  for (size_t i = 0; i < power; ++i) {
    bytes *= 1024;
  }
  if (bytes < 1 || bytes > 1e18) {
    throw WrongUse("--memory takes a size above 0, as in 4G or 512M, not '" + text + "'");
  }
  return static_cast<uint64_t>(bytes);
}

// Returns the rule that "paragraphs", "sentences:3" or "runs:50" stands for.
PartRule parse_rule(const std::string& text) {
  constexpr uint32_t usual_run = 50;
  static const std::map<std::string, PartRule> kinds{{"paragraphs", {PartKind::paragraphs, 1}},
                                                     {"lines", {PartKind::lines, 1}},
                                                     {"sentences", {PartKind::sentences, 1}},
                                                     {"runs", {PartKind::words, usual_run}}};
  const size_t colon = text.find(':');
  const auto found = kinds.find(text.substr(0, colon));
  if (found == kinds.end()) {
    throw WrongUse(
        "--parts takes documents, paragraphs, lines, sentences or runs, with a number behind a "
        "colon or without, as in runs:50; not '" +
        text + "'");
  }
  PartRule rule = found->second;
  if (colon != text.npos) {
    rule.size = parse_number<uint32_t>("parts", text.substr(colon + 1));
  }
  return rule;
}

// Reads what is removed: the names between the commas of all that was given.
void parse_parts(const std::vector<std::string>& given, DedupOptions& options) {
  options.documents = given.empty();
  for (const std::string& list : given) {
    for (const std::string& name : pieces_of(list)) {
      if (name == "documents") {
        options.documents = true;
      } else {
        options.parts.rules.push_back(parse_rule(name));
      }
    }
  }
  std::stable_sort(options.parts.rules.begin(), options.parts.rules.end(),
                   [](const PartRule& x, const PartRule& y) { return x.kind < y.kind; });
}

// All options of one call, bound to the fields of a request.
struct Definition {
  DedupRequest request;
  std::string memory;
  std::vector<std::string> parts;
  std::vector<std::string> item_fields;
  po::options_description input{"Input", line_length()},
      similarity{"What is a copy", line_length()}, against{"Decontamination", line_length()},
      inside{"Parts of documents", line_length()}, output{"Output", line_length()}, visible;
  InputOptions input_options{input, request.dedup.read, request.dedup.words};
  CopyOptions copy_options{similarity, request.dedup};

  Definition() : visible(line_length()) {
    define_against();
    define_parts();
    define_output();
    visible.add(input).add(similarity).add(inside).add(against).add(output);
  }

  void define_against() {
    DedupOptions& d = request.dedup;
    // clang-format off
    against.add_options()
      ("against", po::value(&d.against)->value_name("PATH")->composing(),
       "documents leave that hold an item of this reference; they are not compared with one "
       "another (may be repeated)")
      ("ngram", number("ngram", d.reference.ngram),
       "items of fewer words must be there word for word")
      ("share", number("share", d.reference.share),
       "share of an item's words that must stand near each other")
      ("short-items", po::bool_switch(&d.short_items),
       "seek items of fewer than five words, too; else they are left out and counted")
      ("item-fields", po::value(&item_fields)->value_name("FIELD,...")->composing(),
       "fields of the reference that are an item each, as in question,answer; else the text is");
    // clang-format on
  }

  void define_parts() {
    PartOptions& p = request.dedup.parts;
    // clang-format off
    inside.add_options()
      ("parts", po::value(&parts)->value_name("KIND[:N],...")->composing(),
       "what is removed where it stands earlier: documents (without this option they alone), "
       "paragraphs, lines, sentences, runs of words (runs:50); with a number, so many in a row")
      ("part-words", number("part-words", p.least_part_words),
       "paragraphs, lines and sentences of fewer words stay")
      ("part-count", number("part-count", p.common), "parts that stand less often stay")
      ("remove", choice("remove", p.remove, {{"later", RemovedCopies::later},
                                             {"all", RemovedCopies::all}}),
       "which copies of a part: those behind the first, or the first, too")
      ("least-words", number("least-words", p.least_words),
       "documents leave that are shortened to fewer words");
    // clang-format on
  }

  void define_output() {
    DedupOutputPaths& o = request.outputs;
    // clang-format off
    output.add_options()
      ("output,o", output_path("output", o.kept),
       "what stays: a file (.gz and .zst are compressed), or a folder, with a / at its end, that "
       "mirrors the inputs")
      ("removed", output_path("removed", o.removed),
       "write what leaves as JSON Lines, with the copy that stands for it")
      ("clusters", output_path("clusters", o.clusters), "write the clusters as JSON Lines")
      ("annotate", choice("annotate", o.annotation, {{"none", Annotation::none},
                                                     {"kept", Annotation::kept},
                                                     {"all", Annotation::all}}),
       "add a field \"reprise\" to the records that stay, or to all, and write all")
      ("rejects", output_path("rejects", request.rejects),
       "write every record that could not be read as JSON Lines")
      ("dry-run", po::bool_switch(&request.dry_run), "write nothing")
      ("examples", number("examples", request.examples),
       "show so many pairs just above and just below the threshold")
      ("json", output_path("json", request.json_path),
       "write the summary as JSON; - is standard output")
      ("html", output_path("html", request.html_path),
       "write a page that shows what left and why: the largest clusters, and the pairs next to the "
       "threshold; - is standard output")
      ("timings", po::bool_switch(&request.timings), "put into it what the work took")
      ("memory", po::value(&memory)->value_name("SIZE"),
       "put what goes beyond this, as in 4G, into temporary files ($TMPDIR), as far as it can")
      ("exit-code", po::bool_switch(&request.exit_code), "exit with 1 if something was removed");
    // clang-format on
    request.general.add_presets_to(output);
    request.general.add_to(output);
  }
};

// What is said of a reference needs one.
void check_reference(const DedupOptions& options) {
  const std::vector<std::string>& fields = options.item_fields;
  if (std::find(fields.begin(), fields.end(), "") != fields.end()) {
    throw WrongUse("--item-fields takes names of fields, as in question,answer");
  }
  if (!options.against.empty()) {
    return;
  }
  if (options.short_items) {
    throw WrongUse("--short-items is about a reference; name one with --against");
  }
  if (!fields.empty()) {
    throw WrongUse("--item-fields is about a reference; name one with --against");
  }
}

void check(const DedupRequest& request) {
  const DedupOutputPaths& o = request.outputs;
  if (request.dry_run &&
      !(o.kept.empty() && o.removed.empty() && o.clusters.empty() && request.rejects.empty())) {
    throw WrongUse(
        "--dry-run writes nothing; leave out --output, --removed, --clusters and --rejects");
  }
  if (!request.dry_run && o.kept.empty()) {
    throw WrongUse(
        "where shall the documents go that stay? name a file with -o OUT, or a folder with -o "
        "OUT/; --dry-run writes "
        "nothing");
  }
  if (!request.dedup.against.empty() && (!o.clusters.empty() || o.annotation != Annotation::none)) {
    throw WrongUse("with --against there are no clusters; leave out --clusters and --annotate");
  }
  check_reference(request.dedup);
  if (!request.dedup.documents && !o.clusters.empty()) {
    throw WrongUse("clusters are of documents; leave out --clusters, or add documents to --parts");
  }
  if (!request.dedup.documents && request.examples > 0) {
    throw WrongUse("examples are of documents; leave out --examples, or add documents to --parts");
  }
  check_places_differ(
      {o.kept, o.removed, o.clusters, request.rejects, request.json_path, request.html_path});
  request.dedup.check();
}

}  // namespace

DedupRequest parse_dedup(const std::vector<std::string>& arguments) {
  Definition definition;
  definition.request.general.explained =
      parse_command_line(definition.visible, arguments, definition.request.paths);
  definition.input_options.apply();
  if (definition.request.general.help || definition.request.general.explain_options) {
    return std::move(definition.request);
  }
  definition.copy_options.apply();
  DedupRequest request = std::move(definition.request);
  parse_parts(definition.parts, request.dedup);
  for (const std::string& list : definition.item_fields) {
    for (std::string& field : pieces_of(list)) {
      request.dedup.item_fields.push_back(std::move(field));
    }
  }
  const bool has_page = !request.html_path.empty();
  request.dedup.parts.list = !request.outputs.removed.empty() || has_page;
  request.dedup.note_sources = has_page;
  request.outputs.shortens = !request.dedup.parts.rules.empty();
  request.dedup.threads = request.general.threads;
  if (!definition.memory.empty()) {
    request.dedup.memory = parse_size(definition.memory);
  }
  check_paths(request.paths, "reprise dedup corpus.jsonl -o kept.jsonl");
  std::vector<std::string> all_read = request.paths;
  all_read.insert(all_read.end(), request.dedup.against.begin(), request.dedup.against.end());
  check_paths(all_read, {});
  check(request);
  return request;
}

std::vector<OptionHelp> dedup_option_help() {
  return help_of(Definition().visible);
}

std::string dedup_help() {
  return help_page("reprise dedup [OPTION...] PATH... -o OUT",
                   "A PATH is a file (JSONL, table, WARC, text, web page, PDF, office file; .gz or "
                   ".zst), a folder "
                   "of them, or - for standard input.",
                   Definition().visible);
}

}  // namespace reprise::program

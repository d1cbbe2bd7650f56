#include "options.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>

namespace po = boost::program_options;

namespace reprise::program {
namespace {

constexpr unsigned line_length = 100;

// Returns a number as a person writes it: 0.8, not 0.80000000000000004.
template <class Number>
std::string written(Number value) {
  char buffer[32];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  return std::string(buffer, end);
}

// Reads a whole number or a fraction from all of the text; Boost would take "-1" for 4294967295, and "nan" for a number.
template <class Number>
Number parse_number(const std::string& name, const std::string& text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool good = error == std::errc() && end == text.data() + text.size();
  if constexpr (std::is_floating_point_v<Number>) good = good && std::isfinite(value);
  if (!good) {
    const char* kind = std::is_floating_point_v<Number> ? "a number" : "a whole number, 0 or more";
    throw WrongUse("--" + name + " takes " + kind + ", not '" + text + "'");
  }
  return value;
}

// An option that writes a number into a field, whose value so far is the default.
template <class Number>
po::typed_value<std::string>* number(const char* name, Number& field) {
  return po::value<std::string>()
      ->value_name("N")
      ->default_value(written(field))
      ->notifier([name, &field](const std::string& text) { field = parse_number<Number>(name, text); });
}

po::typed_value<std::string>* text(const char* value_name, std::string& field) {
  auto* value = po::value<std::string>(&field)->value_name(value_name);
  return field.empty() ? value : value->default_value(field);
}

po::typed_value<std::string>* output_path(const char* name, std::string& field) {
  return po::value<std::string>(&field)->value_name("FILE|-")->notifier([name](const std::string& path) {
    if (path.empty()) throw WrongUse("--" + std::string(name) + " takes a path, or - for standard output");
  });
}

// A word out of a few.
template <class Choice>
po::typed_value<std::string>* choice(const char* name, Choice& field,
                                     std::vector<std::pair<std::string, Choice>> choices) {
  std::string all, current;
  for (const auto& [word, value] : choices) {
    all += (all.empty() ? "" : "|") + word;
    if (value == field) current = word;
  }
  return po::value<std::string>()->value_name(all)->default_value(current)->notifier(
      [=, &field](const std::string& given) {
        for (const auto& [word, value] : choices) {
          if (word == given) {
            field = value;
            return;
          }
        }
        throw WrongUse("--" + std::string(name) + " takes " + all + ", not '" + given + "'");
      });
}

struct Switches {
  bool keep_case = false, keep_punctuation = false, chain = false, no_text = false;
};

// All options of one call, bound to the fields of a request.
struct Definition {
  Request request;
  Switches switches;
  po::options_description input{"Input", line_length}, near{"Near-duplicates", line_length},
      parts{"Passages and points", line_length}, output{"Output", line_length}, visible, all;

  Definition() : visible(line_length), all(line_length) {
    define_input();
    define_comparison();
    define_output();
    visible.add(input).add(near).add(parts).add(output);
    all.add(visible).add_options()("path", po::value(&request.paths));
  }

  void define_input() {
    FieldNames& f = request.read.fields;
    Normalisation& n = request.compare.words;
    // clang-format off
    input.add_options()
      ("format", choice("format", request.read.format, {{"auto", InputFormat::automatic}, {"text", InputFormat::text}, {"jsonl", InputFormat::jsonl}}),
       "what the files hold; auto goes by the name, and takes standard input as JSONL")
      ("metadata", text("FILE", request.read.metadata), "a table (CSV) with titles, sources, dates and urls of text files")
      ("text-field", text("NAME", f.text), "field of JSONL records that holds the text; a dot goes inside")
      ("id-field", text("NAME", f.id), "the same for ids")
      ("title-field", text("NAME", f.title), "the same for titles")
      ("source-field", text("NAME", f.source), "the same for sources")
      ("date-field", text("NAME", f.date), "the same for dates")
      ("url-field", text("NAME", f.url), "the same for urls")
      ("keep-case", po::bool_switch(&switches.keep_case), "The and the are two words")
      ("keep-punctuation", po::bool_switch(&switches.keep_punctuation), "marks and symbols are words of their own, where similarity is measured")
      ("fold-digits", po::bool_switch(&n.fold_digits), "every digit reads 0")
      ("drop-marks", po::bool_switch(&n.drop_marks), "café and cafe are one word");
    // clang-format on
  }

  void define_comparison() {
    CompareOptions& c = request.compare;
    // clang-format off
    near.add_options()
      ("threshold", number("threshold", c.threshold), "similarity from which documents are near-duplicates")
      ("shingles", choice("shingles", c.shingles.unit, {{"words", ShingleUnit::words}, {"characters", ShingleUnit::characters}}),
       "what similarity counts runs of")
      ("shingle-size", number("shingle-size", c.shingles.size), "how many of them are one run")
      ("chain", po::bool_switch(&switches.chain), "join clusters through chains of near-duplicates")
      ("sketch-slots", number("sketch-slots", c.sketch.slots), "size of the sketches that propose pairs")
      ("seed", number("seed", c.sketch.seed), "of the sketches");
    parts.add_options()
      ("passage-words", number("passage-words", c.passages.least_words), "equal words that make a passage")
      ("passage-identity", number("passage-identity", c.passages.least_identity), "share of its words that must be equal")
      ("passage-gap", number("passage-gap", c.passages.longest_gap), "differing words that a passage may run over")
      ("passage-seed", number("passage-seed", c.passages.seed_words), "words in a row that a passage must hold")
      ("language", text("NAME", c.points.language), "of the word stems behind the points")
      ("point-score", number("point-score", c.points.least_score), "likeness from which statements are one point");
    // clang-format on
  }

  void define_output() {
    // clang-format off
    output.add_options()
      ("json", output_path("json", request.json_path), "write the report as JSON; - is standard output")
      ("no-text", po::bool_switch(&switches.no_text), "leave the documents' texts out of it")
      ("floor", number("floor", request.json.floor), "leave smaller entries out of matrices of more than 1,000 documents")
      ("timings", po::bool_switch(&request.timings), "put the seconds that the work took into it")
      ("limit", number("limit", request.limit), "entries of each list in the summary")
      ("quiet", po::bool_switch(&request.quiet), "no summary")
      ("exit-code", po::bool_switch(&request.exit_code), "exit with 1 if something was found")
      ("threads", number("threads", request.compare.threads), "threads to use; 0: one a core")
      ("config", text("FILE", request.config), "read options from a file, a line 'name = value' each; the command line wins")
      ("help", po::bool_switch(&request.help), "show this")
      ("version", "show the version");
    // clang-format on
  }

  std::vector<std::string> names() const {
    std::vector<std::string> list;
    for (const auto& option : visible.options()) list.push_back("--" + option->long_name());
    return list;
  }
};

[[noreturn]] void throw_unknown(const std::string& name, const Definition& definition, const std::string& where) {
  const std::string guess = nearest(name, definition.names());
  throw WrongUse(where + "there is no option " + name + (guess.empty() ? "" : "; did you mean " + guess + "?"));
}

void parse_config(const Definition& definition, const std::string& path, po::variables_map& values) {
  std::ifstream file(path);
  file.peek();  // a folder can be opened, but not read
  if (file.bad() || !file.is_open()) throw WrongUse(path + ": the configuration can't be read; check the path");
  try {
    po::store(po::parse_config_file(file, definition.visible), values);
  } catch (const po::unknown_option& e) {
    throw_unknown("--" + e.get_option_name(), definition, path + ": ");
  } catch (const po::error& e) {
    throw WrongUse(path + ": " + e.what());
  }
}

void parse_arguments(Definition& definition, const std::vector<std::string>& arguments) {
  po::variables_map values;
  po::positional_options_description positions;
  positions.add("path", -1);
  namespace style = po::command_line_style;
  const int strict = style::unix_style & ~style::allow_guessing & ~style::allow_short;
  try {
    po::store(po::command_line_parser(arguments).options(definition.all).positional(positions).style(strict).run(),
              values);
  } catch (const po::unknown_option& e) {
    throw_unknown(e.get_option_name(), definition, "");
  }
  if (values.count("config")) parse_config(definition, values["config"].as<std::string>(), values);
  po::notify(values);
}

// Options are long here; "-j" would be taken for a file. Behind "--" everything is one.
void refuse_short_options(const std::vector<std::string>& arguments, const Definition& definition) {
  if (std::find(arguments.begin(), arguments.end(), "--") != arguments.end()) return;
  for (const std::string& path : definition.request.paths) {
    if (path.size() > 1 && path.starts_with("-")) throw_unknown(path, definition, "");
  }
}

// Checks what one option alone can't know.
void check(const Request& request, const std::string& command) {
  if (request.help) return;
  if (request.paths.empty()) {
    throw WrongUse("nothing to read: name files or folders, as in 'reprise " + command + " articles/'");
  }
  if (const std::string complaint = complaint_about(request.compare); !complaint.empty()) throw WrongUse(complaint);
  if (std::count(request.paths.begin(), request.paths.end(), "-") > 1) {
    throw WrongUse("standard input (-) can be read only once");
  }
}

}  // namespace

Request parse_request(const std::string& command, const Parts& parts, const std::vector<std::string>& arguments) {
  Definition definition;
  try {
    parse_arguments(definition, arguments);
  } catch (const po::error& e) {
    throw WrongUse(e.what());
  }
  refuse_short_options(arguments, definition);
  Request request = std::move(definition.request);
  request.compare.words.fold_case = !definition.switches.keep_case;
  request.compare.words.drop_punctuation = !definition.switches.keep_punctuation;
  request.compare.joining = definition.switches.chain ? Joining::chain : Joining::to_kept;
  request.compare.parts = parts;
  request.json.text = command == "compare" && !definition.switches.no_text;
  check(request, command);
  return request;
}

std::string help_text(const std::string& command) {
  std::ostringstream out;
  out << "usage: reprise " << command << " [OPTION...] PATH...\n\n"
      << "A PATH is a text file, a .jsonl[.gz|.zst] file, a folder of them, or - for standard input.\n\n"
      << Definition().visible;
  return out.str();
}

std::string nearest(const std::string& word, const std::vector<std::string>& known) {
  std::string best;
  size_t best_distance = word.size() / 3 + 2;  // that far is no slip of the finger any more
  for (const std::string& candidate : known) {
    std::vector<size_t> row(candidate.size() + 1);  // Levenshtein distances of prefixes
    for (size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (size_t i = 1; i <= word.size(); ++i) {
      size_t diagonal = std::exchange(row[0], i);
      for (size_t j = 1; j < row.size(); ++j) {
        const size_t change = diagonal + (word[i - 1] != candidate[j - 1]);
        diagonal = std::exchange(row[j], std::min({change, row[j] + 1, row[j - 1] + 1}));
      }
    }
    if (row.back() < best_distance) best_distance = row.back(), best = candidate;
  }
  return best;
}

}  // namespace reprise::program

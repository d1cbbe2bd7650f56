// Reads a command line, and says what is wrong with it in words that help.
//
// Steps: Boost parses the arguments; a value that is an option itself is refused; a file of
// options is read where one is named, then the settings of a preset; of several values the first
// counts, and who said it is kept for --explain-options; what begins with one dash is no file.
// An option that nobody knows is answered with the nearest that is known:
//
//     --html --json x    --html lacks its value: --json is an option
//     --thresold 0.7     there is no option --thresold; did you mean --threshold?
//     --skip x           there is no option --skip; did you mean --skip-same or …?
//
// Cost: an edit distance for each known option, and only where an option is unknown.
// Source: Levenshtein, Binary codes capable of correcting deletions, insertions, and reversals,
// 1966.
#include "command_line.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "presets.h"
#include "reprise/corpus/formats.h"

namespace reprise::program {
namespace {

// Returns "--export or --explain" for the two.
std::string in_words(const std::vector<std::string>& names) {
  std::string all;
  for (size_t i = 0; i < names.size(); ++i) {
    const bool is_last = i + 1 == names.size();
    const char* between = is_last ? " or " : ", ";
    all += (i == 0 ? "" : between) + names[i];
  }
  return all;
}

// What other programs call what ours call otherwise.
struct Habit {
  std::string_view typed;
  std::vector<std::string> meant;
};

// Returns which of our options somebody means who is used to other programs; those that the command
// has.
std::vector<std::string> meant_by_habit(const std::string& name,
                                        const po::options_description& options) {
  static const std::vector<Habit> habits{
      {"-o", {"html", "json"}},    {"--output", {"html", "json"}},
      {"--out", {"html", "json"}}, {"-j", {"threads"}},
      {"-q", {"quiet"}},           {"-V", {"version"}}};
  std::vector<std::string> names;
  for (const Habit& habit : habits) {
    for (const std::string& meant : habit.meant) {
      if (habit.typed == name && options.find_nothrow(meant, false)) {
        names.push_back("--" + meant);
      }
    }
  }
  return names;
}

// Returns what was probably meant, "--export or --explain"; empty if nothing is near.
std::string guess_option(const std::string& name, const po::options_description& options) {
  if (const auto meant = meant_by_habit(name, options); !meant.empty()) {
    return in_words(meant);
  }
  std::vector<std::string> names, longer;
  for (const auto& option : options.options()) {
    names.push_back("--" + option->long_name());
    if (name.size() > 2 && names.back().starts_with(name)) {
      longer.push_back(names.back());
    }
  }
  constexpr size_t most_shown = 3;
  if (longer.empty() || longer.size() > most_shown) {
    return nearest(name, names);
  }
  return in_words(longer);
}

[[noreturn]] void throw_unknown(const std::string& typed, const po::options_description& options,
                                const std::string& where) {
  const std::string name = typed.substr(0, typed.find('='));
  const std::string message = where + "there is no option " + name;
  std::error_code error;
  if (where.empty() && std::filesystem::exists(typed, error)) {
    throw WrongUse(message + "; for the file of that name: ./" + typed);
  }
  const std::string guess = guess_option(name, options);
  throw WrongUse(message + (guess.empty() ? "" : "; did you mean " + guess + "?"));
}

// Editors of Windows begin a file with a byte-order mark.
void pass_over_mark(std::istream& file) {
  for (const char byte : std::string_view("\xEF\xBB\xBF")) {
    if (file.peek() != std::char_traits<char>::to_int_type(byte)) {
      file.clear();
      file.seekg(0);
      return;
    }
    file.get();
  }
}

// text-field = "content", as in TOML.
void take_off_quotes(po::parsed_options& parsed) {
  for (po::option& option : parsed.options) {
    for (std::string& value : option.value) {
      const bool is_quoted = value.size() > 1 && value.starts_with('"') && value.ends_with('"');
      if (is_quoted) {
        value = value.substr(1, value.size() - 2);
      }
    }
  }
}

// What the options are set to, and by what.
struct OptionValues {
  po::variables_map values;
  std::map<std::string, std::string> said_by;  // by the option's name
  std::map<std::string, std::string> written;  // the values as they were given
  std::map<std::string, std::string> beaten;   // what came too late: "preset corpus: 0.8"
};

// Takes over what the options do not have yet.
void take(const po::parsed_options& parsed, const std::string& by, OptionValues& set) {
  po::store(parsed, set.values);
  std::map<std::string, std::string> written;
  for (const po::option& option : parsed.options) {
    std::string& value = written[option.string_key];
    for (const std::string& word : option.value) {
      value += (value.empty() ? "" : " ") + word;
    }
  }
  for (const auto& [name, value] : written) {
    if (!set.said_by.emplace(name, by).second) {
      set.beaten.emplace(name, by + ": " + value);
      continue;
    }
    set.written[name] = value.empty() ? "yes" : value;
  }
}

// Returns what stands behind "(=" where an option's default is shown.
std::string default_of(const po::option_description& option) {
  const std::string shown = option.format_parameter();
  const size_t begin = shown.find("(=");
  return begin == shown.npos ? "" : shown.substr(begin + 2, shown.rfind(')') - begin - 2);
}

std::string in_words(const po::options_description& options, const OptionValues& set) {
  constexpr size_t name_width = 20;
  constexpr size_t value_width = 16;
  std::string text;
  for (const auto& option : options.options()) {
    const std::string& name = option->long_name();
    const auto by = set.said_by.find(name);
    const bool is_default = by == set.said_by.end();
    const std::string value = is_default ? default_of(*option) : set.written.at(name);
    std::string line = name + std::string(name_width - std::min(name_width - 1, name.size()), ' ');
    line += value + std::string(value_width - std::min(value_width - 1, value.size()), ' ');
    line += is_default ? "default" : by->second;
    if (const auto beaten = set.beaten.find(name); beaten != set.beaten.end()) {
      line += " (not " + beaten->second + ")";
    }
    text += line + "\n";
  }
  return text;
}

void parse_config(const po::options_description& options, const std::string& path,
                  OptionValues& set) {
  std::ifstream file(path);
  file.peek();  // a folder can be opened, but not read
  if (file.bad() || !file.is_open()) {
    throw WrongUse(path + ": the configuration can't be read; check the path");
  }
  pass_over_mark(file);
  try {
    po::parsed_options parsed = po::parse_config_file(file, options);
    take_off_quotes(parsed);
    take(parsed, path, set);
  } catch (const po::unknown_option& e) {
    throw_unknown("--" + e.get_option_name(), options, path + ": ");
  } catch (const po::error& e) {
    throw WrongUse(path + ": " + e.what());
  }
}

void take_preset(const po::options_description& options, const std::string& name,
                 OptionValues& set) {
  std::istringstream settings(settings_for(preset_named(name), options));
  take(po::parse_config_file(settings, options), "preset " + name, set);
}

bool has_short_options(const po::options_description& options) {
  return std::any_of(options.options().begin(), options.options().end(), [](const auto& option) {
    return option->canonical_display_name(po::command_line_style::allow_dash_for_short).size() == 2;
  });
}

// "--html --json x": the path of the page would be "--json".
void refuse_options_as_values(const po::parsed_options& parsed,
                              const po::options_description& options) {
  for (const po::option& option : parsed.options) {
    if (option.position_key >= 0 || option.original_tokens.size() < 2) {
      continue;
    }
    const std::string& value = option.original_tokens[1];
    if (value.starts_with("--") &&
        options.find_nothrow(value.substr(2, value.find('=') - 2), false)) {
      throw WrongUse("--" + option.string_key + " lacks its value: " + value + " is an option");
    }
  }
}

// Options are long but for the few that say otherwise; "-j" would be taken for a file. Behind "--"
// everything is one.
void refuse_short_options(const std::vector<std::string>& arguments,
                          const po::options_description& options,
                          const std::vector<std::string>& paths) {
  if (std::find(arguments.begin(), arguments.end(), "--") != arguments.end()) {
    return;
  }
  for (const std::string& path : paths) {
    if (path.size() > 1 && path.starts_with("-")) {
      throw_unknown(path, options, "");
    }
  }
}

// The formats by their names, "auto" first.
std::vector<std::pair<std::string, std::string>> input_formats() {
  std::vector<std::pair<std::string, std::string>> choices;
  for (const std::string_view name : format_names()) {
    choices.emplace_back(name, name);
  }
  return choices;
}

std::vector<std::pair<std::string, HtmlContent>> html_contents() {
  return {{"main", HtmlContent::main}, {"all", HtmlContent::all}};
}

}  // namespace

InputOptions::InputOptions(po::options_description& list, ReadOptions& read, Normalisation& words)
    : words_(words) {
  FieldNames& f = read.fields;
  // clang-format off
  list.add_options()
    ("format", choice("format", read.format, input_formats()),
     "what the files hold; auto goes by the name, else by the first bytes, and takes "
     "standard input as JSONL")
    ("metadata", text("FILE", read.metadata),
     "a table (CSV) with titles, sources, dates and urls of text files")
    ("encoding", text("NAME", read.encoding),
     "encoding of files that are no JSONL, such as windows-1251; else it is told by their bytes")
    ("html-content", choice("html-content", read.html_content, html_contents()),
     "what of a web page is read: the article alone, or all text that it shows")
    ("text-field", text("NAME", f.text),
     "field of JSONL records that holds the text; a dot goes inside")
    ("id-field", text("NAME", f.id), "the same for ids")
    ("title-field", text("NAME", f.title), "the same for titles")
    ("source-field", text("NAME", f.source), "the same for sources")
    ("date-field", text("NAME", f.date), "the same for dates")
    ("url-field", text("NAME", f.url), "the same for urls")
    ("keep-case", po::bool_switch(&keep_case_), "The and the are two words")
    ("keep-punctuation", po::bool_switch(&keep_punctuation_),
     "marks and symbols are words of their own, where similarity is measured")
    ("fold-digits", po::bool_switch(&words.fold_digits), "every digit reads 0")
    ("drop-marks", po::bool_switch(&words.drop_marks), "café and cafe are one word")
    ("fold-letters", po::bool_switch(&words.fold_letters),
     "Arabic and Persian forms of a letter or a digit are one")
    ("fold-lookalikes", po::bool_switch(&words.fold_lookalikes),
     "Cyrillic, Greek and Armenian letters in Latin words read as what they look like");
  // clang-format on
}

void InputOptions::apply() {
  words_.fold_case = !keep_case_;
  words_.drop_punctuation = !keep_punctuation_;
}

void GeneralOptions::add_presets_to(po::options_description& list) {
  // clang-format off
  list.add_options()
    ("preset", po::value(&preset)->value_name(preset_names()),
     "options for a kind of work, which are listed below; the command line and --config win")
    ("explain-options", po::bool_switch(&explain_options),
     "show what each option is set to, and by what, and nothing else");
  // clang-format on
}

void GeneralOptions::add_to(po::options_description& list) {
  // clang-format off
  list.add_options()
    ("quiet", po::bool_switch(&quiet), "no summary")
    ("threads", number("threads", threads), "threads to use; 0: one a core")
    ("config", text("FILE", config),
     "read options from a file, a line 'name = value' each; the command line wins")
    ("help", po::bool_switch(&help), "show this")
    ("version", "show the version");
  // clang-format on
}

std::string parse_command_line(const po::options_description& options,
                               const std::vector<std::string>& arguments,
                               std::vector<std::string>& paths) {
  po::options_description all;
  all.add(options).add_options()("path", po::value(&paths));
  OptionValues set;
  po::positional_options_description positions;
  positions.add("path", -1);
  namespace style = po::command_line_style;
  int strict = style::unix_style & ~style::allow_guessing;
  if (!has_short_options(options)) {
    strict &= ~style::allow_short;
  }
  try {
    const auto parsed =
        po::command_line_parser(arguments).options(all).positional(positions).style(strict).run();
    refuse_options_as_values(parsed, options);
    take(parsed, "command line", set);
    if (set.values.count("config")) {
      parse_config(options, set.values["config"].as<std::string>(), set);
    }
    if (set.values.count("preset")) {
      take_preset(options, set.values["preset"].as<std::string>(), set);
    }
    po::notify(set.values);
  } catch (const po::unknown_option& e) {
    throw_unknown(e.get_option_name(), options, "");
  } catch (const po::error& e) {
    throw WrongUse(e.what());
  }
  refuse_short_options(arguments, options, paths);
  if (std::find(paths.begin(), paths.end(), "") != paths.end()) {
    throw WrongUse("one of the paths is empty: ''; name a file or a folder");
  }
  return in_words(options, set);
}

void check_paths(const std::vector<std::string>& paths, const std::string& example) {
  if (paths.empty()) {
    throw WrongUse("nothing to read: name files or folders, as in '" + example + "'");
  }
  if (std::count(paths.begin(), paths.end(), "-") > 1) {
    throw WrongUse("standard input (-) can be read only once");
  }
}

std::string nearest(const std::string& typed, const std::vector<std::string>& known) {
  std::string word = typed, best;
  for (char& c : word) {
    c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  size_t best_distance = word.size() / 3 + 2;  // that far is no slip of the finger any more
  for (const std::string& candidate : known) {
    std::vector<size_t> row(candidate.size() + 1);  // Levenshtein distances of prefixes
    for (size_t j = 0; j < row.size(); ++j) {
      row[j] = j;
    }
    for (size_t i = 1; i <= word.size(); ++i) {
      size_t diagonal = std::exchange(row[0], i);
      for (size_t j = 1; j < row.size(); ++j) {
        const size_t change = diagonal + (word[i - 1] != candidate[j - 1]);
        diagonal = std::exchange(row[j], std::min({change, row[j] + 1, row[j - 1] + 1}));
      }
    }
    if (row.back() < best_distance) {
      best_distance = row.back();
      best = candidate;
    }
  }
  return best;
}

}  // namespace reprise::program

// The manual page, written from the options themselves, so that it can't fall behind them.
//
// Steps: Boost's description of an option becomes its name, letter, value, words to choose from and
// default; commands that share their options are one group; each option becomes a paragraph of
// man(7), in which "-" and "\" are escaped.
//
//     Boost's value        "auto|text|jsonl (=auto)"
//     OptionHelp           value "auto|text|jsonl", values auto, text, jsonl, default auto
//
// Cost: none that counts.
#include "manual.h"

#include <algorithm>

#include "reprise/report.h"
#include "reprise/version.h"

namespace reprise::program {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// Returns the words that "auto|text|jsonl" offers. They are written small; what stands for
// something else, like FILE, is written large, and so is what goes on behind a word, as in
// "max:FIELD", of which this returns "max:".
std::vector<std::string> words_of(const std::string& value) {
  std::vector<std::string> words;
  const std::vector<std::string> parts = split(value, '|');
  if (parts.size() < 2) {
    return words;
  }
  for (const std::string& part : parts) {
    const std::string word = part.substr(0, part.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
    if (!word.empty() && word != "-") {
      words.push_back(word);
    }
  }
  return words;
}

OptionHelp help_of_one(const po::option_description& option) {
  OptionHelp help;
  help.name = option.long_name();
  help.description = option.description();
  const std::string letter =
      option.canonical_display_name(po::command_line_style::allow_dash_for_short);
  if (letter.size() == 2) {
    help.letter = letter;
  }
  if (option.semantic()->max_tokens() == 0) {
    return help;
  }
  // Boost writes "N (=10)".
  help.value = option.semantic()->name();
  const size_t at = help.value.find(" (=");
  if (at != help.value.npos) {
    help.default_value = help.value.substr(at + 3, help.value.size() - at - 4);
    help.value.erase(at);
  }
  help.values = words_of(help.value);
  return help;
}

// Text for man(7): "-" would become a hyphen, a line that begins with a dot or an apostrophe a
// request.
std::string roff(const std::string& text) {
  std::string out = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string roff_option(const OptionHelp& option) {
  std::string text = ".TP\n.B " + (option.letter.empty() ? "" : roff(option.letter) + ", ") +
                     roff("--" + option.name);
  if (!option.value.empty()) {
    text += " \\fI" + roff(option.value) + "\\fR";
  }
  text += "\n" + roff(option.description);
  if (!option.default_value.empty()) {
    text += " (default: " + roff(option.default_value) + ")";
  }
  return text + ".\n";
}

std::string names_of(const std::vector<CommandHelp>& commands) {
  std::string names;
  for (size_t i = 0; i < commands.size(); ++i) {
    if (i > 0) {
      names += i + 1 == commands.size() ? " and " : ", ";
    }
    names += commands[i].name;
  }
  return names;
}

bool have_same_options(const CommandHelp& a, const CommandHelp& b) {
  return std::equal(a.options.begin(), a.options.end(), b.options.begin(), b.options.end(),
                    [](const OptionHelp& x, const OptionHelp& y) { return x.name == y.name; });
}

// Returns the commands in groups that share their options, without those that have none.
std::vector<std::vector<CommandHelp>> in_groups(const std::vector<CommandHelp>& commands) {
  std::vector<std::vector<CommandHelp>> groups;
  for (const CommandHelp& command : commands) {
    if (command.options.empty()) {
      continue;
    }
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) {
      return have_same_options(g.front(), command);
    });
    group == groups.end() ? groups.push_back({command}) : group->push_back(command);
  }
  return groups;
}

}  // namespace

bool OptionHelp::is_path() const {
  const std::vector<std::string> parts = split(value, '|');
  return std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
    return part == "FILE" || part == "PATH" || part == "DIR" || part == "FOLDER" || part == "OUT";
  });
}

std::vector<OptionHelp> help_of(const po::options_description& options) {
  std::vector<OptionHelp> list;
  for (const auto& option : options.options()) {
    list.push_back(help_of_one(*option));
  }
  return list;
}

std::string manual_page(const std::vector<CommandHelp>& commands) {
  std::string page = ".TH REPRISE 1 \"\" \"Reprise ";
  page.append(version()).append("\" \"User Commands\"\n");
  page +=
      ".SH NAME\nreprise \\- finds what was said before: near\\-duplicates, copied passages, "
      "recycled talking points\n";
  page += ".SH SYNOPSIS\n";
  for (const CommandHelp& command : commands) {
    page += ".B reprise " + roff(command.name) + "\n";
    if (!command.operands.empty()) {
      page += (command.options.empty() ? "" : "[\\fIOPTION\\fR...] ") +
              ("\\fI" + roff(command.operands)) + "\\fR\n";
    }
    page += ".br\n";
  }
  page += ".SH COMMANDS\n";
  for (const CommandHelp& command : commands) {
    page += ".TP\n.B " + roff(command.name) + "\n" + roff(command.summary) + ".\n";
  }
  for (const std::vector<CommandHelp>& group : in_groups(commands)) {
    page += ".SH OPTIONS OF " + roff(names_of(group)) + "\n";
    for (const OptionHelp& option : group.front().options) {
      page += roff_option(option);
    }
  }
  page +=
      ".SH EXIT STATUS\n"
      ".TP\n.B 0\nDone, whether something was found or not.\n"
      ".TP\n.B 1\nSomething was found; with \\-\\-exit\\-code alone.\n"
      ".TP\n.B 2\nWrong use, or an error that stopped the work.\n"
      ".TP\n.B 3\nDone, but some input was left out.\n"
      ".SH EXAMPLES\n.nf\n"
      "reprise compare articles/ \\-\\-html report.html\n"
      "reprise show report.json\n"
      "reprise dedup corpus.jsonl \\-o kept.jsonl\n"
      ".fi\n";
  return page;
}

}  // namespace reprise::program

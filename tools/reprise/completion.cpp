// Completions for three shells. Each script knows the commands, their options, and the values that
// are words out of a few; where a path is due, and for the operands, the shell completes paths.
#include <algorithm>

#include "manual.h"

namespace reprise::program {
namespace {

std::string joined(const std::vector<std::string>& words, const std::string& separator) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : separator) + word;
  }
  return text;
}

std::string names_of(const std::vector<CommandHelp>& commands) {
  std::string names;
  for (const CommandHelp& command : commands) {
    names += (names.empty() ? "" : " ") + command.name;
  }
  return names;
}

// A text between single quotes, for bash and zsh.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (char c : text) {
    c == '\'' ? out += "'\\''" : out += c;
  }
  return out + "'";
}

// The same for fish, which has escapes between quotes.
std::string quoted_for_fish(const std::string& text) {
  std::string out = "'";
  for (char c : text) {
    if (c == '\'' || c == '\\') {
      out += '\\';
    }
    out += c;
  }
  return out + "'";
}

// A text inside the brackets of zsh's _arguments, where brackets and colons mean something.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') {
      out += '\\';
    }
    out += c;
  }
  return out;
}

// The beginning of a description that says more: in a list of options, each has half a line.
std::string brief(const std::string& description) {
  return description.substr(0, std::min(description.find(" ("), description.find("; ")));
}

// Words that end so go on: "passages.csv=" with a path, "max:" with a name.
bool goes_on(const std::string& word) {
  return word.ends_with('=') || word.ends_with(':');
}

bool takes_path_behind_a_word(const OptionHelp& option) {
  return std::any_of(option.values.begin(), option.values.end(),
                     [](const auto& v) { return v.ends_with('='); });
}

// What bash does for the value of an option.
std::string bash_action(const OptionHelp& option) {
  if (option.values.empty()) {
    return option.is_path() ? "_reprise_paths \"$value\"" : ":";
  }
  std::string words = "_reprise_words " + quoted(joined(option.values, " ")) + " \"$value\"";
  if (!takes_path_behind_a_word(option)) {
    return words;
  }
  return "if [[ $value == *=* ]]; then _reprise_paths \"${value#*=}\"; else " + words + "; fi";
}

std::string bash_command(const CommandHelp& command) {
  std::string script = "    " + command.name + ")\n      case $option in\n";
  std::vector<std::string> names = command.words;
  for (const OptionHelp& option : command.options) {
    names.push_back("--" + option.name);
    if (option.value.empty()) {
      continue;
    }
    script += "        --" + option.name + (option.letter.empty() ? "" : "|" + option.letter) +
              ") " + bash_action(option) + " ;;\n";
  }
  const std::string words = "_reprise_words " + quoted(joined(names, " ")) + " \"$word\"";
  return script + "        *) " +
         (command.words.empty()
              ? "if [[ $word == -* ]]; then " + words + "; else _reprise_paths \"$word\"; fi"
              : words) +
         " ;;\n      esac\n      ;;\n";
}

std::string zsh_action(const OptionHelp& option) {
  const std::string name = ":" + zsh_text(option.value) + ":";
  if (std::any_of(option.values.begin(), option.values.end(), goes_on)) {
    return name + " _reprise_values " + zsh_text(joined(option.values, " "));
  }
  if (!option.values.empty()) {
    return name + "(" + joined(option.values, " ") + ")";
  }
  return name + (option.is_path() ? "_files" : " ");
}

std::string fish_option(const std::string& command, const OptionHelp& option) {
  const std::string here = "__fish_seen_subcommand_from " + command;
  const std::string name =
      (option.letter.empty() ? "" : " -s " + option.letter.substr(1)) + " -l " + option.name;
  const auto line = [&](const std::string& when, const std::string& rest) {
    return "complete -c reprise -n " + quoted_for_fish(here + when) + name + rest + "\n";
  };
  // Lines of their own: the description of the option would stand beside each of the words. fish
  // shows that of the last line.
  const std::string words = " -x -a " + quoted_for_fish(joined(option.values, " "));
  std::string lines;
  if (takes_path_behind_a_word(option)) {
    lines = line("; and not __reprise_behind_word", words) +
            line("; and __reprise_behind_word", " -r -F");
  } else if (!option.values.empty()) {
    lines = line("", words);
  }
  const char* value = option.is_path() ? " -r" : " -x";
  if (option.value.empty()) {
    value = "";
  }
  return lines + line("", value + (" -d " + quoted_for_fish(brief(option.description))));
}

}  // namespace

std::string bash_completion(const std::vector<CommandHelp>& commands) {
  std::string script =
      "# bash completion for reprise. Made by: reprise completion bash\n"
      "_reprise_words() {\n"
      "  mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$2\")\n"
      "  if [[ ${COMPREPLY[0]} == *[=:] ]]; then compopt -o nospace 2>/dev/null; fi\n"
      "}\n"
      "_reprise_paths() {\n"
      "  mapfile -t COMPREPLY < <(compgen -f -- \"$1\")\n"
      "  compopt -o filenames 2>/dev/null\n"
      "}\n"
      "_reprise() {\n"
      "  # bash cuts words at \"=\" and \":\"; this one is put together again, and what is offered "
      "for it is cut as "
      "well.\n"
      "  local at=$COMP_CWORD last=${COMP_WORDS[COMP_CWORD]} word option value\n"
      "  while ((at > 1)) && [[ ${COMP_WORDS[at]} == [=:] || ${COMP_WORDS[at - 1]} == [=:] ]]; do "
      "((at--)); done\n"
      "  printf -v word %s \"${COMP_WORDS[@]:at:COMP_CWORD - at + 1}\"\n"
      "  option=${COMP_WORDS[at - 1]} value=$word\n"
      "  if [[ $word == --*=* ]]; then option=${word%%=*} value=${word#*=}; fi\n"
      "  if [[ $last == [=:] ]]; then last=; fi\n"
      "  COMPREPLY=()\n"
      "  if ((at == 1)); then\n"
      "    _reprise_words " +
      quoted(names_of(commands) + " --help --version") +
      " \"$word\"\n"
      "    return\n"
      "  fi\n"
      "  case ${COMP_WORDS[1]} in\n";
  for (const CommandHelp& command : commands) {
    script += bash_command(command);
  }
  return script +
         "  esac\n"
         "  COMPREPLY=(\"${COMPREPLY[@]#\"${value%\"$last\"}\"}\")\n"
         "}\n"
         "complete -F _reprise reprise\n";
}

std::string zsh_completion(const std::vector<CommandHelp>& commands) {
  std::string script =
      "#compdef reprise\n"
      "# zsh completion for reprise. Made by: reprise completion zsh\n"
      "_reprise_values() {  # words; those that go on have no blank behind them, and a path goes "
      "on behind \"=\"\n"
      "  if compset -P 1 '*='; then _files; return; fi\n"
      "  compadd -- ${argv:#*[=:]}\n"
      "  compadd -S '' -- ${(M)argv:#*[=:]}\n"
      "}\n"
      "_reprise() {\n"
      "  local -a commands=(\n";
  for (const CommandHelp& command : commands) {
    script += "    " + quoted(command.name + ":" + command.summary) + "\n";
  }
  script +=
      "  )\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe command commands\n"
      "    return\n"
      "  fi\n"
      "  local command=$words[2]\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $command in\n";
  for (const CommandHelp& command : commands) {
    script += "    " + command.name + ")\n      _arguments \\\n";
    for (const OptionHelp& option : command.options) {
      const std::string text = "--" + option.name + (option.value.empty() ? "" : "=") + "[" +
                               zsh_text(brief(option.description)) + "]";
      script +=
          "        " + quoted(text + (option.value.empty() ? "" : zsh_action(option))) + " \\\n";
    }
    const std::string operand =
        command.words.empty() ? "*:path:_files" : "1:word:(" + joined(command.words, " ") + ")";
    script += "        " + quoted(operand) + "\n      ;;\n";
  }
  // Found in a folder of $fpath, this is the body of _reprise; sourced, it is not.
  return script +
         "  esac\n"
         "}\n"
         "if [[ $funcstack[1] == _reprise ]]; then _reprise \"$@\"; else compdef _reprise reprise; "
         "fi\n";
}

std::string fish_completion(const std::vector<CommandHelp>& commands) {
  std::string script =
      "# fish completion for reprise. Made by: reprise completion fish\n"
      "function __reprise_behind_word\n"
      "  string match -qr -- '^(--[a-z-]+=[^=]*|[^-=][^=]*)=' (commandline -ct)\n"
      "end\n";
  for (const CommandHelp& command : commands) {
    script += "complete -c reprise -n __fish_use_subcommand -f -a " + command.name + " -d " +
              quoted_for_fish(command.summary) + "\n";
  }
  for (const CommandHelp& command : commands) {
    if (!command.words.empty()) {
      script += "complete -c reprise -n '__fish_seen_subcommand_from " + command.name + "' -f -a " +
                quoted_for_fish(joined(command.words, " ")) + "\n";
    }
    for (const OptionHelp& option : command.options) {
      script += fish_option(command.name, option);
    }
  }
  return script;
}

}  // namespace reprise::program

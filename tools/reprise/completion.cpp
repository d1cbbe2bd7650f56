// Completions for three shells. Each script knows the commands, their options, and the values that are words out of a few;
// where a path is due, and for the operands, the shell completes paths.
#include <algorithm>

#include "manual.h"

namespace reprise::program {
namespace {

std::string joined(const std::vector<std::string>& words, const std::string& separator) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : separator) + word;
  return text;
}

std::string names_of(const std::vector<CommandHelp>& commands) {
  std::string names;
  for (const CommandHelp& command : commands) names += (names.empty() ? "" : " ") + command.name;
  return names;
}

// A text between single quotes, for bash and zsh.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (char c : text) c == '\'' ? out += "'\\''" : out += c;
  return out + "'";
}

// The same for fish, which has escapes between quotes.
std::string quoted_for_fish(const std::string& text) {
  std::string out = "'";
  for (char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

// A text inside the brackets of zsh's _arguments, where brackets and colons mean something.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string bash_values(const CommandHelp& command) {
  std::string cases;
  for (const OptionHelp& option : command.options) {
    if (option.value.empty()) continue;
    const std::string words =
        option.values.empty() ? ""
                              : "COMPREPLY=($(compgen -W " + quoted(joined(option.values, " ")) + " -- \"$current\"))";
    const std::string paths = option.is_path() ? "COMPREPLY=($(compgen -f -- \"$current\"))" : ":";
    const bool goes_on =
        std::any_of(option.values.begin(), option.values.end(), [](const auto& v) { return v.ends_with('='); });
    cases += "        --" + option.name + (option.letter.empty() ? "" : "|" + option.letter) + ") " +
             (words.empty() ? paths : words + (goes_on ? "; compopt -o nospace 2>/dev/null" : "")) + "; return ;;\n";
  }
  return cases;
}

std::string zsh_action(const OptionHelp& option) {
  const std::string name = ":" + zsh_text(option.value) + ":";
  if (!option.values.empty()) return name + "(" + joined(option.values, " ") + ")";
  return name + (option.is_path() ? "_files" : " ");
}

}  // namespace

std::string bash_completion(const std::vector<CommandHelp>& commands) {
  std::string script =
      "# bash completion for reprise. Made by: reprise completion bash\n"
      "_reprise() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
      "  COMPREPLY=()\n"
      "  compopt -o filenames 2>/dev/null\n"
      "  # --name=value is three words.\n"
      "  if [ \"$current\" = '=' ]; then current=; elif [ \"$previous\" = '=' ]; then previous=${COMP_WORDS[COMP_CWORD "
      "- 2]}; fi\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W " +
      quoted(names_of(commands) + " --help --version") +
      " -- \"$current\"))\n"
      "    return\n"
      "  fi\n"
      "  case ${COMP_WORDS[1]} in\n";
  for (const CommandHelp& command : commands) {
    std::vector<std::string> names = command.words;
    for (const OptionHelp& option : command.options) names.push_back("--" + option.name);
    script += "    " + command.name + ")\n      case $previous in\n" + bash_values(command) + "      esac\n";
    script += command.words.empty() ? "      [[ $current == -* ]] && " : "      ";
    script += "COMPREPLY=($(compgen -W " + quoted(joined(names, " ")) + " -- \"$current\"))";
    script += command.words.empty() ? " || COMPREPLY=($(compgen -f -- \"$current\"))\n      ;;\n" : "\n      ;;\n";
  }
  return script + "  esac\n}\ncomplete -F _reprise reprise\n";
}

std::string zsh_completion(const std::vector<CommandHelp>& commands) {
  std::string script =
      "#compdef reprise\n"
      "# zsh completion for reprise. Made by: reprise completion zsh\n"
      "_reprise() {\n"
      "  local -a commands=(\n";
  for (const CommandHelp& command : commands) script += "    " + quoted(command.name + ":" + command.summary) + "\n";
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
      const std::string text =
          "--" + option.name + (option.value.empty() ? "" : "=") + "[" + zsh_text(option.description) + "]";
      script += "        " + quoted(text + (option.value.empty() ? "" : zsh_action(option))) + " \\\n";
    }
    const std::string operand = command.words.empty() ? "*:path:_files" : "1:word:(" + joined(command.words, " ") + ")";
    script += "        " + quoted(operand) + "\n      ;;\n";
  }
  return script + "  esac\n}\n_reprise \"$@\"\n";
}

std::string fish_completion(const std::vector<CommandHelp>& commands) {
  std::string script = "# fish completion for reprise. Made by: reprise completion fish\n";
  for (const CommandHelp& command : commands) {
    script += "complete -c reprise -n __fish_use_subcommand -f -a " + command.name + " -d " +
              quoted_for_fish(command.summary) + "\n";
  }
  for (const CommandHelp& command : commands) {
    const std::string here = "complete -c reprise -n '__fish_seen_subcommand_from " + command.name + "'";
    if (!command.words.empty()) script += here + " -f -a " + quoted_for_fish(joined(command.words, " ")) + "\n";
    for (const OptionHelp& option : command.options) {
      script += here + (option.letter.empty() ? "" : " -s " + option.letter.substr(1)) + " -l " + option.name + " -d " +
                quoted_for_fish(option.description);
      if (!option.values.empty())
        script += " -x -a " + quoted_for_fish(joined(option.values, " "));
      else if (!option.value.empty())
        script += option.is_path() ? " -r" : " -x";
      script += "\n";
    }
  }
  return script;
}

}  // namespace reprise::program

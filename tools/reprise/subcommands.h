// The words that come behind a command, and say what it does: "reprise archive add", "reprise
// phases keys". What is typed is found among them, or a word is guessed; help lists them.
//
//     archive ad kept/     there is no verb 'ad'; did you mean add?
//     archive --help       all verbs, a line each
//
// Cost: none that counts.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "command_line.h"
#include "help.h"

namespace reprise::program {

template <class Which>
class Subcommands {
 public:
  struct Row {
    Which which;
    std::string name;
    std::string operands;  // behind the place; empty: it takes none
    std::string summary;
  };

  struct Words {
    std::string command;  // "archive"
    std::string kind;     // "verb"
    std::string place;    // "ARCHIVE": what each is told first
    std::string about;    // a sentence on it
    std::string example;  // "query ARCHIVE PATH"
  };

  Subcommands(Words words, std::vector<Row> rows)
      : words_(std::move(words)), rows_(std::move(rows)) {}

  const std::string& name_of(Which which) const { return row_of(which).name; }

  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const Row& row : rows_) {
      names.push_back(row.name);
    }
    return names;
  }

  // Takes the first argument away, and returns which it is; nothing if help is asked for before
  // one. Throws WrongUse.
  std::optional<Which> take(std::vector<std::string>& arguments) const {
    if (arguments.empty()) {
      throw WrongUse(words_.command + " needs a " + words_.kind + ": " + list());
    }
    const std::string first = arguments.front();
    if (first == "--help") {
      return std::nullopt;
    }
    if (first.starts_with("-")) {
      throw WrongUse(first + " comes behind the " + words_.kind + ", as in 'reprise " +
                     words_.command + " " + words_.example + "'");
    }
    arguments.erase(arguments.begin());
    return find(first);
  }

  // Returns the help on one of them, with its options; on all.
  std::string help(Which which, const po::options_description& options) const {
    const Row& row = row_of(which);
    const std::string usage = "reprise " + words_.command + " " + row.name + " [OPTION...] " +
                              words_.place + (row.operands.empty() ? "" : " " + row.operands);
    return help_page(usage, row.name + ": " + row.summary + ".", options);
  }
  std::string help() const {
    constexpr size_t width = 10;
    std::string kind = words_.kind;
    std::transform(kind.begin(), kind.end(), kind.begin(),
                   [](char letter) { return static_cast<char>(letter - 'a' + 'A'); });
    std::string text = "usage: reprise " + words_.command + " " + kind + " [OPTION...] " +
                       words_.place + " [PATH...]\n\n" + words_.about + "\n\n";
    for (const Row& row : rows_) {
      std::string name = row.name;
      name.resize(std::max(width, name.size() + 1), ' ');
      text += "  " + name + row.summary + "\n";
    }
    return text + "\nreprise " + words_.command + " " + kind + " --help shows the options of a " +
           words_.kind + ".\n";
  }

 private:
  const Row& row_of(Which which) const {
    return *std::find_if(rows_.begin(), rows_.end(),
                         [&](const Row& row) { return row.which == which; });
  }

  // "keys, join and filter"
  std::string list() const {
    std::string list;
    for (const Row& row : rows_) {
      if (!list.empty()) {
        list += &row == &rows_.back() ? " and " : ", ";
      }
      list += row.name;
    }
    return list;
  }

  Which find(const std::string& word) const {
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.name == word; });
    if (found != rows_.end()) {
      return found->which;
    }
    const std::string guess = nearest(word, names());
    throw WrongUse(
        "there is no " + words_.kind + " '" + word + "'; " +
        (guess.empty() ? "the " + words_.kind + "s are " + list() : "did you mean " + guess + "?"));
  }

  Words words_;
  std::vector<Row> rows_;
};

}  // namespace reprise::program

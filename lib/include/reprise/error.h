// How Reprise tells that something is wrong: a Problem is reported and the work goes on, an Error
// stops it.
//
// Both say what happened, where, and what to do about it. The library never prints and never exits.
// Besides Error it throws what the standard library throws when memory is short (std::bad_alloc).
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "reprise/export.h"

namespace reprise {

// Something wrong with one input. The rest of the work is done.
struct Problem {
  // FILE or FILE:LINE; empty if no place is to blame.
  std::string where;
  // "the record has no \"text\""
  std::string what;
  // "name the field that holds it with --text-field"
  std::string remedy;
  // true: this input is missing from the result. false: it was read, or was not ours to read.
  bool rejected = false;

  friend bool operator==(const Problem&, const Problem&) = default;
};

// Whose business an Error is.
enum class ErrorKind {
  usage,        // the caller's: options or arguments that can't be. Nothing was begun
  input,        // what was read: a path that isn't there, a report that is none
  system,       // the machine's: a full disk, a file that can't be written
  closed_pipe,  // nobody reads the output any longer: no failure, the work ends in silence
  stopped,      // the caller asked for it (progress.h)
};

// Something that stops the work. what() is one line: WHERE: WHAT; REMEDY.
class REPRISE_EXPORT Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, Problem problem)
      : std::runtime_error(line_of(problem)), kind_(kind), problem_(std::move(problem)) {}

  ErrorKind kind() const { return kind_; }
  const Problem& problem() const { return problem_; }

  // Returns the line that what() gives for such a problem.
  static std::string line_of(const Problem& problem) {
    std::string line = problem.where;
    if (!line.empty()) {
      line += ": ";
    }
    line += problem.what;
    if (!problem.remedy.empty()) {
      line += "; " + problem.remedy;
    }
    return line;
  }

 private:
  ErrorKind kind_;
  Problem problem_;
};

}  // namespace reprise

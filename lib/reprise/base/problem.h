// How Reprise tells that something is wrong: a Problem is reported and the work goes on, an Error
// stops it.
//
// Both say what happened, where, and what to do about it. The library never prints and never exits.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace reprise::detail {

// Something wrong with one input. The rest of the work is done.
struct Problem {
  std::string where;   // FILE or FILE:LINE
  std::string what;    // "the record has no \"text\""
  std::string remedy;  // "name the field that holds it with --text-field"
  bool rejected =
      // true: this input is missing from the result. false: it was read, or was not ours to read
      false;

  friend bool operator==(const Problem&, const Problem&) = default;
};

// Something that stops the work. what() is one line: WHERE: WHAT; REMEDY.
class Error : public std::runtime_error {
 public:
  explicit Error(Problem problem)
      : std::runtime_error(problem.where + ": " + problem.what +
                           (problem.remedy.empty() ? "" : "; " + problem.remedy)),
        problem_(std::move(problem)) {}
  const Problem& problem() const { return problem_; }

 private:
  Problem problem_;
};

}  // namespace reprise::detail

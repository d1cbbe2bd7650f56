// Another program is asked which pairs of statements say the same: a model of language, a service,
// or people.
//
//     asked      {"id": 0, "a": {"text": "the ferry stays in port", "sentence": …, "title": …,
//                 "source": …, "date": …, "document": "a.txt", "field": "text", "begin": 10,
//                 "end": 33}, "b": {…}, "likeness": 0.31, "meaning": 0.52}
//     answered   {"id": 0, "same": 0.93}
//                {"id": 1, "same": 0.8, "opposed": true}     of one thing, but against each other
//
// One line each, answers in any order. The program is run by the shell, anew for each 500 pairs;
// what it asks of the world is its own business. Whatever is wrong with its answers stops the run:
// a comparison of which it judged half would be none.
//
// Verdicts are kept by a hash of the command and both statements, for the run and, in a file, for
// the next. Cost: that of the program. Any thread may ask; one at a time is answered.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reprise/document.h"
#include "reprise/error.h"
#include "reprise/options.h"

namespace reprise::detail {

// A statement as the judge sees it; places are bytes of the document's text or title.
struct JudgedStatement {
  const Document* document = nullptr;
  bool in_title = false;
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string_view text;
  std::string_view sentence;
};

struct Question {
  JudgedStatement a, b;
  double likeness = 0;
  std::optional<double> meaning;  // nothing without a model
};

struct Verdict {
  double same = 0;  // in [0, 1]
  bool opposed = false;
};

// Returns the verdicts on so many questions, by id. Throws Error (input), which names the judge as
// `where`, if there is not exactly one of each, or a line is none.
std::vector<Verdict> read_verdicts(std::string_view answers, size_t count,
                                   const std::string& where);

class Judge {
 public:
  // Reads the cache. The documents must outlive it. Throws Error (usage) if the file is no cache.
  Judge(const JudgeOptions& options, std::span<const Document> documents);

  std::span<const Document> documents() const { return documents_; }

  // Returns a verdict on each question. Throws Error: the judge can't be run, failed, took too
  // long, or gave no verdicts; what it said before is in the cache. Throws Stopped.
  std::vector<Verdict> ask(std::span<const Question> questions);

  // Writes the cache, if there is one. Returns what was wrong with it, before or now.
  std::vector<Problem> save_cache() const;

 private:
  using Key = std::pair<uint64_t, uint64_t>;
  Key key_of(const Question& question) const;
  void read_cache();
  void answer(std::span<const Question* const> questions);

  JudgeOptions options_;
  std::span<const Document> documents_;
  std::vector<Problem> problems_;
  std::mutex mutex_;
  std::map<Key, Verdict> known_;
  bool has_news_ = false;
};

}  // namespace reprise::detail

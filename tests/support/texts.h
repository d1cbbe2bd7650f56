// Texts that are searched for passages, and what a passage says of its words, spelt out word by
// word.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "reprise/passages/find.h"
#include "reprise/passages/grams.h"
#include "reprise/passages/seeds.h"
#include "support/collection.h"
#include "support/generator.h"

namespace reprise::detail::support {

// Texts and the passages that they share.
struct Texts : Collection {
  using Collection::Collection;
  std::vector<Keys> keys(const PassageOptions& options = {}) const {
    return make_keys(units(), {}, options.seed_unit);
  }
  std::vector<Passage> passages(const PassageOptions& options = {}) const {
    return find_passages({units(), {}}, keys(options), options);
  }
  std::vector<SharedRuns> runs(const PassageOptions& options) const {
    const std::vector<Keys> all = keys(options);
    const GramIndex index(units(), all, {}, options);
    std::vector<SharedRuns> shared;
    for (uint32_t u = 0; u < units().size(); ++u) {
      for (SharedRuns& found : find_runs({units(), all}, index, UnitId(u), options)) {
        shared.push_back(std::move(found));
      }
    }
    return shared;
  }
  std::string text_of(uint32_t unit, TokenRange range) const {
    return Collection::text_of(unit, bytes_of(units()[unit], range));
  }
  uint64_t word(uint32_t unit, uint32_t token) const { return units()[unit].tokens[token].hash; }
};

// Words that stand for one another on the two sides of a passage.
struct Counterpart {
  uint32_t a = 0, b = 0;
  bool equal = false;  // else a near miss
};

// Returns those of a passage, in order.
inline std::vector<Counterpart> counterparts(const Passage& passage) {
  std::vector<Counterpart> all;
  uint32_t a = passage.a.begin, b = passage.b.begin;
  size_t edit = 0;
  while (a < passage.a.end || b < passage.b.end) {
    const reprise::Edit* here = edit < passage.edits.size() ? &passage.edits[edit] : nullptr;
    if (here && here->a.begin == a && here->b.begin == b) {
      for (uint32_t i = 0; here->near && i < here->a.size(); ++i) {
        all.push_back({a + i, b + i, false});
      }
      a = here->a.end;
      b = here->b.end;
      ++edit;
    } else {
      all.push_back({a++, b++, true});
    }
  }
  return all;
}

// Returns a text of invented words among English function words, as often as these stand in real
// texts.
inline Words make_prose(size_t count, const Vocabulary& vocabulary, Random& random) {
  static const Words idle = {"the",  "of",  "and", "a",    "to", "in",  "was",
                             "that", "for", "it",  "with", "as", "his", "on"};
  Words words = make_words(count, vocabulary, random);
  for (std::string& word : words) {
    if (random.chance(0.45)) {
      word = random.pick(idle);
    }
  }
  return words;
}

inline std::string written(std::span<const std::string> words, Random& random) {
  return write_text(words, random).bytes;
}

}  // namespace reprise::detail::support

#include "reprise/passages/keys.h"

#include <algorithm>
#include <unordered_map>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/text/function_words.h"
#include "reprise/text/stem.h"

namespace reprise {
namespace {

// The common words of a collection. Immutable; any thread.
class CommonWords {
 public:
  explicit CommonWords(std::span<const TextUnit> units) : slots_(slot_count) {
    constexpr size_t step = 16, enough_words = 50000, rarity = 1000;
    for (const std::string_view word : function_words()) add(hash_word(word));
    std::unordered_map<uint64_t, uint32_t> counts;
    size_t place = 0, seen = 0;  // place: of the next word to look at, in its unit
    for (const TextUnit& unit : units) {
      for (; place < unit.tokens.size(); place += step, ++seen) ++counts[unit.tokens[place].hash];
      place -= unit.tokens.size();
    }
    if (seen * step < enough_words) return;
    for (const auto& [word, count] : counts) {
      if (count >= seen / rarity) add(word);
    }
  }

  bool contains(uint64_t word) const {
    for (size_t slot = word % slot_count; slots_[slot] != 0; slot = (slot + 1) % slot_count) {
      if (slots_[slot] == word) return true;
    }
    return false;
  }

 private:
  static constexpr size_t slot_count = size_t{1} << 12;  // for some 200 function words and at most 1,000 others
  void add(uint64_t word) {
    size_t slot = word % slot_count;
    while (slots_[slot] != 0 && slots_[slot] != word) slot = (slot + 1) % slot_count;
    slots_[slot] = word;
  }
  std::vector<uint64_t> slots_;  // open addressing; 0: free
};

// Makes keys, and remembers the last word of each slot: running text asks for few words often.
class KeyMaker {
 public:
  KeyMaker(const CommonWords& common, SeedUnit unit, const std::string& language, const Normalisation& rules)
      : common_(common),
        stems_(unit == SeedUnit::stems),
        stemmer_(language),
        rules_(rules),
        slots_(stems_ ? slot_count : 0) {}

  Keys keys_of(const TextUnit& unit) {
    Keys keys(unit.tokens.size());
    for (size_t t = 0; t < keys.size(); ++t) {
      const Token& token = unit.tokens[t];
      if (!stems_) {
        keys[t] = key_of(token.hash, token.hash);
        continue;
      }
      Slot& slot = slots_[token.hash % slot_count];
      if (slot.word != token.hash) slot = {token.hash, key_of(stem_hash(token, unit.text), token.hash)};
      keys[t] = slot.key;
    }
    return keys;
  }

 private:
  uint64_t stem_hash(const Token& token, std::string_view text) {
    fold_word(token.span.in(text), rules_, folded_);
    return hash_word(stemmer_.stem(folded_));
  }

  // `word` is the hash of the word as it stands, which says whether it is common.
  Key key_of(uint64_t hash, uint64_t word) const {
    return static_cast<Key>(hash >> 32) / 2 * 2 + common_.contains(word);
  }

  static constexpr size_t slot_count = size_t{1} << 14;  // 256 KiB
  struct Slot {
    uint64_t word = 0;
    Key key = 0;
  };
  const CommonWords& common_;
  bool stems_;
  Stemmer stemmer_;
  Normalisation rules_;
  std::string folded_;
  std::vector<Slot> slots_;
};

}  // namespace

std::vector<Keys> make_keys(std::span<const TextUnit> units, const Normalisation& rules, SeedUnit unit,
                            const std::string& language) {
  const CommonWords common(units);
  std::vector<Keys> keys(units.size());
  // A stretch of units a round, so that what a round remembers is worth its making.
  constexpr size_t stretch = 256;
  parallel_for((units.size() + stretch - 1) / stretch, [&](size_t round) {
    KeyMaker maker(common, unit, language, rules);
    const size_t end = std::min(units.size(), (round + 1) * stretch);
    for (size_t u = round * stretch; u < end; ++u) keys[u] = maker.keys_of(units[u]);
  });
  return keys;
}

}  // namespace reprise

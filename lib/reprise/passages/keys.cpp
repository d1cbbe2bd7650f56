#include "reprise/passages/keys.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/language/function_words.h"
#include "reprise/language/stem.h"

namespace reprise::detail {
namespace {

// The common words of a collection. Immutable; any thread.
class CommonWords {
 public:
  explicit CommonWords(std::span<const TextUnit> units) : slots_(slot_count) {
    constexpr size_t enough_words = 50000, rarity = 1000;
    for (const std::string_view word : function_words()) {
      add(hash_word(word));
    }
    size_t words = 0;
    for (const TextUnit& unit : units) {
      words += unit.tokens.size();
    }
    if (words < enough_words) {
      return;
    }
    size_t seen = 0;
    const auto sampled = take_sample(units, words, seen);
    for (const auto& [word, sample] : sampled) {
      if (sample.count >= seen / rarity &&
          2 * sample.followers.size() >= std::min(sample.count, enough_followers)) {
        add(word);
      }
    }
  }

  // Without a branch: half of all words are common, and no processor guesses which.
  bool contains(uint64_t word) const {
    return (slots_[first_slot(word)] == word) | (slots_[second_slot(word)] == word);
  }

 private:
  // How often a word was met, and by how many different words the first of these were followed. A
  // word of a text that everybody copied is frequent too, but always has the same word behind it.
  struct Sample {
    uint32_t count = 0;
    std::vector<uint64_t> followers;
  };
  static constexpr uint32_t enough_followers = 32;

  // Looks at some 65,000 words, at irregular steps: documents of one form would else show the same
  // words each.
  static std::unordered_map<uint64_t, Sample> take_sample(std::span<const TextUnit> units,
                                                          size_t words, size_t& seen) {
    constexpr size_t enough = size_t{1} << 16;
    const size_t mean_step = std::max<size_t>(4, words / enough);
    std::unordered_map<uint64_t, Sample> sampled;
    size_t place = 0;  // of the next word to look at, in its unit
    for (const TextUnit& unit : units) {
      for (; place < unit.tokens.size(); place += 1 + mix(seen++) % (2 * mean_step - 1)) {
        Sample& sample = sampled[unit.tokens[place].hash];
        if (++sample.count > enough_followers || place + 1 == unit.tokens.size()) {
          continue;
        }
        const uint64_t follower = unit.tokens[place + 1].hash;
        auto& known = sample.followers;
        if (std::find(known.begin(), known.end(), follower) == known.end()) {
          known.push_back(follower);
        }
      }
      place -= unit.tokens.size();
    }
    return sampled;
  }

  // For some 200 function words and mostly 100 others, at most 1,000.
  static constexpr size_t slot_count = size_t{1} << 12;
  static size_t first_slot(uint64_t word) { return word % slot_count; }
  static size_t second_slot(uint64_t word) { return word / slot_count % slot_count; }

  // Cuckoo hashing: who comes takes the place, and who stood there moves to its other one. A word
  // that finds no place after many moves is forgotten: it counts as informative, which costs time
  // and nothing else.
  // Source: Pagh, Rodler, Cuckoo Hashing, ESA 2001.
  void add(uint64_t word) {
    constexpr int most_moves = 64;
    if (contains(word)) {
      return;
    }
    size_t slot = first_slot(word);
    for (int move = 0; word != 0 && move < most_moves; ++move) {
      std::swap(word, slots_[slot]);
      slot = slot == first_slot(word) ? second_slot(word) : first_slot(word);
    }
  }
  std::vector<uint64_t> slots_;  // 0: free
};

// Makes keys, and remembers the last word of each slot: running text asks for few words often.
class KeyMaker {
 public:
  KeyMaker(const CommonWords& common, SeedUnit unit, const std::string& language,
           const Normalisation& rules)
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
      if (slot.word != token.hash) {
        slot = {token.hash, key_of(stem_hash(token, unit.text), token.hash)};
      }
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

  static constexpr size_t slot_count = size_t{1} << 16;  // 1 MiB
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

std::vector<Keys> make_keys(std::span<const TextUnit> units, const Normalisation& rules,
                            SeedUnit unit, const std::string& language) {
  const CommonWords common(units);
  std::vector<Keys> keys(units.size());
  // Few rounds, since each begins without remembering anything; but enough of them for all threads
  // to end together.
  const size_t rounds = std::min<size_t>(units.size(), size_t{4} * threads_allowed());
  parallel_for(rounds, [&](size_t round) {
    KeyMaker maker(common, unit, language, rules);
    const size_t end = (round + 1) * units.size() / rounds;
    for (size_t u = round * units.size() / rounds; u < end; ++u) {
      keys[u] = maker.keys_of(units[u]);
    }
  });
  return keys;
}

}  // namespace reprise::detail

// Makes the keys of all words, and finds out which words are common.
//
// Steps:
//   1. In a collection of 50,000 words or more, some 65,000 of them are looked at: those that make
//      one in 1,000 and are followed by many different words are common, in whatever language.
//   2. Each language gets a table of its function words, those of quotations, and those of step 1.
//   3. Each word becomes the hash of its stem, or of itself, cut to 31 bits, and a bit that says
//      whether the word is common. Units run in parallel, and each thread remembers the keys that
//      it made.
//
//     "the ferries"      the: hash, common      ferries: hash of "ferri", not common
//
// In a text of another language that nobody named, a line that is in the language of quotations
// gets the stems that it would get at home; so the copy of an English quotation in a German text is
// found.
//
// Cost: 2 ns a word without stems, about 5 ns with them.
#include "reprise/passages/keys.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/language/pack.h"
#include "reprise/language/stem.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

// How often a word was met, and by how many different words the first of these were followed. A
// word of a text that everybody copied is frequent too, but always has the same word behind it.
struct Sample {
  uint32_t count = 0;
  std::vector<uint64_t> followers;
};
constexpr uint32_t enough_followers = 32;

// Looks at some 65,000 words, at irregular steps: documents of one form would else show the same
// words each.
std::unordered_map<uint64_t, Sample> take_sample(std::span<const TextUnit> units, size_t words,
                                                 size_t& seen) {
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

// What a collection says of its words, whatever their language: those that are frequent and have
// many different words behind them.
std::vector<uint64_t> frequent_words(std::span<const TextUnit> units) {
  constexpr size_t enough_words = 50000;
  constexpr size_t rarity = 1000;
  size_t words = 0;
  for (const TextUnit& unit : units) {
    words += unit.tokens.size();
  }
  std::vector<uint64_t> frequent;
  if (words < enough_words) {
    return frequent;
  }
  size_t seen = 0;
  for (const auto& [word, sample] : take_sample(units, words, seen)) {
    const bool many = sample.count >= seen / rarity;
    if (many && 2 * sample.followers.size() >= std::min(sample.count, enough_followers)) {
      frequent.push_back(word);
    }
  }
  return frequent;
}

// The words that are common in texts of one language. Immutable; any thread.
class CommonWords {
 public:
  // English quotations stand in texts of any language; their common words are to be common there.
  CommonWords(Language language, std::span<const uint64_t> frequent) : slots_(slot_count) {
    for (const LanguagePack* pack : {&everywhere_pack(), &reading_pack(pack_of(language))}) {
      for (const std::string_view word : words_in(pack->function_words)) {
        add(hash_word(word));
      }
    }
    for (const uint64_t word : frequent) {
      add(word);
    }
  }

  // Without a branch: half of all words are common, and no processor guesses which.
  bool contains(uint64_t word) const {
    const bool first = slots_[first_slot(word)] == word;
    const bool second = slots_[second_slot(word)] == word;
    return (static_cast<int>(first) | static_cast<int>(second)) != 0;  // without a branch
  }

 private:
  static constexpr size_t slot_count =
      size_t{1} << 12;  // for 200 to 450 function words and mostly 100 others, at most 1,000
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
  KeyMaker(const CommonWords& common, SeedUnit unit, const std::string& stemmer,
           const Normalisation& rules)
      : common_(common),
        stems_(unit == SeedUnit::stems),
        stemmer_(stemmer),
        rules_(rules),
        slots_(stems_ ? slot_count : 0) {}

  // Sets the keys of some of a text's words.
  void make(std::string_view text, std::span<const Token> tokens, std::span<Key> keys) {
    for (size_t t = 0; t < tokens.size(); ++t) {
      const Token& token = tokens[t];
      if (!stems_) {
        keys[t] = key_of(token.hash, token.hash);
        continue;
      }
      Slot& slot = slots_[token.hash % slot_count];
      if (slot.word != token.hash) {
        slot = {token.hash, key_of(stem_hash(token, text), token.hash)};
      }
      keys[t] = slot.key;
    }
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

// Returns the end of the line that token `begin` stands on.
size_t end_of_line(const TextUnit& unit, size_t begin) {
  size_t end = begin + 1;
  while (end < unit.tokens.size()) {
    const uint32_t from = unit.tokens[end - 1].span.end;
    const std::string_view gap = unit.text.substr(from, unit.tokens[end].span.begin - from);
    if (gap.find('\n') != gap.npos) {
      break;
    }
    ++end;
  }
  return end;
}

// Makes the keys of units in any language; a line that is in the language of quotations has the
// keys that it has at home. Not for two threads at once.
class KeyMakers {
 public:
  KeyMakers(SeedUnit unit, const Normalisation& rules, std::span<const uint64_t> frequent)
      : unit_(unit), rules_(rules), frequent_(frequent) {}

  // Returns whether so many languages were met that what is remembered takes much room.
  bool are_many() const { return makers_.size() > most_makers; }

  bool are_for(SeedUnit unit, const Normalisation& rules) const {
    return unit == unit_ && rules == rules_;
  }

  Keys keys_of(const TextUnit& unit) {
    Keys keys(unit.tokens.size());
    const auto& [language, stemmer, named] = unit.language;
    const CommonWords& common = common_.try_emplace(language, language, frequent_).first->second;
    KeyMaker& own =
        maker_of(common, stemmer.empty() ? std::string(reading_stemmer_of(language)) : stemmer);
    if (named || &reading_pack(pack_of(language)) == &everywhere_pack()) {
      own.make(unit.text, unit.tokens, keys);
      return keys;
    }
    KeyMaker& quoted = maker_of(common, std::string(reading_stemmer_of(Language::other)));
    for (size_t begin = 0; begin < keys.size();) {
      const size_t size = end_of_line(unit, begin) - begin;
      const std::span<const Token> line = std::span(unit.tokens).subspan(begin, size);
      const Language spoken = recognise_language(unit.text, line, rules_);
      KeyMaker& maker = &pack_of(spoken) == &everywhere_pack() ? quoted : own;
      maker.make(unit.text, line, std::span(keys).subspan(begin, size));
      begin += size;
    }
    return keys;
  }

 private:
  static constexpr size_t most_makers = 16;  // 1 MiB each

  KeyMaker& maker_of(const CommonWords& common, const std::string& stemmer) {
    const auto key = std::pair(&common, stemmer);
    return makers_.try_emplace(key, common, unit_, stemmer, rules_).first->second;
  }

  SeedUnit unit_;
  Normalisation rules_;
  std::span<const uint64_t> frequent_;
  std::map<Language, CommonWords> common_;
  std::map<std::pair<const CommonWords*, std::string>, KeyMaker> makers_;
};

// The makers of this thread where languages alone say what is common: their keys are the same from
// call to call, and a query has few words that the one before did not have.
KeyMakers& kept_makers(SeedUnit unit, const Normalisation& rules) {
  thread_local std::optional<KeyMakers> makers;
  if (!makers || !makers->are_for(unit, rules) || makers->are_many()) {
    makers.emplace(unit, rules, std::span<const uint64_t>());
  }
  return *makers;
}

}  // namespace

std::vector<Keys> make_keys(std::span<const TextUnit> units, const Normalisation& rules,
                            SeedUnit unit, CommonWordsBy by) {
  std::vector<uint64_t> frequent;
  if (by == CommonWordsBy::collection) {
    frequent = frequent_words(units);
  }
  std::vector<Keys> keys(units.size());
  // Few rounds, since each begins without remembering anything; but enough of them for all threads
  // to end together.
  const size_t rounds = std::min<size_t>(units.size(), size_t{4} * threads_allowed());
  parallel_for(rounds, [&](size_t round) {
    std::optional<KeyMakers> own;
    KeyMakers& makers = by == CommonWordsBy::language ? kept_makers(unit, rules)
                                                      : own.emplace(unit, rules, frequent);
    const size_t end = (round + 1) * units.size() / rounds;
    for (size_t u = round * units.size() / rounds; u < end; ++u) {
      keys[u] = makers.keys_of(units[u]);
    }
  });
  return keys;
}

void make_common(const UnitRanges& furniture, std::vector<Keys>& keys) {
  furniture.for_each([&](UnitId unit, TokenRange range) {
    for (uint32_t t = range.begin; t < range.end; ++t) {
      keys[unit][t] = as_common(keys[unit][t]);
    }
  });
}

}  // namespace reprise::detail

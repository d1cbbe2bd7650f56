// Rules, in the order in which they are asked:
//
//     anywhere    a phrase that nothing else says          "… for validation purposes …"
//     beginning   a phrase at the begin of a short line,   "Read more"
//                 or of one that addresses the reader      "Support our work, if you can"
//     hints       two, or one with an address              "Privacy Policy and Terms of Use"
//     buttons     three, and hardly a word between         "Share Tweet Email Print"
//
// Long lines speak of much: only phrases that nothing else says count there.
//
// Cost: a look-up or two a word.
#include "reprise/language/furniture_words.h"

#include <algorithm>
#include <bitset>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reprise/base/hash.h"
#include "reprise/language/pack.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

constexpr size_t short_line = 12;  // words
constexpr size_t longest_line = 40;
constexpr size_t longest_heading = 6;

using Words = std::span<const uint64_t>;
using Phrase = std::vector<uint64_t>;

Phrase hashes_of(std::string_view text) {
  Phrase phrase;
  for_each_part(text, ' ', [&](std::string_view word) { phrase.push_back(hash_word(word)); });
  return phrase;
}

// Phrases by their first words.
class Phrases {
 public:
  explicit Phrases(std::string_view list) {
    for_each_part(list, '|', [&](std::string_view text) {
      Phrase phrase = hashes_of(text);
      may_begin_.set(phrase.front() % bits);
      phrases_[phrase.front()].push_back(std::move(phrase));
    });
  }

  bool begin_at(Words words, size_t at) const {
    if (!may_begin_[words[at] % bits]) {
      return false;
    }
    const auto known = phrases_.find(words[at]);
    if (known == phrases_.end()) {
      return false;
    }
    return std::any_of(known->second.begin(), known->second.end(), [&](const Phrase& phrase) {
      const bool fits = at + phrase.size() <= words.size();
      return fits && std::equal(phrase.begin(), phrase.end(),
                                words.begin() + static_cast<std::ptrdiff_t>(at));
    });
  }

  // Returns at how many of the words a phrase begins.
  size_t count_in(Words words) const {
    size_t count = 0;
    for (size_t at = 0; at < words.size(); ++at) {
      count += begin_at(words, at) ? 1U : 0U;
    }
    return count;
  }

 private:
  static constexpr size_t bits = 4096;
  std::bitset<bits> may_begin_;  // most words begin none
  std::unordered_map<uint64_t, std::vector<Phrase>> phrases_;
};

struct FurnitureWords {
  explicit FurnitureWords(const LanguagePack& pack)
      : FurnitureWords(reading_pack(pack).furniture) {}
  explicit FurnitureWords(const FurnitureVocabulary& known)
      : beginning(known.beginning),
        anywhere(known.anywhere),
        hints(known.hints),
        lists(known.lists),
        address(hashes_of(known.address)),
        buttons(hashes_of(known.buttons)) {}

  Phrases beginning, anywhere, hints, lists;
  Phrase address, buttons;  // single words
};

const FurnitureWords& words_of(Language language) {
  static const ByLanguage<FurnitureWords> words;
  return words[language];
}

size_t count_in(Words words, const Phrase& known) {
  return static_cast<size_t>(std::count_if(words.begin(), words.end(), [&](uint64_t word) {
    return std::find(known.begin(), known.end(), word) != known.end();
  }));
}

}  // namespace

bool says_furniture(std::span<const uint64_t> words, bool begins_line, Language language) {
  const FurnitureWords& known = words_of(language);
  if (known.anywhere.count_in(words) > 0) {
    return true;
  }
  if (words.empty() || words.size() > longest_line) {
    return false;
  }
  const bool addresses = count_in(words, known.address) > 0;
  const bool is_short = words.size() <= short_line;
  if (begins_line && (is_short || addresses) && known.beginning.begin_at(words, 0)) {
    return true;
  }
  const size_t hints = known.hints.count_in(words) + (addresses ? 1U : 0U);
  const size_t least_hints = 2;
  if (hints >= least_hints && known.hints.count_in(words) > 0) {
    return true;
  }
  const size_t buttons = count_in(words, known.buttons);
  return begins_line && buttons >= 3 && 3 * buttons >= 2 * words.size();
}

bool heads_links(std::span<const uint64_t> words, Language language) {
  const bool fits = !words.empty() && words.size() <= longest_heading;
  return fits && words_of(language).lists.begin_at(words, 0);
}

}  // namespace reprise::detail

// Steps: the content words of each document that stand in no recurring block are listed once; what
// each is worth says how many documents hold it; two documents are as like as the cosine of their
// lists. Stories are counted from document to document: who is like none of those before begins
// another one.
#include "reprise/furniture/rest.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

#include "reprise/base/hash.h"
#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"
#include "reprise/language/function_words.h"
#include "reprise/language/pack.h"

namespace reprise::detail {
namespace {

constexpr double likeness_of_one_story = 0.08;
constexpr double many_documents = 12;  // from which on they have to be as alike as that
constexpr size_t least_words = 8;      // of a rest that tells its story

// Documents beside those of the collection that are taken to hold none of its words.
constexpr double documents_beside = 10;

using WordHashes = std::unordered_set<uint64_t>;

struct FunctionWordHashes {
  explicit FunctionWordHashes(const LanguagePack& pack) {
    for (const std::string_view word : words_in(reading_pack(pack).function_words)) {
      hashes.insert(hash_word(word));
    }
  }
  WordHashes hashes;
};

const WordHashes& function_word_hashes(Language language) {
  static const ByLanguage<FunctionWordHashes> all;
  return all[language].hashes;
}

// Numbers are rounded to a billionth, so that the last bit of a processor's logarithm decides
// nothing.
double rounded(double value) {
  constexpr double steps = 1e9;
  return std::round(value * steps) / steps;
}

// Returns the content words of the unit outside of blocks that recur, ascending.
std::vector<uint64_t> words_of_rest(const TextUnit& unit, std::span<const TextBlock> blocks,
                                    std::span<const uint32_t> kinds) {
  const WordHashes& idle = function_word_hashes(unit.language.language);
  std::vector<uint64_t> words;
  for (size_t b = 0; b < blocks.size(); ++b) {
    if (kinds[b] != no_kind) {
      continue;
    }
    for (uint32_t t = blocks[b].tokens.begin; t < blocks[b].tokens.end; ++t) {
      const uint64_t word = unit.tokens[t].hash;
      if (!idle.contains(word)) {
        words.push_back(word);
      }
    }
  }
  make_set(words);
  return words;
}

// Returns how many of the documents hold each word.
std::map<uint64_t, uint32_t> count_holders(const std::vector<std::vector<uint64_t>>& by_unit) {
  std::vector<uint64_t> all = joined(by_unit);
  std::sort(all.begin(), all.end());
  std::map<uint64_t, uint32_t> holders;
  for (auto first = all.begin(); first != all.end();) {
    const auto last = std::upper_bound(first, all.end(), *first);
    holders.emplace_hint(holders.end(), *first, static_cast<uint32_t>(last - first));
    first = last;
  }
  return holders;
}

}  // namespace

RestOfDocuments::RestOfDocuments(std::span<const TextUnit> units,
                                 std::span<const std::vector<TextBlock>> blocks,
                                 const Recurrence& recurrence, size_t documents)
    : rests_(documents) {
  const double share = std::min(1.0, static_cast<double>(documents) / many_documents);
  share_of_prose_ = share * std::sqrt(share);

  std::vector<std::vector<uint64_t>> words(units.size());
  parallel_for(units.size(), [&](size_t u) {
    const std::vector<uint32_t>& kinds = recurrence.kind[u];
    const bool holds_some =
        std::any_of(kinds.begin(), kinds.end(), [](uint32_t kind) { return kind != no_kind; });
    if (holds_some) {
      words[u] = words_of_rest(units[u], blocks[u], kinds);
    }
  });
  const std::map<uint64_t, uint32_t> holders = count_holders(words);
  const auto told = static_cast<double>(
      std::count_if(words.begin(), words.end(), [](const auto& own) { return !own.empty(); }));
  parallel_for(units.size(), [&](size_t u) {
    Rest& rest = rests_[units[u].document];
    if (words[u].size() < least_words) {
      return;
    }
    double square = 0;
    for (const uint64_t word : words[u]) {
      const double rarity = std::log((told + documents_beside) / (holders.at(word) + 0.5));
      rest.words.push_back({word, rounded(rarity * rarity)});
      square += rest.words.back().value;
    }
    rest.length = std::sqrt(square);
  });
}

double RestOfDocuments::likeness(const Rest& a, const Rest& b) const {
  double product = 0;
  for_each_common(a.words, b.words, &Weighted::word,
                  [&](const Weighted& x, const Weighted&) { product += x.value; });
  return product / (a.length * b.length);
}

uint32_t RestOfDocuments::stories_among(const BlockKind& kind, uint32_t enough) const {
  const double needed = likeness_of_one_story * (kind.example.closed ? share_of_prose_ : 1);
  std::vector<const Rest*> stories;
  for (const DocumentId document : kind.holders) {
    const Rest& rest = rests_[document];
    const bool is_new =
        !rest.words.empty() && std::none_of(stories.begin(), stories.end(), [&](const Rest* story) {
          return likeness(*story, rest) >= needed;
        });
    if (is_new) {
      stories.push_back(&rest);
    }
    if (stories.size() >= enough) {
      break;
    }
  }
  return static_cast<uint32_t>(stories.size());
}

}  // namespace reprise::detail

// Steps:
// 1. All runs of four words are counted in a table of bytes, by a part of their hashes: most of
//    them stand once, and are forgotten.
// 2. Those that may stand three times are listed with their documents, and sorted.
// 3. Blocks of which most runs are among these are put together by how they read: the kinds.
// 4. For each kind, the documents of its runs are counted; who holds most of them holds the kind.
//
//     kind "# may, sign up for our letter"     runs 4     documents of them  3 3 3 3 5 5 5 5 9
//     held by 3 and 5; the one run of 9 is chance
//
// A block of fewer than four words is one run. Of a long block, 32 runs are looked at.
#include "reprise/furniture/recurrence.h"

#include <algorithm>
#include <numeric>

#include "reprise/base/hash.h"
#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"
#include "reprise/corpus/references.h"

namespace reprise::detail {
namespace {

constexpr uint32_t run_words = 4;
constexpr size_t most_runs = 32;
constexpr size_t most_documents = 1000;
constexpr size_t least_holders = 3;

// What is asked of a block's runs: more than half; a name breaks five of them.
bool most_of(size_t some, size_t all) {
  return 2 * some > all;
}

using Hashes = std::vector<uint64_t>;

// Returns what a word is compared by: all figures are one.
uint64_t key_of(const TextUnit& unit, uint32_t token) {
  const std::string_view bytes = unit.tokens[token].span.in(unit.text);
  constexpr uint64_t figure = 1;
  return bytes.find_first_of("0123456789") != bytes.npos ? figure : unit.tokens[token].hash;
}

// Puts the hashes of the block's runs into `runs`, in order.
void list_runs(const TextUnit& unit, const TextBlock& block, Hashes& runs) {
  runs.clear();
  const uint32_t words = std::min(run_words, block.tokens.size());
  uint64_t window[run_words] = {};
  uint32_t known = 0;
  for (uint32_t t = block.tokens.begin; t < block.tokens.end; ++t) {
    window[known++ % run_words] = key_of(unit, t);
    if (known < words) {
      continue;
    }
    uint64_t hash = block.begins_text ? words + run_words : words;
    for (uint32_t i = 0; i < words; ++i) {
      hash = mix(hash ^ window[(known - words + i) % run_words]);
    }
    runs.push_back(hash);
  }
}

// Returns some of the runs, evenly, if there are many.
Hashes sample_of(const Hashes& runs) {
  if (runs.size() <= most_runs) {
    return runs;
  }
  Hashes some;
  for (size_t i = 0; i < most_runs; ++i) {
    some.push_back(runs[i * runs.size() / most_runs]);
  }
  return some;
}

// How often each run stands somewhere, about: two runs may share a count.
class RunCounts {
 public:
  explicit RunCounts(size_t runs) : counts_(std::bit_ceil(2 * runs + 1)) {}

  void add(uint64_t run) {
    uint8_t& count = counts_[run & (counts_.size() - 1)];
    count = std::min<uint8_t>(count + 1, least_holders);
  }
  bool may_recur(uint64_t run) const {
    return counts_[run & (counts_.size() - 1)] >= least_holders;
  }

 private:
  std::vector<uint8_t> counts_;
};

// A run and a document that holds it.
struct Holding {
  uint64_t run = 0;
  DocumentId document;
  friend auto operator<=>(const Holding&, const Holding&) = default;
};

class Finder {
 public:
  Finder(std::span<const TextUnit> units, std::span<const std::vector<TextBlock>> blocks,
         std::optional<DocumentId> first_reference)
      : units_(units), blocks_(blocks), first_reference_(first_reference), counts_(count_words()) {
    count_runs();
    list_holdings();
  }

  Recurrence find() const {
    std::vector<std::vector<uint64_t>> keys(units_.size());
    parallel_for(units_.size(), [&](size_t u) { keys[u] = keys_of_blocks(u); });
    std::vector<uint64_t> all = joined(keys);
    make_set(all);
    std::erase(all, stands_alone);

    Recurrence found;
    found.kind.resize(units_.size());
    found.kinds.resize(all.size());
    for (size_t u = 0; u < units_.size(); ++u) {
      for (size_t b = 0; b < keys[u].size(); ++b) {
        const auto at = std::lower_bound(all.begin(), all.end(), keys[u][b]);
        const bool recurs = keys[u][b] != stands_alone;
        found.kind[u].push_back(recurs ? static_cast<uint32_t>(at - all.begin()) : no_kind);
        if (recurs) {
          found.kinds[found.kind[u].back()].example = blocks_[u][b];
        }
      }
    }
    parallel_for(found.kinds.size(),
                 [&](size_t k) { found.kinds[k].holders = holders_of(found.kinds[k].example); });
    return without_rare(std::move(found));
  }

 private:
  static constexpr uint64_t stands_alone = 0;

  size_t count_words() const {
    return std::accumulate(
        units_.begin(), units_.end(), size_t{0},
        [](size_t sum, const TextUnit& unit) { return sum + unit.tokens.size(); });
  }

  void count_runs() {
    Hashes runs;
    for (size_t u = 0; u < units_.size(); ++u) {
      for (const TextBlock& block : blocks_[u]) {
        list_runs(units_[u], block, runs);
        for (const uint64_t run : runs) {
          counts_.add(run);
        }
      }
    }
  }

  void list_holdings() {
    std::vector<std::vector<Holding>> by_unit(units_.size());
    parallel_for(units_.size(), [&](size_t u) {
      for (const TextBlock& block : blocks_[u]) {
        list_holdings_of(block, by_unit[u]);
        // What a reference holds is no furniture at the begin of a text either.
        if (is_reference(units_[u].document, first_reference_)) {
          TextBlock elsewhere = block;
          elsewhere.begins_text = !block.begins_text;
          list_holdings_of(elsewhere, by_unit[u]);
        }
      }
    });
    holdings_ = joined(by_unit);
    make_set(holdings_);
  }

  void list_holdings_of(const TextBlock& block, std::vector<Holding>& holdings) const {
    Hashes runs;
    list_runs(units_[block.unit], block, runs);
    for (const uint64_t run : runs) {
      if (counts_.may_recur(run)) {
        holdings.push_back({run, units_[block.unit].document});
      }
    }
  }

  std::span<const Holding> holdings_of(uint64_t run) const {
    const auto is_before = [](const Holding& x, const Holding& y) {
      return x.run < y.run;
    };
    const auto [first, last] = std::equal_range(holdings_.begin(), holdings_.end(),
                                                Holding{run, DocumentId(0)}, is_before);
    return {first, last};
  }

  // Returns how each block of the unit reads; stands_alone of those that recur nowhere.
  Hashes keys_of_blocks(size_t unit) const {
    Hashes keys;
    Hashes runs;
    for (const TextBlock& block : blocks_[unit]) {
      list_runs(units_[unit], block, runs);
      const auto recurring = std::count_if(runs.begin(), runs.end(),
                                           [&](uint64_t run) { return counts_.may_recur(run); });
      uint64_t key = stands_alone;
      if (!runs.empty() && most_of(static_cast<size_t>(recurring), runs.size())) {
        key = std::accumulate(runs.begin(), runs.end(), uint64_t{block.closed},
                              [](uint64_t sum, uint64_t run) { return mix(sum ^ run); });
      }
      keys.push_back(key);
    }
    return keys;
  }

  std::vector<DocumentId> holders_of(const TextBlock& block) const {
    Hashes all;
    list_runs(units_[block.unit], block, all);
    make_set(all);
    const Hashes runs = sample_of(all);
    std::vector<DocumentId> documents;
    for (const uint64_t run : runs) {
      const std::span<const Holding> holdings = holdings_of(run);
      if (!holdings.empty() && is_reference(holdings.back().document, first_reference_)) {
        return {};
      }
      for (const Holding& holding : holdings.first(std::min(holdings.size(), most_documents))) {
        documents.push_back(holding.document);
      }
    }
    std::sort(documents.begin(), documents.end());
    std::vector<DocumentId> holders;
    for (auto first = documents.begin(); first != documents.end();) {
      const auto last = std::upper_bound(first, documents.end(), *first);
      if (most_of(static_cast<size_t>(last - first), runs.size())) {
        holders.push_back(*first);
      }
      first = last;
    }
    return holders;
  }

  // Leaves out the kinds that too few documents hold.
  static Recurrence without_rare(Recurrence found) {
    std::vector<uint32_t> number;
    std::vector<BlockKind> kept;
    for (BlockKind& kind : found.kinds) {
      const bool recurs = kind.holders.size() >= least_holders;
      number.push_back(recurs ? static_cast<uint32_t>(kept.size()) : no_kind);
      if (recurs) {
        kept.push_back(std::move(kind));
      }
    }
    for (std::vector<uint32_t>& of_unit : found.kind) {
      for (uint32_t& kind : of_unit) {
        kind = kind == no_kind ? no_kind : number[kind];
      }
    }
    found.kinds = std::move(kept);
    return found;
  }

  std::span<const TextUnit> units_;
  std::span<const std::vector<TextBlock>> blocks_;
  std::optional<DocumentId> first_reference_;
  RunCounts counts_;
  std::vector<Holding> holdings_;
};

}  // namespace

Recurrence find_recurrence(std::span<const TextUnit> units,
                           std::span<const std::vector<TextBlock>> blocks,
                           std::optional<DocumentId> first_reference) {
  return Finder(units, blocks, first_reference).find();
}

}  // namespace reprise::detail

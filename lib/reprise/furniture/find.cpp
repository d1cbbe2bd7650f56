// Steps:
// 1. Texts become blocks; those that recur become kinds with their holders (recurrence.h).
// 2. Each kind is asked whether it stands in enough stories, or in most pages of a source.
// 3. Each block is asked what it says, and which links it heads.
// 4. Short blocks that recur beside furniture become furniture, if half of their kind do; and those
//    that stand right between two.
#include "reprise/furniture/find.h"

#include <algorithm>
#include <map>
#include <vector>

#include "reprise/base/parallel.h"
#include "reprise/corpus/field.h"
#include "reprise/corpus/references.h"
#include "reprise/furniture/blocks.h"
#include "reprise/furniture/recurrence.h"
#include "reprise/furniture/rest.h"
#include "reprise/furniture/said.h"

namespace reprise::detail {
namespace {

constexpr uint32_t short_label = 20;     // words: may be furniture by a neighbour
constexpr uint32_t short_sentence = 12;  // words: may be furniture between two
constexpr uint32_t least_pages = 3;      // of a source

// Returns in how many stories the block has to stand: a label of a few words in three or four, a
// paragraph in twelve. What holds a full stop was more likely written as text, and copied as such.
uint32_t stories_needed(const TextBlock& block) {
  constexpr uint32_t most = 12;
  const uint32_t words = block.tokens.size();
  return std::min(most, block.closed ? 4 + words / 2 : 3 + words / 6);
}

// Returns whether it is a sentence of some length rather than a label.
bool is_prose(const TextBlock& block) {
  constexpr uint32_t longest_label = 8;
  return block.closed && block.tokens.size() > longest_label;
}

// How many pages each source has.
class Sources {
 public:
  explicit Sources(std::span<const uint32_t> source) : source_(source) {
    for (const uint32_t s : source) {
      pages_[s] += 1;
    }
    pages_.erase(no_value);
  }

  // Returns whether most pages of some source are among the documents. One source for all says
  // nothing.
  bool has_most_pages_of_one(std::span<const DocumentId> documents) const {
    if (pages_.size() < 2) {
      return false;
    }
    std::map<uint32_t, uint32_t> held;
    for (const DocumentId document : documents) {
      held[source_[document]] += 1;
    }
    held.erase(no_value);
    return std::any_of(held.begin(), held.end(), [&](const auto& of_source) {
      const auto& [source, pages] = of_source;
      return pages >= least_pages && 2 * pages > pages_.at(source);
    });
  }

 private:
  std::span<const uint32_t> source_;
  std::map<uint32_t, uint32_t> pages_;
};

class Finder {
 public:
  explicit Finder(const FurnitureSearch& search)
      : search_(search), units_(search.units), blocks_(units_.size()), marks_(units_.size()) {
    parallel_for(units_.size(), [&](size_t u) {
      if (units_[u].field == Field::text) {
        blocks_[u] = blocks_of(units_[u], UnitId(u));
      }
    });
    recurrence_ = find_recurrence(units_, blocks_, search.first_reference);
  }

  Furniture find() {
    const std::vector<char> kinds = furniture_among_kinds();
    parallel_for(units_.size(), [&](size_t u) { mark(u, kinds); });
    mark_neighbours();
    parallel_for(units_.size(), [&](size_t u) { mark_enclosed(u); });
    return gather();
  }

 private:
  bool is_part_of_reference(size_t unit) const {
    return is_reference(units_[unit].document, search_.first_reference);
  }

  // Returns of each kind whether it is furniture by the stories or the source of its holders.
  std::vector<char> furniture_among_kinds() const {
    const RestOfDocuments rest(units_, blocks_, recurrence_, search_.source.size());
    const Sources sources(search_.source);
    std::vector<char> is_furniture(recurrence_.kinds.size());
    parallel_for(is_furniture.size(), [&](size_t k) {
      const BlockKind& kind = recurrence_.kinds[k];
      const uint32_t needed = stories_needed(kind.example);
      const bool may_be = kind.holders.size() >= needed;
      const bool in_stories = may_be && rest.stories_among(kind, needed) >= needed;
      is_furniture[k] = in_stories || is_of_source(kind, sources, rest) ? 1 : 0;
    });
    return is_furniture;
  }

  static bool is_of_source(const BlockKind& kind, const Sources& sources,
                           const RestOfDocuments& rest) {
    if (!sources.has_most_pages_of_one(kind.holders)) {
      return false;
    }
    return !is_prose(kind.example) || rest.stories_among(kind, 2) >= 2;
  }

  // Marks the blocks of a unit that are furniture by their kinds or their words.
  void mark(size_t unit, const std::vector<char>& kinds) {
    if (is_part_of_reference(unit)) {
      marks_[unit].blocks.resize(blocks_[unit].size());
      return;
    }
    marks_[unit] = find_said(units_[unit], blocks_[unit], search_.rules);
    for (size_t b = 0; b < blocks_[unit].size(); ++b) {
      const uint32_t kind = recurrence_.kind[unit][b];
      if (kind == no_kind) {
        continue;
      }
      const bool says_so = 3 * marks_[unit].words[b] >= blocks_[unit][b].tokens.size();
      if (kinds[kind] != 0 || says_so) {
        marks_[unit].blocks[b] = 1;
      }
    }
  }

  // Marks short blocks between two that are furniture.
  void mark_enclosed(size_t unit) {
    std::vector<char>& marked = marks_[unit].blocks;
    const std::vector<char> before = marked;
    for (size_t b = 1; b + 1 < marked.size(); ++b) {
      const bool enclosed = before[b - 1] != 0 && before[b + 1] != 0;
      if (enclosed && blocks_[unit][b].tokens.size() <= short_sentence) {
        marked[b] = 1;
      }
    }
  }

  // Marks short blocks that recur, in rows of such with furniture among them.
  void mark_neighbours() {
    std::vector<uint32_t> all(recurrence_.kinds.size());
    std::vector<uint32_t> beside(recurrence_.kinds.size());  // furniture
    for (size_t u = 0; u < units_.size(); ++u) {
      for_each_in_rows(u, [&](size_t block, bool by_neighbours) {
        ++all[recurrence_.kind[u][block]];
        beside[recurrence_.kind[u][block]] += by_neighbours ? 1U : 0U;
      });
    }
    for (size_t u = 0; u < units_.size(); ++u) {
      std::vector<size_t> found;
      for_each_in_rows(u, [&](size_t block, bool by_neighbours) {
        const uint32_t kind = recurrence_.kind[u][block];
        if (by_neighbours && 2 * beside[kind] >= all[kind]) {
          found.push_back(block);
        }
      });
      for (const size_t block : found) {
        marks_[u].blocks[block] = 1;
      }
    }
  }

  // Calls on_block(number, by_neighbours) for each short block that recurs and is not marked yet.
  template <class OnBlock>
  void for_each_in_rows(size_t unit, const OnBlock& on_block) const {
    const std::vector<char>& marked = marks_[unit].blocks;
    if (is_part_of_reference(unit)) {
      return;
    }
    for (size_t begin = 0; begin < marked.size();) {
      size_t end = begin;
      while (end < marked.size() && (marked[end] != 0 || may_be_in_row(unit, end))) {
        ++end;
      }
      const auto first = std::find(marked.begin() + static_cast<std::ptrdiff_t>(begin),
                                   marked.begin() + static_cast<std::ptrdiff_t>(end), 1);
      const auto known_from = static_cast<size_t>(first - marked.begin());
      size_t known_to = end;
      while (known_to > begin && marked[known_to - 1] == 0) {
        --known_to;
      }
      for (size_t b = begin; b < end; ++b) {
        const bool between = b > known_from && b < known_to;
        const bool beside = known_from < end && !blocks_[unit][b].closed;
        if (marked[b] == 0) {
          on_block(b, between || beside);
        }
      }
      begin = end + 1;
    }
  }

  bool may_be_in_row(size_t unit, size_t b) const {
    const TextBlock& block = blocks_[unit][b];
    const uint32_t longest = block.closed ? short_sentence : short_label;
    return recurrence_.kind[unit][b] != no_kind && block.tokens.size() <= longest &&
           !block.begins_text;
  }

  Furniture gather() const {
    Furniture found;
    for (size_t u = 0; u < units_.size(); ++u) {
      for (size_t b = 0; b < blocks_[u].size(); ++b) {
        if (marks_[u].blocks[b] != 0) {
          found.ranges.add(UnitId(u), blocks_[u][b].tokens);
        }
      }
      for (const TokenRange sentence : marks_[u].sentences) {
        found.ranges.add(UnitId(u), sentence);
      }
    }
    found.ranges.for_each([&](UnitId unit, TokenRange range) {
      ++found.stretches;
      if (!found.example || range.size() > found.example->range.size()) {
        found.example = PassageSpan{unit, range};
      }
    });
    return found;
  }

  const FurnitureSearch& search_;
  std::span<const TextUnit> units_;
  std::vector<std::vector<TextBlock>> blocks_;  // by unit
  Recurrence recurrence_;
  std::vector<SaidFurniture> marks_;  // by unit
};

}  // namespace

Furniture find_furniture(const FurnitureSearch& search) {
  return Finder(search).find();
}

}  // namespace reprise::detail

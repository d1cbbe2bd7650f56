// Steps: ends that lie in ignored texts are cut off, and what mostly lies there goes; furniture is
// treated alike; then one source's own text, quotations, and common phrases go.
//
//     passage    "… the ferry was late. Subscribe to our letter."     0-1
//     furniture  "Subscribe to our letter." in forty documents
//     reported   "… the ferry was late."
//
// Clusters are made anew whenever passages have changed since, and once more at the end if need be.
//
// Cost: a few rounds of clusters.h.
#include "reprise/passages/suppress.h"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>

#include "reprise/corpus/field.h"
#include "reprise/furniture/ranges.h"
#include "reprise/passages/clusters.h"
#include "reprise/passages/find.h"
#include "reprise/passages/trim.h"

namespace reprise::detail {
namespace {

// Returns whether the passage is a phrase that stands in too many places for its weight: each
// doubling of them asks for one word more, from four on.
bool is_formula(const Passage& p, const PassageOptions& options) {
  constexpr uint32_t few = 4;
  return p.holders >= few && p.weight() < needed_weight(options) + std::bit_width(p.holders / few);
}

class Sorter {
 public:
  Sorter(std::span<const TextUnit> units, const SuppressionRules& rules,
         const PassageOptions& options)
      : units_(units), rules_(rules), options_(options) {
    for (const Passage& p : rules.ignored) {
      ignored_.add(p.unit_a, p.a);
    }
  }

  Reported sort_out(std::vector<Passage> passages) {
    for (Passage& p : passages) {
      trim(p, ignored_);
    }
    take_out(passages, Suppression::ignored, [&](const Passage& p) {
      return ignored_.hold_most_of(p.unit_a, p.a) || ignored_.hold_most_of(p.unit_b, p.b);
    });
    if (rules_.furniture != nullptr) {
      take_out_furniture(passages, *rules_.furniture);
    }
    if (trimmed_any_) {
      finish_passages(units_, passages);  // what is left of one may be a quotation
    }
    take_out(passages, Suppression::same_source,
             [&](const Passage& p) { return has_same_source(p); });
    take_out(passages, Suppression::quotation,
             [&](const Passage& p) { return options_.skip_quotations && p.quoted; });
    take_out(passages, Suppression::common,
             [&](const Passage& p) { return is_formula(p, options_); });
    if (!clusters_) {
      clusters_ = cluster_passages(units_, passages);
    }
    Reported reported{std::move(passages), std::move(*clusters_), {}};
    for (const auto& [reason, suppressed] : suppressed_) {
      reported.suppressed.push_back(suppressed);
    }
    return reported;
  }

 private:
  // Takes off what of the ends of the passage lies in the ranges, if enough is left.
  void trim(Passage& p, const UnitRanges& ranges) {
    const auto own = [&](UnitId unit, TokenRange range) {
      const TokenRange first = ranges.around(unit, {range.begin, range.begin + 1});
      const TokenRange last = ranges.around(unit, {range.end - 1, range.end});
      return TokenRange{std::max(range.begin, first.end),
                        last.size() > 0 ? std::min(range.end, last.begin) : range.end};
    };
    const TokenRange a = own(p.unit_a, p.a), b = own(p.unit_b, p.b);
    if ((a == p.a && b == p.b) || p.unit_a >= rules_.keys.size() ||
        p.unit_b >= rules_.keys.size()) {
      return;
    }
    const std::optional<Passage> rest = trimmed(p, a, b, rules_.keys[p.unit_a]);
    if (!rest || !is_enough(*rest, options_)) {
      return;
    }
    p = *rest;
    trimmed_any_ = true;
    clusters_.reset();
  }

  void take_out_furniture(std::vector<Passage>& passages, const Furniture& furniture) {
    for (Passage& p : passages) {
      trim(p, furniture.ranges);
    }
    const auto goes = [&](const Passage& p) {
      return furniture.ranges.hold_most_of(p.unit_a, p.a) ||
             furniture.ranges.hold_most_of(p.unit_b, p.b);
    };
    if (std::erase_if(passages, goes) > 0) {
      clusters_.reset();
    }
    if (furniture.example) {
      suppressed_[Suppression::furniture] = {Suppression::furniture, furniture.stretches,
                                             *furniture.example};
    }
  }

  bool has_same_source(const Passage& p) const {
    if (rules_.same.empty()) {
      return false;
    }
    const uint32_t a = rules_.same[units_[p.unit_a].document],
                   b = rules_.same[units_[p.unit_b].document];
    return a != no_value && a == b;
  }

  // Moves the passages for which `goes` holds to where they are counted.
  template <class Goes>
  void take_out(std::vector<Passage>& passages, Suppression reason, const Goes& goes) {
    std::erase_if(passages, [&](const Passage& p) {
      if (!goes(p)) {
        return false;
      }
      SuppressedPassages& entry = suppressed_[reason];
      entry.reason = reason;
      clusters_.reset();
      if (++entry.count == 1 || p.a.size() > entry.example.range.size()) {
        entry.example = {p.unit_a, p.a};
      }
      return true;
    });
  }

  std::span<const TextUnit> units_;
  const SuppressionRules& rules_;
  const PassageOptions& options_;
  UnitRanges ignored_;
  bool trimmed_any_ = false;
  // Of the passages as they are; none if these have changed since.
  std::optional<std::vector<PassageCluster>> clusters_;
  std::map<Suppression, SuppressedPassages> suppressed_;
};

}  // namespace

const char* name_of(Suppression reason) {
  static constexpr const char* names[] = {"ignored", "furniture", "same source", "quotation",
                                          "common"};
  return names[static_cast<int>(reason)];
}

Reported sort_out(std::span<const TextUnit> units, std::vector<Passage> passages,
                  const SuppressionRules& rules, const PassageOptions& options) {
  return Sorter(units, rules, options).sort_out(std::move(passages));
}

}  // namespace reprise::detail

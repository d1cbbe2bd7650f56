#include "reprise/passages/suppress.h"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>

#include "reprise/passages/clusters.h"
#include "reprise/passages/ranges.h"
#include "reprise/passages/templates.h"
#include "reprise/passages/trim.h"

namespace reprise {
namespace {

// Returns whether the passage is a phrase that stands in too many places for its weight: each doubling of them asks for
// one word more.
bool is_common(const Passage& p, const PassageOptions& options) {
  const double more = std::max(static_cast<double>(std::bit_width(p.holders)) - 2, 0.0);
  return p.weight() < options.least_weight + more;
}

class Sorter {
 public:
  Sorter(std::span<const TextUnit> units, const SuppressionRules& rules, const PassageOptions& options)
      : units_(units), rules_(rules), options_(options) {
    for (const Passage& p : rules.ignored) ignored_.add(p.unit_a, p.a);
  }

  Reported sort_out(std::vector<Passage> passages) {
    take_out(passages, [&](const Passage& p) { return reason_against(p); });
    std::vector<PassageCluster> clusters = cluster_passages(units_, passages);
    const TemplateRule rule(units_, rules_.source);
    for (UnitRanges templates, known; (templates = rule.find(clusters, known)).words() > known.words();) {
      for (Passage& p : passages) trim(p, templates);
      take_out(passages, [&](const Passage& p) -> std::optional<Suppression> {
        const bool both = templates.hold_most_of(p.unit_a, p.a) && templates.hold_most_of(p.unit_b, p.b);
        return both ? std::optional(Suppression::template_text) : std::nullopt;
      });
      clusters = cluster_passages(units_, passages);
      known = std::move(templates);
    }
    // What a template is, is told by how often it stands; so common phrases go last.
    const size_t before = passages.size();
    take_out(passages, [&](const Passage& p) {
      return is_common(p, options_) ? std::optional(Suppression::common) : std::nullopt;
    });
    if (passages.size() < before) clusters = cluster_passages(units_, passages);
    Reported reported{std::move(passages), std::move(clusters), {}};
    for (const auto& [reason, suppressed] : suppressed_) reported.suppressed.push_back(suppressed);
    return reported;
  }

 private:
  // Takes off what is a template at the ends of the passage, if enough is left.
  void trim(Passage& p, const UnitRanges& templates) const {
    const auto own = [&](uint32_t unit, TokenRange range) {
      const TokenRange first = templates.around(unit, {range.begin, range.begin + 1});
      const TokenRange last = templates.around(unit, {range.end - 1, range.end});
      return TokenRange{std::max(range.begin, first.end),
                        last.size() > 0 ? std::min(range.end, last.begin) : range.end};
    };
    const TokenRange a = own(p.unit_a, p.a), b = own(p.unit_b, p.b);
    if ((a == p.a && b == p.b) || p.unit_a >= rules_.keys.size() || p.unit_b >= rules_.keys.size()) return;
    const std::optional<Passage> rest = trimmed(p, a, b, rules_.keys[p.unit_a]);
    if (rest && is_enough(*rest, options_)) p = *rest;
  }

  std::optional<Suppression> reason_against(const Passage& p) const {
    const uint32_t a = units_[p.unit_a].document, b = units_[p.unit_b].document;
    if (ignored_.hold_most_of(p.unit_a, p.a) || ignored_.hold_most_of(p.unit_b, p.b)) return Suppression::ignored;
    if (!rules_.same.empty() && rules_.same[a] != no_source && rules_.same[a] == rules_.same[b])
      return Suppression::same_source;
    if (rules_.skip_quotations && p.quoted) return Suppression::quotation;
    return std::nullopt;
  }

  // Moves the passages that there is a reason against to where they are counted.
  template <class Reason>
  void take_out(std::vector<Passage>& passages, const Reason& reason_against) {
    std::erase_if(passages, [&](const Passage& p) {
      const std::optional<Suppression> reason = reason_against(p);
      if (!reason) return false;
      SuppressedPassages& entry = suppressed_[*reason];
      entry.reason = *reason;
      if (++entry.count == 1 || p.a.size() > entry.example.range.size()) entry.example = {p.unit_a, p.a};
      return true;
    });
  }

  std::span<const TextUnit> units_;
  const SuppressionRules& rules_;
  const PassageOptions& options_;
  UnitRanges ignored_;
  std::map<Suppression, SuppressedPassages> suppressed_;
};

}  // namespace

const char* name_of(Suppression reason) {
  static constexpr const char* names[] = {"ignored", "same source", "quotation", "template", "common"};
  return names[static_cast<int>(reason)];
}

Reported sort_out(std::span<const TextUnit> units, std::vector<Passage> passages, const SuppressionRules& rules,
                  const PassageOptions& options) {
  return Sorter(units, rules, options).sort_out(std::move(passages));
}

}  // namespace reprise

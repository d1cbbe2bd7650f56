#include "reprise/passages/templates.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace reprise {
namespace {

// What is asked of nearly all spans: of nine in ten.
bool nearly_all(size_t some, size_t all) { return 10 * some >= 9 * all; }

bool is_near_edge(const TextUnit& unit, const PassageSpan& span, const UnitRanges& known) {
  const auto words = static_cast<uint32_t>(unit.tokens.size());
  const uint32_t near = std::max(40u, words / 20);
  const auto own_words = [&](TokenRange range) { return range.size() - known.covered(span.unit, range); };
  return own_words({0, span.range.begin}) < near || own_words({span.range.end, words}) < near;
}

// Returns whether a line ends between this word and the one before.
bool begins_line(const TextUnit& unit, uint32_t word) {
  if (word == 0 || word == unit.tokens.size()) return true;
  const Span gap{unit.tokens[word - 1].span.end, unit.tokens[word].span.begin};
  return gap.in(unit.text).find('\n') != std::string_view::npos;
}

// Returns the whole lines of the range; two words may be missing at either end. Lines of more than 100 words are none.
TokenRange whole_lines(const TextUnit& unit, TokenRange range) {
  constexpr uint32_t slack = 2, longest_line = 100;
  const auto words = static_cast<uint32_t>(unit.tokens.size());
  TokenRange whole = range;
  bool found = false;
  for (uint32_t i = 0; i <= slack && i <= range.begin; ++i) found |= begins_line(unit, range.begin - i);
  for (uint32_t i = 0; !found && whole.begin < whole.end && i < longest_line; ++i)
    found = begins_line(unit, ++whole.begin);
  if (!found) return {range.begin, range.begin};
  found = false;
  for (uint32_t i = 0; i <= slack && range.end + i <= words; ++i) found |= begins_line(unit, range.end + i);
  for (uint32_t i = 0; !found && whole.end > whole.begin && i < longest_line; ++i)
    found = begins_line(unit, --whole.end);
  return found ? whole : TokenRange{range.begin, range.begin};
}

}  // namespace

// What a cluster looks like as a whole.
struct TemplateRule::Census {
  std::set<uint32_t> documents;
  std::map<uint32_t, std::set<uint32_t>> of_source;
  size_t near_edge = 0, small = 0;
};

TemplateRule::TemplateRule(std::span<const TextUnit> units, std::span<const uint32_t> source_of)
    : units_(units), source_of_(source_of) {
  for (const uint32_t source : source_of) {
    if (source == no_source) continue;
    if (source >= documents_of_.size()) documents_of_.resize(source + 1);
    ++documents_of_[source];
  }
}

TemplateRule::Census TemplateRule::take_census(const PassageCluster& cluster, const UnitRanges& known) const {
  Census census;
  for (const PassageSpan& span : cluster.spans) {
    const TextUnit& unit = units_[span.unit];
    const uint32_t source = source_of_[unit.document];
    census.documents.insert(unit.document);
    if (source != no_source) census.of_source[source].insert(unit.document);
    census.near_edge += is_near_edge(unit, span, known);
    census.small += 2 * size_t{span.range.size()} <= unit.tokens.size();
  }
  return census;
}

// Returns whether the documents are as many as a template's.
bool TemplateRule::is_often(const Census& census, bool at_edges) const {
  const size_t documents = census.documents.size(), all = source_of_.size();
  if (census.of_source.empty())
    return at_edges ? documents >= std::max<size_t>(5, all / 100) : documents >= std::max<size_t>(10, all / 20);
  return documents >= 2 * census.of_source.size() &&
         std::any_of(census.of_source.begin(), census.of_source.end(), [&](const auto& source) {
           return source.second.size() >= std::max<size_t>(3, documents_of_[source.first] / 10);
         });
}

// Returns whether the cluster is as often and where templates are.
bool TemplateRule::recurs(const PassageCluster& cluster, const UnitRanges& known) const {
  constexpr double least_agreement = 0.7;  // dates and names differ
  if (cluster.agreement < least_agreement) return false;
  const Census census = take_census(cluster, known);
  const size_t spans = cluster.spans.size();
  return is_often(census, nearly_all(census.near_edge, spans)) && nearly_all(census.small, spans);
}

// Returns whether at least half of the span lies in whole lines of what recurs around it.
bool TemplateRule::has_whole_lines(const PassageSpan& span, const UnitRanges& recurring) const {
  const TokenRange whole = whole_lines(units_[span.unit], recurring.around(span.unit, span.range));
  const uint32_t begin = std::max(whole.begin, span.range.begin), end = std::min(whole.end, span.range.end);
  return end > begin && 2 * (end - begin) >= span.range.size();
}

UnitRanges TemplateRule::find(std::span<const PassageCluster> clusters, const UnitRanges& known) const {
  std::vector<const PassageCluster*> candidates;
  UnitRanges recurring = known;
  for (const PassageCluster& cluster : clusters) {
    if (!recurs(cluster, known)) continue;
    candidates.push_back(&cluster);
    for (const PassageSpan& span : cluster.spans) recurring.add(span.unit, span.range);
  }
  UnitRanges templates = known;
  for (const PassageCluster* cluster : candidates) {
    const auto whole = std::count_if(cluster->spans.begin(), cluster->spans.end(),
                                     [&](const PassageSpan& span) { return has_whole_lines(span, recurring); });
    if (!nearly_all(static_cast<size_t>(whole), cluster->spans.size())) continue;
    for (const PassageSpan& span : cluster->spans) templates.add(span.unit, span.range);
  }
  return templates;
}

}  // namespace reprise

// Steps: a census of each cluster (in how many documents, of which sources, how near to their ends,
// how long) says whether it recurs as templates do; all clusters that do are laid over their
// documents; and those of them that stand in whole lines of what is laid there are templates.
//
//     five pages of one paper end in      Related posts | Ferry late again | Museum of salt opens
//     each headline is a cluster          no whole line by itself, if two change places
//     laid together                       whole lines to the end of the page: templates
//
// Counter-example: a quotation in five articles ends no line and stands near no end.
//
// Cost: linear in the spans of the clusters.
#include "reprise/passages/templates.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "reprise/corpus/references.h"

namespace reprise::detail {
namespace {

// What is asked of nearly all spans: of nine in ten.
bool nearly_all(size_t some, size_t all) {
  return 10 * some >= 9 * all;
}

// Returns how near to a document's beginning or end is near, in words that are no template's
// themselves.
uint32_t edge_of(const TextUnit& unit) {
  return std::max(40u, static_cast<uint32_t>(unit.tokens.size()) / 20);
}

uint32_t own_words(UnitId unit, TokenRange range, const UnitRanges& known) {
  return range.size() - known.covered(unit, range);
}

// Returns whether a line ends between this word and the one before.
bool begins_line(const TextUnit& unit, uint32_t word) {
  if (word == 0 || word == unit.tokens.size()) {
    return true;
  }
  const Span gap{unit.tokens[word - 1].span.end, unit.tokens[word].span.begin};
  return gap.in(unit.text).find('\n') != std::string_view::npos;
}

// Returns the whole lines of the range; two words may be missing at either end. Lines of more than
// 100 words are none.
TokenRange whole_lines(const TextUnit& unit, TokenRange range) {
  constexpr uint32_t slack = 2, longest_line = 100;
  const auto words = static_cast<uint32_t>(unit.tokens.size());
  TokenRange whole = range;
  bool found = false;
  for (uint32_t i = 0; i <= slack && i <= range.begin; ++i) {
    found |= begins_line(unit, range.begin - i);
  }
  for (uint32_t i = 0; !found && whole.begin < whole.end && i < longest_line; ++i) {
    found = begins_line(unit, ++whole.begin);
  }
  if (!found) {
    return {range.begin, range.begin};
  }
  found = false;
  for (uint32_t i = 0; i <= slack && range.end + i <= words; ++i) {
    found |= begins_line(unit, range.end + i);
  }
  for (uint32_t i = 0; !found && whole.end > whole.begin && i < longest_line; ++i) {
    found = begins_line(unit, --whole.end);
  }
  return found ? whole : TokenRange{range.begin, range.begin};
}

}  // namespace

// What a cluster looks like as a whole.
struct TemplateRule::Census {
  std::set<DocumentId> documents;
  std::map<uint32_t, std::set<uint32_t>> of_source;
  size_t spans = 0, near_begin = 0, near_end = 0, small = 0;
  uint32_t longest = 0;  // span, in words
};

TemplateRule::TemplateRule(std::span<const TextUnit> units, std::span<const uint32_t> source_of,
                           std::optional<DocumentId> first_reference)
    : units_(units), source_of_(source_of), first_reference_(first_reference) {
  for (const uint32_t source : source_of) {
    if (source == no_source) {
      continue;
    }
    if (source >= documents_of_.size()) {
      documents_of_.resize(source + 1);
    }
    ++documents_of_[source];
  }
  if (documents_of_.size() < 2) {
    documents_of_.clear();  // one for all says nothing
  }
}

TemplateRule::Census TemplateRule::take_census(const PassageCluster& cluster,
                                               const UnitRanges& known) const {
  Census census;
  for (const PassageSpan& span : cluster.spans) {
    const TextUnit& unit = units_[span.unit];
    const auto words = static_cast<uint32_t>(unit.tokens.size());
    const uint32_t source = source_of_[unit.document];
    census.documents.insert(unit.document);
    if (source != no_source && !documents_of_.empty()) {
      census.of_source[source].insert(unit.document);
    }
    ++census.spans;
    census.near_begin += own_words(span.unit, {0, span.range.begin}, known) < edge_of(unit);
    census.near_end += own_words(span.unit, {span.range.end, words}, known) < edge_of(unit);
    census.small += 2 * size_t{span.range.size()} <= words;
    census.longest = std::max(census.longest, span.range.size());
  }
  return census;
}

// Returns whether the documents are as many as a template's.
bool TemplateRule::is_often(const Census& census) const {
  const size_t documents = census.documents.size();
  if (census.of_source.empty()) {
    return documents >= std::max<size_t>(5, source_of_.size() / 100);
  }
  return documents >= 2 * census.of_source.size() &&
         std::any_of(census.of_source.begin(), census.of_source.end(), [&](const auto& source) {
           return source.second.size() >= std::max<size_t>(3, documents_of_[source.first] / 10);
         });
}

// Returns whether it stands where templates do.
bool TemplateRule::is_in_place(const Census& census, size_t all_documents) {
  constexpr uint32_t longest_at_begin = 40, longest_elsewhere = 30;
  if (nearly_all(census.near_end, census.spans)) {
    return true;
  }
  if (nearly_all(census.near_begin, census.spans)) {
    return census.longest <= longest_at_begin;
  }
  return census.longest <= longest_elsewhere &&
         census.documents.size() >= std::max<size_t>(10, all_documents / 20);
}

// Returns whether the cluster is as often and where templates are.
bool TemplateRule::recurs(const PassageCluster& cluster, const UnitRanges& known) const {
  constexpr double least_agreement = 0.7;  // dates and names differ
  if (cluster.agreement < least_agreement) {
    return false;
  }
  const Census census = take_census(cluster, known);
  const bool none_is_a_reference =
      !is_reference(DocumentId(*census.documents.rbegin()), first_reference_);
  return none_is_a_reference && is_often(census) && is_in_place(census, source_of_.size()) &&
         nearly_all(census.small, census.spans);
}

// Returns whether at least half of the span lies in whole lines of what recurs around it.
bool TemplateRule::has_whole_lines(const PassageSpan& span, const UnitRanges& recurring) const {
  const TokenRange around = recurring.around(span.unit, span.range);
  const TokenRange whole = whole_lines(units_[span.unit], around);
  const uint32_t begin = std::max(whole.begin, span.range.begin);
  const uint32_t end = std::min(whole.end, span.range.end);
  return end > begin && 2 * (end - begin) >= span.range.size();
}

UnitRanges TemplateRule::find(std::span<const PassageCluster> clusters,
                              const UnitRanges& known) const {
  std::vector<const PassageCluster*> candidates;
  UnitRanges recurring = known;
  for (const PassageCluster& cluster : clusters) {
    if (!recurs(cluster, known)) {
      continue;
    }
    candidates.push_back(&cluster);
    for (const PassageSpan& span : cluster.spans) {
      recurring.add(span.unit, span.range);
    }
  }
  UnitRanges templates = known;
  for (const PassageCluster* cluster : candidates) {
    const auto whole =
        std::count_if(cluster->spans.begin(), cluster->spans.end(),
                      [&](const PassageSpan& span) { return has_whole_lines(span, recurring); });
    if (!nearly_all(static_cast<size_t>(whole), cluster->spans.size())) {
      continue;
    }
    for (const PassageSpan& span : cluster->spans) {
      templates.add(span.unit, span.range);
    }
  }
  return templates;
}

}  // namespace reprise::detail

#include "reprise/points/label.h"

#include <algorithm>
#include <map>
#include <set>

namespace reprise {
namespace {

constexpr size_t most_terms = 8;

size_t count_common(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  size_t common = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    common += a[i] == b[j];
    const bool step_a = a[i] <= b[j], step_b = b[j] <= a[i];
    i += step_a;
    j += step_b;
  }
  return common;
}

// Returns the share of stems that two clauses have in common, each weighted with its rarity.
double weighted_overlap(const Clause& a, const Clause& b, std::span<const double> weights) {
  double shared = 0, all = 0;
  for (uint32_t stem : a.stems) {
    all += weights[stem];
    if (std::binary_search(b.stems.begin(), b.stems.end(), stem)) shared += weights[stem];
  }
  for (uint32_t stem : b.stems) {
    if (!std::binary_search(a.stems.begin(), a.stems.end(), stem)) all += weights[stem];
  }
  return all > 0 ? shared / all : 0;
}

uint32_t choose_label(std::span<const uint32_t> group, const ClauseTable& table, std::span<const TextUnit> units,
                      std::span<const double> weights) {
  uint32_t best = 0;
  double best_sum = -1;
  for (uint32_t i = 0; i < group.size(); ++i) {
    const Clause& clause = table.clauses[group[i]];
    double sum = 0;
    for (uint32_t other : group) {
      if (units[table.clauses[other].unit].document != units[clause.unit].document)
        sum += weighted_overlap(clause, table.clauses[other], weights);
    }
    const bool shorter = clause.tokens.size() < table.clauses[group[best]].tokens.size();
    if (sum > best_sum || (sum == best_sum && shorter)) best = i, best_sum = sum;
  }
  return best;
}

// Returns the words that bind the mentions: those that several documents share, by rarity and number of documents.
std::vector<std::string> choose_terms(std::span<const uint32_t> group, const ClauseTable& table,
                                      std::span<const TextUnit> units, std::span<const double> weights) {
  std::map<uint32_t, std::set<uint32_t>> documents_of_stem;
  for (uint32_t c : group) {
    for (uint32_t stem : table.clauses[c].stems) documents_of_stem[stem].insert(units[table.clauses[c].unit].document);
  }
  std::vector<std::pair<double, uint32_t>> ranked;
  for (const auto& [stem, documents] : documents_of_stem) {
    if (documents.size() >= 2) ranked.emplace_back(weights[stem] * static_cast<double>(documents.size() - 1), stem);
  }
  std::sort(ranked.begin(), ranked.end(),
            [](const auto& x, const auto& y) { return x.first != y.first ? x.first > y.first : x.second < y.second; });
  std::vector<std::string> terms;
  for (size_t i = 0; i < std::min(ranked.size(), most_terms); ++i) terms.push_back(table.words[ranked[i].second]);
  return terms;
}

// Returns how many voices beside the label's own say the point, each counted by how much its best mention shares with the
// label: a loose mention counts little.
double repeats(std::span<const uint32_t> group, uint32_t label, const ClauseTable& table,
               std::span<const TextUnit> units, std::span<const double> weights,
               std::span<const uint32_t> voice_of_document) {
  const Clause& central = table.clauses[group[label]];
  const auto voice_of = [&](const Clause& clause) { return voice_of_document[units[clause.unit].document]; };
  std::map<uint32_t, double> best;
  for (uint32_t c : group) {
    const Clause& clause = table.clauses[c];
    if (voice_of(clause) == voice_of(central)) continue;
    double& value = best[voice_of(clause)];
    value = std::max(value, weighted_overlap(central, clause, weights));
  }
  double sum = 0;
  for (const auto& [_, value] : best) sum += value;
  return sum;
}

PointClass likeness_of(std::span<const uint32_t> group, uint32_t label, const ClauseTable& table) {
  const auto& central = table.clauses[group[label]].stems;
  double sum = 0;
  for (uint32_t i = 0; i < group.size(); ++i) {
    if (i == label) continue;
    const auto& other = table.clauses[group[i]].stems;
    const size_t common = count_common(central, other);
    sum += static_cast<double>(common) / static_cast<double>(central.size() + other.size() - common);
  }
  const double mean = sum / static_cast<double>(group.size() - 1);
  return mean >= 0.9 ? PointClass::verbatim : mean >= 0.5 ? PointClass::near : PointClass::restated;
}

bool figures_disagree(const Point& point, std::span<const TextUnit> units) {
  for (const MentionedFigure& x : point.figures) {
    for (const MentionedFigure& y : point.figures) {
      const bool other_document =
          units[point.mentions[x.mention].unit].document < units[point.mentions[y.mention].unit].document;
      if (other_document && contradict(x.figure, y.figure)) return true;
    }
  }
  return false;
}

}  // namespace

Point make_point(std::span<const uint32_t> group, const ClauseTable& table, std::span<const TextUnit> units,
                 std::span<const double> weights, std::span<const uint32_t> voice_of_document) {
  Point point;
  std::set<uint32_t> documents, voices;
  for (uint32_t i = 0; i < group.size(); ++i) {
    const Clause& clause = table.clauses[group[i]];
    point.mentions.push_back({clause.unit, clause.span});
    for (const Figure& figure : clause.figures) point.figures.push_back({i, figure});
    documents.insert(units[clause.unit].document);
    voices.insert(voice_of_document[units[clause.unit].document]);
  }
  point.documents.assign(documents.begin(), documents.end());
  point.voices = static_cast<uint32_t>(voices.size());
  point.label = choose_label(group, table, units, weights);
  point.likeness = likeness_of(group, point.label, table);
  point.disagree = figures_disagree(point, units);
  point.terms = choose_terms(group, table, units, weights);
  point.score = repeats(group, point.label, table, units, weights, voice_of_document);
  return point;
}

}  // namespace reprise

#include "reprise/points/story.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace reprise::detail {
namespace {

constexpr double least_weight = 0.05;
constexpr double share_with_gap = 0.5;  // of a pair's value, if a word stands between

// Returns whether the statement is a reference's, or all that its text or title says.
bool is_whole(const Statement& statement, std::span<const TextUnit> units,
              uint32_t first_reference) {
  const TextUnit& unit = units[statement.unit];
  return unit.document >= first_reference || statement.tokens.size() == unit.tokens.size();
}

// Gives a line its features: terms, and pairs of neighbours.
void add_features(Line& line, std::span<const uint32_t> local, const Story& story,
                  double pair_share) {
  const std::vector<Term>& terms = line.statement->terms;
  for (size_t i = 0; i < terms.size(); ++i) {
    const double weight = story.weights[local[i]];
    line.features.push_back({local[i], terms[i].token, terms[i].token, weight * weight});
    for (size_t gap = 1; gap <= 2 && i + gap < terms.size(); ++gap) {
      const auto [low, high] = std::minmax(local[i], local[i + gap]);
      if (low == high) {
        continue;
      }
      const double both =
          weight * story.weights[local[i + gap]] * pair_share * (gap == 1 ? 1 : share_with_gap);
      line.features.push_back({uint64_t{1} << 63 | uint64_t{low} << 32 | high, terms[i].token,
                               terms[i + gap].token, both});
    }
  }
  std::sort(line.features.begin(), line.features.end(), [](const Feature& x, const Feature& y) {
    return x.key != y.key ? x.key < y.key : x.first < y.first;
  });
}

}  // namespace

double rarity(size_t all, size_t holding) {
  const double exact =
      std::log((static_cast<double>(all) + 1.0) / (static_cast<double>(holding) + 0.5)) + 1.0;
  return std::max(least_weight, std::round(exact * 1e6) / 1e6);
}

Story make_story(std::span<const uint32_t> statements, const StatementTable& table,
                 std::span<const TextUnit> units, std::span<const uint32_t> voice_of_document,
                 const PointOptions& options, uint32_t first_reference) {
  Story story;
  std::unordered_map<uint32_t, uint32_t> number;
  std::vector<std::vector<uint32_t>> local(statements.size());
  for (size_t i = 0; i < statements.size(); ++i) {
    Line line;
    line.statement = &table.statements[statements[i]];
    line.voice = voice_of_document[units[line.statement->unit].document];
    line.whole = is_whole(*line.statement, units, first_reference);
    for (const Term& term : line.statement->terms) {
      const auto [it, added] =
          number.try_emplace(term.id, static_cast<uint32_t>(story.terms.size()));
      if (added) {
        story.terms.push_back(term.id);
      }
      local[i].push_back(it->second);
      line.places.push_back(term.token);
    }
    line.terms = local[i];
    std::sort(line.terms.begin(), line.terms.end());
    line.terms.erase(std::unique(line.terms.begin(), line.terms.end()), line.terms.end());
    story.holders.resize(story.terms.size());
    for (uint32_t term : line.terms) {
      ++story.holders[term];
    }
    story.lines.push_back(std::move(line));
  }
  double values = 0, occurrences = 0;
  for (uint32_t holding : story.holders) {
    const double weight = rarity(statements.size(), holding);
    story.weights.push_back(weight);
    values += weight * weight * holding;
    occurrences += holding;
  }
  story.smoothing = occurrences > 0 ? options.smoothing * values / occurrences : 0;
  for (size_t i = 0; i < statements.size(); ++i) {
    add_features(story.lines[i], local[i], story, options.pair_share);
  }
  return story;
}

}  // namespace reprise::detail

// Steps: each statement becomes a line, its terms numbered as the story meets them; terms that few
// lines hold weigh more; each line gets its features, terms and pairs of neighbours.
//
//     "The ferry is late."  "A ferry burns."
//     terms: ferry 0 (in both lines: light), late 1, burn 2
//     features of the first line: ferry, late, and the pair (ferry, late)
#include "reprise/points/story.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "reprise/base/lists.h"

namespace reprise::detail {
namespace {

constexpr double least_weight = 0.05;

// Terms up to so many apart make a pair.
constexpr size_t widest_gap = 2;

// Of a pair's value, if a word stands between.
constexpr double share_with_gap = 0.5;

// Of what another word would say, an everyday word says.
constexpr double share_of_everyday = 0.45;

// Returns whether the statement is a reference's, or all that its text or title says.
bool is_whole(const Statement& statement, const TextUnit& unit, bool of_reference) {
  return of_reference || statement.tokens.size() == unit.tokens.size();
}

// Returns the key of two neighbouring terms in either order; no term has it by itself.
uint64_t key_of_pair(StoryTermId a, StoryTermId b) {
  const uint64_t low = std::min(a, b);
  const uint64_t high = std::max(a, b);
  return uint64_t{1} << 63 | low << 32 | high;
}

// Gives a line its features: terms, and pairs of neighbours. `local` are the numbers of its terms
// in the story, by place.
void add_features(Line& line, std::span<const StoryTermId> local, const Story& story,
                  double pair_share) {
  const std::vector<uint32_t>& places = line.places;
  for (size_t i = 0; i < local.size(); ++i) {
    const double weight = story.weights[local[i]];
    line.features.push_back({local[i], places[i], places[i], weight * weight});
    const size_t end = std::min(i + widest_gap + 1, local.size());
    for (size_t j = i + 1; j < end; ++j) {
      if (local[i] == local[j]) {
        continue;
      }
      const double share = j == i + 1 ? pair_share : pair_share * share_with_gap;
      const double both = weight * story.weights[local[j]] * share;
      line.features.push_back({key_of_pair(local[i], local[j]), places[i], places[j], both});
    }
  }
  const auto by_key_and_place = [](const Feature& x, const Feature& y) {
    return x.key != y.key ? x.key < y.key : x.first < y.first;
  };
  std::sort(line.features.begin(), line.features.end(), by_key_and_place);
}

// The numbers that a story gives to its terms, in the order in which they come.
class TermNumbers {
 public:
  explicit TermNumbers(std::vector<TermId>& terms) : terms_(terms) {}

  StoryTermId of(TermId term) {
    const auto [entry, added] = numbers_.try_emplace(term, StoryTermId{terms_.size()});
    if (added) {
      terms_.push_back(term);
    }
    return entry->second;
  }

 private:
  std::vector<TermId>& terms_;
  std::unordered_map<TermId, StoryTermId> numbers_;
};

// Gives each term its weight and what it says, and the story its smoothing: some mean terms' value.
void weigh_terms(Story& story, const StatementTable& table, double smoothing) {
  double values = 0;
  double said = 0;
  double occurrences = 0;
  for (StoryTermId term{0}; term < story.terms.size(); ++term) {
    const uint32_t holding = story.holders[term];
    const double weight = rarity(story.lines.size(), holding);
    const bool everyday = table.everyday[story.terms[term]] != 0;
    story.weights.push_back(weight);
    story.says.push_back(weight * weight * (everyday ? share_of_everyday : 1));
    story.asserts.push_back(table.names[story.terms[term]] != 0 ? 0 : story.says.back());
    values += weight * weight * holding;
    said += story.says.back() * holding;
    occurrences += holding;
  }
  if (occurrences > 0) {
    story.smoothing = smoothing * values / occurrences;
    story.mean_says = said / occurrences;
  }
}

// Tells each line its place in its text. REQUIRES: the lines of a text stand side by side.
void place_lines(std::vector<Line>& lines) {
  const auto text_of = [&](size_t line) {
    return lines[line].statement->unit;
  };
  for (size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
    while (end < lines.size() && text_of(end) == text_of(begin)) {
      ++end;
    }
    for (size_t line = begin; line < end; ++line) {
      lines[line].place = static_cast<double>(line - begin) / static_cast<double>(end - begin);
    }
  }
}

}  // namespace

double rarity(size_t all, size_t holding) {
  const double ratio = (static_cast<double>(all) + 1.0) / (static_cast<double>(holding) + 0.5);
  const double exact = std::log(ratio) + 1.0;
  return std::max(least_weight, std::round(exact * 1e6) / 1e6);
}

bool are_comparable(const Story& story, LineId a, LineId b) {
  const Line& x = story.lines[a];
  const Line& y = story.lines[b];
  if (x.voice == y.voice) {
    return false;
  }
  return !story.against_references || x.of_reference != y.of_reference;
}

std::vector<StoryTermId> terms_in(const Line& line, TokenRange stretch) {
  std::vector<StoryTermId> terms;
  for (const Feature& feature : line.features) {
    const bool is_inside = feature.first >= stretch.begin && feature.last < stretch.end;
    if (!feature.is_term() || !is_inside) {
      continue;
    }
    const StoryTermId term{feature.key};
    if (terms.empty() || terms.back() != term) {
      terms.push_back(term);
    }
  }
  return terms;
}

double shared_weight(const Story& story, std::span<const StoryTermId> a,
                     std::span<const StoryTermId> b) {
  double shared = 0;
  double all = 0;
  for (const StoryTermId term : a) {
    all += story.weights[term];
    shared += std::binary_search(b.begin(), b.end(), term) ? story.weights[term] : 0;
  }
  for (const StoryTermId term : b) {
    all += std::binary_search(a.begin(), a.end(), term) ? 0 : story.weights[term];
  }
  return all > 0 ? shared / all : 0;
}

bool is_negated(const Line& line, TokenRange stretch) {
  const std::vector<uint32_t>& negations = line.statement->negations;
  const auto first = std::lower_bound(negations.begin(), negations.end(), stretch.begin);
  return first != negations.end() && *first < stretch.end;
}

Story make_story(std::span<const StatementId> statements, const StatementTable& table,
                 std::span<const TextUnit> units, const DocumentFacts& documents,
                 const PointOptions& options) {
  Story story;
  story.against_references = documents.first_reference.has_value();
  TermNumbers numbers(story.terms);
  std::vector<std::vector<StoryTermId>> local;  // by line, then place
  for (const StatementId id : statements) {
    Line line;
    line.statement = &table.statements[id];
    const TextUnit& unit = units[line.statement->unit];
    line.voice = VoiceId{documents.voice_of_document[unit.document]};
    line.of_reference = documents.is_reference(DocumentId{unit.document});
    line.whole = is_whole(*line.statement, unit, line.of_reference);
    for (const Term& term : line.statement->terms) {
      line.terms.push_back(numbers.of(term.id));
      line.places.push_back(term.token);
    }
    local.push_back(line.terms);
    make_set(line.terms);
    story.holders.resize(story.terms.size());
    for (const StoryTermId term : line.terms) {
      ++story.holders[term];
    }
    story.lines.push_back(std::move(line));
  }
  story.of_statements = std::all_of(story.lines.begin(), story.lines.end(),
                                    [](const Line& line) { return line.whole; });
  place_lines(story.lines);
  weigh_terms(story, table, options.smoothing);
  for (size_t i = 0; i < story.lines.size(); ++i) {
    add_features(story.lines[i], local[i], story, options.pair_share);
  }
  return story;
}

}  // namespace reprise::detail

// Steps: each line is cut into clauses, all clauses are encoded and centred; for each clause the
// nearest of other voices are sought among all, a block of rows at a time; two lines propose the
// two clauses that are the most alike; what words have proposed is encoded too.
//
//     line 0   "The ferry stays in port | because its engine has failed once more"
//     line 1   "No boat will sail before spring, the mayor said on Monday"
//     the first clause of 0 and the first of 1 are near, 0.55: candidates, and their proposal
//
// Cost: see the header.
#include "reprise/points/meaning_likeness.h"

#include <algorithm>
#include <cmath>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"
#include "reprise/meaning/products.h"

namespace reprise::detail {
namespace {

constexpr double chance_cosine = 0.2;  // what unrelated texts reach

// Which neighbours of a clause are candidates: how many, and from which cosine on. A judge can tell
// what a model can't, and is shown more.
struct Reach {
  size_t most;
  double least;
};
constexpr Reach usual_reach{2, 0.5};
constexpr Reach reach_with_judge{8, 0.3};

constexpr double counted_beside = 5;  // vectors of nothing that the mean is made with

// A stretch that has more than that of the longer in common with one that is encoded has its
// vector: it means nearly the same, and most of the time is saved.
constexpr double least_common = 0.6;

constexpr size_t block = 64;  // rows whose neighbours are sought at a time

double rounded(double cosine) {
  constexpr double steps = 1e5;
  return std::round(cosine * steps) / steps;
}

// The nearest rows so far, the best first.
class Nearest {
 public:
  explicit Nearest(Reach reach) : reach_(reach) {}

  void offer(double cosine, size_t row) {
    const bool is_full = best_.size() == reach_.most;
    if (cosine < reach_.least || (is_full && cosine <= best_.back().cosine)) {
      return;
    }
    if (is_full) {
      best_.pop_back();
    }
    const auto place = std::find_if(best_.begin(), best_.end(),
                                    [cosine](const One& one) { return one.cosine < cosine; });
    best_.insert(place, {cosine, row});
  }

  template <class Use>
  void each(const Use& use) const {
    for (const One& one : best_) {
      use(one.row);
    }
  }

 private:
  struct One {
    double cosine = 0;
    size_t row = 0;
  };
  Reach reach_;
  std::vector<One> best_;
};

}  // namespace

std::vector<TokenRange> clauses_of(const Line& line, uint32_t least_words) {
  const Statement& statement = *line.statement;
  if (line.whole) {
    return {statement.tokens};
  }
  std::vector<TokenRange> clauses;
  uint32_t begin = statement.tokens.begin;
  for (const uint32_t cut : statement.cuts) {
    const bool is_enough = cut - begin >= least_words && statement.tokens.end - cut >= least_words;
    if (cut > begin && is_enough) {
      clauses.push_back({begin, cut});
      begin = cut;
    }
  }
  clauses.push_back({begin, statement.tokens.end});
  return clauses;
}

std::vector<float> centre(Vectors& vectors) {
  const size_t count = vectors.size();
  std::vector<double> sums(vectors.width);
  for (size_t i = 0; i < vectors.numbers.size(); ++i) {
    sums[i % vectors.width] += vectors.numbers[i];
  }
  // mean × n / (n + 5)
  std::vector<float> off;
  for (const double sum : sums) {
    off.push_back(static_cast<float>(sum / (static_cast<double>(count) + counted_beside)));
  }
  take_off(off, vectors);
  return off;
}

MeaningLikeness::MeaningLikeness(const Story& story, std::span<const TextUnit> units,
                                 const PointOptions& options, const Encoder& encoder)
    : story_(story),
      units_(units),
      options_(options),
      encoder_(encoder),
      clauses_(story.lines.size()),
      stretches_(story.lines.size()) {
  std::vector<std::string_view> texts;
  for (LineId line{0}; line < story.lines.size(); ++line) {
    for (const TokenRange clause : clauses_of(story.lines[line], options.least_words)) {
      clauses_[line].push_back({clause, texts.size()});
      texts.push_back(text_of(line, clause));
    }
  }
  vectors_ = encoder.encode_all(texts);
  mean_ = centre(vectors_);
}

std::string_view MeaningLikeness::text_of(LineId line, TokenRange tokens) const {
  const TextUnit& unit = units_[story_.lines[line].statement->unit];
  const uint32_t begin = unit.tokens[tokens.begin].span.begin;
  const uint32_t end = unit.tokens[tokens.end - 1].span.end;
  return Span{begin, end}.in(unit.text);
}

std::vector<LinePair> MeaningLikeness::candidates() const {
  std::vector<LineId> line_of_row;
  for (LineId line{0}; line < clauses_.size(); ++line) {
    line_of_row.insert(line_of_row.end(), clauses_[line].size(), line);
  }
  const size_t rows = line_of_row.size();
  const Reach reach = options_.judge.command.empty() ? usual_reach : reach_with_judge;
  std::vector<std::vector<LinePair>> by_block((rows + block - 1) / block);
  parallel_for(by_block.size(), [&](size_t b) {
    const size_t begin = b * block;
    const size_t end = std::min(begin + block, rows);
    const std::vector<float> cosines = products(vectors_, begin, end, rows);
    for (size_t row = begin; row < end; ++row) {
      Nearest nearest(reach);
      const float* const of_row = cosines.data() + (row - begin) * rows;
      for (size_t other = 0; other < rows; ++other) {
        if (of_row[other] >= reach.least &&
            are_comparable(story_, line_of_row[row], line_of_row[other])) {
          nearest.offer(rounded(of_row[other]), other);
        }
      }
      nearest.each([&](size_t other) {
        const auto both = std::minmax(line_of_row[row], line_of_row[other]);
        by_block[b].push_back({both.first, both.second});
      });
    }
  });
  std::vector<LinePair> pairs = joined(by_block);
  make_set(pairs);
  return pairs;
}

double MeaningLikeness::cosine(size_t a, size_t b) const {
  const std::span<const float> x = vectors_.row(a);
  const std::span<const float> y = vectors_.row(b);
  double sum = 0;
  for (size_t i = 0; i < x.size(); ++i) {
    sum += static_cast<double>(x[i]) * y[i];
  }
  return rounded(sum);
}

// Returns the stretch that holds the clause's terms; nothing if it has none.
std::optional<StretchId> MeaningLikeness::stretch_of(TokenRange clause, const Line& line,
                                                     const Stretches& stretches) const {
  const auto first = std::lower_bound(line.places.begin(), line.places.end(), clause.begin);
  const auto end = std::lower_bound(first, line.places.end(), clause.end);
  if (first == end) {
    return std::nullopt;
  }
  const auto begin = line.places.begin();
  return stretches.between(static_cast<size_t>(first - begin),
                           static_cast<size_t>(end - begin) - 1);
}

std::optional<StretchPair> MeaningLikeness::best(LinePair lines,
                                                 const StretchTable& stretches) const {
  std::optional<StretchPair> best;
  double highest = chance_cosine;
  for (const Encoded& a : clauses_[lines.a]) {
    for (const Encoded& b : clauses_[lines.b]) {
      const double value = cosine(a.row, b.row);
      if (value <= highest) {
        continue;
      }
      const auto of_a = stretch_of(a.tokens, story_.lines[lines.a], stretches.of(lines.a));
      const auto of_b = stretch_of(b.tokens, story_.lines[lines.b], stretches.of(lines.b));
      if (of_a && of_b) {
        highest = value;
        best = StretchPair{*of_a, *of_b};
      }
    }
  }
  return best;
}

// Returns what was encoded of the line that the stretch nearly is; null if nothing was.
const MeaningLikeness::Encoded* MeaningLikeness::find(LineId line, TokenRange tokens) const {
  const Encoded* nearest = nullptr;
  double highest = least_common;
  for (const auto* list : {&clauses_[line], &stretches_[line]}) {
    for (const Encoded& each : *list) {
      const double longer = std::max(tokens.size(), each.tokens.size());
      const double common = common_tokens(tokens, each.tokens) / longer;
      if (common > highest) {
        highest = common;
        nearest = &each;
      }
    }
  }
  return nearest;
}

void MeaningLikeness::prepare(std::span<const LineStretch> stretches, const StretchTable& table) {
  std::vector<std::string_view> texts;
  size_t row = vectors_.size();
  for (const LineStretch& each : stretches) {
    const TokenRange tokens = table.of(each.line).range(each.stretch);
    if (find(each.line, tokens) == nullptr) {
      stretches_[each.line].push_back({tokens, row + texts.size()});
      texts.push_back(text_of(each.line, tokens));
    }
  }
  Vectors more = encoder_.encode_all(texts);
  take_off(mean_, more);
  vectors_.numbers.insert(vectors_.numbers.end(), more.numbers.begin(), more.numbers.end());
}

std::vector<double> MeaningLikeness::likeness(LinePair lines, std::span<const StretchPair> pairs,
                                              const StretchTable& stretches, double) const {
  std::vector<double> likenesses;
  for (const StretchPair& pair : pairs) {
    const Encoded* const a = find(lines.a, stretches.of(lines.a).range(pair.a));
    const Encoded* const b = find(lines.b, stretches.of(lines.b).range(pair.b));
    const double value = cosine(a->row, b->row);
    likenesses.push_back(std::max(0.0, (value - chance_cosine) / (1 - chance_cosine)));
  }
  return likenesses;
}

}  // namespace reprise::detail

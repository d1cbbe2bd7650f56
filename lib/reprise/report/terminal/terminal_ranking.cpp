#include "reprise/report/terminal/terminal_ranking.h"

#include <algorithm>
#include <array>

#include "reprise/result/ranking.h"

namespace reprise::detail {
namespace {

// A number of the table: what stands above it, how wide it is, and what it says.
struct RankColumn {
  const char* title;
  size_t width;
  std::string (*cell)(const RankedPair&, const Result&);
};

std::string measure(double value) {
  return value == 0 ? "·" : two_digits(value);
}

constexpr std::array<RankColumn, 6> rank_columns{
    {{"reused", 6,
      [](const RankedPair& p, const Result& r) {
        return percent(reused_words(p, r).share);
      }},
     {"words", 7,
      [](const RankedPair& p, const Result& r) {
        return grouped(reused_words(p, r).words);
      }},
     {"longest", 8,
      [](const RankedPair& p, const Result&) {
        return grouped(p.longest);
      }},
     {"Jacc.", 7,
      [](const RankedPair& p, const Result&) {
        return measure(p.jaccard);
      }},
     {"cont.", 7,
      [](const RankedPair& p, const Result&) {
        return measure(std::max(p.a_in_b, p.b_in_a));
      }},
     {"points", 7, [](const RankedPair& p, const Result&) {
        return p.points ? grouped(*p.points) : std::string();
      }}}};

const char* order_in_words(RankBy by) {
  switch (by) {
    case RankBy::reused: return "reused words of the smaller text";
    case RankBy::jaccard: return "Jaccard similarity";
    case RankBy::containment: return "containment";
    case RankBy::points: return "points in common";
  }
  return "";
}

// Not listed for a passage, nor for being alike, but as the nearest of a document that has neither.
bool shares_something(const RankedPair& pair, const Result& result) {
  const double threshold = result.options.threshold;
  const double most_alike = std::max({pair.jaccard, pair.a_in_b, pair.b_in_a});
  const bool is_ranked_by_points =
      result.options.rank == RankBy::points && pair.points.value_or(0) > 0;
  return pair.passages > 0 || most_alike >= threshold || is_ranked_by_points;
}

// Returns whether it says something that no other row does: both speak for themselves, or the one
// stands for the other.
bool speaks_for_itself(const RankedPair& pair, const SummaryWriter& out) {
  const auto [a, b] = pair.pair;
  const auto& cluster = out.result.cluster_of[a];
  const bool are_copies = cluster && cluster == out.result.cluster_of[b];
  if (are_copies) {
    return out.kept(a) || out.kept(b);
  }
  return out.kept(a) && out.kept(b);
}

// "times.txt in wire.txt": the smaller text, and where its words stand.
std::string sides(const RankedPair& pair, const SummaryWriter& out) {
  const DocumentId smaller = reused_words(pair, out.result).of;
  const DocumentId larger = smaller == pair.pair.a ? pair.pair.b : pair.pair.a;
  return out.name(smaller) + " in " + out.name(larger);
}

StyledText right_aligned(const std::string& text, size_t end, StyledText line,
                         TextStyle look = {}) {
  line.pad(end - columns_of(text));
  return line.add(text, look);
}

size_t shown_columns(const Result& result) {
  const bool has_points = result.options.parts.matrices || result.options.parts.points;
  return has_points ? rank_columns.size() : rank_columns.size() - 1;
}

void add_table(const std::vector<const RankedPair*>& pairs, SummaryWriter& out) {
  const size_t columns = shown_columns(out.result);
  const auto row = [&](const auto& cell, TextStyle look) {
    StyledText line;
    size_t end = 0;
    for (size_t c = 0; c < columns; ++c) {
      end += rank_columns[c].width;
      line = right_aligned(cell(rank_columns[c]), end, line, look);
    }
    return line;
  };
  const StyledText titles =
      row([](const RankColumn& c) { return std::string(c.title); }, style::dim);
  const size_t names_at = 2 + columns_of(titles.text()) + 2;
  out.page.line(2, names_at, titles);
  for (size_t i = 0; i < out.shown(pairs.size()); ++i) {
    StyledText line = row([&](const RankColumn& c) { return c.cell(*pairs[i], out.result); }, {});
    out.page.line(2, names_at, line.add("  ").add(sides(*pairs[i], out), style::bold));
  }
}

void add_sentences(const std::vector<const RankedPair*>& pairs, SummaryWriter& out) {
  for (size_t i = 0; i < out.shown(pairs.size()); ++i) {
    const ReusedWords reused = reused_words(*pairs[i], out.result);
    StyledText line(percent(reused.share), style::bold);
    line.add(", " + counted(reused.words, "word") + ": " + sides(*pairs[i], out));
    out.page.line(2, 6, line);
  }
}

}  // namespace

void add_ranking(SummaryWriter& out) {
  constexpr size_t least_width_of_table = 72;
  std::vector<const RankedPair*> pairs;
  size_t of_copies = 0;
  for (const RankedPair& pair : out.result.ranking) {
    if (!shares_something(pair, out.result)) {
      continue;
    }
    if (speaks_for_itself(pair, out)) {
      pairs.push_back(&pair);
    } else {
      ++of_copies;
    }
  }
  if (pairs.empty()) {
    return;
  }
  std::string note = std::string(", by ") + order_in_words(out.result.options.rank);
  if (of_copies > 0) {
    note += " (and " + grouped(of_copies) + " of copies)";
  }
  out.heading("Who has how much of whom: " + counted(pairs.size(), "pair"), note);
  if (out.page.width() >= least_width_of_table) {
    add_table(pairs, out);
  } else {
    add_sentences(pairs, out);
  }
  out.rest(pairs.size());
}

}  // namespace reprise::detail

// Steps: a line says what was compared; the findings that matter most follow, in a few lines; then
// who has how much of whom, in order; then a section for each part that the run has: the map,
// near-duplicates, contained documents, passages and reused words, points.
//
//     27 documents, 5,774 words
//       near-duplicates   4 documents in 1 cluster; 1 document contained in another
//       shared passages   3 texts, the longest of 140 words, in wire.txt and courier.txt
//
// One finding alone is not repeated above its section. What was left to the kept document of a
// cluster is in no list. Cost: the lists, sorted; what is shown.
#include "reprise/report.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "reprise/corpus/references.h"
#include "reprise/report/terminal/terminal_matrix.h"
#include "reprise/report/terminal/terminal_novelty.h"
#include "reprise/report/terminal/terminal_passages.h"
#include "reprise/report/terminal/terminal_points.h"
#include "reprise/report/terminal/terminal_ranking.h"
#include "reprise/report/terminal/terminal_writer.h"
#include "reprise/sketch/shingle.h"

namespace reprise {

using namespace detail;
namespace {

void add_overview(SummaryWriter& out) {
  const Result& result = out.result;
  size_t words = 0;
  for (uint32_t count : result.words) {
    words += count;
  }
  const size_t all = result.documents.size();
  std::string references;
  if (result.first_reference) {
    references = " (" + counted(all - *result.first_reference, "reference") + " among them)";
  }
  out.page.line(
      0, 2, {counted(all, "document") + references + ", " + counted(words, "word"), style::bold});
  if (all == 0) {
    out.page.line(0, 2, "Nothing to compare.");
  }
  if (all == 1 && !result.first_reference) {
    out.page.line(0, 2, "One document alone: name at least two to compare them.");
  }
}

// Pairs of which one is mostly inside the other, without being near-duplicates; the fullest first.
std::vector<Similarity> contained_pairs(const SummaryWriter& out) {
  std::vector<Similarity> pairs;
  for (const Similarity& s : out.result.pairs) {
    if (s.jaccard < out.result.options.threshold && out.kept(s.pair.a) && out.kept(s.pair.b)) {
      pairs.push_back(s);
    }
  }
  const auto fuller = [](const Similarity& s) {
    return std::max(s.a_in_b, s.b_in_a);
  };
  std::stable_sort(pairs.begin(), pairs.end(),
                   [&](const Similarity& x, const Similarity& y) { return fuller(x) > fuller(y); });
  return pairs;
}

struct Finding {
  const char* about;
  StyledText text;
};

void find_copies(const std::vector<Similarity>& contained, const SummaryWriter& out,
                 std::vector<Finding>& findings) {
  const std::vector<MeasuredCluster>& clusters = out.result.clusters;
  size_t copies = 0;
  size_t largest = 0;
  for (const MeasuredCluster& c : clusters) {
    copies += c.cluster.documents.size();
    largest = std::max(largest, c.cluster.documents.size());
  }
  std::string text;
  if (!clusters.empty()) {
    text = counted(copies, "document") + " in " + counted(clusters.size(), "cluster");
  }
  if (clusters.size() > 1) {
    text += ", the largest of " + grouped(largest);
  }
  if (!contained.empty()) {
    text += (text.empty() ? "" : "; ") + counted(contained.size(), "document") +
            " contained in another";
  }
  if (!text.empty()) {
    findings.push_back({"near-duplicates", text});
  }
}

void find_passages(const std::vector<SharedText>& texts, const SummaryWriter& out,
                   std::vector<Finding>& findings) {
  if (texts.empty()) {
    return;
  }
  const std::string which = texts.size() == 1 ? " of " : ", the longest of ";
  findings.push_back({"shared passages", counted(texts.size(), "text") + which +
                                             counted(texts[0].words, "word") + ", in " +
                                             out.names(texts[0].documents)});
}

// The points that most independent texts state; of equal ones, the first.
void find_most_repeated(const SummaryWriter& out, std::vector<Finding>& findings) {
  constexpr size_t most = 3;
  constexpr size_t most_columns = 90;
  const std::vector<Point>& points = out.result.points;
  std::vector<size_t> list(points.size());
  std::iota(list.begin(), list.end(), size_t{0});
  const auto spread = [&](size_t i) {
    return std::pair(points[i].voices, points[i].documents.size());
  };
  const auto is_more_widespread = [&](size_t x, size_t y) {
    return spread(x) > spread(y);
  };
  std::stable_sort(list.begin(), list.end(), is_more_widespread);
  const size_t shown = std::min(most, list.size());
  for (size_t i = 0; i < shown; ++i) {
    const Point& point = points[list[i]];
    const Mention& label = point.mentions[point.label];
    const Spread told = spread_of(point, out.result);
    const bool is_reprinted = point.voices < told.stating;
    const std::string independent =
        is_reprinted ? ", " + grouped(point.voices) + " independent" : std::string();
    StyledText text(told.text() + independent + ": ");
    text.append(out.quote(label.unit, point.claim, most_columns));
    text.add(" (point " + grouped(list[i] + 1) + ")", style::dim);
    findings.push_back({i == 0 ? "most repeated" : "", text});
  }
}

void find_differing_figures(const PointsThatDiffer& differing, const SummaryWriter& out,
                            std::vector<Finding>& findings) {
  const auto add = [&](const char* about, const std::vector<size_t>& list, TextStyle look) {
    if (list.empty()) {
      return;
    }
    StyledText text("in " + counted(list.size(), "point") +
                    (list.size() > 1 ? ", such as " : ": "));
    text.add(contested_figures(out.result.points[list[0]], out), look);
    findings.push_back({about, text.add(" (point " + grouped(list[0] + 1) + ")", style::dim)});
  };
  add("figures differ", differing.contested, style::conflict);
  add("figures moved on", differing.updated, style::notice);
}

// Which points are disputed; of the first dispute, what stands against what.
void find_disputed(const SummaryWriter& out, std::vector<Finding>& findings) {
  constexpr size_t most_columns = 60;
  const std::vector<Dispute>& disputes = out.result.disputes;
  if (disputes.empty()) {
    return;
  }
  std::set<PointId> points;
  for (const Dispute& dispute : disputes) {
    points.insert(dispute.points.begin(), dispute.points.end());
  }
  StyledText text =
      points.empty() ? "what no point states" : "in " + counted(points.size(), "point");
  text.add(points.size() > 1 || disputes.size() > 1 ? ", such as " : ": ");
  const char* between = "";
  for (const DisputeSide& side : disputes[0].sides) {
    const Mention& label = side.mentions[side.label];
    text.add(between).append(out.quote(label.unit, label.span, most_columns));
    text.add(" (" + out.names(side.documents) + ")", style::dim);
    between = " against ";
  }
  findings.push_back({"disputed", text});
}

// What matters most, in a few lines; a single finding needs none.
void add_findings(const std::vector<Finding>& findings, SummaryWriter& out) {
  if (findings.size() < 2) {
    return;
  }
  constexpr size_t column = 20;
  const bool narrow = out.page.width() < 60;
  out.page.blank();
  for (const Finding& finding : findings) {
    StyledText line(finding.about, style::bold);
    const bool further = line.text().empty();  // as the finding above
    if (narrow && !further) {
      line.add(": ");
    }
    if (!narrow) {
      line.pad(column - 2);
    }
    out.page.line(narrow && further ? 4 : 2, narrow ? 6 : column, line.append(finding.text));
  }
}

// What similarity counts: "runs of 5 words in common".
std::string measure(const ShingleOptions& shingles) {
  return what_shingles_are(shingles) + " in common";
}

void add_closest(SummaryWriter& out) {
  const std::string what = measure(out.result.options.shingles);
  if (!out.result.closest) {
    return out.page.line(2, 4, "No two documents have " + what + ".");
  }
  const Similarity& s = *out.result.closest;
  const std::string value = s.jaccard < 0.01 ? "below 0.01" : two_digits(s.jaccard);
  out.page.line(2, 4,
                "The closest pair is " + out.name(s.pair.a) + " and " + out.name(s.pair.b) +
                    ", with a similarity of " + value + " (" + what + ").");
}

// A document of a cluster beside the one that was kept.
struct Member {
  double similarity = 0;
  DocumentId document;
};

// Returns the members, the most similar first.
std::vector<Member> members_of(const MeasuredCluster& c) {
  std::vector<Member> members;
  for (size_t i = 0; i < c.cluster.documents.size(); ++i) {
    if (c.cluster.documents[i] != c.cluster.kept) {
      members.push_back({c.similarity[i], c.cluster.documents[i]});
    }
  }
  std::stable_sort(members.begin(), members.end(),
                   [](const Member& x, const Member& y) { return x.similarity > y.similarity; });
  return members;
}

void add_cluster(const MeasuredCluster& c, SummaryWriter& out) {
  out.page.line(2, 4, out.full_name(c.cluster.kept));
  const std::vector<Member> members = members_of(c);
  for (size_t i = 0; i < out.shown(members.size()); ++i) {
    StyledText line(two_digits(members[i].similarity), style::bold);
    line.add("  ").append(out.full_name(members[i].document));
    out.page.line(4, 10, line);
  }
  if (members.size() > out.options.limit) {
    const size_t further = members.size() - out.options.limit;
    out.page.line(10, 10, {"… and " + grouped(further) + " more", style::dim});
  }
}

void add_near_duplicates(SummaryWriter& out) {
  const std::vector<MeasuredCluster>& clusters = out.result.clusters;
  if (clusters.empty()) {
    out.heading("No near-duplicates");
    return add_closest(out);
  }
  out.heading("Near-duplicates: " + counted(clusters.size(), "cluster"),
              " (Jaccard similarity of " + measure(out.result.options.shingles) + ")");
  for (size_t i = 0; i < out.shown(clusters.size()); ++i) {
    add_cluster(clusters[i], out);
  }
  out.rest(clusters.size());
}

// The documents that are near-duplicates of a reference, the most alike first.
void add_like_references(SummaryWriter& out) {
  const Result& result = out.result;
  std::vector<Similarity> pairs = result.pairs;
  std::erase_if(pairs, [&](const Similarity& s) { return s.jaccard < result.options.threshold; });
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Similarity& x, const Similarity& y) { return x.jaccard > y.jaccard; });
  if (pairs.empty()) {
    return out.heading("No near-duplicates");
  }
  out.heading("Near-duplicates: " + counted(pairs.size(), "pair"),
              " (Jaccard similarity of " + measure(result.options.shingles) + ")");
  for (size_t i = 0; i < out.shown(pairs.size()); ++i) {
    StyledText line(two_digits(pairs[i].jaccard), style::bold);
    line.add("  ").append(out.full_name(pairs[i].pair.a)).add(" is like ");
    line.append(out.full_name(pairs[i].pair.b));
    out.page.line(2, 8, line);
  }
  out.rest(pairs.size());
}

void add_contained(const std::vector<Similarity>& pairs, SummaryWriter& out) {
  if (pairs.empty()) {
    return;
  }
  out.heading("Contained in another: " + grouped(pairs.size()));
  for (size_t i = 0; i < out.shown(pairs.size()); ++i) {
    const Similarity& s = pairs[i];
    const bool a_is_inside = s.a_in_b >= s.b_in_a;
    const DocumentId inner = a_is_inside ? s.pair.a : s.pair.b;
    const DocumentId outer = a_is_inside ? s.pair.b : s.pair.a;
    StyledText line(percent(std::max(s.a_in_b, s.b_in_a)), style::bold);
    line.add(" of " + out.name(inner) + " stands in " + out.name(outer));
    out.page.line(2, 8, line);
  }
  out.rest(pairs.size());
}

// The documents of which a tenth or more stands in others, those with the largest share first.
void add_reused_words(SummaryWriter& out) {
  constexpr double least = 0.1;
  const Result& result = out.result;
  std::vector<std::pair<double, DocumentId>> list;
  for (DocumentId d; d < result.reuse.size(); ++d) {
    const double share =
        result.words[d] == 0 ? 0 : static_cast<double>(result.reuse[d].words) / result.words[d];
    if (share >= least && !is_reference(d, result.first_reference)) {
      list.emplace_back(share, d);
    }
  }
  if (list.empty()) {
    return;
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const auto& x, const auto& y) { return x.first > y.first; });
  out.heading("Words that stand elsewhere too");
  for (size_t i = 0; i < out.shown(list.size()); ++i) {
    const auto& [share, d] = list[i];
    const std::vector<Reuse::Source>& sources = result.reuse[d].sources;
    StyledText line(percent(share), style::bold);
    line.add(" of ")
        .append(out.full_name(d))
        .add(", most of it in " + out.name(sources.front().document));
    if (sources.size() > 1) {
      line.add(" (of " + counted(sources.size(), "document") + ")");
    }
    out.page.line(2, 8, line);
  }
  out.rest(list.size());
}

}  // namespace

std::string to_terminal(const Result& result, const TerminalOptions& options) {
  SummaryWriter out(result, options);
  add_overview(out);
  if (result.documents.size() < 2) {
    if (result.first_reference && result.documents.size() == 1) {
      out.page.line(2, 4, "Nothing of it stands in the references.");
    }
    return out.page.text();
  }

  const Parts& parts = result.options.parts;
  const std::vector<Similarity> contained =
      parts.matrices || parts.pairs ? contained_pairs(out) : std::vector<Similarity>();
  const std::vector<SharedText> texts =
      parts.passages ? shared_texts(out) : std::vector<SharedText>();
  const PointsThatDiffer differing = parts.points ? points_that_differ(result) : PointsThatDiffer();
  std::vector<Finding> findings;
  if (parts.matrices) {
    find_copies(contained, out, findings);
  }
  if (parts.passages) {
    find_passages(texts, out, findings);
  }
  if (parts.points) {
    find_most_repeated(out, findings);
    find_differing_figures(differing, out, findings);
    find_disputed(out, findings);
  }
  add_findings(findings, out);

  if (parts.matrices || parts.passages) {
    add_ranking(out);
  }
  if (parts.matrices) {
    add_map(out);
    add_near_duplicates(out);
    add_contained(contained, out);
  }
  if (parts.pairs) {
    add_like_references(out);
    add_contained(contained, out);
  }
  if (parts.passages) {
    add_passages(texts, out);
    add_reused_words(out);
  }
  if (parts.points) {
    add_points(differing, out);
  }
  if (parts.pairs && has_texts(result)) {
    add_novelty(out);
  }
  return out.page.text();
}

}  // namespace reprise

#include "reprise/report/terminal.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "reprise/passages/suppress.h"
#include "reprise/report/layout.h"

namespace reprise {
namespace {

// 0.90; and 1.00 only for what is exactly 1.
std::string two_digits(double value) {
  const double shown = value < 1 ? std::min(std::floor(value * 100 + 0.5), 99.0) / 100 : 1.0;
  std::string text = std::to_string(shown).substr(0, 4);
  return text;
}

std::string percent(double share) {
  const double shown = share < 1 ? std::min(std::floor(share * 100 + 0.5), 99.0) : 100.0;
  return std::to_string(static_cast<int>(shown)) + " %";
}

class Summary {
 public:
  Summary(const Result& result, const TerminalOptions& options)
      : result_(result), options_(options), page_(options.width, options.colour) {}

  std::string write() {
    overview();
    if (result_.documents.size() < 2) return page_.text();
    if (result_.options.parts.matrices) near_duplicates();
    if (result_.options.parts.passages) passages();
    if (result_.options.parts.points) points();
    return page_.text();
  }

 private:
  std::string name(uint32_t document) const { return on_one_line(result_.documents[document].id); }

  // The name with what tells people more: the source and the day.
  std::string full_name(uint32_t document) const {
    const Document& d = result_.documents[document];
    std::string more;
    if (d.source) more = on_one_line(*d.source);
    if (d.date) more += (more.empty() ? "" : ", ") + on_one_line(d.date->substr(0, 10));
    return name(document) + (more.empty() ? "" : " (" + more + ")");
  }

  std::string quote(uint32_t unit, Span span, size_t columns) const {
    return "“" + cut_to(on_one_line(span.in(result_.units[unit].text)), columns) + "”";
  }

  void overview() {
    size_t words = 0;
    for (uint32_t count : result_.words) words += count;
    const size_t all = result_.documents.size();
    const std::string references = result_.first_reference < all
                                       ? " (" + counted(all - result_.first_reference, "reference") + " among them)"
                                       : "";
    page_.line(0, 2, counted(all, "document") + references + ", " + counted(words, "word"), Colour::bold);
    if (result_.documents.empty()) page_.line(0, 2, "Nothing to compare.");
    if (result_.documents.size() == 1) page_.line(0, 2, "One document alone: name at least two to compare them.");
  }

  void heading(const std::string& text) {
    page_.blank();
    page_.line(0, 2, text, Colour::bold);
  }

  void rest(size_t total) {
    if (total > options_.limit)
      page_.line(2, 2, "… and " + grouped(total - options_.limit) + " more: --limit shows them, --json has them all",
                 Colour::dim);
  }

  // Of a cluster, the one that was kept speaks for the others.
  bool kept(uint32_t document) const {
    const auto& cluster = result_.cluster_of[document];
    return !cluster || result_.clusters[*cluster].cluster.kept == document;
  }

  // What similarity counts: "runs of 5 words in common".
  std::string measure() const {
    const std::string unit = result_.options.shingles.unit == ShingleUnit::words ? "words" : "characters";
    return "runs of " + std::to_string(result_.options.shingles.size) + " " + unit + " in common";
  }

  void near_duplicates() {
    if (result_.clusters.empty()) {
      heading("No near-duplicates");
      closest();
    } else {
      heading("Near-duplicates: " + counted(result_.clusters.size(), "cluster") + " (Jaccard similarity of " +
              measure() + ")");
    }
    for (size_t i = 0; i < std::min(result_.clusters.size(), options_.limit); ++i) cluster(result_.clusters[i]);
    rest(result_.clusters.size());
    contained();
  }

  void closest() {
    if (!result_.closest) return page_.line(2, 4, "No two documents have " + measure() + ".");
    const Similarity& s = *result_.closest;
    const std::string value = s.jaccard < 0.01 ? "below 0.01" : two_digits(s.jaccard);
    page_.line(2, 4,
               "The closest pair is " + name(s.pair.a) + " and " + name(s.pair.b) + ", with a similarity of " + value +
                   " (" + measure() + ").");
  }

  void cluster(const MeasuredCluster& c) {
    page_.line(2, 4, full_name(c.cluster.kept), Colour::cyan);
    for (size_t i = 0; i < c.cluster.documents.size(); ++i) {
      const uint32_t d = c.cluster.documents[i];
      if (d != c.cluster.kept) page_.line(4, 10, two_digits(c.similarity[i]) + "  " + full_name(d));
    }
  }

  // Pairs of which one is mostly inside the other, without being near-duplicates.
  void contained() {
    std::vector<std::string> lines;
    for (const Similarity& s : result_.pairs) {
      if (s.jaccard >= result_.options.threshold || !kept(s.pair.a) || !kept(s.pair.b)) continue;
      const bool inside = s.a_in_b >= s.b_in_a;
      lines.push_back(name(inside ? s.pair.a : s.pair.b) + " is contained in " + name(inside ? s.pair.b : s.pair.a) +
                      " by " + percent(std::max(s.a_in_b, s.b_in_a)) + ".");
    }
    if (lines.empty()) return;
    heading("Contained in another: " + grouped(lines.size()));
    for (size_t i = 0; i < std::min(lines.size(), options_.limit); ++i) page_.line(2, 4, lines[i]);
    rest(lines.size());
  }

  // What the section on passages lists: a text that three documents hold, or a passage that two have in common.
  struct Shared {
    uint32_t words = 0;
    const PassageCluster* cluster = nullptr;
    const Passage* passage = nullptr;
  };

  void passages() {
    const std::vector<Shared> list = passages_to_show();
    const size_t left_out = result_.passages.size() - passages_shown(list);
    const std::string note =
        left_out > 0 ? " (and " + grouped(left_out) + " in copies listed above, which only --json shows)" : "";
    heading((list.empty() ? "No shared passages" : "Shared passages: " + grouped(list.size())) + note);
    for (size_t i = 0; i < std::min(list.size(), options_.limit); ++i)
      list[i].cluster ? passage_cluster(*list[i].cluster) : passage(*list[i].passage);
    rest(list.size());
    suppressed();
    if (!result_.options.parts.matrices) reused_words();
  }

  // Returns what says something new, the longest first: of near-duplicates, the one that was kept speaks.
  std::vector<Shared> passages_to_show() const {
    std::vector<Shared> list;
    std::vector<bool> whole(result_.passage_clusters.size());
    for (size_t c = 0; c < whole.size(); ++c) {
      const PassageCluster& cluster = result_.passage_clusters[c];
      whole[c] = documents_of(cluster).size() >= 3;
      if (whole[c]) list.push_back({cluster.spans.front().range.size(), &cluster, nullptr});
    }
    for (const Passage& p : result_.passages) {
      if (!is_new(p) || (p.cluster && whole[*p.cluster])) continue;
      list.push_back({p.a.size(), nullptr, &p});
    }
    std::stable_sort(list.begin(), list.end(), [](const Shared& x, const Shared& y) { return x.words > y.words; });
    return list;
  }

  bool is_new(const Passage& p) const {
    return kept(result_.units[p.unit_a].document) && kept(result_.units[p.unit_b].document);
  }

  // Returns how many passages the entries stand for.
  size_t passages_shown(const std::vector<Shared>& list) const {
    std::set<const PassageCluster*> clusters;
    for (const Shared& entry : list) clusters.insert(entry.cluster);
    return static_cast<size_t>(std::count_if(result_.passages.begin(), result_.passages.end(), [&](const Passage& p) {
      return is_new(p) || (p.cluster && clusters.contains(&result_.passage_clusters[*p.cluster]));
    }));
  }

  std::vector<uint32_t> documents_of(const PassageCluster& cluster) const {
    std::vector<uint32_t> documents;
    for (const PassageSpan& span : cluster.spans) {
      const uint32_t d = result_.units[span.unit].document;
      if (kept(d) && (documents.empty() || documents.back() != d)) documents.push_back(d);
    }
    std::sort(documents.begin(), documents.end());
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    return documents;
  }

  void passage_cluster(const PassageCluster& cluster) {
    constexpr size_t most_names = 8;
    const std::vector<uint32_t> documents = documents_of(cluster);
    std::string names;
    for (size_t i = 0; i < std::min(documents.size(), most_names); ++i)
      names += (i == 0 ? "" : ", ") + name(documents[i]);
    if (documents.size() > most_names) names += " and " + grouped(documents.size() - most_names) + " more";
    const PassageSpan& span = cluster.spans.front();
    page_.line(2, 4, counted(span.range.size(), "word") + " in " + counted(documents.size(), "document") + ": " + names,
               Colour::cyan);
    if (const auto first = first_documents(documents, result_); first && first->size() == 1)
      page_.line(4, 4, "first in " + full_name(first->front()), Colour::dim);
    page_.line(4, 4, quote(span.unit, bytes_of(result_.units[span.unit], span.range), 300));
  }

  void passage(const Passage& p) {
    const TextUnit &a = result_.units[p.unit_a], &b = result_.units[p.unit_b];
    page_.line(2, 4,
               counted(p.a.size(), "word") + ", " + percent(p.identity) + " the same" +
                   (p.quoted ? ", quoted in both" : "") + ": " + name(a.document) + " and " + name(b.document),
               Colour::cyan);
    page_.line(4, 4, quote(p.unit_a, bytes_of(a, p.a), 300));
  }

  void suppressed() {
    for (const SuppressedPassages& s : result_.suppressed) {
      const TextUnit& unit = result_.units[s.example.unit];
      page_.line(2, 4,
                 "Left out as " + std::string(name_of(s.reason)) + ": " + grouped(s.count) + ", such as " +
                     quote(s.example.unit, bytes_of(unit, s.example.range), 80),
                 Colour::dim);
    }
  }

  // The documents of which a tenth or more stands in others, those with the largest share first.
  void reused_words() {
    constexpr double least = 0.1;
    std::vector<std::pair<double, uint32_t>> list;
    for (uint32_t d = 0; d < result_.reuse.size(); ++d) {
      const double share = result_.words[d] == 0 ? 0 : static_cast<double>(result_.reuse[d].words) / result_.words[d];
      if (share >= least && d < result_.first_reference) list.emplace_back(share, d);
    }
    if (list.empty()) return;
    std::stable_sort(list.begin(), list.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
    heading("Words that stand elsewhere too");
    for (size_t i = 0; i < std::min(list.size(), options_.limit); ++i) {
      const auto& [share, d] = list[i];
      const Reuse::Source& most = result_.reuse[d].sources.front();
      page_.line(
          2, 4,
          full_name(d) + ": " + percent(share) + ", most of it in " + name(most.document) +
              (result_.reuse[d].sources.size() > 1 ? " (of " + grouped(result_.reuse[d].sources.size()) + " documents)"
                                                   : ""));
    }
    rest(list.size());
  }

  void points() {
    if (result_.points.empty()) {
      heading("No talking points in common");
      return;
    }
    const size_t stories =
        result_.stories.empty() ? 0 : *std::max_element(result_.stories.begin(), result_.stories.end()) + 1;
    heading("Talking points: " + grouped(result_.points.size()) +
            (stories > 1 ? " in " + grouped(stories) + " stories" : "") +
            ", the most widely and surely repeated first");
    for (size_t i = 0; i < std::min(result_.points.size(), options_.limit); ++i) point(i, result_.points[i]);
    rest(result_.points.size());
  }

  void point(size_t id, const Point& point) {
    const Mention& label = point.mentions[point.label];
    page_.line(2, 6, std::to_string(id + 1) + ". " + quote(label.unit, label.span, 200), Colour::cyan);
    std::string spread = "stated in " + counted(point.documents.size(), "document");
    if (point.voices < point.documents.size()) spread += " of " + counted(point.voices, "independent text");
    const auto denials =
        std::count_if(point.mentions.begin(), point.mentions.end(), [](const Mention& m) { return m.denied; });
    if (denials > 0) spread += ", denied or doubted " + counted(static_cast<size_t>(denials), "time");
    if (const auto first = first_documents(point.documents, result_); first && first->size() == 1)
      spread += ", first in " + full_name(first->front());
    page_.line(6, 6, spread, Colour::dim);
    mentions(point);
    if (!point.disagreements.empty()) figures(point);
  }

  // Lists the mentions beside the label, those in the same words on one line.
  void mentions(const Point& point) {
    std::vector<Said> said;
    const auto add = [&](const Mention& m) {
      add_name(said, quote(m.unit, m.span, 160), name(result_.units[m.unit].document) + (m.denied ? " (denied)" : ""));
    };
    add(point.mentions[point.label]);
    for (const Mention& m : point.mentions) add(m);
    for (size_t i = 0; i < std::min(said.size(), options_.limit); ++i) {
      page_.line(6, 8, i == 0 ? "in these words: " + said[i].by() : said[i].by() + ": " + said[i].text);
    }
    if (said.size() > options_.limit)
      page_.line(6, 8, "… and in other words " + counted(said.size() - options_.limit, "time"));
  }

  // What was said, and by whom.
  struct Said {
    std::string text;
    std::vector<std::string> names;

    // Returns the first names, and how many are left.
    std::string by() const {
      constexpr size_t most_names = 8;
      std::string list;
      for (size_t i = 0; i < std::min(names.size(), most_names); ++i) list += (i > 0 ? ", " : "") + names[i];
      return names.size() > most_names ? list + " and " + counted(names.size() - most_names, "other") : list;
    }
  };

  // Adds the name to those that stand beside the text.
  static void add_name(std::vector<Said>& list, const std::string& text, const std::string& name) {
    auto entry = std::find_if(list.begin(), list.end(), [&](const Said& said) { return said.text == text; });
    if (entry == list.end()) entry = list.insert(list.end(), {text, {}});
    if (std::find(entry->names.begin(), entry->names.end(), name) == entry->names.end()) entry->names.push_back(name);
  }

  // Says who gives which figure, of those that some other document contradicts.
  void figures(const Point& point) {
    std::vector<Said> given;
    std::set<uint32_t> contested;
    for (const auto& [first, second] : point.disagreements) contested.insert({first, second});
    for (uint32_t f : contested) {
      const Figure& figure = point.figures[f].figure;
      const uint32_t unit = point.mentions[point.figures[f].mention].unit;
      const std::string of = figure.of.empty() ? "" : " (" + figure.of + ")";
      add_name(given, on_one_line(figure.span.in(result_.units[unit].text)) + of, name(result_.units[unit].document));
    }
    const bool updated = is_updated(point, result_);
    page_.line(6, 8, updated ? "The figures moved on:" : "The figures differ:", updated ? Colour::yellow : Colour::red);
    for (const Said& figure : given)
      page_.line(8, 10, figure.text + ": " + figure.by(), updated ? Colour::yellow : Colour::red);
  }

  const Result& result_;
  const TerminalOptions& options_;
  Page page_;
};

}  // namespace

std::string to_terminal(const Result& result, const TerminalOptions& options) {
  return Summary(result, options).write();
}

}  // namespace reprise

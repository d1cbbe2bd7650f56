// Steps: what is listed is chosen, a text of three documents or more once, and the longest first;
// each is quoted, with the words that differ marked where they stand.
//
//     old "The trouble sits deep inside"   new "The trouble lies deep inside"
//     edits: "sits" -> "lies"              written: The trouble [-sits-]{+lies+} deep inside
//
// A passage between two copies of one text is no entry; its number stands in the heading.
// Cost: linear in the passages; quoting costs what is shown.
#include "reprise/report/terminal/terminal_passages.h"

#include <algorithm>
#include <set>
#include <utility>

#include "reprise/passages/suppress.h"
#include "reprise/report/tables/passage_exports.h"

namespace reprise::detail {
namespace {

// Words that are shown before and behind a cut: beside a difference, at the ends of the passage,
// and at its beginning if nothing differs. Chosen by looking at terminals of 80 columns.
constexpr uint32_t beside_difference = 6;
constexpr uint32_t at_the_ends = 12;
constexpr uint32_t without_difference = 24;
constexpr size_t most_columns = 480;  // for a quotation

// Adds the words of the range, on one line: the first and the last ones, if there are many more.
void add_shortened(StyledText& text, const TextUnit& unit, TokenRange range, uint32_t head,
                   uint32_t tail, TextStyle style = {}) {
  constexpr uint32_t worth_a_cut = 4;
  const auto add = [&](TokenRange part) {
    text.fold(bytes_of(unit, part).in(unit.text), style);
  };
  if (range.size() < head + tail + worth_a_cut) {
    return add(range);
  }
  add({range.begin, range.begin + head});
  text.add(" … ", style::dim);
  add({range.end - tail, range.end});
}

StyledText in_quotation_marks(StyledText text) {
  text.cut(most_columns);
  text.isolate();
  return StyledText("“").append(text).add("”");
}

// Writes one side after the other. The old side is the one that came first.
class Differences {
 public:
  Differences(const Passage& passage, const Result& result, bool colour)
      : passage_(passage), colour_(colour) {
    const DirectedPassage sides = directed(passage, result);
    turned_ = sides.earlier.unit != passage.unit_a;
    old_ = &result.units[sides.earlier.unit];
    new_ = &result.units[sides.later.unit];
    old_at_ = sides.earlier.range.begin;
    new_at_ = sides.later.range.begin;
    old_end_ = sides.earlier.range.end;
  }

  StyledText write() {
    for (const Edit& edit : passage_.edits) {
      const TokenRange removed = turned_ ? edit.b : edit.a;
      const TokenRange added = turned_ ? edit.a : edit.b;
      same_up_to(removed.begin, false);
      new_at_ = added.begin;
      if (removed.size() > 0) {
        add_gap(*old_, removed.begin);
      } else {
        add_gap(*new_, added.begin);
      }
      add_marked(*old_, removed, "[-", "-]", style::removed);
      if (colour_ && removed.size() > 0 && added.size() > 0) {
        text_.add(" ");
      }
      add_marked(*new_, added, "{+", "+}", style::added);
      behind_addition_ = removed.size() == 0;
      old_at_ = removed.end;
      new_at_ = added.end;
    }
    same_up_to(old_end_, true);
    return in_quotation_marks(std::move(text_));
  }

 private:
  // Adds what is the same on both sides, as the old one writes it.
  void same_up_to(uint32_t end, bool last) {
    if (old_at_ == end) {
      return;
    }
    if (behind_addition_) {
      add_gap(*new_, new_at_);
    } else {
      add_gap(*old_, old_at_);
    }
    const bool first = text_.text().empty();
    uint32_t head = first ? at_the_ends : beside_difference;
    if (first && last) {
      head = without_difference;
    }
    const uint32_t tail = last ? at_the_ends : beside_difference;
    add_shortened(text_, *old_, {old_at_, end}, head, tail);
    behind_addition_ = false;
  }

  void add_marked(const TextUnit& unit, TokenRange range, const char* open, const char* close,
                  TextStyle style) {
    if (range.size() == 0) {
      return;
    }
    if (!colour_) {
      text_.add(open);
    }
    add_shortened(text_, unit, range, beside_difference, beside_difference, style);
    if (!colour_) {
      text_.add(close);
    }
  }

  // Adds what stands between the word and the one before it.
  void add_gap(const TextUnit& unit, uint32_t token) {
    if (text_.text().empty() || token == 0) {
      return;
    }
    text_.fold(Span{unit.tokens[token - 1].span.end, unit.tokens[token].span.begin}.in(unit.text));
  }

  const Passage& passage_;
  bool colour_, turned_ = false, behind_addition_ = false;
  const TextUnit *old_ = nullptr, *new_ = nullptr;
  uint32_t old_at_ = 0, new_at_ = 0, old_end_ = 0;
  StyledText text_;
};

std::vector<DocumentId> documents_of(const PassageCluster& cluster, const SummaryWriter& out) {
  std::set<DocumentId> documents;
  for (const PassageSpan& span : cluster.spans) {
    const DocumentId d = out.result.units[span.unit].document;
    if (out.kept(d)) {
      documents.insert(d);
    }
  }
  return {documents.begin(), documents.end()};
}

bool is_new(const Passage& p, const SummaryWriter& out) {
  return out.kept(out.result.units[p.unit_a].document) &&
         out.kept(out.result.units[p.unit_b].document);
}

// Returns how many passages the entries stand for.
size_t passages_in(const std::vector<SharedText>& texts, const SummaryWriter& out) {
  std::set<const PassageCluster*> clusters;
  for (const SharedText& text : texts) {
    clusters.insert(text.cluster);
  }
  const auto stands = [&](const Passage& p) {
    return is_new(p, out) ||
           (p.cluster && clusters.contains(&out.result.passage_clusters[*p.cluster]));
  };
  return static_cast<size_t>(
      std::count_if(out.result.passages.begin(), out.result.passages.end(), stands));
}

void add_cluster(const SharedText& text, SummaryWriter& out) {
  const PassageSpan& span = text.cluster->spans.front();
  StyledText title(
      counted(text.words, "word") + " in " + counted(text.documents.size(), "document"),
      style::bold);
  out.page.line(2, 6, title.add(": " + out.names(text.documents)));
  StyledText quote;
  add_shortened(quote, out.result.units[span.unit], span.range, without_difference, at_the_ends);
  out.page.line(4, 4, in_quotation_marks(std::move(quote)));
}

void add_passage(const SharedText& text, SummaryWriter& out) {
  const Passage& p = *text.passage;
  const DirectedPassage sides = directed(p, out.result);
  const std::string earlier = out.name(out.result.units[sides.earlier.unit].document);
  const std::string later = out.name(out.result.units[sides.later.unit].document);
  const std::string size = counted(text.words, "word");
  StyledText title(size + ", " + percent(p.identity) + " the same", style::bold);
  title.add(p.quoted ? ", quoted in both: " : ": ");
  title.add(earlier + " and " + later);
  out.page.line(2, 6, title);
  out.page.line(4, 4, passage_with_differences(p, out.result, out.page.colour()));
}

// How the differing words are marked, where any are shown.
void explain_marks(const std::vector<SharedText>& texts, SummaryWriter& out) {
  const auto differs = [](const SharedText& text) {
    return text.passage && !text.passage->edits.empty();
  };
  if (std::none_of(texts.begin(), texts.begin() + static_cast<long>(out.shown(texts.size())),
                   differs)) {
    return;
  }
  const bool colour = out.page.colour();
  out.page.line(2, 2,
                StyledText("marked where two differ: ", style::dim)
                    .add(colour ? "the first's words" : "[-the first's words-]", style::removed)
                    .add(" ")
                    .add(colour ? "the second's words" : "{+the second's words+}", style::added));
}

void add_suppressed(SummaryWriter& out) {
  for (const SuppressedPassages& s : out.result.suppressed) {
    const Span example = bytes_of(out.result.units[s.example.unit], s.example.range);
    StyledText line(
        "left out as " + std::string(name_of(s.reason)) + ": " + grouped(s.count) + ", such as ",
        style::dim);
    out.page.line(2, 4, line.append(out.quote(s.example.unit, example, 80, style::dim)));
  }
}

void add_heading(const std::vector<SharedText>& texts, SummaryWriter& out) {
  const std::string title =
      texts.empty() ? "No shared passages" : "Shared passages: " + grouped(texts.size());
  const size_t left_out = out.result.passages.size() - passages_in(texts, out);
  std::string note;
  if (left_out > 0) {
    note = (texts.empty() ? " (but for " : " (and ") + grouped(left_out) +
           " in copies listed above, which the page, the exports and --json show)";
  }
  out.heading(title, note);
}

}  // namespace

std::vector<SharedText> shared_texts(const SummaryWriter& out) {
  const Result& result = out.result;
  std::vector<SharedText> list;
  // The clusters that are listed, and their passages not.
  std::vector<bool> whole(result.passage_clusters.size());
  for (size_t c = 0; c < whole.size(); ++c) {
    const PassageCluster& cluster = result.passage_clusters[c];
    std::vector<DocumentId> documents = documents_of(cluster, out);
    whole[c] = documents.size() >= 3;
    if (whole[c]) {
      list.push_back({cluster.spans.front().range.size(), std::move(documents), &cluster, nullptr});
    }
  }
  for (const Passage& p : result.passages) {
    if (!is_new(p, out) || (p.cluster && whole[*p.cluster])) {
      continue;
    }
    list.push_back({p.a.size(),
                    {result.units[p.unit_a].document, result.units[p.unit_b].document},
                    nullptr,
                    &p});
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const SharedText& x, const SharedText& y) { return x.words > y.words; });
  return list;
}

void add_passages(const std::vector<SharedText>& texts, SummaryWriter& out) {
  add_heading(texts, out);
  explain_marks(texts, out);
  for (size_t i = 0; i < out.shown(texts.size()); ++i) {
    if (i > 0) {
      out.page.blank();
    }
    if (texts[i].cluster) {
      add_cluster(texts[i], out);
    } else {
      add_passage(texts[i], out);
    }
    if (const StyledText first = out.first_of(texts[i].documents); !first.text().empty()) {
      out.page.line(4, 6, first);
    }
  }
  if (!out.result.suppressed.empty() && !texts.empty()) {
    out.page.blank();
  }
  out.rest(texts.size());
  add_suppressed(out);
}

StyledText passage_with_differences(const Passage& passage, const Result& result, bool colour) {
  return Differences(passage, result, colour).write();
}

}  // namespace reprise::detail

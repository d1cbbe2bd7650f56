// Steps: of each point, its claim; how many documents state it; the mentions in other words, equal
// ones on one line; the figures that can't all be right, with who gives them. Points beyond the
// limit have a line each if their figures differ.
//
//     mentions  "Seven died" (a.txt)  "seven died" (b.txt)  "Seven people died" (c.txt)
//     said      "Seven died": a.txt    "seven died": b.txt    "Seven people died": c.txt
//
// Words are compared with the claim's by their stems, function words left out, for the bold type.
// Cost: the documents of the points that are shown, for their words.
#include "reprise/report/terminal/terminal_points.h"

#include <algorithm>
#include <optional>
#include <set>

#include "reprise/language/function_words.h"
#include "reprise/language/language.h"
#include "reprise/language/stem.h"
#include "reprise/words/fold.h"

namespace reprise::detail {
namespace {

struct TellingWord {
  Span span;
  std::string stem;
};

// Returns the words of the span but for function words.
std::vector<TellingWord> telling_words(const TextUnit& unit, Span span,
                                       const CompareOptions& options) {
  std::optional<Stemmer> stemmer;
  if (!unit.language.stemmer.empty()) {
    stemmer.emplace(unit.language.stemmer);
  }
  std::vector<TellingWord> words;
  std::string folded;
  auto token =
      std::lower_bound(unit.tokens.begin(), unit.tokens.end(), span.begin,
                       [](const Token& t, uint32_t begin) { return t.span.begin < begin; });
  for (; token != unit.tokens.end() && token->span.end <= span.end; ++token) {
    fold_word(token->span.in(unit.text), options.words, folded);
    if (is_function_word(folded, unit.language.language)) {
      continue;
    }
    words.push_back({token->span, std::string(stemmer ? stemmer->stem(folded) : folded)});
  }
  return words;
}

// Writes one point.
class PointWriter {
 public:
  PointWriter(const Point& point, SummaryWriter& out)
      : point_(point),
        out_(out),
        updated_(is_updated(point, out.result)),
        contested_(contested_in(point)) {
    const TextUnit& unit = unit_of(point.mentions[point.label]);
    for (TellingWord& word : telling_words(unit, point.claim, out.result.options)) {
      claim_.insert(std::move(word.stem));
    }
  }

  void write(size_t number, size_t indent) {
    const std::string digits = std::to_string(number);
    StyledText title(std::string(indent - 4 - digits.size(), ' ') + digits + ". ");
    title.append(quote(point_.mentions[point_.label], point_.claim, 200, style::bold, style::bold));
    if (point_.speaker && !names_speaker()) {
      title.add(" — " + on_one_line(*point_.speaker));
    }
    out_.page.line(2, indent, title);
    out_.page.line(indent, indent + 2, spread());
    mentions(indent);
    figures(indent);
  }

 private:
  const TextUnit& unit_of(const Mention& mention) const { return out_.result.units[mention.unit]; }
  TextStyle emphasis() const { return updated_ ? style::notice : style::conflict; }

  // Returns whether the words that are shown hold the speaker's last name.
  bool names_speaker() const {
    const std::string& name = *point_.speaker;
    const std::string last = name.substr(name.rfind(' ') + 1);
    const TextUnit& unit = unit_of(point_.mentions[point_.label]);
    return point_.claim.in(unit.text).find(last) != std::string_view::npos;
  }

  // Returns a dot for each document of the story, those that state the point filled.
  static StyledText dots(const Spread& spread) {
    constexpr size_t most_dots = 12;
    StyledText text;
    if (spread.of == 0 || spread.of > most_dots) {
      return text;
    }
    for (size_t i = 0; i < spread.of; ++i) {
      if (i < spread.stating) {
        text.add("●", style::plain);
      } else {
        text.add("○", style::dim);
      }
    }
    return text.add(" ");
  }

  // Returns how often the point is denied; empty if it never is.
  std::string denials() const {
    const auto count = std::count_if(point_.mentions.begin(), point_.mentions.end(),
                                     [](const Mention& m) { return m.denied; });
    if (count == 0) {
      return "";
    }
    const std::string times = count == 1 ? "once" : counted(static_cast<size_t>(count), "time");
    return "denied or doubted " + times;
  }

  StyledText spread() const {
    const Spread spread = spread_of(point_, out_.result);
    StyledText text = dots(spread);
    const bool is_one = spread.of == 0 && spread.stating == 1;
    text.add(spread.text() + (is_one ? " document" : " documents"));
    const bool of_a_story = spread.of > 0 && spread.of < out_.result.documents.size();
    text.add(of_a_story ? " on this story" : "");
    if (point_.voices < spread.stating) {
      text.add(" (" + counted(point_.voices, "independent text") + ")");
    }
    if (const std::string denied = denials(); !denied.empty()) {
      text.add(", ").add(denied, style::notice);
    }
    if (const StyledText first = out_.first_of(point_.documents); !first.text().empty()) {
      text.add(", ").append(first);
    }
    return text;
  }

  static constexpr size_t most_columns_of_mention = 160;

  // Returns what the mentions say, and who says each: the label's words first.
  std::vector<Said> all_said() const {
    std::vector<Said> said;
    const auto add = [&](const Mention& m) {
      const TextUnit& unit = unit_of(m);
      const std::string words = on_one_line(m.span.in(unit.text));
      const std::string name = out_.name(unit.document) + (m.denied ? " (denied)" : "");
      add_name(said, cut_to(words, most_columns_of_mention), m, name);
    };
    add(point_.mentions[point_.label]);
    for (const Mention& m : point_.mentions) {
      add(m);
    }
    return said;
  }

  // Returns whether the claim says no more than the label's mention.
  bool label_is_claim() const {
    const Mention& label = point_.mentions[point_.label];
    const auto words_in = [&](Span span) {
      return telling_words(unit_of(label), span, out_.result.options).size();
    };
    return words_in(label.span) == words_in(point_.claim);
  }

  // Lists the mentions, those in the same words on one line.
  void mentions(size_t indent) {
    const std::vector<Said> said = all_said();
    for (size_t i = 0; i < out_.shown(said.size()); ++i) {
      const std::string names = listed(said[i].names);
      const bool stands_above = i == 0 && label_is_claim();
      StyledText line(stands_above ? "in these words: " + names : names + ": ", style::dim);
      if (!stands_above) {
        const Mention& mention = *said[i].mention;
        line.append(
            quote(mention, mention.span, most_columns_of_mention, style::plain, style::bold));
      }
      out_.page.line(indent, indent + 2, line);
    }
    if (said.size() > out_.options.limit) {
      const std::string times = counted(said.size() - out_.options.limit, "time");
      out_.page.line(indent, indent + 2, {"… and in other words " + times, style::dim});
    }
  }

  // Returns what is shown of the mention, or around it, in quotation marks: `shared` is how words
  // look that the claim has too, and `other` how the others do; figures that others contradict
  // stand out.
  StyledText quote(const Mention& mention, Span shown, size_t columns, TextStyle other,
                   TextStyle shared) const {
    const TextUnit& unit = unit_of(mention);
    StyledText text;
    uint32_t at = shown.begin;
    for (const auto& [span, look] : marks(mention, shown, shared)) {
      text.fold(Span{at, span.begin}.in(unit.text), other).fold(span.in(unit.text), look);
      at = span.end;
    }
    text.fold(Span{at, shown.end}.in(unit.text), other);
    text.cut(columns);
    text.isolate();
    return StyledText("“", other).append(text).add("”", other);
  }

  // Returns what does not look like the rest of what is shown, in order.
  std::vector<std::pair<Span, TextStyle>> marks(const Mention& mention, Span shown,
                                                TextStyle shared) const {
    std::vector<std::pair<Span, TextStyle>> marks;
    for (const TellingWord& word : telling_words(unit_of(mention), shown, out_.result.options)) {
      if (claim_.contains(word.stem)) {
        marks.emplace_back(word.span, shared);
      }
    }
    for (uint32_t f : contested_) {
      const Span figure = point_.figures[f].figure.span;
      if (&point_.mentions[point_.figures[f].mention] != &mention) {
        continue;
      }
      if (overlap(figure, shown) < figure.size()) {
        continue;
      }
      std::erase_if(marks, [&](const auto& mark) { return overlap(mark.first, figure) > 0; });
      marks.emplace_back(figure, emphasis());
    }
    std::sort(marks.begin(), marks.end(),
              [](const auto& x, const auto& y) { return x.first < y.first; });
    return marks;
  }

  // Says who gives which figure.
  void figures(size_t indent) {
    if (contested_.empty()) {
      return;
    }
    constexpr size_t most_columns = 36;
    out_.page.line(indent, indent,
                   {updated_ ? "the figures moved on" : "figures differ", emphasis()});
    const std::vector<Said> given = contested_by(point_, out_);
    size_t columns = 0;
    for (const Said& figure : given) {
      columns = std::max(columns, std::min(most_columns, columns_of(figure.text)));
    }
    const bool is_narrow = out_.page.width() < 60;
    const size_t hanging = is_narrow ? 0 : columns;  // where a further line of names begins
    for (const Said& figure : given) {
      StyledText line;
      line.add(figure.text, emphasis()).pad(columns).add("  " + listed(figure.names));
      out_.page.line(indent + 2, indent + 4 + hanging, line);
    }
  }

  const Point& point_;
  SummaryWriter& out_;
  bool updated_;
  std::set<uint32_t> contested_;  // figures, by index
  std::set<std::string> claim_;   // stems of its words
};

size_t count_stories(const Result& result) {
  const auto last = std::max_element(result.stories.begin(), result.stories.end());
  return last == result.stories.end() ? 0 : *last + size_t{1};
}

// Points further down whose figures differ, a line each.
void add_differing(const std::vector<size_t>& list, const char* title, TextStyle look,
                   SummaryWriter& out) {
  const auto first = std::lower_bound(list.begin(), list.end(), out.options.limit);
  const auto further = static_cast<size_t>(list.end() - first);
  if (further == 0) {
    return;
  }
  out.page.blank();
  out.page.line(2, 2, title);
  for (size_t i = 0; i < out.shown(further); ++i) {
    const size_t id = first[static_cast<long>(i)];
    const Point& point = out.result.points[id];
    const Mention& label = point.mentions[point.label];
    StyledText line(std::to_string(id + 1) + ". ");
    line.add(contested_figures(point, out), look)
        .add(": ")
        .append(out.quote(label.unit, point.claim, 100));
    out.page.line(4, 8, line);
  }
  if (further > out.options.limit) {
    out.page.line(4, 4, {"… and " + grouped(further - out.options.limit) + " more", style::dim});
  }
}

}  // namespace

Spread spread_of(const Point& point, const Result& result) {
  const auto of =
      static_cast<size_t>(std::count(result.stories.begin(), result.stories.end(), point.story));
  return {point.documents.size(), of < point.documents.size() ? 0 : of};
}

std::string Spread::text() const {
  return grouped(stating) + (of > 0 ? " of " + grouped(of) : "");
}

void add_points(const PointsThatDiffer& differing, SummaryWriter& out) {
  const std::vector<Point>& points = out.result.points;
  if (points.empty()) {
    return out.heading("No talking points in common");
  }
  std::string note = ", the most surely repeated first";
  if (const size_t told = count_stories(out.result); told > 1) {
    note = " in " + grouped(told) + " stories" + note;
  }
  out.heading("Talking points: " + grouped(points.size()), note);
  const size_t shown = out.shown(points.size());
  const size_t indent = 4 + std::to_string(shown).size();
  for (size_t i = 0; i < shown; ++i) {
    if (i > 0) {
      out.page.blank();
    }
    PointWriter(points[i], out).write(i + 1, indent);
  }
  if (points.size() > shown && shown > 0) {
    out.page.blank();
  }
  out.rest(points.size());
  add_differing(differing.contested, "Figures differ there too:", style::conflict, out);
  add_differing(differing.updated, "Figures moved on there too:", style::notice, out);
}

}  // namespace reprise::detail

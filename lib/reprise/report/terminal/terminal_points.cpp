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

// What was said, and by whom.
struct Said {
  std::string text;
  const Mention* mention = nullptr;  // the first that says it
  std::vector<std::string> names;
};

// Adds the name to those that stand beside the text.
void add_name(std::vector<Said>& list, const std::string& text, const Mention& mention,
              const std::string& name) {
  auto entry =
      std::find_if(list.begin(), list.end(), [&](const Said& said) { return said.text == text; });
  if (entry == list.end()) {
    entry = list.insert(list.end(), {text, &mention, {}});
  }
  if (std::find(entry->names.begin(), entry->names.end(), name) == entry->names.end()) {
    entry->names.push_back(name);
  }
}

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

// Returns the figures of a point that others of it contradict, by index.
std::set<uint32_t> contested_in(const Point& point) {
  std::set<uint32_t> figures;
  for (const auto& [first, second] : point.disagreements) {
    figures.insert({first, second});
  }
  return figures;
}

// Returns the figure as it is written, with what it counts.
std::string written(const MentionedFigure& f, const Point& point, const Result& result) {
  constexpr size_t most_columns = 80;
  const TextUnit& unit = result.units[point.mentions[f.mention].unit];
  const std::string& of = f.figure.of;
  std::string text = cut_to(on_one_line(f.figure.span.in(unit.text)), most_columns);
  if (!of.empty() && text.find(of) == text.npos) {
    const bool follows = on_one_line(unit.text.substr(f.figure.span.end, of.size() + 1)) == of;
    const std::string shown = cut_to(on_one_line(of), most_columns);
    text += follows ? " " + shown : " (" + shown + ")";
  }
  return isolated(text);
}

// Returns them as they are written, with who gives them.
std::vector<Said> contested_by(const Point& point, const SummaryWriter& out) {
  std::vector<Said> given;
  for (uint32_t f : contested_in(point)) {
    const MentionedFigure& figure = point.figures[f];
    const Mention& mention = point.mentions[figure.mention];
    add_name(given, written(figure, point, out.result), mention,
             out.name(out.result.units[mention.unit].document));
  }
  return given;
}

// Figures that agree with one another, called by the first of them.
struct Agreeing {
  std::string text;
  std::vector<uint32_t> figures;
};

// Returns the contested figures, each beside the first ones that it does not contradict.
std::vector<Agreeing> contested_groups(const Point& point, const Result& result) {
  const std::set<std::pair<uint32_t, uint32_t>> against(point.disagreements.begin(),
                                                        point.disagreements.end());
  const auto contradict = [&](uint32_t x, uint32_t y) {
    return against.contains({x, y}) || against.contains({y, x});
  };
  std::vector<Agreeing> groups;
  for (const uint32_t f : contested_in(point)) {
    const std::string text = written(point.figures[f], point, result);
    const auto fits = [&](const Agreeing& group) {
      return group.text == text ||
             std::none_of(group.figures.begin(), group.figures.end(),
                          [&](uint32_t other) { return contradict(f, other); });
    };
    auto group = std::find_if(groups.begin(), groups.end(), fits);
    if (group == groups.end()) {
      group = groups.insert(group, {text, {}});
    }
    group->figures.push_back(f);
  }
  return groups;
}

// Writes one point.
class PointWriter {
 public:
  PointWriter(const Point& point, SummaryWriter& out)
      : point_(point),
        out_(out),
        updated_(is_updated(point, out.result)),
        contested_(contested_in(point)) {
    const Mention& label = point.mentions[point.label];
    for (TellingWord& word : telling_words(unit_of(label), label.span, out.result.options)) {
      label_.insert(std::move(word.stem));
    }
  }

  void write(size_t number, size_t indent) {
    const std::string digits = std::to_string(number);
    StyledText title(std::string(indent - 4 - digits.size(), ' ') + digits + ". ");
    title.append(quote(point_.mentions[point_.label], 200, style::bold, style::bold));
    out_.page.line(2, indent, title);
    out_.page.line(indent, indent + 2, spread());
    mentions(indent);
    figures(indent);
  }

 private:
  const TextUnit& unit_of(const Mention& mention) const { return out_.result.units[mention.unit]; }
  TextStyle emphasis() const { return updated_ ? style::notice : style::conflict; }

  StyledText spread() const {
    constexpr size_t most_dots = 12;
    const Spread spread = spread_of(point_, out_.result);
    StyledText text;
    if (spread.of <= most_dots) {
      for (size_t i = 0; i < spread.of; ++i) {
        text.add(i < spread.stating ? "●" : "○", i < spread.stating ? style::plain : style::dim);
      }
      text.add(spread.of > 0 ? " " : "");
    }
    const bool of_a_story = spread.of > 0 && spread.of < out_.result.documents.size();
    text.add(spread.text() + " document" + (spread.of == 0 && spread.stating == 1 ? "" : "s") +
             (of_a_story ? " on this story" : ""));
    if (point_.voices < spread.stating) {
      text.add(" (" + counted(point_.voices, "independent text") + ")");
    }
    const auto denials = std::count_if(point_.mentions.begin(), point_.mentions.end(),
                                       [](const Mention& m) { return m.denied; });
    if (denials > 0) {
      text.add(", ").add(
          "denied or doubted " +
              (denials == 1 ? "once" : counted(static_cast<size_t>(denials), "time")),
          style::notice);
    }
    if (const StyledText first = out_.first_of(point_.documents); !first.text().empty()) {
      text.add(", ").append(first);
    }
    return text;
  }

  // Lists the mentions beside the label, those in the same words on one line.
  void mentions(size_t indent) {
    constexpr size_t most_columns = 160;
    std::vector<Said> said;
    const auto add = [&](const Mention& m) {
      const TextUnit& unit = unit_of(m);
      add_name(said, cut_to(on_one_line(m.span.in(unit.text)), most_columns), m,
               out_.name(unit.document) + (m.denied ? " (denied)" : ""));
    };
    add(point_.mentions[point_.label]);
    for (const Mention& m : point_.mentions) {
      add(m);
    }
    for (size_t i = 0; i < out_.shown(said.size()); ++i) {
      StyledText line(
          i == 0 ? "in these words: " + listed(said[i].names) : listed(said[i].names) + ": ",
          style::dim);
      if (i > 0) {
        line.append(quote(*said[i].mention, most_columns, style::plain, style::bold));
      }
      out_.page.line(indent, indent + 2, line);
    }
    if (said.size() > out_.options.limit) {
      out_.page.line(indent, indent + 2,
                     {"… and in other words " + counted(said.size() - out_.options.limit, "time"),
                      style::dim});
    }
  }

  // Returns the mention in quotation marks: `shared` is how words look that the label has too, and
  // `other` how the others do; figures that others contradict stand out.
  StyledText quote(const Mention& mention, size_t columns, TextStyle other,
                   TextStyle shared) const {
    const TextUnit& unit = unit_of(mention);
    StyledText text;
    uint32_t at = mention.span.begin;
    for (const auto& [span, look] : marks(mention, shared)) {
      text.fold(Span{at, span.begin}.in(unit.text), other).fold(span.in(unit.text), look);
      at = span.end;
    }
    text.fold(Span{at, mention.span.end}.in(unit.text), other);
    text.cut(columns);
    text.isolate();
    return StyledText("“", other).append(text).add("”", other);
  }

  // Returns what does not look like the rest of a mention, in order.
  std::vector<std::pair<Span, TextStyle>> marks(const Mention& mention, TextStyle shared) const {
    std::vector<std::pair<Span, TextStyle>> marks;
    for (const TellingWord& word :
         telling_words(unit_of(mention), mention.span, out_.result.options)) {
      if (label_.contains(word.stem)) {
        marks.emplace_back(word.span, shared);
      }
    }
    for (uint32_t f : contested_) {
      const Span figure = point_.figures[f].figure.span;
      if (&point_.mentions[point_.figures[f].mention] != &mention) {
        continue;
      }
      if (overlap(figure, mention.span) < figure.size()) {
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
    for (const Said& figure : given) {
      StyledText line;
      line.add(figure.text, emphasis()).pad(columns).add("  " + listed(figure.names));
      out_.page.line(indent + 2, indent + 4 + (out_.page.width() < 60 ? 0 : columns), line);
    }
  }

  const Point& point_;
  SummaryWriter& out_;
  bool updated_;
  std::set<uint32_t> contested_;  // figures, by index
  std::set<std::string> label_;   // stems of its words
};

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
        .append(out.quote(label.unit, label.span, 100));
    out.page.line(4, 8, line);
  }
  if (further > out.options.limit) {
    out.page.line(4, 4, {"… and " + grouped(further - out.options.limit) + " more", style::dim});
  }
}

}  // namespace

PointsThatDiffer points_that_differ(const Result& result) {
  PointsThatDiffer differing;
  for (size_t i = 0; i < result.points.size(); ++i) {
    const Point& point = result.points[i];
    if (point.disagreements.empty()) {
      continue;
    }
    (is_updated(point, result) ? differing.updated : differing.contested).push_back(i);
  }
  return differing;
}

std::string contested_figures(const Point& point, const SummaryWriter& out) {
  constexpr size_t most_figures = 4;
  const std::vector<Agreeing> groups = contested_groups(point, out.result);
  std::string list;
  for (size_t i = 0; i < std::min(groups.size(), most_figures); ++i) {
    list += (i > 0 ? " against " : "") + groups[i].text;
  }
  return list + (groups.size() > most_figures ? " against …" : "");
}

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
  const std::vector<uint32_t>& stories = out.result.stories;
  const size_t told =
      stories.empty() ? 0 : *std::max_element(stories.begin(), stories.end()) + size_t{1};
  out.heading(
      "Talking points: " + grouped(points.size()),
      (told > 1 ? " in " + grouped(told) + " stories" : "") + ", the most surely repeated first");
  const size_t shown = out.shown(points.size()), indent = 4 + std::to_string(shown).size();
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

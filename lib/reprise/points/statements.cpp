// Steps: each unit by itself, and in parallel, is walked word by word, beside its figures and its
// names, which are in order too; then terms get their numbers, unit after unit.
//
//     "Orvik's firm spent just $6 million, not more."
//     terms      orvik | firm | spent | =6e+06:money:USD | =money:USD | million
//     cuts       0 (the begin), 6 ("not", behind a comma), 8 (the end)
//     negations  6 ("not")
//
// What becomes no statement: a row of cells ("12 | 14 | 9"), a line of one word ("Advertisements").
// Cost: one pass over the words; a stem and two look-ups for each.
#include "reprise/points/statements.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "reprise/base/parallel.h"
#include "reprise/language/function_words.h"
#include "reprise/language/joining_words.h"
#include "reprise/language/names/names.h"
#include "reprise/points/word_facts.h"
#include "reprise/words/fold.h"

namespace reprise::detail {
namespace {

constexpr uint32_t longest_statement = 60;  // words

// What goes on without a stop for more words is no sentence, but a transcript or a list. In pieces
// of that length each two would share some words by chance, and be compared.
constexpr uint32_t longest_sentence = 120;
constexpr uint32_t piece_of_text = 24;

// Smaller counts are words like others: "two", "seven".
constexpr double least_count = 12;

// Returns the figure's key, if it says enough to bind statements; empty if not. Figures that round
// to the same three digits are one.
std::string key_of(const Figure& figure) {
  const std::optional<double> middle = middle_of(figure);
  if (!middle) {
    return {};
  }
  if (figure.kind == FigureKind::count && *middle <= least_count) {
    return {};
  }
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "=%.3g", *middle);
  std::string key = text.data();
  const bool is_plain = figure.kind == FigureKind::count || figure.kind == FigureKind::year;
  if (!is_plain) {
    key += ":" + std::string(name_of(figure.kind)) + ":" + figure.unit;
  }
  return key;
}

// What one unit gives, before terms get their numbers.
struct RawStatement {
  Statement statement;             // without its terms
  std::vector<std::string> terms;  // by place
  std::vector<std::string> words;  // beside terms: as they stand in the text
  std::vector<uint32_t> tokens;    // beside terms
  std::vector<char> everyday;      // beside terms: whether the word is an everyday one
  std::vector<char> named;         // beside terms: whether it stands in a name
};

class UnitReader {
 public:
  UnitReader(const TextUnit& unit, const UnitLanguage& language, std::span<const Name> names,
             bool figures)
      : unit_(unit),
        language_(language.language),
        names_(names),
        figures_are_terms_(figures),
        memory_(WordMemory::of_thread(language)),
        figures_(find_figures(unit.text, unit.tokens, language.language)) {
    words_.resize(unit.tokens.size());
    for (size_t i = 0; i < words_.size(); ++i) {
      fold_word(unit.tokens[i].span.in(unit.text), {}, words_[i]);
    }
  }

  std::vector<RawStatement> read() {
    std::vector<RawStatement> statements;
    for (const Sentence& sentence : unit_.sentences) {
      // A line of one content word ("Advertisements") is furniture; a sentence of one may say
      // something.
      const size_t least_terms = sentence.closed ? 1 : 2;
      const bool is_sentence = sentence.last_token - sentence.first_token <= longest_sentence;
      const uint32_t longest = is_sentence ? longest_statement : piece_of_text;
      for (uint32_t begin = sentence.first_token; begin < sentence.last_token; begin += longest) {
        const uint32_t end = std::min(begin + longest, sentence.last_token);
        RawStatement raw = read({begin, end});
        const bool states_something = !is_table_row({begin, end}) && has_word({begin, end});
        if (states_something && raw.terms.size() >= least_terms) {
          statements.push_back(std::move(raw));
        }
      }
    }
    return statements;
  }

 private:
  RawStatement read(TokenRange range) {
    RawStatement raw;
    raw.statement.tokens = range;
    raw.statement.cuts.push_back(range.begin);
    while (next_figure_ < figures_.size() && figures_[next_figure_].first_token < range.begin) {
      ++next_figure_;
    }
    uint32_t end_of_figure = range.begin;
    uint32_t end_of_name = range.begin;
    for (uint32_t i = range.begin; i < range.end; ++i) {
      note_marks(raw, i);
      const Figure* figure = figure_at(i, range, raw);
      if (figure && add_figure(raw, i, *figure)) {
        end_of_figure = figure->last_token;
      }
      if (const Name* name = name_at(i, range)) {
        add(raw, i, name->key, std::string(bytes_of(unit_, name->tokens).in(unit_.text)));
        end_of_name = name->tokens.end;
      }
      if (i >= end_of_name) {
        add_word(raw, i, i < end_of_figure);
      }
    }
    raw.statement.cuts.push_back(range.end);
    return raw;
  }

  // Notes whether a mention may begin at the token, and whether the token says "not".
  void note_marks(RawStatement& raw, uint32_t i) const {
    if (i > raw.statement.tokens.begin && is_cut(i)) {
      raw.statement.cuts.push_back(i);
    }
    if (is_negation(words_[i], language_)) {
      raw.statement.negations.push_back(i);
    }
  }

  // Returns the figure that begins at token i, and files it.
  const Figure* figure_at(uint32_t i, TokenRange range, RawStatement& raw) {
    if (next_figure_ == figures_.size() || figures_[next_figure_].first_token != i) {
      return nullptr;
    }
    const Figure& figure = figures_[next_figure_++];
    if (figure.last_token > range.end) {
      return nullptr;
    }
    raw.statement.figures.push_back(figure);
    return &figure;
  }

  // Adds the terms of a figure; returns whether it has any.
  bool add_figure(RawStatement& raw, uint32_t i, const Figure& figure) const {
    const std::string key = figures_are_terms_ ? key_of(figure) : std::string();
    if (key.empty()) {
      return false;
    }
    add(raw, i, key, std::string(figure.span.in(unit_.text)));
    // Two sums that differ have in common that they are sums.
    const std::string kind = "=" + std::string(name_of(figure.kind)) + ":" + figure.unit;
    if (figure.kind == FigureKind::money) {
      add(raw, i, kind, "a sum of money");
    }
    if (figure.kind == FigureKind::percent) {
      add(raw, i, kind, "a share in percent");
    }
    return true;
  }

  // Returns the name that begins at token i, if it says more than its one word does.
  const Name* name_at(uint32_t i, TokenRange range) {
    while (next_name_ < names_.size() && names_[next_name_].tokens.begin < i) {
      ++next_name_;
    }
    if (next_name_ == names_.size() || names_[next_name_].tokens.begin != i) {
      return nullptr;
    }
    const Name& name = names_[next_name_];
    const bool is_plain = name.tokens.size() == 1 && name.key == words_[i];
    const bool ends_inside = name.tokens.end <= range.end;
    return ends_inside && !is_plain ? &name : nullptr;
  }

  // Figures alone state nothing: "00:00:10,000 --> 00:00:12,500". A byte above ASCII may be a
  // letter's.
  bool has_word(TokenRange range) const {
    const std::string_view text = bytes_of(unit_, range).in(unit_.text);
    return std::any_of(text.begin(), text.end(), [](char c) {
      const bool is_ascii_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      return is_ascii_letter || static_cast<unsigned char>(c) >= 0x80;
    });
  }

  // A row of cells states nothing.
  bool is_table_row(TokenRange range) const {
    const std::string_view text = bytes_of(unit_, range).in(unit_.text);
    const auto is_border = [](char c) {
      return c == '|' || c == '\t';
    };
    return std::count_if(text.begin(), text.end(), is_border) >= 2;
  }

  bool is_cut(uint32_t i) const {
    const std::string_view gap = gap_before(unit_, i);
    if (gap.find_first_of(",;:()\"") != gap.npos) {
      return true;
    }
    for (std::string_view mark : {"—", "–", "“", "”", " - "}) {
      if (gap.find(mark) != gap.npos) {
        return true;
      }
    }
    return begins_part(words_[i], words_[i - 1], language_);
  }

  // Adds the word's stem, unless it says nothing; digits inside a figure are said by the figure.
  void add_word(RawStatement& raw, uint32_t i, bool in_figure) {
    std::string_view word = words_[i];
    if (word.ends_with("'s")) {
      word.remove_suffix(2);
    }
    if (word.empty()) {
      return;
    }
    const WordFacts& facts = memory_.of(word);
    if (facts.says_nothing) {
      return;
    }
    if (in_figure && word.find_first_of("0123456789") != word.npos) {
      return;
    }
    add(raw, i, facts.stem, std::string(word));
    raw.everyday.back() = facts.is_everyday ? 1 : 0;
    if (facts.stands_beside_names) {
      raw.named.back() = 1;
    }
  }

  void add(RawStatement& raw, uint32_t token, std::string term, std::string word) const {
    raw.terms.push_back(std::move(term));
    raw.words.push_back(std::move(word));
    raw.tokens.push_back(token);
    raw.everyday.push_back(0);
    raw.named.push_back(stands_in_name(token) ? 1 : 0);
  }

  bool stands_in_name(uint32_t token) const {
    const auto behind =
        std::upper_bound(names_.begin(), names_.end(), token,
                         [](uint32_t t, const Name& name) { return t < name.tokens.begin; });
    return behind != names_.begin() && token < std::prev(behind)->tokens.end;
  }

  const TextUnit& unit_;
  Language language_;
  std::span<const Name> names_;
  bool figures_are_terms_;
  size_t next_name_ = 0;  // the first that was not met yet
  WordMemory& memory_;    // of this thread
  std::vector<Figure> figures_;
  size_t next_figure_ = 0;          // the first that was not met yet
  std::vector<std::string> words_;  // folded
};

// What is known of terms while the table grows.
struct TermIndex {
  std::unordered_map<std::string, TermId> ids;
  std::vector<int32_t> in_names;  // by term: how often it stands in names, less how often elsewhere
};

// Moves a unit's statements into the table; a term that was never met gets the next number.
void append(std::vector<RawStatement>& raw, UnitId unit, StatementTable& table, TermIndex& index) {
  for (RawStatement& r : raw) {
    r.statement.unit = unit;
    for (size_t i = 0; i < r.terms.size(); ++i) {
      const auto [entry, added] = index.ids.try_emplace(r.terms[i], TermId{table.words.size()});
      if (added) {
        table.words.push_back(r.words[i]);
        table.everyday.push_back(0);
        index.in_names.push_back(0);
      }
      index.in_names[entry->second] += r.named[i] != 0 ? 1 : -1;
      // Whichever of its forms comes first: an everyday form makes an everyday term.
      if (r.everyday[i] != 0) {
        table.everyday[entry->second] = 1;
      }
      r.statement.terms.push_back({entry->second, r.tokens[i]});
    }
    table.statements.push_back(std::move(r.statement));
  }
}

}  // namespace

TokenRange widen_to_cuts(TokenRange tokens, const Statement& statement, uint32_t least_words) {
  constexpr uint32_t impossible = std::numeric_limits<uint32_t>::max();
  const std::vector<uint32_t>& cuts = statement.cuts;
  auto begin = std::upper_bound(cuts.begin(), cuts.end(), tokens.begin) - 1;
  auto end = std::lower_bound(cuts.begin(), cuts.end(), tokens.end);
  while (*end - *begin < least_words) {
    const bool at_begin = begin == cuts.begin();
    const bool at_end = end + 1 == cuts.end();
    if (at_begin && at_end) {
      break;
    }
    const uint32_t cost_of_left = at_begin ? impossible : *begin - *(begin - 1);
    const uint32_t cost_of_right = at_end ? impossible : *(end + 1) - *end;
    if (cost_of_right <= cost_of_left) {
      ++end;
    } else {
      --begin;
    }
  }
  return {*begin, *end};
}

StatementTable make_statements(std::span<const TextUnit> units, const PointOptions& options,
                               const UnitRanges& left_out) {
  std::vector<std::vector<Name>> names(units.size());
  if (options.names) {
    std::vector<Language> spoken;
    for (const TextUnit& unit : units) {
      spoken.push_back(unit.language.language);
    }
    names = find_names(units, spoken);
  }
  std::vector<std::vector<RawStatement>> raw(units.size());
  parallel_for(units.size(), [&](size_t u) {
    raw[u] = UnitReader(units[u], units[u].language, names[u], options.figures).read();
    std::erase_if(raw[u], [&](const RawStatement& statement) {
      const TokenRange tokens = statement.statement.tokens;
      return 2 * left_out.covered(UnitId(u), tokens) >= tokens.size();
    });
  });
  StatementTable table;
  TermIndex index;
  for (UnitId unit{0}; unit < units.size(); ++unit) {
    append(raw[unit], unit, table, index);
  }
  for (const int32_t in_names : index.in_names) {
    table.names.push_back(in_names > 0 ? 1 : 0);
  }
  table.names_of_unit = std::move(names);
  return table;
}

}  // namespace reprise::detail

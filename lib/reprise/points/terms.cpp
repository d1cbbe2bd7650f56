#include "reprise/points/terms.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "reprise/base/parallel.h"
#include "reprise/text/function_words.h"
#include "reprise/text/stem.h"

namespace reprise {
namespace {

constexpr uint32_t least_words = 8;      // on each side of a split
constexpr uint32_t longest_clause = 60;  // words; text without sentence marks is cut here

bool begins_clause(std::string_view folded) {
  static const std::unordered_set<std::string_view> words{
      "and",     "but",      "while",  "which",   "who",     "whose",  "where",     "when",
      "because", "although", "though", "whereas", "with",    "as",     "so",        "yet",
      "since",   "after",    "before", "if",      "leading", "making", "prompting", "causing"};
  return words.contains(folded);
}

// What one unit gives, before stems get their numbers.
struct RawClause {
  TokenRange tokens;
  Span span;
  std::vector<std::string> stems, words;  // one of each for each content word
  std::vector<Figure> figures;
};

class UnitSplitter {
 public:
  UnitSplitter(const TextUnit& unit, const std::string& language)
      : unit_(unit), stemmer_(language), figures_(find_figures(unit.text, unit.tokens)) {
    words_.resize(unit.tokens.size());
    for (size_t i = 0; i < words_.size(); ++i) fold_word(unit.tokens[i].span.in(unit.text), {}, words_[i]);
  }

  std::vector<RawClause> split() {
    std::vector<RawClause> clauses;
    for (const Sentence& sentence : unit_.sentences) {
      uint32_t begin = sentence.first_token;
      for (uint32_t i = begin + 1; i < sentence.last_token; ++i) {
        const bool room = i - begin >= least_words && sentence.last_token - i >= least_words;
        if ((room && splits_before(i)) || i - begin >= longest_clause) {
          add({begin, i}, sentence.closed, clauses);
          begin = i;
        }
      }
      add({begin, sentence.last_token}, sentence.closed, clauses);
    }
    return clauses;
  }

 private:
  std::string_view gap_before(uint32_t i) const {
    const uint32_t from = unit_.tokens[i - 1].span.end;
    return unit_.text.substr(from, unit_.tokens[i].span.begin - from);
  }

  bool splits_before(uint32_t i) const {
    const std::string_view gap = gap_before(i);
    for (std::string_view mark : {";", ":", "—", " – ", " - "}) {
      if (gap.find(mark) != gap.npos) return true;
    }
    return gap.find(',') != gap.npos && begins_clause(words_[i]);
  }

  void add(TokenRange range, bool closed, std::vector<RawClause>& clauses) {
    if (range.size() == 0) return;
    RawClause clause;
    clause.tokens = range;
    clause.span = {unit_.tokens[range.begin].span.begin, unit_.tokens[range.end - 1].span.end};
    while (next_figure_ < figures_.size() && figures_[next_figure_].first_token < range.begin) ++next_figure_;
    for (; next_figure_ < figures_.size() && figures_[next_figure_].last_token <= range.end; ++next_figure_) {
      clause.figures.push_back(figures_[next_figure_]);
      clause.span.end = std::max(clause.span.end, figures_[next_figure_].span.end);  // a percent sign is no word
    }
    for (uint32_t i = range.begin; i < range.end; ++i) {
      std::string_view word = words_[i];
      if (word.ends_with("'s")) word.remove_suffix(2);
      if (is_function_word(word)) continue;
      clause.stems.emplace_back(stemmer_.stem(word));
      clause.words.emplace_back(word);
    }
    // A line of one content word ("Advertisements") is furniture; a sentence of one may say something.
    if (clause.stems.size() >= (closed ? 1u : 2u)) clauses.push_back(std::move(clause));
  }

  const TextUnit& unit_;
  Stemmer stemmer_;
  std::vector<Figure> figures_;
  size_t next_figure_ = 0;          // the first that may lie in the clause at hand
  std::vector<std::string> words_;  // folded
};

}  // namespace

ClauseTable make_clauses(std::span<const TextUnit> units, const std::string& language) {
  const Stemmer check(language);  // throws here, not in the loop
  std::vector<std::vector<RawClause>> raw(units.size());
  parallel_for(units.size(), [&](size_t u) { raw[u] = UnitSplitter(units[u], language).split(); });

  ClauseTable table;
  std::unordered_map<std::string, uint32_t> ids;
  for (uint32_t u = 0; u < units.size(); ++u) {
    for (RawClause& clause : raw[u]) {
      std::vector<uint32_t> stems;
      for (size_t i = 0; i < clause.stems.size(); ++i) {
        const auto [it, added] = ids.try_emplace(clause.stems[i], static_cast<uint32_t>(table.stems.size()));
        if (added) {
          table.stems.push_back(clause.stems[i]);
          table.words.push_back(clause.words[i]);
        }
        stems.push_back(it->second);
      }
      std::sort(stems.begin(), stems.end());
      stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
      table.clauses_of_stem.resize(table.stems.size());
      for (uint32_t stem : stems) ++table.clauses_of_stem[stem];
      table.clauses.push_back({u, clause.tokens, clause.span, std::move(stems), std::move(clause.figures)});
    }
  }
  return table;
}

}  // namespace reprise

// Steps: a denial of what the other states decides. Else, of two stretches, each
// pair of a word and its antonym, and each word that one has negated and the other hasn't, is a
// candidate; the clauses around the two words decide.
//
//     "In the end the council | did not welcome | the apology of Brandt"
//      subject: end, council     negated: welcome   object: apology, Brandt
//
// A clause is the ten words or so on either side of the word, up to a mark or a word such as
// "that"; where nothing stands on this side of the mark, what stands beyond it.
#include "reprise/points/opposition.h"

#include <algorithm>
#include <set>

#include "reprise/language/clause_words.h"
#include "reprise/language/cue_words.h"
#include "reprise/language/everyday_words.h"
#include "reprise/language/function_words.h"
#include "reprise/language/name_words.h"
#include "reprise/language/opposition_words.h"
#include "reprise/language/pack.h"
#include "reprise/points/denied_claim.h"

namespace reprise::detail {
namespace {

constexpr uint32_t longest_side = 10;  // words of a clause before or behind its word
constexpr size_t nearest = 2;          // terms that may be a clause's subject or its object
constexpr uint32_t least_shared = 2;   // terms around both words, where both have an object

using Terms = std::vector<StoryTermId>;

// The clause around a word.
struct Clause {
  Terms before, behind;  // the nearest first
  Terms names;           // among those before
  std::set<std::string> calendar;
  bool uncertain = false;
  size_t modal = 0;         // the group of "will" or "must"
  bool reversed = false;    // "refused to"
  bool infinitive = false;  // the word stands behind "to"
  bool negated = false;     // anything in it is
};

bool is_adverb(const ReadWord& word, Language language) {
  const std::string_view ending = pack_of(language).cues.adverb_ending;
  return !ending.empty() && word.folded.ends_with(ending);
}

void note_word(const ReadLine& line, uint32_t token, Clause& clause, bool is_before) {
  const ReadWord& word = line.at(token);
  const Language language = line.language();
  clause.uncertain |= has_role(word.folded, OppositionRole::uncertain, language);
  if (is_before && clause.modal == 0) {
    clause.modal = modal_of(word.folded, language);
  }
  clause.reversed |= has_role(word.folded, OppositionRole::reversing, language);
  clause.negated |= is_negation(word.folded, language);
  if (name_roles_of(word.folded, language).has(NameRole::calendar)) {
    clause.calendar.insert(word.folded);
  } else if (word.term && !word.is_figure && !is_adverb(word, language)) {
    Terms& terms = is_before ? clause.before : clause.behind;
    if (std::find(terms.begin(), terms.end(), *word.term) == terms.end()) {
      terms.push_back(*word.term);
    }
    if (is_before && word.is_name) {
      clause.names.push_back(*word.term);
    }
  }
}

Clause clause_around(const ReadLine& line, uint32_t pivot) {
  Clause clause;
  const Language language = line.language();
  const uint32_t last = line.first + static_cast<uint32_t>(line.words.size());
  for (uint32_t i = pivot; i > line.first && pivot - i < longest_side; --i) {
    const bool mark = line.at(i).part_begins;
    if ((mark && !clause.before.empty()) || subordinates(line.at(i - 1).folded, language)) {
      clause.uncertain |= has_role(line.at(i - 1).folded, OppositionRole::uncertain, language);
      break;
    }
    note_word(line, i - 1, clause, true);
  }
  for (uint32_t i = pivot + 1; i < last && i - pivot < longest_side; ++i) {
    const bool mark = line.at(i).part_begins;
    if (mark || subordinates(line.at(i).folded, language)) {
      clause.uncertain |= has_role(line.at(i).folded, OppositionRole::uncertain, language);
      break;
    }
    note_word(line, i, clause, false);
  }
  if (pivot > line.first) {
    clause.infinitive = has_role(line.at(pivot - 1).folded, OppositionRole::infinitive, language);
  }
  return clause;
}

bool holds(const Terms& terms, StoryTermId term) {
  return std::find(terms.begin(), terms.end(), term) != terms.end();
}

// Returns whether the nearest term of each is one of the nearest of the other.
bool have_one_head(const Terms& a, const Terms& b) {
  const auto is_near = [](StoryTermId term, const Terms& terms) {
    const auto end = terms.begin() + static_cast<std::ptrdiff_t>(std::min(terms.size(), nearest));
    return std::find(terms.begin(), end, term) != end;
  };
  return !a.empty() && !b.empty() && is_near(a.front(), b) && is_near(b.front(), a);
}

uint32_t count_shared(const Clause& a, const Clause& b) {
  Terms terms = a.before;
  terms.insert(terms.end(), a.behind.begin(), a.behind.end());
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return static_cast<uint32_t>(std::count_if(terms.begin(), terms.end(), [&](StoryTermId term) {
    return holds(b.before, term) || holds(b.behind, term);
  }));
}

// Returns whether both lines give dates and have none in common.
bool dates_differ(const ReadLine& a, const ReadLine& b) {
  const auto dates_of = [](const ReadLine& line) {
    std::set<std::optional<double>> dates;
    for (const Figure& figure : line.line->statement->figures) {
      if (figure.kind == FigureKind::date || figure.kind == FigureKind::year) {
        dates.insert(figure.low);
      }
    }
    return dates;
  };
  const auto of_a = dates_of(a);
  const auto of_b = dates_of(b);
  return !of_a.empty() && !of_b.empty() &&
         std::none_of(of_a.begin(), of_a.end(), [&](const auto& d) { return of_b.contains(d); });
}

// Returns whether names stand before one word, and none of them before the other.
bool names_differ(const Clause& a, const Clause& b) {
  const auto lacks = [](const Clause& clause, const Clause& other) {
    return !clause.names.empty() &&
           std::none_of(clause.names.begin(), clause.names.end(), [&](StoryTermId name) {
             return holds(other.before, name) || holds(other.behind, name);
           });
  };
  return lacks(a, b) || lacks(b, a);
}

bool calendars_differ(const Clause& a, const Clause& b) {
  return !a.calendar.empty() && !b.calendar.empty() &&
         std::none_of(a.calendar.begin(), a.calendar.end(),
                      [&](const std::string& word) { return b.calendar.contains(word); });
}

// Returns how many terms the clauses share, if they speak of the same; else 0.
//     "may resign", "if he resigns"                          uncertain
//     "will resign", "resigned"                              another time
//     "wants to resign", "resigned"                          an intention
//     "senators opposed the bill", "governors supported it"  other subjects
//     "supported the bill", "opposed the amendment"          other objects
uint32_t speak_of_the_same(const Clause& a, const Clause& b) {
  if (a.uncertain || b.uncertain || a.reversed || b.reversed) {
    return 0;
  }
  if (a.modal != b.modal || a.infinitive != b.infinitive) {
    return 0;
  }
  if (calendars_differ(a, b) || names_differ(a, b)) {
    return 0;
  }
  const bool turned = have_one_head(a.before, b.behind) && have_one_head(a.behind, b.before);
  const bool both_have_objects = !a.behind.empty() && !b.behind.empty();
  if (!turned && !have_one_head(a.before, b.before)) {
    return 0;
  }
  if (!turned && both_have_objects && !have_one_head(a.behind, b.behind)) {
    return 0;
  }
  const uint32_t shared = count_shared(a, b);
  const uint32_t needed = both_have_objects ? least_shared : 1;
  return shared >= needed ? shared : 0;
}

// Returns whether the word can bear a negation that is worth a dispute: "say" and "know" can't,
// nor can names.
bool bears_negation(const ReadLine& line, const ReadWord& word) {
  constexpr CueRoles of_saying = CueRole::says | CueRole::says_perhaps | CueRole::says_beside |
                                 CueRole::says_of_many | CueRole::tells;
  return word.term && !word.is_name && !is_everyday_word(word.folded, line.language()) &&
         !cue_roles_of(word.folded, line.language()).has(of_saying);
}

// A candidate: a word of one stretch and one of the other.
class Comparison {
 public:
  Comparison(const ReadLine& a, TokenRange in_a, const ReadLine& b, TokenRange in_b)
      : a_(a), b_(b), in_a_(in_a), in_b_(in_b) {}

  std::optional<Opposition> best() {
    const bool b_negates = std::any_of(b_.words.begin(), b_.words.end(),
                                       [](const ReadWord& word) { return word.negated; });
    for (uint32_t i = in_a_.begin; i < in_a_.end; ++i) {
      const ReadWord& x = a_.at(i);
      if (!x.negated && !b_negates && x.antonyms.empty()) {
        continue;  // nothing opposes it
      }
      for (uint32_t j = in_b_.begin; j < in_b_.end; ++j) {
        consider(i, j);
      }
    }
    return best_;
  }

 private:
  void consider(uint32_t i, uint32_t j) {
    const ReadWord& x = a_.at(i);
    const ReadWord& y = b_.at(j);
    const std::optional<DisputeKind> kind = kind_of(x, y);
    if (!kind) {
      return;
    }
    const Clause clause_a = clause_around(a_, i);
    const Clause clause_b = clause_around(b_, j);
    if (*kind == DisputeKind::negation) {
      // The side that affirms has no "not" of its own, the other has just this one.
      if (x.negated ? clause_b.negated || says_not_before(b_, j)
                    : clause_a.negated || says_not_before(a_, i)) {
        return;
      }
    } else if (clause_a.negated || clause_b.negated) {
      return;
    }
    const uint32_t shared = speak_of_the_same(clause_a, clause_b);
    if (shared > (best_ ? best_->shared : 0)) {
      best_ = Opposition{words(x, i), words(y, j), *kind, shared};
    }
  }

  // Returns whether a negation stands before the token, beyond marks too: "not for “judges”".
  static bool says_not_before(const ReadLine& line, uint32_t token) {
    for (uint32_t i = token; i > line.first && token - i < longest_side; --i) {
      if (is_negation(line.at(i - 1).folded, line.language())) {
        return true;
      }
    }
    return false;
  }

  // The word, with its negation.
  static TokenRange words(const ReadWord& word, uint32_t token) {
    if (!word.negated) {
      return {token, token + 1};
    }
    return {std::min(word.negation, token), std::max(word.negation, token) + 1};
  }

  std::optional<DisputeKind> kind_of(const ReadWord& x, const ReadWord& y) const {
    if (x.is_name || y.is_name) {
      return std::nullopt;
    }
    if (x.stem == y.stem) {
      const bool one = x.negated != y.negated && bears_negation(a_, x);
      const TokenRange stretch = x.negated ? in_a_ : in_b_;
      const uint32_t negation = x.negated ? x.negation : y.negation;
      const bool inside = negation >= stretch.begin && negation < stretch.end;
      return one && inside ? std::optional(DisputeKind::negation) : std::nullopt;
    }
    if (x.negated || y.negated) {
      return std::nullopt;
    }
    const bool opposed =
        are_antonyms(x.antonyms, y.antonyms) && !has_word(b_, x.stem) && !has_word(a_, y.stem);
    return opposed ? std::optional(DisputeKind::antonym) : std::nullopt;
  }

  // "some welcomed it, others rejected it": both sides stand in one line.
  static bool has_word(const ReadLine& line, const std::string& stem) {
    return std::any_of(line.words.begin(), line.words.end(),
                       [&](const ReadWord& word) { return word.stem == stem; });
  }

  const ReadLine &a_, &b_;
  TokenRange in_a_, in_b_;
  std::optional<Opposition> best_;
};

}  // namespace

std::optional<Opposition> find_opposition(const ReadLine& a, TokenRange in_a, const ReadLine& b,
                                          TokenRange in_b) {
  if (a.language() != b.language() || a.asks || b.asks || dates_differ(a, b)) {
    return std::nullopt;
  }
  if (const DeniedTerms denied = denied_terms(a, in_a, b, in_b); denied.denial) {
    return Opposition{denied.denial->cue, {b.first, b.first}, DisputeKind::denial, denied.shared};
  }
  if (const DeniedTerms denied = denied_terms(b, in_b, a, in_a); denied.denial) {
    return Opposition{{a.first, a.first}, denied.denial->cue, DisputeKind::denial, denied.shared};
  }
  return Comparison(a, in_a, b, in_b).best();
}

}  // namespace reprise::detail

// Steps: the cue that cites the mention is sought, in its own sentence, then around its quotation;
// what stands in the cue beside its verb must be a name, or "he" and "she", who are sought in the
// sentences before; the speakers of all mentions are held against one another.
//
//     "Mr. Tann laughed. “It is late,” he said. “It stays.”"       mention: "It stays"
//     its sentence cites nobody; it lies in the quotation “It stays.”; the one before it ends where
//     "he said" stands; the sentence before begins with Tann
//
// Cost: see the header; at most 4,000 bytes on either side are searched for quotation marks.
#include "reprise/points/speaker.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "reprise/language/clause_words.h"
#include "reprise/language/cue_words.h"
#include "reprise/language/cues/cues.h"
#include "reprise/language/name_words.h"
#include "reprise/language/quotes.h"

namespace reprise::detail {
namespace {

constexpr uint32_t reach_of_quotations = 4000;  // bytes on either side of a mention
constexpr size_t most_quotations = 4;           // that follow one another
constexpr uint32_t most_between = 20;   // words between two of them: "the mayor said on …"
constexpr size_t farthest_back = 4;     // sentences in which "he" is sought
constexpr uint32_t latest_subject = 2;  // word that a sentence's subject begins with

constexpr CueRoles says_something = CueRole::says | CueRole::says_perhaps | CueRole::says_beside |
                                    CueRole::says_of_many | CueRole::tells;

// The words that cite, in one sentence.
struct Cue {
  size_t sentence = 0;  // index into the unit's
  TokenRange tokens;
};

using Quotations = std::vector<Span>;

// Returns the quotation that holds half of the span; their end if none does.
Quotations::const_iterator quotation_of(Span span, const Quotations& quotations) {
  const auto holds_half = [&](Span quotation) {
    return 2 * overlap(quotation, span) >= span.size();
  };
  return std::find_if(quotations.begin(), quotations.end(), holds_half);
}

class SpeakerSearch {
 public:
  SpeakerSearch(const TextUnit& unit, std::span<const Name> names)
      : unit_(unit), names_(names), language_(unit.language.language) {}

  std::optional<Speaker> of(const Mention& mention) const {
    const std::optional<Cue> cue = cue_of(mention);
    return cue ? subject_of(*cue, farthest_back) : std::nullopt;
  }

  // Returns whether half of the span stands in one quotation.
  bool is_quoted(Span span) const {
    const Quotations quotations = quotations_around(span);
    return quotation_of(span, quotations) != quotations.end();
  }

 private:
  std::string_view bytes(uint32_t token) const { return unit_.tokens[token].span.in(unit_.text); }

  std::string folded(uint32_t token) const {
    return folded_words(unit_, {token, token + 1}).front();
  }

  // Returns the words that begin inside the bytes.
  TokenRange tokens_in(Span span) const {
    const auto at = [&](uint32_t byte) {
      const auto found =
          std::lower_bound(unit_.tokens.begin(), unit_.tokens.end(), byte,
                           [](const Token& t, uint32_t b) { return t.span.begin < b; });
      return static_cast<uint32_t>(found - unit_.tokens.begin());
    };
    return {at(span.begin), at(span.end)};
  }

  // Returns the sentence that holds the token; nothing if none begins before it.
  std::optional<size_t> sentence_of(uint32_t token) const {
    const std::span<const Sentence> from = sentences_from(unit_, token);
    return from.empty() ? std::nullopt : std::optional(unit_.sentences.size() - from.size());
  }

  std::optional<Cue> cue_of(const Mention& mention) const {
    const TokenRange tokens = tokens_in(mention.span);
    const std::optional<size_t> sentence = sentence_of(tokens.begin);
    const Quotations quotations = quotations_around(mention.span);
    const auto quotation = quotation_of(mention.span, quotations);
    if (!sentence || tokens.size() == 0 || quotation == quotations.end()) {
      return std::nullopt;
    }
    if (mention.attributed) {
      const TokenRange cue = tokens_in(*mention.attributed);
      return Cue{sentence_of(cue.begin).value_or(*sentence), cue};
    }
    return cue_of_quotation(quotations, quotation);
  }

  // Returns the stretch of the text that is searched for quotations around the span. It begins and
  // ends beside a word.
  Span surroundings(Span span) const {
    const uint32_t begin = span.begin > reach_of_quotations ? span.begin - reach_of_quotations : 0;
    const size_t end = std::min<size_t>(unit_.text.size(), size_t{span.end} + reach_of_quotations);
    const TokenRange words = tokens_in({begin, static_cast<uint32_t>(end)});
    const Span whole = bytes_of(unit_, words);
    const bool reaches_begin = words.begin == 0;
    const bool reaches_end = words.end == unit_.tokens.size();
    return {reaches_begin ? 0 : whole.begin,
            reaches_end ? static_cast<uint32_t>(unit_.text.size()) : whole.end};
  }

  Quotations quotations_around(Span span) const {
    const Span around = surroundings(span);
    Quotations quotations = find_quotations(around.in(unit_.text));
    for (Span& quotation : quotations) {
      quotation.begin += around.begin;
      quotation.end += around.begin;
    }
    return quotations;
  }

  // Returns the cue of one of the quotations.
  std::optional<Cue> cue_of_quotation(const Quotations& quotations,
                                      Quotations::const_iterator at) const {
    for (size_t i = 0; i < most_quotations; ++i) {
      if (const std::optional<Cue> cue = cue_beside(*at)) {
        return cue;
      }
      if (at == quotations.begin() || !goes_on(*(at - 1), *at)) {
        return std::nullopt;
      }
      --at;
    }
    return std::nullopt;
  }

  // Returns whether whoever speaks in `before` speaks in `after`: little stands between them, and
  // no new paragraph begins.
  bool goes_on(Span before, Span after) const {
    const Span between{before.end, after.begin};
    return tokens_in(between).size() <= most_between &&
           between.in(unit_.text).find('\n') == std::string_view::npos;
  }

  // Returns the cue that stands where the quotation ends, or where it begins.
  std::optional<Cue> cue_beside(Span quotation) const {
    const TokenRange words = tokens_in(quotation);
    if (words.size() == 0) {
      return std::nullopt;
    }
    const std::optional<Cue> behind = cue_outside(quotation, words.end - 1);
    return behind ? behind : cue_outside(quotation, words.begin);
  }

  // Returns the first cue of the token's sentence that stands outside of the quotation.
  std::optional<Cue> cue_outside(Span quotation, uint32_t token) const {
    const std::optional<size_t> sentence = sentence_of(token);
    if (!sentence) {
      return std::nullopt;
    }
    for (const Attribution& cue : find_attributions(unit_, unit_.sentences[*sentence], language_)) {
      const bool holds_token = token >= cue.scope.begin && token < cue.scope.end;
      if (holds_token && overlap(cue.span, quotation) == 0) {
        return Cue{*sentence, tokens_in(cue.span)};
      }
    }
    return std::nullopt;
  }

  // Returns whom the cue names; "he" is sought in so many sentences before.
  std::optional<Speaker> subject_of(const Cue& cue, size_t back) const {
    for (size_t n = first_name_from(cue.tokens.begin);
         n < names_.size() && names_[n].tokens.end <= cue.tokens.end; ++n) {
      if (speaks(names_[n].tokens, cue.tokens)) {
        return speaker(names_[n]);
      }
    }
    return holds_pronoun(cue.tokens) ? person_before(cue.sentence, back) : std::nullopt;
  }

  size_t first_name_from(uint32_t token) const {
    const auto found =
        std::lower_bound(names_.begin(), names_.end(), token,
                         [](const Name& name, uint32_t t) { return name.tokens.begin < t; });
    return static_cast<size_t>(found - names_.begin());
  }

  Speaker speaker(const Name& name) const { return {name.key, bytes_of(unit_, name.tokens)}; }

  // Returns whether nothing but the verb and its helpers stands behind the name in the cue, or a
  // description behind a comma.
  bool speaks(TokenRange name, TokenRange cue) const {
    if (is_possessive(name) || describes_another(name)) {
      return false;
    }
    if (name.end < cue.end && gap_before(unit_, name.end).find(',') != std::string_view::npos) {
      return true;
    }
    for (uint32_t i = name.end; i < cue.end; ++i) {
      if (!stands_beside_verb(i)) {
        return false;
      }
    }
    return true;
  }

  bool is_possessive(TokenRange name) const {
    const std::string_view last = bytes(name.end - 1);
    return last.ends_with("'s") || last.ends_with("’s") || last.ends_with("s'") ||
           last.ends_with("s’");
  }

  // "the Democrat", "the Department": one word behind an article says which kind, not who; "Orvik
  // of Quillhaven": where from.
  bool describes_another(TokenRange name) const {
    if (name.begin == 0) {
      return false;
    }
    const std::string before = folded(name.begin - 1);
    const bool is_kind = name.size() == 1 && is_article(before, language_);
    return is_kind || before == "of" || cue_roles_of(before, language_).has(CueRole::of_the);
  }

  bool stands_beside_verb(uint32_t token) const {
    const std::string word = folded(token);
    const std::string_view adverbs = pack_of(language_).cues.adverb_ending;
    return cue_roles_of(word, language_).has(says_something | CueRole::helper | CueRole::time) ||
           (!adverbs.empty() && word.ends_with(adverbs));
  }

  bool holds_pronoun(TokenRange cue) const {
    for (uint32_t i = cue.begin; i < cue.end; ++i) {
      if (cue_roles_of(folded(i), language_).has(CueRole::person_pronoun)) {
        return true;
      }
    }
    return false;
  }

  // Returns whom the sentences before speak of: the nearest that names anybody decides, by whom it
  // cites or by its subject.
  std::optional<Speaker> person_before(size_t sentence, size_t back) const {
    while (sentence > 0 && back > 0) {
      --sentence;
      --back;
      const Sentence& before = unit_.sentences[sentence];
      const std::vector<Attribution> cues = find_attributions(unit_, before, language_);
      if (!cues.empty()) {
        return subject_of({sentence, tokens_in(cues.back().span)}, back);
      }
      const size_t first = first_name_from(before.first_token);
      if (first < names_.size() && names_[first].tokens.begin < before.last_token) {
        const bool is_subject = is_person_at_begin(names_[first], before);
        return is_subject ? std::optional(speaker(names_[first])) : std::nullopt;
      }
    }
    return std::nullopt;
  }

  // Returns whether the sentence begins with the name, at most behind a title, and it may be a
  // person's: "Jane Orvik", "Mr. Tann", a last name that is explained; no country, and nothing
  // behind an article.
  bool is_person_at_begin(const Name& name, const Sentence& sentence) const {
    const uint32_t begin = name.tokens.begin;
    if (begin > sentence.first_token + latest_subject || is_possessive(name.tokens)) {
      return false;
    }
    bool has_title = false;
    for (uint32_t i = sentence.first_token; i < begin; ++i) {
      const NameRoles roles = name_roles_of(folded_without_stops(i), language_);
      if (!roles.has(NameRole::title | NameRole::weak_title)) {
        return false;
      }
      has_title = true;
    }
    const bool is_full = name.key.find(' ') != std::string::npos;
    return country_of(name.key).empty() && (has_title || is_full);
  }

  std::string folded_without_stops(uint32_t token) const {
    std::string word = folded(token);
    std::erase(word, '.');
    return word;
  }

  const TextUnit& unit_;
  std::span<const Name> names_;
  Language language_;
};

// Returns whether one of the keys is the end or the begin of the other: "orvik" and "jane orvik".
bool name_one(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) {
    std::swap(a, b);
  }
  const bool is_end = b.ends_with(a) && (a.size() == b.size() || b[b.size() - a.size() - 1] == ' ');
  const bool is_begin = b.starts_with(a) && (a.size() == b.size() || b[a.size()] == ' ');
  return is_end || is_begin;
}

// Returns the words of the span with one blank between them.
std::string on_one_line(const TextUnit& unit, Span span) {
  std::string line;
  for (const char c : span.in(unit.text)) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank) {
      line += c;
    } else if (!line.ends_with(' ')) {
      line += ' ';
    }
  }
  return line;
}

}  // namespace

std::optional<Speaker> find_speaker(const Mention& mention, const TextUnit& unit,
                                    std::span<const Name> names) {
  return SpeakerSearch(unit, names).of(mention);
}

std::optional<std::string> name_speaker(std::span<const Mention> mentions, uint32_t label,
                                        std::span<const TextUnit> units,
                                        std::span<const std::vector<Name>> names_of_unit) {
  const UnitId shown = mentions[label].unit;
  if (!SpeakerSearch(units[shown], names_of_unit[shown]).is_quoted(mentions[label].span)) {
    return std::nullopt;
  }
  std::set<DocumentId> all, naming, quoting;
  std::optional<Speaker> fullest;
  std::string name;
  for (const Mention& mention : mentions) {
    if (mention.denied) {
      continue;
    }
    const TextUnit& unit = units[mention.unit];
    all.insert(unit.document);
    const SpeakerSearch search(unit, names_of_unit[mention.unit]);
    if (search.is_quoted(mention.span)) {
      quoting.insert(unit.document);
    }
    const auto found = search.of(mention);
    if (!found) {
      continue;
    }
    naming.insert(unit.document);
    if (fullest && !name_one(fullest->key, found->key)) {
      return std::nullopt;
    }
    const std::string written = on_one_line(unit, found->name);
    if (!fullest || written.size() > name.size()) {
      fullest = found;
      name = written;
    }
  }
  const bool is_enough = 2 * naming.size() >= all.size() || quoting.size() == all.size();
  return fullest && is_enough ? std::optional(name) : std::nullopt;
}

}  // namespace reprise::detail

// Steps: the cue that cites the mention is sought, in its own sentence, then around its quotation;
// whom it names is cue_subject.h; the speakers of all mentions are held against one another.
//
//     "Mr. Tann laughed. “It is late,” he said. “It stays.”"       mention: "It stays"
//     its sentence cites nobody; it lies in the quotation “It stays.”; the one before it ends where
//     "he said" stands, and that is Tann
//
// Cost: see the header; at most 4,000 bytes on either side are searched for quotation marks.
#include "reprise/points/speaker.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "reprise/language/cues/cues.h"
#include "reprise/language/quotes.h"
#include "reprise/points/cue_subject.h"

namespace reprise::detail {
namespace {

constexpr uint32_t reach_of_quotations = 4000;  // bytes on either side of a mention
constexpr size_t most_quotations = 4;           // that follow one another
constexpr uint32_t most_between = 20;  // words between two of them: "the mayor said on …"

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

  // What the unit says of a mention.
  struct Answer {
    bool is_quoted = false;  // half of it stands in one quotation
    std::optional<Speaker> speaker{};
  };

  Answer of(const Mention& mention) const {
    const Quotations quotations = quotations_around(mention.span);
    const auto quotation = quotation_of(mention.span, quotations);
    if (quotation == quotations.end()) {
      return {};
    }
    const std::optional<CitingWords> cue =
        mention.attributed ? cue_in(*mention.attributed) : cue_of_quotation(quotations, quotation);
    return {true, cue ? subject_of_cue(*cue, unit_, names_) : std::nullopt};
  }

 private:
  // Returns the sentence that holds the token; nothing if none begins before it.
  std::optional<size_t> sentence_of(uint32_t token) const {
    const std::span<const Sentence> from = sentences_from(unit_, token);
    return from.empty() ? std::nullopt : std::optional(unit_.sentences.size() - from.size());
  }

  std::optional<CitingWords> cue_in(Span attributed) const {
    const TokenRange tokens = tokens_in(unit_, attributed);
    const std::optional<size_t> sentence = sentence_of(tokens.begin);
    return sentence ? std::optional(CitingWords{*sentence, tokens}) : std::nullopt;
  }

  // Returns the stretch of the text that is searched for quotations around the span. It begins and
  // ends beside a word.
  Span surroundings(Span span) const {
    const uint32_t begin = span.begin > reach_of_quotations ? span.begin - reach_of_quotations : 0;
    const size_t end = std::min<size_t>(unit_.text.size(), size_t{span.end} + reach_of_quotations);
    const TokenRange words = tokens_in(unit_, {begin, static_cast<uint32_t>(end)});
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
  std::optional<CitingWords> cue_of_quotation(const Quotations& quotations,
                                              Quotations::const_iterator at) const {
    for (size_t i = 0; i < most_quotations; ++i) {
      if (const std::optional<CitingWords> cue = cue_beside(*at)) {
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
    return tokens_in(unit_, between).size() <= most_between &&
           between.in(unit_.text).find('\n') == std::string_view::npos;
  }

  // Returns the cue that stands where the quotation ends, or where it begins.
  std::optional<CitingWords> cue_beside(Span quotation) const {
    const TokenRange words = tokens_in(unit_, quotation);
    if (words.size() == 0) {
      return std::nullopt;
    }
    const std::optional<CitingWords> behind = cue_outside(quotation, words.end - 1);
    return behind ? behind : cue_outside(quotation, words.begin);
  }

  // Returns the first cue of the token's sentence that stands outside of the quotation.
  std::optional<CitingWords> cue_outside(Span quotation, uint32_t token) const {
    const std::optional<size_t> sentence = sentence_of(token);
    if (!sentence) {
      return std::nullopt;
    }
    for (const Attribution& cue : find_attributions(unit_, unit_.sentences[*sentence], language_)) {
      const bool holds_token = token >= cue.scope.begin && token < cue.scope.end;
      if (holds_token && overlap(cue.span, quotation) == 0) {
        return CitingWords{*sentence, tokens_in(unit_, cue.span)};
      }
    }
    return std::nullopt;
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
  return SpeakerSearch(unit, names).of(mention).speaker;
}

std::optional<std::string> name_speaker(std::span<const Mention> mentions, uint32_t label,
                                        std::span<const TextUnit> units,
                                        std::span<const std::vector<Name>> names_of_unit) {
  const auto answer_of = [&](const Mention& mention) {
    return SpeakerSearch(units[mention.unit], names_of_unit[mention.unit]).of(mention);
  };
  if (!answer_of(mentions[label]).is_quoted) {
    return std::nullopt;
  }
  std::set<DocumentId> all;
  std::set<DocumentId> naming;
  std::set<DocumentId> quoting;
  std::string key;
  std::string name;
  for (const Mention& mention : mentions) {
    if (mention.denied) {
      continue;
    }
    const TextUnit& unit = units[mention.unit];
    const SpeakerSearch::Answer answer = answer_of(mention);
    all.insert(unit.document);
    if (answer.is_quoted) {
      quoting.insert(unit.document);
    }
    if (!answer.speaker) {
      continue;
    }
    naming.insert(unit.document);
    if (!key.empty() && !name_one(key, answer.speaker->key)) {
      return std::nullopt;
    }
    const std::string written = on_one_line(unit, answer.speaker->name);
    if (written.size() > name.size()) {
      key = answer.speaker->key;
      name = written;
    }
  }
  const bool is_enough = 2 * naming.size() >= all.size() || quoting.size() == all.size();
  return !name.empty() && is_enough ? std::optional(name) : std::nullopt;
}

}  // namespace reprise::detail

// Steps: the mentions that are closest to all others are taken; around each, every stretch from a
// mark to a mark that holds it is a candidate, up to four marks away, the whole sentence too; its
// worth is its closeness to the other mentions, lessened by each thing that a reader stumbles over.
//
//     “The mayor, who is ill, said the ferry stays in port, adding that ...”     (mention: "the
//     ferry stays in port")
//     The mayor, who is ill, said the ferry stays in port    begins the sentence, has a verb
//     said the ferry stays in port                           no subject: less
//     who is ill, said the ferry stays in port               leans on what stands before: less
//
// Cost: see the header; each candidate is compared with all mentions once.
#include "reprise/points/wording.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reprise/base/utf8.h"
#include "reprise/language/clause_words.h"
#include "reprise/language/cue_words.h"
#include "reprise/language/function_words.h"
#include "reprise/language/joining_words.h"
#include "reprise/points/clauses.h"
#include "reprise/points/quotation_marks.h"
#include "reprise/points/trim.h"

namespace reprise::detail {
namespace {

constexpr size_t most_mentions = 12;      // that are looked at
constexpr size_t most_borders = 4;        // on each side of a mention, beside the sentence's
constexpr uint32_t longest_dateline = 8;  // words
constexpr uint32_t fewest_quoted = 4;     // words that somebody may have said

// What a reader loses by a wording that ... Found by reading labels of news.
namespace loss {
constexpr double of_no_verb = 0.3;
constexpr double of_no_main_verb = 0.5;  // "The ferry, which is old"
constexpr double of_torn_begin = 0.25;   // "weekend as some called for a vote"
constexpr double of_torn_end = 0.25;     // "The ferry stays in port until the"
constexpr double of_clause_begin = 0.5;  // "the ferry stays in port", behind a comma
// "which stays in port", behind a comma; "stays in port" behind a quotation mark
constexpr double of_leaning_clause = 0.2;
constexpr double of_quotation_begin = 0.9;
constexpr double of_clause_end =
    0.65;  // "The yard will close", of "The yard will close, dock and all"
constexpr double of_end_before_clause = 0.85;  // of "The yard will close, which nobody wants"
constexpr double of_opened_end = 0.4;          // "The mayor said:"
constexpr double of_pronoun = 0.4;             // "It stays in port."
constexpr double of_leaning_sentence = 0.8;    // "But the ferry stays in port."
constexpr double of_small_begin = 0.5;
constexpr double of_dateline = 0.5;  // "QUILLHAVEN (Coast News) - The ferry stays in port."
constexpr double of_headline = 0.8;
constexpr double of_question = 0.6;
constexpr double of_denial = 0.5;
constexpr double of_repetition = 0.1;      // another point shows the same
constexpr double of_shown_sentence = 0.6;  // another point shows a part of it
constexpr double of_open_mark = 0.75;      // a quotation that only begins or only ends
}  // namespace loss

double worth_of_length(uint32_t words) {
  if (words < 5) {
    return 0.4;
  }
  if (words < 8) {
    return 0.8;
  }
  if (words <= 32) {
    return 1;
  }
  if (words <= 40) {
    return 0.8;
  }
  return words <= 50 ? 0.5 : 0.3;
}

// The sentence around one mention, and what can be cut out of it.
class Surroundings {
 public:
  explicit Surroundings(const Stated& stated)
      : stated_(stated),
        unit_(*stated.unit),
        language_(unit_.language.language),
        all_(stated.statement->tokens),
        words_(folded_words(unit_, all_)),
        verbs_(finite_verbs(unit_, all_, language_)),
        sentence_(bytes_of_sentence(*stated.statement, unit_)),
        body_(behind_dateline()) {
    if (unit_.field == Field::title || !is_closed()) {
      of_sentence_ *= loss::of_headline;
    }
    if (is_question(*stated.statement, unit_)) {
      of_sentence_ *= loss::of_question;
    }
    if (stated.denied) {
      of_sentence_ *= loss::of_denial;
    }
  }

  // Returns the stretches from mark to mark around the mention; the mention itself is among them.
  std::vector<TokenRange> candidates() const {
    std::vector<uint32_t> begins;
    for (uint32_t i = stated_.tokens.begin; i > all_.begin && begins.size() < most_borders; --i) {
      if (i == body_ || part_begins(unit_, i)) {
        begins.push_back(i);
      }
    }
    begins.push_back(all_.begin);
    std::vector<uint32_t> ends;
    for (uint32_t i = stated_.tokens.end; i < all_.end && ends.size() < most_borders; ++i) {
      if (part_ends(unit_, i)) {
        ends.push_back(i);
      }
    }
    ends.push_back(all_.end);
    std::vector<TokenRange> ranges{stated_.tokens};
    for (const uint32_t begin : begins) {
      for (const uint32_t end : ends) {
        ranges.push_back({begin, end});
      }
    }
    return ranges;
  }

  // Returns the bytes of a candidate, with the marks that belong to it.
  Span bytes(TokenRange range) const {
    Span span = bytes_of_mention(range, *stated_.statement, unit_);
    if (range.begin == all_.begin) {
      span.begin = std::min(span.begin, sentence_.begin);
    }
    if (range.end == all_.end) {
      span.end = std::max(span.end, sentence_.end);
    }
    return with_whole_quotation(span, unit_.text);
  }

  Span sentence() const { return sentence_; }

  // Returns what is left of a reader's trust, in (0, 1].
  double clarity(TokenRange range) const {
    double worth = of_sentence_ * worth_of_length(range.size());
    worth *= worth_of_verb(range);
    if (has_open_mark(bytes(range).in(unit_.text))) {
      worth *= loss::of_open_mark;
    }
    return worth * worth_of_begin(range) * worth_of_end(range.end);
  }

 private:
  const std::string& word(uint32_t token) const { return words_[token - all_.begin]; }

  bool is_closed() const {
    const std::span<const Sentence> sentences = sentences_from(unit_, all_.begin);
    return !sentences.empty() && sentences.front().closed;
  }

  // Returns where the sentence begins behind "QUILLHAVEN (Coast News) -"; its begin if it has none.
  uint32_t behind_dateline() const {
    const std::string_view first = unit_.tokens[all_.begin].span.in(unit_.text);
    const bool is_shouted =
        first.size() > 2 &&
        std::any_of(first.begin(), first.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
        std::none_of(first.begin(), first.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const uint32_t last = std::min(all_.end, all_.begin + longest_dateline);
    for (uint32_t i = all_.begin + 1; i < last; ++i) {
      const std::string_view between = gap_before(unit_, i);
      const auto has = [&](std::string_view mark) {
        return between.find(mark) != between.npos;
      };
      const bool is_dash = has("—") || has("–") || has("―") || has(" - ") || has("--");
      const bool is_agency = has(") ");  // "Quillhaven (Coast News) The ferry ..."
      if (is_dash && (is_shouted || has(")"))) {
        return i;
      }
      if (is_agency && is_shouted) {
        return i;
      }
    }
    return all_.begin;
  }

  // Returns how much a reader trusts that the range has a subject and its verb: "the ferry sails",
  // "it's late". In a piece of a sentence, each word that subordinates needs a verb of its own: in
  // "The ferry, which is old", "is" belongs to "which".
  double worth_of_verb(TokenRange range) const {
    const bool is_contraction =
        begins_with_verb(range.begin) && is_pronoun(word(range.begin), language_);
    const auto first = std::upper_bound(verbs_.begin(), verbs_.end(), range.begin);
    const auto last = std::lower_bound(first, verbs_.end(), range.end);
    const auto verbs = (last - first) + (is_contraction ? 1 : 0);
    if (verbs == 0) {
      return loss::of_no_verb;
    }
    ptrdiff_t subordinated = 0;
    for (uint32_t i = range.begin; i < range.end; ++i) {
      subordinated += subordinates(word(i), language_) ? 1 : 0;
    }
    const bool is_whole = range.end == all_.end && is_closed() && !begins_small(all_.begin);
    const bool has_main_verb = verbs > subordinated && !is_introduction(range);
    return is_whole || has_main_verb ? 1 : loss::of_no_main_verb;
  }

  // Returns whether the range is what stands before the first mark, and only introduces: "In words
  // written to the mayor", "After the ferry sank".
  bool is_introduction(TokenRange range) const {
    if (!begins_part(word(range.begin), {}, language_)) {
      return false;
    }
    for (uint32_t i = range.begin + 1; i < range.end; ++i) {
      if (part_begins(unit_, i)) {
        return false;
      }
    }
    return true;
  }

  bool begins_with_verb(uint32_t token) const {
    return std::binary_search(verbs_.begin(), verbs_.end(), token);
  }

  bool begins_small(uint32_t token) const {
    const std::string_view bytes = unit_.tokens[token].span.in(unit_.text);
    return u_islower(static_cast<UChar32>(decode(bytes, 0).code));
  }

  bool opens_quotation(uint32_t token) const {
    const std::string_view between = gap_before(unit_, token);
    constexpr std::array<std::string_view, 4> marks{"“", "„", "«", "\""};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return between.ends_with(mark); });
  }

  // Returns whether the statement is what a longer sentence goes on with.
  bool is_cut_off() const {
    const std::span<const Sentence> sentences = sentences_from(unit_, all_.begin);
    return !sentences.empty() && sentences.front().first_token < all_.begin;
  }

  // Returns whether the quotation that opens the range is closed inside it without a mark of its
  // own, or after few words: a title or a name, and nothing that somebody said: “Coast Today”.
  bool names_title(TokenRange range) const {
    constexpr std::array<std::string_view, 3> closing{"”", "»", "\""};
    for (uint32_t i = range.begin + 1; i < range.end; ++i) {
      const std::string_view between = gap_before(unit_, i);
      const bool closes = std::any_of(closing.begin(), closing.end(), [&](std::string_view mark) {
        return between.find(mark) != between.npos;
      });
      if (closes) {
        return i - range.begin < fewest_quoted || between.find_first_of(",.?!;:-") == between.npos;
      }
    }
    return false;
  }

  double worth_of_begin(TokenRange range) const {
    const std::string& first = word(range.begin);
    const bool is_body = (range.begin == all_.begin && !is_cut_off()) || range.begin == body_;
    const bool opens = opens_quotation(range.begin);
    const bool is_title = opens && !is_body && names_title(range);
    double worth = 1;
    if (range.begin == all_.begin && body_ != all_.begin) {
      worth *= loss::of_dateline;
    }
    if (is_pronoun(first, language_)) {
      worth *= loss::of_pronoun;
    }
    if (is_body || (opens && !is_title && !begins_small(range.begin))) {
      worth *= opens && !is_body ? loss::of_quotation_begin : 1;
      worth *= begins_small(range.begin) ? loss::of_small_begin : 1;
      worth *= is_leaning(first, language_) ? loss::of_leaning_sentence : 1;
      return worth;
    }
    if (is_title || !part_begins(unit_, range.begin)) {
      return worth * loss::of_torn_begin;
    }
    return worth * (opens || leans(range.begin) ? loss::of_leaning_clause : loss::of_clause_begin);
  }

  // Returns whether a clause inside the sentence leans on what stands before: it begins with its
  // verb, with "adding", "also", "not only", or with a word that joins.
  bool leans(uint32_t token) const {
    const std::string& first = word(token);
    const bool is_adverb = is_function_word(first, language_) && !is_pronoun(first, language_) &&
                           !cue_roles_of(first, language_).has(CueRole::determiner);
    return begins_with_verb(token) || is_adverb || is_leaning(first, language_) ||
           is_participle(first, language_) || begins_part(first, {}, language_);
  }

  double worth_of_end(uint32_t end) const {
    if (end == all_.end) {
      return 1;
    }
    if (!part_ends(unit_, end)) {
      return loss::of_torn_end;
    }
    const std::string_view between = gap_before(unit_, end);
    const bool opens = opens_quotation(end) || between.find(':') != between.npos ||
                       between.find('(') != between.npos;
    const bool waits = is_function_word(word(end - 1), language_);
    if (opens || waits) {
      return loss::of_opened_end;
    }
    const std::string& next = word(end);
    const bool goes_on = is_leaning(next, language_) || begins_part(next, {}, language_);
    return goes_on ? loss::of_end_before_clause : loss::of_clause_end;
  }

  const Stated& stated_;
  const TextUnit& unit_;
  Language language_;
  TokenRange all_;
  std::vector<std::string> words_;  // of the statement, folded
  std::vector<uint32_t> verbs_;
  Span sentence_;
  uint32_t body_;  // where the sentence begins behind its dateline
  double of_sentence_ = 1;
};

// Returns the mentions that are closest to the others, the first of equals first.
std::vector<uint32_t> closest(std::span<const Stated> mentions, const Closeness& closeness) {
  std::vector<std::pair<double, uint32_t>> ranked;
  for (uint32_t i = 0; i < mentions.size(); ++i) {
    ranked.emplace_back(-closeness(i, mentions[i].tokens), i);
  }
  std::sort(ranked.begin(), ranked.end());
  ranked.resize(std::min(ranked.size(), most_mentions));
  std::vector<uint32_t> numbers;
  for (const auto& [_, number] : ranked) {
    numbers.push_back(number);
  }
  return numbers;
}

}  // namespace

Wording choose_wording(std::span<const Stated> mentions, const Closeness& closeness,
                       const Shown& shown) {
  Wording best;
  double best_worth = -1;
  for (const uint32_t number : closest(mentions, closeness)) {
    const Surroundings around(mentions[number]);
    for (const TokenRange range : around.candidates()) {
      // The square root: a sentence says more than what all have in common, and may.
      const double clarity = around.clarity(range);
      double worth = std::sqrt(closeness(number, range)) * clarity;
      const Span span = around.bytes(range);
      const std::string_view text = mentions[number].unit->text;
      if (shown.labels.contains(span.in(text))) {
        worth *= loss::of_repetition;
      } else if (shown.sentences.contains(around.sentence().in(text))) {
        worth *= loss::of_shown_sentence;
      }
      if (worth > best_worth) {
        best = {number, range, span, clarity};
        best_worth = worth;
      }
    }
  }
  return best;
}

}  // namespace reprise::detail

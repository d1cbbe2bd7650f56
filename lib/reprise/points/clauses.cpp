#include "reprise/points/clauses.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace reprise::detail {
namespace {

// Found on news: fewer words leave more mentions torn off, more words blur which of two points of
// one sentence is meant.
constexpr uint32_t most_words_added = 6;  // on one side
constexpr uint32_t longest_widened = 30;  // words

bool divides(std::string_view gap) {
  if (gap.find_first_of(",;:") != gap.npos) {
    return true;
  }
  constexpr std::array<std::string_view, 5> dashes{"—", "–", "―", " - ", "--"};
  return std::any_of(dashes.begin(), dashes.end(),
                     [&](std::string_view dash) { return gap.find(dash) != gap.npos; });
}

// Returns whether a part, a quotation or a bracket ends or begins before the token.
bool mark_stands(const TextUnit& unit, uint32_t token) {
  if (token == 0 || token == unit.tokens.size()) {
    return true;
  }
  const std::string_view gap = gap_before(unit, token);
  constexpr std::array<std::string_view, 6> marks{"“", "”", "„", "«", "»", "\""};
  const bool is_quotation = std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
    return gap.find(mark) != gap.npos;
  });
  return is_quotation || gap.find_first_of("()") != gap.npos || divides(gap);
}

}  // namespace

bool part_begins(const TextUnit& unit, uint32_t token) {
  if (token == 0) {
    return true;
  }
  const std::string_view gap = gap_before(unit, token);
  constexpr std::array<std::string_view, 4> marks{"“", "„", "«", "\""};
  const bool opens = std::any_of(marks.begin(), marks.end(),
                                 [&](std::string_view mark) { return gap.ends_with(mark); });
  return opens || divides(gap);
}

bool part_ends(const TextUnit& unit, uint32_t token) {
  if (token == 0 || token == unit.tokens.size()) {
    return true;
  }
  const std::string_view gap = gap_before(unit, token);
  constexpr std::array<std::string_view, 4> marks{"”", "“", "»", "\""};  // “ closes „
  const bool closes = std::any_of(marks.begin(), marks.end(),
                                  [&](std::string_view mark) { return gap.starts_with(mark); });
  return closes || gap.find('(') != gap.npos || divides(gap);
}

TokenRange widen_to_marks(TokenRange stretch, TokenRange sentence, const TextUnit& unit) {
  TokenRange wide = stretch;
  const uint32_t room_before = std::min(most_words_added, stretch.begin - sentence.begin);
  for (uint32_t i = 0; i <= room_before; ++i) {
    const uint32_t begin = stretch.begin - i;
    if (begin == sentence.begin || mark_stands(unit, begin)) {
      wide.begin = begin;
      break;
    }
  }
  const uint32_t room_behind = std::min(most_words_added, sentence.end - stretch.end);
  for (uint32_t i = 0; i <= room_behind; ++i) {
    const uint32_t end = stretch.end + i;
    if (end == sentence.end || mark_stands(unit, end)) {
      wide.end = end;
      break;
    }
  }
  const auto fits = [](TokenRange range) {
    return range.size() <= longest_widened;
  };
  if (fits(wide)) {
    return wide;
  }
  // One side alone may fit: the end first, where the news of a clause mostly stands.
  for (const TokenRange half : {TokenRange{stretch.begin, wide.end}, {wide.begin, stretch.end}}) {
    if (fits(half)) {
      return half;
    }
  }
  return stretch;
}

Span bytes_of_sentence(const Statement& statement, const TextUnit& unit) {
  Span span = bytes_of(unit, statement.tokens);
  const std::span<const Sentence> sentences = sentences_from(unit, statement.tokens.begin);
  if (sentences.empty()) {
    return span;
  }
  const Sentence& sentence = sentences.front();
  // A statement may be a piece of a long sentence.
  if (sentence.first_token == statement.tokens.begin) {
    span.begin = std::min(span.begin, sentence.span.begin);
  }
  if (sentence.last_token == statement.tokens.end) {
    span.end = std::max(span.end, sentence.span.end);
  }
  return span;
}

bool is_question(const Statement& statement, const TextUnit& unit) {
  constexpr size_t longest_behind_mark = 4;  // bytes: quotation marks and brackets
  const std::string_view sentence = bytes_of_sentence(statement, unit).in(unit.text);
  const size_t mark = sentence.rfind('?');
  return mark != sentence.npos && sentence.size() - mark <= 1 + longest_behind_mark;
}

}  // namespace reprise::detail

#include "reprise/furniture/blocks.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace reprise::detail {
namespace {

// Returns whether a mark stands before the token that parts links of a row.
bool begins_cell(const TextUnit& unit, uint32_t token) {
  static constexpr std::array<std::string_view, 5> marks{"|", "•", "·", "»", "›"};
  const std::string_view gap = gap_before(unit, token);
  return gap.size() > 1 && std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
           return gap.find(mark) != gap.npos;
         });
}

// Returns whether a sentence seems to end in the range, or behind it.
bool holds_stop(const TextUnit& unit, TokenRange range) {
  static constexpr std::array<std::string_view, 5> stops{".", "!", "?", "…", "。"};
  for (uint32_t t = range.begin; t < range.end; ++t) {
    const uint32_t begin = unit.tokens[t].span.end;
    const bool is_last = t + 1 == unit.tokens.size();
    const size_t end = is_last ? unit.text.size() : unit.tokens[t + 1].span.begin;
    const std::string_view gap = unit.text.substr(begin, end - begin);
    const bool stops_here = std::any_of(stops.begin(), stops.end(), [&](std::string_view stop) {
      return gap.find(stop) != gap.npos;
    });
    if (stops_here) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool begins_line(const TextUnit& unit, uint32_t token) {
  return token == 0 || gap_before(unit, token).find('\n') != std::string_view::npos;
}

std::vector<TextBlock> blocks_of(const TextUnit& unit, UnitId number) {
  std::vector<TextBlock> blocks;
  for (const Sentence& sentence : unit.sentences) {
    if (sentence.last_token <= sentence.first_token) {
      continue;
    }
    if (begins_line(unit, sentence.first_token)) {
      blocks.push_back({number, {sentence.first_token, sentence.first_token}, false, false});
    }
    for (uint32_t i = sentence.first_token + 1; i < sentence.last_token; ++i) {
      if (begins_cell(unit, i)) {
        blocks.back().tokens.end = i;
        blocks.push_back({number, {i, i}, false, false});
      }
    }
    blocks.back().tokens.end = sentence.last_token;
  }
  for (TextBlock& block : blocks) {
    block.closed = holds_stop(unit, block.tokens);
  }
  if (!blocks.empty()) {
    blocks.front().begins_text = true;
  }
  return blocks;
}

}  // namespace reprise::detail

// Steps:
//
//     1. Both texts become words; those that are the same from the begin are passed, but for a few
//        that show where it is.
//     2. A window of words behind that is aligned by a longest common subsequence: a table of 160
//        by 160, walked back from its end.
//     3. Words without a partner become the pieces that differ. At the end of a window that is not
//        the end of its text they would be guesses, so the window ends with its last common word.
//
// Counter-example: a text whose first window has nothing in common with the other's is shown as one
// difference.
//
// Source: Wagner, Fischer, The string-to-string correction problem, J. ACM 21 (1974).
#include "reprise/report/page/differences.h"

#include <algorithm>
#include <array>
#include <memory>

#include "reprise/base/utf8.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {
namespace {

constexpr size_t most_bytes_read = size_t{1} << 20;
constexpr size_t most_words = 160;
constexpr size_t most_bytes = 1500;  // of a side
constexpr size_t words_before = 12;

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// Returns the place moved to the begin of its character.
size_t at_character(std::string_view text, size_t at) {
  while (at > 0 && at < text.size() && continues_character(text[at])) {
    --at;
  }
  return std::min(at, text.size());
}

std::string_view first_bytes(std::string_view text, size_t most) {
  return text.substr(0, at_character(text, most));
}

// Some words of a text in a row.
struct Window {
  std::string_view text;
  std::vector<Token> tokens;
  size_t before = 0;              // where it begins to show, in bytes
  bool reaches_end = true;        // of the text
  std::vector<bool> has_partner;  // [word]
};

// Returns the words from `first` on, as many as are shown.
Window window_of(std::string_view text, const std::vector<Token>& tokens, size_t first,
                 bool is_whole) {
  Window window{text, {}, 0, is_whole, {}};
  if (first < tokens.size()) {
    window.before = first == 0 ? 0 : tokens[first].span.begin;
  }
  for (size_t i = first; i < tokens.size(); ++i) {
    const bool fits = window.tokens.size() < most_words &&
                      (tokens[i].span.end - window.before <= most_bytes || window.tokens.empty());
    if (!fits) {
      window.reaches_end = false;
      break;
    }
    window.tokens.push_back(tokens[i]);
  }
  window.has_partner.assign(window.tokens.size(), false);
  return window;
}

// Marks the words of both that stand in a longest common subsequence.
void find_partners(Window& a, Window& b) {
  using Lengths = std::array<std::array<uint16_t, most_words + 1>, most_words + 1>;
  const auto lengths = std::make_unique<Lengths>();  // [i][j]: of the words from i and from j on
  const size_t m = a.tokens.size();
  const size_t n = b.tokens.size();
  const auto same = [&](size_t i, size_t j) {
    return a.tokens[i].hash == b.tokens[j].hash;
  };
  for (size_t i = m; i-- > 0;) {
    for (size_t j = n; j-- > 0;) {
      const uint16_t longer = std::max((*lengths)[i + 1][j], (*lengths)[i][j + 1]);
      const auto with_both = static_cast<uint16_t>((*lengths)[i + 1][j + 1] + 1);
      (*lengths)[i][j] = same(i, j) ? with_both : longer;
    }
  }
  for (size_t i = 0, j = 0; i < m && j < n;) {
    if (same(i, j)) {
      a.has_partner[i++] = true;
      b.has_partner[j++] = true;
    } else if ((*lengths)[i + 1][j] >= (*lengths)[i][j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
}

// Returns how many words of the window are shown.
size_t words_shown(const Window& window) {
  const auto last = std::find(window.has_partner.rbegin(), window.has_partner.rend(), true);
  const bool is_sure = window.reaches_end || last == window.has_partner.rend();
  return is_sure ? window.tokens.size() : static_cast<size_t>(window.has_partner.rend() - last);
}

DifferingSide side_of(const Window& window) {
  const size_t shown = words_shown(window);
  const bool to_the_end = window.reaches_end && shown == window.tokens.size();
  const size_t last_end = shown == 0 ? window.before : window.tokens[shown - 1].span.end;
  const size_t wanted_end = to_the_end ? window.text.size() : last_end;
  const size_t end = at_character(window.text, std::min(wanted_end, window.before + most_bytes));

  DifferingSide side;
  side.cut_before = window.before > 0;
  side.cut_behind = !to_the_end || end < window.text.size();
  size_t done = window.before;
  const auto add_until = [&](size_t place) {
    const size_t until = std::clamp(place, done, end);
    side.pieces.push_back(repaired_utf8(window.text.substr(done, until - done)));
    done = until;
  };
  for (size_t i = 0; i < shown;) {
    size_t behind = i;
    while (behind < shown && !window.has_partner[behind]) {
      ++behind;
    }
    if (behind == i) {
      ++i;
      continue;
    }
    add_until(window.tokens[i].span.begin);
    add_until(window.tokens[behind - 1].span.end);
    i = behind;
  }
  add_until(end);
  return side;
}

}  // namespace

Differences differences(std::string_view a, std::string_view b, const Normalisation& rules) {
  const std::string_view texts[] = {first_bytes(a, most_bytes_read),
                                    first_bytes(b, most_bytes_read)};
  const std::vector<Token> x = tokenize(texts[0], rules);
  const std::vector<Token> y = tokenize(texts[1], rules);
  size_t same = 0;
  while (same < std::min(x.size(), y.size()) && x[same].hash == y[same].hash) {
    ++same;
  }
  const bool differ = same < x.size() || same < y.size();
  const size_t first = !differ || same < words_before ? 0 : same - words_before;
  Window left = window_of(texts[0], x, first, texts[0].size() == a.size());
  Window right = window_of(texts[1], y, first, texts[1].size() == b.size());
  find_partners(left, right);
  return {side_of(left), side_of(right)};
}

DifferingSide stretch_in_context(std::string_view text, size_t begin, size_t end) {
  constexpr size_t around = 200;
  const size_t from = at_character(text, begin > around ? begin - around : 0);
  const size_t stop = at_character(text, std::min(end, begin + most_bytes - 2 * around));
  const size_t to = stop < end ? stop : at_character(text, std::min(end + around, text.size()));
  return {{repaired_utf8(text.substr(from, begin - from)),
           repaired_utf8(text.substr(begin, stop - begin)),
           repaired_utf8(text.substr(stop, to - stop))},
          from > 0,
          to < text.size()};
}

}  // namespace reprise::detail

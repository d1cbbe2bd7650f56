#include "reprise/extract/html_text.h"

#include <algorithm>
#include <array>

#include "reprise/base/character_references.h"
#include "reprise/base/utf8.h"
#include "reprise/extract/html_tokens.h"

namespace reprise::detail {
namespace {

enum Kind : uint8_t { ordinary, continuation, wide, blank, reference, perhaps_blank, dropped };

// What a byte does. 0xC2 may begin U+00A0, the blank that doesn't break.
constexpr std::array<uint8_t, 256> make_kinds() {
  std::array<uint8_t, 256> kinds{};
  for (size_t byte = 0; byte < 0x20; ++byte) {
    kinds[byte] = dropped;
  }
  for (char c : {' ', '\n', '\t', '\r', '\f', '\v'}) {
    kinds[static_cast<uint8_t>(c)] = blank;
  }
  for (size_t byte = 0x80; byte < 0xC0; ++byte) {
    kinds[byte] = continuation;
  }
  for (size_t byte = 0xE3; byte < 0xF0; ++byte) {
    kinds[byte] = wide;
  }
  kinds['&'] = reference;
  kinds[0xC2] = perhaps_blank;
  kinds[0x7F] = dropped;
  return kinds;
}

constexpr std::array<uint8_t, 256> kinds = make_kinds();
constexpr std::array<uint8_t, 8> letters_of_kind{1, 0, 2, 0, 0, 1, 0, 0};

constexpr std::string_view no_break_space = "\u00A0";

uint8_t kind_of(char c) {
  return kinds[static_cast<uint8_t>(c)];
}

uint8_t kind_at(std::string_view text, size_t at) {
  const uint8_t kind = kind_of(text[at]);
  if (kind != perhaps_blank) {
    return kind;
  }
  return text.substr(at, no_break_space.size()) == no_break_space ? blank : ordinary;
}

}  // namespace

void HtmlTextWriter::put(std::string_view bytes, uint32_t letters, bool linked) {
  if (pending_ != Pending::none && out_->size() > begin_) {
    *out_ += pending_ == Pending::line ? '\n' : ' ';
  }
  pending_ = Pending::none;
  *out_ += bytes;
  letters_ += letters;
  linked_ += linked ? letters : 0;
}

size_t HtmlTextWriter::append(std::string_view text, size_t at, bool linked, bool preformatted) {
  while (at < text.size()) {
    const uint8_t kind = kind_at(text, at);
    if (kind == reference) {
      at = take_reference(text, at, linked);
    } else if (kind == dropped) {
      ++at;
    } else if (kind != blank) {
      at = take_run(text, at, linked);
    } else if (preformatted && text[at] == '\n') {
      ++at;
      if (!line_break()) {
        return at;
      }
    } else {
      at += text[at] == no_break_space[0] ? no_break_space.size() : 1;
      take_blank();
    }
  }
  return at;
}

// Takes letters up to what is none.
size_t HtmlTextWriter::take_run(std::string_view text, size_t at, bool linked) {
  size_t end = at;
  uint32_t letters = 0;
  while (end < text.size()) {
    const uint8_t kind = kind_at(text, end);
    if (kind == blank || kind == reference || kind == dropped) {
      break;
    }
    letters += letters_of_kind[kind];
    ++end;
  }
  put(text.substr(at, end - at), letters, linked);
  return end;
}

// Takes "&amp;", or the "&" alone where none begins.
size_t HtmlTextWriter::take_reference(std::string_view text, size_t at, bool linked) {
  const auto found = character_reference(text, at);
  if (!found) {
    put("&", 1, linked);
    return at + 1;
  }
  const bool is_blank = found->code == 0xA0 || found->code <= ' ';
  if (is_blank) {
    take_blank();
  } else {
    std::string utf8;
    append_utf8(utf8, found->code);
    put(utf8, 1, linked);
  }
  return at + found->size;
}

void HtmlTextWriter::take_blank() {
  pending_ = pending_ == Pending::none ? Pending::blank : pending_;
}

bool HtmlTextWriter::line_break() {
  const bool is_second = pending_ == Pending::line;
  pending_ = Pending::line;
  return !is_second;
}

std::optional<HtmlTextWriter::Written> HtmlTextWriter::take() {
  const size_t begin = begin_;
  const uint32_t letters = letters_;
  const uint32_t linked = linked_;
  begin_ = out_->size();
  letters_ = 0;
  linked_ = 0;
  pending_ = Pending::none;
  if (begin == begin_) {
    return std::nullopt;
  }
  return Written{static_cast<uint32_t>(begin), static_cast<uint32_t>(begin_), letters, linked};
}

std::string_view first_bytes(std::string_view text, size_t most) {
  size_t size = std::min(text.size(), most);
  while (size > 0 && size < text.size() && kind_of(text[size]) == continuation) {
    --size;
  }
  return text.substr(0, size);
}

std::string html_text_of(std::string_view text) {
  std::string out;
  HtmlTextWriter(out).append(text, 0, false, false);
  return out;
}

}  // namespace reprise::detail

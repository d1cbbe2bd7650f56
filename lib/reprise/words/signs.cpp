#include "reprise/words/signs.h"

#include <unicode/uchar.h>

#include <string_view>

namespace reprise::detail {
namespace {

constexpr std::u32string_view apostrophes =
    U"'`\u00B4\u02BB\u02BC\u05F3\u2018\u2019\u201B\u2032\uFF07";
constexpr std::u32string_view double_quotes = U"\"\u05F4\u201C\u201D\u201E\u201F\u2033\uFF02";
constexpr std::u32string_view stops = U".:\u00B7\u0387\u2024\u2027\uFE13\uFE52\uFE55\uFF0E\uFF1A";
constexpr std::u32string_view hyphens = U"-\u2010\u2011\u2E17\u2E40";
constexpr std::u32string_view breaking_hyphens = U"\u00AC\u00AD";

bool is_among(char32_t code, std::u32string_view signs) {
  return signs.find(code) != signs.npos;
}

}  // namespace

bool is_apostrophe(char32_t code) {
  return is_among(code, apostrophes);
}

bool is_double_quote(char32_t code) {
  return is_among(code, double_quotes);
}

bool is_stop_sign(char32_t code) {
  return is_among(code, stops);
}

bool is_hyphen(char32_t code) {
  return is_among(code, hyphens);
}

bool is_line_hyphen(char32_t code) {
  return is_hyphen(code) || is_among(code, breaking_hyphens);
}

bool is_unseen(char32_t code) {
  const bool common_letter = code >= 0x3165 && code < 0xFE00;  // Chinese, Korean: nothing there
  if (code < 0x80 || common_letter) {
    return false;
  }
  const auto c = static_cast<UChar32>(code);
  return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         u_getIntPropertyValue(c, UCHAR_JOINING_TYPE) == U_JT_JOIN_CAUSING;
}

bool is_blank_sign(char32_t code) {
  return code == '\t' || u_charType(static_cast<UChar32>(code)) == U_SPACE_SEPARATOR;
}

}  // namespace reprise::detail

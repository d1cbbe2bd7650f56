#include "reprise/words/character_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <cstddef>
#include <optional>

#include "reprise/words/signs.h"

namespace reprise::detail {
namespace {

using Class = CharacterClass;

UScriptCode script_of(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status);
}

bool needs_dictionary(UChar32 c) {
  if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) {
    return true;
  }
  if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) {
    return true;
  }
  const UScriptCode script = script_of(c);
  return script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

// Returns the class of what we take for something else than UAX #29 does: U+202F is a blank to
// readers, and no underscore; whatever looks like an apostrophe between letters is one.
std::optional<Class> class_of_ours(UChar32 c) {
  const auto code = static_cast<char32_t>(c);
  if (is_unseen(code)) {
    return Class::ignorable;
  }
  if (u_isUWhiteSpace(c)) {
    return Class::space;
  }
  if (is_double_quote(code)) {
    return Class::double_quote;
  }
  switch (code) {
    case U'\u02BB':
    case U'\u02BC': return Class::mid_both;
    case U'`':
    case U'\u00B4':
    case U'\u201B':
    case U'\u2032': return Class::mid_letter;
    default: return std::nullopt;
  }
}

// Returns the class that the rules of UAX #29 know, if they know one.
std::optional<Class> class_of_rules(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    // The iteration mark 々 is a letter to UAX #29, but part of a word like 人々 to the dictionary.
    case U_WB_ALETTER: return script_of(c) == USCRIPT_HAN ? Class::dictionary : Class::letter;
    case U_WB_HEBREW_LETTER: return Class::hebrew;
    case U_WB_NUMERIC: return Class::numeric;
    case U_WB_EXTENDNUMLET: return Class::connector;
    case U_WB_MIDLETTER: return Class::mid_letter;
    case U_WB_MIDNUM: return Class::mid_number;
    case U_WB_MIDNUMLET: return Class::mid_both;
    case U_WB_SINGLE_QUOTE: return Class::single_quote;
    case U_WB_DOUBLE_QUOTE: return Class::double_quote;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
    case U_WB_ZWJ: return Class::ignorable;
    case U_WB_KATAKANA: return Class::dictionary;
    default: return std::nullopt;
  }
}

// Returns the class of what the rules pass over: signs, and scripts without spaces.
Class class_beyond_rules(UChar32 c) {
  if (u_iscntrl(c)) {
    return Class::space;
  }
  const auto type = u_charType(c);
  if (type == U_CURRENCY_SYMBOL) {
    return Class::currency;
  }
  if (needs_dictionary(c)) {
    return Class::dictionary;
  }
  const bool is_number = type == U_OTHER_NUMBER || type == U_LETTER_NUMBER;
  return is_number ? Class::number_sign : Class::other;
}

Class compute_class(UChar32 c) {
  if (const std::optional<Class> ours = class_of_ours(c)) {
    return *ours;
  }
  const std::optional<Class> known = class_of_rules(c);
  return known ? *known : class_beyond_rules(c);
}

}  // namespace

CharacterClass class_of(char32_t code) {
  static const auto table = [] {
    std::array<Class, 0x800> classes{};
    for (size_t i = 0; i < classes.size(); ++i) {
      classes[i] = compute_class(static_cast<UChar32>(i));
    }
    return classes;
  }();
  return code < table.size() ? table[code] : compute_class(static_cast<UChar32>(code));
}

}  // namespace reprise::detail

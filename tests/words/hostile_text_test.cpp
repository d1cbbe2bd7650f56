// Random text that is rich in what the rules tell apart: ICU is the oracle.
#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>
#include <memory>

#include "reprise/base/utf8.h"
#include "reprise/words/segment.h"
#include "reprise/words/signs.h"
#include "reprise/words/tokenize.h"
#include "support/generator.h"
#include "support/words_of.h"

namespace reprise::detail {
namespace {

using support::Random;
using support::words_of;
using Strings = std::vector<std::string>;

// Random text that is rich in what the rules of UAX #29 tell apart: a few characters of each class.
class HostileText {
 public:
  explicit HostileText(Random& random) : random_(random) {
    std::map<int32_t, std::u32string> by_class;
    for (char32_t code = 1; code < 0x30000; ++code) {
      if (is_covered(code)) {
        by_class[u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_WORD_BREAK)] += code;
      }
    }
    for (auto& [_, codes] : by_class) {
      std::u32string some;
      for (int i = 0; i < 40; ++i) {
        some += random_.pick(codes);
      }
      classes_.push_back(some);
    }
    classes_.push_back(U"aZ'.,·’\"_ -\u00AD\u0301\u200D");
  }

  std::string make() {
    std::string text;
    for (uint64_t n = random_.below(16); n > 0; --n) {
      append_utf8(text, random_.pick(random_.pick(classes_)));
    }
    return text;
  }

 private:
  // Leaves out what our additions treat otherwise (currency, numbers that are no digits, scripts
  // that dictionaries split, line breaks after hyphens), what ICU's root locale does beside UAX #29
  // (Hangul parted from other letters, colons that join nothing), and pictographs, which WB3c would
  // hang onto a letter with a joiner behind it.
  static bool is_covered(char32_t code) {
    const auto c = static_cast<UChar32>(code);
    const auto type = u_charType(c);
    if (type == U_CURRENCY_SYMBOL || type == U_OTHER_NUMBER || type == U_SURROGATE ||
        type == U_OTHER_SYMBOL || type == U_MODIFIER_SYMBOL || !u_isdefined(c)) {
      return false;
    }
    if (c == '\n' || c == '\r' || c == ':' || c == 0xFE55 || c == 0xFF1A) {
      return false;
    }
    const bool ours = is_apostrophe(code) || is_double_quote(code) || is_line_hyphen(code);
    if (ours || is_unseen(code) || c == 0x202F) {
      return false;
    }
    // Capitals behind a stop, and underscores at the edges of words.
    if (u_isupper(c) || u_istitle(c) ||
        u_getIntPropertyValue(c, UCHAR_WORD_BREAK) == U_WB_EXTENDNUMLET) {
      return false;
    }
    if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) {
      return false;
    }
    if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) {
      return false;
    }
    if (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC)) {
      return false;
    }
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    return script != USCRIPT_HAN && script != USCRIPT_HANGUL && script != USCRIPT_HIRAGANA &&
           script != USCRIPT_KATAKANA &&
           u_getIntPropertyValue(c, UCHAR_WORD_BREAK) != U_WB_KATAKANA;
  }

  Random& random_;
  std::vector<std::u32string> classes_;
};

bool holds_letter_or_digit(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    const Decoded c = decode(word, at);
    const auto type = u_charType(static_cast<UChar32>(c.code));
    if (u_isalnum(static_cast<UChar32>(c.code)) || type == U_LETTER_NUMBER) {
      return true;
    }
    at += c.size;
  }
  return false;
}

Strings words_of_icu(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<icu::BreakIterator> breaker(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<int64_t>(text.size()), &status);
  breaker->setText(&source, status);
  EXPECT_TRUE(U_SUCCESS(status));
  Strings words;
  int32_t begin = breaker->first();
  for (int32_t end = breaker->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaker->next()) {
    const std::string word =
        text.substr(static_cast<size_t>(begin), static_cast<size_t>(end - begin));
    if (holds_letter_or_digit(word)) {
      words.push_back(word);
    }
  }
  utext_close(&source);
  return words;
}

// Underscores at the edges of words, capitals behind a stop, curly or two marks behind Hebrew
// letters.
bool addition_speaks(std::string_view text) {
  const auto holds = [&](std::string_view sign) {
    return text.find(sign) != text.npos;
  };
  return holds("_") || holds("Z") || holds("’") || holds("”") ||
         std::count(text.begin(), text.end(), '\'') > 1;
}

TEST(Tokenize, AgreesWithIcuWhereNoAdditionSpeaks) {
  Random random(29);
  HostileText hostile(random);
  size_t words = 0;
  for (int round = 0; round < 200000; ++round) {
    const std::string text = hostile.make();
    if (addition_speaks(text)) {
      continue;
    }
    Strings ours;
    segment(text, false, [&](Span span) { ours.emplace_back(span.in(text)); });
    for (std::string& word : ours) {
      if (word.ends_with('.')) {
        word.pop_back();  // the addition for abbreviations
      }
    }
    ASSERT_EQ(ours, words_of_icu(text)) << ::testing::PrintToString(text);
    words += ours.size();
  }
  EXPECT_GT(words, 100000u);
}

TEST(Tokenize, AgreesWithIcuInScriptsThatDictionariesSplit) {
  for (const std::string text :
       {"我们今天去北京大学参加会议", "東京都に住んでいる人々", "สวัสดีชาวโลกวันนี้อากาศดี",
        "ສະບາຍດີຊາວໂລກ", "សួស្តីពិភពលោក", "မင်္ဂလာပါကမ္ဘာလောက"}) {
    EXPECT_EQ(words_of(text), words_of_icu(text)) << text;
  }
}

TEST(Tokenize, SpansAscendOnCharacterBordersWhateverTheBytes) {
  Random random(30);
  HostileText hostile(random);
  for (int round = 0; round < 30000; ++round) {
    std::string text = hostile.make() + "東京" + hostile.make() + "-\n" + hostile.make() + "$½ไทย" +
                       hostile.make();
    for (uint64_t damage = random.below(4); damage > 0; --damage) {
      text[random.below(text.size())] = static_cast<char>(random.below(256));
    }
    std::vector<bool> border(text.size() + 1);
    border[text.size()] = true;
    for (size_t at = 0; at < text.size(); at += decode(text, at).size) {
      border[at] = true;
    }
    for (const bool drop : {true, false}) {
      uint32_t last = 0;
      for (const Token& token : tokenize(text, {.drop_punctuation = drop})) {
        ASSERT_GE(token.span.begin, last);
        ASSERT_LT(token.span.begin, token.span.end);
        ASSERT_LE(token.span.end, text.size());
        ASSERT_TRUE(border[token.span.begin] && border[token.span.end])
            << ::testing::PrintToString(text);
        last = token.span.end;
      }
    }
  }
}

// The words of a text do not change with what stands in other paragraphs.
TEST(Tokenize, ParagraphsAreTokenizedByThemselves) {
  Random random(31);
  HostileText hostile(random);
  for (int round = 0; round < 10000; ++round) {
    const std::string a = hostile.make(), b = hostile.make();
    Strings expected = words_of(a);
    for (std::string& word : words_of(b)) {
      expected.push_back(word);
    }
    ASSERT_EQ(words_of(a + "\n\n" + b), expected)
        << ::testing::PrintToString(a) << ::testing::PrintToString(b);
  }
}

}  // namespace
}  // namespace reprise::detail

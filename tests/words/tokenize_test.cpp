#include "reprise/words/tokenize.h"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>
#include <memory>

#include "reprise/base/hash.h"
#include "reprise/base/utf8.h"
#include "reprise/words/segment.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;
using Strings = std::vector<std::string>;

std::string folded(std::string_view word, const Normalisation& rules = {}) {
  std::string out;
  fold_word(word, rules, out);
  return out;
}

// Returns the words as they stand in the text; each token's hash has to be that of its folded
// bytes.
Strings words_of(std::string_view text, const Normalisation& rules = {}) {
  Strings words;
  for (const Token& token : tokenize(text, rules)) {
    words.emplace_back(token.span.in(text));
    EXPECT_EQ(token.hash, hash_word(folded(words.back(), rules))) << words.back();
  }
  return words;
}

Strings folded_words_of(std::string_view text, const Normalisation& rules = {}) {
  Strings words = words_of(text, rules);
  for (std::string& word : words) {
    word = folded(word, rules);
  }
  return words;
}

struct Example {
  std::string_view text;
  Strings words;
};

void expect_words(std::span<const Example> table) {
  for (const auto& [text, words] : table) {
    EXPECT_EQ(words_of(text), words) << text;
  }
}

TEST(Tokenize, WordsOfOrdinaryText) {
  const Example table[] = {
      {"", {}},
      {" \t\r\n", {}},
      {"The U.S. paid $2,000 – don’t ask", {"The", "U.S.", "paid", "$2,000", "don’t", "ask"}},
      {"one two\r\nthree\rfour\u2028five\u00A0six", {"one", "two", "three", "four", "five", "six"}},
      {"(well-known) [state/of]…the \"art\"!", {"well", "known", "state", "of", "the", "art"}},
      {"don't rock 'n' roll 'tis", {"don't", "rock", "n", "roll", "tis"}},
      {"snake_case __init__ ___ _", {"snake_case", "__init__"}},
      {"mail@example.org https://a.example/b?c=d",
       {"mail", "example.org", "https", "a.example", "b", "c", "d"}},
      {"GPT-4o, R1 and 3D v2.0.1", {"GPT", "4o", "R1", "and", "3D", "v2.0.1"}},
      {"end.Next", {"end.Next"}},  // UAX #29: no break between letters round a full stop
      {"a--b", {"a", "b"}},
      {"note: k:a l:l", {"note", "k:a", "l:l"}},  // as Swedish writes; ICU would part them
      {"it is 5.6.", {"it", "is", "5.6"}},
      {"№ 5 § 3", {"5", "3"}},
  };
  expect_words(table);
}

TEST(Tokenize, FiguresStayWholeWithTheirCurrency) {
  const Example table[] = {
      {"2,000 5.6 1,234,567.89 10'000 1;2", {"2,000", "5.6", "1,234,567.89", "10'000", "1;2"}},
      {"$6 €5.6m £2,000 ¥100 ₹10 US$5", {"$6", "€5.6m", "£2,000", "¥100", "₹10", "US", "$5"}},
      {"6€ 5.6€, 2,000¥", {"6€", "5.6€", "2,000¥"}},
      {"$ 6 and 6 €", {"6", "and", "6"}},
      {"5$6", {"5", "$6"}},
      {"$$5 $x $", {"$5", "x"}},
      {"-5% +3 50%", {"5", "3", "50"}},
      {"3-4 1/2 10:30", {"3", "4", "1", "2", "10", "30"}},
      {"1st 20th 1990s", {"1st", "20th", "1990s"}},
      {"½ cup, 3½, x²", {"½", "cup", "3", "½", "x", "²"}},
      {"١٢٣ ३४", {"١٢٣", "३४"}},
      {"VIII Ⅷ", {"VIII", "Ⅷ"}},
  };
  expect_words(table);
}

TEST(Tokenize, AbbreviationsKeepTheirLastFullStop) {
  const Example table[] = {
      {"the U.S. economy", {"the", "U.S.", "economy"}},
      {"in the U.S.", {"in", "the", "U.S."}},
      {"U.S.A., e.g. a.m.", {"U.S.A.", "e.g.", "a.m."}},
      {"U.S and J. Smith", {"U.S", "and", "J", "Smith"}},
      {"U.S..", {"U.S."}},
      {"É.U. a un", {"É.U.", "a", "un"}},
      {"No. 5. x.", {"No", "5", "x"}},
      {"example.org.", {"example.org"}},
      {"1.2.", {"1.2"}},
  };
  expect_words(table);
  EXPECT_EQ(folded_words_of("U.S. u.s U.S"), (Strings{"u.s", "u.s", "u.s"}));
}

TEST(Tokenize, AWordBrokenAtALinesEndIsOneWord) {
  const Example table[] = {
      {"the govern-\nment said", {"the", "govern-\nment", "said"}},
      {"the govern-\r\nment said", {"the", "govern-\r\nment", "said"}},
      {"the govern-\rment said", {"the", "govern-\rment", "said"}},
      {"govern- \t\n  ment", {"govern- \t\n  ment"}},
      {"govern\u2010\nment", {"govern\u2010\nment"}},
      {"gov\u00ADern\u00AD\nment", {"gov\u00ADern\u00AD\nment"}},
      {"a-\nb-\nc", {"a-\nb-\nc"}},
      {"Über-\nän", {"Über-\nän"}},
      {"well-\nKnown", {"well", "Known"}},      // a capital: two words with a hyphen
      {"govern-\n\nment", {"govern", "ment"}},  // another paragraph
      {"govern--\nment", {"govern", "ment"}},   // a dash
      {"COVID-\n19 and 19-\nth", {"COVID", "19", "and", "19", "th"}},
      {"govern-", {"govern"}},
      {"govern-\n", {"govern"}},
      {"govern -\nment", {"govern", "ment"}},
      {"gov-ern", {"gov", "ern"}},
  };
  expect_words(table);
  for (const std::string_view text :
       {"govern-\nment", "govern-\r\nment", "govern\u2010 \n ment", "gov\u00ADern\u00AD\nment",
        "gov\u00ADernment", "GOVERN-\nment"}) {
    EXPECT_EQ(folded_words_of(text), Strings{"government"}) << text;
  }
}

TEST(Tokenize, OtherScripts) {
  const Example table[] = {
      {"Привет, мир! Ελλάδα", {"Привет", "мир", "Ελλάδα"}},
      {"السلام عليكم، ٢٠٢٥", {"السلام", "عليكم", "٢٠٢٥"}},
      {"नमस्ते दुनिया। हिन्दी", {"नमस्ते", "दुनिया", "हिन्दी"}},
      {"שלום ארה\"ב צה״ל", {"שלום", "ארה\"ב", "צה״ל"}},
      {"안녕하세요 세계", {"안녕하세요", "세계"}},
      {"我们今天去北京。", {"我们", "今天", "去", "北京"}},
      {"สวัสดีชาวโลก", {"สวัสดี", "ชาว", "โลก"}},
      {"カタカナの人々", {"カタカナ", "の", "人々"}},
      {"〇 _Ⅷ", {"〇", "_Ⅷ"}},
      {"iPhone用カバー2個", {"iPhone", "用", "カバー", "2", "個"}},
  };
  expect_words(table);
}

TEST(Tokenize, MarksBelongToTheirLetter) {
  EXPECT_EQ(words_of("cafe\u0301 nai\u0308ve"), (Strings{"cafe\u0301", "nai\u0308ve"}));
  EXPECT_EQ(folded_words_of("cafe\u0301 CAFÉ"), (Strings{"café", "café"}));
  EXPECT_EQ(folded_words_of("\u0301 \u200D \u00AD"), Strings{});
}

TEST(Tokenize, ByteOrderMarksEmojiAndBrokenBytesAreNoWords) {
  const Example table[] = {
      {"\uFEFFHello", {"Hello"}},
      {"\uFEFF", {}},
      {"nice 🎈 👩‍👩‍👧 🇳🇴 ❤️ day", {"nice", "day"}},
      {"good🎈day", {"good", "day"}},
      {"1️⃣ one", {"1️⃣", "one"}},
      {"ab\xff\xfe"
       "cd",
       {"ab", "cd"}},
      {"caf\xe9 and", {"caf", "and"}},
      {"\xe2\x82", {}},
      {"a\xc3", {"a"}},
      {"a.\xff.b", {"a", "b"}},
      {"a\uFFFDb", {"a", "b"}},
  };
  expect_words(table);
  EXPECT_EQ(words_of(std::string_view("a\0b", 3)), (Strings{"a", "b"}));
}

TEST(Tokenize, SpansAreThoseOfTheBytes) {
  const std::string_view text = "\uFEFFÜber $5!";
  const auto tokens = tokenize(text);
  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(tokens[0].span, (Span{3, 8}));
  EXPECT_EQ(tokens[1].span, (Span{9, 11}));
}

TEST(Normalisation, DefaultFoldsWhatAReaderTakesForTheSameWord) {
  const std::pair<std::string_view, std::string_view> table[] = {
      {"The", "the"},
      {"THE", "the"},
      {"ﬁnancial", "financial"},
      {"Poſt", "post"},
      {"don’t", "don't"},
      {"donʼt", "don't"},
      {"gov\u00ADern", "govern"},
      {"Straße", "strasse"},
      {"STRASSE", "strasse"},
      {"ΣΊΣΥΦΟΣ", "σίσυφοσ"},
      {"σίσυφος", "σίσυφοσ"},
      {"Ａｐｐ１", "app1"},
      {"$6", "$6"},
      {"2,000", "2,000"},
      {"½", "1⁄2"},
      {"K", "k"},
      {"ﾊﾟﾘ", "パリ"},
      {"x²", "x2"},
      {"\xff", "\uFFFD"},
      {"a\u200Bb", "ab"},
      {"e.g.", "e.g"},
      {"İ", "i̇"},
  };
  for (const auto& [word, expected] : table) {
    EXPECT_EQ(folded(word), expected) << word;
  }
}

TEST(Normalisation, EachChoiceChangesOneThing) {
  const std::string_view text = "The Café paid $1,250 – twice, ٣!";
  EXPECT_EQ(folded_words_of(text), (Strings{"the", "café", "paid", "$1,250", "twice", "٣"}));
  EXPECT_EQ(folded_words_of(text, {.fold_case = false}),
            (Strings{"The", "Café", "paid", "$1,250", "twice", "٣"}));
  EXPECT_EQ(folded_words_of(text, {.fold_digits = true}),
            (Strings{"the", "café", "paid", "$0,000", "twice", "0"}));
  EXPECT_EQ(folded_words_of(text, {.drop_marks = true}),
            (Strings{"the", "cafe", "paid", "$1,250", "twice", "٣"}));
  EXPECT_EQ(folded_words_of(text, {.drop_punctuation = false}),
            (Strings{"the", "café", "paid", "$1,250", "–", "twice", ",", "٣", "!"}));
}

TEST(Normalisation, PunctuationAsWordsComesOneByOneAndWithoutWhiteSpace) {
  const Normalisation all{.drop_punctuation = false};
  EXPECT_EQ(words_of("(U.S.) \"5%\"...\n🎈 don't", all),
            (Strings{"(", "U.S.", ")", "\"", "5", "%", "\"", ".", ".", ".", "🎈", "don't"}));
  EXPECT_EQ(words_of("a\xff b", all), (Strings{"a", "b"}));
}

TEST(Normalisation, WithoutCaseFoldingEverythingElseIsFolded) {
  const Normalisation keep{.fold_case = false};
  EXPECT_EQ(folded("gov\u00ADern", keep), "govern");
  EXPECT_EQ(folded("cafe\u0301", keep), "café");
  EXPECT_EQ(folded("cafe\u00AD\u0301", keep), "café");
  EXPECT_EQ(folded("ﬁn", keep), "fin");
  EXPECT_EQ(folded("Don’t", keep), "Don't");
  EXPECT_EQ(folded("Govern-\nMent", keep), "GovernMent");
}

TEST(Normalisation, MarksAreDroppedWhereTheyAreMarks) {
  const Normalisation drop{.drop_marks = true};
  EXPECT_EQ(folded("Cafe\u0301", drop), "cafe");
  EXPECT_EQ(folded("Ångström", drop), "angstrom");
  EXPECT_EQ(folded("한국", drop), "한국");
  EXPECT_EQ(folded("مُحَمَّد", drop), "محمد");
}

// Folding twice is folding once: otherwise a text and its own folded form would differ.
TEST(Normalisation, IsIdempotent) {
  Random random(1);
  std::string once, twice;
  for (int round = 0; round < 20000; ++round) {
    std::string word;
    for (uint64_t n = 1 + random.below(4); n > 0; --n) {
      const auto code = static_cast<char32_t>(random.below(0x3000));
      if (u_isdefined(static_cast<UChar32>(code)) && code != '\n' && code != '\r' && code != '.') {
        append_utf8(word, code);
      }
    }
    for (const bool fold_case : {true, false}) {
      const Normalisation rules{.fold_case = fold_case};
      fold_word(word, rules, once);
      fold_word(once, rules, twice);
      ASSERT_EQ(once, twice) << word;
    }
  }
}

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
        !u_isdefined(c)) {
      return false;
    }
    if (c == '\n' || c == '\r' || c == 0x2010 || c == ':' || c == 0xFE55 || c == 0xFF1A) {
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

TEST(Tokenize, AgreesWithIcuWhereNoAdditionSpeaks) {
  Random random(29);
  HostileText hostile(random);
  size_t words = 0;
  for (int round = 0; round < 100000; ++round) {
    const std::string text = hostile.make();
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

TEST(Tokenize, LongRunsWithoutSpacesAreReadToTheirEnd) {
  std::string chinese;
  for (int i = 0; i < 50000; ++i) {
    chinese += "我们";
  }
  size_t bytes = 0;
  for (const std::string& word : words_of(chinese)) {
    bytes += word.size();
  }
  EXPECT_EQ(bytes, chinese.size());
  EXPECT_EQ(words_of(std::string(1 << 20, 'a')).size(), 1u);
}

}  // namespace
}  // namespace reprise::detail

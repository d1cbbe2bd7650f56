#include "reprise/words/tokenize.h"

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "support/words_of.h"

namespace reprise::detail {
namespace {

using support::folded_words_of;
using support::words_of;
using Strings = std::vector<std::string>;

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

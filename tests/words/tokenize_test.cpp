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
      {"snake_case ___ _", {"snake_case"}},
      {"mail@example.org https://a.example/b?c=d",
       {"mail", "example.org", "https", "a.example", "b", "c", "d"}},
      {"GPT-4o, R1 and 3D v2.0.1", {"GPT", "4o", "R1", "and", "3D", "v2.0.1"}},
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

TEST(Tokenize, AStopWithoutABlankEndsASentenceBetweenSmallAndCapital) {
  const Example table[] = {
      {"the deck.The mayor", {"the", "deck", "The", "mayor"}},
      {"note:The été·Élan", {"note", "The", "été", "Élan"}},
      {"мост.Это é\u0301.Ça", {"мост", "Это", "é\u0301", "Ça"}},
      {"He left.I stayed a.m.The", {"He", "left", "I", "stayed", "a.m.", "The"}},
      {"example.com file.txt 3.5 10:30 e.g.",
       {"example.com", "file.txt", "3.5", "10", "30", "e.g."}},
      {"the U.S. and U.S.A", {"the", "U.S.", "and", "U.S.A"}},
      {"Ph.D. Ph.D e.V. z.B. col·lecció", {"Ph.D", "Ph.D", "e.V.", "z.B.", "col·lecció"}},
      {"O'Neill d’Arc rock'N", {"O'Neill", "d’Arc", "rock'N"}},
  };
  expect_words(table);
}

TEST(Tokenize, UnderscoresRoundWordsAreMarksExceptInCode) {
  const Example table[] = {
      {"was _not_ the __whole__ town", {"was", "not", "the", "whole", "town"}},
      {"the _Norvane Courier_, _$5_ “_So_”", {"the", "Norvane", "Courier", "$5", "So"}},
      {"_U.S._ _don't_ _été_ _это_", {"U.S.", "don't", "été", "это"}},
      {"snake_case a__b _a_b_", {"snake_case", "a__b", "a_b"}},
      {"def __init__(self): self._x = 1", {"def", "__init__", "self", "self", "_x", "1"}},
      {"`__name__` __main__.py @_wraps x_(1)", {"__name__", "__main__", "py", "_wraps", "x_", "1"}},
      {"_so_. _So_.The", {"so", "So", "The"}},
      {"*so* **so** `so` ``so``", {"so", "so", "so", "so"}},
      {"_________ _", {}},
  };
  expect_words(table);
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
      {"a¬b and a¬ b", {"a", "b", "and", "a", "b"}},
  };
  expect_words(table);
  for (const std::string_view text :
       {"govern-\nment", "govern-\r\nment", "govern\u2010 \n ment", "gov\u00ADern\u00AD\nment",
        "gov\u00ADernment", "GOVERN-\nment", "govern¬\nment", "govern⸗\r\nment", "govern⹀\nment",
        "govern\u2011\nment", "govern¬ \u2003\n\u00A0ment", "govern-\u00A0\nment",
        "govern-\u200B\nment", "govern\u00AD\u200B\n\u200Bment"}) {
    EXPECT_EQ(folded_words_of(text), Strings{"government"}) << text;
  }
}

TEST(Tokenize, ACompoundBrokenAtItsHyphenStaysOneWhereItStandsElsewhere) {
  EXPECT_EQ(
      folded_words_of("the long-\nterm plan, a Long-Term plan, a govern-\nment"),
      (Strings{"the", "long", "term", "plan", "a", "long", "term", "plan", "a", "government"}));
  EXPECT_EQ(folded_words_of("“coal‐fired” and coal-\nfired"),
            (Strings{"coal", "fired", "and", "coal", "fired"}));
  EXPECT_EQ(folded_words_of("state-of-the-art and state-of-the-\nart"),
            (Strings{"state", "of", "the", "art", "and", "state", "of", "the", "art"}));
  // A soft hyphen, or the mark that scanners make of one, is no hyphen of a compound.
  EXPECT_EQ(folded_words_of("re-form and re\u00AD\nform, re¬\nform"),
            (Strings{"re", "form", "and", "reform", "reform"}));
}

TEST(Tokenize, ChineseAndJapaneseWrappedAtAnyWidthIsTheUnwrappedText) {
  const std::vector<std::string> letters{"東", "京", "都", "に", "住", "ん", "で", "い", "る",
                                         "人", "々", "は", "、", "我", "们", "今", "天", "去",
                                         "北", "京", "大", "学", "。", "カ", "ー", "ド"};
  std::string whole;
  for (const std::string& letter : letters) {
    whole += letter;
  }
  for (size_t width = 1; width < letters.size(); ++width) {
    for (const std::string_view line_end : {"\n", "\r\n", " \n", "\n  ", "\u3000\n"}) {
      std::string wrapped;
      for (size_t i = 0; i < letters.size(); ++i) {
        wrapped += letters[i];
        if (i % width == width - 1) {
          wrapped += line_end;
        }
      }
      EXPECT_EQ(folded_words_of(wrapped), folded_words_of(whole)) << wrapped;
    }
  }
  const Example table[] = {
      {"北\n京", {"北\n京"}},
      {"北\n\n京 北\n\u3000京", {"北", "京", "北", "京"}},
      {"สวัสดี\nชาวโลก", {"สวัสดี", "ชาว", "โลก"}},
      {"北\na 1\n京 北\n", {"北", "a", "1", "京", "北"}},
  };
  expect_words(table);
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
      {"〇 _Ⅷ", {"〇", "Ⅷ"}},
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

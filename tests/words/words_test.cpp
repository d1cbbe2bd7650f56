// The fast scanner against the plain way, character by character: every target, every rule, every
// place in a block.
#include "reprise/words/words.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <memory>

#include "reprise/base/targets.h"
#include "reprise/base/utf8.h"
#include "reprise/words/tokenize.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;

constexpr Normalisation all_rules[] = {
    {},
    {.fold_case = false},
    {.fold_digits = true},
    {.drop_marks = true},
    {.fold_case = false, .fold_digits = true, .drop_marks = true},
    {.fold_letters = true},
    {.drop_punctuation = false},
    {.fold_lookalikes = true, .turkish_i = true},
};

// Lets every target that this processor has do the same.
class Words : public ::testing::Test {
 protected:
  ~Words() override { use_target(targets().front()); }

  // Compares words, places and hashes; returns the number of words.
  static size_t expect_same(std::string_view text, const Normalisation& rules = {}) {
    const std::vector<Token> expected = tokenize_plainly(text, rules);
    for (const Target target : targets()) {
      use_target(target);
      std::vector<uint64_t> hashes{1, 2, 3};
      hash_words(text, rules, hashes);
      const std::vector<Token> tokens = tokenize(text, rules);
      bool same = hashes.size() == expected.size() && tokens.size() == expected.size();
      for (size_t i = 0; same && i < expected.size(); ++i) {
        same = hashes[i] == expected[i].hash && tokens[i].hash == expected[i].hash &&
               tokens[i].span == expected[i].span;
      }
      EXPECT_TRUE(same) << name_of(target) << ": " << ::testing::PrintToString(text) << " plainly "
                        << print(text, expected) << " but " << print(text, tokens);
    }
    return expected.size();
  }

  static std::string print(std::string_view text, const std::vector<Token>& tokens) {
    std::string out;
    for (const Token& token : tokens) {
      out.append("[").append(token.span.in(text)).append("]");
    }
    return out;
  }
};

constexpr auto hard_cases = std::to_array<std::string_view>({
    // Marks that join, or don't.
    "don't stop. it's o'clock 'tis rock 'n' roll dogs' a'b'c a''b a'.b",
    "2,000 5.6 1,234,567.89 10'000 1;2 1,a a,1 1.a a.1 a:b 1:2 a;b .5 5. ,5 5, 3,,4",
    "U.S. u.s U.S.A., e.g. a.m. U.S.. U.S.5 U.S._x a.b.c. x. 1.2. É.U. ß.ß. end.Next.",
    "snake_case __init__ ___ _ _a a_ _1_ a_._b ______ __ a.___ ____",
    "$6 $ 6 5$6 $$5 $x US$5 6$ 5.6$, 6a$ a6$ $6$ $5$5$5 $.5 $a1 1$ $",
    "€5 5€ £2,000 ¥100 €€ 5€5 a€ a€5 € 5 5€, 1¢ é€",
    "deck.The note:The t.T t:T T.t T:T été.Élan été.élan É.é é·É é·é é·a a·A ж.Ж ж.ж Ж.ж a\u2024B",
    "Ph.D. e.V. e.V.X a.m.The a`b a`B `a` ``a'' 1`2 a´b 1´2 a′b 5′10 aʼb ʼa ʻa aʻ a‘b a‛b",
    "_so_ __so__ _so so_ _U.S._ _a.B_ __init__(x) x._y_ `_x_` @_a _1_ _é_ é_ _é ж_ _$5_ ‿a‿ "
    "_a-\nb_",
    "12\u202F000 3:45\u202FPM 12\u2009a a\u2007b\u3000c\u205Fd 1\u00A0\u0032",
    "gov\u200Bern a\u200B\u200Bb \u200Ba a\u200B. a\u2060b aـb ـa aـ حـق ـ ㅤa "
    "a\U000E0041b "
    "a\uFFF0b",
    // Lines.
    "a¬\nb a⸗\nb a⹀ \nb a\u2011\nb a-\u00A0\nb a-\u2003\n\u00A0b a-é\nb a-“ a¬b long-term "
    "long-\nterm",
    "北\n京 北\r\n京 北 \n 京 北\n\n京 北\n\u3000京 ก\nข 北\na 北\u200B京 น้ํา นํ้า น้ำ ນໍ້າ",
    "the govern-\nment said well-\nKnown a-\r\nb a-\rb a- \t\n b a-\n\nb govern--\nment a-\n1 "
    "1-\na x-\t\v\nb y-\n",
    "govern\u2010\nment gov\u00ADern\u00AD\nment Über-\nän ü-\nü a\u2010b a\u2010 b it-\n",
    // Beyond ASCII.
    "don’t l’été ‘quoted’ “double” 1’000 aujourd’hui’ qu’aujourd’hui ’ ’’ a’’b é’é 5’é",
    "Straße STRASSE Ärger ÀÉÎÕÜ Þ ÿ × ÷ a×b é÷é Ÿ ŸŸ ſo poſt İstanbul ŉ Ŀl ǆ Ǆ ĳ ª º µ",
    "Ђорђе ЂОРЂЕ ј љ њ ћ џ Џ Ѐ Ѝ ЁЖ Ѣѣ ѐ Ӂ Ԁ Ελλάδα ΣΊΣΥΦΟΣ σίσυφος ΐ ΰ",
    "Việt NAM Ắ ẞ ẖ ẚ ẛ ᾳ ᾼ ὒ Ὦ ℌ ™ № ℃ Å K Ω",
    "cafe\u0301 nai\u0308ve \u0301a a\u0301\u0302.b\u0301 a.\u0301b a\u200Db a\u200Cb 5\u0301€ "
    "\uFEFFBOM a\uFEFFb",
    "col·lecció a·b 1·2 a·1 ·a a\u2027b a\u2024b 1\u2024\u0032 a\u037Eb 1\u037E2 1\u060C2",
    "½ 3½ x² ² ¹ ⅞ Ⅷ _Ⅷ ١٢٣ ١،٢ $١ ١$ ३४ €१",
    "a…b a—b a–b a b «a» „b“ a•b − 5−3 a\u2028b a\u0085b",
    "我们今天去北京。 カタカナの人々 iPhone用カバー2個 สวัสดีชาวโลก 안녕하세요 세계 用。a",
    "צה”ל צה''ל צה׳׳ל רח' רח׳ רח’ ג'ב ג׳ב ”שלום” 'שלום' א’ב א‘ב",
    "שלום ארה\"ב צה״ל א' א'ב السلام عليكم، ٢٠٢٥ مُحَمَّد नमस्ते दुनिया।",
    "nice 🎈 👩‍👩‍👧 🇳🇴 ❤️ day good🎈day 1️⃣ one 𝐀𝐁 𐐀𐐨",
    "ab\xff\xfe"
    "cd caf\xe9 and \xe2\x82 a\xc3 a.\xff.b \xc3\xc3\xa9 \xd0\xd0\xb0 \xf0\x9f\x8e x\xed\xa0\x80y "
    "\xc0\xaf",
    "internationalisation abcdefghijklmnop abcdefghijklmnopq "
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "ééééééééé жжжжжжжжжжжж ’a’a’a’a’a’a’a’a’a’a’a’ "
    "b’b’b’b’b’b’b’b’b’b’b’b’b’b’b’b’b’b’b’b’b’b’b’b’b’b’b",
});

TEST_F(Words, HardCasesAtEveryPlaceOfABlock) {
  for (const std::string_view hard : hard_cases) {
    for (size_t before = 0; before <= 70; ++before) {
      // The padding ends in a blank, and in a letter.
      for (const char last : {' ', 'x'}) {
        std::string text(before, 'p');
        for (size_t i = 5; i < text.size(); i += 6) {
          text[i] = ' ';
        }
        if (!text.empty()) {
          text.back() = last;
        }
        text += hard;
        expect_same(text);
        expect_same(text +
                    " and what follows, until the block is full and beyond: more words, of more or "
                    "less letters.");
      }
    }
  }
}

TEST_F(Words, HardCasesByEveryRule) {
  for (const std::string_view hard : hard_cases) {
    for (const Normalisation& rules : all_rules) {
      for (const size_t before : {0u, 1u, 40u, 63u, 64u}) {
        expect_same(std::string(before, ' ').append(hard), rules);
      }
    }
  }
}

TEST_F(Words, HardCasesWhereAStretchEnds) {
  for (const std::string_view hard : hard_cases) {
    for (size_t before = 4096 - hard.size() - 3; before <= 4100; before += 1 + before % 3) {
      std::string text(before, 'p');
      for (size_t i = 9; i < text.size(); i += 10) {
        text[i] = ' ';
      }
      expect_same(text.append(hard).append(" and so on"));
    }
  }
}

TEST_F(Words, LongTextsOfHardCases) {
  Random random(1);
  for (int round = 0; round < 30; ++round) {
    std::string text;
    while (text.size() < 20000) {
      text.append(random.pick(hard_cases)).append(random.chance(0.8) ? " " : "");
    }
    expect_same(text, all_rules[random.below(5)]);
  }
}

TEST_F(Words, RandomTextsOverAnAlphabetOfTrouble) {
  static constexpr auto alphabet = std::to_array<std::string_view>(
      {"a",      "b",      "Z",      "1",      "7",      ".",        ",",        "'",
       ":",      ";",      "-",      "_",      "$",      "\"",       " ",        " ",
       "\n",     "\r",     "\t",     "’",      "“",      "–",        "\u2010",   "\u00AD",
       "\u00A0", "\u0301", "\u0323", "\u200D", "\uFEFF", "é",        "É",        "ß",
       "ſ",      "ﬁ",      "İ",      "ж",      "Ж",      "ё",        "Ω",        "ς",
       "ắ",      "€",      "£",      "½",      "²",      "·",        "١",        "،",
       "א",      "״",      "م",      "中",     "々",     "の",       "カ",       "ท",
       "한",     "🎈",      "𝐀",      "\xff",   "\xc3",   "\xe2\x80", "\xf0\x9f", "\x80"});
  Random random(2);
  for (int round = 0; round < 20000; ++round) {
    // Mostly few kinds at a time, so that runs of the same kind come up.
    std::array<std::string_view, 6> few;
    for (std::string_view& piece : few) {
      piece = random.pick(alphabet);
    }
    const bool all = random.chance(0.3);
    std::string text(random.below(80), random.chance(0.5) ? 'x' : ' ');
    for (uint64_t n = random.below(40); n > 0; --n) {
      text += all ? random.pick(alphabet) : random.pick(few);
    }
    if (random.chance(0.5)) {
      text += " and the end of the block, which lets the vectors take all that stands before it";
    }
    expect_same(text, all_rules[round % 8 < 4 ? 0 : random.below(std::size(all_rules))]);
    if (HasFailure()) {
      break;
    }
  }
}

TEST_F(Words, EveryCharacterBetweenLettersBetweenDigitsAndAlone) {
  const std::string before(66, ' '), after = "\n" + std::string(66, ' ');
  // From U+3000 on the scanner takes care of all characters alike.
  const auto next = [](char32_t code) {
    if (code < 0x3000) {
      return code + 1;
    }
    return code + (code < 0x10000 ? 7 : 61);
  };
  for (char32_t code = 0; code < 0x30000; code = next(code)) {
    if (code >= 0xD800 && code < 0xE000) {
      continue;
    }
    std::string c;
    append_utf8(c, code);
    std::string text = before;
    for (const std::string_view frame :
         {"a*b", "1*2", "* ", "a.*.b", "$*$", "a-\n*", "é*é", "_*", "’*’", "*-\na", "X*"}) {
      for (const char piece : frame) {
        text += piece == '*' ? c : std::string(1, piece);
      }
      text += ' ';
    }
    expect_same(text + after);
    if (code < 0x3000) {
      expect_same(text + after, all_rules[1 + code % 4]);
    }
    if (HasFailure()) {
      break;
    }
  }
}

TEST_F(Words, EveryPairOfCharactersOfTwoBytes) {
  Random random(3);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 100; ++i) {
      append_utf8(text, static_cast<char32_t>(0x80 + random.below(0x780)));
      if (random.chance(0.2)) {
        text += random.chance(0.5) ? " " : "a";
      }
    }
    expect_same(text, all_rules[random.below(5)]);
  }
}

TEST_F(Words, TextsOfEverySize) {
  for (size_t size = 0; size <= 300; ++size) {
    for (const std::string_view piece : {"a", "ab ", "é", "1,", "’", "_", "a’", "中", "-\n", " "}) {
      std::string text;
      while (text.size() < size) {
        text += piece;
      }
      text.resize(size);
      expect_same(text);
    }
  }
  EXPECT_EQ(expect_same(std::string(100'000, 'a')), 1u);
  EXPECT_EQ(expect_same(" " + std::string(10'000, 'a') + " " + std::string(4095, 'b') + " " +
                        std::string(4096, 'c')),
            3u);
  EXPECT_EQ(expect_same(std::string(100'000, '_')), 0u);
  std::string text;
  for (int i = 0; i < 20000; ++i) {
    text += "中文";
  }
  expect_same(text);
}

// The text ends where the memory does that may be read, and begins where it does.
TEST_F(Words, ReadNothingOutsideOfTheText) {
  const auto page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  auto* memory = static_cast<char*>(
      mmap(nullptr, 3 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  ASSERT_NE(memory, MAP_FAILED);
  ASSERT_EQ(mprotect(memory, page, PROT_NONE), 0);
  ASSERT_EQ(mprotect(memory + 2 * page, page, PROT_NONE), 0);
  for (const std::string_view hard : hard_cases) {
    for (const size_t size : {hard.size(), hard.size() / 2, size_t{1}}) {
      char* at_end = memory + 2 * page - size;
      std::memcpy(at_end, hard.data(), size);
      expect_same({at_end, size});
      char* at_begin = memory + page;
      std::memcpy(at_begin, hard.data(), size);
      expect_same({at_begin, size});
    }
  }
  std::string full;
  while (full.size() < page) {
    full += "Ein Wörtchen, don’t: ";
  }
  std::memcpy(memory + page, full.data(), page);
  expect_same({memory + page, page});
  munmap(memory, 3 * page);
}

TEST_F(Words, TheChosenTargetIsOneThatRunsHere) {
  EXPECT_EQ(chosen_target(), targets().front());
  EXPECT_EQ(targets().back(), Target::plain);
  for (const Target target : targets()) {
    use_target(target);
    EXPECT_EQ(chosen_target(), target);
    EXPECT_FALSE(name_of(target).empty());
  }
}

}  // namespace
}  // namespace reprise::detail

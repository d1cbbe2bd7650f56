// Spellings that readers take for one: each pair gives the same words.
#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <string>

#include "reprise/base/utf8.h"
#include "reprise/words/lookalikes.h"
#include "reprise/words/signs.h"
#include "support/words_of.h"

namespace reprise::detail {
namespace {

using support::folded_words_of;
using Strings = std::vector<std::string>;

std::string utf8(char32_t code) {
  std::string out;
  append_utf8(out, code);
  return out;
}

template <class Test>
void for_each_character(const Test& test) {
  for (char32_t code = 1; code < 0x110000; ++code) {
    if (code < 0xD800 || code >= 0xE000) {
      test(code);
    }
  }
}

void expect_same_words(std::initializer_list<std::pair<std::string_view, std::string_view>> pairs) {
  for (const auto& [a, b] : pairs) {
    EXPECT_EQ(folded_words_of(a), folded_words_of(b)) << a;
    EXPECT_FALSE(folded_words_of(a).empty()) << a;
  }
}

TEST(Spellings, EveryWhiteSpaceOfUnicodeSeparates) {
  size_t count = 0;
  for_each_character([&](char32_t code) {
    if (!u_isUWhiteSpace(static_cast<UChar32>(code))) {
      return;
    }
    ++count;
    const std::string blank = utf8(code);
    EXPECT_EQ(folded_words_of("3:45" + blank + "PM a" + blank + "b é" + blank + "_ж" + blank + "5"),
              (Strings{"3", "45", "pm", "a", "b", "é", "ж", "5"}))
        << static_cast<uint32_t>(code);
    EXPECT_EQ(folded_words_of("12" + blank + "000"), (Strings{"12", "000"}));
  });
  EXPECT_EQ(count, 25u);
}

TEST(Spellings, WhatReadersDontSeeNeverDividesOrChangesAWord) {
  size_t count = 0;
  for_each_character([&](char32_t code) {
    const auto c = static_cast<UChar32>(code);
    const bool ignorable = u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    const bool tatweel = code == 0x0640 || code == 0x07FA;
    if (!ignorable && !tatweel) {
      return;
    }
    count += ignorable;
    EXPECT_TRUE(is_unseen(code));
    const std::string u = utf8(code);
    for (const bool fold_case : {true, false}) {
      EXPECT_EQ(folded_words_of(u + "gov" + u + u + "ern" + u + ", é" + u + "t. 5" + u + ",6 حك" +
                                    u + "ومة" + u + " " + u,
                                {.fold_case = fold_case}),
                (Strings{"govern", "ét", "5,6", "حكومة"}))
          << static_cast<uint32_t>(code);
    }
  });
  EXPECT_GT(count, 4000u);
}

TEST(Spellings, Apostrophes) {
  for (const std::string_view sign : {"’", "‘", "‛", "`", "´", "ʼ", "ʻ", "′", "＇"}) {
    const std::string text = "I don" + std::string(sign) + "t, l" + std::string(sign) + "été";
    EXPECT_EQ(folded_words_of(text), (Strings{"i", "don't", "l'été"})) << sign;
  }
}

TEST(Spellings, MarksOfHebrewAbbreviations) {
  for (const std::string_view sign : {"״", "”", "“", "„", "''", "׳׳", "’’", "＂"}) {
    EXPECT_EQ(folded_words_of("צה" + std::string(sign) + "ל"), Strings{"צה\"ל"}) << sign;
  }
  for (const std::string_view sign : {"'", "׳", "’", "‘", "`"}) {
    EXPECT_EQ(folded_words_of("צ" + std::string(sign) + "ק"), Strings{"צ'ק"}) << sign;
    EXPECT_EQ(folded_words_of("רח" + std::string(sign) + " א"), (Strings{"רח", "א"})) << sign;
  }
  expect_same_words({{"״שלום״ אמר", "שלום אמר"}, {"'שלום' אמר", "שלום אמר"}});
}

TEST(Spellings, TheVowelAmInOnePartOrTwo) {
  expect_same_words({{"ราคาน้ํามันเพิ่มขึ้นคําสั่ง", "ราคาน้ำมันเพิ่มขึ้นคำสั่ง"},
                     {"ราคานํ้ามันเพิ่มขึ้นคําสั่ง", "ราคาน้ำมันเพิ่มขึ้นคำสั่ง"},
                     {"ນໍ້າ", "ນ້ຳ"}});
}

TEST(Spellings, ArabicAndPersianFormsOfALetterAreOneOnRequest) {
  const Normalisation fold{.fold_letters = true};
  const std::pair<std::string_view, std::string_view> pairs[] = {
      {"دولت می‌گوید قیمت‌های کم",
       "دولت مي‌گويد قيمت‌هاي كم"},
      {"۱۲۳ أحمد إلى الآن مدرسة", "١٢٣ احمد الي الان مدرسه"},
      {"خانهٔ ما ۀ", "خانه ما ه"}};
  for (const auto& [a, b] : pairs) {
    EXPECT_EQ(folded_words_of(a, fold), folded_words_of(b, fold)) << a;
    EXPECT_NE(folded_words_of(a), folded_words_of(b)) << a;
  }
}

TEST(Spellings, TurkishHasTwoLettersIOnRequest) {
  const Normalisation turkish{.turkish_i = true};
  EXPECT_EQ(folded_words_of("ISPARTA ıSPARTA İSTANBUL istanbul I\u0307ZMIR", turkish),
            (Strings{"ısparta", "ısparta", "istanbul", "istanbul", "izmır"}));
  EXPECT_EQ(folded_words_of("The BRIDGE"), (Strings{"the", "bridge"}));
  EXPECT_EQ(folded_words_of("I", {.fold_case = false, .turkish_i = true}), Strings{"I"});
}

TEST(Spellings, LookAlikesReadAsWhatTheyLookLikeOnRequest) {
  const Normalisation fold{.fold_lookalikes = true};
  EXPECT_EQ(folded_words_of("Тhе mауоr оf Nоrvаnе, НОUSЕ hοuse", fold),
            (Strings{"the", "mayor", "of", "norvane", "house", "house"}));
  EXPECT_EQ(folded_words_of("Она сор нос НОС kΩ Δt", fold),
            (Strings{"она", "cop", "нос", "нос", "kω", "δt"}));
  EXPECT_EQ(folded_words_of("оf"), Strings{"оf"});
}

TEST(Spellings, WordsThatMixScriptsAreCounted) {
  const std::string text = "The Nоrvane briдge, thе 5 kΩ, TNFα, Δt, на Windows XP и iPhoneом";
  const MixedWords mixed = find_mixed_words(text);
  EXPECT_EQ(mixed.count, 2u);
  EXPECT_EQ(mixed.first.in(text), "Nоrvane");
  EXPECT_EQ(mixed.script, "Cyrillic");
  EXPECT_EQ(find_mixed_words("Просто текст, eller så. Ωx\xce").count, 0u);
  EXPECT_EQ(find_mixed_words("аb").count, 1u);
  EXPECT_EQ(find_mixed_words("").count, 0u);
}

TEST(Spellings, QuotesAroundWordsAreNoPartOfThem) {
  expect_same_words({{"“so” ‘so’ „so‟ ″so″", "so so so so"},
                     {"rock ʼnʼ roll ʻIolani", "rock n roll Iolani"},
                     {"``so''", "so"}});
}

}  // namespace
}  // namespace reprise::detail

#include "reprise/io/charset.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/files.h"

namespace reprise::detail {
namespace {

TEST(Charset, DecodesByNameInAnyCase) {
  EXPECT_EQ(decode_charset("caf\xE9", "Windows-1252")->text, "café");
  EXPECT_EQ(decode_charset("\xCC\xFD\xF0", "windows-1251")->text, "Мэр");
  EXPECT_EQ(decode_charset("\x93\xFA\x96\x7B", "Shift_JIS")->text, "日本");
}

TEST(Charset, Latin1MeansWindows1252AsInBrowsers) {
  EXPECT_EQ(decode_charset("\x93so\x94", "ISO-8859-1")->text, "“so”");
}

TEST(Charset, CountsWhatTheEncodingGivesNoMeaning) {
  const auto decoded = decode_charset("a\x93", "Shift_JIS");
  EXPECT_EQ(decoded->text, "a\uFFFD");
  EXPECT_EQ(decoded->replaced, 1u);
}

TEST(Charset, TextOfAnyLengthIsWhole) {
  const std::string bytes(100'000, '\xE9');
  const auto decoded = decode_charset(bytes, "windows-1252");
  EXPECT_EQ(decoded->text.size(), 2 * bytes.size());
  EXPECT_EQ(decoded->replaced, 0u);
}

TEST(Charset, MarksAreTold) {
  const std::string nul(1, '\0');
  EXPECT_EQ(mark_of("\xFF\xFE"
                    "a" +
                    nul)
                ->charset,
            "UTF-16LE");
  EXPECT_EQ(mark_of("\xFF\xFE" + nul + nul)->charset, "UTF-32LE");
  EXPECT_EQ(mark_of(nul + nul + "\xFE\xFF")->charset, "UTF-32BE");
  EXPECT_EQ(mark_of("\xFE\xFF")->charset, "UTF-16BE");
  EXPECT_EQ(mark_of("\xEF\xBB\xBF"
                    "a")
                ->charset,
            "UTF-8");
  EXPECT_EQ(mark_of("a"), nullptr);
  EXPECT_FALSE(has_wide_mark("\xEF\xBB\xBF"));
  EXPECT_EQ(without_mark("\xEF\xBB\xBF"
                         "a"),
            "a");
  EXPECT_EQ(without_mark("a"), "a");
}

TEST(Charset, Utf16OfAnyAlphabetIsToldWithoutItsMark) {
  for (const std::u16string text :
       {u"The bridge is closed.", u"Мост закрыт до весны.", u"Η γέφυρα είναι κλειστή.",
        u"הגשר סגור עד האביב.", u"الجسر مغلق حتى الربيع."}) {
    EXPECT_EQ(unmarked_utf16(support::utf16_bytes(text, true)), "UTF-16LE");
    EXPECT_EQ(unmarked_utf16(support::utf16_bytes(text, false)), "UTF-16BE");
  }
}

TEST(Charset, WhatIsNoUtf16IsNotTakenForIt) {
  EXPECT_FALSE(unmarked_utf16(""));
  EXPECT_FALSE(unmarked_utf16("The bridge over the river is closed until spring."));
  EXPECT_FALSE(unmarked_utf16(
      "\xCC\xFD\xF0 \xE3\xEE\xF0\xEE\xE4\xE0 \xF1\xEA\xE0\xE7\xE0\xEB, \xF7\xF2\xEE"));
  EXPECT_FALSE(unmarked_utf16(std::string(1000, '\0')));
  std::string samples;  // a quiet recording
  for (int i = 0; i < 4000; ++i) {
    const int sample = static_cast<int>(300 * std::sin(0.05 * i));
    samples += static_cast<char>(sample & 0xFF);
    samples += static_cast<char>(sample >> 8);
  }
  EXPECT_FALSE(unmarked_utf16(samples));
}

TEST(Charset, AnUnknownNameIsNone) {
  EXPECT_FALSE(decode_charset("a", "windows-99999"));
  EXPECT_FALSE(decode_charset("a", ""));
}

TEST(Charset, GuessesRussianBehindMuchAscii) {
  std::string bytes(10'000, ' ');
  for (int i = 0; i < 20; ++i) {
    bytes += "\xCC\xFD\xF0 \xE3\xEE\xF0\xEE\xE4\xE0 \xF1\xEA\xE0\xE7\xE0\xEB, \xF7\xF2\xEE ";
  }
  const auto guesses = guess_charsets(bytes);
  ASSERT_FALSE(guesses.empty());
  EXPECT_EQ(guesses.front().name, "windows-1251");
  EXPECT_LE(guesses.size(), 3u);
}

TEST(Charset, NothingIsGuessedOfNothing) {
  EXPECT_LE(guess_charsets("").size(), 3u);
}

}  // namespace
}  // namespace reprise::detail

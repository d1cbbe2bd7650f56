// Which encoding bytes are read in, and that nothing is told where nothing tells.
#include "reprise/corpus/text_file.h"

#include <gtest/gtest.h>

#include <random>

#include "reprise/result/offsets.h"
#include "support/files.h"

namespace reprise::detail {
namespace {

const std::u16string russian =
    u"Мост через реку снова закрыт, сказал вчера мэр города. Рабочие нашли две трещины, и "
    u"никто не знает, когда откроют движение.";
const std::string russian_utf8 =
    "Мост через реку снова закрыт, сказал вчера мэр города. Рабочие нашли две трещины, и "
    "никто не знает, когда откроют движение.";

// Returns the text in Windows-1251, as far as the alphabet goes.
std::string windows_1251(std::u16string_view text) {
  std::string bytes;
  for (const char16_t c : text) {
    const bool is_letter = c >= u'А' && c <= u'я';
    bytes += static_cast<char>(is_letter ? c - u'А' + 0xC0 : c);
  }
  return bytes;
}

TEST(TextFile, TheEncodingIsToldWhereTheLettersSpeakForIt) {
  Document document;
  const TextReading reading = set_text(document, windows_1251(russian));
  EXPECT_EQ(document.text, russian_utf8);
  EXPECT_EQ(document.encoding, Encoding::other);
  EXPECT_EQ(document.charset, "windows-1251");
  EXPECT_EQ(reading.told->name, "windows-1251");
  EXPECT_GE(reading.told->certainty, 20);
  EXPECT_EQ(bytes_on_disk(document), russian.size());
}

TEST(TextFile, Utf16IsToldWithoutItsMark) {
  for (const bool little : {true, false}) {
    Document document;
    const std::string bytes = support::utf16_bytes(u"The bridge is closed, they said.", little);
    const TextReading reading = set_text(document, bytes);
    EXPECT_EQ(document.text, "The bridge is closed, they said.");
    EXPECT_EQ(reading.told->name, little ? "UTF-16LE" : "UTF-16BE");
    EXPECT_EQ(bytes_on_disk(document), bytes.size());
  }
}

TEST(TextFile, Utf32IsToldByItsMark) {
  Document document;
  std::string bytes("\xFF\xFE\0\0", 4);
  for (const char c : std::string("Ferry.")) {
    bytes += c + std::string(3, '\0');
  }
  set_text(document, bytes);
  EXPECT_EQ(document.text,
            "\uFEFF"
            "Ferry.");
  EXPECT_EQ(document.charset, "UTF-32LE");
  EXPECT_EQ(bytes_on_disk(document), bytes.size());
}

TEST(TextFile, AMarkWinsOverTheEncodingThatIsNamed) {
  Document document;
  set_text(document,
           "\xEF\xBB\xBF"
           "Café.",
           "windows-1251");
  EXPECT_EQ(document.text,
            "\uFEFF"
            "Café.");
}

TEST(TextFile, DamagedUtf8AndWhatIsNoTextStayAsTheyAre) {
  std::mt19937 draw(1);
  std::string noise;
  for (int i = 0; i < 5000; ++i) {
    noise += static_cast<char>(draw());
  }
  const std::string damaged =
      "Die Bürgerinnen und Bürger müssen über die Brücke \xff gehen, sagte der Bürgermeister.";
  const std::string cut = "They met in the caf\xC3";
  for (const std::string& bytes : {std::string(), damaged, cut, noise}) {
    Document document;
    const TextReading reading = set_text(document, bytes);
    EXPECT_EQ(document.text, bytes);
    EXPECT_FALSE(reading.told);
    EXPECT_FALSE(reading.is_unknown);
  }
}

TEST(TextFile, AMarkComesBeforeWhatIsNamedAndThatBeforeWhatIsFound) {
  Document document;
  set_text(document,
           "\xEF\xBB\xBF"
           "caf\xC3\xA9",
           "windows-1252");
  EXPECT_EQ(document.text, "\uFEFFcafé");
  set_text(document, "caf\xC3\xA9", "windows-1252");
  EXPECT_EQ(document.text, "cafÃ©");
}

TEST(TextFile, WhatNeedsStatesOrDoesNotFitIsUnknown) {
  Document document;
  EXPECT_TRUE(set_text(document, "a \x1B$BF|K\\\x1B(B b", "iso-2022-jp").is_unknown);
  EXPECT_TRUE(set_text(document, "abc\xFF\xFF", "gb18030").is_unknown);
}

// The oracle counts in the bytes themselves: each character of these texts alone is decoded.
TEST(TextFile, EveryCharacterHasItsPlaceOnDisk) {
  const std::string bytes = "a\x93\xFA\x96\x7B, \xB1\xB2 b";  // Shift-JIS: a日本, ｱｲ b
  Document document;
  set_text(document, bytes, "shift_jis");
  ASSERT_EQ(document.text, "a日本, ｱｲ b");
  const OffsetMap map(document.text, document.encoding, document.charset);
  const std::vector<std::pair<size_t, size_t>> places{{0, 0}, {1, 1},  {4, 3},  {7, 5},
                                                      {9, 7}, {12, 8}, {15, 9}, {17, 11}};
  for (const auto& [at, byte] : places) {
    EXPECT_EQ(map.place(at).byte, byte) << at;
    EXPECT_EQ(map.at(byte), at) << byte;
  }
  EXPECT_EQ(map.at(2), std::nullopt);  // inside 日
}

}  // namespace
}  // namespace reprise::detail

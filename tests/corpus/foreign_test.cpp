// Formats that are not read: each is told by its first bytes, and no text is taken for one.
#include "reprise/corpus/foreign.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "reprise/read.h"
#include "support/files.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using namespace std::string_literals;

// What is said of a file that begins like this: "is a PDF file"; empty if it is read.
std::string said_of(const std::string& head) {
  const auto problem = foreign_problem(head, "file");
  if (!problem) {
    return {};
  }
  EXPECT_TRUE(problem->rejected);
  EXPECT_EQ(problem->where, "file");
  EXPECT_FALSE(problem->remedy.empty());
  EXPECT_EQ(problem->remedy.find('*'), std::string::npos);
  EXPECT_TRUE(problem->what.ends_with(", which is not read")) << problem->what;
  return problem->what.substr(0, problem->what.find(','));
}

// The header of a local file in a zip archive, with its name and content.
std::string zip_entry(const std::string& name, const std::string& content = "") {
  return "PK\3\4\x14\0\0\0\0\0"s + std::string(16, '\0') + static_cast<char>(name.size()) +
         "\0\0\0"s + name + content;
}

// A tar header of one file, with its checksum.
std::string tar_header(const std::string& name, const std::string& mark = "ustar\0"s) {
  std::string header(512, '\0');
  header.replace(0, name.size(), name);
  header.replace(100, 8, "0000644\0"s);
  header.replace(257, mark.size(), mark);
  header.replace(148, 8, std::string(8, ' '));
  unsigned sum = 0;
  for (const char c : header) {
    sum += static_cast<unsigned char>(c);
  }
  char digits[8];
  std::snprintf(digits, sizeof digits, "%06o", sum);
  header.replace(148, 7, std::string(digits, 7));
  return header;
}

TEST(Foreign, EachFormatIsToldByItsFirstBytes) {
  const std::vector<std::pair<std::string, std::string>> heads{
      {"%PDF-1.7\n%\xE2\xE3\xCF\xD3", "is a PDF file"},
      {zip_entry("[Content_Types].xml") + zip_entry("word/document.xml"), "is a Word file"},
      {zip_entry("[Content_Types].xml") + zip_entry("xl/workbook.xml"), "is a spreadsheet"},
      {zip_entry("[Content_Types].xml") + zip_entry("ppt/presentation.xml"), "is a presentation"},
      {zip_entry("[Content_Types].xml"), "is an office file"},
      {zip_entry("mimetype", "application/vnd.oasis.opendocument.text"), "is an OpenDocument file"},
      {zip_entry("mimetype", "application/epub+zip"), "is an EPUB book"},
      {zip_entry("articles/a.txt"), "is a zip archive"},
      {"PK\5\6"s + std::string(18, '\0'), "is an empty zip archive"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "is an old office file"},
      {"{\\rtf1\\ansi The harbour.}", "is rich text (RTF)"},
      {"PAR1\x15\x04\x15\x10", "is a Parquet file"},
      {"ARROW1\0\0\xFF\xFF\xFF\xFF"s, "is an Arrow file"},
      {"SQLite format 3\0\x10\0"s, "is an SQLite database"},
      {tar_header("articles/a.txt"), "is a tar archive"},
      {tar_header("a.txt", "ustar  \0"s), "is a tar archive"},
      {"7z\xBC\xAF\x27\x1C\0\4"s, "is a 7z archive"},
      {"Rar!\x1A\x07\x01\0"s, "is a RAR archive"},
      {"BZh91AY&SY\x12\x00\x01\x02"s, "is packed with bzip2"},
      {"\xFD"
       "7zXZ\0\0\4"s,
       "is packed with xz"},
      {"\x04\x22\x4D\x18\x64\x40", "is packed with LZ4"},
      {support::gzipped("a"), "is packed twice (gzip)"},
      {support::zstandard("a"), "is packed twice (Zstandard)"},
      {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "is a picture (PNG)"},
      {"\xFF\xD8\xFF\xE0\0\x10JFIF"s, "is a picture (JPEG)"},
      {"GIF89a\1\0\1\0"s, "is a picture (GIF)"},
      {"RIFF\x24\0\0\0WEBPVP8 "s, "is a picture (WebP)"},
      {"II*\0\x08\0\0\0"s, "is a picture (TIFF)"},
      {"MM\0*\0\0\0\x08"s, "is a picture (TIFF)"},
      {"\x7F"
       "ELF\2\1\1\0"s,
       "is a program (ELF)"}};
  for (const auto& [head, expected] : heads) {
    EXPECT_EQ(said_of(head), expected);
    EXPECT_EQ(said_of(head + std::string(9000, 'x')), expected);
  }
}

TEST(Foreign, TextsThatBeginLikeOneAreTexts) {
  for (const std::string& text :
       {""s, "P"s, "PK"s, "%PDF"s, "PAR1 is a gene.\n"s, "ARROW1 flew."s, "BZh and other names"s,
        "GIF89a is the newer version."s, "RIFF, said the editor, is a container."s,
        "SQLite format 3 is old."s, "7z"s, "II* and MM*"s, "Rar!"s, "{\"text\":\"{\\\\rtf\"}"s,
        "<html><body>The harbour.</body></html>"s, "{\\sl slanted}"s,
        std::string(257, 'a') + "ustar is in this text, at the place of a tar header" +
            std::string(300, 'b')}) {
    EXPECT_EQ(said_of(text), "") << text;
  }
}

TEST(Foreign, TextsOfEveryEncodingAreTexts) {
  std::u16string units;
  for (int i = 0; i < 200; ++i) {
    units += u"Der Hafen schloß. ";
  }
  for (const bool little : {true, false}) {
    const std::string plain = support::utf16_bytes(units, little);
    EXPECT_EQ(said_of(plain), "");
    EXPECT_EQ(said_of(support::utf16_bytes(u"\uFEFF" + units, little)), "");
  }
  std::string latin1, control = "A text with a NUL \0 or two \0, and a bell \a."s;
  for (int i = 0; i < 256; ++i) {
    latin1 += static_cast<char>(0x80 + i % 128);
    latin1 += ' ';
  }
  EXPECT_EQ(said_of(latin1), "");
  EXPECT_EQ(said_of(control), "");
  EXPECT_EQ(said_of("a\0b"s), "");
}

TEST(Foreign, BytesOfNoKnownFormatAreNoTextIfNulAndControlsAreAmongThem) {
  support::Random random(7);
  std::string noise;
  for (int i = 0; i < 4000; ++i) {
    noise += static_cast<char>(random.below(256));
  }
  EXPECT_EQ(said_of("x" + noise), "is no text");
  EXPECT_EQ(said_of("x" + std::string(100, '\0')), "is no text");
}

TEST(Foreign, AFolderIsToldWhatToDoWithItsEndings) {
  EXPECT_EQ(remedy_for_ending(".mbox"), "save the mails of .mbox as text or HTML");
  EXPECT_EQ(remedy_for_ending(".doc"), "convert .doc with soffice --convert-to docx");
  EXPECT_EQ(remedy_for_ending(".gz"), "unpack .gz");
  for (const char* ending : {"", ".", ".xyz", ".d", ".docxx"}) {
    EXPECT_EQ(remedy_for_ending(ending), "") << ending;
  }
}

TEST(Foreign, FilesAreRefusedWhateverTheirNamesAndPacking) {
  const support::TempFolder folder;
  const std::string png = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s;
  folder.write("in/a.txt", png);
  folder.write("in/b.jsonl", png);
  folder.write("in/c.md.gz", support::gzipped(tar_header("c.txt")));
  folder.write("in/d.json", png);
  folder.write("in/good.txt", "The harbour.");
  const Corpus corpus = read_corpus(std::vector{folder / "in"});
  ASSERT_EQ(corpus.documents.size(), 1u);
  ASSERT_EQ(corpus.problems.size(), 4u);
  EXPECT_EQ(corpus.problems[0].what, "skipped 1 file ('d.json')");
  for (size_t i = 1; i < 4; ++i) {
    EXPECT_TRUE(corpus.problems[i].rejected) << corpus.problems[i].where;
  }
  EXPECT_EQ(corpus.problems[3].what, "is a tar archive, which is not read");
  for (const char* format : {any_format, "text", "jsonl"}) {
    const Corpus named = read_corpus(std::vector{folder / "in/d.json"}, {.format = format});
    EXPECT_TRUE(named.documents.empty());
    ASSERT_EQ(named.problems.size(), 1u);
    EXPECT_EQ(named.problems[0].what, "is a picture (PNG), which is not read");
  }
}

}  // namespace
}  // namespace reprise::detail

#include "reprise/extract/office.h"

#include <gtest/gtest.h>

#include "support/zips.h"

namespace reprise::detail {
namespace {

using namespace std::string_literals;
using support::word_file;
using support::word_paragraph;
using support::zipped;

const std::string quay = word_paragraph("The quay is closed.");

// What is said of a file of which nothing is kept.
std::string refusal_of(std::string_view bytes) {
  const Extraction out = extract_office(bytes, "odd.docx", {});
  EXPECT_TRUE(out.documents.empty());
  EXPECT_EQ(out.problems.size(), 1u);
  if (out.problems.empty()) {
    return {};
  }
  EXPECT_EQ(out.problems[0].where, "odd.docx");
  EXPECT_TRUE(out.problems[0].rejected);
  EXPECT_NE(out.problems[0].remedy, "");
  return out.problems[0].what;
}

TEST(Office, KindsAreToldByWhatTheyHold) {
  EXPECT_EQ(office_kind(word_file(quay)), OfficeKind::word);
  EXPECT_EQ(office_kind(support::open_document("")), OfficeKind::text);
  EXPECT_EQ(office_kind(support::book({""})), OfficeKind::book);
  EXPECT_EQ(office_kind(support::presentation({""})), OfficeKind::slides);
  EXPECT_EQ(office_kind(zipped({{"[Content_Types].xml", "spreadsheetml.sheet.main+xml"}})),
            OfficeKind::sheet);
  EXPECT_EQ(office_kind(zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})),
            OfficeKind::sheet);
  EXPECT_EQ(office_kind(zipped({{"xl/workbook.xml", ""}})), OfficeKind::sheet);
  EXPECT_EQ(office_kind(zipped({{"readme.txt", "word/document.xml"}})), OfficeKind::none);
  EXPECT_EQ(office_kind("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), OfficeKind::old_office);
  EXPECT_EQ(office_kind("PK\3\4"), OfficeKind::none);
  EXPECT_EQ(office_kind(""), OfficeKind::none);
}

TEST(Office, ASheetInsideAWordFileMakesItNoSheet) {
  const std::string types =
      R"(<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.)"
      R"(spreadsheetml.sheet"/><Override ContentType="x.wordprocessingml.document.main+xml"/>)";
  EXPECT_EQ(office_kind(zipped({{"[Content_Types].xml", types}})), OfficeKind::word);
}

TEST(Office, WhatIsNotReadIsNamed) {
  EXPECT_EQ(refusal_of("Just a text."), "is no office file: it is no zip archive");
  EXPECT_EQ(refusal_of(""), "is no office file: it is no zip archive");
  EXPECT_EQ(refusal_of(zipped({{"a.txt", "a"}})),
            "is a zip archive that is damaged, or no office file");
  const std::string whole = word_file(quay);
  EXPECT_EQ(refusal_of(whole.substr(0, whole.size() - 30)),
            "is a zip archive that is damaged, or no office file");
  EXPECT_EQ(refusal_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"),
            "is an old office file, which is not read");
  EXPECT_EQ(refusal_of(zipped({{"xl/workbook.xml", ""}})), "is a spreadsheet, which is not read");
  EXPECT_EQ(refusal_of(zipped({{"[Content_Types].xml", "wordprocessingml.document.main+xml"}})),
            "is a Word file without its text: word/document.xml is missing");
  EXPECT_EQ(refusal_of(word_file("<w:p/>")), "holds no text");
}

TEST(Office, EncryptedFilesAreToldInEachOfTheirKinds) {
  EXPECT_EQ(
      refusal_of(
          "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 .. E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s),
      "is encrypted");
  EXPECT_EQ(refusal_of(zipped({{"word/document.xml", "a text"}}, "secret")), "is encrypted");
  EXPECT_EQ(
      refusal_of(support::open_document(
          "", {{"META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>"}})),
      "is encrypted");
  EXPECT_EQ(refusal_of(
                support::book({"<p>Ferry</p>"}, "",
                              {{"META-INF/encryption.xml",
                                R"(<e><CipherReference URI="OPS/text/chapter%200.xhtml"/></e>)"}})),
            "is encrypted (DRM)");
}

TEST(Office, BombsAreRefusedByRatioBeforeTheyAreInflated) {
  const std::string bomb = refusal_of(word_file(std::string(100 << 20, 'a')));
  EXPECT_NE(bomb.find("is a bomb: word/document.xml"), std::string::npos) << bomb;
}

TEST(Office, BombsAreRefusedByTotal) {
  ExtractOptions options;
  options.most_text = 1000;
  const Extraction out =
      extract_office(word_file("<!-- " + std::string(2 << 20, 'a') + " -->" + quay), "a", options);
  EXPECT_TRUE(out.documents.empty());
  ASSERT_EQ(out.problems.size(), 1u);
  EXPECT_NE(out.problems[0].what.find("is a bomb"), std::string::npos);
}

TEST(Office, ALieAboutTheSizeIsSeenWhereTheBytesCome) {
  std::string bytes = word_file(std::string(100 << 20, 'a'));
  // The sizes after inflating stand at byte 24 of each line of the archive's list.
  for (size_t at = bytes.find("PK\1\2"); at != bytes.npos; at = bytes.find("PK\1\2", at + 4)) {
    bytes.replace(at + 24, 4, "\1\0\0\0"s);
  }
  const std::string what = refusal_of(bytes);
  EXPECT_NE(what.find("bomb"), std::string::npos) << what;
}

TEST(Office, WhatComesBeforeADamageIsKept) {
  const Extraction out = extract_office(word_file(quay + "<w:p></w:r>" + quay), "a.docx", {});
  ASSERT_EQ(out.documents.size(), 1u);
  EXPECT_EQ(out.documents[0].text, "The quay is closed.");
  ASSERT_EQ(out.problems.size(), 1u);
  EXPECT_NE(out.problems[0].what.find("word/document.xml, line 1"), std::string::npos)
      << out.problems[0].what;
  EXPECT_TRUE(out.problems[0].rejected);
}

TEST(Office, ABodyInAnotherEncodingIsDecoded) {
  const std::string document =
      "<?xml version=\"1.0\" encoding=\"windows-1251\"?><w:document "
      "xmlns:w=\"http://x/wordprocessingml/2006/main\"><w:p><w:r><w:t>\xCC\xFD\xF0</w:t></w:r></"
      "w:p>"
      "</w:document>";
  const Extraction out = extract_office(zipped({{"word/document.xml", document}}), "a", {});
  ASSERT_EQ(out.documents.size(), 1u);
  EXPECT_EQ(out.documents[0].text, "Мэр");
}

}  // namespace
}  // namespace reprise::detail

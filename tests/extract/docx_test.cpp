#include <gtest/gtest.h>

#include "reprise/extract/office.h"
#include "support/zips.h"

namespace reprise::detail {
namespace {

using support::word_file;
using support::word_paragraph;
using support::zipped;
using Strings = std::vector<std::string>;

Extraction extract(std::string_view bytes, const ExtractOptions& options = {}) {
  return extract_office(bytes, "report.docx", options);
}

// The text of a body, which must be whole.
std::string text_of(std::string_view body, const support::ZipMembersToWrite& further = {}) {
  const Extraction out = extract(word_file(body, further));
  for (const Problem& problem : out.problems) {
    ADD_FAILURE() << Error::line_of(problem);
  }
  return out.documents.empty() ? "" : out.documents.front().text;
}

const std::string quay = word_paragraph("The quay is closed.");
const std::string ferry = word_paragraph("The ferry is late.");

std::string run(std::string_view inside) {
  return "<w:r>" + std::string(inside) + "</w:r>";
}

TEST(Docx, ParagraphsHeadingsListItemsAndCellsStandAlone) {
  EXPECT_EQ(text_of(R"(<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>)" +
                    run("<w:t>Ferry</w:t>") + "</w:p>" + quay + "<w:tbl><w:tr><w:tc>" + ferry +
                    "</w:tc><w:tc>" + quay + "</w:tc></w:tr></w:tbl>"),
            "Ferry\n\nThe quay is closed.\n\nThe ferry is late.\n\nThe quay is closed.");
}

TEST(Docx, RunsJoinAndBlanksCollapse) {
  EXPECT_EQ(text_of("<w:p>" + run("<w:t>Fer</w:t>") + run("<w:t>ry  \n </w:t>") +
                    run("<w:tab/><w:t> line</w:t><w:noBreakHyphen/><w:t>up</w:t><w:br/>") +
                    run("<w:t>two &amp; &#x201C;three&#x201D; </w:t>") + "</w:p><w:p/>"),
            "Ferry line-up\ntwo & “three”");
}

TEST(Docx, TrackedDeletionsStayOutAndInsertionsAreIn) {
  EXPECT_EQ(
      text_of("<w:p>" + run("<w:t>The quay</w:t>") + "<w:del>" +
              run("<w:delText> was open</w:delText>") + "</w:del><w:moveFrom>" +
              run("<w:t> moved</w:t>") + "</w:moveFrom><w:ins>" + run("<w:t> is closed</w:t>") +
              "</w:ins><w:moveTo>" + run("<w:t> now</w:t>") + "</w:moveTo></w:p>"),
      "The quay is closed now");
}

TEST(Docx, AParagraphWithADeletedMarkGoesOnInTheNext) {
  EXPECT_EQ(text_of("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("<w:t>The quay </w:t>") +
                    "</w:p><w:p>" + run("<w:t>is closed.</w:t>") + "</w:p>" + ferry),
            "The quay is closed.\n\nThe ferry is late.");
}

TEST(Docx, HiddenTextStaysOut) {
  const std::string styles =
      R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
      R"(<w:style w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>)"
      R"(<w:style w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style></w:styles>)";
  EXPECT_EQ(text_of("<w:p>" + run("<w:rPr><w:vanish/></w:rPr><w:t>no</w:t>") +
                        run(R"(<w:rPr><w:vanish w:val="false"/></w:rPr><w:t>yes </w:t>)") +
                        run(R"(<w:rPr><w:rStyle w:val="Ghost"/></w:rPr><w:t>no</w:t>)") +
                        run("<w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>"
                            "<w:t>and yes</w:t>") +
                        R"(</w:p><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>)" +
                        run("<w:t>A mark is hidden.</w:t>") +
                        R"(</w:p><w:p><w:pPr><w:pStyle w:val="Verzeichnis1"/></w:pPr>)" +
                        run("<w:t>Ferry 12</w:t>") + "</w:p>",
                    {{"word/styles.xml", styles}}),
            "yes and yes\n\nA mark is hidden.");
}

TEST(Docx, ResultsOfFieldsAreTextAndTheirCodesAreNot) {
  const auto mark = [](std::string_view kind) {
    return run(R"(<w:fldChar w:fldCharType=")" + std::string(kind) + R"("/>)");
  };
  EXPECT_EQ(
      text_of("<w:p>" + run("<w:t>On </w:t>") + mark("begin") +
              run("<w:instrText> IF </w:instrText>") + mark("begin") + mark("separate") +
              run("<w:t>inner</w:t>") + mark("end") + run("<w:t>code</w:t>") + mark("separate") +
              run("<w:t>Monday</w:t>") + mark("end") + R"(<w:fldSimple w:instr="PAGE">)" +
              run("<w:t> it rained</w:t>") + "</w:fldSimple></w:p>"),
      "On Monday it rained");
  EXPECT_EQ(text_of("<w:p>" + mark("begin") + run("<w:t>code</w:t>") + "</w:p>" + quay),
            "The quay is closed.")
      << "a field without an end swallows no more than its paragraph";
}

TEST(Docx, TextBoxesStandOnceBehindTheirParagraph) {
  EXPECT_EQ(text_of("<w:p>" + run("<w:t>The quay </w:t>") +
                    run("<mc:AlternateContent><mc:Choice><w:txbxContent>" + ferry +
                        "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + ferry +
                        "</w:txbxContent></mc:Fallback></mc:AlternateContent>") +
                    run("<w:t>is closed.</w:t>") + "</w:p>"),
            "The quay is closed.\n\nThe ferry is late.");
}

TEST(Docx, NotesComeAtTheEndAndHeadersCommentsAndSeparatorsNever) {
  const auto notes = [](std::string_view kind, std::string_view inside) {
    return "<w:" + std::string(kind) +
           R"(s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:)" +
           std::string(kind) + R"( w:type="separator">)" + word_paragraph("no") +
           "</w:" + std::string(kind) + "><w:" + std::string(kind) + ">" + word_paragraph(inside) +
           "</w:" + std::string(kind) + "></w:" + std::string(kind) + "s>";
  };
  EXPECT_EQ(
      text_of("<w:p>" + run("<w:t>The quay</w:t><w:footnoteReference w:id=\"1\"/>") + "</w:p>",
              {{"word/endnotes.xml", notes("endnote", "An endnote.")},
               {"word/footnotes.xml", notes("footnote", "A footnote.")},
               {"word/header1.xml", notes("hdr", "A header.")},
               {"word/comments.xml", notes("comment", "A comment.")}}),
      "The quay\n\nA footnote.\n\nAn endnote.");
}

TEST(Docx, PlaceholdersAndPronunciationsStayOutAndFormulasAreIn) {
  EXPECT_EQ(text_of("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + quay +
                    "</w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent>" + ferry +
                    "</w:sdtContent></w:sdt><w:p>" +
                    run("<w:ruby><w:rt>" + run("<w:t>kan</w:t>") + "</w:rt><w:rubyBase>" +
                        run("<w:t>漢</w:t>") + "</w:rubyBase></w:ruby>") +
                    "<m:oMath><m:r><m:t> x = 2</m:t></m:r></m:oMath></w:p>"),
            "The ferry is late.\n\n漢 x = 2");
}

TEST(Docx, ThePropertiesGiveTitleAuthorAndTheDateOfTheLastSaving) {
  const auto properties = [](std::string_view inside) {
    return R"(<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="dcterms">)" +
           std::string(inside) + "</cp:coreProperties>";
  };
  const std::string both =
      "<dc:title> The\nquay </dc:title><dc:creator>A. Writer</dc:creator>"
      "<dcterms:created>2023-01-02T03:04:05Z</dcterms:created>"
      "<dcterms:modified>2024-05-06T07:08:09Z</dcterms:modified>";
  const Extraction out = extract(word_file(quay, {{"docProps/core.xml", properties(both)}}));
  ASSERT_EQ(out.documents.size(), 1u);
  const Extracted& document = out.documents[0];
  EXPECT_EQ(document.title, "The quay");
  EXPECT_EQ(document.date, "2024-05-06T07:08:09Z");
  EXPECT_EQ(document.further, (std::vector<std::pair<std::string, std::string>>{
                                  {"author", "A. Writer"}, {"created", "2023-01-02T03:04:05Z"}}));
  const std::string odd = "<dc:title/><dcterms:created>last week</dcterms:created>";
  const Extraction none = extract(word_file(quay, {{"docProps/core.xml", properties(odd)}}));
  EXPECT_FALSE(none.documents.at(0).title);
  EXPECT_FALSE(none.documents.at(0).date);
}

TEST(Docx, TheMainPartIsWhereTheRelationshipsSay) {
  const std::string rels =
      R"(<Relationships><Relationship Id="a" Target="/word/document2.xml" Type=)"
      R"("http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/>)"
      "</Relationships>";
  const std::string document =
      R"(<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p>)"
      "<x:r><x:t>Strict.</x:t></x:r></x:p></x:body></x:document>";
  const Extraction out =
      extract(zipped({{"[Content_Types].xml", "wordprocessingml.document.main+xml"},
                      {"_rels/.rels", rels},
                      {"word/document2.xml", document}}));
  ASSERT_EQ(out.documents.size(), 1u);
  EXPECT_EQ(out.documents[0].text, "Strict.");
}

TEST(Docx, AHundredThousandNestedParagraphsEndTheReadingThere) {
  std::string body = quay;
  for (int i = 0; i < 100'000; ++i) {
    body += "<w:p><w:r>";
  }
  const Extraction out = extract(word_file(body));
  ASSERT_EQ(out.problems.size(), 1u);
  EXPECT_NE(out.problems[0].what.find("more than 1000 deep"), std::string::npos);
  EXPECT_TRUE(out.problems[0].rejected);
  ASSERT_EQ(out.documents.size(), 1u);
  EXPECT_EQ(out.documents[0].text, "The quay is closed.");
}

TEST(Docx, AMillionParagraphsAreRead) {
  std::string body;
  for (int i = 0; i < 1'000'000; ++i) {
    body += "<w:p><w:r><w:t>Line " + std::to_string(i) + "</w:t></w:r></w:p>";
  }
  const std::string text = text_of(body);
  EXPECT_TRUE(text.ends_with("Line 999998\n\nLine 999999"));
  body.clear();
  for (int i = 0; i < 1'000'000; ++i) {
    body += quay;
  }
  EXPECT_EQ(text_of(body).size(), 1'000'000 * 21 - 2u) << "though all of them say the same";
}

TEST(Docx, EntitiesAreNeverExpandedAndFilesOfTheMachineNeverRead) {
  const std::string bomb =
      R"(<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY e SYSTEM )"
      R"("file:///etc/passwd">]>)";
  for (const std::string_view entity : {"&b;", "&e;"}) {
    const std::string document =
        bomb +
        R"(<w:document xmlns:w="http://x/wordprocessingml/2006/main"><w:p><w:r><w:t>before</w:t>)"
        "<w:t>" +
        std::string(entity) + "</w:t></w:r></w:p></w:document>";
    const Extraction out =
        extract(zipped({{"[Content_Types].xml", ""}, {"word/document.xml", document}}));
    ASSERT_EQ(out.problems.size(), 1u);
    EXPECT_TRUE(out.problems[0].rejected);
    ASSERT_EQ(out.documents.size(), 1u);
    EXPECT_EQ(out.documents[0].text, "before");
  }
}

TEST(Docx, ADtdThatWouldLoadAFileGivesNothing) {
  const std::string document =
      R"(<!DOCTYPE d SYSTEM "file:///etc/passwd" [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p; )"
      R"(]><w:document xmlns:w="http://x/wordprocessingml/2006/main"><w:p><w:r><w:t>text &x;</w:t>)"
      "</w:r></w:p></w:document>";
  const Extraction out =
      extract(zipped({{"[Content_Types].xml", ""}, {"word/document.xml", document}}));
  ASSERT_LE(out.documents.size(), 1u);
  EXPECT_TRUE(out.documents.empty() || out.documents[0].text == "text");
}

TEST(Docx, MoreTextThanAllowedIsRefused) {
  ExtractOptions options;
  const std::string bytes = word_file(quay + ferry);
  options.most_text = 19 + 2 + 18;
  EXPECT_EQ(extract(bytes, options).documents.size(), 1u);
  options.most_text -= 1;
  const Extraction out = extract(bytes, options);
  EXPECT_TRUE(out.documents.empty());
  ASSERT_EQ(out.problems.size(), 1u);
  EXPECT_NE(out.problems[0].remedy, "");
}

}  // namespace
}  // namespace reprise::detail

// OpenDocument texts, EPUB books and presentations.
#include <gtest/gtest.h>

#include "reprise/extract/office.h"
#include "support/zips.h"

namespace reprise::detail {
namespace {

using support::book;
using support::open_document;
using support::presentation;
using Pairs = std::vector<std::pair<std::string, std::string>>;

// The one document of a file, which must be whole.
Extracted whole(std::string_view bytes) {
  const Extraction out = extract_office(bytes, "a", {});
  for (const Problem& problem : out.problems) {
    ADD_FAILURE() << Error::line_of(problem);
  }
  return out.documents.empty() ? Extracted{} : out.documents.front();
}

TEST(OpenDocument, ParagraphsHeadingsItemsAndCellsStandAlone) {
  EXPECT_EQ(whole(open_document("<text:h>Ferry</text:h><text:p>The<text:s text:c=\"3\"/>quay"
                                "<text:tab/>is<text:line-break/>closed.</text:p>"
                                "<text:list><text:list-item><text:p>One</text:p></text:list-item>"
                                "</text:list><table:table><table:table-row><table:table-cell>"
                                "<text:p>Two</text:p></table:table-cell></table:table-row>"
                                "</table:table>"))
                .text,
            "Ferry\n\nThe quay is\nclosed.\n\nOne\n\nTwo");
}

TEST(OpenDocument, NotesStandBehindTheirParagraph) {
  EXPECT_EQ(whole(open_document(
                      "<text:p>The quay<text:note><text:note-citation>1</text:note-citation>"
                      "<text:note-body><text:p>A note.</text:p></text:note-body></text:note> is "
                      "closed.</text:p>"))
                .text,
            "The quay is closed.\n\nA note.");
}

TEST(OpenDocument, DeletionsCommentsIndexesAndHiddenTextStayOut) {
  EXPECT_EQ(
      whole(open_document(
                "<text:tracked-changes><text:changed-region><text:deletion><text:p>was open"
                "</text:p></text:deletion></text:changed-region></text:tracked-changes>"
                "<text:table-of-content><text:p>Ferry 1</text:p></text:table-of-content>"
                "<text:p>The quay<text:change-start/> is<text:change-end/>"
                "<office:annotation><text:p>no</text:p></office:annotation>"
                "<text:span text:style-name=\"T9\"> not</text:span>"
                "<text:hidden-text>no</text:hidden-text><text:span> closed.</text:span></text:p>"
                "<text:p text:style-name=\"T9\">no</text:p>"))
          .text,
      "The quay is closed.");
}

TEST(OpenDocument, HeadersOfStylesAreNoText) {
  const std::string styles =
      R"(<s xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><text:p>Head</text:p></s>)";
  EXPECT_EQ(whole(open_document("<text:p>Body</text:p>", {{"styles.xml", styles}})).text, "Body");
}

TEST(OpenDocument, ThePropertiesGiveTitleAuthorAndTheDateOfTheLastSaving) {
  const std::string meta =
      "<meta><title>Ferry</title><initial-creator>A. Writer</initial-creator><creator>B. Last"
      "</creator><creation-date>2023-01-02T03:04:05.123456789</creation-date>"
      "<date>2024-05-06T07:08:09</date></meta>";
  const Extracted document = whole(open_document("<text:p>Body</text:p>", {{"meta.xml", meta}}));
  EXPECT_EQ(document.title, "Ferry");
  EXPECT_EQ(document.date, "2024-05-06T07:08:09");
  EXPECT_EQ(document.further, (Pairs{{"author", "A. Writer"}, {"created", "2023-01-02T03:04:05"}}));
}

TEST(Epub, ChaptersFollowTheSpineAndBlocksStandAlone) {
  EXPECT_EQ(
      whole(book({"<?xml version='1.0'?><!DOCTYPE html><html><head><title>no</title><style>no"
                  "</style></head><body><h1>One</h1><p>The&nbsp;quay <b>is</b><br/>closed."
                  "<p>Unclosed</body></html>",
                  "<html><body><div>Two<ul><li>a</li><li>b</li></ul>rest</div></body></html>"}))
          .text,
      "One\n\nThe\u00A0quay is\nclosed.\n\nUnclosed\n\nTwo\n\na\n\nb\n\nrest");
}

TEST(Epub, NumbersOfPagesAndNotesAndWhatNobodySeesStayOut) {
  EXPECT_EQ(whole(book({"<body><nav><p>Contents</p></nav><p>The qu<span epub:type='pagebreak'>12"
                        "</span>ay<a epub:type='noteref' href='#n'>1</a> is<span hidden=''> not"
                        "</span> closed.<script>no</script></p><p style='display:none'>no</p>"
                        "<aside epub:type='footnote'><p>A note.</p></aside></body>"}))
                .text,
            "The quay is closed.\n\nA note.");
}

TEST(Epub, ThePackageGivesTitleAuthorsDatePublisherAndAddress) {
  const Extracted document =
      whole(book({"<p>Body</p>"},
                 "<dc:title>Ferry</dc:title><dc:creator>A. Writer</dc:creator><dc:creator>B. Writer"
                 "</dc:creator><dc:date event='conversion'>2020</dc:date><dc:date>2019-05</dc:date>"
                 "<dc:publisher>Harbour Press</dc:publisher><dc:identifier>urn:isbn:1"
                 "</dc:identifier><dc:identifier>https://example.org/b</dc:identifier>"));
  EXPECT_EQ(document.title, "Ferry");
  EXPECT_EQ(document.date, "2019-05");
  EXPECT_EQ(document.source, "Harbour Press");
  EXPECT_EQ(document.url, "https://example.org/b");
  EXPECT_EQ(document.further, (Pairs{{"author", "A. Writer, B. Writer"}}));
}

TEST(Epub, AChapterInAnotherEncodingIsDecoded) {
  EXPECT_EQ(whole(book({"<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><p>caf\xE9</p>"})).text,
            "café");
}

TEST(Epub, FontsThatAreObfuscatedLockNothing) {
  EXPECT_EQ(whole(book({"<p>Body</p>"}, "",
                       {{"META-INF/encryption.xml",
                         R"(<e><CipherReference URI="OPS/fonts/a.ttf"/></e>)"}}))
                .text,
            "Body");
}

TEST(Epub, AMissingChapterIsSaidAndTheOthersKept) {
  std::string bytes = book({"<p>One</p>", "<p>Two</p>"});
  for (size_t at = bytes.find("chapter 0"); at != bytes.npos; at = bytes.find("chapter 0", at)) {
    bytes[at + 8] = 'x';
  }
  const Extraction out = extract_office(bytes, "a", {});
  ASSERT_EQ(out.documents.size(), 1u);
  EXPECT_EQ(out.documents[0].text, "Two");
  ASSERT_EQ(out.problems.size(), 1u);
  EXPECT_EQ(out.problems[0].what, "is damaged: OPS/text/chapter 0.xhtml is missing");
}

TEST(Epub, DeepNestingEndsTheChapter) {
  std::string deep = "<p>One</p>";
  for (int i = 0; i < 100'000; ++i) {
    deep += "<div>";
  }
  const Extraction out = extract_office(book({deep + "lost", "<p>Two</p>"}), "a", {});
  ASSERT_EQ(out.documents.size(), 1u);
  EXPECT_EQ(out.documents[0].text, "One\n\nTwo");
  EXPECT_EQ(out.problems.size(), 1u);
}

TEST(Epub, WithoutAPackageItIsRefused) {
  const Extraction out = extract_office(
      support::zipped({{"mimetype", "application/epub+zip"}, {"a.xhtml", "<p>a</p>"}}), "a", {});
  EXPECT_TRUE(out.documents.empty());
  ASSERT_EQ(out.problems.size(), 1u);
  EXPECT_EQ(out.problems[0].what,
            "is an EPUB book without its text: META-INF/container.xml is missing");
}

TEST(Slides, StandInTheOrderInWhichTheyAreShown) {
  const auto shape = [](std::string_view placeholder, std::string_view text) {
    return "<p:sp><p:nvPr>" + std::string(placeholder) + "</p:nvPr><p:txBody><a:p><a:r><a:t>" +
           std::string(text) + "</a:t></a:r><a:fld><a:t>7</a:t></a:fld></a:p></p:txBody></p:sp>";
  };
  EXPECT_EQ(whole(presentation({shape("", "Last"), shape("<p:ph type='title'/>", "First") +
                                                       shape("<p:ph type='sldNum'/>", "9")}))
                .text,
            "First\n\nLast");
}

}  // namespace
}  // namespace reprise::detail

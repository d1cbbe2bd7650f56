// The parts that a page is read with, each by itself.
#include <gtest/gtest.h>

#include "reprise/extract/html_hints.h"
#include "reprise/extract/html_page.h"
#include "reprise/extract/html_text.h"
#include "reprise/extract/html_tokens.h"

namespace reprise::detail {
namespace {

TEST(HtmlHints, AreFoundByWordsAndByPairsOfThem) {
  EXPECT_EQ(hints_of_name("articleBody"), hint_content);
  EXPECT_EQ(hints_of_name("c-article__body--wide"), hint_content);
  EXPECT_EQ(hints_of_name("entry-content"), hint_content);
  EXPECT_EQ(hints_of_name("RelatedLinks"), hint_outside);
  EXPECT_EQ(hints_of_name("site_nav_3"), hint_never);
  EXPECT_EQ(hints_of_name("amp-ad"), hint_never);
  EXPECT_EQ(hints_of_name("post-date"), hint_outside | hint_date);
}

TEST(HtmlHints, OfPartsOfWordsAreNone) {
  for (const char* name : {"", "-", "header", "shadow", "padding", "navigable", "body", "gradient",
                           "commentary", "download"}) {
    EXPECT_EQ(hints_of_name(name), 0) << name;
  }
}

TEST(HtmlHints, AreReadFromSeveralAttributes) {
  HtmlTokens tokens(
      "<div class='x  story-body' role=navigation style='color:red; display : none'>");
  HtmlToken token;
  ASSERT_TRUE(tokens.next(token));
  EXPECT_EQ(hints_of(token), hint_content | hint_never | hint_hidden);
}

TEST(HtmlTokens, AttributesAreReadHoweverTheyAreWritten) {
  HtmlTokens tokens("<A HREF = 'a>b' b=c/d e checked/ \"=x>text</A >");
  HtmlToken token;
  ASSERT_TRUE(tokens.next(token));
  EXPECT_EQ(token.tag, HtmlTag::a);
  EXPECT_EQ(token.attribute("href"), "a>b");
  EXPECT_EQ(token.attribute("B"), "c/d");
  EXPECT_TRUE(token.has_attribute("checked"));
  EXPECT_FALSE(token.has_attribute("f"));
  ASSERT_TRUE(tokens.next(token));
  EXPECT_EQ(token.text, "text");
  ASSERT_TRUE(tokens.next(token));
  EXPECT_EQ(token.kind, HtmlTokenKind::end);
  EXPECT_FALSE(tokens.next(token));
}

TEST(HtmlTokens, RawElementsEndAtTheirOwnNameAlone) {
  HtmlTokens tokens("<script>a</b></scripting></SCRIPT\n>b");
  HtmlToken token;
  ASSERT_TRUE(tokens.next(token));
  EXPECT_EQ(token.kind, HtmlTokenKind::raw);
  EXPECT_EQ(token.text, "a</b></scripting>");
  ASSERT_TRUE(tokens.next(token));
  EXPECT_EQ(token.text, "b");
}

TEST(HtmlTokens, SectionsOfXmlAreLiteral) {
  HtmlTokens tokens("<title><![CDATA[a < b &amp;]]></title>", Markup::xml);
  HtmlToken token;
  ASSERT_TRUE(tokens.next(token));
  EXPECT_EQ(token.kind, HtmlTokenKind::start);
  ASSERT_TRUE(tokens.next(token));
  EXPECT_EQ(token.text, "a < b &amp;");
  EXPECT_TRUE(token.is_literal);
}

TEST(HtmlPage, BlocksKnowTheirElementAndTheirLinks) {
  const HtmlPage page =
      flatten_html("<div class=story-body><p>One <a href=/>two</a></p>three</div><nav>Home</nav>");
  ASSERT_EQ(page.blocks.size(), 3u);
  EXPECT_EQ(page.text_of(page.blocks[0]), "One two");
  EXPECT_EQ(page.blocks[0].letters, 6u);
  EXPECT_EQ(page.blocks[0].linked, 3u);
  EXPECT_EQ(page.blocks[0].tag, HtmlTag::p);
  const HtmlNode& story = page.nodes[page.nodes[page.blocks[0].node].parent];
  EXPECT_EQ(story.hints, hint_content);
  EXPECT_EQ(story.first, 0u);
  EXPECT_EQ(story.end, 2u);
  EXPECT_EQ(page.blocks[2].tag, HtmlTag::nav);
}

TEST(HtmlText, BlanksCollapseAndReferencesAreRead) {
  EXPECT_EQ(html_text_of("  Tea &amp;\n\n   cake&nbsp;\u00A0 &#10;x "), "Tea & cake x");
  EXPECT_EQ(html_text_of("&nbsp;"), "");
}

TEST(HtmlText, NoCharacterIsCut) {
  EXPECT_EQ(first_bytes("aé", 2), "a");
  EXPECT_EQ(first_bytes("aé", 3), "aé");
  EXPECT_EQ(first_bytes("", 3), "");
}

}  // namespace
}  // namespace reprise::detail

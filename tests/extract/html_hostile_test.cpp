// Pages that nobody wrote for readers: each costs bounded time and memory, and what can be read of
// it is.
#include <gtest/gtest.h>

#include "extract/pages.h"

namespace reprise::detail {
namespace {

using support::quay;

std::string repeated(std::string_view text, size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (size_t i = 0; i < times; ++i) {
    out += text;
  }
  return out;
}

std::string text_of(const std::string& html) {
  const Extraction extraction = extract_html(html, "page.html", {});
  return extraction.documents.empty() ? "" : extraction.documents[0].text;
}

TEST(HtmlHostile, AHundredThousandElementsMayNest) {
  constexpr size_t deep = 100'000;
  for (const std::string tag : {"div", "b", "span", "a", "table", "ul", "blockquote", "x-y"}) {
    const std::string page = repeated("<" + tag + ">", deep) + "<p>" + quay + "</p>" +
                             repeated("</" + tag + ">", deep) + "<p>" + quay + "</p>";
    EXPECT_NE(text_of(page).find(quay), std::string::npos) << tag;
  }
}

TEST(HtmlHostile, EndsWithoutAStartCostWhatTheirBytesCost) {
  const std::string page =
      repeated("<div>", 100'000) + repeated("</section></p></b></td>", 100'000);
  EXPECT_NE(text_of(page + "<p>" + quay).find(quay), std::string::npos);
}

TEST(HtmlHostile, AHundredMegabytesAreRead) {
  const std::string part = "<p>" + quay + "</p>\n<div class=\"a b c\"><a href=x>link</a></div>\n";
  const std::string page = repeated(part, 100'000'000 / part.size());
  EXPECT_GT(text_of(page).size(), page.size() / 2);
}

TEST(HtmlHostile, MoreTextThanAllowedIsRefused) {
  const Extraction extraction =
      extract_html(repeated("<p>" + quay, 100), "page.html", {.most_text = 1000});
  EXPECT_TRUE(extraction.documents.empty());
  ASSERT_EQ(extraction.problems.size(), 1u);
  EXPECT_EQ(extraction.problems[0].what, "the page has more than 1000 bytes of text");
}

TEST(HtmlHostile, AMillionAttributesAreOneTag) {
  const std::string page = "<div " + repeated("a=1 b='2' c ", 400'000) + "><p>" + quay;
  EXPECT_EQ(text_of(page), quay);
}

TEST(HtmlHostile, WhatNeverEndsSwallowsNoMoreThanInABrowser) {
  EXPECT_EQ(text_of("<p>" + quay + "<!-- no end"), quay);
  EXPECT_EQ(text_of("<p>" + quay + "<script>if (a < b)"), quay);
  EXPECT_EQ(text_of("<p>" + quay + "<a href=\"no end"), quay);
  EXPECT_EQ(text_of("<p>" + quay + "<"), quay + "<");
  EXPECT_EQ(text_of("<title>No end<p>" + quay), quay);
}

TEST(HtmlHostile, TitlesThatNeverEndAreSoughtOnce) {
  EXPECT_NE(text_of(repeated("<title><textarea>", 200'000) + "<p>" + quay).find(quay),
            std::string::npos);
}

TEST(HtmlHostile, APageWithoutTextSaysSo) {
  for (const std::string page :
       {"", "<html></html>", "<script>app()</script><div id=root></div>", "<!doctype html>"}) {
    const Extraction extraction = extract_html(page, "page.html", {});
    EXPECT_TRUE(extraction.documents.empty());
    ASSERT_EQ(extraction.problems.size(), 1u);
    EXPECT_EQ(extraction.problems[0].where, "page.html");
    EXPECT_EQ(extraction.problems[0].what, "the page has no text");
    EXPECT_TRUE(extraction.problems[0].rejected);
  }
}

TEST(HtmlHostile, ZeroBytesAndControlsVanish) {
  EXPECT_EQ(text_of(std::string("<p>Fer\0ry\x01 del\x7F"
                                "ayed",
                                19)),
            "Ferry delayed");
}

TEST(HtmlHostile, ManyMetasAndScriptsAreBounded) {
  const std::string page = repeated("<meta name=a content=b>", 100'000) +
                           repeated("<script type=application/ld+json>{\"a\":1}</script>", 10'000) +
                           "<p>" + quay;
  EXPECT_EQ(text_of(page), quay);
}

}  // namespace
}  // namespace reprise::detail

#include "reprise/extract/feed.h"

#include <gtest/gtest.h>

#include "extract/pages.h"

namespace reprise::detail {
namespace {

using support::harbour;
using support::p;
using support::quay;
using Texts = std::vector<std::string>;

Texts texts_of(const Extraction& extraction) {
  Texts texts;
  for (const Extracted& document : extraction.documents) {
    texts.push_back(document.text);
  }
  return texts;
}

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>Norvane "
         "Wire</title><link>https://wire.example</link><description>News of the "
         "islands</description>"
         "<image><title>The picture</title></image>" +
         items + "</channel></rss>";
}

TEST(Feed, AnItemOfRssIsADocument) {
  const Extraction extraction = extract_feed(
      rss("<item><title>Ferry &amp;amp; quay</title><link>https://wire.example/ferry?a=1&amp;b=2"
          "</link><pubDate>Mon, 12 May 2031 08:30:15 GMT</pubDate><dc:creator><![CDATA[Runa "
          "Sollie]]>"
          "</dc:creator><description>&lt;p&gt;" +
          quay +
          "&lt;/p&gt;</description></item>"
          "<item><title><![CDATA[Harbour]]></title><guid>https://wire.example/harbour</guid>"
          "<description>Short.</description><content:encoded><![CDATA[" +
          p(harbour) + p(quay) + "]]></content:encoded></item>"),
      "feed.xml", {});
  ASSERT_EQ(texts_of(extraction), (Texts{quay, harbour + "\n\n" + quay}));
  const Extracted& first = extraction.documents[0];
  EXPECT_EQ(first.title, "Ferry & quay");
  EXPECT_EQ(first.url, "https://wire.example/ferry?a=1&b=2");
  EXPECT_EQ(first.date, "2031-05-12T08:30:15Z");
  EXPECT_EQ(first.source, "Norvane Wire");
  EXPECT_EQ(first.number, 1u);
  EXPECT_EQ(first.further,
            (std::vector<std::pair<std::string, std::string>>{{"author", "Runa Sollie"}}));
  EXPECT_EQ(extraction.documents[1].title, "Harbour");
  EXPECT_EQ(extraction.documents[1].url, "https://wire.example/harbour");
  EXPECT_TRUE(extraction.problems.empty());
}

TEST(Feed, AnEntryOfAtomIsADocument) {
  const Extraction extraction = extract_feed(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title type=text>Norvane Wire</title>"
      "<link href=\"https://wire.example\"/><entry><title type=\"html\">A &lt;b&gt;ferry&lt;/b&gt; "
      "delayed</title><link rel=\"edit\" href=\"https://wire.example/edit\"/><link "
      "rel=\"alternate\" "
      "href=\"https://wire.example/ferry\"/><id>urn:1</id><updated>2031-05-13T00:00:00Z</updated>"
      "<published>2031-05-12T08:30:00+01:00</published><author><name>Runa Sollie</name></author>"
      "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">" +
          p(quay) + p(harbour) +
          "</div></content></entry><entry><title>Only a title</title><updated>2031-05-13</updated>"
          "</entry></feed>",
      "feed.atom", {});
  ASSERT_EQ(texts_of(extraction), (Texts{quay + "\n\n" + harbour, "Only a title"}));
  const Extracted& first = extraction.documents[0];
  EXPECT_EQ(first.title, "A ferry delayed");
  EXPECT_EQ(first.url, "https://wire.example/ferry");
  EXPECT_EQ(first.date, "2031-05-12T08:30:00+01:00");
  EXPECT_EQ(first.source, "Norvane Wire");
  EXPECT_EQ(first.further[0].second, "Runa Sollie");
  EXPECT_EQ(extraction.documents[1].title, std::nullopt);
  EXPECT_EQ(extraction.documents[1].date, "2031-05-13");
}

TEST(Feed, ItemsOfRssOneStandBesideTheChannel) {
  const Extraction extraction = extract_feed(
      "<rdf:RDF><channel rdf:about=x><title>Norvane Wire</title><items><rdf:Seq/></items></channel>"
      "<item rdf:about=y><title>Ferry</title><link>https://wire.example/y</link><dc:date>2031-05-12"
      "</dc:date><description>" +
          quay + "</description></item></rdf:RDF>",
      "feed.rdf", {});
  ASSERT_EQ(texts_of(extraction), Texts{quay});
  EXPECT_EQ(extraction.documents[0].source, "Norvane Wire");
  EXPECT_EQ(extraction.documents[0].date, "2031-05-12");
}

TEST(Feed, NothingThatItDeclaresIsExpanded) {
  std::string feed = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"lol\">";
  for (char c = 'b'; c < 'z'; ++c) {
    const std::string before = std::string("&") + static_cast<char>(c - 1) + ";";
    feed += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) {
      feed += before;
    }
    feed += "\">";
  }
  feed +=
      "<!ENTITY file SYSTEM \"file:///etc/passwd\">]><rss><channel><item><description>Before &y; "
      "and &file; behind.</description></item></channel></rss>";
  const Extraction extraction = extract_feed(feed, "feed.xml", {});
  EXPECT_EQ(texts_of(extraction), Texts{"Before &y; and &file; behind."});
}

TEST(Feed, WhatIsNotWellFormedIsReadAsFarAsItGoes) {
  EXPECT_EQ(texts_of(extract_feed(rss("<item><description>" + quay +
                                      " & more</item><item><title>"
                                      "Ferry<description>" +
                                      harbour),
                                  "f", {})),
            (Texts{quay + " & more", "Ferry" + harbour}));
}

TEST(Feed, ALyingCharsetIsSaid) {
  const Extraction extraction = extract_feed(
      "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><description>Fähre fährt "
      "nicht.</description></item></channel></rss>",
      "f", {});
  EXPECT_EQ(texts_of(extraction), Texts{"Fähre fährt nicht."});
  ASSERT_EQ(extraction.problems.size(), 1u);
  EXPECT_FALSE(extraction.problems[0].rejected);
}

TEST(Feed, AnItemWithoutAnythingCostsItselfAlone) {
  const Extraction extraction = extract_feed(
      rss("<item></item><item/><item><description>" + quay + "</description></item>"), "f", {});
  ASSERT_EQ(texts_of(extraction), Texts{quay});
  ASSERT_EQ(extraction.problems.size(), 1u);
  EXPECT_EQ(extraction.problems[0].where, "f:1");
  EXPECT_EQ(extraction.problems[0].what, "the item has no text");
}

TEST(Feed, WhatIsNoFeedSaysSo) {
  for (const std::string& text : {std::string(), std::string("<svg><title>x</title></svg>")}) {
    const Extraction extraction = extract_feed(text, "f", {});
    ASSERT_EQ(extraction.problems.size(), 1u);
    EXPECT_EQ(extraction.problems[0].what, "this is no feed of RSS or Atom");
    EXPECT_FALSE(looks_like_feed(text));
  }
  EXPECT_EQ(extract_feed(rss(""), "f", {}).problems[0].what, "the feed has no items");
  EXPECT_TRUE(looks_like_feed(rss("")));
}

TEST(Feed, MoreTextThanAllowedEndsIt) {
  std::string items;
  for (int i = 0; i < 100; ++i) {
    items += "<item><description>" + quay + "</description></item>";
  }
  const Extraction extraction = extract_feed(rss(items), "f", {.most_text = 1000});
  EXPECT_EQ(extraction.documents.size(), 1000 / quay.size());
  ASSERT_EQ(extraction.problems.size(), 1u);
  EXPECT_TRUE(extraction.problems[0].rejected);
}

TEST(Feed, DeepNestingAndManyAttributesCostWhatTheirBytesCost) {
  std::string deep = "<rss><channel><item><content type=xhtml>";
  for (int i = 0; i < 100'000; ++i) {
    deep += "<content><a b='c' d='e'>";
  }
  EXPECT_EQ(texts_of(extract_feed(deep + quay, "f", {})), Texts{quay});
}

}  // namespace
}  // namespace reprise::detail

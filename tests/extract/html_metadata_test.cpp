// What a page says of itself, and which of its statements counts.
#include <gtest/gtest.h>

#include "extract/pages.h"
#include "reprise/extract/html_metadata.h"

namespace reprise::detail {
namespace {

using support::page_of;
using support::story;

Extracted document_of(const std::string& html) {
  const Extraction extraction = extract_html(html, "page.html", {});
  return extraction.documents.empty() ? Extracted{} : extraction.documents[0];
}

Extracted with_head(const std::string& head, const std::string& body = "") {
  return document_of(page_of(body + story(), head));
}

std::string json_ld(const std::string& json) {
  return "<script type=\"application/ld+json\">" + json + "</script>";
}

using Further = std::vector<std::pair<std::string, std::string>>;

TEST(HtmlMetadata, IsReadFromJsonLd) {
  const Extracted document = with_head(json_ld(
      R"({"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry &amp; quay",
          "datePublished": "2031-05-12T08:30:00+0100", "author": {"@type": "Person", "name":
          "Runa Sollie"}, "publisher": {"name": "Norvane Wire"}, "mainEntityOfPage":
          {"@id": "https://wire.example/ferry"}})"));
  EXPECT_EQ(document.title, "Ferry & quay");
  EXPECT_EQ(document.date, "2031-05-12T08:30:00+01:00");
  EXPECT_EQ(document.source, "Norvane Wire");
  EXPECT_EQ(document.url, "https://wire.example/ferry");
  EXPECT_EQ(document.further, (Further{{"author", "Runa Sollie"}}));
}

TEST(HtmlMetadata, IsReadFromAGraphWithReferences) {
  const Extracted document = with_head(json_ld(
      R"({"@graph": [
          {"@type": "WebSite", "name": "The Wire"},
          {"@type": "Organization", "@id": "#o", "name": "Norvane Wire"},
          {"@type": "Person", "@id": "#p", "name": "R. Sollie"},
          {"@type": ["Article", "BlogPosting"], "headline": "Ferry delayed",
           "author": {"@id": "#p"}, "publisher": {"@id": "#o"},
           "datePublished": "2031-05-12"}]})"));
  EXPECT_EQ(document.title, "Ferry delayed");
  EXPECT_EQ(document.source, "Norvane Wire");
  EXPECT_EQ(document.further, (Further{{"author", "R. Sollie"}}));
}

TEST(HtmlMetadata, IsReadFromListsOfJsonLd) {
  const Extracted document = with_head(json_ld(
      R"([{"@type": "BreadcrumbList", "name": "News"}, {"@type": "ReportageNewsArticle",
          "headline": "Ferry delayed", "author": ["A. Ask", {"name": "B. Berg"}]}])"));
  EXPECT_EQ(document.title, "Ferry delayed");
  EXPECT_EQ(document.further, (Further{{"author", "A. Ask, B. Berg"}}));
}

TEST(HtmlMetadata, OfBrokenJsonIsPassedOver) {
  const Extracted document = with_head(
      json_ld("{\"@type\": \"NewsArticle\", \"headline\": \"Broken") +
      json_ld("//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"Two\nlines\"}\n//]]>") +
      json_ld("[[[[[[[[[[[[[[[[[[[[{}]") + json_ld("null") + json_ld(""));
  EXPECT_EQ(document.title, "Two lines");
}

TEST(HtmlMetadata, IsReadFromOpenGraph) {
  const Extracted document = with_head(
      "<meta property=og:title content=\"Ferry &#8220;delayed&#8221;\"><meta "
      "content='Norvane Wire' property='og:site_name'><META NAME=author CONTENT=\"By Runa "
      "Sollie\"><meta property=\"article:published_time\" content=\"2031-05-12T08:30Z\">"
      "<link rel=canonical href=\"https://www.wire.example/ferry\">");
  EXPECT_EQ(document.title, "Ferry “delayed”");
  EXPECT_EQ(document.source, "Norvane Wire");
  EXPECT_EQ(document.date, "2031-05-12T08:30Z");
  EXPECT_EQ(document.url, "https://www.wire.example/ferry");
  EXPECT_EQ(document.further, (Further{{"author", "Runa Sollie"}}));
}

TEST(HtmlMetadata, TheTitleIsTheHeadlineThatTheTitleOfThePageHolds) {
  EXPECT_EQ(with_head("<title>Ferry delayed until Thursday | Norvane Wire</title>",
                      "<h1>Norvane Wire</h1><h1>Ferry delayed until Thursday</h1>")
                .title,
            "Ferry delayed until Thursday");
}

TEST(HtmlMetadata, TheSiteLeavesTheTitle) {
  EXPECT_EQ(with_head("<title>Ferry delayed | News | Norvane Wire</title>").title, "Ferry delayed");
  EXPECT_EQ(with_head("<title>Ferry – a farewell - Norvane Wire</title><meta property=og:site_name "
                      "content=\"Norvane Wire\">")
                .title,
            "Ferry – a farewell");
  EXPECT_EQ(without_site("Ferry delayed — norvanewire.example", "", "norvanewire.example"),
            "Ferry delayed");
  EXPECT_EQ(without_site("The sea - a history", "Norvane Wire", "wire.example"),
            "The sea - a history");
  EXPECT_EQ(without_site(" | ", "", ""), " | ");
}

TEST(HtmlMetadata, TheHeadlineOfATitleStandsInNoText) {
  const Extracted document = with_head("", "<h1>Ferry delayed until Thursday</h1>");
  EXPECT_EQ(document.title, "Ferry delayed until Thursday");
  EXPECT_EQ(document.text.find("Ferry delayed"), std::string::npos);
}

TEST(HtmlMetadata, TheDateIsThatOfPublication) {
  EXPECT_EQ(with_head("<meta property=article:modified_time content=2031-06-01><meta "
                      "itemprop=datePublished content=\"2031-05-12\">")
                .date,
            "2031-05-12");
  EXPECT_EQ(with_head("", "<time datetime=\"2031-05-12 08:30\">yesterday</time>").date,
            "2031-05-12T08:30");
  EXPECT_EQ(with_head("<link rel=canonical href=\"https://a.example/2031/05/12/ferry/\">").date,
            "2031-05-12");
  EXPECT_EQ(with_head("", "<h1>Ferry</h1><div class=post-date>Posted on May 12th, 2031</div>").date,
            "2031-05-12");
  EXPECT_EQ(with_head("<meta name=date content=yesterday>").date, std::nullopt);
}

TEST(HtmlMetadata, TheSourceIsTheHostWhereNobodySaysMore) {
  EXPECT_EQ(with_head("<link rel=canonical href=\"https://WWW.Wire.example:80/a\">").source,
            "wire.example");
  EXPECT_EQ(with_head("<meta property=og:site_name content=U.S.><link rel=canonical "
                      "href=https://www.norvane.example/x>" +
                      json_ld(R"({"@type": "Article", "publisher": {"name": "Norvane"}})"))
                .source,
            "Norvane");
}

TEST(HtmlMetadata, WhatIsNotThereIsAbsent) {
  const Extracted document = document_of(story());
  EXPECT_EQ(document.title, std::nullopt);
  EXPECT_EQ(document.date, std::nullopt);
  EXPECT_EQ(document.source, std::nullopt);
  EXPECT_EQ(document.url, std::nullopt);
  EXPECT_TRUE(document.further.empty());
}

TEST(HtmlMetadata, HostsAreReadFromAddresses) {
  EXPECT_EQ(host_of("https://user@www.Example.org:8080/path?x"), "example.org");
  EXPECT_EQ(host_of("/path"), "");
}

TEST(HtmlMetadata, ABlockThatIsTheTitleUpToADashIsTheHeadline) {
  std::string body = "<div>2029-01-01</div>";
  for (int i = 0; i < 30; ++i) {
    body += "<div>Older story number " + std::to_string(i) + "</div>";
  }
  body += "<dl><dt>Ferry late again on Monday</dt></dl><div>Entered: [ 2031-05-12 15:24 ]</div>";
  const std::string head = "<title>Ferry late again on Monday - Entry</title>";
  const Extracted document = document_of(page_of(body + story(), head));
  EXPECT_EQ(document.title, "Ferry late again on Monday");
  EXPECT_EQ(document.date, "2031-05-12");
}

}  // namespace
}  // namespace reprise::detail

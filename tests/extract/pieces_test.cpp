// What the extractors share: dates, paragraphs, paths of members.
#include <gtest/gtest.h>

#include "reprise/extract/office_file.h"
#include "reprise/extract/paragraphs.h"
#include "reprise/extract/refused.h"
#include "reprise/extract/written_date.h"

namespace reprise::detail {
namespace {

TEST(IsoDate, WritesWhatItUnderstandsInOneWay) {
  EXPECT_EQ(written_date("2024"), "2024");
  EXPECT_EQ(written_date("2024-5"), "2024-05");
  EXPECT_EQ(written_date(" 2024-05-06\n"), "2024-05-06");
  EXPECT_EQ(written_date("2024-5-6T7:08"), "2024-05-06T07:08");
  EXPECT_EQ(written_date("2024-05-06 07:08:09.123 +0100"), "2024-05-06T07:08:09+01:00");
  EXPECT_EQ(written_date("2024-05-06t07:08:09-05"), "2024-05-06T07:08:09-05:00");
  EXPECT_EQ(written_date("2024-05-06T07:08:09 UTC"), "2024-05-06T07:08:09Z");
}

TEST(IsoDate, WhatIsNoDateIsNone) {
  for (const std::string_view text :
       {"", "yesterday", "2024-02-30", "2024-13", "2024-00-01", "24-01-01", "0101-01-01"}) {
    EXPECT_FALSE(written_date(text)) << text;
  }
}

TEST(Paragraphs, WhatBeginsInsideGoesBehind) {
  Paragraphs text(1000);
  text.begin();
  text.text(" The\n quay");
  text.begin();
  text.text("A note.");
  text.begin();
  text.text("Its own note.");
  text.end();
  text.end();
  text.text(" is closed. ");
  text.end();
  text.text("The ferry.");
  EXPECT_EQ(text.take(), "The quay is closed.\n\nA note.\n\nIts own note.\n\nThe ferry.");
  EXPECT_EQ(text.take(), "");
}

TEST(Paragraphs, LevelsBeyondThoseThatCountLoseNoText) {
  Paragraphs text(1000);
  for (int i = 0; i < 40; ++i) {
    text.begin();
    text.text("a");
  }
  for (int i = 0; i < 40; ++i) {
    text.text("b");
    text.end();
  }
  const std::string all = text.take();
  EXPECT_EQ(std::count(all.begin(), all.end(), 'a'), 40);
  EXPECT_EQ(std::count(all.begin(), all.end(), 'b'), 40);
}

TEST(Paragraphs, MoreThanAllowedIsRefused) {
  Paragraphs text(5);
  text.text("12 45");
  EXPECT_THROW(text.text("6"), Refused);
}

TEST(Members, PathsAreThoseOfThePart) {
  EXPECT_EQ(member_at("", "word/document.xml"), "word/document.xml");
  EXPECT_EQ(member_at("word/document.xml", "styles.xml"), "word/styles.xml");
  EXPECT_EQ(member_at("word/document.xml", "/word/styles.xml"), "word/styles.xml");
  EXPECT_EQ(member_at("ppt/slides/a.xml", "../b/./c.xml"), "ppt/b/c.xml");
  EXPECT_EQ(member_at("a.opf", "../../../etc/passwd"), "etc/passwd");
}

}  // namespace
}  // namespace reprise::detail

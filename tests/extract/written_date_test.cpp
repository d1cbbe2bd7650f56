#include "reprise/extract/written_date.h"

#include <gtest/gtest.h>

namespace reprise::detail {
namespace {

TEST(WrittenDate, ReadsRelativesOfIso8601) {
  EXPECT_EQ(written_date("2031-05-12T08:30:15+0100"), "2031-05-12T08:30:15+01:00");
  EXPECT_EQ(written_date(" 2031-05-12T08:30:15.123Z "), "2031-05-12T08:30:15Z");
  EXPECT_EQ(written_date("2031-05-12 08:30"), "2031-05-12T08:30");
  EXPECT_EQ(written_date("2031/5/2"), "2031-05-02");
  EXPECT_EQ(written_date("20310512"), "2031-05-12");
  EXPECT_EQ(written_date("2031-05"), "2031-05");
  EXPECT_EQ(written_date("2031"), "2031");
}

TEST(WrittenDate, ReadsDatesOfMailsAndFeeds) {
  EXPECT_EQ(written_date("Mon, 12 May 2031 08:30:15 GMT"), "2031-05-12T08:30:15Z");
  EXPECT_EQ(written_date("12 May 2031 08:30:15 -0500"), "2031-05-12T08:30:15-05:00");
  EXPECT_EQ(written_date("Mon, 12 May 2031 08:30 EST"), "2031-05-12");
}

TEST(WrittenDate, ReadsWordsOfSixLanguages) {
  EXPECT_EQ(written_date("May 12th, 2031"), "2031-05-12");
  EXPECT_EQ(written_date("Posted on November 3, 2031 at 8:05 pm"), "2031-11-03T20:05");
  EXPECT_EQ(written_date("Fri 6:45 PM, Feb 16, 2018"), "2018-02-16");
  EXPECT_EQ(written_date("3. März 2031"), "2031-03-03");
  EXPECT_EQ(written_date("3 février 2031"), "2031-02-03");
  EXPECT_EQ(written_date("3 de diciembre de 2031"), "2031-12-03");
  EXPECT_EQ(written_date("3 de fevereiro de 2031"), "2031-02-03");
  EXPECT_EQ(written_date("3 luglio 2031"), "2031-07-03");
}

TEST(WrittenDate, ReadsTheYearLastWhereTheOrderIsSure) {
  EXPECT_EQ(written_date("18.11.2031"), "2031-11-18");
  EXPECT_EQ(written_date("3.4.2031, 08:30"), "2031-04-03T08:30");
  EXPECT_EQ(written_date("18/11/2031"), "2031-11-18");
  EXPECT_EQ(written_date("11/18/2031 8:05 pm"), "2031-11-18T20:05");
  EXPECT_EQ(written_date("18-11-2031"), "2031-11-18");
  EXPECT_FALSE(written_date("03/04/2031"));
  EXPECT_FALSE(written_date("18/19/2031"));
  EXPECT_FALSE(written_date("18/11-2031"));
}

TEST(WrittenDate, ReadsSecondsSince1970) {
  EXPECT_EQ(written_date("1574063860"), "2019-11-18T07:57:40Z");
  EXPECT_EQ(written_date("1574063860123"), "2019-11-18T07:57:40Z");
}

TEST(WrittenDate, ReadsADateInsideOfOtherText) {
  EXPECT_EQ(written_date("입력: [2018-08-25 15:24]"), "2018-08-25");
}

TEST(WrittenDate, WhatIsNoDayIsNone) {
  for (const char* text : {"", "yesterday", "2031-02-30", "2031-13", "03/04/2031", "12345", "0000",
                           "2031-05-123", "99999999999", "May", "12 12 2031"}) {
    EXPECT_EQ(written_date(text), std::nullopt) << text;
  }
}

TEST(WrittenDate, IsReadFromAnAddress) {
  EXPECT_EQ(date_in_url("https://a.example/2031/05/12/ferry"), "2031-05-12");
  EXPECT_EQ(date_in_url("https://a.example/2031-05-12-ferry"), "2031-05-12");
  EXPECT_EQ(date_in_url("https://a.example/2031/05/ferry"), std::nullopt);
  EXPECT_EQ(date_in_url("https://a.example/2031/15/12/ferry"), std::nullopt);
}

}  // namespace
}  // namespace reprise::detail

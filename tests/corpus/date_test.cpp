#include "reprise/corpus/date.h"

#include <gtest/gtest.h>

#include <string>

namespace reprise::detail {
namespace {

constexpr int64_t day = 86400;
constexpr int64_t feb_6_2025 = 1738800000;  // 2025-02-06T00:00Z

TEST(Date, CoversWhatItMayMean) {
  const struct {
    std::string_view text;
    DateRange range;
  } table[] = {
      {"1970", {0, 365 * day}},
      {"1972", {730 * day, 1096 * day}},  // a leap year
      {"1970-02", {31 * day, 59 * day}},
      {"1972-02", {761 * day, 790 * day}},
      {"1970-12", {334 * day, 365 * day}},
      {"1969-12-31", {-day, 0}},
      {"2025-02-06", {feb_6_2025, feb_6_2025 + day}},
      {"2024-02-29", {feb_6_2025 - 343 * day, feb_6_2025 - 342 * day}},
      {"2000-02-29", {951782400, 951782400 + day}},
      {"2025-02-06T14:30Z", {feb_6_2025 + 52200, feb_6_2025 + 52260}},
      {"2025-02-06T14:30:05Z", {feb_6_2025 + 52205, feb_6_2025 + 52206}},
      {"2025-02-06T14:30", {feb_6_2025 + 52200, feb_6_2025 + 52260}},
      {"2025-02-06 14:30:05", {feb_6_2025 + 52205, feb_6_2025 + 52206}},
      {"2025-02-06 14:30:05.25", {feb_6_2025 + 52205, feb_6_2025 + 52206}},
      {"2025-02-06 14:30:05 UTC", {feb_6_2025 + 52205, feb_6_2025 + 52206}},
      {"2025-02-06 14:30:05 +0100", {feb_6_2025 + 48605, feb_6_2025 + 48606}},
      {"2025-02-06 14:30:05Z", {feb_6_2025 + 52205, feb_6_2025 + 52206}},
      {"2025-02-06T14:30:05.123456Z", {feb_6_2025 + 52205, feb_6_2025 + 52206}},
      {"2025-02-06T14:30:00+01:00", {feb_6_2025 + 48600, feb_6_2025 + 48601}},
      {"2025-02-06T14:30:00-0530", {feb_6_2025 + 72000, feb_6_2025 + 72001}},
      {"2025-02-06T14:30:00+01", {feb_6_2025 + 48600, feb_6_2025 + 48601}},
      {"2025-02-06T00:30+01:00", {feb_6_2025 - 1800, feb_6_2025 - 1740}},
  };
  for (const auto& [text, range] : table) {
    const auto parsed = parse_date(text);
    ASSERT_TRUE(parsed) << text;
    EXPECT_EQ(parsed->begin, range.begin) << text;
    EXPECT_EQ(parsed->end, range.end) << text;
  }
}

TEST(Date, WhatIsNoneIsNone) {
  for (const std::string_view text : {"",
                                      "yesterday",
                                      "20",
                                      "20250206",
                                      "2025-",
                                      "2025-0",
                                      "2025-00",
                                      "2025-13",
                                      "2025-02-30",
                                      "2023-02-29",
                                      "1900-02-29",
                                      "2025-04-31",
                                      "2025-02-00",
                                      "2025-2-6",
                                      "06.02.2025",
                                      "2025/02/06",
                                      "2025-02-06T",
                                      "2025-02-06T14Z",
                                      "2025-02-06T24:30Z",
                                      "2025-02-06T14:60Z",
                                      "2025-02-06T14:30 ",
                                      "2025-02-06T14:30:00 CET",
                                      "2025-02-06T14:30:00  Z",
                                      "2025-02-06T14:30:00 UTCZ",
                                      "2025-02-06T14:30:61Z",
                                      "2025-02-06T14:30:00.Z",
                                      "2025-02-06T14:30:00+",
                                      "2025-02-06T14:30:00+1",
                                      "2025-02-06T14:30:00+01:",
                                      "2025-02-06T14:30:00+01:60",
                                      "2025-02-06T14:30:00+24:00",
                                      "2025-02-06T14:30ZZ",
                                      "2025-02-06 ",
                                      " 2025-02-06",
                                      "-2025",
                                      "2025-02-06x",
                                      "２０２５"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Date, BeforeIsSaidOnlyWhereItIsSure) {
  const auto before = [](std::string_view a, std::string_view b) {
    return surely_before(parse_date(a).value(), parse_date(b).value());
  };
  EXPECT_TRUE(before("2025-02-05", "2025-02-06"));
  EXPECT_TRUE(before("2024", "2025-01"));
  EXPECT_TRUE(before("2025-02-06T14:30:00+02:00", "2025-02-06T13:00:00Z"));
  EXPECT_FALSE(before("2025-02", "2025-02-06"));
  EXPECT_FALSE(before("2025-02-06", "2025-02"));
  EXPECT_FALSE(before("2025-02-06", "2025-02-06"));
  EXPECT_FALSE(before("2025-02-06", "2025-02-06T14:30Z"));
  EXPECT_FALSE(before("2025-02-06", "2025-02-05"));
}

}  // namespace
}  // namespace reprise::detail

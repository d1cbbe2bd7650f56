// Escapes of addresses.
#include "reprise/base/percent_escape.h"

#include <gtest/gtest.h>

namespace reprise::detail {
namespace {

TEST(PercentEscape, EveryByteComesBackInCapitalsAndSmallLetters) {
  for (const std::string digits : {"0123456789ABCDEF", "0123456789abcdef"}) {
    for (size_t value = 0; value < 256; ++value) {
      const std::string text = std::string("a%") + digits[value / 16] + digits[value % 16];
      EXPECT_EQ(percent_escape_at(text, 1), static_cast<char>(value)) << text;
    }
  }
}

TEST(PercentEscape, WhatIsNoneIsNone) {
  for (const char* text : {"", "%", "%2", "%%20", "20", "%2g", "%g2", "% 2", "%+2", "%-2", "%0x"}) {
    EXPECT_EQ(percent_escape_at(text, 0), std::nullopt) << text;
  }
  EXPECT_EQ(percent_escape_at("a%20", 0), std::nullopt);
  EXPECT_EQ(percent_escape_at("a%20", 4), std::nullopt);
}

}  // namespace
}  // namespace reprise::detail

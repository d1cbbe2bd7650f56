#include "reprise/language/quotes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace reprise::detail {
namespace {

std::vector<std::string> quotations(std::string_view text) {
  std::vector<std::string> found;
  for (Span span : find_quotations(text)) {
    found.emplace_back(span.in(text));
  }
  return found;
}

TEST(Quotes, KindsOfMarks) {
  EXPECT_EQ(quotations("He said “yes” and \"no\"."), (std::vector<std::string>{"yes", "no"}));
  EXPECT_EQ(quotations("Er sagte „ja“ und «nein»."), (std::vector<std::string>{"ja", "nein"}));
  EXPECT_EQ(quotations("「はい」"), (std::vector<std::string>{"はい"}));
}

TEST(Quotes, SingleMarksAreApostrophes) {
  EXPECT_TRUE(quotations("It's the sailors' 'own' idea").empty());
}

TEST(Quotes, OtherMarksInsideAQuotationBelongToIt) {
  EXPECT_EQ(quotations("“a «b» c” d"), (std::vector<std::string>{"a «b» c"}));
}

TEST(Quotes, AnUnclosedQuotationEndsWithItsParagraph) {
  EXPECT_EQ(quotations("“one\n\ntwo “three”"), (std::vector<std::string>{"one\n", "three"}));
  EXPECT_EQ(quotations("\"one"), (std::vector<std::string>{"one"}));
  EXPECT_TRUE(quotations("\"").empty());
}

TEST(Quotes, QuotedBytesOfASpan) {
  const std::string text = "ab \"cd\" ef \"gh\"";
  const auto found = find_quotations(text);
  EXPECT_EQ(quoted_bytes(found, {0, 3}), 0u);
  EXPECT_EQ(quoted_bytes(found, {5, 12}), 1u);  // the d
  EXPECT_EQ(quoted_bytes(found, {0, static_cast<uint32_t>(text.size())}), 4u);
}

}  // namespace
}  // namespace reprise::detail

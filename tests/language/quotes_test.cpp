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

using Strings = std::vector<std::string>;

TEST(Quotes, SingleMarksThatAreNoApostrophes) {
  const std::pair<std::string_view, Strings> table[] = {
      {"It's the sailors' 'own' idea", {"own"}},
      {"'The boys' club is closed,' he said. 'It's late.'",
       {"The boys' club is closed,", "It's late."}},
      {"‘The boys’ club’s closed,’ he said. (‘So.’)", {"The boys’ club’s closed,", "So."}},
      {"He said 'there are no tigers' and left. 'No.'", {"there are no tigers", "No."}},
      {"„Er sagte ‚ja‘ dazu“, schrieb er, ‚nein‘, ‚so’.", {"Er sagte ‚ja‘ dazu", "nein", "so"}},
      {"‘He said “no” to me’ and “He said ‘no’ to me”",
       {"He said “no” to me", "He said ‘no’ to me"}},
      {"‘One.\n\n‘Two.’ Three", {"One.\n", "Two."}},
      {"'One\n\ntwo' three 'four'", {"four"}},
      {"他说‘你好’。", {"你好"}},
      {"a 'b\n\n\"c\"", {"c"}},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(quotations(text), expected) << text;
  }
}

TEST(Quotes, TextsWithApostrophesAloneStayUnquoted) {
  for (const std::string_view text :
       {"It's the sailors' idea, the boys' club's", "'Tis the '90s, rock 'n' roll, dogs' days.",
        "’Twas ’em: the ’90s’ best, ’n’ so on", "Dutch 's morgens, 't is 'n dag' so",
        "the bosses' and workers' union", "Hawai‘i and O‘ahu’s", "5' 10'' and 6'"}) {
    EXPECT_TRUE(quotations(text).empty()) << text;
  }
}

TEST(Quotes, MarksOfEveryShape) {
  const std::pair<std::string_view, Strings> table[] = {
      {"``one'' and ``two\" and ＂three＂", {"one", "two", "three"}},
      {"„tak” i „nein“ und «oui» »ja« »joo» ‹si›", {"tak", "nein", "oui", "ja", "joo", "si"}},
      {"”ja”, 〝はい〟『はい』", {"ja", "はい", "はい"}},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(quotations(text), expected) << text;
  }
}

TEST(Quotes, CostOfStrayMarksIsLinear) {
  std::string text;
  for (int i = 0; i < 100000; ++i) {
    text += i % 3 == 0 ? "'as 'b " : "‘as’ c ";
  }
  EXPECT_FALSE(quotations(text).empty());
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

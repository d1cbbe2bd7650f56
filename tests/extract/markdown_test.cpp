#include "reprise/extract/markdown.h"

#include <gtest/gtest.h>

#include "reprise/base/utf8.h"

namespace reprise::detail {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// The text that is left; `front` must be all before it.
void expect_rest(std::string_view front, std::string_view rest = "The quay is closed.\n") {
  const std::string bytes = std::string(front) + std::string(rest);
  EXPECT_EQ(bytes.substr(read_front_matter(bytes).size), rest) << front;
}

Extracted says(const std::string& front) {
  const std::string bytes = front + "Text.\n";
  const FrontMatter found = read_front_matter(bytes);
  EXPECT_EQ(found.size, front.size());
  EXPECT_EQ(found.says.text, "");
  return found.says;
}

TEST(FrontMatter, YamlGivesMetadataAndFurtherFields) {
  const Extracted all = says(
      "---\ntitle: \"Ferry: \\u201Clate\\u201D\"\ndate: 2024-5-6 07:08:09 +0100\n"
      "author: A. Writer\npermalink: /2024/ferry/\nsource: Harbour News\ntranslated: false\n"
      "tags: [quay, \"ferry, old\"] # two\ncategories:\n- news\n- harbour\n---\n");
  EXPECT_EQ(all.title, "Ferry: “late”");
  EXPECT_EQ(all.date, "2024-05-06T07:08:09+01:00");
  EXPECT_EQ(all.url, "/2024/ferry/");
  EXPECT_EQ(all.source, "Harbour News");
  EXPECT_EQ(all.further, (Pairs{{"author", "A. Writer"},
                                {"translated", "false"},
                                {"tags", "quay, ferry, old"},
                                {"categories", "news, harbour"}}));
}

TEST(FrontMatter, YamlHasBlocksNestingCommentsAndLinesThatGoOn) {
  const Extracted all = says(
      "---\n# a comment\ntitle: >-\n  Ferry\n  delayed\nabstract: |\n  One line,\n\n  and two.\n"
      "authors:\n  - name: A. Writer\n    at: Harbour\n  - name: 'B. O''Hara'\n"
      "summary: It began\n  on Monday\nempty:\nnull_one: ~\nplace: # where\n  city: Quayside\n"
      "list: [one,\n  two\n]\nplain:   colon:inside and a # comment\n...\n");
  EXPECT_EQ(all.title, "Ferry delayed");
  EXPECT_EQ(all.further, (Pairs{{"author", "A. Writer, B. O'Hara"},
                                {"abstract", "One line,\n\nand two."},
                                {"authors.at", "Harbour"},
                                {"summary", "It began on Monday"},
                                {"place.city", "Quayside"},
                                {"list", "one, two"},
                                {"plain", "colon:inside and a"}}));
}

TEST(FrontMatter, TomlGivesTheSame) {
  const Extracted all = says(
      "+++\ntitle = 'Ferry \\ late'\ndate = 2024-05-06T07:08:09Z\nurl = \"https://example.org/f\"\n"
      "tags = [\n  \"quay\", # one\n  \"ferry\",\n]\n[author]\nname = \"A. Writer\"\n"
      "[params]\nshort = \"\"\"\nTwo\nlines\"\"\"\ninline = { a = 1, b = \"two\" }\n+++\n");
  EXPECT_EQ(all.title, "Ferry \\ late");
  EXPECT_EQ(all.date, "2024-05-06T07:08:09Z");
  EXPECT_EQ(all.url, "https://example.org/f");
  ASSERT_EQ(all.further.size(), 5u);
  EXPECT_EQ(all.further[0], Pairs::value_type("author", "A. Writer"));
  EXPECT_EQ(all.further[3], Pairs::value_type("params.inline.a", "1"));
  EXPECT_EQ(all.further[4], Pairs::value_type("params.inline.b", "two"));
}

TEST(FrontMatter, JsonGivesTheSame) {
  const Extracted all = says(
      "{\n \"title\": \"Ferry }\", \"date\": \"2024-05-06\",\n \"author\": {\"name\": \"A. "
      "Writer\"},"
      " \"tags\": [\"a\", \"b\"], \"draft\": false, \"none\": null\n}\n");
  EXPECT_EQ(all.title, "Ferry }");
  EXPECT_EQ(all.date, "2024-05-06");
  EXPECT_EQ(all.further, (Pairs{{"author", "A. Writer"}, {"tags", "a, b"}, {"draft", "false"}}));
}

TEST(FrontMatter, AnAddressAsSourceIsTheAddress) {
  const Extracted clipped = says("---\nsource: https://example.org/a\n---\n");
  EXPECT_EQ(clipped.url, "https://example.org/a");
  EXPECT_FALSE(clipped.source);
  EXPECT_EQ(says("---\npermalink: /a/\ncanonical: https://example.org/b\n---\n").url,
            "https://example.org/b");
}

TEST(FrontMatter, ADateThatIsNoneStaysAField) {
  const Extracted all = says("---\ndate: last week\n---\n");
  EXPECT_FALSE(all.date);
  EXPECT_EQ(all.further, (Pairs{{"date", "last week"}}));
}

TEST(FrontMatter, OffsetsCountMarksAndLineEndsOnDisk) {
  expect_rest("\xEF\xBB\xBF---\r\ntitle: a\r\n---\r\n");
  expect_rest("---  \ntitle: a\n--- \n");
  expect_rest("---\n---\n");
  expect_rest("---\ntitle: a\n---", "");
}

TEST(FrontMatter, RulesTablesAndProseAreNone) {
  for (const std::string_view text :
       {"---\n\nThe quay is closed.\n\n---\n",
        "---\nThe quay is closed: it rains, they say.\n---\n", "---\ntitle: never closed\n",
        "Title\n---\na: b\n---\n", "--- | ---\na | b\n---\n", "----\ntitle: a\n----\n",
        "---\n| a | b |\n---\n", "+++\nprose\n+++\n", "{\"title\": \n", "{{< shortcode >}}\n",
        "{a}\n", "{\"a\": 1} and prose\n", "\n---\ntitle: a\n---\n", "", "---", "---\n", "+++"}) {
    EXPECT_EQ(read_front_matter(text).size, 0u) << text;
  }
}

TEST(FrontMatter, BrokenBytesBecomeValidText) {
  const Extracted all = says("---\ntitle: caf\xE9\n---\n");
  EXPECT_TRUE(is_valid_utf8(*all.title));
}

TEST(FrontMatter, DeepAndLongOnesAreBounded) {
  says("---\na: " + std::string(100'000, '[') + "\n---\n");
  says("---\na: " + std::string(100'000, '[') + std::string(100'000, ']') + "\n---\n");
  std::string dashes = "---\n";
  for (int i = 0; i < 600; ++i) {
    dashes += std::string(static_cast<size_t>(i), ' ') + "k: \n";
  }
  says(dashes + "---\n");
  EXPECT_EQ(read_front_matter("---\n" + std::string(2 << 20, 'a') + ": b\n---\n").size, 0u);
}

}  // namespace
}  // namespace reprise::detail

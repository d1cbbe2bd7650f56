// What is JSON and what isn't: nlohmann's parser is the oracle.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reprise/base/utf8.h"
#include "reprise/io/json_record.h"
#include "support/generator.h"
#include "support/json_lines.h"

namespace reprise::detail {
namespace {

using support::object_of;
using support::parse;
using Json = nlohmann::json;

// Valid and invalid values, where Reprise takes them and where it passes over them: the oracle
// decides.
TEST(JsonRecord, AgreesWithAStrictParserOnWhatIsJson) {
  const std::vector<std::string> values{"1",
                                        "-1",
                                        "-0",
                                        "0.5",
                                        "1e5",
                                        "1E-5",
                                        "1.5e+5",
                                        "01",
                                        "-01",
                                        "+1",
                                        ".5",
                                        "1.",
                                        "1.e5",
                                        "1e",
                                        "1e+",
                                        "-",
                                        "--1",
                                        "0x1",
                                        "1_000",
                                        "1 2",
                                        "NaN",
                                        "Infinity",
                                        "-Infinity",
                                        "nan",
                                        "true",
                                        "false",
                                        "null",
                                        "True",
                                        "tru",
                                        "truex",
                                        "nulll",
                                        "\"a\"",
                                        "\"a",
                                        "a\"",
                                        "'a'",
                                        "\"\\a\"",
                                        "\"\\u12\"",
                                        "\"\\u12g4\"",
                                        "\"\\u1234\"",
                                        "\"\\\"",
                                        "\"\t\"",
                                        "\"\x01\"",
                                        "\"\x7f\"",
                                        "\"\\ud83c\\udf88\"",
                                        "\"\\ud800\"",
                                        "\"\\ud800x\"",
                                        "\"\\ud800\\u0041\"",
                                        "\"\\udc00\"",
                                        "\"\\udc00\\ud800\"",
                                        "\"\\u0000\"",
                                        "[]",
                                        "[1]",
                                        "[1,]",
                                        "[,1]",
                                        "[,]",
                                        "[1 2]",
                                        "[1,,2]",
                                        "[",
                                        "]",
                                        "[1",
                                        "[[]",
                                        "[]]",
                                        "[1}",
                                        "{}",
                                        "{\"a\":1}",
                                        "{\"a\":1,}",
                                        "{,}",
                                        "{\"a\"}",
                                        "{\"a\":}",
                                        "{\"a\" 1}",
                                        "{a:1}",
                                        "{'a':1}",
                                        "{1:1}",
                                        "{\"a\":1 \"b\":2}",
                                        "{\"a\":1,,\"b\":2}",
                                        "{\"a\"::1}",
                                        "{\"a\":1]",
                                        "{\"a\":{\"b\":[1,{}]}}",
                                        "{\"a\":[1,2,],\"b\":1}",
                                        "[[1,],2]",
                                        "[{\"a\":1,}]",
                                        "/* c */ 1",
                                        "1 // c",
                                        "",
                                        " ",
                                        ",",
                                        ":",
                                        "\xEF\xBB\xBF"
                                        "1",
                                        "18446744073709551615",
                                        "18446744073709551616",
                                        "-9223372036854775808",
                                        "-9223372036854775809",
                                        "123456789012345678901234567890",
                                        "1234567890123456789012345678901x",
                                        "1e308",
                                        "1e-400",
                                        "[18446744073709551616,]",
                                        "[18446744073709551616,01]",
                                        "\f1",
                                        "\v1",
                                        "1\r",
                                        " 1\t",
                                        "\"\xc3\xa9\""};
  const std::vector<std::pair<std::string, std::string>> places{
      {R"({"text":"t","id":)", "}"},
      {R"({"text":"t","other":)", "}"},
      {R"({"x":{"y":[)", R"(]},"text":"t"})"},
      {R"({"text":"t","x":[1,)", R"(,"z"]})"},
      {R"({"text":"t"})", ""},
      {"", R"({"text":"t"})"},
      {R"({"text":"t",)", R"(:1})"},
  };
  for (const auto& [before, after] : places) {
    for (const std::string& value : values) {
      const std::string line = before + value + after;
      const bool valid = Json::accept(line) && Json::parse(line).is_object();
      const auto [record, error] = parse(line);
      EXPECT_EQ(record.has_value() && !record->mended.any(), valid) << line << "\n" << error;
      if (!record || !valid) {
        continue;
      }
      EXPECT_TRUE(is_valid_utf8(record->text) && is_valid_utf8(record->extra)) << line;
      EXPECT_TRUE(Json::accept(record->extra)) << record->extra;
    }
  }
}

// Random damage to a good record: one byte changed, dropped or doubled.
TEST(JsonRecord, AgreesWithAStrictParserOnDamagedLines) {
  const std::string good =
      R"({"id": 12.50, "text": "a\u00e9\n\"q\" b", "t": [true, null, {"k": [1, 2, -3e4]}], )"
      R"("x": {"a": {}, "b": "\\"}})";
  support::Random random(5);
  const std::string bytes = "{}[]\",:\\ 0.1-eE+tnu/\n\t\x01\x7f";
  size_t valid_lines = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string line = good;
    for (uint64_t edits = 1 + random.below(2); edits > 0; --edits) {
      const size_t at = random.below(line.size());
      switch (random.below(3)) {
        case 0: line[at] = random.pick(bytes); break;
        case 1: line.erase(at, 1); break;
        default: line.insert(at, 1, random.pick(bytes));
      }
    }
    const Json oracle = Json::parse(line, nullptr, false);
    const bool valid = oracle.is_object() && oracle.contains("text") && oracle["text"].is_string();
    const auto [record, error] = parse(line);
    ASSERT_EQ(record.has_value(), valid) << line << "\n" << error;
    valid_lines += valid;
    if (valid) {
      ASSERT_EQ(record->text, oracle["text"]) << line;
    }
  }
  EXPECT_GT(valid_lines, 1000u);  // or the test would say little
}

// RFC 8259 sets no bounds to numbers; simdjson and nlohmann do, Python doesn't.
TEST(JsonRecord, NumbersThatNoDoubleHoldsAreJson) {
  for (const std::string number :
       {"1e999", "-1e999", "1e-999", "123456789012345678901234567890e300"}) {
    EXPECT_TRUE(parse(object_of("\"x\":" + number)).record) << number;
    EXPECT_TRUE(parse(object_of("\"x\":[{\"y\":" + number + "}]")).record) << number;
    EXPECT_FALSE(parse(object_of("\"x\":" + number + "x")).record) << number;
    EXPECT_FALSE(parse(object_of("\"x\":[" + number + ",]")).record) << number;
    EXPECT_FALSE(parse(object_of("\"x\":0" + number)).record) << number;
  }
  // Numbers in strings are none.
  EXPECT_EQ(parse(R"({"x":1e999,"text":"say \"01\" and 1. and -"})").record.value().text,
            "say \"01\" and 1. and -");
}

TEST(JsonRecord, DeepNestingIsReadOrRefusedButNeverCrashes) {
  const auto nested = [](size_t depth) {
    return object_of("\"x\":" + std::string(depth, '[') + std::string(depth, ']'));
  };
  EXPECT_TRUE(parse(nested(500)).record);
  const auto [record, error] = parse(nested(100'000));
  EXPECT_FALSE(record);
  EXPECT_NE(error.find("too deeply"), std::string::npos) << error;
}

}  // namespace
}  // namespace reprise::detail

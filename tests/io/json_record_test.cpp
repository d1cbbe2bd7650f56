// nlohmann's parser is the oracle for what is JSON, Python's json module the model for what a
// record means.
#include "reprise/io/json_record.h"

#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "reprise/base/utf8.h"
#include "reprise/io/block_reader.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using Json = nlohmann::json;

struct Parsed {
  std::optional<JsonRecord> record;
  std::string error;
};

// What follows the line must not matter: it is filled with bytes that would change the record if
// they were read.
Parsed parse(std::string_view line, const FieldNames& names = {}) {
  std::string padded(line);
  while (padded.size() < line.size() + BlockReader::padding) {
    padded += "\"}],1";
  }
  JsonRecordParser parser(names);
  Parsed parsed;
  RecordComplaint complaint;
  parsed.record = parser.parse(std::string_view(padded).substr(0, line.size()), complaint);
  parsed.error = complaint.what;
  EXPECT_EQ(complaint.what.empty(), complaint.remedy.empty()) << line;
  EXPECT_EQ(parsed.record.has_value(), parsed.error.empty()) << line;
  return parsed;
}

std::string object_of(std::string_view member) {
  return R"({"text":"t",)" + std::string(member) + "}";
}

TEST(JsonRecord, KnownFieldsAreTakenOthersPassThrough) {
  const auto [record, error] = parse(
      R"({"id":"a1","lang":"en","text":"The ferry","title":"T","n":[1, {"x":null}],"source":"S","date":"2025","url":"u"})");
  ASSERT_TRUE(record) << error;
  EXPECT_EQ(record->text, "The ferry");
  EXPECT_EQ(record->id, "a1");
  EXPECT_EQ(record->title, "T");
  EXPECT_EQ(record->source, "S");
  EXPECT_EQ(record->date, "2025");
  EXPECT_EQ(record->url, "u");
  EXPECT_EQ(Json::parse(record->extra), Json::parse(R"({"lang":"en","n":[1,{"x":null}]})"));
  EXPECT_FALSE(record->mended.any());
}

TEST(JsonRecord, AbsentAndNullFieldsAreEmpty) {
  const auto [record, error] = parse(R"({"text":"","title":null})");
  ASSERT_TRUE(record) << error;
  EXPECT_EQ(record->text, "");
  EXPECT_FALSE(record->id || record->title || record->source || record->date || record->url);
  EXPECT_EQ(record->extra, "{}");
}

TEST(JsonRecord, AStructureOrAnEmptyStringIsNoField) {
  const auto [record, error] =
      parse(R"({"text":"t","source":{"name":"Courier"},"url":["a"],"date":"","id":""})");
  ASSERT_TRUE(record) << error;
  EXPECT_EQ(record->source, std::nullopt);
  EXPECT_EQ(record->date, std::nullopt);
  EXPECT_EQ(record->id, std::nullopt);
  EXPECT_EQ(Json::parse(record->extra),
            Json::parse(R"({"source":{"name":"Courier"},"url":["a"]})"));
}

TEST(JsonRecord, NumbersAndBooleansStandAsWritten) {
  for (const std::string written :
       {"1", "1.0", "1e3", "-0", "0.10", "1E+2", "18446744073709551616",
        "123456789012345678901234567890", "0.1000000000000000055511151231257827", "1e999", "true",
        "false"}) {
    const auto [record, error] = parse(object_of("\"id\": " + written + " ,\"title\":" + written));
    ASSERT_TRUE(record) << written << ": " << error;
    EXPECT_EQ(record->id, written);
    EXPECT_EQ(record->title, written);
  }
}

TEST(JsonRecord, ExtraKeepsNumbersAndNestingAsWritten) {
  const auto [record, error] = parse(
      R"( { "big" : 123456789012345678901234567890 , "text" : "t" , "f":1.0, "e":{ } ,"a":[ ], "q\"k":"v\u0041\n" , "t":true } )");
  ASSERT_TRUE(record) << error;
  EXPECT_EQ(
      record->extra,
      R"({"big":123456789012345678901234567890,"f":1.0,"e":{ },"a":[ ],"q\"k":"v\u0041\n","t":true})");
}

TEST(JsonRecord, DottedNamesGoInside) {
  const FieldNames names{.text = "body.content",
                         .id = "meta.id",
                         .title = "headline",
                         .source = "meta.site.name",
                         .date = "meta.published",
                         .url = "url"};
  const auto [record, error] = parse(
      R"({"meta":{"id":7,"site":{"name":"Courier","country":"NO"},"published":"2031"},"body":{"content":"x"},"headline":"H"})",
      names);
  ASSERT_TRUE(record) << error;
  EXPECT_EQ(record->text, "x");
  EXPECT_EQ(record->id, "7");
  EXPECT_EQ(record->title, "H");
  EXPECT_EQ(record->source, "Courier");
  EXPECT_EQ(record->date, "2031");
  // What stands beside a field that was taken from inside is not lost.
  EXPECT_EQ(Json::parse(record->extra)["meta"]["site"]["country"], "NO");
}

TEST(JsonRecord, DottedNamesDoNotMatchByPrefixOrInOtherPlaces) {
  const FieldNames names{.title = "meta.title"};
  EXPECT_EQ(
      parse(R"({"text":"t","metatitle":"no","meta":{"titles":"no"},"x":{"meta":{"title":"no"}}})",
            names)
          .record.value()
          .title,
      std::nullopt);
  EXPECT_EQ(parse(R"({"text":"t","meta":"no object"})", names).record.value().title, std::nullopt);
  EXPECT_EQ(parse(R"({"text":"t","meta":[{"title":"no"}]})", names).record.value().title,
            std::nullopt);
}

TEST(JsonRecord, OneFieldMayServeUnderTwoNames) {
  const FieldNames names{.id = "url", .title = "text"};
  const auto [record, error] = parse(R"({"text":"t","url":"https://example.org/1"})", names);
  ASSERT_TRUE(record) << error;
  EXPECT_EQ(record->id, "https://example.org/1");
  EXPECT_EQ(record->url, "https://example.org/1");
  EXPECT_EQ(record->text, "t");
  EXPECT_EQ(record->title, "t");
}

TEST(JsonRecord, OfTwoEqualNamesTheLastCounts) {
  EXPECT_EQ(parse(R"({"text":"one","text":"two"})").record.value().text, "two");
  EXPECT_EQ(parse(R"({"text":"t","id":"a","id":null})").record.value().id, std::nullopt);
  EXPECT_EQ(parse(R"({"text":"t","id":"a","\u0069d":"b"})").record.value().id, "b");
  EXPECT_FALSE(parse(R"({"text":"one","text":2})").record);
  const FieldNames names{.title = "meta.title"};
  EXPECT_EQ(parse(R"({"text":"t","meta":{"title":"a"},"meta":{"title":"b"}})", names)
                .record.value()
                .title,
            "b");
  EXPECT_EQ(parse(R"({"text":"t","meta":{"title":"a"},"meta":{}})", names).record.value().title,
            std::nullopt);
  EXPECT_EQ(parse(R"({"text":"t","meta":{"title":"a"},"meta":5})", names).record.value().title,
            std::nullopt);
}

TEST(JsonRecord, ARecordWithoutATextIsNone) {
  const struct {
    std::string_view line, error;
  } table[] = {
      {R"({"title":"t"})", "has no \"text\""},
      {R"({"text":null})", "has no \"text\""},
      {R"({})", "has no \"text\""},
      {R"({"text":5})", "is no string"},
      {R"({"text":["a"]})", "is no string"},
      {R"({"text":{"a":1}})", "is no string"},
      {R"({"text":true})", "is no string"},
      {R"(["text"])", "no JSON object"},
      {R"("text")", "no JSON object"},
      {"5", "no JSON object"},
      {"null", "no JSON object"},
      {"text", "no JSON"},
      {"", "no JSON"},
      {R"({"Text":"a"})", "has no \"text\""},
  };
  for (const auto& [line, expected] : table) {
    const auto [record, error] = parse(line);
    EXPECT_FALSE(record) << line;
    EXPECT_NE(error.find(expected), std::string::npos) << line << ": " << error;
  }
}

TEST(JsonRecord, EscapesAreDecoded) {
  const auto [record, error] =
      parse(R"({"text":"a\u0000b\n\t\/\"\\ \u00e9 \ud83c\udf88","id":"\u0041"})");
  ASSERT_TRUE(record) << error;
  EXPECT_EQ(record->text, std::string("a\0b\n\t/\"\\ é 🎈", 16));
  EXPECT_EQ(record->id, "A");
}

TEST(JsonRecord, BrokenUtf8IsReplacedAndSaid) {
  const auto [record, error] =
      parse("{\"text\":\"caf\xe9 \xff\xfe!\",\"id\":\"\xc3\",\"x\":\"\x80\"}");
  ASSERT_TRUE(record) << error;
  EXPECT_EQ(record->mended, Mending{.utf8 = true});
  EXPECT_EQ(record->text, "caf\uFFFD \uFFFD!");
  EXPECT_EQ(record->id, "\uFFFD");
  EXPECT_EQ(record->extra, "{\"x\":\"\uFFFD\"}");
  // A surrogate as three bytes (CESU-8) is broken UTF-8 too; between the members it is no JSON.
  EXPECT_EQ(parse("{\"text\":\"\xed\xa0\xbc\"}").record.value().text, "\uFFFD");
  EXPECT_FALSE(parse("{\"text\":\"a\"}\xff").record);
  EXPECT_FALSE(parse("{\xff\"text\":\"a\"}").record);
}

TEST(JsonRecord, HalvesOfSurrogatePairsAreReplacedAndSaid) {
  const std::vector<std::pair<std::string, std::string>> texts{{R"(\ud83d)", "\uFFFD"},
                                                               {R"(\udf88)", "\uFFFD"},
                                                               {R"(a\uD83Dz)", "a\uFFFDz"},
                                                               {R"(\ud83d\ud83c\udf88)", "\uFFFD🎈"},
                                                               {R"(\udf88\ud83c)", "\uFFFD\uFFFD"},
                                                               {R"(\ud83d\u0041)", "\uFFFDA"},
                                                               {R"(\\\ud83d)", "\\\uFFFD"},
                                                               {R"(\ud83d\n)", "\uFFFD\n"}};
  for (const auto& [escaped, text] : texts) {
    const auto [record, error] = parse("{\"text\":\"" + escaped + "\"}");
    ASSERT_TRUE(record) << escaped << error;
    EXPECT_EQ(record->text, text);
    EXPECT_TRUE(record->mended == Mending{.surrogate = true});
  }
  EXPECT_EQ(parse(R"({"note":"\ud83d","text":"a"})").record.value().extra, R"({"note":"\ufffd"})");
  // No halves: a whole pair, and a backslash before a u.
  for (const char* line : {R"({"text":"\ud83c\udf88"})", R"({"text":"\\ud83d"})"}) {
    EXPECT_FALSE(parse(line).record.value().mended.any()) << line;
  }
}

TEST(JsonRecord, NaNAndInfinityReadAsNullAndAreSaid) {
  const auto [record, error] =
      parse(R"({"text":"NaN","id":NaN,"x":[NaN, -Infinity,Infinity],"y":{"z":NaN}})");
  ASSERT_TRUE(record) << error;
  EXPECT_EQ(record->text, "NaN");
  EXPECT_FALSE(record->id);
  EXPECT_EQ(record->extra, R"({"x":[null, null,null],"y":{"z":null}})");
  EXPECT_TRUE(record->mended == Mending{.number = true});
  // What is wrong otherwise stays wrong, and no text is no text.
  for (const char* line :
       {R"({"text":"a","x":NaNs})", R"({"text":"a","x":NaN,})", R"({"text":NaN})",
        R"({"text":"a","x":1NaN})", R"({"text":"a",NaN:1})"}) {
    EXPECT_TRUE(parse(line).error.starts_with("no JSON")) << line;
  }
}

TEST(JsonRecord, AParserForgetsTheRecordBefore) {
  JsonRecordParser parser({});
  RecordComplaint complaint;
  const auto parse_line = [&](std::string line) {
    const size_t size = line.size();
    line.resize(size + BlockReader::padding);
    return parser.parse(std::string_view(line).substr(0, size), complaint);
  };
  EXPECT_TRUE(parse_line("{\"text\":\"\xff\",\"id\":1,\"x\":2}")->mended.utf8);
  EXPECT_FALSE(parse_line("{"));
  const auto record = parse_line("{\"text\":\"a\"}");
  ASSERT_TRUE(record);
  EXPECT_EQ(complaint.what, "");
  EXPECT_FALSE(record->mended.any() || record->id);
  EXPECT_EQ(record->extra, "{}");
}

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
      R"({"id": 12.50, "text": "a\u00e9\n\"q\" b", "t": [true, null, {"k": [1, 2, -3e4]}], "x": {"a": {}, "b": "\\"}})";
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

TEST(JsonRecord, BlanksAroundAndACarriageReturnDoNotMatter) {
  EXPECT_EQ(parse(" \t{\"text\":\"a\"} \r").record.value().text, "a");
}

// --- the text alone

struct ParsedText {
  bool accepted = false;
  std::string text;  // a copy
  std::vector<std::optional<std::string>> values;
  Mending mended;
  RecordComplaint complaint;
};

// With a parser that has other records behind it, as in a file.
ParsedText parse_text(std::string_view line, const std::vector<std::string>& fields,
                      const FieldNames& names = {}) {
  std::string padded(line);
  while (padded.size() < line.size() + BlockReader::padding) {
    padded += "\"}],1";
  }
  JsonRecordParser parser(names);
  ParsedText parsed;
  const std::string before =
      R"({"text":"before","id":"before","x":[1,2]})" + std::string(BlockReader::padding, ' ');
  parser.parse_text(std::string_view(before).substr(0, before.size() - BlockReader::padding),
                    fields, parsed.complaint);
  const auto record =
      parser.parse_text(std::string_view(padded).substr(0, line.size()), fields, parsed.complaint);
  EXPECT_EQ(record.has_value(), parsed.complaint.what.empty()) << line;
  if (record) {
    parsed = {true, std::string(record->text), record->values, record->mended, parsed.complaint};
  }
  return parsed;
}

// Numbers may stand otherwise than they were written.
bool same_value(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  if (a == b) {
    return true;
  }
  if (!a || !b) {
    return false;
  }
  const Json x = Json::parse(*a, nullptr, false), y = Json::parse(*b, nullptr, false);
  return x.is_number() && y.is_number() && x == y;
}

// Expects what parse() gives, and returns whether the line is a record.
bool expect_same_as_parse(std::string_view line, const FieldNames& names) {
  const ParsedText text =
      parse_text(line, {names.id, names.title, names.source, names.date, names.url}, names);
  const auto [record, error] = parse(line, names);
  EXPECT_EQ(text.accepted, record.has_value()) << line << "\n" << error << text.complaint.what;
  EXPECT_EQ(text.complaint.what, error) << line;
  if (!text.accepted || !record) {
    return false;
  }
  EXPECT_EQ(text.text, record->text) << line;
  EXPECT_TRUE(text.mended == record->mended) << line;
  const std::vector<std::optional<std::string>> expected{record->id, record->title, record->source,
                                                         record->date, record->url};
  EXPECT_EQ(text.values.size(), expected.size());
  for (size_t i = 0; i < expected.size(); ++i) {
    EXPECT_TRUE(same_value(text.values[i], expected[i]))
        << line << "\nfield " << i << ": " << text.values[i].value_or("none") << " and "
        << expected[i].value_or("none");
  }
  return true;
}

const FieldNames dotted_names{
    .text = "text", .id = "a.b.c", .title = "a.b", .source = "a", .date = "d.e", .url = "text.x"};
const FieldNames dotted_text{
    .text = "a.b", .id = "a.c", .title = "id", .source = "a.b.c", .date = ".", .url = ".a"};

TEST(JsonText, GivesTheTextAndTheValuesAskedFor) {
  const ParsedText parsed = parse_text(
      R"({"n":7,"text":"a\u00e9\n","f":1.5,"t":true,"s":"x","e":"","z":null,"o":{"k":"v"},"l":[1]})",
      {"s", "n", "f", "t", "o.k"});
  ASSERT_TRUE(parsed.accepted);
  EXPECT_EQ(parsed.text, "aé\n");
  EXPECT_FALSE(parsed.mended.any());
  EXPECT_EQ(parsed.values, (std::vector<std::optional<std::string>>{"x", "7", "1.5", "true", "v"}));
  EXPECT_EQ(
      parse_text(R"({"text":"t","e":"","z":null,"o":{},"l":[1]})", {"e", "z", "o", "l", "none"})
          .values,
      (std::vector<std::optional<std::string>>(5)));
  EXPECT_TRUE(parse_text(R"({"text":"t"})", {}).values.empty());
  EXPECT_EQ(parse_text(R"({"text":"t"})", {"text", "text"}).values,
            (std::vector<std::optional<std::string>>{"t", "t"}));
}

TEST(JsonText, IsThatOfParseInHardCases) {
  const std::vector<std::string> lines{
      R"({"text":"t"})", R"({"text":""})", R"({"text":null})", R"({"text":5})", R"({"text":["t"]})",
      R"({"text":{}})", R"({"text":{"x":"t"}})", R"({})", R"([])", R"(["text"])", R"("text")", "5",
      "null", "true", "", " ", "text", "{", R"({"text":"t",})", R"({"text":"t"} x)",
      R"({"text":"t"}{"text":"u"})", " \t{\"text\":\"t\"} \r",
      // names that stand twice
      R"({"text":"one","text":"two"})", R"({"text":"one","text":2})", R"({"text":1,"text":"two"})",
      R"({"text":"one","text":null})", R"({"t\u0065xt":"escaped"})",
      R"({"text":"t","a":"x","\u0061":"y"})", R"({"text":"t","a":{"b":"x"},"a":{"b":"y"}})",
      R"({"text":"t","a":{"b":"x"},"a":{}})", R"({"text":"t","a":{"b":"x"},"a":5})",
      R"({"text":"t","a":5,"a":{"b":"x"}})", R"({"text":"t","a":{"b":"x"},"a.b":"y"})",
      R"({"text":"t","a.b":"y","a":{"b":"x"}})", R"({"text":"t","a.b":"y","a":{"x":1}})",
      R"({"text":"t","a.b":{"c":"y"},"a":{"b":1}})", R"({"text":"t","a":{"b.c":"y","b":{}}})",
      R"({"text":"t","a":{"b":{"c":"x"},"b.c":"y"}})",
      R"({"text":"t","a.b.c":"y","a":[],"a.b":{"c":0}})", R"({"text":"t","a.b.c":"y","a.b":{}})",
      R"({"text":"t","a":{"b":{"c":1},"b":{"c":2}},"a.b":3})",
      R"({"text":"t","a.b":3,"a":{"b":{"c":1}}})", R"({"text.x":"no","text":"t"})",
      R"({"text":{"x":"u"},"text":"t"})", R"({"text":"t","text.x":"u"})",
      R"({"":{"":"x","a":"y"},"text":"t",".":"z"})", R"({".a":"x","text":"t","":{"a":"y"}})",
      R"({"a":{"b":"t","c":1},"id":2})", R"({"a":{"b":"t"},"a":{"c":1}})",
      R"({"a.b":"t","a":{"c":1}})", R"({"a":{"c":1},"a.b":"t"})",
      R"({"a":{"b":{"c":"x"}},"a.b":"t"})",
      // numbers
      R"({"text":"t","a":1.0,"id":-0,"d":{"e":1e3}})",
      R"({"text":"t","a":18446744073709551615,"id":0.1})",
      R"({"text":"t","a":18446744073709551616})", R"({"text":"t","a":1e999,"d":{"e":"x"}})",
      R"({"text":"t","x":-1e999})", R"({"text":1e999})", R"({"text":"t","x":[1e999,01]})",
      R"({"text":"t","a":123456789012345678901234567890,"a":"x"})",
      R"({"text":"t","a":1e-999,"id":-0.0})", "123456789012345678901234567890", "[1e999]",
      // broken UTF-8
      "{\"text\":\"caf\xe9\",\"a\":\"\xff\"}", "{\"text\":\"t\",\"x\":\"\xc3\"}",
      "{\"te\xfft\":\"t\",\"text\":\"u\"}", "{\"text\":\"t\"}\xff", "{\xff\"text\":\"t\"}",
      "{\"text\":\"\xed\xa0\xbc\"}", "{\"text\":\"\xff\",\"a\":1e999,\"id\":5}", "\xff",
      "[\"\xff\"]", "{\"text\":5,\"x\":\"\xff\"}",
      // escapes
      R"({"text":"a\u0000b","a":"\u0000"})", R"({"text":"\ud83c"})", R"({"text":"t","x":"\ud83c"})",
      R"({"text":"t","\ud83c":"x"})", R"({"text":"\x"})", "{\"text\":\"a\tb\"}"};
  size_t records = 0;
  for (const std::string& line : lines) {
    for (const FieldNames& names : {FieldNames{}, dotted_names, dotted_text}) {
      records += expect_same_as_parse(line, names);
    }
  }
  EXPECT_GT(records, 60u);  // or the test would say little
}

TEST(JsonText, IsThatOfParseOnDamagedLines) {
  const std::vector<std::string> good{
      R"({"id": 12.50, "text": "a\u00e9\n\"q\" b", "t": [true, null, {"k": [1, 2, -3e4]}], "x": {"a": {}, "b": "\\"}})",
      R"({"a":{"b":{"c":"x","d":1},"c":null},"a.b":"t","d":{"e":"2031"},"text":"ü","source":"S","a":{"b":"u"}})",
      R"({"text":"t","a":18446744073709551616,"a.b":{"c":5},"id":"a","id":7,"url":"u","":{"a":1}})"};
  support::Random random(6);
  const std::string bytes = "{}[]\",:\\ 0.1-eE+tnuabc/\n\x01\xff\xc3";
  size_t records = 0;
  for (int round = 0; round < 12000 && !HasFailure(); ++round) {
    std::string line = random.pick(good);
    for (uint64_t edits = 1 + random.below(3); edits > 0; --edits) {
      const size_t at = random.below(line.size());
      switch (random.below(4)) {
        case 0: line[at] = random.pick(bytes); break;
        case 1: line.erase(at, 1); break;
        case 2: line.insert(at, 1, random.pick(bytes)); break;
        default: line.insert(at, line.substr(random.below(line.size()), random.below(12)));
      }
    }
    const FieldNames names[] = {FieldNames{}, dotted_names, dotted_text};
    records += expect_same_as_parse(line, names[random.below(3)]);
  }
  EXPECT_GT(records, 1000u);
}

// Whole members moved about and doubled: valid JSON with names in all orders.
TEST(JsonText, IsThatOfParseWithMembersInAllOrders) {
  support::Random random(7);
  const std::vector<std::string> keys{"text", "a", "b", "c",   "a.b", "a.b.c", "b.c",
                                      "id",   "d", "e", "d.e", "",    "."};
  const std::vector<std::string> plain{"null",   "\"t\"", "\"u\"", "\"\"", "1",
                                       "-2.5e3", "1e999", "true",  "[]"};
  const std::function<std::string(int)> object = [&](int depth) {
    std::string members;
    for (uint64_t n = random.below(6); n > 0; --n) {
      members += (members.empty() ? "" : ",") + Json(random.pick(keys)).dump() + ":" +
                 (depth > 0 && random.chance(0.4) ? object(depth - 1) : random.pick(plain));
    }
    return "{" + members + "}";
  };
  size_t records = 0;
  for (int round = 0; round < 20000 && !HasFailure(); ++round) {
    std::string line = object(3);
    if (random.chance(0.7)) {
      line.insert(1, line == "{}" ? R"("text":"t")" : R"("text":"t",)");
    }
    const FieldNames names[] = {FieldNames{}, dotted_names, dotted_text};
    records += expect_same_as_parse(line, names[random.below(3)]);
  }
  EXPECT_GT(records, 3000u);
}

}  // namespace
}  // namespace reprise::detail

// Python's json module is the model for what a record means.
#include "reprise/io/json_record.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reprise/base/utf8.h"
#include "support/json_lines.h"

namespace reprise::detail {
namespace {

using support::object_of;
using support::parse;
using Json = nlohmann::json;

TEST(JsonRecord, KnownFieldsAreTakenOthersPassThrough) {
  const auto [record, error] =
      parse(R"({"id":"a1","lang":"en","text":"The ferry","title":"T","n":[1, {"x":null}],)"
            R"("source":"S","date":"2025","url":"u"})");
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
  const auto [record, error] =
      parse(R"( { "big" : 123456789012345678901234567890 , "text" : "t" , "f":1.0, "e":{ } ,)"
            R"("a":[ ], "q\"k":"v\u0041\n" , "t":true } )");
  ASSERT_TRUE(record) << error;
  EXPECT_EQ(record->extra, R"({"big":123456789012345678901234567890,"f":1.0,"e":{ },"a":[ ],)"
                           R"("q\"k":"v\u0041\n","t":true})");
}

TEST(JsonRecord, DottedNamesGoInside) {
  const FieldNames names{.text = "body.content",
                         .id = "meta.id",
                         .title = "headline",
                         .source = "meta.site.name",
                         .date = "meta.published",
                         .url = "url"};
  const auto [record, error] =
      parse(R"({"meta":{"id":7,"site":{"name":"Courier","country":"NO"},"published":"2031"},)"
            R"("body":{"content":"x"},"headline":"H"})",
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
  const auto [of_printf, none] =
      parse(R"({"text":"-nan","x":[nan,-nan,inf,-inf,+Infinity,-NaN,INF]})");
  ASSERT_TRUE(of_printf) << none;
  EXPECT_EQ(of_printf->text, "-nan");
  EXPECT_EQ(of_printf->extra, R"({"x":[null,null,null,null,null,null,null]})");
  // What is wrong otherwise stays wrong, and no text is no text.
  for (const char* line :
       {R"({"text":"a","x":NaNs})", R"({"text":"a","x":NaN,})", R"({"text":NaN})",
        R"({"text":"a","x":--NaN})", R"({"text":"a","x":info})", R"({"text":"a","x":1NaN})",
        R"({"text":"a",NaN:1})"}) {
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

TEST(JsonRecord, BlanksAroundAndACarriageReturnDoNotMatter) {
  EXPECT_EQ(parse(" \t{\"text\":\"a\"} \r").record.value().text, "a");
}

}  // namespace
}  // namespace reprise::detail

// The text of a record alone: the same as that of the whole record.
#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "reprise/io/block_reader.h"
#include "reprise/io/json_record.h"
#include "support/generator.h"
#include "support/json_lines.h"

namespace reprise::detail {
namespace {

using support::parse;
using Json = nlohmann::json;

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
  const ParsedText parsed =
      parse_text(R"({"n":7,"text":"a\u00e9\n","f":1.5,"t":true,"s":"x","e":"","z":null,)"
                 R"("o":{"k":"v"},"l":[1]})",
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
      R"({"id": 12.50, "text": "a\u00e9\n\"q\" b", "t": [true, null, {"k": [1, 2, -3e4]}], )"
      R"("x": {"a": {}, "b": "\\"}})",
      R"({"a":{"b":{"c":"x","d":1},"c":null},"a.b":"t","d":{"e":"2031"},"text":"ü",)"
      R"("source":"S","a":{"b":"u"}})",
      R"({"text":"t","a":18446744073709551616,"a.b":{"c":5},"id":"a","id":7,"url":"u",)"
      R"("":{"a":1}})"};
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

// A tree of JSON: what each value is asked for, and how a wrong one is named.
#include "reprise/io/json_tree.h"

#include <gtest/gtest.h>

#include "reprise/error.h"
#include "reprise/io/json_check.h"

namespace reprise::detail {
namespace {

// Returns the message of what is asked of the tree.
template <class Ask>
std::string message(const std::string& json, const Ask& ask) {
  try {
    const JsonTree tree(json, "a.json", {"list", "raw"});
    ask(tree.root());
  } catch (const Error& e) {
    return e.what();
  }
  return "";
}

TEST(JsonTree, ValuesComeAsWhatTheyAre) {
  const JsonTree tree(
      R"({"n": 7, "r": -0.5, "whole": 3, "t": "a\u00e9", "f": true, "none": null, "l": [1, 2],)"
      R"( "w": "b"})",
      "a.json", {});
  const JsonNode& root = tree.root();
  EXPECT_EQ(root["n"].count(), 7u);
  EXPECT_EQ(root["n"].index(8), 7u);
  EXPECT_EQ(root["r"].real(-1, 1), -0.5);
  EXPECT_EQ(root["whole"].real(0, 3), 3);
  EXPECT_EQ(root["t"].text(), "aé");
  EXPECT_TRUE(root["f"].flag());
  EXPECT_EQ(root["none"].text_if_any(), std::nullopt);
  EXPECT_FALSE(root.holds("none"));
  EXPECT_FALSE(root.holds("absent"));
  const JsonNode list = root["l"];
  const auto [first, second] = list.items<2>();
  EXPECT_EQ(first.count() + second.count(), 3u);
  constexpr std::array<std::string_view, 2> words{"a", "b"};
  EXPECT_EQ(root["w"].choice(words), 1u);
}

TEST(JsonTree, MembersComeInOrderAndAreNamedByTheirKeys) {
  const JsonTree tree(R"({"of": {"b": 2, "a": 1, "\u00e9": 3}, "list": []})", "a.json", {});
  std::string seen;
  const JsonNode of = tree.root()["of"];
  of.each_member([&](std::string_view key, const JsonNode& value) {
    seen += std::string(key) + std::to_string(value.count()) + " ";
  });
  EXPECT_EQ(seen, "b2 a1 é3 ");
  EXPECT_EQ(
      message(R"({"of": {"b": "x"}})",
              [](const JsonNode& root) {
                const JsonNode node = root["of"];
                node.each_member([](std::string_view, const JsonNode& value) { value.count(); });
              })
          .find("a.json: of.b: is no whole number"),
      0u);
  EXPECT_NE(message(R"({"of": [1]})",
                    [](const JsonNode& root) {
                      const JsonNode node = root["of"];
                      node.each_member([](std::string_view, const JsonNode&) {});
                    })
                .find("is no object"),
            std::string::npos);
}

TEST(JsonTree, WrongValuesAreNamedByTheirPlace) {
  const std::string json =
      R"({"n": -7, "deep": [{"list": [1, "x"]}], "big": 18446744073709551615})";
  const auto of_deep = [](const JsonNode& root) {
    root["deep"].each([](const JsonNode& item, size_t) {
      item["list"].each([](const JsonNode& value, size_t) { value.count(); });
    });
  };
  EXPECT_EQ(message(json, of_deep),
            "a.json: deep[0].list[1]: is no whole number, 0 or more; write the file again with the "
            "program that made it");
  EXPECT_TRUE(message(json, [](const JsonNode& root) {
                root["n"].count();
              }).starts_with("a.json: n: is no whole number"));
  EXPECT_TRUE(
      message(json, [](const JsonNode& root) { root["m"]; }).starts_with("a.json: has no \"m\""));
  EXPECT_TRUE(message(json, [](const JsonNode& root) {
                root["n"].real(0, 0.25);
              }).starts_with("a.json: n: is no number from 0 to 0.25"));
  EXPECT_TRUE(message(json, [](const JsonNode& root) {
                root["big"].count();
              }).starts_with("a.json: big: is more than 4294967295"));
  EXPECT_EQ(message(json, [](const JsonNode& root) { root["big"].count(UINT64_MAX); }), "");
  EXPECT_TRUE(message("{\"n\": 1e999}", [](const JsonNode&) {
              }).starts_with("a.json: no JSON, or a number in it is too large"));
}

TEST(JsonTree, WhatIsWantedVerbatim) {
  const std::string number(400, '9');
  const std::string json = R"({"other": 1, "list": [{"raw": {"x": )" + number +
                           R"(,  "y": [1.0, "}"]} , "z": 2}, 5, {"raw": 7}, {"raw": {}}, {}]})";
  const JsonTree tree(json, "a.json", {"list", "raw"});
  EXPECT_EQ(tree.verbatim(0), R"({"x": )" + number + R"(,  "y": [1.0, "}"]})");
  for (const size_t i : {1u, 2u, 4u, 5u}) {
    EXPECT_EQ(tree.verbatim(i), std::nullopt) << i;
  }
  EXPECT_EQ(tree.verbatim(3), "{}");
  tree.root()["list"].each([](const JsonNode& item, size_t i) {
    if (i != 0) {
      return;
    }
    EXPECT_FALSE(item["raw"].holds("x"));
    EXPECT_EQ(item["z"].count(), 2u);
  });
  for (const std::string bad : {"{\"x\": tru}", "{\"x\": 01}", "{\"x\": \"\xff\"}", "{]}"}) {
    EXPECT_NE(message("{\"list\": [{\"raw\": " + bad + "}]}", [](const JsonNode&) {}), "") << bad;
  }
}

TEST(JsonCheck, ObjectsWithNumbersOfAnySize) {
  for (const char* good :
       {"{}", " {\"a\": [1, {}]} ", "{\"a\": 1e999}", "{\"a\": -123456789012345678901234567890}"}) {
    EXPECT_TRUE(is_json_object(good)) << good;
  }
  for (const char* bad :
       {"", "[]", "7", "{", "{\"a\": 01}", "{\"a\": 1e}", "{} {}", "{\"a\": nan}"}) {
    EXPECT_FALSE(is_json_object(bad)) << bad;
  }
}

}  // namespace
}  // namespace reprise::detail

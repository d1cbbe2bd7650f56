// The kinds of values that a report holds: how each is written, read, and described.
//
//     share.write(out, 0.5, context)        appends 0.5
//     share.read(node, passage.identity, r) takes a number from 0 to 1, or throws the node's Error
//     share.schema()                        "type": "number", "minimum": 0, "maximum": 1
//     share.in_words()                      number from 0 to 1
//
// The rows of fields.h name a kind each. `context` and `r` (context.h) are handed through to kinds
// that are objects of further rows. What a kind can't hold is refused when it is read, and never
// written: a text is made valid UTF-8 first.
//
// Pure; any thread. Cost: that of json_text.h.
#pragma once

#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "reprise/base/utf8.h"
#include "reprise/io/json_tree.h"
#include "reprise/report/json/json_names.h"
#include "reprise/report/json/json_text.h"

namespace reprise::detail {

// A number as a schema and a guide write it: 0.5, 65536.
std::string plain_number(double number);

// Whole numbers.
struct Whole {
  uint64_t least = 0;
  uint64_t most = std::numeric_limits<uint64_t>::max();

  void write(std::string& out, uint64_t value, const auto&) const {
    append_json_number(out, value);
  }
  template <class Number>
  void read(const JsonNode& node, Number& value, auto&) const {
    static_assert(std::is_arithmetic_v<Number>);
    value = static_cast<Number>(
        node.count(std::min<uint64_t>(most, std::numeric_limits<Number>::max())));
  }
  std::string schema() const;
  std::string in_words() const;
};

// Other numbers.
struct Real {
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  bool above_least = false;  // `least` is none of them; said in the schema, and checked elsewhere

  void write(std::string& out, double value, const auto&) const { append_json_number(out, value); }
  void read(const JsonNode& node, double& value, auto&) const { value = node.real(least, most); }
  void read(const JsonNode& node, std::optional<double>& value, auto&) const {
    value = node.real(least, most);
  }
  std::string schema() const;
  std::string in_words() const;
};

struct Flag {
  void write(std::string& out, bool value, const auto&) const { out += value ? "true" : "false"; }
  void read(const JsonNode& node, bool& value, auto&) const { value = node.flag(); }
  std::string schema() const { return R"("type": "boolean")"; }
  std::string in_words() const { return "true or false"; }
};

// A flag that is written only where it is true.
struct OnlyTrue : Flag {
  std::string schema() const { return R"("const": true)"; }
  std::string in_words() const { return "true"; }
};

struct Text {
  size_t least = 0;               // bytes
  std::string_view pattern = {};  // that it must match, as the schema writes it

  void write(std::string& out, std::string_view value, const auto&) const {
    if (is_valid_utf8(value)) {
      append_json_string(out, value);
    } else {
      append_json_string(out, repaired_utf8(value));
    }
  }
  void read(const JsonNode& node, std::string& value, auto&) const { value = node.text(); }
  void read(const JsonNode& node, std::optional<std::string>& value, auto&) const {
    value = node.text();
  }
  std::string schema() const;
  std::string in_words() const { return "text"; }
};

// One text and no other.
struct Exactly {
  std::string_view text;

  void write(std::string& out, std::string_view value, const auto&) const {
    append_json_string(out, value);
  }
  std::string schema() const { return "\"const\": \"" + std::string(text) + "\""; }
  std::string in_words() const { return "\"" + std::string(text) + "\""; }
};

// One of a few words, which json_names.h lists.
std::string schema_of_choice(std::span<const std::string_view> names);
std::string choice_in_words(std::span<const std::string_view> names);

template <class Enum>
struct Choice {
  void write(std::string& out, Enum value, const auto&) const {
    append_json_string(out, word_for(value));
  }
  void read(const JsonNode& node, Enum& value, auto&) const {
    value = static_cast<Enum>(node.choice(names_of(Enum{})));
  }
  std::string schema() const { return schema_of_choice(names_of(Enum{})); }
  std::string in_words() const { return choice_in_words(names_of(Enum{})); }
};

// One of a few words that a table of another room names.
struct OneOf {
  std::vector<std::string_view> (*names)();

  void write(std::string& out, std::string_view value, const auto&) const {
    append_json_string(out, value);
  }
  std::string schema() const { return schema_of_choice(names()); }
  std::string in_words() const { return choice_in_words(names()); }
};

// A JSON object that was written elsewhere.
struct Verbatim {
  void write(std::string& out, std::string_view json, const auto&) const { out += json; }
  std::string schema() const { return R"("type": "object")"; }
  std::string in_words() const { return "object"; }
};

// Values of one kind, in brackets.
template <class Kind>
struct List {
  Kind item;
  size_t least = 0;  // values

  void write(std::string& out, const auto& values, const auto& context) const {
    const char* separator = "";
    out += '[';
    for (const auto& value : values) {
      out += separator;
      item.write(out, value, context);
      separator = ",";
    }
    out += ']';
  }
  template <class Values>
  void read(const JsonNode& node, Values& values, auto& context) const {
    node.each([&](const JsonNode& entry, size_t) {
      typename Values::value_type value{};
      item.read(entry, value, context);
      values.push_back(std::move(value));
    });
  }
  std::string schema() const {
    const std::string few = least > 0 ? ", \"minItems\": " + std::to_string(least) : "";
    return R"("type": "array", "items": {)" + item.schema() + "}" + few;
  }
  std::string in_words() const { return "list: " + item.in_words(); }
};

// Two values of one kind, in brackets.
template <class Kind>
struct Two {
  Kind item;

  void write(std::string& out, const auto& pair, const auto& context) const {
    const auto& [first, second] = pair;
    out += '[';
    item.write(out, first, context);
    out += ',';
    item.write(out, second, context);
    out += ']';
  }
  std::string schema() const {
    return R"("type": "array", "items": {)" + item.schema() + R"(}, "minItems": 2, "maxItems": 2)";
  }
  std::string in_words() const { return "two: " + item.in_words(); }
};

inline constexpr Whole whole{};
inline constexpr Whole from_one{1};
inline constexpr Real real{};
inline constexpr Real from_zero{0};
inline constexpr Real share{0, 1};
inline constexpr Real share_above_0{0, 1, true};
inline constexpr Flag flag{};
inline constexpr OnlyTrue only_true{};
inline constexpr Text any_text{};
inline constexpr Text some_text{1};
inline constexpr Verbatim verbatim{};
template <class Enum>
inline constexpr Choice<Enum> choice{};
template <class Kind>
constexpr List<Kind> list(Kind item, size_t least = 0) {
  return {item, least};
}
template <class Kind>
constexpr Two<Kind> two(Kind item) {
  return {item};
}

}  // namespace reprise::detail

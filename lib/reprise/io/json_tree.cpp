// A thin layer over simdjson's tree that says where in the file something is wrong.
//
//     1. A node knows its parent and the key or number by which it was reached; the path of a fault
//        is told by going up: "points[3].mentions[0].begin".
//     2. Each question checks the type, and what is not as wanted throws the Error.
//     3. A file is parsed once, as one object, and kept with the padding that the parser wants.
//
// Example: {"points": [{"score": "high"}]}, asked for a number: "points[0].score is no number".
// Counter-example: an unknown key is no fault: nobody asks for it, and newer files may have it.
//
// Cost: that of simdjson's parser; a question takes a search among the members of its object.
#include "reprise/io/json_tree.h"

#include <simdjson.h>

#include <bit>
#include <cmath>

#include "reprise/error.h"
#include "reprise/io/charset.h"
#include "reprise/io/json_check.h"

namespace reprise::detail {
namespace {

using simdjson::dom::element;

constexpr const char* again = "write the file again with the program that made it";

template <class Value>
element element_of(const Value& value) {
  static_assert(sizeof(Value) == sizeof(element));
  return std::bit_cast<element>(value);
}

std::string written(double bound) {
  std::string text = std::to_string(bound);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) {
    text.pop_back();
  }
  return text;
}

// Returns what a message says of the numbers that are wanted: " from 0 to 0.5".
std::string range(double least, double most) {
  if (std::isinf(most)) {
    return std::isinf(least) ? "" : ", " + written(least) + " or more";
  }
  return " from " + written(least) + " to " + written(most);
}

}  // namespace

JsonNode JsonNode::operator[](const char* key) const& {
  JsonNode node;
  simdjson::dom::object object;
  if (element_of(value_).get(object)) {
    fail("is no object");
  }
  element found;
  if (object.at_key(key).get(found)) {
    fail("has no \"" + std::string(key) + "\"");
  }
  node.value_ = std::bit_cast<Value>(found);
  node.parent_ = this;
  node.key_ = key;
  return node;
}

bool JsonNode::has(const char* key) const {
  return element_of(value_).at_key(key).error() == simdjson::SUCCESS;
}

bool JsonNode::holds(const char* key) const {
  element found;
  return element_of(value_).at_key(key).get(found) == simdjson::SUCCESS && !found.is_null();
}

void JsonNode::each(const std::function<void(const JsonNode&, size_t)>& use) const {
  simdjson::dom::array list;
  if (element_of(value_).get(list)) {
    fail("is no list");
  }
  JsonNode node;
  node.parent_ = this;
  for (const element item : list) {
    node.value_ = std::bit_cast<Value>(item);
    use(node, node.place_);
    ++node.place_;
  }
}

void JsonNode::each_member(
    const std::function<void(std::string_view, const JsonNode&)>& use) const {
  simdjson::dom::object object;
  if (element_of(value_).get(object)) {
    fail("is no object");
  }
  JsonNode node;
  node.parent_ = this;
  for (const auto [key, value] : object) {
    const std::string name(key);
    node.value_ = std::bit_cast<Value>(value);
    node.key_ = name.c_str();
    use(name, node);
  }
}

void JsonNode::take_items(std::span<JsonNode> all) const {
  size_t count = 0;
  each([&](const JsonNode& node, size_t i) {
    if (i < all.size()) {
      all[i] = node;
    }
    ++count;
  });
  if (count != all.size()) {
    fail("is no list of " + std::to_string(all.size()));
  }
}

std::string_view JsonNode::text() const {
  std::string_view text;
  if (element_of(value_).get(text)) {
    fail("is no text");
  }
  return text;
}

std::optional<std::string> JsonNode::text_if_any() const {
  return is_null() ? std::nullopt : std::optional(std::string(text()));
}

bool JsonNode::flag() const {
  bool flag = false;
  if (element_of(value_).get(flag)) {
    fail("is neither true nor false");
  }
  return flag;
}

uint64_t JsonNode::count(uint64_t most) const {
  uint64_t number = 0;
  if (element_of(value_).get(number)) {
    fail("is no whole number, 0 or more");
  }
  if (number > most) {
    fail("is more than " + std::to_string(most));
  }
  return number;
}

uint32_t JsonNode::index(size_t size) const {
  const uint64_t number = count();
  if (number >= size) {
    fail("is no place in a list of " + std::to_string(size));
  }
  return static_cast<uint32_t>(number);
}

double JsonNode::real(double least, double most) const {
  double number = 0;
  if (element_of(value_).get(number) || !(number >= least && number <= most)) {
    fail("is no number" + range(least, most));
  }
  return number;
}

size_t JsonNode::choice(std::span<const std::string_view> names) const {
  const std::string_view word = text();
  std::string all;
  for (size_t i = 0; i < names.size(); ++i) {
    if (word == names[i]) {
      return i;
    }
    all.append(i > 0 ? ", " : "").append(names[i]);
  }
  fail("is none of " + all);
}

bool JsonNode::is_null() const {
  return element_of(value_).is_null();
}

bool JsonNode::is_object() const {
  return element_of(value_).is_object();
}

void JsonNode::fail(const std::string& what) const {
  fail(what, again);
}

void JsonNode::fail(const std::string& what, const std::string& remedy) const {
  throw Error(ErrorKind::input, {path(), what, remedy, false});
}

std::string JsonNode::path() const {
  if (!parent_) {
    return key_;
  }
  const std::string before = parent_->path();
  if (!key_) {
    return before + "[" + std::to_string(place_) + "]";
  }
  return before + (parent_->parent_ ? "." : ": ") + key_;
}

struct JsonTree::State {
  std::string where;
  std::vector<std::optional<std::string>> verbatim;
  simdjson::dom::parser parser;

  // Moves what is wanted verbatim out of the text. What is no JSON is left for the parser to say.
  void take_verbatim(std::string& json, const Verbatim& wanted) {
    simdjson::ondemand::parser lazy;
    try {
      auto document =
          lazy.iterate(json.data(), json.size(), json.size() + simdjson::SIMDJSON_PADDING);
      simdjson::ondemand::object root = document.get_object();
      for (auto member : root) {
        if (std::string_view(member.unescaped_key()) != wanted.list) {
          continue;
        }
        for (simdjson::ondemand::value item : member.value().get_array()) {
          verbatim.emplace_back();
          if (item.type() == simdjson::ondemand::json_type::object) {
            take_member(item.get_object(), wanted.key, json);
          }
        }
        break;
      }
    } catch (const simdjson::simdjson_error&) {
    }
  }

  void take_member(simdjson::ondemand::object object, const std::string& key, std::string& json) {
    for (auto member : object) {
      if (std::string_view(member.unescaped_key()) != key) {
        continue;
      }
      simdjson::ondemand::value value = member.value();
      if (value.type() != simdjson::ondemand::json_type::object) {
        break;
      }
      simdjson::ondemand::object inner = value.get_object();
      std::string_view raw = inner.raw_json();
      raw = raw.substr(0, raw.rfind('}') + 1);
      verbatim.back() = raw;
      cuts.emplace_back(static_cast<size_t>(raw.data() - json.data()), raw.size());
      break;
    }
  }

  // Leaves empty objects where something was taken out.
  void cut(std::string& json) {
    for (const auto& [begin, size] : cuts) {
      if (size == 2 || !is_json_object(json.substr(begin, size))) {
        continue;
      }
      json.replace(begin + 1, size - 2, size - 2, ' ');
    }
  }

  std::vector<std::pair<size_t, size_t>> cuts;  // begin and size
};

JsonTree::JsonTree(std::string json, std::string where, const Verbatim& verbatim)
    : state_(std::make_unique<State>()) {
  state_->where = std::move(where);
  json.erase(0, json.size() - without_mark(json).size());
  if (has_wide_mark(json)) {  // what some shells make of "> report.json"
    throw Error(ErrorKind::input,
                {state_->where, "no JSON: it is UTF-16", "save it as UTF-8", false});
  }
  json.reserve(json.size() + simdjson::SIMDJSON_PADDING);
  state_->take_verbatim(json, verbatim);
  state_->cut(json);
  const auto parsed = state_->parser.parse(json.data(), json.size(), false);
  if (parsed.error() == simdjson::NUMBER_ERROR) {
    throw Error(ErrorKind::input,
                {state_->where, "no JSON, or a number in it is too large", again, false});
  }
  if (parsed.error() != simdjson::SUCCESS) {
    throw Error(ErrorKind::input, {state_->where, "no JSON: " + json_fault(parsed.error()),
                                   "check that it is whole, and no other file", false});
  }
  root_.value_ = std::bit_cast<JsonNode::Value>(parsed.value_unsafe());
  root_.key_ = state_->where.c_str();
}

JsonTree::~JsonTree() = default;

std::optional<std::string> JsonTree::verbatim(size_t i) const {
  return i < state_->verbatim.size() ? state_->verbatim[i] : std::nullopt;
}

}  // namespace reprise::detail

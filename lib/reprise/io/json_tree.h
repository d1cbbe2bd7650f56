// A whole JSON file as a tree of values, for whoever reads what others may have changed: each value
// is asked for as what it should be, and whatever else it is becomes an Error that names its place.
//
//     const JsonTree tree(json, "report.json");
//     tree.root()["points"].each([](const JsonNode& point, size_t) { use(point["score"].real(0,
//       1)); });
//
//     report.json: points[3].score: is no number from 0 to 1; write the file again with the program
//       that made it
//
// Keys that nobody asks for are passed over; of a key that stands twice, the first counts. Nesting
// may go 1,024 deep. Cost: about 1 GB/s; while the file is read, twice its bytes, and then those of
// its strings and 8 to 16 for each other value. A tree may be read by any thread. Built on
// simdjson.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reprise::detail {

// One value. It must not outlive the value that it was asked from, nor the tree: hence no [] on
// what is not named.
class JsonNode {
 public:
  JsonNode() = default;

  // Returns the member of this name. Throws Error if there is none, or if this is no object.
  JsonNode operator[](const char* key) const&;
  JsonNode operator[](const char* key) const&& = delete;

  // Returns whether this is an object with such a member; holds: one that is not null.
  bool has(const char* key) const;
  bool holds(const char* key) const;

  // Calls use(item, place) for each item of a list, in order. Throws Error if this is none.
  void each(const std::function<void(const JsonNode&, size_t)>& use) const;

  // Calls use(key, value) for each member of an object, in order. Throws Error if this is none.
  void each_member(const std::function<void(std::string_view, const JsonNode&)>& use) const;

  // Returns the items of a list of exactly N.
  template <size_t N>
  std::array<JsonNode, N> items() const& {
    std::array<JsonNode, N> all;
    take_items(all);
    return all;
  }

  // Return the value. Each throws Error if it is another one.
  std::string_view text() const;
  std::optional<std::string> text_if_any() const;  // nothing: null
  bool flag() const;
  uint64_t count(uint64_t most = UINT32_MAX) const;  // a whole number from 0 to `most`
  uint32_t index(size_t size) const;                 // a place in a list of so many
  double real(
      double least = -std::numeric_limits<double>::infinity(),
      double most = std::numeric_limits<double>::infinity()) const;  // a number between these
  size_t choice(std::span<const std::string_view> names) const;      // which of these words it is
  bool is_null() const;
  bool is_object() const;

  // Throws the Error that says what is wrong with this value, and what to do.
  [[noreturn]] void fail(const std::string& what) const;
  [[noreturn]] void fail(const std::string& what, const std::string& remedy) const;

 private:
  friend class JsonTree;
  struct Value {  // simdjson's element, whose header stays out of ours
    const void* document = nullptr;
    size_t place = 0;
  };
  void take_items(std::span<JsonNode> all) const;
  std::string path() const;

  Value value_;
  const JsonNode* parent_ = nullptr;
  const char* key_ = nullptr;  // in the parent; of the root, the name of the file
  size_t place_ = 0;           // in the parent, if that is a list
};

class JsonTree {
 public:
  // The members of one name in the objects of a list of the root are wanted as they were written,
  // where they are objects: a number of theirs may be larger than any of a computer. In the tree
  // they are empty.
  struct Verbatim {
    std::string list, key;
  };

  // Parses the file. Throws Error, which calls it `where`, if it is no JSON.
  JsonTree(std::string json, std::string where, const Verbatim& verbatim);
  ~JsonTree();
  JsonTree(const JsonTree&) = delete;
  JsonTree& operator=(const JsonTree&) = delete;

  const JsonNode& root() const { return root_; }

  // Returns the member that was wanted verbatim of the i-th object of its list: a JSON object, or
  // nothing if it was none.
  std::optional<std::string> verbatim(size_t i) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
  JsonNode root_;
};

}  // namespace reprise::detail

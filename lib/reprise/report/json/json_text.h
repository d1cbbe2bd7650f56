// JSON straight into a string, where a tree of values would be too slow.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reprise::detail {

// Appends the text as a JSON string, quotation marks included. REQUIRES: valid UTF-8. Cost: 1 to 2
// GB/s.
void append_json_string(std::string& out, std::string_view text);

// Appends the number as JSON has it: shortest form that reads back as the same, with a fraction
// ("1.0").
void append_json_number(std::string& out, double value);

inline void append_json_number(std::string& out, uint64_t value) {
  char digits[20];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

// The text of one JSON object, or of several inside one another, while it is written.
class JsonObject {
 public:
  void key(std::string_view name) {
    out_ += out_.back() == '{' ? "\"" : ",\"";
    out_.append(name) += "\":";
  }
  void number(std::string_view name, uint64_t value) { key(name), append_json_number(out_, value); }
  void real(std::string_view name, double value) { key(name), append_json_number(out_, value); }
  void flag(std::string_view name, bool value) { key(name), out_ += value ? "true" : "false"; }
  void text(std::string_view name, std::string_view value) {
    key(name), append_json_string(out_, value);
  }
  void json(std::string_view name, std::string_view value) { key(name), out_ += value; }
  void index_or_null(std::string_view name, const std::optional<uint32_t>& value) {
    value ? number(name, *value) : (key(name), out_ += "null", void());
  }

  // Appends a list, whose members `append` appends one after another.
  template <class List, class Append>
  void list(std::string_view name, const List& members, const Append& append) {
    key(name);
    out_ += '[';
    bool first = true;
    for (const auto& member : members) {
      if (!first) {
        out_ += ',';
      }
      first = false;
      append(member);
    }
    out_ += ']';
  }

  void open() { out_ += '{'; }
  void close() { out_ += '}'; }
  std::string& raw() { return out_; }

 private:
  std::string out_;
};

}  // namespace reprise::detail

// YAML: lines with their indent; a stack of the keys under which a line stands.
//
//     0 author:        stack: author
//     2   - name: A    the item's indent is 4; stack: author, name
//     2   - name: B    keys of 4 and more leave; "author.name" again
//
// TOML: a table's name stands before its keys; values may go on over lines until they are closed.
// JSON: simdjson.
#include "reprise/extract/front_matter.h"

#include <simdjson.h>

#include <algorithm>

#include "reprise/extract/front_matter_scan.h"

namespace reprise::detail {
namespace {

constexpr size_t longest_key = 60;
constexpr ptrdiff_t most_key_blanks = 2;            // "date of publication"
constexpr size_t longest_value = size_t{16} << 10;  // over several lines; looked at anew with each

bool is_comment_or_blank(std::string_view line) {
  const std::string_view text = trim_blanks(line);
  return text.empty() || text.front() == '#';
}

size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

// "key: value" taken apart.
struct KeyLine {
  std::string key;
  std::string_view value;
};

std::optional<KeyLine> key_line(std::string_view text) {
  size_t colon = text.find(':');
  if (text.starts_with('"') || text.starts_with('\'')) {
    const size_t size = size_of_closed(text);
    colon = size != text.npos && text.substr(size).starts_with(':') ? size : text.npos;
  }
  const bool ends = colon != text.npos &&
                    (colon + 1 == text.size() || text[colon + 1] == ' ' || text[colon + 1] == '\t');
  const std::string key = ends ? plain_value(text.substr(0, colon)) : "";
  // What prose has before a colon is no key.
  const bool long_for_a_key =
      key.size() > longest_key || std::count(key.begin(), key.end(), ' ') > most_key_blanks;
  if (key.empty() || long_for_a_key || key.find_first_of(",;?!|*`()[]{}") != key.npos) {
    return std::nullopt;
  }
  return KeyLine{key, trim_blanks(text.substr(colon + 1))};
}

class Yaml {
 public:
  explicit Yaml(std::string_view text) : lines_(text) {}

  std::optional<FrontMatterValues> read() {
    while (!lines_.is_at_end()) {
      const std::string_view line = lines_.take();
      if (!is_comment_or_blank(line) && !read_line(line)) {
        return std::nullopt;
      }
    }
    return std::move(values_);
  }

 private:
  struct Open {
    size_t indent;
    std::string path;
  };

  void leave(size_t indent) {
    while (!open_.empty() && open_.back().indent >= indent) {
      open_.pop_back();
    }
  }

  std::string path() const { return open_.empty() ? "" : open_.back().path; }

  // Returns whether the line can be one of front matter.
  bool read_line(std::string_view line) {
    size_t indent = indent_of(line);
    std::string_view text = line.substr(indent);
    bool is_item = false;
    while (text.starts_with("- ") || text == "-") {
      leave(indent + 1);
      text.remove_prefix(1);
      const size_t more = indent_of(text);
      text.remove_prefix(more);
      indent += 1 + more;
      is_item = true;
    }
    if (text.empty()) {
      return is_item;
    }
    const auto key = key_line(text);
    if (key) {
      leave(indent);
      open_.push_back({indent, open_.empty() ? key->key : path() + "." + key->key});
      add(key->value, indent);
      return true;
    }
    if (open_.empty() || (indent == 0 && !is_item)) {
      return false;
    }
    add(text, is_item ? indent - 1 : open_.back().indent);
    return true;
  }

  // Adds a value that begins in a line, and goes on in those that are indented more.
  void add(std::string_view begin, size_t indent) {
    const bool block = begin.starts_with('|') || begin.starts_with('>');
    if (block && begin.find_first_not_of("|>+-0123456789 ") == begin.npos) {
      add_block(indent, begin.front() == '|' ? '\n' : ' ');
      return;
    }
    if (begin.empty() || begin.front() == '#') {
      return;
    }
    std::string value(begin);
    const bool closes = std::string_view("\"'[{").find(begin.front()) != begin.npos;
    const bool is_closed = closes && size_of_closed(value) != value.npos;
    if (!is_closed) {
      value.resize(closes ? value.size() : comment_in(value));
      take_more(value, indent, closes);
    }
    add_value(values_, path(), value, ':');
  }

  void take_more(std::string& value, size_t indent, bool closes) {
    while (!lines_.is_at_end() && value.size() < longest_value) {
      const std::string_view line = lines_.peek();
      const bool is_done = closes && size_of_closed(value) != value.npos;
      const bool deeper = indent_of(line) > indent || (closes && trim_blanks(line).size() == 1);
      if (is_done || !deeper || trim_blanks(line).empty()) {
        return;
      }
      value += ' ';
      value += trim_blanks(lines_.take());
    }
  }

  void add_block(size_t indent, char line_end) {
    std::string value;
    while (!lines_.is_at_end()) {
      const std::string_view line = lines_.peek();
      if (!trim_blanks(line).empty() && indent_of(line) <= indent) {
        break;
      }
      value += trim_blanks(lines_.take());
      value += line_end;
    }
    value = trim_blanks(value);
    if (!value.empty()) {
      values_.emplace_back(path(), std::move(value));
    }
  }

  FrontLines lines_;
  FrontMatterValues values_;
  std::vector<Open> open_;
};

// Returns the key of "a.'b'" as "a.b".
std::string toml_key(std::string_view text) {
  std::string key(trim_blanks(text));
  std::erase_if(key, [](char c) { return c == '"' || c == '\'' || c == ' '; });
  return key;
}

void add_json(FrontMatterValues& out, const std::string& key, const simdjson::dom::element& value) {
  if (value.is_array()) {
    for (const auto item : simdjson::dom::array(value)) {
      add_json(out, key, item);
    }
  } else if (value.is_object()) {
    for (const auto member : simdjson::dom::object(value)) {
      const std::string name(member.key);
      add_json(out, key.empty() ? name : key + "." + name, member.value);
    }
  } else if (value.is_string()) {
    out.emplace_back(key, std::string(std::string_view(value)));
  } else if (!value.is_null()) {
    out.emplace_back(key, simdjson::minify(value));
  }
}

}  // namespace

std::optional<FrontMatterValues> read_front_yaml(std::string_view text) {
  return Yaml(text).read();
}

std::optional<FrontMatterValues> read_front_toml(std::string_view text) {
  FrontMatterValues values;
  std::string table;
  FrontLines lines(text);
  while (!lines.is_at_end()) {
    const std::string_view line = trim_blanks(lines.take());
    if (is_comment_or_blank(line)) {
      continue;
    }
    if (line.front() == '[') {
      const size_t begin = line.find_first_not_of('[');
      const std::string_view name = begin == line.npos ? "" : line.substr(begin);
      table = toml_key(name.substr(0, name.find(']'))) + ".";
      continue;
    }
    const size_t sign = line.find('=');
    if (sign == line.npos) {
      return std::nullopt;
    }
    std::string value(trim_blanks(line.substr(sign + 1)));
    const bool closes =
        !value.empty() && std::string_view("\"'[{").find(value.front()) != line.npos;
    while (closes && value.size() < longest_value && size_of_closed(value) == value.npos &&
           !lines.is_at_end()) {
      value += '\n';
      value += lines.take();
    }
    add_value(values, table + toml_key(line.substr(0, sign)), value, '=');
  }
  return values;
}

std::optional<FrontMatterValues> read_front_json(std::string_view text) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  const simdjson::padded_string padded(text);
  if (parser.parse(padded).get(root) != simdjson::SUCCESS || !root.is_object()) {
    return std::nullopt;
  }
  FrontMatterValues values;
  add_json(values, "", root);
  return values;
}

}  // namespace reprise::detail

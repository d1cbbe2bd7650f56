// Rows of values as JSON arrays: [12,"text",null,[1,2]]. Keys would be most of a report's bytes.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "reprise/base/utf8.h"
#include "reprise/report/json/json_text.h"

namespace reprise::detail {

class JsonRows {
 public:
  void open() {
    separate();
    out_ += '[';
  }
  void close() { out_ += ']'; }

  void number(uint64_t value) {
    separate();
    append_json_number(out_, value);
  }
  void signed_number(int64_t value) {
    separate();
    out_ += std::to_string(value);
  }
  void real(double value) {
    separate();
    append_json_number(out_, value);
  }
  void text(std::string_view value) {
    separate();
    append_json_string(out_, repaired_utf8(value));
  }
  void null() {
    separate();
    out_ += "null";
  }

  // Append null if there is no value.
  void text_or_null(const std::optional<std::string>& value) {
    if (value) {
      text(*value);
    } else {
      null();
    }
  }
  void number_or_null(const std::optional<uint32_t>& value) {
    if (value) {
      number(*value);
    } else {
      null();
    }
  }
  void real_or_null(const std::optional<double>& value) {
    if (value) {
      real(*value);
    } else {
      null();
    }
  }

  // Append a list of whole numbers, or null.
  template <class List>
  void numbers(const List& list) {
    open();
    for (const auto& value : list) {
      number(value);
    }
    close();
  }
  template <class List>
  void numbers_or_null(const std::optional<List>& list) {
    if (list) {
      numbers(*list);
    } else {
      null();
    }
  }

  // Appends rows that were made elsewhere.
  void rows(std::string_view json) {
    separate();
    out_ += json;
  }

  size_t size() const { return out_.size(); }
  const std::string& json() const { return out_; }

 private:
  void separate() {
    if (!out_.empty() && out_.back() != '[') {
      out_ += ',';
    }
  }
  std::string out_;
};

// Returns a share in [0, 1] in thousandths, cut and not rounded, so that its percents are those of
// the share: 1000 and 0 only for what is exactly that.
inline uint64_t thousandths(double share) {
  if (share <= 0) {
    return 0;
  }
  if (share >= 1) {
    return 1000;
  }
  return std::clamp<uint64_t>(static_cast<uint64_t>(share * 1000), 1, 999);
}

// Returns the JSON with "<" as \u003c, which it stands for in strings alone: a text in a script
// element ends at "</script>", and its reading changes at "<!--".
inline std::string without_markup(std::string_view json) {
  std::string safe;
  safe.reserve(json.size() + json.size() / 64);
  for (size_t at = 0; at < json.size();) {
    const size_t next = std::min(json.find('<', at), json.size());
    safe.append(json, at, next - at);
    if (next < json.size()) {
      safe += "\\u003c";
    }
    at = next + 1;
  }
  return safe;
}

}  // namespace reprise::detail

// What the parts of dedup's page are written with, and those of them that stand in a file of their
// own.
#pragma once

#include <string>
#include <string_view>

#include "reprise/dedup/reread.h"
#include "reprise/report/page/dedup_page.h"
#include "reprise/report/page/differences.h"
#include "reprise/report/page/html_rows.h"

namespace reprise::detail {

// The keys of the page's data, one after another.
class PageObject {
 public:
  void add(std::string_view key, std::string_view json) {
    json_ += json_.size() > 1 ? ",\"" : "\"";
    json_.append(key).append("\":").append(json);
  }
  void add_text(std::string_view key, std::string_view text) {
    JsonRows quoted;
    quoted.text(text);
    add(key, quoted.json());
  }
  std::string json() const { return json_ + "}"; }

 private:
  std::string json_ = "{";
};

// Returns the name on one line, and no longer than a page has room for.
std::string shown_name(std::string_view name);

void add_side(const DifferingSide& side, JsonRows& rows);

// Adds which items of the reference were found most often, and the finds that hold least of theirs,
// in their context; nothing without a reference.
void add_items(const DedupPageInput& input, const DedupPageBounds& bounds, RecordReader& reader,
               PageObject& page);

// Adds how many parts of each kind left, and the longest of them; nothing if none were sought.
void add_parts(const DedupPageInput& input, const DedupPageBounds& bounds, RecordReader& reader,
               PageObject& page);

}  // namespace reprise::detail

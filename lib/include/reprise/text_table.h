// Texts that lie in memory already, a row each: a column of a table, and what else is known of its
// rows.
//
//     TextTable table;
//     table.texts = texts;                               // a span of optional string views
//     table.fields = {{"date", [&](size_t row) { return dates[row]; }}};
//     DedupResult result = find_duplicates(table, options, 0, callbacks);
//
// Nothing is copied: the texts belong to the caller, and stay where they are as long as a result
// that was made of them.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reprise {

// What is known of each row besides its text: "date", or any name that an option asks for.
struct TableField {
  std::string name;
  // Returns the value of a row as JSONL would hold it; nothing where there is none. Called by
  // several threads at once.
  std::function<std::optional<std::string>(size_t)> value;
};

struct TextTable {
  // Of each row; nothing: the row has no text, which is a problem of it, and it takes no part. What
  // is no valid UTF-8 is read as U+FFFD, as in files.
  std::span<const std::optional<std::string_view>> texts;
  std::vector<TableField> fields;
};

}  // namespace reprise

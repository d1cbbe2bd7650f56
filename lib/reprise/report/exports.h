// The formats of other programs in which what was found can be written: one table, a row each.
//
//     for (const ExportFormat& format : export_formats()) {
//       std::cout << format.name << ": " << format.description << "\n";
//     }
//     write_export(*find_export_format("passages.csv"), result, "passages.csv");
//
// Those of matrices are made of what is measured and how it is written: matrix.jaccard.csv.
//
// Thread safety: the table is made once and never changes. Cost: that of each format, which its own
// header states.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/io/output_file.h"
#include "reprise/io/output_folder.h"
#include "reprise/report/tables/table.h"
#include "reprise/result.h"

namespace reprise::detail {

struct ExportFormat {
  std::string name;
  std::string description;                            // "a row for each passage"
  bool Parts::*part = nullptr;                        // what the result must have,
  bool Parts::*or_part = nullptr;                     // or this, if there is one
  std::vector<ColumnMeaning> (*columns)() = nullptr;  // of a table with columns of its own
  Table (*table)(const Result&) = nullptr;            // of those, the same rows in memory
  // One of the two: it is a file, or a folder of them.
  std::function<void(const Result&, OutputFile&)> write_file{};
  std::function<void(const Result&, OutputFolder&)> write_folder{};

  bool is_folder() const { return write_folder != nullptr; }
  bool can_be_made_of(const Parts& parts) const {
    return parts.*part || (or_part && parts.*or_part);
  }
};

// Returns all formats, in the order in which they are listed.
const std::vector<ExportFormat>& export_formats();

// Returns the format of this name, or nullptr.
const ExportFormat* find_export_format(std::string_view name);

// Returns the last parts of the names of matrices: "csv", "npy" …
std::span<const std::string_view> matrix_export_forms();

// Writes one export, which appears whole at the path or not at all; "-" is standard output, which
// can't be a folder. REQUIRES: format.can_be_made_of(result.options.parts). Throws Error, or
// ClosedPipe.
void write_export(const ExportFormat& format, const Result& result, const std::string& path);

}  // namespace reprise::detail

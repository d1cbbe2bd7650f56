// Writes a matrix as CSV, for spreadsheets, and as NPY, for NumPy, one row at a time.
//
// Steps of CSV: a row of names, then for each document its name and its values. Steps of NPY: a
// header that says type, order and shape, filled up with blanks to 64 bytes; then all values as
// doubles, the lowest byte first, whatever the processor.
//
//     CSV    doc_id,a,b       NPY    \x93NUMPY 1.0 {'descr': '<f8', ..., 'shape': (2, 2), }
//            a,1.0,0.25              1 0.25 0.25 1, eight bytes each
//            b,0.25,1.0
//
// Cost: the square of the documents; memory for a row and the piece that is being written.
// Source: the NumPy manual, numpy.lib.format, version 1.0.
#include "reprise/report/tables/matrix_exports.h"

#include <bit>
#include <cstdint>
#include <string>

#include "reprise/base/utf8.h"
#include "reprise/io/csv.h"
#include "reprise/io/piece_writer.h"
#include "reprise/report/json/json_text.h"
#include "reprise/report/tables/unique_names.h"
#include "reprise/result/matrices.h"

namespace reprise::detail {
namespace {

std::string npy_header(size_t documents) {
  constexpr size_t before = 10, alignment = 64;  // bytes
  const std::string n = std::to_string(documents);
  std::string header =
      "{'descr': '<f8', 'fortran_order': False, 'shape': (" + n + ", " + n + "), }";
  header.append(alignment - 1 - (before + header.size()) % alignment, ' ').append("\n");
  std::string all("\x93NUMPY\x01\x00", 8);
  all += static_cast<char>(header.size() & 0xFF);
  all += static_cast<char>(header.size() >> 8);
  return all + header;
}

void append_little_endian(std::string& out, double value) {
  const auto bits = std::bit_cast<uint64_t>(value);
  char bytes[8];
  for (int i = 0; i < 8; ++i) {
    bytes[i] = static_cast<char>(bits >> (8 * i) & 0xFF);
  }
  out.append(bytes, sizeof bytes);
}

// Most of a large matrix is 0, which is written as short as can be.
void append_value(std::string& out, double value, bool whole) {
  if (value == 0) {
    out += '0';
  } else if (whole) {
    append_json_number(out, static_cast<uint64_t>(value));
  } else {
    append_json_number(out, value);
  }
}

}  // namespace

void write_matrix_csv(const Result& result, MatrixMeasure measure, OutputFile& file) {
  const std::vector<std::string> names = unique_names(result, repaired_utf8);
  MatrixRows rows(matrix_of(result, measure), result);
  PieceWriter out(file);
  out.text() += "doc_id";
  for (const std::string& name : names) {
    out.text() += ',';
    append_csv_field(out.text(), name);
  }
  out.text() += "\r\n";
  for (DocumentId d; d < names.size(); ++d) {
    append_csv_field(out.text(), names[d]);
    for (const double value : rows.row(d)) {
      out.text() += ',';
      append_value(out.text(), value, measure == MatrixMeasure::points);
    }
    out.text() += "\r\n";
    out.pass_on();
  }
  out.finish();
}

void write_matrix_npy(const Result& result, MatrixMeasure measure, OutputFile& file) {
  MatrixRows rows(matrix_of(result, measure), result);
  PieceWriter out(file);
  out.text() = npy_header(result.documents.size());
  for (DocumentId d; d < result.documents.size(); ++d) {
    for (const double value : rows.row(d)) {
      append_little_endian(out.text(), value);
    }
    out.pass_on();
  }
  out.finish();
}

}  // namespace reprise::detail

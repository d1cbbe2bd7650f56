// Tables that come from Python: batches of Arrow, or lists of strings; where they lie, without a
// copy.
//
//     TableIn table;
//     table.add_stream(capsule);                 // what table.__arrow_c_stream__() gave
//     table.texts("text");                       // of all batches, in their order
//
// A column that is no part of a table (an Arrow array alone, a list) has no name, and is found by
// any. Thread safety: made and destroyed with the GIL held; what texts() and field() return may be
// read without it, by any thread, as long as the table lives.
#pragma once

#include <nanobind/nanobind.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arrow_abi.h"
#include "arrow_values.h"
#include "reprise/table.h"

namespace reprise::python {

namespace nb = nanobind;

class TableIn {
 public:
  TableIn() = default;
  TableIn(const TableIn&) = delete;
  TableIn& operator=(const TableIn&) = delete;

  // Takes all batches of a stream. Throws Error of kind `input` with what the stream says.
  void add_stream(nb::capsule stream);

  // Takes a batch, or a column alone.
  void add_array(nb::capsule schema, nb::capsule array);

  // Takes a column of str and None. `name` is empty for one that is alone. Throws Error for other
  // things among them, and for columns of different lengths.
  void add_strings(const std::string& name, const nb::list& strings);

  size_t rows() const { return rows_; }
  std::vector<std::string> column_names() const;

  // Returns the texts of a column. Throws Error if there is no such column, naming those that are
  // there, or if it holds something else.
  std::vector<std::optional<std::string_view>> texts(const std::string& column) const;

  // Returns whether field() has values of the column.
  bool has_values(const std::string& column) const;

  // Returns whether the column holds numbers or truth values.
  bool is_number(const std::string& column) const;

  // Throws the Error that says so, naming the columns that are there.
  [[noreturn]] void refuse_missing(const std::string& column) const;

  // Returns the values of a column as text; nothing if there is no such column. Throws Error if
  // they have no such form. `as`: the name by which it will be asked for.
  std::optional<TableField> field(const std::string& column, const std::string& as) const;

 private:
  // Some rows: an Arrow array, or lists of strings.
  struct Batch {
    std::shared_ptr<const Owned<ArrowSchema>> schema;
    Owned<ArrowArray> array;
    size_t first_row = 0;
    size_t rows = 0;
  };
  struct Strings {
    std::string name;
    std::vector<std::optional<std::string_view>> views;
    nb::object owner;  // keeps the strings where they are
  };
  struct Column {
    const ArrowSchema* schema;
    const ArrowArray* array;
  };

  void add(std::shared_ptr<const Owned<ArrowSchema>> schema, ArrowArray& array);
  std::optional<Column> find(const Batch& batch, const std::string& column) const;
  const Strings* find_strings(const std::string& column) const;

  std::vector<std::unique_ptr<Batch>> batches_;
  std::vector<std::unique_ptr<Strings>> strings_;
  size_t rows_ = 0;
};

}  // namespace reprise::python

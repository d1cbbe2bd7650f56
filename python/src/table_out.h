// Columns that go to Python: handed on by Arrow's C data interface without a copy, or as lists.
//
// A column's values never change once it is made, and belong to whoever holds it: what was exported
// lives on when the column is gone.
#pragma once

#include <nanobind/nanobind.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "reprise/table.h"

namespace reprise::python {

namespace nb = nanobind;

// Texts, one behind another; text i lies between offsets i and i + 1.
struct TextValues {
  std::vector<int64_t> offsets{0};
  std::string bytes;
  void add(std::string_view text) {
    bytes += text;
    offsets.push_back(static_cast<int64_t>(bytes.size()));
  }
  size_t size() const { return offsets.size() - 1; }
};

// Lists of numbers, laid out in the same way.
struct ListValues {
  std::vector<int64_t> offsets{0};
  std::vector<int64_t> numbers;
  void end_list() { offsets.push_back(static_cast<int64_t>(numbers.size())); }
  size_t size() const { return offsets.size() - 1; }
};

struct ColumnValues {
  std::variant<std::vector<int64_t>, std::vector<double>, std::vector<bool>, TextValues, ListValues>
      values;
  std::vector<bool> is_there;  // of each value; empty: all are
};

class ColumnOut {
 public:
  ColumnOut() = default;
  explicit ColumnOut(ColumnValues values);

  size_t size() const;
  nb::object value(size_t row) const;
  nb::list to_list() const;
  // Returns the address of the numbers and their type as NumPy writes it ("<i8"), or nothing for
  // what is no number, or has values that are not there.
  nb::object array_interface() const;
  nb::capsule schema(const std::string& name) const;
  nb::tuple arrays(const std::string& name) const;

  // What the exports share.
  struct Laid;
  const std::shared_ptr<const Laid>& laid() const { return laid_; }

 private:
  std::shared_ptr<const Laid> laid_;
};

// Named columns of one length.
struct TableOut {
  std::vector<std::pair<std::string, ColumnOut>> columns;

  void add(const std::string& name, ColumnValues values) {
    columns.emplace_back(name, ColumnOut(std::move(values)));
  }
  size_t rows() const { return columns.empty() ? 0 : columns.front().second.size(); }
  nb::capsule schema() const;
  nb::capsule stream() const;
};

// Returns the table with columns as Arrow has them.
TableOut table_out(const Table& table);

}  // namespace reprise::python

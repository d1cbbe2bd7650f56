// The values of an Arrow array, one by one, whatever its layout: texts where they lie, and what
// options ask of other columns as the text that JSONL would hold.
//
//     layout                  format          a value
//     utf8, large_utf8        u, U            bytes between two offsets
//     string_view             vu              up to 12 bytes in the view, else in a data buffer
//     dictionary              (of indices)    the text at the index
//     numbers, truth values   c … g, b        as JSON writes them
//     dates and moments       tdD, tdm, ts…   ISO 8601, moments in UTC
//
// Offsets of slices and missing values are heeded everywhere. Cost: some nanoseconds a value.
// Thread safety: values may be read by any number of threads; nothing here touches Python.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "arrow_abi.h"

namespace reprise::python {

using TextReader = std::function<std::optional<std::string_view>(size_t)>;
using ValueReader = std::function<std::optional<std::string>(size_t)>;

// Returns what people call a type: "int64", "list".
std::string name_of_type(const ArrowSchema& schema);

// Returns what reads the texts of an array; empty if it holds none. Schema and array must outlive
// it. REQUIRES: row < array.length when it is called.
TextReader text_reader(const ArrowSchema& schema, const ArrowArray& array);

// Returns what reads its values as text; empty for types that have no such form.
ValueReader value_reader(const ArrowSchema& schema, const ArrowArray& array);

}  // namespace reprise::python

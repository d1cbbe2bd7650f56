// Batches are kept as they came; columns are found in each by name when they are asked for.
//
//     a stream of two batches {id, text}     texts("text"): those of the first, then of the second
//     a list ["p", None]                     texts of any name: "p" and nothing
//
// Cost: a view of 24 bytes a text.
#include "table_in.h"

#include <nanobind/stl/string.h>

#include <algorithm>

#include "reprise/error.h"

namespace reprise::python {
namespace {

[[noreturn]] void refuse(const std::string& where, const std::string& what,
                         const std::string& remedy, ErrorKind kind = ErrorKind::usage) {
  throw Error(kind, {where, what, remedy, false});
}

template <class Structure>
Structure& structure_of(const nb::capsule& capsule, const char* name) {
  auto* structure = static_cast<Structure*>(PyCapsule_GetPointer(capsule.ptr(), name));
  if (structure == nullptr) {
    throw nb::python_error();
  }
  if (structure->release == nullptr) {
    refuse("the table", "was released before it was read", "hand over one that lives");
  }
  return *structure;
}

bool is_struct(const ArrowSchema& schema) {
  return std::string_view(schema.format) == "+s";
}

std::string quoted(const std::string& name) {
  return "'" + name + "'";
}

// Returns the view of a string's UTF-8. Halves of surrogate pairs, which have none, are put into
// bytes of their own, which `owner` then keeps; they read as U+FFFD.
std::string_view view_of(nb::handle string, nb::list& owner) {
  Py_ssize_t size = 0;
  if (const char* bytes = PyUnicode_AsUTF8AndSize(string.ptr(), &size)) {
    return {bytes, static_cast<size_t>(size)};
  }
  PyErr_Clear();
  nb::object encoded = nb::steal(PyUnicode_AsEncodedString(string.ptr(), "utf-8", "surrogatepass"));
  if (!encoded.is_valid()) {
    throw nb::python_error();
  }
  owner.append(encoded);
  char* bytes = nullptr;
  if (PyBytes_AsStringAndSize(encoded.ptr(), &bytes, &size) != 0) {
    throw nb::python_error();
  }
  return {bytes, static_cast<size_t>(size)};
}

}  // namespace

void TableIn::add_stream(nb::capsule capsule) {
  Owned<ArrowArrayStream> stream(structure_of<ArrowArrayStream>(capsule, "arrow_array_stream"));
  const auto check = [&](int code) {
    if (code != 0) {
      const char* said = stream->get_last_error(&stream.get());
      refuse("the table", said == nullptr ? "could not be read" : said, "", ErrorKind::input);
    }
  };
  auto schema = std::make_shared<Owned<ArrowSchema>>();
  check(stream->get_schema(&stream.get(), &schema->get()));
  while (true) {
    Owned<ArrowArray> array;
    check(stream->get_next(&stream.get(), &array.get()));
    if (array->release == nullptr) {
      break;
    }
    add(schema, array.get());
  }
  if (batches_.empty()) {
    auto none = std::make_unique<Batch>();  // columns are known without rows, too
    none->schema = schema;
    batches_.push_back(std::move(none));
  }
}

void TableIn::add_array(nb::capsule schema, nb::capsule array) {
  auto owned =
      std::make_shared<Owned<ArrowSchema>>(structure_of<ArrowSchema>(schema, "arrow_schema"));
  add(std::move(owned), structure_of<ArrowArray>(array, "arrow_array"));
}

void TableIn::add(std::shared_ptr<const Owned<ArrowSchema>> schema, ArrowArray& array) {
  auto batch = std::make_unique<Batch>();
  batch->schema = std::move(schema);
  batch->array = Owned<ArrowArray>(array);
  batch->first_row = rows_;
  batch->rows = static_cast<size_t>(batch->array->length);
  rows_ += batch->rows;
  batches_.push_back(std::move(batch));
}

void TableIn::add_strings(const std::string& name, const nb::list& given) {
  auto column = std::make_unique<Strings>();
  column->name = name;
  nb::list owner;
  for (const nb::handle item : given) {
    if (item.is_none()) {
      column->views.push_back(std::nullopt);
      continue;
    }
    if (!PyUnicode_Check(item.ptr())) {
      const auto type = nb::cast<std::string>(item.type().attr("__name__"));
      refuse("item " + std::to_string(column->views.size()), "is " + type + ", and no str",
             "convert it with str(), or leave it out as None");
    }
    owner.append(item);
    column->views.push_back(view_of(item, owner));
  }
  const bool is_first = strings_.empty();
  if (!is_first && column->views.size() != rows_) {
    refuse("column " + quoted(name), "is not as long as the others", "give each as many values");
  }
  rows_ = column->views.size();
  column->owner = owner;
  strings_.push_back(std::move(column));
}

std::vector<std::string> TableIn::column_names() const {
  std::vector<std::string> names;
  for (const auto& column : strings_) {
    names.push_back(column->name);
  }
  if (batches_.empty()) {
    return names;
  }
  const ArrowSchema& schema = batches_.front()->schema->get();
  if (!is_struct(schema)) {
    names.emplace_back();
    return names;
  }
  for (int64_t i = 0; i < schema.n_children; ++i) {
    names.emplace_back(schema.children[i]->name == nullptr ? "" : schema.children[i]->name);
  }
  return names;
}

std::optional<TableIn::Column> TableIn::find(const Batch& batch, const std::string& name) const {
  const ArrowSchema& schema = batch.schema->get();
  if (!is_struct(schema)) {
    return Column{&schema, &batch.array.get()};
  }
  for (int64_t i = 0; i < schema.n_children; ++i) {
    const char* child = schema.children[i]->name;
    if (child != nullptr && name == child) {
      return Column{schema.children[i], batch.rows == 0 ? nullptr : batch.array->children[i]};
    }
  }
  return std::nullopt;
}

const TableIn::Strings* TableIn::find_strings(const std::string& name) const {
  for (const auto& column : strings_) {
    if (column->name == name || column->name.empty()) {
      return column.get();
    }
  }
  return nullptr;
}

void TableIn::refuse_missing(const std::string& column) const {
  std::string names;
  for (const std::string& name : column_names()) {
    names += (names.empty() ? "" : ", ") + quoted(name);
  }
  refuse("the table", "has no column " + quoted(column),
         names.empty() ? "it has none at all" : "its columns are " + names);
}

std::vector<std::optional<std::string_view>> TableIn::texts(const std::string& name) const {
  if (const Strings* column = find_strings(name)) {
    return column->views;
  }
  std::vector<std::optional<std::string_view>> texts;
  texts.reserve(rows_);
  for (const auto& batch : batches_) {
    const std::optional<Column> column = find(*batch, name);
    if (!column) {
      refuse_missing(name);
    }
    // A type is told without rows, too.
    static const ArrowArray no_rows{};
    const TextReader read = text_reader(*column->schema, column->array ? *column->array : no_rows);
    if (!read) {
      refuse("column " + quoted(name),
             "holds " + name_of_type(*column->schema) + ", and no strings",
             "name the column of the texts, or cast it to string");
    }
    // A slice of a struct slices its children.
    const auto first = is_struct(batch->schema->get()) && column->array
                           ? static_cast<size_t>(batch->array->offset)
                           : 0;
    for (size_t row = 0; row < batch->rows; ++row) {
      texts.push_back(read(first + row));
    }
  }
  if (batches_.empty() && !strings_.empty()) {
    refuse_missing(name);
  }
  return texts;
}

bool TableIn::has_values(const std::string& name) const {
  static const ArrowArray no_rows{};
  const auto has_reader = [&](const auto& batch) {
    const std::optional<Column> column = find(*batch, name);
    return column && value_reader(*column->schema, column->array ? *column->array : no_rows);
  };
  return find_strings(name) != nullptr || std::all_of(batches_.begin(), batches_.end(), has_reader);
}

bool TableIn::is_number(const std::string& name) const {
  const std::optional<Column> column =
      batches_.empty() ? std::nullopt : find(*batches_.front(), name);
  constexpr std::string_view numbers = "bcCsSiIlLfg";
  return column && column->schema->dictionary == nullptr &&
         numbers.find(column->schema->format) != std::string_view::npos;
}

std::optional<TableField> TableIn::field(const std::string& name, const std::string& as) const {
  if (const Strings* column = find_strings(name); column != nullptr && !column->name.empty()) {
    return TableField{as, [column](size_t row) -> std::optional<std::string> {
                        const auto& view = column->views[row];
                        return view ? std::optional(std::string(*view)) : std::nullopt;
                      }};
  }
  struct Part {
    size_t first_row;
    size_t offset;
    ValueReader read;
  };
  std::vector<Part> parts;
  for (const auto& batch : batches_) {
    const std::optional<Column> column = find(*batch, name);
    if (!column || !is_struct(batch->schema->get())) {
      return std::nullopt;
    }
    if (column->array == nullptr) {
      continue;
    }
    ValueReader read = value_reader(*column->schema, *column->array);
    if (!read) {
      refuse("column " + quoted(name),
             "holds " + name_of_type(*column->schema) + ", which has no form as text",
             "cast it to string");
    }
    parts.push_back({batch->first_row, static_cast<size_t>(batch->array->offset), std::move(read)});
  }
  if (strings_.empty() && batches_.empty()) {
    return std::nullopt;
  }
  return parts.empty() && batches_.empty()
             ? std::nullopt
             : std::optional(TableField{as, [parts](size_t row) {
                                          const auto after =
                                              std::upper_bound(parts.begin(), parts.end(), row,
                                                               [](size_t wanted, const Part& part) {
                                                                 return wanted < part.first_row;
                                                               });
                                          const Part& part = *std::prev(after);
                                          return part.read(part.offset + row - part.first_row);
                                        }});
}

}  // namespace reprise::python

// Values are laid out once, as Arrow lays them; exports are structures that point there, each with
// a share of the values' life.
//
//     numbers    validity bits, values          flags    validity bits, bits
//     texts      validity bits, offsets, bytes  lists    validity bits, offsets; a child of numbers
//
// A consumer may move children out of a structure and release them by themselves (the interface
// says so), so each has an owner of its own.
//
// Cost: bits are packed once; an export is some hundred bytes.
#include "table_out.h"

#include <array>
#include <cerrno>
#include <optional>

#include "arrow_abi.h"

namespace reprise::python {

struct ColumnOut::Laid {
  ColumnValues values;
  std::vector<uint8_t> validity;  // empty: all are there
  std::vector<uint8_t> flags;     // of truth values
  int64_t missing = 0;
};

namespace {

using LaidColumn = std::shared_ptr<const ColumnOut::Laid>;

std::vector<uint8_t> packed(const std::vector<bool>& flags) {
  std::vector<uint8_t> bytes((flags.size() + 7) / 8);
  for (size_t i = 0; i < flags.size(); ++i) {
    bytes[i / 8] |= static_cast<uint8_t>(flags[i] ? 1 << (i % 8) : 0);
  }
  return bytes;
}

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

size_t size_of(const ColumnValues& values) {
  return std::visit([](const auto& held) { return held.size(); }, values.values);
}

const char* format_of(const ColumnValues& values) {
  constexpr std::array formats{"l", "g", "b", "U", "+L"};
  return formats[values.values.index()];
}

// What a schema owns.
struct SchemaOwner {
  std::string format;
  std::string name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
};

void release_schema(ArrowSchema* schema) {
  auto* owner = static_cast<SchemaOwner*>(schema->private_data);
  for (ArrowSchema* child : owner->pointers) {
    if (child->release != nullptr) {
      child->release(child);
    }
  }
  delete owner;
  schema->release = nullptr;
}

// Fills the schema, which takes over the children.
void fill_schema(ArrowSchema& schema, const char* format, const std::string& name,
                 std::vector<ArrowSchema> children, int64_t flags) {
  auto* owner = new SchemaOwner{format, name, std::move(children), {}};
  for (ArrowSchema& child : owner->children) {
    owner->pointers.push_back(&child);
  }
  schema = {};
  schema.format = owner->format.c_str();
  schema.name = owner->name.c_str();
  schema.flags = flags;
  schema.n_children = static_cast<int64_t>(owner->pointers.size());
  schema.children = owner->pointers.data();
  schema.release = release_schema;
  schema.private_data = owner;
}

// What an array owns: a share of the values, and its children.
struct ArrayOwner {
  LaidColumn column;
  std::vector<const void*> buffers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
};

void release_array(ArrowArray* array) {
  auto* owner = static_cast<ArrayOwner*>(array->private_data);
  for (ArrowArray* child : owner->pointers) {
    if (child->release != nullptr) {
      child->release(child);
    }
  }
  delete owner;
  array->release = nullptr;
}

void fill_array(ArrowArray& array, size_t length, int64_t missing, LaidColumn column,
                std::vector<const void*> buffers, std::vector<ArrowArray> children) {
  auto* owner = new ArrayOwner{std::move(column), std::move(buffers), std::move(children), {}};
  for (ArrowArray& child : owner->children) {
    owner->pointers.push_back(&child);
  }
  array = {};
  array.length = static_cast<int64_t>(length);
  array.null_count = missing;
  array.n_buffers = static_cast<int64_t>(owner->buffers.size());
  array.buffers = owner->buffers.data();
  array.n_children = static_cast<int64_t>(owner->pointers.size());
  array.children = owner->pointers.data();
  array.release = release_array;
  array.private_data = owner;
}

void export_column_schema(const ColumnValues& values, const std::string& name, ArrowSchema& out) {
  std::vector<ArrowSchema> children;
  if (std::holds_alternative<ListValues>(values.values)) {
    children.emplace_back();
    fill_schema(children.back(), "l", "item", {}, 0);
  }
  fill_schema(out, format_of(values), name, std::move(children), arrow_nullable);
}

void export_column(const LaidColumn& column, ArrowArray& out) {
  const void* validity = column->validity.empty() ? nullptr : column->validity.data();
  std::vector<const void*> buffers{validity};
  std::vector<ArrowArray> children;
  std::visit(Overloaded{[&](const std::vector<bool>&) { buffers.push_back(column->flags.data()); },
                        [&](const TextValues& texts) {
                          buffers.push_back(texts.offsets.data());
                          buffers.push_back(texts.bytes.data());
                        },
                        [&](const ListValues& lists) {
                          buffers.push_back(lists.offsets.data());
                          children.emplace_back();
                          fill_array(children.back(), lists.numbers.size(), 0, column,
                                     {nullptr, lists.numbers.data()}, {});
                        },
                        [&](const auto& numbers) {
                          buffers.push_back(numbers.data());
                        }},
             column->values.values);
  fill_array(out, size_of(column->values), column->missing, column, std::move(buffers),
             std::move(children));
}

// Puts a structure into a capsule, which releases it if nobody took it.
template <class Structure>
nb::capsule in_capsule(std::unique_ptr<Structure> structure, const char* name) {
  PyObject* capsule = PyCapsule_New(structure.get(), name, [](PyObject* held) {
    auto* left = static_cast<Structure*>(PyCapsule_GetPointer(held, PyCapsule_GetName(held)));
    if (left->release != nullptr) {
      left->release(left);
    }
    delete left;
  });
  if (capsule == nullptr) {
    throw nb::python_error();
  }
  static_cast<void>(structure.release());
  return nb::steal<nb::capsule>(capsule);
}

void export_table_schema(const TableOut& table, ArrowSchema& out) {
  std::vector<ArrowSchema> children(table.columns.size());
  for (size_t i = 0; i < children.size(); ++i) {
    const auto& [name, column] = table.columns[i];
    export_column_schema(column.laid()->values, name, children[i]);
  }
  fill_schema(out, "+s", "", std::move(children), 0);
}

// A stream of one batch: the table.
struct StreamOwner {
  TableOut table;
  bool is_read = false;
};

StreamOwner& owner_of(ArrowArrayStream* stream) {
  return *static_cast<StreamOwner*>(stream->private_data);
}

// Nothing may be thrown through C; there is nothing here that fails but memory.
template <class Step>
int code_of(const Step& step) {
  try {
    step();
    return 0;
  } catch (...) {
    return ENOMEM;
  }
}

int stream_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  return code_of([&] { export_table_schema(owner_of(stream).table, *out); });
}

int stream_next(ArrowArrayStream* stream, ArrowArray* out) {
  return code_of([&] {
    StreamOwner& owner = owner_of(stream);
    *out = {};
    if (owner.is_read) {
      return;
    }
    std::vector<ArrowArray> children(owner.table.columns.size());
    for (size_t i = 0; i < children.size(); ++i) {
      export_column(owner.table.columns[i].second.laid(), children[i]);
    }
    fill_array(*out, owner.table.rows(), 0, {}, {nullptr}, std::move(children));
    owner.is_read = true;
  });
}

const char* stream_error(ArrowArrayStream*) {
  return "not enough memory";
}

void release_stream(ArrowArrayStream* stream) {
  delete &owner_of(stream);
  stream->release = nullptr;
}

nb::object text_object(const TextValues& texts, size_t row) {
  const auto begin = static_cast<size_t>(texts.offsets[row]);
  const auto end = static_cast<size_t>(texts.offsets[row + 1]);
  return nb::str(texts.bytes.data() + begin, end - begin);
}

nb::list list_object(const ListValues& lists, size_t row) {
  nb::list list;
  for (auto i = static_cast<size_t>(lists.offsets[row]);
       i < static_cast<size_t>(lists.offsets[row + 1]); ++i) {
    list.append(lists.numbers[i]);
  }
  return list;
}

// Appends a cell to the values of its column; one that is not there takes the place of a value.
void append_cell(ColumnValues& column, const TableCell& cell) {
  const bool is_there = cell.index() != 0;
  column.is_there.push_back(is_there);
  std::visit(
      Overloaded{
          [&](std::vector<int64_t>& numbers) {
            numbers.push_back(is_there ? static_cast<int64_t>(std::get<uint64_t>(cell)) : 0);
          },
          [&](std::vector<double>& reals) {
            reals.push_back(is_there ? std::get<double>(cell) : 0);
          },
          [&](std::vector<bool>& flags) { flags.push_back(is_there && std::get<bool>(cell)); },
          [&](TextValues& texts) { texts.add(is_there ? std::get<std::string>(cell) : ""); },
          [](ListValues&) {
          }},
      column.values);
}

ColumnValues empty_column(CellType type) {
  switch (type) {
    case CellType::flag: return {std::vector<bool>(), {}};
    case CellType::number: return {std::vector<int64_t>(), {}};
    case CellType::real: return {std::vector<double>(), {}};
    case CellType::text: break;
  }
  return {TextValues(), {}};
}

}  // namespace

ColumnOut::ColumnOut(ColumnValues values) {
  auto laid = std::make_shared<Laid>();
  laid->values = std::move(values);
  for (const bool there : laid->values.is_there) {
    laid->missing += there ? 0 : 1;
  }
  if (laid->missing > 0) {
    laid->validity = packed(laid->values.is_there);
  }
  if (const auto* flags = std::get_if<std::vector<bool>>(&laid->values.values)) {
    laid->flags = packed(*flags);
  }
  laid_ = std::move(laid);
}

size_t ColumnOut::size() const {
  return size_of(laid_->values);
}

nb::object ColumnOut::value(size_t row) const {
  const ColumnValues& column = laid_->values;
  if (laid_->missing > 0 && !column.is_there[row]) {
    return nb::none();
  }
  return std::visit(
      Overloaded{
          [&](const std::vector<bool>& flags) -> nb::object { return nb::bool_(flags[row]); },
          [&](const TextValues& texts) { return text_object(texts, row); },
          [&](const ListValues& lists) -> nb::object { return list_object(lists, row); },
          [&](const auto& numbers) -> nb::object {
            return nb::cast(numbers[row]);
          }},
      column.values);
}

nb::list ColumnOut::to_list() const {
  nb::list list;
  for (size_t row = 0; row < size(); ++row) {
    list.append(value(row));
  }
  return list;
}

nb::object ColumnOut::array_interface() const {
  const ColumnValues& column = laid_->values;
  const auto* numbers = std::get_if<std::vector<int64_t>>(&column.values);
  const auto* reals = std::get_if<std::vector<double>>(&column.values);
  if (laid_->missing > 0 || (numbers == nullptr && reals == nullptr)) {
    return nb::none();
  }
  const void* data = numbers != nullptr ? static_cast<const void*>(numbers->data()) : reals->data();
  return nb::make_tuple(reinterpret_cast<uintptr_t>(data), numbers != nullptr ? "<i8" : "<f8");
}

nb::capsule ColumnOut::schema(const std::string& name) const {
  auto schema = std::make_unique<ArrowSchema>();
  export_column_schema(laid_->values, name, *schema);
  return in_capsule(std::move(schema), "arrow_schema");
}

nb::tuple ColumnOut::arrays(const std::string& name) const {
  auto array = std::make_unique<ArrowArray>();
  export_column(laid_, *array);
  return nb::make_tuple(schema(name), in_capsule(std::move(array), "arrow_array"));
}

nb::capsule TableOut::schema() const {
  auto schema = std::make_unique<ArrowSchema>();
  export_table_schema(*this, *schema);
  return in_capsule(std::move(schema), "arrow_schema");
}

nb::capsule TableOut::stream() const {
  auto stream = std::make_unique<ArrowArrayStream>();
  *stream = {stream_schema, stream_next, stream_error, release_stream, new StreamOwner{*this}};
  return in_capsule(std::move(stream), "arrow_array_stream");
}

TableOut table_out(const Table& table) {
  TableOut out;
  for (const TableColumn& column : table.columns) {
    ColumnValues values = empty_column(column.type);
    for (const TableCell& cell : column.cells) {
      append_cell(values, cell);
    }
    out.add(column.name, std::move(values));
  }
  return out;
}

}  // namespace reprise::python

// Which layout an array has its format string says; here each has a function that reads it.
//
// Example: the view of "harbour" is {7, "harbour"}; that of a text of 40 bytes {40, its first four,
// buffer 0, place 120}. Counter-example: a list or a struct has no form as text, and no reader.
#include "arrow_values.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstring>
#include <map>

#include "reprise/error.h"

namespace reprise::python {
namespace {

// Returns whether the value is there.
bool is_there(const ArrowArray& array, size_t row) {
  if (array.null_count == 0 || array.n_buffers == 0 || array.buffers[0] == nullptr) {
    return true;
  }
  const size_t at = row + static_cast<size_t>(array.offset);
  const auto* bits = static_cast<const uint8_t*>(array.buffers[0]);
  return (bits[at / 8] >> (at % 8) & 1) != 0;
}

template <class Value>
Value value_at(const ArrowArray& array, size_t row) {
  return static_cast<const Value*>(array.buffers[1])[row + static_cast<size_t>(array.offset)];
}

// Of what an array that others made says about itself, all that can be checked is: wrong bounds
// would be read.
[[noreturn]] void refuse_damaged(size_t row, const std::string& what) {
  throw Error(ErrorKind::input,
              {"row " + std::to_string(row), what, "make the array anew: it is damaged", false});
}

template <class Offset>
std::string_view text_between_offsets(const ArrowArray& array, size_t row) {
  const auto* offsets = static_cast<const Offset*>(array.buffers[1]) + array.offset;
  const auto begin = static_cast<size_t>(offsets[row]);
  const auto end = static_cast<size_t>(offsets[row + 1]);
  if (begin == end) {
    return "";
  }
  if (begin > end) {
    refuse_damaged(row, "has offsets that run backwards");
  }
  return {static_cast<const char*>(array.buffers[2]) + begin, end - begin};
}

// A text of at most so many bytes stands in the view itself.
struct View {
  static constexpr int32_t most_inline = 12;
  int32_t size;
  char prefix[4];
  int32_t buffer;
  int32_t begin;
};
static_assert(sizeof(View) == 16);

std::string_view text_of_view(const ArrowArray& array, size_t row) {
  const View& view =
      static_cast<const View*>(array.buffers[1])[row + static_cast<size_t>(array.offset)];
  const auto size = static_cast<size_t>(view.size);
  if (view.size <= View::most_inline) {
    return {view.prefix, size};
  }
  // Behind the two buffers of every array, and those with texts, one has the sizes of these.
  const int64_t last = array.n_buffers - 1;
  const auto* sizes = static_cast<const int64_t*>(array.buffers[last]);
  const bool is_inside = view.buffer >= 0 && view.begin >= 0 && 2 + view.buffer < last &&
                         int64_t{view.begin} + view.size <= sizes[view.buffer];
  if (!is_inside) {
    refuse_damaged(row, "has a view beyond its buffers");
  }
  return {static_cast<const char*>(array.buffers[2 + view.buffer]) + view.begin, size};
}

template <class Read>
TextReader where_there(const ArrowArray& array, const Read& read) {
  return [&array, read](size_t row) -> std::optional<std::string_view> {
    return is_there(array, row) ? std::optional<std::string_view>(read(array, row)) : std::nullopt;
  };
}

// Returns the index that an array of whole numbers holds.
template <class Number>
size_t index_at(const ArrowArray& array, size_t row) {
  return static_cast<size_t>(value_at<Number>(array, row));
}

using IndexReader = size_t (*)(const ArrowArray&, size_t);

IndexReader index_reader(std::string_view format) {
  static const std::map<std::string_view, IndexReader> readers{
      {"c", index_at<int8_t>},   {"C", index_at<uint8_t>}, {"s", index_at<int16_t>},
      {"S", index_at<uint16_t>}, {"i", index_at<int32_t>}, {"I", index_at<uint32_t>},
      {"l", index_at<int64_t>},  {"L", index_at<uint64_t>}};
  const auto found = readers.find(format);
  return found == readers.end() ? nullptr : found->second;
}

// Returns the values that a dictionary's indices stand for; of an array without rows there may be
// none.
const ArrowArray& dictionary_of(const ArrowArray& array) {
  static const ArrowArray none{};
  return array.dictionary == nullptr ? none : *array.dictionary;
}

// Returns what reads through a dictionary, whose own values `read` reads.
template <class Reader>
Reader through_dictionary(const ArrowSchema& schema, const ArrowArray& array, Reader read) {
  const IndexReader index = index_reader(schema.format);
  if (!read || index == nullptr) {
    return {};
  }
  return [&array, index, read](size_t row) -> decltype(read(0)) {
    if (!is_there(array, row)) {
      return std::nullopt;
    }
    const size_t at = index(array, row);
    if (at >= static_cast<size_t>(dictionary_of(array).length)) {
      refuse_damaged(row, "has an index beyond its dictionary");
    }
    return read(at);
  };
}

template <class Number>
std::string written_number(Number value) {
  std::array<char, 64> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), end};
}

template <class Number>
std::string number_at(const ArrowArray& array, size_t row) {
  return written_number(value_at<Number>(array, row));
}

std::string flag_at(const ArrowArray& array, size_t row) {
  const size_t at = row + static_cast<size_t>(array.offset);
  const auto* bits = static_cast<const uint8_t*>(array.buffers[1]);
  return (bits[at / 8] >> (at % 8) & 1) != 0 ? "true" : "false";
}

std::string padded(int64_t value, size_t digits) {
  std::string text = written_number(value);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::string written_day(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return padded(int{date.year()}, 4) + "-" + padded(unsigned{date.month()}, 2) + "-" +
         padded(unsigned{date.day()}, 2);
}

// Seconds since 1970, and what is below them is left out: no rule of keeping asks for it.
std::string written_moment(std::chrono::sys_seconds moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::hh_mm_ss time(moment - day);
  return written_day(day) + "T" + padded(time.hours().count(), 2) + ":" +
         padded(time.minutes().count(), 2) + ":" + padded(time.seconds().count(), 2) + "Z";
}

template <class Unit>
std::string moment_at(const ArrowArray& array, size_t row) {
  const Unit since{value_at<int64_t>(array, row)};
  return written_moment(std::chrono::sys_seconds(std::chrono::floor<std::chrono::seconds>(since)));
}

std::string day_at(const ArrowArray& array, size_t row) {
  return written_day(std::chrono::sys_days(std::chrono::days(value_at<int32_t>(array, row))));
}

std::string day_of_milliseconds_at(const ArrowArray& array, size_t row) {
  const std::chrono::milliseconds since{value_at<int64_t>(array, row)};
  return written_day(std::chrono::floor<std::chrono::days>(std::chrono::sys_time(since)));
}

// A type that is no text: what it is called, and how its values are written.
struct ValueType {
  std::string_view format;  // up to its parameters
  std::string_view name;
  std::string (*write)(const ArrowArray&, size_t) = nullptr;  // nullptr: it has no form as text
};

constexpr std::array value_types{
    ValueType{"n", "null"},
    ValueType{"b", "bool", flag_at},
    ValueType{"c", "int8", number_at<int8_t>},
    ValueType{"C", "uint8", number_at<uint8_t>},
    ValueType{"s", "int16", number_at<int16_t>},
    ValueType{"S", "uint16", number_at<uint16_t>},
    ValueType{"i", "int32", number_at<int32_t>},
    ValueType{"I", "uint32", number_at<uint32_t>},
    ValueType{"l", "int64", number_at<int64_t>},
    ValueType{"L", "uint64", number_at<uint64_t>},
    ValueType{"e", "float16"},
    ValueType{"f", "float32", number_at<float>},
    ValueType{"g", "float64", number_at<double>},
    ValueType{"z", "binary"},
    ValueType{"Z", "large_binary"},
    ValueType{"vz", "binary_view"},
    ValueType{"d:", "decimal"},
    ValueType{"w:", "fixed_size_binary"},
    ValueType{"tdD", "date32", day_at},
    ValueType{"tdm", "date64", day_of_milliseconds_at},
    ValueType{"tss", "timestamp", moment_at<std::chrono::seconds>},
    ValueType{"tsm", "timestamp", moment_at<std::chrono::milliseconds>},
    ValueType{"tsu", "timestamp", moment_at<std::chrono::microseconds>},
    ValueType{"tsn", "timestamp", moment_at<std::chrono::nanoseconds>},
    ValueType{"tt", "time"},
    ValueType{"tD", "duration"},
    ValueType{"ti", "interval"},
    ValueType{"+l", "list"},
    ValueType{"+L", "large_list"},
    ValueType{"+vl", "list_view"},
    ValueType{"+w", "fixed_size_list"},
    ValueType{"+s", "struct"},
    ValueType{"+m", "map"},
    ValueType{"+u", "union"},
    ValueType{"+r", "run_end_encoded"},
};

const ValueType* type_of(std::string_view format) {
  const ValueType* best = nullptr;
  for (const ValueType& type : value_types) {
    const bool is_longer = best == nullptr || type.format.size() > best->format.size();
    if (format.starts_with(type.format) && is_longer) {
      best = &type;
    }
  }
  return best;
}

bool is_text(std::string_view format) {
  return format == "u" || format == "U" || format == "vu";
}

}  // namespace

std::string name_of_type(const ArrowSchema& schema) {
  if (schema.dictionary != nullptr) {
    return "dictionary of " + name_of_type(*schema.dictionary);
  }
  if (is_text(schema.format)) {
    return "string";
  }
  const ValueType* type = type_of(schema.format);
  return type == nullptr ? "type '" + std::string(schema.format) + "'" : std::string(type->name);
}

TextReader text_reader(const ArrowSchema& schema, const ArrowArray& array) {
  const std::string_view format = schema.format;
  if (schema.dictionary != nullptr) {
    return through_dictionary(schema, array, text_reader(*schema.dictionary, dictionary_of(array)));
  }
  if (format == "u") {
    return where_there(array, text_between_offsets<int32_t>);
  }
  if (format == "U") {
    return where_there(array, text_between_offsets<int64_t>);
  }
  if (format == "vu") {
    return where_there(array, text_of_view);
  }
  if (format == "n") {
    return [](size_t) {
      return std::optional<std::string_view>();
    };
  }
  return {};
}

ValueReader value_reader(const ArrowSchema& schema, const ArrowArray& array) {
  if (schema.dictionary != nullptr) {
    return through_dictionary(schema, array,
                              value_reader(*schema.dictionary, dictionary_of(array)));
  }
  if (const TextReader text = text_reader(schema, array)) {
    return [text](size_t row) -> std::optional<std::string> {
      const std::optional<std::string_view> value = text(row);
      return value ? std::optional(std::string(*value)) : std::nullopt;
    };
  }
  const ValueType* type = type_of(schema.format);
  if (type == nullptr || type->write == nullptr) {
    return {};
  }
  return [&array, write = type->write](size_t row) -> std::optional<std::string> {
    return is_there(array, row) ? std::optional(write(array, row)) : std::nullopt;
  };
}

}  // namespace reprise::python

// One row for each key of a report: from these the report is written, read, and described in its
// schema and in docs/report.md. A new key is a member of a struct and a row.
//
//     inline constexpr auto banding_shape = shape(
//         "banding", "How candidate pairs were proposed.",
//         field("bands", "Bands of each sketch.", from_one, &Banding::bands),
//         field("rows", "Slots of each band.", from_one, &Banding::rows));
//
//     write_object(out, banding_shape, banding, writing)   {"bands":21,"rows":6}
//     read_object(node, banding_shape, banding, reading)   fills both members, or throws
//
// A row says
//     what the key means, in one sentence, and of which kind its value is (kinds.h);
//     how its value is got: a pointer to a member, at(…) for a member of a member, or a function of
//       the struct, or of the struct and the context (context.h). What can be got as a reference
//       can be put there when it is read;
//     how it is read, where that takes more: a function of the node, the struct and the context;
//     whether null stands for nothing (or_null), the key is absent then (if_any), it is read when
//       all other keys were (late), and since which version it is written (since).
//
// What a key of an older report lacks keeps the value that the struct had before. Keys that no row
// names are passed over. A value of another kind is refused by the Error of its node.
//
// Everything is known to the compiler, so that a row costs no more than the line that would write
// its value.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "reprise/report/json/kinds.h"

namespace reprise::detail {

enum class Presence {
  always,  // the key is there
  null,    // the key is there, and null stands for nothing
  if_any   // where there is nothing, there is no key
};

inline constexpr std::string_view first_version = "0.1";

// How the value of a row is read, if not by a function of its own.
struct PutBack {};   // to where it is got from
struct PassOver {};  // not at all: it says again what other keys say

template <class Kind, class Get, class Read, Presence is_there = Presence::always>
struct JsonField {
  const char* key;
  const char* meaning;
  Kind kind;
  Get get;
  Read read;
  bool is_late = false;
  std::string_view version = first_version;
  static constexpr Presence presence = is_there;

  constexpr auto or_null() const { return with<Presence::null>(); }
  constexpr auto if_any() const { return with<Presence::if_any>(); }
  constexpr JsonField late() const {
    JsonField field = *this;
    field.is_late = true;
    return field;
  }
  constexpr JsonField since(std::string_view first) const {
    JsonField field = *this;
    field.version = first;
    return field;
  }

  // Whether every report has the key, those of the first version too.
  constexpr bool is_required() const {
    return presence != Presence::if_any && version == first_version;
  }

 private:
  template <Presence other>
  constexpr auto with() const {
    return JsonField<Kind, Get, Read, other>{key, meaning, kind, get, read, is_late, version};
  }
};

// Returns a row whose value is put back to where it is got from.
template <class Kind, class Get>
constexpr auto field(const char* key, const char* meaning, Kind kind, Get get) {
  return JsonField<Kind, Get, PutBack>{key, meaning, kind, get, {}};
}

// Returns a row that is read by read(node, struct, context).
template <class Kind, class Get, class Read>
constexpr auto field(const char* key, const char* meaning, Kind kind, Get get, Read read) {
  return JsonField<Kind, Get, Read>{key, meaning, kind, get, read};
}

// Returns a row whose value follows from others, so that it is written alone.
template <class Kind, class Get>
constexpr auto derived(const char* key, const char* meaning, Kind kind, Get get) {
  return JsonField<Kind, Get, PassOver>{key, meaning, kind, get, {}};
}

// The rows of another shape, among those of this one: where something stands.
template <class Shape, class Get, class Read>
struct JsonGroup {
  const Shape& shape;
  Get get;
  Read read;
};

// Returns such rows: get(struct, context) gives what they are of, read(node, struct, context) takes
// the whole node.
template <class Shape, class Get, class Read>
constexpr auto group(const Shape& shape, Get get, Read read) {
  return JsonGroup<Shape, Get, Read>{shape, get, read};
}

// What several keys say together: check(node, struct, context) is called with the whole node, when
// the rows before it are read. Nothing is written.
template <class Check>
struct JsonCheck {
  Check read;
};
template <class Check>
constexpr auto check(Check read) {
  return JsonCheck<Check>{read};
}

// A kind of object: its name in the schema, what it is, and its rows.
template <class... Rows>
struct Shape {
  const char* name;
  const char* meaning;
  std::tuple<Rows...> rows;
  std::string_view rules = {};  // more members of its schema: what no row can say
  bool has_defaults = false;    // whatever is absent has a value: options

  constexpr Shape with_rules(std::string_view more) const {
    Shape shape = *this;
    shape.rules = more;
    return shape;
  }
  constexpr Shape with_defaults() const {
    Shape shape = *this;
    shape.has_defaults = true;
    return shape;
  }
};

template <class... Rows>
constexpr auto shape(const char* name, const char* meaning, Rows... rows) {
  return Shape<Rows...>{name, meaning, {rows...}};
}

// Calls visit(row) for each row.
template <class... Rows, class Visit>
void for_each_row(const Shape<Rows...>& shape, const Visit& visit) {
  std::apply([&](const auto&... row) { (visit(row), ...); }, shape.rows);
}

// A member of a member.
template <class First, class Second>
struct Path {
  First first;
  Second second;
  constexpr auto& operator()(auto& value) const {
    return std::invoke(second, std::invoke(first, value));
  }
};
template <class First, class Second>
constexpr Path<First, Second> at(First first, Second second) {
  return {first, second};
}

// Returns what the row's value is got from, with the context if it asks for that.
template <class Get, class Value, class Context>
constexpr decltype(auto) get_value(const Get& get, Value& value, Context& context) {
  if constexpr (std::is_invocable_v<const Get&, Value&, Context&>) {
    return std::invoke(get, value, context);
  } else {
    return std::invoke(get, value);
  }
}

// What stands for nothing: an optional or a pointer without a value, an empty text or list, false.
constexpr bool is_nothing(bool value) {
  return !value;
}
template <class Value>
constexpr bool is_nothing(const Value& value) {
  if constexpr (requires { value.empty(); }) {
    return value.empty();
  } else {
    return !value;
  }
}

// Returns what an optional or a pointer holds, and anything else as it is.
template <class Value>
constexpr decltype(auto) something(const Value& value) {
  if constexpr (requires { *value; } && !std::is_array_v<Value>) {
    return *value;
  } else {
    return (value);
  }
}

// Appends the key of an object that was opened.
inline void append_key(std::string& out, std::string_view key) {
  out += out.back() == '{' ? "\"" : ",\"";
  out.append(key) += "\":";
}

template <class... Rows, class Value, class Context>
void write_rows(std::string& out, const Shape<Rows...>& shape, const Value& value,
                Context& context);

template <class Kind, class Get, class Read, Presence presence, class Value, class Context>
void write_row(std::string& out, const JsonField<Kind, Get, Read, presence>& row,
               const Value& value, Context& context) {
  const auto& got = get_value(row.get, value, context);
  if constexpr (presence == Presence::always) {
    append_key(out, row.key);
    row.kind.write(out, got, context);
  } else if (!is_nothing(got)) {
    append_key(out, row.key);
    row.kind.write(out, something(got), context);
  } else if (presence == Presence::null) {
    append_key(out, row.key);
    out += "null";
  }
}

template <class Shape, class Get, class Read, class Value, class Context>
void write_row(std::string& out, const JsonGroup<Shape, Get, Read>& row, const Value& value,
               Context& context) {
  write_rows(out, row.shape, get_value(row.get, value, context), context);
}

template <class Check, class Value, class Context>
void write_row(std::string&, const JsonCheck<Check>&, const Value&, Context&) {}

template <class... Rows, class Value, class Context>
void write_rows(std::string& out, const Shape<Rows...>& shape, const Value& value,
                Context& context) {
  for_each_row(shape, [&](const auto& row) { write_row(out, row, value, context); });
}

// Appends the object.
template <class... Rows, class Value, class Context>
void write_object(std::string& out, const Shape<Rows...>& shape, const Value& value,
                  Context& context) {
  out += '{';
  write_rows(out, shape, value, context);
  out += '}';
}

// Which keys are read: those that need the others last.
enum class Turn { first, late };

template <class Kind, class Get, class Read, Presence presence, class Value, class Context>
void read_row(const JsonNode& node, const JsonField<Kind, Get, Read, presence>& row, bool may_lack,
              Turn turn, Value& value, Context& context) {
  if constexpr (std::is_same_v<Read, PassOver>) {
    return;
  } else {
    if (row.is_late != (turn == Turn::late)) {
      return;
    }
    constexpr bool null_is_nothing = presence != Presence::always;
    const bool may_be_absent = null_is_nothing || may_lack || !row.is_required();
    const auto is_there = [&] {
      return null_is_nothing ? node.holds(row.key) : node.has(row.key);
    };
    if (may_be_absent && !is_there()) {
      return;
    }
    const JsonNode found = node[row.key];
    if constexpr (std::is_same_v<Read, PutBack>) {
      row.kind.read(found, get_value(row.get, value, context), context);
    } else {
      row.read(found, value, context);
    }
  }
}

template <class Shape, class Get, class Read, class Value, class Context>
void read_row(const JsonNode& node, const JsonGroup<Shape, Get, Read>& row, bool, Turn turn,
              Value& value, Context& context) {
  if constexpr (!std::is_same_v<Read, PassOver>) {
    if (turn == Turn::first) {
      row.read(node, value, context);
    }
  }
}

template <class Check, class Value, class Context>
void read_row(const JsonNode& node, const JsonCheck<Check>& row, bool, Turn turn, Value& value,
              Context& context) {
  if (turn == Turn::first) {
    row.read(node, value, context);
  }
}

// Fills the struct from the object: `value` holds what stands for absent keys. Throws Error.
template <class... Rows, class Value, class Context>
void read_object(const JsonNode& node, const Shape<Rows...>& shape, Value& value,
                 Context& context) {
  if (!node.is_object()) {
    node.fail("is no object");
  }
  for (const Turn turn : {Turn::first, Turn::late}) {
    for_each_row(shape, [&](const auto& row) {
      read_row(node, row, shape.has_defaults, turn, value, context);
    });
  }
}

// A kind: an object of this shape.
template <const auto& shape>
struct ObjectOf {
  void write(std::string& out, const auto& value, auto& context) const {
    write_object(out, shape, value, context);
  }
  void read(const JsonNode& node, auto& value, auto& context) const {
    read_object(node, shape, value, context);
  }
  std::string schema() const {
    return std::string("\"$ref\": \"#/definitions/") + shape.name + "\"";
  }
  std::string in_words() const { return std::string("[") + shape.name + "](#" + shape.name + ")"; }
};
template <const auto& shape>
inline constexpr ObjectOf<shape> object{};

}  // namespace reprise::detail

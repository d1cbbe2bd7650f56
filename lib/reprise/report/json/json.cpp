// A report, section by section, by the rows of report_shape.h.
//
//     {
//     "schema": "reprise.report/1",         a line for each section
//     …
//     "passages": [
//     {"id":0,"a":{"document":0,…},…},      and for each member of a list
//     {"id":1,"a":{"document":0,…},…}
//     ],
//     …
//     }
//
//     1. the maps of offsets of all texts that something is reported of, in parallel
//     2. each member of a list straight into a string of its own, in parallel: there may be
//        millions of passages, and a tree of values between would cost more than finding them
//     3. the strings, one behind another; each gives its memory back
//
// Cost: about 2 µs a passage and its edits, 1 to 2 GB/s of texts.
#include "reprise/report.h"
#include "reprise/version.h"

#include <algorithm>

#include "reprise/base/parallel.h"
#include "reprise/report/json/report_shape.h"

namespace reprise {

using namespace detail;
namespace {

// Adds a key to the text of the report; its value is to follow.
void add_key(std::string& report, std::string_view key) {
  report += report.size() > 1 ? ",\n\"" : "\n\"";
  report.append(key) += "\": ";
}

// Appends a list, a line for each entry. Used-up lines give their memory back: a report may be
// large.
void append_lines(std::string& report, std::vector<std::string> lines) {
  report += "[";
  for (size_t i = 0; i < lines.size(); ++i) {
    report.append(i > 0 ? ",\n" : "\n").append(lines[i]);
    std::string().swap(lines[i]);
  }
  report += lines.empty() ? "]" : "\n]";
}

// Returns the units that places are reported of, ascending.
std::vector<UnitId> units_of_places(const Result& result) {
  std::vector<bool> used(result.units.size());
  for (const Passage& p : result.passages) {
    used[p.unit_a] = true;
    used[p.unit_b] = true;
  }
  for (const SuppressedPassages& s : result.suppressed) {
    used[s.example.unit] = true;
  }
  for (const Point& point : result.points) {
    for (const Mention& m : point.mentions) {
      used[m.unit] = true;
    }
  }
  for (const Dispute& dispute : result.disputes) {
    for (const DisputeSide& side : dispute.sides) {
      for (const Mention& m : side.mentions) {
        used[m.unit] = true;
      }
    }
  }
  // Those of new statements: the texts of documents that are no references.
  for (UnitId u; result.options.parts.pairs && u < result.first_reference.value_or(DocumentId());
       ++u) {
    used[u] = true;
  }
  std::vector<UnitId> units;
  for (UnitId u; u < used.size(); ++u) {
    if (used[u]) {
      units.push_back(u);
    }
  }
  return units;
}

// Says what is written, to the rows of what stands inside it.
void set_around(Writing& writing, const Passage& passage) {
  writing.passage = &passage;
}
void set_around(Writing& writing, const Point& point) {
  writing.point = &point;
}
void set_around(Writing&, const auto&) {}

class Writer {
 public:
  Writer(const Result& result, const JsonOptions& json)
      : result_(result), places_(result), writing_{result, places_, json} {
    places_.prepare(units_of_places(result));
  }

  std::string report() {
    report_ = "{";
    for_each_row(report_shape, [&](const auto& row) { add_section(row); });
    report_ += "\n}\n";
    return std::move(report_);
  }

 private:
  template <class Row>
  void add_section(const Row& row) {
    const auto& value = get_value(row.get, result_, writing_);
    if constexpr (Row::presence == Presence::always) {
      add_key(report_, row.key);
      append_section(row.kind, value);
    } else if (!is_nothing(value)) {
      add_key(report_, row.key);
      append_section(row.kind, something(value));
    }
  }

  template <class Kind>
  void append_section(const Kind& kind, const auto& value) {
    kind.write(report_, value, writing_);
  }

  template <const auto& shape>
  void append_section(const List<ObjectOf<shape>>&, const auto& values) {
    std::vector<std::string> lines(values.size());
    parallel_for(values.size(), [&](size_t i) {
      Writing writing = writing_;
      writing.number = i;
      set_around(writing, values[i]);
      write_object(lines[i], shape, values[i], std::as_const(writing));
    });
    append_lines(report_, std::move(lines));
  }

  const Result& result_;
  Places places_;
  const Writing writing_;
  std::string report_;
};

}  // namespace

std::string to_json(const Result& result, const JsonOptions& options) {
  return Writer(result, options).report();
}

}  // namespace reprise

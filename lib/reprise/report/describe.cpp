// The schema and the guide of reports, from their rows.
//
// Each shape becomes a definition of the schema, and a section of the guide with a table of its
// keys. The row
//
//     field("bands", "Bands of each sketch.", from_one, &Banding::bands)
//
// becomes
//
//     "bands": {"description": "Bands of each sketch.", "type": "integer", "minimum": 1}
//     | bands | whole number from 1 | Bands of each sketch. |
//
// A shape that no list here names has no definition: then the test of the schema finds a reference
// that leads nowhere.
#include "reprise/report/describe.h"

#include "reprise/report/exports.h"
#include "reprise/report/json/dedup_shapes.h"
#include "reprise/report/json/report_shape.h"

namespace reprise::detail {
namespace {

constexpr std::string_view about_reports =
    "What the commands of reprise write with --json: compare, matrix, passages and points about "
    "documents; dedup a summary. A section that the command makes is there even if it is empty; "
    "one that it does not make is absent. New optional fields keep the schema's version: readers "
    "ignore what they don't know. Documents, clusters, passages, points and mentions are referred "
    "to by their places in their lists, from 0.";

constexpr const char* guide_before_keys = R"(# What reports and tables hold

Made from the rows by which they are written and read. [guide.md](guide.md) says what is found,
and how; [report.schema.json](../lib/reprise/report/json/report.schema.json) says the same as the
first part of this page to programs.

## Keys of the JSON

A key of which the table says *if any* is absent where there is nothing; one that may be null is
always there. Documents, clusters, passages, points and mentions are referred to by their places
in their lists, from 0. Readers pass over keys that they don't know, and Reprise does: a report of
an older version is read as if it held what was the default then.

*source* is a word of several. Of a document, `source` is who published it. Of a point, `sources`
counts independent texts, whoever published them. Of `reuse`, `sources` are the other documents
that its words stand in, with no claim about which was first. In the tables, source_… is the
earlier side of a passage, and who published a document is its series.

)";

// Calls visit(shape) for each shape, in the order in which a reader meets them.
template <class Visit>
void for_each_shape(const Visit& visit) {
  visit(report_shape);
  visit(options_shape);
  visit(document_shape);
  visit(reuse_shape);
  visit(reuse_source_shape);
  visit(problem_shape);
  visit(banding_shape);
  visit(matrix_shape);
  visit(pair_shape);
  visit(cluster_shape);
  visit(place_shape);
  visit(side_shape);
  visit(passage_shape);
  visit(edit_shape);
  visit(passage_cluster_shape);
  visit(suppressed_shape);
  visit(point_shape);
  visit(mention_shape);
  visit(excerpt_shape);
  visit(figure_shape);
  visit(dedup_report_shape);
  visit(dedup_options_shape);
  visit(summary_shape);
  visit(costs_shape);
}

// Appends what stands between two parts of a list, but not before the first.
void separate(std::string& list, std::string_view separator) {
  if (!list.empty()) {
    list += separator;
  }
}

std::string quoted(std::string_view text) {
  std::string json;
  append_json_string(json, text);
  return json;
}

// The parts of one definition, gathered from the rows.
struct Definition {
  std::string required;
  std::string properties;
  std::string groups;

  template <class Kind, class Get, class Read, Presence presence>
  void add(const JsonField<Kind, Get, Read, presence>& row) {
    if (row.is_required()) {
      separate(required, ", ");
      required += quoted(row.key);
    }
    separate(properties, ",\n");
    properties += "        " + quoted(row.key) + ": {\"description\": " + quoted(row.meaning) +
                  ", " + value_of(row) + "}";
  }
  template <class Rows, class Get, class Read>
  void add(const JsonGroup<Rows, Get, Read>& row) {
    separate(groups, ", ");
    groups += std::string(R"({"$ref": "#/definitions/)") + row.shape.name + "\"}";
  }

  template <class Check>
  void add(const JsonCheck<Check>&) {}

  // Returns what the value may be.
  template <class Kind, class Get, class Read, Presence presence>
  static std::string value_of(const JsonField<Kind, Get, Read, presence>& row) {
    if (presence == Presence::null) {
      return "\"anyOf\": [{" + row.kind.schema() + R"(}, {"type": "null"}])";
    }
    return row.kind.schema();
  }
};

template <class... Rows>
std::string definition_of(const Shape<Rows...>& shape) {
  Definition parts;
  for_each_row(shape, [&](const auto& row) { parts.add(row); });
  std::string text = "    " + quoted(shape.name) + ": {\n";
  text += "      \"description\": " + quoted(shape.meaning) + ",\n";
  if (!parts.groups.empty()) {
    text += "      \"allOf\": [" + parts.groups + "],\n";
  }
  text += "      \"type\": \"object\",\n";
  if (!parts.required.empty()) {
    text += "      \"required\": [" + parts.required + "],\n";
  }
  text += "      \"properties\": {\n" + parts.properties + "\n      }";
  if (!shape.rules.empty()) {
    text += ",\n      ";
    text += shape.rules;
  }
  return text + "\n    }";
}

// The rows of the guide's tables.
struct GuideRows {
  std::string text;

  template <class Kind, class Get, class Read, Presence presence>
  void add(const JsonField<Kind, Get, Read, presence>& row) {
    text += std::string("| ") + row.key + " | " + row.kind.in_words();
    if (presence == Presence::null) {
      text += ", or null";
    }
    if (presence == Presence::if_any) {
      text += ", if any";
    }
    text += std::string(" | ") + row.meaning;
    if (row.version != first_version) {
      text += " Since " + std::string(row.version) + ".";
    }
    text += " |\n";
  }
  template <class Rows, class Get, class Read>
  void add(const JsonGroup<Rows, Get, Read>& row) {
    text += std::string("| … | the keys of [") + row.shape.name + "](#" + row.shape.name + ") | " +
            row.shape.meaning + " |\n";
  }
  template <class Check>
  void add(const JsonCheck<Check>&) {}
};

template <class... Rows>
std::string section_of(const Shape<Rows...>& shape) {
  GuideRows rows;
  for_each_row(shape, [&](const auto& row) { rows.add(row); });
  return std::string("### ") + shape.name + "\n\n" + shape.meaning +
         "\n\n| key | value | meaning |\n|---|---|---|\n" + rows.text + "\n";
}

// Returns a section for each table that has columns of its own; formats with the same are one.
std::string sections_of_tables() {
  std::string text;
  const std::vector<ExportFormat>& formats = export_formats();
  for (size_t i = 0; i < formats.size(); ++i) {
    const auto columns = formats[i].columns;
    const bool is_new = columns && (i == 0 || columns != formats[i - 1].columns);
    if (!is_new) {
      continue;
    }
    std::string names = formats[i].name;
    for (size_t j = i + 1; j < formats.size() && formats[j].columns == columns; ++j) {
      names += ", " + formats[j].name;
    }
    text += "### " + names + "\n\n| column | meaning |\n|---|---|\n";
    for (const ColumnMeaning& column : columns()) {
      text += "| " + column.name + " | " + column.meaning + " |\n";
    }
    text += "\n";
  }
  return text;
}

}  // namespace

std::string report_schema() {
  std::string definitions;
  for_each_shape([&](const auto& shape) {
    separate(definitions, ",\n");
    definitions += definition_of(shape);
  });
  std::string schema = "{\n";
  schema += "  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n";
  schema += "  \"title\": \"Report of Reprise\",\n";
  schema += "  \"description\": " + quoted(about_reports) + ",\n";
  schema += R"(  "type": "object",
  "if": {"required": ["summary"]},
  "then": {"$ref": "#/definitions/dedup_report"},
  "else": {"$ref": "#/definitions/report"},
  "definitions": {
)";
  return schema + definitions + "\n  }\n}\n";
}

std::string report_guide() {
  std::string guide = guide_before_keys;
  for_each_shape([&](const auto& shape) { guide += section_of(shape); });
  guide += "## Columns of the exports\n\n" + sections_of_tables();
  guide.pop_back();
  return guide;
}

}  // namespace reprise::detail

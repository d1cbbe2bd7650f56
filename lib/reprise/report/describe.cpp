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

// A row, and a shape, without their types: what is made of them is compiled once, not once a row.
struct DescribedRow {
  std::string_view key;  // of a group: the name of its shape
  std::string_view meaning;
  bool is_group = false;
  bool is_required = false;
  Presence presence = Presence::always;
  std::string_view version = first_version;
  std::string schema = {};  // of the value
  std::string in_words = {};
};
struct DescribedShape {
  std::string_view name;
  std::string_view meaning;
  std::string_view rules;
  std::vector<DescribedRow> rows;

  void add(DescribedRow row) { rows.push_back(std::move(row)); }
  template <class Kind, class Get, class Read, Presence presence>
  void add(const JsonField<Kind, Get, Read, presence>& row) {
    add({row.key, row.meaning, false, row.is_required(), presence, row.version, row.kind.schema(),
         row.kind.in_words()});
  }
  template <class Rows, class Get, class Read>
  void add(const JsonGroup<Rows, Get, Read>& row) {
    add({.key = row.shape.name, .meaning = row.shape.meaning, .is_group = true});
  }
  template <class Check>
  void add(const JsonCheck<Check>&) {}
};

template <class... Rows>
DescribedShape described(const Shape<Rows...>& shape) {
  DescribedShape result{shape.name, shape.meaning, shape.rules, {}};
  for_each_row(shape, [&](const auto& row) { result.add(row); });
  return result;
}

// Returns all shapes, in the order in which a reader meets them.
std::vector<DescribedShape> described_shapes() {
  return {
      described(report_shape),
      described(options_shape),
      described(document_shape),
      described(reuse_shape),
      described(reuse_source_shape),
      described(problem_shape),
      described(banding_shape),
      described(matrix_shape),
      described(pair_shape),
      described(cluster_shape),
      described(place_shape),
      described(side_shape),
      described(passage_shape),
      described(edit_shape),
      described(passage_cluster_shape),
      described(suppressed_shape),
      described(point_shape),
      described(mention_shape),
      described(dispute_shape),
      described(dispute_side_shape),
      described(novelty_shape),
      described(new_statement_shape),
      described(excerpt_shape),
      described(figure_shape),
      described(ranked_pair_shape),
      described(dedup_report_shape),
      described(dedup_options_shape),
      described(part_options_shape),
      described(summary_shape),
      described(benchmark_shape),
      described(costs_shape),
  };
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

// Returns what the value may be.
std::string value_of(const DescribedRow& row) {
  if (row.presence == Presence::null) {
    return "\"anyOf\": [{" + row.schema + R"(}, {"type": "null"}])";
  }
  return row.schema;
}

std::string definition_of(const DescribedShape& shape) {
  std::string required, properties, groups;
  for (const DescribedRow& row : shape.rows) {
    if (row.is_group) {
      separate(groups, ", ");
      groups += std::string(R"({"$ref": "#/definitions/)").append(row.key) + "\"}";
      continue;
    }
    if (row.is_required) {
      separate(required, ", ");
      required += quoted(row.key);
    }
    separate(properties, ",\n");
    properties += "        " + quoted(row.key) + ": {\"description\": " + quoted(row.meaning) +
                  ", " + value_of(row) + "}";
  }
  std::string text = "    " + quoted(shape.name) + ": {\n";
  text += "      \"description\": " + quoted(shape.meaning) + ",\n";
  if (!groups.empty()) {
    text += "      \"allOf\": [" + groups + "],\n";
  }
  text += "      \"type\": \"object\",\n";
  if (!required.empty()) {
    text += "      \"required\": [" + required + "],\n";
  }
  text += "      \"properties\": {\n" + properties + "\n      }";
  if (!shape.rules.empty()) {
    text += ",\n      ";
    text += shape.rules;
  }
  return text + "\n    }";
}

// Returns the row of the guide's table.
std::string line_of(const DescribedRow& row) {
  const std::string key(row.key), meaning(row.meaning);
  if (row.is_group) {
    return "| … | the keys of [" + key + "](#" + key + ") | " + meaning + " |\n";
  }
  std::string text = "| " + key + " | " + row.in_words;
  if (row.presence == Presence::null) {
    text += ", or null";
  }
  if (row.presence == Presence::if_any) {
    text += ", if any";
  }
  text += " | " + meaning;
  if (row.version != first_version) {
    text += " Since " + std::string(row.version) + ".";
  }
  return text + " |\n";
}

std::string section_of(const DescribedShape& shape) {
  std::string text = "### " + std::string(shape.name) + "\n\n" + std::string(shape.meaning) +
                     "\n\n| key | value | meaning |\n|---|---|---|\n";
  for (const DescribedRow& row : shape.rows) {
    text += line_of(row);
  }
  return text + "\n";
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
  for (const DescribedShape& shape : described_shapes()) {
    separate(definitions, ",\n");
    definitions += definition_of(shape);
  }
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
  for (const DescribedShape& shape : described_shapes()) {
    guide += section_of(shape);
  }
  guide += "## Columns of the exports\n\n" + sections_of_tables();
  guide.pop_back();
  return guide;
}

}  // namespace reprise::detail

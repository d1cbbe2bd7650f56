// compare and its parts, of paths and of tables, and saved reports.
//
// A row of a table becomes the document that a line of JSONL with the same fields would be: other
// columns are its `extra`. Where there is no id, it is called "row 17".
//
// Cost: that of the library; texts are copied once.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "calls.h"
#include "compare.h"
#include "reprise/base/utf8.h"
#include "reprise/dedup/records.h"
#include "reprise/report.h"
#include "reprise/report/json/json_names.h"
#include "reprise/result/matrices.h"
#include "reprise/table.h"
#include "watched.h"

namespace reprise::python {
namespace {

Parts parts_of(const std::string& command) {
  const bool all = command == "compare";
  return {all || command == "matrix", all || command == "passages", all || command == "points"};
}

std::shared_ptr<const Result> run(const program::Request& request, program::ComparedTexts texts,
                                  const nb::object& on_progress) {
  program::check_texts(request, texts);
  return watched(on_progress, [&](const RunControl& control) {
    return std::make_shared<const Result>(
        compare(std::move(texts.corpus), request.compare, std::move(texts.beside), control));
  });
}

// The columns of a table that are fields of documents, and the others.
class RowReader {
 public:
  RowReader(const TableIn& table, const FieldNames& names) {
    const std::pair<const std::string&, std::optional<TableField>*> known[] = {
        {names.id, &id_},
        {names.title, &title_},
        {names.source, &source_},
        {names.date, &date_},
        {names.url, &url_}};
    for (const std::string& column : table.column_names()) {
      const auto* found = std::find_if(std::begin(known), std::end(known),
                                       [&](const auto& one) { return one.first == column; });
      if (found != std::end(known)) {
        *found->second = table.field(column, column);
      } else if (column != names.text && !column.empty() && table.has_values(column)) {
        others_.push_back({*table.field(column, column), table.is_number(column)});
      }
    }
  }

  Document document(size_t row, std::string_view text) const {
    Document made;
    made.where = detail::name_of_row(row);
    made.id = value(id_, row).value_or(made.where);
    made.title = value(title_, row);
    made.source = value(source_, row);
    made.date = value(date_, row);
    made.url = value(url_, row);
    made.text = detail::repaired_utf8(text);
    made.extra = extra(row);
    return made;
  }

 private:
  struct Other {
    TableField field;
    bool is_number;  // stands in JSON as it is
  };

  static std::optional<std::string> value(const std::optional<TableField>& field, size_t row) {
    return field ? field->value(row) : std::nullopt;
  }

  std::string extra(size_t row) const {
    std::string json = "{";
    for (const Other& other : others_) {
      const std::optional<std::string> held = other.field.value(row);
      json += json.size() == 1 ? "" : ",";
      json += nlohmann::json(other.field.name).dump() + ":";
      if (!held) {
        json += "null";
      } else if (other.is_number) {
        json += *held;
      } else {
        json += nlohmann::json(detail::repaired_utf8(*held)).dump();
      }
    }
    return json + "}";
  }

  std::optional<TableField> id_, title_, source_, date_, url_;
  std::vector<Other> others_;
};

Corpus corpus_of(const TableIn& table, const FieldNames& names) {
  const auto texts = table.texts(names.text);
  const RowReader rows(table, names);
  Corpus corpus;
  for (size_t row = 0; row < texts.size(); ++row) {
    if (texts[row]) {
      corpus.documents.push_back(rows.document(row, *texts[row]));
    } else {
      corpus.problems.push_back({detail::name_of_row(row), "has no text", "", true});
    }
  }
  return corpus;
}

}  // namespace

Compared Compared::of_files(const std::string& command, const Arguments& arguments,
                            const nb::object& on_progress) {
  const program::Request request = program::parse_request(command, parts_of(command), arguments);
  program::ComparedTexts texts = watched(on_progress, [&](const RunControl& control) {
    return program::read_texts(request, control);
  });
  Compared made;
  made.json_ = request.json;
  made.result_ = run(request, std::move(texts), on_progress);
  return made;
}

Compared Compared::of_table(const std::string& command, std::shared_ptr<TableIn> table,
                            const Arguments& options, const nb::object& on_progress) {
  Arguments arguments = options;
  arguments.insert(arguments.end(), {"--", "table"});
  program::Request request = program::parse_request(command, parts_of(command), arguments);
  request.paths.clear();
  program::ComparedTexts texts = watched(on_progress, [&](const RunControl& control) {
    return program::read_texts(request, control);  // what it is compared with
  });
  texts.corpus = corpus_of(*table, request.read.fields);
  Compared made;
  made.json_ = request.json;
  made.result_ = run(request, std::move(texts), on_progress);
  return made;
}

Compared Compared::of_report(std::string json, const std::string& where) {
  Compared made;
  made.result_ = std::make_shared<const Result>(read_report(std::move(json), where));
  made.json_.text = has_texts(*made.result_);
  return made;
}

TableOut Compared::table(const std::string& name) const {
  return table_out(to_table(*result_, name));
}

TableOut Compared::clusters() const {
  std::vector<int64_t> numbers, kept;
  ListValues members;
  for (size_t i = 0; i < result_->clusters.size(); ++i) {
    const Cluster& cluster = result_->clusters[i].cluster;
    numbers.push_back(static_cast<int64_t>(i));
    kept.push_back(uint32_t{cluster.kept});
    for (const DocumentId document : cluster.documents) {
      members.numbers.push_back(uint32_t{document});
    }
    members.end_list();
  }
  TableOut table;
  table.add("cluster", {std::move(numbers), {}});
  table.add("kept", {std::move(kept), {}});
  table.add("documents", {std::move(members), {}});
  return table;
}

std::vector<std::string> Compared::ids() const {
  std::vector<std::string> ids;
  for (const Document& document : result_->documents) {
    ids.push_back(detail::repaired_utf8(document.id));
  }
  return ids;
}

nb::tuple Compared::matrix(const std::string& measure) const {
  for (const Matrix& matrix : result_->matrices) {
    if (detail::word_for(matrix.measure) == measure) {
      return nb::make_tuple(ColumnOut({detail::dense_values(matrix, *result_), {}}),
                            result_->documents.size());
    }
  }
  std::string names;
  for (const Matrix& matrix : result_->matrices) {
    names += (names.empty() ? "" : ", ") + std::string(detail::word_for(matrix.measure));
  }
  throw Error(ErrorKind::usage,
              {"", "there is no matrix '" + measure + "'",
               names.empty() ? "compare and matrix make some" : "there are " + names, false});
}

std::string Compared::to_json() const {
  return reprise::to_json(*result_, json_);
}

std::string Compared::to_html() const {
  return reprise::to_html(*result_, {}).html;
}

std::string Compared::to_terminal(size_t width, size_t limit) const {
  return reprise::to_terminal(*result_, {.width = width, .limit = limit});
}

std::string Compared::explain(size_t point) const {
  if (point >= result_->points.size()) {
    throw Error(ErrorKind::usage, {"", "there is no point " + std::to_string(point),
                                   "there are " + std::to_string(result_->points.size()), false});
  }
  return explain_point(*result_, point, {});
}

void Compared::write_export(const std::string& format, const std::string& path) const {
  reprise::write_export(*result_, format, path);
}

}  // namespace reprise::python

// The table of export formats, and how one of them is written.
//
// A new format is a line in plain_formats(). Formats of matrices are the product of the measures
// (names_of_measures) and the forms below: a new form is a name and a line in write_matrix().
#include "reprise/report/exports.h"
#include "reprise/report.h"
#include "reprise/table.h"

#include <algorithm>
#include <array>

#include "reprise/report/json/json_names.h"
#include "reprise/report/tables/cards.h"
#include "reprise/report/tables/matrix_exports.h"
#include "reprise/report/tables/matrix_svg.h"
#include "reprise/report/tables/network.h"
#include "reprise/report/tables/pair_export.h"
#include "reprise/report/tables/pan.h"
#include "reprise/report/tables/passage_exports.h"
#include "reprise/report/tables/point_export.h"
#include "reprise/report/tables/reuse_export.h"

namespace reprise::detail {
namespace {

void write_pan(const Result& result, OutputFolder& folder) {
  for (NamedFile& file : pan_files(result)) {
    folder.add(std::move(file.name), std::move(file.content));
  }
}

void write_cards(const Result& result, OutputFolder& folder) {
  for (NamedFile& file : card_files(result)) {
    folder.add(std::move(file.name), std::move(file.content));
  }
}

std::vector<ExportFormat> plain_formats() {
  constexpr auto passages = &Parts::passages;
  constexpr auto points = &Parts::points;
  constexpr auto matrices = &Parts::matrices;
  constexpr bool Parts::*none = nullptr;
  return {
      {"pairs.csv", "who has how much of whom: a row for each pair, in order", passages, matrices,
       pair_columns, pair_table, write_pairs_csv},
      {"documents.csv", "how much of each document stands elsewhere, and where", passages, none,
       reuse_columns, reuse_table, write_reuse_csv},
      {"passages.jsonl", "a JSON object a line for each passage", passages, none, passage_columns,
       passage_table, write_passages_jsonl},
      {"passages.csv", "the same as a table", passages, none, passage_columns, passage_table,
       write_passages_csv},
      {"cards", "a folder with a page for each document, to be printed or sent", passages, none,
       nullptr, nullptr, nullptr, write_cards},
      {"pan", "a folder in the format of PAN's text alignment corpora (2012 to 2015)", passages,
       none, nullptr, nullptr, nullptr, write_pan},
      {"points.csv", "a row for each mention of a talking point", points, none, point_columns,
       point_table, write_points_csv},
      {"network.graphml", "who shares with whom, for networkx, igraph and the like", matrices, none,
       nullptr, nullptr, write_network_graphml},
      {"network.gexf", "the same for Gephi", matrices, none, nullptr, nullptr, write_network_gexf}};
}

// A form in which the matrix of each measure is written.
struct MatrixForm {
  std::string_view name;
  const char* description;
  void (*write)(const Result&, MatrixMeasure, OutputFile&);
};

constexpr std::array<MatrixForm, 3> matrix_forms{
    {{"csv", "a matrix in full", write_matrix_csv},
     {"npy", "a matrix in full for NumPy: float64, row by row", write_matrix_npy},
     {"svg", "a matrix as a picture", write_matrix_svg}}};

constexpr auto names_of_forms = [] {
  std::array<std::string_view, matrix_forms.size()> names;
  for (size_t i = 0; i < names.size(); ++i) {
    names[i] = matrix_forms[i].name;
  }
  return names;
}();

std::vector<ExportFormat> make_formats() {
  std::vector<ExportFormat> formats = plain_formats();
  for (size_t m = 0; m < names_of_measures.size(); ++m) {
    const auto measure = static_cast<MatrixMeasure>(m);
    for (const MatrixForm& form : matrix_forms) {
      const std::string name = "matrix." + std::string(word_for(measure)) + ".";
      const auto write = [measure, &form](const Result& result, OutputFile& file) {
        form.write(result, measure, file);
      };
      formats.push_back({name + std::string(form.name), form.description, &Parts::matrices, nullptr,
                         nullptr, nullptr, write});
    }
  }
  return formats;
}

}  // namespace

const std::vector<ExportFormat>& export_formats() {
  static const std::vector<ExportFormat> all = make_formats();
  return all;
}

const ExportFormat* find_export_format(std::string_view name) {
  const std::vector<ExportFormat>& formats = export_formats();
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [&](const ExportFormat& format) { return format.name == name; });
  return found == formats.end() ? nullptr : &*found;
}

std::span<const std::string_view> matrix_export_forms() {
  return names_of_forms;
}

void write_export(const ExportFormat& format, const Result& result, const std::string& path) {
  if (format.is_folder()) {
    OutputFolder folder(path);
    format.write_folder(result, folder);
    const Uninterrupted whole;
    folder.commit(whole);
    return;
  }
  OutputFile file(path);
  format.write_file(result, file);
  file.finish();
  file.commit();
}

}  // namespace reprise::detail

namespace reprise {

std::vector<ExportName> list_exports() {
  std::vector<ExportName> names;
  for (const detail::ExportFormat& format : detail::export_formats()) {
    names.push_back({format.name, format.description, format.is_folder()});
  }
  return names;
}

std::vector<std::string> table_names() {
  return {"pairs", "documents", "passages", "points"};
}

Table to_table(const Result& result, std::string_view name) {
  const detail::ExportFormat* found = detail::find_export_format(std::string(name) + ".csv");
  if (found == nullptr || found->table == nullptr) {
    throw Error(ErrorKind::usage, {"", "there is no table '" + std::string(name) + "'",
                                   "the tables are pairs, documents, passages and points"});
  }
  if (!found->can_be_made_of(result.options.parts)) {
    throw Error(ErrorKind::usage,
                {"", "the result lacks what the table " + std::string(name) + " holds", ""});
  }
  return found->table(result);
}

void write_export(const Result& result, std::string_view format, const std::string& path) {
  const std::string name(format);
  const detail::ExportFormat* found = detail::find_export_format(format);
  if (found == nullptr) {
    throw Error(ErrorKind::usage, {"", "there is no export format '" + name + "'", ""});
  }
  if (!found->can_be_made_of(result.options.parts)) {
    throw Error(ErrorKind::usage, {"", "the result lacks what " + name + " holds", ""});
  }
  if (found->is_folder() && path == "-") {
    throw Error(ErrorKind::usage, {"", name + " is a folder, which standard output can't be", ""});
  }
  detail::write_export(*found, result, path);
}

}  // namespace reprise

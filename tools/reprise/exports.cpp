#include "exports.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <string_view>

#include "command_line.h"
#include "reprise/report/json/json_names.h"
#include "reprise/report/tables/matrix_exports.h"
#include "reprise/report/tables/matrix_svg.h"
#include "reprise/report/tables/network.h"
#include "reprise/report/tables/pair_export.h"
#include "reprise/report/tables/pan.h"
#include "reprise/report/tables/passage_exports.h"
#include "reprise/report/tables/point_export.h"

namespace reprise::program {
namespace {

void write_pan(const Result& result, OutputFolder& folder) {
  for (NamedFile& file : pan_files(result)) {
    folder.add(std::move(file.name), std::move(file.content));
  }
}

}  // namespace

// What a command must find for an export, and the command that finds nothing else.
struct Contents {
  bool Parts::*part;
  const char* name;
  const char* command;
};

struct ExportFormat {
  std::string name;
  const Contents* contents = nullptr;
  // One of the two: a file, or a folder of them.
  std::function<void(const Result&, OutputFile&)> write_file{};
  std::function<void(const Result&, OutputFolder&)> write_folder{};
};

namespace {

constexpr Contents passages{&Parts::passages, "passages", "passages"},
    points{&Parts::points, "points", "points"}, matrices{&Parts::matrices, "matrices", "matrix"};

// A form in which the matrix of each measure is written.
struct Form {
  const char* name;
  void (*write)(const Result&, std::string_view measure, OutputFile&);
};

constexpr std::array<Form, 3> forms{
    {{"csv", write_matrix_csv}, {"npy", write_matrix_npy}, {"svg", write_matrix_svg}}};

std::vector<ExportFormat> make_formats() {
  std::vector<ExportFormat> formats{{"passages.jsonl", &passages, write_passages_jsonl},
                                    {"passages.csv", &passages, write_passages_csv},
                                    {"pan", &passages, nullptr, write_pan},
                                    {"points.csv", &points, write_points_csv},
                                    {"pairs.csv", &matrices, write_pairs_csv},
                                    {"network.graphml", &matrices, write_network_graphml},
                                    {"network.gexf", &matrices, write_network_gexf}};
  for (const std::string_view measure : names_of_measures) {
    for (const Form& form : forms) {
      formats.push_back({"matrix." + std::string(measure) + "." + form.name, &matrices,
                         [=](const Result& result, OutputFile& file) {
                           form.write(result, measure, file);
                         }});
    }
  }
  return formats;
}

const std::vector<ExportFormat>& formats() {
  static const std::vector<ExportFormat> all = make_formats();
  return all;
}

template <class Names>
std::string joined(const Names& names, const std::string& last) {
  std::string all;
  for (size_t i = 0; i < names.size(); ++i) {
    all.append(i == 0 ? "" : i + 1 < names.size() ? ", " : last).append(names[i]);
  }
  return all;
}

// Returns the names of matrices in one sentence.
std::string matrix_formats() {
  std::vector<std::string> endings;
  for (const Form& form : forms) {
    endings.push_back(std::string(".") + form.name);
  }
  return "matrix.MEASURE" + joined(endings, " or ") +
         " (MEASURE: " + joined(names_of_measures, " or ") + ")";
}

// Returns "matrix.jaccard.csv" for "matrix.jacard.csv"; empty if measure or form is none of ours.
// As a whole, each name of a matrix is near all others.
std::string guess_matrix(const std::string& name) {
  const size_t measure_at = name.find('.') + 1, form_at = name.rfind('.') + 1;
  if (measure_at == form_at) {
    return "";
  }
  std::vector<std::string> form_names;
  for (const Form& form : forms) {
    form_names.push_back(form.name);
  }
  const std::string measure = nearest(name.substr(measure_at, form_at - 1 - measure_at),
                                      {names_of_measures.begin(), names_of_measures.end()});
  const std::string form = nearest(name.substr(form_at), form_names);
  return measure.empty() || form.empty() ? "" : "matrix." + measure + "." + form;
}

// Returns the format that was probably meant; empty if none is near. "jaccard.csv" lacks its
// beginning alone.
std::string guess_format(const std::string& name) {
  std::vector<std::string> names;
  for (const ExportFormat& format : formats()) {
    if (!name.empty() && format.name.ends_with("." + name)) {
      return format.name;
    }
    names.push_back(format.name);
  }
  return nearest(name, names);
}

const ExportFormat& format_of(const std::string& name) {
  for (const ExportFormat& format : formats()) {
    if (format.name == name) {
      return format;
    }
  }
  const bool matrix = name.starts_with("matri");
  const std::string guess = matrix ? guess_matrix(name) : guess_format(name);
  throw WrongUse("there is no export format '" + name + "'; " +
                 (!guess.empty() ? "did you mean " + guess + "?"
                  : matrix       ? "those of matrices are " + matrix_formats()
                                 : "the formats are " + export_formats()));
}

Export parse_export(const std::string& value) {
  const size_t equals = value.find('=');
  if (equals == value.npos) {
    throw WrongUse("--export takes FORMAT=PATH, as in passages.csv=passages.csv, not '" + value +
                   "'");
  }
  Export e{&format_of(value.substr(0, equals)), value.substr(equals + 1)};
  if (e.path.empty()) {
    throw WrongUse("--export " + value + " names no path");
  }
  if (e.path == "-" && e.format->write_folder) {
    throw WrongUse("--export " + value +
                   ": it is a folder, which standard output can't be; name one");
  }
  return e;
}

// Returns the path by which two ways of writing it are seen to be one.
std::string place_of(const std::string& path) {
  if (path == "-") {
    return path;
  }
  std::error_code error;
  std::filesystem::path place = std::filesystem::absolute(path, error);
  if (!place.has_filename()) {
    place = place.parent_path();  // "out/"
  }
  place = std::filesystem::weakly_canonical(links_followed(place), error);
  return error ? path : place.string();
}

// Devices and pipes take what several outputs write.
bool may_be_shared(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  return path != "-" && std::filesystem::exists(status) &&
         !std::filesystem::is_regular_file(status) && !std::filesystem::is_directory(status);
}

}  // namespace

std::vector<std::string> export_names() {
  std::vector<std::string> names;
  for (const ExportFormat& format : formats()) {
    names.push_back(format.name);
  }
  return names;
}

std::string export_formats() {
  std::vector<std::string> names;
  for (const ExportFormat& format : formats()) {
    if (!format.name.starts_with("matrix.")) {
      names.push_back(format.name + (format.write_folder ? " (a folder)" : ""));
    }
  }
  return joined(names, ", ") + " and " + matrix_formats();
}

std::vector<Export> parse_exports(const std::vector<std::string>& values) {
  std::vector<Export> exports;
  for (const std::string& value : values) {
    exports.push_back(parse_export(value));
  }
  return exports;
}

void check_exports(const std::vector<Export>& exports, const std::string& command,
                   const Parts& parts, const std::vector<std::string>& others) {
  std::vector<std::string> taken;
  const auto take = [&](const std::string& path) {
    const std::string place = place_of(path);
    if (!may_be_shared(path) && std::find(taken.begin(), taken.end(), place) != taken.end()) {
      throw WrongUse("two outputs would go to " + (path == "-" ? "standard output" : path) +
                     "; give each a place of its own");
    }
    taken.push_back(place);
  };
  for (const std::string& path : others) {
    if (!path.empty()) {
      take(path);
    }
  }
  for (const Export& e : exports) {
    const Contents& contents = *e.format->contents;
    if (!(parts.*contents.part)) {
      throw WrongUse("reprise " + command + " finds no " + contents.name + ", which " +
                     e.format->name + " would hold; use reprise compare or reprise " +
                     contents.command);
    }
    take(e.path);
  }
}

bool writes_standard_output(const std::vector<Export>& exports) {
  return std::any_of(exports.begin(), exports.end(), [](const Export& e) { return e.path == "-"; });
}

ExportOutputs::ExportOutputs(const std::vector<Export>& exports) {
  for (const Export& e : exports) {
    Output output{e.format, nullptr, nullptr};
    if (e.format->write_folder) {
      output.folder = std::make_unique<OutputFolder>(e.path);
    } else {
      output.file = std::make_unique<OutputFile>(e.path);
    }
    outputs_.push_back(std::move(output));
  }
}

void ExportOutputs::write(const Result& result) {
  for (const Output& output : outputs_) {
    if (output.folder) {
      output.format->write_folder(result, *output.folder);
    } else {
      output.format->write_file(result, *output.file);
      output.file->finish();
    }
  }
}

void ExportOutputs::commit(const Uninterrupted& whole) {
  // Folders first: their files are written only now, and may not find room.
  for (const Output& output : outputs_) {
    if (output.folder) {
      output.folder->commit(whole);
    }
  }
  for (const Output& output : outputs_) {
    if (output.file) {
      output.file->commit();
    }
  }
}

}  // namespace reprise::program

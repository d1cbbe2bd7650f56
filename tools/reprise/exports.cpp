// What --export asks for, from its values to files in their places.
//
//     parse_exports       "pairs.csv=out.csv"  ->  a row of report/exports.h, and a path; a name
//                         that is none gets the nearest one as a guess
//     check_exports       before the work: the command finds what each would hold, and no two
//                         outputs go to one place
//     ExportOutputs       opens, writes, and puts all of them in their places
#include "exports.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "command_line.h"
#include "messages.h"
#include "reprise/report/json/json_names.h"

namespace reprise::program {
namespace {

// What each part of a comparison is called, and the command that makes nothing else.
struct PartName {
  bool Parts::*part;
  const char* name;
  const char* command;
};

constexpr std::array<PartName, 3> part_names{{{&Parts::passages, "passages", "passages"},
                                              {&Parts::points, "points", "points"},
                                              {&Parts::matrices, "matrices", "matrix"}}};

const PartName& part_of(const ExportFormat& format) {
  return *std::find_if(part_names.begin(), part_names.end(),
                       [&](const PartName& name) { return name.part == format.part; });
}

// Returns "a, b or c" for a, b, c and " or ".
template <class Names>
std::string joined(const Names& names, const std::string& last) {
  std::string all;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) {
      all += i + 1 < names.size() ? ", " : last;
    }
    all += names[i];
  }
  return all;
}

// Returns the names of matrices in one sentence.
std::string matrix_formats() {
  std::vector<std::string> endings;
  for (const std::string_view form : matrix_export_forms()) {
    endings.push_back("." + std::string(form));
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
  const auto forms = matrix_export_forms();
  const std::string measure = nearest(name.substr(measure_at, form_at - 1 - measure_at),
                                      {names_of_measures.begin(), names_of_measures.end()});
  const std::string form = nearest(name.substr(form_at), {forms.begin(), forms.end()});
  return measure.empty() || form.empty() ? "" : "matrix." + measure + "." + form;
}

// Returns the format that was probably meant; empty if none is near. "jaccard.csv" lacks its
// beginning alone.
std::string guess_format(const std::string& name) {
  std::vector<std::string> names;
  for (const ExportFormat& format : export_formats()) {
    if (!name.empty() && format.name.ends_with("." + name)) {
      return format.name;
    }
    names.push_back(format.name);
  }
  return nearest(name, names);
}

// Returns what to do about a name that is none of ours.
std::string remedy_for(const std::string& name) {
  const bool matrix = name.starts_with("matri");
  const std::string guess = matrix ? guess_matrix(name) : guess_format(name);
  if (!guess.empty()) {
    return "did you mean " + guess + "?";
  }
  if (matrix) {
    return "those of matrices are " + matrix_formats();
  }
  return "the formats are " + formats_in_words();
}

const ExportFormat& format_of(const std::string& name) {
  const ExportFormat* format = find_export_format(name);
  if (!format) {
    throw WrongUse("there is no export format '" + name + "'; " + remedy_for(name));
  }
  return *format;
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
  if (e.path == "-" && e.format->is_folder()) {
    throw WrongUse("--export " + value +
                   ": it is a folder, which standard output can't be; name one");
  }
  return e;
}

}  // namespace

std::vector<std::string> export_names() {
  std::vector<std::string> names;
  for (const ExportFormat& format : export_formats()) {
    names.push_back(format.name);
  }
  return names;
}

std::string formats_in_words() {
  std::vector<std::string> names;
  for (const ExportFormat& format : export_formats()) {
    if (!format.name.starts_with("matrix.")) {
      names.push_back(format.name + (format.is_folder() ? " (a folder)" : ""));
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
  std::vector<std::string> paths = others;
  for (const Export& e : exports) {
    if (!e.format->can_be_made_of(parts)) {
      const PartName& part = part_of(*e.format);
      throw WrongUse("reprise " + command + " finds no " + part.name + ", which " + e.format->name +
                     " would hold; use reprise compare or reprise " + part.command);
    }
    paths.push_back(e.path);
  }
  check_places_differ(paths);
}

bool writes_standard_output(const std::vector<Export>& exports) {
  return std::any_of(exports.begin(), exports.end(), [](const Export& e) { return e.path == "-"; });
}

ExportOutputs::ExportOutputs(const std::vector<Export>& exports) {
  for (const Export& e : exports) {
    Output output{e.format, nullptr, nullptr};
    if (e.format->is_folder()) {
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

void ExportOutputs::add_to(OutputSet& set) const {
  for (const Output& output : outputs_) {
    if (output.folder) {
      set.add(*output.folder);
    } else {
      set.add(*output.file);
    }
  }
}

}  // namespace reprise::program

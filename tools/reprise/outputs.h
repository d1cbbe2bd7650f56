// What commands about documents write: files that are opened before the work and appear together at
// its end, and the summary.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exports.h"
#include "library.h"
#include "manual.h"
#include "reprise/io/output_file.h"
#include "reprise/read.h"
#include "reprise/result.h"

namespace reprise::program {

// Where they go; what is empty is not wanted, "-" is standard output.
struct OutputPaths {
  std::string json, html;
  std::vector<Export> exports;
};

// Throws WrongUse if one of them is one of the inputs, or a table that belongs to one, or one of
// `others`.
void check_outputs_are_no_inputs(const OutputPaths& outputs, const std::vector<InputPath>& inputs,
                                 const std::vector<std::string>& others);

// Returns the paths of all that are wanted.
std::vector<std::string> all_paths(const OutputPaths& outputs);

// The outputs, open. Without put_in_place() none of them appears.
class Outputs {
 public:
  // Opens them. Throws Error if one can't be written.
  explicit Outputs(const OutputPaths& paths);

  // Whether a report is wanted; if so, writes it. Throws Error.
  bool wants_json() const { return json_.has_value(); }
  void write_json(std::string_view report);

  // Writes the page and the exports; says on standard error what the page leaves out. Throws Error.
  void write(const Result& result);

  // All of them appear, or none does. Throws Error.
  void put_in_place();

  // Returns whether standard output is taken, so that it can't hold the summary.
  bool take_standard_output() const { return takes_standard_output_; }

 private:
  std::optional<OutputFile> json_, html_;
  std::string html_path_;
  ExportOutputs exports_;
  bool takes_standard_output_;
};

// Returns the options with the names of formats as what --export may be.
std::vector<OptionHelp> with_export_names(std::vector<OptionHelp> options);

}  // namespace reprise::program

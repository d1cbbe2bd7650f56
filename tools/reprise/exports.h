// --export FORMAT=PATH: what was found, in the formats of other programs.
//
// The formats are those of report/exports.h; here names are read and outputs opened.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "library.h"
#include "reprise/io/output_set.h"
#include "reprise/report/exports.h"

namespace reprise::program {

struct Export {
  const ExportFormat* format = nullptr;
  std::string path;  // "-": standard output
};

// Returns what the values of --export ask for. Throws WrongUse.
std::vector<Export> parse_exports(const std::vector<std::string>& values);

// Throws WrongUse if the command does not find what one of them would hold, or if two outputs would
// go to one place; `others` are the paths of outputs that are no exports, empty where there is
// none.
void check_exports(const std::vector<Export>& exports, const std::string& command,
                   const Parts& parts, const std::vector<std::string>& others);

// Returns whether standard output is one of them.
bool writes_standard_output(const std::vector<Export>& exports);

// Returns the names of all formats.
std::vector<std::string> export_names();

// Returns the names of the formats in one sentence, those of matrices in short.
std::string formats_in_words();

// The outputs, open. Without commit() none of them appears.
class ExportOutputs {
 public:
  // Opens them. Throws Error if one can't be written, or is a folder that holds something.
  explicit ExportOutputs(const std::vector<Export>& exports);

  // Writes all that can be written before commit(). Throws Error.
  void write(const Result& result);

  // Adds them to what comes into its place together.
  void add_to(OutputSet& set) const;

 private:
  struct Output {
    const ExportFormat* format = nullptr;
    std::unique_ptr<OutputFile> file;  // one of the two
    std::unique_ptr<OutputFolder> folder;
  };
  std::vector<Output> outputs_;
};

}  // namespace reprise::program

// What dedup writes: the records that stay, and lists of what happened.
//
// Kept records come out byte for byte as they came, in their order; a text file that stays is
// listed by its path, or in a folder copied. A folder mirrors the inputs: their names and their
// compression. Blank lines, rejected lines and byte-order marks are no part of any record.
//
// Everything is written under hidden names until commit(): all outputs appear, or none.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "reprise/dedup/find.h"
#include "reprise/io/output_file.h"

namespace reprise::detail {

// What becomes of the records.
enum class Annotation {
  none,  // those that stay, as they came
  kept,  // those that stay, with a field "reprise"
  all    // all of them, with that field
};

struct DedupOutputPaths {
  std::string kept;               // a file, "-", or a folder if it ends with /
  std::string removed, clusters;  // empty: not wanted
  Annotation annotation = Annotation::none;
};

// Returns whether the path, as the user wrote it, is that of a folder: one that is there, or by a /
// at its end.
bool is_folder(const std::string& output);

// Returns the paths of the files that mirror the inputs in a folder.
std::vector<std::string> mirrored_paths(const std::string& folder,
                                        std::span<const InputPath> inputs);

class DedupOutputs {
 public:
  // Opens the outputs, so that a wrong path fails before the work. Throws Error, also if two inputs
  // would have the same name in a folder, or if text files and JSONL would be mixed in one file.
  DedupOutputs(const DedupOutputPaths& paths, std::span<const InputPath> inputs);
  ~DedupOutputs();

  // Writes everything, under hidden names. Throws Error or ClosedPipe; Stopped if `control` asks for
  // it, and then nothing appears.
  void write(const DedupResult& result, const DedupOptions& options,
             const RunControl& control = {});

  // Puts the files in their places.
  void commit();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace reprise::detail

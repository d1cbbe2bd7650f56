// Outputs that appear together, or not at all.
//
//     OutputSet set;
//     set.add(report_file);
//     set.add(pan_folder);
//     set.commit();    // all is written, synced and closed; then all is renamed
//
// REQUIRES: they live as long as the set. One thread.
#pragma once

#include <vector>

#include "reprise/io/output_file.h"
#include "reprise/io/output_folder.h"

namespace reprise::detail {

class OutputSet {
 public:
  void add(OutputFile& file) { files_.push_back(&file); }
  void add(OutputFolder& folder) { folders_.push_back(&folder); }
  void add(OutputFolders& made) { made_.push_back(&made); }

  // Finishes all of them, and puts them in their places. Throws Error; nothing has changed then.
  void commit();

 private:
  std::vector<OutputFile*> files_;
  std::vector<OutputFolder*> folders_;
  std::vector<OutputFolders*> made_;
};

}  // namespace reprise::detail

#include "reprise/io/output_set.h"

namespace reprise::detail {

void OutputSet::commit() {
  for (OutputFile* file : files_) {
    file->finish();
  }
  const Uninterrupted all_or_nothing;  // a signal removes files and empty folders alone
  for (OutputFolder* folder : folders_) {
    folder->finish();
  }
  std::vector<PendingRename> renames;
  for (const OutputFolder* folder : folders_) {
    const std::vector<PendingRename> more = folder->pending();
    renames.insert(renames.end(), more.begin(), more.end());
  }
  for (const OutputFile* file : files_) {
    if (const auto rename = file->pending()) {
      renames.push_back(*rename);
    }
  }
  rename_together(renames);
  for (OutputFolder* folder : folders_) {
    folder->settle();
  }
  for (OutputFile* file : files_) {
    file->settle();
  }
  for (OutputFolders* made : made_) {
    made->keep();
  }
}

}  // namespace reprise::detail

#include "leftovers.h"

#include <filesystem>

#include "library.h"
#include "messages.h"
#include "reprise/io/output_file.h"

namespace reprise::program {
namespace {

void tell(const std::vector<std::string>& paths, const char* what) {
  for (const std::string& path : paths) {
    complain(path + ": " + what);
  }
}

void tell_removed(const std::vector<std::string>& paths) {
  tell(paths, "removed; a run that was killed had left it");
}

void complete_in(const std::filesystem::path& folder) {
  tell(complete_commits(folder), "put in its place; the run that wrote it was killed before");
}

}  // namespace

void clear_leftovers_in(const std::string& folder) {
  complete_in(folder);
  tell_removed(OutputFile::remove_leftovers_in(folder));
}

void clear_leftovers(const std::vector<std::string>& outputs) {
  for (std::string path : outputs) {
    if (path.empty() || path == "-") {
      continue;
    }
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
      clear_leftovers_in(path);
    }
    while (path.size() > 1 && path.ends_with('/')) {
      path.pop_back();
    }
    complete_in(links_followed(path).parent_path());
    tell_removed(OutputFile::remove_leftovers(path));
  }
}

}  // namespace reprise::program

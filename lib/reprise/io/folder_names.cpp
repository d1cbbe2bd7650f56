#include "reprise/io/folder_names.h"

#include <dirent.h>

#include <cerrno>
#include <memory>
#include <string_view>

namespace reprise::detail {

std::vector<std::string> names_in(const std::filesystem::path& folder, std::error_code& error) {
  error.clear();
  std::vector<std::string> names;
  const std::unique_ptr<DIR, void (*)(DIR*)> open(opendir(folder.c_str()),
                                                  [](DIR* opened) { closedir(opened); });
  if (!open) {
    error = std::error_code(errno, std::generic_category());
    return names;
  }
  while (true) {
    errno = 0;
    const dirent* entry = readdir(open.get());
    if (entry == nullptr) {
      break;
    }
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") {
      names.emplace_back(name);
    }
  }
  if (errno != 0) {
    error = std::error_code(errno, std::generic_category());
  }
  return names;
}

}  // namespace reprise::detail

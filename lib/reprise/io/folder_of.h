// What a reader calls the folder of a file.
//
//     "texts/a.txt"  "texts/"        "a.txt"  "./"        "/a.txt"  "/"
#pragma once

#include <filesystem>
#include <string>

namespace reprise::detail {

// Returns the folder that the path names a file of, with a slash behind it. Pure; any thread.
inline std::string folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  if (folder.empty()) {
    return "./";
  }
  return folder.ends_with('/') ? folder : folder + "/";
}

}  // namespace reprise::detail

// Where the outputs of dedup stand: the names in a folder that mirrors its inputs.
//
//     folder clean/:   shards/a.jsonl.gz given as shards/  ->  clean/a.jsonl.gz
//                      notes.txt given by itself           ->  clean/notes.txt
//                      standard input                      ->  clean/stdin.jsonl
#include <filesystem>

#include "reprise/corpus/formats.h"
#include "reprise/dedup/outputs.h"

namespace reprise::detail {

namespace fs = std::filesystem;

std::string mirrored_name(const InputPath& input) {
  if (input.path == "-") {
    const std::string_view endings = format_named(input.format)->endings;
    return "stdin" + std::string(endings.substr(0, endings.find(' ')));
  }
  return input.folder.empty() ? fs::path(input.path).filename().string() : input.id;
}

bool is_folder(const std::string& output) {
  std::error_code error;
  return output.ends_with('/') || fs::is_directory(output, error);
}

std::vector<std::string> mirrored_paths(const std::string& folder,
                                        std::span<const InputPath> inputs) {
  std::vector<std::string> all;
  for (const InputPath& input : inputs) {
    all.push_back((fs::path(folder) / mirrored_name(input)).string());
  }
  return all;
}

}  // namespace reprise::detail

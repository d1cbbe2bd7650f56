#include "reprise/dedup/output_kinds.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "reprise/base/utf8.h"
#include "reprise/corpus/formats.h"
#include "reprise/dedup/outputs.h"
#include "reprise/io/csv.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;

// Files that are listed by their names are of one kind.
Layout kind_of(const InputPath& input) {
  const Format* format = format_named(input.format);
  const Layout layout = format ? format->layout : Layout::lines;
  return layout == Layout::several ? Layout::file : layout;
}

// Returns the first input of which that holds, or nullptr.
template <class Holds>
const InputPath* find_input(std::span<const InputPath> inputs, const Holds& holds) {
  const auto found = std::find_if(inputs.begin(), inputs.end(), holds);
  return found == inputs.end() ? nullptr : &*found;
}

// Returns the header without what stands before it and its line end: tables of one kind may differ
// there.
std::string_view columns_of(const Shard& shard) {
  std::string_view header = header_of_table(shard.head);
  header.remove_prefix(begin_of_table(header));
  return header.substr(0, header.find_last_not_of("\r\n") + 1);
}

// Rows of tables with other columns would be misread behind one header.
void check_headers(const DedupOutputPaths& paths, std::span<const Shard> shards, bool folder) {
  std::string_view first;  // of the first table that could be read
  for (const Shard& shard : shards) {
    const std::string_view header = columns_of(shard);
    first = first.empty() ? header : first;
    if (!folder && !header.empty() && header != first) {
      throw Error(ErrorKind::usage,
                  {paths.kept, "the tables have different columns, and don't go into one file",
                   "name a folder, with a / at its end"});
    }
  }
}

// Texts that were taken out of a file can't be put back into it shorter.
void check_can_be_shortened(std::span<const InputPath> inputs, bool folder) {
  for (const InputPath& input : inputs) {
    const Format* format = format_named(input.format);
    if (!format || format->layout == Layout::lines) {
      continue;
    }
    if (format->layout != Layout::file || format->name != "text") {
      throw Error(ErrorKind::usage,
                  {input.path,
                   "parts can be removed from JSONL and text files alone, and this is " +
                       std::string(format->name),
                   "leave out --parts, or write the texts as JSONL"});
    }
    if (!folder) {
      throw Error(ErrorKind::usage,
                  {input.path, "a text file without some of its parts needs a place of its own",
                   "name a folder, with a / at its end"});
    }
  }
}

}  // namespace

void check_names(const std::string& where, std::span<const InputPath> inputs) {
  std::map<std::string, std::string> taken;
  for (const InputPath& input : inputs) {
    const auto [other, fresh] = taken.emplace(mirrored_name(input), input.path);
    if (!fresh) {
      throw Error(
          ErrorKind::usage,
          {where, "two inputs would have one name here: " + other->second + " and " + input.path,
           "name the folder that holds both, or run twice"});
    }
  }
}

void check_folder(const std::string& folder, std::span<const InputPath> inputs) {
  check_names(folder, inputs);
  std::map<std::pair<uint64_t, uint64_t>, std::string> read;  // by device and number
  for (const InputPath& input : inputs) {
    const FileVersion file = version_of(input.path);
    if (file != FileVersion{}) {
      read.emplace(std::pair(file.device, file.inode), input.path);
    }
  }
  for (const InputPath& input : inputs) {
    const std::string name = mirrored_name(input);
    const FileVersion there = version_of((fs::path(folder) / name).string());
    if (const auto found = read.find({there.device, there.inode}); found != read.end()) {
      throw Error(ErrorKind::usage,
                  {folder, found->second + " would be overwritten by what is kept of " + input.path,
                   "name another folder"});
    }
  }
}

void check_kinds(const DedupOutputPaths& paths, std::span<const InputPath> inputs, bool folder) {
  if (paths.shortens) {
    check_can_be_shortened(inputs, folder);
  }
  const InputPath* other =
      find_input(inputs, [](const InputPath& input) { return kind_of(input) != Layout::lines; });
  if (other && paths.annotation != Annotation::none) {
    const bool is_table = kind_of(*other) == Layout::rows;
    throw Error(ErrorKind::usage,
                {other->path,
                 std::string("a ") + (is_table ? "table" : "text file") + " can't be annotated",
                 "leave out --annotate, or write the texts as JSONL"});
  }
  const InputPath* mixed = find_input(
      inputs, [&](const InputPath& input) { return kind_of(input) != kind_of(inputs[0]); });
  if (mixed && !folder) {
    throw Error(ErrorKind::usage,
                {paths.kept, "text files, JSONL and tables don't go into one file",
                 "name a folder, with a / at its end"});
  }
  const InputPath* several = find_input(inputs, [](const InputPath& input) {
    const Format* format = format_named(input.format);
    return format && format->layout == Layout::several;
  });
  if (several && folder) {
    throw Error(
        ErrorKind::usage,
        {several->path, "holds several articles in one file, which can't be cut",
         "give feeds in a run of their own, and name a file for the list of those that stay, "
         "without a / at its end"});
  }
}

void check_kinds_again(const DedupOutputPaths& paths, std::span<const Shard> shards, bool folder) {
  std::vector<InputPath> inputs;
  for (const Shard& shard : shards) {
    inputs.push_back(shard.files.front());
  }
  check_kinds(paths, inputs, folder);
  for (const Shard& shard : shards) {
    const Format* format = format_named(shard.files[0].format);
    const bool is_text = !format || format->name == "text" || format->layout != Layout::file;
    if (folder && !shard.seekable && !is_text) {
      throw Error(ErrorKind::usage, {repaired_utf8(shard.files[0].path),
                                     "is no text, and can't be copied into a folder out of a pipe",
                                     "save it as a file first"});
    }
  }
  check_headers(paths, shards, folder);
}

}  // namespace reprise::detail

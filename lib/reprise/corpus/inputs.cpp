#include "reprise/read.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>

namespace reprise {

namespace detail {}
using namespace detail;
namespace {

namespace fs = std::filesystem;

bool is_jsonl_name(std::string_view name) {
  return name.ends_with(".jsonl") || name.ends_with(".jsonl.gz") || name.ends_with(".jsonl.zst");
}

InputFormat format_of(const std::string& path, InputFormat format) {
  if (format != InputFormat::automatic) {
    return format;
  }
  return path == "-" || is_jsonl_name(path) ? InputFormat::jsonl : InputFormat::text;
}

std::string remedy_for(std::string_view extension) {
  if (extension == ".pdf") {
    return "convert .pdf with pdftotext";
  }
  if (extension == ".docx" || extension == ".doc" || extension == ".odt" || extension == ".epub") {
    return "convert " + std::string(extension) + " with pandoc -t plain";
  }
  if (extension == ".html" || extension == ".htm") {
    return "convert .html with pandoc -t plain or trafilatura";
  }
  if (extension == ".parquet") {
    return "write .parquet as JSONL first";
  }
  if (extension == ".json") {
    return "write .json as JSONL, one record a line";
  }
  if (extension == ".zip" || extension == ".tar" || extension == ".gz" || extension == ".zst") {
    return "unpack " + std::string(extension);
  }
  return {};
}

// Gathers one folder's files and what was passed over.
class FolderWalk {
 public:
  FolderWalk(const std::string& folder, const ProblemSink& on_problem)
      : folder_(folder), on_problem_(on_problem) {
    visit(folder_);
    std::sort(found_.begin(), found_.end());
  }

  const std::vector<std::string>& found() const { return found_; }

  void report_skipped() const {
    if (skipped_.empty()) {
      return;
    }
    size_t total = 0;
    std::string list, remedy;
    const auto add = [](std::string& to, const std::string& item) {
      to += (to.empty() ? "" : ", ") + item;
    };
    for (const auto& [extension, count] : skipped_) {
      total += count;
      add(list, std::to_string(count) + " " + (extension.empty() ? "without ending" : extension));
      if (const std::string r = remedy_for(extension); !r.empty()) {
        add(remedy, r);
      }
    }
    if (total <= most_named) {
      list.clear();
      for (const std::string& name : skipped_names_) {
        add(list, "'" + name + "'");
      }
    }
    on_problem_(
        {folder_,
         "skipped " + std::to_string(total) + (total == 1 ? " file (" : " files (") + list + ")",
         remedy.empty() ? "name a file to have it read all the same" : remedy, false});
  }

 private:
  void visit(const fs::path& place) {
    std::error_code error;
    for (fs::directory_iterator it(place, error), end; !error && it != end; it.increment(error)) {
      consider(*it);
    }
    if (error) {
      on_problem_({place.string(), "the folder can't be read: " + error.message(),
                   "allow yourself to read it", true});
    }
  }

  void consider(const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    std::error_code error;
    if (name.starts_with(".")) {
      return;
    }
    if (entry.is_directory(error)) {
      if (!entry.is_symlink(error)) {
        visit(entry.path());
      }
    } else if (name == "metadata.csv") {
      return;  // read by metadata.h
    } else if (name.ends_with(".txt") || name.ends_with(".md") || is_jsonl_name(name)) {
      // A link that leads nowhere is found here too, and said when it can't be opened.
      if (entry.is_regular_file(error) || !entry.exists(error)) {
        found_.push_back(entry.path().lexically_relative(folder_).string());
      }
    } else if (entry.is_regular_file(error)) {
      ++skipped_[entry.path().extension().string()];
      if (skipped_names_.size() < most_named) {
        skipped_names_.insert(entry.path().lexically_relative(folder_).string());
      }
    }
  }

  const std::string& folder_;
  const ProblemSink& on_problem_;
  std::vector<std::string> found_;
  static constexpr size_t most_named = 2;  // of more, the endings alone are told
  std::map<std::string, size_t> skipped_;  // how many, by ending
  std::set<std::string> skipped_names_;
};

void list_folder(const std::string& typed, InputFormat format, const ProblemSink& on_problem,
                 std::vector<InputPath>& inputs) {
  std::string folder = typed;
  while (folder.size() > 1 && folder.ends_with('/')) {
    folder.pop_back();
  }
  const FolderWalk walk(folder, on_problem);
  for (const std::string& relative : walk.found()) {
    const std::string path = folder == "/" ? "/" + relative : folder + "/" + relative;
    inputs.push_back({path, relative, folder, format_of(path, format)});
  }
  walk.report_skipped();
  if (walk.found().empty()) {
    on_problem({typed, "the folder holds nothing to read", "put .txt, .md or .jsonl files into it",
                false});
  }
}

}  // namespace

std::vector<InputPath> list_inputs(std::span<const std::string> paths, InputFormat format,
                                   const ProblemSink& on_problem) {
  for (const std::string& path : paths) {
    std::error_code error;
    if (path != "-" && !fs::exists(path, error)) {
      throw Error(ErrorKind::input, {path, error ? error.message() : "no such file or folder",
                                     "check the path", true});
    }
  }
  std::vector<InputPath> inputs;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      list_folder(path, format, on_problem, inputs);
    } else {
      inputs.push_back({path, path, {}, format_of(path, format)});
    }
  }
  return inputs;
}

}  // namespace reprise

// From paths to the list of files.
//
//     1. Every path must be there, or nothing is begun.
//     2. A file that is named is taken; its format is that of --format, of its ending, or of its
//        first bytes, in this order.
//     3. A folder is walked; files whose endings a format has are taken, in bytewise order, the
//        rest is counted by ending. What a link brings in from outside is not of the folder.
//
// Example: in/ holds b.TXT, a.jsonl, c.pdf and settings.json: a.jsonl and b.TXT are read, two files
// are skipped, with a word on pdftotext. Counter-example: c.pdf that is named is opened, and
// refused by its first bytes (foreign.h), not by its name.
//
// Cost: a system call or two a file; one more and 8 KiB for those whose names say nothing.
#include "reprise/read.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>

#include "reprise/base/parallel.h"
#include "reprise/corpus/foreign.h"
#include "reprise/corpus/formats.h"
#include "reprise/io/folder_names.h"
#include "reprise/io/pack.h"

namespace reprise {

using namespace detail;
namespace {

namespace fs = std::filesystem;

// What is known of the formats of the files that are listed.
class FormatChoice {
 public:
  explicit FormatChoice(const std::string& name) : given_(format_named(name)) {
    if (!given_ && name != any_format) {
      throw Error(ErrorKind::usage, {"the format '" + name + "'", "is not known", known_formats()});
    }
  }

  // Of a file that was named.
  const Format* of_named(const std::string& path) const {
    if (given_) {
      return given_;
    }
    if (path == "-") {
      return format_named("jsonl");
    }
    if (const Format* format = format_by_ending(path, Ending::sure)) {
      return format;
    }
    return by_content(path);
  }

  // Of a file in a folder; nullptr: it is left out.
  const Format* of_found(const std::string& path) const {
    const Format* format = format_by_ending(path, Ending::sure);
    if (const Format* doubtful = format_by_ending(path, Ending::doubtful)) {
      format = by_content(path) == doubtful ? doubtful : nullptr;
    }
    return format && given_ ? given_ : format;
  }

 private:
  static std::string known_formats() {
    std::string list;
    for (const std::string_view name : format_names()) {
      list += list.empty() ? "the formats are " : ", ";
      list += name;
    }
    return list;
  }

  // Looks into the file if that leaves no trace. What can't be opened is a text so far: it will be
  // said when it is read. What is promised and not kept is left for then, too.
  static const Format* by_content(const std::string& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) {
      return nullptr;
    }
    const Format* doubtful = format_by_ending(path, Ending::doubtful);
    try {
      InputFile file(path);
      const Format* format = &format_by_content(file);
      return doubtful && format != doubtful ? nullptr : format;
    } catch (const Error&) {
      return doubtful ? doubtful : &formats.front();
    }
  }

  const Format* given_;
};

// Gathers one folder's files and what was passed over.
class FolderWalk {
 public:
  FolderWalk(const std::string& folder, const FormatChoice& choice, const ProblemSink& on_problem,
             const RunControl& control)
      : folder_(folder), choice_(choice), on_problem_(on_problem), control_(control) {
    visit(folder_);
  }

  // The files by their paths inside the folder, in bytewise order.
  const std::map<std::string, const Format*>& found() const { return found_; }

  void report_skipped() const {
    if (skipped_.empty()) {
      return;
    }
    size_t total = 0;
    std::string list, remedy;
    std::set<std::string> remedies;  // .pdf and .PDF have one
    for (const auto& [kind, count] : skipped_) {
      total += count;
      append(list, std::to_string(count) + " " + kind);
      const std::string known = remedy_for_ending(lower_ascii(kind));
      if (!known.empty() && remedies.insert(known).second) {
        append(remedy, known);
      }
    }
    if (total <= most_named) {
      list.clear();
      for (const std::string& name : skipped_names_) {
        append(list, "'" + name + "'");
      }
    }
    const char* files = total == 1 ? " file (" : " files (";
    on_problem_({folder_, "skipped " + std::to_string(total) + files + list + ")",
                 remedy.empty() ? "name a file to have it read all the same" : remedy, false});
  }

 private:
  static void append(std::string& list, const std::string& item) {
    list += (list.empty() ? "" : ", ") + item;
  }

  void visit(const fs::path& place) {
    std::error_code error;
    for (const std::string& name : names_in(place, error)) {
      check_stop(control_);
      std::error_code ignored;
      consider(fs::directory_entry(place / name, ignored));
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
    const bool is_link = entry.is_symlink(error);
    if (entry.is_directory(error)) {
      if (!is_link) {
        visit(entry.path());
      }
      return;
    }
    if (name == "metadata.csv") {
      return;  // read by metadata.h
    }
    const std::string relative = entry.path().lexically_relative(folder_).string();
    if (is_link && leads_out(entry.path())) {
      skip(relative, "linked from outside");
      return;
    }
    // A link that leads nowhere is found here too, and said when it can't be opened.
    const bool is_regular = entry.is_regular_file(error);
    if (!is_regular && entry.exists(error)) {
      skip(relative, "pipe or device");
      return;
    }
    if (const Format* format = choice_.of_found(entry.path().string())) {
      found_.emplace(relative, format);
    } else if (is_regular) {
      const std::string ending = entry.path().extension().string();
      skip(relative, ending.empty() ? "without ending" : ending);
    }
  }

  // Returns whether a link leads to something that is not in the folder.
  bool leads_out(const fs::path& link) const {
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    if (error) {
      return false;  // it leads nowhere
    }
    const fs::path inside = target.lexically_relative(fs::canonical(folder_, error));
    return error || inside.empty() || *inside.begin() == "..";
  }

  void skip(const std::string& relative, const std::string& kind) {
    ++skipped_[kind];
    if (skipped_names_.size() < most_named) {
      skipped_names_.insert(relative);
    }
  }

  const std::string& folder_;
  const FormatChoice& choice_;
  const ProblemSink& on_problem_;
  const RunControl& control_;
  std::map<std::string, const Format*> found_;
  static constexpr size_t most_named = 2;  // of more, the endings alone are told
  std::map<std::string, size_t> skipped_;  // how many, by ending, or by what else they are
  std::set<std::string> skipped_names_;
};

void list_folder(const std::string& typed, const FormatChoice& choice,
                 const ProblemSink& on_problem, const RunControl& control,
                 std::vector<InputPath>& inputs) {
  std::string folder = typed;
  while (folder.size() > 1 && folder.ends_with('/')) {
    folder.pop_back();
  }
  const FolderWalk walk(folder, choice, on_problem, control);
  for (const auto& [relative, format] : walk.found()) {
    const std::string path = folder == "/" ? "/" + relative : folder + "/" + relative;
    inputs.push_back({path, relative, folder, std::string(format->name)});
  }
  walk.report_skipped();
  if (walk.found().empty()) {
    on_problem({typed, "the folder holds nothing to read",
                "put .txt, .html, .pdf, .docx, .csv or .jsonl files into it", false});
  }
}

}  // namespace

std::vector<InputPath> list_inputs(std::span<const std::string> paths, const std::string& format,
                                   const ProblemSink& on_problem, const RunControl& control) {
  const FormatChoice choice(format);
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
      list_folder(path, choice, on_problem, control, inputs);
    } else {
      const Format* format_of_file = choice.of_named(path);
      inputs.push_back({path, path, {}, format_of_file ? std::string(format_of_file->name) : ""});
    }
  }
  return inputs;
}

}  // namespace reprise

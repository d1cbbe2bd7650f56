#include "exports.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "command_line.h"
#include "reprise/report/pan.h"
#include "reprise/report/passage_exports.h"

namespace reprise::program {
namespace {

void write_pan(const Result& result, OutputFolder& folder) {
  for (NamedFile& file : pan_files(result)) folder.add(std::move(file.name), std::move(file.content));
}

}  // namespace

struct ExportFormat {
  const char* name;
  const char* content;  // what of the result it holds
  bool Parts::*part;    // which a command must make for it
  // One of the two: a file, or a folder of them.
  void (*write_file)(const Result&, OutputFile&);
  void (*write_folder)(const Result&, OutputFolder&);
};

namespace {

constexpr std::array<ExportFormat, 3> formats{{
    {"passages.jsonl", "passages", &Parts::passages, write_passages_jsonl, nullptr},
    {"passages.csv", "passages", &Parts::passages, write_passages_csv, nullptr},
    {"pan", "passages", &Parts::passages, nullptr, write_pan},
}};

const ExportFormat& format_of(const std::string& name) {
  std::vector<std::string> names;
  for (const ExportFormat& format : formats) {
    if (format.name == name) return format;
    names.emplace_back(format.name);
  }
  const std::string guess = nearest(name, names);
  throw WrongUse("there is no export format '" + name + "' among " + export_formats() +
                 (guess.empty() ? "" : "; did you mean " + guess + "?"));
}

Export parse_export(const std::string& value) {
  const size_t equals = value.find('=');
  if (equals == value.npos) {
    throw WrongUse("--export takes FORMAT=PATH, as in passages.csv=passages.csv, not '" + value + "'");
  }
  Export e{&format_of(value.substr(0, equals)), value.substr(equals + 1)};
  if (e.path.empty()) throw WrongUse("--export " + value + " names no path");
  if (e.path == "-" && e.format->write_folder) {
    throw WrongUse("--export " + value + ": it is a folder, which standard output can't be; name one");
  }
  return e;
}

// Returns the path by which two ways of writing it are seen to be one.
std::string place_of(const std::string& path) {
  if (path == "-") return path;
  std::error_code error;
  std::filesystem::path place = std::filesystem::absolute(path, error);
  if (!place.has_filename()) place = place.parent_path();  // "out/"
  place = std::filesystem::weakly_canonical(links_followed(place), error);
  return error ? path : place.string();
}

// Devices and pipes take what several outputs write.
bool may_be_shared(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  return path != "-" && std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
         !std::filesystem::is_directory(status);
}

}  // namespace

std::string export_formats() {
  std::string all;
  for (const ExportFormat& format : formats) {
    all.append(all.empty() ? "" : &format == &formats.back() ? " and " : ", ").append(format.name);
  }
  return all;
}

std::vector<Export> parse_exports(const std::vector<std::string>& values) {
  std::vector<Export> exports;
  for (const std::string& value : values) exports.push_back(parse_export(value));
  return exports;
}

void check_exports(const std::vector<Export>& exports, const std::string& command, const Parts& parts,
                   const std::vector<std::string>& others) {
  std::vector<std::string> taken;
  const auto take = [&](const std::string& path) {
    const std::string place = place_of(path);
    if (!may_be_shared(path) && std::find(taken.begin(), taken.end(), place) != taken.end()) {
      throw WrongUse("two outputs would go to " + (path == "-" ? "standard output" : path) +
                     "; give each a place of its own");
    }
    taken.push_back(place);
  };
  for (const std::string& path : others) {
    if (!path.empty()) take(path);
  }
  for (const Export& e : exports) {
    if (!(parts.*e.format->part)) {
      throw WrongUse("reprise " + command + " finds no " + e.format->content + ", which " + e.format->name +
                     " would hold; use reprise compare or reprise " + e.format->content);
    }
    take(e.path);
  }
}

bool writes_standard_output(const std::vector<Export>& exports) {
  return std::any_of(exports.begin(), exports.end(), [](const Export& e) { return e.path == "-"; });
}

ExportOutputs::ExportOutputs(const std::vector<Export>& exports) {
  for (const Export& e : exports) {
    Output output{e.format, nullptr, nullptr};
    if (e.format->write_folder) {
      output.folder = std::make_unique<OutputFolder>(e.path);
    } else {
      output.file = std::make_unique<OutputFile>(e.path);
    }
    outputs_.push_back(std::move(output));
  }
}

void ExportOutputs::write(const Result& result) {
  for (const Output& output : outputs_) {
    if (output.folder) {
      output.format->write_folder(result, *output.folder);
    } else {
      output.format->write_file(result, *output.file);
      output.file->finish();
    }
  }
}

void ExportOutputs::commit(const Uninterrupted& whole) {
  // Folders first: their files are written only now, and may not find room.
  for (const Output& output : outputs_) {
    if (output.folder) output.folder->commit(whole);
  }
  for (const Output& output : outputs_) {
    if (output.file) output.file->commit();
  }
}

}  // namespace reprise::program

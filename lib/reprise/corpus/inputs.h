// From the paths that a user types to the list of files to read.
//
// A file that is named is read, whatever its name. A folder gives the files whose endings the table
// of formats knows (formats.h), in any case of letters, packed by gzip or Zstandard or not;
// recursive, in bytewise order of their paths inside it. Of endings that others use as well (.json)
// it gives those whose first bytes agree. Hidden files and linked folders stay out; the rest is
// counted, with a word on how to convert what is known.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "reprise/base/problem.h"

namespace reprise::detail {

struct Format;

// For list_inputs: the format is told by each file's name, or else by its first bytes.
inline constexpr const char* any_format = "auto";

struct InputPath {
  std::string path;    // to open, and to name in messages
  std::string id;      // of the document, if the file is one
  std::string folder;  // the folder that was named; empty if the file was
  // nullptr: neither the name nor bytes that can be read twice tell it. open_input() will.
  const Format* format = nullptr;
};

using ProblemSink = std::function<void(Problem)>;

// Returns the files in the order in which they shall be read; "-" is standard input, and JSON Lines
// unless `format` says otherwise. `format`: the name of a row of the table of formats, or
// any_format. Folders that can't be read and files that are left out go to `on_problem`. Regular
// files of which the name says nothing are opened, to see their first bytes; pipes are left alone.
// Throws Error, before any work, if a path does not exist, or if there is no such format.
std::vector<InputPath> list_inputs(std::span<const std::string> paths, const std::string& format,
                                   const ProblemSink& on_problem);

}  // namespace reprise::detail

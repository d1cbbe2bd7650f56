// From the paths that a user types to the list of files to read.
//
// A file that is named is always read. A folder gives its .txt, .md, .jsonl, .jsonl.gz and
// .jsonl.zst files, recursive, in bytewise order of their paths inside it; hidden files and linked
// folders stay out, the rest is counted, with a word on how to convert what is known.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "reprise/base/problem.h"

namespace reprise::detail {

enum class InputFormat { automatic, text, jsonl };

struct InputPath {
  std::string path;                        // to open, and to name in messages
  std::string id;                          // of the document, if it is a text file
  std::string folder;                      // the folder that was named; empty if the file was
  InputFormat format = InputFormat::text;  // never automatic
};

using ProblemSink = std::function<void(Problem)>;

// Returns the files in the order in which they shall be read; "-" is standard input. Folders that
// can't be read and files that are left out go to `on_problem`. Throws Error, before any work, if a
// path does not exist.
std::vector<InputPath> list_inputs(std::span<const std::string> paths, InputFormat format,
                                   const ProblemSink& on_problem);

}  // namespace reprise::detail

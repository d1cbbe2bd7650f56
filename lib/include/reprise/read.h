// Everything that users call input becomes documents: text files, folders, JSONL plain or
// compressed, standard input.
//
// One bad record or file never loses a good one: it goes to the problems with its place, and
// reading goes on. Reading is in order and on one thread; the documents come as they lie on disk,
// and the same files give the same documents.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "reprise/document.h"
#include "reprise/error.h"
#include "reprise/export.h"

namespace reprise {

// The names under which the records hold what Reprise looks for.
struct FieldNames {
  std::string text = "text";
  std::string id = "id";
  std::string title = "title";
  std::string source = "source";
  std::string date = "date";
  std::string url = "url";
};

// How an input is read; automatic: by its name and its first bytes.
enum class InputFormat { automatic, text, jsonl };

struct ReadOptions {
  InputFormat format = InputFormat::automatic;  // automatic: by the name; standard input is JSONL
  std::string metadata;  // a table for the text files, besides the metadata.csv of their folders
  FieldNames fields;     // of JSONL records
};

// A file to read.
struct InputPath {
  std::string path;                        // to open, and to name in messages
  std::string id;                          // of the document, if it is a text file
  std::string folder;                      // the folder that was named; empty if the file was
  InputFormat format = InputFormat::text;  // never automatic
};

// Gets what is wrong with an input, as it is met.
using ProblemSink = std::function<void(Problem)>;

// Returns the files in the order in which they shall be read; "-" is standard input. Folders that
// can't be read and files that are left out go to `on_problem`. Throws Error, before any work, if a
// path does not exist.
REPRISE_EXPORT std::vector<InputPath> list_inputs(std::span<const std::string> paths,
                                                  InputFormat format,
                                                  const ProblemSink& on_problem);

// Calls on_document for each document, in the order of the paths, and on_problem for what is wrong.
// Holds one document at a time. Throws Error if a path does not exist (before anything is read), or
// if standard input fails.
REPRISE_EXPORT void read_documents(std::span<const std::string> paths, const ReadOptions& options,
                                   const std::function<void(Document)>& on_document,
                                   const ProblemSink& on_problem);

// The same for files that have been listed already.
REPRISE_EXPORT void read_inputs(std::span<const InputPath> inputs, const ReadOptions& options,
                                const std::function<void(Document)>& on_document,
                                const ProblemSink& on_problem);

// The same as read_documents, all in memory.
REPRISE_EXPORT Corpus read_corpus(std::span<const std::string> paths,
                                  const ReadOptions& options = {});

}  // namespace reprise

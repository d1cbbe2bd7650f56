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
#include "reprise/progress.h"

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

// What is taken out of a web page: the article alone, or all text that it shows.
enum class HtmlContent { main, all };

// The format of an input is told by its name, or else by its first bytes; standard input is JSONL.
inline constexpr const char* any_format = "auto";

struct ReadOptions {
  std::string format = any_format;  // or "text" or "jsonl", whatever the name and the bytes say
  std::string metadata;  // a table for the text files, besides the metadata.csv of their folders
  FieldNames fields;     // of JSONL records
  HtmlContent html_content = HtmlContent::main;
  // Of files that are no JSONL, by a name that iconv knows, such as "windows-1251"; a byte-order
  // mark comes before it. Empty: UTF-8 where that fits, else what the bytes look like, which is
  // said.
  std::string encoding;
};

// A file to read.
struct InputPath {
  std::string path;    // to open, and to name in messages
  std::string id;      // of the document, if it is a text file
  std::string folder;  // the folder that was named; empty if the file was
  std::string format;  // "text" or "jsonl"; empty: its first bytes will tell, when it is opened
};

// Gets what is wrong with an input, as it is met.
using ProblemSink = std::function<void(Problem)>;

// Returns the files in the order in which they shall be read; "-" is standard input.
//
// A file that is named is read, whatever its name. A folder gives the files with the endings of a
// format (.txt .md; .jsonl .ndjson .jl), in any case of letters, with .gz or .zst behind or not;
// recursive, in bytewise order of their paths inside it; .json files if their first line is a JSON
// object. Hidden files and linked folders stay out; the rest is counted, with a word on how to
// convert what is known.
//
// `format`: as in ReadOptions. Folders that can't be read and files that are left out go to
// `on_problem`. Regular files of whose format the name says nothing are opened, to see their first
// bytes; pipes are left alone. Throws Error, before any work, if a path does not exist or there is
// no such format; Stopped if `control`, which is asked at each name in a folder, asks for it.
REPRISE_EXPORT std::vector<InputPath> list_inputs(std::span<const std::string> paths,
                                                  const std::string& format,
                                                  const ProblemSink& on_problem,
                                                  const RunControl& control = {});

// Calls on_document for each document, in the order of the paths, and on_problem for what is wrong.
// Holds one document at a time. `control` is told of the bytes that were read, and is asked at each
// file and each block of a megabyte. Throws Error if a path does not exist (before anything is
// read), or if standard input fails; Stopped if `control` asks for it; and what the callbacks
// throw.
REPRISE_EXPORT void read_documents(std::span<const std::string> paths, const ReadOptions& options,
                                   const std::function<void(Document)>& on_document,
                                   const ProblemSink& on_problem, const RunControl& control = {});

// The same for files that have been listed already.
REPRISE_EXPORT void read_inputs(std::span<const InputPath> inputs, const ReadOptions& options,
                                const std::function<void(Document)>& on_document,
                                const ProblemSink& on_problem, const RunControl& control = {});

// The same as read_documents, all in memory.
REPRISE_EXPORT Corpus read_corpus(std::span<const std::string> paths,
                                  const ReadOptions& options = {}, const RunControl& control = {});

}  // namespace reprise

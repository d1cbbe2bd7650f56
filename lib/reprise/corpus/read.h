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

#include "reprise/corpus/document.h"
#include "reprise/corpus/inputs.h"
#include "reprise/io/json_record.h"

namespace reprise::detail {

struct ReadOptions {
  std::string format = any_format;  // or the name of a row of formats.h
  std::string metadata;  // a table for the text files, besides the metadata.csv of their folders
  FieldNames fields;     // of JSONL records
};

// Calls on_document for each document, in the order of the paths, and on_problem for what is wrong.
// Holds one document at a time. Throws Error if a path does not exist (before anything is read), or
// if standard input fails.
void read_documents(std::span<const std::string> paths, const ReadOptions& options,
                    const std::function<void(Document)>& on_document,
                    const ProblemSink& on_problem);

// The same for files that have been listed already.
void read_inputs(std::span<const InputPath> inputs, const ReadOptions& options,
                 const std::function<void(Document)>& on_document, const ProblemSink& on_problem);

// The same as read_documents, all in memory.
Corpus read_corpus(std::span<const std::string> paths, const ReadOptions& options = {});

}  // namespace reprise::detail

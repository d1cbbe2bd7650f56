// Runs compare and its relatives, from the paths to the exit code.
//
// Steps: outputs are checked and opened, so that a wrong path fails before the work; corpora are
// read, and what is wrong with them told; the library compares; reports are written under hidden
// names and put in place together; the summary goes to standard output, unless a report goes there.
//
//     reprise compare articles/ --json report.json
//     opens report.json, reads, compares, writes, shows the summary, and ends with 0
//
// Cost: that of reading and comparing.
#include "compare.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "exit_code.h"
#include "leftovers.h"
#include "messages.h"
#include "outputs.h"
#include "progress.h"
#include "reprise/archive.h"
#include "reprise/base/parallel.h"
#include "reprise/compare.h"
#include "reprise/corpus/field.h"
#include "reprise/io/output_file.h"
#include "reprise/report.h"
#include "reprise/report/terminal/layout.h"

namespace reprise::program {
namespace {

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// An output that is an input as well would be lost, or read half written: tables and options are
// inputs, too.
void check_output(const Request& request) {
  std::vector<std::string> paths = request.paths;
  for (const auto* more : {&request.against, &request.ignored}) {
    paths.insert(paths.end(), more->begin(), more->end());
  }
  if (std::count(paths.begin(), paths.end(), "-") > 1) {
    throw WrongUse("standard input (-) can be read only once");
  }
  const std::vector<InputPath> inputs =
      list_inputs(paths, request.read.format, [](const Problem&) {});
  check_outputs_are_no_inputs(request.outputs, inputs,
                              {request.read.metadata, request.general.config});
}

// A model that isn't there is said before the work.
void check_model(const std::string& folder) {
  std::error_code error;
  if (!folder.empty() && !std::filesystem::is_directory(folder, error)) {
    throw WrongUse("--model: " + folder + " is no folder; docs/meaning.md says where to get one");
  }
}

// A field that no document has is a slip of the finger.
void check_field(const std::string& field, const std::vector<Document>& documents) {
  const auto has_it = [&](const Document& document) {
    return field_of(document, field).has_value();
  };
  if (field.empty() || documents.empty() ||
      std::any_of(documents.begin(), documents.end(), has_it)) {
    return;
  }
  throw WrongUse("--skip-same: no document has a field '" + field + "'");
}

// What the comparison itself met, and not the reading.
std::vector<Problem> problems_with_caches(const Result& result) {
  const PointOptions& points = result.options.points;
  std::vector<Problem> problems;
  for (const Problem& problem : result.problems) {
    const bool is_of_cache =
        problem.where == points.vector_cache || problem.where == points.judge.cache;
    if (is_of_cache && !problem.where.empty()) {
      problems.push_back(problem);
    }
  }
  return problems;
}

// What a command does not report has not been found by it.
bool found_something(const Result& result) {
  const Parts& parts = result.options.parts;
  return ((parts.matrices || parts.pairs) && !result.pairs.empty()) ||
         (parts.passages && !result.passages.empty()) || (parts.points && !result.points.empty());
}

// References are an archive's documents, or what is read.
Corpus read_references(const Request& request, const RunControl& control) {
  Corpus references;
  std::vector<std::string> paths;
  for (const std::string& path : request.against) {
    if (!Archive::is_one(path)) {
      paths.push_back(path);
      continue;
    }
    std::vector<Document> kept = Archive::open(path, Archive::Access::read).documents();
    std::move(kept.begin(), kept.end(), std::back_inserter(references.documents));
  }
  Corpus read = read_corpus(paths, request.read, control);
  std::move(read.documents.begin(), read.documents.end(), std::back_inserter(references.documents));
  references.problems = std::move(read.problems);
  return references;
}

}  // namespace

ComparedTexts read_texts(const Request& request, const RunControl& control) {
  ComparedTexts texts;
  texts.corpus = read_corpus(request.paths, request.read, control);
  texts.beside.references = read_references(request, control);
  texts.beside.ignored = read_corpus(request.ignored, request.read, control);
  texts.beside.floor = request.json.floor;
  return texts;
}

void check_texts(const Request& request, const ComparedTexts& texts) {
  if (!request.against.empty() && texts.beside.references.documents.empty()) {
    throw Error(ErrorKind::input, {request.against.front(), "holds no text to compare with",
                                   "check the path of --against", false});
  }
  check_field(request.compare.passages.skip_same, texts.corpus.documents);
}

int run_compare(const Request& request) {
  // Outputs first: a wrong path fails before the work.
  check_output(request);
  check_model(request.compare.points.model);
  clear_leftovers(all_paths(request.outputs));
  Outputs outputs(request.outputs);

  const Workers workers(request.compare.threads);  // for reports, too
  const double start = seconds();
  ProgressBar progress(!request.general.quiet);
  const RunControl control = progress.control();
  ComparedTexts texts = read_texts(request, control);
  progress.wipe();
  for (const Corpus* read : {&texts.corpus, &texts.beside.references, &texts.beside.ignored}) {
    show_problems(read->problems, "--json has them all");
  }
  check_texts(request, texts);
  const double read = seconds();
  // Never given back: the system does that faster, with the process.
  static const Result* kept = nullptr;
  kept = new Result(
      compare(std::move(texts.corpus), request.compare, std::move(texts.beside), control));
  progress.wipe();
  const Result& result = *kept;
  show_problems(problems_with_caches(result), "--json has them all");
  const double compared = seconds();
  if (request.explain && *request.explain > result.points.size()) {
    throw WrongUse("--explain " + std::to_string(*request.explain) + ": there are " +
                   counted(result.points.size(), "point"));
  }

  if (outputs.wants_json()) {
    JsonOptions json = request.json;
    if (request.timings) {
      json.timings = {{"read", read - start}, {"compare", compared - read}};
    }
    outputs.write_json(to_json(result, json));
  }
  outputs.write(result);
  outputs.put_in_place();
  if (!request.general.quiet && !outputs.take_standard_output()) {
    const TerminalOptions options = request.summary.for_standard_output();
    OutputFile("-").write(request.explain ? explain_point(result, *request.explain - 1, options)
                                          : to_terminal(result, options));
  }

  for (const Problem& problem : result.problems) {
    if (problem.rejected) {
      return some_rejected;
    }
  }
  return request.exit_code && found_something(result) ? found : done;
}

}  // namespace reprise::program

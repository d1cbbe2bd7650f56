// Reads a corpus file by file.
//
// Steps: paths become a list of files; each is opened, its format decided and a parser made; block
// by block its records are handed on; then what is wrong with the file is told once. An error of
// one file is a problem, and the next is read; one of standard input stops everything.
//
//     a.jsonl    two records, one bad line    two documents, and one problem: a.jsonl:2
//     b.txt.gz   cut short                    a document of what came before, and one problem
//
// Cost: that of reading and parsing; one block of a file is in memory at a time.
#include "reprise/read.h"

#include "reprise/base/utf8.h"
#include "reprise/corpus/file_problems.h"
#include "reprise/corpus/formats.h"
#include "reprise/corpus/metadata.h"

namespace reprise {

using namespace detail;
namespace {

// Reads files one by one and hands on what they hold.
class Reader {
 public:
  Reader(const ReadOptions& options, const std::function<void(Document)>& on_document,
         const ProblemSink& on_problem)
      : on_document_(on_document),
        on_problem_(on_problem),
        metadata_(options.metadata, on_problem),
        stream_options_{options.fields, {}, true, &metadata_} {}

  void read(const InputPath& input) {
    FileProblems problems(repaired_utf8(input.path));
    std::optional<std::string> damage;
    try {
      damage = read_blocks(input, problems);
    } catch (const Error& e) {
      tell(problems.all(std::nullopt));
      if (input.path == "-") {
        throw;
      }
      on_problem_(e.problem());
      return;
    }
    tell(problems.all(damage));
  }

 private:
  // Returns what is wrong with the compressed data.
  std::optional<std::string> read_blocks(const InputPath& input, FileProblems& problems) {
    const OpenInput open = open_input(input);
    if (open.refusal) {
      on_problem_(*open.refusal);
      return std::nullopt;
    }
    const auto parser = open.format->make_parser(input, stream_options_);
    FileBlock block;
    while (open.stream->next(block)) {
      block.first_line = problems.lines();
      parser->parse(block, [&](StreamRecord& record) { on_document_(std::move(*record.whole)); });
      problems.add(block);
    }
    return open.stream->file().damage();
  }

  void tell(std::vector<Problem> problems) {
    for (Problem& problem : problems) {
      on_problem_(std::move(problem));
    }
  }

  const std::function<void(Document)>& on_document_;
  const ProblemSink& on_problem_;
  Metadata metadata_;
  StreamOptions stream_options_;
};

}  // namespace

void read_documents(std::span<const std::string> paths, const ReadOptions& options,
                    const std::function<void(Document)>& on_document,
                    const ProblemSink& on_problem) {
  read_inputs(list_inputs(paths, options.format, on_problem), options, on_document, on_problem);
}

void read_inputs(std::span<const InputPath> inputs, const ReadOptions& options,
                 const std::function<void(Document)>& on_document, const ProblemSink& on_problem) {
  Reader reader(options, on_document, on_problem);
  for (const InputPath& input : inputs) {
    reader.read(input);
  }
}

Corpus read_corpus(std::span<const std::string> paths, const ReadOptions& options) {
  Corpus corpus;
  read_documents(
      paths, options, [&](Document d) { corpus.documents.push_back(std::move(d)); },
      [&](Problem p) { corpus.problems.push_back(std::move(p)); });
  return corpus;
}

}  // namespace reprise

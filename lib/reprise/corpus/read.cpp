// Reads a corpus file by file.
//
// Steps: paths become a list of files; each is opened, its format decided and a parser made; block
// by block its records are handed on, and whoever watches is told; then what is wrong with the file
// is told once. An error of one file is a problem, and the next is read; one of standard input
// stops everything.
//
//     a.jsonl    two records, one bad line    two documents, and one problem: a.jsonl:2
//     b.txt.gz   cut short                    a document of what came before, and one problem
//
// Cost: that of reading and parsing; one block of a file is in memory at a time.
#include "reprise/read.h"

#include "reprise/base/parallel.h"
#include "reprise/base/utf8.h"
#include "reprise/corpus/absent_fields.h"
#include "reprise/corpus/file_problems.h"
#include "reprise/corpus/formats.h"
#include "reprise/corpus/input_size.h"
#include "reprise/corpus/metadata.h"
#include "reprise/io/charset.h"

namespace reprise {

using namespace detail;
namespace {

// How far the reading is, for whoever watches it. A run that reads as a part of its work can stop
// it, too; but it is not told: its own reading is yet to come.
class Watch {
 public:
  Watch(const RunControl& control, std::span<const InputPath> inputs)
      : control_(control), total_(control.on_progress ? total_size(inputs) : 0) {
    add(0);
  }

  // So many more bytes were read. Throws Stopped, and what the callback throws.
  void add(uint64_t bytes) {
    done_ += bytes;
    if (control_.on_progress) {
      control_.on_progress({Progress::Phase::reading, done_, total_});
    }
    check();
  }

  // Throws Stopped if that is asked for.
  void check() const { check_stop(control_); }

 private:
  const RunControl& control_;
  uint64_t total_;
  uint64_t done_ = 0;
};

// Reads files one by one and hands on what they hold.
class Reader {
 public:
  Reader(const ReadOptions& options, const std::function<void(Document)>& on_document,
         const ProblemSink& on_problem, Watch& watch)
      : on_document_(on_document),
        on_problem_(on_problem),
        watch_(watch),
        absent_fields_(options.fields),
        metadata_(options.metadata, on_problem),
        stream_options_(stream_options_of(options)) {
    stream_options_.whole = true;
    stream_options_.metadata = &metadata_;
  }

  void read(const InputPath& input) {
    watch_.check();
    FileProblems problems(repaired_utf8(input.path));
    OpenInput open;
    const std::optional<Error> failure = failure_of([&] { open = open_input(input); });
    if (failure) {
      return give_up(input, problems, *failure);
    }
    if (open.refusal) {
      on_problem_(*open.refusal);
      return;
    }
    read_blocks(input, open, problems);
  }

  // Tells what can be said only now that all files are read.
  void finish() { tell(absent_fields_.all()); }

 private:
  void read_blocks(const InputPath& input, OpenInput& open, FileProblems& problems) {
    stream_options_.head = open.stream->head();
    const auto parser = open.format->make_parser(input, stream_options_);
    const bool has_fields =
        open.format->layout == Layout::lines || open.format->layout == Layout::rows;
    FileBlock block;
    while (true) {
      bool is_there = false;
      const std::optional<Error> failure = failure_of([&] { is_there = open.stream->next(block); });
      if (failure) {
        return give_up(input, problems, *failure);
      }
      if (!is_there) {
        return tell(problems.all(open.stream->file().damage()));
      }
      const size_t size = block.bytes.size();
      block.first_line = problems.lines();
      parser->parse(block, [&](StreamRecord& record) {
        if (has_fields) {
          absent_fields_.see(*record.whole);
        }
        on_document_(std::move(*record.whole));
      });
      problems.add(block);
      watch_.add(size);
    }
  }

  // Returns what is wrong with a file that fails in this step. What callbacks throw is no fault of
  // the file: no step calls any.
  template <class Step>
  static std::optional<Error> failure_of(const Step& step) {
    try {
      step();
    } catch (const Error& e) {
      return e;
    }
    return std::nullopt;
  }

  void give_up(const InputPath& input, FileProblems& problems, const Error& failure) {
    tell(problems.all(std::nullopt));
    if (input.path == "-") {
      throw failure;
    }
    on_problem_(failure.problem());
  }

  void tell(std::vector<Problem> problems) {
    for (Problem& problem : problems) {
      on_problem_(std::move(problem));
    }
  }

  const std::function<void(Document)>& on_document_;
  const ProblemSink& on_problem_;
  Watch& watch_;
  AbsentFields absent_fields_;
  Metadata metadata_;
  StreamOptions stream_options_;
};

}  // namespace

StreamOptions detail::stream_options_of(const ReadOptions& read) {
  if (!read.encoding.empty() && !is_charset(read.encoding)) {
    throw Error(ErrorKind::usage,
                {"the encoding '" + read.encoding + "'", "is not known",
                 "name one as iconv does, such as windows-1252, windows-1251, gb18030, shift_jis"});
  }
  StreamOptions options;
  options.fields = read.fields;
  options.extract.main_content = read.html_content == HtmlContent::main;
  options.extract.charset = read.encoding;
  return options;
}

void read_documents(std::span<const std::string> paths, const ReadOptions& options,
                    const std::function<void(Document)>& on_document, const ProblemSink& on_problem,
                    const RunControl& control) {
  read_inputs(list_inputs(paths, options.format, on_problem, control), options, on_document,
              on_problem, control);
}

void read_inputs(std::span<const InputPath> inputs, const ReadOptions& options,
                 const std::function<void(Document)>& on_document, const ProblemSink& on_problem,
                 const RunControl& control) {
  Watch watch(control, inputs);
  Reader reader(options, on_document, on_problem, watch);
  for (const InputPath& input : inputs) {
    reader.read(input);
  }
  reader.finish();
}

Corpus read_corpus(std::span<const std::string> paths, const ReadOptions& options,
                   const RunControl& control) {
  Corpus corpus;
  read_documents(
      paths, options, [&](Document d) { corpus.documents.push_back(std::move(d)); },
      [&](Problem p) { corpus.problems.push_back(std::move(p)); }, control);
  return corpus;
}

}  // namespace reprise

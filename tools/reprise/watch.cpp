// Steps, for each file that is new or has changed, or each record of standard input: its documents
// are read; those that the archive has already, word for word, are passed over; for the others the
// archive is asked, and a line of JSON each is written; then they are added; then the file's size
// and time are noted in the archive.
//
//     {"id":"a.txt","where":"in/a.txt","words":120,"new_words":20,"new_share":0.1667,
//      "near":[{"id":"b.txt","jaccard":0.9,"added":"2031-05-03T10:00:00Z","date":"2031-05-01"}],…}
//
// A process that is killed has written a line that it will write again, or not: no document is
// lost, and none is told of less than once. SIGTERM and SIGINT end it between two files.
//
// Cost: that of a query a file. One thread but for the query.
#include "watch.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <span>

#include "exit_code.h"
#include "messages.h"
#include "reprise/archive.h"
#include "reprise/base/parallel.h"
#include "reprise/corpus/block_stream.h"
#include "reprise/corpus/formats.h"
#include "reprise/io/block_reader.h"
#include "reprise/io/folder_watch.h"
#include "reprise/io/output_file.h"
#include "reprise/result/novelty.h"

namespace reprise::program {
namespace {

using Json = nlohmann::ordered_json;

const std::string standard_input = "standard input";

std::atomic<bool> asked_to_end{false};

void note_signal(int) {
  asked_to_end = true;
}

// Calls that wait come back when a signal comes.
void end_when_asked() {
  struct sigaction action {};
  action.sa_handler = note_signal;
  for (const int signal : {SIGTERM, SIGINT}) {
    sigaction(signal, &action, nullptr);
  }
}

std::string as_time(uint64_t milliseconds) {
  const auto seconds = static_cast<std::time_t>(milliseconds / 1000);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  const size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text.data(), size};
}

// What a document has in common with one reference.
struct Shared {
  double jaccard = 0;
  uint32_t words = 0;  // of the document, in passages
};

class Watcher {
 public:
  explicit Watcher(const ArchiveRequest& request)
      : request_(request),
        archive_(Archive::open(request.archive, Archive::Access::write, request.patience)) {
    options_.fields = request.read.fields;
    options_.whole = true;
    lines_ = make_jsonl_parser({standard_input, "", "", "jsonl"}, options_);
  }

  // Asks about the documents, writes a line for each, and adds them.
  void take(Corpus corpus) {
    show_problems(corpus.problems, "read the file by itself to see all");
    rejected_ |= std::any_of(corpus.problems.begin(), corpus.problems.end(),
                             [](const Problem& problem) { return problem.rejected; });
    if (corpus.documents.empty()) {
      return;
    }
    std::vector<Document> documents = archive_.unknown_among(std::move(corpus.documents));
    if (documents.empty()) {
      return;
    }
    Corpus asked;
    asked.documents = documents;
    tell(archive_.query(std::move(asked), request_.compare));
    Corpus added;
    added.documents = std::move(documents);
    archive_.add(std::move(added), {.replace = true, .threads = request_.general.threads});
  }

  // Reads the files of the folder that are new or have changed; `only`: of these alone, if there
  // are any.
  void read_folder(const std::string& folder, const std::set<std::string>& only) {
    const std::vector<std::string> paths{folder};
    const std::vector<InputPath> inputs =
        list_inputs(paths, request_.read.format, [](const Problem&) {});
    for (const InputPath& input : inputs) {
      if (asked_to_end) {
        return;
      }
      if (only.empty() || only.contains(input.path)) {
        read_file(input);
      }
    }
  }

  // Reads a record of standard input. What the archive holds is all that is remembered of it.
  void read_line(const std::string& line, size_t number) {
    FileBlock block;
    block.buffer = line + std::string(BlockReader::padding, '\0');
    block.bytes = std::string_view(block.buffer).substr(0, line.size());
    block.is_first = number == 1;
    block.first_line = number - 1;
    Corpus corpus;
    lines_->parse(
        block, [&](StreamRecord& record) { corpus.documents.push_back(std::move(*record.whole)); });
    for (BlockProblem& problem : block.problems) {
      problem.problem.where = standard_input + ":" + std::to_string(number);
      corpus.problems.push_back(std::move(problem.problem));
    }
    take(std::move(corpus));
  }

  int code() const { return rejected_ ? some_rejected : done; }

 private:
  Corpus read(std::span<const InputPath> inputs) const {
    Corpus corpus;
    read_inputs(
        inputs, request_.read,
        [&](Document document) { corpus.documents.push_back(std::move(document)); },
        [&](Problem problem) { corpus.problems.push_back(std::move(problem)); });
    return corpus;
  }

  void read_file(const InputPath& input) {
    struct stat about {};
    if (stat(input.path.c_str(), &about) != 0) {
      return;  // it was there a moment ago
    }
    const std::string state = std::to_string(about.st_size) + " " +
                              std::to_string(about.st_mtim.tv_sec) + " " +
                              std::to_string(about.st_mtim.tv_nsec);
    if (archive_.cursor(input.path) == state) {
      return;
    }
    take(read(std::span(&input, 1)));
    archive_.set_cursor(input.path, state);
  }

  void tell(const Result& result) {
    const News news = find_news(result);
    std::string lines;
    for (DocumentId d; d < *result.first_reference; ++d) {
      const Json line = line_of(d, news, result);
      const bool is_new = line["near"].empty();
      const double known = 1 - line["new_share"].get<double>();
      if ((request_.new_only && !is_new) || known < request_.least_share) {
        continue;
      }
      lines += line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
    if (!lines.empty()) {
      OutputFile("-").write(lines);
    }
  }

  Json line_of(DocumentId d, const News& news, const Result& result) const {
    const Document& document = result.documents[d];
    const Novelty& novelty = news.documents[d];
    const double share =
        novelty.words == 0 ? 1 : static_cast<double>(novelty.new_words) / novelty.words;
    Json near = Json::array();
    Json passages = Json::array();
    for (const auto& [reference, shared] : shared_with(d, result)) {
      Json entry = about(result.documents[reference]);
      if (shared.jaccard >= result.options.threshold) {
        Json like = entry;
        like["jaccard"] = shared.jaccard;
        near.push_back(std::move(like));
      }
      if (shared.words > 0) {
        entry["words"] = shared.words;
        passages.push_back(std::move(entry));
      }
    }
    Json statements = Json::array();
    for (const NewStatement& statement : news.statements) {
      if (result.units[statement.unit].document == d) {
        statements.push_back(std::string(statement.span.in(result.units[statement.unit].text)));
      }
    }
    const auto points =
        std::count_if(result.points.begin(), result.points.end(), [&](const Point& point) {
          return std::binary_search(point.documents.begin(), point.documents.end(), d);
        });
    return {{"id", document.id},           {"where", document.where},
            {"words", novelty.words},      {"new_words", novelty.new_words},
            {"new_share", share},          {"near", near},
            {"passages", passages},        {"points", points},
            {"new_statements", statements}};
  }

  // Who it is, and since when it is there.
  Json about(const Document& reference) const {
    Json entry{{"id", reference.id}, {"where", reference.where}};
    if (reference.date) {
      entry["date"] = *reference.date;
    }
    if (const std::optional<uint64_t> added = archive_.added_at(reference.id)) {
      entry["added"] = as_time(*added);
    }
    return entry;
  }

  // Returns what the document has in common with each reference.
  static std::map<DocumentId, Shared> shared_with(DocumentId d, const Result& result) {
    std::map<DocumentId, Shared> all;
    for (const Similarity& similar : result.pairs) {
      if (similar.pair.a == d) {
        all[similar.pair.b].jaccard = similar.jaccard;
      }
    }
    for (const Reuse::Source& source : result.reuse[d].sources) {
      all[source.document].words = source.words;
    }
    return all;
  }

  const ArchiveRequest& request_;
  Archive archive_;
  StreamOptions options_;
  std::unique_ptr<BlockParser> lines_;  // of standard input
  bool rejected_ = false;
};

void watch_folder(const std::string& folder, Watcher& watcher) {
  constexpr int between_looks = 1000;  // milliseconds
  FolderWatch watch(folder);           // before the first look, so that nothing falls between
  watcher.read_folder(folder, {});
  while (!asked_to_end) {
    if (!watch.wait(between_looks)) {
      continue;
    }
    const FolderWatch::Changes changes = watch.take();
    if (changes.all || !changes.files.empty()) {
      watcher.read_folder(folder, changes.all ? std::set<std::string>() : changes.files);
    }
  }
}

// Reads lines as they come; a last one without an end counts.
void watch_standard_input(Watcher& watcher) {
  std::string waiting;
  size_t number = 0;
  std::array<char, 65536> buffer{};
  while (!asked_to_end) {
    const ssize_t size = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) {
      continue;
    }
    if (size <= 0) {
      break;
    }
    waiting.append(buffer.data(), static_cast<size_t>(size));
    size_t begin = 0;
    for (size_t end = waiting.find('\n'); end != waiting.npos && !asked_to_end;
         end = waiting.find('\n', begin)) {
      watcher.read_line(waiting.substr(begin, end - begin), ++number);
      begin = end + 1;
    }
    waiting.erase(0, begin);
  }
  if (!waiting.empty() && !asked_to_end) {
    watcher.read_line(waiting, ++number);
  }
}

}  // namespace

int run_watch(const ArchiveRequest& request) {
  end_when_asked();
  const Workers workers(request.general.threads);
  Watcher watcher(request);
  const std::string& source = request.operands.front();
  std::error_code error;
  if (source == "-") {
    watch_standard_input(watcher);
  } else if (std::filesystem::is_directory(source, error)) {
    watch_folder(source, watcher);
  } else {
    throw WrongUse("watch takes a folder, or - for standard input, not '" + source + "'");
  }
  return watcher.code();
}

}  // namespace reprise::program

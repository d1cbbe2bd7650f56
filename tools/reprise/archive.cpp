// Runs archive, a function a verb, from the archive to the exit code.
//
//     add      documents are read and added in batches; each is on disk when its turn ends, so that
//              an end in the middle loses nothing that was said
//     query    as compare --against: outputs are opened first, and appear together
//
// Cost: that of the library.
#include "archive.h"

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "exit_code.h"
#include "leftovers.h"
#include "messages.h"
#include "progress.h"
#include "reprise/archive.h"
#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"
#include "reprise/corpus/field.h"
#include "reprise/io/output_file.h"
#include "reprise/report/terminal/layout.h"
#include "reprise/version.h"
#include "watch.h"

namespace reprise::program {
namespace {

using Json = nlohmann::ordered_json;
using Access = Archive::Access;

// What is added together, and is on disk together.
constexpr size_t batch_documents = 10000;
constexpr size_t batch_bytes = size_t{64} << 20;

// Writes what was done: as JSON where that is asked for, and as a line.
void tell(const ArchiveRequest& request, const Json& facts, const std::string& sentence) {
  const bool to_standard_output = request.outputs.json == "-";
  if (!request.outputs.json.empty()) {
    Json all{{"schema", "reprise.archive/1"}, {"version", version()}};
    all.update(facts);
    OutputFile file(request.outputs.json);
    file.write(all.dump(2) + "\n");
    file.commit();
  }
  if (!request.general.quiet && !to_standard_output) {
    OutputFile("-").write(sentence + "\n");
  }
}

Json facts_of(const ArchiveChange& change) {
  return {{"added", change.added},
          {"replaced", change.replaced},
          {"unchanged", change.unchanged},
          {"removed", change.removed},
          {"unknown", change.unknown}};
}

std::string in_words(const ArchiveChange& change) {
  std::string said = counted(change.added, "document") + " added";
  if (change.replaced > 0) {
    said += ", " + grouped(change.replaced) + " of them in the place of another";
  }
  if (change.unchanged > 0) {
    said += "; " + grouped(change.unchanged) + (change.unchanged == 1 ? " was" : " were") +
            " there already";
  }
  return said;
}

int run_create(const ArchiveRequest& request) {
  Archive::create(request.archive, request.compare);
  tell(request, {{"created", request.archive}},
       "made " + on_one_line(request.archive) + "; reprise archive add puts documents into it");
  return done;
}

// Adds documents in batches.
class Adder {
 public:
  Adder(Archive& archive, const ArchiveRequest& request, RunControl control)
      : archive_(archive), control_(std::move(control)) {
    options_.replace = request.replace;
    options_.threads = request.general.threads;
  }

  void take(Document document) {
    bytes_ += document.text.size();
    batch_.documents.push_back(std::move(document));
    if (batch_.documents.size() == batch_documents || bytes_ >= batch_bytes) {
      add_batch();
    }
  }

  const ArchiveChange& finish() {
    add_batch();
    return change_;
  }

 private:
  void add_batch() {
    if (batch_.documents.empty()) {
      return;
    }
    const ArchiveChange change = archive_.add(std::exchange(batch_, {}), options_, control_);
    bytes_ = 0;
    change_.added += change.added;
    change_.replaced += change.replaced;
    change_.unchanged += change.unchanged;
  }

  Archive& archive_;
  RunControl control_;
  ArchiveAddOptions options_;
  Corpus batch_;
  size_t bytes_ = 0;
  ArchiveChange change_;
};

int code_of(const std::vector<Problem>& problems) {
  const bool any = std::any_of(problems.begin(), problems.end(),
                               [](const Problem& problem) { return problem.rejected; });
  return any ? some_rejected : done;
}

int run_add(const ArchiveRequest& request) {
  Archive archive = Archive::open(request.archive, Access::write, request.patience);
  ProgressBar progress(!request.general.quiet);
  const RunControl control = progress.control();
  std::vector<Problem> problems;
  Adder adder(archive, request, {control.stop, {}});
  read_documents(
      request.operands, request.read, [&](Document document) { adder.take(std::move(document)); },
      [&](Problem problem) { problems.push_back(std::move(problem)); }, control);
  const ArchiveChange change = adder.finish();
  progress.wipe();
  show_problems(problems, "read the inputs one by one to see all");
  tell(request, facts_of(change), in_words(change));
  return code_of(problems);
}

std::vector<std::string> ids_in(const std::string& list) {
  std::ifstream file;
  if (list != "-") {
    file.open(list);
    if (!file) {
      throw WrongUse(list + ": the list can't be read; check the path");
    }
  }
  std::istream& in = list == "-" ? std::cin : file;
  std::vector<std::string> ids;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) {
      ids.push_back(line);
    }
  }
  return ids;
}

int run_remove(const ArchiveRequest& request) {
  Archive archive = Archive::open(request.archive, Access::write, request.patience);
  std::vector<std::string> ids = request.operands;
  if (!request.list.empty()) {
    const std::vector<std::string> listed = ids_in(request.list);
    ids.insert(ids.end(), listed.begin(), listed.end());
  }
  if (!request.where.empty()) {
    const std::vector<std::string> found = archive.ids_where([&](const Document& document) {
      return std::all_of(request.where.begin(), request.where.end(), [&](const auto& condition) {
        return reprise::detail::field_of(document, condition.first) == condition.second;
      });
    });
    ids.insert(ids.end(), found.begin(), found.end());
  }
  make_set(ids);
  const ArchiveChange change = archive.remove(ids);
  for (const std::string& id : change.unknown) {
    complain("there is no document '" + id + "' in " + request.archive);
  }
  tell(request, facts_of(change), counted(change.removed, "document") + " removed");
  return change.unknown.empty() ? done : some_rejected;
}

bool found_something(const Result& result) {
  return !result.pairs.empty() || !result.passages.empty() || !result.points.empty();
}

void write_reports(const ArchiveRequest& request, const Result& result, Outputs& outputs) {
  if (outputs.wants_json()) {
    outputs.write_json(to_json(result, request.json));
  }
  outputs.write(result);
  outputs.put_in_place();
  if (!request.general.quiet && !outputs.take_standard_output()) {
    OutputFile("-").write(to_terminal(result, request.summary.for_standard_output()));
  }
}

int run_query(const ArchiveRequest& request) {
  const Access access = request.add ? Access::write : Access::read;
  check_outputs_are_no_inputs(
      request.outputs, list_inputs(request.operands, request.read.format, [](const Problem&) {}),
      {request.read.metadata, request.general.config});
  clear_leftovers(all_paths(request.outputs));
  Outputs outputs(request.outputs);
  const Workers workers(request.compare.threads);
  Archive archive = Archive::open(request.archive, access, request.patience);
  ProgressBar progress(!request.general.quiet);
  const RunControl control = progress.control();
  Corpus corpus = read_corpus(request.operands, request.read, control);
  progress.wipe();
  show_problems(corpus.problems, "--json has them all");
  Corpus added;
  if (request.add) {
    added.documents = corpus.documents;
  }
  // Never given back: the system does that faster, with the process.
  static const Result* kept = nullptr;
  kept = new Result(archive.query(std::move(corpus), request.compare, control));
  progress.wipe();
  write_reports(request, *kept, outputs);
  if (request.add) {
    archive.add(std::move(added), {.replace = request.replace, .threads = request.general.threads});
  }
  const int code = code_of(kept->problems);
  const bool says_found = request.exit_code && found_something(*kept);
  return code == done && says_found ? found : code;
}

int run_check(const ArchiveRequest& request) {
  const Archive archive = Archive::open(request.archive, Access::read);
  const std::vector<Problem> problems = archive.check();
  show_problems(problems, "repair these first");
  Json list = Json::array();
  for (const Problem& problem : problems) {
    list.push_back({{"where", problem.where}, {"what", problem.what}, {"remedy", problem.remedy}});
  }
  tell(request, {{"problems", list}},
       problems.empty() ? "all is as it was written"
                        : counted(problems.size(), "problem") + " found");
  return problems.empty() ? done : failed;
}

int run_stats(const ArchiveRequest& request) {
  const ArchiveStats stats = Archive::open(request.archive, Access::read).stats();
  const uint64_t bytes =
      stats.near_bytes + stats.passage_bytes + stats.text_bytes + stats.catalogue_bytes;
  const Json facts{{"documents", stats.documents},
                   {"removed", stats.removed},
                   {"segments", stats.segments},
                   {"near_bytes", stats.near_bytes},
                   {"passage_bytes", stats.passage_bytes},
                   {"text_bytes", stats.text_bytes},
                   {"catalogue_bytes", stats.catalogue_bytes}};
  tell(request, facts,
       counted(stats.documents, "document") + " in " + counted(stats.segments, "segment") + ", " +
           grouped(stats.removed) + " removed and not yet compacted\n" + grouped(bytes) +
           " bytes: " + grouped(stats.text_bytes) + " of texts, " + grouped(stats.passage_bytes) +
           " of passages, " + grouped(stats.near_bytes) + " of sketches, " +
           grouped(stats.catalogue_bytes) + " of the catalogue");
  return done;
}

int run_compact(const ArchiveRequest& request) {
  Archive archive = Archive::open(request.archive, Access::write, request.patience);
  const Workers workers(request.general.threads);
  archive.compact(request.rebuild);
  const uint64_t documents = archive.stats().documents;
  tell(request, {{"documents", documents}}, counted(documents, "document") + " in one segment");
  return done;
}

}  // namespace

int run_archive(const ArchiveRequest& request) {
  switch (request.verb) {
    case ArchiveVerb::create: return run_create(request);
    case ArchiveVerb::add: return run_add(request);
    case ArchiveVerb::remove: return run_remove(request);
    case ArchiveVerb::query: return run_query(request);
    case ArchiveVerb::watch: return run_watch(request);
    case ArchiveVerb::check: return run_check(request);
    case ArchiveVerb::stats: return run_stats(request);
    case ArchiveVerb::compact: return run_compact(request);
    case ArchiveVerb::none: break;
  }
  return failed;
}

}  // namespace reprise::program

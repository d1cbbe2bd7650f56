#include "reprise/archive.h"

#include <chrono>
#include <filesystem>

#include "reprise/archive/store.h"
#include "reprise/base/parallel.h"
#include "reprise/compare_against.h"

namespace reprise {

using namespace detail;
namespace {

uint64_t milliseconds_since_1970() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<uint64_t>(
      std::max<int64_t>(0, std::chrono::duration_cast<std::chrono::milliseconds>(now).count()));
}

}  // namespace

struct Archive::State {
  State(const std::string& folder, Access access, double patience)
      : store(folder, access, patience) {}
  ArchiveStore store;
};

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Archive Archive::create(const std::string& folder, const CompareOptions& options) {
  options.check();
  ArchiveStore::create(folder, parameters_of(options));
  return open(folder, Access::write);
}

Archive Archive::open(const std::string& folder, Access access, double patience) {
  return Archive(std::make_unique<State>(folder, access, patience));
}

bool Archive::is_one(const std::string& folder) {
  std::error_code error;
  return std::filesystem::is_regular_file(ArchivePaths(folder).catalogue, error);
}

ArchiveChange Archive::add(Corpus corpus, const ArchiveAddOptions& options,
                           const RunControl& control) {
  const Workers workers(options.threads, control);
  return state_->store.add(std::move(corpus.documents), options.replace, milliseconds_since_1970());
}

ArchiveChange Archive::remove(std::span<const std::string> ids) {
  return state_->store.remove(ids);
}

std::vector<std::string> Archive::ids_where(
    const std::function<bool(const Document&)>& goes) const {
  std::vector<std::string> ids;
  for (const Document& document : documents()) {
    if (goes(document)) {
      ids.push_back(document.id);
    }
  }
  return ids;
}

void Archive::compact(bool rebuild, const RunControl& control) {
  const Workers workers(0, control);
  state_->store.compact(rebuild);
}

Result Archive::query(Corpus corpus, const CompareOptions& asked, const RunControl& control) const {
  CompareOptions options = asked;
  apply(state_->store.parameters(), options);
  options.parts = {
      .matrices = false, .passages = true, .points = asked.parts.points, .pairs = true};
  options.check();
  ArchiveReferences references(state_->store.snapshot_to_ask());
  return compare_against(std::move(corpus), options, references, {}, control);
}

std::vector<Document> Archive::documents() const {
  return all_documents(*state_->store.snapshot());
}

std::optional<Document> Archive::find(const std::string& id) const {
  std::optional<DocumentRecord> record = state_->store.record_of(id);
  return record ? std::optional(std::move(record->document)) : std::nullopt;
}

void Archive::visit_newest_first(const std::function<bool(const Document&)>& goes_on) const {
  detail::visit_newest_first(*state_->store.snapshot(), goes_on);
}

std::vector<Document> Archive::unknown_among(std::vector<Document> documents) const {
  std::erase_if(documents, [&](const Document& document) { return state_->store.holds(document); });
  return documents;
}

std::optional<uint64_t> Archive::added_at(const std::string& id) const {
  const std::optional<DocumentRecord> record = state_->store.record_of(id);
  return record ? std::optional(record->added) : std::nullopt;
}

std::string Archive::cursor(const std::string& source) const {
  return state_->store.cursor(source);
}

void Archive::set_cursor(const std::string& source, const std::string& cursor) {
  state_->store.set_cursor(source, cursor);
}

std::vector<Problem> Archive::check() const {
  return state_->store.check();
}

ArchiveStats Archive::stats() const {
  const ArchiveStore& store = state_->store;
  ArchiveStats stats;
  stats.documents = store.documents();
  apply(store.parameters(), stats.options);
  const std::shared_ptr<const Snapshot> snapshot = store.snapshot();
  for (const SegmentView& view : snapshot->segments) {
    ++stats.segments;
    stats.removed += view.removed.count();
    stats.near_bytes += view.segment->near.file().bytes_on_disk();
    stats.passage_bytes += view.segment->grams.file().bytes_on_disk();
    stats.passage_bytes += view.segment->words.file().bytes_on_disk();
    stats.text_bytes += view.segment->texts.file().bytes_on_disk();
  }
  std::error_code error;
  stats.catalogue_bytes = std::filesystem::file_size(store.paths().catalogue, error);
  return stats;
}

void Archive::refresh() {
  state_->store.refresh();
}

}  // namespace reprise

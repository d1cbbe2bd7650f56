// Steps of adding: documents are sorted into new ones, others, and those that are there already; a
// segment is written; one transaction names all. Steps of merging: see the head of store.h.
//
// Cost: that of segment.h; a merge of each document once a level.
#include "reprise/archive/store.h"

#include <algorithm>
#include <array>

#include "reprise/archive/arrivals.h"
#include "reprise/archive/check.h"
#include "reprise/base/parallel.h"
#include "reprise/error.h"

namespace reprise::detail {
namespace {

constexpr size_t merged_together = 8;

Database::Mode mode_of(Archive::Access access) {
  return access == Archive::Access::write ? Database::Mode::write : Database::Mode::read;
}

// Returns where the parts of an archive lie, which the folder must be.
ArchivePaths paths_of_archive(const std::string& folder) {
  ArchivePaths paths(folder);
  const std::string remedy =
      "name the folder of an archive, or make one with reprise archive create";
  std::error_code error;
  if (!std::filesystem::exists(paths.folder, error)) {
    throw Error(ErrorKind::input, {paths.folder.string(), "no such folder", remedy, false});
  }
  if (!std::filesystem::is_regular_file(paths.catalogue, error)) {
    throw Error(ErrorKind::input, {paths.folder.string(), "is no archive", remedy, false});
  }
  return paths;
}

// Returns whether a file has the name of a segment's.
bool is_name_of_ours(const std::filesystem::path& path) {
  constexpr std::array kinds{SegmentFileKind::near, SegmentFileKind::grams, SegmentFileKind::texts,
                             SegmentFileKind::words};
  const std::string ending = path.extension().string();
  const bool is_number = path.stem().string().find_first_not_of("0123456789") == std::string::npos;
  return is_number && std::any_of(kinds.begin(), kinds.end(), [&](SegmentFileKind kind) {
           return ending == "." + std::string(name_of(kind));
         });
}

// Returns the place in the rows of the segment that may hold the document.
std::optional<size_t> row_of(std::span<const SegmentRow> rows, uint64_t document) {
  const auto behind =
      std::upper_bound(rows.begin(), rows.end(), document,
                       [](uint64_t number, const SegmentRow& row) { return number < row.first; });
  if (behind == rows.begin()) {
    return std::nullopt;
  }
  return static_cast<size_t>(behind - rows.begin()) - 1;
}

// Returns the first of as many neighbours of one level as are merged together.
std::optional<size_t> first_due(std::span<const SegmentRow> rows) {
  for (size_t first = 0; first + merged_together <= rows.size(); ++first) {
    const auto together = rows.subspan(first, merged_together);
    const bool is_one_level = std::all_of(together.begin(), together.end(), [&](const auto& row) {
      return row.level == together.front().level;
    });
    if (is_one_level) {
      return first;
    }
  }
  return std::nullopt;
}

}  // namespace

void ArchiveStore::create(const std::string& folder, const ArchiveParameters& parameters) {
  const ArchivePaths paths(folder);
  std::error_code error;
  const bool is_other = std::filesystem::exists(paths.folder, error) &&
                        !std::filesystem::is_empty(paths.folder, error) &&
                        !std::filesystem::exists(paths.segments, error);
  if (is_other || error) {
    throw Error(ErrorKind::usage, {folder, "is there already, and no empty folder",
                                   "name a folder that is not there yet", false});
  }
  std::filesystem::create_directories(paths.segments, error);
  if (error) {
    throw Error(ErrorKind::system, {folder, "can't be made: " + error.message(),
                                    "check the path and its rights", false});
  }
  const WriterLock lock(paths.lock, 0);
  Catalogue::create(paths.catalogue, parameters);
}

ArchiveStore::ArchiveStore(const std::string& folder, Archive::Access access, double patience)
    : paths_(paths_of_archive(folder)),
      lock_(access == Archive::Access::write ? std::make_optional<WriterLock>(paths_.lock, patience)
                                             : std::nullopt),
      catalogue_(paths_.catalogue, mode_of(access)),
      fingerprint_(fingerprint(catalogue_.parameters())) {
  read_snapshot();
  if (lock_) {
    remove_orphans();
  }
}

std::shared_ptr<const Snapshot> ArchiveStore::snapshot_to_ask() const {
  need_same_words();
  return snapshot();
}

std::shared_ptr<const Snapshot> ArchiveStore::snapshot() const {
  const std::lock_guard<std::mutex> guard(mutex_);
  return snapshot_;
}

uint64_t ArchiveStore::documents() const {
  const std::lock_guard<std::mutex> guard(mutex_);
  return catalogue_.documents();
}

void ArchiveStore::refresh() {
  const std::lock_guard<std::mutex> guard(mutex_);
  if (catalogue_.has_moved()) {
    throw Error(ErrorKind::input, {paths_.folder.string(), "is not the archive that was opened",
                                   "open what stands there now, or put it back", false});
  }
  if (catalogue_.version() != version_) {
    read_snapshot();
  }
}

void ArchiveStore::need_writer() const {
  if (!lock_) {
    throw Error(ErrorKind::usage, {paths_.folder.string(), "is open for reading alone",
                                   "open it for writing", false});
  }
}

// REQUIRES: this thread does not hold the mutex.
void ArchiveStore::need_same_words() const {
  const std::lock_guard<std::mutex> guard(mutex_);
  if (catalogue_.made_by() != fingerprint_) {
    throw Error(ErrorKind::input,
                {paths_.folder.string(), "was made by a version that reads words in another way",
                 "make its keys anew with reprise archive compact --rebuild", false});
  }
}

std::vector<SegmentView> ArchiveStore::open_segments(std::span<const SegmentRow> rows) {
  std::map<uint64_t, std::shared_ptr<const Segment>> open;
  std::vector<SegmentView> views;
  for (const SegmentRow& row : rows) {
    const auto known = open_.find(row.number);
    std::shared_ptr<const Segment> segment =
        known != open_.end() ? known->second
                             : std::make_shared<const Segment>(paths_.segments, row.number);
    segment->need_documents(row.documents);
    open[row.number] = segment;
    views.push_back({std::move(segment), row.removed});
  }
  open_ = std::move(open);
  return views;
}

// A segment may have been merged, and its files removed, between the look into the catalogue and
// the opening: then the catalogue has changed, and is read again.
void ArchiveStore::read_snapshot() {
  constexpr int most_tries = 100;
  for (int tries = 0;; ++tries) {
    const int64_t version = catalogue_.version();
    std::vector<SegmentRow> rows = catalogue_.segments();
    try {
      snapshot_ =
          std::make_shared<const Snapshot>(Snapshot{catalogue_.parameters(), open_segments(rows)});
      rows_ = std::move(rows);
      version_ = version;
      return;
    } catch (const Error&) {
      if (catalogue_.version() == version || tries == most_tries) {
        throw;
      }
    }
  }
}

void ArchiveStore::remove_orphans() {
  std::error_code error;
  std::vector<std::filesystem::path> orphans;
  for (const auto& entry : std::filesystem::directory_iterator(paths_.segments, error)) {
    const bool is_known = std::any_of(rows_.begin(), rows_.end(), [&](const SegmentRow& row) {
      const auto path = path_in_segments(paths_.segments, row.number, SegmentFileKind::near);
      return std::filesystem::path(path).stem() == entry.path().stem();
    });
    const bool is_ours = is_name_of_ours(entry.path());
    if (!is_known && is_ours) {
      orphans.push_back(entry.path());
    }
  }
  for (const std::filesystem::path& path : orphans) {
    std::filesystem::remove(path, error);
  }
}

ArchiveChange ArchiveStore::add(std::vector<Document> documents, bool replace, uint64_t now) {
  need_writer();
  need_same_words();
  const std::lock_guard<std::mutex> guard(mutex_);
  Arrivals arrivals = sort_arrivals(std::move(documents), replace, catalogue_);
  if (arrivals.documents.empty()) {
    return arrivals.change;
  }
  const uint64_t segment = catalogue_.next_segment();
  const uint64_t first = catalogue_.next_document();
  const uint64_t count = arrivals.documents.size();
  NumberedRecords numbered;
  for (Document& document : arrivals.documents) {
    numbered.numbers.push_back(first + numbered.numbers.size());
    numbered.records.push_back({std::move(document), now});
  }
  write_segment(paths_.segments, segment, std::move(numbered), catalogue_.parameters());
  // Whether a commit that failed is on disk after all, the next opening finds out; the files of
  // what it may name stay until then.
  {
    Transaction change(catalogue_.database());
    DocumentRows rows(catalogue_);
    for (const uint64_t number : arrivals.replaced) {
      rows.erase(number);
    }
    mark_removed(arrivals.replaced);
    for (size_t i = 0; i < count; ++i) {
      rows.insert(first + i, arrivals.ids[i], arrivals.contents[i]);
    }
    catalogue_.put({segment, first, count, 0, {}});
    catalogue_.set_next(segment + 1, first + count);
    change.commit();
  }
  read_snapshot();
  merge_where_due();
  return arrivals.change;
}

void ArchiveStore::mark_removed(std::span<const uint64_t> numbers) {
  std::map<size_t, SegmentRow> changed;
  for (const uint64_t number : numbers) {
    const std::optional<size_t> at = row_of(rows_, number);
    std::optional<uint32_t> place;
    if (at) {
      place = snapshot_->segments[*at].segment->texts.place_of(number);
    }
    if (!place) {
      throw Error(ErrorKind::input,
                  {paths_.catalogue, "is damaged: it names a document that no segment holds",
                   "make the archive again from its inputs", false});
    }
    changed.try_emplace(*at, rows_[*at]).first->second.removed.add(*place);
  }
  for (const auto& [at, row] : changed) {
    catalogue_.put(row);
  }
}

ArchiveChange ArchiveStore::remove(std::span<const std::string> ids) {
  need_writer();
  const std::lock_guard<std::mutex> guard(mutex_);
  ArchiveChange change;
  std::vector<uint64_t> numbers;
  {
    Transaction removing(catalogue_.database());
    DocumentRows rows(catalogue_);
    for (const std::string& id : ids) {
      const std::optional<DocumentRow> row = catalogue_.find(content_key(id));
      if (!row) {
        change.unknown.push_back(id);
        continue;
      }
      rows.erase(row->number);
      numbers.push_back(row->number);
    }
    mark_removed(numbers);
    removing.commit();
  }
  change.removed = numbers.size();
  read_snapshot();
  return change;
}

void ArchiveStore::merge_where_due() {
  // The one that is made may be the eighth of its level.
  while (const std::optional<size_t> first = first_due(rows_)) {
    merge(*first, merged_together, false);
  }
}

std::pair<uint64_t, uint64_t> ArchiveStore::write_merged(std::span<const SegmentView> views,
                                                         uint64_t number, bool rebuild) {
  uint64_t first = 0;
  uint64_t count = 0;
  NumberedRecords numbered;  // where keys are made anew
  for (const SegmentView& view : views) {
    const Texts& texts = view.segment->texts;
    for (uint32_t place = 0; place < texts.size(); ++place) {
      if (!view.holds(place)) {
        continue;
      }
      first = count == 0 ? texts.number_of(place) : first;
      ++count;
      if (rebuild) {
        numbered.numbers.push_back(texts.number_of(place));
        numbered.records.push_back(texts.record(place));
      }
    }
  }
  if (count > 0 && rebuild) {
    write_segment(paths_.segments, number, std::move(numbered), catalogue_.parameters());
  } else if (count > 0) {
    merge_segments(paths_.segments, number, views);
  }
  return {first, count};
}

void ArchiveStore::merge(size_t first, size_t count, bool rebuild) {
  const auto views = std::span(snapshot_->segments).subspan(first, count);
  const auto rows = std::span(rows_).subspan(first, count);
  std::vector<uint64_t> old;
  SegmentRow merged;
  for (const SegmentRow& row : rows) {
    old.push_back(row.number);
    merged.level = std::max(merged.level, row.level + 1);
  }
  merged.number = catalogue_.next_segment();
  std::tie(merged.first, merged.documents) = write_merged(views, merged.number, rebuild);
  Transaction change(catalogue_.database());
  for (const uint64_t number : old) {
    catalogue_.erase_segment(number);
  }
  if (merged.documents > 0) {
    catalogue_.put(merged);
  }
  if (rebuild) {
    catalogue_.set_fingerprint(fingerprint_);
  }
  catalogue_.set_next(merged.number + 1, catalogue_.next_document());
  change.commit();
  read_snapshot();
  for (const uint64_t number : old) {
    remove_segment(paths_.segments, number);
  }
}

void ArchiveStore::compact(bool rebuild) {
  need_writer();
  if (!rebuild) {
    need_same_words();
  }
  const std::lock_guard<std::mutex> guard(mutex_);
  const bool is_one = rows_.size() == 1 && !rows_.front().removed.any();
  const bool is_compact = rows_.empty() || is_one;
  if (rebuild || !is_compact) {
    merge(0, rows_.size(), rebuild);
  }
}

bool ArchiveStore::holds(const Document& document) const {
  const std::lock_guard<std::mutex> guard(mutex_);
  const std::optional<DocumentRow> row = catalogue_.find(id_key(document));
  return row && row->contents == contents_key(document);
}

std::optional<DocumentRecord> ArchiveStore::record_of(const std::string& id) const {
  const std::lock_guard<std::mutex> guard(mutex_);
  const std::optional<DocumentRow> row = catalogue_.find(content_key(id));
  const std::optional<size_t> at = row ? row_of(rows_, row->number) : std::nullopt;
  if (!at) {
    return std::nullopt;
  }
  const Texts& texts = snapshot_->segments[*at].segment->texts;
  const std::optional<uint32_t> place = texts.place_of(row->number);
  return place ? std::optional(texts.record(*place)) : std::nullopt;
}

std::string ArchiveStore::cursor(const std::string& source) const {
  const std::lock_guard<std::mutex> guard(mutex_);
  return catalogue_.cursor(source);
}

void ArchiveStore::set_cursor(const std::string& source, const std::string& state) {
  need_writer();
  const std::lock_guard<std::mutex> guard(mutex_);
  catalogue_.set_cursor(source, state);
}

std::vector<Problem> ArchiveStore::check() const {
  const std::lock_guard<std::mutex> guard(mutex_);
  return check_archive(catalogue_, *snapshot_, paths_.catalogue);
}

}  // namespace reprise::detail

// An archive on disk, as one process has it open: the catalogue, the segments that a reader sees,
// and what a writer does to them.
//
//     add      write a segment, sync it; in one transaction name it, its documents, and what they
//              replace; then merge where eight of a level stand side by side
//     remove   in one transaction mark documents as removed
//     merge    write one segment of eight, sync it; in one transaction name it in their place; then
//              remove their files. Who reads keeps the old ones open
//
// Wherever the process ends, the catalogue names whole segments and no others; files that it does
// not name are what an ended writer left, and go when the next one begins.
//
//     levels of segments   1 0 0 0 0 0 0 0   add   1 0 0 0 0 0 0 0 0   merge   1 1
//
// Readers may be many threads; changes come one at a time.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "reprise/archive.h"
#include "reprise/archive/catalogue.h"
#include "reprise/archive/lock.h"
#include "reprise/archive/lookup.h"

namespace reprise::detail {

// Where the parts of an archive lie.
struct ArchivePaths {
  explicit ArchivePaths(const std::string& its_folder)
      : folder(its_folder),
        segments(folder / "segments"),
        catalogue((folder / "catalogue.sqlite").string()),
        lock((folder / "lock").string()) {}

  std::filesystem::path folder;
  std::filesystem::path segments;
  std::string catalogue;
  std::string lock;
};

class ArchiveStore {
 public:
  static void create(const std::string& folder, const ArchiveParameters& parameters);
  ArchiveStore(const std::string& folder, Archive::Access access, double patience);

  const ArchiveParameters& parameters() const { return catalogue_.parameters(); }
  const ArchivePaths& paths() const { return paths_; }
  std::shared_ptr<const Snapshot> snapshot() const;
  // The same for looking something up: throws Error if this build would make other keys.
  std::shared_ptr<const Snapshot> snapshot_to_ask() const;
  uint64_t documents() const;
  void refresh();

  // `now`: milliseconds since 1970, when the documents come in.
  ArchiveChange add(std::vector<Document> documents, bool replace, uint64_t now);
  ArchiveChange remove(std::span<const std::string> ids);
  void compact(bool rebuild);

  // Returns whether the document is there, id and contents.
  bool holds(const Document& document) const;
  // Returns the document of this id, and when it came; nothing if it is not there. Throws Error.
  std::optional<DocumentRecord> record_of(const std::string& id) const;
  std::string cursor(const std::string& source) const;
  void set_cursor(const std::string& source, const std::string& state);

  // Returns what is wrong.
  std::vector<Problem> check() const;

 private:
  void need_writer() const;
  void need_same_words() const;
  void read_snapshot();
  std::vector<SegmentView> open_segments(std::span<const SegmentRow> rows);
  void remove_orphans();
  // Marks documents as removed in the rows of their segments, and puts these.
  void mark_removed(std::span<const uint64_t> numbers);
  void merge_where_due();
  void merge(size_t first, size_t count, bool rebuild);
  // Writes one segment of the views' documents; returns its first number and how many it holds.
  std::pair<uint64_t, uint64_t> write_merged(std::span<const SegmentView> views, uint64_t number,
                                             bool rebuild);

  ArchivePaths paths_;
  std::optional<WriterLock> lock_;
  mutable std::mutex mutex_;  // of what follows
  mutable Catalogue catalogue_;
  uint64_t fingerprint_;  // of this build
  std::vector<SegmentRow> rows_;
  int64_t version_ = 0;
  std::map<uint64_t, std::shared_ptr<const Segment>> open_;
  std::shared_ptr<const Snapshot> snapshot_;
};

}  // namespace reprise::detail

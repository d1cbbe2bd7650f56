// An archive: a folder that keeps documents between runs, and finds those that a new text has
// something in common with, without reading the others.
//
//     reprise::Archive archive = reprise::Archive::create("archive", {});
//     archive.add(reprise::read_corpus(yesterday), {});
//     const reprise::Result found = archive.query(reprise::read_corpus(today), {});
//
// What query() returns is what compare() returns with `pairs` and all documents of the archive as
// references, byte by byte. How it lies on disk: docs/formats.md.
//
// One program at a time changes an archive; any number read it meanwhile, and in each any number of
// threads: a reader keeps seeing what was there when it opened or refreshed. What a call has
// acknowledged is on disk, and survives the end of the process at any point; what it hasn't is
// there whole or not at all, document by document.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "reprise/document.h"
#include "reprise/export.h"
#include "reprise/options.h"
#include "reprise/progress.h"
#include "reprise/result.h"

namespace reprise {

struct ArchiveAddOptions {
  // A document whose id the archive knows with other contents takes that one's place. Without, it
  // is an Error, and nothing of the batch is added.
  bool replace = false;
  unsigned threads = 0;  // as in CompareOptions
};

// What became of the documents of a call.
struct ArchiveChange {
  uint64_t added = 0;
  uint64_t replaced = 0;   // of those added
  uint64_t unchanged = 0;  // were there already, id and contents
  uint64_t removed = 0;
  std::vector<std::string> unknown;  // ids that are not in the archive, of remove()
};

struct ArchiveStats {
  uint64_t documents = 0;
  uint64_t removed = 0;  // that still take room, until segments are merged
  uint64_t segments = 0;
  uint64_t near_bytes = 0;     // of the keys of sketches
  uint64_t passage_bytes = 0;  // of the grams and the codes of words
  uint64_t text_bytes = 0;     // of the documents, packed
  uint64_t catalogue_bytes = 0;
  CompareOptions options;  // those that it was made with
};

class REPRISE_EXPORT Archive {
 public:
  enum class Access { read, write };

  // Makes an archive in a folder that is not there yet, or empty. Of the options, words, language,
  // shingles, sketch, threshold and the seeds of passages are kept: by these it is found in later.
  // Throws Error.
  static Archive create(const std::string& folder, const CompareOptions& options);

  // Opens an archive. Throws Error of kind `input` if the folder is none, or damaged, or was made
  // by a version that reads words in another way. For writing: Error of kind `system` if another
  // program still writes to it after `patience` seconds.
  static Archive open(const std::string& folder, Access access, double patience = 10);

  // Returns whether the path is the folder of an archive.
  static bool is_one(const std::string& folder);

  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  // Adds the documents of a corpus, each under its id; of two with one id, the later is the one
  // that replaces. Throws Error, and nothing is added then. REQUIRES: open for writing. Cost: some
  // 100 µs a document; now and then that of merging segments.
  ArchiveChange add(Corpus corpus, const ArchiveAddOptions& options,
                    const RunControl& control = {});

  // Removes the documents of these ids. REQUIRES: open for writing. Throws Error.
  ArchiveChange remove(std::span<const std::string> ids);

  // Returns the ids of the documents for which `goes` holds; for remove().
  std::vector<std::string> ids_where(const std::function<bool(const Document&)>& goes) const;

  // Merges all segments into one; what was removed takes no room any longer. With `rebuild`, all
  // keys are made anew from the texts, by this version; all documents are in memory then. REQUIRES:
  // open for writing. Throws Error.
  void compact(bool rebuild, const RunControl& control = {});

  // Returns what the documents have in common with those of the archive, of which only these are in
  // the result. What the archive was made with takes the place of the same options. Throws Error.
  Result query(Corpus corpus, const CompareOptions& options, const RunControl& control = {}) const;

  // Returns every document, in the order in which they came. Throws Error.
  std::vector<Document> documents() const;

  // Returns the document of this id; nothing if it is not there. Throws Error.
  std::optional<Document> find(const std::string& id) const;

  // Calls goes_on for each document, those that came last first, until it returns false. Holds one
  // document at a time. Throws Error, and what goes_on throws.
  void visit_newest_first(const std::function<bool(const Document&)>& goes_on) const;

  // Returns those of the documents that are not there with the same id and contents. Throws Error.
  std::vector<Document> unknown_among(std::vector<Document> documents) const;

  // Returns when the document of this id came, in milliseconds since 1970; nothing if it is not
  // there.
  std::optional<uint64_t> added_at(const std::string& id) const;

  // How far a source has been read: what its reader last said, by the source's name; empty: nothing
  // yet. Kept with the archive, and on disk when set_cursor() returns. REQUIRES: open for writing.
  std::string cursor(const std::string& source) const;
  void set_cursor(const std::string& source, const std::string& state);

  // Holds every byte against its checksum, and segments and catalogue against one another. Returns
  // what is wrong; nothing if all is well.
  std::vector<Problem> check() const;

  ArchiveStats stats() const;

  // Sees what others have added or removed meanwhile. Any thread. Throws Error, also if another
  // archive, or none, stands where this one stood.
  void refresh();

 private:
  struct State;
  explicit Archive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace reprise

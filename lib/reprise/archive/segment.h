// A segment of an archive: some documents, in the order in which they came, with all that is needed
// to find them. It is written once and never changed; which of its documents were removed since,
// the catalogue says.
//
//     segments/000007.near     the keys of their bands         entries.h
//     segments/000007.grams    their grams                     entries.h
//     segments/000007.texts    the documents                   texts.h
//     segments/000007.words    the codes of their words        words.h
//
// Cost of writing: the documents' signatures, in parallel; a sort of their keys; Zstandard.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "reprise/archive/entries.h"
#include "reprise/archive/signature.h"
#include "reprise/archive/texts.h"
#include "reprise/archive/words.h"

namespace reprise::detail {

// Which documents of a segment were removed: a bit each.
class Removed {
 public:
  Removed() = default;
  explicit Removed(std::string bits) : bits_(std::move(bits)) {}

  bool any() const { return !bits_.empty(); }
  bool contains(uint32_t place) const {
    const size_t byte = place / 8;
    return byte < bits_.size() && (static_cast<unsigned char>(bits_[byte]) >> place % 8 & 1U) != 0;
  }
  void add(uint32_t place);
  uint64_t count() const;
  const std::string& bits() const { return bits_; }

 private:
  std::string bits_;  // as they lie in the catalogue
};

struct Segment {
  // Opens the files. Throws Error.
  Segment(const std::filesystem::path& folder, uint64_t number);

  // Throws Error if it does not hold so many documents.
  void need_documents(uint64_t count) const;

  uint64_t number;
  Entries near;
  Entries grams;
  Texts texts;
  Words words;
};

// A segment as a reader sees it.
struct SegmentView {
  std::shared_ptr<const Segment> segment;
  Removed removed;

  bool holds(uint32_t place) const { return !removed.contains(place); }
};

std::string path_in_segments(const std::filesystem::path& folder, uint64_t number,
                             SegmentFileKind kind);

// Documents with their numbers in the archive, which ascend.
struct NumberedRecords {
  std::vector<DocumentRecord> records;
  std::vector<uint64_t> numbers;
};

// Writes the files of a segment, and waits until the disk has them. Throws Error; nothing is left
// then.
void write_segment(const std::filesystem::path& folder, uint64_t number, NumberedRecords documents,
                   const ArchiveParameters& parameters);

// Writes one segment of the documents of several, which follow one another; those that were removed
// stay out.
void merge_segments(const std::filesystem::path& folder, uint64_t number,
                    std::span<const SegmentView> views);

// Removes the files of a segment, as far as they are there.
void remove_segment(const std::filesystem::path& folder, uint64_t number) noexcept;

}  // namespace reprise::detail

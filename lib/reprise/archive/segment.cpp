// Writing: signatures and frames of the documents are made in parallel; keys become entries, which
// are sorted. Merging: entries of all segments are walked at once, part by part of their keys, with
// the places that their documents have in the new one, and sorted; frames are copied as they are.
//
//     segment 3   documents 0 1 2, of which 1 was removed      new places  0 - 1
//     segment 4   documents 0 1                                            2 3
//
// Cost: of a merge, some 10 ns an entry and the copying of frames; memory: 4 bytes a document.
#include "reprise/archive/segment.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cstdio>

#include "reprise/base/parallel.h"
#include "reprise/passages/grams.h"

namespace reprise::detail {
namespace {

constexpr std::array kinds{SegmentFileKind::near, SegmentFileKind::grams, SegmentFileKind::texts,
                           SegmentFileKind::words};
constexpr uint32_t not_here = UINT32_MAX;

// Files that are written together: without keep(), they go.
class NewFiles {
 public:
  NewFiles(const std::filesystem::path& folder, uint64_t number)
      : folder_(folder), number_(number) {}
  ~NewFiles() {
    if (!kept_) {
      remove_segment(folder_, number_);
    }
  }
  NewFiles(const NewFiles&) = delete;
  NewFiles& operator=(const NewFiles&) = delete;

  // Waits until the disk knows the names, too.
  void keep() {
    const int opened = open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = opened >= 0 && fsync(opened) == 0;
    if (opened >= 0) {
      close(opened);
    }
    if (!synced) {
      throw Error(ErrorKind::system, {folder_.string(), "can't be synced",
                                      "look at the disk, and run it again", false});
    }
    kept_ = true;
  }

 private:
  std::filesystem::path folder_;
  uint64_t number_;
  bool kept_ = false;
};

// The entries of a new segment, ascending.
struct NewEntries {
  std::vector<uint64_t> near;
  std::vector<uint64_t> grams;
};

NewEntries entries_of(std::span<const Signature> signatures) {
  NewEntries entries;
  for (uint32_t place = 0; place < signatures.size(); ++place) {
    for (const uint32_t key : signatures[place].bands) {
      entries.near.push_back(packed({key, false, place}));
    }
    for (const uint64_t gram : signatures[place].text_grams) {
      entries.grams.push_back(packed({bucket_of_gram(gram), false, place}));
    }
  }
  // Those of titles stand behind those of texts with the same key, and sorting leaves them there.
  for (uint32_t place = 0; place < signatures.size(); ++place) {
    for (const uint64_t gram : signatures[place].title_grams) {
      entries.grams.push_back(packed({bucket_of_gram(gram), true, place}));
    }
  }
  sort_by_key(entries.near);
  sort_by_key(entries.grams);
  return entries;
}

void write_entries(const std::string& path, SegmentFileKind kind, uint64_t number,
                   std::span<const uint64_t> entries) {
  EntriesWriter writer(path, kind, number, entries.size());
  writer.add(entries);
  writer.finish();
}

// Returns for each segment the new places of its documents.
std::vector<std::vector<uint32_t>> new_places(std::span<const SegmentView> views) {
  std::vector<std::vector<uint32_t>> places;
  uint32_t next = 0;
  for (const SegmentView& view : views) {
    std::vector<uint32_t>& own = places.emplace_back();
    for (uint32_t place = 0; place < view.segment->texts.size(); ++place) {
      own.push_back(view.holds(place) ? next++ : not_here);
    }
  }
  return places;
}

// Walks the entries of one segment, with new places; those of removed documents are passed over.
class EntryWalk {
 public:
  EntryWalk(const Entries& entries, const std::vector<uint32_t>& places)
      : entries_(entries), places_(places) {
    next();
  }

  bool is_at_end() const { return at_end_; }
  // REQUIRES: it is not at the end.
  const Entry& entry() const { return entry_; }

  void next() {
    while (at_ < entries_.size()) {
      if (part_at_ == part_.size()) {
        constexpr uint64_t together = 4096;
        part_ = entries_.slice(at_, std::min(together, entries_.size() - at_));
        part_at_ = 0;
      }
      entry_ = unpacked(part_[part_at_++]);
      ++at_;
      if (entry_.place >= places_.size()) {
        entries_.file().refuse("is damaged: it names a document that is not there");
      }
      entry_.place = places_[entry_.place];
      if (entry_.place != not_here) {
        return;
      }
    }
    at_end_ = true;
  }

 private:
  const Entries& entries_;
  const std::vector<uint32_t>& places_;
  std::span<const uint64_t> part_;
  size_t part_at_ = 0;
  uint64_t at_ = 0;
  bool at_end_ = false;
  Entry entry_;
};

// Takes the entries of one part of the keys after the other, so that what is sorted fits into a
// processor's cache.
void merge_entries(const std::string& path, SegmentFileKind kind, uint64_t number,
                   std::span<const Entries* const> inputs,
                   const std::vector<std::vector<uint32_t>>& places) {
  constexpr uint64_t entries_of_a_part = uint64_t{1} << 15;
  constexpr uint32_t key_bits = 32;
  uint64_t most = 0;
  std::vector<EntryWalk> walks;
  for (size_t i = 0; i < inputs.size(); ++i) {
    most += inputs[i]->size();
    walks.emplace_back(*inputs[i], places[i]);
  }
  const auto bits = static_cast<uint32_t>(std::bit_width(most / entries_of_a_part));
  EntriesWriter writer(path, kind, number, most);
  std::vector<uint64_t> sorted;
  std::vector<uint64_t> of_titles;
  for (uint64_t part = 0; part >> bits == 0; ++part) {
    sorted.clear();
    of_titles.clear();
    for (EntryWalk& walk : walks) {
      while (!walk.is_at_end() && uint64_t{walk.entry().key} >> (key_bits - bits) == part) {
        (walk.entry().of_title ? of_titles : sorted).push_back(packed(walk.entry()));
        walk.next();
      }
    }
    sorted.insert(sorted.end(), of_titles.begin(), of_titles.end());
    sort_by_key(sorted);
    writer.add(sorted);
  }
  writer.finish();
}

void merge_texts(const std::string& path, uint64_t number, std::span<const SegmentView> views) {
  TextsWriter writer(path, number);
  for (const SegmentView& view : views) {
    const Texts& texts = view.segment->texts;
    for (uint32_t place = 0; place < texts.size(); ++place) {
      if (view.holds(place)) {
        writer.add(texts.number_of(place), texts.frame(place));
      }
    }
  }
  writer.finish();
}

void write_words(const std::string& path, uint64_t number, std::span<const Signature> signatures) {
  WordsWriter writer(path, number);
  for (const Signature& signature : signatures) {
    writer.add({signature.text_codes, signature.title_codes});
  }
  writer.finish();
}

void merge_words(const std::string& path, uint64_t number, std::span<const SegmentView> views) {
  WordsWriter writer(path, number);
  for (const SegmentView& view : views) {
    const Words& words = view.segment->words;
    for (uint32_t place = 0; place < words.size(); ++place) {
      if (view.holds(place)) {
        writer.add(words.of(place));
      }
    }
  }
  writer.finish();
}

}  // namespace

void Removed::add(uint32_t place) {
  const size_t byte = place / 8;
  if (byte >= bits_.size()) {
    bits_.resize(byte + 1);
  }
  bits_[byte] = static_cast<char>(static_cast<unsigned char>(bits_[byte]) | 1U << place % 8);
}

uint64_t Removed::count() const {
  uint64_t count = 0;
  for (const char byte : bits_) {
    count += static_cast<uint64_t>(std::popcount(static_cast<unsigned char>(byte)));
  }
  return count;
}

std::string path_in_segments(const std::filesystem::path& folder, uint64_t number,
                             SegmentFileKind kind) {
  std::array<char, 32> name{};
  std::snprintf(name.data(), name.size(), "%06llu.", static_cast<unsigned long long>(number));
  return (folder / (name.data() + std::string(name_of(kind)))).string();
}

Segment::Segment(const std::filesystem::path& folder, uint64_t its_number)
    : number(its_number),
      near(path_in_segments(folder, number, SegmentFileKind::near), SegmentFileKind::near, number),
      grams(path_in_segments(folder, number, SegmentFileKind::grams), SegmentFileKind::grams,
            number),
      texts(path_in_segments(folder, number, SegmentFileKind::texts), number),
      words(path_in_segments(folder, number, SegmentFileKind::words), number) {}

void Segment::need_documents(uint64_t count) const {
  const std::string why = "does not hold the documents that the catalogue says";
  if (texts.size() != count) {
    texts.file().refuse(why);
  }
  if (words.size() != count) {
    words.file().refuse(why);
  }
}

void write_segment(const std::filesystem::path& folder, uint64_t number, NumberedRecords numbered,
                   const ArchiveParameters& parameters) {
  const size_t count = numbered.records.size();
  std::vector<std::string> frames(count);
  parallel_for(count, [&](size_t i) { frames[i] = packed_record(numbered.records[i]); });
  std::vector<Document> documents;
  for (DocumentRecord& record : numbered.records) {
    documents.push_back(std::move(record.document));
  }
  const std::vector<Signature> signatures = signatures_of(documents, parameters);
  std::vector<Document>().swap(documents);

  NewFiles files(folder, number);
  write_words(path_in_segments(folder, number, SegmentFileKind::words), number, signatures);
  const NewEntries entries = entries_of(signatures);
  write_entries(path_in_segments(folder, number, SegmentFileKind::near), SegmentFileKind::near,
                number, entries.near);
  write_entries(path_in_segments(folder, number, SegmentFileKind::grams), SegmentFileKind::grams,
                number, entries.grams);
  TextsWriter texts(path_in_segments(folder, number, SegmentFileKind::texts), number);
  for (size_t i = 0; i < count; ++i) {
    texts.add(numbered.numbers[i], frames[i]);
  }
  texts.finish();
  files.keep();
}

void merge_segments(const std::filesystem::path& folder, uint64_t number,
                    std::span<const SegmentView> views) {
  const std::vector<std::vector<uint32_t>> places = new_places(views);
  std::vector<const Entries*> near;
  std::vector<const Entries*> grams;
  for (const SegmentView& view : views) {
    near.push_back(&view.segment->near);
    grams.push_back(&view.segment->grams);
  }
  NewFiles files(folder, number);
  merge_entries(path_in_segments(folder, number, SegmentFileKind::near), SegmentFileKind::near,
                number, near, places);
  merge_entries(path_in_segments(folder, number, SegmentFileKind::grams), SegmentFileKind::grams,
                number, grams, places);
  merge_texts(path_in_segments(folder, number, SegmentFileKind::texts), number, views);
  merge_words(path_in_segments(folder, number, SegmentFileKind::words), number, views);
  files.keep();
}

void remove_segment(const std::filesystem::path& folder, uint64_t number) noexcept {
  for (const SegmentFileKind kind : kinds) {
    unlink(path_in_segments(folder, number, kind).c_str());
  }
}

}  // namespace reprise::detail

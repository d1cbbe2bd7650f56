// Steps: anchors of all texts go into the filter; then each run whose anchor was seen twice becomes
// an entry. Later: anchors of runs over seams that were none before go into the filter, too; of
// these runs, those whose anchor was seen twice are looked for in all texts.
#include "reprise/dedup/parts/runs.h"

#include <algorithm>
#include <atomic>
#include <bit>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/dedup/records.h"
#include "reprise/sketch/shingle.h"

namespace reprise::detail {
namespace {

constexpr uint32_t longest_gram = 16;
constexpr uint32_t records_at_once = 256;

// Calls on_record(record, numbers, writer) for each record of `least` units or more, on all
// threads. `make`: what a thread keeps.
template <class Make, class OnRecord>
void for_each_column(const UnitColumns& columns, uint32_t records, uint32_t least, const Make& make,
                     const OnRecord& on_record) {
  std::atomic<uint32_t> next = 0;
  parallel_for(threads_allowed(), [&](size_t) {
    auto kept = make();
    UnitColumns::Reader reader(columns);
    for (uint32_t begin; (begin = next.fetch_add(records_at_once)) < records;) {
      check_stop();
      const uint32_t end = std::min(records, begin + records_at_once);
      for (uint32_t record = begin; record < end; ++record) {
        if (columns.count(record) >= least) {
          on_record(record, reader.read(record), kept);
        }
      }
    }
    kept.finish();
  });
}

// How runs are looked at.
struct Windows {
  uint32_t size;   // words of a run
  uint32_t gram;   // words of a gram
  uint32_t grams;  // of a run

  explicit Windows(uint32_t words)
      : size(words), gram(std::clamp(words / 3, 1u, longest_gram)), grams(words - gram + 1) {}
};

// Calls on_run(run, anchor, is_new) for each run of a text: the numbers of its first word and of
// its anchor, and whether the run before had another one.
template <class OnRun>
void for_each_run(std::span<const uint64_t> grams, const Windows& windows, const OnRun& on_run) {
  const size_t runs = grams.size() - windows.grams + 1;
  size_t anchor = 0;
  for (size_t run = 0; run < runs; ++run) {
    const size_t last = run + windows.grams - 1;
    const bool is_lost = run == 0 || anchor < run;
    const bool is_beaten = !is_lost && grams[last] < grams[anchor];
    if (is_lost) {
      const auto begin = grams.begin() + static_cast<ptrdiff_t>(run);
      const auto smallest = std::min_element(begin, begin + windows.grams);
      anchor = static_cast<size_t>(smallest - grams.begin());
    } else if (is_beaten) {
      anchor = last;
    }
    on_run(run, anchor, is_lost || is_beaten);
  }
}

}  // namespace

// Tells which anchors were seen twice: all of these, and by chance some others.
class AnchorFilter {
 public:
  AnchorFilter(uint64_t words, const Windows& windows)
      : bits_(std::bit_ceil(std::max<uint64_t>(words * 2 / (windows.grams + 1), 32) * slots_each) /
              slots_a_word) {}

  void add(uint64_t anchor) {
    const auto [word, bit] = place_of(anchor);
    const uint64_t once = uint64_t{1} << bit;
    if (bits_[word].fetch_or(once, std::memory_order_relaxed) & once) {
      bits_[word].fetch_or(once << 1, std::memory_order_relaxed);
    }
  }

  bool was_seen_twice(uint64_t anchor) const {
    const auto [word, bit] = place_of(anchor);
    return (bits_[word].load(std::memory_order_relaxed) >> (bit + 1) & 1) != 0;
  }

 private:
  static constexpr uint64_t slots_each = 16;  // so many for an anchor
  static constexpr uint64_t slots_a_word = 32;

  struct Place {
    size_t word;
    unsigned bit;
  };
  // An anchor is the smallest of many hashes: its upper bits are mostly zero.
  Place place_of(uint64_t anchor) const {
    const uint64_t mixed = mix(anchor);
    return {(mixed >> 5) & (bits_.size() - 1), static_cast<unsigned>(2 * (mixed & 31))};
  }

  std::vector<std::atomic<uint64_t>> bits_;
};

namespace {

// What a thread keeps that fills the filter.
struct AnchorRoom {
  std::vector<uint64_t> grams;
  void finish() {}
};

// What a thread keeps that writes entries.
struct EntryRoom {
  Partitions<RunEntry>::Writer writer;
  std::vector<uint64_t> grams, runs;
  void finish() { writer.finish(); }
};

// Hashes; one of 16 that are none of them is looked up.
class HashSet {
 public:
  explicit HashSet(std::vector<uint64_t> hashes)
      : hashes_(std::move(hashes)), bits_(std::bit_ceil(hashes_.size() / 4 + 1)) {
    std::sort(hashes_.begin(), hashes_.end());
    for (const uint64_t hash : hashes_) {
      bits_[word_of(hash)] |= uint64_t{1} << (hash & 63);
    }
  }

  bool empty() const { return hashes_.empty(); }

  bool contains(uint64_t hash) const {
    const bool may_be_there = (bits_[word_of(hash)] >> (hash & 63) & 1) != 0;
    return may_be_there && std::binary_search(hashes_.begin(), hashes_.end(), hash);
  }

 private:
  size_t word_of(uint64_t hash) const { return (hash >> 6) & (bits_.size() - 1); }

  std::vector<uint64_t> hashes_;
  std::vector<uint64_t> bits_;
};

// Returns an entry for each run whose anchor was seen twice.
Partitions<RunEntry> find_entries(const UnitColumns& columns, uint32_t records,
                                  const UnitPlaces& places, const Windows& windows,
                                  const AnchorFilter& filter, size_t parts) {
  Partitions<RunEntry> entries(parts);
  for_each_column(
      columns, records, windows.size,
      [&] {
        return EntryRoom{Partitions<RunEntry>::Writer(entries), {}, {}};
      },
      [&](uint32_t record, std::span<const uint64_t> words, EntryRoom& room) {
        roll_shingles(words, windows.gram, room.grams);
        bool is_candidate = false;
        bool is_rolled = false;
        for_each_run(room.grams, windows, [&](size_t run, size_t anchor, bool is_new) {
          if (is_new) {
            is_candidate = filter.was_seen_twice(room.grams[anchor]);
          }
          if (!is_candidate) {
            return;
          }
          if (!is_rolled) {
            roll_shingles(words, windows.size, room.runs);
            is_rolled = true;
          }
          const uint64_t hash = room.runs[run];
          room.writer.add(part_of_hash(hash, parts), {hash, 0, places.begin(record) + run});
        });
      });
  return entries;
}

// Returns an entry for each run whose hash is wanted.
Partitions<RunEntry> find_wanted(const UnitColumns& columns, uint32_t records,
                                 const UnitPlaces& places, uint32_t size, const HashSet& wanted,
                                 size_t parts) {
  Partitions<RunEntry> entries(parts);
  for_each_column(
      columns, records, size,
      [&] {
        return EntryRoom{Partitions<RunEntry>::Writer(entries), {}, {}};
      },
      [&](uint32_t record, std::span<const uint64_t> words, EntryRoom& room) {
        roll_shingles(words, size, room.runs);
        for (size_t run = 0; run < room.runs.size(); ++run) {
          const uint64_t hash = room.runs[run];
          if (wanted.contains(hash)) {
            room.writer.add(part_of_hash(hash, parts), {hash, 0, places.begin(record) + run});
          }
        }
      });
  return entries;
}

}  // namespace

WordRuns::WordRuns(const UnitColumns& columns, uint32_t records, uint32_t size)
    : columns_(columns), records_(records), size_(size) {}

WordRuns::~WordRuns() = default;

void WordRuns::add_anchors() {
  const Windows windows(size_);
  for_each_column(
      columns_, records_, size_, [] { return AnchorRoom(); },
      [&](uint32_t, std::span<const uint64_t> words, AnchorRoom& room) {
        roll_shingles(words, windows.gram, room.grams);
        for_each_run(room.grams, windows, [&](size_t, size_t anchor, bool is_new) {
          if (is_new) {
            filter_->add(room.grams[anchor]);
          }
        });
      });
}

Partitions<RunEntry> WordRuns::find_all(const UnitPlaces& places, size_t parts) {
  filter_ = std::make_unique<AnchorFilter>(places.total(), Windows(size_));
  add_anchors();
  return find_entries(columns_, records_, places, Windows(size_), *filter_, parts);
}

Seams WordRuns::seams_after(std::span<const uint64_t> before, std::span<const UnitRange> cut,
                            std::span<const uint64_t> left) const {
  const Windows windows(size_);
  std::vector<uint64_t> grams;
  std::vector<uint32_t> anchors;
  roll_shingles(before, windows.gram, grams);
  for_each_run(grams, windows, [&](size_t, size_t anchor, bool is_new) {
    if (is_new) {
      anchors.push_back(static_cast<uint32_t>(anchor));
    }
  });
  return find_seams(before, cut, left, anchors, windows.gram);
}

void WordRuns::add_anchors_over(const Seams& seams, std::span<const uint64_t> words) {
  const Windows windows(size_);
  std::vector<uint64_t> grams;
  roll_shingles(words, windows.gram, grams);
  for_each_run(grams, windows, [&](size_t run, size_t anchor, bool is_new) {
    if (is_new && seams.under(run, size_) && !seams.is_counted(anchor)) {
      filter_->add(grams[anchor]);
    }
  });
}

void WordRuns::add_hashes_over(const Seams& seams, std::span<const uint64_t> words,
                               std::vector<uint64_t>& hashes) const {
  const Windows windows(size_);
  std::vector<uint64_t> grams, runs;
  roll_shingles(words, windows.gram, grams);
  roll_shingles(words, size_, runs);
  for_each_run(grams, windows, [&](size_t run, size_t anchor, bool) {
    if (seams.under(run, size_) && filter_->was_seen_twice(grams[anchor])) {
      hashes.push_back(runs[run]);
    }
  });
}

std::vector<uint64_t> WordRuns::hashes_over_seams(const SeamsByRecord& seams) {
  std::vector<uint64_t> hashes;
  UnitColumns::Reader reader(columns_);
  for (const bool is_first_time : {true, false}) {
    for (const auto& [record, of_record] : seams) {
      if (columns_.count(record) < size_) {
        continue;
      }
      if (is_first_time) {
        add_anchors_over(of_record, reader.read(record));
      } else {
        add_hashes_over(of_record, reader.read(record), hashes);
      }
    }
  }
  return hashes;
}

Partitions<RunEntry> WordRuns::find_over_seams(const UnitPlaces& places, const SeamsByRecord& seams,
                                               size_t parts) {
  const HashSet wanted(hashes_over_seams(seams));
  if (wanted.empty()) {
    return Partitions<RunEntry>(parts);
  }
  return find_wanted(columns_, records_, places, size_, wanted, parts);
}

Partitions<RunEntry> find_part_entries(const UnitColumns& columns, const UnitPlaces& places,
                                       uint32_t records, uint32_t size, uint32_t least_words,
                                       size_t parts) {
  Partitions<RunEntry> entries(parts);
  const size_t width = columns.width();
  for_each_column(
      columns, records, size,
      [&] {
        return EntryRoom{Partitions<RunEntry>::Writer(entries), {}, {}};
      },
      [&](uint32_t record, std::span<const uint64_t> numbers, EntryRoom& room) {
        const uint64_t begin = places.begin(record);
        const size_t runs = numbers.size() / width - size + 1;
        for (size_t run = 0; run < runs; ++run) {
          const std::span<const uint64_t> of_run = numbers.subspan(run * width, size * width);
          uint64_t words = 0;
          for (size_t i = 2; i < of_run.size(); i += width) {
            words += of_run[i];
          }
          if (words < least_words) {
            continue;
          }
          TextHash hash{of_run[0], of_run[1]};
          if (size > 1) {
            hash = hash_text({reinterpret_cast<const char*>(of_run.data()), of_run.size_bytes()});
          }
          room.writer.add(part_of_hash(hash.low, parts), {hash.low, hash.high, begin + run});
        }
      });
  return entries;
}

}  // namespace reprise::detail

#include "reprise/dedup/parts/repeats.h"

#include <algorithm>
#include <atomic>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

// What is known of the runs with one hash.
struct Group {
  uint64_t low = 0;
  uint64_t high = 0;
  uint64_t first = 0;
  uint64_t last = 0;
  uint64_t count = 0;  // 0: the slot is free
};

// An open table of groups, at most half full.
class GroupTable {
 public:
  GroupTable() : slots_(1024) {}

  void add(const RunEntry& entry) {
    if (2 * (used_ + 1) > slots_.size()) {
      grow();
    }
    Group& group = slot_of(slots_, entry.low, entry.high);
    if (group.count == 0) {
      group = {entry.low, entry.high, entry.place, entry.place, 0};
      ++used_;
    }
    group.first = std::min(group.first, entry.place);
    group.last = std::max(group.last, entry.place);
    ++group.count;
  }

  const Group& of(const RunEntry& entry) { return slot_of(slots_, entry.low, entry.high); }

 private:
  static Group& slot_of(std::vector<Group>& slots, uint64_t low, uint64_t high) {
    const size_t mask = slots.size() - 1;
    // The upper bits chose the part.
    for (size_t at = mix(low ^ high) & mask;; at = (at + 1) & mask) {
      Group& group = slots[at];
      if (group.count == 0 || (group.low == low && group.high == high)) {
        return group;
      }
    }
  }

  void grow() {
    std::vector<Group> larger(2 * slots_.size());
    for (const Group& group : slots_) {
      if (group.count > 0) {
        slot_of(larger, group.low, group.high) = group;
      }
    }
    slots_.swap(larger);
  }

  std::vector<Group> slots_;
  size_t used_ = 0;
};

// Do two runs share no unit?
class Apart {
 public:
  Apart(const UnitPlaces& places, uint32_t size) : places_(places), size_(size) {}

  bool operator()(uint64_t before, uint64_t behind) const {
    const bool do_not_touch = behind - before >= size_;
    return do_not_touch || places_.locate(before).record != places_.locate(behind).record;
  }

 private:
  const UnitPlaces& places_;
  uint32_t size_;
};

bool leaves(const RunEntry& entry, const Group& group, const Apart& apart,
            const PartOptions& options) {
  if (group.count < options.common) {
    return false;
  }
  const bool stands_before = entry.place > group.first && apart(group.first, entry.place);
  if (stands_before || options.remove == RemovedCopies::later) {
    return stands_before;
  }
  return entry.place < group.last && apart(entry.place, group.last);
}

}  // namespace

Partitions<Repeat> find_repeats(const Partitions<RunEntry>& entries, const UnitPlaces& places,
                                uint32_t size, const PartOptions& options) {
  const size_t parts = entries.count();
  Partitions<Repeat> repeats(parts);
  const Apart apart(places, size);
  std::atomic<size_t> next = 0;
  parallel_for(threads_allowed(), [&](size_t) {
    Partitions<Repeat>::Writer writer(repeats);
    for (size_t part; (part = next++) < parts;) {
      check_stop();
      GroupTable groups;
      entries.for_each(part, [&](std::span<const RunEntry> rows) {
        for (const RunEntry& row : rows) {
          groups.add(row);
        }
      });
      entries.for_each(part, [&](std::span<const RunEntry> rows) {
        for (const RunEntry& row : rows) {
          const Group& group = groups.of(row);
          if (group.count > 1 && leaves(row, group, apart, options)) {
            writer.add(part_of_place(row.place, places.total(), parts), {row.place, group.first});
          }
        }
      });
    }
    writer.finish();
  });
  return repeats;
}

}  // namespace reprise::detail

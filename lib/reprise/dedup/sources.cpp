// Counts by origin.
//
//     1. Each record gives the key of its origin, whether it leaves, and its number.
//     2. Entries of one key are put together: how many, how many leave, the first record.
//     3. Those of which most leave come first; their names are read from their first records.
//
// Example: Post 3 records, 2 leave; Courier 5, 2 leave; Wire 1, 0: of `most` 2, Post and Courier
// if Post came first; one other of 1 record.
//
// Cost: a sort of a number a record; a record read again for each name.
#include "reprise/dedup/sources.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "reprise/base/hash.h"
#include "reprise/base/utf8.h"
#include "reprise/dedup/reread.h"
#include "reprise/io/folder_of.h"

namespace reprise::detail {
namespace {

constexpr uint64_t no_source = 0;

struct Entry {
  uint64_t key = 0;
  uint32_t record = 0;
};

// An origin before it has its name.
struct Origin {
  uint32_t first = 0;  // its first record
  uint64_t read = 0;
  uint64_t removed = 0;
};

void put_in_order(std::vector<Origin>& origins) {
  std::sort(origins.begin(), origins.end(), [](const Origin& x, const Origin& y) {
    return std::tuple(y.removed, x.first) < std::tuple(x.removed, y.first);
  });
}

template <class NameOf>
OriginCounts named(std::vector<Origin> origins, size_t most, const NameOf& name_of) {
  put_in_order(origins);
  OriginCounts counts;
  for (const Origin& origin : origins) {
    if (counts.first.size() < most) {
      counts.first.push_back({name_of(origin.first), origin.read, origin.removed});
      continue;
    }
    ++counts.others;
    counts.others_read += origin.read;
    counts.others_removed += origin.removed;
  }
  return counts;
}

void count_record(const DedupResult& result, uint32_t record, Origin& origin) {
  ++origin.read;
  origin.removed += !result.keeps[record];
}

std::string file_of(const Records& records, uint32_t record) {
  const auto [block, index] = records.find(record);
  const Shard& shard = records.shards[block.shard];
  const std::string& path = shard.file_of(block.places[index]).path;
  return shard.in_lines ? path : folder_of(path);
}

}  // namespace

void SourceNoter::add(std::string_view text, const RecordPlace& place,
                      std::span<const std::optional<std::string>> values, Block& block) {
  const std::optional<std::string>& source = values.back();
  const bool has_one = source && !source->empty();
  block.sources.push_back(has_one ? hash_bytes(*source) | 1 : no_source);
  inner_->add(text, place, values.first(values.size() - 1), block);
}

OriginCounts count_by_source(const DedupResult& result, const DedupOptions& options, size_t most) {
  std::vector<Entry> entries;
  entries.reserve(result.records->count);
  for (const Block& block : result.records->blocks) {
    for (uint32_t i = 0; i < block.sources.size(); ++i) {
      entries.push_back({block.sources[i], block.first + i});
    }
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& x, const Entry& y) {
    return std::tuple(x.key, x.record) < std::tuple(y.key, y.record);
  });
  std::vector<Origin> origins;
  bool any = false;
  for (size_t i = 0; i < entries.size(); ++i) {
    if (i == 0 || entries[i].key != entries[i - 1].key) {
      origins.push_back({entries[i].record});
    }
    any = any || entries[i].key != no_source;
    count_record(result, entries[i].record, origins.back());
  }
  if (!any) {
    return {};
  }
  RecordReader reader(*result.records, options.read);
  return named(std::move(origins), most,
               [&](uint32_t record) { return reader.source(record).value_or(""); });
}

OriginCounts count_by_file(const DedupResult& result, size_t most) {
  std::map<std::string, Origin> by_name;
  for (const Block& block : result.records->blocks) {
    const bool is_one_file = result.records->shards[block.shard].in_lines;
    Origin* origin = nullptr;
    for (uint32_t i = 0; i < block.size_in_records(); ++i) {
      const uint32_t record = block.first + i;
      if (!origin || !is_one_file) {
        origin =
            &by_name.try_emplace(file_of(*result.records, record), Origin{record}).first->second;
      }
      count_record(result, record, *origin);
    }
  }
  std::vector<Origin> origins;
  for (const auto& [name, origin] : by_name) {
    origins.push_back(origin);
  }
  return named(std::move(origins), most,
               [&](uint32_t record) { return repaired_utf8(file_of(*result.records, record)); });
}

}  // namespace reprise::detail

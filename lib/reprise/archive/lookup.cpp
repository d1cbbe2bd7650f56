#include "reprise/archive/lookup.h"

#include <algorithm>
#include <compare>
#include <map>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"
#include "reprise/near/banding.h"

namespace reprise::detail {
namespace {

// Where a document lies.
struct PlaceInArchive {
  uint32_t segment = 0;
  uint32_t place = 0;
  friend auto operator<=>(const PlaceInArchive&, const PlaceInArchive&) = default;
};

Document document_at(const Snapshot& snapshot, PlaceInArchive at) {
  return snapshot.segments[at.segment].segment->texts.record(at.place).document;
}

class Lookup {
 public:
  explicit Lookup(const Snapshot& snapshot) : snapshot_(snapshot) {}

  FoundReferences find(const Asked& asked) {
    for (const uint32_t key : asked.bands) {
      add_first_of_band(key);
    }
    ReferencePlaces places;
    for_each_run(asked.grams, bucket_of_gram, [&](std::span<const uint64_t> own) {
      const uint32_t bucket = bucket_of_gram(own.front());
      if (const uint32_t count = add_bucket(bucket, own, asked.most_holders); count > 0) {
        places[bucket] = count;
      }
    });
    return {found_documents(), std::move(places)};
  }

 private:
  void add_first_of_band(uint32_t key) {
    size_t taken = 0;
    for (uint32_t s = 0; s < snapshot_.segments.size(); ++s) {
      const SegmentView& view = snapshot_.segments[s];
      for (const uint64_t entry : view.segment->near.of(key)) {
        const uint32_t place = unpacked(entry).place;
        if (!view.holds(place)) {
          continue;
        }
        if (taken++ == most_heads) {
          return;
        }
        found_.push_back({s, place});
      }
    }
  }

  // Adds the documents to look at of a bucket, in which the documents asked about have the grams
  // `own`. Returns how many places the archive has in it.
  uint32_t add_bucket(uint32_t bucket, std::span<const uint64_t> own, uint32_t most_holders) {
    std::vector<std::span<const uint64_t>> entries;  // by segment
    uint32_t count = 0;
    for (const SegmentView& view : snapshot_.segments) {
      entries.push_back(view.segment->grams.of(bucket));
      count += count_in(view, entries.back());
    }
    if (count + own.size() <= most_holders) {
      for (uint32_t s = 0; s < entries.size(); ++s) {
        add_all(s, entries[s]);
      }
      return count;
    }
    for (size_t i = 0; i < own.size(); ++i) {
      const bool is_new = i == 0 || own[i] != own[i - 1];
      if (is_new && count > 0) {
        add_first_holder(own[i], entries);
      }
    }
    return count;
  }

  static uint32_t count_in(const SegmentView& view, std::span<const uint64_t> entries) {
    if (!view.removed.any()) {
      return static_cast<uint32_t>(entries.size());
    }
    return static_cast<uint32_t>(std::count_if(entries.begin(), entries.end(), [&](uint64_t entry) {
      return view.holds(unpacked(entry).place);
    }));
  }

  void add_all(uint32_t segment, std::span<const uint64_t> entries) {
    const SegmentView& view = snapshot_.segments[segment];
    for (const uint64_t entry : entries) {
      const uint32_t place = unpacked(entry).place;
      if (view.holds(place)) {
        found_.push_back({segment, place});
      }
    }
  }

  // Adds the first document whose text holds the gram, or else the first whose title does.
  void add_first_holder(uint64_t gram, std::span<const std::span<const uint64_t>> entries) {
    for (const bool of_title : {false, true}) {
      for (uint32_t s = 0; s < entries.size(); ++s) {
        for (const uint64_t bits : entries[s]) {
          const Entry entry = unpacked(bits);
          const bool counts = entry.of_title == of_title;
          if (counts && snapshot_.segments[s].holds(entry.place) &&
              holds_gram({s, entry.place}, gram, of_title)) {
            found_.push_back({s, entry.place});
            return;
          }
        }
      }
    }
  }

  // The index knows half of a gram's hash; the other half stands in the text.
  bool holds_gram(PlaceInArchive at, uint64_t gram, bool of_title) {
    auto known = signatures_.find(at);
    if (known == signatures_.end()) {
      const Document document = document_at(snapshot_, at);
      known = signatures_.emplace(at, signature_of(document, snapshot_.parameters)).first;
    }
    const Signature& signature = known->second;
    const auto& grams = of_title ? signature.title_grams : signature.text_grams;
    return std::find(grams.begin(), grams.end(), gram) != grams.end();
  }

  std::vector<Document> found_documents() {
    make_set(found_);
    std::vector<Document> documents(found_.size());
    parallel_for(found_.size(),
                 [&](size_t i) { documents[i] = document_at(snapshot_, found_[i]); });
    return documents;
  }

  const Snapshot& snapshot_;
  std::vector<PlaceInArchive> found_;
  std::map<PlaceInArchive, Signature> signatures_;  // of documents that were looked at
};

}  // namespace

ArchiveReferences::ArchiveReferences(std::shared_ptr<const Snapshot> snapshot)
    : snapshot_(std::move(snapshot)) {}

FoundReferences ArchiveReferences::find(const Asked& asked) {
  return Lookup(*snapshot_).find(asked);
}

std::vector<Document> all_documents(const Snapshot& snapshot) {
  std::vector<PlaceInArchive> all;
  for (uint32_t s = 0; s < snapshot.segments.size(); ++s) {
    const SegmentView& view = snapshot.segments[s];
    for (uint32_t place = 0; place < view.segment->texts.size(); ++place) {
      if (view.holds(place)) {
        all.push_back({s, place});
      }
    }
  }
  std::vector<Document> documents(all.size());
  parallel_for(all.size(), [&](size_t i) { documents[i] = document_at(snapshot, all[i]); });
  return documents;
}

void visit_newest_first(const Snapshot& snapshot,
                        const std::function<bool(const Document&)>& goes_on) {
  for (size_t s = snapshot.segments.size(); s-- > 0;) {
    const SegmentView& view = snapshot.segments[s];
    for (uint32_t place = view.segment->texts.size(); place-- > 0;) {
      if (view.holds(place) && !goes_on(view.segment->texts.record(place).document)) {
        return;
      }
    }
  }
}

}  // namespace reprise::detail

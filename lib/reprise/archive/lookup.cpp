#include "reprise/archive/lookup.h"

#include <algorithm>
#include <compare>
#include <map>

#include "reprise/archive/sieve.h"
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

// A document with a gram that it seems to hold.
struct DocumentHit {
  PlaceInArchive at;
  GramHit hit;
};

class Lookup {
 public:
  Lookup(const Snapshot& snapshot, const Asked& asked)
      : snapshot_(snapshot),
        asked_(asked),
        are_characters_(asked.passages.seed_unit == SeedUnit::characters) {}

  FoundReferences find() {
    for (const uint32_t key : asked_.bands) {
      add_heads(key);
    }
    AmongMore more;
    const auto bucket = [](const AskedGram& gram) {
      return bucket_of_gram(gram.hash);
    };
    for_each_run(asked_.grams, bucket, [&](std::span<const AskedGram> own) {
      if (const uint32_t count = add_bucket(bucket(own.front()), own); count > 0) {
        more.places.counts[bucket(own.front())] = count;
      }
    });
    keep_promising();
    make_set(found_);
    for (const auto& [gram, at] : first_holders_) {
      if (!std::binary_search(found_.begin(), found_.end(), at)) {
        more.places.settled.insert(gram);
      }
    }
    for (const auto& [key, at] : heads_) {
      const auto place = std::lower_bound(found_.begin(), found_.end(), at) - found_.begin();
      more.heads.push_back({key, static_cast<uint32_t>(place)});
    }
    std::sort(more.heads.begin(), more.heads.end());
    return {found_documents(), std::move(more)};
  }

 private:
  void add_heads(uint32_t key) {
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
        heads_.push_back({key, {s, place}});
      }
    }
  }

  // Notes the documents to look at of a bucket, in which the documents asked about have the grams
  // `own`. Returns how many places the archive has in it.
  uint32_t add_bucket(uint32_t bucket, std::span<const AskedGram> own) {
    entries_.clear();
    uint32_t count = 0;
    for (const SegmentView& view : snapshot_.segments) {
      entries_.push_back(view.segment->grams.of(bucket));
      count += count_in(view, entries_.back());
    }
    if (count + own.size() <= asked_.passages.most_holders) {
      for (uint32_t s = 0; s < entries_.size(); ++s) {
        add_all(s, own);
      }
      return count;
    }
    for_each_run(own, &AskedGram::hash, [&](std::span<const AskedGram> same) {
      if (count > 0) {
        add_first_holder(same);
      }
    });
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

  void add_hits(PlaceInArchive at, bool in_title, std::span<const AskedGram> grams) {
    for (const AskedGram& gram : grams) {
      hits_.push_back({at, {static_cast<uint32_t>(&gram - asked_.grams.data()), in_title}});
    }
  }

  void add_all(uint32_t segment, std::span<const AskedGram> own) {
    const SegmentView& view = snapshot_.segments[segment];
    std::optional<uint64_t> before;
    for (const uint64_t bits : entries_[segment]) {
      const Entry entry = unpacked(bits);
      const bool is_new = before != bits;  // a refrain has a place for each time
      before = bits;
      if (is_new && view.holds(entry.place)) {
        add_hits({segment, entry.place}, entry.of_title, own);
      }
    }
  }

  // Notes the first document whose text holds the gram, or else the first whose title does.
  void add_first_holder(std::span<const AskedGram> same) {
    for (const bool of_title : {false, true}) {
      for (uint32_t s = 0; s < entries_.size(); ++s) {
        for (const uint64_t bits : entries_[s]) {
          const Entry entry = unpacked(bits);
          const PlaceInArchive at{s, entry.place};
          const bool counts =
              entry.of_title == of_title && snapshot_.segments[s].holds(entry.place);
          if (counts && holds_gram(at, same.front(), of_title)) {
            add_hits(at, of_title, same);
            first_holders_.emplace_back(same.front().hash, at);
            return;
          }
        }
      }
    }
  }

  CodesOfDocument codes_at(PlaceInArchive at) const {
    return snapshot_.segments[at.segment].segment->words.of(at.place);
  }

  // The index knows half of a gram's hash. The codes of its words know more than the other half; of
  // characters, the text says it.
  bool holds_gram(PlaceInArchive at, const AskedGram& gram, bool of_title) {
    if (!are_characters_) {
      const CodesOfDocument codes = codes_at(at);
      return holds_codes(asked_, gram, of_title ? codes.title : codes.text);
    }
    auto known = signatures_.find(at);
    if (known == signatures_.end()) {
      const Document document = document_at(snapshot_, at);
      known = signatures_.emplace(at, signature_of(document, snapshot_.parameters)).first;
    }
    const Signature& signature = known->second;
    const auto& grams = of_title ? signature.title_grams : signature.text_grams;
    return std::find(grams.begin(), grams.end(), gram.hash) != grams.end();
  }

  // Adds those of the documents hit that may have a passage.
  void keep_promising() {
    std::stable_sort(hits_.begin(), hits_.end(),
                     [](const DocumentHit& x, const DocumentHit& y) { return x.at < y.at; });
    std::vector<GramHit> hits;
    for_each_run(hits_, &DocumentHit::at, [&](std::span<const DocumentHit> of_document) {
      hits.clear();
      for (const DocumentHit& each : of_document) {
        hits.push_back(each.hit);
      }
      const PlaceInArchive at = of_document.front().at;
      if (are_characters_ || may_have_passage(asked_, hits, codes_at(at))) {
        found_.push_back(at);
      }
    });
  }

  std::vector<Document> found_documents() const {
    std::vector<Document> documents(found_.size());
    parallel_for(found_.size(),
                 [&](size_t i) { documents[i] = document_at(snapshot_, found_[i]); });
    return documents;
  }

  const Snapshot& snapshot_;
  const Asked& asked_;
  bool are_characters_;
  std::vector<std::span<const uint64_t>> entries_;  // of one bucket, by segment
  std::vector<DocumentHit> hits_;
  std::vector<PlaceInArchive> found_;
  std::vector<std::pair<uint32_t, PlaceInArchive>> heads_;          // by key of a band
  std::vector<std::pair<uint64_t, PlaceInArchive>> first_holders_;  // of grams that many hold
  std::map<PlaceInArchive, Signature> signatures_;  // of documents that were looked at
};

}  // namespace

ArchiveReferences::ArchiveReferences(std::shared_ptr<const Snapshot> snapshot)
    : snapshot_(std::move(snapshot)) {}

FoundReferences ArchiveReferences::find(const Asked& asked) {
  return Lookup(*snapshot_, asked).find();
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

// How alike two records are.
//
//     1. Different groups: 0. That is free.
//     2. The sketches give an estimate. If even five standard deviations above it there is no hope
//        of the threshold, that is the answer.
//     3. With --verify exact the shingles of both are counted: sets of those records of the open
//        components that have hope with another are made first, by reading the texts again in the
//        order of the disk.
//
// Example: 128 slots, 100 of them equal: (100/128 - 1/256) / (1 - 1/256) = 0.78; for a threshold of
// 0.8 the pair is compared. Counter-example: 40 equal slots, 0.31: it is not.
//
// Cost: step 2 some nanoseconds, step 3 a microsecond a pair and ten a record.
// Source: b-bit sketches are those of Li and König, b-Bit Minwise Hashing, WWW 2010.
#include "reprise/dedup/judge.h"

#include <algorithm>
#include <memory>
#include <mutex>

#include "reprise/base/parallel.h"
#include "reprise/dedup/estimate.h"
#include "reprise/dedup/hasher.h"
#include "reprise/dedup/reread.h"
#include "reprise/near/similarity.h"

namespace reprise::detail {
namespace {

// Keeps the pairs nearest to the threshold. Which these are does not depend on the order in which
// pairs are compared.
class ExampleCollector {
 public:
  ExampleCollector(Examples& examples, double threshold)
      : examples_(examples), threshold_(threshold) {}

  bool is_wanted() const { return examples_.most > 0; }

  void add(const ComparedPair& pair) {
    if (!is_wanted()) {
      return;
    }
    const std::lock_guard lock(mutex_);
    examples_.histogram.resize(hundredths + 1);
    ++examples_.histogram[bin_of(pair.similarity)];
    if (pair.similarity >= threshold_) {
      insert(examples_.above, pair,
             [](const ComparedPair& x) { return std::tuple(x.similarity, x.record, x.kept); });
    } else {
      insert(examples_.below, pair,
             [](const ComparedPair& x) { return std::tuple(-x.similarity, x.record, x.kept); });
    }
  }

 private:
  static constexpr size_t hundredths = 100;

  // 0.29 is a little less than 29 hundredths.
  static size_t bin_of(double similarity) {
    return std::min(hundredths, static_cast<size_t>(similarity * hundredths + 1e-9));
  }

  template <class Key>
  void insert(std::vector<ComparedPair>& list, const ComparedPair& pair, const Key& key) const {
    const auto place =
        std::upper_bound(list.begin(), list.end(), pair,
                         [&](const auto& x, const auto& y) { return key(x) < key(y); });
    list.insert(place, pair);
    if (list.size() > examples_.most) {
      list.pop_back();
    }
  }

  Examples& examples_;
  double threshold_;
  std::mutex mutex_;
};

class RecordJudge : public PairJudge {
 public:
  RecordJudge(const Records& records, std::span<const uint32_t> order, const DedupOptions& options,
              Examples& examples)
      : records_(records),
        order_(order),
        options_(options),
        collector_(examples, options.threshold) {}

  void open(std::span<const uint32_t> documents, std::span<const uint8_t>) override {
    open_.resize(documents.size());
    for (size_t i = 0; i < documents.size(); ++i) {
      open_[i] = record_of(documents[i]);
    }
  }

  double similarity(size_t kept, size_t document, uint32_t shared_buckets, double least) final {
    const Records::Found a = records_.find(open_[kept]), b = records_.find(open_[document]);
    if (!are_of_one_group(a, b)) {
      return 0;
    }
    if (collector_.is_wanted()) {
      least = std::min(least, options_.threshold);
    }
    const double similarity = compare(kept, document, estimate(a, b, shared_buckets), least);
    if (least > 0 && similarity > 0) {
      collector_.add({open_[kept], open_[document], similarity});
    }
    return similarity;
  }

 protected:
  // Returns the similarity of two open records, of which `estimate` is an estimate; 0 may stand for
  // what is below `least`.
  virtual double compare(size_t kept, size_t document, double estimate, double least) = 0;

  bool are_of_one_group(const Records::Found& a, const Records::Found& b) const {
    return options_.within.empty() || a.block.groups[a.index] == b.block.groups[b.index];
  }

  // Returns the record that a document of near/keep.h stands for.
  uint32_t record_of(uint32_t document) const {
    return order_.empty() ? document : order_[document];
  }

  uint32_t record(size_t place) const { return open_[place]; }
  bool wants_examples() const { return collector_.is_wanted(); }
  const Records& records() const { return records_; }
  const DedupOptions& options() const { return options_; }

  double estimate(const Records::Found& a, const Records::Found& b, uint32_t shared_buckets) const {
    return options_.measure == Measure::jaccard ? estimate_jaccard(a, b)
                                                : estimate_containment(b, shared_buckets);
  }

  double estimate_jaccard(const Records::Found& a, const Records::Found& b) const {
    const size_t k = options_.sketch.slots;
    return jaccard_of_slots(std::span(a.block.slots).subspan(a.index * k, k),
                            std::span(b.block.slots).subspan(b.index * k, k));
  }

 private:
  // Chance hardly lets two sampled shingles agree, so their share needs no correction.
  static double estimate_containment(const Records::Found& document, uint32_t shared_buckets) {
    const auto& ends = document.block.sample_ends;
    const uint32_t begin = document.index == 0 ? 0 : ends[document.index - 1];
    const double sampled = ends[document.index] - begin;
    return sampled == 0 ? 0 : shared_buckets / sampled;
  }

  const Records& records_;
  std::span<const uint32_t> order_;
  const DedupOptions& options_;
  std::vector<uint32_t> open_;
  ExampleCollector collector_;
};

// Trusts the sketches; with `off`, whatever met in a bucket is a copy.
class SketchJudge final : public RecordJudge {
 public:
  SketchJudge(const Records& records, std::span<const uint32_t> order, const DedupOptions& options,
              Examples& examples)
      : RecordJudge(records, order, options, examples), rule_(options) {}
  size_t cost(uint32_t) const override { return sizeof(uint32_t); }

 private:
  double compare(size_t, size_t, double estimate, double least) override {
    return least == 0 ? estimate : rule_.similarity(estimate);
  }

  SketchRule rule_;
};

// Compares all shingles.
class ShingleJudge final : public RecordJudge {
 public:
  ShingleJudge(const Records& records, std::span<const uint32_t> order, const DedupOptions& options,
               Examples& examples)
      : RecordJudge(records, order, options, examples),
        hopeful_(least_hopeful(options.threshold, options.sketch.slots)) {}

  size_t cost(uint32_t document) const override {
    const auto [block, index] = records().find(record_of(document));
    return sizeof(uint64_t) * block.words[index] + sizeof(ShingleSet);
  }

  // A filter takes up to ten times the memory of the sets. Examples are to show what lies just
  // below the threshold, which it would leave out.
  std::span<const ShingleSet> sets() const override {
    const bool is_jaccard = options().measure == Measure::jaccard;
    const bool has_room = options().memory == 0 || total_ <= options().memory / 16;
    return is_jaccard && has_room && !wants_examples() ? sets_ : std::span<const ShingleSet>();
  }

  bool is_hopeful(uint32_t document, uint32_t other) const override {
    if (options().measure != Measure::jaccard) {
      return true;
    }
    const Records::Found a = records().find(record_of(document));
    const Records::Found b = records().find(record_of(other));
    return are_of_one_group(a, b) && estimate(a, b, 0) >= hopeful_;
  }

  void open(std::span<const uint32_t> documents, std::span<const uint8_t> asked) override {
    RecordJudge::open(documents, asked);
    sets_.assign(documents.size(), {});
    spilled_.assign(documents.size(), {});
    spill_.reset();
    std::vector<uint32_t> places;
    size_t total = 0;
    for (uint32_t place = 0; place < documents.size(); ++place) {
      if (asked[place] != 0) {
        places.push_back(place);
        total += cost(documents[place]);
      }
    }
    // In the order in which the records lie on disk.
    std::sort(places.begin(), places.end(),
              [this](uint32_t x, uint32_t y) { return record(x) < record(y); });
    total_ = total;
    if (options().memory > 0 && total > options().memory / 2) {
      spill_ = std::make_unique<TemporaryFile>(temporary_folder());
    }
    constexpr size_t chunk = 64;
    parallel_for((places.size() + chunk - 1) / chunk, [&](size_t c) {
      RecordReader reader(records(), options().read);
      ShingleReader shingles(options());
      for (size_t i = c * chunk; i < std::min(places.size(), (c + 1) * chunk); ++i) {
        load(places[i], reader, shingles);
      }
    });
  }

 private:
  struct Spilled {
    uint64_t place = 0;
    size_t size = 0;
  };

  void load(uint32_t place, RecordReader& reader, ShingleReader& shingles) {
    ShingleSet set = shingles.read(reader.text(record(place)));
    if (!spill_) {
      sets_[place] = std::move(set);
      return;
    }
    const auto* bytes = reinterpret_cast<const char*>(set.data());
    spilled_[place] = {spill_->append({bytes, set.size() * sizeof(uint64_t)}), set.size()};
  }

  // Returns the set of an open record; `room` holds it if it was spilled.
  const ShingleSet& set_of(size_t place, ShingleSet& room) const {
    if (!spill_) {
      return sets_[place];
    }
    room.resize(spilled_[place].size);
    spill_->read(spilled_[place].place,
                 {reinterpret_cast<char*>(room.data()), room.size() * sizeof(uint64_t)});
    return room;
  }

  double compare(size_t kept, size_t document, double estimate, double least) override {
    // A cap on buckets and few samples make the estimate of containment lower than it should be:
    // half is hope enough.
    const bool jaccard = options().measure == Measure::jaccard;
    const double hopeful = jaccard ? least_hopeful(least, options().sketch.slots)
                                   : std::min(least, options().threshold) / 2;
    if (estimate < hopeful) {
      return 0;
    }
    thread_local ShingleSet room_a, room_b;
    const ShingleSet& a = set_of(kept, room_a);
    const ShingleSet& b = set_of(document, room_b);
    const Similarity exact = similarity_of({}, a.size(), b.size(), count_shared(a, b));
    return jaccard ? exact.jaccard : exact.b_in_a;
  }

  double hopeful_;  // the least estimate of which two may reach the threshold
  std::vector<ShingleSet> sets_;
  size_t total_ = 0;                      // what they take, by cost()
  std::unique_ptr<TemporaryFile> spill_;  // where memory is short, the sets stand here
  std::vector<Spilled> spilled_;
};

}  // namespace

std::unique_ptr<PairJudge> make_judge(const Records& records, std::span<const uint32_t> order,
                                      const DedupOptions& options, Examples& examples) {
  if (options.verify == Verification::exact) {
    return std::make_unique<ShingleJudge>(records, order, options, examples);
  }
  return std::make_unique<SketchJudge>(records, order, options, examples);
}

}  // namespace reprise::detail

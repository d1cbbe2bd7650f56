// What a run of dedup found, as the data of its page.
//
//     1. Numbers of all of it: counts, reasons, sources, files, a histogram of the similarities.
//     2. The largest clusters, and the pairs next to the threshold, each pair with its first
//        difference; with a reference its items and the weakest finds, with parts the longest.
//     3. "<" becomes \u003c, so that no text can end the script element that it stands in.
//
// A pair: [0.8125,"b.jsonl:7","a.jsonl:3",[[0,1,"the ferry ","burnt"," off"],[0,1,…]]].
//
// Cost: passes over the decisions, and some hundred texts read again. Size: at most 250 kB of data
// for texts that need no escapes.
#include "reprise/report/page/dedup_page.h"

#include <algorithm>
#include <array>

#include "reprise/base/parallel.h"
#include "reprise/base/utf8.h"
#include "reprise/dedup/against.h"
#include "reprise/dedup/records.h"
#include "reprise/dedup/reread.h"
#include "reprise/dedup/sources.h"
#include "reprise/report/json/dedup_json.h"
#include "reprise/report/page/dedup_page_rows.h"
#include "reprise/report/page/differences.h"
#include "reprise/report/terminal/layout.h"
#include "reprise/sketch/shingle.h"
#include "reprise/version.h"
#include "reprise/words/entities.h"

namespace reprise::detail {
namespace {

std::string origins(const OriginCounts& counts) {
  JsonRows rows;
  rows.open();
  rows.open();
  for (const OriginCount& origin : counts.first) {
    rows.open();
    rows.text(shown_name(origin.name));
    rows.number(origin.read);
    rows.number(origin.removed);
    rows.close();
  }
  rows.close();
  for (const uint64_t count : {counts.others, counts.others_read, counts.others_removed}) {
    rows.number(count);
  }
  rows.close();
  return rows.json();
}

class PageWriter {
 public:
  PageWriter(const DedupPageInput& input, const DedupPageBounds& bounds)
      : in_(input),
        bounds_(bounds),
        records_(*input.result.records),
        reader_(records_, input.options.read) {}

  std::string data() {
    add_what_was_asked();
    add_counts();
    page_.add("histogram", histogram());
    page_.add("sources", origins(count_by_source(in_.result, in_.options, bounds_.origins)));
    page_.add("files", origins(count_by_file(in_.result, bounds_.origins)));
    page_.add("clusters", clusters());
    page_.add("above", examples(in_.result.examples.above));
    page_.add("below", examples(in_.result.examples.below));
    add_items(in_, bounds_, reader_, page_);
    add_parts(in_, bounds_, reader_, page_);
    page_.add("problems", problems());
    return without_markup(page_.json());
  }

 private:
  void add_what_was_asked() {
    const DedupOptions& o = in_.options;
    std::string threshold;
    append_json_number(threshold, has_reference() ? o.reference.share : o.threshold);
    page_.add_text("version", version());
    page_.add_text("runs", what_shingles_are(o.shingles));
    page_.add_text("measure", measure());
    page_.add("threshold", threshold);
    page_.add_text("keep", shown_name(name_of(o.keep)));
    page_.add_text("within", shown_name(o.within));
    page_.add_text("same", shown_name(o.same));
    page_.add("verified", o.verify == Verification::exact ? "1" : "0");
    page_.add("comparesDocuments", !has_reference() && o.documents ? "1" : "0");
  }

  std::string_view measure() const {
    if (has_reference()) {
      return "item";
    }
    return in_.options.measure == Measure::containment ? "containment" : "jaccard";
  }

  bool has_reference() const { return in_.result.reference != nullptr; }

  void add_counts() {
    const DedupCounts& c = in_.counts;
    JsonRows counts;
    counts.open();
    for (const uint64_t count : {c.read, c.kept, c.removed, c.rejected, c.bytes, c.clusters,
                                 c.largest_cluster, c.exact_copies, c.same, c.too_short}) {
      counts.number(count);
    }
    counts.close();
    page_.add("counts", counts.json());
  }

  // Pairs that were compared by similarity, or what was found of items by its share.
  std::string histogram() const {
    JsonRows rows;
    if (!has_reference()) {
      rows.numbers(in_.result.examples.histogram);
      return rows.json();
    }
    std::array<uint64_t, 101> counts{};
    for (const Block& block : records_.blocks) {
      for (const FoundItem& item : block.items) {
        ++counts[std::min<size_t>(100, static_cast<size_t>(item.share * 100 + 1e-9))];
      }
    }
    rows.numbers(counts);
    return rows.json();
  }

  // Adds a pair of records; without a similarity they were not compared.
  void add_pair(uint32_t record, uint32_t kept, std::optional<double> similarity, JsonRows& rows) {
    check_stop();
    std::string buffers[2];
    const std::string kept_text(read_entities(reader_.text(kept), buffers[0]));
    const std::string_view text = read_entities(reader_.text(record), buffers[1]);
    const Differences found = differences(text, kept_text, in_.options.words);
    rows.open();
    rows.real_or_null(similarity);
    rows.text(shown_name(records_.where(record)));
    rows.text(shown_name(records_.where(kept)));
    rows.open();
    add_side(found.a, rows);
    add_side(found.b, rows);
    rows.close();
    rows.close();
  }

  std::string examples(const std::vector<ComparedPair>& pairs) {
    JsonRows rows;
    rows.open();
    for (size_t i = 0; i < std::min(pairs.size(), bounds_.examples); ++i) {
      add_pair(pairs[i].record, pairs[i].kept, pairs[i].similarity, rows);
    }
    rows.close();
    return rows.json();
  }

  // Returns the largest clusters, of equal ones the first.
  std::vector<uint32_t> largest_clusters() const {
    std::vector<uint32_t> all(in_.clusters.count());
    for (uint32_t c = 0; c < all.size(); ++c) {
      all[c] = c;
    }
    const auto size = [&](uint32_t cluster) {
      return in_.clusters.members(cluster).size();
    };
    const size_t count = std::min(all.size(), bounds_.clusters);
    std::partial_sort(
        all.begin(), all.begin() + static_cast<ptrdiff_t>(count), all.end(),
        [&](uint32_t x, uint32_t y) { return size(x) != size(y) ? size(x) > size(y) : x < y; });
    all.resize(count);
    return all;
  }

  bool left_by_field(uint32_t record) const {
    return !in_.result.same.empty() && in_.result.same[record];
  }

  // Returns the members that are shown beside the one that stays: the least similar.
  std::vector<uint32_t> members_shown(uint32_t cluster, uint32_t kept) const {
    std::vector<uint32_t> members;
    for (const uint32_t record : in_.clusters.members(cluster)) {
      if (record != kept) {
        members.push_back(record);
      }
    }
    const auto similarity = [&](uint32_t record) {
      return in_.result.decisions[record].similarity;
    };
    const size_t count = std::min(members.size(), bounds_.members);
    std::partial_sort(members.begin(), members.begin() + static_cast<ptrdiff_t>(count),
                      members.end(), [&](uint32_t x, uint32_t y) {
                        return std::tuple(similarity(x), x) < std::tuple(similarity(y), y);
                      });
    members.resize(count);
    return members;
  }

  void add_cluster(uint32_t cluster, JsonRows& rows) {
    const std::span<const uint32_t> members = in_.clusters.members(cluster);
    const uint32_t kept = in_.result.decisions[members.front()].kept;
    rows.open();
    rows.number(uint64_t{members.size()});
    rows.open();
    for (size_t i = 0; i < std::min(members.size(), bounds_.names); ++i) {
      rows.text(shown_name(records_.where(members[i])));
    }
    rows.close();
    rows.open();
    for (const uint32_t record : members_shown(cluster, kept)) {
      const double similarity = rounded_similarity(in_.result.decisions[record].similarity);
      add_pair(record, kept, left_by_field(record) ? std::nullopt : std::optional(similarity),
               rows);
    }
    rows.close();
    rows.close();
  }

  std::string clusters() {
    JsonRows rows;
    rows.open();
    for (const uint32_t cluster : largest_clusters()) {
      add_cluster(cluster, rows);
    }
    rows.close();
    return rows.json();
  }

  std::string problems() const {
    constexpr size_t most_columns = 400;
    JsonRows rows;
    rows.open();
    for (size_t i = 0; i < std::min(in_.problems.size(), bounds_.problems); ++i) {
      const Problem& problem = in_.problems[i];
      rows.open();
      for (const std::string& text : {problem.where, problem.what, problem.remedy}) {
        rows.text(cut_to(on_one_line(text), most_columns));
      }
      rows.close();
    }
    rows.close();
    return rows.json();
  }

  const DedupPageInput& in_;
  const DedupPageBounds& bounds_;
  const Records& records_;
  RecordReader reader_;
  PageObject page_;
};

}  // namespace

std::string dedup_page_data(const DedupPageInput& input, const DedupPageBounds& bounds) {
  return PageWriter(input, bounds).data();
}

std::string dedup_page(const DedupPageInput& input, const DedupPageBounds& bounds) {
  std::string page(removed_before_data);
  page += dedup_page_data(input, bounds);
  page += removed_after_data;
  return page;
}

}  // namespace reprise::detail

// Items of a reference, and parts: what was found of them, the most telling first.
//
//     item "q17", 24 words, held by 3 documents     ["q17",24,3]
//     a find of .71 of it                           [0.71,"b.jsonl:7","q17",[1,1,"… ","which",…]]
//
// Finds are the weakest, for these are the ones to doubt; parts the longest.
//
// Cost: a pass over all finds, and over the log of parts; a text read again for each that is shown.
#include "reprise/report/page/dedup_page_rows.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "reprise/base/parallel.h"
#include "reprise/dedup/against.h"
#include "reprise/dedup/parts/find.h"
#include "reprise/dedup/records.h"
#include "reprise/report/terminal/layout.h"

namespace reprise::detail {
namespace {

struct Find {
  uint32_t record = 0;
  FoundItem item;
};

// Those in whose name most documents leave.
std::string benchmarks(std::vector<BenchmarkLoss> losses, size_t most) {
  std::stable_sort(losses.begin(), losses.end(),
                   [](const auto& x, const auto& y) { return x.documents > y.documents; });
  losses.resize(std::min(losses.size(), most));
  JsonRows rows;
  rows.open();
  for (const BenchmarkLoss& loss : losses) {
    rows.open();
    rows.text(shown_name(loss.name));
    for (const uint64_t count : {loss.items, loss.found, loss.documents}) {
      rows.number(count);
    }
    rows.close();
  }
  rows.close();
  return rows.json();
}

std::string items_most_found(const Reference& reference, const std::vector<uint64_t>& holders,
                             size_t most) {
  std::vector<uint32_t> found;
  for (uint32_t item = 0; item < holders.size(); ++item) {
    if (holders[item] > 0) {
      found.push_back(item);
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [&](uint32_t x, uint32_t y) { return holders[x] > holders[y]; });
  JsonRows rows;
  rows.open();
  for (size_t i = 0; i < std::min(found.size(), most); ++i) {
    rows.open();
    rows.text(shown_name(reference.shown_name(found[i])));
    rows.number(reference.sizes[found[i]]);
    rows.number(holders[found[i]]);
    rows.close();
  }
  rows.close();
  return rows.json();
}

std::string finds(const DedupPageInput& input, const std::vector<Find>& weakest,
                  RecordReader& reader) {
  JsonRows rows;
  rows.open();
  for (const Find& find : weakest) {
    check_stop();
    rows.open();
    rows.real(find.item.share);
    rows.text(shown_name(input.result.where(find.record)));
    rows.text(shown_name(input.result.reference->shown_name(find.item.item)));
    const Span span = find.item.span;
    add_side(stretch_in_context(reader.text(find.record), span.begin, span.end), rows);
    rows.close();
  }
  rows.close();
  return rows.json();
}

std::string parts(const DedupPageInput& input, const std::vector<RemovedPart>& longest,
                  RecordReader& reader) {
  JsonRows rows;
  rows.open();
  for (const RemovedPart& part : longest) {
    check_stop();
    rows.open();
    rows.number(uint64_t{static_cast<size_t>(part.kind)});
    rows.number(uint64_t{part.span.size()});
    rows.text(shown_name(input.result.where(part.record)));
    rows.text(shown_name(input.result.where(part.first_record)));
    add_side(stretch_in_context(reader.text(part.record), part.span.begin, part.span.end), rows);
    rows.close();
  }
  rows.close();
  return rows.json();
}

}  // namespace

std::string shown_name(std::string_view name) {
  constexpr size_t most_columns = 200;
  return cut_to(on_one_line(name), most_columns);
}

void add_side(const DifferingSide& side, JsonRows& rows) {
  rows.open();
  rows.number(side.cut_before);
  rows.number(side.cut_behind);
  for (const std::string& piece : side.pieces) {
    rows.text(piece);
  }
  rows.close();
}

void add_items(const DedupPageInput& input, const DedupPageBounds& bounds, RecordReader& reader,
               PageObject& page) {
  if (!input.result.reference) {
    return;
  }
  std::vector<uint64_t> holders(input.result.reference->names.size());
  std::vector<Find> weakest;
  const auto is_weaker = [](const Find& x, const Find& y) {
    return std::tuple(x.item.share, x.record, x.item.item) <
           std::tuple(y.item.share, y.record, y.item.item);
  };
  for (const Block& block : input.result.records->blocks) {
    for (const FoundItem& item : block.items) {
      ++holders[item.item];
      const Find find{block.first + item.record, item};
      weakest.insert(std::upper_bound(weakest.begin(), weakest.end(), find, is_weaker), find);
      weakest.resize(std::min(weakest.size(), bounds.examples));
    }
  }
  page.add("benchmarks", benchmarks(input.counts.benchmarks, bounds.origins));
  page.add("items", items_most_found(*input.result.reference, holders, bounds.items));
  page.add("finds", finds(input, weakest, reader));
}

void add_parts(const DedupPageInput& input, const DedupPageBounds& bounds, RecordReader& reader,
               PageObject& page) {
  if (!input.result.parts) {
    return;
  }
  constexpr size_t kinds = 4;
  std::array<uint64_t, kinds> counts{};
  std::array<uint64_t, kinds> bytes{};
  std::vector<RemovedPart> longest;
  const auto is_longer = [](const RemovedPart& x, const RemovedPart& y) {
    return std::tuple(y.span.size(), x.record, x.span.begin) <
           std::tuple(x.span.size(), y.record, y.span.begin);
  };
  input.result.parts->log.for_each([&](const RemovedPart& part) {
    const auto kind = static_cast<size_t>(part.kind);
    ++counts[kind];
    bytes[kind] += part.span.size();
    longest.insert(std::upper_bound(longest.begin(), longest.end(), part, is_longer), part);
    longest.resize(std::min(longest.size(), bounds.examples));
  });
  JsonRows rows;
  rows.open();
  for (size_t kind = 0; kind < kinds; ++kind) {
    rows.open();
    rows.number(counts[kind]);
    rows.number(bytes[kind]);
    rows.close();
  }
  rows.close();
  page.add("parts", rows.json());
  page.add("longest", parts(input, longest, reader));
}

}  // namespace reprise::detail

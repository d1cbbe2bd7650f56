// What dedup tells a person: how much stays, how sure that is, what it cost; and examples.
//
// Steps of an example: both texts are read again and split into words; the words that are the same
// from the begin, and from the end, are passed; what lies between is shown.
//
//     kept       the ferry sank off Orne
//     record     the ferry burnt off Orne
//     shown      “burnt”, where the other has “sank”
//
// Cost: counting goes over the records once; an example reads two of them.
#include "reprise/report/terminal/dedup_summary.h"
#include "reprise/version.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "reprise/dedup/hasher.h"
#include "reprise/dedup/parts/find.h"
#include "reprise/dedup/records.h"
#include "reprise/dedup/reread.h"
#include "reprise/report/terminal/layout.h"
#include "reprise/words/entities.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {
namespace {

std::string fixed(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return text;
}

// Returns 161000000 as "161.0 MB".
std::string bytes_text(double bytes) {
  const char* units[] = {"bytes", "kB", "MB", "GB", "TB"};
  size_t unit = 0;
  for (; bytes >= 1000 && unit < 4; ++unit) {
    bytes /= 1000;
  }
  return fixed(bytes, unit == 0 ? 0 : 1) + " " + units[unit];
}

std::string share_of(uint64_t part, uint64_t whole) {
  return whole == 0
             ? ""
             : " (" + fixed(100 * static_cast<double>(part) / static_cast<double>(whole), 2) +
                   " %)";
}

// Where two texts begin and end to differ, by words.
struct Difference {
  Span a, b;  // bytes from the first differing word to the last
};

Difference difference(std::string_view a, std::string_view b, const Normalisation& rules) {
  const std::vector<Token> x = tokenize(a, rules);
  const std::vector<Token> y = tokenize(b, rules);
  const size_t least = std::min(x.size(), y.size());
  size_t head = 0;  // words that are the same from the begin
  size_t tail = 0;  // and from the end
  while (head < least && x[head].hash == y[head].hash) {
    ++head;
  }
  while (tail < least - head && x[x.size() - 1 - tail].hash == y[y.size() - 1 - tail].hash) {
    ++tail;
  }
  const auto between = [&](std::string_view text, const std::vector<Token>& tokens) -> Span {
    const auto size = static_cast<uint32_t>(text.size());
    if (head + tail >= tokens.size()) {
      const uint32_t place = head < tokens.size() ? tokens[head].span.begin : size;
      return {place, place};
    }
    return {tokens[head].span.begin, tokens[tokens.size() - 1 - tail].span.end};
  };
  return {between(a, x), between(b, y)};
}

void add_example(const ComparedPair& pair, const DedupResult& result, const DedupOptions& options,
                 RecordReader& reader, Page& page) {
  std::string buffers[2];
  const std::string kept(read_entities(reader.text(pair.kept), buffers[0]));
  const std::string other(read_entities(reader.text(pair.record), buffers[1]));
  const Difference d = difference(kept, other, options.words);
  const auto excerpt = [](Span span, std::string_view text) {
    constexpr size_t most_columns = 160;
    if (span.empty()) {
      return std::string("nothing");
    }
    return "“" + cut_to(on_one_line(span.in(text)), most_columns) + "”";
  };
  const std::string places =
      result.records->where(pair.record) + " and " + result.records->where(pair.kept);
  page.line(2, 4, fixed(pair.similarity, 4) + "  " + on_one_line(places));
  page.line(4, 6,
            "from the first difference to the last, " + counted(d.b.size(), "byte") + ": " +
                excerpt(d.b, other));
  page.line(4, 6, "where the other has " + counted(d.a.size(), "byte") + ": " + excerpt(d.a, kept));
}

void add_parts(const DedupCounts& counts, Page& page) {
  page.line(2, 2,
            counted(counts.removed_parts, "part") + " removed, " +
                bytes_text(static_cast<double>(counts.removed_bytes)) +
                share_of(counts.removed_bytes, counts.bytes) + ": " + grouped(counts.shortened) +
                " of the documents kept are shortened, " + grouped(counts.too_short) +
                " became too short");
}

// What each benchmark lost, if there are several; and what was not sought.
void add_benchmarks(const DedupCounts& counts, Page& page) {
  constexpr size_t most = 10;
  const size_t all = counts.benchmarks.size();
  for (size_t i = 0; all > 1 && i < std::min(all, most); ++i) {
    const BenchmarkLoss& loss = counts.benchmarks[i];
    page.line(4, 6,
              on_one_line(loss.name) + ": " + grouped(loss.found) + " of " +
                  counted(loss.items, "item") + " in " + counted(loss.documents, "document"));
  }
  if (all > most) {
    page.line(4, 6, "and " + counted(all - most, "more benchmark"));
  }
  if (counts.short_items > 0) {
    page.line(2, 2,
              counted(counts.short_items, "item") +
                  " of fewer than five words left out; --short-items takes them");
  }
}

void add_found(const DedupCounts& counts, const DedupOptions& options, const Banding& banding,
               Page& page) {
  if (!options.against.empty()) {
    page.line(2, 2,
              grouped(counts.items_found) + " of " + counted(counts.items, "item") +
                  " of the reference found");
    add_benchmarks(counts, page);
    return;
  }
  page.line(2, 2,
            counted(counts.clusters, "cluster") + ", the largest of " +
                counted(counts.largest_cluster, "document") + "; " +
                "exact copies among those removed: " + grouped(counts.exact_copies));
  if (!options.same.empty()) {
    page.line(2, 2,
              "removed for the same " + on_one_line(options.same) + ": " + grouped(counts.same));
  }
  const std::string of = options.measure == Measure::jaccard
                             ? "of pairs exactly at the threshold, "
                             : "of documents of 100 words exactly at the threshold, ";
  page.line(2, 2,
            "expected recall " + of + fixed(options.threshold, 2) + ": " +
                fixed(expected_recall(options, banding), 4) +
                (options.verify == Verification::exact ? "; every removal was verified"
                                                       : "; removals were not verified"));
}

}  // namespace

DedupCounts count(const DedupResult& result, const ClusterTable& clusters, uint64_t rejected) {
  DedupCounts counts;
  counts.read = result.records->count;
  counts.bytes = result.records->bytes;
  counts.rejected = rejected;
  for (uint32_t record = 0; record < result.records->count; ++record) {
    const bool kept = result.keeps[record];
    counts.kept += kept;
    const bool has_same_value = !result.same.empty() && result.same[record];
    const bool is_copy = result.decisions[record].kept != record && !has_same_value;
    counts.same += has_same_value;
    counts.exact_copies += is_copy && result.decisions[record].similarity == 1;
  }
  counts.removed = counts.read - counts.kept;
  counts.clusters = clusters.count();
  counts.largest_cluster = clusters.largest();
  if (result.parts) {
    counts.removed_parts = result.parts->removed_parts;
    counts.removed_bytes = result.parts->removed_bytes;
    counts.shortened = result.parts->shortened;
    counts.too_short = result.parts->too_short.size();
  }
  if (result.reference) {
    counts.benchmarks = count_losses(*result.reference, *result.records);
    for (const BenchmarkLoss& loss : counts.benchmarks) {
      counts.items += loss.items;
      counts.items_found += loss.found;
      counts.short_items += loss.short_items;
    }
  }
  return counts;
}

double expected_recall(const DedupOptions& options, const Banding& banding) {
  if (options.measure == Measure::jaccard) {
    return banding.expected_recall;
  }
  // None of a document's shingles is both sampled and shared.
  return 1 - std::pow(1 - options.threshold / static_cast<double>(sample_rate),
                      101 - options.shingles.size);
}

std::string to_terminal(const DedupCounts& counts, const DedupOptions& options,
                        const Banding& banding, const DedupCosts& costs, bool written) {
  Page page(100, false);
  page.line(0, 2,
            counted(counts.read, "document") + " read: " + grouped(counts.kept) + " kept, " +
                grouped(counts.removed) + (written ? " removed" : " would be removed") +
                share_of(counts.removed, counts.read) +
                (counts.rejected > 0 ? ", " + grouped(counts.rejected) + " rejected" : ""));
  if (options.documents) {
    add_found(counts, options, banding, page);
  }
  if (!options.parts.rules.empty()) {
    add_parts(counts, page);
  }
  const auto bytes = static_cast<double>(counts.bytes);
  const double seconds = std::max(costs.seconds, 1e-6);
  page.line(
      2, 2,
      bytes_text(bytes) + " in " + fixed(seconds, seconds < 10 ? 2 : 0) +
          " s: " + bytes_text(bytes / seconds) + "/s, " +
          (bytes > 0 ? fixed(costs.core_seconds / 3600 / (bytes / 1e12), 2) + " core-hours a TB, "
                     : "") +
          bytes_text(static_cast<double>(costs.peak_memory)) + " of memory");
  return page.text();
}

std::string examples_to_terminal(const DedupResult& result, const DedupOptions& options,
                                 size_t most) {
  Page page(100, false);
  RecordReader reader(*result.records, options.read);
  const auto list = [&](const char* title, const std::vector<ComparedPair>& pairs) {
    page.blank();
    page.line(0, 2,
              std::string(title) + " the threshold of " + fixed(options.threshold, 2) +
                  (pairs.empty() ? ": none" : ""));
    for (const ComparedPair& pair : std::span(pairs).first(std::min(pairs.size(), most))) {
      add_example(pair, result, options, reader, page);
    }
  };
  list("Just above", result.examples.above);
  list("Just below", result.examples.below);
  return page.text();
}

}  // namespace reprise::detail

#include "reprise/report/terminal/dedup_summary.h"
#include "reprise/version.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "reprise/base/utf8.h"
#include "reprise/dedup/hasher.h"
#include "reprise/dedup/reread.h"
#include "reprise/report/json/json.h"
#include "reprise/report/terminal/layout.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {
namespace {

using Json = nlohmann::ordered_json;

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

const char* name_of(KeepRule::Kind kind) {
  switch (kind) {
    case KeepRule::Kind::first: return "first";
    case KeepRule::Kind::longest: return "longest";
    case KeepRule::Kind::newest: return "newest";
    case KeepRule::Kind::largest: return "max:";
    case KeepRule::Kind::smallest: return "min:";
  }
  return "";
}

const char* name_of(Verification verify) {
  return verify == Verification::exact      ? "exact"
         : verify == Verification::estimate ? "estimate"
                                            : "off";
}

Json options_json(const DedupOptions& o) {
  Json json{{"threshold", o.threshold},
            {"measure", o.measure == Measure::jaccard ? "jaccard" : "containment"},
            {"shingles", o.shingles.unit == ShingleUnit::words ? "words" : "characters"},
            {"shingle_size", o.shingles.size},
            {"keep", name_of(o.keep.kind) + o.keep.field},
            {"verify", name_of(o.verify)},
            {"within", o.within.empty() ? Json(nullptr) : Json(o.within)},
            {"chain", o.joining == Joining::chain},
            {"sketch_slots", o.sketch.slots},
            {"seed", o.sketch.seed},
            {"fold_case", o.words.fold_case},
            {"drop_punctuation", o.words.drop_punctuation},
            {"fold_digits", o.words.fold_digits},
            {"drop_marks", o.words.drop_marks}};
  if (!o.against.empty()) {
    json["against"] = o.against;
    json["ngram"] = o.reference.ngram;
    json["share"] = o.reference.share;
  }
  return json;
}

// Where two texts begin and end to differ, by words.
struct Difference {
  Span a, b;  // bytes from the first differing word to the last
};

Difference difference(std::string_view a, std::string_view b, const Normalisation& rules) {
  const std::vector<Token> x = tokenize(a, rules), y = tokenize(b, rules);
  size_t head = 0, tail = 0;
  const size_t least = std::min(x.size(), y.size());
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
  const std::string kept(reader.text(pair.kept)), other(reader.text(pair.record));
  const Difference d = difference(kept, other, options.words);
  const auto excerpt = [](Span span, std::string_view text) {
    return span.empty() ? std::string("nothing")
                        : "“" + cut_to(on_one_line(span.in(text)), 160) + "”";
  };
  page.line(2, 4,
            fixed(pair.similarity, 4) + "  " +
                on_one_line(result.records.where(pair.record) + " and " +
                            result.records.where(pair.kept)));
  page.line(4, 6,
            "from the first difference to the last, " + counted(d.b.size(), "byte") + ": " +
                excerpt(d.b, other));
  page.line(4, 6, "where the other has " + counted(d.a.size(), "byte") + ": " + excerpt(d.a, kept));
}

void add_found(const DedupCounts& counts, const DedupOptions& options, const Banding& banding,
               Page& page) {
  if (!options.against.empty()) {
    page.line(2, 2,
              grouped(counts.items_found) + " of " + counted(counts.items, "item") +
                  " of the reference found");
    return;
  }
  page.line(2, 2,
            counted(counts.clusters, "cluster") + ", the largest of " +
                counted(counts.largest_cluster, "document") + "; " +
                "exact copies among those removed: " + grouped(counts.exact_copies));
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
  counts.read = result.records.count;
  counts.bytes = result.records.bytes;
  counts.rejected = rejected;
  for (uint32_t record = 0; record < result.records.count; ++record) {
    const bool kept = result.keeps[record];
    counts.kept += kept;
    counts.exact_copies += !kept && !result.reference && result.decisions[record].similarity == 1;
  }
  counts.removed = counts.read - counts.kept;
  counts.clusters = clusters.count();
  counts.largest_cluster = clusters.largest();
  if (result.reference) {
    std::vector<bool> found(result.reference->names.size());
    for (const Block& block : result.records.blocks) {
      for (const FoundItem& item : block.items) {
        found[item.item] = true;
      }
    }
    counts.items = found.size();
    counts.items_found = static_cast<uint64_t>(std::count(found.begin(), found.end(), true));
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
  add_found(counts, options, banding, page);
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

std::string examples_to_terminal(const DedupResult& result, const DedupOptions& options) {
  Page page(100, false);
  RecordReader reader(result.records, options.read);
  const auto list = [&](const char* title, const std::vector<ComparedPair>& pairs) {
    page.blank();
    page.line(0, 2,
              std::string(title) + " the threshold of " + fixed(options.threshold, 2) +
                  (pairs.empty() ? ": none" : ""));
    for (const ComparedPair& pair : pairs) {
      add_example(pair, result, options, reader, page);
    }
  };
  list("Just above", result.examples.above);
  list("Just below", result.examples.below);
  return page.text();
}

std::string to_json(const DedupCounts& counts, const DedupOptions& options, const Banding& banding,
                    const std::vector<Problem>& problems, const DedupCosts* costs) {
  constexpr size_t most_problems = 100;
  Json json{{"schema", "reprise.report/1"},
            {"version", std::string(version())},
            {"options", options_json(options)}};
  json["problems"] = Json::array();
  for (size_t i = 0; i < std::min(problems.size(), most_problems); ++i) {
    const Problem& p = problems[i];
    json["problems"].push_back({{"where", repaired_utf8(p.where)},
                                {"what", repaired_utf8(p.what)},
                                {"remedy", repaired_utf8(p.remedy)},
                                {"rejected", p.rejected}});
  }
  if (options.against.empty() && options.measure == Measure::jaccard) {
    json["banding"] = {{"bands", banding.bands},
                       {"rows", banding.rows},
                       {"threshold", banding.threshold},
                       {"expected_recall", banding.expected_recall}};
  }
  Json& summary = json["summary"] = {{"read", counts.read},
                                     {"kept", counts.kept},
                                     {"removed", counts.removed},
                                     {"rejected", counts.rejected},
                                     {"bytes", counts.bytes}};
  if (options.against.empty()) {
    summary["exact_copies"] = counts.exact_copies;
    summary["clusters"] = counts.clusters;
    summary["largest_cluster"] = counts.largest_cluster;
    summary["expected_recall"] = expected_recall(options, banding);
  } else {
    summary["items"] = counts.items;
    summary["items_found"] = counts.items_found;
  }
  if (costs) {
    json["timings"] = {{"seconds", costs->seconds},
                       {"core_seconds", costs->core_seconds},
                       {"peak_memory", costs->peak_memory}};
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace reprise::detail

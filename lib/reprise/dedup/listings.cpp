// Lists of what dedup did, an object a line.
//
//     1. ClusterTable groups the records that leave by the one that stays, without a map: a stable
//        sort by that one, and the one itself put in at its place in the input.
//     2. Each list is one walk over the decisions. Ids are read again, for memory holds none.
//
// Example: records 3 and 9 leave for 5: members 3, 5, 9; the cluster's number is that of 5 among
// those that stand for others. Counter-example: a record that is alone is in no cluster: null.
//
// Cost: a sort of the records that leave; for `removed` two records read again for each.
#include "reprise/dedup/listings.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "reprise/dedup/against.h"
#include "reprise/dedup/parts/find.h"
#include "reprise/dedup/records.h"
#include "reprise/dedup/reread.h"
#include "reprise/io/piece_writer.h"

namespace reprise::detail {
namespace {

using Json = nlohmann::ordered_json;

// Lists grow with the corpus, so they are written in pieces.
void add_line(PieceWriter& lines, const Json& object) {
  lines.text() += object.dump(-1, ' ', false, Json::error_handler_t::replace);
  lines.text() += '\n';
  lines.pass_on();
}

void write_items(const DedupResult& result, PieceWriter& lines) {
  const Reference& reference = *result.reference;
  for (const Block& block : result.records->blocks) {
    for (const FoundItem& item : block.items) {
      Json line{{"where", result.records->where(block.first + item.record)},
                {"item", reference.names[item.item]}};
      if (!reference.fields.empty()) {
        line["field"] = reference.fields[reference.field_of[item.item]];
      }
      line["share"] = item.share;
      line["begin"] = item.span.begin;
      line["end"] = item.span.end;
      add_line(lines, line);
    }
  }
}

std::string_view name_of(PartKind kind) {
  switch (kind) {
    case PartKind::paragraphs: return "paragraph";
    case PartKind::lines: return "line";
    case PartKind::sentences: return "sentence";
    case PartKind::words: return "run";
  }
  return "";
}

// Writes what left inside of texts, and the records that became too short by it.
void write_parts(const DedupResult& result, RecordReader& reader, PieceWriter& lines) {
  std::optional<uint32_t> open;
  std::string id, text;  // of that record
  result.parts->log.for_each([&](const RemovedPart& part) {
    if (open != part.record) {
      open = part.record;
      id = reader.id(part.record);
      text = reader.text(part.record);
    }
    add_line(lines, {{"where", result.records->where(part.record)},
                     {"id", id},
                     {"part", name_of(part.kind)},
                     {"begin", part.span.begin},
                     {"end", part.span.end},
                     {"first_where", result.records->where(part.first_record)},
                     {"first_begin", part.first.begin},
                     {"first_end", part.first.end},
                     {"text", part.span.in(text)}});
  });
  for (const uint32_t record : result.parts->too_short) {
    add_line(lines, {{"where", result.records->where(record)},
                     {"id", reader.id(record)},
                     {"reason", "too short"}});
  }
}

}  // namespace

double rounded_similarity(float similarity) {
  return std::round(static_cast<double>(similarity) * 1e6) / 1e6;
}

ClusterTable::ClusterTable(const DedupResult& result) : result_(result) {
  std::vector<uint32_t> removed;
  for (uint32_t record = 0; record < result.decisions.size(); ++record) {
    if (result.decisions[record].kept != record) {
      removed.push_back(record);
    }
  }
  const auto kept_of = [&](uint32_t record) {
    return result.decisions[record].kept;
  };
  std::stable_sort(removed.begin(), removed.end(),
                   [&](uint32_t x, uint32_t y) { return kept_of(x) < kept_of(y); });
  for (size_t begin = 0, end = 0; begin < removed.size(); begin = end) {
    const uint32_t kept = kept_of(removed[begin]);
    while (end < removed.size() && kept_of(removed[end]) == kept) {
      ++end;
    }
    // With a rule of keeping, the one that stays need not be the first.
    const auto place = std::lower_bound(removed.begin() + static_cast<ptrdiff_t>(begin),
                                        removed.begin() + static_cast<ptrdiff_t>(end), kept);
    members_.insert(members_.end(), removed.begin() + static_cast<ptrdiff_t>(begin), place);
    members_.push_back(kept);
    members_.insert(members_.end(), place, removed.begin() + static_cast<ptrdiff_t>(end));
    begins_.push_back(members_.size());
    kept_.push_back(kept);
  }
}

ClusterTable::Membership ClusterTable::of(uint32_t record) const {
  const uint32_t kept = result_.decisions[record].kept;
  const auto found = std::lower_bound(kept_.begin(), kept_.end(), kept);
  if (found == kept_.end() || *found != kept) {
    return {};
  }
  const auto cluster = static_cast<uint32_t>(found - kept_.begin());
  return {cluster, static_cast<uint32_t>(members(cluster).size())};
}

uint32_t ClusterTable::largest() const {
  size_t size = 0;
  for (size_t c = 0; c + 1 < begins_.size(); ++c) {
    size = std::max(size, begins_[c + 1] - begins_[c]);
  }
  return static_cast<uint32_t>(size);
}

void write_removed(const DedupResult& result, const DedupOptions& options, OutputFile& file) {
  PieceWriter lines(file);
  if (result.reference) {
    write_items(result, lines);
    return lines.finish();
  }
  RecordReader reader(*result.records, options.read);
  for (uint32_t record = 0; record < result.decisions.size(); ++record) {
    const Decision& decision = result.decisions[record];
    if (decision.kept == record) {
      continue;
    }
    Json line{{"where", result.records->where(record)},
              {"id", reader.id(record)},
              {"kept_where", result.records->where(decision.kept)},
              {"kept_id", reader.id(decision.kept)},
              {"similarity", rounded_similarity(decision.similarity)}};
    if (!result.same.empty() && result.same[record]) {
      line["same"] = options.same;
    }
    add_line(lines, line);
  }
  if (result.parts) {
    write_parts(result, reader, lines);
  }
  lines.finish();
}

void write_clusters(const DedupResult& result, const ClusterTable& clusters, OutputFile& file) {
  PieceWriter lines(file);
  for (uint32_t c = 0; c < clusters.count(); ++c) {
    Json members = Json::array();
    for (const uint32_t record : clusters.members(c)) {
      members.push_back(result.records->where(record));
    }
    const uint32_t kept = result.decisions[clusters.members(c).front()].kept;
    add_line(lines, {{"cluster", c},
                     {"size", members.size()},
                     {"kept", result.records->where(kept)},
                     {"members", std::move(members)}});
  }
  lines.finish();
}

std::string annotated(std::string_view line, uint32_t record, const DedupResult& result,
                      const ClusterTable& clusters) {
  const ClusterTable::Membership membership = clusters.of(record);
  Json field{{"cluster", membership.cluster ? Json(*membership.cluster) : Json(nullptr)},
             {"size", membership.size},
             {"kept", bool{result.keeps[record]}},
             {"similarity", rounded_similarity(result.decisions[record].similarity)}};
  if (result.parts) {
    field["spans"] = Json::array();
    for (const Span span : result.parts->cuts.of(record)) {
      field["spans"].push_back({span.begin, span.end});
    }
  }
  const size_t brace = line.rfind('}');
  std::string out(line.substr(0, brace));
  out += ", \"reprise\": " + field.dump() + "}";
  out += line.substr(brace + 1);
  return out;
}

}  // namespace reprise::detail

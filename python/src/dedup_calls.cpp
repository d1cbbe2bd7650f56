// dedup, band keys and verification.
//
// Steps of a table: options are parsed as for a dry run; the columns that they ask for are found;
// the library decides; rows are told by their numbers in the table. Of files: as the program does.
//
// Cost: that of the library, and 24 bytes a text.
#include <algorithm>

#include "calls.h"
#include "dedup.h"
#include "reprise/dedup/against.h"
#include "reprise/dedup/hasher.h"
#include "reprise/dedup/parts/find.h"
#include "reprise/dedup/reread.h"
#include "reprise/io/output_file.h"
#include "reprise/report/json/dedup_json.h"
#include "watched.h"

namespace reprise::python {
namespace {

using detail::ClusterTable;

// Tells which columns there are, where the library can only say that a field is missing.
void check_columns(const TableIn& table, const DedupOptions& options) {
  for (const std::string& name : {options.within, options.same, options.keep.field}) {
    if (!name.empty() && !table.field(name, name)) {
      table.refuse_missing(name);
    }
  }
}

// Appends the value of a row, or nothing.
void append(ColumnValues& column, const std::optional<std::string>& value) {
  column.is_there.push_back(value.has_value());
  std::get<TextValues>(column.values).add(value.value_or(""));
}

std::vector<int64_t>& numbers_of(ColumnValues& column) {
  return std::get<std::vector<int64_t>>(column.values);
}

}  // namespace

DedupOptions dedup_options_of(Arguments arguments) {
  arguments.insert(arguments.end(), {"--dry-run", "--", "table"});
  return program::parse_dedup(arguments).dedup;
}

TextTable text_table(const TableIn& table, std::span<const std::optional<std::string_view>> texts,
                     const DedupOptions& options) {
  TextTable made;
  made.texts = texts;
  for (const std::string& name : detail::wanted_fields(options)) {
    if (auto field = table.field(name, name)) {
      made.fields.push_back(std::move(*field));
    }
  }
  return made;
}

TableOut problem_table(const std::vector<Problem>& problems) {
  TextValues where, what, remedy;
  std::vector<bool> rejected;
  for (const Problem& problem : problems) {
    where.add(problem.where);
    what.add(problem.what);
    remedy.add(problem.remedy);
    rejected.push_back(problem.rejected);
  }
  TableOut table;
  table.add("where", {std::move(where), {}});
  table.add("what", {std::move(what), {}});
  table.add("remedy", {std::move(remedy), {}});
  table.add("rejected", {std::move(rejected), {}});
  return table;
}

DedupFound DedupFound::of_table(std::shared_ptr<TableIn> table, const std::string& text,
                                const Arguments& options, const nb::object& on_progress) {
  DedupFound found;
  found.options_ = dedup_options_of(options);
  check_columns(*table, found.options_);
  found.texts_ = table->texts(text);
  found.table_ = std::move(table);
  const TextTable input = text_table(*found.table_, found.texts_, found.options_);
  const ProblemSink note = [&found](Problem problem) {
    found.problems_.push_back(std::move(problem));
  };
  found.result_ = watched(on_progress, [&](const RunControl& control) {
    return find_duplicates(input, found.options_, 0, {note, control});
  });
  found.counts_ = detail::count(found.result_, ClusterTable(found.result_),
                                program::count_rejected(found.problems_));
  return found;
}

Feed::Feed(const Arguments& arguments)
    : options_(program::parse_dedup(arguments).dedup),
      feed_(options_, [this](Problem problem) { problems_.push_back(std::move(problem)); }) {}

std::vector<std::string> Feed::columns() const {
  std::vector<std::string> names = detail::wanted_fields(options_);
  names.insert(names.begin(), options_.read.fields.text);
  return names;
}

void Feed::add(std::shared_ptr<TableIn> batch, const std::string& file,
               const nb::object& on_progress) {
  check_columns(*batch, options_);
  const auto texts = batch->texts(options_.read.fields.text);
  const TextTable table = text_table(*batch, texts, options_);
  watched(on_progress, [&](const RunControl& control) {
    feed_.add(table, file, control);
    return true;
  });
}

void Feed::reject(const std::string& where, const std::string& what, const std::string& remedy) {
  problems_.push_back({where, what, remedy, true});
}

DedupFound Feed::finish(const nb::object& on_progress) {
  DedupFound found;
  found.options_ = options_;
  found.result_ =
      watched(on_progress, [&](const RunControl& control) { return feed_.finish(control); });
  found.problems_ = std::move(problems_);
  found.counts_ = detail::count(found.result_, ClusterTable(found.result_),
                                program::count_rejected(found.problems_));
  return found;
}

DedupFound DedupFound::of_files(const Arguments& arguments, const nb::object& on_progress) {
  const program::DedupRequest request = program::parse_dedup(arguments);
  DedupFound found;
  found.options_ = request.dedup;
  program::DedupRun run(request);
  found.result_ = watched(on_progress, [&](const RunControl& control) {
    run.find(control);
    run.put_in_place();
    return run.result();
  });
  found.counts_ = run.counts();
  found.problems_ = run.problems();
  return found;
}

uint64_t DedupFound::row(uint32_t record) const {
  return table_ ? result_.row(record) : record;
}

ColumnOut DedupFound::kept() const {
  std::vector<int64_t> rows;
  for (uint32_t record = 0; record < result_.keeps.size(); ++record) {
    if (result_.keeps[record]) {
      rows.push_back(static_cast<int64_t>(row(record)));
    }
  }
  return ColumnOut({std::move(rows), {}});
}

ColumnOut DedupFound::kept_of(size_t file) const {
  std::vector<int64_t> rows;
  for (const detail::Block& block : result_.records->blocks) {
    for (uint32_t i = 0; block.shard == file && i < block.size_in_records(); ++i) {
      if (result_.keeps[block.first + i]) {
        rows.push_back(static_cast<int64_t>(block.first_line + block.places[i].line));
      }
    }
  }
  return ColumnOut({std::move(rows), {}});
}

TableOut DedupFound::removed(const std::string& id) const {
  std::optional<TableField> ids;
  if (table_ && !id.empty()) {
    ids = table_->field(id, id);
  }
  if (result_.reference) {
    return removed_by_items(ids);
  }
  const auto id_of = [&](uint32_t record) -> std::optional<std::string> {
    return ids ? ids->value(row(record)) : std::nullopt;
  };
  ColumnValues rows{std::vector<int64_t>(), {}}, kept_rows = rows;
  ColumnValues where{TextValues(), {}}, kept_where = where, id_values = where, kept_ids = where;
  ColumnValues similarities{std::vector<double>(), {}};
  for (uint32_t record = 0; record < result_.keeps.size(); ++record) {
    if (result_.keeps[record]) {
      continue;
    }
    // One that became too short leaves for no other.
    const Decision& decision = result_.decisions[record];
    const bool has_other = decision.kept != record;
    numbers_of(rows).push_back(static_cast<int64_t>(row(record)));
    append(id_values, id_of(record));
    append(where, result_.where(record));
    numbers_of(kept_rows).push_back(static_cast<int64_t>(row(decision.kept)));
    kept_rows.is_there.push_back(has_other);
    append(kept_ids, has_other ? id_of(decision.kept) : std::nullopt);
    append(kept_where, has_other ? std::optional(result_.where(decision.kept)) : std::nullopt);
    std::get<std::vector<double>>(similarities.values)
        .push_back(static_cast<double>(decision.similarity));
    similarities.is_there.push_back(has_other);
  }
  TableOut table;
  table.add("row", std::move(rows));
  if (!table_) {
    table.add("where", std::move(where));
  }
  if (ids) {
    table.add("id", std::move(id_values));
  }
  table.add("kept_row", std::move(kept_rows));
  if (!table_) {
    table.add("kept_where", std::move(kept_where));
  }
  if (ids) {
    table.add("kept_id", std::move(kept_ids));
  }
  table.add("similarity", std::move(similarities));
  return table;
}

// With a reference: a row for each item that a record holds.
TableOut DedupFound::removed_by_items(const std::optional<TableField>& ids) const {
  std::vector<int64_t> rows, begins, ends;
  std::vector<double> shares;
  ColumnValues id_values{TextValues(), {}};
  TextValues items;
  for (const detail::Block& block : result_.records->blocks) {
    for (const detail::FoundItem& item : block.items) {
      const uint64_t of = row(block.first + item.record);
      rows.push_back(static_cast<int64_t>(of));
      items.add(result_.reference->names[item.item]);
      shares.push_back(item.share);
      begins.push_back(item.span.begin);
      ends.push_back(item.span.end);
      if (ids) {
        append(id_values, ids->value(of));
      }
    }
  }
  TableOut table;
  table.add("row", {std::move(rows), {}});
  if (ids) {
    table.add("id", std::move(id_values));
  }
  table.add("item", {std::move(items), {}});
  table.add("share", {std::move(shares), {}});
  table.add("begin", {std::move(begins), {}});
  table.add("end", {std::move(ends), {}});
  return table;
}

void DedupFound::write_list(const std::string& kind, const std::string& path) const {
  detail::OutputFile file(path);
  if (kind == "removed") {
    detail::write_removed(result_, options_, file);
  } else {
    detail::write_clusters(result_, ClusterTable(result_), file);
  }
  file.finish();
  file.commit();
}

TableOut DedupFound::clusters() const {
  std::vector<int64_t> numbers, sizes, kept;
  ListValues members;
  const ClusterTable clusters(result_);
  for (uint32_t cluster = 0; cluster < clusters.count(); ++cluster) {
    const std::span<const uint32_t> records = clusters.members(cluster);
    numbers.push_back(cluster);
    sizes.push_back(static_cast<int64_t>(records.size()));
    kept.push_back(static_cast<int64_t>(row(result_.decisions[records.front()].kept)));
    for (const uint32_t record : records) {
      members.numbers.push_back(static_cast<int64_t>(row(record)));
    }
    members.end_list();
  }
  TableOut table;
  table.add("cluster", {std::move(numbers), {}});
  table.add("size", {std::move(sizes), {}});
  table.add("kept_row", {std::move(kept), {}});
  table.add("rows", {std::move(members), {}});
  return table;
}

std::string DedupFound::summary() const {
  return detail::to_json(counts_, options_, result_.banding, problems_, nullptr);
}

ColumnOut DedupFound::kept_texts() const {
  TextValues texts;
  detail::RecordReader reader(*result_.records, options_.read);
  for (uint32_t record = 0; record < result_.keeps.size(); ++record) {
    if (!result_.keeps[record]) {
      continue;
    }
    const std::string_view text = reader.text(record);
    texts.add(result_.parts ? detail::without(text, result_.parts->cuts.of(record))
                            : std::string(text));
  }
  return ColumnOut({std::move(texts), {}});
}

ColumnOut keys_of(const TableIn& table, const std::string& text, const Arguments& arguments,
                  const nb::object& on_progress) {
  const DedupOptions options = dedup_options_of(arguments);
  const auto texts = table.texts(text);
  const BandKeys keys = watched(
      on_progress, [&](const RunControl& control) { return band_keys(texts, options, control); });
  ListValues lists;
  ColumnValues column;
  const size_t bands = keys.banding.bands;
  for (size_t i = 0; i < texts.size(); ++i) {
    const bool has_keys = keys.has_keys[i] != 0;
    if (has_keys) {
      const auto first = keys.keys.begin() + static_cast<std::ptrdiff_t>(i * bands);
      lists.numbers.insert(lists.numbers.end(), first, first + static_cast<std::ptrdiff_t>(bands));
    }
    lists.end_list();
    column.is_there.push_back(has_keys);
  }
  column.values = std::move(lists);
  return ColumnOut(std::move(column));
}

TableOut verified(const TableIn& a, const TableIn& b, const Arguments& arguments,
                  const nb::object& on_progress) {
  const DedupOptions options = dedup_options_of(arguments);
  const auto left = a.texts("text"), right = b.texts("text");
  const auto found = watched(on_progress, [&](const RunControl& control) {
    return verify_pairs(left, right, options, control);
  });
  std::vector<double> jaccard, a_in_b, b_in_a;
  std::vector<bool> is_there;
  for (const std::optional<TextSimilarity>& pair : found) {
    const TextSimilarity measured = pair.value_or(TextSimilarity());
    jaccard.push_back(measured.jaccard);
    a_in_b.push_back(measured.a_in_b);
    b_in_a.push_back(measured.b_in_a);
    is_there.push_back(pair.has_value());
  }
  TableOut table;
  table.add("jaccard", {std::move(jaccard), is_there});
  table.add("a_in_b", {std::move(a_in_b), is_there});
  table.add("b_in_a", {std::move(b_in_a), is_there});
  return table;
}

}  // namespace reprise::python

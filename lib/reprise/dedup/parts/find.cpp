#include "reprise/dedup/parts/find.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "reprise/base/parallel.h"
#include "reprise/dedup/order.h"
#include "reprise/dedup/parts/runs.h"
#include "reprise/dedup/parts/stretches.h"
#include "reprise/dedup/reread.h"
#include "reprise/words/words.h"

namespace reprise::detail {
namespace {

// A text without one of its lines or paragraphs has the others as they were; anything else may
// come together at a cut.
bool cuts_make_nothing_new(const PartRule& rule) {
  const bool is_local = rule.kind == PartKind::lines || rule.kind == PartKind::paragraphs;
  return is_local && rule.size == 1;
}

// One rule at work.
struct RuleWork {
  PartRule rule;
  std::unique_ptr<UnitColumns> columns;
  bool is_done = false;  // nothing has changed since it last found nothing, or all
  std::unique_ptr<WordRuns> runs = nullptr;
  SeamsByRecord seams = {};  // of what was cut since runs were last sought
};

// A record that loses stretches of its text.
struct Shortened {
  std::span<const PartStretch> stretches;
  std::vector<Span> cuts = {};  // of the text as it was read
  std::vector<RemovedPart> removed = {};
  uint64_t words = 0;                               // that are left
  std::vector<std::vector<uint64_t>> columns = {};  // for each rule
  Seams seams = {};                                 // among the words, if these are the units
};

class PartsSearch {
 public:
  PartsSearch(const Records& records, const DedupOptions& options, std::vector<bool>& keeps)
      : records_(records), options_(options), keeps_(keeps), order_(records, options.keep) {
    for (const PartRule& rule : options.parts.rules) {
      rules_.push_back({rule, nullptr, false});
    }
  }

  void take_first_columns(std::unique_ptr<UnitColumns> columns) {
    rules_.front().columns = std::move(columns);
  }

  PartsFound run() {
    for (auto next = first_to_do(); next != rules_.end(); next = first_to_do()) {
      if (!next->columns) {
        next->columns = read_columns(next->rule);
      }
      next->is_done = true;
      shorten(*next, find(*next));
    }
    std::sort(found_.too_short.begin(), found_.too_short.end());
    found_.shortened = found_.cuts.size() - found_.too_short.size();
    found_.removed_bytes = found_.cuts.bytes();
    return std::move(found_);
  }

 private:
  // The rules go one after the other; each begins anew when one behind it has found something.
  std::vector<RuleWork>::iterator first_to_do() {
    return std::find_if(rules_.begin(), rules_.end(),
                        [](const RuleWork& work) { return !work.is_done; });
  }

  // Reads the texts that stay, as they are now.
  std::unique_ptr<UnitColumns> read_columns(const PartRule& rule) {
    auto columns = std::make_unique<UnitColumns>(
        unit_width(rule.kind), std::make_unique<TemporaryFile>(temporary_folder()), records_.count);
    parallel_for(records_.blocks.size(), [&](size_t b) {
      const Block& block = records_.blocks[b];
      RecordReader reader(records_, options_.read);
      UnitReader units(rule.kind, options_.words);
      std::vector<uint64_t> numbers;
      std::vector<size_t> ends;
      for (uint32_t i = 0; i < block.size_in_records(); ++i) {
        const uint32_t record = block.first + i;
        if (keeps_[record]) {
          const std::string_view text = reader.text(record);
          const std::span<const Span> cuts = found_.cuts.of(record);
          units.append(cuts.empty() ? text : without(text, cuts), numbers);
        }
        ends.push_back(numbers.size());
      }
      const uint64_t place = columns->append(numbers);
      size_t begin = 0;
      for (uint32_t i = 0; i < ends.size(); ++i) {
        const auto count = static_cast<uint32_t>((ends[i] - begin) / columns->width());
        columns->set(block.first + i, place + begin * sizeof(uint64_t), count);
        begin = ends[i];
      }
    });
    return columns;
  }

  Partitions<RunEntry> find_entries(RuleWork& work, const UnitPlaces& places, size_t parts) const {
    const PartRule& rule = work.rule;
    if (rule.kind != PartKind::words) {
      return find_part_entries(*work.columns, places, records_.count, rule.size,
                               options_.parts.least_part_words, parts);
    }
    if (!work.runs) {
      work.runs = std::make_unique<WordRuns>(*work.columns, records_.count, rule.size);
      return work.runs->find_all(places, parts);
    }
    return work.runs->find_over_seams(places, std::exchange(work.seams, {}), parts);
  }

  std::vector<PartStretch> find(RuleWork& work) const {
    const UnitPlaces places(order_, *work.columns, records_.count);
    constexpr uint64_t units_a_part = uint64_t{1} << 16;
    const size_t parts = std::clamp<uint64_t>(places.total() / units_a_part, 1, 1024);
    const Partitions<RunEntry> entries = find_entries(work, places, parts);
    const Partitions<Repeat> repeats =
        find_repeats(entries, places, work.rule.size, options_.parts);
    return find_stretches(repeats, places, *work.columns, work.rule);
  }

  // Cuts the stretches out of their records, some records at a time.
  void shorten(const RuleWork& work, const std::vector<PartStretch>& stretches) {
    constexpr size_t records_at_once = 64;
    if (stretches.empty()) {
      return;
    }
    // What the list names as first places stands in texts as they are before this.
    std::vector<std::pair<uint32_t, std::vector<Span>>> cuts;
    std::vector<std::vector<Shortened>> slots(2 * size_t{threads_allowed()});
    size_t next = 0;
    const auto fill = [&](size_t slot) {
      slots[slot].clear();
      while (next < stretches.size() && slots[slot].size() < records_at_once) {
        const size_t begin = next;
        while (next < stretches.size() && stretches[next].record == stretches[begin].record) {
          ++next;
        }
        slots[slot].push_back({std::span(stretches).subspan(begin, next - begin)});
      }
      return !slots[slot].empty();
    };
    const auto finish = [&](size_t slot) {
      for (Shortened& shortened : slots[slot]) {
        cuts.emplace_back(shortened.stretches[0].record, std::move(shortened.cuts));
        finish_record(work, shortened);
      }
    };
    parallel_stream(slots.size(),
                    {fill, [&](size_t slot) { cut_records(work, slots[slot]); }, finish});
    for (auto& [record, spans] : cuts) {
      found_.cuts.set(record, std::move(spans));
    }
    for (RuleWork& other : rules_) {
      const bool is_this = &other == &work;
      other.is_done = is_this && cuts_make_nothing_new(work.rule);
    }
  }

  void cut_records(const RuleWork& work, std::vector<Shortened>& some) const {
    RecordReader reader(records_, options_.read);
    UnitReader units(work.rule.kind, options_.words);
    for (Shortened& shortened : some) {
      cut_record(work, reader, units, shortened);
    }
    if (!options_.parts.list) {
      return;
    }
    for (Shortened& shortened : some) {
      list_parts(work, reader, units, shortened);
    }
  }

  // Returns the text as it is now.
  std::string text_of(uint32_t record, RecordReader& reader) const {
    return without(reader.text(record), found_.cuts.of(record));
  }

  void cut_record(const RuleWork& work, RecordReader& reader, UnitReader& units,
                  Shortened& shortened) const {
    const uint32_t record = shortened.stretches[0].record;
    const std::string text = text_of(record, reader);
    std::vector<UnitRange> ranges;
    for (const PartStretch& stretch : shortened.stretches) {
      ranges.push_back(stretch.units(work.rule.size));
    }
    ranges = joined_ranges(std::move(ranges));
    const std::span<const Span> spans = units.spans(text);
    const std::vector<Span> cuts = cut_units(text, spans, ranges);
    shortened.cuts = CutMap(found_.cuts.of(record)).with(cuts);
    shortened.columns.resize(rules_.size());
    const bool is_looked_at_again = rules_.size() > 1 || !cuts_make_nothing_new(work.rule);
    if (is_looked_at_again || options_.parts.least_words > 1) {
      count_rest(work, without(text, cuts), ranges, shortened);
    } else {
      shortened.words = spans.size() - count_units(ranges);  // each has a word
    }
  }

  // Finds the units of what is left, for all rules.
  void count_rest(const RuleWork& work, const std::string& rest, std::span<const UnitRange> cut,
                  Shortened& shortened) const {
    std::vector<uint64_t> words;
    hash_words(rest, options_.words, words);
    shortened.words = words.size();
    if (work.rule.kind == PartKind::words) {
      UnitColumns::Reader before(*work.columns, 0);
      shortened.seams =
          work.runs->seams_after(before.read(shortened.stretches[0].record), cut, words);
    }
    for (size_t r = 0; r < rules_.size(); ++r) {
      const bool is_wanted = rules_[r].columns && words.size() >= options_.parts.least_words;
      if (is_wanted && rules_[r].rule.kind == PartKind::words) {
        shortened.columns[r] = words;
      } else if (is_wanted) {
        UnitReader(rules_[r].rule.kind, options_.words).append(rest, shortened.columns[r]);
      }
    }
  }

  // Finds the places for the list: of each run of parts, or of each stretch of words.
  void list_parts(const RuleWork& work, RecordReader& reader, UnitReader& units,
                  Shortened& shortened) const {
    const uint32_t record = shortened.stretches[0].record;
    const std::string text = text_of(record, reader);
    const auto here = units.spans(text);
    const std::vector<Span> spans(here.begin(), here.end());
    const CutMap map(found_.cuts.of(record));
    std::optional<uint32_t> open;  // the record whose places these are
    std::vector<Span> first_spans;
    for (const PartStretch& stretch : shortened.stretches) {
      if (open != stretch.first_record) {
        const std::string first_text = text_of(stretch.first_record, reader);
        const auto there = units.spans(first_text);
        first_spans.assign(there.begin(), there.end());
        open = stretch.first_record;
      }
      const CutMap first_map(found_.cuts.of(stretch.first_record));
      const bool is_one = work.rule.kind == PartKind::words;
      const uint32_t items = is_one ? 1 : stretch.runs;
      const uint32_t size =
          is_one && stretch.advances ? stretch.runs - 1 + work.rule.size : work.rule.size;
      for (uint32_t i = 0; i < items; ++i) {
        const uint32_t begin = stretch.unit + i;
        const uint32_t first = stretch.first_unit + (stretch.advances ? i : 0);
        const uint32_t end = is_one ? stretch.units(work.rule.size).end : begin + size;
        shortened.removed.push_back(
            {record, map.before({spans[begin].begin, spans[end - 1].end}), stretch.first_record,
             first_map.before({first_spans[first].begin, first_spans[first + size - 1].end}),
             work.rule.kind});
      }
    }
  }

  // Runs over the seams will be looked for. Of a record that was cut by another rule, or twice, it
  // is not known where they are.
  static void note_seams(RuleWork& rule, bool is_its_cut, const Shortened& shortened,
                         uint32_t words) {
    const uint32_t record = shortened.stretches[0].record;
    const bool is_known = is_its_cut && !rule.seams.contains(record);
    rule.seams[record] = is_known ? shortened.seams : unknown_seams(words);
  }

  void finish_record(const RuleWork& work, const Shortened& shortened) {
    const uint32_t record = shortened.stretches[0].record;
    found_.log.append(shortened.removed);
    const bool is_counted_whole = work.rule.kind == PartKind::words;
    for (const PartStretch& stretch : shortened.stretches) {
      found_.removed_parts += is_counted_whole ? 1 : stretch.runs;
    }
    const bool is_too_short = shortened.words < options_.parts.least_words;
    if (is_too_short) {
      keeps_[record] = false;
      found_.too_short.push_back(record);
    }
    for (size_t r = 0; r < rules_.size(); ++r) {
      UnitColumns* columns = rules_[r].columns.get();
      if (!columns) {
        continue;
      }
      const std::vector<uint64_t>& numbers = shortened.columns[r];
      const uint64_t place = columns->append(numbers);
      const auto count = static_cast<uint32_t>(numbers.size() / columns->width());
      columns->set(record, place, count);
      if (rules_[r].runs) {
        note_seams(rules_[r], &rules_[r] == &work, shortened, count);
      }
    }
  }

  const Records& records_;
  const DedupOptions& options_;
  std::vector<bool>& keeps_;
  const Order order_;
  std::vector<RuleWork> rules_;
  PartsFound found_;
};

}  // namespace

PartsFound find_parts(const Records& records, const DedupOptions& options,
                      std::unique_ptr<UnitColumns> columns, std::vector<bool>& keeps) {
  PartsSearch search(records, options, keeps);
  if (columns) {
    search.take_first_columns(std::move(columns));
  }
  return search.run();
}

}  // namespace reprise::detail

// One record after another into the columns of a block.
//
//     1. The text is cut into words, and these are rolled into shingles (sketch/shingle.h).
//     2. Columns that every run needs: place, hash of the bytes, number of words, sketch.
//     3. Columns that options ask for: rank (--keep), group (--within), keys of the bands, sample
//        of shingles (containment).
//     4. At the end of the block the keys are turned: they come record by record, and are needed
//        band by band.
//
// Example: a text without words has no shingles: its sketch is zeros, and it meets nobody; the hash
// of its bytes alone makes it a copy. Counter-example: the key of a group is mixed into those of
// the bands, so that records of two groups hardly meet; the judge asks again, for 32 bits can
// agree by chance.
//
// Cost: nearly all of dedup's first reading: words, shingles and slots of every text.
#include "reprise/dedup/hasher.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "reprise/base/hash.h"
#include "reprise/corpus/date.h"
#include "reprise/corpus/url.h"
#include "reprise/furniture/said.h"
#include "reprise/sketch/hash_sort.h"
#include "reprise/words/entities.h"
#include "reprise/words/tokenize.h"
#include "reprise/words/words.h"

namespace reprise::detail {
namespace {

std::optional<double> date_value(const std::string& text) {
  const auto date = parse_date(text);
  return date ? std::optional(static_cast<double>(date->begin)) : std::nullopt;
}

// Returns what a number or a date is worth.
std::optional<double> number_or_date(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size() && std::isfinite(value)) {
    return value;
  }
  return date_value(text);
}

double rank_of(const KeepRule& rule, size_t words, const std::optional<std::string>& value) {
  using Kind = KeepRule::Kind;
  if (rule.kind == Kind::first) {
    return 0;
  }
  if (rule.kind == Kind::longest) {
    return static_cast<double>(words);
  }
  if (!value) {
    return no_rank;
  }
  if (rule.kind == Kind::source) {
    const auto found = std::find(rule.sources.begin(), rule.sources.end(), *value);
    return found == rule.sources.end() ? no_rank
                                       : -static_cast<double>(found - rule.sources.begin());
  }
  const auto number = rule.kind == Kind::newest ? date_value(*value) : number_or_date(*value);
  if (!number) {
    return no_rank;
  }
  return rule.kind == Kind::smallest ? -*number : *number;
}

// Returns a 32-bit key of the slots of one band, all 64 bits of each taken into it.
uint32_t band_key(std::span<const uint64_t> rows) {
  uint64_t key = 0;
  for (const uint64_t slot : rows) {
    key = mix(key ^ slot);
  }
  return static_cast<uint32_t>(key >> 32);
}

// Returns what is put into the keys of the last record, so that only records of one group meet in a
// bucket.
uint32_t group_key(const Block& block) {
  return block.groups.empty() ? 0 : static_cast<uint32_t>(mix(block.groups.back()));
}

// Puts the words of the record and its shingles into `words` and `shingles`; those of words are as
// they come. `decoded` is a buffer.
void read_shingles(std::string_view record, const DedupOptions& options, std::string& decoded,
                   std::vector<uint64_t>& words, ShingleSet& shingles) {
  const std::string_view text = read_entities(record, decoded);
  const bool of_words = options.shingles.unit == ShingleUnit::words;
  if (of_words && !options.drop_furniture) {
    hash_words(text, options.words, words);
    roll_shingles(words, options.shingles.size, shingles);
    return;
  }
  const std::vector<Token> tokens = options.drop_furniture
                                        ? tokenize_without_furniture(text, options.words)
                                        : tokenize(text, options.words);
  words.clear();
  for (const Token& token : tokens) {
    words.push_back(token.hash);
  }
  if (of_words) {
    roll_shingles(words, options.shingles.size, shingles);
  } else {
    shingles = make_shingles(text, tokens, options.words, options.shingles);
  }
}

}  // namespace

bool reads_field(const KeepRule& rule) {
  return rule.kind != KeepRule::Kind::first && rule.kind != KeepRule::Kind::longest;
}

std::string field_of_rule(const DedupOptions& options) {
  switch (options.keep.kind) {
    case KeepRule::Kind::newest: return options.read.fields.date;
    case KeepRule::Kind::source: return options.read.fields.source;
    default: return options.keep.field;
  }
}

std::vector<std::string> wanted_fields(const DedupOptions& options) {
  std::vector<std::string> fields;
  if (reads_field(options.keep)) {
    fields.push_back(field_of_rule(options));
  }
  if (!options.within.empty()) {
    fields.push_back(options.within);
  }
  if (!options.same.empty()) {
    fields.push_back(options.same);
  }
  return fields;
}

ShingleSet shingles_of(std::string_view record, const DedupOptions& options) {
  return ShingleReader(options).read(record);
}

ShingleSet ShingleReader::read(std::string_view record) {
  read_shingles(record, options_, decoded_, words_, shingles_);
  if (options_.shingles.unit == ShingleUnit::words) {
    sort_unique(shingles_);
  }
  return {shingles_.begin(), shingles_.end()};
}

void RecordHasher::roll(std::string_view record) {
  read_shingles(record, options_, decoded_, words_, shingles_);
}

void append_record(std::string_view text, const RecordPlace& place,
                   std::span<const std::optional<std::string>> values, size_t words,
                   const DedupOptions& options, Block& block) {
  block.places.push_back(place);
  block.texts.push_back(hash_text(text));
  block.words.push_back(static_cast<uint32_t>(words));
  auto value = values.begin();  // as in wanted_fields()
  if (options.keep.kind != KeepRule::Kind::first) {
    const std::optional<std::string> of_rule = reads_field(options.keep) ? *value++ : std::nullopt;
    block.ranks.push_back(rank_of(options.keep, words, of_rule));
  }
  if (!options.within.empty()) {
    // No value is a group of its own, apart from that of the empty text.
    block.groups.push_back(*value ? hash_bytes(**value, 1) : no_group);
    ++value;
  }
  if (!options.same.empty()) {
    block.values.push_back(*value ? hash_text(normalised_url(**value)) : no_same_value);
  }
}

void RecordHasher::add(std::string_view text, const RecordPlace& place,
                       std::span<const std::optional<std::string>> values, Block& block) {
  roll(text);
  append_record(text, place, values, words_.size(), options_, block);
  add_sketch(block);
  if (options_.measure == Measure::containment) {
    add_sample(block);
  }
}

void RecordHasher::add_sketch(Block& block) {
  const size_t k = options_.sketch.slots, bands = banding_.bands;
  block.slots.resize(block.slots.size() + k);
  const bool banded = options_.measure == Measure::jaccard;
  if (banded) {
    keys_.resize(keys_.size() + bands);
  }
  if (shingles_.empty()) {
    return;
  }
  slots_.resize(k);
  make_sketch(shingles_, options_.sketch, slots_);
  uint8_t* bytes = block.slots.data() + block.slots.size() - k;
  for (size_t i = 0; i < k; ++i) {
    bytes[i] = static_cast<uint8_t>(slots_[i]);
  }
  if (!banded) {
    return;
  }
  uint32_t* keys = keys_.data() + keys_.size() - bands;
  const uint32_t group = group_key(block);
  for (size_t b = 0; b < bands; ++b) {
    keys[b] = band_key(std::span(slots_).subspan(b * banding_.rows, banding_.rows)) ^ group;
  }
}

// A band is looked at alone, so its keys stand together.
void RecordHasher::end_block(Block& block) {
  const size_t bands = banding_.bands, count = block.size_in_records();
  std::vector<uint32_t> by_band(keys_.size());
  if (!keys_.empty()) {
    for (size_t i = 0; i < count; ++i) {
      for (size_t b = 0; b < bands; ++b) {
        by_band[b * count + i] = keys_[i * bands + b];
      }
    }
  }
  keys_.clear();
  if (spill_) {
    block.spilled_keys = spill_->append(
        {reinterpret_cast<const char*>(by_band.data()), by_band.size() * sizeof(uint32_t)});
  } else {
    block.keys = std::move(by_band);
  }
  block.places.shrink_to_fit();
  block.texts.shrink_to_fit();
  block.words.shrink_to_fit();
  block.slots.shrink_to_fit();
}

void RecordHasher::add_sample(Block& block) {
  sample_.clear();
  const uint32_t group = group_key(block);
  for (const uint64_t shingle : shingles_) {
    if (shingle % sample_rate == 0) {
      sample_.push_back(static_cast<uint32_t>(shingle >> 32) ^ group);
    }
  }
  // A short text may have none of these. Its smallest lets it at least meet its equals.
  if (sample_.empty() && !shingles_.empty()) {
    const uint64_t smallest = *std::min_element(shingles_.begin(), shingles_.end());
    sample_.push_back(static_cast<uint32_t>(smallest >> 32) ^ group);
  }
  std::sort(sample_.begin(), sample_.end());
  sample_.erase(std::unique(sample_.begin(), sample_.end()), sample_.end());
  block.sample.insert(block.sample.end(), sample_.begin(), sample_.end());
  block.sample_ends.push_back(static_cast<uint32_t>(block.sample.size()));
}

}  // namespace reprise::detail

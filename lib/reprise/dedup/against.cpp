// Steps: each document of the reference is an item, or each of its fields that are named; short
// ones are counted and left out; the others are indexed. Each record is searched for them.
//
//     {"id": "q7", "question": "Which river …?", "answer": "the Vara"}   with --item-fields
//     question,answer: the item q7 (question), and none for the answer, of two words
//
// Cost: that of ReferenceIndex.
#include "reprise/dedup/against.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "reprise/base/utf8.h"
#include "reprise/io/folder_of.h"
#include "reprise/words/entities.h"
#include "reprise/words/tokenize.h"
#include "reprise/words/words.h"

namespace reprise::detail {
namespace {

using Json = nlohmann::json;

constexpr uint32_t least_item_words = 5;

// Returns the file of FILE:LINE, or of a file that is a record by itself its folder.
std::string benchmark_of(const Document& document) {
  const size_t colon = document.where.rfind(':');
  const bool has_line =
      colon != std::string::npos && colon + 1 < document.where.size() &&
      document.where.find_first_not_of("0123456789", colon + 1) == std::string::npos;
  if (has_line) {
    return document.where.substr(0, colon);
  }
  return folder_of(document.where);
}

// Returns a text, or several a line each; nothing of other values.
std::optional<std::string> text_of(const Json& value) {
  if (value.is_string()) {
    return value.get<std::string>();
  }
  if (!value.is_array()) {
    return std::nullopt;
  }
  std::string lines;
  for (const Json& line : value) {
    if (!line.is_string()) {
      return std::nullopt;
    }
    lines += line.get<std::string>() + "\n";
  }
  return lines;
}

// Returns the value of a field other than that which was read as the text.
std::optional<std::string> value_of(const Document& document, const std::string& field,
                                    const FieldNames& names) {
  const std::pair<const std::string&, const std::optional<std::string>&> known[] = {
      {names.title, document.title},
      {names.source, document.source},
      {names.date, document.date},
      {names.url, document.url}};
  for (const auto& [name, value] : known) {
    if (name == field) {
      return value;
    }
  }
  const Json extra = Json::parse(document.extra, nullptr, false);
  const auto found = extra.find(field);
  return found == extra.end() ? std::nullopt : text_of(*found);
}

class ReferenceReader {
 public:
  explicit ReferenceReader(const DedupOptions& options) : options_(options) {
    read_ = options.read;
    all_.fields = options.item_fields;
    seen_.resize(all_.fields.size());
    if (!all_.fields.empty()) {
      read_.fields.text = all_.fields.front();
    }
  }

  Reference read(const ProblemSink& on_problem) {
    read_documents(
        options_.against, read_, [&](const Document& document) { take(document); }, on_problem);
    check();
    ReferenceIndex index(words_, options_.reference);
    return {std::move(all_), std::move(index)};
  }

 private:
  void take(const Document& document) {
    open_benchmark(benchmark_of(document));
    add(document.id, document.text, 0);
    for (uint32_t field = 1; field < all_.fields.size(); ++field) {
      if (const auto value = value_of(document, all_.fields[field], read_.fields)) {
        add(document.id, *value, field);
      }
    }
  }

  void open_benchmark(const std::string& name) {
    const auto [place, is_new] =
        numbers_.try_emplace(name, static_cast<uint32_t>(all_.benchmarks.size()));
    if (is_new) {
      all_.benchmarks.push_back({repaired_utf8(name)});
    }
    benchmark_ = place->second;
  }

  void add(const std::string& id, const std::string& text, uint32_t field) {
    hash_words(read_entities(text, buffer_), options_.words, hashes_);
    if (field < seen_.size()) {
      seen_[field] = true;
    }
    if (hashes_.size() < least_item_words && !options_.short_items) {
      ++all_.benchmarks[benchmark_].short_items;
      return;
    }
    ++all_.benchmarks[benchmark_].items;
    all_.names.push_back(id);
    all_.sizes.push_back(static_cast<uint32_t>(hashes_.size()));
    all_.benchmark_of.push_back(benchmark_);
    all_.field_of.push_back(field);
    words_.push_back(hashes_);
  }

  void check() const {
    const auto missing = std::find(seen_.begin(), seen_.end(), false);
    if (missing != seen_.end() && !all_.benchmarks.empty()) {
      const auto field = static_cast<size_t>(missing - seen_.begin());
      throw Error(
          ErrorKind::usage,
          {"--item-fields", "no item of the reference has a text in '" + all_.fields[field] + "'",
           "check the name of the field"});
    }
    if (!words_.empty()) {
      return;
    }
    if (all_.benchmarks.empty()) {
      throw Error(ErrorKind::usage, {options_.against.front(), "holds no item to look for",
                                     "name a reference with --against"});
    }
    throw Error(ErrorKind::usage,
                {options_.against.front(), "holds nothing but items of fewer than five words",
                 "take them all the same with --short-items"});
  }

  const DedupOptions& options_;
  ReadOptions read_;
  ReferenceItems all_;
  std::vector<std::vector<uint64_t>> words_;
  std::vector<bool> seen_;                   // [field]: an item has it
  std::map<std::string, uint32_t> numbers_;  // of the benchmarks
  uint32_t benchmark_ = 0;
  std::string buffer_;
  std::vector<uint64_t> hashes_;
};

}  // namespace

std::string Reference::shown_name(uint32_t item) const {
  return fields.empty() ? names[item] : names[item] + " (" + fields[field_of[item]] + ")";
}

Reference read_reference(const DedupOptions& options, const ProblemSink& on_problem) {
  return ReferenceReader(options).read(on_problem);
}

std::vector<BenchmarkLoss> count_losses(const Reference& reference, const Records& records) {
  std::vector<BenchmarkLoss> losses;
  for (const Benchmark& benchmark : reference.benchmarks) {
    losses.push_back({benchmark.name, benchmark.items, benchmark.short_items});
  }
  std::vector<bool> found(reference.names.size());
  std::vector<uint64_t> last(losses.size());  // the record that was counted last, from 1
  for (const Block& block : records.blocks) {
    for (const FoundItem& item : block.items) {
      const uint32_t benchmark = reference.benchmark_of[item.item];
      const uint64_t record = uint64_t{block.first} + item.record + 1;
      losses[benchmark].found += !found[item.item];
      losses[benchmark].documents += last[benchmark] != record;
      found[item.item] = true;
      last[benchmark] = record;
    }
  }
  return losses;
}

void tell_of_short_items(const DedupOptions& options, const Reference& reference,
                         const Records& records, const ProblemSink& on_problem) {
  constexpr uint32_t least_words = 4;
  const auto is_short = [&](const FoundItem& found) {
    return reference.sizes[found.item] < least_words;
  };
  uint64_t lost = 0;
  std::map<uint32_t, uint64_t> holders;  // by item
  for (const Block& block : records.blocks) {
    for (auto first = block.items.begin(); first != block.items.end();) {
      const auto last = std::find_if(first, block.items.end(), [&](const FoundItem& found) {
        return found.record != first->record;
      });
      if (std::all_of(first, last, is_short)) {
        ++lost;
        std::for_each(first, last, [&](const FoundItem& found) { ++holders[found.item]; });
      }
      first = last;
    }
  }
  if (lost == 0) {
    return;
  }
  const auto most = std::max_element(holders.begin(), holders.end(),
                                     [](auto& a, auto& b) { return a.second < b.second; });
  const uint32_t words = reference.sizes[most->first];
  on_problem({repaired_utf8(options.against.front()),
              std::to_string(lost) + " of " + std::to_string(records.count) +
                  " documents leave only for items of fewer than four words; most of them for '" +
                  reference.shown_name(most->first) + "' (" + std::to_string(words) +
                  (words == 1 ? " word)" : " words)"),
              "leave out --short-items if they are bare answers", false});
}

void ItemFinder::add(std::string_view record, const RecordPlace& place,
                     std::span<const std::optional<std::string>>, Block& block) {
  const std::shared_ptr<const DecodedText> decoded = DecodedText::of(record);
  const std::string_view text = decoded ? decoded->text() : record;
  hash_words(text, rules_, words_);
  block.places.push_back(place);
  block.words.push_back(static_cast<uint32_t>(words_.size()));
  const std::vector<ReferenceMatch> matches = reference_.index.find(words_);
  if (matches.empty()) {
    return;
  }
  const std::vector<Token> tokens = tokenize(text, rules_);  // for their places
  for (const ReferenceMatch& match : matches) {
    const Span span{tokens[match.words.begin].span.begin, tokens[match.words.end - 1].span.end};
    const Span in_record = decoded ? decoded->in_source(span) : span;
    block.items.push_back({block.size_in_records() - 1, match.item, match.share, in_record});
  }
}

}  // namespace reprise::detail

#include "reprise/dedup/against.h"

#include <algorithm>
#include <map>

#include "reprise/base/utf8.h"
#include "reprise/words/entities.h"
#include "reprise/words/tokenize.h"
#include "reprise/words/words.h"

namespace reprise::detail {

Reference read_reference(const DedupOptions& options, const ProblemSink& on_problem) {
  std::vector<std::string> names;
  std::vector<uint32_t> sizes;
  std::vector<std::vector<uint64_t>> items;
  std::string buffer;
  const auto take = [&](const Document& document) {
    names.push_back(document.id);
    hash_words(read_entities(document.text, buffer), options.words, items.emplace_back());
    sizes.push_back(static_cast<uint32_t>(items.back().size()));
  };
  read_documents(options.against, options.read, take, on_problem);
  if (items.empty()) {
    throw Error(ErrorKind::usage, {options.against.front(), "holds no item to look for",
                                   "name a reference with --against"});
  }
  return {std::move(names), std::move(sizes), ReferenceIndex(items, options.reference)};
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
                  reference.names[most->first] + "' (" + std::to_string(words) +
                  (words == 1 ? " word)" : " words)"),
              "leave such items out of the reference if they are bare answers", false});
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

#include "reprise/dedup/against.h"

#include "reprise/words/tokenize.h"
#include "reprise/words/words.h"

namespace reprise::detail {

Reference read_reference(const DedupOptions& options, const ProblemSink& on_problem) {
  std::vector<std::string> names;
  std::vector<std::vector<uint64_t>> items;
  const auto take = [&](const Document& document) {
    names.push_back(document.id);
    hash_words(document.text, options.words, items.emplace_back());
  };
  read_documents(options.against, options.read, take, on_problem);
  if (items.empty()) {
    throw Error(ErrorKind::usage, {options.against.front(), "holds no item to look for",
                                   "name a reference with --against"});
  }
  return {std::move(names), ReferenceIndex(items, options.reference)};
}

void ItemFinder::add(std::string_view text, const RecordPlace& place,
                     std::span<const std::optional<std::string>>, Block& block) {
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
    block.items.push_back({block.size_in_records() - 1, match.item, match.share, span});
  }
}

}  // namespace reprise::detail

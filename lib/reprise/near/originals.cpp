// Finds documents whose texts are the same byte for byte.
//
// Steps: each text's hash is looked up among those of the originals; those of the same hash are
// compared byte by byte; the one that is equal is its original, and else it is one itself.
//
//     texts      "a" "b" "a"
//     original    0   1   0
//
// What was found for originals is then spread: a copy has the value of its original.
//
// Cost: reading the texts once, and those of copies twice.
#include "reprise/near/originals.h"

#include <unordered_map>
#include <utility>

#include "reprise/base/hash.h"

namespace reprise::detail {

Originals find_originals(std::span<const Document> documents) {
  Originals originals;
  std::unordered_multimap<uint64_t, DocumentId> seen;  // originals by the hashes of their texts
  for (DocumentId d; d < documents.size(); ++d) {
    DocumentId original = d;
    const uint64_t hash = hash_bytes(documents[d].text);
    const auto [begin, end] = seen.equal_range(hash);
    for (auto it = begin; it != end; ++it) {
      if (documents[it->second].text == documents[d].text) {
        original = it->second;
      }
    }
    originals.of_document.push_back(original);
    if (original == d) {
      seen.emplace(hash, d);
      originals.documents.push_back(d);
    }
  }
  return originals;
}

Originals each_for_itself(size_t documents) {
  Originals originals;
  for (DocumentId d; d < documents; ++d) {
    originals.of_document.push_back(d);
  }
  originals.documents = originals.of_document;
  return originals;
}

std::vector<uint32_t> words_of(std::span<const TextUnit> texts, const Originals& originals) {
  std::vector<uint32_t> words(originals.of_document.size());
  for (const TextUnit& text : texts) {
    words[text.document] = static_cast<uint32_t>(text.tokens.size());
  }
  return spread(std::move(words), originals);
}

}  // namespace reprise::detail

#include "reprise/words/words.h"

#include "reprise/words/scan.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {

void hash_words(std::string_view text, const Normalisation& rules, std::vector<uint64_t>& hashes) {
  hashes.clear();
  if (can_scan(rules)) {
    return scan_words(text, rules, hashes);
  }
  for (const Token& token : tokenize_plainly(text, rules)) {
    hashes.push_back(token.hash);
  }
}

}  // namespace reprise::detail

#include "reprise/words/compounds.h"

#include <string>

#include "reprise/base/hash.h"
#include "reprise/words/cluster.h"
#include "reprise/words/fold.h"

namespace reprise::detail {
namespace {

bool is_part(CharacterClass kind) {
  return kind == CharacterClass::letter || kind == CharacterClass::numeric ||
         kind == CharacterClass::ignorable;
}

size_t character_before(std::string_view text, size_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<uint8_t>(text[at]) & 0xC0) == 0x80);
  return at;
}

std::string folded(std::string_view word) {
  std::string out;
  fold_word(word, {}, out);
  return out;
}

}  // namespace

uint64_t Compounds::key(size_t end, size_t begin) const {
  size_t left = end;
  while (left > 0) {
    const size_t before = character_before(text_, left);
    if (!is_part(cluster_at(text_, before).kind)) {
      break;
    }
    left = before;
  }
  size_t right = begin;
  while (right < text_.size()) {
    const Cluster next = cluster_at(text_, right);
    if (!is_part(next.kind)) {
      break;
    }
    right = next.end;
  }
  if (left == end || right == begin) {
    return 0;
  }
  return hash_bytes(folded(text_.substr(left, end - left)) + '-' +
                    folded(text_.substr(begin, right - begin)));
}

std::unordered_set<uint64_t> Compounds::read() const {
  std::unordered_set<uint64_t> keys;
  for (const std::string_view hyphen : {"-", "\u2010", "\u2011"}) {
    size_t at = text_.find(hyphen);
    while (at != text_.npos) {
      keys.insert(key(at, at + hyphen.size()));
      at = text_.find(hyphen, at + hyphen.size());
    }
  }
  keys.erase(0);
  return keys;
}

bool Compounds::hold(size_t end, size_t begin) {
  if (!keys_) {
    keys_ = read();
  }
  return keys_->contains(key(end, begin));
}

}  // namespace reprise::detail

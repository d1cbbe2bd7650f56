// Words in two bytes: enough to say that two texts have no run of words in common, where there is
// no room for keys and no time to make them.
//
//     key 0x9f3c51a7 (common)  ->  code 0x9f3d      key 0x9f3c0010  ->  code 0x9f3c
//
// Equal keys have equal codes, and both say whether the word is common; so runs of equal codes hold
// all runs of equal words. Others have one by chance once in 2^15 pairs.
#pragma once

#include <cstdint>
#include <vector>

#include "reprise/passages/keys.h"

namespace reprise::detail {

using WordCode = uint16_t;

inline WordCode code_of(Key key) {
  return static_cast<WordCode>((key >> 16 & ~Key{1}) | (key & 1));
}

inline std::vector<WordCode> codes_of(const Keys& keys) {
  std::vector<WordCode> codes;
  codes.reserve(keys.size());
  for (const Key key : keys) {
    codes.push_back(code_of(key));
  }
  return codes;
}

}  // namespace reprise::detail

// The names of one unit, as it shows them, and what they explain.
//
//     "World Harbour Agency (WHA)"   a name, and "wha" explained by "world harbour agency"
//     "Jane Orvik"                   a name, and "orvik" explained by "jane orvik"
//     "Orvik"                        a bare name: names.h asks what explains it
//
// Cost: about 100 ns a word. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "reprise/language/names/name_shapes.h"
#include "reprise/language/names/names.h"

namespace reprise::detail {

// Of what a name may become another name's key.
enum class Kind : uint8_t { fixed, full, bare, acronym };

struct Draft {
  Name name;
  Kind kind = Kind::fixed;
  bool weak = false;  // no name unless a full name explains it
};

// What one document, or the collection, explains: from a bare name or an acronym to its key; "" if
// there are two.
struct Explained {
  std::unordered_map<std::string, std::string> persons, acronyms, initials;
};

// Notes that `key` explains `from`; of two keys, neither does.
void explain(std::unordered_map<std::string, std::string>& table, const std::string& from,
             const std::string& key);

// Returns the names of the unit in order, and adds to what its document explains.
std::vector<Draft> scan_names(const UnitWords& words, const Evidence& evidence,
                              Explained& explained);

}  // namespace reprise::detail

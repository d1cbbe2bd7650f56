#include "reprise/report/tables/unique_names.h"

#include <algorithm>
#include <cstring>

#include "reprise/base/utf8.h"

namespace reprise::detail {
namespace {

// Returns whether every file system takes the character in a name.
bool is_taken_in_names(char32_t c) {
  if (c > 0xA0) {
    return c != replacement_character && c != 0x2028 && c != 0x2029;
  }
  const bool is_plain = c > ' ' && c < 0x7F;
  return is_plain && !std::strchr("/\\<>:\"|?*", static_cast<int>(c));
}

}  // namespace

std::string UniqueNames::take(const std::string& name, const std::string& separator,
                              const std::string& ending) {
  std::string unique = name + ending;
  for (size_t& i = next_[key(unique)]; !taken_.insert(key(unique)).second; ++i) {
    unique = name + separator + std::to_string(i + 2) + ending;
  }
  return unique;
}

std::string UniqueNames::key(std::string name) const {
  if (fold_case_) {
    std::transform(name.begin(), name.end(), name.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
  }
  return name;
}

std::string file_stem(std::string_view name) {
  if (name.size() > 4 && name.ends_with(".txt")) {
    name.remove_suffix(4);
  }
  constexpr size_t longest = 100;
  std::string stem;
  for (size_t at = 0; at < name.size();) {
    const Decoded c = decode(name, at);
    const bool would_hide_it = at == 0 && c.code == '.';
    std::string next;
    append_utf8(next, is_taken_in_names(c.code) && !would_hide_it ? c.code : U'_');
    if (stem.size() + next.size() > longest) {
      break;
    }
    stem += next;
    at += c.size;
  }
  return stem.empty() ? "_" : stem;
}

std::vector<std::string> unique_names(const Result& result,
                                      std::string (*clean)(std::string_view)) {
  std::vector<std::string> names;
  std::unordered_map<std::string, uint32_t> counts;
  for (const Document& document : result.documents) {
    ++counts[names.emplace_back(clean(document.id))];
  }
  UniqueNames unique(false);
  // The ids that only one has come first: where something was read must not take one of them away.
  for (std::string& name : names) {
    if (counts[name] == 1) {
      unique.take(name, "~", "");
    }
  }
  for (size_t d = 0; d < names.size(); ++d) {
    if (counts[names[d]] > 1) {
      names[d] = unique.take(clean(result.documents[d].where), "~", "");
    }
  }
  return names;
}

}  // namespace reprise::detail

#include "reprise/report/tables/unique_names.h"

#include <algorithm>

namespace reprise::detail {

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

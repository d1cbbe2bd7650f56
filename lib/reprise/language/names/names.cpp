// Four steps: what the collection shows of each word; each unit's runs of capitalised words; what a
// document explains of its own bare names and acronyms; what only the whole collection explains.
#include "reprise/language/names/names.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "reprise/base/parallel.h"
#include "reprise/language/name_words.h"
#include "reprise/language/names/name_shapes.h"
#include "reprise/language/names/scan_names.h"

namespace reprise::detail {
namespace {

// The drafts of one document's units, and what they explain.
struct DocumentNames {
  std::vector<uint32_t> units;
  std::vector<std::vector<Draft>> drafts;  // of each unit
  Explained explained;
};

// Gives a bare name or an acronym the key that explains it. A name with two explanations stays
// itself.
void resolve(Draft& draft, const Explained& by) {
  if (draft.kind != Kind::bare && draft.kind != Kind::acronym) {
    return;
  }
  const auto take = [&](const std::unordered_map<std::string, std::string>& table) {
    const auto it = table.find(draft.name.key);
    if (it == table.end()) {
      return false;
    }
    draft.kind = Kind::fixed;
    if (!it->second.empty()) {
      draft.name.key = it->second;
      draft.weak = false;
    }
    return true;
  };
  if (take(by.acronyms)) {
    return;
  }
  if (draft.kind == Kind::bare ? take(by.persons)
                               : draft.name.key.size() > 2 && take(by.initials)) {
    return;
  }
  if (const auto country = country_of(draft.name.key);
      draft.kind == Kind::acronym && !country.empty()) {
    draft.name.key = country;
    draft.kind = Kind::fixed;
  }
}

std::vector<DocumentNames> group_by_document(std::span<const TextUnit> units) {
  std::vector<uint32_t> order(units.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return units[a].document < units[b].document; });
  std::vector<DocumentNames> documents;
  for (const uint32_t u : order) {
    if (documents.empty() || units[documents.back().units[0]].document != units[u].document) {
      documents.emplace_back();
    }
    documents.back().units.push_back(u);
  }
  return documents;
}

}  // namespace

std::vector<std::vector<Name>> find_names(std::span<const TextUnit> units,
                                          std::span<const Language> languages) {
  const EvidenceByLanguage evidence = gather_evidence(units, languages);
  std::vector<DocumentNames> documents = group_by_document(units);
  parallel_for(documents.size(), [&](size_t d) {
    DocumentNames& document = documents[d];
    for (const uint32_t u : document.units) {
      const UnitWords words(units[u], languages[u]);
      const Evidence& shown = evidence[static_cast<size_t>(languages[u])];
      document.drafts.push_back(scan_names(words, shown, document.explained));
    }
    for (auto& drafts : document.drafts) {
      for (Draft& draft : drafts) {
        resolve(draft, document.explained);
      }
    }
  });
  Explained everywhere;
  const auto add = [](auto& to, const auto& from) {
    for (const auto& [name, key] : from) {
      explain(to, name, key);
    }
  };
  for (const DocumentNames& document : documents) {
    add(everywhere.persons, document.explained.persons);
    add(everywhere.acronyms, document.explained.acronyms);
  }
  std::vector<std::vector<Name>> names(units.size());
  parallel_for(documents.size(), [&](size_t d) {
    for (size_t n = 0; n < documents[d].units.size(); ++n) {
      for (Draft& draft : documents[d].drafts[n]) {
        resolve(draft, everywhere);
        if (!draft.weak) {
          names[documents[d].units[n]].push_back(std::move(draft.name));
        }
      }
    }
  });
  return names;
}

}  // namespace reprise::detail

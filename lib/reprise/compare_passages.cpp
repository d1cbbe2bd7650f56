#include "reprise/compare_passages.h"

#include <algorithm>
#include <map>

#include "reprise/base/parallel.h"
#include "reprise/corpus/field.h"
#include "reprise/language/languages.h"
#include "reprise/passages/find.h"
#include "reprise/passages/reuse.h"
#include "reprise/passages/suppress.h"
#include "reprise/passages/templates.h"

namespace reprise::detail {
namespace {

// Returns for each document a number that it shares with those of the same value; no_source where
// the field is absent.
std::vector<uint32_t> numbers_of(std::span<const Document> documents, const std::string& field) {
  std::map<std::string, uint32_t> numbers;
  std::vector<uint32_t> all(documents.size(), no_source);
  for (size_t d = 0; d < documents.size(); ++d) {
    const std::optional<std::string> value = field_of(documents[d], field);
    if (value) {
      all[d] = numbers.emplace(*value, static_cast<uint32_t>(numbers.size())).first->second;
    }
  }
  return all;
}

std::vector<Keys> keys_of(std::span<const TextUnit> units, const CompareOptions& options) {
  return make_keys(units, options.words, options.passages.seed_unit);
}

// Returns the passages that the units share with the texts that don't count.
std::vector<Passage> find_ignored(const Result& result, std::span<const TextUnit> units,
                                  std::span<const Document> ignored) {
  if (ignored.empty()) {
    return {};
  }
  std::vector<TextUnit> all(units.begin(), units.end());
  const auto first = static_cast<uint32_t>(result.documents.size());
  Normalisation rules = result.options.words;
  rules.drop_punctuation = true;
  for (uint32_t i = 0; i < ignored.size(); ++i) {
    all.push_back({first + i, Field::text, ignored[i].text, tokenize(ignored[i].text, rules), {}});
  }
  add_languages(std::span(all).subspan(units.size()), result.options.points.language);
  return find_passages({all, result.options.words, first}, keys_of(all, result.options),
                       result.options.passages);
}

// For each unit of a text that has copies: the units of these, which add_copies appends.
using Copies = std::map<uint32_t, std::vector<uint32_t>>;

// Identical texts were compared as one. Gives each copy a unit, and a passage that is all of it.
Copies add_copies(Result& result, std::span<const Keys> keys, std::vector<Passage>& passages) {
  std::map<uint32_t, uint32_t> unit_of;  // by document, of its text
  for (uint32_t u = 0; u < result.units.size(); ++u) {
    if (result.units[u].field == Field::text) {
      unit_of.emplace(result.units[u].document, u);
    }
  }
  Copies copies;
  for (uint32_t d = 0; d < result.original.size(); ++d) {
    const uint32_t words = result.words[d];
    if (result.original[d] == d || words == 0 || words < result.options.passages.least_words) {
      continue;
    }
    const uint32_t original = unit_of.at(result.original[d]),
                   copy = static_cast<uint32_t>(result.units.size());
    const TextUnit& same = result.units[original];
    result.units.push_back(
        {d, Field::text, result.documents[d].text, same.tokens, {}, same.language});
    copies[original].push_back(copy);
    Passage all;
    all.unit_a = original, all.unit_b = copy;
    all.a = all.b = {0, words};
    all.matched = words;
    const Keys& own = keys[original];
    all.informative =
        words - static_cast<uint32_t>(std::count_if(own.begin(), own.end(), is_common));
    all.identity = 1;
    passages.push_back(std::move(all));
  }
  return copies;
}

// What a text holds, its copies hold.
void add_copies_to_clusters(const Copies& copies, std::vector<PassageCluster>& clusters) {
  if (copies.empty()) {
    return;
  }
  for (PassageCluster& cluster : clusters) {
    const std::vector<PassageSpan> own = cluster.spans;
    for (const PassageSpan& span : own) {
      const auto found = copies.find(span.unit);
      if (found == copies.end()) {
        continue;
      }
      for (const uint32_t copy : found->second) {
        cluster.spans.push_back({copy, span.range});
      }
    }
    std::sort(cluster.spans.begin(), cluster.spans.end());
    cluster.spans.erase(std::unique(cluster.spans.begin(), cluster.spans.end()),
                        cluster.spans.end());
  }
}

}  // namespace

void find_reuse(Result& result, size_t searched, std::span<const Document> ignored) {
  const PassageOptions& options = result.options.passages;
  const std::span<const TextUnit> units = std::span(result.units).first(searched);
  const std::vector<Keys> keys = keys_of(units, result.options);
  std::vector<Passage> found =
      find_passages({units, result.options.words, result.first_reference}, keys, options);
  const std::vector<Passage> not_counted = find_ignored(result, units, ignored);
  const Copies copies = add_copies(result, keys, found);
  if (!copies.empty()) {
    finish_passages(result.units, found);
  }

  SuppressionRules rules{
      keys, not_counted, {}, numbers_of(result.documents, "source"), result.first_reference};
  if (!options.skip_same.empty()) {
    rules.same = numbers_of(result.documents, options.skip_same);
  }
  Reported reported = sort_out(result.units, std::move(found), rules, options);
  result.passages = std::move(reported.passages);
  result.passage_clusters = std::move(reported.clusters);
  add_copies_to_clusters(copies, result.passage_clusters);
  result.suppressed = std::move(reported.suppressed);
  result.reuse = measure_reuse(result.units, result.passages, result.documents.size());
}

}  // namespace reprise::detail

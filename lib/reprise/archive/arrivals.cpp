#include "reprise/archive/arrivals.h"

#include <unordered_map>

#include "reprise/base/parallel.h"
#include "reprise/error.h"

namespace reprise::detail {
namespace {

std::string text_of(const ContentKey& key) {
  return std::string(view_of(key));
}

// The id and the contents of each document.
using ArrivalKeys = std::vector<std::pair<ContentKey, ContentKey>>;

// Returns which document stands for each id: of two of one call with one id, the later one. Counts
// those that are the same. Throws Error if they are not, and nothing may be replaced.
std::unordered_map<std::string, size_t> last_of_each_id(const std::vector<Document>& documents,
                                                        const ArrivalKeys& keys, bool replace,
                                                        ArchiveChange& change) {
  std::unordered_map<std::string, size_t> last;
  for (size_t i = 0; i < documents.size(); ++i) {
    const auto [entry, is_new] = last.emplace(text_of(keys[i].first), i);
    const bool is_other = !is_new && keys[entry->second].second != keys[i].second;
    if (is_other && !replace) {
      throw Error(ErrorKind::input,
                  {documents[i].where,
                   "has the id of " + documents[entry->second].where + ", and other contents",
                   "give each document an id of its own, or let the later one replace the earlier "
                   "with --replace",
                   false});
    }
    change.unchanged += !is_new && !is_other ? 1U : 0U;
    if (is_other) {
      entry->second = i;
    }
  }
  return last;
}

}  // namespace

Arrivals sort_arrivals(std::vector<Document> documents, bool replace, Catalogue& catalogue) {
  Arrivals arrivals;
  ArrivalKeys keys(documents.size());
  parallel_for(documents.size(), [&](size_t i) {
    keys[i] = {id_key(documents[i]), contents_key(documents[i])};
  });
  const auto last = last_of_each_id(documents, keys, replace, arrivals.change);
  for (size_t i = 0; i < documents.size(); ++i) {
    if (last.at(text_of(keys[i].first)) != i) {
      continue;
    }
    const std::optional<DocumentRow> there = catalogue.find(keys[i].first);
    if (there && there->contents == keys[i].second) {
      ++arrivals.change.unchanged;
      continue;
    }
    if (there && !replace) {
      throw Error(ErrorKind::input, {documents[i].where, "is in the archive with other contents",
                                     "replace that with --replace, or give it another id", false});
    }
    if (there) {
      arrivals.replaced.push_back(there->number);
    }
    arrivals.documents.push_back(std::move(documents[i]));
    arrivals.ids.push_back(keys[i].first);
    arrivals.contents.push_back(keys[i].second);
  }
  arrivals.change.added = arrivals.documents.size();
  arrivals.change.replaced = arrivals.replaced.size();
  return arrivals;
}

}  // namespace reprise::detail

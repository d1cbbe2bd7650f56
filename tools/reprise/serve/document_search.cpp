#include "serve/document_search.h"

#include <algorithm>

#include "reprise/result/places.h"
#include "reprise/words/fold.h"

namespace reprise::program {
namespace {

std::string folded(const std::string& text) {
  std::string out;
  fold_word(text, {}, out);
  return out;
}

// Whether a document is of the outlet and of the time that are asked for.
class Filter {
 public:
  explicit Filter(const DocumentSearch& search)
      : source_(folded(search.source)), dates_(search.dates) {}

  bool admits(const Document& document) const {
    const bool is_of_source =
        source_.empty() ||
        (document.source && folded(*document.source).find(source_) != std::string::npos);
    return is_of_source && (!dates_ || is_in_time(document));
  }

 private:
  bool is_in_time(const Document& document) const {
    const auto date = document.date ? parse_date(*document.date) : std::nullopt;
    return date && date->begin < dates_->end && dates_->begin < date->end;
  }

  std::string source_;
  std::optional<DateRange> dates_;
};

FoundDocuments newest(const Archive& archive, const DocumentSearch& search,
                      const RunControl& control) {
  const Filter filter(search);
  FoundDocuments found;
  archive.visit_newest_first([&](const Document& document) {
    if (control.stop.stop_requested()) {
      throw Stopped();
    }
    if (!filter.admits(document)) {
      return true;
    }
    found.are_all = found.documents.size() < search.limit;
    if (found.are_all) {
      found.documents.push_back({document, "", 0});
    }
    return found.are_all;
  });
  return found;
}

// Returns the longest passage that stands in the reference, as it stands there.
std::string said_in(DocumentId reference, const Result& result) {
  const Passage* longest = nullptr;
  for (const Passage& passage : result.passages) {
    const bool is_in_it = result.units[passage.unit_b].document == reference;
    if (is_in_it && (longest == nullptr || longest->matched < passage.matched)) {
      longest = &passage;
    }
  }
  if (longest == nullptr) {
    return "";
  }
  const TextUnit& unit = result.units[longest->unit_b];
  return Places(result).text(longest->unit_b, bytes_of(unit, longest->b));
}

FoundDocuments those_that_say(const Archive& archive, const DocumentSearch& search,
                              const CompareOptions& asked, const RunControl& control) {
  Corpus corpus;
  corpus.documents.emplace_back();
  corpus.documents.back().id = "says";
  corpus.documents.back().text = search.says;
  CompareOptions options = asked;
  options.parts.points = false;
  options.passages.least_words = std::min(options.passages.least_words, options.passages.seed);
  const Result result = archive.query(std::move(corpus), options, control);
  const Filter filter(search);
  FoundDocuments found;
  for (const Reuse::Source& source : result.reuse.front().sources) {
    if (!filter.admits(result.documents[source.document])) {
      continue;
    }
    if (found.documents.size() == search.limit) {
      found.are_all = false;
      break;
    }
    found.documents.push_back(
        {result.documents[source.document], said_in(source.document, result), source.words});
  }
  return found;
}

}  // namespace

FoundDocuments search_documents(const Archive& archive, const DocumentSearch& search,
                                const CompareOptions& options, const RunControl& control) {
  return search.says.empty() ? newest(archive, search, control)
                             : those_that_say(archive, search, options, control);
}

}  // namespace reprise::program

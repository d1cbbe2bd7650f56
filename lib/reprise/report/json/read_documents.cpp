#include "reprise/report/json/read_documents.h"

#include "reprise/language/unit.h"
#include "reprise/report/json/broken_runs.h"
#include "reprise/report/json/json_names.h"
#include "reprise/result/offsets.h"

namespace reprise::detail {
namespace {

// Returns the text as it was read, with broken runs where they were. Whether it comes out at
// `bytes` is known before it is made.
std::string text_of(const JsonNode& document, uint64_t bytes) {
  const JsonNode text = document["text"];
  const std::string_view shown = text.text();
  if (!document.holds("broken")) {
    return std::string(shown);
  }
  const JsonNode broken = document["broken"];
  std::vector<Span> runs;
  uint64_t size = shown.size();
  broken.each([&](const JsonNode& run, size_t) {
    const auto [begin, length] = run.items<2>();
    const uint64_t at = begin.count(), end = at + length.count();
    if (end > UINT32_MAX) {
      run.fail("lies beyond the end of a text");
    }
    runs.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    size += end - at - 3;  // U+FFFD
  });
  std::optional<std::string> whole;
  if (size == bytes) {
    whole = with_broken_runs(shown, runs);
  }
  if (!whole) {
    broken.fail("does not fit the text");
  }
  return *std::move(whole);
}

// Reads one document after another; what it says of others is of such as came before it.
class DocumentReader {
 public:
  DocumentReader(const JsonTree& tree, Result& result) : tree_(tree), result_(result) {}

  bool read(const JsonNode& list) {
    list.each([&](const JsonNode&, size_t) { ++count_; });
    list.each([&](const JsonNode& entry, size_t) {
      result_.documents.push_back(document(entry));
      measures(entry);
      references(entry);
      original(entry);
      parts(entry);
    });
    result_.cluster_of.resize(count_);
    add_units();
    list.each(
        [&](const JsonNode& entry, size_t d) { check_words(entry, static_cast<uint32_t>(d)); });
    return texts_;
  }

 private:
  uint32_t last() const { return static_cast<uint32_t>(result_.documents.size() - 1); }

  Document document(const JsonNode& entry) const {
    Document document;
    document.id = entry["id"].text();
    document.where = entry["where"].text();
    document.title = entry["title"].text_if_any();
    document.source = entry["source"].text_if_any();
    document.date = entry["date"].text_if_any();
    document.url = entry["url"].text_if_any();
    if (entry.holds("encoding")) {
      document.encoding = static_cast<Encoding>(entry["encoding"].choice(names_of_encodings));
    }
    const std::optional<std::string> extra = tree_.verbatim(result_.documents.size());
    if (!extra) {
      entry["extra"].fail("is no object");
    }
    document.extra = *extra;
    return document;
  }

  // The text, and how long it is.
  void measures(const JsonNode& entry) {
    Document& document = result_.documents.back();
    result_.bytes.push_back(entry["bytes"].count(UINT64_MAX));
    result_.words.push_back(static_cast<uint32_t>(entry["words"].count()));
    const bool text = entry.holds("text");
    if (result_.documents.size() == 1) {
      texts_ = text;
    }
    if (text != texts_) {
      entry.fail(text ? "has a text, which others lack" : "has no text, as others have");
    }
    if (!text) {
      return;
    }
    const uint64_t bytes = result_.bytes.back();
    document.text = text_of(entry, bytes);
    document.half_unit = document.encoding != Encoding::utf8 && bytes % 2 == 1;
    if (document.half_unit && !document.text.ends_with("\xEF\xBF\xBD")) {
      entry["bytes"].fail("is odd for UTF-16");
    }
    if (bytes_on_disk(document) != bytes) {
      entry["bytes"].fail("does not fit the text");
    }
  }

  void references(const JsonNode& entry) {
    const bool reference = entry.holds("reference") && entry["reference"].flag();
    if (reference && result_.first_reference == UINT32_MAX) {
      result_.first_reference = last();
    }
    if (!reference && result_.first_reference != UINT32_MAX) {
      entry.fail("is no reference, but stands behind one, and references come last");
    }
  }

  void original(const JsonNode& entry) {
    result_.original.push_back(last());
    if (!entry.holds("same_as")) {
      return;
    }
    const JsonNode same = entry["same_as"];
    const uint32_t first = same.index(last());
    if (result_.original[first] != first ||
        result_.documents[first].text != result_.documents.back().text) {
      same.fail("is no document with the same text, the first of these");
    }
    result_.original.back() = first;
  }

  // What the parts of the report say of each document.
  void parts(const JsonNode& entry) {
    const Parts& parts = result_.options.parts;
    if (parts.points || parts.matrices) {
      result_.stories.push_back(story(entry));
    }
    if (!parts.passages) {
      return;
    }
    const JsonNode node = entry["reuse"];
    const auto words = [&](const JsonNode& of) {
      return static_cast<uint32_t>(of["words"].count(result_.words.back()));
    };
    Reuse reuse;
    reuse.words = words(node);
    node["sources"].each([&](const JsonNode& source, size_t) {
      reuse.sources.push_back({source["document"].index(count_), words(source)});
    });
    if (reuse.words > 0 && reuse.sources.empty()) {
      node.fail("has words, but no document that they stand in");
    }
    result_.reuse.push_back(std::move(reuse));
  }

  // Reports of matrices alone did not always say it: then all documents have one story together.
  uint32_t story(const JsonNode& entry) const {
    const bool known = result_.options.parts.points || entry.holds("story");
    return known ? entry["story"].index(count_) : 0;
  }

  void add_units() {
    std::vector<uint32_t> originals;
    for (uint32_t d = 0; d < count_; ++d) {
      if (result_.original[d] == d) {
        originals.push_back(d);
      }
    }
    result_.units = make_units(result_.documents, originals, result_.options.words);
    unit_of_.resize(count_);
    for (uint32_t i = 0; i < originals.size(); ++i) {
      unit_of_[originals[i]] = i;
    }
    result_.units.reserve(result_.units.size() + count_ - originals.size());
    for (uint32_t d = 0; d < count_; ++d) {
      if (result_.original[d] == d) {
        continue;
      }
      unit_of_[d] = unit_of_[result_.original[d]];
      if (!result_.options.parts.passages ||
          result_.words[d] < result_.options.passages.least_words) {
        continue;
      }
      const std::vector<Token>& tokens = result_.units[unit_of_[d]].tokens;
      if (!tokens.empty()) {
        result_.units.push_back({d, Field::text, result_.documents[d].text, tokens, {}});
      }
    }
  }

  // Another count means other words, and places that lie elsewhere.
  void check_words(const JsonNode& entry, uint32_t d) const {
    const size_t words = result_.units[unit_of_[d]].tokens.size();
    if (texts_ && result_.words[d] != words) {
      entry["words"].fail("does not fit the text, which has " + std::to_string(words),
                          "write the report again with this version");
    }
  }

  const JsonTree& tree_;
  Result& result_;
  size_t count_ = 0;
  bool texts_ = false;
  std::vector<uint32_t> unit_of_;  // of each document: that of its text, or of its original's
};

}  // namespace

bool read_reported_documents(const JsonTree& tree, Result& result) {
  const JsonNode list = tree.root()["documents"];
  return DocumentReader(tree, result).read(list);
}

}  // namespace reprise::detail

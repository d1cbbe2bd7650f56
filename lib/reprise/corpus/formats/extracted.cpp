// Formats whose files are taken apart by an extractor (extract/extracted.h): web pages, office
// files, PDF, feeds.
//
// Example: ferry.html with one article gives a document "ferry.html", of which Document::extracted
// says "html"; feed.xml with two gives "feed.xml:1" and "feed.xml:2".

#include <nlohmann/json.hpp>

#include "reprise/base/utf8.h"
#include "reprise/corpus/formats.h"
#include "reprise/corpus/whole_file.h"
#include "reprise/extract/extracted.h"

namespace reprise::detail {
namespace {

using Extractor = Extraction (*)(std::string_view bytes, const std::string& name,
                                 const ExtractOptions& options);

std::string extra_of(const Extracted& extracted) {
  auto extra = nlohmann::ordered_json::object();
  for (const auto& [name, value] : extracted.further) {
    extra[name] = value;
  }
  return extra.dump();
}

class ExtractingParser final : public WholeFileParser {
 public:
  ExtractingParser(Extractor extractor, std::string_view format, const InputPath& input,
                   const StreamOptions& options)
      : WholeFileParser(input, options), extractor_(extractor), format_(format) {}

 private:
  std::vector<FileDocument> documents_of(FileBlock& block) override {
    Extraction extraction = extractor_(block.bytes, name(), options().extract);
    for (Problem& problem : extraction.problems) {
      note(block, std::move(problem));
    }
    std::vector<FileDocument> documents;
    documents.reserve(extraction.documents.size());
    for (Extracted& extracted : extraction.documents) {
      const auto number = static_cast<uint32_t>(extracted.number.value_or(0));
      documents.push_back({document_of(std::move(extracted)), number});
    }
    return documents;
  }

  Document document_of(Extracted extracted) const {
    const std::string number = extracted.number ? ":" + std::to_string(*extracted.number) : "";
    Document document;
    document.id = repaired_utf8(input().id) + number;
    document.where = name() + number;
    document.extra = extra_of(extracted);
    document.title = std::move(extracted.title);
    document.source = std::move(extracted.source);
    document.date = std::move(extracted.date);
    document.url = std::move(extracted.url);
    document.text = std::move(extracted.text);
    document.extracted = format_;
    return document;
  }

  Extractor extractor_;
  std::string format_;
};

}  // namespace

}  // namespace reprise::detail

// Formats whose files are taken apart by an extractor (extract/extracted.h): web pages, office
// files, PDF, feeds.
//
// Example: ferry.html with one article gives a document "ferry.html", of which Document::extracted
// says "html"; feed.xml with two gives "feed.xml:1" and "feed.xml:2".

#include <algorithm>
#include <array>

#include "reprise/base/utf8.h"
#include "reprise/corpus/formats.h"
#include "reprise/corpus/whole_file.h"
#include "reprise/extract/extracted.h"
#include "reprise/extract/feed.h"
#include "reprise/extract/html.h"
#include "reprise/extract/office.h"
#include "reprise/extract/pdf.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace {

using Extractor = Extraction (*)(std::string_view bytes, const std::string& name,
                                 const ExtractOptions& options);

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
      const std::string behind = number == 0 ? "" : ":" + std::to_string(number);
      Document document = document_of(std::move(extracted), format_);
      document.id = repaired_utf8(input().id) + behind;
      document.where = name() + behind;
      documents.push_back({std::move(document), number});
    }
    return documents;
  }

  Extractor extractor_;
  std::string format_;
};

}  // namespace

std::unique_ptr<BlockParser> make_html_parser(const InputPath& input,
                                              const StreamOptions& options) {
  const auto extract = [](std::string_view bytes, const std::string& name,
                          const ExtractOptions& wanted) {
    return extract_html(bytes, name, wanted);
  };
  return std::make_unique<ExtractingParser>(extract, "html", input, options);
}

std::unique_ptr<BlockParser> make_feed_parser(const InputPath& input,
                                              const StreamOptions& options) {
  return std::make_unique<ExtractingParser>(extract_feed, "feed", input, options);
}

std::unique_ptr<BlockParser> make_office_parser(const InputPath& input,
                                                const StreamOptions& options) {
  return std::make_unique<ExtractingParser>(extract_office, "office", input, options);
}

std::unique_ptr<BlockParser> make_pdf_parser(const InputPath& input, const StreamOptions& options) {
  const auto extract = [](std::string_view bytes, const std::string& name,
                          const ExtractOptions& wanted) {
    return extract_pdf(bytes, name, wanted);
  };
  return std::make_unique<ExtractingParser>(extract, "pdf", input, options);
}

bool begins_as_html(InputFile& file) {
  constexpr size_t head_size = 1024;
  constexpr std::array<std::string_view, 3> beginnings{"<!doctype html", "<html", "<head"};
  const std::string head = lower_ascii(file.peek(head_size));
  size_t first = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (first != head.npos && head.compare(first, 5, "<?xml") == 0) {
    first = head.find('<', head.find("?>", first));
  }
  const std::string_view page = std::string_view(head).substr(std::min(first, head.size()));
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return page.starts_with(beginning); });
}

bool begins_as_feed(InputFile& file) {
  constexpr size_t head_size = 8192;
  return looks_like_feed(file.peek(head_size));
}

bool begins_as_office(InputFile& file) {
  constexpr size_t head_size = 8192;
  const std::string_view head = file.peek(head_size);
  constexpr std::array<std::string_view, 5> names{"word/", "ppt/", "[Content_Types].xml",
                                                  "mimetypeapplication/vnd.oasis.opendocument.",
                                                  "mimetypeapplication/epub+zip"};
  return head.starts_with("PK\3\4") &&
         std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return head.find(name) != head.npos; });
}

bool begins_as_pdf(InputFile& file) {
  return file.peek(5) == "%PDF-";
}

}  // namespace reprise::detail

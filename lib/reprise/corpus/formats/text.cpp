// Text: the whole file is one record, with what a table (metadata.h) knows of it.
//
//     1. The bytes become the text, in UTF-8; another encoding is said (text_file.h).
//     2. In a folder, what looks like no text is left out; a file that was named is read.
//     3. The front matter of Markdown (extract/markdown.h) becomes metadata. In the text blanks
//        stand in its place, so that what is behind it keeps its offsets.
//
// Example: articles/a.txt in a folder that was named has the id "a.txt"; named itself, the id
// "articles/a.txt". Memory: the file once; a few times while it is converted.
#include "reprise/base/utf8.h"
#include "reprise/corpus/file_problems.h"
#include "reprise/corpus/formats.h"
#include "reprise/corpus/text_file.h"
#include "reprise/corpus/whole_file.h"
#include "reprise/extract/markdown.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace {

bool is_markdown(const std::string& path) {
  const std::string name = lower_ascii(without_packing(path));
  return name.ends_with(".md") || name.ends_with(".markdown");
}

bool is_mail(const std::string& path) {
  const std::string name = lower_ascii(without_packing(path));
  return name.ends_with(".eml") || name.ends_with(".mbox");
}

// Returns so many blanks that they have the bytes on disk that the front of the text has.
std::string blanks_for(const Document& document, size_t size) {
  const std::string_view front = std::string_view(document.text).substr(0, size);
  std::optional<CharsetWidths> widths;
  if (document.encoding == Encoding::other) {
    widths.emplace(document.charset, front);
  }
  std::string blanks;
  for (size_t at = 0; at < size;) {
    const Decoded next = decode(front, at);
    at += next.size;
    const bool is_line_end = next.code == '\n' || next.code == '\r';
    const size_t units_of_utf16 = next.code > 0xFFFF ? 2 : 1;
    const size_t width = widths ? widths->of(next.code) : units_of_utf16;
    blanks.append(document.encoding == Encoding::utf8 ? next.size : width,
                  is_line_end ? static_cast<char>(next.code) : ' ');
  }
  return blanks;
}

void take_front_matter(Document& document) {
  FrontMatter matter = read_front_matter(document.text);
  if (matter.size == 0) {
    return;
  }
  document.text = blanks_for(document, matter.size) + document.text.substr(matter.size);
  document.title = std::move(matter.says.title);
  document.source = std::move(matter.says.source);
  document.date = std::move(matter.says.date);
  document.url = std::move(matter.says.url);
  document.extra = extra_of(matter.says);
}

class TextParser final : public WholeFileParser {
 public:
  using WholeFileParser::WholeFileParser;

 private:
  std::vector<FileDocument> documents_of(FileBlock& block) override {
    Document document;
    document.id = repaired_utf8(input().id);
    document.where = name();
    const std::string& charset = options().extract.charset;
    const TextReading reading = set_text(document, std::move(block.buffer), charset);
    if (reading.is_unknown) {
      note(block, unknown_encoding_problem(name(), charset, reading.likeliest));
      return {};
    }
    if (!input().folder.empty() && looks_binary(document.text)) {
      note(block, {name(), "skipped: this is no text", "name the file to have it read all the same",
                   false});
      return {};
    }
    if (is_mail(input().path)) {
      note(block, {name(), "is mail, and read with its heads and codes as they stand",
                   "save the mails of it as text or HTML", false});
    }
    if (reading.told) {
      note(block, told_encoding_problem(name(), *reading.told));
    }
    if (reading.broken > 0) {
      note(block, broken_text_problem(name(), reading.broken, document));
    }
    if (is_markdown(input().path)) {
      take_front_matter(document);
    }
    std::vector<FileDocument> documents;
    documents.push_back({std::move(document)});
    return documents;
  }
};

}  // namespace

std::unique_ptr<BlockParser> make_text_parser(const InputPath& input,
                                              const StreamOptions& options) {
  return std::make_unique<TextParser>(input, options);
}

}  // namespace reprise::detail

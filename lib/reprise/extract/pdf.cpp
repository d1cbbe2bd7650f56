// Steps: pdftotext -bbox-layout gives pages, blocks, lines and words as XML, with the properties of
// the file in its head; it is read while it comes; pdf_layout.h makes paragraphs of it.
//
// Source: pdftotext(1) of poppler: options, layout and exit codes.
#include "reprise/extract/pdf.h"

#include <charconv>
#include <utility>

#include "reprise/base/utf8.h"
#include "reprise/extract/paragraphs.h"
#include "reprise/extract/pdf_layout.h"
#include "reprise/extract/refused.h"
#include "reprise/extract/written_date.h"
#include "reprise/extract/xml_walk.h"

namespace reprise::detail {
namespace {

constexpr int copying_forbidden = 3;  // exit code of pdftotext
constexpr int not_begun = 127;

double number_of(const XmlTag& tag, std::string_view attribute) {
  const std::string_view text = tag.attribute(attribute);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// What pdftotext -bbox-layout writes.
class PdfLayout : public XmlVisitor {
 public:
  explicit PdfLayout(size_t most) : most_(most) {}

  bool begin(const XmlTag& tag) override {
    name_ = tag.name;
    if (tag.name == "page") {
      pages.push_back({number_of(tag, "height"), {}});
    } else if (tag.name == "block") {
      ++block_;
    } else if (tag.name == "line" && !pages.empty()) {
      pages.back().lines.push_back({"", number_of(tag, "xMin"), number_of(tag, "xMax"),
                                    number_of(tag, "yMin"), number_of(tag, "yMax"), block_});
    } else if (tag.name == "word" && has_line() && !line().text.empty()) {
      line().text += ' ';
    } else if (tag.name == "meta") {
      properties.emplace_back(tag.attribute("name"), tag.attribute("content"));
    }
    return true;
  }

  void end(const XmlTag&) override { name_.clear(); }

  void text(std::string_view piece) override {
    if (name_ == "title") {
      title += piece;
    } else if (name_ == "word" && has_line()) {
      line().text += piece;
      size_ += piece.size();
    }
    if (size_ > most_) {
      throw too_much_text(most_);
    }
  }

  std::string property(std::string_view name) const {
    for (const auto& [key, value] : properties) {
      if (key == name) {
        return value;
      }
    }
    return {};
  }

  std::vector<PdfPage> pages;
  std::string title;
  std::vector<std::pair<std::string, std::string>> properties;

 private:
  bool has_line() const { return !pages.empty() && !pages.back().lines.empty(); }
  PdfLine& line() { return pages.back().lines.back(); }

  size_t most_;
  size_t size_ = 0;
  size_t block_ = 0;
  std::string name_;  // of the element that is open, if it has no children
};

// Returns the title without what programs put there by themselves; nothing if nothing is left.
// "Microsoft Word - minutes.doc" is the name of a file, and no title.
std::optional<std::string> title_of(std::string_view written) {
  constexpr std::string_view maker = "Microsoft Word - ";
  written.remove_prefix(written.starts_with(maker) ? maker.size() : 0);
  constexpr std::string_view names[] = {".doc", ".docx", ".dvi", ".indd", ".odt", ".pdf",
                                        ".ppt", ".pptx", ".qxd", ".rtf",  ".tex", ".txt"};
  for (const std::string_view name : names) {
    if (written.ends_with(name)) {
      return std::nullopt;
    }
  }
  Paragraphs title(written.size());
  title.text(written);
  std::string text = repaired_utf8(title.take());
  return text.empty() || text == "untitled" ? std::nullopt : std::optional(std::move(text));
}

ChildLimits limits_for(size_t bytes, ChildLimits limits) {
  constexpr size_t bytes_a_second = 1'000'000;
  constexpr uint64_t memory_a_byte = 4;
  limits.time += std::chrono::seconds(bytes / bytes_a_second);
  limits.memory += memory_a_byte * bytes;
  return limits;
}

std::string first_line(const std::string& text) {
  return repaired_utf8(text.substr(0, text.find('\n')));
}

// Returns why pdftotext has not come to the end of the file; nothing if it has.
std::optional<Refused> failure_of(const ChildEnd& end, const ChildLimits& limits) {
  if (end.how == ChildEnd::How::timed_out) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limits.time).count();
    return Refused{
        "is a PDF file at which pdftotext was stopped after " + std::to_string(seconds) + " s",
        "print it into a new PDF, or convert it yourself"};
  }
  if (end.how == ChildEnd::How::crashed) {
    return Refused{"is a PDF file that ends pdftotext with signal " + std::to_string(end.code),
                   "print it into a new PDF, or convert it yourself"};
  }
  if (end.code == 0) {
    return std::nullopt;
  }
  if (end.code == not_begun) {
    return Refused{"is a PDF file, and pdftotext can't be run", "install poppler-utils anew"};
  }
  if (end.message.find("Incorrect password") != std::string::npos) {
    return Refused{"is encrypted", "save it without a password: qpdf --decrypt --password=…"};
  }
  if (end.code == copying_forbidden) {
    return Refused{"forbids to copy its text", "ask its maker for another copy"};
  }
  return Refused{"is a damaged PDF file; pdftotext says: " + first_line(end.message),
                 "print it into a new PDF, or download it again"};
}

Extracted document_of(PdfLayout& layout, size_t most) {
  Extracted document;
  drop_running_lines(layout.pages);
  Paragraphs text(most);
  add_paragraphs(layout.pages, text);
  document.text = text.take();
  if (!is_valid_utf8(document.text)) {
    document.text = repaired_utf8(document.text);
  }
  document.title = title_of(layout.title);
  const auto made = written_date(layout.property("CreationDate"));
  document.date = made ? made : written_date(layout.property("ModDate"));
  if (std::string author = layout.property("Author"); !author.empty()) {
    document.further.emplace_back("author", repaired_utf8(author));
  }
  return document;
}

void read(std::string_view bytes, const std::string& name, const ExtractOptions& options,
          const PdfReader& reader, Extraction& out) {
  const auto program = find_program(reader.program);
  if (!program) {
    throw Refused{"is a PDF file, and " + reader.program + ", which reads them, is not installed",
                  "install poppler-utils"};
  }
  const ChildLimits limits = limits_for(bytes.size(), reader.limits);
  ChildProcess child(*program, {"-bbox-layout", "-enc", "UTF-8", "-", "-"}, bytes, limits);
  PdfLayout layout(options.most_text);
  walk_xml([&](std::span<char> buffer) { return child.read(buffer); }, layout, Markup::broken_xml);
  const auto failure = failure_of(child.end(), limits);
  Extracted document = document_of(layout, options.most_text);
  const bool has_text = !document.text.empty();
  if (failure) {
    out.problems.push_back({name, failure->what, failure->remedy, true});
  } else if (!has_text) {
    out.problems.push_back({name, "is a PDF file without text: its pages are pictures",
                            "let ocrmypdf or tesseract read them", true});
  }
  if (has_text) {
    out.documents.push_back(std::move(document));
  }
}

}  // namespace

Extracted read_pdf_layout(std::string_view written, size_t most_text) {
  PdfLayout layout(most_text);
  const auto read = [&](std::span<char> buffer) {
    const size_t size = written.copy(buffer.data(), buffer.size());
    written.remove_prefix(size);
    return size;
  };
  walk_xml(read, layout, Markup::broken_xml);
  return document_of(layout, most_text);
}

Extraction extract_pdf(std::string_view bytes, const std::string& name,
                       const ExtractOptions& options, const PdfReader& reader) {
  Extraction out;
  try {
    read(bytes, name, options, reader, out);
  } catch (const Refused& refused) {
    out.problems.push_back({name, refused.what, refused.remedy, true});
  }
  return out;
}

}  // namespace reprise::detail

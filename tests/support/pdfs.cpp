#include "support/pdfs.h"

namespace reprise::detail::support {
namespace {

// Writes objects, and the table of where they are.
class Writer {
 public:
  // Numbers count from 1.
  std::string add(const std::string& object) {
    places_.push_back(out_.size());
    const std::string number = std::to_string(places_.size());
    out_ += number + " 0 obj\n" + object + "\nendobj\n";
    return number;
  }

  std::string whole(const std::string& trailer) {
    const size_t table = out_.size();
    const std::string count = std::to_string(places_.size() + 1);
    out_ += "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const size_t place : places_) {
      const std::string digits = std::to_string(place);
      out_ += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    out_ += "trailer\n<< /Size " + count + " " + trailer + " >>\nstartxref\n" +
            std::to_string(table) + "\n%%EOF\n";
    return out_;
  }

 private:
  std::string out_ = "%PDF-1.4\n";
  std::vector<size_t> places_;
};

std::string content_of(const std::vector<PdfText>& texts) {
  std::string content = "BT\n";
  for (const PdfText& text : texts) {
    content += "/F " + std::to_string(text.size) + " Tf 1 0 0 1 " + std::to_string(text.x) + " " +
               std::to_string(text.y) + " Tm (" + text.text + ") Tj\n";
  }
  return content + "ET";
}

}  // namespace

std::vector<PdfText> pdf_lines(double x, double y, const std::vector<std::string>& lines) {
  constexpr double leading = 14;
  std::vector<PdfText> texts;
  for (const std::string& line : lines) {
    texts.push_back({x, y, line, 12});
    y -= leading;
  }
  return texts;
}

std::string pdf_file(const PdfPlan& plan) {
  Writer writer;
  writer.add("<< /Type /Catalog /Pages 2 0 R >>");
  std::string kids;
  for (size_t i = 0; i < plan.pages.size(); ++i) {
    kids += std::to_string(5 + 2 * i) + " 0 R ";
  }
  writer.add("<< /Type /Pages /Kids [ " + kids + "] /Count " + std::to_string(plan.pages.size()) +
             " >>");
  writer.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  writer.add("<< " + plan.information + " >>");
  for (const auto& page : plan.pages) {
    const std::string content = content_of(page);
    const std::string number = writer.add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> "
        ">> "
        "/Contents " +
        std::to_string(6 + 2 * (&page - plan.pages.data())) + " 0 R >>");
    writer.add("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content +
               "\nendstream");
  }
  const std::string nonsense = "<" + std::string(64, 'A') + ">";
  const std::string lock = plan.encrypted ? " /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O " +
                                                nonsense + " /U " + nonsense + " >> /ID [<00><00>]"
                                          : "";
  return writer.whole("/Root 1 0 R /Info 4 0 R" + lock);
}

}  // namespace reprise::detail::support

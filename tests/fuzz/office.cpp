// Any bytes as an office file, and as the parts of whole ones: what comes out is valid UTF-8 within
// its limits, without blanks at its ends, the same each time; what is said names the file and a
// remedy; where nothing came out something is said.
#include "reprise/extract/office.h"
#include "fuzz/require.h"
#include "reprise/base/utf8.h"
#include "support/zips.h"

namespace {

using namespace reprise::detail;
using fuzz::require;

constexpr size_t most = size_t{1} << 20;

std::string check(std::string_view bytes) {
  ExtractOptions options;
  options.most_text = most;
  const Extraction out = extract_office(bytes, "in.docx", options);
  require(!out.documents.empty() || !out.problems.empty());
  for (const reprise::Problem& problem : out.problems) {
    require(problem.where == "in.docx" && !problem.what.empty() && !problem.remedy.empty());
    require(is_valid_utf8(problem.what));
  }
  std::string text;
  for (const Extracted& document : out.documents) {
    require(!document.text.empty() && document.text.size() <= most);
    require(is_valid_utf8(document.text) && is_valid_utf8(document.title.value_or("")));
    require(document.text.front() > ' ' || static_cast<unsigned char>(document.text.front()) > 127);
    require(document.text.back() != '\n' && document.text.back() != ' ');
    text += document.text;
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  office_kind(bytes);
  require(check(bytes) == check(bytes));
  const std::string whole = support::word_file(bytes);
  check(whole);
  check(whole.substr(0, whole.size() - size % whole.size()));
  check(support::word_file("<w:p/>", {{"word/footnotes.xml", bytes},
                                      {"word/styles.xml", bytes},
                                      {"docProps/core.xml", bytes},
                                      {"word/_rels/document.xml.rels", bytes}}));
  check(support::open_document(bytes, {{"meta.xml", bytes}}));
  check(support::book({bytes, "<p>" + bytes}, bytes, {{"META-INF/encryption.xml", bytes}}));
  check(support::presentation({bytes}));
  return 0;
}

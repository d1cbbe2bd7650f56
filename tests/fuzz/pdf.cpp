// Any bytes as what pdftotext writes: they give a sound text, or none; and the same each time.
#include "reprise/extract/pdf.h"

#include "fuzz/extracted.h"
#include "reprise/extract/refused.h"

using namespace reprise::detail;
using reprise::detail::fuzz::require;
using reprise::detail::fuzz::require_sound;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t most_text = size_t{1} << 20;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    Extraction extraction;
    extraction.documents.push_back(read_pdf_layout(bytes, most_text));
    const std::string text = extraction.documents[0].text;
    require(text == read_pdf_layout(bytes, most_text).text);
    if (!text.empty()) {
      require_sound(extraction, "pdf");
    }
  } catch (const Refused&) {
    require(size > 0);
  }
  return 0;
}

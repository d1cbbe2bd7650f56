#include "reprise/extract/html.h"

#include <limits>

#include "reprise/extract/html_charset.h"
#include "reprise/extract/html_main.h"
#include "reprise/extract/html_metadata.h"
#include "reprise/extract/html_page.h"

namespace reprise::detail {
namespace {

std::string joined(const HtmlPage& page, const std::vector<size_t>& blocks) {
  std::string text;
  for (const size_t i : blocks) {
    text += text.empty() ? "" : "\n\n";
    text += page.text_of(page.blocks[i]);
  }
  return text;
}

// Returns the text that is asked for. A page whose main content can't be told is read as a whole.
std::string text_of(const HtmlPage& page, bool main_content, std::string_view title) {
  const std::string text = main_content ? joined(page, main_blocks(page, title)) : "";
  return text.empty() ? joined(page, seen_blocks(page)) : text;
}

}  // namespace

Extraction extract_html_as(std::string_view bytes, const std::string& name,
                           const ExtractOptions& options, const std::string& claimed_charset) {
  Extraction extraction;
  const auto refuse = [&](std::string what, std::string remedy) {
    extraction.problems.push_back({name, std::move(what), std::move(remedy), true});
    return extraction;
  };
  // Blocks count in 32 bits.
  const size_t most = std::min<size_t>(options.most_text, std::numeric_limits<uint32_t>::max());
  PageText text;
  const bool is_read = read_page_text(bytes, options.charset, claimed_charset, text);
  for (Problem& problem : text.problems) {
    problem.where = name;
    extraction.problems.push_back(std::move(problem));
  }
  if (!is_read) {
    return extraction;
  }
  if (text.text.size() > std::numeric_limits<uint32_t>::max()) {
    return refuse("the page has more than 4 GiB", "split it");
  }
  const HtmlPage page = flatten_html(text.text);
  Extracted document;
  read_html_metadata(page, document);
  document.text = text_of(page, options.main_content, document.title.value_or(""));
  if (document.text.empty()) {
    return refuse("the page has no text",
                  "if a script writes it, save the page from a browser once it is shown");
  }
  if (document.text.size() > most) {
    return refuse("the page has more than " + std::to_string(most) + " bytes of text", "split it");
  }
  extraction.documents.push_back(std::move(document));
  return extraction;
}

Extraction extract_html(std::string_view bytes, const std::string& name,
                        const ExtractOptions& options) {
  return extract_html_as(bytes, name, options, "");
}

}  // namespace reprise::detail

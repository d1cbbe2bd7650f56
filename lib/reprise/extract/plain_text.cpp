#include "reprise/extract/plain_text.h"

#include <algorithm>

#include "reprise/extract/html_charset.h"
#include "reprise/extract/html_tokens.h"

namespace reprise::detail {
namespace {

// Reads the bytes and adds the document that `lay_out` makes of them.
template <typename LayOut>
Extraction extract_with(std::string_view bytes, const std::string& name,
                        const ExtractOptions& options, const std::string& claimed, LayOut lay_out) {
  Extraction extraction;
  PageText text;
  const bool is_read = read_page_text(bytes, options.charset, claimed, text);
  for (Problem& problem : text.problems) {
    problem.where = name;
    extraction.problems.push_back(std::move(problem));
  }
  Extracted document;
  document.text = is_read ? lay_out(text.text) : "";
  if (document.text.size() > options.most_text) {
    extraction.problems.push_back(
        {name, "there are more than " + std::to_string(options.most_text) + " bytes of text",
         "split it", true});
  } else if (!document.text.empty()) {
    extraction.documents.push_back(std::move(document));
  }
  return extraction;
}

// Returns the text with "\n" for line ends, and without zero bytes.
std::string cleaned(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char c) { return c == '\r' || c == '\0'; });
  return out;
}

std::string as_it_is(std::string_view text) {
  const std::string clean = cleaned(text);
  return std::string(trimmed(clean));
}

std::string lines_as_units(std::string_view text) {
  const std::string clean = cleaned(text);
  std::string_view rest = clean;
  std::string out;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty()) {
      out += out.empty() ? "" : "\n\n";
      out += line;
    }
  }
  return out;
}

}  // namespace

Extraction extract_plain_text(std::string_view bytes, const std::string& name,
                              const ExtractOptions& options, const std::string& claimed_charset) {
  return extract_with(bytes, name, options, claimed_charset, as_it_is);
}

Extraction extract_lines(std::string_view bytes, const std::string& name,
                         const ExtractOptions& options) {
  return extract_with(bytes, name, options, "utf-8", lines_as_units);
}

}  // namespace reprise::detail

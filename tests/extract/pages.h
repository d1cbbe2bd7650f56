// Pages as people save them, written for the tests: a shell of furniture around what is to
// be found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reprise/extract/html.h"

namespace reprise::detail::support {

// Three paragraphs of a story, as they stand in a page and as they are to come out.
inline const std::string quay =
    "The quay at Fennick was closed on Monday after divers found a crack below the water line, "
    "and no ferry will leave before Thursday.";
inline const std::string harbour =
    "Harbour master Ilse Brandvold said that the crack is as long as a bus, and that nobody knows "
    "how long it has been there.";
inline const std::string islanders =
    "Islanders were asked to order only what they need; the shop on Grenholm had sold its last "
    "bread by noon, its owner said.";

inline std::string p(const std::string& text) {
  return "<p>" + text + "</p>";
}

inline std::string story() {
  return p(quay) + p(harbour) + p(islanders);
}

// Returns a page with `body` between a head with navigation and a foot with what sites put there.
inline std::string page_of(const std::string& body, const std::string& head = "") {
  return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">" + head +
         "</head><body><div class=\"site-header\"><a href=\"/\">Norvane Wire</a><nav><ul>"
         "<li><a href=\"/news\">News</a><li><a href=\"/sport\">Sport</a><li><a href=\"/opinion\">"
         "Opinion</a></ul></nav></div>" +
         body +
         "<footer><p>The Norvane Wire is a member of the League of Island Papers and follows its "
         "code of practice in all that it prints. © 2031 Norvane Wire. All rights reserved.</p>"
         "<ul><li><a href=\"/privacy\">Privacy</a></li></ul></footer></body></html>";
}

// Returns the paragraphs of an extracted text; none if the page was refused.
inline std::vector<std::string> paragraphs_of(const Extraction& extraction) {
  std::vector<std::string> paragraphs;
  if (extraction.documents.empty()) {
    return paragraphs;
  }
  std::string_view rest = extraction.documents[0].text;
  while (true) {
    const size_t end = rest.find("\n\n");
    paragraphs.emplace_back(rest.substr(0, end));
    if (end == rest.npos) {
      return paragraphs;
    }
    rest.remove_prefix(end + 2);
  }
}

inline std::vector<std::string> main_paragraphs(const std::string& html) {
  return paragraphs_of(extract_html(html, "page.html", {}));
}

}  // namespace reprise::detail::support

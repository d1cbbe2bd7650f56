// Web pages: their text without their furniture, and what they say of themselves.
//
//     extract_html(bytes, "ferry.html", {})
//     {text: "The quay at Fennick was closed …", title: "Ferry delayed", date: "2031-05-12", …}
//
// The headline becomes the title and stands in no text, so that nothing is counted twice. Captions,
// comments, links to other pages and notices go (html_main.h); paragraphs, headings, list items and
// cells are units of their own. Never throws for what a page holds; markup is read in linear time,
// whatever is in it. Memory: some 3 times the page, and at worst 20 times. Cost: 200 to 400 MB/s.
// Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "reprise/extract/extracted.h"

namespace reprise::detail {

// Returns the one document of a page, or the problem that there is none.
Extraction extract_html(std::string_view bytes, const std::string& name,
                        const ExtractOptions& options);

// Likewise of a page that comes with a charset, as in a head of HTTP; options.charset wins over it.
Extraction extract_html_as(std::string_view bytes, const std::string& name,
                           const ExtractOptions& options, const std::string& claimed_charset);

}  // namespace reprise::detail

// Title, date, source, address and author of a page, from what it says of itself.
//
//     JSON-LD, <meta> (Open Graph, Dublin Core and what systems call them), the headline, <time>,
//     <title> without the site's name: each field has its list of places, best first
//
//     <title>Ferry delayed | Norvane Wire</title>     title "Ferry delayed"
//
// Source: ogp.me, schema.org, dublincore.org. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "reprise/extract/extracted.h"
#include "reprise/extract/html_page.h"

namespace reprise::detail {

// Fills in title, date, source, url and author of a document.
void read_html_metadata(const HtmlPage& page, Extracted& document);

// Returns the host of an address, without "www."; empty if it has none.
std::string host_of(std::string_view url);

// Returns a title without the name of the site at its end. `site` and `host` may be empty.
std::string_view without_site(std::string_view title, std::string_view site, std::string_view host);

}  // namespace reprise::detail

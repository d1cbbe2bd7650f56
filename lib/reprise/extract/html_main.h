// Which blocks of a page are its text, and which its furniture.
//
//     Home · News                        link by link: out
//     Ferry delayed                      the headline: the title
//     The quay at Fennick was closed …   prose in div.story-body, as is most prose of the page: in
//     Read also: Storm                   a link alone: out
//
// Cost: linear in blocks and nodes. Pure; any thread.
#pragma once

#include <cstddef>
#include <vector>

#include "reprise/extract/html_page.h"

namespace reprise::detail {

// Returns the numbers of the blocks that are the page's text, in order. `title` is what the page is
// called elsewhere: a headline that says the same is no text.
std::vector<size_t> main_blocks(const HtmlPage& page, std::string_view title);

// Returns those that a reader of the page sees.
std::vector<size_t> seen_blocks(const HtmlPage& page);

}  // namespace reprise::detail

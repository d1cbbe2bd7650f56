// The elements of HTML that matter to what a page says, and how each stands to the text around it.
//
//     html_tag("H1")            h1: a block; the text before it is another unit
//     html_tag("amp-sidebar")   custom: a block, too
//     html_tag("blink")         other: as if it were not there
//
// Source: HTML Living Standard, 13.1.2 (void and raw elements), 13.2.6.4.7 (which end which).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace reprise::detail {

// clang-format off
enum class HtmlTag : uint8_t {
  other, custom, a, address, article, aside, audio, base, blockquote, body, br, button, canvas,
  caption, center, col, colgroup, datalist, dd, details, dialog, dir, div, dl, dt, embed,
  fieldset, figcaption, figure, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head,
  header, hgroup, hr, html, iframe, img, input, label, legend, li, link, main, map, math, menu,
  meta, nav, noembed, noframes, noscript, object, ol, optgroup, option, p, picture, pre, script,
  search, section, select, source, span, style, summary, svg, table, tbody, td, textarea, tfoot,
  th, thead, time, title, tr, track, ul, video, wbr, xmp, template_, count,
};
// clang-format on

inline constexpr size_t html_tags = static_cast<size_t>(HtmlTag::count);

// What an element is, as bits.
enum HtmlTrait : uint16_t {
  block_element = 1,    // text before, inside and behind are units of their own
  void_element = 2,     // has no content, and no end
  raw_element = 4,      // holds no markup
  unseen_element = 8,   // its content is not shown, or says nothing
  outside_element = 16  // stands beside the main content: navigation, asides, what is typed into
};

// Returns the tag of that name, in any case.
HtmlTag html_tag(std::string_view name);

uint16_t html_traits(HtmlTag tag);

inline bool has_trait(HtmlTag tag, HtmlTrait trait) {
  return (html_traits(tag) & trait) != 0;
}

// Returns h1 as 1 to h6 as 6, anything else as 0.
int heading_level(HtmlTag tag);

}  // namespace reprise::detail

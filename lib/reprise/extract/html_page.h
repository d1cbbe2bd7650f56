// A page as a flat list of blocks: what stands between two borders of blocks, in order, each with
// the element that it stands in.
//
//     <div class=story><p>One <a href=/>two</a></p>three</div><nav>Home</nav>
//
//     nodes    0 the page   1 div (content)   2 p, in 1   3 nav, in 0
//     blocks   "One two" in 2, 3 of its 6 letters linked; "three" in 1; "Home" in 3
//
// Elements without text make no node, so that memory goes by what a page says. Nesting counts up to
// 256 deep; what is deeper stands in the last of these. Cost: 200 to 400 MB/s, four words a block.
// Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/extract/html_hints.h"
#include "reprise/extract/html_tags.h"

namespace reprise::detail {

struct HtmlBlock {
  uint32_t begin = 0;  // in HtmlPage::text
  uint32_t end = 0;
  uint32_t node = 0;
  uint32_t letters = 0;          // what is no blank; a sign of Chinese counts as two
  uint32_t linked = 0;           // of these, inside links
  HtmlTag tag = HtmlTag::other;  // of the node
};

struct HtmlNode {
  uint32_t parent = 0;  // of the first one: itself
  uint32_t first = 0;   // its blocks, those of its children included, half-open
  uint32_t end = 0;
  HtmlHints hints = 0;
  HtmlTag tag = HtmlTag::other;
};

// <meta> and its sisters: what the page says of itself.
struct HtmlMeta {
  std::string name;  // name, property, http-equiv or itemprop, small; "canonical" of a link; "time"
  std::string value;
};

struct HtmlPage {
  std::string text;
  std::vector<HtmlBlock> blocks;
  std::vector<HtmlNode> nodes;
  std::vector<HtmlMeta> metas;
  std::vector<std::string_view> json_ld;  // point into what was read
  std::string title;                      // <title>
  std::string language;                   // <html lang>

  std::string_view text_of(const HtmlBlock& block) const {
    return std::string_view(text).substr(block.begin, block.end - block.begin);
  }
};

// Returns the page. `html` is valid UTF-8 and must outlive what is returned.
HtmlPage flatten_html(std::string_view html);

}  // namespace reprise::detail

// Tokens go in; a stack of open elements says where text belongs, and text that ends at a border
// becomes a block.
//
//     <ul><li>One<li>Two</ul>     "<li>" ends the li before it, as in a browser: two blocks
//     <b>One</p>                  no p is open, so that "</p>" is nothing
//
// Every search in the stack is bounded by its depth, at most 256, so that a page costs at most that
// much for each tag, however it is nested.
#include "reprise/extract/html_page.h"

#include "reprise/extract/html_open.h"
#include "reprise/extract/html_text.h"
#include "reprise/extract/html_tokens.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace {

constexpr size_t most_metas = 1000;
constexpr size_t longest_meta = 10'000;

class Flattener {
 public:
  explicit Flattener(std::string_view html) : tokens_(html), text_(page_.text) {
    page_.nodes.push_back({});
  }

  HtmlPage run() {
    HtmlToken token;
    while (tokens_.next(token)) {
      take(token);
    }
    flush();
    open_.pop_to(0, [&](const OpenElement& element) { close(element); });
    page_.nodes[0].end = static_cast<uint32_t>(page_.blocks.size());
    return std::move(page_);
  }

 private:
  void take(const HtmlToken& token) {
    switch (token.kind) {
      case HtmlTokenKind::text: take_text(token.text); break;
      case HtmlTokenKind::start: start(token); break;
      case HtmlTokenKind::end: end(token); break;
      case HtmlTokenKind::raw: take_raw(token);
    }
  }

  void take_text(std::string_view text) {
    if (open_.unseen() > 0) {
      return;
    }
    size_t at = 0;
    while (at < text.size()) {
      at = text_.append(text, at, open_.linked(), open_.preformatted());
      if (at < text.size()) {  // an empty line of preformatted text
        flush();
      }
    }
  }

  void take_raw(const HtmlToken& token) {
    const bool is_title = token.tag == HtmlTag::title && open_.unseen() == 0;
    if (is_title && page_.title.empty()) {
      page_.title = html_text_of(token.text);
    }
    const bool is_json = same_name(token.attribute("type"), "application/ld+json");
    if (token.tag == HtmlTag::script && is_json) {
      page_.json_ld.push_back(token.text);
    }
  }

  void start(const HtmlToken& token) {
    switch (token.tag) {
      case HtmlTag::html: take_language(token); return;
      case HtmlTag::head:
      case HtmlTag::body: flush(); return;
      case HtmlTag::br: line_break(); return;
      case HtmlTag::hr: flush(); return;
      case HtmlTag::meta:
      case HtmlTag::link: take_meta(token); return;
      case HtmlTag::other: return;
      default: break;
    }
    if (has_trait(token.tag, void_element)) {
      take_meta(token);
      return;
    }
    OpenElement element{.tag = token.tag, .hints = hints_of(token)};
    constexpr HtmlHints parted = hint_outside | hint_never | hint_hidden;
    element.is_block = has_trait(token.tag, block_element) || (element.hints & parted) != 0;
    if (token.tag == HtmlTag::custom && open_.in_paragraph()) {
      element.is_block = false;
    }
    if (element.is_block) {
      flush();
    }
    open_.close_implied(token.tag, [&](const OpenElement& closed) { close(closed); });
    take_itemprop(token);
    open_.push(element);
  }

  void end(const HtmlToken& token) {
    if (token.tag == HtmlTag::br) {
      line_break();
      return;
    }
    if (has_trait(token.tag, block_element)) {
      flush();
    }
    open_.end(token.tag, [&](const OpenElement& closed) { close(closed); });
  }

  void close(const OpenElement& element) {
    if (element.is_block) {
      flush();
    }
    if (element.node != 0) {
      page_.nodes[element.node].end = static_cast<uint32_t>(page_.blocks.size());
    }
  }

  void line_break() {
    if (!text_.line_break()) {
      flush();
    }
  }

  // Ends the block that is being written, if there is any.
  void flush() {
    const auto written = text_.take();
    if (!written) {
      return;
    }
    HtmlBlock block;
    block.begin = written->begin;
    block.end = written->end;
    block.letters = written->letters;
    block.linked = written->linked;
    block.node = node_of_top();
    block.tag = page_.nodes[block.node].tag;
    page_.blocks.push_back(block);
  }

  // Returns the node of the innermost open block, making those that are missing on the way to it.
  uint32_t node_of_top() {
    uint32_t node = 0;
    for (OpenElement& element : open_.elements()) {
      if (element.is_block && element.node == 0) {
        element.node = static_cast<uint32_t>(page_.nodes.size());
        page_.nodes.push_back({.parent = node,
                               .first = static_cast<uint32_t>(page_.blocks.size()),
                               .hints = element.hints,
                               .tag = element.tag});
      }
      node = element.is_block ? element.node : node;
    }
    return node;
  }

  void take_language(const HtmlToken& token) {
    if (page_.language.empty()) {
      page_.language = first_bytes(token.attribute("lang"), longest_meta);
    }
  }

  void add_meta(std::string_view name, std::string_view value) {
    if (page_.metas.size() < most_metas && !name.empty() && !value.empty()) {
      page_.metas.push_back({lower_ascii(name), html_text_of(first_bytes(value, longest_meta))});
    }
  }

  void take_meta(const HtmlToken& token) {
    if (token.tag == HtmlTag::meta) {
      for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
        add_meta(token.attribute(key), token.attribute("content"));
      }
    }
    if (token.tag == HtmlTag::link && same_name(token.attribute("rel"), "canonical")) {
      add_meta("canonical", token.attribute("href"));
    }
  }

  // <time datetime> and itemprop="datePublished" of any element.
  void take_itemprop(const HtmlToken& token) {
    if (token.tag != HtmlTag::time) {
      return;
    }
    const std::string_view property = token.attribute("itemprop");
    add_meta(property.empty() ? "time" : property, token.attribute("datetime"));
  }

  HtmlTokens tokens_;
  HtmlPage page_;
  HtmlTextWriter text_;
  OpenElements open_;
};

}  // namespace

HtmlPage flatten_html(std::string_view html) {
  return Flattener(html).run();
}

}  // namespace reprise::detail

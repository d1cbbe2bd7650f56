#include "reprise/extract/html_open.h"

#include <algorithm>
#include <initializer_list>
#include <span>

namespace reprise::detail {
namespace {

// Deeper than any page is written by hand or by a program.
constexpr size_t most_deep = 256;

using Tags = std::array<bool, html_tags>;

constexpr Tags tags_of(std::initializer_list<HtmlTag> list) {
  Tags tags{};
  for (HtmlTag tag : list) {
    tags[static_cast<size_t>(tag)] = true;
  }
  return tags;
}

constexpr bool holds(const Tags& tags, HtmlTag tag) {
  return tags[static_cast<size_t>(tag)];
}

// A start of one of `starts` ends the open elements of `ends`, up to the first of `borders`.
struct ClosingRule {
  Tags starts;
  Tags ends;
  Tags borders;
};

using enum HtmlTag;
constexpr std::array closing_rules = std::to_array<ClosingRule>({
    {tags_of({address, article, aside,    blockquote, center, details, dialog, dir,       div, dl,
              dd,      dt,      fieldset, figure,     footer, form,    h1,     h2,        h3,  h4,
              h5,      h6,      header,   hgroup,     li,     main,    menu,   nav,       ol,  p,
              pre,     search,  section,  summary,    table,  ul,      xmp,    figcaption}),
     tags_of({p}), tags_of({table, td, th, caption, button, object, template_})},
    {tags_of({li}), tags_of({li}), tags_of({ul, ol, menu, dir, table, td, th})},
    {tags_of({dt, dd}), tags_of({dt, dd}), tags_of({dl, table, td, th})},
    {tags_of({option}), tags_of({option}), tags_of({select, datalist, optgroup})},
    {tags_of({td, th}), tags_of({td, th, caption}), tags_of({tr, table})},
    {tags_of({tr}), tags_of({td, th, tr, caption}), tags_of({table})},
    {tags_of({tbody, thead, tfoot}), tags_of({td, th, tr, tbody, thead, tfoot, caption}),
     tags_of({table})},
    {tags_of({h1, h2, h3, h4, h5, h6}), tags_of({h1, h2, h3, h4, h5, h6}),
     tags_of({div, section, article, li, td, th, table, header, hgroup, a, custom})},
});

// An end tag reaches no further out than these, unless it is their own.
constexpr Tags scopes = tags_of({table, td, th, caption, object, template_});
constexpr Tags of_tables = tags_of({table, tbody, thead, tfoot, tr, td, th, caption});

}  // namespace

void OpenElements::push(OpenElement element) {
  const auto tag = static_cast<size_t>(element.tag);
  if (elements_.size() == most_deep) {
    ++beyond_[tag];
    return;
  }
  element.is_link = element.tag == HtmlTag::a;
  if (element.is_link) {
    ++links_;
  }
  if (has_trait(element.tag, unseen_element)) {
    ++unseen_;
  }
  ++open_[tag];
  elements_.push_back(element);
}

void OpenElements::pop_to(size_t size, const Close& close) {
  while (elements_.size() > size) {
    const OpenElement element = elements_.back();
    close(element);
    --open_[static_cast<size_t>(element.tag)];
    if (element.is_link) {
      --links_;
    }
    if (has_trait(element.tag, unseen_element)) {
      --unseen_;
    }
    elements_.pop_back();
  }
}

void OpenElements::close_implied(HtmlTag tag, const Close& close) {
  if (tag == HtmlTag::a && links_ > 0) {
    end(tag, close);  // links don't nest
  }
  for (const ClosingRule& rule : closing_rules) {
    if (!holds(rule.starts, tag)) {
      continue;
    }
    size_t outermost = elements_.size();
    for (size_t i = elements_.size(); i > 0 && !holds(rule.borders, elements_[i - 1].tag); --i) {
      outermost = holds(rule.ends, elements_[i - 1].tag) ? i - 1 : outermost;
    }
    pop_to(outermost, close);
  }
}

void OpenElements::end(HtmlTag tag, const Close& close) {
  uint32_t& beyond = beyond_[static_cast<size_t>(tag)];
  if (beyond > 0) {
    --beyond;
    return;
  }
  if (count(tag) == 0) {
    return;
  }
  const bool reaches_out = holds(of_tables, tag);
  const bool is_inline = !has_trait(tag, block_element);
  for (size_t i = elements_.size(); i > 0; --i) {
    OpenElement& element = elements_[i - 1];
    if (element.tag == tag && tag == HtmlTag::a && i != elements_.size()) {
      // What a link holds stays open behind its end.
      links_ -= element.is_link ? 1 : 0;
      element.is_link = false;
      return;
    }
    if (element.tag == tag) {
      pop_to(i - 1, close);
      return;
    }
    const bool is_border = holds(scopes, element.tag) && !reaches_out;
    const bool stops_inline =
        is_inline && tag != HtmlTag::a && has_trait(element.tag, block_element);
    if (is_border || stops_inline) {
      return;
    }
  }
}

}  // namespace reprise::detail

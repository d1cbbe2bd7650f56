// The markup of a page, one token after another: what a browser's tokenizer sees, without a tree.
//
//     <p CLASS=lead>A &amp; <!-- x -->b</p>
//
//     start p {class: lead}; text "A &amp; "; text "b"; end p
//
// Whatever the bytes are, each is looked at a bounded number of times: a tag that never closes, a
// comment without an end, a million attributes cost what their bytes cost. (libxml2 2.9 takes 13
// seconds for 80,000 elements and as many stray ends, and the square of it for more.)
//
// Views point into the page. References stay as they are written (base/character_references.h).
// Source: HTML Living Standard, 13.2.5. Cost: about 1 GB/s.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "reprise/extract/html_tags.h"

namespace reprise::detail {

struct HtmlAttribute {
  std::string_view name;  // as it is written, in any case
  std::string_view value;
};

enum class HtmlTokenKind {
  text,
  start,
  end,
  raw,  // an element that holds no markup, as a whole: script, style, title, textarea
};

struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::text;
  HtmlTag tag = HtmlTag::other;
  std::string_view name;  // of the tag, as it is written
  std::string_view text;  // of text and raw
  std::span<const HtmlAttribute> attributes;
  bool closes_itself = false;  // <tag/>
  bool is_literal = false;     // text of a CDATA section: "&" is no reference

  // Returns the attribute's value, without blanks at its ends; empty if it isn't there.
  std::string_view attribute(std::string_view wanted) const;
  bool has_attribute(std::string_view wanted) const;
};

// In XML every element holds markup, and text may stand in a CDATA section, as it is meant.
enum class Markup { html, xml };

class HtmlTokens {
 public:
  explicit HtmlTokens(std::string_view page, Markup markup = Markup::html)
      : page_(page), markup_(markup) {}

  // Returns whether there is another token; the attributes of the last one are gone then.
  bool next(HtmlToken& token);

  // Returns where the next token begins.
  size_t at() const { return at_; }

 private:
  bool take_markup(HtmlToken& token);
  void take_tag(HtmlToken& token, size_t name_at);
  void take_attributes(HtmlToken& token);
  void take_attribute();
  std::string_view take_value();
  void take_raw(HtmlToken& token);
  void take_section(HtmlToken& token);
  void skip_comment();
  void skip_behind(char c);

  std::string_view page_;
  Markup markup_;
  size_t at_ = 0;
  std::vector<HtmlAttribute> attributes_;
  std::array<bool, html_tags> never_closed_{};  // no end of this raw element stands ahead
};

// Returns whether two names are the same but for capitals of ASCII.
bool same_name(std::string_view a, std::string_view b);

// Returns the text without blanks at its ends.
std::string_view trimmed(std::string_view text);

inline bool is_html_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

}  // namespace reprise::detail

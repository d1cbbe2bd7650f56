#include "reprise/extract/html_tokens.h"

#include <algorithm>

namespace reprise::detail {
namespace {

// More than any page means; the rest of a tag's attributes is passed over.
constexpr size_t most_attributes = 64;

constexpr std::string_view section_begin = "<![CDATA[";

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_letter(char c) {
  const char s = small(c);
  return s >= 'a' && s <= 'z';
}

bool ends_name(char c) {
  return is_html_blank(c) || c == '/' || c == '>';
}

// Returns where "</name" begins at or behind `at`; npos if nowhere.
size_t end_of_raw(std::string_view page, size_t at, std::string_view name) {
  for (at = page.find("</", at); at != page.npos; at = page.find("</", at + 2)) {
    const size_t behind = at + 2 + name.size();
    const bool is_end = same_name(page.substr(at + 2, name.size()), name) &&
                        (behind >= page.size() || ends_name(page[behind]));
    if (is_end) {
      return at;
    }
  }
  return page.npos;
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return small(x) == small(y); });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_html_blank(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_html_blank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

std::string_view HtmlToken::attribute(std::string_view wanted) const {
  for (const HtmlAttribute& attribute : attributes) {
    if (same_name(attribute.name, wanted)) {
      return trimmed(attribute.value);
    }
  }
  return {};
}

bool HtmlToken::has_attribute(std::string_view wanted) const {
  return std::any_of(attributes.begin(), attributes.end(), [&](const HtmlAttribute& attribute) {
    return same_name(attribute.name, wanted);
  });
}

bool HtmlTokens::next(HtmlToken& token) {
  while (at_ < page_.size()) {
    const size_t begin = at_;
    if (page_[at_] == '<' && take_markup(token)) {
      return true;
    }
    if (at_ != begin) {
      continue;  // a comment is behind us
    }
    const size_t end = std::min(page_.find('<', at_ + 1), page_.size());
    token.kind = HtmlTokenKind::text;
    token.is_literal = false;
    token.text = page_.substr(at_, end - at_);
    at_ = end;
    return true;
  }
  return false;
}

// Reads what begins with "<". Returns whether it is a token; otherwise it was passed over, or is
// text.
bool HtmlTokens::take_markup(HtmlToken& token) {
  const char next = at_ + 1 < page_.size() ? page_[at_ + 1] : ' ';
  if (is_letter(next)) {
    token.kind = HtmlTokenKind::start;
    take_tag(token, at_ + 1);
    const bool is_raw =
        markup_ == Markup::html && has_trait(token.tag, raw_element) && !token.closes_itself;
    if (is_raw) {
      take_raw(token);
    }
    return true;
  }
  if (next == '/' && at_ + 2 < page_.size() && is_letter(page_[at_ + 2])) {
    token.kind = HtmlTokenKind::end;
    take_tag(token, at_ + 2);
    return true;
  }
  const std::string_view rest = page_.substr(at_, section_begin.size());
  if (markup_ == Markup::xml && rest == section_begin) {
    take_section(token);
    return true;
  }
  if (rest.starts_with("<!--")) {
    skip_comment();
  } else if (next == '!' || next == '?' || next == '/') {
    skip_behind('>');
  }
  return false;
}

void HtmlTokens::take_tag(HtmlToken& token, size_t name_at) {
  size_t end = name_at;
  while (end < page_.size() && !ends_name(page_[end])) {
    ++end;
  }
  token.name = page_.substr(name_at, end - name_at);
  token.tag = html_tag(token.name);
  token.text = {};
  at_ = end;
  take_attributes(token);
}

void HtmlTokens::take_attributes(HtmlToken& token) {
  attributes_.clear();
  token.closes_itself = false;
  while (at_ < page_.size() && page_[at_] != '>') {
    if (is_html_blank(page_[at_])) {
      ++at_;
    } else if (page_[at_] == '/') {
      ++at_;
      token.closes_itself = at_ < page_.size() && page_[at_] == '>';
    } else {
      take_attribute();
    }
  }
  at_ = std::min(at_ + 1, page_.size());
  token.attributes = attributes_;
}

void HtmlTokens::take_attribute() {
  const size_t begin = at_;
  ++at_;  // a name may begin with "="
  while (at_ < page_.size() && !ends_name(page_[at_]) && page_[at_] != '=') {
    ++at_;
  }
  const std::string_view name = page_.substr(begin, at_ - begin);
  while (at_ < page_.size() && is_html_blank(page_[at_])) {
    ++at_;
  }
  std::string_view value;
  if (at_ < page_.size() && page_[at_] == '=') {
    ++at_;
    value = take_value();
  }
  if (attributes_.size() < most_attributes) {
    attributes_.push_back({name, value});
  }
}

std::string_view HtmlTokens::take_value() {
  while (at_ < page_.size() && is_html_blank(page_[at_])) {
    ++at_;
  }
  if (at_ == page_.size() || page_[at_] == '>') {
    return {};
  }
  const char quote = page_[at_];
  if (quote == '"' || quote == '\'') {
    const size_t begin = at_ + 1;
    const size_t end = std::min(page_.find(quote, begin), page_.size());
    at_ = std::min(end + 1, page_.size());
    return page_.substr(begin, end - begin);
  }
  const size_t begin = at_;
  while (at_ < page_.size() && !is_html_blank(page_[at_]) && page_[at_] != '>') {
    ++at_;
  }
  return page_.substr(begin, at_ - begin);
}

// Takes the content of a raw element. Where its end is missing, a script goes to the end of the
// page, as in a browser; a title or a text field holds nothing, so that the page is not lost.
void HtmlTokens::take_raw(HtmlToken& token) {
  bool& never_closed = never_closed_[static_cast<size_t>(token.tag)];
  const size_t end = never_closed ? page_.npos : end_of_raw(page_, at_, token.name);
  token.kind = HtmlTokenKind::raw;
  if (end == page_.npos) {
    never_closed = true;
    const bool swallows = token.tag == HtmlTag::script || token.tag == HtmlTag::style;
    at_ = swallows ? page_.size() : at_;
    return;
  }
  token.text = page_.substr(at_, end - at_);
  at_ = end;
  skip_behind('>');
}

// A section that never closes goes to the end.
void HtmlTokens::take_section(HtmlToken& token) {
  const size_t begin = at_ + section_begin.size();
  const size_t end = std::min(page_.find("]]>", begin), page_.size());
  token.kind = HtmlTokenKind::text;
  token.is_literal = true;
  token.text = page_.substr(begin, end - begin);
  at_ = std::min(end + 3, page_.size());
}

// A comment that never closes goes to the end of the page; "<!-->" is a whole one.
void HtmlTokens::skip_comment() {
  const size_t end = page_.find("-->", at_ + 2);
  at_ = end == page_.npos ? page_.size() : end + 3;
}

void HtmlTokens::skip_behind(char c) {
  const size_t found = page_.find(c, at_);
  at_ = found == page_.npos ? page_.size() : found + 1;
}

}  // namespace reprise::detail

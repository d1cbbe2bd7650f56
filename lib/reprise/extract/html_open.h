// The elements of a page that are open where its text is read, and which tags end them.
//
//     open: div, ul, li       "<li>" ends the li; "</div>" all three; "</p>" nothing
//
// Source: HTML Living Standard, 13.2.6.4 (implied end tags, scopes), shortened to what changes
// where text belongs: formatting is not restored, and tables keep what stands in the wrong place.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "reprise/extract/html_hints.h"
#include "reprise/extract/html_tags.h"

namespace reprise::detail {

struct OpenElement {
  HtmlTag tag = HtmlTag::other;
  HtmlHints hints = 0;
  bool is_block = false;
  bool is_link = false;
  uint32_t node = 0;  // once it has text
};

class OpenElements {
 public:
  // Called for each element that ends, innermost first.
  using Close = std::function<void(const OpenElement&)>;

  void push(OpenElement element);

  // Ends what a start of that tag ends.
  void close_implied(HtmlTag tag, const Close& close);

  // Ends the innermost element of that tag and what is in it, if it may be ended from here.
  void end(HtmlTag tag, const Close& close);

  // Ends elements until only so many are open.
  void pop_to(size_t size, const Close& close);

  std::vector<OpenElement>& elements() { return elements_; }
  size_t unseen() const { return unseen_; }  // open elements whose text nobody sees
  bool linked() const { return links_ > 0; }
  bool in_paragraph() const { return count(HtmlTag::p) > 0; }
  bool preformatted() const { return count(HtmlTag::pre) > 0; }

 private:
  uint32_t count(HtmlTag tag) const { return open_[static_cast<size_t>(tag)]; }

  std::vector<OpenElement> elements_;
  std::array<uint32_t, html_tags> open_{};    // how many of each tag are open
  std::array<uint32_t, html_tags> beyond_{};  // how many were opened too deep to be kept
  size_t unseen_ = 0;
  size_t links_ = 0;
};

}  // namespace reprise::detail

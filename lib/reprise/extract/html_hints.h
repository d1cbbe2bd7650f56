// What the names that a page gives its elements say about what is in them.
//
//     class="ArticleBody"       content: the text of the page
//     id="related-stories"      outside: links to other pages
//     style="display: none"     hidden
//
// Names are cut into words at "-", "_", blanks and capitals; a row of the table is a word, or two
// that follow one another. What a name says is a hint: html_main.h weighs it against what is there.
#pragma once

#include <cstdint>
#include <string_view>

namespace reprise::detail {

struct HtmlToken;

using HtmlHints = uint8_t;

enum HtmlHint : HtmlHints {
  hint_content = 1,    // the text of the article
  hint_outside = 2,    // beside the article: links, shares, notes of the publisher
  hint_never = 4,      // likewise, and never the page's text, however much of it there is
  hint_hidden = 8,     // not shown
  hint_comments = 16,  // what readers wrote below it
  hint_date = 32,      // when it was published
};

// Returns what class, id, role, itemprop and the like say.
HtmlHints hints_of(const HtmlToken& token);

// Returns what the words of one name say.
HtmlHints hints_of_name(std::string_view name);

}  // namespace reprise::detail

// What a language's pack (pack.h) knows of page furniture: by which words a reader sees that a line
// belongs to the page, and not to its text.
//
//     .beginning   "click here"        of a short line, or of one that addresses the reader
//     .anywhere    "our newsletter"    wherever it stands: nothing but furniture says it
//     .hints       "privacy policy"    two of them, or one that addresses the reader; one alone is
//                                      what the news speak of as well
//     .address     "you our"           words that address the reader
//     .buttons     "share print"       three of them, and hardly a word between
//     .lists       "related stories"   what heads a list of links
//
// Words stand between blanks, phrases between bars, both folded.
#pragma once

#include <string_view>

namespace reprise::detail {

struct FurnitureVocabulary {
  std::string_view beginning{};
  std::string_view anywhere{};
  std::string_view hints{};
  std::string_view address{};
  std::string_view buttons{};
  std::string_view lists{};
};

}  // namespace reprise::detail

#include "reprise/language/joining_words.h"

#include <unordered_set>

namespace reprise::detail {
namespace {

using Words = std::unordered_set<std::string_view>;

const Words& lead_ins(Language language) {
  static const Words english{"and", "but", "or", "of", "that", "which",
                             "who", "to",  "as", "so", "yet",  "while"};
  static const Words german{"und",  "aber",  "oder",    "dass", "daß",
                            "doch", "sowie", "während", "weil"};
  static const Words french{"et", "mais", "ou", "que", "qui", "dont", "tandis", "de", "des", "à"};
  static const Words spanish{"y", "e", "pero", "o", "que", "mientras", "de", "a"};
  static const Words none;
  switch (language) {
    case Language::english: return english;
    case Language::german: return german;
    case Language::french: return french;
    case Language::spanish: return spanish;
    case Language::other: break;
  }
  return none;
}

}  // namespace

bool is_joining_word(std::string_view folded, Language language) {
  static const Words english{
      "and",      "but",    "while",   "which",   "who",    "whose", "where", "when",  "because",
      "although", "though", "after",   "whereas", "with",   "as",    "so",    "yet",   "since",
      "if",       "before", "that",    "to",      "by",     "for",   "from",  "into",  "at",
      "in",       "on",     "of",      "than",    "or",     "about", "over",  "under", "amid",
      "through",  "within", "despite", "against", "without"};
  return language == Language::english && english.contains(folded);
}

bool is_lead_in(std::string_view folded, Language language) {
  return lead_ins(language).contains(folded);
}

}  // namespace reprise::detail

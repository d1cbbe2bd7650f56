#include "reprise/text/function_words.h"

namespace reprise {

const std::unordered_set<std::string_view>& function_words() {
  static const std::unordered_set<std::string_view> words{
      // articles, determiners, quantifiers
      "a", "an", "the", "this", "that", "these", "those", "some", "any", "each", "every", "all", "both", "such", "own",
      "other", "another", "same", "no", "nor", "not", "only", "very", "too", "also", "just", "even", "more", "most",
      "much", "many", "few", "less", "least", "so", "than", "then",
      // pronouns
      "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "yourself",
      "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their",
      "theirs", "themselves", "who", "whom", "whose", "which", "what", "there", "here", "one", "ones",
      // prepositions and conjunctions
      "of", "in", "on", "at", "by", "for", "from", "to", "with", "without", "within", "into", "onto", "upon", "about",
      "above", "across", "after", "against", "among", "amid", "around", "as", "before", "behind", "below", "between",
      "beyond", "during", "down", "off", "out", "over", "through", "toward", "towards", "under", "until", "up", "via",
      "and", "but", "or", "if", "because", "while", "although", "though", "since", "unless", "when", "where", "why",
      "how", "whether", "yet", "however", "thus", "therefore", "once", "again", "still", "already", "now",
      // auxiliaries
      "am", "is", "are", "was", "were", "be", "been", "being", "have", "has", "had", "having", "do", "does", "did",
      "doing", "can", "could", "will", "would", "shall", "should", "may", "might", "must", "ought",
      // what apostrophes leave
      "i'm", "you're", "he's", "she's", "it's", "we're", "they're", "i've", "you've", "we've", "they've", "i'd", "he'd",
      "she'd", "we'd", "they'd", "i'll", "you'll", "he'll", "she'll", "it'll", "we'll", "they'll", "isn't", "aren't",
      "wasn't", "weren't", "hasn't", "haven't", "hadn't", "don't", "doesn't", "didn't", "won't", "wouldn't", "can't",
      "cannot", "couldn't", "shouldn't", "that's", "there's", "what's", "who's", "let's", "s", "t"};
  return words;
}

bool is_function_word(std::string_view folded) { return function_words().contains(folded); }

}  // namespace reprise

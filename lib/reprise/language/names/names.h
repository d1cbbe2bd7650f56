// Names of people, bodies and countries, found by capitals and tables, without a trained model.
//
// The idea: a name is a run of capitalised words that is not capitalised for another reason. A
// sentence's first word counts if the collection shows it capitalised inside a sentence at least as
// often as in lower case, or if another capitalised word follows. In headlines, where everything is
// capitalised, what bodies show is asked for each word: it counts if they capitalise it inside
// sentences more often than not. Titles and weekdays are no part of a name.
//
//     "President Jane Orvik met Dr. Tann."         jane orvik | tann
//     "Ms. Orvik's plan"                           jane orvik     (the document's only full name
//                                                  with it)
//     "World Harbour Agency (WHA) ... the WHA"     world harbour agency, three times
//     "U.S.", "US", "American", but not "us"       united states
//     "Bank of Norvane", "Ursula van der Holt"     bank of norvane | ursula van der holt
//     "Officials said", "On Monday", "I"           no names
//
// The key is the folded name, without titles, possessives, full stops, initials in the middle and
// "Jr."; a country's or its people's name has the country's. Within one document, titles included,
// a last name has the key of the full name that ends in it (of a family name that stands first, "Xi
// Jinping", of the one that begins with it), and an acronym the key of what is spelt out beside it
// in brackets, or of the only name with these initials (three or more). What the document leaves
// unexplained takes what the collection explains in one way only. Two ways, and it stays itself.
//
// German capitalises all nouns. There, only these count: runs of two or more, acronyms, countries,
// last names of such runs, and single words that stand inside sentences twice or more and never
// behind an article.
//
// What is left out: names in lower case, scripts without capitals, headlines of words that no body
// holds, first names that stand alone. Products with a number are names of their own ("Orvik R1").
//
// Cost: about 180 ns a word of news, linear; documents run in parallel. The same for every number
// of threads. Any thread.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "reprise/language/language.h"
#include "reprise/language/unit.h"

namespace reprise::detail {

struct Name {
  TokenRange tokens;  // of the unit, without titles
  std::string key;    // never empty
};

// Returns the names of each unit, in order, without overlaps. `languages` has an entry for each
// unit. Units without sentences are read as one sentence.
std::vector<std::vector<Name>> find_names(std::span<const TextUnit> units,
                                          std::span<const Language> languages);

}  // namespace reprise::detail

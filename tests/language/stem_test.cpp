#include "reprise/language/stem.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include "reprise/error.h"

namespace reprise::detail {
namespace {

TEST(Stem, InflectedFormsMeet) {
  Stemmer english("english");
  for (const std::string_view word :
       {"govern", "governs", "governed", "governing", "governments", "government"}) {
    EXPECT_EQ(english.stem(word), "govern") << word;
  }
  EXPECT_NE(std::string(english.stem("ferry")), english.stem("ferment"));
  Stemmer german("de");
  EXPECT_EQ(std::string(german.stem("häuser")), german.stem("hauses"));
}

TEST(Stem, FiguresForeignWordsAndNothingComeBack) {
  Stemmer english("en");
  for (const std::string_view word : {"", "2,000", "$6", "日本", "\xff"}) {
    EXPECT_EQ(english.stem(word), word);
  }
}

TEST(Stem, LanguagesAreKnownByNameAndCode) {
  for (const char* language : {"english", "en", "german", "de", "french", "fr"}) {
    EXPECT_TRUE(Stemmer::knows(language));
  }
  for (const char* language : {"", "klingon", "English "}) {
    EXPECT_FALSE(Stemmer::knows(language));
    EXPECT_THROW(Stemmer{language}, Error);
  }
}

}  // namespace
}  // namespace reprise::detail

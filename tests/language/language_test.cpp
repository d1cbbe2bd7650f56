#include "reprise/language/language.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reprise/language/stem.h"

namespace reprise::detail {
namespace {

TEST(Languages, Names) {
  for (const char* name : {"english", "English", "EN", "eng"}) {
    EXPECT_EQ(language_of(name), Language::english) << name;
  }
  for (const char* name : {"german", "de", "deu", "ger"}) {
    EXPECT_EQ(language_of(name), Language::german) << name;
  }
  for (const char* name : {"french", "fr", "fra", "fre"}) {
    EXPECT_EQ(language_of(name), Language::french) << name;
  }
  for (const char* name : {"SPANISH", "es", "spa"}) {
    EXPECT_EQ(language_of(name), Language::spanish) << name;
  }
  for (const char* name : {"", "dutch", "e", "english "}) {
    EXPECT_EQ(language_of(name), Language::other) << name;
  }
}

TEST(Languages, StemmersExist) {
  for (const Language l : {Language::english, Language::german, Language::french, Language::spanish,
                           Language::portuguese}) {
    EXPECT_TRUE(Stemmer::knows(std::string(stemmer_of(l))));
    EXPECT_EQ(language_of(stemmer_of(l)), l);
  }
  EXPECT_EQ(stemmer_of(Language::other), "");
}

TEST(Languages, Recognised) {
  struct Row {
    std::string text;
    Language language;
  };
  const std::vector<Row> rows{
      {"Officials said the ferry was late.", Language::english},
      {"DeepSeek trained R1 for just $6 million", Language::english},
      {"Residents and schools opposed bridge tolls", Language::english},
      {"Die Fähre war nicht pünktlich, sagten die Behörden.", Language::german},
      {"Der Preis ist um 17 Prozent gefallen.", Language::german},
      {"Le bac était en retard, selon les autorités.", Language::french},
      {"L'action a chuté de 17 % dans la journée.", Language::french},
      {"Las acciones cayeron un 17% el lunes.", Language::spanish},
      {"El transbordador llegó tarde, según las autoridades.", Language::spanish},
      {"De veerboot van Amsterdam was niet op tijd.", Language::other},
      {"Het bedrijf zegt dat de prijs in de winter is gestegen en dat hij nog verder stijgt.",
       Language::other},
      {"Il traghetto era in ritardo, secondo le autorità della città.", Language::other},
      {"La nave non è arrivata e il porto di Genova era chiuso per una settimana.",
       Language::other},
      {"O barco não chegou e a cidade foi informada pela empresa de uma nova data.",
       Language::portuguese},
      {"Brod je kasnio, rekli su zvaničnici koji rade na reci.", Language::other},
      {"Брод је каснио, рекли су званичници.", Language::other},
      {"Färjan var sen och det är inte första gången.", Language::other},
      {"El vaixell va arribar tard amb els passatgers.", Language::other},
      {"Statek się spóźnił, ponieważ jest zima.", Language::other},
      {"Nvidia H100 DeepSeek", Language::other},
      {"", Language::other},
  };
  for (const Row& r : rows) {
    EXPECT_EQ(recognise_language(r.text, tokenize(r.text)), r.language) << r.text;
    for (const Normalisation& rules : {Normalisation{}, Normalisation{.fold_case = false}}) {
      EXPECT_EQ(recognise_language(r.text, tokenize(r.text, rules), rules), r.language) << r.text;
    }
  }
}

TEST(Languages, NamesInAForeignTongueDoNotTell) {
  std::string text = "The Beatles ";
  for (int i = 0; i < 40; ++i) {
    text += "laiva saapui myöhässä satamaan ";
  }
  EXPECT_EQ(recognise_language(text, tokenize(text)), Language::other);
}

}  // namespace
}  // namespace reprise::detail

#include "reprise/language/names/names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <string>

#include "reprise/base/parallel.h"
#include "reprise/language/name_words.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

// Documents of a body each, or of a body and a title.
class Collection {
 public:
  void add(std::string text, uint32_t document, Field field = Field::text,
           Language language = Language::english) {
    texts_.push_back(std::move(text));
    TextUnit unit{DocumentId(document), field, texts_.back(), tokenize(texts_.back()), {}};
    unit.sentences = split_sentences(unit.text, unit.tokens, language);
    units_.push_back(std::move(unit));
    languages_.push_back(language);
  }
  std::vector<std::vector<Name>> names() const { return find_names(units_, languages_); }
  const std::vector<TextUnit>& units() const { return units_; }

  // The keys of one unit's names, "a | b".
  std::string keys(size_t unit) const {
    std::string out;
    const auto all = names();
    for (const Name& name : all[unit]) {
      out += (out.empty() ? "" : " | ") + name.key;
    }
    return out;
  }

 private:
  std::deque<std::string> texts_;
  std::vector<TextUnit> units_;
  std::vector<Language> languages_;
};

std::string keys(const std::string& text, Language language = Language::english) {
  Collection collection;
  collection.add(text, 0, Field::text, language);
  return collection.keys(0);
}

struct Example {
  std::string text, expected;
};

TEST(Names, InsideSentences) {
  const Example table[] = {
      {"", ""},
      {"nobody here has a name.", ""},
      {"The ferry left for Skerrow at noon.", "skerrow"},
      {"The mayor of Skerrow met Jane Orvik.", "skerrow | jane orvik"},
      {"They asked Orvik's brother.", "orvik"},
      {"They asked Orvik’s brother.", "orvik"},
      {"It was the sailors' idea, said Orvik.", "orvik"},
      {"He bought it from the Bank of Norvane.", "bank of norvane"},
      {"A speech by Ursula van der Holt was short.", "ursula van der holt"},
      {"A speech by Carlos de la Riva was short.", "carlos de la riva"},
      {"A film by Tove Al Marrin and Odd Finsk.", "tove al marrin | odd finsk"},
      {"They read The Norvane Wire every day.", "norvane wire"},
      {"The plan of George W. Tann failed.", "george tann"},
      {"The plan of J. Tann failed.", "j tann"},
      {"The plan of Odd Tann Jr. failed.", "odd tann"},
      {"They love Orvik & Tann for it.", "orvik tann"},
      {"The firm Coda-Lux and the model Orvik-R1 are new.", "coda lux | orvik r1"},
      {"The model GPX-4 and the virus Dovid-19 are new.", "gpx 4 | dovid 19"},
      {"They met on Monday in May and I left in January.", ""},
      {"The speech of Teresa May was short.", "teresa may"},
      {"Perhaps I'm wrong and I've lost.", ""},
      {"A phone by nOrvik and one by DeepTann is here.", "norvik | deeptann"},
      {"They met Jane Orvik, Odd Tann and Ida Brekk.", "jane orvik | odd tann | ida brekk"},
      {"The Skerrow of Orvik's youth is gone.", "skerrow of orvik"},
      {"\"We went,\" said Orvik. “Nothing is left,” said Tann.", "orvik | tann"},
      {"The chip of Nordal  Systems failed.", "nordal systems"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(keys(text), expected) << text;
  }
}

TEST(Names, AtASentencesBegin) {
  const Example table[] = {
      {"Officials said so.", ""},
      {"Orvik said so.", ""},  // nothing shows that this is a name
      {"Jane Orvik said so.", "jane orvik"},
      {"Orvik said so. Nobody asked Orvik.", "orvik | orvik"},
      {"Apple said so. Nobody asked Apple.", "apple | apple"},
      {"Pear trees grow. Nobody likes a pear or a pear tree, not even Pear.", "pear"},
      {"The Norvane Wire said so.", "norvane wire"},
      {"In Skerrow it rained.", "skerrow"},
      {"On Monday Orvik left.", "orvik"},
      {"Former President Orvik left.", "orvik"},
      {"Yesterday Orvik left.", "orvik"},
      {"But I said: Nothing works.", ""},
      {"He said: \"Nothing works.\"", ""},
      {"WHA officials left.", "wha"},
      {"China said so.", "china"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(keys(text), expected) << text;
  }
}

TEST(Names, TitlesAreNoPartOfThem) {
  const Example table[] = {
      {"They asked Mr. Orvik and Dr. Tann and Prof. Brekk.", "orvik | tann | brekk"},
      {"They asked President Orvik and the President.", "orvik"},
      {"They asked Prime Minister Jane Orvik.", "jane orvik"},
      {"They asked Finance Minister Jane Orvik.", "jane orvik"},
      {"They asked Secretary of State Jane Orvik.", "jane orvik"},
      {"They asked US President Jane Orvik.", "united states | jane orvik"},
      {"They asked Nordal Systems CEO Jane Orvik.", "nordal systems | jane orvik"},
      {"They asked Stephen King and King Harald and General Orvik.",
       "stephen king | harald | orvik"},
      {"They asked General Motors.", "general motors"},
      {"They asked Attorney General Jane Orvik.", "jane orvik"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(keys(text), expected) << text;
  }
}

TEST(Names, Countries) {
  const Example table[] = {
      {"In the U.S. and the US and the USA it rained.",
       "united states | united states | united states"},
      {"They told us that the United States of America is large.", "united states"},
      {"Tell Us what you want.", ""},
      {"Most Americans like British and Chinese food.", "united states | united kingdom | china"},
      {"Sellers in the UK, Britain's ports and Great Britain.",
       "united kingdom | united kingdom | united kingdom"},
      {"The US-China talks failed.", "united states | china"},
      {"The Chinese AI firm grew.", "china | ai"},
      {"She flew with British Airways to South Korea.", "british airways | south korea"},
      {"South Korean ships and Saudi oil for the EU.",
       "south korea | saudi arabia | european union"},
      {"The U.S. Treasury said no.", "united states | treasury"},
      {"He works for the Bank of China.", "bank of china"},
      {"They asked Orvik of China.", "orvik | china"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(keys(text), expected) << text;
  }
}

TEST(Names, AcronymsHaveTheKeyOfWhatTheyStandFor) {
  const Example table[] = {
      {"The World Harbour Agency (WHA) left. Later the WHA came.",
       "world harbour agency | world harbour agency | world harbour agency"},
      {"The WHA (World Harbour Agency) left. Later WHA came.",
       "world harbour agency | world harbour agency | world harbour agency"},
      {"The Centre for Tide and Reef Research (CTRR) left.",
       "centre for tide and reef research | centre for tide and reef research"},
      {"The World Harbour Agency left. Later the WHA came.",
       "world harbour agency | world harbour agency"},
      {"The Deutsche Bahn left. Later the DB came.", "deutsche bahn | db"},
      {"The Deutsche Bahn (DB) left. Later the DB came.",
       "deutsche bahn | deutsche bahn | deutsche bahn"},
      {"The Orvik Tann Group and the Odd Tide Guild met the OTG.",
       "orvik tann group | odd tide guild | otg"},
      {"The Skerrow Guild (ABC) met.", "skerrow guild | abc"},
      {"The W.H.A. of the World Harbour Agency met.",
       "world harbour agency | world harbour agency"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(keys(text), expected) << text;
  }
}

TEST(Names, LastNamesHaveTheKeyOfTheFullName) {
  const Example table[] = {
      {"They asked Jane Orvik. Later Orvik left. Ms. Orvik's car broke.",
       "jane orvik | jane orvik | jane orvik"},
      {"Later Orvik left. They asked Jane Orvik.", "jane orvik | jane orvik"},
      {"They asked Jane Orvik and Odd Orvik. Later Orvik left.", "jane orvik | odd orvik | orvik"},
      {"They asked Ursula van der Holt. Van der Holt left; so did Holt.",
       "ursula van der holt | ursula van der holt | ursula van der holt"},
      {"They asked Donald J. Orvik and Donald Orvik. Then Orvik left.",
       "donald orvik | donald orvik | donald orvik"},
      {"They asked Xi Lonping. Then Xi left.", "xi lonping | xi lonping"},
      {"They met in the White House. Later the House voted.", "white house | house"},
      {"They met in New Orvik. Later the Orvik rose.", "new orvik | orvik"},
      {"The firm Tann AI grew. The AI is good.", "tann ai | ai"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(keys(text), expected) << text;
  }
}

TEST(Names, ADocumentsTitleAndTextExplainEachOther) {
  Collection collection;
  collection.add("They asked Jane Orvik about it. Then Orvik left.", 3);
  collection.add("Orvik denies it all", 3, Field::title);
  collection.add("Then they asked Orvik again, and Tann.", 4);
  collection.add("They asked Odd Tann.", 5);
  collection.add("They asked Ida Tann.", 6);
  EXPECT_EQ(collection.keys(0), "jane orvik | jane orvik");
  EXPECT_EQ(collection.keys(1), "jane orvik");
  EXPECT_EQ(collection.keys(2),
            "jane orvik | tann");  // only one Orvik in all documents, but two Tanns
}

TEST(Names, AnAmbiguousNameIsNotExplainedByOthers) {
  Collection collection;
  collection.add("They asked Jane Orvik and Odd Orvik. Then Orvik left.", 0);
  collection.add("They asked Jane Orvik. The WHA (World Harbour Agency) left.", 1);
  collection.add("They asked the WHA.", 2);
  EXPECT_EQ(collection.keys(0), "jane orvik | odd orvik | orvik");
  EXPECT_EQ(collection.keys(2), "world harbour agency");
}

TEST(Names, HeadlinesGoByWhatTheBodiesShow) {
  Collection collection;
  collection.add("Nobody asked Jane Orvik why the ferry plan failed, and nobody in Skerrow knew.",
                 0);
  collection.add("Jane Orvik Denies That Ferry Plan Failed In Skerrow", 0, Field::title);
  collection.add("JANE ORVIK DENIES FERRY PLAN", 0, Field::title);
  collection.add("US TELLS CHINA TO TELL US WHY", 0, Field::title);
  collection.add("WHA Says DeepTann Is Late", 0, Field::title);
  collection.add("Ferry Plan Fails", 0, Field::title);
  EXPECT_EQ(collection.keys(1), "jane orvik | skerrow");
  EXPECT_EQ(collection.keys(2), "jane orvik");
  EXPECT_EQ(collection.keys(3), "united states | china");
  EXPECT_EQ(collection.keys(4), "wha | deeptann");
  EXPECT_EQ(collection.keys(5), "");
}

TEST(Names, InGermanANounIsNoName) {
  const Example table[] = {
      {"Die Regierung hat gestern das Gesetz beschlossen.", ""},
      {"Gestern sprach Bundeskanzler Odo Tann mit der Regierung. Dann ging Tann.",
       "odo tann | odo tann"},
      {"Die WHA tagte in Deutschland und in den USA.", "wha | germany | united states"},
      {"Gestern kam Brekk, heute ging Brekk.", "brekk | brekk"},
      {"Gestern kam das Boot, heute fuhr Boot um Boot.", ""},
      {"Die Rede von Ursula von der Holt war kurz.", "ursula von der holt"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(keys(text, Language::german), expected) << text;
  }
}

TEST(Names, InFrenchAndSpanish) {
  EXPECT_EQ(keys("Le maire a vu l’Orne avec Jeanne de Brekk et l'Italie.", Language::french),
            "orne | jeanne de brekk | italy");
  EXPECT_EQ(keys("El alcalde vio a Juana Tann en España.", Language::spanish),
            "juana tann | spain");
}

void expect_sound(const Collection& collection) {
  const auto names = collection.names();
  ASSERT_EQ(names.size(), collection.units().size());
  for (size_t u = 0; u < names.size(); ++u) {
    uint32_t end = 0;
    for (const Name& name : names[u]) {
      ASSERT_GE(name.tokens.begin, end) << collection.units()[u].text;
      ASSERT_LT(name.tokens.begin, name.tokens.end);
      ASSERT_LE(name.tokens.end, collection.units()[u].tokens.size());
      ASSERT_FALSE(name.key.empty());
      end = name.tokens.end;
    }
  }
}

TEST(Names, AreInOrderWithoutOverlapsWhateverTheText) {
  support::Random random(1);
  const std::vector<std::string> pieces{
      "Jane ",   "Orvik",    " ",       "of ",  "van ",    "der ",       "(WHA)",  "WHA (",
      "World ",  "Harbour ", "Agency ", ". ",   "\n\n",    "’s ",        "'s ",    "\"",
      "U.S. ",   "US ",      "us ",     "The ", "said ",   "President ", "King ",  "-",
      "&",       "\xff",     "Éloi",    "l'",   "J. ",     "Jr. ",       "5",      "R1 ",
      "May ",    "北京",     "I ",      ": ",   ")",       "State ",     "South ", "Korea ",
      "iOrvik ", "ß",        "İ",       "ǅ",    "e\u0301 "};
  for (int round = 0; round < 3000; ++round) {
    Collection collection;
    for (uint32_t u = 0; u < 4; ++u) {
      std::string text;
      for (uint64_t n = random.below(30); n > 0; --n) {
        text += random.pick(pieces);
      }
      const auto language = static_cast<Language>(random.below(5));
      collection.add(text, u / 2, u % 2 == 0 ? Field::text : Field::title, language);
    }
    expect_sound(collection);
  }
}

TEST(Names, OfUnitsWithoutSentencesAndOfNoUnits) {
  EXPECT_TRUE(find_names({}, {}).empty());
  const std::string text = "nobody asked Jane Orvik";
  TextUnit unit{{}, Field::text, text, tokenize(text), {}};
  const Language language = Language::english;
  const auto names = find_names(std::span(&unit, 1), std::span(&language, 1));
  ASSERT_EQ(names[0].size(), 1u);
  EXPECT_EQ(names[0][0].key, "jane orvik");
  EXPECT_EQ(names[0][0].tokens, (TokenRange{2, 4}));
  EXPECT_EQ(keys("NOTHING BUT CAPITALS HERE. AND AGAIN CAPITALS."), "");
}

TEST(Names, AreTheSameForEveryNumberOfThreads) {
  support::Random random(2);
  const std::vector<std::string> words{"Jane", "Odd",  "Orvik", "Tann",     "WHA",
                                       "the",  "left", "of",    "Skerrow.", "US"};
  Collection collection;
  for (uint32_t d = 0; d < 200; ++d) {
    std::string text;
    for (int i = 0; i < 50; ++i) {
      text += random.pick(words) + " ";
    }
    collection.add(text, d);
  }
  const auto keys_of = [&](unsigned threads) {
    const Workers limit(threads);
    std::vector<std::string> all;
    const auto lists = collection.names();
    for (const auto& names : lists) {
      for (const Name& name : names) {
        all.push_back(name.key + std::to_string(name.tokens.begin));
      }
    }
    return all;
  };
  EXPECT_EQ(keys_of(1), keys_of(4));
}

TEST(Names, OfManySentencesWithOneNameAreFast) {
  std::string text = "They asked Jane Orvik. ";
  for (int i = 0; i < 10000; ++i) {
    text += "Then Orvik of the WHA (World Harbour Agency) left Skerrow. ";
  }
  Collection collection;
  collection.add(text, 0);
  for (uint32_t d = 1; d < 1000; ++d) {
    collection.add("Nobody has seen Orvik at all.", d);
  }
  const auto start = std::chrono::steady_clock::now();
  const auto names = collection.names();
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
  EXPECT_EQ(names[0].size(), 40001u);
  EXPECT_EQ(names[999][0].key, "jane orvik");
}

TEST(Names, TablesAreFolded) {
  EXPECT_EQ(country_of("american"), "united states");
  EXPECT_EQ(country_of("nowhere"), "");
  EXPECT_TRUE(name_roles_of("president", Language::english).has(NameRole::title));
  EXPECT_TRUE(begins_sentences("die", Language::german));
  EXPECT_FALSE(begins_sentences("die", Language::english));
}

}  // namespace
}  // namespace reprise::detail

// What furniture is, rule by rule, and what stays: reuse inside one story.
#include "reprise/furniture/find.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reprise/corpus/field.h"
#include "support/collection.h"
#include "support/generator.h"
#include "support/texts.h"

namespace reprise::detail {
namespace {

using support::Collection;
using support::Random;
using Strings = std::vector<std::string>;

const std::string paragraph =
    "The volcano above Orne broke out in the year 79 and buried the towns of the bay under ashes. "
    "What was found there since tells how people lived, what they ate, and which gods they prayed "
    "to. No other place of that age is known so well.";

// Texts of invented words; those of one story are made of few.
class Maker {
 public:
  std::string text(size_t words) { return written(words, all_); }
  std::string of_story(size_t words) { return written(words, story_); }

  // Returns texts with the line in the middle, of one story or of as many as there are texts.
  Strings with(const std::string& line, size_t count, bool one_story) {
    Strings texts;
    for (size_t i = 0; i < count; ++i) {
      const auto rest = [&] {
        return one_story ? of_story(80) : text(80);
      };
      texts.push_back(rest() + "\n\n" + line + "\n\n" + rest());
    }
    return texts;
  }

 private:
  std::string written(size_t words, const support::Vocabulary& vocabulary) {
    return support::written(support::make_words(words, vocabulary, random_), random_);
  }

  Random random_{7};
  support::Vocabulary all_{20000, 1};
  support::Vocabulary story_{300, 2};
};

// Returns the furniture of the texts, each stretch as it stands there.
Strings furniture_of(const Strings& texts, std::vector<uint32_t> sources = {},
                     std::optional<DocumentId> first_reference = {}) {
  const Collection collection(texts);
  sources.resize(texts.size(), no_value);
  const Furniture furniture = find_furniture({collection.units(), sources, {}, first_reference});
  Strings found;
  furniture.ranges.for_each([&](UnitId unit, TokenRange range) {
    found.push_back(collection.text_of(unit, bytes_of(collection.units()[unit], range)));
  });
  EXPECT_EQ(furniture.stretches, found.size());
  EXPECT_EQ(furniture.example.has_value(), !found.empty());
  return found;
}

TEST(Furniture, RecursInDifferentStories) {
  Maker make;
  for (const std::string& line :
       {std::string("Harbour Courier, independent since 1871"), paragraph}) {
    const size_t count = line == paragraph ? 12 : 6;
    const size_t too_few = line == paragraph ? 11 : 2;
    EXPECT_EQ(furniture_of(make.with(line, count, false)).size(), count) << line;
    EXPECT_TRUE(furniture_of(make.with(line, too_few, false)).empty()) << line;
    EXPECT_TRUE(furniture_of(make.with(line, count, true)).empty())
        << "inside one story it is reuse: " << line;
  }
}

TEST(Furniture, IsNoParagraphThatFiveAnswersCopied) {
  Maker make;
  for (const bool one_story : {true, false}) {
    EXPECT_TRUE(furniture_of(make.with(paragraph, 5, one_story)).empty());
    Strings texts;
    for (size_t i = 0; i < 5; ++i) {
      texts.push_back(paragraph + "\n\n" + make.of_story(30));
    }
    EXPECT_TRUE(furniture_of(texts).empty()) << "where it is most of the answer";
  }
  Strings folder = make.with(paragraph, 5, true);
  for (size_t i = 0; i < 25; ++i) {
    folder.push_back(make.of_story(160));
  }
  EXPECT_TRUE(furniture_of(folder).empty()) << "beside answers that copied nothing";
}

TEST(Furniture, IsTheSameWithOtherDatesAndNames) {
  Maker make;
  Strings texts;
  for (const std::string name : {"Anna Weber", "Tom Reyes", "Ines Duarte", "Paul Okafor"}) {
    for (const std::string day : {"3", "28"}) {
      texts.push_back(make.text(80) + "\nWritten by " + name + " for the desk of the Courier on " +
                      day + " May, listen to it instead\n" + make.text(80));
    }
  }
  EXPECT_EQ(furniture_of(texts).size(), 8u);
}

TEST(Furniture, StandsInMostPagesOfOneSource) {
  Maker make;
  const std::string label = "Norvane Gazette, the evening edition";
  Strings texts = make.with(label, 3, false);
  const auto others = make.with("", 5, false);
  texts.insert(texts.end(), others.begin(), others.end());
  EXPECT_TRUE(furniture_of(texts).empty());
  EXPECT_EQ(furniture_of(texts, {0, 0, 0, 1, 1, 1, 2, 2}), Strings(3, label));
  EXPECT_TRUE(furniture_of(texts, {0, 0, 0, 0, 0, 0, 1, 1}).empty()) << "in half of its pages";
  EXPECT_TRUE(furniture_of(texts, {0, 0, 0, 0, 0, 0, 0, 0}).empty())
      << "one source for all says nothing";

  Strings answers = make.with(paragraph, 5, true);
  answers.push_back(make.text(160));
  answers.push_back(make.text(160));
  EXPECT_TRUE(furniture_of(answers, {0, 0, 0, 0, 0, 1, 1}).empty())
      << "a paragraph that one class copied";
}

TEST(Furniture, SaysWhatFurnitureSays) {
  Maker make;
  const std::string text = make.text(40) + "\nSign up for our newsletter\n" + make.text(40) +
                           " We use cookies on this site, all rights reserved. " + make.text(40);
  EXPECT_EQ(furniture_of({text}), (Strings{"Sign up for our newsletter",
                                           "We use cookies on this site, all rights reserved"}));
}

TEST(Furniture, IsAFooterOfWhichAThirdSaysSo) {
  Maker make;
  const std::string footer =
      "Copyright the Norvane Gazette, all rights reserved. Letters go to the newsroom at Harbour "
      "Street.";
  const std::string said = "Copyright the Norvane Gazette, all rights reserved";
  EXPECT_EQ(furniture_of(make.with(footer, 2, true)), Strings(2, said));
  EXPECT_EQ(furniture_of(make.with(footer, 3, true)),
            Strings(3, footer.substr(0, footer.size() - 1)));
}

TEST(Furniture, IsALinkBelowItsHeading) {
  Maker make;
  const Strings links{"Related stories", "Bread is dearer in Mell", "Rain ahead for the coast"};
  std::string text = make.text(40);
  std::string list;
  for (const std::string& link : links) {
    list += (list.empty() ? "" : "\n") + link;
  }
  EXPECT_EQ(furniture_of({text + "\n" + list + "\n" + make.text(40)}), Strings{list});
  EXPECT_TRUE(furniture_of({text + "\nBread is dearer in Mell\n" + make.text(40)}).empty());
}

TEST(Furniture, IsARowOfLinks) {
  Maker make;
  const std::string row = "Harbour Home | Harbour Sport | Letters to the Courier";
  EXPECT_EQ(furniture_of(make.with(row, 5, false)), Strings(5, row));
}

TEST(Furniture, IsShortAndStandsBesideSome) {
  Maker make;
  const std::string poll =
      "Take our poll, the story continues below\nWill the ferry to Orne sail again this year?\n"
      "Yes, of course it will\nNo, it is much too old\nThis field is for validation purposes";
  const auto found = furniture_of(make.with(poll, 3, true));
  EXPECT_EQ(found, Strings(3, poll));
  const std::string question = "Will the ferry to Orne sail again this year?";
  EXPECT_TRUE(furniture_of(make.with(question, 3, true)).empty());
  const std::string below = "Sign up for our newsletter\n" + paragraph;
  EXPECT_EQ(furniture_of(make.with(below, 3, true)), Strings(3, "Sign up for our newsletter"))
      << "a paragraph is no neighbour";
}

TEST(Furniture, IsNoHeadlineThatOthersLinkTo) {
  Maker make;
  const std::string headline = "Council votes on a school by the park";
  Strings texts{headline + "\n" + make.text(160)};
  for (const std::string& text : make.with(headline, 6, false)) {
    texts.push_back(text);
  }
  EXPECT_EQ(furniture_of(texts), Strings(6, headline)) << "in the first text it is the headline";
}

TEST(Furniture, IsNothingOfAReference) {
  Maker make;
  const std::string line = "Harbour Courier, independent since 1871";
  Strings texts = make.with(line, 6, false);
  texts.push_back("Sign up for our newsletter\n" + make.text(80));
  EXPECT_EQ(furniture_of(texts, {}, DocumentId(6)).size(), 6u);
  texts.back() += "\n" + line + "\n";
  EXPECT_TRUE(furniture_of(texts, {}, DocumentId(6)).empty());
}

TEST(Furniture, IsNothingOfCopies) {
  Maker make;
  const std::string text = make.text(200);
  EXPECT_TRUE(furniture_of(Strings(20, text)).empty())
      << "all recurs, so that no story can be told";
}

TEST(Furniture, LeavesEmptyTextsAlone) {
  EXPECT_TRUE(furniture_of({}).empty());
  EXPECT_TRUE(furniture_of({"", "\n\n", "…"}).empty());
}

}  // namespace
}  // namespace reprise::detail

// What becomes of a group of places: a point as people read it.
#include "reprise/points/label.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "support/told.h"

namespace reprise::detail {
namespace {

using support::Told;

// The point that is made of these words, one place each, all of which are `likeness` alike.
class Made {
 public:
  Made(const std::vector<std::string>& texts, const std::vector<std::string>& words,
       double likeness = 0.4,
       const std::vector<std::pair<FigurePlace, FigurePlace>>& differing = {})
      : told_(texts) {
    Group group;
    PlacePairs found;
    for (const std::string& w : words) {
      const LineId line = told_.line(w);
      found.places.push_back({line, told_.tokens(line, w), told_.story.lines[line].voice});
      group.places.emplace_back(group.places.size());
      group.likenesses.push_back(likeness + 0.01 * static_cast<double>(group.places.size()));
    }
    group.likeness = likeness;
    group.chance = likeness * likeness;
    Shown shown;
    point = make_point(group, found, {told_.story, told_.table, told_.units(), pairs(differing)},
                       shown);
    EXPECT_EQ(shown.labels.size(), 1u);
  }

  std::string text(const Mention& m) const { return told_.collection.text_of(m.unit, m.span); }
  std::string label() const { return text(point.mentions[point.label]); }
  std::vector<std::string> terms() const {
    std::vector<std::string> words;
    for (const BindingTerm& term : point.terms) {
      words.push_back(term.word);
    }
    std::sort(words.begin(), words.end());
    return words;
  }

  Point point;

 private:
  static FigurePairs pairs(const std::vector<std::pair<FigurePlace, FigurePlace>>& differing) {
    std::vector<CountedFigure> figures;
    std::vector<std::pair<uint32_t, uint32_t>> known;
    const auto add = [&](FigurePlace place) {
      figures.emplace_back();
      figures.back().line = place.line;
      figures.back().index = place.index;
      return static_cast<uint32_t>(figures.size() - 1);
    };
    for (const auto& [a, b] : differing) {
      const uint32_t first = add(a);
      known.emplace_back(first, add(b));
    }
    return {figures, known};
  }

  Told told_;
};

TEST(Label, IsTheMentionThatSharesTheMostWithTheOthers) {
  const Made made({"The ferry stays in port until spring.", "A ferry stays in port.",
                   "In port until the warm spring of the year, the boats rot."},
                  {"The ferry stays in port until spring", "A ferry stays in port",
                   "In port until the warm spring of the year, the boats rot"});
  EXPECT_EQ(made.label(), "The ferry stays in port until spring");
}

TEST(Label, OfEqualsTheOneWhoseSentenceStandsByItself) {
  const Made made({"But it stays in the port until a warm spring.",
                   "The ferry stays in the port until a spring."},
                  {"stays in the port until a warm spring", "stays in the port until a spring"});
  EXPECT_EQ(made.point.label, 1u);
}

TEST(Label, HasAClaimAroundItThatIsWhole) {
  const Made made({"It rains. The owners say the ferry stays in port. They left.",
                   "It rains, a boat stays in port"},
                  {"the ferry stays in port", "a boat stays in port"});
  const Mention& label = made.point.mentions[made.point.label];
  EXPECT_EQ(label.unit, 0u);
  EXPECT_EQ(made.text({.unit = label.unit, .span = made.point.claim}),
            "The owners say the ferry stays in port.");
}

TEST(MakePoint, MentionsKnowTheirSentences) {
  const Made made({"It rains. “The ferry stays in port.” They left.", "A boat stays in port."},
                  {"ferry stays in port", "A boat stays in port"});
  const Mention& first = made.point.mentions[0];
  EXPECT_EQ(made.text(first), "The ferry stays in port");
  EXPECT_EQ(made.text({.unit = first.unit, .span = first.sentence}), "“The ferry stays in port.”");
}

TEST(Label, IsNoDenialIfOthersAffirm) {
  const Made made({"The owner denied that the crane fell into the water.",
                   "A crane fell into water on Monday.", "The crane fell into cold water."},
                  {"the crane fell into the water", "A crane fell into water on Monday",
                   "The crane fell into cold water"});
  EXPECT_TRUE(made.point.mentions[0].denied);
  EXPECT_NE(made.point.label, 0u);
}

TEST(MakePoint, MentionsStandByDocumentThenPlaceWithTheirLikenesses) {
  const Made made({"The ferry is late. A ferry was late.", "Ferries are late."},
                  {"Ferries are late", "A ferry was late", "The ferry is late"});
  ASSERT_EQ(made.point.mentions.size(), 3u);
  EXPECT_EQ(made.text(made.point.mentions[0]), "The ferry is late");
  EXPECT_EQ(made.text(made.point.mentions[1]), "A ferry was late");
  EXPECT_EQ(made.text(made.point.mentions[2]), "Ferries are late");
  EXPECT_DOUBLE_EQ(made.point.mentions[0].likeness, 0.43);
  EXPECT_DOUBLE_EQ(made.point.mentions[2].likeness, 0.41);
}

TEST(MakePoint, DenialsAreNoRepetitionsUnlessAllDeny) {
  const std::vector<std::string> words{"the crane fell into the water", "the crane fell at noon",
                                       "the crane fell twice"};
  const Made some({"Tolvane denied that the crane fell into the water.",
                   "We saw that the crane fell at noon.", "We heard that the crane fell twice."},
                  words);
  EXPECT_EQ(some.point.mentions.size(), 3u);
  EXPECT_EQ(some.point.documents, (decltype(some.point.documents){DocumentId{1}, DocumentId{2}}));
  EXPECT_EQ(some.point.voices, 2u);
  const Made all(
      {"Tolvane denied that the crane fell into the water.",
       "Orvik denied that the crane fell at noon.", "Tann denied that the crane fell twice."},
      words);
  EXPECT_EQ(all.point.documents.size(), 3u);
}

TEST(MakePoint, TermsAreWhatTwoVoicesShareTheRarestFirst) {
  const Made made({"The ferry stays in port.", "A ferry leaves the port, and gulls cry.",
                   "Gulls sleep. Port is closed.", "Port wine is sweet.", "To port and back."},
                  {"The ferry stays in port", "A ferry leaves the port"});
  EXPECT_EQ(made.terms(), (std::vector<std::string>{"ferry", "port"}));
  EXPECT_EQ(made.point.terms[0].word, "ferry");
  EXPECT_GT(made.point.terms[0].weight, made.point.terms[1].weight);
  EXPECT_EQ(made.point.terms[0].mentions, 2u);
}

TEST(MakePoint, TermsThatOneVoiceRepeatsBindNothing) {
  const Made made({"The ferry sails. The ferry sinks.", "It sinks."},
                  {"The ferry sails", "The ferry sinks", "It sinks"});
  EXPECT_EQ(made.terms(), (std::vector<std::string>{"sinks"}));
}

TEST(MakePoint, AtMostEightTermsAreNamed) {
  const std::string rest = "crane hit seven barges near Quillhaven while dockers ate bread";
  const Made made({"Blue " + rest + ".", "A blue " + rest + "."}, {"Blue " + rest, "blue " + rest});
  EXPECT_EQ(made.point.terms.size(), 8u);
}

TEST(MakePoint, TheKindSaysHowAlikeTheWordsAre) {
  const auto kind = [](const std::string& second) {
    return Made({"Blue ferry leaves cold harbour.", second},
                {"Blue ferry leaves cold harbour", second.substr(0, second.size() - 1)})
        .point.kind;
  };
  EXPECT_EQ(kind("A blue ferry leaves the cold harbour."), PointClass::verbatim);
  EXPECT_EQ(kind("A blue ferry leaves the harbour."), PointClass::near);
  EXPECT_EQ(kind("The harbour has a ferry."), PointClass::restated);
}

TEST(MakePoint, TheScoreGrowsWithVoicesAndChance) {
  const std::vector<std::string> texts{"Slow ferry boats still rot in port. Slow ferry boats rot.",
                                       "Slow ferry boats still rot in port.",
                                       "Slow ferry boats still rot in a port."};
  const auto score = [&](const std::vector<std::string>& words, double root_of_chance) {
    return Made(texts, words, root_of_chance).point.score;
  };
  const std::string said = "Slow ferry boats still rot in port";
  const double two = score({said, said}, 0.4);
  EXPECT_GT(score({said, said, "Slow ferry boats still rot in a port"}, 0.4), two);
  EXPECT_NEAR(score({said, said}, 0.6), 1.5 * two, 1e-12);
  EXPECT_EQ(score({said, said, "Slow ferry boats rot"}, 0.4), two)
      << "who says it twice makes it no surer";
}

TEST(MakePoint, TheScoreIsLessForALabelThatIsNoWholeSentence) {
  const auto score = [](const std::string& text, const std::string& other) {
    return Made({text, other}, {"old boats rot in the harbour", "old boats rot in the harbour"})
        .point.score;
  };
  const std::string said = "Now old boats rot in the harbour.";
  EXPECT_LT(score("Now old boats rot in the harbour", "Now old boats rot in the harbour"),
            score(said, said))
      << "headlines";
}

TEST(Label, HoldsLittleThatNobodyElseSays) {
  const Made made(
      {"Museum guides with warm bread praise the ferry, and old boats rot in the cold harbour.",
       "Old boats rot in the cold harbour, where the dockers and two cranes wait for spring."},
      {"old boats rot in the cold harbour", "Old boats rot in the cold harbour"});
  EXPECT_EQ(made.label(), "Old boats rot in the cold harbour");
}

TEST(MakePoint, FiguresAreThoseInsideTheMentions) {
  const Made made({"It cost $6 million, and in 2019 it sank.", "It cost $9 million."},
                  {"It cost $6 million", "It cost $9 million"});
  ASSERT_EQ(made.point.figures.size(), 2u);
  EXPECT_EQ(made.point.figures[0].mention, 0u);
  EXPECT_EQ(made.point.figures[1].mention, 1u);
}

TEST(MakePoint, FiguresThatDifferAreKnownBefore) {
  const std::vector<std::string> words{"It cost $6 million", "It cost $9 million"};
  const Made made({"It cost $6 million, and in 2019 it sank.", "It cost $9 million."}, words, 0.4,
                  {{{LineId{0}, 0}, {LineId{1}, 0}}});
  EXPECT_EQ(made.point.disagreements, (std::vector<std::pair<uint32_t, uint32_t>>{{0, 1}}));
}

}  // namespace
}  // namespace reprise::detail

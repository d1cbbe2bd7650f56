// The rules by which ratios, units, dates and things are found, an example of each.
#include <gtest/gtest.h>

#include "support/figures.h"

namespace reprise::detail {
namespace {

using support::expect_each;

constexpr Language en = Language::english;
constexpr Language de = Language::german;
constexpr Language fr = Language::french;
constexpr Language es = Language::spanish;

TEST(FigureRatios, AWordIsARatioIfSomethingIsCompared) {
  expect_each({
      {en, "a tiny fraction of the cost, fraction of", "a tiny fraction ratio *..1 cost"},
      {en, "twice as many, called twice", "twice ratio 1.8..2.2"},
      {en, "half of voters, the first half", "half ratio 0.45..0.55 voters"},
      {en, "cut it by half", "half ratio 0.45..0.55"},
      {en, "tenfold", "tenfold ratio 9..11"},
      {de, "doppelt so viele, verdoppelt, zehnfach",
       "doppelt ratio 1.8..2.2 | zehnfach ratio 9..11"},
  });
}

TEST(FigureRatios, PartsAreSureByOfByAHyphenOrByTheirPlural) {
  expect_each({
      {en, "a third of voters, by a third",
       "a third ratio 0.3..0.366 voters | a third ratio 0.3..0.366"},
      {en, "two-thirds, two thirds", "two-thirds ratio 0.6..0.733 | two thirds ratio 0.6..0.733"},
      {en, "three-quarters, three quarters",
       "three-quarters ratio 0.675..0.825 | three count 2.7..3.3 quarters"},
      {en, "the third quarter", ""},
      {fr, "deux tiers, un tiers d'euros",
       "deux tiers ratio 0.6..0.733 | un tiers ratio 0.3..0.366"},
  });
}

TEST(FigureRatios, AShareHasAWholeThatIsNoFigureItself) {
  expect_each({
      {en, "one in five, one in every five",
       "one in five ratio 0.18..0.22 | one in every five ratio 0.18..0.22"},
      {en, "nine out of ten, nine out of 17",
       "nine out of ten ratio 0.81..0.99 | nine out of 17 ratio 0.476..0.582"},
      {en, "two in 17, two in 20",
       "two count 1.8..2.2 | 17 count 16.5..17.5 | two in 20 ratio 0.09..0.11"},
      {en, "one in 2025", "2025 year 2025..2025"},
      {en, "one in ten days", "ten days duration day 9..11"},
      {en, "one in 5%", "5% percent % 4.5..5.5"},
      {fr, "un sur cinq", "un sur cinq ratio 0.18..0.22"},
      {es, "uno de cada cinco", "uno de cada cinco ratio 0.18..0.22"},
  });
}

TEST(FigureRatios, TimesNeedAComparison) {
  expect_each({
      {en, "three times as many, called three times",
       "three times ratio 2.7..3.3 | three count 2.7..3.3 times"},
      {en, "10-fold, 10x", "10-fold ratio 9..11 | 10x ratio 9..11"},
      {es, "tres veces más", "tres veces ratio 2.7..3.3"},
  });
}

TEST(FigureUnits, LettersAndSignsBeforeANumber) {
  expect_each({
      {en, "US$6, EUR 6 million",
       "US$6 money USD 5.5..6.5 | EUR 6 million money EUR 5500000..6500000"},
      {en, "$ 6 million", "$ 6 million money USD 5500000..6500000"},
      {en, "5 $6, 5$ 6",
       "5 count 4.5..5.5 | $6 money USD 5.5..6.5 | 5$ money USD 4.5..5.5 | 6 count 5.5..6.5"},
  });
}

TEST(FigureUnits, AnEqualSignMayBeNamedBehind) {
  expect_each({
      {en, "¥6 million yuan", "¥6 million yuan money CNY 5500000..6500000"},
      {en, "$6 million USD", "$6 million USD money USD 5500000..6500000"},
      {en, "$6 million yuan", "$6 million money USD 5500000..6500000"},
  });
}

TEST(FigureUnits, SignsBehindANumber) {
  expect_each({
      {en, "6 % of it, 6％", "6 % percent % 5.5..6.5 | 6％ percent % 5.5..6.5"},
      {de, "6 Mio. €", "6 Mio. € money EUR 5500000..6500000"},
      {fr, "1 200 €", "1 200 € money EUR 1150..1250"},
  });
}

TEST(FigureUnits, ACountrySaysWhoseDollar) {
  expect_each({
      {en, "3 million U.S. dollars", "3 million U.S. dollars money USD 2700000..3300000"},
      {en, "6 million Canadian dollars, 6 Singapore dollars",
       "6 million Canadian dollars money CAD 5500000..6500000 | 6 Singapore dollars money SGD "
       "5.5..6.5"},
      {en, "6 million of us", "6 million count 5500000..6500000"},
      {de, "6 kanadische Dollar", "6 kanadische Dollar money CAD 5.5..6.5"},
      {fr, "6 millions de dollars canadiens",
       "6 millions de dollars canadiens money CAD 5500000..6500000"},
      {es, "6 dólares australianos", "6 dólares australianos money AUD 5.5..6.5"},
  });
}

TEST(FigureUnits, WordsBehindANumber) {
  expect_each({
      {en, "17 per cent, 17 percentage points",
       "17 per cent percent % 16.5..17.5 | 17 percentage points percent % 16.5..17.5"},
      {en, "tens of billions of yuan", "tens of billions of yuan money CNY 10000000000..*"},
      {en, "6 of percent", "6 count 5.5..6.5"},
  });
}

TEST(FigureDates, DaysAndMonthsInTheOrderOfTheLanguage) {
  expect_each({
      {en, "Jan. 20-22, 2025", "Jan. 20-22, 2025 date day 20108..20110"},
      {en, "20-22 January", "20-22 January date month-day 20..22"},
      {en, "the 21st of January", "21st of January date month-day 21..21"},
      {de, "21. Januar 2025", "21. Januar 2025 date day 20109..20109"},
      {de, "Januar 21", "21 count 20.5..21.5"},
      {fr, "1er mars, 20-22 janvier",
       "1er mars date month-day 61..61 | 20-22 janvier date month-day 20..22"},
      {es, "21 de enero de 2025, 1º de mayo",
       "21 de enero de 2025 date day 20109..20109 | 1º de mayo date month-day 122..122"},
  });
}

TEST(FigureDates, AMonthAloneNeedsAYearOrAWordThatDates) {
  expect_each({
      {en, "January 2025", "January 2025 date day 20089..20119"},
      {en, "since January", "January date month-day 1..31"},
      {en, "January", ""},
      {en, "they may 20", "20 count 18..22"},
  });
}

TEST(FigureDates, InDigitsADateHasDaysThatExist) {
  expect_each({
      {en, "2025-01-21", "2025-01-21 date day 20109..20109"},
      {en, "21.01.2025", "21.01.2025 date day 20109..20109"},
      {en, "2025-13-21", "2025 year 2025..2025 | 13-21 count 12.5..21.5"},
      {en, "2025-01-257", "2025 year 2025..2025 | 01-257 count 0.9..257.5"},
      {en, "21.13.2025", ""},
      {en, "Feb. 30", "30 count 27..33"},
  });
}

TEST(FigureThings, PeopleAndPluralsAreCounted) {
  expect_each({
      {en, "155 people on board", "155 count 154.5..155.5 people"},
      {en, "300 sales jobs", "300 count 270..330 jobs"},
      {en, "340 last week, 340 jobs last week", "340 count 335..345 | 340 count 335..345 jobs"},
      {en, "a 2,000-chip cluster", "2,000 count 1800..2200 chip"},
      {fr, "12 chevaux", "12 count 11.5..12.5 chevaux"},
      {de, "neue 200 Nvidia-Chips", "200 count 180..220 chips"},
  });
}

TEST(FigureThings, HowTheyFaredGivesWayToWhoTheyAre) {
  expect_each({
      {en, "300 wounded fighters", "300 count 270..330 fighters"},
      {en, "300 wounded", "300 count 270..330 wounded"},
  });
}

TEST(FigureThings, AndAddsWhatIsCountedAlike) {
  expect_each({
      {en, "148 passengers and crew", "148 count 147.5..148.5 passengers and crew"},
      {en, "148 passengers and six crew", "148 count 147.5..148.5 passengers | six count 5.5..6.5"},
      {en, "12 men and women", "12 count 11.5..12.5 men and women"},
      {en, "12 dead and wounded", "12 count 11.5..12.5 dead and wounded"},
      {en, "12 boats and houses", "12 count 11.5..12.5 boats and houses"},
      {en, "12 boats and house", "12 count 11.5..12.5 boats"},
      {fr, "12 bateaux et maisons", "12 count 11.5..12.5 bateaux"},
  });
}

TEST(FigureThings, DegreesAreNoThings) {
  expect_each({
      {en, "36 degrees", "36 count 35.5..36.5"},
      {de, "36 Grad", "36 count 35.5..36.5"},
      {fr, "36 degrés", "36 count 35.5..36.5"},
      {es, "36 grados", "36 count 35.5..36.5"},
  });
}

TEST(FigureThings, OfInAndWhatStandsBehindSayWhatIsMeasured) {
  expect_each({
      {en, "90% of the market", "90% percent % 85..95 market"},
      {en, "$8 billion in assets", "$8 billion money USD 7500000000..8500000000 assets"},
      {en, "a $500 billion initiative",
       "$500 billion money USD 450000000000..550000000000 initiative"},
      {fr, "8 milliards de dollars d'actifs",
       "8 milliards de dollars money USD 7500000000..8500000000 actifs"},
  });
}

TEST(FigureThings, ThePossessorIsNotWhatIsMeasured) {
  expect_each({
      {en, "90% of GPT-4's performance", "90% percent % 85..95 performance"},
      {en, "90% of the world's chips", "90% percent % 85..95 chips"},
  });
}

TEST(FigureThings, VerbsBehindAFigureAreNoNouns) {
  expect_each({
      {en, "$6 million wasted", "$6 million money USD 5500000..6500000"},
      {en, "$6 million using chips", "$6 million money USD 5500000..6500000 chips"},
      {en, "$6 million funding", "$6 million money USD 5500000..6500000 funding"},
      {en, "a $6 million loss recently", "$6 million money USD 5500000..6500000 loss"},
      {en, "$6 million seed", "$6 million money USD 5500000..6500000 seed"},
  });
}

TEST(FigureThings, AChangeIsWhatAShareMeasures) {
  expect_each({
      {en, "fell by 8%", "8% percent % 7.5..8.5 fell"},
      {en, "gained $8", "$8 money USD 7.5..8.5"},
  });
}

TEST(FigureThings, ANounLeadsToItsFigure) {
  expect_each({
      {en, "a budget of just $6 million", "$6 million money USD 5500000..6500000 budget"},
      {en, "the cost was $6 million", "$6 million money USD 5500000..6500000 cost"},
      {en, "training cost of $6 million", "$6 million money USD 5500000..6500000 training cost"},
      {en, "Nvidia cost of $6", "$6 money USD 5.5..6.5 cost"},
      {en, "its paid cost of $6", "$6 money USD 5.5..6.5 cost"},
  });
}

TEST(FigureThings, AVerbBeforeAFigureHasASubject) {
  expect_each({
      {en, "the toll rose to 6", "6 count 5.5..6.5 toll"},
      {en, "the toll has already risen to 6", "6 count 5.5..6.5 toll"},
      {en, "the toll stands at 6", "6 count 5.5..6.5 toll"},
      {en, "losses estimated at $6", "$6 money USD 5.5..6.5 losses"},
      {en, "Tuesday fell to 6", "6 count 5.5..6.5"},
      {de, "Die Zahl stieg auf 6", "6 count 5.5..6.5 zahl"},
      {de, "Der Schaden liegt bei 6 Euro", "6 Euro money EUR 5.5..6.5 schaden"},
      {fr, "les pertes s'élèvent à 300", "300 count 270..330 pertes"},
      {fr, "elles s'élèvent à 300", "300 count 270..330"},
      {es, "los daños se estiman en 300", "300 count 270..330 daños"},
  });
}

TEST(FigureThings, CostsAreWhatIsPaid) {
  expect_each({
      {en, "It cost $6 million", "$6 million money USD 5500000..6500000 cost"},
      {en, "It is costing $6 million", "$6 million money USD 5500000..6500000 cost"},
      {en, "It spent $6 million", "$6 million money USD 5500000..6500000"},
      {de, "Es kostete 6 Euro", "6 Euro money EUR 5.5..6.5 kostete"},
  });
}

TEST(FigureThings, WordsOfAnotherLanguageMeanNothing) {
  expect_each({
      {en, "30 grad students", "30 count 27..33 students"},
      {en, "They saw a rise to 6", "6 count 5.5..6.5"},
      {en, "his son rose to 6", "6 count 5.5..6.5 son"},
      {de, "Der Stand liegt bei 300", "300 count 270..330 stand"},
      {fr, "1st mars", ""},
  });
}

TEST(FigureThings, PartsOfNamesAreNoFigures) {
  expect_each({
      {en, "tier-2, Covid-19", ""},
      {en, "5-6", "5-6 count 4.5..6.5"},
  });
}

}  // namespace
}  // namespace reprise::detail

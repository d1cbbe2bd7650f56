// The rules by which numbers are read, an example of each: digits, words, ranges, hedges.
#include <gtest/gtest.h>

#include "reprise/language/figures/figure_numeral.h"
#include "support/figures.h"

namespace reprise::detail {
namespace {

using support::expect_each;

constexpr Language none = Language::other;
constexpr Language en = Language::english;
constexpr Language de = Language::german;
constexpr Language fr = Language::french;
constexpr Language es = Language::spanish;

TEST(FigureDigits, ABlankPartsThousandsUnlessARuleSpeaksAgainstIt) {
  expect_each({
      {en, "5 20 people", "5 count 4.5..5.5 people | 20 count 18..22 people"},
      {en, "page 1 000 people", "1 000 count 900..1100 people"},
      {en, "4 100-metre races", "4 count 3.6..4.4 races | 100 count 90..110 metre"},
      {en, "5 200 30 jobs",
       "5 count 4.5..5.5 jobs | 200 count 180..220 jobs | 30 count 27..33 jobs"},
      {en, "it sold (1 200) boats", "1 200 count 1150..1250"},
      {en, "page 5 200 people", "5 count 4.5..5.5 people | 200 count 180..220 people"},
      {en, "12 15 200 jobs",
       "12 count 11.5..12.5 jobs | 15 count 14.5..15.5 jobs | 200 count 180..220 jobs"},
      {en, "Apollo 13 200 people", "13 count 12.5..13.5 people | 200 count 180..220 people"},
      {en, "The 1 200 people", "1 200 count 1150..1250 people"},
  });
}

TEST(FigureDigits, WhereBlanksAreUsualEachGroupOfThreeIsJoined) {
  expect_each({
      {fr, "page 5 200 puces", "5 200 count 5150..5250 puces"},
      {fr, "12 15 200 puces", "12 count 11.5..12.5 puces | 15 200 count 15150..15250 puces"},
      {es, "page 12 500 000 chips", "12 500 000 count 12450000..12550000 chips"},
      {de, "Seite 5 200 Chips", "5 200 count 5150..5250 chips"},
  });
}

TEST(FigureDigits, AGroupHasThreeDigitsAndNoDecimals) {
  expect_each({
      {en, "1 200.5 boats", "1 count 0.9..1.1 boats | 200.5 count 200.45..200.55 boats"},
      {en, "12 500 000 boats", "12 500 000 count 12450000..12550000 boats"},
      {en, "1234 500 boats", "1234 count 1233.5..1234.5 boats | 500 count 450..550 boats"},
      {fr, "1 200€ ici", "1 200€ money EUR 1150..1250"},
  });
}

TEST(FigureDigits, WhatIsGluedToDigitsHasToSaySomething) {
  expect_each({
      {en, "100h, 1st", ""},
      {en, "$5t, 5t", "$5t money USD 4500000000000..5500000000000"},
      {en, "6b, 6m€, €6m",
       "6b count 5500000000..6500000000 | 6m€ money EUR 5500000..6500000 | €6m money EUR "
       "5500000..6500000"},
      {en, "1990s, 1995s", "1990s year 1990..1999"},
      {en, "2010x, 10x", "2010x ratio 2005..2015 | 10x ratio 9..11"},
      {en, "10x, $10x", "10x ratio 9..11"},
  });
}

TEST(FigureDigits, OneLetterIsAScaleOfMoneyAloneWhereItMayBeAMetre) {
  expect_each({
      {de, "6b, 6m, 6m€", "6m€ money EUR 5500000..6500000"},
      {fr, "6m, 6 M€", "6 M€ money EUR 5500000..6500000"},
      {es, "6k, 6k€", "6k€ money EUR 5500..6500"},
  });
}

TEST(FigureDigits, ScalesThatAreSignsFollowWithoutABlank) {
  expect_each({
      {none, "6万, 3.5亿元", "6万 count 55000..65000 | 3.5亿 count 345000000..355000000"},
      {none, "6 万", "6 万 count 55000..65000"},
      {none, "3万5千", ""},
  });
}

TEST(FigureDigits, TimesOfDayScoresAndOrdinalsAreNoFigures) {
  expect_each({
      {en, "at 10:30, 2:1, 8 a.m.", ""},
      {de, "der 21. Kongress, um 8 Uhr", ""},
      {de, "21. Kongress", "21 count 20.5..21.5"},
      {en, "the 21. Congress", "21 count 20.5..21.5"},
  });
}

TEST(FigureWords, NumbersAddUpAsTheLanguageAddsThem) {
  expect_each({
      {en, "twenty five, twenty and five",
       "twenty five count 24.5..25.5 | twenty count 18..22 | five count 4.5..5.5"},
      {en, "a hundred and twelve, five six",
       "a hundred and twelve count 111.5..112.5 | five count 4.5..5.5 | six count 5.5..6.5"},
      {de, "hundert zwölf, zwanzig fünf",
       "hundert zwölf count 111.5..112.5 | zwanzig count 18..22 | fünf count 4.5..5.5"},
      {fr, "quatre-vingts, quatre-vingt-deux",
       "quatre-vingts count 75..85 | quatre-vingt-deux count 81.5..82.5"},
      {fr, "cent vingt, soixante-douze, dix-sept",
       "cent vingt count 115..125 | soixante-douze count 71.5..72.5 | dix-sept count 16.5..17.5"},
      {fr, "vingt et un, soixante et onze, vingt et deux",
       "vingt et un count 20.5..21.5 | soixante et onze count 70.5..71.5 | vingt count 18..22 | "
       "deux count 1.8..2.2"},
      {es, "treinta y cinco, ciento doce, treinta cinco",
       "treinta y cinco count 34.5..35.5 | ciento doce count 111.5..112.5 | treinta count 27..33 | "
       "cinco count 4.5..5.5"},
  });
}

TEST(FigureWords, AScaleMultipliesWhatHasNone) {
  expect_each({
      {en, "six hundred and fifty thousand boats",
       "six hundred and fifty thousand count 645000..655000 boats"},
      {en, "two million three hundred boats",
       "two million three hundred count 2000250..2000350 boats"},
      {en, "two dozen boats", "two dozen count 21.6..26.4 boats"},
      {es, "seis mil millones", "seis mil millones count 5500000000..6500000000"},
  });
}

TEST(FigureWords, OneIsAFigureBeforeAScaleOrAUnit) {
  expect_each({
      {en, "one man, one mile, one day, a year", ""},
      {en, "one hour, one million, a decade",
       "one hour duration hour 0.9..1.1 | one million count 900000..1100000 | a decade duration "
       "year 9..11"},
      {en, "one and a half hours", "one and a half hours duration hour 1.35..1.65"},
      {de, "ein Mann, ein Jahr, eine Million", "eine Million count 900000..1100000"},
      {fr, "un homme, un siècle", "un siècle duration year 90..110"},
  });
}

TEST(FigureWords, AScaleAloneBeginsANumberWhereOneIsLeftOut) {
  expect_each({
      {en, "dozen boats, hundred boats", "dozen count 10.8..13.2 boats"},
      {de, "tausend Menschen", "tausend count 900..1100 menschen"},
      {fr, "mille, cent puces", "mille count 900..1100 | cent count 90..110 puces"},
      {es, "mil chips", "mil count 900..1100 chips"},
  });
}

TEST(FigureWords, NoExactNumbers) {
  expect_each({
      {en, "hundreds, tens of billions, dozens of boats",
       "hundreds count 100..* | tens of billions count 10000000000..* | dozens count 12..* boats"},
      {en, "several hundred, a few thousand, a couple of million",
       "several hundred count 200..1000 | a few thousand count 2000..10000 | a couple of million "
       "count 1500000..3000000"},
      {en, "half a million, half an hour",
       "half a million count 450000..550000 | half an hour duration hour 0.45..0.55"},
      {de, "eine halbe Million, ein paar tausend",
       "eine halbe Million count 450000..550000 | ein paar tausend count 1500..3000"},
      {fr, "plusieurs centaines", "plusieurs centaines count 200..1000"},
  });
}

TEST(FigureWords, AHalfBelongsToTheNumberOrToItsScale) {
  expect_each({
      {en, "two and a half million, two million and a half",
       "two and a half million count 2250000..2750000 | two million and a half count "
       "2250000..2750000"},
      {en, "6 million and a half, $6 million and a half",
       "6 million and a half count 6250000..6750000 | $6 million and a half money USD "
       "6250000..6750000"},
      {de, "anderthalb Jahre", "anderthalb Jahre duration year 1.35..1.65"},
  });
}

TEST(FigureRanges, DashesAndWordsJoinTwoEnds) {
  expect_each({
      {en, "5-6 boats, 5 – 6 boats", "5-6 count 4.5..6.5 boats | 5 – 6 count 4.5..6.5 boats"},
      {en, "5 to 6 boats", "5 to 6 count 4.5..6.5 boats"},
      {en, "between 5 and 6, 5 and 6",
       "between 5 and 6 count 4.5..6.5 | 5 count 4.5..5.5 | 6 count 5.5..6.5"},
      {en, "5% to 6%", "5% to 6% percent % 4.5..6.5"},
      {en, "6-5 boats", "6 count 5.5..6.5 boats | 5 count 4.5..5.5 boats"},
  });
}

TEST(FigureRanges, OneEndCompletesTheOther) {
  expect_each({
      {en, "$5-6 million", "$5-6 million money USD 4500000..6500000"},
      {en, "100 to 2,000 boats", "100 to 2,000 count 90..2050 boats"},
      {en, "2024-25", "2024-25 year 2024..2025"},
  });
}

TEST(FigureRanges, AChangeAndAChoiceBetweenFarOnesAreTwoFigures) {
  expect_each({
      {en, "rose from 5 to 6", "5 count 4.5..5.5 | 6 count 5.5..6.5"},
      {en, "went from 5 to 6", "5 to 6 count 4.5..6.5"},
      {en, "five or six boats", "five or six count 4.5..6.5 boats"},
      {en, "40 or 400 boats", "40 count 36..44 | 400 count 360..440 boats"},
      {en, "2025 or 2026", "2025 year 2025..2025 | 2026 year 2026..2026"},
      {en, "5m or 6 boats", "5m count 4500000..5500000 | 6 count 5.5..6.5 boats"},
  });
}

TEST(FigureHedges, TheLongestPhraseBeforeAFigureCounts) {
  expect_each({
      {en, "no more than 12 members", "no more than 12 count *..12 members"},
      {en, "more than 12", "more than 12 count 12..*"},
      {en, "than 12", "12 count 11.5..12.5"},
      {en, "more; than 12", "12 count 11.5..12.5"},
  });
}

TEST(FigureHedges, PhrasesBehindAndMarksCountToo) {
  expect_each({
      {en, "300 or more people", "300 or more count 300..* people"},
      {en, "300 at least", "300 at least count 300..*"},
      {en, "~50, (<50", "50 count 45..55 | 50 count *..50"},
  });
}

TEST(FigureHedges, EachHedgeMovesItsEnds) {
  expect_each({
      {en, "about 6, nearly 6, just over 6, up to 6, above 6",
       "about 6 count 5.4..6.6 | nearly 6 count 5.4..6 | just over 6 count 6..6.6 | up to 6 count "
       "*..6 | above 6 count 6..*"},
  });
}

TEST(FigureNumbers, OfTwoToThe31AndMoreAreReadExactly) {
  expect_each({
      {en, "3 billion people", "3 billion count 2700000000..3300000000 people"},
      {en, "$2147483648", "$2147483648 money USD 2147483647.5..2147483648.5"},
      {en, "4294967296 boats", "4294967296 count 4294967295.5..4294967296.5 boats"},
      {en, "5000000000 or 6000000000 people",
       "5000000000 or 6000000000 count 4500000000..6500000000 people"},
      {en, "2147483647 - 2147483648", "2147483647 - 2147483648 count 2147483646.5..2147483648.5"},
      {en, "2147483648s, 1e10", ""},
      {en, "between 3 and 4 billion people",
       "between 3 and 4 billion count 2700000000..4400000000 people"},
      {en, "three billion people, 900 trillion boats",
       "three billion count 2700000000..3300000000 people | 900 trillion count "
       "850000000000000..950000000000000 boats"},
      {en, "one in 3000000000", "one in 3000000000 ratio 0..0"},
      {en, "1000000000000000000, 2000000000000000000",
       "1000000000000000000 count 999500000000000000..1000500000000000000"},
      {de, "neunhundertneunundneunzigtausend Menschen",
       "neunhundertneunundneunzigtausend count 998500..999500 menschen"},
  });
}

TEST(FigureNumbers, MultiplesAreToldHoweverLargeTheyAre) {
  EXPECT_TRUE(is_multiple(3e9, 100));
  EXPECT_TRUE(is_multiple(1e18, 100));
  EXPECT_TRUE(is_multiple(1990.5, 10)) << "the whole part counts";
  EXPECT_FALSE(is_multiple(2147483649, 100));
  EXPECT_FALSE(is_multiple(2025, 100));
}

}  // namespace
}  // namespace reprise::detail

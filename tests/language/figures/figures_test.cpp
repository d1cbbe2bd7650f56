#include "reprise/language/figures/figures.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "reprise/language/figures/figure_number.h"
#include "support/figures.h"

namespace reprise::detail {
namespace {

using support::described;
using support::figures_in;

void expect_all(const std::vector<support::FigurePhrase>& phrases) {
  for (const auto& p : phrases) {
    EXPECT_EQ(described(p.text), p.expected) << p.text;
  }
}

TEST(Figures, Counts) {
  expect_all({
      {"nearly six thousand islanders", "nearly six thousand count 5400..6000 islanders"},
      {"fewer than 2,000 chips", "fewer than 2,000 count *..2000 chips"},
      {"upwards of 50,000 tier-2 Nvidia chips", "upwards of 50,000 count 50000..* chips"},
      {"no more than 12 members", "no more than 12 count *..12 members"},
      {"dozens of people", "dozens count 12..* people"},
      {"twenty-five ships", "twenty-five count 24.5..25.5 ships"},
      {"a hundred jobs", "a hundred count 90..110 jobs"},
      {"340 jobs a year", "340 count 335..345 jobs"},
      {"12 hurt, 19 people dead", "12 count 11.5..12.5 | 19 count 18.5..19.5 people"},
      {"155 people on board", "155 count 154.5..155.5 people"},
      {"50,000 H100 processors", "50,000 count 45000..55000 processors"},
      {"a 2,000-chip cluster", "2,000 count 1800..2200 chip"},
      {"a toll of 32", "32 count 31.5..32.5 toll"},
      {"forty-two", "forty-two count 41.5..42.5"},
      {"two dozen boats", "two dozen count 21.6..26.4 boats"},
      {"six hundred and fifty thousand voters",
       "six hundred and fifty thousand count 645000..655000 voters"},
      {"two hundred twelve pages", "two hundred twelve count 211.5..212.5 pages"},
      {"two and a half million homes", "two and a half million count 2250000..2750000 homes"},
      {"a million and a half", "a million and a half count 1350000..1650000"},
      {"half a million", "half a million count 450000..550000"},
      {"several hundred jobs", "several hundred count 200..1000 jobs"},
      {"only a few thousand jobs", "a few thousand count 2000..10000 jobs"},
      {"a couple of hundred boats", "a couple of hundred count 150..300 boats"},
      {"tens of billions", "tens of billions count 10000000000..*"},
      {"as many as 300 jobs", "as many as 300 count *..300 jobs"},
      {"in excess of 300 jobs", "in excess of 300 count 300..* jobs"},
      {"just over 300 jobs", "just over 300 count 300..330 jobs"},
      {"~50 boats, <60 boats", "50 count 45..55 boats | 60 count *..60 boats"},
      {"6bn 6k 6 mln",
       "6bn count 5500000000..6500000000 | 6k count 5500..6500 | 6 mln count 5500000..6500000"},
      {"155 people or more", "155 count 154.5..155.5 people"},
      {"300 or more people", "300 or more count 300..* people"},
      {"over 2000 people and 2000 people",
       "over 2000 count 2000..* people | 2000 count 1800..2200 people"},
  });
}

TEST(Figures, ThousandsBehindBlanks) {
  expect_all({
      {"4 200 passengers", "4 200 count 4150..4250 passengers"},
      {"1 200 000 people", "1 200 000 count 1150000..1250000 people"},
      {"4\u00A0200 and 4\u202F200 people",
       "4\u00A0200 count 4150..4250 | 4\u202F200 count 4150..4250 people"},
      {"4\u2009200 and 4\u2007200 people",
       "4\u2009200 count 4150..4250 | 4\u2007200 count 4150..4250 people"},
      {"in 2025 300 people died", "2025 year 2025..2025 | 300 count 270..330 people"},
      {"on page 5 200 people", "5 count 4.5..5.5 people | 200 count 180..220 people"},
      {"On Flight 370 239 people", "370 count 365..375 people | 239 count 238.5..239.5 people"},
      {"12 15 200 jobs",
       "12 count 11.5..12.5 jobs | 15 count 14.5..15.5 jobs | 200 count 180..220 jobs"},
      {"4 100-metre races", "4 count 3.6..4.4 races | 100 count 90..110 metre"},
      {"6万 people and 3亿", "6万 count 55000..65000 people | 3亿 count 270000000..330000000"},
      {"3万5千", ""},
  });
}

TEST(Figures, WhatIsCountedIsNoVerb) {
  expect_all({
      {"the toll rose to 6", "6 count 5.5..6.5 toll"},
      {"the death toll has risen to 45", "45 count 44.5..45.5 toll"},
      {"casualties are estimated at 6,000", "6,000 count 5500..6500 casualties"},
      {"losses estimated at $6 million", "$6 million money USD 5500000..6500000 losses"},
      {"The company put it at 300. They lost 300", "300 count 270..330 | 300 count 270..330"},
      {"put the toll at 32", "32 count 31.5..32.5 toll"},
      {"It lost $6 million", "$6 million money USD 5500000..6500000"},
      {"spending $6 million", "$6 million money USD 5500000..6500000"},
      {"the spending was $6 million", "$6 million money USD 5500000..6500000 spending"},
      {"$6 million wasted, $6 million invested",
       "$6 million money USD 5500000..6500000 | $6 million money USD 5500000..6500000"},
      {"$6 million using chips", "$6 million money USD 5500000..6500000 chips"},
      {"300 wounded fighters, 300 displaced, 300 killed",
       "300 count 270..330 fighters | 300 count 270..330 | 300 count 270..330 killed"},
      {"148 passengers and crew", "148 count 147.5..148.5 passengers and crew"},
      {"148 passengers and six crew", "148 count 147.5..148.5 passengers | six count 5.5..6.5"},
      {"killed 155 people and wounded 300", "155 count 154.5..155.5 people | 300 count 270..330"},
      {"340 jobs and profits fell", "340 count 335..345 jobs"},
      {"36 degrees, 36-degree heat", "36 count 35.5..36.5 | 36 count 35.5..36.5"},
  });
}

TEST(Figures, Ranges) {
  expect_all({
      {"50 or 60 people", "50 or 60 count 45..65 people"},
      {"five or six people", "five or six count 4.5..6.5 people"},
      {"between 50 and 60 people", "between 50 and 60 count 45..65 people"},
      {"50 to 60 people, 50-60 people", "50 to 60 count 45..65 people | 50-60 count 45..65 people"},
      {"55-60 percent", "55-60 percent percent % 54.5..60.5"},
      {"1.5 to 2 million jobs", "1.5 to 2 million count 1450000..2050000 jobs"},
      {"5 to 60 million jobs", "5 to 60 million count 4500000..60500000 jobs"},
      {"100 to 2,000 jobs", "100 to 2,000 count 90..2050 jobs"},
      {"40 or 400 people", "40 count 36..44 | 400 count 360..440 people"},
      {"in 2025 or 2026", "2025 year 2025..2025 | 2026 year 2026..2026"},
      {"around $5-6 million", "around $5-6 million money USD 4500000..6600000"},
      {"5 to 6 million yuan", "5 to 6 million yuan money CNY 4500000..6500000"},
      {"between 5 and 6 million people", "between 5 and 6 million count 4500000..6500000 people"},
      {"from 5 to 6 jobs", "5 to 6 count 4.5..6.5 jobs"},
      {"two or three days", "two or three days duration day 1.8..3.3"},
      {"$5 million to $6 million", "$5 million to $6 million money USD 4500000..6500000"},
      {"5% to 6%, 5-6%", "5% to 6% percent % 4.5..6.5 | 5-6% percent % 4.5..6.5"},
      {"rose from 5 to 6 million users",
       "5 count 4.5..5.5 | 6 million count 5500000..6500000 users"},
      {"cats and 5 and 6 dogs", "5 count 4.5..5.5 | 6 count 5.5..6.5 dogs"},
      {"from 2010-2020, 2024-25", "2010-2020 year 2010..2020 | 2024-25 year 2024..2025"},
  });
}

TEST(Figures, Money) {
  expect_all({
      {"It sold for $6 million.", "$6 million money USD 5500000..6500000"},
      {"six million dollars", "six million dollars money USD 5500000..6500000"},
      {"3 million U.S. dollars", "3 million U.S. dollars money USD 2700000..3300000"},
      {"$6m, €5.6bn", "$6m money USD 5500000..6500000 | €5.6bn money EUR 5550000000..5650000000"},
      {"12 million euros", "12 million euros money EUR 11500000..12500000"},
      {"just under $6m", "just under $6m money USD 5400000..6000000"},
      {"tens of billions of dollars", "tens of billions of dollars money USD 10000000000..*"},
      {"nearly $1.5 trillion", "nearly $1.5 trillion money USD 1350000000000..1500000000000"},
      {"5.5 trillion RMB", "5.5 trillion RMB money CNY 5450000000000..5550000000000"},
      {"¥6 million, ¥6 million yuan",
       "¥6 million money JPY 5500000..6500000 | ¥6 million yuan money CNY 5500000..6500000"},
      {"EUR 6 million, CHF 5.6bn",
       "EUR 6 million money EUR 5500000..6500000 | CHF 5.6bn money CHF 5550000000..5650000000"},
      {"A$5, C$7, US$8",
       "A$5 money AUD 4.5..5.5 | C$7 money CAD 6.5..7.5 | US$8 money USD 7.5..8.5"},
      {"6 million Australian dollars", "6 million Australian dollars money AUD 5500000..6500000"},
      {"$ 6 million", "$ 6 million money USD 5500000..6500000"},
      {"6 million pounds, 6 yen, 6 rupees",
       "6 million pounds money GBP 5500000..6500000 | 6 yen money JPY 5.5..6.5 | 6 rupees money "
       "INR 5.5..6.5"},
  });
}

TEST(Figures, WhatIsMeasured) {
  expect_all({
      {"$8 billion in assets", "$8 billion money USD 7500000000..8500000000 assets"},
      {"a $500 billion initiative", "$500 billion money USD 450000000000..550000000000 initiative"},
      {"a $1 trillion wipeout", "$1 trillion money USD 900000000000..1100000000000 wipeout"},
      {"90% of GPT-4's performance", "90% percent % 85..95 performance"},
      {"90% of the world's chips", "90% percent % 85..95 chips"},
      {"a $6 million budget for it", "$6 million money USD 5500000..6500000 budget"},
      {"a budget of just $6 million", "$6 million money USD 5500000..6500000 budget"},
      {"training cost of $6 million", "$6 million money USD 5500000..6500000 training cost"},
      {"the cost was about $6 million", "about $6 million money USD 5400000..6600000 cost"},
      {"a loss of $589 billion", "$589 billion money USD 588500000000..589500000000 loss"},
      {"plunged by 17%", "17% percent % 16.5..17.5 plunged"},
      {"shares fell 8% Monday", "8% percent % 7.5..8.5 fell"},
      {"lost 17% of its value", "17% percent % 16.5..17.5 value"},
      {"It cost $6 million.", "$6 million money USD 5500000..6500000 cost"},
      {"Six million dollars went there", "Six million dollars money USD 5500000..6500000"},
      {"17% in 2025", "17% percent % 16.5..17.5 | 2025 year 2025..2025"},
  });
}

TEST(Figures, PercentYearsAndDurations) {
  expect_all({
      {"it was 17%", "17% percent % 16.5..17.5"},
      {"17 per cent, 17 percent",
       "17 per cent percent % 16.5..17.5 | 17 percent percent % 16.5..17.5"},
      {"17 percentage points", "17 percentage points percent % 16.5..17.5"},
      {"in 2025 it", "2025 year 2025..2025"},
      {"the 1990s", "1990s year 1990..1999"},
      {"three days later", "three days duration day 2.7..3.3"},
      {"one hour, one day", "one hour duration hour 0.9..1.1"},
      {"half an hour", "half an hour duration hour 0.45..0.55"},
      {"two weeks, a decade ago",
       "two weeks duration day 12.6..15.4 | a decade duration year 9..11"},
      {"over two decades", "over two decades duration year 20..*"},
      {"two and a half years", "two and a half years duration year 2.25..2.75"},
  });
}

TEST(Figures, Dates) {
  expect_all({
      {"January 21, 2025", "January 21, 2025 date day 20109..20109"},
      {"21 January 2025", "21 January 2025 date day 20109..20109"},
      {"the 21st of January", "21st of January date month-day 21..21"},
      {"on Jan. 20 it", "Jan. 20 date month-day 20..20"},
      {"March 1 and Feb. 29", "March 1 date month-day 61..61 | Feb. 29 date month-day 60..60"},
      {"January 20-22, 2025", "January 20-22, 2025 date day 20108..20110"},
      {"January 2025", "January 2025 date day 20089..20119"},
      {"in January it", "January date month-day 1..31"},
      {"2025-01-21", "2025-01-21 date day 20109..20109"},
      {"Feb. 30", "30 count 27..33"},
      {"They may 20 march", "20 count 18..22"},
      {"May said so", ""},
  });
}

TEST(Figures, Ratios) {
  expect_all({
      {"a tiny fraction of the cost", "a tiny fraction ratio *..1 cost"},
      {"twice as many", "twice ratio 1.8..2.2"},
      {"double the price", "double ratio 1.8..2.2"},
      {"more than half of voters", "more than half ratio 0.5..* voters"},
      {"cut it by half", "half ratio 0.45..0.55"},
      {"a third of voters", "a third ratio 0.3..0.366 voters"},
      {"two-thirds", "two-thirds ratio 0.6..0.733"},
      {"three times as many", "three times ratio 2.7..3.3"},
      {"tenfold, 10-fold, 10x", "tenfold ratio 9..11 | 10-fold ratio 9..11 | 10x ratio 9..11"},
      {"one in five, nine out of ten",
       "one in five ratio 0.18..0.22 | nine out of ten ratio 0.81..0.99"},
      {"he called twice a day in the first half, the third quarter", ""},
  });
}

TEST(Figures, WhatIsNone) {
  expect_all({
      {"", ""},
      {"the H100 and the 1st and one thing", ""},
      {"the first, the 21st, Covid-19, tier-2", ""},
      {"at 10:30, 8 a.m., 1.2.3.4", ""},
      {"one day a man and no one", ""},
      {"and a half, of, between and, $", ""},
      {"0-5 million of them", "0-5 million count 0..5500000"},
  });
}

TEST(Figures, AnEmptyLineParts) {
  EXPECT_EQ(described("340\n\njobs"), "340 count 335..345");
  EXPECT_EQ(described("340\njobs"), "340 count 335..345 jobs");
}

TEST(Figures, ParseNumeral) {
  struct Row {
    std::string digits;
    double point, comma;  // read with a decimal point, and with a decimal comma; -1: none
  };
  for (const Row& r : std::vector<Row>{{"2,000", 2000, 2},
                                       {"2.000", 2, 2000},
                                       {"5.6", 5.6, 5.6},
                                       {"5,6", 5.6, 5.6},
                                       {"1,200.5", 1200.5, 1200.5},
                                       {"1.200,5", 1200.5, 1200.5},
                                       {"1.200.000", 1200000, 1200000},
                                       {"1,00,000", 100000, 100000},
                                       {"1'200", 1200, 1200},
                                       {"0.125", 0.125, 0.125},
                                       {"1.2.3", -1, -1},
                                       {"1,2.3,4", -1, -1},
                                       {"1,,2", -1, -1},
                                       {"1,", -1, -1},
                                       {"", -1, -1},
                                       {"9999999999999999999", -1, -1},
                                       {"007", 7, 7}}) {
    const auto point = parse_numeral(r.digits, '.'), comma = parse_numeral(r.digits, ',');
    EXPECT_DOUBLE_EQ(point ? point->value : -1, r.point) << r.digits;
    EXPECT_DOUBLE_EQ(comma ? comma->value : -1, r.comma) << r.digits;
  }
}

bool contradicting(const std::string& a, const std::string& b) {
  return contradict(figures_in(a).at(0), figures_in(b).at(0));
}

bool agreeing(const std::string& a, const std::string& b) {
  return agree(figures_in(a).at(0), figures_in(b).at(0));
}

TEST(Figures, WhatContradicts) {
  EXPECT_TRUE(contradicting("340 jobs", "430 jobs"));
  EXPECT_TRUE(contradicting("$6 million", "$12 million"));
  EXPECT_TRUE(contradicting("fewer than 2,000 chips", "50,000 chips"));
  EXPECT_TRUE(contradicting("a 2,000-chip cluster", "50,000 chips"));
  EXPECT_TRUE(contradicting("shares plunged 17%", "shares fell by 8%"));
  EXPECT_TRUE(contradicting("January 21, 2025", "January 27, 2025"));
  EXPECT_TRUE(contradicting("a budget of $6 million", "a $60 million budget"));
  EXPECT_FALSE(contradicting("$6 million", "under $6m"));
  EXPECT_FALSE(contradicting("$6 million", "six million dollars"));
  EXPECT_FALSE(contradicting("340 jobs", "430 ships")) << "other things are counted";
  EXPECT_FALSE(contradicting("a loss of $6 million", "a budget of $60 million")) << "other sums";
  EXPECT_FALSE(contradicting("shares plunged 17%", "shares rose by 8%"));
  EXPECT_FALSE(contradicting("340", "430")) << "nobody knows of what";
  EXPECT_FALSE(contradicting("12 million euros", "20 million dollars")) << "other units";
  EXPECT_FALSE(contradicting("more than 300 jobs", "340 jobs"));
  EXPECT_FALSE(contradicting("tens of billions", "hundreds of millions"));
  EXPECT_FALSE(contradicting("148 passengers", "155 passengers and crew"))
      << "some more are counted";
  EXPECT_FALSE(contradicting("6 crew", "155 passengers and crew"));
  EXPECT_TRUE(contradicting("148 passengers and crew", "155 passengers and crew"));
  EXPECT_FALSE(contradicting("36 degrees", "20 degrees")) << "nobody knows of which scale";
}

TEST(Figures, WhatAgrees) {
  EXPECT_TRUE(agreeing("$6 million", "just under $6m"));
  EXPECT_TRUE(agreeing("training cost of $6 million", "a $5-6 million budget"));
  EXPECT_TRUE(agreeing("more than 300 jobs", "340 jobs"));
  EXPECT_TRUE(agreeing("340", "340 jobs")) << "unknown of one";
  EXPECT_TRUE(agreeing("a decade", "ten years"));
  EXPECT_TRUE(agreeing("two weeks", "14 days"));
  EXPECT_FALSE(agreeing("340 jobs", "340 ships"));
  EXPECT_FALSE(agreeing("340 jobs", "430 jobs"));
  EXPECT_FALSE(agreeing("$340", "340 jobs"));
  EXPECT_FALSE(agreeing("6 million euros", "6 million dollars"));
}

TEST(Figures, NumbersBeyondMeasureAreNone) {
  EXPECT_EQ(figures_in("9" + std::string(400, '9')).size(), 0u);
  EXPECT_EQ(figures_in("1.2.3.4").size(), 0u) << "no numbers";
  EXPECT_EQ(figures_in("1e400").size(), 0u);
  std::string millions = "The plan costs 5-6 ";
  for (int i = 0; i < 60; ++i) {
    millions += "million ";
  }
  for (const Figure& f : figures_in(millions + "dollars")) {
    EXPECT_LT(f.high.value_or(0), 1e19);
  }
  EXPECT_EQ(figures_in("$٣٣٣٣ and €").size(), 0u) << "digits of another script behind a sign";
}

// Any order of words that mean something to figures, in any language, with any gaps between them.
TEST(Figures, HoldTogetherInSaladsOfWords) {
  const std::vector<std::string> words{
      "5",       "2,000",       "1,,,2",  "1.200",    "$6m",
      "€",       "5.6bn",       "1990s",  "2025",     "10x",
      "a",       "one",         "half",   "and",      "million",
      "hundred", "dozen",       "tens",   "of",       "billions",
      "few",     "several",     "third",  "fraction", "twice",
      "times",   "in",          "out",    "January",  "21st",
      "Jan.",    "2025-01-21",  "%",      "per",      "cent",
      "dollars", "U.S.",        "years",  "more",     "than",
      "between", "to",          "or",     "chips",    "people",
      "fell",    "by",          "cost",   "just",     "eine",
      "Mio.",    "zweitausend", "bis",    "quatre",   "vingts",
      "d'euros", "mil",         "ciento", "por",      "y",
      "شيء",     "٣٣",          "½",      "\u00AD",   "200",
      "000",     "fold",        "US",     "万",       "亿",
      "degrees", "estimated",   "A",      "RMB",      "s",
      "GPT-4's", "21.01.2025",  "\xFF",   "1e400",    "99999999999999999"};
  const std::vector<std::string> gaps{" ",  " ",    " ",      " ",   "-", "",  ", ", ". ",
                                      "\n", "\n\n", "\u00A0", " – ", "'", "%", "$"};
  std::mt19937 random(7);
  const auto pick = [&](const std::vector<std::string>& from) {
    return from[random() % from.size()];
  };
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (size_t n = random() % 14; n > 0; --n) {
      text += pick(words) + pick(gaps);
    }
    const std::vector<Token> tokens = tokenize(text);
    const auto language = static_cast<Language>(random() % 5);
    uint32_t place = 0, token = 0;
    for (const Figure& f : find_figures(text, tokens, language)) {
      ASSERT_LE(place, f.span.begin) << text;
      ASSERT_LT(f.span.begin, f.span.end) << text;
      ASSERT_LE(f.span.end, text.size()) << text;
      ASSERT_LE(token, f.first_token) << text;
      ASSERT_LT(f.first_token, f.last_token) << text;
      ASSERT_LE(f.last_token, tokens.size()) << text;
      ASSERT_TRUE(f.low || f.high) << text;
      ASSERT_LE(f.low.value_or(-1e300), f.high.value_or(1e300)) << text;
      ASSERT_GE(f.low.value_or(0), f.kind == FigureKind::date ? -1e7 : 0) << text;
      ASSERT_EQ(f.unit.empty(), f.kind == FigureKind::count || f.kind == FigureKind::year ||
                                    f.kind == FigureKind::ratio);
      ASSERT_TRUE(agree(f, f) && !contradict(f, f)) << text;
      place = f.span.end;
      token = f.last_token;
    }
  }
}

TEST(Figures, NoTokensAndTokensOfOtherRules) {
  EXPECT_TRUE(find_figures("6 million", {}, Language::english).empty());
  const std::string text = "It cost $6.5 million, 17% – or 2,000 chips.";
  for (const Normalisation& rules :
       {Normalisation{false, false, true, true}, Normalisation{true, false, false, false}}) {
    const auto tokens = tokenize(text, rules);
    for (const Figure& f : find_figures(text, tokens, Language::english)) {
      EXPECT_LE(f.last_token, tokens.size());
    }
  }
}

}  // namespace
}  // namespace reprise::detail

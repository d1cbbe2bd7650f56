#include "reprise/text/figures.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace reprise {
namespace {

std::vector<Figure> figures(const std::string& text) { return find_figures(text, tokenize(text)); }

// "text kind unit low..high of"; an open end is a star.
std::string described(const std::string& text) {
  std::string out;
  for (const Figure& f : figures(text)) {
    const auto end = [](const std::optional<double>& v) {
      if (!v) return std::string("*");
      std::string s = std::to_string(*v);
      s.erase(s.find_last_not_of('0') + 1);
      if (s.ends_with('.')) s.pop_back();
      return s;
    };
    if (!out.empty()) out += " | ";
    out += std::string(f.span.in(text)) + " " + std::string(name_of(f.kind)) + " " + f.unit +
           (f.unit.empty() ? "" : " ") + end(f.low) + ".." + end(f.high) + (f.of.empty() ? "" : " " + f.of);
  }
  return out;
}

struct Example {
  std::string text, expected;
};

TEST(Figures, Examples) {
  const std::vector<Example> examples{
      {"It cost $6 million.", "$6 million money USD 5500000..6500000"},
      {"six million dollars", "six million dollars money USD 5500000..6500000"},
      {"3 million U.S. dollars", "3 million U.S. dollars money USD 2700000..3300000"},
      {"a bill of $6m", "$6m money USD 5500000..6500000"},
      {"it was €5.6bn", "€5.6bn money EUR 5550000000..5650000000"},
      {"12 million euros", "12 million euros money EUR 11500000..12500000"},
      {"around $5-6 million", "around $5-6 million money USD 4500000..6600000"},
      {"5 to 6 million yuan", "5 to 6 million yuan money CNY 4500000..6500000"},
      {"just under $6m", "just under $6m money USD 5400000..6000000"},
      {"nearly six thousand islanders", "nearly six thousand count 5400..6000 islanders"},
      {"fewer than 2,000 chips", "fewer than 2,000 count *..2000 chips"},
      {"upwards of 50,000 tier-2 Nvidia chips", "upwards of 50,000 count 50000..* chips"},
      {"no more than 12 members", "no more than 12 count *..12 members"},
      {"tens of billions of dollars", "tens of billions of dollars money USD 10000000000..*"},
      {"dozens of people", "dozens count 12..* people"},
      {"rose by 17%", "17% percent % 16.5..17.5"},
      {"17 per cent of it", "17 per cent percent % 16.5..17.5"},
      {"17 percent", "17 percent percent % 16.5..17.5"},
      {"in 2025 it", "2025 year 2025..2025"},
      {"from 2010-2020", "2010-2020 year 2010..2020"},
      {"twenty-five ships", "twenty-five count 24.5..25.5 ships"},
      {"a hundred jobs", "a hundred count 90..110 jobs"},
      {"three days later", "three days duration day 2.7..3.3"},
      {"340 jobs a year", "340 count 335..345 jobs"},
      {"12 hurt, 19 people dead", "12 count 11.5..12.5 | 19 count 18.5..19.5 people"},
      {"the H100 and the 1st and one thing", ""},
      {"", ""},
  };
  for (const Example& e : examples) EXPECT_EQ(described(e.text), e.expected) << e.text;
}

TEST(Figures, SpansAscendAndDoNotOverlap) {
  const std::string text = "From 5-6 million to 7% or 8 days, nearly 9, under 10 of 2,000 – 3,000.";
  uint32_t end = 0;
  for (const Figure& f : figures(text)) {
    EXPECT_LE(end, f.span.begin);
    EXPECT_LT(f.span.begin, f.span.end);
    EXPECT_LE(f.span.end, text.size());
    end = f.span.end;
  }
  EXPECT_EQ(figures(text).size(), 6u);
}

bool contradicting(const std::string& a, const std::string& b) {
  return contradict(figures(a).at(0), figures(b).at(0));
}

TEST(Figures, WhatContradicts) {
  EXPECT_TRUE(contradicting("340 jobs", "430 jobs"));
  EXPECT_TRUE(contradicting("$6 million", "$12 million"));
  EXPECT_TRUE(contradicting("fewer than 2,000 chips", "50,000 chips"));
  EXPECT_FALSE(contradicting("$6 million", "under $6m"));
  EXPECT_FALSE(contradicting("$6 million", "six million dollars"));
  EXPECT_FALSE(contradicting("340 jobs", "430 ships")) << "other things are counted";
  EXPECT_FALSE(contradicting("340", "430")) << "nobody knows of what";
  EXPECT_FALSE(contradicting("12 million euros", "20 million dollars")) << "other units";
  EXPECT_FALSE(contradicting("more than 300 jobs", "340 jobs"));
  EXPECT_FALSE(contradicting("tens of billions", "hundreds of millions"));
}

TEST(Figures, NumbersBeyondMeasureAreNone) {
  EXPECT_EQ(figures("9" + std::string(400, '9')).size(), 0u);
  EXPECT_EQ(figures("1.2.3.4").size(), 0u) << "no numbers";
  std::string millions = "The plan costs 5-6 ";
  for (int i = 0; i < 60; ++i) millions += "million ";
  for (const Figure& f : figures(millions + "dollars")) EXPECT_LT(f.high.value_or(0), 1e19);
  EXPECT_EQ(figures("$٣٣٣٣ and €").size(), 0u) << "digits of another script behind a sign";
}

}  // namespace
}  // namespace reprise

// Lines of text: what may be shown, how wide it is, where it breaks, and that styles end where they
// should.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "reprise/report/terminal/layout.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  return lines;
}

std::string without_styles(const std::string& text) {
  return std::regex_replace(text, std::regex("\x1b\\[[0-9;]*m"), "");
}

TEST(Layout, OneLineHoldsNothingThatDrivesATerminal) {
  EXPECT_EQ(on_one_line("  a\n\tb \x1b[31mred\x07 \xff "), "a b [31mred \uFFFD");
  EXPECT_EQ(on_one_line("\u202Eevil\u2066"), "evil");
  EXPECT_EQ(on_one_line("gov\u00ADern\u200Bment"), "government") << "what is invisible";
  EXPECT_EQ(on_one_line("می\u200Cخواهم"), "می\u200Cخواهم") << "a joiner is spelling";
  EXPECT_EQ(on_one_line(""), "");
}

TEST(Layout, Columns) {
  EXPECT_EQ(columns_of("añb"), 3u);
  EXPECT_EQ(columns_of("e\u0301"), 1u);
  EXPECT_EQ(columns_of("日本"), 4u);
  EXPECT_EQ(columns_of("\u1112\u1161\u11AB"), 2u) << "one syllable out of three letters";
  EXPECT_EQ(columns_of("\u2068a\u2069"), 1u);
}

TEST(Layout, Cuts) {
  EXPECT_EQ(cut_to("harbour", 7), "harbour");
  EXPECT_EQ(cut_to("harbour", 4), "har…");
  EXPECT_EQ(cut_to("日本語", 4), "日…");
  EXPECT_EQ(cut_to("the harbour closed", 14), "the harbour…")
      << "behind a word, if one ends near there";
  EXPECT_EQ(cut_to("a harbour", 6), "a har…") << "but not if little were left";
  EXPECT_EQ(cut_in_the_middle("harbour", 7), "harbour");
  EXPECT_EQ(cut_in_the_middle("harbour.txt", 6), "har…xt");
  EXPECT_EQ(cut_in_the_middle("日本語日本語", 6), "日…語");
  EXPECT_EQ(cut_in_the_middle("abcdee\u0301", 3), "a…e\u0301") << "no mark without its letter";
}

TEST(Layout, Numbers) {
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(counted(1, "word"), "1 word");
}

TEST(Layout, LinesBreakAtTheWidthAndHang) {
  Page page(40, false);
  page.line(2, 4, "one two three four five six seven eight nine ten");
  EXPECT_EQ(page.text(), "  one two three four five six seven\n    eight nine ten\n");
  Page endless(0, false);
  endless.line(0, 2, std::string(500, 'x') + " y");
  EXPECT_EQ(endless.text(), std::string(500, 'x') + " y\n");
  Page columns(40, false);
  columns.line(0, 2, StyledText("a").pad(5).add("b"));
  EXPECT_EQ(columns.text(), "a    b\n") << "blanks inside a line stay";
}

TEST(Layout, WhatNoLineHoldsBreaksAnywhere) {
  Page page(40, false);
  page.line(0, 2, "see " + std::string(80, 'x') + " there");
  EXPECT_EQ(page.text(),
            "see " + std::string(36, 'x') + "\n  " + std::string(38, 'x') + "\n  xxxxxx there\n");
  Page wide(40, false);
  std::string japanese;
  for (int i = 0; i < 25; ++i) {
    japanese += "日";
  }
  wide.line(1, 0, japanese);
  EXPECT_EQ(columns_of(lines_of(wide.text()).at(0)), 39u) << "half a character is not shown";
}

TEST(Layout, AWordOfAnyLengthCostsWhatItsLettersCost) {
  Page page(40, false);  // quadratic, this would take minutes
  page.line(0, 0, std::string(4'000'000, 'x'));
  EXPECT_EQ(page.text().size(), 4'100'000u);
}

TEST(Layout, LinesAreAsFullAsTheyCanBe) {
  support::Random random(3);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    std::vector<std::string> words;
    for (size_t i = 0, count = 1 + random.below(60); i < count; ++i) {
      std::string word;
      for (size_t letters = 1 + random.below(12); letters > 0; --letters) {
        word += random.below(9) == 0 ? "日" : "é";
      }
      text += (i == 0 ? "" : " ") + word;
      words.push_back(word);
    }
    const size_t width = 40 + random.below(60), hang = random.below(10);
    Page page(width, false);
    page.line(hang, hang, text);
    std::string expected(hang, ' ');  // word by word
    size_t used = hang;
    for (size_t i = 0; i < words.size(); ++i) {
      const bool fits = i == 0 || used + 1 + columns_of(words[i]) <= width;
      if (i > 0) {
        expected += fits ? " " : "\n" + std::string(hang, ' ');
      }
      used = fits ? used + (i > 0) + columns_of(words[i]) : hang + columns_of(words[i]);
      expected += words[i];
    }
    EXPECT_EQ(page.text(), expected + "\n");
  }
}

TEST(Layout, StylesEndOnTheirLine) {
  Page page(40, true);
  page.line(0, 0, {"red", {.colour = Colour::red, .bold = true}});
  EXPECT_EQ(page.text(), "\x1b[1;31mred\x1b[0m\n");
  support::Random random(4);
  const std::vector<TextStyle> styles{
      style::plain, style::bold, style::removed, style::added, {.shade = 3}};
  for (int round = 0; round < 200; ++round) {
    StyledText text;
    for (int i = 0; i < 30; ++i) {
      text.add(std::string(1 + random.below(9), 'x') + (random.below(2) ? " " : ""),
               styles[random.below(styles.size())]);
    }
    Page coloured(40, true), plain(40, false);
    coloured.line(2, 4, text);
    plain.line(2, 4, text);
    EXPECT_EQ(without_styles(coloured.text()), plain.text());
    for (const std::string& line : lines_of(coloured.text())) {
      bool open = false;
      for (size_t at = 0; (at = line.find("\x1b[", at)) != std::string::npos; ++at) {
        const bool closes = line.compare(at, 4, "\x1b[0m") == 0;
        EXPECT_EQ(open, closes) << line;
        open = !closes;
      }
      EXPECT_FALSE(open) << line;
    }
  }
}

TEST(Layout, RightToLeftTextStaysWhereItStands) {
  EXPECT_EQ(isolated("abc"), "abc");
  EXPECT_EQ(isolated("שלום.txt"), "\u2068שלום.txt\u2069");
  Page page(40, false);
  std::string hebrew = "שלום";
  for (int i = 0; i < 20; ++i) {
    hebrew += " שלום";
  }
  StyledText quote(hebrew);
  quote.isolate();
  page.line(0, 2, StyledText("said: ").append(quote).add("(here)"));
  const std::vector<std::string> lines = lines_of(page.text());
  ASSERT_GE(lines.size(), 3u);
  for (const std::string& line : lines) {
    if (line.find("שלום") == std::string::npos) {
      continue;
    }
    const size_t open = line.find("\u2068"), close = line.find("\u2069");
    EXPECT_NE(open, std::string::npos) << line;
    EXPECT_LT(open, close) << line;
    EXPECT_NE(close, std::string::npos) << line;
  }
  EXPECT_TRUE(lines.back().ends_with("\u2069(here)"));
}

TEST(Layout, TextOfDocumentsIsFoldedWhereItIsAdded) {
  StyledText text("“");
  text.fold("a\n").fold("\x1b[31mb", style::bold).fold("  c");
  EXPECT_EQ(text.text(), "“a [31mb c");
  text.cut(5);
  EXPECT_EQ(text.text(), "“a…");
  EXPECT_EQ(text.runs().back().end, text.text().size());
}

TEST(Layout, ACutLeavesNoRunBehindTheEnd) {
  for (size_t columns = 0; columns < 45; ++columns) {
    StyledText text;
    for (int i = 0; i < 10; ++i) {
      text.add("ab", style::bold).add("cd", style::dim);
    }
    text.cut(columns);
    EXPECT_EQ(columns_of(text.text()), std::clamp<size_t>(columns, 1, 40))
        << "the ellipsis is always there";
    size_t begin = 0;
    for (const StyledText::Run& run : text.runs()) {
      EXPECT_LE(begin, run.end) << columns;
      begin = run.end;
    }
    EXPECT_EQ(begin, text.text().size()) << columns;
  }
}

}  // namespace
}  // namespace reprise::detail

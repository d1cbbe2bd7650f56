#include "reprise/language/sentences.h"

#include <gtest/gtest.h>

#include "support/generator.h"

namespace reprise::detail {
namespace {

using Strings = std::vector<std::string>;

Strings sentences_of(std::string_view text) {
  Strings sentences;
  for (const Sentence& s : split_sentences(text, tokenize(text), Language::english)) {
    sentences.emplace_back(s.span.in(text));
  }
  return sentences;
}

struct Example {
  std::string_view text;
  Strings sentences;
};

void expect_sentences(std::span<const Example> table) {
  for (const auto& [text, sentences] : table) {
    EXPECT_EQ(sentences_of(text), sentences) << text;
  }
}

TEST(Sentences, EndAtTheirMarks) {
  const Example table[] = {
      {"", {}},
      {" \n...", {}},
      {"The ferry was late.", {"The ferry was late."}},
      {"It left. It came! Did it? Yes", {"It left.", "It came!", "Did it?", "Yes"}},
      {"It left.It came?”No,” he said", {"It left.", "It came?”", "No,” he said"}},
      {"Mr.Wang read file.txt of example.com.", {"Mr.Wang read file.txt of example.com."}},
      {"It cost $5.60. Then 5.6 more.", {"It cost $5.60.", "Then 5.6 more."}},
      {"In 2031. 40 people came.", {"In 2031.", "40 people came."}},
      {"What?! No.", {"What?!", "No."}},
      {"no marks at all and no capitals", {"no marks at all and no capitals"}},
      {"First; second: third – fourth.", {"First; second: third – fourth."}},
  };
  expect_sentences(table);
}

TEST(Sentences, GoOnAfterAbbreviationsAndInitials) {
  const Example table[] = {
      {"Mr. Wang met Dr. Li. They left.", {"Mr. Wang met Dr. Li.", "They left."}},
      {"The U.S. economy grew.", {"The U.S. economy grew."}},
      {"The U.S. Treasury said no.", {"The U.S. Treasury said no."}},
      {"They live in the U.S. The plan failed.", {"They live in the U.S.", "The plan failed."}},
      {"By J. Smith and George W. Bush.", {"By J. Smith and George W. Bush."}},
      {"On Jan. 20 it began.", {"On Jan. 20 it began."}},
      {"It began in Jan. The end came.", {"It began in Jan.", "The end came."}},
      {"Acme Inc. Chief Jane Roe left.", {"Acme Inc. Chief Jane Roe left."}},
      {"See e.g. Figure 2, vs. No. 5.", {"See e.g. Figure 2, vs. No. 5."}},
      {"At 5 p.m. it rained.", {"At 5 p.m. it rained."}},
      {"At 3:26 p.m. Less than an hour later it left.",
       {"At 3:26 p.m.", "Less than an hour later it left."}},
      {"At 5 p.m. Monday it left.", {"At 5 p.m. Monday it left."}},
      {"Es kostet 20 Mio. Euro. Es ging.", {"Es kostet 20 Mio. Euro.", "Es ging."}},
      {"Rund 6 Mrd. Menschen, 5 Tsd. Chips, 100 Mill. Yen.",
       {"Rund 6 Mrd. Menschen, 5 Tsd. Chips, 100 Mill. Yen."}},
      {"He left the mill. Workers stayed.", {"He left the mill.", "Workers stayed."}},
      {"M. Dupont a 6 Mds. Euros. Il part.", {"M. Dupont a 6 Mds. Euros.", "Il part."}},
      {"Did he? No. He was No. 5 in No. 10.", {"Did he?", "No.", "He was No. 5 in No. 10."}},
      {"It was I. The rest left.", {"It was I.", "The rest left."}},
  };
  expect_sentences(table);
}

TEST(Sentences, QuotesAndBracketsBelongToTheirSentence) {
  const Example table[] = {
      {"\"Why?\" he asked. \"No.\" She left.", {"\"Why?\" he asked.", "\"No.\"", "She left."}},
      {"“It is late.” “We know.”", {"“It is late.”", "“We know.”"}},
      {"He said: “Go.” Then he went.", {"He said: “Go.”", "Then he went."}},
      {"It closed. (It was late.) It opened.", {"It closed.", "(It was late.)", "It opened."}},
      {"He left (at last). She stayed.", {"He left (at last).", "She stayed."}},
      {"«Non.» «Si.»", {"«Non.»", "«Si.»"}},
  };
  expect_sentences(table);
}

TEST(Sentences, EllipsesEndThemOnlyBeforeAnotherBeginning) {
  const Example table[] = {
      {"It was… late.", {"It was… late."}},
      {"It was ... late.", {"It was ... late."}},
      {"It was… Then it left.", {"It was…", "Then it left."}},
      {"It was... Then it left.", {"It was...", "Then it left."}},
  };
  expect_sentences(table);
}

TEST(Sentences, HeadlinesAndListsStandAlone) {
  const Example table[] = {
      {"Ferry delayed\n\nThe ferry was late.", {"Ferry delayed", "The ferry was late."}},
      {"Ferry delayed\nThe ferry was late.", {"Ferry delayed", "The ferry was late."}},
      {"Ferry delayed\r\n\r\nThe ferry was late.\r\n", {"Ferry delayed", "The ferry was late."}},
      {"Ferry delayed\rThe ferry", {"Ferry delayed", "The ferry"}},
      {"- one thing\n- another thing\n* a third", {"one thing", "another thing", "a third"}},
      {"1. Buy it\n2. Sell it", {"1.", "Buy it", "2.", "Sell it"}},
  };
  for (const auto& [text, sentences] : std::span(table).first(5)) {
    EXPECT_EQ(sentences_of(text), sentences) << text;
  }
  // Whether the number of a list's item is a sentence of its own is left open; the items are apart.
  const Strings items = sentences_of(table[5].text);
  EXPECT_TRUE(items.back().ends_with("Sell it"));
  EXPECT_EQ(items.back().find("Buy"), std::string::npos);
}

TEST(Sentences, RunOnOverTheLinesOfHardWrappedText) {
  const std::string_view text =
      "FERRY DELAYED AGAIN\n"
      "\n"
      "The ferry that was to leave the harbour at noon\n"
      "was late again on Monday, and nobody on the quay\n"
      "was told why. The company, which has run the line\n"
      "for forty years, said that it was sorry.\n"
      "Passengers waited in the rain until the evening\n"
      "came.\n";
  const Strings expected{
      "FERRY DELAYED AGAIN",
      "The ferry that was to leave the harbour at noon\nwas late again on Monday, and nobody on "
      "the quay\nwas told why.",
      "The company, which has run the line\nfor forty years, said that it was sorry.",
      "Passengers waited in the rain until the evening\ncame."};
  EXPECT_EQ(sentences_of(text), expected);
  std::string crlf;
  for (const char c : text) {
    crlf += c == '\n' ? "\r\n" : std::string(1, c);
  }
  EXPECT_EQ(sentences_of(crlf).size(), expected.size());
}

TEST(Sentences, OtherScriptsHaveTheirOwnMarks) {
  const Example table[] = {
      {"我们去北京。你呢？好！", {"我们去北京。", "你呢？", "好！"}},
      {"他说：“走吧。”然后走了。", {"他说：“走吧。”", "然后走了。"}},
      {"यह घर है। वह पेड़ है।", {"यह घर है।", "वह पेड़ है।"}},
      {"أين هو؟ هنا.", {"أين هو؟", "هنا."}},
      {"Он ушёл. Она осталась.", {"Он ушёл.", "Она осталась."}},
  };
  expect_sentences(table);
}

TEST(Sentences, KnowWhetherTheyAreClosed) {
  const std::string_view text = "Ferry delayed\n\nIt was late. \"Why?\"\n\n- no mark";
  std::vector<bool> closed;
  for (const Sentence& s : split_sentences(text, tokenize(text), Language::english)) {
    closed.push_back(s.closed);
  }
  EXPECT_EQ(closed, (std::vector<bool>{false, true, true, false}));
}

void expect_partition(const std::string& text) {
  const auto tokens = tokenize(text);
  uint32_t next = 0, end = 0;
  for (const Sentence& s : split_sentences(text, tokens, Language::english)) {
    ASSERT_EQ(s.first_token, next) << ::testing::PrintToString(text);
    ASSERT_LT(s.first_token, s.last_token);
    next = s.last_token;
    ASSERT_GE(s.span.begin, end) << ::testing::PrintToString(text);
    ASSERT_LE(s.span.begin, tokens[s.first_token].span.begin);
    ASSERT_GE(s.span.end, tokens[s.last_token - 1].span.end);
    ASSERT_LE(s.span.end, text.size());
    end = s.span.end;
  }
  ASSERT_EQ(next, tokens.size());
}

TEST(Sentences, EachTokenIsInExactlyOneWhateverTheText) {
  support::Random random(1);
  const std::vector<std::string> pieces{"word", "The", "U.S.", "Mr",  ".",    "!",    "…", "\"",
                                        "”",    "(",   ")",    "\n",  "\n",   "\r\n", " ", " ",
                                        "\xff", "。",  "我",   "5.6", "-\nm", "—"};
  for (int round = 0; round < 30000; ++round) {
    std::string text;
    for (uint64_t n = random.below(25); n > 0; --n) {
      text += random.pick(pieces);
    }
    expect_partition(text);
  }
}

TEST(Sentences, OfGeneratedTextsAreThoseThatWereWritten) {
  const support::Vocabulary vocabulary;
  support::Random random(2);
  for (int round = 0; round < 100; ++round) {
    const auto text = support::write_text(support::make_words(200, vocabulary, random), random);
    size_t written = 0;
    for (const char c : text.bytes) {
      written += c == '.';
    }
    const auto sentences = sentences_of(text.bytes);
    // Some generated words are abbreviations by chance ("co.", "no."): a few sentences may run
    // together.
    EXPECT_LE(sentences.size(), written);
    EXPECT_GE(sentences.size() + 2, written) << text.bytes;
    for (const std::string& sentence : sentences) {
      EXPECT_TRUE(sentence.ends_with('.')) << sentence;
    }
  }
}

TEST(Sentences, BeginWithTheWordsOfTheirOwnLanguage) {
  const std::string text = "Es waren 6 Mio. Die Firma zahlte.";
  EXPECT_EQ(split_sentences(text, tokenize(text), Language::german).size(), 2u);
  EXPECT_EQ(split_sentences(text, tokenize(text), Language::english).size(), 1u);
}

}  // namespace
}  // namespace reprise::detail

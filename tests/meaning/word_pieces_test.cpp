// WordPiece: words as they are looked up, and the longest pieces from their begin.
#include "reprise/meaning/word_pieces.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "reprise/error.h"
#include "support/generator.h"
#include "support/tiny_model.h"

namespace reprise::detail {
namespace {

using Words = std::vector<std::string>;

WordPieces tiny() {
  std::string list;
  for (const std::string& piece : support::make_tiny_model().pieces) {
    list += piece + "\n";
  }
  return {read_piece_list(list, "vocab.txt"), 100, "vocab.txt"};
}

Words pieces_of(std::string_view text, size_t most = 100) {
  const std::vector<std::string> names = support::make_tiny_model().pieces;
  Words words;
  for (const uint32_t piece : tiny().of(text, most)) {
    words.push_back(names[piece]);
  }
  return words;
}

TEST(WordPieces, TheLongestPieceFromEachPlaceOn) {
  EXPECT_EQ(pieces_of("The ferries"), (Words{"[CLS]", "the", "[UNK]", "[SEP]"}));
  EXPECT_EQ(pieces_of("ferrys sailing, unaffable."),
            (Words{"[CLS]", "ferry", "##s", "sail", "##ing", ",", "un", "##aff", "##able", ".",
                   "[SEP]"}));
  EXPECT_EQ(pieces_of("cafe caf"), (Words{"[CLS]", "cafe", "caf", "[SEP]"}))
      << "not caf, ##e, for cafe is longer";
}

TEST(WordPieces, AWordOfWhichTheEndIsUnknownIsUnknown) {
  EXPECT_EQ(pieces_of("ferryx the"), (Words{"[CLS]", "[UNK]", "the", "[SEP]"}));
  EXPECT_EQ(pieces_of(std::string(100, 'a')), (Words{"[CLS]", "[UNK]", "[SEP]"}));
  EXPECT_EQ(pieces_of("a " + std::string(101, 'a')), (Words{"[CLS]", "a", "[UNK]", "[SEP]"}));
}

TEST(WordPieces, NothingIsTheTwoEndsAlone) {
  for (const char* text : {"", "  \n\t", "\xc2\xad", "\xff\xfe"}) {
    EXPECT_EQ(pieces_of(text), (Words{"[CLS]", "[SEP]"})) << text;
  }
}

TEST(WordPieces, SpecialPiecesInATextAreWords) {
  EXPECT_EQ(pieces_of("[SEP] a").back(), "[SEP]");
  EXPECT_EQ(pieces_of("[SEP] a").size(), 6u) << "[, sep, ] are three unknown words";
}

TEST(WordPieces, ALongTextIsCutAtItsEnd) {
  EXPECT_EQ(pieces_of("the ferrys sailing", 5), (Words{"[CLS]", "the", "ferry", "##s", "[SEP]"}));
  std::string many;
  for (int i = 0; i < 1'000'000; ++i) {
    many += "ferry ";
  }
  EXPECT_EQ(tiny().of(many, 256).size(), 256u);
}

TEST(WordPieces, MarksAndCaseGoUnlessTheModelKeepsThem) {
  const std::string text = "Café ÀÉ İ Straße ΣΟΣ";
  EXPECT_EQ(words_to_look_up(text, {}), (Words{"cafe", "ae", "i", "straße", "σοσ"}));
  EXPECT_EQ(words_to_look_up(text, {.lower_case = false, .drop_marks = false}),
            (Words{"Café", "ÀÉ", "İ", "Straße", "ΣΟΣ"}));
}

TEST(WordPieces, MarksOfPunctuationAndIdeographsStandAlone) {
  EXPECT_EQ(words_to_look_up("don’t $5+3 “東京”, x…", {}),
            (Words{"don", "’", "t", "$", "5", "+", "3", "“", "東", "京", "”", ",", "x", "…"}));
  EXPECT_EQ(words_to_look_up("東京x", {.part_chinese = false}), (Words{"東京x"}));
}

TEST(WordPieces, UnseenCharactersGoAndBlanksPart) {
  EXPECT_EQ(words_to_look_up("a\u200bb c\u00a0d\u3000e\x07"
                             "f\u2028g",
                             {}),
            (Words{"ab", "c", "d", "ef", "g"}));
}

TEST(WordPieces, AnyBytesGiveKnownNumbers) {
  support::Random random(5);
  const WordPieces pieces = tiny();
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (uint64_t n = random.below(60); n > 0; --n) {
      text += static_cast<char>(random.below(256));
    }
    const std::vector<uint32_t> found = pieces.of(text, 20);
    EXPECT_GE(found.size(), 2u);
    EXPECT_LE(found.size(), 20u);
    EXPECT_TRUE(std::ranges::all_of(found, [](uint32_t piece) { return piece < 26; }));
  }
}

// Returns what is said of a tokenizer.json.
std::string complaint(const std::string& json) {
  try {
    WordPieces(read_tokenizer_json(json, "t"), 10, "t");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

std::string tokenizer(const std::string& vocabulary, const std::string& type = "WordPiece",
                      const std::string& normalizer = "BertNormalizer") {
  return R"({"normalizer": {"type": ")" + normalizer +
         R"(", "lowercase": true, "handle_chinese_chars": true, "strip_accents": null},)"
         R"( "model": {"type": ")" +
         type +
         R"(", "unk_token": "[UNK]", "continuing_subword_prefix": "##",)"
         R"( "max_input_chars_per_word": 100, "vocab": )" +
         vocabulary + "}}";
}

TEST(WordPieces, ATokenizerSaysWhatAListSays) {
  const std::string vocabulary = R"({"[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "sail": 4, "##ing": 5})";
  const WordPieces pieces(read_tokenizer_json(tokenizer(vocabulary), "t"), 10, "t");
  EXPECT_EQ(pieces.of("Sailing x", 9), (std::vector<uint32_t>{2, 4, 5, 1, 3}));
}

TEST(WordPieces, ForeignVocabulariesAreRefusedByName) {
  const std::string good = R"({"[UNK]": 1, "[CLS]": 2, "[SEP]": 3})";
  EXPECT_EQ(complaint(tokenizer(good)), "");
  EXPECT_NE(complaint(tokenizer(good, "Unigram")).find("no WordPiece but Unigram"),
            std::string::npos);
  EXPECT_NE(complaint(tokenizer(good, "WordPiece", "NFC")).find("no BertNormalizer"),
            std::string::npos);
  EXPECT_NE(complaint(tokenizer(R"({"[UNK]": 1, "[CLS]": 2})")).find("no piece [SEP]"),
            std::string::npos);
  EXPECT_NE(complaint(tokenizer(R"({"[UNK]": 1, "[CLS]": 2, "[SEP]": 30})")).find("number 30"),
            std::string::npos);
  EXPECT_NE(complaint(tokenizer(R"({"[UNK]": -1})")).find("no whole number"), std::string::npos);
  EXPECT_NE(complaint(tokenizer("[]")).find("no object"), std::string::npos);
  EXPECT_NE(complaint("{}").find("has no \"model\""), std::string::npos);
  EXPECT_THROW(read_piece_list("\xff\xfe\n", "vocab.txt"), Error);
}

}  // namespace
}  // namespace reprise::detail

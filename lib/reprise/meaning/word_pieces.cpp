// Steps: the text is repaired to UTF-8 and taken as UTF-16, which ICU works on; marks are parted
// from their letters and dropped (NFD); then characters are read one by one into words; last, each
// word is cut into pieces.
//
//     "Café, 東京"      cafe | , | 東 | 京
//     "unaffable"       una ##ffa ##ble, if the vocabulary has these three and nothing longer
//     101 letters       [UNK]
//
// Counter-example: a word of which only the end is unknown is unknown as a whole, as the model
// learnt it.
#include "reprise/meaning/word_pieces.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "reprise/base/utf8.h"
#include "reprise/error.h"
#include "reprise/io/json_tree.h"

namespace reprise::detail {
namespace {

constexpr const char* whole_model = "take all files of one model of the BERT family";

struct CodeRange {
  UChar32 first, last;
};

// clang-format off
// The blocks of ideographs that the model's words are parted at.
constexpr std::array<CodeRange, 8> chinese{{
    {0x3400, 0x4dbf},   {0x4e00, 0x9fff},   {0xf900, 0xfaff},   {0x20000, 0x2a6df},
    {0x2a700, 0x2b73f}, {0x2b740, 0x2b81f}, {0x2b820, 0x2ceaf}, {0x2f800, 0x2fa1f},
}};
// clang-format on

bool is_chinese(UChar32 code) {
  return std::ranges::any_of(chinese, [code](const CodeRange& range) {
    return range.first <= code && code <= range.last;
  });
}

bool is_blank(UChar32 code) {
  return code == '\t' || code == '\n' || code == '\r' || u_isUWhiteSpace(code);
}

// Controls, unseen characters and private ones. Those that Unicode has not given yet stay: the
// vocabulary doesn't know them.
bool is_dropped(UChar32 code) {
  constexpr UChar32 replacement = 0xfffd;
  constexpr uint32_t dropped = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK | U_GC_CS_MASK;
  return code == replacement || (U_GET_GC_MASK(code) & dropped) != 0;
}

bool is_mark(UChar32 code) {
  return u_charType(code) == U_NON_SPACING_MARK;
}

// Of ASCII, symbols count as well: "$", "+", "<".
bool is_punctuation(UChar32 code) {
  const bool is_ascii = code < 0x80;
  return is_ascii ? code > ' ' && u_isalnum(code) == 0 && code != 0x7f : u_ispunct(code) != 0;
}

// Returns the text with its marks parted from its letters.
icu::UnicodeString decomposed(const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFDInstance(error);
  icu::UnicodeString result;
  if (U_SUCCESS(error)) {
    result = normalizer->normalize(text, error);
  }
  if (U_FAILURE(error)) {
    throw Error(ErrorKind::system,
                {"", std::string("ICU can't normalise: ") + u_errorName(error), "", false});
  }
  return result;
}

// The words of a text, as its characters come.
class WordReader {
 public:
  explicit WordReader(const Folding& folding) : folding_(folding) {}

  void read(UChar32 code) {
    if (is_blank(code)) {
      end_word();
    } else if (is_dropped(code) || (folding_.drop_marks && is_mark(code))) {
      return;
    } else if (stands_apart(code)) {
      end_word();
      add(code);
      end_word();
    } else {
      add(code);
    }
  }

  std::vector<std::string> words() {
    end_word();
    return std::move(words_);
  }

 private:
  bool stands_apart(UChar32 code) const {
    return is_punctuation(code) || (folding_.part_chinese && is_chinese(code));
  }

  void add(UChar32 code) {
    if (!folding_.lower_case) {
      icu::UnicodeString(code).toUTF8String(word_);
    } else if (code < 0x80) {
      word_ += static_cast<char>(u_tolower(code));
    } else {
      icu::UnicodeString(code).toLower(icu::Locale::getRoot()).toUTF8String(word_);
    }
  }

  void end_word() {
    if (!word_.empty()) {
      words_.push_back(std::move(word_));
      word_.clear();
    }
  }

  const Folding& folding_;
  std::string word_;
  std::vector<std::string> words_;
};

Folding folding_of(const JsonNode& normalizer) {
  const JsonNode type = normalizer["type"];
  if (type.text() != "BertNormalizer") {
    type.fail("is no BertNormalizer", whole_model);
  }
  Folding folding;
  folding.lower_case = normalizer["lowercase"].flag();
  folding.part_chinese = normalizer["handle_chinese_chars"].flag();
  // Where nothing is said, marks go if letters become small.
  folding.drop_marks =
      normalizer.holds("strip_accents") ? normalizer["strip_accents"].flag() : folding.lower_case;
  return folding;
}

size_t characters_in(std::string_view word) {
  return static_cast<size_t>(std::ranges::count_if(
      word, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; }));
}

}  // namespace

std::vector<std::string> words_to_look_up(std::string_view text, const Folding& folding) {
  const std::string valid = is_valid_utf8(text) ? std::string(text) : repaired_utf8(text);
  icu::UnicodeString characters = icu::UnicodeString::fromUTF8(valid);
  if (folding.drop_marks) {
    characters = decomposed(characters);
  }
  WordReader reader(folding);
  for (int32_t at = 0; at < characters.length(); at = characters.moveIndex32(at, 1)) {
    reader.read(characters.char32At(at));
  }
  return reader.words();
}

PieceVocabulary read_piece_list(std::string_view bytes, const std::string& where) {
  PieceVocabulary vocabulary;
  uint32_t number = 0;
  for (size_t begin = 0; begin < bytes.size(); ++number) {
    const size_t end = std::min(bytes.find('\n', begin), bytes.size());
    std::string_view piece = bytes.substr(begin, end - begin);
    if (piece.ends_with('\r')) {
      piece.remove_suffix(1);
    }
    if (!is_valid_utf8(piece)) {
      throw Error(ErrorKind::input,
                  {where, "is no vocabulary: it is no UTF-8", whole_model, false});
    }
    vocabulary.pieces.emplace(piece, number);
    begin = end + 1;
  }
  return vocabulary;
}

PieceVocabulary read_tokenizer_json(std::string bytes, const std::string& where) {
  const JsonTree tree(std::move(bytes), where, {});
  const JsonNode& root = tree.root();
  const JsonNode model = root["model"];
  const JsonNode type = model["type"];
  if (type.text() != "WordPiece") {
    type.fail("is no WordPiece but " + std::string(type.text()), whole_model);
  }
  PieceVocabulary vocabulary;
  const JsonNode normalizer = root["normalizer"];
  vocabulary.folding = folding_of(normalizer);
  vocabulary.unknown = model["unk_token"].text();
  vocabulary.going_on = model["continuing_subword_prefix"].text();
  vocabulary.longest_word = model["max_input_chars_per_word"].count();
  const JsonNode pieces = model["vocab"];
  pieces.each_member([&](std::string_view piece, const JsonNode& number) {
    vocabulary.pieces.emplace(piece, static_cast<uint32_t>(number.count()));
  });
  return vocabulary;
}

WordPieces::WordPieces(PieceVocabulary vocabulary, uint32_t words, const std::string& where)
    : vocabulary_(std::move(vocabulary)) {
  for (const auto& [piece, number] : vocabulary_.pieces) {
    longest_piece_ = std::max(longest_piece_, piece.size());
    if (number >= words) {
      throw Error(ErrorKind::input, {where,
                                     "has a piece with the number " + std::to_string(number) +
                                         ", where the model knows " + std::to_string(words),
                                     whole_model, false});
    }
  }
  const auto special = [&](const std::string& piece) {
    const auto found = vocabulary_.pieces.find(piece);
    if (found == vocabulary_.pieces.end()) {
      throw Error(ErrorKind::input, {where, "has no piece " + piece, whole_model, false});
    }
    return found->second;
  };
  unknown_ = special(vocabulary_.unknown);
  first_ = special(vocabulary_.first);
  last_ = special(vocabulary_.last);
}

// Adds the pieces of a word, the longest that the vocabulary has from each place on.
void WordPieces::add_word(std::string_view word, std::vector<uint32_t>& pieces) const {
  if (characters_in(word) > vocabulary_.longest_word) {
    pieces.push_back(unknown_);
    return;
  }
  const size_t before = pieces.size();
  std::string piece;
  while (!word.empty()) {
    const bool goes_on = pieces.size() > before;
    const std::string_view mark = goes_on ? vocabulary_.going_on : std::string_view();
    piece.assign(mark).append(word.substr(0, longest_piece_));
    auto found = vocabulary_.pieces.find(piece);
    while (found == vocabulary_.pieces.end() && piece.size() > mark.size()) {
      piece.pop_back();
      found = vocabulary_.pieces.find(piece);
    }
    if (piece.size() == mark.size()) {
      pieces.resize(before);
      pieces.push_back(unknown_);
      return;
    }
    pieces.push_back(found->second);
    word.remove_prefix(piece.size() - mark.size());
  }
}

std::vector<uint32_t> WordPieces::of(std::string_view text, size_t most) const {
  std::vector<uint32_t> pieces{first_};
  for (const std::string& word : words_to_look_up(text, vocabulary_.folding)) {
    if (pieces.size() >= most) {
      break;
    }
    add_word(word, pieces);
  }
  pieces.resize(std::min(pieces.size(), most - 1));
  pieces.push_back(last_);
  return pieces;
}

}  // namespace reprise::detail

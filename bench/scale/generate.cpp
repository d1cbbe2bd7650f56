// A corpus of any size from a seed: JSONL with new words, to see how time and memory grow.
//
//     reprise_generate DOCUMENTS [SEED [passages | template-BLANKS]] > corpus.jsonl
//
// Ranks of words follow a law like Zipf's over 2^24 words, of which a longer corpus meets ever
// more; a word is its rank spelled in syllables, so that frequent ones are short. Documents have
// 480 words on average, 60 to 1,740; one in five hundred has less than ten, and one in four is
// spelled with accents. Every tenth is a copy of an earlier one, with 0 to 30 % of its words
// replaced, dropped or added; "copy_of" and "edited" of its record say so.
//
// With "passages" every tenth document is a new one that holds 20 to 200 words of an earlier one,
// edited in the same way; and all have some ten formulas of four to eight words ("at the end of the
// day"), which others have too, the most frequent one in every dozen: short runs of equal words
// that are no reuse grow with the square of the corpus.
//
// With "template-8" all documents are one text of 300 words, in which eight words are others each
// time: of their runs of five words two have (296 - 5 * 8) / (296 + 5 * 8) = 0.76 in common. With
// five blanks it is 0.84.
//
// A document depends on the seed and its own number alone: a shorter corpus is the beginning of a
// longer one, and a copy makes its original again instead of keeping it. Integers only, so that the
// bytes are the same on every machine. Cost: a few hundred MB/s, no memory.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Words = std::vector<uint32_t>;  // by rank, from 1

enum class Copies { whole, passages };

// What is asked for.
struct Kind {
  Copies copies = Copies::whole;
  uint32_t blanks = 0;  // of the template; 0: there is none
};

constexpr uint32_t octaves = 24;       // ranks below 2^24
constexpr uint64_t copy_every = 10;    // the last of so many documents is a copy
constexpr uint64_t formulas = 0xf0;    // the seed of all formulas
constexpr uint32_t rate_scale = 1000;  // edits in thousandths of the words
constexpr uint32_t template_words = 300;
constexpr uint64_t template_number = ~uint64_t{0};  // of the document that is the template
constexpr std::array<uint32_t, 8> rates = {0, 5, 10, 20, 50, 100, 200, 300};

// SplitMix64 (Steele, Lea, Flood 2014).
class Random {
 public:
  Random(uint64_t seed, uint64_t stream)
      : state_(seed * 0xd1342543de82ef95u ^ stream * 0x9e3779b97f4a7c15u) {
    next();
  }

  uint64_t next() {
    uint64_t x = state_ += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
  }
  // REQUIRES: n > 0.
  uint32_t below(uint32_t n) { return static_cast<uint32_t>(((next() >> 32) * n) >> 32); }

 private:
  uint64_t state_;
};

// The octave is the smaller one of two draws, and ranks inside an octave are equally frequent: the
// first word is 8 % of all, the second and third 4 % each.
uint32_t draw_word(Random& random) {
  const uint64_t x = random.next();
  const auto one = static_cast<uint32_t>(((x & 0xffff) * octaves) >> 16);
  const auto two = static_cast<uint32_t>(((x >> 16 & 0xffff) * octaves) >> 16);
  const uint32_t octave = one < two ? one : two;
  return (uint32_t{1} << octave) | (static_cast<uint32_t>(x >> 40) & ((uint32_t{1} << octave) - 1));
}

// A formula has a rank as words have; the first 64 are one with those behind them, so that none is
// everywhere.
void add_formula(Random& random, Words& words) {
  Random of_formula(formulas, draw_word(random) | 64);
  for (uint32_t left = 4 + of_formula.below(5); left > 0; --left) {
    words.push_back(draw_word(of_formula));
  }
}

Words draw_document(Random& random, Copies copies) {
  const uint32_t length =
      random.below(500) == 0 ? 1 + random.below(9) : 60 + random.below(29) * random.below(61);
  Words words;
  while (words.size() < length) {
    if (copies == Copies::passages && random.below(48) == 0) {
      add_formula(random, words);
    } else {
      words.push_back(draw_word(random));
    }
  }
  return words;
}

// Returns 20 to 200 words in a row, or all if they are fewer.
Words draw_passage(const Words& words, Random& random) {
  const size_t length = std::min<size_t>(words.size(), 20 + random.below(181));
  const auto begin = words.begin() + random.below(static_cast<uint32_t>(words.size() - length + 1));
  return {begin, begin + static_cast<std::ptrdiff_t>(length)};
}

Words put_into(Words host, const Words& passage, Random& random) {
  host.insert(host.begin() + random.below(static_cast<uint32_t>(host.size() + 1)), passage.begin(),
              passage.end());
  return host;
}

Words edit(const Words& words, uint32_t rate, Random& random) {
  Words edited;
  for (const uint32_t word : words) {
    const uint32_t kind = random.below(rate_scale) < rate
                              ? random.below(3)
                              : 3;  // replaced, dropped, added, as it was
    if (kind >= 2) {
      edited.push_back(word);
    }
    if (kind == 0 || kind == 2) {
      edited.push_back(draw_word(random));
    }
  }
  return edited;
}

// 64 syllables, from which a rank is spelled, six bits each.
std::array<std::string, 64> make_syllables(const std::array<std::string_view, 8>& vowels) {
  const std::array<std::string_view, 8> consonants = {"t", "n", "s", "r", "l", "d", "st", "m"};
  std::array<std::string, 64> syllables;
  for (size_t i = 0; i < syllables.size(); ++i) {
    syllables[i].append(consonants[i % 8]).append(vowels[i / 8]);
  }
  return syllables;
}

void spell(uint32_t rank, const std::array<std::string, 64>& syllables, std::string& out) {
  for (; rank > 0; rank >>= 6) {
    out += syllables[rank & 63];
  }
}

// Writes the words as sentences, some of them quoted, in paragraphs, with the escapes of a JSON
// string.
void write_text(const Words& words, bool accents, Random& random, std::string& out) {
  static const std::array<std::string, 64> plain =
      make_syllables({"a", "e", "o", "i", "u", "ar", "en", "ou"});
  static const std::array<std::string, 64> accented =
      make_syllables({"a", "é", "o", "i", "ü", "är", "en", "ô"});
  const std::array<std::string, 64>& syllables = accents ? accented : plain;
  for (size_t i = 0; i < words.size();) {
    const size_t end = std::min(words.size(), i + 6 + random.below(20));
    const uint32_t look = random.below(40);
    const std::string_view quote = look < 2 ? "\\\"" : "";
    out += quote;
    const size_t capital = out.size();
    for (; i < end; ++i) {
      spell(words[i], syllables, out);
      out += i + 1 < end ? " " : ".";
    }
    out[capital] = static_cast<char>(out[capital] - 'a' + 'A');
    out += quote;
    if (i < words.size()) {
      out += look > 35 ? "\\n\\n" : " ";
    }
  }
}

void write_record(uint64_t number, uint64_t seed, Copies copies, std::string& out) {
  Random random(seed, number);
  const bool is_copy = number % copy_every == copy_every - 1;
  out += "{\"id\": \"g" + std::to_string(number) + "\", ";
  Words words;
  uint64_t original = number;
  if (is_copy) {
    original = random.next() % number;
    if (original % copy_every == copy_every - 1) {
      --original;
    }
    const uint32_t rate = rates[random.below(rates.size())];
    Random of_original(seed, original);
    words = draw_document(of_original, copies);
    if (copies == Copies::passages) {
      words = draw_passage(words, random);
    }
    words = edit(words, rate, random);
    if (copies == Copies::passages) {
      words = put_into(draw_document(random, copies), words, random);
    }
    out += "\"copy_of\": \"g" + std::to_string(original) + "\", \"edited\": 0." +
           std::to_string(1000 + rate).substr(1) + ", ";
  } else {
    words = draw_document(random, copies);
  }
  out += "\"text\": \"";
  write_text(words, original % 4 == 1, random, out);
  out += "\"}\n";
}

void write_filled_template(uint64_t number, uint64_t seed, uint32_t blanks, std::string& out) {
  Random of_template(seed, template_number);
  Words words;
  while (words.size() < template_words) {
    words.push_back(draw_word(of_template));
  }
  Random random(seed, number);
  for (uint32_t blank = 0; blank < blanks; ++blank) {
    words[(2 * blank + 1) * template_words / (2 * blanks)] = draw_word(random);
  }
  out += "{\"id\": \"g" + std::to_string(number) + "\", \"text\": \"";
  write_text(words, false, random, out);
  out += "\"}\n";
}

// Returns what the word of the command line asks for; nothing: it is none.
std::optional<Kind> kind_of(std::string_view word) {
  constexpr std::string_view of_template = "template-";
  if (word.empty()) {
    return Kind{};
  }
  if (word == "passages") {
    return Kind{Copies::passages};
  }
  if (word.substr(0, of_template.size()) != of_template) {
    return std::nullopt;
  }
  const std::string number(word.substr(of_template.size()));
  const auto blanks = static_cast<uint32_t>(std::strtoul(number.c_str(), nullptr, 10));
  if (blanks == 0 || blanks > template_words) {
    return std::nullopt;
  }
  return Kind{Copies::whole, blanks};
}

}  // namespace

int main(int argc, char** argv) {
  const std::optional<Kind> kind = kind_of(argc > 3 ? argv[3] : "");
  if (argc < 2 || argc > 4 || !kind) {
    std::fputs(
        "usage: reprise_generate DOCUMENTS [SEED [passages | template-BLANKS]] > corpus.jsonl\n",
        stderr);
    return 2;
  }
  const uint64_t documents = std::strtoull(argv[1], nullptr, 10);
  const uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  std::string out;
  for (uint64_t number = 0; number < documents; ++number) {
    if (kind->blanks > 0) {
      write_filled_template(number, seed, kind->blanks, out);
    } else {
      write_record(number, seed, kind->copies, out);
    }
    if (out.size() < size_t{1} << 20 && number + 1 < documents) {
      continue;
    }
    if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) {
      std::perror("generate: can't write");
      return 2;
    }
    out.clear();
  }
  if (std::fflush(stdout) != 0) {
    std::perror("generate: can't write");
    return 2;
  }
}

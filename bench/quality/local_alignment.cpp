// The slow and sure answer to "what do these two texts share": Smith and Waterman's alignment of
// all their words.
//
//     reprise_local_alignment [--least SCORE] RECORDS.jsonl < pairs.tsv > alignments.tsv
//
// Each line of the input names two records by their places in the file, from 0. Their best
// alignment is looked for, then the best one of what is left of both, and so on down to a score of
// 8; "the old man sat" and "the poor old man slept" give
//
//     the ---- old man                            three equal words, and one that stands on one
//                                                 side alone:
//     the poor old man                            3 - 0.5 = 2.5
//
// An equal word counts 1, a nearly equal one 0.5 (what differs in its middle is one letter, or two
// if it is long); a word against another, or against none, costs 0.5; after ten of these in excess
// an alignment is at its end. Texts that have nothing in common but the small words of their
// language stay well below 8, so that no line for a pair means: unrelated. A line gives both
// records, where the alignment begins and ends in each (in characters), and its score.
//
// Nothing of the library is used. A word is a run of letters and digits, without case; letters are
// those of Latin, Greek and Cyrillic. There are no seeds, so nothing can be missed for want of one.
// Cost: words times words of each pair, once for each alignment and once more, 2 ns a cell.
// Source: Smith, Waterman: Identification of Common Molecular Subsequences, J. Mol. Biol. 147
// (1981).
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace {

// Scores are counted in halves, so that they are whole numbers.
constexpr int equal = 2, nearly = 1, different = -1, alone = -1, most_lost = 10;

struct Word {
  size_t begin = 0, end = 0;  // in characters
  uint32_t number = 0;        // the same for the same word
};

using Words = std::vector<Word>;

// Where something lies in a document, in words.
struct Range {
  size_t begin = 0, end = 0;
};

struct Alignment {
  Range a, b;
  int score = 0;
};

// Returns the bits of a character that the first byte of several holds.
char32_t leading_bits(unsigned char byte) {
  if (byte < 0xe0) {
    return byte & 0x1f;
  }
  return byte & (byte < 0xf0 ? 0x0f : 0x07);
}

// Returns the characters of a UTF-8 text.
std::u32string decode(std::string_view text) {
  std::u32string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += byte;
    } else if (byte >= 0xc0) {
      out += leading_bits(byte);
    } else if (!out.empty()) {
      out.back() = out.back() << 6 | (byte & 0x3f);
    }
  }
  return out;
}

bool between(char32_t c, char32_t first, char32_t last) {
  return first <= c && c <= last;
}

// Returns the letter without case, or a digit as it is; 0 for everything else.
char32_t fold(char32_t c) {
  if (between(c, 'A', 'Z') || between(c, U'À', U'Þ') || between(c, U'Α', U'Ω') ||
      between(c, U'А', U'Я')) {
    return c == U'×' ? 0 : c + 32;
  }
  if (between(c, U'Ѐ', U'Џ')) {
    return c + 80;
  }
  const bool odd_is_capital = between(c, U'Ĺ', U'ň') || between(c, U'Ź', U'ž');
  if (between(c, U'Ā', U'ž') || between(c, U'Ѡ', U'ԯ')) {
    return (c & 1) == odd_is_capital ? c + 1 : c;
  }
  const bool other = between(c, 'a', 'z') || between(c, '0', '9') || between(c, U'ß', U'ɏ') ||
                     between(c, U'ά', U'џ');
  return other && c != U'÷' ? c : 0;
}

class Collection {
 public:
  void add(std::string_view text);

  std::vector<Words> documents;
  std::vector<std::u32string> spelling;  // of a word, by its number

 private:
  std::unordered_map<std::u32string, uint32_t> numbers_;
};

void Collection::add(std::string_view text) {
  Words& words = documents.emplace_back();
  const std::u32string characters = decode(text);
  std::u32string folded;
  for (size_t i = 0; i <= characters.size(); ++i) {
    if (const char32_t c = i < characters.size() ? fold(characters[i]) : 0; c != 0) {
      folded += c;
    } else if (!folded.empty()) {
      const auto [place, is_new] =
          numbers_.try_emplace(folded, static_cast<uint32_t>(spelling.size()));
      if (is_new) {
        spelling.push_back(folded);
      }
      words.push_back({i - folded.size(), i, place->second});
      folded.clear();
    }
  }
}

// Returns how many letters two words may differ by, the longer of which has so many.
size_t allowed_distance(size_t longer) {
  if (longer < 4) {
    return 0;
  }
  return longer < 7 ? 1 : 2;
}

int score_of(const std::u32string& a, const std::u32string& b) {
  if (a == b) {
    return equal;
  }
  const size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
  const size_t allowed = allowed_distance(longer);
  if (longer - shorter > allowed) {
    return different;
  }
  size_t same = 0;
  while (same < shorter && a[same] == b[same]) {
    ++same;
  }
  size_t at_end = 0;
  while (same + at_end < shorter && a[a.size() - 1 - at_end] == b[b.size() - 1 - at_end]) {
    ++at_end;
  }
  return longer - same - at_end <= allowed ? nearly : different;
}

enum Step : uint8_t { stop, both, only_a, only_b };

// The best alignment that ends with a word of each document.
struct Cell {
  int score = 0, peak = 0;  // now, and the most that it was on the way
  Step step = stop;

  void reach_from(const Cell& before, int gain, Step by) {
    const int reached = before.score + gain, highest = std::max(before.peak, reached);
    if (reached > score && reached >= highest - most_lost) {
      *this = {reached, highest, by};
    }
  }
};

// All cells of the alignments of two documents; what find() returned is closed to later ones.
class Table {
 public:
  Table(const Words& a, const Words& b, const std::vector<std::u32string>& spelling);
  // Returns the best alignment that scores at least so much, in halves.
  std::optional<Alignment> find(int least);

 private:
  Alignment walk_back(size_t i, size_t j) const;

  size_t rows_, columns_;
  std::vector<uint32_t> row_of_a_, column_of_b_;  // of the scores, for each word
  std::vector<std::vector<int8_t>> scores_;       // of each distinct word with each other
  std::vector<bool> closed_a_, closed_b_;
  std::vector<Step> steps_;  // the way to each cell
};

// Returns the place of each word among the distinct ones, which are appended to `distinct`.
std::vector<uint32_t> places_of(const Words& words, std::vector<uint32_t>& distinct) {
  std::unordered_map<uint32_t, uint32_t> seen;
  std::vector<uint32_t> places;
  for (const Word& word : words) {
    const auto [place, is_new] =
        seen.try_emplace(word.number, static_cast<uint32_t>(distinct.size()));
    if (is_new) {
      distinct.push_back(word.number);
    }
    places.push_back(place->second);
  }
  return places;
}

Table::Table(const Words& a, const Words& b, const std::vector<std::u32string>& spelling)
    : rows_(a.size()),
      columns_(b.size()),
      closed_a_(rows_),
      closed_b_(columns_),
      steps_((rows_ + 1) * (columns_ + 1)) {
  std::vector<uint32_t> distinct_a, distinct_b;
  row_of_a_ = places_of(a, distinct_a);
  column_of_b_ = places_of(b, distinct_b);
  for (const uint32_t x : distinct_a) {
    std::vector<int8_t>& row = scores_.emplace_back();
    for (const uint32_t y : distinct_b) {
      row.push_back(static_cast<int8_t>(score_of(spelling[x], spelling[y])));
    }
  }
}

Alignment Table::walk_back(size_t i, size_t j) const {
  Alignment found{{0, i}, {0, j}, 0};
  for (Step step; (step = steps_[i * (columns_ + 1) + j]) != stop;) {
    i -= step != only_b;
    j -= step != only_a;
  }
  found.a.begin = i;
  found.b.begin = j;
  return found;
}

std::optional<Alignment> Table::find(int least) {
  std::vector<Cell> above(columns_ + 1), row(columns_ + 1);
  size_t best_i = 0, best_j = 0;
  int best = 0;
  for (size_t i = 1; i <= rows_; ++i, above.swap(row)) {
    const std::vector<int8_t>& scores = scores_[row_of_a_[i - 1]];
    for (size_t j = 1; j <= columns_; ++j) {
      Cell cell;
      if (!closed_a_[i - 1] && !closed_b_[j - 1]) {
        cell.reach_from(above[j - 1], scores[column_of_b_[j - 1]], both);
        cell.reach_from(above[j], alone, only_a);
        cell.reach_from(row[j - 1], alone, only_b);
      }
      row[j] = cell;
      steps_[i * (columns_ + 1) + j] = cell.step;
      if (cell.score > best) {
        best = cell.score;
        best_i = i;
        best_j = j;
      }
    }
  }
  if (best < least) {
    return std::nullopt;
  }
  Alignment found = walk_back(best_i, best_j);
  found.score = best;
  for (size_t i = found.a.begin; i < found.a.end; ++i) {
    closed_a_[i] = true;
  }
  for (size_t j = found.b.begin; j < found.b.end; ++j) {
    closed_b_[j] = true;
  }
  return found;
}

void align(const Collection& collection, size_t a, size_t b, int least) {
  const Words &words_a = collection.documents.at(a), &words_b = collection.documents.at(b);
  Table table(words_a, words_b, collection.spelling);
  while (const std::optional<Alignment> found = table.find(least)) {
    std::cout << a << '\t' << words_a[found->a.begin].begin << '\t' << words_a[found->a.end - 1].end
              << '\t' << b << '\t' << words_b[found->b.begin].begin << '\t'
              << words_b[found->b.end - 1].end << '\t' << 0.5 * found->score << '\n';
  }
}

Collection read(const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    throw std::runtime_error("can't read " + path);
  }
  Collection collection;
  for (std::string line; std::getline(file, line);) {
    collection.add(nlohmann::json::parse(line).at("text").get_ref<const std::string&>());
  }
  return collection;
}

int run(int argc, char** argv) {
  const bool has_least = argc == 4 && std::string_view(argv[1]) == "--least";
  if (argc != 2 && !has_least) {
    throw std::runtime_error(
        "usage: reprise_local_alignment [--least SCORE] RECORDS.jsonl < pairs.tsv > "
        "alignments.tsv");
  }
  const double least = has_least ? std::strtod(argv[2], nullptr) : 8;
  if (!(least > 0)) {
    throw std::runtime_error("a score is above 0");
  }
  const Collection collection = read(argv[argc - 1]);
  for (size_t a, b; std::cin >> a >> b;) {
    align(collection, a, b, static_cast<int>(2 * least));
  }
  if (!std::cin.eof()) {
    throw std::runtime_error("a pair is two numbers of records");
  }
  if (!std::cout.flush()) {
    throw std::runtime_error("can't write the answer");
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "local_alignment: " << error.what() << '\n';
    return 2;
  }
}

// The exact answer to "which documents leave at this threshold", to hold `reprise dedup` against.
//
//     reprise_exact [--threshold T] [--pairs FILE] [FILE.jsonl] > removed.tsv      (else standard
//       input)
//
// The rule: documents in the order of the input; one leaves if and only if its Jaccard similarity
// to a document already kept is at least T (0.8). The copy that stands for it is the most similar
// of those, then the earliest. Documents without words are equal only if their bytes are. Each one
// that leaves is a line: its line in the input (from 1), that of the copy, the similarity; --pairs
// also writes every pair of documents that reaches T.
//
// Nothing is hashed, sketched or sampled in a way that an answer depends on: words are strings that
// get a number each, a shingle is the five numbers of its words, and tables compare keys in full.
// Of the library it uses segment and fold_word alone, which say what a word is; other tests hold
// these against UAX #29 and ICU.
//
// The join is exact too. With the shingles of all sets in one order, the rarest first, two sets of
// Jaccard >= T share one among the first |x| - ceil(T |x|) + 1 of each; sets that meet there are
// compared in full. A shingle that only one document has meets nobody.
// Source: Chaudhuri, Ganti, Kaushik: A Primitive Operator for Similarity Joins in Data Cleaning,
// ICDE 2006.
//
// Cost: minutes and about 100 bytes a shingle for 50,000 documents of 500 words; more where
// thousands share a frame.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "reprise/words/fold.h"
#include "reprise/words/segment.h"

namespace reprise::detail {
namespace {

constexpr size_t shingle_words = 5;
constexpr uint32_t no_word = UINT32_MAX;  // fills the shingle of a shorter document

using Shingle = std::array<uint32_t, shingle_words>;  // numbers of words

struct BytesOfShingle {
  size_t operator()(const Shingle& s) const {
    return std::hash<std::string_view>{}({reinterpret_cast<const char*>(s.data()), sizeof s});
  }
};

struct Document {
  size_t line = 0;
  std::vector<uint32_t> shingles;  // ascending ranks: the rarest first
  size_t same_bytes =
      0;  // without words: which text it is; texts of equal bytes have equal numbers
};

struct Pair {
  uint32_t earlier = 0, later = 0;
  double jaccard = 0;
};

// Documents, once all were read with add() and finish() was called.
class Collection {
 public:
  void add(size_t line, std::string_view text);
  // Renumbers the shingles: the fewer documents hold one, the lower its number.
  void finish();

  std::vector<Document> documents;
  std::vector<uint32_t> holders;  // for each shingle the number of documents that hold it

 private:
  std::vector<uint32_t> words_of(std::string_view text);
  void add_shingle(const Shingle& shingle, Document& document);

  std::unordered_map<std::string, uint32_t> words_;
  std::unordered_map<Shingle, uint32_t, BytesOfShingle> shingles_;
  std::unordered_map<std::string, size_t> wordless_;
};

std::vector<uint32_t> Collection::words_of(std::string_view text) {
  std::vector<uint32_t> words;
  std::string folded;
  segment(text, false, [&](Span span) {
    fold_word(span.in(text), {}, folded);
    if (!folded.empty()) {
      words.push_back(
          words_.try_emplace(folded, static_cast<uint32_t>(words_.size())).first->second);
    }
  });
  return words;
}

void Collection::add_shingle(const Shingle& shingle, Document& document) {
  document.shingles.push_back(
      shingles_.try_emplace(shingle, static_cast<uint32_t>(shingles_.size())).first->second);
}

void Collection::add(size_t line, std::string_view text) {
  Document& document = documents.emplace_back();
  document.line = line;
  const std::vector<uint32_t> words = words_of(text);
  Shingle shingle;
  if (words.empty()) {
    document.same_bytes = wordless_.try_emplace(std::string(text), wordless_.size()).first->second;
  } else if (words.size() < shingle_words) {
    shingle.fill(no_word);
    std::copy(words.begin(), words.end(), shingle.begin());
    add_shingle(shingle, document);
  }
  for (size_t i = 0; i + shingle_words <= words.size(); ++i) {
    std::copy_n(words.begin() + static_cast<ptrdiff_t>(i), shingle_words, shingle.begin());
    add_shingle(shingle, document);
  }
  std::sort(document.shingles.begin(), document.shingles.end());
  document.shingles.erase(std::unique(document.shingles.begin(), document.shingles.end()),
                          document.shingles.end());
}

void Collection::finish() {
  std::vector<uint32_t> count(shingles_.size()), order(shingles_.size()), rank(shingles_.size());
  shingles_ = {};
  for (const Document& document : documents) {
    for (const uint32_t s : document.shingles) {
      ++count[s];
    }
  }
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return std::pair(count[a], a) < std::pair(count[b], b);
  });
  for (uint32_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
    holders.push_back(count[order[i]]);
  }
  for (Document& document : documents) {
    for (uint32_t& s : document.shingles) {
      s = rank[s];
    }
    std::sort(document.shingles.begin(), document.shingles.end());
  }
}

// Returns the Jaccard similarity of two sets that are not empty; 0 as soon as it is sure to miss
// the threshold.
double jaccard_of(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b,
                  double threshold) {
  const double sizes = static_cast<double>(a.size() + b.size());
  // J >= T if and only if shared >= sizes T / (1 + T); a shingle less, so that no rounding decides
  // here.
  const auto may_miss =
      static_cast<ptrdiff_t>(static_cast<double>(a.size()) - sizes * threshold / (1 + threshold)) +
      2;
  size_t i = 0, j = 0, shared = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i] == b[j]) {
      ++shared;
    }
    const bool next_a = a[i] <= b[j], next_b = b[j] <= a[i];
    i += next_a;
    j += next_b;
    if (static_cast<ptrdiff_t>(i - shared) > may_miss) {
      return 0;
    }
  }
  return static_cast<double>(shared) / (sizes - static_cast<double>(shared));
}

size_t prefix_length(size_t size, double threshold) {
  const auto least = static_cast<size_t>(std::ceil(threshold * static_cast<double>(size) - 1e-6));
  return size == 0 ? 0 : std::min(size, size - least + 1);
}

// Calls on_pair for every pair that reaches the threshold, ordered by the later document.
template <class OnPair>
void join(const Collection& collection, double threshold, OnPair on_pair) {
  const std::vector<Document>& documents = collection.documents;
  std::unordered_map<uint32_t, std::vector<uint32_t>>
      holders;  // of a shingle among the first of a document
  std::unordered_map<size_t, std::vector<uint32_t>> wordless;
  std::vector<uint32_t> seen(documents.size(),
                             UINT32_MAX);  // by the candidate, the last that met it
  for (uint32_t d = 0; d < documents.size(); ++d) {
    const std::vector<uint32_t>& set = documents[d].shingles;
    if (set.empty()) {
      std::vector<uint32_t>& same = wordless[documents[d].same_bytes];
      for (const uint32_t other : same) {
        on_pair(Pair{other, d, 1});
      }
      same.push_back(d);
      continue;
    }
    const size_t prefix = prefix_length(set.size(), threshold);
    for (size_t i = 0; i < prefix; ++i) {
      if (collection.holders[set[i]] < 2) {
        continue;
      }
      std::vector<uint32_t>& met = holders[set[i]];
      for (const uint32_t other : met) {
        if (std::exchange(seen[other], d) == d) {
          continue;
        }
        const double jaccard = jaccard_of(documents[other].shingles, set, threshold);
        if (jaccard >= threshold) {
          on_pair(Pair{other, d, jaccard});
        }
      }
      met.push_back(d);
    }
  }
}

struct Options {
  double threshold = 0.8;
  std::string pairs, input = "-";
};

Collection read(std::istream& in) {
  Collection collection;
  std::string line;
  size_t rejected = 0;
  for (size_t number = 1; std::getline(in, line); ++number) {
    const auto record = nlohmann::json::parse(line, nullptr, false);
    if (record.is_object() && record.contains("text") && record["text"].is_string()) {
      collection.add(number, record["text"].get_ref<const std::string&>());
    } else if (line.find_first_not_of(" \t\r") != std::string::npos) {
      ++rejected;
    }
  }
  if (rejected > 0) {
    std::cerr << "exact: " << rejected << " lines are no records with a text\n";
  }
  collection.finish();
  return collection;
}

// Writes the pairs where asked for, and the documents that leave to standard output.
void apply(const Collection& collection, const Options& options) {
  std::ofstream pairs;
  if (!options.pairs.empty()) {
    pairs.open(options.pairs);
    if (!pairs) {
      throw std::runtime_error("can't write " + options.pairs);
    }
  }
  pairs.precision(9);
  std::cout.precision(9);
  const std::vector<Document>& documents = collection.documents;
  // All pairs of a document come in one stretch, after all those of the documents before it: when a
  // later document is held against it, it has got its copy here, or will never get one.
  std::vector<Pair> copy(documents.size());
  size_t all_pairs = 0;
  join(collection, options.threshold, [&](const Pair& pair) {
    ++all_pairs;
    if (pairs.is_open()) {
      pairs << documents[pair.earlier].line << '\t' << documents[pair.later].line << '\t'
            << pair.jaccard << '\n';
    }
    Pair& best = copy[pair.later];
    if (copy[pair.earlier].jaccard > 0) {
      return;  // it has left itself
    }
    if (std::pair(-pair.jaccard, pair.earlier) < std::pair(-best.jaccard, best.earlier)) {
      best = pair;
    }
  });
  size_t removed = 0;
  for (const Pair& pair : copy) {
    if (pair.jaccard == 0) {
      continue;
    }
    ++removed;
    std::cout << documents[pair.later].line << '\t' << documents[pair.earlier].line << '\t'
              << pair.jaccard << '\n';
  }
  std::cerr << "exact: " << documents.size() << " documents, " << all_pairs << " pairs, " << removed
            << " leave\n";
  if (!std::cout.flush() || (pairs.is_open() && !pairs.flush())) {
    throw std::runtime_error("can't write the answer");
  }
}

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--threshold" && i + 1 < argc) {
      options.threshold = std::strtod(argv[++i], nullptr);
    } else if (word == "--pairs" && i + 1 < argc) {
      options.pairs = argv[++i];
    } else if (!word.starts_with("--")) {
      options.input = word;
    } else {
      throw std::runtime_error(
          "usage: reprise_exact [--threshold T] [--pairs FILE] [FILE] > removed.tsv");
    }
  }
  if (!(options.threshold > 0 && options.threshold <= 1)) {
    throw std::runtime_error("a threshold is above 0, at most 1");
  }
  return options;
}

int run(int argc, char** argv) {
  const Options options = parse(argc, argv);
  std::ios::sync_with_stdio(false);
  if (options.input == "-") {
    apply(read(std::cin), options);
    return 0;
  }
  std::ifstream file(options.input);
  if (!file) {
    throw std::runtime_error("can't read " + options.input);
  }
  apply(read(file), options);
  return 0;
}

}  // namespace
}  // namespace reprise::detail

int main(int argc, char** argv) {
  try {
    return reprise::detail::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "exact: " << error.what() << '\n';
    return 2;
  }
}

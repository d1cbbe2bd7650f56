#include "support/generator.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "reprise/base/hash.h"

namespace reprise::detail::support {
namespace {

std::string make_word(Random& random) {
  static constexpr std::array onsets{"b", "d", "f", "g", "k", "l",  "m",  "n",
                                     "p", "r", "s", "t", "v", "st", "tr", "ch"};
  static constexpr std::array vowels{"a", "e", "i", "o", "u", "a", "e", "i", "ou", "ea", "é", "ü"};
  static constexpr std::array endings{"", "", "", "n", "r", "s", "t"};
  std::string word;
  for (uint64_t syllables = 1 + random.below(3); syllables > 0; --syllables) {
    word.append(random.pick(onsets)).append(random.pick(vowels));
  }
  return word.append(random.pick(endings));
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

}  // namespace

uint64_t Random::next() {
  return mix(state_ += 0x632be59bd9b4e019u);
}

Vocabulary::Vocabulary(size_t size, uint64_t seed) {
  Random random(seed);
  std::unordered_set<std::string> seen;
  double sum = 0;
  while (words_.size() < size) {
    std::string word = make_word(random);
    if (!seen.insert(word).second) {
      continue;
    }
    sum += 1.0 / (static_cast<double>(words_.size()) + 3);
    words_.push_back(std::move(word));
    cumulated_.push_back(sum);
  }
}

const std::string& Vocabulary::draw(Random& random) const {
  const double at = random.unit() * cumulated_.back();
  const auto found = std::upper_bound(cumulated_.begin(), cumulated_.end() - 1, at);
  return words_[static_cast<size_t>(found - cumulated_.begin())];
}

Words make_words(size_t count, const Vocabulary& vocabulary, Random& random) {
  Words words(count);
  for (std::string& word : words) {
    word = vocabulary.draw(random);
  }
  return words;
}

Text write_text(std::span<const std::string> words, Random& random) {
  Text text;
  uint64_t left = 0;  // words until the sentence ends
  for (size_t i = 0; i < words.size(); ++i) {
    const bool first = left == 0;
    if (first) {
      if (i > 0) {
        text.bytes += random.chance(0.2) ? ".\n\n" : ". ";
      }
      left = 6 + random.below(20);
    } else {
      text.bytes += ' ';
    }
    const auto begin = static_cast<uint32_t>(text.bytes.size());
    text.bytes += words[i];
    if (first) {
      text.bytes[begin] = upper(text.bytes[begin]);
    }
    text.words.push_back({begin, static_cast<uint32_t>(text.bytes.size())});
    --left;
  }
  if (!words.empty()) {
    text.bytes += ".\n";
  }
  return text;
}

EditedCopy edited_copy(const Words& original, double rate, const Vocabulary& vocabulary,
                       Random& random) {
  EditedCopy copy;
  for (size_t i = 0; i < original.size(); ++i) {
    if (!random.chance(rate)) {
      copy.words.push_back(original[i]);
      continue;
    }
    const auto kind = static_cast<Edit::Kind>(random.below(3));
    copy.edits.push_back({kind, i});
    if (kind == Edit::Kind::insert) {
      copy.words.push_back(original[i]);
    }
    if (kind == Edit::Kind::drop) {
      continue;
    }
    const std::string* word = &vocabulary.draw(random);
    while (*word == original[i]) {
      word = &vocabulary.draw(random);
    }
    copy.words.push_back(*word);
  }
  return copy;
}

Planted plant_passage(const Words& source, size_t from, size_t count, const Words& target,
                      size_t at, Random& random) {
  const auto offset = [](const Words& words, size_t i) {
    return words.begin() + static_cast<std::ptrdiff_t>(i);
  };
  Words filled(target.begin(), offset(target, at));
  filled.insert(filled.end(), offset(source, from), offset(source, from + count));
  filled.insert(filled.end(), offset(target, at), target.end());
  Planted planted;
  planted.source = write_text(source, random);
  planted.target = write_text(filled, random);
  const auto stretch = [&](const Text& text, size_t first) {
    return Span{text.words[first].begin, text.words[first + count - 1].end};
  };
  planted.in_source = stretch(planted.source, from);
  planted.in_target = stretch(planted.target, at);
  return planted;
}

Groups make_groups(size_t groups, size_t copies, size_t words, double rate,
                   const Vocabulary& vocabulary, Random& random) {
  Groups made;
  for (size_t g = 0; g < groups; ++g) {
    const Words original = make_words(words, vocabulary, random);
    for (size_t c = 0; c < copies; ++c) {
      made.documents.push_back(c == 0 ? original
                                      : edited_copy(original, rate, vocabulary, random).words);
      made.group.push_back(static_cast<uint32_t>(g));
    }
  }
  for (size_t i = made.documents.size(); i > 1; --i) {
    const size_t j = random.below(i);
    std::swap(made.documents[i - 1], made.documents[j]);
    std::swap(made.group[i - 1], made.group[j]);
  }
  return made;
}

}  // namespace reprise::detail::support

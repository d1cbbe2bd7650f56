#include "inputs.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "reprise/base/hash.h"
#include "support/generator.h"

namespace reprise::detail::bench {
namespace {

using support::Random;
using support::Vocabulary;
using support::Words;

const Vocabulary& vocabulary() {
  static const Vocabulary words(20000, 1);
  return words;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string latin_prose(size_t bytes, bool accents) {
  Random random(11);
  std::string text;
  while (text.size() < bytes) {
    text +=
        support::write_text(support::make_words(500, vocabulary(), random), random).bytes + "\n";
  }
  if (!accents) {
    replace_all(text, "é", "e");
    replace_all(text, "ü", "u");
  }
  return text;
}

// Sentences of common words, set without spaces between them, as these scripts do.
std::string unspaced_prose(size_t bytes, const Words& words, std::string_view comma,
                           std::string_view stop) {
  Random random(12);
  std::string text;
  while (text.size() < bytes) {
    for (uint64_t left = 8 + random.below(20); left > 0; --left) {
      text += random.pick(words);
      if (left > 3 && random.chance(0.1)) {
        text += comma;
      }
    }
    text += stop;
    if (random.chance(0.2)) {
      text += "\n\n";
    }
  }
  return text;
}

constexpr std::array function_words{"the",  "of",  "and", "to",  "in", "a",    "is",
                                    "that", "for", "it",  "was", "on", "with", "as"};
constexpr std::array measures{"million dollars", "percent", "houses", "workers", "days",
                              "people",          "ships",   "euros"};

std::string figure(Random& random) {
  std::string words = random.chance(0.3) ? "about " : "";
  return words.append(std::to_string(13 + random.below(900)))
      .append(" ")
      .append(random.pick(measures));
}

// A statement: content words that are its matter, which another wording keeps in part.
std::string statement(const Words& matter, const std::string& amount, Random& random) {
  std::string text;
  for (const std::string& word : matter) {
    if (random.chance(0.7)) {
      text.append(random.pick(function_words)).append(" ");
    }
    text.append(random.chance(0.75) ? word : vocabulary().draw(random)).append(" ");
  }
  if (!amount.empty()) {
    text.append("for ").append(random.chance(0.8) ? amount : figure(random)).append(" ");
  }
  text.back() = '.';
  if (text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 32);
  }
  return text;
}

}  // namespace

std::string make_prose(Script script, size_t bytes) {
  static const Words chinese{"政府", "经济", "发展", "我们", "今天", "新闻", "公司", "技术",
                             "城市", "问题", "人民", "市场", "的",   "在",   "了",   "和",
                             "是",   "不",   "学校", "研究", "报道", "星期", "银行", "总统"};
  static const Words thai{"รัฐบาล", "เศรษฐกิจ", "ประเทศ",  "วันนี้",  "ข่าว",     "บริษัท",
                          "เมือง",  "ปัญหา",    "ประชาชน", "ตลาด", "ที่",       "และ",
                          "ใน",    "ของ",     "เป็น",     "ไม่",   "โรงเรียน", "ธนาคาร"};
  switch (script) {
    case Script::chinese: return unspaced_prose(bytes, chinese, "，", "。");
    case Script::thai: return unspaced_prose(bytes, thai, " ", " ");
    default: return latin_prose(bytes, script == Script::accents);
  }
}

std::vector<std::string> make_articles(size_t count, size_t sentences) {
  struct Matter {
    Words words;
    std::string amount;
  };
  Random random(13);
  std::vector<std::string> articles;
  std::vector<Matter> story;
  for (size_t i = 0; i < count; ++i) {
    if (i % 10 == 0) {
      story.assign(2 * sentences, {});
      for (Matter& matter : story) {
        matter.words = support::make_words(7 + random.below(6), vocabulary(), random);
        if (random.chance(0.25)) {
          matter.amount = figure(random);
        }
      }
    }
    std::string text;
    for (size_t s = 0; s < sentences; ++s) {
      const Matter& matter = random.pick(story);
      text += statement(matter.words, matter.amount, random) + (random.chance(0.2) ? "\n\n" : " ");
    }
    articles.push_back(std::move(text));
  }
  return articles;
}

std::vector<std::string> make_copying_documents(size_t count, size_t words) {
  Random random(14);
  std::vector<Words> documents;
  for (size_t i = 0; i < count; ++i) {
    documents.push_back(support::make_words(words, vocabulary(), random));
  }
  const auto offset = static_cast<std::ptrdiff_t>(words / 10);
  for (size_t i = 2; i < count; i += 3) {
    const Words& source = documents[random.below(i)];
    const Words copied(source.begin() + offset, source.begin() + 2 * offset);
    const Words edited = support::edited_copy(copied, 0.05, vocabulary(), random).words;
    documents[i].insert(documents[i].begin() + 5 * offset, edited.begin(), edited.end());
  }
  std::vector<std::string> texts;
  for (const Words& document : documents) {
    texts.push_back(support::write_text(document, random).bytes);
  }
  return texts;
}

std::vector<TextUnit> make_units(const std::vector<std::string>& texts) {
  std::vector<TextUnit> units;
  for (const std::string& text : texts) {
    TextUnit unit{DocumentId(units.size()), Field::text, text, tokenize(text), {}};
    unit.language = {Language::english, "english"};
    unit.sentences = split_sentences(unit.text, unit.tokens, unit.language.language);
    units.push_back(std::move(unit));
  }
  return units;
}

std::vector<ShingleSet> make_sets(size_t count, size_t copies, size_t size) {
  Random random(15);
  std::vector<ShingleSet> sets;
  for (size_t i = 0; i < count; ++i) {
    ShingleSet set;
    for (size_t s = 0; s < size; ++s) {
      const bool own = random.chance(0.1);
      set.push_back(own ? random.next() : mix((i / copies) * size + s));
    }
    set[0] = mix(random.below(1000) + (uint64_t{1} << 40));
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    sets.push_back(std::move(set));
  }
  return sets;
}

std::vector<Sketch> make_sketches(const std::vector<ShingleSet>& sets) {
  std::vector<Sketch> sketches;
  for (const ShingleSet& set : sets) {
    sketches.push_back(make_sketch(set, {}));
  }
  return sketches;
}

TemporaryFile::TemporaryFile(const std::string& content) {
  static int number = 0;
  const std::string name =
      "reprise_bench." + std::to_string(getpid()) + "." + std::to_string(number++) + ".jsonl";
  path_ = (std::filesystem::temp_directory_path() / name).string();
  std::ofstream(path_, std::ios::binary) << content;
}

TemporaryFile::~TemporaryFile() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

}  // namespace reprise::detail::bench

#include "support/records.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "reprise/near/similarity.h"
#include "reprise/words/tokenize.h"
#include "support/oracles.h"

namespace reprise::detail::support {
namespace {

// The records in the order of keeping.
std::vector<uint32_t> order_of(std::span<const Record> records, const KeepRule& rule,
                               const Normalisation& words) {
  std::vector<uint32_t> order(records.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t x, uint32_t y) {
    const Record &a = records[x], &b = records[y];
    switch (rule.kind) {
      case KeepRule::Kind::longest:
        return tokenize(a.text, words).size() > tokenize(b.text, words).size();
      case KeepRule::Kind::newest:
        return a.date > b.date;  // ISO 8601, and none is the empty string
      case KeepRule::Kind::largest: return a.score && (!b.score || *a.score > *b.score);
      case KeepRule::Kind::smallest: return a.score && (!b.score || *a.score < *b.score);
      case KeepRule::Kind::source:
      case KeepRule::Kind::first: break;
    }
    return false;
  });
  return order;
}

}  // namespace

std::vector<Record> make_records(size_t families, size_t most_copies, size_t most_words,
                                 Random& random) {
  static const Vocabulary vocabulary;
  std::vector<Record> records;
  for (size_t f = 0; f < families; ++f) {
    const Words original =
        make_words(most_words / 4 + random.below(most_words), vocabulary, random);
    const std::string bytes = write_text(original, random).bytes;
    for (uint64_t copies = 1 + random.below(most_copies); copies > 0; --copies) {
      Record record{bytes, "", std::nullopt, ""};
      const uint64_t kind = random.below(8);
      if (kind == 0) {
        record.text = write_text(original, random).bytes;
      } else if (kind == 1) {
        record.text = write_text(std::span(original).first(original.size() / 4 +
                                                           random.below(original.size()) * 3 / 4),
                                 random)
                          .bytes;
      } else if (kind > 2) {
        const double rate = std::array{0.002, 0.005, 0.01, 0.1, 0.3}[kind - 3];
        record.text =
            write_text(edited_copy(original, rate, vocabulary, random).words, random).bytes;
      }
      if (random.chance(0.8)) {
        record.date = std::to_string(2000 + random.below(30)) + "-0" +
                      std::to_string(1 + random.below(9)) + "-1" + std::to_string(random.below(10));
      }
      if (random.chance(0.8)) {
        record.score = static_cast<double>(random.below(40)) / 4 - 3;
      }
      if (random.chance(0.8)) {
        record.group = std::string(1, static_cast<char>('A' + random.below(3)));
      }
      records.push_back(std::move(record));
    }
  }
  for (const char* wordless : {"", "…", "", " - "}) {
    records.push_back({wordless, "", std::nullopt, ""});
  }
  for (size_t i = records.size(); i > 1; --i) {
    std::swap(records[i - 1], records[random.below(i)]);
  }
  return records;
}

std::string line_of(const Record& record) {
  nlohmann::ordered_json json;
  if (record.score) {
    json["score"] = *record.score;
  }
  json["text"] = record.text;
  if (!record.date.empty()) {
    json["date"] = record.date;
  }
  if (!record.group.empty()) {
    json["group"] = record.group;
  }
  return json.dump();
}

std::string lines_of(std::span<const Record> records) {
  std::string lines;
  for (const Record& record : records) {
    lines += line_of(record) + "\n";
  }
  return lines;
}

std::vector<Decision> decide_plainly(std::span<const Record> records, const DedupOptions& options) {
  const std::vector<uint32_t> order = order_of(records, options.keep, options.words);
  const auto count = static_cast<uint32_t>(records.size());
  const bool grouped = !options.within.empty();
  std::vector<ShingleSet> sets;  // from here on by place in the order
  std::vector<uint32_t> originals(count);
  for (uint32_t p = 0; p < count; ++p) {
    const Record& record = records[order[p]];
    sets.push_back(make_shingles(record.text, tokenize(record.text, options.words), options.words,
                                 options.shingles));
    originals[p] = p;
    for (uint32_t q = 0; q < p && originals[p] == p; ++q) {
      const Record& other = records[order[q]];
      if (other.text == record.text && (!grouped || other.group == record.group)) {
        originals[p] = q;
      }
    }
  }
  const auto similarity = [&](uint32_t kept, uint32_t p) {
    if (originals[kept] != kept || originals[p] != p) {
      return 0.0;
    }
    if (grouped && records[order[kept]].group != records[order[p]].group) {
      return 0.0;
    }
    const Similarity s =
        similarity_of({}, sets[kept].size(), sets[p].size(), count_shared(sets[kept], sets[p]));
    return options.measure == Measure::jaccard ? s.jaccard : s.b_in_a;
  };
  const auto represent =
      options.joining == Joining::chain ? chained_representatives : greedy_representatives;
  // A copy byte for byte is a document of its own here, which nothing is like; it takes over its
  // original's fate.
  const std::vector<uint32_t> representatives = represent(count, similarity, options.threshold);
  std::vector<Decision> decisions(count);
  for (uint32_t p = 0; p < count; ++p) {
    const uint32_t original = originals[p], kept = representatives[original];
    const double s = kept == original ? 1 : similarity(kept, original);
    decisions[order[p]] = {order[kept], static_cast<float>(s)};
  }
  return decisions;
}

}  // namespace reprise::detail::support

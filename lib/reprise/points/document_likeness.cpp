// Steps: each document's features are listed once each; those that several documents hold get
// numbers, values and lists of their documents; for each document, what it shares with each later
// one is summed up over the lists of its features.
//
//     0 "Orvik ferry sank"    1 "Orvik ferry late"    2 "sank"
//     features of several documents: orvik 0 1, ferry 0 1, sink 0 2, orvik-ferry 0 1
//     document 0 shares with 1: orvik, ferry; orvik-ferry      with 2: sink; no pair
//
// A feature that is there counts with its rarity, so the product of two vectors is the sum of the
// values, rarity times rarity, of what both hold.
#include "reprise/points/document_likeness.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

// A feature in more documents is left out, so that the cost stays in bounds.
constexpr size_t most_documents = 1000;

// Documents beside those of the collection that are taken to hold none of its features.
constexpr double documents_beside = 10;

// Of the likeness that comes from pairs of neighbours.
constexpr double share_of_pairs = 2.0 / 3;

// Of its value that a feature of one document alone counts with.
constexpr double share_of_lone_terms = 1;
constexpr double share_of_lone_pairs = 0.06;

// Of what the cosine of a short and a long document loses by their lengths: what is given back.
constexpr double share_of_length = 0.7;

// Different terms, of two documents the geometric mean. Two short articles of one story have few
// chances to say the same thing in the same words, so with fewer terms than enough they are made
// more alike, by this power of what is missing.
constexpr double enough_terms = 200;
constexpr double fewest_terms = 80;  // with fewer, nothing more is added
constexpr double power_of_brevity = 1.3;

constexpr double free_days = 3;
constexpr double most_days = 30;
constexpr double least_nearness = 0.5;

// Numbers are rounded to a billionth, so that the last bit of a processor's logarithm decides
// nothing.
double rounded(double value) {
  constexpr double steps = 1e9;
  return std::round(value * steps) / steps;
}

// A term by its number, or a pair of two with the highest bit set.
using Feature = uint64_t;
constexpr Feature pair_bit = Feature{1} << 63;
using Features = std::vector<Feature>;  // ascending, without repetition

enum Kind : uint8_t { term, pair };
constexpr size_t kinds = 2;

Kind kind_of(Feature feature) {
  return (feature & pair_bit) == 0 ? term : pair;
}

Feature pair_of(TermId a, TermId b) {
  const uint64_t low = std::min(a, b);
  const uint64_t high = std::max(a, b);
  return pair_bit | low << 32 | high;
}

// Returns the features of each document.
std::vector<Features> list_features(const StatementTable& table, std::span<const TextUnit> units,
                                    size_t documents) {
  std::vector<Features> features(documents);
  for (const Statement& statement : table.statements) {
    Features& own = features[units[statement.unit].document];
    for (size_t i = 0; i < statement.terms.size(); ++i) {
      const TermId id = statement.terms[i].id;
      own.push_back(id);
      if (i > 0 && statement.terms[i - 1].id != id) {
        own.push_back(pair_of(statement.terms[i - 1].id, id));
      }
    }
  }
  parallel_for(documents, [&](size_t d) { make_set(features[d]); });
  return features;
}

// Returns the value of a feature that so many documents hold: the square of its rarity.
double value_of(double documents, double holders) {
  const double rarity = std::log((documents + documents_beside) / (holders + 0.5));
  return rounded(rarity * rarity);
}

// The features that several documents hold, ascending.
struct FeatureIndex {
  Features features;
  std::vector<double> values;                    // beside them
  std::vector<std::vector<uint32_t>> documents;  // beside them: who holds it, ascending
};

FeatureIndex share(std::span<const Features> by_document, double documents) {
  std::vector<Features> lists(by_document.begin(), by_document.end());
  Features all = joined(lists);
  std::sort(all.begin(), all.end());
  FeatureIndex shared;
  for (size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    while (end < all.size() && all[end] == all[begin]) {
      ++end;
    }
    if (end - begin >= 2) {
      shared.features.push_back(all[begin]);
      shared.values.push_back(value_of(documents, static_cast<double>(end - begin)));
    }
  }
  shared.documents.resize(shared.features.size());
  return shared;
}

// What the length of a document's vector is worth where it is the longer one of two, and where it
// is the shorter one. In a cosine both are the length.
struct Length {
  double as_longer = 0;
  double as_shorter = 0;
};

Length length_of(double square) {
  return {rounded(std::pow(square, (1 - share_of_length) / 2)),
          rounded(std::pow(square, (1 + share_of_length) / 2))};
}

// A document as others see it.
struct DocumentVector {
  std::vector<uint32_t> shared;       // numbers in FeatureIndex, ascending
  std::array<Length, kinds> lengths;  // of its terms, of its pairs
  double terms = 0;                   // how many different ones it has
};

DocumentVector make_vector(const Features& features, const FeatureIndex& shared, double documents) {
  constexpr std::array<double, kinds> share_of_lone{share_of_lone_terms, share_of_lone_pairs};
  const double value_of_lone = value_of(documents, 1);
  DocumentVector vector;
  std::array<double, kinds> squares{};
  auto place = shared.features.begin();
  for (const Feature feature : features) {
    place = std::lower_bound(place, shared.features.end(), feature);
    const Kind kind = kind_of(feature);
    vector.terms += kind == term ? 1 : 0;
    if (place == shared.features.end() || *place != feature) {
      squares[kind] += share_of_lone[kind] * value_of_lone;
      continue;
    }
    const auto number = static_cast<uint32_t>(place - shared.features.begin());
    squares[kind] += shared.values[number];
    vector.shared.push_back(number);
  }
  vector.lengths = {length_of(squares[term]), length_of(squares[pair])};
  return vector;
}

// Returns the cosine of two vectors with the product, corrected for their lengths.
double alike(double product, const Length& a, const Length& b) {
  if (product <= 0) {
    return 0;
  }
  const Length& longer = a.as_longer >= b.as_longer ? a : b;
  const Length& shorter = a.as_longer >= b.as_longer ? b : a;
  return product / (longer.as_longer * shorter.as_shorter);
}

using Products = std::array<double, kinds>;  // of two documents: of their terms, of their pairs

// Returns what the document shares with itself and with each of those behind it.
std::vector<Products> products_with_later(size_t document, std::span<const DocumentVector> vectors,
                                          const FeatureIndex& shared) {
  std::vector<Products> products(vectors.size() - document);
  for (const uint32_t number : vectors[document].shared) {
    const std::vector<uint32_t>& holders = shared.documents[number];
    if (holders.size() > most_documents) {
      continue;
    }
    const Kind kind = kind_of(shared.features[number]);
    for (auto other = holders.rbegin(); other != holders.rend() && *other > document; ++other) {
      products[*other - document][kind] += shared.values[number];
    }
  }
  return products;
}

// Returns what the likeness of two documents is multiplied by because they are short.
double gain_of_brevity(double terms_of_a, double terms_of_b) {
  const double mean = std::sqrt(terms_of_a * terms_of_b);
  if (mean >= enough_terms) {
    return 1;
  }
  return std::pow(enough_terms / std::max(mean, fewest_terms), power_of_brevity);
}

double likeness_of(const Products& products, const DocumentVector& a, const DocumentVector& b) {
  const double by_terms = alike(products[term], a.lengths[term], b.lengths[term]);
  const double by_pairs = alike(products[pair], a.lengths[pair], b.lengths[pair]);
  const double mean = (1 - share_of_pairs) * by_terms + share_of_pairs * by_pairs;
  return rounded(std::min(1.0, mean * gain_of_brevity(a.terms, b.terms)));
}

// Returns the likenesses of the document and later ones that are not next to nothing.
std::vector<ScoredPair> compare_to_later(uint32_t document, std::span<const DocumentVector> vectors,
                                         const FeatureIndex& shared, DocumentDates dates,
                                         double least) {
  const std::vector<Products> products = products_with_later(document, vectors, shared);
  std::vector<ScoredPair> pairs;
  for (uint32_t i = 1; i < products.size(); ++i) {
    const uint32_t other = document + i;
    if (products[i][term] <= 0) {
      continue;
    }
    double likeness = likeness_of(products[i], vectors[document], vectors[other]);
    if (likeness >= least && !dates.empty()) {
      likeness *= nearness(dates[document], dates[other]);
    }
    if (likeness >= least) {
      pairs.push_back({document, other, likeness});
    }
  }
  return pairs;
}

}  // namespace

double nearness(const std::optional<DateRange>& a, const std::optional<DateRange>& b) {
  constexpr double seconds_of_day = 24 * 60 * 60;
  if (!a || !b) {
    return 1;
  }
  // What isn't known to the day may be as near as it can.
  const int64_t between = std::max({int64_t{0}, a->begin - b->end, b->begin - a->end});
  const double days = static_cast<double>(between) / seconds_of_day;
  const double far = std::clamp((days - free_days) / (most_days - free_days), 0.0, 1.0);
  return 1 - far * (1 - least_nearness);
}

std::vector<ScoredPair> compare_documents(const StatementTable& table,
                                          std::span<const TextUnit> units, size_t documents,
                                          DocumentDates dates, double least) {
  const std::vector<Features> features = list_features(table, units, documents);
  const auto count = static_cast<double>(std::count_if(
      features.begin(), features.end(), [](const Features& own) { return !own.empty(); }));
  FeatureIndex shared = share(features, count);
  std::vector<DocumentVector> vectors(documents);
  parallel_for(documents, [&](size_t d) { vectors[d] = make_vector(features[d], shared, count); });
  for (uint32_t d = 0; d < documents; ++d) {
    for (const uint32_t number : vectors[d].shared) {
      shared.documents[number].push_back(d);
    }
  }
  std::vector<std::vector<ScoredPair>> by_document(documents);
  parallel_for(documents, [&](size_t d) {
    by_document[d] = compare_to_later(static_cast<uint32_t>(d), vectors, shared, dates, least);
  });
  return joined(by_document);
}

}  // namespace reprise::detail

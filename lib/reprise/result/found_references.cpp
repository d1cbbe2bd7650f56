#include "reprise/result/found_references.h"

#include <algorithm>

#include "reprise/language/unit.h"

namespace reprise::detail {
namespace {

// Says of each document, or of each unit, whether it stays, and then which number it has.
template <class Number>
class NewNumbers {
 public:
  explicit NewNumbers(size_t count) : stays_(count), number_(count) {}

  void keep(Number old) { stays_[old] = 1; }
  bool stays(size_t old) const { return stays_[old] != 0; }

  void count() {
    size_t next = 0;
    for (size_t old = 0; old < stays_.size(); ++old) {
      number_[old] = Number(next);
      next += stays(old) ? 1U : 0U;
    }
  }

  void set(Number& old) const { old = number_[old]; }

 private:
  std::vector<char> stays_;
  std::vector<Number> number_;
};

using DocumentNumbers = NewNumbers<DocumentId>;
using UnitNumbers = NewNumbers<UnitId>;

DocumentNumbers documents_that_stay(const Result& result) {
  DocumentNumbers numbers(result.documents.size());
  for (DocumentId d; d < *result.first_reference; ++d) {
    numbers.keep(d);
  }
  for (const Passage& passage : result.passages) {
    numbers.keep(result.units[passage.unit_a].document);
    numbers.keep(result.units[passage.unit_b].document);
  }
  for (const Similarity& similar : result.pairs) {
    numbers.keep(similar.pair.a);
    numbers.keep(similar.pair.b);
  }
  numbers.count();
  return numbers;
}

UnitNumbers units_that_stay(const Result& result, const DocumentNumbers& documents) {
  UnitNumbers numbers(result.units.size());
  for (UnitId u; u < result.units.size(); ++u) {
    if (documents.stays(result.units[u].document)) {
      numbers.keep(u);
    }
  }
  numbers.count();
  return numbers;
}

template <class Value>
void keep_entries(const DocumentNumbers& numbers, std::vector<Value>& of_documents) {
  std::vector<Value> kept;
  for (size_t d = 0; d < of_documents.size(); ++d) {
    if (numbers.stays(d)) {
      kept.push_back(std::move(of_documents[d]));
    }
  }
  of_documents = std::move(kept);
}

void number_documents(const DocumentNumbers& numbers, Result& result) {
  keep_entries(numbers, result.documents);
  keep_entries(numbers, result.original);
  keep_entries(numbers, result.bytes);
  keep_entries(numbers, result.words);
  keep_entries(numbers, result.cluster_of);
  keep_entries(numbers, result.reuse);
  for (DocumentId& original : result.original) {
    numbers.set(original);
  }
  for (Reuse& reuse : result.reuse) {
    for (Reuse::Source& source : reuse.sources) {
      numbers.set(source.document);
    }
  }
  for (Similarity& similar : result.pairs) {
    numbers.set(similar.pair.a);
    numbers.set(similar.pair.b);
  }
}

// Leaves the units of documents that stay. REQUIRES: their documents have their old numbers.
void keep_units(const UnitNumbers& numbers, const DocumentNumbers& documents, Result& result) {
  std::vector<TextUnit> kept;
  for (size_t u = 0; u < result.units.size(); ++u) {
    if (numbers.stays(u)) {
      documents.set(result.units[u].document);
      kept.push_back(std::move(result.units[u]));
    }
  }
  result.units = std::move(kept);
}

// Lets the units look at the texts where these stand now.
void point_at_texts(Result& result) {
  Normalisation rules = result.options.words;
  rules.drop_punctuation = true;
  for (TextUnit& unit : result.units) {
    const Document& document = result.documents[unit.document];
    unit.text = unit.field == Field::title ? *document.title : document.text;
    if (unit.decoded) {
      read_words(unit, rules);
    }
  }
}

void number_units(const UnitNumbers& numbers, Result& result) {
  std::erase_if(result.ignored, [&](const PassageSpan& span) { return !numbers.stays(span.unit); });
  for (PassageSpan& span : result.ignored) {
    numbers.set(span.unit);
  }
  for (Passage& passage : result.passages) {
    numbers.set(passage.unit_a);
    numbers.set(passage.unit_b);
  }
  for (PassageCluster& cluster : result.passage_clusters) {
    numbers.set(cluster.core.unit);
    for (PassageSpan& span : cluster.spans) {
      numbers.set(span.unit);
    }
  }
  for (SuppressedPassages& suppressed : result.suppressed) {
    numbers.set(suppressed.example.unit);
  }
}

}  // namespace

void keep_found_references(Result& result) {
  const DocumentNumbers documents = documents_that_stay(result);
  const UnitNumbers units = units_that_stay(result, documents);
  number_units(units, result);
  keep_units(units, documents, result);
  number_documents(documents, result);
  point_at_texts(result);
}

}  // namespace reprise::detail

// The documents of a saved report, and what stands beside them in a result.
//
//     1. each document by its rows (document_shapes.h), in order: what one says of others is of
//        such as came before it
//     2. its text against its bytes, its place among the references
//     3. the words, found again in all texts at once; and against the number that the report says
//
// Of three documents, the last with "same_as": 0, there are two units of text, and those of titles;
// the copy shares the words of the first, and has a unit of its own where passages may name it.
//
// Cost: that of finding the words, in parallel; the rest is linear.
#include "reprise/report/json/read_documents.h"

#include "reprise/language/languages.h"
#include "reprise/report/json/document_shapes.h"
#include "reprise/result/offsets.h"

namespace reprise::detail {
namespace {

void make_room(Result& result, size_t documents) {
  const Parts& parts = result.options.parts;
  result.documents.resize(documents);
  result.bytes.resize(documents);
  result.words.resize(documents);
  result.cluster_of.resize(documents);
  result.original.resize(documents);
  result.stories.resize(parts.points || parts.matrices ? documents : 0);
  result.reuse.resize(parts.passages ? documents : 0);
}

// Holds the text against the bytes that the document says it has on disk.
void check_text(const JsonNode& node, Document& document, const Reading& r) {
  if (!r.notes.fits) {
    const JsonNode broken = node["broken"];
    broken.fail("does not fit the text");
  }
  const JsonNode bytes = node["bytes"];
  const uint64_t size = r.result.bytes[r.number];
  const bool is_utf16 = document.encoding != Encoding::utf8 && document.encoding != Encoding::other;
  document.half_unit = is_utf16 && size % 2 == 1;
  if (document.half_unit && !document.text.ends_with("\xEF\xBF\xBD")) {
    bytes.fail("is odd for UTF-16");
  }
  if (bytes_on_disk(document) != size) {
    bytes.fail("does not fit the text");
  }
}

void check_reference(const JsonNode& node, Reading& r) {
  std::optional<DocumentId>& first = r.result.first_reference;
  if (r.notes.is_reference) {
    first = first.value_or(DocumentId(r.number));
  } else if (first) {
    node.fail("is no reference, but stands behind one, and references come last");
  }
}

void check_reuse(const JsonNode& node, const Reading& r) {
  if (!r.result.options.parts.passages) {
    return;
  }
  const JsonNode reuse = node["reuse"];
  if (r.result.reuse[r.number].words > 0 && r.result.reuse[r.number].sources.empty()) {
    reuse.fail("has words, but no document that they stand in");
  }
}

// Reads one document; returns whether it holds its text.
bool read_document(const JsonNode& node, size_t number, Reading& r) {
  Document& document = r.result.documents[number];
  r.number = number;
  r.notes = {};
  r.result.original[number] = DocumentId(number);
  read_object(node, document_shape, document, r);
  if (r.notes.has_text) {
    check_text(node, document, r);
  }
  check_reference(node, r);
  check_reuse(node, r);
  return r.notes.has_text;
}

// Makes the units of texts and titles. Returns for each document the unit of its text, or of its
// original's.
std::vector<UnitId> add_units(Result& result) {
  const auto count = static_cast<uint32_t>(result.documents.size());
  std::vector<DocumentId> originals;
  std::vector<UnitId> unit_of(count);
  for (DocumentId d; d < count; ++d) {
    if (result.original[d] == d) {
      unit_of[d] = UnitId(originals.size());
      originals.push_back(d);
    }
  }
  result.units = make_units(result.documents, originals, result.options.words);
  add_languages(result.units, result.options.points.language);
  result.units.reserve(result.units.size() + count - originals.size());
  const Parts& parts = result.options.parts;
  const uint32_t least_words = result.options.passages.least_words;
  for (DocumentId d; d < count; ++d) {
    if (result.original[d] == d) {
      continue;
    }
    unit_of[d] = unit_of[result.original[d]];
    const TextUnit& same = result.units[unit_of[d]];
    const bool passages_may_name_it =
        parts.passages && result.words[d] >= least_words && !same.tokens.empty();
    if (passages_may_name_it) {
      result.units.push_back(
          {d, Field::text, same.text, same.tokens, {}, same.language, same.decoded});
    }
  }
  return unit_of;
}

}  // namespace

bool read_reported_documents(const JsonNode& list, Reading& reading) {
  Result& result = reading.result;
  list.each([&](const JsonNode&, size_t) { ++reading.documents; });
  make_room(result, reading.documents);
  bool texts = false;
  list.each([&](const JsonNode& node, size_t d) {
    const bool has_text = read_document(node, d, reading);
    texts = d == 0 ? has_text : texts;
    if (has_text != texts) {
      node.fail(texts ? "has no text, as others have" : "has a text, which others lack");
    }
  });
  const std::vector<UnitId> unit_of = add_units(result);
  if (!texts) {
    return false;
  }
  // Another count means other words, and places that lie elsewhere.
  list.each([&](const JsonNode& node, size_t d) {
    const size_t words = result.units[unit_of[d]].tokens.size();
    if (result.words[d] != words) {
      const JsonNode said = node["words"];
      said.fail("does not fit the text, which has " + std::to_string(words),
                "write the report again with this version");
    }
  });
  return true;
}

}  // namespace reprise::detail

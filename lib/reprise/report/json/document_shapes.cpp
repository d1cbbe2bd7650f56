// How the rows of a document are got and read, where that is more than a member.
//
// The text is the hard one: a report shows each broken run as one U+FFFD, and says beside it where
// these runs were. Of "caf\xE9 au lait" it has
//
//     "bytes": 12, "broken": [[3, 1]], "text": "caf\uFFFD au lait"
//
// and read_text puts a run of one byte back at byte 3, if the text then has its 12 bytes. Which
// byte stood there is not known any more. Cost: linear in the text.
#include "reprise/report/json/document_shapes.h"

#include <algorithm>

#include "reprise/corpus/references.h"
#include "reprise/io/charset.h"

namespace reprise::detail {

std::optional<ClusterId> cluster_of_document(const Document&, const Writing& w) {
  return w.result.options.parts.matrices ? w.result.cluster_of[w.number] : std::nullopt;
}

std::optional<StoryId> story_of_document(const Document&, const Writing& w) {
  const Parts& parts = w.result.options.parts;
  return parts.points || parts.matrices ? std::optional(w.result.stories[w.number]) : std::nullopt;
}

bool is_reference(const Document&, const Writing& w) {
  return is_reference(DocumentId(w.number), w.result.first_reference);
}

const Reuse* reuse_of_document(const Document&, const Writing& w) {
  return w.result.options.parts.passages ? &w.result.reuse[w.number] : nullptr;
}

std::optional<std::string_view> unusual_encoding(const Document& document) {
  switch (document.encoding) {
    case Encoding::utf8: return std::nullopt;
    case Encoding::other: return document.charset;
    case Encoding::utf16_little_endian:
    case Encoding::utf16_big_endian: break;
  }
  return names_of(document.encoding)[static_cast<size_t>(document.encoding)];
}

std::optional<std::string_view> format_of_extracted(const Document& document) {
  return document.extracted.empty() ? std::nullopt
                                    : std::optional<std::string_view>(document.extracted);
}

std::vector<std::pair<uint64_t, uint64_t>> runs_of_document(const Document& document,
                                                            const Writing& w) {
  std::vector<std::pair<uint64_t, uint64_t>> runs;
  if (w.options.text) {
    for (const Span& run : broken_runs(document.text)) {
      runs.emplace_back(run.begin, run.size());
    }
  }
  return runs;
}

std::optional<DocumentId> original_of_document(const Document&, const Writing& w) {
  const DocumentId original = w.result.original[w.number];
  return original == w.number ? std::nullopt : std::optional(original);
}

std::optional<std::string_view> text_of_document(const Document& document, const Writing& w) {
  return w.options.text ? std::optional<std::string_view>(document.text) : std::nullopt;
}

void read_encoding(const JsonNode& node, Document& document, Reading&) {
  const std::string name(node.text());
  const auto names = names_of(Encoding());
  const auto known = std::find(names.begin(), names.end(), name);
  document.encoding = Encoding::other;
  if (known != names.end()) {
    document.encoding = static_cast<Encoding>(known - names.begin());
  } else if (is_charset(name)) {
    document.charset = name;
  } else {
    node.fail("is no encoding that is known here");
  }
}

// Reports of matrices alone did not always say it: then all documents have one story together.
void read_story(const JsonNode& node, Document&, Reading& r) {
  const StoryId story(node.index(r.documents));
  if (!r.result.stories.empty()) {
    r.result.stories[r.number] = story;
  }
}

void read_runs(const JsonNode& node, Document&, Reading& r) {
  node.each([&](const JsonNode& run, size_t) {
    const auto [begin, length] = run.items<2>();
    const uint64_t at = begin.count();
    const uint64_t end = at + length.count();
    if (end > UINT32_MAX) {
      run.fail("lies beyond the end of a text");
    }
    r.notes.broken.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
  });
  r.notes.has_broken = true;
}

// What it holds is wanted as it was written: its numbers may be larger than those of a computer.
void read_extra(const JsonNode& node, Document& document, Reading& r) {
  const std::optional<std::string> extra = r.tree.verbatim(r.number);
  if (!extra) {
    node.fail("is no object");
  }
  document.extra = *extra;
}

// A report of a few bytes could ask for gigabytes: no text that is one holds so many broken bytes.
void check_room(const JsonNode& node, uint64_t more, Reading& r) {
  constexpr uint64_t most = uint64_t{256} << 20;  // in all documents
  if (more > most - r.restored) {
    node.fail("asks for more than 256 MiB of broken bytes");
  }
  r.restored += more;
}

// Whether the text comes out at its bytes is known before it is made.
void read_text(const JsonNode& node, Document& document, Reading& r) {
  const std::string_view shown = node.text();
  r.notes.has_text = true;
  if (!r.notes.has_broken) {
    document.text = shown;
    return;
  }
  uint64_t size = shown.size();
  uint64_t restored = 0;
  for (const Span& run : r.notes.broken) {
    size += run.size() - replacement_utf8.size();
    restored += run.size();
  }
  std::optional<std::string> as_read;
  if (size == r.result.bytes[r.number]) {
    check_room(node, restored, r);
    as_read = with_broken_runs(shown, r.notes.broken);
  }
  r.notes.fits = as_read.has_value();
  document.text = std::move(as_read).value_or("");
}

void read_original(const JsonNode& node, Document& document, Reading& r) {
  const DocumentId first(node.index(r.number));
  const bool is_first = r.result.original[first] == first;
  if (!is_first || r.result.documents[first].text != document.text) {
    node.fail("is no document with the same text, the first of these");
  }
  r.result.original[r.number] = first;
}

}  // namespace reprise::detail

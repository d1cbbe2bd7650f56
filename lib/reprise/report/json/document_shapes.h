// The keys of a document, of what stands in others of it, and of a problem.
#pragma once

#include "reprise/error.h"
#include "reprise/report/json/broken_runs.h"
#include "reprise/report/json/context.h"
#include "reprise/report/json/fields.h"

namespace reprise::detail {

inline constexpr auto problem_shape =
    shape("problem", "Something wrong with one input.",
          field("where", "FILE or FILE:LINE.", some_text, &Problem::where),
          field("what", "What is wrong.", some_text, &Problem::what),
          field("remedy", "What to do about it.", any_text, &Problem::remedy),
          field("rejected", "Whether something is missing from the result because of it.", flag,
                &Problem::rejected));

// Returns the share that so many words are of the document that is written.
inline double share_of_words(uint32_t words, const Writing& w) {
  return words == 0 ? 0.0 : static_cast<double>(words) / w.result.words[w.number];
}

// Reads words of a document: not more than it has.
inline uint32_t words_of_document(const JsonNode& node, const Reading& r) {
  return static_cast<uint32_t>(node.count(r.result.words[r.number]));
}

inline constexpr auto reuse_source_shape =
    shape("reuse_source",
          "Another document that words of this one stand in too; no claim about which was first.",
          field("document", "The other document.", document_number, &Reuse::Source::document),
          field("words", "Words of this one that stand in it too.", whole, &Reuse::Source::words,
                [](const JsonNode& node, Reuse::Source& source, Reading& r) {
                  source.words = words_of_document(node, r);
                }),
          derived("share", "Their share of this one's words.", share,
                  [](const Reuse::Source& source, const Writing& w) {
                    return share_of_words(source.words, w);
                  }));

inline constexpr auto reuse_shape = shape(
    "reuse", "How much of a document's text stands in others, where passages were sought.",
    field("words", "Words that lie in passages, each counted once.", whole, &Reuse::words,
          [](const JsonNode& node, Reuse& reuse, Reading& r) {
            reuse.words = words_of_document(node, r);
          }),
    derived("share", "Their share of its words.", share,
            [](const Reuse& reuse, const Writing& w) { return share_of_words(reuse.words, w); }),
    field("sources", "The other documents that its words stand in, those with most of them first.",
          list(object<reuse_source_shape>), &Reuse::sources));

// What a document's rows get and how they are read, where that is more than a member.
std::optional<ClusterId> cluster_of_document(const Document& document, const Writing& w);
std::optional<StoryId> story_of_document(const Document& document, const Writing& w);
bool is_reference(const Document& document, const Writing& w);
const Reuse* reuse_of_document(const Document& document, const Writing& w);
std::optional<std::string_view> unusual_encoding(const Document& document);
std::optional<std::string_view> format_of_extracted(const Document& document);
std::vector<std::pair<uint64_t, uint64_t>> runs_of_document(const Document& document,
                                                            const Writing& w);
std::optional<DocumentId> original_of_document(const Document& document, const Writing& w);
std::optional<std::string_view> text_of_document(const Document& document, const Writing& w);
void read_story(const JsonNode& node, Document& document, Reading& r);
void read_encoding(const JsonNode& node, Document& document, Reading& r);
void read_runs(const JsonNode& node, Document& document, Reading& r);
void read_extra(const JsonNode& node, Document& document, Reading& r);
void read_text(const JsonNode& node, Document& document, Reading& r);
void read_original(const JsonNode& node, Document& document, Reading& r);

inline constexpr auto document_shape = shape(
    "document", "One document.",
    field("id",
          "The record's own id, else the path relative to the folder given, else FILE:LINE; may "
          "repeat.",
          any_text, &Document::id),
    field("where", "FILE or FILE:LINE: always names this document.", some_text, &Document::where),
    field("title", "Its title.", any_text, &Document::title).or_null(),
    field("source", "Who published it: a newspaper, a site, an agency.", any_text,
          &Document::source)
        .or_null(),
    field("date", "When it was published, as ISO 8601.", Text{0, "^[0-9]{4}"}, &Document::date)
        .or_null(),
    field("url", "Where it was published.", any_text, &Document::url).or_null(),
    field("bytes",
          "Length of its text: bytes of the file on disk; for JSONL, of the decoded field's UTF-8; "
          "of a text that was taken out, its own.",
          whole, beside(&Result::bytes)),
    field("words", "Words of its text.", whole, beside(&Result::words)),
    derived("cluster", "The cluster of near-duplicates that it is in.", whole, cluster_of_document)
        .or_null(),
    field("story",
          "The story that it tells, where points or matrices were sought: numbered by their first "
          "document.",
          whole, story_of_document, read_story)
        .if_any(),
    field("reference", "It is a reference, with which the others were compared.", only_true,
          is_reference,
          [](const JsonNode& node, Document&, Reading& r) { r.notes.is_reference = node.flag(); })
        .if_any(),
    field("reuse", "How much of its text stands in other documents, where passages were sought.",
          object<reuse_shape>, reuse_of_document,
          [](const JsonNode& node, Document&, Reading& r) {
            if (r.result.options.parts.passages) {
              read_object(node, reuse_shape, r.result.reuse[r.number], r);
            }
          })
        .if_any(),
    field("encoding",
          "How its file lies on disk, if not as UTF-8: utf-16le, utf-16be, or the name of another "
          "encoding.",
          some_text, unusual_encoding, read_encoding)
        .if_any(),
    field(
        "extracted",
        "The format that its text was taken out of, such as html; places count in that text then, "
        "and not in the file.",
        some_text, format_of_extracted,
        [](const JsonNode& node, Document& document, Reading&) {
          document.extracted = node.text();
        })
        .if_any(),
    field("broken",
          "Runs of broken UTF-8, each of which the text shows as one U+FFFD: the first byte on "
          "disk, and how many there are.",
          list(two(whole), 1), runs_of_document, read_runs)
        .if_any(),
    field("same_as",
          "The first document with the same bytes, if that is another one: it stands for this one "
          "in passages and points.",
          whole, original_of_document, read_original)
        .if_any()
        .late(),
    field("extra",
          "The fields of its record, or the columns of its table, that Reprise doesn't know.",
          verbatim, &Document::extra, read_extra),
    field("text",
          "Its text, broken UTF-8 shown as U+FFFD; in compare's report, unless --no-text left it "
          "out.",
          any_text, text_of_document, read_text)
        .if_any());

}  // namespace reprise::detail

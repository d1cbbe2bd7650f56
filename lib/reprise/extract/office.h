// Office files: Word (.docx), OpenDocument (.odt, .odp), EPUB books and presentations (.pptx).
//
// All are zip archives of XML. What is told apart here is what they hold, not what they are called:
//
//     [Content_Types].xml names "wordprocessingml.document.main+xml"       a Word file
//     a member "mimetype" of "application/vnd.oasis.opendocument.text"     an OpenDocument text
//
// The text is what a reader reads: paragraphs, headings, list items, cells, each of its own;
// footnotes and text boxes behind the paragraph that they belong to, or (Word) at the end. Out stay
// tracked deletions, comments, hidden text, codes of fields, headers and footers, tables of
// contents, numbers of notes and pages. Insertions that nobody has accepted yet are in.
//
// `title` and "author" come from the properties. `date` is when the file was last saved, since only
// then the text stood as it does; when it was begun, programs copy along from older files: that is
// "created". Of books it is when they were published, and `source` is the publisher.
//
// Limits: those of zip_members.h, of xml_walk.h, and ExtractOptions::most_text; a file that breaks
// one gives a problem and no document. What comes before a damage is kept.
//
// Cost: about 100 MB of XML a second, and the memory of the text. Any thread.
#pragma once

#include <string>
#include <string_view>

#include "reprise/extract/extracted.h"

namespace reprise::detail {

enum class OfficeKind {
  none,         // no office file, as far as its members tell
  word,         // .docx, .docm, .dotx
  text,         // .odt, .ott
  slides,       // .pptx, .ppsx
  open_slides,  // .odp
  book,         // .epub
  sheet,        // .xlsx, .ods: not read
  old_office    // .doc, .xls, .ppt, and encrypted ones of any kind: not read
};

// Returns what the bytes of a whole file hold. Cost: that of reading the archive's list of members.
OfficeKind office_kind(std::string_view bytes);

// Returns the document of an office file, or why it is not read, and what to do.
Extraction extract_office(std::string_view bytes, const std::string& name,
                          const ExtractOptions& options);

}  // namespace reprise::detail

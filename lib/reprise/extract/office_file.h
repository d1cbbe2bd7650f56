// What the readers of office files share: the archive, the text that is put together, and what went
// wrong on the way.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/extract/extracted.h"
#include "reprise/extract/paragraphs.h"
#include "reprise/extract/xml_walk.h"
#include "reprise/extract/zip_members.h"

namespace reprise::detail {

// One thread at a time.
struct OfficeFile {
  ZipMembers members;
  Paragraphs text;
  Extracted document;
  std::vector<std::string> damages = {};  // "word/document.xml, line 3: …"

  OfficeFile(std::string_view bytes, const ExtractOptions& options);

  // Tells the visitor of a member; of nothing if it isn't there. What is wrong with it becomes a
  // damage. Throws Refused.
  void walk(const std::string& member, XmlVisitor& visitor);
  // The same, but throws Refused also if it isn't there: "is a Word file without its text …".
  void walk_main(std::string_view kind, const std::string& member, XmlVisitor& visitor);
};

// One line of a part's .rels file.
struct Relationship {
  std::string id, type, target;  // the target is the name of a member
};

// Returns what a part leads to inside the file; empty: the file itself.
std::vector<Relationship> relationships_of(OfficeFile& file, const std::string& part);

// Returns the target of the first relationship whose type ends in `kind`; otherwise `otherwise`.
std::string target_of(const std::vector<Relationship>& all, std::string_view kind,
                      std::string_view otherwise);

// Returns the name of the member that `target` means in the folder of `part`: "../a.xml" in
// "ppt/slides/1.xml" is "ppt/a.xml".
std::string member_at(std::string_view part, std::string_view target);

// Collects the texts of elements without children, by name: {"title": ["Ferry"]}.
class LeafTexts : public XmlVisitor {
 public:
  bool begin(const XmlTag& tag) override;
  void end(const XmlTag& tag) override;
  void text(std::string_view piece) override;

  // Returns the first text that one of the elements has, blanks collapsed; empty: none.
  std::string first(std::initializer_list<std::string_view> names) const;
  const std::vector<std::string>& all(const std::string& name) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> texts_;
  std::string open_;
  size_t size_ = 0;
};

// Fills title, date and author from docProps/core.xml or meta.xml.
void read_properties(OfficeFile& file, const std::string& member);

// The readers: each fills file.text and file.document. Throw Refused.
void read_word(OfficeFile& file);
void read_open_document(OfficeFile& file);
void read_slides(OfficeFile& file);
void read_book(OfficeFile& file);

}  // namespace reprise::detail

// Which kind a file is, and what is said of those that are not read, stands in tables; each kind
// that is read has a reader in a file of its own (docx.cpp, odt.cpp, pptx.cpp, epub.cpp).
//
// Source: ECMA-376, part 2 (content types); OpenDocument 1.3, part 2, and OCF 3.3 (the member
// "mimetype"); MS-CFB and MS-OFFCRYPTO (old and encrypted office files).
#include "reprise/extract/office.h"

#include <algorithm>
#include <utility>

#include "reprise/base/utf8.h"
#include "reprise/extract/office_file.h"
#include "reprise/extract/refused.h"

namespace reprise::detail {
namespace {

using namespace std::string_view_literals;

constexpr size_t most_of_types = 1 << 20;  // bytes of [Content_Types].xml that are looked at

struct KindSign {
  std::string_view sign;
  OfficeKind kind;
};

// How the member "mimetype" begins; the first row that fits counts.
constexpr KindSign mimetypes[] = {
    {"application/vnd.oasis.opendocument.text", OfficeKind::text},
    {"application/vnd.oasis.opendocument.presentation", OfficeKind::open_slides},
    {"application/vnd.oasis.opendocument.spreadsheet", OfficeKind::sheet},
    {"application/epub+zip", OfficeKind::book},
};

// What [Content_Types].xml says of the main part.
constexpr KindSign content_types[] = {
    {"wordprocessingml.document.main+xml", OfficeKind::word},
    {"wordprocessingml.template.main+xml", OfficeKind::word},
    {"ms-word.document.macroEnabled.main+xml", OfficeKind::word},
    {"ms-word.template.macroEnabledTemplate.main+xml", OfficeKind::word},
    {"presentationml.presentation.main+xml", OfficeKind::slides},
    {"presentationml.slideshow.main+xml", OfficeKind::slides},
    {"presentationml.template.main+xml", OfficeKind::slides},
    {"ms-powerpoint.presentation.macroEnabled.main+xml", OfficeKind::slides},
    {"spreadsheetml.sheet.main+xml", OfficeKind::sheet},
    {"spreadsheetml.template.main+xml", OfficeKind::sheet},
    {"ms-excel.sheet.", OfficeKind::sheet},
};

// Members that say it where nothing else does.
constexpr KindSign members_of_kinds[] = {
    {"word/document.xml", OfficeKind::word},
    {"ppt/presentation.xml", OfficeKind::slides},
    {"xl/workbook.xml", OfficeKind::sheet},
    {"META-INF/container.xml", OfficeKind::book},
};

// What is none of these, or none of ours.
constexpr std::string_view old_office_magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::string_view encrypted_package = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;

OfficeKind kind_of(ZipMembers& members) {
  const std::string mimetype = members.head("mimetype", 100);
  for (const auto& [sign, kind] : mimetypes) {
    if (mimetype.starts_with(sign)) {
      return kind;
    }
  }
  const std::string types = members.head("[Content_Types].xml", most_of_types);
  for (const auto& [sign, kind] : content_types) {
    if (types.find(sign) != types.npos) {
      return kind;
    }
  }
  for (const auto& [sign, kind] : members_of_kinds) {
    if (members.holds(std::string(sign))) {
      return kind;
    }
  }
  return OfficeKind::none;
}

Refused unread(OfficeKind kind, std::string_view bytes) {
  if (kind == OfficeKind::old_office && bytes.find(encrypted_package) != bytes.npos) {
    return {"is encrypted", "save it without a password"};
  }
  if (kind == OfficeKind::old_office) {
    return {"is an old office file, which is not read",
            "convert it with soffice --convert-to docx"};
  }
  if (kind == OfficeKind::sheet) {
    return {"is a spreadsheet, which is not read",
            "save it as CSV, or convert it with soffice --convert-to csv"};
  }
  if (bytes.starts_with("PK")) {
    return {"is a zip archive that is damaged, or no office file",
            "save it anew in the program that made it; if it is an archive, unpack it"};
  }
  return {"is no office file: it is no zip archive",
          "save it anew in the program that made it; if it is a text, call it .txt"};
}

void read(OfficeKind kind, OfficeFile& file, std::string_view bytes) {
  switch (kind) {
    case OfficeKind::word: read_word(file); break;
    case OfficeKind::text:
    case OfficeKind::open_slides: read_open_document(file); break;
    case OfficeKind::slides: read_slides(file); break;
    case OfficeKind::book: read_book(file); break;
    default: throw unread(kind, bytes);
  }
}

// What is said of a file that was read as far as it can be.
void report_damages(OfficeFile& file, const std::string& name, Extraction& out) {
  if (!file.damages.empty()) {
    out.problems.push_back({name, "is damaged: " + repaired_utf8(file.damages.front()),
                            "what came before is kept; save it anew in the program that made it",
                            true});
  } else if (file.document.text.empty()) {
    out.problems.push_back(
        {name, "holds no text", "if it holds pictures of text, let tesseract read them", true});
  }
}

OfficeKind kind_of(std::string_view bytes, ZipMembers& members) {
  if (bytes.starts_with(old_office_magic)) {
    return OfficeKind::old_office;
  }
  return members.is_zip() ? kind_of(members) : OfficeKind::none;
}

}  // namespace

OfficeKind office_kind(std::string_view bytes) {
  try {
    ZipMembers members(bytes, UINT64_MAX);
    return kind_of(bytes, members);
  } catch (const Refused&) {
    return OfficeKind::none;
  }
}

Extraction extract_office(std::string_view bytes, const std::string& name,
                          const ExtractOptions& options) {
  Extraction out;
  try {
    OfficeFile file(bytes, options);
    read(kind_of(bytes, file.members), file, bytes);
    file.document.text = file.text.take();
    report_damages(file, name, out);
    if (!file.document.text.empty()) {
      out.documents.push_back(std::move(file.document));
    }
  } catch (const Refused& refused) {
    out.problems.push_back({name, repaired_utf8(refused.what), refused.remedy, true});
  }
  return out;
}

}  // namespace reprise::detail

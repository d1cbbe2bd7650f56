// Which format the first bytes are of.
//
//     1. Rows are asked in their order: magic bytes at a place, and what else a row demands, so
//        that a text that happens to begin with "PAR1" or "GIF89a" stays a text.
//     2. What no row knows is foreign all the same if it holds NUL and much else that no text does.
//
// Example: "PK\3\4" and, in the name of an entry, "word/": a Word file, a row before the zip.
// Counter-examples: UTF-16 without its mark has a NUL in every second byte, always on the same
// side: that is a text. Windows-1252 has bytes that are no UTF-8, but no NUL: a text as well.
//
// Sources: the magic bytes are those of the formats' own specifications; that a tar header's
// checksum counts its own eight bytes as blanks is from POSIX.1 (pax, ustar interchange format).
#include "reprise/corpus/foreign.h"

#include <algorithm>

#include "reprise/corpus/text_file.h"
#include "reprise/io/charset.h"

namespace reprise::detail {
namespace {

using namespace std::string_view_literals;

bool is_control(char c) {
  const auto code = static_cast<unsigned char>(c);
  const bool blank_or_escape = (code >= 0x07 && code <= 0x0D) || code == 0x1B;
  return code < 0x20 && !blank_or_escape;
}

// Beside magic bytes that are letters: what follows them is no text.
bool no_text(std::string_view head) {
  return std::any_of(head.begin(), head.begin() + std::min<ptrdiff_t>(std::ssize(head), 64),
                     is_control);
}

bool holds(std::string_view head, std::string_view part) {
  return head.find(part) != head.npos;
}

bool is_word(std::string_view head) {
  return holds(head, "word/");
}

bool is_sheet(std::string_view head) {
  return holds(head, "xl/workbook") || holds(head, "xl/worksheets");
}

bool is_slides(std::string_view head) {
  return holds(head, "ppt/");
}

bool is_office(std::string_view head) {
  return holds(head, "[Content_Types].xml");
}

bool is_open_document(std::string_view head) {
  return holds(head, "mimetypeapplication/vnd.oasis.opendocument");
}

bool is_open_sheet(std::string_view head) {
  return holds(head, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
}

bool is_epub(std::string_view head) {
  return holds(head, "mimetypeapplication/epub+zip");
}

bool is_mhtml(std::string_view head) {
  return holds(head, "multipart/related");
}

bool is_webp(std::string_view head) {
  return head.substr(std::min<size_t>(8, head.size())).starts_with("WEBP");
}

// A header of 512 bytes with its sum in octal digits.
bool is_tar(std::string_view head) {
  constexpr size_t header = 512;
  constexpr size_t sum_begin = 148;
  constexpr size_t sum_end = 156;
  if (head.size() < header) {
    return false;
  }
  unsigned sum = 0;
  unsigned written = 0;
  for (size_t i = 0; i < header; ++i) {
    const bool of_sum = i >= sum_begin && i < sum_end;
    sum += static_cast<unsigned char>(of_sum ? ' ' : head[i]);
  }
  for (const char c : head.substr(sum_begin, sum_end - sum_begin)) {
    if (c >= '0' && c <= '7') {
      written = 8 * written + static_cast<unsigned>(c - '0');
    }
  }
  return sum == written;
}

struct ForeignFormat {
  std::string_view what;                   // "is …, which is not read"
  std::string_view endings;                // of files in a folder, with blanks between them
  size_t place;                            // of the magic bytes
  std::string_view magic;                  // empty: only the ending is known
  bool (*demands)(std::string_view head);  // nullptr: nothing but the magic bytes
  std::string_view remedy;                 // * stands for "it", or for the ending
};

constexpr std::string_view from_mail = "save the mails of * as text or HTML";
constexpr std::string_view as_page = "save * as HTML, without its pictures";
constexpr std::string_view from_pages = "export * as .docx or PDF";
constexpr std::string_view office = "convert * with soffice --convert-to docx";
constexpr std::string_view as_pdf = "let its name end with .pdf, or use --format pdf";
constexpr std::string_view as_office =
    "let its name end with .docx or alike, or use --format office";
constexpr std::string_view unpack = "unpack *";
constexpr std::string_view unpack_once = "unpack * once";
constexpr std::string_view recognise = "let tesseract read the text of *";
constexpr std::string_view as_lines = "write * as JSONL, one record a line";
constexpr std::string_view as_table = "save * as CSV";
constexpr std::string_view from_parquet =
    "write * as JSONL, for example with pandas: "
    "read_parquet(…).to_json(…, orient='records', lines=True)";
constexpr std::string_view from_arrow =
    "write * as JSONL, for example with pandas: "
    "read_feather(…).to_json(…, orient='records', lines=True)";
constexpr std::string_view from_sqlite =
    "write * as JSONL, for example with sqlite3 -json and jq -c '.[]'";

// Of two rows that know a file the first counts. An ending that begins another's stands before it.
// clang-format off
constexpr ForeignFormat foreign_formats[] = {
    // Documents
    {"a PDF file",               "",                0, "%PDF-",          nullptr, as_pdf},
    {"a Word file",              "",                0, "PK\3\4",         is_word, as_office},
    {"an OpenDocument sheet",    ".ods",            0, "PK\3\4",         is_open_sheet, as_table},
    {"a Pages file",             ".pages",          0, "",               nullptr, from_pages},
    {"a spreadsheet",            ".xlsx",           0, "PK\3\4",         is_sheet, as_table},
    {"a presentation",           "",                0, "PK\3\4",         is_slides, as_office},
    {"an OpenDocument file",   "",                0, "PK\3\4",       is_open_document, as_office},
    {"an EPUB book",             "",                0, "PK\3\4",         is_epub, as_office},
    {"an office file",           "",                0, "PK\3\4",         is_office, as_office},
    {"an old office file",       ".doc",            0, "\xD0\xCF\x11\xE0", nullptr, office},
    {"a page saved in one file", ".mhtml .mht",     0, "From: <Saved by", is_mhtml, as_page},
    {"a page saved in one file", ".webarchive",     0, "MIME-Version: ", is_mhtml, as_page},
    {"mail",                    ".eml .mbox",      0, "",               nullptr, from_mail},
    {"rich text (RTF)",          ".rtf",            0, "{\\rtf",         nullptr, office},
    // Tables
    {"a Parquet file",           ".parquet",        0, "PAR1",           no_text, from_parquet},
    {"an Arrow file",            ".arrow .feather", 0, "ARROW1\0\0"sv,   nullptr, from_arrow},
    {"an SQLite database",       ".db .sqlite",     0, "SQLite format 3\0"sv, nullptr, from_sqlite},
    {"JSON",                     ".json",           0, "",               nullptr, as_lines},
    // Archives, and packers
    {"a zip archive",            ".zip",            0, "PK\3\4",         nullptr, unpack},
    {"an empty zip archive",     "",                0, "PK\5\6",         nullptr, unpack},
    {"a tar archive",            ".tar .tgz",     257, "ustar",          is_tar, unpack},
    {"a 7z archive",             ".7z",             0, "7z\xBC\xAF\x27\x1C", nullptr, unpack},
    {"a RAR archive",            ".rar",            0, "Rar!\x1A\x07",   nullptr, unpack},
    {"packed with bzip2",        ".bz2",            0, "BZh",            no_text, unpack},
    {"packed with xz",           ".xz",             0, "\xFD" "7zXZ\0"sv, nullptr, unpack},
    {"packed with LZ4",          ".lz4",            0, "\x04\x22\x4D\x18", nullptr, unpack},
    {"packed twice (gzip)",      "",                0, "\x1F\x8B\x08",   nullptr, unpack_once},
    {"packed twice (Zstandard)", "",                0, "\x28\xB5\x2F\xFD", nullptr, unpack_once},
    {"packed",                   ".gz .zst",        0, "",               nullptr, unpack},
    // Pictures
    {"a picture (PNG)",          ".png",            0, "\x89PNG\r\n\x1A\n", nullptr, recognise},
    {"a picture (JPEG)",         ".jpg .jpeg",      0, "\xFF\xD8\xFF",   nullptr, recognise},
    {"a picture (GIF)",          ".gif",            0, "GIF8",           no_text, recognise},
    {"a picture (WebP)",         ".webp",           0, "RIFF",           is_webp, recognise},
    {"a picture (TIFF)",         ".tif .tiff",      0, "II*\0"sv,        nullptr, recognise},
    {"a picture (TIFF)",         "",                0, "MM\0*"sv,        nullptr, recognise},
    // Programs
    {"a program (ELF)",          "",                0, "\x7F" "ELF",     nullptr, "name texts"},
};
// clang-format on

bool is_of(const ForeignFormat& format, std::string_view head) {
  if (format.magic.empty() || head.size() < format.place) {
    return false;
  }
  const bool magic = head.substr(format.place).starts_with(format.magic);
  return magic && (!format.demands || format.demands(head));
}

std::string with_name(std::string_view remedy, std::string_view name) {
  std::string out(remedy);
  if (const size_t star = out.find('*'); star != out.npos) {
    out.replace(star, 1, name);
  }
  return out;
}

// No format that has a row, and still no text.
bool is_binary(std::string_view head) {
  constexpr ptrdiff_t least = 16;  // a NUL or two are a slip in a text
  return holds(head, "\0"sv) && std::count_if(head.begin(), head.end(), is_control) >= least &&
         looks_binary(head) && !unmarked_utf16(head);
}

bool names_ending(std::string_view endings, std::string_view ending) {
  const size_t at = endings.find(ending);
  if (ending.empty() || at == endings.npos) {
    return false;
  }
  const size_t end = at + ending.size();
  return end == endings.size() || endings[end] == ' ';
}

}  // namespace

std::optional<Problem> foreign_problem(std::string_view head, const std::string& name) {
  for (const ForeignFormat& format : foreign_formats) {
    if (is_of(format, head)) {
      return Problem{name, "is " + std::string(format.what) + ", which is not read",
                     with_name(format.remedy, "it"), true};
    }
  }
  if (is_binary(head)) {
    return Problem{name, "is no text, but a binary file, which is not read",
                   "name texts; if it is one, convert it to UTF-8 with iconv", true};
  }
  return std::nullopt;
}

std::string remedy_for_ending(std::string_view ending) {
  for (const ForeignFormat& format : foreign_formats) {
    if (names_ending(format.endings, ending)) {
      return with_name(format.remedy, ending);
    }
  }
  return {};
}

}  // namespace reprise::detail

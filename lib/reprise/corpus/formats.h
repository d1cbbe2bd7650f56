// The formats that Reprise reads, a row each; this table is all that the rest knows of them.
//
// To add one: write its stream and its parser into a file of formats/, declare the two below, add
// a row, and a test. --format, the endings that a folder gives, and every command follow from it.
//
//     name     endings                 first bytes         records
//     text     .txt .md .markdown                           the file is one
//     jsonl    .jsonl .ndjson .jl      {…} in one line     a line each
//     csv      .csv .tsv                                   a row each
//     html     .html .htm .xhtml       <!doctype html …    the page is one
//     feed     .rss .atom              RSS or Atom         an item each
//     office   .docx .odt .epub …      a zip of XML        the file is one
//     pdf      .pdf                    %PDF-               the file is one
//     warc     .warc .wet              WARC/1.             a record each
//
// Each ending may have .gz or .zst behind it, and all of them any case of letters. Where the name
// says nothing, the first bytes do, after inflating.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/corpus/stream.h"
#include "reprise/corpus/whole_file.h"
#include "reprise/read.h"

namespace reprise::detail {

// What a row calls; declared here, defined in the file of the format.
std::unique_ptr<BlockParser> make_text_parser(const InputPath& input, const StreamOptions& options);

std::unique_ptr<FileStream> open_jsonl(InputFile file, const std::string& path);
std::unique_ptr<BlockParser> make_jsonl_parser(const InputPath& input,
                                               const StreamOptions& options);
bool begins_as_jsonl(InputFile& file);
std::optional<Problem> refusal_of_jsonl(std::string_view head, const std::string& name);

std::unique_ptr<FileStream> open_table(InputFile file, const std::string& path);
std::unique_ptr<BlockParser> make_table_parser(const InputPath& input,
                                               const StreamOptions& options);
std::optional<Problem> refusal_of_table(std::string_view head, const std::string& name);
// Returns the header of a table, line end included, out of FileStream::head.
std::string_view header_of_table(std::string_view head);

std::unique_ptr<BlockParser> make_html_parser(const InputPath& input, const StreamOptions& options);
bool begins_as_html(InputFile& file);
std::unique_ptr<BlockParser> make_feed_parser(const InputPath& input, const StreamOptions& options);
bool begins_as_feed(InputFile& file);
std::unique_ptr<BlockParser> make_office_parser(const InputPath& input,
                                                const StreamOptions& options);
bool begins_as_office(InputFile& file);
std::unique_ptr<BlockParser> make_pdf_parser(const InputPath& input, const StreamOptions& options);
bool begins_as_pdf(InputFile& file);

std::unique_ptr<FileStream> open_warc(InputFile file, const std::string& path);
std::unique_ptr<BlockParser> make_warc_parser(const InputPath& input, const StreamOptions& options);
bool begins_as_warc(InputFile& file);

// How the records of a file lie in it.
enum class Layout {
  file,     // it is one
  several,  // it holds some, and can't be cut between them
  lines,    // each is a line
  rows,     // each is a row of a table, which has a header
  members,  // each is a record of an archive, and is packed alone
};

struct Format {
  std::string_view name;           // of --format
  std::string_view endings;        // in lower case, with blanks between them
  std::string_view doubtful = "";  // endings that others have as well: the first bytes must agree
  // What is said of a file with such an ending that is of another format, and what to do.
  std::string_view broken_promise = "";
  std::string_view promise_remedy = "";
  // Returns whether the content can be nothing else. nullptr: what no other row recognises.
  bool (*begins)(InputFile& file) = nullptr;
  // Returns why a file of this format, which begins with `head`, is not read. nullptr: all are.
  std::optional<Problem> (*refusal)(std::string_view head, const std::string& name) = nullptr;
  std::unique_ptr<FileStream> (*open)(InputFile file, const std::string& path) = open_whole;
  std::unique_ptr<BlockParser> (*make_parser)(const InputPath& input, const StreamOptions& options);
  Layout layout = Layout::file;
  bool is_text = true;  // what looks like another format, or like no text, is not of this one

  // Returns whether a record can be read again at its place, and written out as it stands.
  bool in_lines() const { return layout >= Layout::lines; }
};

inline constexpr std::array<Format, 8> formats{{
    {.name = "text", .endings = ".txt .md .markdown", .make_parser = make_text_parser},
    {.name = "jsonl",
     .endings = ".jsonl .ndjson .jl",
     .doubtful = ".json",
     .broken_promise = "does not begin with a JSON object in one line",
     .promise_remedy = "write one JSON object a line, for example with jq -c '.[]'",
     .begins = begins_as_jsonl,
     .refusal = refusal_of_jsonl,
     .open = open_jsonl,
     .make_parser = make_jsonl_parser,
     .layout = Layout::lines},
    {.name = "csv",
     .endings = ".csv .tsv",
     .refusal = refusal_of_table,
     .open = open_table,
     .make_parser = make_table_parser,
     .layout = Layout::rows},
    {.name = "html",
     .endings = ".html .htm .xhtml",
     .begins = begins_as_html,
     .make_parser = make_html_parser},
    {.name = "feed",
     .endings = ".rss .atom",
     .doubtful = ".xml",
     .broken_promise = "is XML, but neither RSS nor Atom",
     .promise_remedy = "convert it to text, HTML or JSONL",
     .begins = begins_as_feed,
     .make_parser = make_feed_parser,
     .layout = Layout::several},
    {.name = "office",
     .endings = ".docx .docm .dotx .odt .ott .epub .pptx .ppsx .odp",
     .begins = begins_as_office,
     .make_parser = make_office_parser,
     .is_text = false},
    {.name = "pdf",
     .endings = ".pdf",
     .begins = begins_as_pdf,
     .make_parser = make_pdf_parser,
     .is_text = false},
    {.name = "warc",
     .endings = ".warc .wet",
     .begins = begins_as_warc,
     .open = open_warc,
     .make_parser = make_warc_parser,
     .layout = Layout::members,
     .is_text = false},
}};

// Returns what --format takes: any_format, and the names of the rows.
std::vector<std::string_view> format_names();

// Returns the row of that name, or nullptr.
const Format* format_named(std::string_view name);

// Returns the row that the ending of a path names, doubtful ones or not; nullptr if none does.
enum class Ending { sure, doubtful };
const Format* format_by_ending(std::string_view path, Ending ending);

// Returns the row that the first bytes of the content ask for, text if no other. Throws Error if
// the system fails to read.
const Format& format_by_content(InputFile& file);

// A file that was opened to be read.
struct OpenInput {
  const Format* format = nullptr;
  std::unique_ptr<FileStream> stream;
  std::optional<Problem> refusal;  // then there is no stream: it is of a format that is not read
};

// Opens the file, and tells its format if that is not known yet. Throws Error if it can't be opened
// or read.
OpenInput open_input(const InputPath& input, OnDisk on_disk = OnDisk::ignored);

}  // namespace reprise::detail

// Tables: a record a row, of .csv and .tsv.
//
//     1. The head of the file, which the stream keeps, tells what parts the fields, which encoding
//        it is, and by the header which column is which: by the names that the options give, in any
//        case of letters, or else by the common ones (headline, published, link …). Dates are read
//        as people write them, too.
//     2. The stream gives whole rows, a megabyte or more of them at a time.
//     3. The parser finds the rows' ends, takes their fields apart, and passes over the header and
//        blank rows.
//
// Example: "id;Body\n7;\"A quay;\nand a ferry\"\n" gives at line 1 a record "7" with the text
// "A quay;\nand a ferry".
// Counter-example: a quote that is never closed ends with its line, which is no record; so does one
// of more than 16 MiB. What comes behind counts.
//
// Cost: about 200 MB/s a thread for texts. Source: RFC 4180, and what spreadsheets write.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "reprise/base/utf8.h"
#include "reprise/corpus/block_stream.h"
#include "reprise/corpus/date.h"
#include "reprise/corpus/field.h"
#include "reprise/corpus/file_problems.h"
#include "reprise/corpus/formats.h"
#include "reprise/io/charset.h"
#include "reprise/io/csv.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace {

constexpr size_t head_size = size_t{1} << 20;  // of ten thousand columns
constexpr size_t most_row = size_t{16} << 20;

// The names that columns have where nobody has chosen them for us; the first that is there counts.
struct CommonNames {
  std::string_view field;  // as FieldNames has it by default
  std::array<std::string_view, 9> names;
};
constexpr std::array<CommonNames, 6> common_names{{
    {"text",
     {"content", "body", "article", "article_text", "full_text", "fulltext", "maintext", "message",
      "tweet"}},
    {"id", {"doc_id", "document_id", "article_id", "uid", "guid"}},
    {"title", {"headline", "heading", "head", "subject"}},
    {"source", {"outlet", "publisher", "publication", "newspaper", "site", "domain"}},
    {"date",
     {"published", "publish_date", "published_at", "publication_date", "pubdate", "date_publish",
      "datetime", "created_at", "timestamp"}},
    {"url", {"link", "uri", "permalink", "address"}},
}};

std::optional<size_t> column_of(const std::vector<std::string>& columns, std::string_view name) {
  const auto same = [&](const std::string& column) {
    return column == name;
  };
  const auto alike = [&](const std::string& column) {
    return lower_ascii(column) == lower_ascii(name);
  };
  auto found = std::find_if(columns.begin(), columns.end(), same);
  if (found == columns.end()) {
    found = std::find_if(columns.begin(), columns.end(), alike);
  }
  return found == columns.end() ? std::nullopt
                                : std::optional(static_cast<size_t>(found - columns.begin()));
}

// Returns the column of a field: the one of that name, or, if the name is the default, a common
// one.
std::optional<size_t> column_of_field(const std::vector<std::string>& columns,
                                      const std::string& name) {
  if (const auto column = column_of(columns, name)) {
    return column;
  }
  for (const CommonNames& common : common_names) {
    for (const std::string_view other : common.names) {
      const auto column = common.field == name ? column_of(columns, other) : std::nullopt;
      if (column && !other.empty()) {
        return column;
      }
    }
  }
  return std::nullopt;
}

// What the head of a table says.
struct TableHead {
  char delimiter = no_delimiter;
  std::string charset;  // empty: UTF-8
  std::optional<CharsetGuess> told;
  std::vector<std::string> columns;
  size_t end = 0;  // of the header, in the file
  std::optional<size_t> text, id, title, source, date, url;
};

// Returns whether each byte of the field had a meaning. What is valid UTF-8 is that, unless the
// user names another encoding.
bool make_utf8(std::string& field, const TableHead& table) {
  const bool is_named = !table.charset.empty() && !table.told;
  if (!is_named && is_valid_utf8(field)) {
    return true;
  }
  std::optional<CharsetText> decoded = decode_charset(field, table.charset);
  const bool is_whole = decoded && decoded->replaced == 0;
  field = decoded ? std::move(decoded->text) : repaired_utf8(field);
  return is_whole;
}

TableHead read_head(std::string_view head, const StreamOptions& options) {
  TableHead table;
  // The last character may be cut.
  const bool is_utf8 = is_valid_utf8(head) || is_valid_utf8(head.substr(0, head.rfind('\n') + 1));
  table.charset = mark_of(head) ? "" : options.extract.charset;
  if (table.charset.empty() && !is_utf8) {
    table.told = tell_charset(head);
    table.charset = table.told ? table.told->name : "";
  }
  table.delimiter = guess_delimiter(head);
  table.end = read_row(head, begin_of_table(head), table.delimiter, &table.columns).place;
  for (std::string& name : table.columns) {
    make_utf8(name, table);
  }
  table.text = column_of_field(table.columns, options.fields.text);
  table.id = column_of_field(table.columns, options.fields.id);
  table.title = column_of_field(table.columns, options.fields.title);
  table.source = column_of_field(table.columns, options.fields.source);
  table.date = column_of_field(table.columns, options.fields.date);
  table.url = column_of_field(table.columns, options.fields.url);
  return table;
}

// Returns the name of a column, or its beginning if it is a whole text.
std::string shortened(const std::string& column) {
  constexpr size_t most = 60;  // bytes
  if (column.size() <= most) {
    return column;
  }
  return repaired_utf8(column.substr(0, std::min(most, column.rfind(' ', most)))) + " …";
}

// In a folder, tables without texts are something else.
Problem no_text_problem(const std::string& name, bool in_folder, const TableHead& table,
                        const std::string& wanted) {
  constexpr size_t most_named = 20;
  std::string list;
  for (size_t i = 0; i < std::min(table.columns.size(), most_named); ++i) {
    list += (i == 0 ? "\"" : ", \"") + shortened(table.columns[i]) + "\"";
  }
  list += table.columns.size() > most_named ? ", …" : "";
  if (name == "metadata.csv" ||
      name.ends_with("/metadata.csv")) {  // a shell's samples/* names it, too
    return {name, "is a table about other files, and passed over", "name its folder instead",
            false};
  }
  return {name,
          std::string(in_folder ? "skipped: it" : "it") + " has no column \"" + wanted +
              "\"; its columns are " + list,
          "name the column of the texts: --text-field NAME", !in_folder};
}

// Returns the size of the whole rows at the front; 0: there are none yet. A row that is too long
// ends with its first line.
size_t size_of_rows(std::string_view bytes, char delimiter) {
  size_t size = 0;
  while (size < bytes.size()) {
    const CsvRowEnd end = read_row(bytes, size, delimiter, nullptr);
    // Behind a lone \r at the end may come its \n.
    if (!end.has_line_end || end.place == bytes.size()) {
      break;
    }
    size = end.place;
  }
  const bool is_too_long = size == 0 && bytes.size() >= most_row;
  return is_too_long ? bytes.find('\n') + 1 : size;
}

class TableStream final : public BlockStream {
 public:
  TableStream(InputFile file, std::string head)
      : BlockStream(std::move(file),
                    [delimiter = guess_delimiter(head)](std::string_view bytes) {
                      return size_of_rows(bytes, delimiter);
                    }),
        head_(std::move(head)) {}

  std::string_view head() const override { return head_; }

 private:
  std::string head_;
};

class TableParser final : public BlockParser {
 public:
  TableParser(const InputPath& input, const StreamOptions& options)
      : options_(options),
        name_(repaired_utf8(input.path)),
        in_folder_(!input.folder.empty()),
        table_(read_head(options.head, options)) {}

  void parse(FileBlock& block, const OnRecord& on_record) override {
    block.problems.clear();
    block.mended = {};
    block.ends_in_complaint = false;
    if (block.is_first) {
      tell_head(block);
    }
    constexpr size_t most_open_quotes = 64;
    size_t open_quotes = 0;
    uint32_t line = 0;
    for (size_t begin = 0; begin < block.bytes.size();) {
      // Where many quotes stay open, each must close on its line: the search would go to the end of
      // the block for each.
      const bool is_one_line = open_quotes >= most_open_quotes;
      const std::string_view searched =
          is_one_line ? block.bytes.substr(0, end_of_line(block.bytes, begin)) : block.bytes;
      CsvRowEnd end = read_row(searched, begin, table_.delimiter, &fields_);
      if (end.in_quotes) {
        ++open_quotes;
        end.place = end_of_line(block.bytes, begin);
        block.problems.push_back({{"", "a quote is opened in this row and never closed",
                                   "close it, or double the quotes inside a field", true},
                                  line});
      } else if (table_.text && !(block.is_first && begin < table_.end)) {
        parse_row(block, {begin, end.place, line}, on_record);
      }
      line += static_cast<uint32_t>(lines_of_row(block.bytes.substr(begin, end.place - begin)));
      block.ends_in_complaint = end.in_quotes;
      begin = end.place;
    }
    block.lines = line;
  }

 private:
  // A row in its block.
  struct Row {
    size_t begin, end;
    uint32_t line;
  };

  // Returns the place behind the line that holds `at`.
  static size_t end_of_line(std::string_view bytes, size_t at) {
    return std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
  }

  void tell_head(FileBlock& block) const {
    if (table_.told) {
      block.problems.push_back({told_encoding_problem(name_, *table_.told), std::nullopt});
    }
    if (!table_.text && !block.bytes.empty()) {
      block.problems.push_back(
          {no_text_problem(name_, in_folder_, table_, options_.fields.text), std::nullopt});
    }
  }

  void parse_row(FileBlock& block, const Row& row, const OnRecord& on_record) {
    std::string_view bytes = block.bytes.substr(row.begin, row.end - row.begin);
    if (bytes.ends_with('\n') || bytes.ends_with('\r')) {
      bytes.remove_suffix(1);
    }
    if (fields_.size() == 1 && fields_[0].empty()) {  // a blank line
      return;
    }
    block.mended.uneven |= fields_.size() != table_.columns.size();
    for (std::string& field : fields_) {
      block.mended.utf8 |= !make_utf8(field, table_);
    }
    if (*table_.text >= fields_.size()) {
      block.problems.push_back({{"", "the row ends before the column of the texts",
                                 "give it as many fields as the header has", true},
                                row.line});
      return;
    }
    const RecordPlace place{static_cast<uint32_t>(row.begin), static_cast<uint32_t>(bytes.size()),
                            row.line};
    if (!options_.whole && options_.values.empty()) {
      StreamRecord record{place, fields_[*table_.text], {}, nullptr};
      on_record(record);
      return;
    }
    document_ = document_of(std::move(fields_), block.first_line + row.line + 1);
    if (document_.date) {
      document_.date = date_of_cell(*document_.date);
      block.mended.date |= !document_.date;
    }
    values_of(document_, options_.values, options_.fields, values_);
    StreamRecord record{place, document_.text, values_, options_.whole ? &document_ : nullptr};
    on_record(record);
  }

  Document document_of(std::vector<std::string> fields, uint64_t line) const {
    Document document;
    document.where = name_ + ":" + std::to_string(line);
    document.extracted = "csv";
    document.extra = extra_of(fields);
    const auto take = [&](const std::optional<size_t>& column) -> std::optional<std::string> {
      const bool is_there = column && *column < fields.size() && !fields[*column].empty();
      return is_there ? std::optional(std::move(fields[*column])) : std::nullopt;
    };
    document.text = std::move(fields[*table_.text]);
    // Where it stands is not known before whole documents are read.
    document.id = take(table_.id).value_or(options_.whole ? document.where : "");
    document.title = take(table_.title);
    document.source = take(table_.source);
    document.date = take(table_.date);
    document.url = take(table_.url);
    return document;
  }

  // The columns that nothing else takes.
  std::string extra_of(const std::vector<std::string>& fields) const {
    const std::array<std::optional<size_t>, 6> taken{table_.text,   table_.id,   table_.title,
                                                     table_.source, table_.date, table_.url};
    auto extra = nlohmann::ordered_json::object();
    for (size_t i = 0; i < std::min(fields.size(), table_.columns.size()); ++i) {
      if (std::find(taken.begin(), taken.end(), i) == taken.end() && !fields[i].empty()) {
        extra[table_.columns[i]] = fields[i];
      }
    }
    return extra.dump();
  }

  const StreamOptions& options_;
  std::string name_;
  bool in_folder_;
  TableHead table_;
  std::vector<std::string> fields_;  // of the last row
  Document document_;                // made of it
  std::vector<std::optional<std::string>> values_;
};

}  // namespace

std::unique_ptr<FileStream> open_table(InputFile file, const std::string&) {
  std::string head(file.peek(head_size));
  return std::make_unique<TableStream>(std::move(file), std::move(head));
}

std::unique_ptr<BlockParser> make_table_parser(const InputPath& input,
                                               const StreamOptions& options) {
  return std::make_unique<TableParser>(input, options);
}

std::optional<Problem> refusal_of_table(std::string_view head, const std::string& name) {
  if (has_wide_mark(head) || unmarked_utf16(head)) {
    return Problem{name, "tables in UTF-16 are not read",
                   "convert the file: iconv -f UTF-16 -t UTF-8", true};
  }
  return std::nullopt;
}

std::string_view header_of_table(std::string_view head) {
  return head.substr(0, read_row(head, begin_of_table(head), guess_delimiter(head), nullptr).place);
}

}  // namespace reprise::detail

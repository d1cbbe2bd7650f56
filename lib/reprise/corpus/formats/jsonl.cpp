// JSON Lines: a record a line.
//
//     1. The stream gives whole lines, a megabyte or more of them at a time (block_reader.h).
//     2. The parser finds their ends with memchr, and passes over blank ones.
//     3. Each goes to the record parser (json_record.h): for the text alone, which is three times
//        as fast, or for the whole document.
//
// Example: the lines `{"text": "a"}`, ``, `{` give one record at line 0, nothing for line 1, and a
// complaint about line 2. If the file was cut off there, that line is a stump, and the complaint is
// dropped for one about the cut (file_problems.h).
// Counter-example: a line break inside a string is written \n there, and ends no line.
//
// Cost: about 1 GB/s a thread for texts. Source: jsonlines.org, RFC 8259.
#include <cstring>
#include <utility>

#include "reprise/base/utf8.h"
#include "reprise/corpus/block_stream.h"
#include "reprise/corpus/date.h"
#include "reprise/corpus/file_problems.h"
#include "reprise/corpus/formats.h"
#include "reprise/io/charset.h"
#include "reprise/io/json_check.h"
#include "reprise/io/json_record.h"

namespace reprise::detail {
namespace {

// Longer lines are passed over: little gzip holds a line of a gigabyte, and a record takes four
// times its length of memory. So long a text is a file's, or several records'.
constexpr size_t longest_line = size_t{256} << 20;

constexpr std::string_view mark = "\xEF\xBB\xBF";

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == line.npos;
}

class JsonlParser final : public BlockParser {
 public:
  JsonlParser(const InputPath& input, const StreamOptions& options)
      : options_(options), name_(repaired_utf8(input.path)), parser_(options.fields) {}

  void parse(FileBlock& block, const OnRecord& on_record) override {
    block.problems.clear();
    block.mended = {};
    block.records = 0;
    block.fields.clear();
    block.ends_in_complaint = false;
    if (block.passed_over > 0) {
      refuse_line(block);
      return;
    }
    uint32_t line = 0;
    const std::string_view bytes = block.bytes;
    for (size_t begin = 0; begin < bytes.size(); ++line) {
      const void* found = std::memchr(bytes.data() + begin, '\n', bytes.size() - begin);
      const size_t end = found ? static_cast<size_t>(static_cast<const char*>(found) - bytes.data())
                               : bytes.size();
      block.ends_in_complaint = !parse_line(block, {begin, end, line}, on_record);
      begin = end + 1;
    }
    block.lines = line;
  }

 private:
  // A line in its block.
  struct Line {
    size_t begin, end;
    uint32_t number;
  };

  // Says of the line that the block is the beginning of that it is too long.
  static void refuse_line(FileBlock& block) {
    const std::string most = std::to_string(longest_line >> 20) + " MiB";
    block.problems.push_back(
        {{"", "the record is longer than " + most, "split it into several records", true}, 0});
    block.ends_in_complaint = true;
    block.lines = 1;
  }

  // Returns false if the line is no record, and says so in the block.
  bool parse_line(FileBlock& block, Line line, const OnRecord& on_record) {
    std::string_view bytes = block.bytes.substr(line.begin, line.end - line.begin);
    bool may_have_mark = block.is_first && line.number == 0;
    while (bytes.starts_with(mark)) {
      block.mended.mark |= !std::exchange(may_have_mark, false);
      line.begin += mark.size();
      bytes.remove_prefix(mark.size());
    }
    if (is_blank(bytes)) {
      return true;
    }
    RecordComplaint complaint;
    const RecordPlace place{static_cast<uint32_t>(line.begin), static_cast<uint32_t>(bytes.size()),
                            line.number};
    const bool good = options_.whole ? parse_whole(block, bytes, place, complaint, on_record)
                                     : parse_text(block, bytes, place, complaint, on_record);
    if (!good) {
      if (complaint.lacks_text && block.fields.empty()) {
        block.fields = fields_of_record(bytes);
      }
      block.problems.push_back(
          {{"", complaint.what, complaint.remedy, true}, line.number, complaint.lacks_text});
    }
    block.records += good;
    return good;
  }

  bool parse_text(FileBlock& block, std::string_view line, const RecordPlace& place,
                  RecordComplaint& complaint, const OnRecord& on_record) {
    const auto parsed = parser_.parse_text(line, options_.values, complaint);
    if (!parsed) {
      return false;
    }
    block.mended |= parsed->mended;
    StreamRecord record{place, parsed->text, parsed->values, nullptr};
    on_record(record);
    return true;
  }

  bool parse_whole(FileBlock& block, std::string_view line, const RecordPlace& place,
                   RecordComplaint& complaint, const OnRecord& on_record) {
    std::optional<JsonRecord> parsed = parser_.parse(line, complaint);
    if (!parsed) {
      return false;
    }
    block.mended |= parsed->mended;
    Document document;
    document.where = name_ + ":" + std::to_string(block.first_line + place.line + 1);
    document.id = parsed->id ? *std::move(parsed->id) : document.where;
    document.title = std::move(parsed->title);
    document.source = std::move(parsed->source);
    document.date = std::move(parsed->date);
    document.url = std::move(parsed->url);
    document.text = std::move(parsed->text);
    document.extra = std::move(parsed->extra);
    if (document.date && !parse_date(*document.date)) {
      block.problems.push_back({no_date_problem("", *document.date), place.line});
      document.date.reset();
    }
    StreamRecord record{place, document.text, {}, &document};
    on_record(record);
    return true;
  }

  const StreamOptions& options_;
  std::string name_;
  JsonRecordParser parser_;
};

// Returns the first line that holds anything, without a byte-order mark; nothing if it is longer
// than what one looks at to tell a format.
std::optional<std::string> first_line(InputFile& file) {
  constexpr size_t most = size_t{64} << 20;
  for (size_t size = size_t{8} << 10; size <= most; size *= 8) {
    std::string_view head = file.peek(size);
    const bool is_all = head.size() < size;
    while (head.starts_with(mark)) {
      head.remove_prefix(mark.size());
    }
    const size_t begin = head.find_first_not_of(" \t\r\n");
    if (begin == head.npos) {
      if (is_all) {
        return std::nullopt;
      }
      continue;
    }
    if (head[begin] != '{') {  // no need to read the rest
      return std::nullopt;
    }
    const size_t end = head.find('\n', begin);
    if (end != head.npos || is_all) {
      return std::string(head.substr(begin, end - begin));
    }
  }
  return std::nullopt;
}

}  // namespace

std::unique_ptr<FileStream> open_jsonl(InputFile file, const std::string&) {
  return std::make_unique<BlockStream>(std::move(file), longest_line);
}

std::unique_ptr<BlockParser> make_jsonl_parser(const InputPath& input,
                                               const StreamOptions& options) {
  return std::make_unique<JsonlParser>(input, options);
}

bool begins_as_jsonl(InputFile& file) {
  const std::optional<std::string> line = first_line(file);
  Mending ignored;
  return line && is_json_object(mended_json(repaired_utf8(*line), ignored));
}

std::optional<Problem> refusal_of_jsonl(std::string_view head, const std::string& name) {
  return has_wide_mark(head) ? std::optional(utf16_problem(name)) : std::nullopt;
}

}  // namespace reprise::detail

// Archives of the web, WARC and WET: a record of the archive a document.
//
//     1. The stream gives whole records (extract/warc.h), a megabyte or more of them at a time,
//        with what is broken between them.
//     2. The parser steps from record to record; pages and texts are documents, requests and
//        pictures are none.
//
// Example: of a crawl with warcinfo, request, response, the response is the document crawl.warc:3.
//
// Cost: that of extract_html(). Memory: the longest record. Source: ISO 28500.
#include <algorithm>
#include <utility>

#include "reprise/base/utf8.h"
#include "reprise/corpus/block_stream.h"
#include "reprise/corpus/field.h"
#include "reprise/corpus/formats.h"
#include "reprise/corpus/whole_file.h"
#include "reprise/extract/warc.h"

namespace reprise::detail {
namespace {

size_t size_of_warc_records(std::string_view bytes) {
  size_t size = 0;
  while (size < bytes.size()) {
    const WarcStep step = warc_step(bytes.substr(size), false);
    if (step.kind == WarcStep::Kind::more || step.kind == WarcStep::Kind::end) {
      break;
    }
    size += step.bytes;
  }
  return size;
}

class WarcParser final : public BlockParser {
 public:
  WarcParser(const InputPath& input, const StreamOptions& options)
      : options_(options), name_(repaired_utf8(input.path)) {}

  // What are lines elsewhere are records here.
  void parse(FileBlock& block, const OnRecord& on_record) override {
    block.problems.clear();
    block.mended = {};
    block.ends_in_complaint = false;
    uint32_t number = 0;
    for (size_t begin = 0; begin < block.bytes.size();) {
      const WarcStep step = warc_step(block.bytes.substr(begin), true);
      if (step.bytes == 0) {
        break;
      }
      block.ends_in_complaint = step.kind == WarcStep::Kind::broken;
      if (step.kind == WarcStep::Kind::record) {
        const bool has_line_end = block.bytes[begin + step.bytes - 1] == '\n';
        const auto size = static_cast<uint32_t>(step.bytes - (has_line_end ? 1 : 0));
        const RecordPlace place{static_cast<uint32_t>(begin), size, number};
        parse_record(block, step.record, place, on_record);
      } else if (step.kind == WarcStep::Kind::broken) {
        block.problems.push_back(
            {{"", step.what, "what comes behind it was read; fetch the file again", true}, number});
      }
      ++number;
      begin += step.bytes;
    }
    block.lines = number;
  }

 private:
  void parse_record(FileBlock& block, std::string_view record, const RecordPlace& place,
                    const OnRecord& on_record) {
    const std::string where = name_ + ":" + std::to_string(block.first_line + place.line + 1);
    Extraction extraction = extract_warc_record(record, where, options_.extract);
    for (Problem& problem : extraction.problems) {
      block.problems.push_back({std::move(problem), place.line});
    }
    for (Extracted& extracted : extraction.documents) {
      document_ = document_of(std::move(extracted), "warc");
      // Where it stands is not known before whole documents are read.
      document_.id = document_.url.value_or(options_.whole ? where : "");
      document_.where = where;
      values_of(document_, options_.values, options_.fields, values_);
      StreamRecord read{place, document_.text, values_, options_.whole ? &document_ : nullptr};
      on_record(read);
    }
  }

  const StreamOptions& options_;
  std::string name_;
  Document document_;  // the last one
  std::vector<std::optional<std::string>> values_;
};

}  // namespace

std::unique_ptr<FileStream> open_warc(InputFile file, const std::string&) {
  return std::make_unique<BlockStream>(std::move(file), size_of_warc_records);
}

std::unique_ptr<BlockParser> make_warc_parser(const InputPath& input,
                                              const StreamOptions& options) {
  return std::make_unique<WarcParser>(input, options);
}

bool begins_as_warc(InputFile& file) {
  return file.peek(7) == "WARC/1.";
}

}  // namespace reprise::detail

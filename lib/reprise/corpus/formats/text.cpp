// Text: the whole file is one record, with what a table (metadata.h) knows of it.
//
//     1. The bytes become the text; UTF-16 with its mark becomes UTF-8 (text_file.h).
//     2. In a folder, what looks like no text is left out; a file that was named is read.
//     3. Title, source, date and url come from the table, if there is one.
//
// Example: articles/a.txt in a folder that was named has the id "a.txt"; named itself, the id
// "articles/a.txt". Memory: the file once; twice while UTF-16 is converted.
#include "reprise/base/utf8.h"
#include "reprise/corpus/date.h"
#include "reprise/corpus/field.h"
#include "reprise/corpus/file_problems.h"
#include "reprise/corpus/formats.h"
#include "reprise/corpus/likely_encoding.h"
#include "reprise/corpus/metadata.h"
#include "reprise/corpus/text_file.h"

namespace reprise::detail {
namespace {

// What is said of a file in a folder that is left out by its bytes.
Problem skipped_problem(const std::string& name, std::string_view bytes) {
  if (const auto likely = likely_encoding(bytes)) {
    return {name, "skipped: this is no UTF-8, but perhaps " + *likely,
            "convert it with iconv -f " + *likely + " -t UTF-8", false};
  }
  return {name, "skipped: this is no text", "name the file to have it read all the same", false};
}

class TextStream final : public FileStream {
 public:
  TextStream(InputFile file, std::string path)
      : FileStream(std::move(file)), path_(std::move(path)) {}

  bool next(FileBlock& block) override {
    if (done_) {
      return false;
    }
    done_ = true;
    block.buffer = read_rest(file_, path_);
    block.bytes = block.buffer;
    block.is_first = true;
    block.offset = 0;
    return true;
  }

 private:
  std::string path_;
  bool done_ = false;
};

class TextParser final : public BlockParser {
 public:
  TextParser(const InputPath& input, const StreamOptions& options)
      : input_(input), options_(options), name_(repaired_utf8(input.path)) {}

  void parse(FileBlock& block, const OnRecord& on_record) override {
    block.problems.clear();
    block.mended = {};
    block.lines = 0;
    block.ends_in_complaint = false;
    if (input_.path.ends_with("metadata.csv")) {  // a shell's samples/* names it, too
      note(block,
           {name_, "was named, and so is read as an article", "name its folder instead", false});
    }
    if (!input_.folder.empty() && looks_binary(block.bytes)) {
      note(block, skipped_problem(name_, block.bytes));
      return;
    }
    document_ = {};
    document_.id = repaired_utf8(input_.id);
    document_.where = name_;
    const size_t broken = set_text(document_, std::move(block.buffer));
    if (document_.text.size() > UINT32_MAX) {  // UTF-16 grows
      note(block, {name_, "is longer than 4 GiB as UTF-8", "split it into several texts", true});
      return;
    }
    if (broken > 0) {
      note(block, broken_text_problem(name_, broken, remedy_for_encoding(document_.text)));
    }
    add_metadata(block);
    hand_on(on_record);
  }

 private:
  static void note(FileBlock& block, Problem problem) {
    block.problems.push_back({std::move(problem), std::nullopt});
  }

  void add_metadata(FileBlock& block) {
    if (!options_.metadata) {
      return;
    }
    const MetadataRow* row =
        options_.metadata->find(input_, [&](Problem problem) { note(block, std::move(problem)); });
    if (!row) {
      return;
    }
    if (row->id) {
      document_.id = *row->id;
    }
    document_.title = row->title;
    document_.source = row->source;
    document_.date = row->date;
    document_.url = row->url;
    document_.extra = row->extra;
    if (document_.date && !parse_date(*document_.date)) {
      note(block, no_date_problem(row->where, *document_.date));
      document_.date.reset();
    }
  }

  void hand_on(const OnRecord& on_record) {
    values_.clear();
    for (const std::string& field : options_.values) {
      values_.push_back(field_of(document_, field, options_.fields));
    }
    const RecordPlace place{0, static_cast<uint32_t>(document_.text.size()), 0};
    StreamRecord record{place, document_.text, values_, &document_};
    on_record(record);
  }

  const InputPath& input_;
  const StreamOptions& options_;
  std::string name_;
  Document document_;
  std::vector<std::optional<std::string>> values_;
};

}  // namespace

std::unique_ptr<FileStream> open_text(InputFile file, const std::string& path) {
  return std::make_unique<TextStream>(std::move(file), path);
}

std::unique_ptr<BlockParser> make_text_parser(const InputPath& input,
                                              const StreamOptions& options) {
  return std::make_unique<TextParser>(input, options);
}

}  // namespace reprise::detail

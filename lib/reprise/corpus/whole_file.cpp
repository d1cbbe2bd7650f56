#include "reprise/corpus/whole_file.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "reprise/base/utf8.h"
#include "reprise/corpus/date.h"
#include "reprise/corpus/field.h"
#include "reprise/corpus/file_problems.h"
#include "reprise/corpus/metadata.h"

namespace reprise::detail {
namespace {

class WholeFileStream final : public FileStream {
 public:
  WholeFileStream(InputFile file, std::string path)
      : FileStream(std::move(file)), path_(std::move(path)) {}

  bool next(FileBlock& block) override {
    if (std::exchange(done_, true)) {
      return false;
    }
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

void replace_if_known(std::optional<std::string>& value, const std::optional<std::string>& better) {
  if (better) {
    value = better;
  }
}

// Returns both objects as one; what the table says comes before what the file says.
std::string joined_extra(const std::string& of_file, const std::string& of_table) {
  if (of_file == "{}" || of_table == "{}") {
    return of_file == "{}" ? of_table : of_file;
  }
  auto all = nlohmann::ordered_json::parse(of_file);
  all.update(nlohmann::ordered_json::parse(of_table));
  return all.dump();
}

}  // namespace

std::string extra_of(const Extracted& extracted) {
  auto extra = nlohmann::ordered_json::object();
  for (const auto& [name, value] : extracted.further) {
    extra[name] = value;
  }
  return extra.dump();
}

Document document_of(Extracted extracted, std::string_view format) {
  Document document;
  document.extra = extra_of(extracted);
  document.title = std::move(extracted.title);
  document.source = std::move(extracted.source);
  document.date = std::move(extracted.date);
  document.url = std::move(extracted.url);
  document.text = std::move(extracted.text);
  document.extracted = format;
  return document;
}

std::unique_ptr<FileStream> open_whole(InputFile file, const std::string& path) {
  return std::make_unique<WholeFileStream>(std::move(file), path);
}

WholeFileParser::WholeFileParser(const InputPath& input, const StreamOptions& options)
    : input_(input), options_(options), name_(repaired_utf8(input.path)) {}

void WholeFileParser::note(FileBlock& block, Problem problem) {
  block.problems.push_back({std::move(problem), std::nullopt});
}

void WholeFileParser::parse(FileBlock& block, const OnRecord& on_record) {
  block.problems.clear();
  block.mended = {};
  block.lines = 0;
  block.ends_in_complaint = false;
  documents_ = documents_of(block);
  add_metadata(block);
  for (auto& [document, number] : documents_) {
    if (document.text.size() > UINT32_MAX) {  // UTF-16 grows
      note(block,
           {document.where, "is longer than 4 GiB as UTF-8", "split it into several texts", true});
      continue;
    }
    values_of(document, options_.values, options_.fields, values_);
    const RecordPlace place{0, static_cast<uint32_t>(document.text.size()), number};
    StreamRecord record{place, document.text, values_, &document};
    on_record(record);
  }
}

// What is no date leaves that of the file alone.
void WholeFileParser::replace_date(FileBlock& block, Document& document, const MetadataRow& row) {
  const auto date = row.date ? date_of_cell(*row.date) : std::nullopt;
  if (row.date && !date) {
    note(block, no_date_problem(row.where, *row.date));
  }
  replace_if_known(document.date, date);
}

void WholeFileParser::add_metadata(FileBlock& block) {
  const MetadataRow* row = nullptr;
  if (options_.metadata) {
    row =
        options_.metadata->find(input_, [&](Problem problem) { note(block, std::move(problem)); });
  }
  for (auto& [document, number] : documents_) {
    if (row) {
      if (number == 0) {  // what is one document's alone
        document.id = row->id.value_or(document.id);
        replace_if_known(document.title, row->title);
        replace_if_known(document.url, row->url);
      }
      replace_if_known(document.source, row->source);
      replace_date(block, document, *row);
      document.extra = joined_extra(document.extra, row->extra);
    }
    if (document.date && !parse_date(*document.date)) {
      note(block, no_date_problem(document.where, *document.date));
      document.date.reset();
    }
  }
}

}  // namespace reprise::detail

// Formats of which a file is read as a whole: it is one record, or holds a few.
//
// What they share: the stream that gives the file as one block, what a table (metadata.h) knows of
// the file, and the values that the options ask for. What is left to a format is one function, from
// the bytes to the documents.
//
// Memory: the file once, and its documents.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "reprise/corpus/stream.h"

namespace reprise::detail {

// Returns the further fields as Document::extra has them.
std::string extra_of(const Extracted& extracted);

// Returns the document, without id and place. `format`: what Document::extracted says.
Document document_of(Extracted extracted, std::string_view format);

// Gives all bytes of the file as one block.
std::unique_ptr<FileStream> open_whole(InputFile file, const std::string& path);

struct MetadataRow;

// A document of a file.
struct FileDocument {
  Document document;
  uint32_t number = 0;  // which of several, from 1, as its place says: FILE:NUMBER; 0: the only one
};

class WholeFileParser : public BlockParser {
 public:
  // Both must outlive the parser.
  WholeFileParser(const InputPath& input, const StreamOptions& options);

  void parse(FileBlock& block, const OnRecord& on_record) final;

 protected:
  // Returns the documents of the file, each with its id and place, and notes what is wrong. The
  // bytes may be moved from: they are the block's buffer.
  virtual std::vector<FileDocument> documents_of(FileBlock& block) = 0;

  static void note(FileBlock& block, Problem problem);

  const InputPath& input() const { return input_; }
  const StreamOptions& options() const { return options_; }
  // As valid UTF-8.
  const std::string& name() const { return name_; }

 private:
  void add_metadata(FileBlock& block);
  static void replace_date(FileBlock& block, Document& document, const MetadataRow& row);

  const InputPath& input_;
  const StreamOptions& options_;
  std::string name_;
  std::vector<FileDocument> documents_;  // of the last file
  std::vector<std::optional<std::string>> values_;
};

}  // namespace reprise::detail

// Reads records again, one at a time, when a run has decided about them.
//
// Steps: the record's block says in which shard it lies, and where. A line is read and parsed as a
// block of its own; a text file is opened anew. A line that no longer parses, a text
// of another hash, and a text file of another version have changed meanwhile, and that is an error.
//
//     record 7    block 2, line 3 of its file    bytes 180 to 240 are read, and parsed again
//     text.txt    touched since                  an error: the file has changed
//
// Cost: a read and a parse a record; parsers are kept from one to the next.
#include "reprise/dedup/reread.h"

#include "reprise/base/utf8.h"

namespace reprise::detail {
namespace {

const InputPath& file_of(const Records& records, const Records::Found& found) {
  return records.shards[found.block.shard].file_of(found.block.places[found.index]);
}

}  // namespace

RecordReader::Parsers& RecordReader::parsers_of(const Shard& shard) {
  const Format* format = format_named(shard.files[0].format);
  Parsers& parsers = parsers_[{format, shard.head.empty() ? nullptr : &shard}];
  if (!parsers.texts) {
    of_texts_.head = shard.head;
    of_documents_.head = shard.head;
    parsers.texts = format->make_parser(any_file_, of_texts_);
    parsers.documents = format->make_parser(any_file_, of_documents_);
  }
  return parsers;
}

std::string_view RecordReader::bytes_of(const Records::Found& found) {
  const RecordPlace& place = found.block.places[found.index];
  return records_.read(found.block, place.begin, place.size, buffer_);
}

// A record that is a line, as a block of its own.
void RecordReader::parse(const Records::Found& found, BlockParser& parser,
                         const OnRecord& on_record) {
  block_.bytes = bytes_of(found);
  bool parsed = false;
  parser.parse(block_, [&](StreamRecord& record) {
    on_record(record);
    parsed = true;
  });
  if (!parsed) {
    throw_changed(file_of(records_, found).path);
  }
}

std::string_view RecordReader::text_of_file(const Records::Found& found) {
  const InputPath& input = file_of(records_, found);
  const OpenInput open = open_input(input);
  const auto parser = open.refusal ? nullptr : open.format->make_parser(input, of_texts_);
  bool parsed = false;
  FileBlock block;
  if (parser && open.stream->next(block)) {
    parser->parse(block, [&](StreamRecord& record) {
      if (record.place.line == found.block.places[found.index].line) {
        document_ = std::move(*record.whole);
        parsed = true;
      }
    });
  }
  const Shard& shard = records_.shards[found.block.shard];
  if (!parsed || version_of(input.path) != shard.versions[found.block.places[found.index].begin]) {
    throw_changed(input.path);
  }
  return document_.text;
}

const MetadataRow* RecordReader::row_of(const InputPath& input) {
  const ProblemSink told_before = [](const Problem&) {
  };
  if (!metadata_) {
    metadata_ = std::make_unique<Metadata>(options_.metadata, told_before);
  }
  return metadata_->find(input, told_before);
}

std::string RecordReader::id_of_file(const Records::Found& found) {
  const InputPath& input = file_of(records_, found);
  const MetadataRow* row = row_of(input);
  const uint32_t number = found.block.places[found.index].line;
  if (number > 0) {
    return repaired_utf8(input.id) + ":" + std::to_string(number);
  }
  return row && row->id ? *row->id : repaired_utf8(input.id);
}

// Decisions are about the texts of the first reading, and no others.
void RecordReader::check_text(const Records::Found& found, std::string_view text) const {
  const std::vector<TextHash>& hashes = found.block.texts;
  const bool is_known = !hashes.empty();
  if (is_known && hash_text(text) != hashes[found.index]) {
    throw_changed(file_of(records_, found).path);
  }
}

std::string_view RecordReader::text(uint32_t record) {
  const Records::Found found = records_.find(record);
  const std::shared_ptr<TableTexts>& table = records_.shards[found.block.shard].table;
  if (table && !table->is_spooled) {
    const std::string_view text = records_.text_in_memory(record);
    const bool is_unchanged =
        found.block.texts.empty() || hash_text(text) == found.block.texts[found.index];
    if (!is_unchanged) {
      throw_changed(records_.where(record));
    }
    return text;
  }
  const std::string_view text = text_of(found);
  check_text(found, text);
  return text;
}

std::string_view RecordReader::text_of(const Records::Found& found) {
  const Shard& shard = records_.shards[found.block.shard];
  if (!shard.in_lines) {
    return shard.seekable ? text_of_file(found) : bytes_of(found);
  }
  std::string_view text;
  parse(found, *parsers_of(shard).texts, [&](StreamRecord& read) { text = read.text; });
  return text;
}

std::string RecordReader::id(uint32_t record) {
  const Records::Found found = records_.find(record);
  const Shard& shard = records_.shards[found.block.shard];
  if (shard.table) {
    return records_.where(record);
  }
  if (!shard.in_lines) {
    return id_of_file(found);
  }
  // In full, for a number is an id as it is written.
  std::string id;
  BlockParser& parser = *parsers_of(shard).documents;
  block_.first_line = found.block.first_line + found.block.places[found.index].line;
  parse(found, parser, [&](StreamRecord& read) {
    check_text(found, read.text);
    const bool has_none = read.whole->id == read.whole->where;
    id = has_none ? records_.where(record) : std::move(read.whole->id);
  });
  return id;
}

std::optional<std::string> RecordReader::source(uint32_t record) {
  const Records::Found found = records_.find(record);
  const Shard& shard = records_.shards[found.block.shard];
  if (shard.table) {
    return std::nullopt;
  }
  if (!shard.in_lines) {
    const MetadataRow* row = row_of(file_of(records_, found));
    if (row && row->source) {
      return row->source;
    }
    if (!shard.seekable) {
      return std::nullopt;
    }
    text_of_file(found);
    return document_.source;
  }
  std::optional<std::string> source;
  block_.first_line = found.block.first_line + found.block.places[found.index].line;
  parse(found, *parsers_of(shard).documents, [&](StreamRecord& read) {
    check_text(found, read.text);
    source = std::move(read.whole->source);
  });
  return source;
}

}  // namespace reprise::detail

// Any bytes as what an archive holds: as a document they are one or none, and one is written as it
// was read; as the content of a segment's file, under good checksums, they are read without harm,
// or refused with the name of the file.
#include <cstring>
#include <string>

#include "fuzz/require.h"
#include "reprise/archive/document_record.h"
#include "reprise/archive/entries.h"
#include "reprise/archive/texts.h"
#include "reprise/archive/words.h"
#include "reprise/error.h"
#include "support/files.h"

namespace {

using namespace reprise;
using namespace reprise::detail;
using fuzz::require;

void require_that_a_record_survives_writing(std::string_view bytes) {
  if (const auto record = read_record(bytes)) {
    require(write_record(*record) == bytes);
  }
}

// Writes the bytes as a file's content, of which the first 16 are the numbers of the footer.
void write_content(const std::string& path, SegmentFileKind kind, std::string_view bytes) {
  std::array<uint64_t, 2> numbers{};
  if (bytes.size() >= sizeof numbers) {
    std::memcpy(numbers.data(), bytes.data(), sizeof numbers);
    bytes.remove_prefix(sizeof numbers);
  }
  SegmentFileWriter file(path, kind, 1);
  file.write(bytes);
  file.finish(numbers);
}

template <class Read>
void require_good_or_refused(const std::string& path, const Read& read) {
  try {
    read();
  } catch (const Error& e) {
    require(e.problem().where == path && !e.problem().remedy.empty());
  }
}

void read_entries(const std::string& path, std::string_view bytes) {
  write_content(path, SegmentFileKind::grams, bytes);
  require_good_or_refused(path, [&] {
    const Entries entries(path, SegmentFileKind::grams, 1);
    for (const uint32_t key : {0U, 1U, 1U << 20, UINT32_MAX}) {
      for (const uint64_t entry : entries.of(key)) {
        require(unpacked(entry).place < most_in_segment);
      }
    }
  });
}

void read_texts(const std::string& path, std::string_view bytes) {
  write_content(path, SegmentFileKind::texts, bytes);
  require_good_or_refused(path, [&] {
    const Texts texts(path, 1);
    for (uint32_t place = 0; place < texts.size(); ++place) {
      texts.record(place);
    }
  });
}

void read_words(const std::string& path, std::string_view bytes) {
  write_content(path, SegmentFileKind::words, bytes);
  require_good_or_refused(path, [&] {
    const Words words(path, 1);
    for (uint32_t place = 0; place < words.size(); ++place) {
      words.of(place);
    }
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const support::TempFolder folder;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  require_that_a_record_survives_writing(bytes);
  read_entries(folder / "1.grams", bytes);
  read_texts(folder / "1.texts", bytes);
  read_words(folder / "1.words", bytes);
  return 0;
}

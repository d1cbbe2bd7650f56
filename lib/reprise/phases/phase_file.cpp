// Steps of writing: the head is the first section; each section begins at a multiple of 16; the
// directory comes last. Steps of reading: the directory is held against the file's size, the head
// against the one that is expected, line by line, so that what differs can be named.
#include "reprise/phases/phase_file.h"

#include <algorithm>
#include <array>

#include "reprise/error.h"
#include "reprise/version.h"

namespace reprise::detail {
namespace {

constexpr uint64_t alignment = 16;
constexpr uint64_t phases_mark = 0x3173657361687072u;  // "rphases1"
constexpr uint32_t phases_format = 1;
constexpr uint64_t most_sections = 64;

CheckedFileType type_of(PhaseFileKind kind) {
  return {phases_mark, static_cast<uint32_t>(kind), phases_format, 0,
          "remove it, and run the phase again that makes it"};
}

// The lines of a head, each with what to say if it differs.
struct HeadLine {
  const char* name;
  std::string value;
  const char* differs;
};

std::array<HeadLine, 5> lines_of(PhaseFileKind kind, const PhaseHead& head) {
  return {{{"reprise phases", name_of(kind), "is of another phase"},
           {"version", std::string(version()), "was made by another version of reprise"},
           {"options", head.options, "was made with other options"},
           {"corpus", head.corpus, "was made of other documents"},
           {"of", head.of, "is of another part"}}};
}

std::string text_of(const HeadLine& line) {
  return std::string(line.name) + ": " + line.value + "\n";
}

}  // namespace

const char* name_of(PhaseFileKind kind) {
  switch (kind) {
    case PhaseFileKind::keys: return "keys";
    case PhaseFileKind::sets: return "sets";
    case PhaseFileKind::buckets: return "buckets";
    case PhaseFileKind::pairs: return "pairs";
    case PhaseFileKind::similarities: return "similarities";
    case PhaseFileKind::states: return "states";
    case PhaseFileKind::filtered: return "filtered";
  }
  return "";
}

PhaseFileWriter::PhaseFileWriter(const std::string& path, PhaseFileKind kind, const PhaseHead& head)
    : file_(path, Durability::buffered),
      bytes_(type_of(kind), [this](std::string_view bytes) { file_.write(bytes); }) {
  std::string text;
  for (const HeadLine& line : lines_of(kind, head)) {
    text += text_of(line);
  }
  begin_section();
  append(std::span<const char>(text));
}

void PhaseFileWriter::end_section() {
  if (directory_.empty()) {
    return;
  }
  directory_.push_back(bytes_.size() - directory_.back());
  constexpr std::array<char, alignment> zeros{};
  const uint64_t beyond = bytes_.size() % alignment;
  bytes_.write({zeros.data(), beyond == 0 ? 0 : alignment - beyond});
}

void PhaseFileWriter::begin_section() {
  end_section();
  directory_.push_back(bytes_.size());
}

void PhaseFileWriter::commit() {
  end_section();
  const uint64_t place = bytes_.size();
  bytes_.write_numbers(directory_);
  bytes_.finish({place, directory_.size() / 2});
  file_.commit();
}

PhaseFile::PhaseFile(const std::string& path, PhaseFileKind kind, const PhaseHead& head)
    : file_(path, type_of(kind)) {
  read_directory();
  check_head(kind, head);
}

void PhaseFile::read_directory() {
  const auto [place, sections] = file_.numbers();
  const uint64_t size = sections * 2 * sizeof(uint64_t);
  const bool can_be = sections >= 1 && sections <= most_sections && place % alignment == 0 &&
                      place <= file_.size() && file_.size() - place == size;
  if (!can_be) {
    refuse("is damaged: its numbers contradict one another");
  }
  const std::span<const uint64_t> directory = file_.numbers_at(place, sections * 2);
  for (size_t s = 0; s < directory.size(); s += 2) {
    const uint64_t begin = directory[s], bytes = directory[s + 1];
    if (begin % alignment != 0 || begin > place || bytes > place - begin) {
      refuse("is damaged: a section should stand behind its end");
    }
  }
  directory_.assign(directory.begin(), directory.end());
}

void PhaseFile::check_head(PhaseFileKind kind, const PhaseHead& head) const {
  const std::span<const char> bytes = all<char>(0);
  std::string_view text(bytes.data(), bytes.size());
  for (const HeadLine& line : lines_of(kind, head)) {
    const std::string expected = text_of(line);
    if (!text.starts_with(expected)) {
      const std::string found(text.substr(0, std::min(text.find('\n'), text.size())));
      throw Error(ErrorKind::input,
                  {path(),
                   std::string(line.differs) + ": it says '" + found + "', not '" +
                       expected.substr(0, expected.size() - 1) + "'",
                   "run all phases with one version and the same options, of inputs that nobody "
                   "changes; for a new start, name another folder",
                   false});
    }
    text.remove_prefix(expected.size());
  }
}

uint64_t PhaseFile::bytes_of(size_t section, size_t size) const {
  if (section * 2 >= directory_.size() || directory_[section * 2 + 1] % size != 0) {
    refuse("is damaged: it has not the sections of its kind");
  }
  return directory_[section * 2 + 1];
}

const char* PhaseFile::part_of(size_t section, size_t size, uint64_t first, uint64_t count) const {
  const uint64_t there = bytes_of(section, size) / size;
  if (first > there || count > there - first) {
    refuse("is damaged: something should stand behind its end");
  }
  return file_.bytes(directory_[section * 2] + first * size, count * size).data();
}

bool is_done(const std::string& path, PhaseFileKind kind, const PhaseHead& head) {
  try {
    const PhaseFile file(path, kind, head);
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace reprise::detail

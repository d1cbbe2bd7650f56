#include "reprise/archive/texts.h"

#include <zstd.h>

#include <new>

#include "reprise/archive/entries.h"
#include "reprise/error.h"

namespace reprise::detail {
namespace {

constexpr int level = 3;
constexpr uint64_t largest_record = uint64_t{1} << 40;

// What a thread compresses with: to make one costs more than a document.
class Compressor {
 public:
  Compressor() : context_(ZSTD_createCCtx()) {
    if (context_ == nullptr) {
      throw std::bad_alloc();
    }
    ZSTD_CCtx_setParameter(context_, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context_, ZSTD_c_checksumFlag, 1);
  }
  ~Compressor() { ZSTD_freeCCtx(context_); }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  ZSTD_CCtx* get() const { return context_; }

 private:
  ZSTD_CCtx* context_;
};

// The same for what a thread unpacks with.
class Decompressor {
 public:
  Decompressor() : context_(ZSTD_createDCtx()) {
    if (context_ == nullptr) {
      throw std::bad_alloc();
    }
  }
  ~Decompressor() { ZSTD_freeDCtx(context_); }
  Decompressor(const Decompressor&) = delete;
  Decompressor& operator=(const Decompressor&) = delete;

  ZSTD_DCtx* get() const { return context_; }

 private:
  ZSTD_DCtx* context_;
};

}  // namespace

std::string packed_record(const DocumentRecord& record) {
  const std::string bytes = write_record(record);
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  thread_local const Compressor compressor;
  const size_t size =
      ZSTD_compress2(compressor.get(), frame.data(), frame.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(size) != 0) {
    throw Error(ErrorKind::system,
                {"", std::string("zstd can't compress: ") + ZSTD_getErrorName(size), ""});
  }
  frame.resize(size);
  return frame;
}

TextsWriter::TextsWriter(const std::string& path, uint64_t segment)
    : file_(path, SegmentFileKind::texts, segment) {}

void TextsWriter::add(uint64_t number, std::string_view frame) {
  index_.push_back(number);
  index_.push_back(file_.size());
  file_.write(frame);
}

void TextsWriter::finish() {
  index_.push_back(UINT64_MAX);
  index_.push_back(file_.size());
  finish_with_index(index_, file_);
}

Texts::Texts(const std::string& path, uint64_t segment)
    : file_(path, type_of(SegmentFileKind::texts, segment)), index_(file_) {}

uint64_t Texts::number_of(uint32_t place) const {
  return index_.from(place, 1)[0];
}

std::optional<uint32_t> Texts::place_of(uint64_t number) const {
  uint32_t begin = 0;
  uint32_t end = size();
  while (begin < end) {
    const uint32_t middle = begin + (end - begin) / 2;
    if (number_of(middle) < number) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  const bool is_here = begin < size() && number_of(begin) == number;
  return is_here ? std::optional(begin) : std::nullopt;
}

std::string_view Texts::frame(uint32_t place) const {
  const std::span<const uint64_t> index = index_.from(place, 2 * numbers_of_a_document);
  const uint64_t begin = index[1];
  const uint64_t end = index[3];
  if (begin > end || end > index_.begin()) {
    file_.refuse("is damaged: its index is out of order");
  }
  return file_.bytes(begin, end - begin);
}

DocumentRecord Texts::record(uint32_t place) const {
  const std::string_view packed = frame(place);
  const uint64_t size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size > largest_record) {  // unknown, or no frame at all
    file_.refuse("is damaged: a document is no frame of zstd");
  }
  std::string bytes(size, '\0');
  thread_local const Decompressor decompressor;
  const size_t unpacked = ZSTD_decompressDCtx(decompressor.get(), bytes.data(), bytes.size(),
                                              packed.data(), packed.size());
  std::optional<DocumentRecord> record;
  if (unpacked == size) {
    record = read_record(bytes);
  }
  if (!record) {
    file_.refuse("is damaged: a document can't be read");
  }
  return std::move(*record);
}

}  // namespace reprise::detail

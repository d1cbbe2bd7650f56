#include "reprise/io/pack.h"

#include <zlib.h>
#include <zstd.h>

#include <new>
#include <stdexcept>
#include "reprise/error.h"

namespace reprise::detail {
namespace {

std::string pack_gzip(std::string_view bytes) {
  z_stream stream{};
  constexpr int gzip_header = 16, window = 15, memory = 8;
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window + gzip_header, memory,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in =
      reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT: zlib only reads it
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int status = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (status != Z_STREAM_END) {
    throw Error(ErrorKind::system,
                {"", "zlib can't compress: status " + std::to_string(status), ""});
  }
  return out;
}

std::string pack_zstandard(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const size_t size =
      ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), ZSTD_CLEVEL_DEFAULT);
  if (ZSTD_isError(size)) {
    throw Error(ErrorKind::system,
                {"", std::string("zstd can't compress: ") + ZSTD_getErrorName(size), ""});
  }
  out.resize(size);
  return out;
}

}  // namespace

Packing packing_of(std::string_view path) {
  if (path.ends_with(".gz")) {
    return Packing::gzip;
  }
  return path.ends_with(".zst") ? Packing::zstandard : Packing::none;
}

std::string pack(std::string_view bytes, Packing packing) {
  switch (packing) {
    case Packing::gzip: return pack_gzip(bytes);
    case Packing::zstandard: return pack_zstandard(bytes);
    case Packing::none: break;
  }
  return std::string(bytes);
}

}  // namespace reprise::detail

// Compresses a piece by zlib or Zstandard in one call, into room for the worst case.
//
//     packing_of("a.JSONL.GZ")      gzip, in any case
//     pack("aaaa", gzip)            one member, with its header and checksum
//     pack("aaaa", none)            the bytes as they are
//
// Cost: that of the library at its usual level; memory for the piece and its worst case.
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
  // zlib only reads it.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT
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

std::string_view ending_of(Packing packing) {
  switch (packing) {
    case Packing::gzip: return ".gz";
    case Packing::zstandard: return ".zst";
    case Packing::none: break;
  }
  return "";
}

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c - 'A' + 'a');
    }
  }
  return out;
}

std::string_view without_packing(std::string_view path) {
  return path.substr(0, path.size() - ending_of(packing_of(path)).size());
}

Packing packing_of(std::string_view path) {
  const std::string name = lower_ascii(path);
  for (const Packing packing : {Packing::gzip, Packing::zstandard}) {
    if (name.ends_with(ending_of(packing))) {
      return packing;
    }
  }
  return Packing::none;
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

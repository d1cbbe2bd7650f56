// Files for tests: a folder that goes away again, and compressed bytes made by zlib and libzstd
// directly.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace reprise::detail::support {

// A fresh folder that is removed with all that it holds.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::string& path() const { return path_; }
  // Returns the path of a name in the folder.
  std::string operator/(std::string_view name) const { return path_ + "/" + std::string(name); }
  // Writes the file, with the folders above it, and returns its path.
  std::string write(std::string_view name, std::string_view bytes) const;

 private:
  std::string path_;
};

void write_file(const std::string& path, std::string_view bytes);
std::string read_file(const std::string& path);

// Return one gzip member, one Zstandard frame with its checksum, as the zstd program writes it.
std::string gzipped(std::string_view bytes);
std::string zstandard(std::string_view bytes);

// Returns UTF-16 bytes of the units, without a byte-order mark.
std::string utf16_bytes(std::u16string_view units, bool little_endian);

}  // namespace reprise::detail::support

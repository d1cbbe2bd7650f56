#include "reprise/io/input_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include <cstdio>

#include "reprise/error.h"
#include "support/files.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::gzipped;
using support::TempFolder;
using support::zstandard;

struct Read {
  std::string bytes;
  std::optional<std::string> damage;
};

// Reads in pieces of the given size; a piece that is not full must be the last.
Read read_file(const std::string& path, size_t piece = 1 << 16) {
  InputFile file(path);
  Read result;
  std::string buffer(piece, '\0');
  size_t got = piece;
  while (got == piece) {
    got = file.read(std::span(buffer));
    result.bytes.append(buffer, 0, got);
  }
  EXPECT_EQ(file.read(std::span(buffer)), 0u);
  result.damage = file.damage();
  return result;
}

Read read_bytes(std::string_view bytes, size_t piece = 1 << 16) {
  const TempFolder folder;
  return read_file(folder.write("file", bytes), piece);
}

// Bytes that compress badly, so that the compressed file spans several of the reader's buffers too.
std::string noise(size_t size) {
  support::Random random(size);
  std::string bytes(size, ' ');
  for (char& c : bytes) {
    c = static_cast<char>(random.below(256));
  }
  if (!bytes.empty()) {
    bytes[0] = '{';  // never by chance the first byte of a compressed file
  }
  return bytes;
}

TEST(InputFile, GivesTheSameBytesPlainGzippedAndZstandard) {
  const size_t buffer = size_t{256} << 10;
  for (const size_t size :
       {size_t{0}, size_t{1}, size_t{1000}, buffer - 1, buffer, buffer + 1, 4 * buffer + 17}) {
    const std::string bytes = noise(size);
    for (const std::string& file : {bytes, gzipped(bytes), zstandard(bytes)}) {
      for (const size_t piece : {size_t{333}, size_t{1} << 16, size_t{1} << 22}) {
        const Read read = read_bytes(file, piece);
        EXPECT_TRUE(read.bytes == bytes) << size << " bytes in pieces of " << piece;
        EXPECT_EQ(read.damage, std::nullopt) << size;
      }
    }
  }
}

// A few compressed bytes that hold many: the inflater has output left when its input is used up.
TEST(InputFile, LongOutputOfShortInputIsReadToItsEnd) {
  const std::string zeros(3'000'000, '0');
  for (const std::string& file : {gzipped(zeros), zstandard(zeros)}) {
    for (const size_t piece : {size_t{4096}, size_t{100'000}, zeros.size(), zeros.size() + 1}) {
      const Read read = read_bytes(file, piece);
      EXPECT_TRUE(read.bytes == zeros);
      EXPECT_EQ(read.damage, std::nullopt);
    }
  }
}

TEST(InputFile, SeveralMembersOrFramesAreOneFile) {
  const std::string a = noise(300'000), b = "{\"text\":\"b\"}\n", c = noise(400'000);
  EXPECT_TRUE(read_bytes(gzipped(a) + gzipped(b) + gzipped("") + gzipped(c)).bytes == a + b + c);
  const std::string skippable("\x50\x2a\x4d\x18\x03\x00\x00\x00xyz", 11);
  const Read read = read_bytes(skippable + zstandard(a) + zstandard(b) + skippable + zstandard("") +
                               zstandard(c));
  EXPECT_TRUE(read.bytes == a + b + c);
  EXPECT_EQ(read.damage, std::nullopt);
}

TEST(InputFile, TheFirstBytesDecideNotTheName) {
  const TempFolder folder;
  EXPECT_EQ(read_file(folder.write("plain.gz", "no gzip")).bytes, "no gzip");
  EXPECT_EQ(read_file(folder.write("compressed.txt", gzipped("inside"))).bytes, "inside");
  EXPECT_EQ(read_file(folder.write("empty.zst", "")).bytes, "");
}

TEST(InputFile, WhatCameBeforeTheCutIsGivenAndTheCutIsSaid) {
  const std::string bytes = noise(600'000);
  for (const std::string& file : {gzipped(bytes), zstandard(bytes)}) {
    for (const size_t cut : {size_t{1}, size_t{8}, file.size() / 2, file.size() - 12}) {
      const Read read = read_bytes(std::string_view(file).substr(0, file.size() - cut));
      EXPECT_TRUE(bytes.starts_with(read.bytes)) << cut;
      ASSERT_NE(read.damage, std::nullopt) << cut;
      EXPECT_NE(read.damage->find("ends too early"), std::string::npos) << *read.damage;
      EXPECT_EQ(read.bytes.size() > bytes.size() / 3, cut <= file.size() / 2) << cut;
    }
    const Read second =
        read_bytes(file + file.substr(0, file.size() - 5));  // the cut is in a later member
    EXPECT_GE(second.bytes.size(), bytes.size());
    EXPECT_NE(second.damage, std::nullopt);
  }
}

TEST(InputFile, DamagedBytesInTheMiddleAreSaid) {
  const std::string bytes = noise(600'000);
  for (std::string file : {gzipped(bytes), zstandard(bytes)}) {
    for (size_t i = 0; i < 50; ++i) {
      file[file.size() / 2 + i] = static_cast<char>(~file[file.size() / 2 + i]);
    }
    EXPECT_NE(read_bytes(file).damage, std::nullopt);
  }
  std::string checksum = gzipped(bytes);
  checksum[checksum.size() - 8] = static_cast<char>(~checksum[checksum.size() - 8]);
  EXPECT_NE(read_bytes(checksum).damage, std::nullopt);
}

// Tapes and block devices pad with zeros; gzip and Python read over them.
TEST(InputFile, ZerosBehindTheLastGzipMemberAreNothing) {
  const Read read = read_bytes(gzipped("inside") + std::string(300'000, '\0'));
  EXPECT_EQ(read.bytes, "inside");
  EXPECT_EQ(read.damage, std::nullopt);
}

TEST(InputFile, GarbageBehindTheLastMemberIsSaid) {
  for (const std::string& file : {gzipped("inside"), zstandard("inside")}) {
    for (const std::string garbage : {"x", "some more bytes", "\x1fzzz"}) {
      const Read read = read_bytes(file + garbage);
      EXPECT_EQ(read.bytes, "inside");
      EXPECT_NE(read.damage, std::nullopt) << garbage;
    }
  }
}

TEST(InputFile, MissingFileAndFolderAreErrorsWithTheirPath) {
  const TempFolder folder;
  for (const std::string& path : {folder / "missing.txt", folder.path()}) {
    try {
      InputFile file(path);
      ADD_FAILURE() << path;
    } catch (const Error& e) {
      EXPECT_EQ(e.problem().where, path);
      EXPECT_FALSE(e.problem().what.empty());
      EXPECT_FALSE(e.problem().remedy.empty());
    }
  }
}

TEST(InputFile, MovedReaderGoesOn) {
  const TempFolder folder;
  InputFile first(folder.write("file", gzipped("hello world")));
  std::string buffer(5, '\0');
  EXPECT_EQ(first.read(std::span(buffer)), 5u);
  InputFile second = std::move(first);
  buffer.resize(100);
  EXPECT_EQ(second.read(std::span(buffer)), 6u);
  EXPECT_EQ(buffer.substr(0, 6), " world");
}

TEST(InputFile, ReadWholeHoldsItsLimit) {
  const TempFolder folder;
  const std::string bytes = noise(700'000), path = folder.write("file", gzipped(bytes));
  std::optional<std::string> damage;
  EXPECT_TRUE(read_whole(path, damage) == bytes);
  EXPECT_TRUE(read_whole(path, damage, bytes.size()) == bytes);
  EXPECT_THROW(read_whole(path, damage, bytes.size() - 1), Error);
  EXPECT_EQ(damage, std::nullopt);
  read_whole(folder.write("cut", gzipped(bytes).substr(0, 1000)), damage);
  EXPECT_NE(damage, std::nullopt);
}

TEST(InputFile, WhatIsPeekedAtIsReadAllTheSame) {
  const TempFolder folder;
  const std::string bytes = noise(700'000);
  for (const std::string& content : {bytes, gzipped(bytes), zstandard(bytes)}) {
    const std::string path = folder.write("file", content);
    for (const size_t size :
         {size_t{0}, size_t{1}, size_t{8192}, size_t{300'000}, size_t{800'000}}) {
      InputFile file(path);
      EXPECT_EQ(file.peek(size / 2), std::string_view(bytes).substr(0, size / 2));
      EXPECT_EQ(file.peek(size), std::string_view(bytes).substr(0, size));
      EXPECT_EQ(file.peek(10), std::string_view(bytes).substr(0, 10));
      std::string all(7, '\0');
      EXPECT_EQ(file.read(std::span(all)), 7u);  // less than what was shown
      all += read_rest(file, path);
      EXPECT_TRUE(all == bytes) << size;
      EXPECT_EQ(file.is_seekable(), content == bytes);
    }
  }
}

// As zstd --long=31 writes them: the window is 2 GiB, of which only what is used takes memory.
TEST(InputFile, ZstandardWindowsOfAnySizeAreRead) {
  const TempFolder folder;
  const std::string bytes = noise(200'000);
  for (const int window : {10, 27, 28, 31}) {
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, window);
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    // Without the size of the content in its head, as from a pipe: the frame asks for all.
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    ZSTD_outBuffer out{packed.data(), packed.size(), 0};
    ZSTD_compressStream2(context, &out, &in, ZSTD_e_flush);
    while (ZSTD_compressStream2(context, &out, &in, ZSTD_e_end) > 0) {
    }
    ZSTD_freeCCtx(context);
    std::optional<std::string> damage;
    const std::string path = folder.write("file", packed.substr(0, out.pos));
    EXPECT_TRUE(read_whole(path, damage) == bytes) << window;
    EXPECT_EQ(damage, std::nullopt) << window << ": " << damage.value_or("");
  }
}

TEST(InputFile, SkippableFramesArePassedOver) {
  const TempFolder folder;
  const std::string skippable = std::string("\x5e\x2a\x4d\x18\x05\0\0\0", 8) + "notes";
  std::optional<std::string> damage;
  for (const std::string& packed :
       {skippable + zstandard("ab") + skippable + skippable + zstandard("cd") + skippable,
        skippable + zstandard("abcd"), zstandard("abcd") + skippable}) {
    EXPECT_EQ(read_whole(folder.write("file", packed), damage), "abcd");
    EXPECT_EQ(damage, std::nullopt);
  }
  EXPECT_EQ(read_whole(folder.write("file", skippable), damage), "");
  EXPECT_EQ(damage, std::nullopt);
}

TEST(InputFile, OnlyPlainRegularFilesCanBeReadTwice) {
  const TempFolder folder;
  const auto is_seekable = [](const std::string& path) {
    InputFile file(path);
    std::string buffer(100, '\0');
    file.read(std::span(buffer));
    return file.is_seekable();
  };
  EXPECT_TRUE(is_seekable(folder.write("plain", "bytes")));
  EXPECT_TRUE(is_seekable(folder.write("empty", "")));
  EXPECT_TRUE(is_seekable(folder.write("long.gz", noise(600'000))));
  EXPECT_FALSE(is_seekable(folder.write("gzip", gzipped("bytes"))));
  EXPECT_FALSE(is_seekable(folder.write("zstandard", zstandard("bytes"))));
  EXPECT_FALSE(is_seekable("/dev/null"));
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  EXPECT_EQ(write(ends[1], "bytes", 5), 5);
  close(ends[1]);
  EXPECT_FALSE(is_seekable("/dev/fd/" + std::to_string(ends[0])));
  close(ends[0]);
}

TEST(InputFile, AVersionIsThatOfTheFileAsItIsNow) {
  const TempFolder folder;
  const std::string path = folder.write("file", "bytes"), other = folder.write("other", "bytes");
  std::string buffer(100, '\0');
  InputFile file(path), twin(path);
  const FileVersion version = file.version();
  EXPECT_EQ(version.size, 5u);
  EXPECT_EQ(version, twin.version());
  EXPECT_NE(version, InputFile(other).version());
  file.read(std::span(buffer));
  EXPECT_EQ(file.version(), version);  // reading is no change

  struct timespec later[2] = {{0, UTIME_OMIT}, {2'000'000'000, 123'456'789}};
  ASSERT_EQ(utimensat(AT_FDCWD, path.c_str(), later, 0), 0);
  EXPECT_NE(file.version(), version);
  EXPECT_EQ(file.version().modified, 2'000'000'000'123'456'789);
  EXPECT_EQ(file.version(), twin.version());

  support::write_file(path, "more bytes");
  EXPECT_EQ(file.version().size, 10u);
  const FileVersion last = file.version();
  ASSERT_EQ(rename(other.c_str(), path.c_str()), 0);
  EXPECT_EQ(file.version(), last);  // the open file is the old one
  EXPECT_NE(InputFile(path).version(), last);
}

}  // namespace
}  // namespace reprise::detail

#include "reprise/io/temporary_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "reprise/base/parallel.h"
#include "reprise/error.h"
#include "support/files.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;
using support::Random;
using support::TempFolder;

// A variable of the environment that gets its old value back.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* before = std::getenv(name)) {
      before_ = before;
    }
    value ? setenv(name, value, 1) : unsetenv(name);
  }
  ~Variable() { before_ ? setenv(name_, before_->c_str(), 1) : unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
  std::optional<std::string> before_;
};

std::string bytes_of(Random& random, size_t size) {
  std::string bytes(size, '\0');
  for (char& c : bytes) {
    c = static_cast<char>(random.below(256));
  }
  return bytes;
}

TEST(TemporaryFile, GivesBackWhatWasAppended) {
  const TempFolder folder;
  TemporaryFile file(folder.path());
  Random random(1);
  std::string all;
  for (const size_t size :
       {size_t{0}, size_t{1}, size_t{1000}, size_t{0}, size_t{3'000'000}, size_t{17}}) {
    const std::string bytes = bytes_of(random, size);
    EXPECT_EQ(file.append(bytes), all.size());
    all += bytes;
  }
  for (int round = 0; round < 200; ++round) {
    const size_t begin = random.below(all.size() + 1), size = random.below(all.size() - begin + 1);
    std::string buffer(size, '\0');
    file.read(begin, buffer);
    ASSERT_TRUE(buffer == all.substr(begin, size));
  }
}

TEST(TemporaryFile, ThreadsAppendSideBySide) {
  const TempFolder folder;
  TemporaryFile file(folder.path());
  const Workers limit(16);
  const size_t pieces = 2000;
  std::vector<uint64_t> places(pieces);
  std::vector<std::string> bytes(pieces);
  parallel_for(pieces, [&](size_t i) {
    Random random(i);
    bytes[i] = bytes_of(random, random.below(5000));
    places[i] = file.append(bytes[i]);
    std::string buffer(bytes[i].size(), '\0');
    file.read(places[i], buffer);  // while others write
    EXPECT_TRUE(buffer == bytes[i]);
  });
  for (size_t i = 0; i < pieces; ++i) {
    std::string buffer(bytes[i].size(), '\0');
    file.read(places[i], buffer);
    ASSERT_TRUE(buffer == bytes[i]) << i;
  }
}

TEST(TemporaryFile, NobodySeesIt) {
  const TempFolder folder;
  TemporaryFile file(folder.path()), other(folder.path());
  file.append("bytes");
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(TemporaryFile, ReadingBehindTheEndIsAnError) {
  const TempFolder folder;
  TemporaryFile file(folder.path());
  file.append("12345");
  std::string buffer(3, '\0');
  file.read(2, buffer);
  EXPECT_EQ(buffer, "345");
  EXPECT_THROW(file.read(3, buffer), Error);
  EXPECT_THROW(file.read(1000, buffer), Error);
}

TEST(TemporaryFile, AFolderThatCannotBeWrittenIsAnErrorThatNamesIt) {
  const TempFolder folder;
  for (const std::string& path : {folder / "missing", folder.write("file", "no folder")}) {
    try {
      TemporaryFile file(path);
      file.append("x");
      ADD_FAILURE() << path;
    } catch (const Error& e) {
      EXPECT_EQ(e.problem().where, path);
      EXPECT_NE(e.problem().remedy.find("TMPDIR"), std::string::npos);
    }
  }
}

TEST(TemporaryFile, TheUserNamesTheFolder) {
  {
    const Variable variable("TMPDIR", "/somewhere/else");
    EXPECT_EQ(temporary_folder(), "/somewhere/else");
  }
  for (const char* none : {static_cast<const char*>(nullptr), ""}) {
    const Variable variable("TMPDIR", none);
    EXPECT_EQ(temporary_folder(), "/tmp");
  }
}

}  // namespace
}  // namespace reprise::detail

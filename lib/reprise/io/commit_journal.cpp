// Steps:
//
//     1. What stands in the places gets a second, hidden name.
//     2. Journals are made, one in each folder, and locked. The first gets its content last: with
//        its last word the renames count as decided.
//     3. The renames are done. If one fails, those before it are undone.
//     4. The journals go, then the second names.
//
// A journal is a list of words with a NUL behind each: its title, then of each rename from, to, the
// second name, and the version of what stood there; then "end". One without its end says that
// nothing was decided.
//
// Source: Gray and Reuter, Transaction Processing, 1993 (redo logs).
#include "reprise/io/commit_journal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <set>

#include "reprise/error.h"
#include "reprise/io/folder_names.h"
#include "reprise/io/hidden_name.h"
#include "reprise/io/input_file.h"
#include "reprise/io/place.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view title = "reprise commit 1";
constexpr std::string_view other_journal = "see";
constexpr std::string_view end_word = "end";
constexpr size_t most_bytes = size_t{1} << 30;

std::string journal_beginning() {
  return ".reprise-journal-" + host_mark() + "-";
}

std::string version_in_words(const std::string& path) {
  const FileVersion version = version_of(path);
  return std::to_string(version.device) + ":" + std::to_string(version.inode) + ":" +
         std::to_string(version.size) + ":" + std::to_string(version.modified);
}

void append(std::string& journal, std::string_view word) {
  journal.append(word).push_back('\0');
}

// Returns the words of a whole journal; none if it is none, or not whole.
std::vector<std::string> words_of(const std::string& path) {
  std::vector<std::string> words;
  std::string bytes;
  try {
    InputFile file(path);
    bytes = read_rest(file, path, most_bytes);
  } catch (const Error&) {
    return words;
  }
  for (size_t begin = 0; begin < bytes.size();) {
    const size_t end = std::min(bytes.find('\0', begin), bytes.size());
    words.push_back(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
  const bool is_whole = words.size() > 1 && words.front() == title && words.back() == end_word;
  return is_whole ? words : std::vector<std::string>();
}

// Does the renames that the words of a journal name, and are not yet done.
void complete(std::span<const std::string> words, std::vector<std::string>& completed) {
  constexpr size_t words_each = 4;
  for (size_t i = 1; i + words_each < words.size(); i += words_each) {
    const std::string& from = words[i];
    const std::string& to = words[i + 1];
    const std::string& spare = words[i + 2];
    const bool is_as_before = version_in_words(to) == words[i + 3];
    if (is_as_before && ::rename(from.c_str(), to.c_str()) == 0) {
      completed.push_back(to);
    }
    if (!spare.empty()) {
      unlink(spare.c_str());
    }
  }
}

void complete_one(const fs::path& journal, std::vector<std::string>& completed) {
  const LockProbe probe(journal);
  if (!probe.is_free()) {
    return;
  }
  const std::vector<std::string> words = words_of(journal.string());
  if (words.size() > 2 && words[1] == other_journal) {
    if (fs::path(words[2]) != journal) {
      complete_one(words[2], completed);
    }
  } else {
    complete(words, completed);
  }
  unlink(journal.c_str());
}

}  // namespace

CommitJournal::CommitJournal(std::span<const PendingRename> renames) : renames_(renames) {
  try {
    make_journals();
    for (const PendingRename& rename : renames_) {
      keep_before(rename.to);
    }
    write();
  } catch (...) {
    clear();
    throw;
  }
}

CommitJournal::~CommitJournal() {
  clear();
}

void CommitJournal::clear() noexcept {
  for (const std::string& path : paths_) {
    unlink(path.c_str());
  }
  for (const int descriptor : descriptors_) {
    close(descriptor);
  }
  for (const Before& before : before_) {
    if (!before.spare.empty()) {
      unlink(before.spare.c_str());
    }
  }
}

void CommitJournal::make_journals() {
  // What is made is noted, whatever memory there is.
  paths_.reserve(renames_.size());
  descriptors_.reserve(renames_.size());
  before_.reserve(renames_.size());
  std::set<fs::path> folders;
  for (const PendingRename& rename : renames_) {
    const fs::path folder = fs::path(rename.to).parent_path();
    if (!folders.insert(folder).second) {
      continue;
    }
    std::string path = fs::absolute(folder / (journal_beginning() + "XXXXXX")).string();
    const int descriptor = mkostemp(path.data(), O_CLOEXEC);
    if (descriptor < 0) {
      throw_not_written(rename.name, errno);
    }
    flock(descriptor, LOCK_EX);
    paths_.push_back(std::move(path));
    descriptors_.push_back(descriptor);
  }
}

void CommitJournal::keep_before(const std::string& place) {
  Before before{version_in_words(place), {}, false};
  std::error_code error;
  const fs::file_status status = fs::symlink_status(place, error);
  before.is_new = !fs::exists(status);
  if (fs::is_regular_file(status)) {
    const std::string beginning = hidden_beside(place) + std::to_string(getpid()) + "-old";
    constexpr int most_tried = 1000;
    for (int i = 0; i < most_tried && before.spare.empty(); ++i) {
      const std::string spare = beginning + std::to_string(i);
      if (link(place.c_str(), spare.c_str()) == 0) {
        before.spare = spare;
      } else if (errno != EEXIST) {
        break;  // a disk without second names: what is done there can't be undone
      }
    }
  }
  before_.push_back(std::move(before));
}

void CommitJournal::write() const {
  for (size_t i = 1; i < paths_.size(); ++i) {
    std::string words;
    for (const std::string_view word :
         {title, other_journal, std::string_view(paths_[0]), end_word}) {
      append(words, word);
    }
    if (const int code = write_at(descriptors_[i], 0, words)) {
      throw_not_written(renames_.front().name, code);
    }
  }
  std::string words;
  append(words, title);
  for (size_t i = 0; i < renames_.size(); ++i) {
    const std::string& spare = before_[i].spare;
    append(words, fs::absolute(renames_[i].from).string());
    append(words, fs::absolute(renames_[i].to).string());
    append(words, spare.empty() ? spare : fs::absolute(spare).string());
    append(words, before_[i].version);
  }
  append(words, end_word);
  int code = write_at(descriptors_[0], 0, words);
  if (code == 0 && fsync(descriptors_[0]) != 0) {
    code = errno;
  }
  if (code != 0) {
    throw_not_written(renames_.front().name, code);
  }
}

void CommitJournal::rename_next() {
  const PendingRename& next = renames_[done_];
  if (::rename(next.from.c_str(), next.to.c_str()) != 0) {
    const int code = errno;
    roll_back();
    throw_not_written(next.name, code);
  }
  ++done_;
}

void CommitJournal::roll_back() {
  while (done_ > 0) {
    --done_;
    const PendingRename& undone = renames_[done_];
    const Before& before = before_[done_];
    if (!before.spare.empty()) {
      // What is new has its hidden name again: a kill in this moment loses nothing, either.
      static_cast<void>(link(undone.to.c_str(), undone.from.c_str()));
      ::rename(before.spare.c_str(), undone.to.c_str());
    } else if (before.is_new) {
      ::rename(undone.to.c_str(), undone.from.c_str());
    }
  }
}

void rename_together(std::span<const PendingRename> renames) {
  if (renames.empty()) {
    return;
  }
  if (renames.size() == 1) {  // one step by itself
    const PendingRename& rename = renames.front();
    if (::rename(rename.from.c_str(), rename.to.c_str()) != 0) {
      throw_not_written(rename.name, errno);
    }
    return;
  }
  CommitJournal journal(renames);
  for (size_t i = 0; i < renames.size(); ++i) {
    journal.rename_next();
  }
}

std::vector<std::string> complete_commits(const fs::path& folder) {
  std::vector<fs::path> journals;
  const fs::path place = folder.empty() ? "." : folder;
  std::error_code ignored;
  const std::string beginning = journal_beginning();
  for (const std::string& name : names_in(place, ignored)) {
    if (name.starts_with(beginning)) {
      journals.push_back(fs::absolute(place / name));
    }
  }
  std::sort(journals.begin(), journals.end());
  std::vector<std::string> completed;
  for (const fs::path& journal : journals) {
    complete_one(journal, completed);
  }
  return completed;
}

}  // namespace reprise::detail

// The members of a zip archive in memory, by name, with limits on what they may inflate to.
//
//     ZipMembers members(bytes, most);
//     ZipMember part = members.open("word/document.xml");
//     while (size_t n = part.read(buffer)) use(buffer.first(n));
//
// Bombs: all members together give at most `most` bytes; one of more than 16 MiB at most 500 times
// its size, and one of more than 128 MiB at most 200 times. Texts in office files are 5 to 30 times
// smaller when deflated, and 350 times if one line is all that they say. Both are asked of the
// sizes that the archive claims, and again of what really comes.
//
// Uses libzip. One thread at a time; cost: that of zlib, some 300 MB/s of what comes out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace reprise::detail {

class ZipMembers;

// One member, from front to back.
class ZipMember {
 public:
  ZipMember(ZipMember&&) noexcept;
  ~ZipMember();

  // Fills the buffer from its front; returns how many bytes, 0 at the end or at a damage. Throws
  // Refused at a limit.
  size_t read(std::span<char> buffer);
  // Returns what is wrong with it, as far as it was read.
  const std::optional<std::string>& damage() const { return damage_; }

 private:
  friend class ZipMembers;
  struct State;
  ZipMember(std::unique_ptr<State> state, ZipMembers& members);
  std::unique_ptr<State> state_;
  ZipMembers* members_;
  std::optional<std::string> damage_;
};

class ZipMembers {
 public:
  // The bytes must live as long. Check is_zip() first.
  ZipMembers(std::string_view bytes, uint64_t most);
  ~ZipMembers();
  ZipMembers(const ZipMembers&) = delete;
  ZipMembers& operator=(const ZipMembers&) = delete;

  bool is_zip() const;
  // Names are compared as they are, and then without regard to case.
  bool holds(const std::string& name) const;
  // REQUIRES: holds(name). Throws Refused: it is encrypted, or a bomb.
  ZipMember open(const std::string& name);
  // Returns at most the first `size` bytes of a member; empty if it isn't there.
  std::string head(const std::string& name, size_t size);

 private:
  friend class ZipMember;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace reprise::detail

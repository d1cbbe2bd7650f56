// Reading and writing at a place of an open file, whole: what pread and pwrite leave undone is
// done.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace reprise::detail {

// Fills the buffer with the bytes from `place` on; returns how many there were, fewer only at the
// end of the file. Throws Error, which names the file as `name`.
size_t read_at(int descriptor, uint64_t place, std::span<char> buffer, const std::string& name);

// Writes all of the bytes at `place`. Returns 0, or the system's error code.
int write_at(int descriptor, uint64_t place, std::string_view bytes);

// Returns the system's words for an error code.
std::string system_message(int code);

}  // namespace reprise::detail

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

// Returns how many files a part of the process may keep open: the system's limit over `share`, at
// most `most`.
size_t most_open_files(size_t share, size_t most);

// Throws the Error that says that an output can't be written. `name`: as the user wrote it.
[[noreturn]] void throw_not_written(const std::string& name, int code);

// Returns the system's words for an error code.
std::string system_message(int code);

}  // namespace reprise::detail

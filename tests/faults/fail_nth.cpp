// Makes the n-th call of one kind fail, in a program that knows nothing of it: loaded with
// LD_PRELOAD, told by the environment.
//
//     FAULT_CALL=write FAULT_NTH=7 FAULT_ERROR=28     the seventh write says "no space left"
//     FAULT_COUNT=FILE                                at the end, how many calls of each kind
//
// Kinds: open, read, write, fsync, rename, malloc, thread. Calls count from the begin of main() on:
// what the loader does before is not the program's. A write that fails with FAULT_ERROR=0 is short
// instead: it takes half.
//
// Any thread; the counters are atomic. Cost: some nanoseconds a call.
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

enum Kind { kind_open, kind_read, kind_write, kind_fsync, kind_rename, kind_malloc, kind_thread };
constexpr std::array<const char*, 7> names{"open",   "read",   "write", "fsync",
                                           "rename", "malloc", "thread"};

std::array<std::atomic<long>, names.size()> counts;
std::atomic<bool> in_main{false};
int failing = -1;  // a Kind
long nth = 0;
int error = 0;

void read_environment() {
  const char* call = std::getenv("FAULT_CALL");
  for (size_t i = 0; call && i < names.size(); ++i) {
    if (std::strcmp(call, names[i]) == 0) {
      failing = static_cast<int>(i);
    }
  }
  const char* number = std::getenv("FAULT_NTH");
  nth = number ? std::atol(number) : 0;
  const char* code = std::getenv("FAULT_ERROR");
  error = code ? std::atoi(code) : EIO;
}

void write_counts() {
  in_main = false;
  const char* path = std::getenv("FAULT_COUNT");
  FILE* file = path ? std::fopen(path, "w") : nullptr;
  if (!file) {
    return;
  }
  for (size_t i = 0; i < names.size(); ++i) {
    std::fprintf(file, "%s %ld\n", names[i], counts[i].load());
  }
  std::fclose(file);
}

// Counts the call, and returns whether it is the one to fail.
bool fails(Kind kind) {
  return in_main && ++counts[kind] == nth && failing == kind;
}

// The same, and says so as calls do.
bool refuses(Kind kind, int code) {
  if (!fails(kind)) {
    return false;
  }
  errno = code;
  return true;
}

template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

// Opens, unless it is to fail; `arguments` hold the mode, if the flags ask for one.
template <class Open>
int open_by(const Open& open, int flags, va_list& arguments) {
  const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
  return refuses(kind_open, error) ? -1 : open(mode);
}

int (*real_main)(int, char**, char**) = nullptr;

int counted_main(int argc, char** argv, char** environment) {
  read_environment();
  std::atexit(write_counts);
  in_main = true;
  return real_main(argc, argv, environment);
}

}  // namespace

extern "C" {

int __libc_start_main(int (*main)(int, char**, char**), int argc, char** argv, void (*init)(),
                      void (*fini)(), void (*rtld_fini)(), void* stack_end) {
  real_main = main;
  using Start =
      int (*)(int (*)(int, char**, char**), int, char**, void (*)(), void (*)(), void (*)(), void*);
  static const auto start = real<Start>("__libc_start_main");
  return start(counted_main, argc, argv, init, fini, rtld_fini, stack_end);
}

int open(const char* path, int flags, ...) {
  static const auto next = real<int (*)(const char*, int, ...)>("open");
  va_list arguments;
  va_start(arguments, flags);
  const int opened =
      open_by([&](mode_t mode) { return next(path, flags, mode); }, flags, arguments);
  va_end(arguments);
  return opened;
}

int open64(const char* path, int flags, ...) {
  static const auto next = real<int (*)(const char*, int, ...)>("open64");
  va_list arguments;
  va_start(arguments, flags);
  const int opened =
      open_by([&](mode_t mode) { return next(path, flags, mode); }, flags, arguments);
  va_end(arguments);
  return opened;
}

int openat(int folder, const char* path, int flags, ...) {
  static const auto next = real<int (*)(int, const char*, int, ...)>("openat");
  va_list arguments;
  va_start(arguments, flags);
  const int opened =
      open_by([&](mode_t mode) { return next(folder, path, flags, mode); }, flags, arguments);
  va_end(arguments);
  return opened;
}

ssize_t read(int file, void* to, size_t size) {
  static const auto next = real<ssize_t (*)(int, void*, size_t)>("read");
  if (refuses(kind_read, error)) {
    return -1;
  }
  return next(file, to, size);
}

ssize_t pread64(int file, void* to, size_t size, off64_t at) {
  static const auto next = real<ssize_t (*)(int, void*, size_t, off64_t)>("pread64");
  if (refuses(kind_read, error)) {
    return -1;
  }
  return next(file, to, size, at);
}

ssize_t pread(int file, void* to, size_t size, off_t at) {
  return pread64(file, to, size, at);
}

ssize_t write(int file, const void* from, size_t size) {
  static const auto next = real<ssize_t (*)(int, const void*, size_t)>("write");
  if (fails(kind_write)) {
    if (error == 0 && size > 1) {
      return next(file, from, size / 2);
    }
    errno = error == 0 ? EINTR : error;
    return -1;
  }
  return next(file, from, size);
}

ssize_t writev(int file, const iovec* parts, int count) {
  static const auto next = real<ssize_t (*)(int, const iovec*, int)>("writev");
  if (refuses(kind_write, error == 0 ? EINTR : error)) {
    return -1;
  }
  return next(file, parts, count);
}

int fsync(int file) {
  static const auto next = real<int (*)(int)>("fsync");
  if (refuses(kind_fsync, error)) {
    return -1;
  }
  return next(file);
}

int fdatasync(int file) {
  static const auto next = real<int (*)(int)>("fdatasync");
  if (refuses(kind_fsync, error)) {
    return -1;
  }
  return next(file);
}

int rename(const char* from, const char* to) {
  static const auto next = real<int (*)(const char*, const char*)>("rename");
  if (refuses(kind_rename, error)) {
    return -1;
  }
  return next(from, to);
}

int renameat(int from_folder, const char* from, int to_folder, const char* to) {
  static const auto next = real<int (*)(int, const char*, int, const char*)>("renameat");
  if (refuses(kind_rename, error)) {
    return -1;
  }
  return next(from_folder, from, to_folder, to);
}

void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* old, size_t size);
void* __libc_memalign(size_t alignment, size_t size);

void* malloc(size_t size) {
  if (refuses(kind_malloc, ENOMEM)) {
    return nullptr;
  }
  return __libc_malloc(size);
}

void* calloc(size_t count, size_t size) {
  if (refuses(kind_malloc, ENOMEM)) {
    return nullptr;
  }
  return __libc_calloc(count, size);
}

void* realloc(void* old, size_t size) {
  if (refuses(kind_malloc, ENOMEM)) {
    return nullptr;
  }
  return __libc_realloc(old, size);
}

void* aligned_alloc(size_t alignment, size_t size) {
  if (refuses(kind_malloc, ENOMEM)) {
    return nullptr;
  }
  return __libc_memalign(alignment, size);
}

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*run)(void*),
                   void* argument) {
  using Create = int (*)(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*);
  static const auto next = real<Create>("pthread_create");
  if (fails(kind_thread)) {
    return EAGAIN;
  }
  return next(thread, attributes, run, argument);
}

}  // extern "C"

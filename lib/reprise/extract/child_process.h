// Another program, run as a process of its own with limits: what it takes in and gives is bytes.
//
//     ChildProcess child(*find_program("pdftotext"), {"-bbox-layout", "-", "-"}, bytes, limits);
//     while (size_t n = child.read(buffer)) use(buffer.first(n));
//     const ChildEnd end = child.end();
//
// No shell stands between, no file is made. The child dies with its limits, with this object, and
// with the thread that made it, whatever ends that; it leaves no zombie. Signals of broken pipes
// don't reach the caller. Any thread, several children at once; each of one thread.
//
// Cost: a fork, about a millisecond.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reprise::detail {

struct ChildLimits {
  std::chrono::milliseconds time{30'000};  // of the clock, and of the processor
  uint64_t memory = uint64_t{2} << 30;     // bytes of addresses; UINT64_MAX: any number
  bool limits_processor = true;  // false: of the clock alone, for what runs on several cores
};

struct ChildEnd {
  enum class How { exited, crashed, timed_out };
  How how = How::exited;
  int code = 0;         // of exited; the signal of crashed
  std::string message;  // the first 4 KiB of what it wrote to its standard error
};

// Returns the path of a program in the folders of $PATH, or the name itself if it is a path;
// nothing if no program is there.
std::optional<std::string> find_program(const std::string& name);

class ChildProcess {
 public:
  // Begins the program; `input` is what it reads from its standard input, and must live as long.
  // Throws Error (system) if the machine has no room for another process.
  ChildProcess(const std::string& program, const std::vector<std::string>& arguments,
               std::string_view input, const ChildLimits& limits);
  // Ends the child, if it still runs.
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  // Fills the buffer from its front with what the child writes to its standard output; returns how
  // many bytes, 0 at the end or when its time is up. Throws Stopped if the run was asked to stop.
  size_t read(std::span<char> buffer);

  // Waits for the child, and returns how it ended. What it still writes is lost; once.
  ChildEnd end();

 private:
  class Pipe {
   public:
    ~Pipe() { close(); }
    void close();
    int descriptor = -1;
  };
  bool wait_for_bytes();
  void feed();
  void hear();
  bool has_time() const { return std::chrono::steady_clock::now() < deadline_; }
  void finish(int options);

  std::string_view input_;
  std::chrono::steady_clock::time_point deadline_;
  Pipe in_, out_, messages_;
  int process_ = -1;
  bool timed_out_ = false;
  int status_ = 0;
  std::string message_;
};

}  // namespace reprise::detail

// Steps:
//   1. The parent makes three channels; the input is a socket, for only those can be written to
//      without a signal when nobody reads.
//   2. The child puts them in place, limits itself and becomes the program. Between fork and exec
//      it calls nothing but what a signal handler may call, since other threads held locks.
//   3. While the parent waits for output, it feeds the input and hears the messages, so that
//      neither side ever waits for the other.
//   4. Whatever happens, the child is killed if it still runs, and waited for.
//
// Source: POSIX fork, poll, setrlimit; Linux prctl(PR_SET_PDEATHSIG).
#include "reprise/extract/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "reprise/base/parallel.h"
#include "reprise/error.h"
#include "reprise/io/place.h"

namespace reprise::detail {
namespace {

constexpr size_t most_message = 4096;
constexpr int no_program = 127;  // the code by which shells say so

void kill_group(pid_t leader) {
  kill(-leader, SIGKILL);
  kill(leader, SIGKILL);  // it may not have become a leader yet
}

[[noreturn]] void throw_no_room() {
  throw Error(ErrorKind::system, {"", "no further process can be begun: " + system_message(errno),
                                  "end others, or use fewer threads"});
}

void limit(decltype(RLIMIT_CPU) resource, uint64_t most) {
  const rlimit both{most, most};
  setrlimit(resource, &both);
}

// What the child does. `ends` become its standard input, output and error.
[[noreturn]] void become(const char* program, char* const* arguments,
                         const std::array<int, 3>& ends, const ChildLimits& limits, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  setpgid(0, 0);  // so that what it begins can be ended with it
  if (getppid() != parent) {
    _exit(no_program);
  }
  for (int to = 0; to < 3; ++to) {
    dup2(ends[static_cast<size_t>(to)], to);
  }
  const auto seconds = static_cast<uint64_t>(limits.time.count()) / 1000;
  if (limits.limits_processor) {
    limit(RLIMIT_CPU, seconds + 1);
  }
  limit(RLIMIT_AS, limits.memory);
  limit(RLIMIT_CORE, 0);
  signal(SIGPIPE, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  execv(program, arguments);
  _exit(no_program);
}

// Two connected ends, neither of which another program inherits. The numbers lie above those of
// the standard channels, so that dup2 never overwrites one that it still needs.
struct Ends {
  int ours = -1;
  int theirs = -1;
};

int above_standard(int descriptor) {
  if (descriptor > 2) {
    return descriptor;
  }
  const int moved = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  close(descriptor);
  return moved;
}

Ends make_ends() {
  int both[2] = {-1, -1};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, both) != 0) {
    throw_no_room();
  }
  return {above_standard(both[0]), above_standard(both[1])};
}

}  // namespace

std::optional<std::string> find_program(const std::string& name) {
  if (name.find('/') != name.npos) {
    return access(name.c_str(), X_OK) == 0 ? std::optional(name) : std::nullopt;
  }
  const char* given = std::getenv("PATH");
  const std::string_view folders = given ? given : "/usr/local/bin:/usr/bin:/bin";
  size_t begin = 0;
  while (begin < folders.size()) {
    const size_t end = std::min(folders.find(':', begin), folders.size());
    const std::string path = std::string(folders.substr(begin, end - begin)) + "/" + name;
    // A folder that is relative would be another one for everybody.
    if (path.starts_with('/') && access(path.c_str(), X_OK) == 0) {
      return path;
    }
    begin = end + 1;
  }
  return std::nullopt;
}

void ChildProcess::Pipe::close() {
  if (descriptor >= 0) {
    ::close(descriptor);
  }
  descriptor = -1;
}

ChildProcess::ChildProcess(const std::string& program, const std::vector<std::string>& arguments,
                           std::string_view input, const ChildLimits& limits)
    : input_(input), deadline_(std::chrono::steady_clock::now() + limits.time) {
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) {
    pointers.push_back(word.data());
  }
  pointers.push_back(nullptr);
  std::array<Pipe, 3> theirs;
  const std::array<Pipe*, 3> ours{&in_, &out_, &messages_};
  for (size_t i = 0; i < theirs.size(); ++i) {
    const Ends ends = make_ends();
    ours[i]->descriptor = ends.ours;
    theirs[i].descriptor = ends.theirs;
  }
  const std::array<int, 3> descriptors{theirs[0].descriptor, theirs[1].descriptor,
                                       theirs[2].descriptor};
  const pid_t parent = getpid();
  process_ = fork();
  if (process_ == 0) {
    become(program.c_str(), pointers.data(), descriptors, limits, parent);
  }
  if (process_ < 0) {
    throw_no_room();
  }
}

ChildProcess::~ChildProcess() {
  if (process_ > 0) {
    kill_group(process_);
    finish(0);
  }
}

void ChildProcess::feed() {
  const ssize_t sent =
      send(in_.descriptor, input_.data(), input_.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent >= 0) {
    input_.remove_prefix(static_cast<size_t>(sent));
  }
  const bool nobody_reads = sent < 0 && errno != EAGAIN && errno != EINTR;
  if (input_.empty() || nobody_reads) {
    in_.close();
  }
}

void ChildProcess::hear() {
  std::array<char, most_message> buffer;
  const ssize_t count = recv(messages_.descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (count <= 0) {
    messages_.close();
    return;
  }
  const size_t room = most_message - message_.size();
  message_.append(buffer.data(), std::min(room, static_cast<size_t>(count)));
}

// Returns whether there are bytes to read, or the end of them; false: the time is up.
bool ChildProcess::wait_for_bytes() {
  constexpr int breath = 100;  // milliseconds after which is asked whether to stop
  while (has_time()) {
    check_stop();
    std::array<pollfd, 3> events{pollfd{in_.descriptor, POLLOUT, 0},
                                 pollfd{out_.descriptor, POLLIN, 0},
                                 pollfd{messages_.descriptor, POLLIN, 0}};
    if (poll(events.data(), events.size(), breath) <= 0) {
      continue;
    }
    if (events[0].revents != 0) {
      feed();
    }
    if (events[2].revents != 0) {
      hear();
    }
    if (events[1].revents != 0) {
      return true;
    }
  }
  return false;
}

size_t ChildProcess::read(std::span<char> buffer) {
  while (out_.descriptor >= 0 && !timed_out_) {
    if (!wait_for_bytes()) {
      timed_out_ = true;
      kill_group(process_);
      break;
    }
    const ssize_t count = ::read(out_.descriptor, buffer.data(), buffer.size());
    if (count > 0) {
      return static_cast<size_t>(count);
    }
    if (count == 0 || errno != EINTR) {
      out_.close();
    }
  }
  return 0;
}

// Waits for the child: WNOHANG only looks.
void ChildProcess::finish(int options) {
  pid_t waited = -1;
  do {
    waited = waitpid(process_, &status_, options);
  } while (waited < 0 && errno == EINTR);
  if (waited != 0) {
    process_ = -1;
  }
}

ChildEnd ChildProcess::end() {
  in_.close();
  out_.close();
  // It has no more to say, but may think on for as long as it has time.
  while (process_ > 0 && !timed_out_) {
    finish(WNOHANG);
    if (process_ < 0) {
      break;
    }
    check_stop();
    timed_out_ = !has_time();
    pollfd event{messages_.descriptor, POLLIN, 0};
    constexpr int glance = 5;  // milliseconds
    if (poll(&event, 1, glance) > 0) {
      hear();
    }
  }
  if (process_ > 0) {
    kill_group(process_);
    finish(0);
  }
  while (messages_.descriptor >= 0) {
    hear();  // until nothing more is there
  }
  ChildEnd end{ChildEnd::How::exited, WEXITSTATUS(status_), message_};
  if (timed_out_ || (WIFSIGNALED(status_) && WTERMSIG(status_) == SIGXCPU)) {
    end.how = ChildEnd::How::timed_out;
  } else if (WIFSIGNALED(status_)) {
    end.how = ChildEnd::How::crashed;
    end.code = WTERMSIG(status_);
  }
  return end;
}

}  // namespace reprise::detail

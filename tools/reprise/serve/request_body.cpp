#include "serve/request_body.h"

#include <simdjson.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "reprise/corpus/formats.h"
#include "reprise/io/input_file.h"
#include "reprise/io/pack.h"
#include "reprise/read.h"

namespace reprise::program {
namespace {

// What stands where a file would have its path.
constexpr const char* made_up = "request";

// A file that has no name and lies in memory.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(memfd_create(made_up, MFD_CLOEXEC)) {
    while (descriptor_ >= 0 && !bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno != EINTR) {
        break;
      }
      bytes.remove_prefix(static_cast<size_t>(std::max<ssize_t>(written, 0)));
    }
    if (descriptor_ < 0 || !bytes.empty()) {
      throw std::system_error(errno, std::generic_category(), "a request can't be kept in memory");
    }
  }
  ~MemoryFile() { ::close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

std::string media_type(const std::string& content_type) {
  std::string type = content_type.substr(0, content_type.find(';'));
  type.erase(type.find_last_not_of(" \t") + 1);
  return detail::lower_ascii(type);
}

// A record may be written over several lines; the reader takes one a line.
std::string on_one_line(const std::string& json) {
  std::string line(json.size(), '\0');
  size_t size = 0;
  if (simdjson::minify(json.data(), json.size(), line.data(), size) != simdjson::SUCCESS) {
    throw Error(ErrorKind::input, {made_up, "is no JSON", "send an object with a \"text\"", false});
  }
  line.resize(size);
  return line + "\n";
}

// How the body is to be read.
struct Sent {
  std::string bytes;
  std::string name;    // instead of a path
  std::string format;  // as InputPath has it
};

Sent sent(const HttpRequest& request) {
  const std::string type = media_type(request.content_type);
  if (type == json_type) {
    return {on_one_line(request.body), made_up, "jsonl"};
  }
  if (type == json_lines_type) {
    return {request.body, made_up, "jsonl"};
  }
  const auto named = request.target.query.find("name");
  const bool has_name = named != request.target.query.end() && !named->second.empty();
  const std::string name = has_name ? named->second : made_up;
  const Format* format = format_by_ending(name, Ending::sure);
  return {request.body, name, format == nullptr ? "" : std::string(format->name)};
}

// Puts the name where the path of the file in memory stands.
void rename(std::string& text, const std::string& path, const std::string& name) {
  for (size_t at = text.find(path); at != text.npos; at = text.find(path, at + name.size())) {
    text.replace(at, path.size(), name);
  }
}

// A few packed bytes may be many when unpacked, and how many nobody has said.
void refuse_if_packed(const std::string& path, const std::string& name) {
  InputFile file(path);
  file.peek(1);
  if (!file.is_seekable()) {
    throw Error(ErrorKind::input, {name, "is packed", "send it unpacked", false});
  }
}

}  // namespace

bool is_type_of_documents(const std::string& content_type) {
  const std::string type = media_type(content_type);
  return type == json_type || type == json_lines_type || type == bytes_type;
}

Corpus documents_of(const HttpRequest& request) {
  const Sent input = sent(request);
  const MemoryFile file(input.bytes);
  const std::string path = file.path();
  refuse_if_packed(path, input.name);
  const InputPath named{path, input.name, "", input.format};
  Corpus corpus;
  read_inputs(
      std::span(&named, 1), {},
      [&](Document document) {
        rename(document.id, path, input.name);
        rename(document.where, path, input.name);
        corpus.documents.push_back(std::move(document));
      },
      [&](Problem problem) {
        rename(problem.where, path, input.name);
        rename(problem.what, path, input.name);
        rename(problem.remedy, path, input.name);
        corpus.problems.push_back(std::move(problem));
      });
  return corpus;
}

bool is_made_up(const std::string& id) {
  return id == made_up || id.starts_with(std::string(made_up) + ":");
}

}  // namespace reprise::program

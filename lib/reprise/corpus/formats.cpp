// Which format a file is of: first by its name, then by its first bytes.
//
//     1. The name in lower case, without .gz or .zst, ends with an ending of a row: that row.
//     2. Otherwise each row that knows its first bytes is asked; text is what none recognises.
//     3. A file that shall be read as text is refused if its first bytes are those of another
//        format (foreign.h): those win over the name, for bytes of an archive are never a text.
//
// Example: /dev/fd/63 ends with no ending; its first line is {"text": …}, so it is JSON Lines.
// Counter-example: notes.txt with the same line is a text, for its name says so.
//
// Cost: 8 KiB are looked at, or the first line if nothing but that can tell.
#include "reprise/corpus/formats.h"

#include <algorithm>

#include "reprise/base/utf8.h"
#include "reprise/corpus/foreign.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace {

bool ends_with_one_of(std::string_view name, std::string_view endings) {
  while (!endings.empty()) {
    const std::string_view ending = endings.substr(0, endings.find(' '));
    if (name.ends_with(ending)) {
      return true;
    }
    endings.remove_prefix(std::min(endings.size(), ending.size() + 1));
  }
  return false;
}

const Format* format_of_name(std::string_view name, Ending ending) {
  const auto found = std::find_if(formats.begin(), formats.end(), [&](const Format& format) {
    return ends_with_one_of(name, ending == Ending::sure ? format.endings : format.doubtful);
  });
  return found == formats.end() ? nullptr : &*found;
}

// What is said of a file whose name allows a format that its content is not.
Problem doubtful_problem(const std::string& name, const Format& format) {
  return {name, std::string(format.broken_promise),
          std::string(format.promise_remedy) + ", or name the format: --format " +
              std::string(format.name),
          true};
}

}  // namespace

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names{any_format};
  for (const Format& format : formats) {
    names.push_back(format.name);
  }
  return names;
}

const Format* format_named(std::string_view name) {
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [&](const Format& format) { return format.name == name; });
  return found == formats.end() ? nullptr : &*found;
}

const Format* format_by_ending(std::string_view path, Ending ending) {
  const std::string name = lower_ascii(without_packing(path));
  if (const Format* format = format_of_name(name, ending)) {
    return format;
  }
  // "ferry.html?page=2", as programs keep what they fetch
  const size_t query = name.rfind('?');
  const bool is_address = query != name.npos && name.find('/', query) == name.npos;
  return is_address ? format_of_name(name.substr(0, query), ending) : nullptr;
}

const Format& format_by_content(InputFile& file) {
  for (const Format& format : formats) {
    if (format.begins && format.begins(file)) {
      return format;
    }
  }
  return formats.front();
}

OpenInput open_input(const InputPath& input, OnDisk on_disk) {
  const std::string name = repaired_utf8(input.path);
  InputFile file(input.path, on_disk);
  OpenInput open;
  open.format = format_named(input.format);
  if (!open.format) {
    open.format = &format_by_content(file);
    const Format* promised = format_by_ending(input.path, Ending::doubtful);
    if (promised && promised != open.format) {
      open.refusal = doubtful_problem(name, *promised);
    }
  }
  if (open.format->is_text) {
    if (const auto foreign = foreign_problem(file.peek(foreign_head), name)) {
      open.refusal = foreign;
    }
  }
  if (!open.refusal && open.format->refusal) {
    open.refusal = open.format->refusal(file.peek(foreign_head), name);
  }
  if (!open.refusal) {
    open.stream = open.format->open(std::move(file), input.path);
  }
  return open;
}

}  // namespace reprise::detail

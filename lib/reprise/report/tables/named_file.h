// A file of an export that is a folder.
#pragma once

#include <string>

namespace reprise::detail {

struct NamedFile {
  std::string name;
  std::string content;
};

}  // namespace reprise::detail

// The front matter of Markdown files: what stands before the text, for programs.
//
//     ---                           size: up to the line behind the second ---
//     title: "Ferry: late"          title
//     date: 2024-05-06              date
//     tags: [quay, ferry]           further {"tags", "quay, ferry"}
//     ---
//     The quay is closed.           the text, whose offsets stay those of the file
//
// Three forms are known: YAML between lines of ---, TOML between lines of +++, and a JSON object.
// Of YAML and TOML what such files use is read: keys with values, quoted or not, lists, block
// scalars, comments; the keys of what lies deeper are joined by dots ("author.name").
//
// Counter-examples: a --- that is a rule, above prose or a table, begins no front matter; one that
// is never closed is none either. Then the size is 0 and all is text.
//
// Cost: that of looking at the first lines; pure, any thread.
// Source: YAML 1.2, TOML 1.0, and how Jekyll, Hugo and Pandoc use them.
#pragma once

#include <cstddef>
#include <string_view>

#include "reprise/extract/extracted.h"

namespace reprise::detail {

struct FrontMatter {
  size_t size = 0;  // bytes at the front that are no text, a byte-order mark and line ends included
  Extracted says;   // its text is empty; `source`, `url`, `date` and `title` as they are written
};

// Returns the front matter of a file; of size 0 if it has none.
FrontMatter read_front_matter(std::string_view bytes);

}  // namespace reprise::detail

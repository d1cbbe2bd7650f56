// What holds of everything that an extractor gives, whatever it read.
#pragma once

#include <string>

#include "fuzz/require.h"
#include "reprise/base/utf8.h"
#include "reprise/extract/extracted.h"

namespace reprise::detail::fuzz {

inline void require_sound(const Extraction& extraction, const std::string& name) {
  for (const Extracted& document : extraction.documents) {
    require(!document.text.empty());
    require(is_valid_utf8(document.text));
    require(document.text.find('\0') == std::string::npos);
    require(document.text.front() != ' ' && document.text.back() != ' ');
    require(document.text.front() != '\n' && document.text.back() != '\n');
    for (const auto& field : {document.title, document.source, document.url, document.date}) {
      require(!field || (!field->empty() && is_valid_utf8(*field)));
    }
  }
  for (const Problem& problem : extraction.problems) {
    require(problem.where.starts_with(name) && !problem.what.empty() && !problem.remedy.empty());
  }
}

}  // namespace reprise::detail::fuzz

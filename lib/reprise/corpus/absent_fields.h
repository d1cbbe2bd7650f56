// Fields that the user has named and that no record has: mostly a typing error.
//
//     --title-field headlin    "no record has the field 'headlin'; the first has: body, headline"
//
// A field that some record has, and one that keeps its usual name, is no error. Cost: none once a
// record has had each. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reprise/document.h"
#include "reprise/read.h"

namespace reprise::detail {

class AbsentFields {
 public:
  explicit AbsentFields(const FieldNames& names);

  // Takes note of what the next record has, which was read by these names.
  void see(const Document& record);

  // Returns a problem, of nothing rejected, for each; none if there was no record.
  std::vector<Problem> all() const;

 private:
  struct Named {
    const char* option;  // as the program calls it
    std::string name;
    std::optional<std::string> Document::*member;
  };

  std::vector<Named> absent_;
  std::optional<std::string> others_;  // the fields of the first record that are none of these
};

}  // namespace reprise::detail

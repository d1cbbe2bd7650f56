// A few small documents that share passages and points, for tests of reports.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "reprise/corpus/text_file.h"
#include "reprise/document.h"

namespace reprise::detail::support {

// Returns a document with a name of its own.
inline Document document(std::string text, const std::string& date = {},
                         const std::string& title = {}) {
  static int number = 0;
  Document d;
  d.id = d.where = "d" + std::to_string(++number);
  set_text(d, std::move(text), "utf-8");
  if (!date.empty()) {
    d.date = date;
  }
  if (!title.empty()) {
    d.title = title;
  }
  return d;
}

// Several kinds of words around what all of them state and some of them copy.
inline std::vector<Document> articles() {
  const std::string shared =
      "The ferry to Iskary will not sail before spring, the operator said on Monday, because the "
      "new engine is still "
      "standing on a quay far away, as 40 people saw. “We know what this ship means to every "
      "household,” said the "
      "harbour master.";
  return {document("Gulls are loud here. " + shared + " It costs 40 million.", "2031-03-02",
                   "A ferry that stays"),
          document("Chess is played on Sundays. " + shared + " It costs 55 million.", "2031-03",
                   "Chess on Sundays"),
          document("Caf\u00e9s close early \u2014 and the baker too. " + shared, "",
                   "A ferry that stays in port")};
}

}  // namespace reprise::detail::support

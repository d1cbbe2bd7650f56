// Any bytes as a few documents whose fields are hostile, too: what stands before an empty line is a
// document, and pieces of its text are its id, its title, its publisher and so on.
//
//     "The ferry left.\n\nThe ferry left at noon."     two documents; the first has the title
//                                                      "The fer", the second no date
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "reprise/corpus/text_file.h"
#include "reprise/document.h"

namespace reprise::detail::fuzz {

inline Document document_of(std::string_view bytes, size_t number) {
  Document document;
  document.id = bytes.substr(0, 9);
  document.where = "in.txt:" + std::to_string(number);
  document.title = bytes.substr(0, bytes.size() / 2);
  document.source = bytes.substr(bytes.size() - bytes.size() % 7);
  if (bytes.size() % 2 == 0) {
    document.date = "2031-0" + std::to_string(1 + number);
    document.url = bytes.substr(0, 30);
  }
  set_text(document, std::string(bytes), "utf-8");
  return document;
}

inline Corpus corpus_of(std::string_view bytes, size_t most_documents = 6) {
  Corpus corpus;
  for (size_t begin = 0; begin <= bytes.size() && corpus.documents.size() < most_documents;) {
    const size_t end = std::min(bytes.find("\n\n", begin), bytes.size());
    const size_t number = corpus.documents.size() + 1;
    corpus.documents.push_back(document_of(bytes.substr(begin, end - begin), number));
    begin = end + 2;
  }
  corpus.problems.push_back({"in.txt", std::string(bytes.substr(0, 20)),
                             std::string(bytes.substr(bytes.size() / 2)), bytes.size() % 2 == 1});
  return corpus;
}

}  // namespace reprise::detail::fuzz

// Text on its way into a file: gathered, and written in pieces of 256 KiB, so that what is large is
// never held in full.
#pragma once

#include <cstddef>
#include <string>

#include "reprise/io/output_file.h"

namespace reprise::detail {

class PieceWriter {
 public:
  // The file must outlive it.
  explicit PieceWriter(OutputFile& file) : file_(file) {}

  // What is not written yet: append to it.
  std::string& text() { return text_; }

  // Writes the text if there is enough of it; to be called between two lines. Throws Error.
  void pass_on() {
    if (text_.size() >= piece) {
      finish();
    }
  }

  // Writes the rest. Throws Error.
  void finish() {
    file_.write(text_);
    text_.clear();
  }

 private:
  static constexpr size_t piece = size_t{1} << 18;

  OutputFile& file_;
  std::string text_;
};

}  // namespace reprise::detail

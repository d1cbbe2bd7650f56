// From places inside a text to the places that users count, bytes of the file as it lies on disk
// and characters; and back.
//
// Inside, every text is UTF-8. A UTF-8 file's bytes are the same on disk; those of a file in
// another encoding are counted anew. A character is a code point; a broken run counts as one, and
// so does a byte-order mark.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/base/utf8.h"
#include "reprise/document.h"
#include "reprise/io/charset.h"

namespace reprise::detail {

class OffsetMap {
 public:
  struct Place {
    size_t byte = 0;  // on disk
    size_t character = 0;
    // Units of UTF-16, which browsers count in: two for a character beyond the BMP, else one.
    size_t utf16 = 0;
  };

  // Reads the text once. It must outlive the map. `charset`: of Encoding::other, as Document has
  // it. Memory: 32 bytes for each 512.
  OffsetMap(std::string_view text, Encoding encoding, const std::string& charset = {});

  // Returns where the character at byte `at` of the text stands; at == text.size() is the end.
  // REQUIRES: `at` is on the border of a character. Cost: up to 512 bytes are read again.
  Place place(size_t at) const;

  // The inverse: returns the byte of the text at which the character stands that lies at byte
  // `byte` on disk; the text's size for its end. Nothing if that byte lies inside a character or
  // behind the end. Cost: as above.
  std::optional<size_t> at(size_t byte) const;

 private:
  struct Checkpoint {
    size_t at = 0;
    Place place;
  };
  // Walks on to byte `to`, or to the end of the character that holds it.
  Checkpoint walk(Checkpoint from, size_t to) const;

  size_t bytes_of(const Decoded& character) const;

  std::string_view text_;
  Encoding encoding_;
  std::optional<CharsetWidths> widths_;
  std::vector<Checkpoint> checkpoints_;
};

// Returns how many bytes the document's text has on disk. Cost: of other encodings than
// UTF-8, the text is read once.
size_t bytes_on_disk(const Document& document);

}  // namespace reprise::detail

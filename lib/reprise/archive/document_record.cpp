#include "reprise/archive/document_record.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace reprise::detail {
namespace {

constexpr std::array optional_fields{&Document::title, &Document::source, &Document::date,
                                     &Document::url};
constexpr std::array fields{&Document::id,        &Document::where,   &Document::text,
                            &Document::extracted, &Document::charset, &Document::extra};

// The flags: a bit for each optional field, then half a unit, then two bits of the encoding.
constexpr unsigned half_unit_bit = 1U << optional_fields.size();
constexpr unsigned encoding_shift = optional_fields.size() + 1;
constexpr unsigned last_encoding = static_cast<unsigned>(Encoding::other);

void add_number(uint64_t number, std::string& bytes) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void add_text(std::string_view text, std::string& bytes) {
  add_number(text.size(), bytes);
  bytes += text;
}

class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

  std::string_view take(uint64_t count) {
    good_ = good_ && count <= bytes_.size();
    if (!good_) {
      return {};
    }
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }

  uint64_t number() {
    uint64_t number = 0;
    const std::string_view taken = take(sizeof number);
    if (good_) {
      std::memcpy(&number, taken.data(), sizeof number);
    }
    return number;
  }

  std::string text() { return std::string(take(number())); }

  bool is_at_good_end() const { return good_ && bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool good_ = true;
};

}  // namespace

std::string write_record(const DocumentRecord& record) {
  const Document& document = record.document;
  unsigned flags = static_cast<unsigned>(document.encoding) << encoding_shift;
  for (size_t i = 0; i < optional_fields.size(); ++i) {
    flags |= (document.*optional_fields[i] ? 1U : 0U) << i;
  }
  flags |= document.half_unit ? half_unit_bit : 0;
  std::string bytes;
  add_number(record.added, bytes);
  bytes += static_cast<char>(flags);
  for (const auto field : fields) {
    add_text(document.*field, bytes);
  }
  for (const auto field : optional_fields) {
    if (document.*field) {
      add_text(*(document.*field), bytes);
    }
  }
  return bytes;
}

std::optional<DocumentRecord> read_record(std::string_view bytes) {
  Cursor cursor(bytes);
  DocumentRecord record;
  record.added = cursor.number();
  const std::string_view flag_byte = cursor.take(1);
  if (flag_byte.empty()) {
    return std::nullopt;
  }
  const unsigned flags = static_cast<unsigned char>(flag_byte.front());
  if (flags >> encoding_shift > last_encoding) {
    return std::nullopt;
  }
  Document& document = record.document;
  document.encoding = static_cast<Encoding>(flags >> encoding_shift);
  document.half_unit = (flags & half_unit_bit) != 0;
  for (const auto field : fields) {
    document.*field = cursor.text();
  }
  for (size_t i = 0; i < optional_fields.size(); ++i) {
    if ((flags >> i & 1U) != 0) {
      document.*optional_fields[i] = cursor.text();
    }
  }
  if (!cursor.is_at_good_end()) {
    return std::nullopt;
  }
  return record;
}

}  // namespace reprise::detail

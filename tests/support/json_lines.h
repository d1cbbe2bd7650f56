// Reading one line of JSON in a test.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "reprise/io/block_reader.h"
#include "reprise/io/json_record.h"

namespace reprise::detail::support {

struct Parsed {
  std::optional<JsonRecord> record;
  std::string error;
};

// What follows the line must not matter: it is filled with bytes that would change the record if
// they were read.
inline Parsed parse(std::string_view line, const FieldNames& names = {}) {
  std::string padded(line);
  while (padded.size() < line.size() + BlockReader::padding) {
    padded += "\"}],1";
  }
  JsonRecordParser parser(names);
  Parsed parsed;
  RecordComplaint complaint;
  parsed.record = parser.parse(std::string_view(padded).substr(0, line.size()), complaint);
  parsed.error = complaint.what;
  EXPECT_EQ(complaint.what.empty(), complaint.remedy.empty()) << line;
  EXPECT_EQ(parsed.record.has_value(), parsed.error.empty()) << line;
  return parsed;
}

inline std::string object_of(std::string_view member) {
  return R"({"text":"t",)" + std::string(member) + "}";
}

}  // namespace reprise::detail::support

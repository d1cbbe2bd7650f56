// Tables of numbers: what a file says is held against what it is.
#include "reprise/meaning/tensors.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>

#include "reprise/error.h"
#include "support/tiny_model.h"

namespace reprise::detail {
namespace {

using support::safetensors_of;

std::string file_of(const std::string& header, std::string_view data) {
  const uint64_t size = header.size();
  std::string bytes(reinterpret_cast<const char*>(&size), sizeof(size));
  return bytes + header + std::string(data);
}

std::string complaint(const std::string& bytes, const std::string& name = "a",
                      std::vector<uint64_t> shape = {2}) {
  try {
    static_cast<void>(TensorFile(bytes, "m").take(name, shape));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

bool says(const std::string& message, const std::string& part) {
  return message.find(part) != std::string::npos;
}

TEST(Tensors, NumbersComeBackAsTheyWere) {
  const TensorFile file(safetensors_of({{"a", {{2, 2}, {1, -2, 0.5F, 3}}}, {"b", {{1}, {7}}}}),
                        "m");
  const std::vector<uint64_t> square{2, 2};
  EXPECT_EQ(file.take("a", square), (std::vector<float>{1, -2, 0.5F, 3}));
  EXPECT_TRUE(file.has("b"));
  EXPECT_FALSE(file.has("__metadata__"));
}

TEST(Tensors, ShortNumbersAreThoseTheyStandFor) {
  const uint16_t bits[]{0x3c00, 0xc000, 0x0001, 0x7bff};  // 1, -2, the smallest, the largest
  const std::string_view data(reinterpret_cast<const char*>(bits), sizeof(bits));
  const std::string header = R"({"a": {"dtype": "F16", "shape": [4], "data_offsets": [0, 8]}})";
  const std::vector<uint64_t> four{4};
  EXPECT_EQ(TensorFile(file_of(header, data), "m").take("a", four),
            (std::vector<float>{1, -2, std::ldexp(1.0F, -24), 65504}));
  const uint16_t brain[]{0x3f80, 0xc000};
  const std::string_view more(reinterpret_cast<const char*>(brain), sizeof(brain));
  const std::vector<uint64_t> two{2};
  EXPECT_EQ(
      TensorFile(file_of(R"({"a": {"dtype": "BF16", "shape": [2], "data_offsets": [0, 4]}})", more),
                 "m")
          .take("a", two),
      (std::vector<float>{1, -2}));
}

TEST(Tensors, WhatIsCutAnywhereIsRefused) {
  const std::string whole = safetensors_of({{"a", {{2}, {1, 2}}}});
  ASSERT_EQ(complaint(whole), "");
  for (size_t size = 0; size < whole.size(); ++size) {
    EXPECT_NE(complaint(whole.substr(0, size)), "") << size;
  }
}

TEST(Tensors, HostileHeadersAreRefused) {
  const std::string data(8, '\0');
  const auto of = [&](const std::string& shape, const std::string& offsets) {
    return complaint(file_of(
        R"({"a": {"dtype": "F32", "shape": )" + shape + R"(, "data_offsets": )" + offsets + "}}",
        data));
  };
  EXPECT_EQ(of("[2]", "[0, 8]"), "");
  EXPECT_TRUE(says(of("[2]", "[0, 9]"), "is more than 8"));
  EXPECT_TRUE(says(of("[2]", "[8, 0]"), "ends before it begins"));
  EXPECT_TRUE(says(of("[2]", "[4, 8]"), "not as many bytes"));
  EXPECT_TRUE(says(of("[4294967296, 4294967296, 2]", "[0, 8]"), "not as many bytes"));
  EXPECT_TRUE(says(of("[-2]", "[0, 8]"), "no whole number"));
  EXPECT_TRUE(says(of("[2]", "[0]"), "no list of 2"));
  EXPECT_TRUE(says(complaint(file_of(std::string(5000, '['), data)), "no JSON"));
  EXPECT_TRUE(says(complaint(file_of("[]", data)), "no object"));
  EXPECT_TRUE(says(complaint(std::string(8, '\xff') + "{}"), "does not fit"));
}

TEST(Tensors, NumbersThatAreNoneAreRefused) {
  for (const float bad : {std::numeric_limits<float>::quiet_NaN(), INFINITY, -INFINITY}) {
    EXPECT_TRUE(says(complaint(safetensors_of({{"a", {{2}, {1, bad}}}})), "NaN"));
  }
}

TEST(Tensors, AnotherNameShapeOrTypeIsSaid) {
  const std::string bytes = safetensors_of({{"a", {{2}, {1, 2}}}});
  EXPECT_TRUE(says(complaint(bytes, "b"), "no table \"b\""));
  EXPECT_TRUE(says(complaint(bytes, "a", {2, 1}), "a table of 2 numbers, not of 2 × 1"));
  const std::string integers = R"({"a": {"dtype": "I32", "shape": [2], "data_offsets": [0, 8]}})";
  EXPECT_TRUE(says(complaint(file_of(integers, std::string(8, '\0'))), "of another type"));
}

}  // namespace
}  // namespace reprise::detail

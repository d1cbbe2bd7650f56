#include "reprise/report/json/kinds.h"

namespace reprise::detail {

std::string plain_number(double number) {
  std::string digits = std::to_string(number);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) {
    digits.pop_back();
  }
  return digits;
}

std::string Whole::schema() const {
  std::string schema = R"("type": "integer", "minimum": )" + std::to_string(least);
  if (most != std::numeric_limits<uint64_t>::max()) {
    schema += ", \"maximum\": " + std::to_string(most);
  }
  return schema;
}

std::string Whole::in_words() const {
  if (most != std::numeric_limits<uint64_t>::max()) {
    return "whole number from " + std::to_string(least) + " to " + std::to_string(most);
  }
  return least == 0 ? "whole number" : "whole number from " + std::to_string(least);
}

std::string Real::schema() const {
  std::string schema = R"("type": "number")";
  if (!std::isinf(least)) {
    schema += above_least ? ", \"exclusiveMinimum\": " : ", \"minimum\": ";
    schema += plain_number(least);
  }
  if (!std::isinf(most)) {
    schema += ", \"maximum\": " + plain_number(most);
  }
  return schema;
}

std::string Real::in_words() const {
  if (std::isinf(least)) {
    return "number";
  }
  const std::string from = (above_least ? "number above " : "number from ") + plain_number(least);
  return std::isinf(most) ? from : from + " to " + plain_number(most);
}

std::string Text::schema() const {
  std::string schema = R"("type": "string")";
  if (least > 0) {
    schema += ", \"minLength\": " + std::to_string(least);
  }
  if (!pattern.empty()) {
    schema += ", \"pattern\": ";
    append_json_string(schema, pattern);
  }
  return schema;
}

std::string schema_of_choice(std::span<const std::string_view> names) {
  std::string schema = "\"enum\": [";
  const char* separator = "";
  for (const std::string_view name : names) {
    schema += separator;
    append_json_string(schema, name);
    separator = ", ";
  }
  return schema + "]";
}

std::string choice_in_words(std::span<const std::string_view> names) {
  std::string words;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) {
      words += i + 1 < names.size() ? ", " : " or ";
    }
    words += names[i];
  }
  return words;
}

}  // namespace reprise::detail

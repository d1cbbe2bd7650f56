#include "reprise/corpus/field.h"

#include <map>
#include <nlohmann/json.hpp>

namespace reprise::detail {
namespace {

using Json = nlohmann::json;

// Returns the value at the path, which may also be one name that holds dots.
const Json* find(const Json& object, const std::string& path) {
  if (!object.is_object()) {
    return nullptr;
  }
  if (const auto whole = object.find(path); whole != object.end()) {
    return &*whole;
  }
  const size_t dot = path.find('.');
  if (dot == path.npos) {
    return nullptr;
  }
  const auto inside = object.find(path.substr(0, dot));
  return inside == object.end() ? nullptr : find(*inside, path.substr(dot + 1));
}

std::optional<std::string> value_of(const Document& document, const std::string& name,
                                    const FieldNames& names) {
  if (name == names.id) {
    return document.id;
  }
  if (name == names.title) {
    return document.title;
  }
  if (name == names.source) {
    return document.source;
  }
  if (name == names.date) {
    return document.date;
  }
  if (name == names.url) {
    return document.url;
  }
  const Json extra = Json::parse(document.extra, nullptr, false);
  const Json* value = find(extra, name);
  if (!value || value->is_null() || value->is_structured()) {
    return std::nullopt;
  }
  return value->is_string() ? value->get<std::string>() : value->dump();
}

}  // namespace

std::optional<std::string> field_of(const Document& document, const std::string& name,
                                    const FieldNames& names) {
  const std::optional<std::string> value = value_of(document, name, names);
  return value && value->empty() ? std::nullopt : value;
}

void values_of(const Document& document, std::span<const std::string> names,
               const FieldNames& fields, std::vector<std::optional<std::string>>& values) {
  values.clear();
  for (const std::string& name : names) {
    values.push_back(field_of(document, name, fields));
  }
}

std::vector<uint32_t> numbers_of(std::span<const Document> documents, const std::string& name) {
  std::map<std::string, uint32_t> numbers;
  std::vector<uint32_t> all(documents.size(), no_value);
  for (size_t d = 0; d < documents.size(); ++d) {
    const std::optional<std::string> value = field_of(documents[d], name);
    if (value) {
      all[d] = numbers.emplace(*value, static_cast<uint32_t>(numbers.size())).first->second;
    }
  }
  return all;
}

}  // namespace reprise::detail

#include "reprise/corpus/absent_fields.h"

#include <array>
#include <nlohmann/json.hpp>

namespace reprise::detail {
namespace {

std::string names_in(const std::string& extra) {
  constexpr size_t most_named = 20;
  std::string list;
  size_t count = 0;
  const auto fields = nlohmann::ordered_json::parse(extra);
  for (const auto& [name, value] : fields.items()) {
    if (++count > most_named) {
      return list + ", …";
    }
    list += (list.empty() ? "" : ", ") + name;
  }
  return list;
}

}  // namespace

AbsentFields::AbsentFields(const FieldNames& names) {
  const FieldNames usual;
  const std::array<std::pair<Named, std::string>, 4> fields{{
      {{"--title-field", names.title, &Document::title}, usual.title},
      {{"--source-field", names.source, &Document::source}, usual.source},
      {{"--date-field", names.date, &Document::date}, usual.date},
      {{"--url-field", names.url, &Document::url}, usual.url},
  }};
  for (const auto& [field, usual_name] : fields) {
    if (field.name != usual_name) {
      absent_.push_back(field);
    }
  }
}

void AbsentFields::see(const Document& record) {
  if (!others_) {
    others_ = absent_.empty() ? "" : names_in(record.extra);
  }
  std::erase_if(absent_, [&](const Named& field) { return (record.*field.member).has_value(); });
}

std::vector<Problem> AbsentFields::all() const {
  std::vector<Problem> all;
  for (const Named& field : absent_) {
    if (!others_) {
      return {};
    }
    const std::string others = others_->empty() ? "" : "; the first has: " + *others_;
    all.push_back({field.option, "no record has the field '" + field.name + "'" + others,
                   "check the name of the field", false});
  }
  return all;
}

}  // namespace reprise::detail

// Two passes over a line: simdjson's strict parser says whether it is JSON (its lazy one lets
// errors in skipped values pass), then the lazy one hands out the fields with their bytes as
// written: the number 1.0 as an id stays "1.0".
#include "reprise/io/json_record.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "reprise/base/utf8.h"
#include "reprise/io/block_reader.h"

namespace reprise::detail {
namespace {

using simdjson::ondemand::json_type;

static_assert(BlockReader::padding >= simdjson::SIMDJSON_PADDING);

std::string_view trimmed(std::string_view s) {
  const auto first = s.find_first_not_of(" \t\r\n");
  if (first == s.npos) {
    return {};
  }
  return s.substr(first, s.find_last_not_of(" \t\r\n") - first + 1);
}

// What one name of FieldNames asks for, and what the record holds there.
struct Wanted {
  std::string_view name;
  std::optional<std::string> value = std::nullopt;
  bool is_string = false;
  bool is_structure = false;
};

void take(Wanted& wanted, simdjson::ondemand::value value) {
  const json_type type = value.type();
  wanted.is_string = type == json_type::string;
  wanted.is_structure = type == json_type::object || type == json_type::array;
  wanted.value.reset();
  if (wanted.is_string) {
    wanted.value = std::string(std::string_view(value.get_string()));
  } else if (!wanted.is_structure && type != json_type::null) {
    wanted.value = std::string(trimmed(value.raw_json_token()));
  }
}

// An empty string says no more than no string.
std::optional<std::string> if_any(Wanted& wanted) {
  return wanted.value && !wanted.value->empty() ? std::move(wanted.value) : std::nullopt;
}

using WantedFields = std::array<Wanted, 6>;

// Returns whether one of the names leads into the object under `path`.
bool leads_into(const WantedFields& fields, const std::string& path) {
  return std::any_of(fields.begin(), fields.end(), [&](const Wanted& w) {
    const bool is_longer = w.name.size() > path.size();
    return is_longer && w.name.starts_with(path) && w.name[path.size()] == '.';
  });
}

// Forgets what an earlier member of the same name held inside: the last one counts.
void forget_inside(WantedFields& fields, const std::string& path) {
  for (Wanted& w : fields) {
    if (w.name.starts_with(path) && w.name.substr(path.size()).starts_with('.')) {
      w = {w.name};
    }
  }
}

// Gives the value to every field that goes by this name; returns whether there is one.
bool take_wanted(WantedFields& fields, const std::string& name, simdjson::ondemand::value value) {
  const Wanted* first = nullptr;  // a lazy value can be read once
  for (Wanted& w : fields) {
    if (w.name != name) {
      continue;
    }
    if (first) {
      w = *first;
    } else {
      take(w, value);
      first = &w;
    }
  }
  return first != nullptr;
}

std::string_view raw_of(simdjson::ondemand::value value) {
  switch (value.type()) {
    case json_type::object: {
      simdjson::ondemand::object object = value.get_object();
      return trimmed(object.raw_json());
    }
    case json_type::array: {
      simdjson::ondemand::array array = value.get_array();
      return trimmed(array.raw_json());
    }
    default: return trimmed(value.raw_json_token());
  }
}

void append_member(std::string& object, const std::string& key, std::string_view value) {
  if (object.size() > 1) {
    object += ',';
  }
  object.append(nlohmann::json(key).dump()).append(":").append(value);
}

// Walks one object; `path` is the dotted name of where it stands, with its dot. `others` gets the
// members that nobody asked for; an object of which everything was taken is none of them.
void walk(simdjson::ondemand::object object, const std::string& path, WantedFields& fields,
          std::string& others) {
  for (auto field : object) {
    const std::string key(std::string_view(field.unescaped_key()));
    const std::string name = path + key;
    simdjson::ondemand::value value = field.value();
    forget_inside(fields, name);
    const json_type type = value.type();
    const bool structure = type == json_type::object || type == json_type::array;
    // A structure where a plain value was asked for is none of our fields, and passes through.
    if (take_wanted(fields, name, value) && !structure) {
      continue;
    }
    if (type == json_type::object && leads_into(fields, name)) {
      std::string inner_others = "{";
      walk(value.get_object(), name + ".", fields, inner_others);
      if (inner_others.size() > 1) {
        append_member(others, key, inner_others + "}");
      }
    } else {
      append_member(others, key, raw_of(value));
    }
  }
}

// Returns the value of the field, whose name may lead inside by dots; of several, the last.
std::optional<simdjson::dom::element> find_field(const simdjson::dom::object& object,
                                                 std::string_view name) {
  std::optional<simdjson::dom::element> found;
  for (const auto& [key, value] : object) {
    if (!name.starts_with(key)) {
      continue;
    }
    if (key.size() == name.size()) {
      found = value;
    } else if (name[key.size()] == '.') {
      found = value.is_object()
                  ? find_field(value.get_object().value(), name.substr(key.size() + 1))
                  : std::nullopt;
    }
  }
  return found;
}

// Returns the value as the rules of Wanted have it.
std::optional<std::string> plain_value(const std::optional<simdjson::dom::element>& element) {
  if (!element || element->is_null() || element->is_object() || element->is_array()) {
    return std::nullopt;
  }
  std::string value = element->is_string() ? std::string(element->get_string().value())
                                           : simdjson::minify(*element);
  return value.empty() ? std::nullopt : std::optional(std::move(value));
}

constexpr const char* one_a_line =
    "write one JSON object a line; for plain text there is --format text";

// Adds the names of an object's fields, and of the objects in it, a step deep.
void add_names(const nlohmann::ordered_json& object, const std::string& before,
               std::vector<std::string>& names) {
  for (const auto& [name, value] : object.items()) {
    names.push_back(before + name);
    if (value.is_object() && before.empty()) {
      add_names(value, name + ".", names);
    }
  }
}

}  // namespace

struct JsonRecordParser::State {
  FieldNames names;
  simdjson::dom::parser strict;
  simdjson::ondemand::parser lazy;
  std::string repaired;  // the line, where it had to be mended
  std::string fault;     // what was wrong with it before
  std::string odd_text;  // the text of such a line

  // What the strict parser says, with numbers as large as they like.
  simdjson::error_code check(std::string_view line) {
    const simdjson::error_code code = strict.parse(line.data(), line.size(), false).error();
    return code == simdjson::NUMBER_ERROR ? strict.parse(with_small_numbers(line)).error() : code;
  }

  // Puts another line in the place of `line`, with room behind it.
  void replace(std::string_view& line, std::string other) {
    repaired = std::move(other);
    repaired.reserve(repaired.size() + simdjson::SIMDJSON_PADDING);
    line = repaired;
  }

  // Returns an empty string if the line is JSON, or is after mending.
  std::string complaint(std::string_view& line, Mending& mended) {
    fault.clear();
    simdjson::error_code code = check(line);
    if (code == simdjson::UTF8_ERROR) {
      replace(line, repaired_utf8(line));
      mended.utf8 = true;
      code = check(line);
    }
    if (code == simdjson::SUCCESS) {
      return {};
    }
    fault = "no JSON: " + json_fault(code);
    Mending more;
    std::string candidate = mended_json(line, more);
    candidate.reserve(candidate.size() + simdjson::SIMDJSON_PADDING);
    if (!more.any() || check(candidate) != simdjson::SUCCESS) {
      return fault;
    }
    replace(line, std::move(candidate));
    mended |= more;
    return {};
  }

  // Fills in the wanted fields, of which the first is the text, and returns the others as a JSON
  // object; or says in `complaint` why the line is no record.
  std::optional<std::string> take_apart(std::string_view line, WantedFields& fields,
                                        Mending& mended, RecordComplaint& refusal) {
    std::string extra = "{";
    if (const std::string error = complaint(line, mended); !error.empty()) {
      refusal = {error, one_a_line};
      return std::nullopt;
    }
    try {
      auto document =
          lazy.iterate(line.data(), line.size(), line.size() + simdjson::SIMDJSON_PADDING);
      if (document.type() != json_type::object) {
        refusal = {"the record is no JSON object", one_a_line};
        return std::nullopt;
      }
      walk(document.get_object(), "", fields, extra);
    } catch (const simdjson::simdjson_error& e) {
      refusal = {"no JSON: " + std::string(e.what()), one_a_line};
      return std::nullopt;
    }
    const Wanted& text = fields[0];
    if (!text.is_string) {
      refusal = no_text(!text.value && !text.is_structure);
      if (mended.number) {  // perhaps that was the text
        refusal = {fault, one_a_line};
      }
      return std::nullopt;
    }
    return extra + "}";
  }

  RecordComplaint no_text(bool absent) const {
    return {
        absent ? "the record has no \"" + names.text + "\"" : "\"" + names.text + "\" is no string",
        "name the field that holds the text with --text-field", true};
  }

  // What parse_text does for a line that the strict parser refuses as it stands.
  std::optional<TextRecord> text_of_odd_line(std::string_view line,
                                             std::span<const std::string> wanted,
                                             RecordComplaint& refusal) {
    WantedFields fields;
    fields.fill({names.text});
    for (size_t i = 0; i < wanted.size(); ++i) {
      fields[i + 1] = {wanted[i]};
    }
    TextRecord record;
    if (!take_apart(line, fields, record.mended, refusal)) {
      return std::nullopt;
    }
    odd_text = *std::move(fields[0].value);
    record.text = odd_text;
    for (size_t i = 0; i < wanted.size(); ++i) {
      record.values.push_back(if_any(fields[i + 1]));
    }
    return record;
  }
};

std::string fields_of_record(std::string_view line) {
  constexpr size_t most_named = 20;
  const auto record = nlohmann::ordered_json::parse(line, nullptr, false);
  std::vector<std::string> names;
  if (record.is_object()) {
    add_names(record, "", names);
  }
  std::string list;
  for (size_t i = 0; i < std::min(names.size(), most_named); ++i) {
    list += (i == 0 ? "\"" : ", \"") + names[i] + "\"";
  }
  return list + (names.size() > most_named ? ", …" : "");
}

JsonRecordParser::JsonRecordParser(FieldNames names) : state_(std::make_unique<State>()) {
  state_->names = std::move(names);
}

JsonRecordParser::~JsonRecordParser() = default;

std::optional<JsonRecord> JsonRecordParser::parse(std::string_view line,
                                                  RecordComplaint& complaint) {
  JsonRecord record;
  complaint = {};
  const FieldNames& names = state_->names;
  WantedFields fields{
      {{names.text}, {names.id}, {names.title}, {names.source}, {names.date}, {names.url}}};
  std::optional<std::string> extra = state_->take_apart(line, fields, record.mended, complaint);
  if (!extra) {
    return std::nullopt;
  }
  auto& [text, id, title, source, date, url] = fields;
  record.extra = *std::move(extra);
  record.text = *std::move(text.value);
  record.id = if_any(id);
  record.title = if_any(title);
  record.source = if_any(source);
  record.date = if_any(date);
  record.url = if_any(url);
  return record;
}

std::optional<TextRecord> JsonRecordParser::parse_text(std::string_view line,
                                                       std::span<const std::string> fields,
                                                       RecordComplaint& complaint) {
  complaint = {};
  const auto parsed = state_->strict.parse(line.data(), line.size(), false);
  if (parsed.error() != simdjson::SUCCESS) {
    return state_->text_of_odd_line(line, fields, complaint);
  }
  const simdjson::dom::element root = parsed.value_unsafe();
  if (!root.is_object()) {
    complaint = {"the record is no JSON object", one_a_line};
    return std::nullopt;
  }
  const simdjson::dom::object object = root.get_object().value_unsafe();
  const auto text = find_field(object, state_->names.text);
  if (!text || !text->is_string()) {
    complaint = state_->no_text(!text || text->is_null());
    return std::nullopt;
  }
  TextRecord record{text->get_string().value_unsafe(), {}, {}};
  for (const std::string& field : fields) {
    record.values.push_back(plain_value(find_field(object, field)));
  }
  return record;
}

}  // namespace reprise::detail

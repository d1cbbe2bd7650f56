// A field of a document by its name, whichever way it was read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "reprise/document.h"
#include "reprise/read.h"

namespace reprise::detail {

// Returns the value of the field that `names` calls the id, the title, the source, the date or the
// url, or of a further field of the record or column of the table; a dot goes inside
// ("meta.outlet"). Strings stand as they are, numbers and other values as JSON; an absent, null or
// empty field, and one that is a structure, is none. Cost: `extra` is parsed for each call that
// asks for a further field.
std::optional<std::string> field_of(const Document& document, const std::string& name,
                                    const FieldNames& names = {});

// Puts the values of these fields into `values`, in their order. Cost: as above, for each.
void values_of(const Document& document, std::span<const std::string> names,
               const FieldNames& fields, std::vector<std::optional<std::string>>& values);

// Of a document without the field.
inline constexpr uint32_t no_value = UINT32_MAX;

// Returns for each document a number that it shares with those of the same value of the field, from
// 0 in the order of the documents; no_value where it has none.
std::vector<uint32_t> numbers_of(std::span<const Document> documents, const std::string& name);

}  // namespace reprise::detail

// The three languages of front matter, as far as it uses them, to keys with values.
//
//     author:                       {"author.name", "A. Writer"}
//       name: A. Writer
//     tags: [quay, "ferry"]         {"tags", "quay"}, {"tags", "ferry"}
//
// What a key holds several times stands several times; what is null is left out. Anchors, tags and
// references of YAML are read as text. Each returns nothing if the text is not of its language: a
// line at the left margin of YAML that is neither key nor item, a line of TOML without a value.
//
// Cost: one pass. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reprise::detail {

using FrontMatterValues = std::vector<std::pair<std::string, std::string>>;

std::optional<FrontMatterValues> read_front_yaml(std::string_view text);
std::optional<FrontMatterValues> read_front_toml(std::string_view text);
std::optional<FrontMatterValues> read_front_json(std::string_view text);

}  // namespace reprise::detail

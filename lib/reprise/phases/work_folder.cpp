#include "reprise/phases/work_folder.h"

#include <charconv>
#include <filesystem>
#include <map>
#include <set>

#include "reprise/error.h"
#include "reprise/io/folder_names.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;

// Returns the part that "3-of-8.pairs" is of; nothing if it is another name.
std::optional<PhasePart> part_of_name(std::string_view name, std::string_view ending) {
  if (!name.ends_with(ending)) {
    return std::nullopt;
  }
  name.remove_suffix(ending.size());
  PhasePart part;
  const char* end = name.data() + name.size();
  const auto number = std::from_chars(name.data(), end, part.number);
  constexpr std::string_view between = "-of-";
  const std::string_view rest(number.ptr, static_cast<size_t>(end - number.ptr));
  if (number.ec != std::errc() || !rest.starts_with(between)) {
    return std::nullopt;
  }
  const auto of = std::from_chars(number.ptr + between.size(), end, part.of);
  const bool is_part =
      of.ec == std::errc() && of.ptr == end && part.number >= 1 && part.number <= part.of;
  return is_part ? std::optional(part) : std::nullopt;
}

}  // namespace

std::string WorkFolder::folder_of(PhaseFileKind kind, uint32_t round) const {
  switch (kind) {
    case PhaseFileKind::keys:
    case PhaseFileKind::sets: return path_ + "/keys";
    case PhaseFileKind::buckets: return path_ + "/join";
    case PhaseFileKind::filtered: return path_ + "/filter";
    default: return path_ + "/round-" + std::to_string(round);
  }
}

std::string WorkFolder::of_shard(PhaseFileKind kind, uint32_t shard) const {
  constexpr size_t digits = 6;
  const std::string number = std::to_string(shard);
  const std::string zeros(digits - std::min(digits, number.size()), '0');
  return folder_of(kind, 0) + "/" + zeros + number + "." + name_of(kind);
}

std::string WorkFolder::of_part(PhaseFileKind kind, uint32_t round, const PhasePart& part) const {
  return folder_of(kind, round) + "/" + std::to_string(part.number) + "-of-" +
         std::to_string(part.of) + "." + name_of(kind);
}

void WorkFolder::make_room(const std::string& file) {
  const fs::path folder = fs::path(file).parent_path();
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw Error(ErrorKind::system, {folder.string(), "can't be made: " + error.message(),
                                    "name a folder that can be written"});
  }
}

std::optional<uint32_t> WorkFolder::complete_parts(PhaseFileKind kind, uint32_t round) const {
  const std::string ending = std::string(".") + name_of(kind);
  std::error_code error;  // a folder that is not there holds nothing
  std::map<uint32_t, std::set<uint32_t>> found;
  for (const std::string& name : names_in(folder_of(kind, round), error)) {
    if (const auto part = part_of_name(name, ending)) {
      found[part->of].insert(part->number);
    }
  }
  for (const auto& [of, numbers] : found) {
    if (numbers.size() == of) {
      return of;
    }
  }
  return std::nullopt;
}

uint32_t WorkFolder::open_round() const {
  uint32_t round = 1;
  while (complete_parts(PhaseFileKind::states, round)) {
    ++round;
  }
  return round;
}

}  // namespace reprise::detail

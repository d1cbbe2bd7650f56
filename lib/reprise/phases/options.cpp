#include "reprise/phases/options.h"

#include <nlohmann/json.hpp>

#include "reprise/base/require.h"
#include "reprise/report/json/dedup_shapes.h"

namespace reprise::detail {
namespace {

[[noreturn]] void refuse(const std::string& option, const std::string& why,
                         const std::string& remedy) {
  throw Error(ErrorKind::usage, {option, why, remedy});
}

}  // namespace

void check_phase_options(const DedupOptions& options) {
  options.check();
  const std::string use_dedup = "use reprise dedup on one machine";
  if (!options.against.empty()) {
    refuse("--against", "is no work for phases: no document is compared with another one",
           "run reprise dedup --against on each shard by itself");
  }
  if (!options.parts.rules.empty()) {
    refuse("--parts", "can't be done in phases", use_dedup);
  }
  if (options.measure != Measure::jaccard) {
    refuse("--measure containment", "can't be done in phases", use_dedup);
  }
  if (options.joining != Joining::to_kept) {
    refuse("--chain", "can't be done in phases: a chain may go through all machines", use_dedup);
  }
  if (!options.same.empty()) {
    refuse("--same", "can't be done in phases", use_dedup);
  }
}

std::string phase_options_line(const DedupOptions& options) {
  std::string line;
  const DedupOptions& context = options;
  write_object(line, dedup_options_shape, options, context);
  const FieldNames& fields = options.read.fields;
  const nlohmann::ordered_json read{
      {"text_field", fields.text}, {"date_field", fields.date}, {"source_field", fields.source}};
  line.pop_back();
  return line + "," +
         read.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace).substr(1);
}

std::string name_of(const PhasePart& part) {
  return std::to_string(part.number) + "/" + std::to_string(part.of);
}

uint64_t begin_of_part(uint64_t count, const PhasePart& part) {
  // count * (number - 1) / of, without leaving 64 bits.
  const uint64_t before = part.number - 1;
  return count / part.of * before + count % part.of * before / part.of;
}

}  // namespace reprise::detail

#include "reprise/report/json/dedup_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "reprise/report/json/dedup_shapes.h"

namespace reprise::detail {

std::string name_of(const KeepRule& rule) {
  switch (rule.kind) {
    case KeepRule::Kind::first: return "first";
    case KeepRule::Kind::longest: return "longest";
    case KeepRule::Kind::newest: return "newest";
    case KeepRule::Kind::largest: return "max:" + rule.field;
    case KeepRule::Kind::smallest: return "min:" + rule.field;
    case KeepRule::Kind::source: {
      std::string name = "order:";
      for (const std::string& source : rule.sources) {
        name += (name.ends_with(':') ? "" : ",") + source;
      }
      return name;
    }
  }
  return "";
}

std::string name_of(const PartRule& rule) {
  const auto with_size = [&](const char* kind, uint32_t usual) {
    return rule.size == usual ? std::string(kind) : kind + (":" + std::to_string(rule.size));
  };
  switch (rule.kind) {
    case PartKind::paragraphs: return with_size("paragraphs", 1);
    case PartKind::lines: return with_size("lines", 1);
    case PartKind::sentences: return with_size("sentences", 1);
    case PartKind::words: return with_size("runs", 0);
  }
  return "";
}

std::string to_json(const DedupCounts& counts, const DedupOptions& options, const Banding& banding,
                    const std::vector<Problem>& problems, const DedupCosts* costs) {
  constexpr size_t most_problems = 100;
  const size_t shown = std::min(problems.size(), most_problems);
  const DedupReport report{counts, options, banding, std::span(problems).first(shown), costs};
  std::string json;
  const DedupReport& context = report;
  write_object(json, dedup_report_shape, report, context);
  // It is short, and people read it: a line for each value.
  return nlohmann::ordered_json::parse(json).dump(2) + "\n";
}

}  // namespace reprise::detail

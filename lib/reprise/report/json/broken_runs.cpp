#include "reprise/report/json/broken_runs.h"

#include "reprise/base/utf8.h"

namespace reprise::detail {
std::vector<Span> broken_runs(std::string_view text) {
  std::vector<Span> runs;
  if (is_valid_utf8(text)) {
    return runs;
  }
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (next.broken) {
      runs.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(at + next.size)});
    }
    at += next.size;
  }
  return runs;
}

std::optional<std::string> with_broken_runs(std::string_view repaired, std::span<const Span> runs) {
  std::string text;
  size_t taken = 0;  // of `repaired`
  for (const Span& run : runs) {
    const bool apart =
        run.begin > text.size() || (text.empty() && run.begin == 0);  // two that touch would be one
    if (!apart || run.empty() || run.begin - text.size() > repaired.size() - taken) {
      return std::nullopt;
    }
    const size_t between = run.begin - text.size();
    if (!repaired.substr(taken + between).starts_with(replacement_utf8)) {
      return std::nullopt;
    }
    text.append(repaired, taken, between).append(run.size(), '\xFF');
    taken += between + replacement_utf8.size();
  }
  text.append(repaired, taken);
  return text;
}

}  // namespace reprise::detail

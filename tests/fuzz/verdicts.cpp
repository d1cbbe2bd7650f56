// Any bytes as a judge's answers: refused by name, or exactly one verdict a pair, from 0 to 1.
#include <string>

#include "fuzz/require.h"
#include "reprise/points/judge.h"

namespace {

using namespace reprise::detail;
using fuzz::require;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const size_t count : {size_t{0}, size_t{1}, size_t{3}}) {
    try {
      const std::vector<Verdict> verdicts = read_verdicts(bytes, count, "judge");
      require(verdicts.size() == count);
      for (const Verdict& verdict : verdicts) {
        require(verdict.same >= 0 && verdict.same <= 1);
      }
    } catch (const reprise::Error& error) {
      require(error.problem().where.starts_with("judge"));
    }
  }
  return 0;
}

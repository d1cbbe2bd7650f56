#include "reprise/base/targets.h"

#include <algorithm>
#include <atomic>

namespace reprise::detail {
namespace {

bool runs_here([[maybe_unused]] Target target) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  const bool ssse3 = __builtin_cpu_supports("ssse3");
  const bool sse4 = ssse3 && __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul") &&
                    __builtin_cpu_supports("aes");
  // Whatever has AVX2 and FMA has F16C too, for which clang 14 has no name.
  const bool avx2 = sse4 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                    __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma");
  const bool avx512 = avx2 && __builtin_cpu_supports("avx512f") &&
                      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
                      __builtin_cpu_supports("avx512bw");
  switch (target) {
    case Target::avx512: return avx512;
    case Target::avx2: return avx2;
    case Target::sse4: return sse4;
    case Target::ssse3: return ssse3;
    case Target::neon: return false;
    case Target::plain: return true;
  }
#elif defined(__aarch64__)
  if (target == Target::neon) {
    return true;
  }
#endif
  return target == Target::plain;
}

std::atomic<Target>& choice() {
  static std::atomic<Target> chosen = targets().front();
  return chosen;
}

}  // namespace

std::vector<Target> targets() {
  std::vector<Target> list{Target::avx512, Target::avx2, Target::sse4,
                           Target::ssse3,  Target::neon, Target::plain};
  std::erase_if(list, [](Target target) { return !runs_here(target); });
  return list;
}

std::string_view name_of(Target target) {
  static constexpr std::array<std::string_view, 6> names{"avx512", "avx2", "sse4",
                                                         "ssse3",  "neon", "plain"};
  return names[static_cast<size_t>(target)];
}

void use_target(Target target) {
  choice().store(target, std::memory_order_relaxed);
}

Target chosen_target() {
  return choice().load(std::memory_order_relaxed);
}

}  // namespace reprise::detail

#include "reprise/base/targets.h"

#include <algorithm>
#include <atomic>

namespace reprise::detail {
namespace {

#if defined(__x86_64__)

// Each target needs what the one before it needs, and more.
bool has_ssse3() {
  return __builtin_cpu_supports("ssse3");
}
bool has_sse4() {
  return has_ssse3() && __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul") &&
         __builtin_cpu_supports("aes");
}
// Whatever has AVX2 and FMA has F16C too, for which clang 14 has no name.
bool has_avx2() {
  return has_sse4() && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
         __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma");
}
bool has_avx512() {
  return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
}

bool runs_here(Target target) {
  __builtin_cpu_init();
  switch (target) {
    case Target::avx512: return has_avx512();
    case Target::avx2: return has_avx2();
    case Target::sse4: return has_sse4();
    case Target::ssse3: return has_ssse3();
    case Target::neon: return false;
    case Target::plain: return true;
  }
  return false;
}

#elif defined(__aarch64__)

bool runs_here(Target target) {
  return target == Target::neon || target == Target::plain;
}

#else

bool runs_here(Target target) {
  return target == Target::plain;
}

#endif

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

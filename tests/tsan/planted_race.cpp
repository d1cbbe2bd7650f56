// A race between two rounds of a parallel loop. ThreadSanitizer must see it through
// base/parallel.h: a tool that stays silent because it was told too much would be worse than none.
// The test passes if this program fails.
#include <iostream>

#include "reprise/base/parallel.h"

int main() {
  const reprise::detail::Workers limit(4);
  long sum = 0;
  for (int attempt = 0; attempt < 100; ++attempt) {
    reprise::detail::parallel_for(1000, [&](size_t i) { sum += static_cast<long>(i); });
  }
  std::cout << sum << "\n";
}

// oneDNN shares its work among the threads of OpenMP; ours are those of base/parallel.h, and each
// of them calls it for itself. Sums that are split among threads would moreover depend on how many
// there are.
#pragma once

// Of OpenMP, no more than this is needed.
extern "C" int omp_get_max_threads();
extern "C" void omp_set_num_threads(int count);

namespace reprise::detail {

// While it lives, oneDNN works on the calling thread alone. Cost: some nanoseconds.
class OneThread {
 public:
  OneThread() : before_(omp_get_max_threads()) { omp_set_num_threads(1); }
  ~OneThread() { omp_set_num_threads(before_); }
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;

 private:
  int before_;
};

}  // namespace reprise::detail

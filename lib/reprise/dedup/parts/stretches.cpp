#include "reprise/dedup/parts/stretches.h"

#include <algorithm>
#include <tuple>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

constexpr size_t nearby = size_t{1} << 12;  // bytes read at once: stretches lie anywhere

// Takes repeats by ascending places.
class Joiner {
 public:
  explicit Joiner(const UnitPlaces& places) : places_(places) {}

  void add(const Repeat& repeat) {
    const UnitPlaces::Located here = places_.locate(repeat.place);
    const UnitPlaces::Located first = places_.locate(repeat.first);
    if (!stretches_.empty() && extend(here, first)) {
      return;
    }
    stretches_.push_back({here.record, here.unit, 1, first.record, first.unit, true});
  }

  std::vector<PartStretch> take() { return std::move(stretches_); }

 private:
  bool extend(UnitPlaces::Located here, UnitPlaces::Located first) {
    PartStretch& last = stretches_.back();
    const bool follows = here.record == last.record && here.unit == last.unit + last.runs &&
                         first.record == last.first_record;
    if (!follows) {
      return false;
    }
    const bool is_same = first.unit == last.first_unit;
    const bool is_next = first.unit == last.first_unit + last.runs;
    if (is_same && (last.runs == 1 || !last.advances)) {
      last.advances = false;
    } else if (!is_next || !last.advances) {
      return false;
    }
    ++last.runs;
    return true;
  }

  const UnitPlaces& places_;
  std::vector<PartStretch> stretches_;
};

// Is the stretch, word for word, what stands at its first place?
class Verifier {
 public:
  Verifier(const UnitColumns& columns, uint32_t size)
      : here_(columns, nearby), there_(columns, nearby), size_(size) {}

  bool holds(const PartStretch& stretch) {
    const UnitRange units = stretch.units(size_);
    const auto words = here_.read(stretch.record, units.begin, units.end - units.begin);
    if (stretch.advances) {
      const auto first = there_.read(stretch.first_record, stretch.first_unit,
                                     static_cast<uint32_t>(words.size()));
      return std::equal(words.begin(), words.end(), first.begin());
    }
    const auto first = there_.read(stretch.first_record, stretch.first_unit, size_);
    for (size_t run = 0; run < stretch.runs; ++run) {
      if (!std::equal(first.begin(), first.end(), words.begin() + static_cast<ptrdiff_t>(run))) {
        return false;
      }
    }
    return true;
  }

 private:
  UnitColumns::Reader here_, there_;
  uint32_t size_;
};

}  // namespace

std::vector<PartStretch> find_stretches(const Partitions<Repeat>& repeats, const UnitPlaces& places,
                                        const UnitColumns& columns, const PartRule& rule) {
  std::vector<std::vector<PartStretch>> of_parts(repeats.count());
  parallel_for(of_parts.size(), [&](size_t part) {
    std::vector<Repeat> rows;
    repeats.for_each(part, [&](std::span<const Repeat> some) {
      rows.insert(rows.end(), some.begin(), some.end());
    });
    std::sort(rows.begin(), rows.end(),
              [](const Repeat& x, const Repeat& y) { return x.place < y.place; });
    Joiner joiner(places);
    for (const Repeat& row : rows) {
      joiner.add(row);
    }
    of_parts[part] = joiner.take();
    if (rule.kind == PartKind::words) {
      Verifier verifier(columns, rule.size);
      std::erase_if(of_parts[part], [&](const PartStretch& s) { return !verifier.holds(s); });
    }
  });
  std::vector<PartStretch> all = joined(of_parts);
  std::sort(all.begin(), all.end(), [](const PartStretch& x, const PartStretch& y) {
    return std::tie(x.record, x.unit) < std::tie(y.record, y.unit);
  });
  return all;
}

}  // namespace reprise::detail

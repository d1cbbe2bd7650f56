// Steps: documents in buckets are joined into components; components are opened a few at a time,
// and decided in parallel; inside one, each document in order is compared with the heads of its
// buckets, those that were kept so far, and either leaves or becomes a head itself.
//
//     buckets {1 5 9} {5 7}: one component, 1 5 7 9
//     1   no head: stays, head of the first bucket
//     5   compared with 1, similar: leaves
//     7   its bucket has no head, since 5 left: stays
//     9   compared with 1, not similar: stays
//
// Decided by chains, 5 would be a head too, 7 be compared with it, and leave.
//
// Before a component is opened, each pair of a bucket is held against what the judge knows without:
// a document for which there is no hope with anybody stays, and is a head, but is never opened.
//
// Once a component has taken so many comparisons that another way would have paid, heads are found
// by what they share (overlap_filter.h), and only then asked whether they share a bucket. Which way
// is taken changes no decision: either finds all who meet in a bucket and reach the threshold, in
// the same order.
//
// Cost: the head of keep.h.
#include "reprise/near/keep.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "reprise/base/forest.h"
#include "reprise/base/parallel.h"
#include "reprise/near/overlap_filter.h"
#include "reprise/near/participants.h"

namespace reprise::detail {
namespace {

// Decides the components. A bucket's front holds the participants in it that were kept so far: they
// never overtake those that wait, so no other room is needed.
class Search {
 public:
  Search(uint32_t count, Buckets buckets, const KeepOptions& options, PairJudge& judge)
      : options_(options), judge_(judge), buckets_(std::move(buckets)) {
    participants_ = list_participants(count, buckets_);
    heads_.resize(buckets_.size());
    decisions_.resize(count);
    for (uint32_t d = 0; d < count; ++d) {
      decisions_[d].kept = d;
    }
  }

  std::vector<Decision> run() {
    const std::vector<size_t>& components = participants_.components;
    for (size_t first = 0, last = 0; first + 1 < components.size(); first = last) {
      size_t bytes = 0;
      do {
        for (size_t p = components[last]; p < components[last + 1]; ++p) {
          bytes += judge_.cost(participants_.documents[p]);
        }
        ++last;
      } while (last + 1 < components.size() && bytes < options_.open_bytes);
      tell_progress({Progress::Phase::comparing, components[first], components.back()});
      open(first, last);
      parallel_for(last - first, [&](size_t i) {
        if (has_hope(components[first + i], components[first + i + 1])) {
          decide(components[first + i], components[first + i + 1]);
        }
      });
    }
    return std::move(decisions_);
  }

 private:
  struct Candidate {
    uint32_t participant;
    uint32_t shared_buckets;
  };

  // A component on its way, with room for what is found on it.
  struct Component {
    size_t begin = 0;
    size_t end = 0;
    uint64_t compared = 0;  // pairs
    std::optional<OverlapFilter> filter = {};
    std::vector<uint32_t> met = {};
    std::vector<Candidate> candidates = {};
  };

  // Of a component with more pairs than this for each of its documents, all are opened.
  static constexpr uint64_t most_looks = 32;

  // For so many comparisons of each document a filter can be made.
  static constexpr uint64_t comparisons_of_filter = 4;

  // Opens the components from the first to the one before the last: of them, who may be similar to
  // somebody.
  void open(size_t first, size_t last) {
    const std::vector<size_t>& components = participants_.components;
    opened_ = components[first];
    const size_t count = components[last] - opened_;
    asked_.assign(count, 0);
    parallel_for(last - first, [&](size_t i) {
      look_for_hope(components[first + i], components[first + i + 1]);
    });
    judge_.open(std::span(participants_.documents).subspan(opened_, count), asked_);
  }

  bool has_hope(size_t begin, size_t end) const {
    const auto asked = std::span(asked_).subspan(begin - opened_, end - begin);
    return std::find(asked.begin(), asked.end(), 1) != asked.end();
  }

  void look_for_hope(size_t begin, size_t end) {
    const auto asked = std::span(asked_).subspan(begin - opened_, end - begin);
    uint64_t pairs = 0;
    for (size_t p = begin; p < end; ++p) {
      for (const uint32_t b : buckets_of(p)) {
        pairs += buckets_[b].size();
      }
    }
    if (pairs > most_looks * (end - begin)) {
      std::fill(asked.begin(), asked.end(), 1);
      return;
    }
    for (size_t p = begin; p < end; ++p) {
      for (const uint32_t b : buckets_of(p)) {
        look_for_hope_in(buckets_[b], p);
      }
    }
  }

  // Looks whether the participant may be similar to one before it in the bucket.
  void look_for_hope_in(std::span<const uint32_t> bucket, size_t participant) {
    for (const uint32_t other : bucket) {
      if (other >= participant) {
        return;
      }
      uint8_t& asked_p = asked_[participant - opened_];
      uint8_t& asked_o = asked_[other - opened_];
      const bool is_known = asked_p != 0 && asked_o != 0;
      if (!is_known &&
          judge_.is_hopeful(participants_.documents[other], participants_.documents[participant])) {
        asked_p = 1;
        asked_o = 1;
      }
    }
  }

  void decide(size_t begin, size_t end) {
    if (options_.joining == Joining::chain) {
      decide_by_chains(begin, end);
    } else {
      decide_by_kept(begin, end);
    }
  }

  void decide_by_kept(size_t begin, size_t end) {
    Component component{begin, end};
    for (size_t p = begin; p < end; ++p) {
      check_stop();
      if (make_filter(component)) {
        add_kept(component, p);
      }
      if (component.filter) {
        find_by_filter(p, component);
      } else {
        find_candidates(p, component);
      }
      const KeptChoice choice = choose(p, component);
      if (choice.is_found()) {
        decisions_[participants_.documents[p]] = {static_cast<uint32_t>(choice.kept),
                                                  static_cast<float>(choice.best)};
        continue;
      }
      become_head(p);
      if (component.filter) {
        component.filter->add(static_cast<uint32_t>(p - begin));
      }
    }
  }

  KeptChoice choose(size_t participant, Component& component) {
    KeptChoice choice{options_.threshold};
    for (const Candidate& c : component.candidates) {
      choice.offer(participants_.documents[c.participant],
                   similarity_of(c, participant, choice.least()));
    }
    component.compared += component.candidates.size();
    return choice;
  }

  // Makes the component's filter once it would have paid; returns whether it has been made now.
  bool make_filter(Component& component) const {
    const size_t size = component.end - component.begin;
    if (component.filter || component.compared < comparisons_of_filter * size) {
      return false;
    }
    component.compared = 0;  // to ask the judge again not before as many more
    const std::span<const ShingleSet> sets = judge_.sets();
    if (sets.empty() || options_.threshold <= 0) {
      return false;
    }
    component.filter.emplace(sets.subspan(component.begin - opened_, size), options_.threshold);
    return true;
  }

  // Adds all that were kept so far.
  void add_kept(Component& component, size_t next) const {
    for (size_t p = component.begin; p < next; ++p) {
      const uint32_t document = participants_.documents[p];
      if (decisions_[document].kept == document) {
        component.filter->add(static_cast<uint32_t>(p - component.begin));
      }
    }
  }

  // Every document stays a head, for a chain may lead through it.
  void decide_by_chains(size_t begin, size_t end) {
    Component component{begin, end};
    std::vector<uint32_t> parents = lone_trees(end - begin);
    for (size_t p = begin; p < end; ++p) {
      check_stop();
      make_filter(component);
      find_candidates(p, component);
      const auto self = static_cast<uint32_t>(p - begin);
      for (const Candidate& c : component.candidates) {
        const auto other = static_cast<uint32_t>(c.participant - begin);
        if (find_root(parents, other) == find_root(parents, self)) {
          continue;
        }
        ++component.compared;
        if (component.filter && !component.filter->may_reach(other, self)) {
          continue;
        }
        if (similarity_of(c, p, options_.threshold) >= options_.threshold) {
          join(parents, other, self);
        }
      }
      become_head(p);
    }
    for (uint32_t i = 0; i < parents.size(); ++i) {
      const uint32_t root = find_root(parents, i);
      if (root == i) {
        continue;
      }
      const auto first = static_cast<uint32_t>(begin + root);
      const uint32_t shared = count_shared_buckets(first, begin + i, [](uint32_t) { return true; });
      const double similarity = similarity_of({first, shared}, begin + i, 0);
      decisions_[participants_.documents[begin + i]] = {participants_.documents[begin + root],
                                                        static_cast<float>(similarity)};
    }
  }

  double similarity_of(const Candidate& kept, size_t participant, double least) {
    return judge_.similarity(kept.participant - opened_, participant - opened_, kept.shared_buckets,
                             least);
  }

  std::span<const uint32_t> buckets_of(size_t participant) const {
    return participants_.buckets_of(participant);
  }

  // Returns how many buckets hold both; of those alone that `counts` takes.
  template <class Counts>
  uint32_t count_shared_buckets(size_t x, size_t y, const Counts& counts) const {
    const std::span<const uint32_t> of_x = buckets_of(x), of_y = buckets_of(y);
    uint32_t shared = 0;
    for (size_t i = 0, j = 0; i < of_x.size() && j < of_y.size();) {
      const bool is_shared = of_x[i] == of_y[j];
      if (is_shared && counts(of_x[i])) {
        ++shared;
      }
      const bool behind = of_x[i] <= of_y[j];
      const bool ahead = of_y[j] <= of_x[i];
      i += behind;
      j += ahead;
    }
    return shared;
  }

  // Lists the heads of the participant's buckets, ascending.
  void find_candidates(size_t participant, Component& component) const {
    std::vector<uint32_t>& met = component.met;
    std::vector<Candidate>& candidates = component.candidates;
    met.clear();
    candidates.clear();
    for (const uint32_t b : buckets_of(participant)) {
      const auto heads = buckets_[b].first(std::min<size_t>(heads_[b], most_kept_heads));
      met.insert(met.end(), heads.begin(), heads.end());
    }
    std::sort(met.begin(), met.end());
    for (const uint32_t head : met) {
      if (candidates.empty() || candidates.back().participant != head) {
        candidates.push_back({head, 0});
      }
      ++candidates.back().shared_buckets;
    }
  }

  // Lists those of them, ascending, that the filter lets through.
  void find_by_filter(size_t participant, Component& component) const {
    component.candidates.clear();
    component.filter->find(static_cast<uint32_t>(participant - component.begin), component.met);
    for (const uint32_t place : component.met) {
      const auto head = static_cast<uint32_t>(component.begin + place);
      const uint32_t shared = count_shared_buckets(head, participant, [&](uint32_t bucket) {
        return heads_[bucket] <= most_kept_heads || head <= buckets_[bucket][most_kept_heads - 1];
      });
      if (shared > 0) {
        component.candidates.push_back({head, shared});
      }
    }
  }

  void become_head(size_t participant) {
    for (const uint32_t b : buckets_of(participant)) {
      buckets_[b][heads_[b]++] = static_cast<uint32_t>(participant);
    }
  }

  const KeepOptions& options_;
  PairJudge& judge_;
  Buckets buckets_;
  Participants participants_;
  std::vector<uint32_t> heads_;  // how many each bucket has
  size_t opened_ = 0;            // the first participant that is open
  std::vector<uint8_t> asked_;   // of those that are open: whether there is hope for it
  std::vector<Decision> decisions_;
};

}  // namespace

std::vector<Decision> keep_greedily(uint32_t count, Buckets buckets, const KeepOptions& options,
                                    PairJudge& judge) {
  return Search(count, std::move(buckets), options, judge).run();
}

}  // namespace reprise::detail

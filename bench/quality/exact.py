"""The exact answer to "which documents are near-duplicates": all pairs, and who is kept.

The join is exact, only not stupid: with the shingles of each set in one order for all, the rarest first, two sets of
Jaccard >= t must share a shingle among the first |x| - ceil(t |x|) + 1 of each (the prefix filter of Chaudhuri, Ganti,
Kaushik 2006). Who shares one there is compared in full.
"""
import collections
import math


def join(sets, threshold):
    """Jaccard of every pair (a, b), a < b, that reaches the threshold. Empty sets are in no pair."""
    count = collections.Counter(shingle for s in sets for shingle in s)
    index = collections.defaultdict(list)
    pairs = {}
    for b, s in enumerate(sets):
        rarest = sorted(s, key=lambda shingle: (count[shingle], shingle))
        prefix = rarest[:len(s) - math.ceil(threshold * len(s)) + 1] if s else []
        for a in {a for shingle in prefix for a in index[shingle]}:
            other = sets[a]
            if min(len(s), len(other)) < threshold * max(len(s), len(other)):
                continue
            shared = len(s & other)
            jaccard = shared / (len(s) + len(other) - shared)
            if jaccard >= threshold:
                pairs[a, b] = jaccard
        for shingle in prefix:
            index[shingle].append(b)
    return pairs


def at_least(pairs, threshold):
    return {pair: jaccard for pair, jaccard in pairs.items() if jaccard >= threshold}


def representatives(count, pairs):
    """For each document the one that stands for it: in order, one leaves for the most similar that was kept, then the
    earliest; else it is kept and stands for itself."""
    near = collections.defaultdict(list)
    for (a, b), jaccard in pairs.items():
        near[b].append((-jaccard, a))
    stands = []
    for d in range(count):
        kept = sorted((minus, a) for minus, a in near[d] if stands[a] == a)
        stands.append(kept[0][1] if kept else d)
    return stands

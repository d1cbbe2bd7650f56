"""The plain ways to find what was restated, to hold the program against.

shingle_points  clauses that share three words in a row are one point, and so on through chains
tfidf_points    clauses as vectors of stems and of character n-grams, each weighted by its rarity among the clauses of
                the collection; the cosines of both, mixed half and half; average link down to a threshold

Both cut texts into clauses at the marks that end a statement; both give the points that the most documents share first.
"""
import collections
import heapq
import math
import re

from words import words_of

# Mean likeness from which clauses are one point: the best one on the tune half, as `point_tune.py` finds it.
TFIDF_THRESHOLD = 0.18
CHARACTERS = 0.5       # share of the likeness that comes from character n-grams
LEAST_OF_WORDS = 0.05  # cosine of the stems below which two clauses are not compared further

_CLAUSE = re.compile(r"(?:[^.!?;:\n–—]|[.:](?=\w)|(?<=[A-Z])\.|\n(?!\s*\n))+")
_SUFFIX = re.compile(r"(?<=\w{3})(?:ations?|ments?|ness|ings?|edly|ed|ies|es|ers?|ly|s|y|e)$")


def clauses_of(text):
    """(begin, end) in bytes of every stretch between marks that end a statement."""
    for match in _CLAUSE.finditer(text):
        clause = match.group()
        begin = len(text[:match.start()].encode()) + len(clause.encode()) - len(clause.lstrip().encode())
        if clause.strip():
            yield clause, begin, begin + len(clause.strip().encode())


def shingle_points(texts):
    """Lists of mentions (document, begin, end) in two or more documents, the most documents first."""
    mentions, places = [], collections.defaultdict(list)
    for name, text in texts.items():
        for clause, begin, end in clauses_of(text):
            words = words_of(clause)
            for shingle in {tuple(words[i:i + 3]) for i in range(len(words) - 2)}:
                places[shingle].append(len(mentions))
            mentions.append((name, begin, end))

    # Union-find over clauses; a shingle inside one document joins nothing.
    root = list(range(len(mentions)))

    def find(i):
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for shared in places.values():
        if len({mentions[i][0] for i in shared}) > 1:
            for i in shared:
                root[find(i)] = find(shared[0])
    groups = collections.defaultdict(list)
    for i, mention in enumerate(mentions):
        groups[find(i)].append(mention)
    return _points(groups.values())


def tfidf_points(texts, threshold=TFIDF_THRESHOLD):
    """The same by likeness."""
    return tfidf_at(texts, [threshold])[0]


def tfidf_at(texts, thresholds):
    """The points at each of the thresholds; the likenesses are computed once."""
    mentions, stems, grams = [], [], []
    for name, text in texts.items():
        for clause, begin, end in clauses_of(text):
            mentions.append((name, begin, end))
            words = words_of(clause)
            stems.append(collections.Counter(_SUFFIX.sub("", word) for word in words))
            letters = f" {' '.join(words)} "
            grams.append(collections.Counter(letters[i:i + n] for n in (3, 4, 5) for i in range(len(letters) - n + 1)))
    likeness = _likenesses(_weighted(stems), _weighted(grams))
    return [_points([[mentions[i] for i in group] for group in _average_link(len(mentions), likeness, threshold)])
            for threshold in thresholds]


def _points(groups):
    points = [group for group in groups if len({m[0] for m in group}) > 1]
    return sorted(points, key=lambda group: (-len({m[0] for m in group}), -len(group), group))


def _weighted(counts):
    """Vectors of length 1: (1 + ln tf) ln(all / holding). What all clauses have counts as nothing."""
    holding = collections.Counter(term for count in counts for term in count)
    vectors = []
    for count in counts:
        vector = {t: (1 + math.log(n)) * math.log(len(counts) / holding[t]) for t, n in count.items()}
        norm = math.sqrt(sum(weight * weight for weight in vector.values()))
        vectors.append({t: weight / norm for t, weight in vector.items() if weight > 0} if norm > 0 else {})
    return vectors


def _likenesses(stems, grams):
    """{(i, j): likeness} of the clauses i < j that share words."""
    postings, result = collections.defaultdict(list), {}
    for j, vector in enumerate(stems):
        cosines = collections.defaultdict(float)
        for term, weight in vector.items():
            for i, other in postings[term]:
                cosines[i] += weight * other
            postings[term].append((j, weight))
        for i, cosine in cosines.items():
            if cosine >= LEAST_OF_WORDS:
                small, large = sorted((grams[i], grams[j]), key=len)
                of_grams = sum(weight * large[gram] for gram, weight in small.items() if gram in large)
                result[i, j] = (1 - CHARACTERS) * cosine + CHARACTERS * of_grams
    return result


def _average_link(count, likeness, threshold):
    """Groups of 0 … count - 1; pairs without a likeness count as 0."""
    groups, sums = {i: [i] for i in range(count)}, collections.defaultdict(dict)
    heap = []

    def propose(a, b):
        mean = sums[a][b] / (len(groups[a]) * len(groups[b]))
        if mean >= threshold:
            heapq.heappush(heap, (-mean, a, b))

    for (a, b), value in likeness.items():
        sums[a][b] = sums[b][a] = value
    for a, b in likeness:
        propose(a, b)
    new = count
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in groups or b not in groups:
            continue
        groups[new] = groups.pop(a) + groups.pop(b)
        joined = collections.Counter(sums.pop(a))
        for other, value in sums.pop(b).items():
            joined[other] += value
        sums[new] = {other: value for other, value in sorted(joined.items()) if other in groups and other != new}
        for other, value in sums[new].items():
            sums[other][new] = value
            propose(other, new)
        new += 1
    return list(groups.values())

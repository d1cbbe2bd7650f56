"""What the tests of dedup share: running it, reading what it wrote, texts with copies, and its rule in a few lines."""

import collections
import gzip
import json
import random
import re
import subprocess

from support import ProgramTest, strict_json

SYLLABLES = "ba den fir gol hu jas ket lom mar nis pel qua rov sud tam vek wil zor".split()


def unpacked(content):
    if content.startswith(b"\x1f\x8b"):
        return gzip.decompress(content)
    if content.startswith(b"\x28\xb5\x2f\xfd"):
        return subprocess.run(["zstd", "-qdc"], input=content, stdout=subprocess.PIPE, check=True).stdout
    return content


def packed(name, content):
    if name.endswith(".gz"):
        return gzip.compress(content)
    if name.endswith(".zst"):
        return subprocess.run(["zstd", "-qc"], input=content, stdout=subprocess.PIPE, check=True).stdout
    return content


class DedupTest(ProgramTest):
    def dedup(self, *arguments, code=0, **options):
        outcome = self.reprise("dedup", *arguments, **options)
        self.assertEqual(outcome.code, code, outcome.err)
        return outcome

    def content(self, name):
        return (self.folder / name).read_bytes()

    def lines(self, name):
        return unpacked(self.content(name)).splitlines(keepends=True)

    def objects(self, name):
        """The objects of a JSONL file, each held against the strict grammar."""
        return [strict_json(line) for line in self.lines(name)]

    def refused(self, *arguments, says, **options):
        """Wrong use or a failure: exit code 2, a message, and no file that was not there before."""
        before = self.files()
        self.check_failure(self.reprise("dedup", *arguments, **options), 2, *says)
        self.assertEqual(self.files(), before)


def vocabulary(count, seed):
    draw = random.Random(seed)
    return sorted({"".join(draw.choice(SYLLABLES) for _ in range(3)) for _ in range(count)})


def edited(words, rate, draw, others):
    """A copy in which each word is, with this probability, another one, gone, or followed by another one."""
    out = []
    for word in words:
        kind = draw.randrange(3) if draw.random() < rate else None
        out += [[draw.choice(others)], [], [word, draw.choice(others)], [word]][3 if kind is None else kind]
    return out


def texts_with_copies(count, seed=1, shortest=30, longest=150):
    """Texts of plain words, among them copies and copies of copies with few or no edits, and stretches of others."""
    draw = random.Random(seed)
    words = vocabulary(3000, seed)
    texts = []
    while len(texts) < count:
        family = [[draw.choice(words) for _ in range(draw.randint(shortest, longest))]]
        for _ in range(draw.choice((0, 0, 1, 2, 4, 8))):
            source = draw.choice(family)
            copy = edited(source, draw.choice((0, 0.003, 0.01, 0.02, 0.03)), draw, words)
            if draw.randrange(5) == 0:
                begin = draw.randrange(len(source) // 2)
                copy = source[begin:begin + draw.randint(len(source) // 3, len(source))]
            family.append(copy)
        texts += [" ".join(member) for member in family]
    draw.shuffle(texts)
    return texts[:count]


def shingles(text, size=5):
    words = re.findall("[a-z]+", text.lower())
    size = min(size, len(words))
    return {tuple(words[i:i + size]) for i in range(len(words) - size + 1)} if words else set()


def jaccard(kept, other, shared):
    """Of two sets of these sizes."""
    return shared / (kept + other - shared)


def containment(_, other, shared):
    return shared / other


def decide(texts, order=None, threshold=0.8, measure=jaccard, groups=None, cut=shingles):
    """The rule: [(the text that stands for this one, its similarity)]. Texts of equal bytes share their fate."""
    sets = [cut(text) for text in texts]
    groups = groups or [None] * len(texts)
    decisions, kept, originals = [None] * len(texts), {}, {}
    holders = collections.defaultdict(list)  # the kept texts that hold a shingle
    for i in order or range(len(texts)):
        original = originals.setdefault((groups[i], texts[i]), i)
        if original != i:
            decisions[i] = decisions[original]
            continue
        shared = collections.Counter(k for shingle in sets[i] for k in holders[groups[i], shingle])
        alike = [(measure(len(sets[k]), len(sets[i]), count), -kept[k], k) for k, count in shared.items()]
        similarity, _, best = max((a for a in alike if a[0] >= threshold), default=(1, 0, i))
        decisions[i] = best, similarity
        if best == i:
            kept[i] = len(kept)
            for shingle in sets[i]:
                holders[groups[i], shingle].append(i)
    return decisions


def as_lines(records):
    return [json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records]

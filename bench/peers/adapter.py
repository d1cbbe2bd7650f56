"""What the peers' adapters share: reading JSONL and cutting shingles as users of Python do, and how to answer.

An adapter is called as `ADAPTER INPUT.jsonl OUTPUT.json THRESHOLD THREADS`. It writes {"pairs": [[a, b], …]}: the
pairs of documents that the peer calls similar, as numbers of lines from 1.
"""
import json
import re
import sys

WORD = re.compile(r"\w+")


def arguments():
    source, output, threshold, threads = sys.argv[1:]
    return source, output, float(threshold), int(threads)


def texts_of(source):
    with open(source, encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)["text"]


def shingles_of(text, size=5):
    """The set of word 5-grams. zip over shifted lists is the fastest way that plain Python has."""
    words = WORD.findall(text.lower())
    if len(words) < size:
        return {" ".join(words)}
    return set(map(" ".join, zip(*(words[i:] for i in range(size)))))


def write_pairs(output, pairs):
    with open(output, "w", encoding="utf-8") as file:
        json.dump({"pairs": sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})}, file)

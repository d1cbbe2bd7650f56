#!/usr/bin/env python3
"""A judge that knows the gold: what the search for points would be worth if all verdicts were right.

usage: reprise points COLLECTION --judge-command "bench/quality/gold_judge.py GOLD.json COLLECTION"

GOLD.json is what careful readers found, in the format of samples.expected/points.json; COLLECTION the folder of text files,
or the file of JSONL, that it speaks of. Two statements are the same if both match mentions of one gold point, in the sense of
point_score.py; what is lost then is lost by the units, by the candidates and by the grouping. With --asked FILE, the number of
pairs that it was asked is added to the file.
"""
import argparse
import json
import sys
from pathlib import Path


def texts_of(where):
    if where.is_dir():
        return {path.name: path.read_bytes() for path in where.glob("*.txt")}
    with open(where, encoding="utf-8") as lines:
        return {record["id"]: record["text"].encode() for record in map(json.loads, lines)}


def gold_spans(gold, texts):
    """(document, begin, end, point) of each place where a quotation of the gold stands."""
    for number, point in enumerate(json.loads(gold.read_text(encoding="utf-8"))["points"]):
        for mention in point["mentions"]:
            text, quote = texts[mention["doc"]], mention["quote"].encode()
            at = text.find(quote)
            while at >= 0:
                yield mention["doc"], at, at + len(quote), number
                at = text.find(quote, at + 1)


def points_at(statement, spans):
    """The gold points that a statement makes: half of the shorter, and a third of the longer, in common."""
    if statement["field"] != "text":
        return set()
    name = statement["document"].rsplit("/", 1)[-1]
    found = set()
    for document, begin, end, point in spans:
        shared = min(end, statement["end"]) - max(begin, statement["begin"])
        sizes = sorted((end - begin, statement["end"] - statement["begin"]))
        if document in (name, statement["document"]) and shared > 0 and 2 * shared >= sizes[0] and 3 * shared >= sizes[1]:
            found.add(point)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("collection", type=Path)
    parser.add_argument("--asked", type=Path, metavar="FILE")
    options = parser.parse_args()
    spans = list(gold_spans(options.gold, texts_of(options.collection)))
    count = 0
    for line in sys.stdin:
        pair = json.loads(line)
        same = points_at(pair["a"], spans) & points_at(pair["b"], spans)
        print(json.dumps({"id": pair["id"], "same": 1 if same else 0}))
        count += 1
    if options.asked:
        with open(options.asked, "a", encoding="utf-8") as file:
            print(count, file=file)


if __name__ == "__main__":
    main()

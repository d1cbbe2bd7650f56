"""Passages: `reprise passages` against known ones, with the measures of the PAN workshops, in characters.

A detection hits a case if both of its sides overlap the case's. Then
    recall       mean over cases: the share of a case's characters, both sides, that its detections cover
    precision    mean over detections: the share of a detection's characters that the cases it hits cover
    granularity  mean number of detections for each case that was hit: 1 if nothing was torn in pieces
    plagdet      F1 / log2(1 + granularity)
Source: Potthast, Stein, Barrón-Cedeño, Rosso: An Evaluation Framework for Plagiarism Detection, COLING 2010.
"""
import json
import math

import generate
from harness import f1, ratio, table, texts_of_folder

# A passage is two sides, each (document, begin, end) in characters; the document that comes first by name is side 0.


def passage(a, b):
    return tuple(sorted((a, b)))


def overlap(x, y):
    return max(0, min(x[2], y[2]) - max(x[1], y[1])) if x[0] == y[0] else 0


def hits(x, y):
    return all(overlap(x[side], y[side]) for side in (0, 1))


def hits_of(ones, others):
    """For each one those of the others that hit it."""
    of_pair = {}
    for other in others:
        of_pair.setdefault((other[0][0], other[1][0]), []).append(other)
    return [[other for other in of_pair.get((one[0][0], one[1][0]), []) if hits(other, one)] for one in ones]


def covered_share(one, others):
    """The share of the characters of `one`, both sides, that lie in the others."""
    covered = 0
    for side in (0, 1):
        name, begin, end = one[side]
        reached = begin
        for _, b, e in sorted(other[side] for other in others):
            b, e = max(b, reached), min(e, end)
            if b < e:
                covered += e - b
                reached = e
    return ratio(covered, sum(end - begin for _, begin, end in one))


def measures(cases, detections):
    of_case = hits_of(cases, detections)
    recall = ratio(sum(covered_share(c, hit) for c, hit in zip(cases, of_case)), len(cases))
    precision = ratio(sum(covered_share(d, hit) for d, hit in zip(detections, hits_of(detections, cases))),
                      len(detections))
    hit = [h for h in of_case if h]
    granularity = ratio(sum(len(h) for h in hit), len(hit), 1.0)
    return {"cases": len(cases), "found": len(detections), "recall": recall, "precision": precision,
            "granularity": granularity, "plagdet": f1(precision, recall) / math.log2(1 + granularity)}


def detections_of(report, least_words=0):
    """The passages between texts; titles are no part of the truth."""
    found = []
    for p in report["passages"]:
        sides = [p["a"], p["b"]]
        if any("field" in side for side in sides) or min(side["words"] for side in sides) < least_words:
            continue
        found.append(passage(*((report["documents"][s["document"]]["id"], s["begin_char"], s["end_char"])
                               for s in sides)))
    return found


def show(rows):
    table(["", *next(iter(rows.values()))], [[name, *row.values()] for name, row in rows.items()])
    return rows


def samples(bench):
    """The truth leaves out pairs that are near-duplicates or contained; so do we."""
    texts = texts_of_folder(bench.samples)

    def span(side):
        begin = texts[side["doc"]].index(side["quote"])
        return side["doc"], begin, begin + len(side["quote"])

    truth = json.loads((bench.expected / "passages.json").read_text(encoding="utf-8"))["passages"]
    near = json.loads((bench.expected / "pairs.json").read_text(encoding="utf-8"))["pairs"]
    near = {frozenset((p["a"], p["b"])) for p in near}
    cases = [passage(span(p["a"]), span(p["b"])) for p in truth]
    report = bench.report("passages", bench.samples)
    rows = {}
    for name, least_words in (("all that was found", 0), ("of 12 words or more, as the truth", 12)):
        found = [d for d in detections_of(report, least_words) if frozenset((d[0][0], d[1][0])) not in near]
        rows[name] = measures(cases, found)
    return show(rows)


def planted(bench):
    rows = {}
    for rate in (0, 0.05, 0.1, 0.15, 0.25):
        records, cases = generate.planted(rate)
        cases = [passage(*((records[r]["id"], begin, end) for r, begin, end in case)) for case in cases]
        rows[f"{rate:.0%} of words edited"] = measures(cases, detections_of(bench.report_on_records("passages", records)))
    return show(rows)


sections = [
    ("samples/", samples),
    ("generated, 100 planted passages of 15 to 80 words", planted),
]

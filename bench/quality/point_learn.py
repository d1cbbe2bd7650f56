#!/usr/bin/env python3
"""Learn again how much each piece of evidence counts (lib/reprise/points/evidence.cpp), from events with gold points.

usage: bench/quality/point_learn.py --events DIR [--tools DIR] [--points] [--model FOLDER [--vectors FOLDER]]

A pair of places states the same if both, as the mentions that they would become, say one gold point, in the sense of
point_score.py. Which pieces of evidence tell that, a logistic regression says, which has the highest likelihood
(Newton's steps) and no other number to choose. Pairs of statements that are texts of their own are left out: they have
weights of theirs, which one set of collections is too narrow to learn anew.

Events are dealt to five folds in the order of their names: the i-th to fold i modulo 5. "Across folds" is what the
weights of four folds say of the fifth; "on all" and the library's weights have seen all events, and so flatter
themselves. Average precision is that of all pairs in the order of their chances, ties as they stand.

--points also searches for points with the weights of four folds in the fifth, at the library's threshold: what the
points are worth in events that no weight was learnt from.

--model learns the weights that count where statements are compared by meaning too. It encodes all events, which takes
minutes; --vectors keeps their vectors in a folder for the next time.
"""
import argparse
import json
import os
import re
import subprocess
from itertools import chain
from math import exp, log
from operator import mul
from pathlib import Path

from harness import Bench, table
from point_collections import events, names_of, predictions_of, sum_of
from point_score import gold_points_of, score

FOLDS = 5
STEPS = 25           # at most; some eight are enough
LEAST_STEP = 1e-7    # of the largest change, below which nothing moves any more


class Pairs:
    """Evidence by columns, the last of them 1 everywhere; and whether each pair states the same, 1 or 0."""

    def __init__(self, rows, same):
        self.columns = [list(column) for column in zip(*rows)] + [[1.0] * len(rows)]
        self.same = same

    def chances(self, weights):
        sums = [0.0] * len(self.same)
        for weight, column in zip(weights, self.columns):
            sums = [s + weight * x for s, x in zip(sums, column)]
        return [1 / (1 + exp(-s)) for s in sums]

    @staticmethod
    def joined(parts):
        whole = Pairs([], [])
        whole.columns = [list(chain.from_iterable(columns)) for columns in zip(*(p.columns for p in parts))]
        whole.same = list(chain.from_iterable(p.same for p in parts))
        return whole


def learn(pairs, penalty=0.0):
    """The weights of the highest likelihood: each step solves (sum of c (1 - c) x x') step = sum of (same - c) x.

    A penalty on the squares of the weights keeps them finite where few pairs are told apart without a doubt.
    """
    weights = [0.0] * len(pairs.columns)
    for _ in range(STEPS):
        chances = pairs.chances(weights)
        missing = [y - c for y, c in zip(pairs.same, chances)]
        doubt = [c * (1 - c) for c in chances]
        slope = [sum(map(mul, missing, column)) - penalty * w for w, column in zip(weights, pairs.columns)]
        weighed = [list(map(mul, doubt, column)) for column in pairs.columns]
        curve = [[sum(map(mul, w, column)) for column in pairs.columns] for w in weighed]
        for i, row in enumerate(curve):
            row[i] += penalty
        step = solve(curve, slope)
        weights = [w + s for w, s in zip(weights, step)]
        if max(map(abs, step)) < LEAST_STEP:
            return weights
    raise SystemExit("the regression does not settle: are there pairs of both kinds?")


def solve(matrix, right):
    """Gauss with the largest pivot."""
    rows = [[*row, value] for row, value in zip(matrix, right)]
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, size):
            factor = rows[r][i] / rows[i][i]
            rows[r] = [x - factor * y for x, y in zip(rows[r], rows[i])]
    result = [0.0] * size
    for i in reversed(range(size)):
        result[i] = (rows[i][size] - sum(map(mul, rows[i][i + 1:size], result[i + 1:]))) / rows[i][i]
    return result


def average_precision(chances, same):
    """The mean, over the pairs that state the same, of the precision down to each."""
    found, total = 0, 0.0
    for rank, i in enumerate(sorted(range(len(same)), key=lambda i: -chances[i]), 1):
        if same[i]:
            found += 1
            total += found / rank
    return total / found if found else 0.0


def log_loss(chances, same):
    return -sum(log(c if y else 1 - c) for c, y in zip(chances, same)) / len(same)


def read_pairs(report, collection, prose=True):
    """The pairs of two places in prose, or else of two statements, with what gold says of them."""
    names = names_of(report, collection)
    mentions = [(names[document], begin, end) for document, begin, end in report["places"]]
    said = gold_points_of(mentions, collection.gold.points)
    said = [said[mention] for mention in mentions]
    rows = [row for row in report["pairs"] if bool(row[2]) == prose]
    return Pairs([row[3:] for row in rows], [int(bool(said[row[0]] & said[row[1]])) for row in rows])


def reports(tool, *words):
    """What the tool, a command with its first words, writes."""
    with subprocess.Popen([*tool, *words], stdout=subprocess.PIPE) as process:
        for line in process.stdout:
            yield json.loads(line)
    if process.returncode != 0:
        raise SystemExit(f"{tool[0]} ended with {process.returncode}")


def library_weights(root, name):
    """Those of prose, as evidence.cpp has them, what counts without any of them last."""
    source = (root / "lib/reprise/points/evidence.cpp").read_text(encoding="utf-8")
    numbers = re.search(name + r"\{(.*?)\}", source, re.S)[1].split(",")
    none, *weights = map(float, numbers)
    return [*weights, none]


def points_with(tool, weights, collections):
    """What is found with the weights in each of the collections."""
    by_path = {str(c.path): c for c in collections}
    words = ["--weights", ",".join(map(repr, weights)), *by_path]
    for report in reports(tool, *words):
        collection = by_path[report["collection"]]
        yield score(collection.gold, predictions_of(report, collection))


def show_weights(pieces, by_name, folds):
    spread = [f"{min(ws):.3f} to {max(ws):.3f}" for ws in zip(*folds)]
    table(["", *by_name, "of four folds each"],
          [[piece, *(f"{weights[i]:.3f}" for weights in by_name.values()), spread[i]]
           for i, piece in enumerate([*pieces, "none of them"])])


def main():
    root = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tools", type=Path, default=root / "build/bench", metavar="DIR",
                        help="where reprise_point_ablation was built; default: build/bench")
    parser.add_argument("--events", metavar="DIR", help="default: $REPRISE_EVENTS")
    parser.add_argument("--points", action="store_true", help="search for points too; some seconds more")
    parser.add_argument("--model", metavar="FOLDER", help="of a model of language: weights for likeness by meaning")
    parser.add_argument("--vectors", metavar="FOLDER", help="keeps the vectors of each event")
    options = parser.parse_args()
    bench = Bench(None, options.tools, None, root)
    bench.events = options.events
    tool = bench.tool("reprise_point_ablation")
    collections = events(bench)
    how = [word for name in ("model", "vectors") if (value := getattr(options, name)) for word in (f"--{name}", value)]
    tool = [str(tool), *how]

    pieces, by_event = None, []
    for report, collection in zip(reports(tool, "--pairs", *(str(c.path) for c in collections)), collections):
        pieces = report["pieces"]
        by_event.append(read_pairs(report, collection))
    folds = [Pairs.joined(by_event[i::FOLDS]) for i in range(FOLDS)]
    whole = Pairs.joined(folds)
    print(f"{len(collections)} events, {len(whole.same)} pairs of places, {sum(whole.same)} of which state the same")

    of_folds = [learn(Pairs.joined(folds[:i] + folds[i + 1:])) for i in range(FOLDS)]
    weights = {"on all": learn(whole), "library": library_weights(root, "of_prose_with_meaning" if options.model else "of_prose")}
    print()
    show_weights(pieces, weights, of_folds)

    across = list(chain.from_iterable(fold.chances(own) for fold, own in zip(folds, of_folds)))
    orders = {"across folds": across, **{name: whole.chances(own) for name, own in weights.items()}}
    rows = [[name, average_precision(chances, whole.same), log_loss(chances, whole.same)]
            for name, chances in orders.items()]
    rows += [[f"{piece} alone", average_precision(whole.columns[pieces.index(piece)], whole.same), ""]
             for piece in ("likeness", "relative", "sentences", "shared", "support")]
    print()
    table(["order of pairs", "average precision", "log loss"], rows)

    if options.points:
        tallies = [t for i, own in enumerate(of_folds) for t in points_with(tool, own, collections[i::FOLDS])]
        rows = [["across folds", tallies]]
        rows += [[name, list(points_with(tool, own, collections))] for name, own in weights.items()]
        print()
        table(["", "point P", "R", "F1", "pair P", "R", "F1"],
              [[name, *(sum_of(own).figures()[f"{kind}_{what}"] for kind in ("point", "pair")
                        for what in ("precision", "recall", "f1"))] for name, own in rows])


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Choose the threshold of the second baseline: point F1 on samples/ and on the tune half of the statements alone.

usage: bench/quality/point_tune.py [--shared DIR] [--events DIR]

The best is the one with the highest mean of the two; baseline.py holds it as TFIDF_THRESHOLD. What it would have got
elsewhere at each threshold stands behind it, to show what the choice costs; nothing was chosen by that.
"""
import argparse
import os
from pathlib import Path

import baseline
import point_collections
from harness import Bench, Skipped, table
from point_score import Prediction, score

THRESHOLDS = [i / 100 for i in range(10, 61, 2)]


def f1_of(collections):
    """Point F1 by threshold."""
    tallies = {t: [] for t in THRESHOLDS}
    for c in collections:
        for t, points in zip(THRESHOLDS, baseline.tfidf_at(c.texts, THRESHOLDS)):
            tallies[t].append(score(c.gold, [Prediction(frozenset(mentions)) for mentions in points]))
    return [point_collections.sum_of(tallies[t]).figures()["point_f1"] for t in THRESHOLDS]


def main():
    root = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=os.environ.get("REPRISE_SHARED", root.parent / "shared"))
    parser.add_argument("--events", metavar="DIR")
    options = parser.parse_args()
    bench = Bench(None, None, Path(options.shared), root)
    bench.events = options.events
    restated = point_collections.halves_of(point_collections.restated(bench))
    chosen_on = {"samples": f1_of(point_collections.samples(bench)), "statements, tune": f1_of(restated["tune"])}
    others = {"statements, look": f1_of(restated["look"]), "articles": f1_of(point_collections.articles(bench))}
    try:
        others["events"] = f1_of(point_collections.events(bench))
    except Skipped as reason:
        print(f"events skipped: {reason}")
    means = [sum(both) / len(both) for both in zip(*chosen_on.values())]
    table(["threshold", *chosen_on, "mean", *others],
          [[f"{t:.2f}", *row] for t, *row in zip(THRESHOLDS, *chosen_on.values(), means, *others.values())])
    print(f"the best: {THRESHOLDS[means.index(max(means))]:.2f}; baseline.py has {baseline.TFIDF_THRESHOLD:.2f}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Choose the threshold of the second baseline: point F1 on samples/ and on the tune half of the statements alone.

usage: bench/quality/point_tune.py [--shared DIR]

The best is the one with the highest mean of the two; baseline.py holds it as TFIDF_THRESHOLD.
"""
import argparse
import os
from pathlib import Path

import baseline
import point_collections
from harness import Bench, table
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
    bench = Bench(None, None, Path(parser.parse_args().shared), root)
    samples = f1_of(point_collections.samples(bench))
    statements = f1_of(point_collections.halves_of(point_collections.restated(bench))["tune"])
    means = [(a + b) / 2 for a, b in zip(samples, statements)]
    table(["threshold", "samples/", "statements, tune", "mean"],
          [[f"{t:.2f}", a, b, m] for t, a, b, m in zip(THRESHOLDS, samples, statements, means)])
    print(f"the best: {THRESHOLDS[means.index(max(means))]:.2f}; baseline.py has {baseline.TFIDF_THRESHOLD:.2f}")


if __name__ == "__main__":
    main()

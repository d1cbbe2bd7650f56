#!/usr/bin/env python3
"""Talking points: `reprise points` against what careful readers found, and beside it plain baselines.

usage: bench/quality/points.py [--program FILE] [--tools DIR] [--shared DIR] [--events DIR] [--json FILE] [--only WORD]
                               [--factors F,F,…]

bench/quality/run prints the same among all other parts; here the events can be named. DIR of --events holds folders
NAME with texts, each beside a NAME.gold.json in the format of samples.expected/points.json.

reprise            the program at its defaults
3-word shingles    two clauses of different documents that share three words in a row are one point, and so on through
                   chains; the most documents first
stems and n-grams  clauses compared by tf-idf of stems and character n-grams, average link

Where there are several collections their counts are added up, and shown for two halves too, in the order of the
collections' names: the first is "tune", the second "look". The program's numbers were chosen looking at both, so the
halves say how much a figure depends on the collections, not how well it would hold elsewhere. The second baseline has
one number, the threshold, which was chosen on samples/ and the tune half of the statements (point_tune.py).
"""
import argparse
import json
import os
import sys
from pathlib import Path

import baseline
import point_ablation
import point_labels
import point_mixed
from harness import Bench, Skipped, table
from point_collections import SETS, halves_of, predictions_of, sum_of
from point_score import Prediction, score


def program(bench, collection):
    return predictions_of(bench.report("points", collection.path), collection)


def shingles(_bench, collection):
    return [Prediction(frozenset(mentions)) for mentions in baseline.shingle_points(collection.texts)]


def tfidf(_bench, collection):
    return [Prediction(frozenset(mentions)) for mentions in baseline.tfidf_points(collection.texts)]


METHODS = {"reprise": program, "3-word shingles": shingles, "stems and n-grams": tfidf}


def measure(bench, collections):
    figures, notes = {}, []
    for method, find in METHODS.items():
        tallies = [score(c.gold, find(bench, c)) for c in collections]
        for label, part in halves_of(tallies).items():
            name = f"{method}, {label}" if label else method
            figures[name] = sum_of(part).figures()
            notes.append(f"  {name}: {sum_of(part).describe()}")
    columns = ["points", "point_precision", "point_recall", "point_f1", "pairs", "pair_precision", "pair_recall",
               "pair_f1", "document_f1", "first_ten"]
    table(["", "points", "P", "R", "F1", "pairs", "P", "R", "F1", "document F1", "first ten"],
          [[name, *(row[c] for c in columns)] for name, row in figures.items()])
    print("\n".join(notes))
    return figures


sections = [(name, lambda bench, read=read: measure(bench, read(bench))) for name, read in SETS.items()]
sections.append(("all events in one collection", point_mixed.measure))
sections.append(("where labels begin and end", point_labels.measure))
sections.append(("what each part of the method adds", point_ablation.measure))


def main():
    root = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=root / "build/release/reprise", help="the program to measure")
    parser.add_argument("--tools", type=Path, default=root / "build/bench", metavar="DIR",
                        help="where reprise_point_ablation was built; default: build/bench")
    parser.add_argument("--shared", type=Path, default=os.environ.get("REPRISE_SHARED", root.parent / "shared"),
                        help="folder of the shared data; default: $REPRISE_SHARED, else ../shared beside the checkout")
    parser.add_argument("--events", metavar="DIR", help="events to add; default: $REPRISE_EVENTS, else none")
    parser.add_argument("--factors", metavar="F,F,…", help="the ablation's, of the threshold; 1 is the quickest")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too")
    parser.add_argument("--only", metavar="WORD", default="", help="only the parts with this word in their names")
    options = parser.parse_args()
    if not os.access(options.program, os.X_OK):
        parser.error(f"{options.program} is no program; build it with: cmake --preset release && "
                     "cmake --build --preset release")
    bench = Bench(options.program, options.tools, Path(options.shared), root)
    bench.events, bench.factors = options.events, options.factors
    figures = {"program": bench.version()}
    print(bench.version())
    for name, part in sections:
        if options.only.lower() not in name.lower():
            continue
        print(f"\n{name}")
        try:
            figures[name] = part(bench)
        except Skipped as reason:
            print(f"  skipped: {reason}")
            figures[name] = {"skipped": str(reason)}
        sys.stdout.flush()
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

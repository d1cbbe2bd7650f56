#!/usr/bin/env python3
"""Hold point_score.py against the scorer of the shared data, which was written apart from it; fails if they differ.

usage: bench/quality/point_agreement.py [--program FILE] [--shared DIR] [--events DIR]

Every method is scored by both on every collection; all counts have to be equal, and so has every ratio made of their
sums, to the last digit.
"""
import argparse
import os
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

sys.dont_write_bytecode = True
from harness import Bench, Skipped  # noqa: E402
from point_collections import SETS, sum_of  # noqa: E402
from point_score import score  # noqa: E402
from points import METHODS  # noqa: E402

# Our name of a count, and theirs.
COUNTS = {"points": "points", "credits": "good points", "gold points": "gold", "in ten": "first",
          "credits in ten": "good first", "pairs": "pairs", "right pairs": "right", "recalled pairs": "covered",
          "gold pairs": "gold pairs", "documents": "documents said", "right documents": "documents right",
          "gold documents": "documents true", "disagreements": "disagreements", "right marks": "marked right",
          "wrong marks": "marked wrong"}


def load(path):
    loader = SourceFileLoader("score_points", str(path))
    module = module_from_spec(spec_from_loader("score_points", loader))
    loader.exec_module(module)
    return module


def theirs_on(scorer, collection, predictions):
    texts = scorer.texts_of(str(collection.path))
    gold, disagreements = scorer.gold_of(str(collection.gold_path), texts)
    return scorer.tally(gold, disagreements, [(p.disagrees, sorted(p.mentions)) for p in predictions])[0]


def differences(ours, theirs):
    for our_name, their_name in COUNTS.items():
        if ours.counts[our_name] != theirs[their_name]:
            yield f"{our_name}: {ours.counts[our_name]} here, {theirs[their_name]} there"
    for kind in {kind for kind, _ in ours.difficulties}:
        if ours.difficulties[kind, True] != theirs[f"found {kind}"]:
            yield f"found {kind}: {ours.difficulties[kind, True]} here, {theirs[f'found {kind}']} there"


def ratios(scorer, theirs):
    precision = scorer.ratio(theirs["good points"], theirs["points"])
    recall = scorer.ratio(theirs["found"], theirs["gold"])
    of_pairs = scorer.ratio(theirs["right"], theirs["pairs"]), scorer.ratio(theirs["covered"], theirs["gold pairs"])
    of_documents = (scorer.ratio(theirs["documents right"], theirs["documents said"]),
                    scorer.ratio(theirs["documents right"], theirs["documents true"]))
    return [precision, recall, scorer.f1(precision, recall), *of_pairs, scorer.f1(*of_pairs), scorer.f1(*of_documents),
            scorer.ratio(theirs["good first"], theirs["first"])]


def main():
    root = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=root / "build/release/reprise")
    parser.add_argument("--shared", type=Path, default=os.environ.get("REPRISE_SHARED", root.parent / "shared"))
    parser.add_argument("--events", metavar="DIR")
    options = parser.parse_args()
    bench = Bench(options.program, None, Path(options.shared), root)
    bench.events = options.events
    scorer, failed = load(bench.shared_path("tools/score_points")), False
    for name, read in SETS.items():
        try:
            collections = read(bench)
        except Skipped as reason:
            print(f"{name}: skipped: {reason}")
            continue
        for method, find in METHODS.items():
            found = [find(bench, c) for c in collections]
            ours = [score(c.gold, predictions) for c, predictions in zip(collections, found)]
            theirs = [theirs_on(scorer, c, predictions) for c, predictions in zip(collections, found)]
            wrong = [f"{c.path.name}: {d}" for c, our, their in zip(collections, ours, theirs)
                     for d in differences(our, their)]
            figures = sum_of(ours).figures()
            both = [figures[key] for key in ("point_precision", "point_recall", "point_f1", "pair_precision",
                                             "pair_recall", "pair_f1", "document_f1", "first_ten")]
            if both != ratios(scorer, sum(theirs, type(theirs[0])())):
                wrong.append("the ratios of the sums differ")
            print(f"{name}, {method}: " + ("; ".join(wrong[:5]) if wrong else
                                           f"{len(collections)} collections, all counts and ratios are equal"))
            failed |= bool(wrong)
    sys.exit(failed)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Train a model of language on gold points: an encoder, and how much its likenesses count.

usage: tools/train --gold FOLDER [--gold FOLDER…] [--model FOLDER] --out FOLDER

A folder of gold holds NAME.gold.json beside NAME/, texts of one story, or NAME.jsonl, short statements; both kinds are
needed, in one folder or in two. Collections are dealt to five folds in the order of their names. For each fold an encoder is
tuned on the four others, and judges the fold, which it has not seen; from all of these judgements the weights of
evidence are learnt. The encoder that is written is tuned on all. On the way the points of each fold are
sought with its encoder and the weights that the others teach: these are the scores that unseen texts may expect.

Takes half an hour to an hour on two cores. The same machine and packages give the same model.
"""
import argparse
import json
import os
import shutil
import subprocess
from pathlib import Path

import torch

import head
import tuning
from harness import table
from point_collections import collections_in, predictions_of, sum_of
from point_score import score
from stories import stories_in

FOLDS = 5


def points_in(program, model, collections):
    """The scores of the points that the program finds with the model."""
    for collection in collections:
        words = ["points", collection.path, "--model", model, "--json", "-", "--quiet"]
        done = subprocess.run([program, *words], stdout=subprocess.PIPE, check=True)
        yield score(collection.gold, predictions_of(json.loads(done.stdout), collection))


def train(options, folds_of, work):
    """The weights for the model that is tuned on all; shows what the folds say."""
    encoders = [work / f"fold{i}" for i in range(FOLDS)]
    judged = []
    for i, encoder in enumerate(encoders):
        stories = [story for j in range(FOLDS) if j != i for _, story in folds_of[j]]
        tuning.tune(options.model, stories, encoder, tuning.tell(f"fold {i + 1} of {FOLDS}"))
        judged.append(head.judge(options.tools / "reprise_point_ablation", encoder, [c for c, _ in folds_of[i]]))
    rows, tallies = [], {"texts": [], "statements": []}
    for i, encoder in enumerate(encoders):
        weights = head.weights_from([one for j in range(FOLDS) if j != i for one in judged[j]])
        head.write(weights, encoder)
        rows.append([f"fold {i + 1}", *(head.precision_of(judged[i], weights).get(k, "") for k in ("prose", "statements"))])
        for kind, own in tallies.items():
            of_kind = [c for c, _ in folds_of[i] if (c.path.suffix == ".jsonl") == (kind == "statements")]
            own.extend(points_in(options.tools / "reprise", encoder, of_kind))
    table(["average precision of pairs", "prose", "statements"], rows)
    print()
    table(["points, each fold by what the others taught", "point F1", "pair F1"],
          [[kind, *(sum_of(own).figures()[name] for name in ("point_f1", "pair_f1"))]
           for kind, own in tallies.items() if own])
    return head.weights_from([one for fold in judged for one in fold])


def main():
    root = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, action="append", required=True, metavar="FOLDER")
    parser.add_argument("--model", type=Path, default=root / "build/model/all-MiniLM-L6-v2", metavar="FOLDER",
                        help="to begin with; default: what tools/setup model has fetched")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="what is made; must not be there yet")
    parser.add_argument("--tools", type=Path, default=root / "build/release", metavar="DIR",
                        help="where reprise and reprise_point_ablation were built; default: build/release")
    options = parser.parse_args()
    if options.out.exists():
        parser.error(f"{options.out} is there already; name another folder, or remove it")
    for needed in (options.model / "modules.json", options.tools / "reprise", options.tools / "reprise_point_ablation"):
        if not needed.exists():
            parser.error(f"{needed} is not there")
    torch.set_num_threads(os.cpu_count())
    torch.use_deterministic_algorithms(True)

    known = [both for folder in options.gold for both in zip(collections_in(folder), stories_in(folder))]
    if len(known) < 2 * FOLDS:
        parser.error(f"{len(known)} collections are too few; {2 * FOLDS} and more are needed")
    known.sort(key=lambda both: both[0].path.name)
    print(f"{len(known)} collections, {sum(len(story.marked) for _, story in known)} marked stretches", flush=True)
    work = options.out.with_name(options.out.name + ".folds")
    work.mkdir(parents=True, exist_ok=True)
    try:
        weights = train(options, [known[i::FOLDS] for i in range(FOLDS)], work)
        tuning.tune(options.model, [story for _, story in known], work / "all", tuning.tell("all"))
        head.write(weights, work / "all")
        (work / "all").rename(options.out)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f"\n{options.out} is made; try: reprise points articles/ --model {options.out}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Collections of short statements, with gold, out of PERSPECTRUM (Chen and others 2019; share-alike, no data of ours).

usage: bench/quality/perspectrum.py CLONE OUT      of github.com/CogComp/perspectrum

Writes OUT/train, OUT/dev and OUT/test: for each claim of a split NAME.jsonl, its perspectives, and NAME.gold.json, a
point for each cluster of two and more that say the same. Claims without such a cluster are left out.
"""
import argparse
import json
from pathlib import Path


def read(clone, name):
    return json.loads((clone / f"data/dataset/{name}_v1.0.json").read_text(encoding="utf-8"))


def collection(claim, texts):
    """The statements of a claim and its points; of a statement that stands in two clusters, the first counts."""
    statements, points = {}, []
    for number, cluster in enumerate(claim["perspectives"]):
        own = {str(pid): texts[pid] for pid in cluster["pids"] if str(pid) not in statements}
        statements |= own
        if len(own) > 1:
            points.append({"id": f"c{number}", "statement": next(iter(own.values())), "difficulty": "any",
                           "mentions": [{"doc": name, "quote": text} for name, text in own.items()]})
    return statements, points


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clone", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    split_of = read(options.clone, "dataset_split")
    texts = {p["pId"]: p["text"] for p in read(options.clone, "perspective_pool")}
    for claim in read(options.clone, "perspectrum_with_answers"):
        statements, points = collection(claim, texts)
        if not points:
            continue
        place = options.out / split_of[str(claim["cId"])] / f"{claim['cId']:03d}"
        place.parent.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps({"id": name, "text": text}) + "\n" for name, text in statements.items())
        place.with_suffix(".jsonl").write_text("".join(lines), encoding="utf-8")
        gold = {"topic": claim["text"], "points": points, "disagreements": [], "figures_that_agree": []}
        place.with_suffix(".gold.json").write_text(json.dumps(gold), encoding="utf-8")


if __name__ == "__main__":
    main()

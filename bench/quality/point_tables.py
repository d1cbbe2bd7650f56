#!/usr/bin/env python3
"""Print the tables of a record of results, in Markdown, from the figures that points.py wrote.

usage: bench/quality/points.py --json FILE && bench/quality/point_tables.py FILE
"""
import json
import sys
from pathlib import Path

ABLATION = "what each part of the method adds"


def print_table(header, rows):
    for row in [header, ["---"] * len(header), *rows]:
        print(f"| {' | '.join(row)} |")


def quality(figures):
    rows = [[name.split(" (")[0], method, *(f"{own[key]:.3f}" for key in (
                "point_precision", "point_recall", "point_f1", "pair_f1", "document_f1", "first_ten")),
             f"{own['figures_right']} of {own['figures_gold']}, {own['figures_wrong']}"]
            for name, methods in figures.items() if name not in ("program", ABLATION) and "skipped" not in methods
            for method, own in methods.items()]
    print_table(["", "", "point P", "R", "F1", "pair F1", "document F1", "first ten", "figures right, wrong"], rows)


def ablation(variants):
    whole = variants["all"]
    rows = [["all", *(f"{own['point_f1']:.3f} / {own['pair_f1']:.3f}" for own in whole.values()), ""]]
    for name, sets in variants.items():
        if name == "all":
            continue
        lost = [[own[f] - whole[s][f] for f in ("point_f1", "pair_f1")] for s, own in sets.items()]
        lost.append([sum(both[i] for both in lost) / len(lost) for i in (0, 1)])
        rows.append([name, *(f"{points:+.3f} / {pairs:+.3f}" for points, pairs in lost)])
    print_table(["", *(name.split(" (")[0] for name in whole), "mean"], rows)


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    figures = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    quality(figures)
    for variants in figures.get(ABLATION, {}).values():
        if isinstance(variants, dict):
            print()
            ablation(variants)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Print the tables of a record of results, in Markdown, from the figures that points.py wrote.

usage: bench/quality/points.py --json FILE && bench/quality/point_tables.py FILE...

Several files are several runs with --only, and make one record.
"""
import json
import sys
from pathlib import Path

MIXED, LABELS = "all events in one collection", "where labels begin and end"
ABLATION = "what each part of the method adds"


def print_table(header, rows):
    for row in [header, ["---"] * len(header), *rows]:
        print(f"| {' | '.join(row)} |")


def quality(figures):
    rows = [[name.split(" (")[0], method, *(f"{own[key]:.3f}" for key in (
                "point_precision", "point_recall", "point_f1", "pair_precision", "pair_recall", "pair_f1", "document_f1",
                "first_ten")),
             f"{own['figures_right']} of {own['figures_gold']}, {own['figures_wrong']}"]
            for name, methods in figures.items()
            if name not in ("program", MIXED, LABELS, ABLATION) and "skipped" not in methods
            for method, own in methods.items()]
    print_table(["", "", "point P", "R", "F1", "pair P", "R", "F1", "document F1", "first ten", "figures right, wrong"], rows)


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


def mixed(parts):
    columns, points = ("precision", "recall", "f1"), parts["points"]
    rows = [["articles of one story, pairs", *(f"{parts['stories'][c]:.3f}" for c in columns)]]
    rows += [[f"{kind}s", *(f"{points[f'{kind}_{c}']:.3f}" for c in columns)] for kind in ("point", "pair")]
    print_table(["", "P", "R", "F1"], rows)


def labels(sets):
    print_table(["", *next(iter(sets.values()))],
                [[name.split(" (")[0], *(f"{v:.3f}" if isinstance(v, float) else str(v) for v in own.values())]
                 for name, own in sets.items()])


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    figures = {}
    for path in sys.argv[1:]:
        figures |= json.loads(Path(path).read_text(encoding="utf-8"))
    quality(figures)
    for name, show in ((MIXED, mixed), (LABELS, labels)):
        if name in figures and "skipped" not in figures[name]:
            print()
            show(figures[name])
    for variants in figures.get(ABLATION, {}).values():
        if isinstance(variants, dict):
            print()
            ablation(variants)


if __name__ == "__main__":
    main()

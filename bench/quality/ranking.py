#!/usr/bin/env python3
"""How well the ranked list of pairs tells answers that copy from those that don't.

    bench/quality/ranking.py --program build/release/reprise --answers DIR --sources DIR --labels FILE.csv

The table of labels has a column File and a column Category, where "non" did not copy and anything else did. Each answer counts with
its best pair. Beside the list stands a baseline: the share of an answer's different runs of three words that a source has too.
Prints how many of the answers that copied are among the first so many as there are of them, and the area under the ROC curve (the
share of pairs of one that copied and one that didn't that stand in the right order, ties by half).
"""
import argparse
import csv
import json
import re
import subprocess
from pathlib import Path


def labels_of(path):
    with open(path, newline="") as file:
        return {row["File"].strip(): row["Category"].strip() != "non" for row in csv.DictReader(file)}


def ranked(program, answers, sources, command=()):
    output = subprocess.run([program, "passages", answers, "--against", sources, "--json", "-", *command], check=True, capture_output=True)
    report = json.loads(output.stdout)
    names = [document["id"] for document in report["documents"]]
    scores = {}
    for place, pair in enumerate(report["ranking"]):
        scores.setdefault(names[pair["a"]], -place)
    without = -len(report["ranking"])
    return {name: scores.get(name, without) for name, d in zip(names, report["documents"]) if not d.get("reference")}


def runs_of(path, length):
    data = path.read_bytes()
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[i:] for i in range(length))))


def baseline(answers, sources, length=3):
    of_sources = [runs_of(path, length) for path in sorted(Path(sources).iterdir())]
    of_answers = {path.name: runs_of(path, length) for path in sorted(Path(answers).iterdir())}
    return {name: max(len(runs & other) / max(len(runs), 1) for other in of_sources) for name, runs in of_answers.items()}


def area(scores, copied):
    yes = [score for name, score in scores.items() if copied[name]]
    no = [score for name, score in scores.items() if not copied[name]]
    return sum((y > n) + 0.5 * (y == n) for y in yes for n in no) / (len(yes) * len(no))


def among_first(scores, copied):
    most = sum(copied[name] for name in scores)
    first = sorted(scores, key=lambda name: (-scores[name], name))[:most]
    return sum(copied[name] for name in first), most


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("program", "answers", "sources", "labels"):
        parser.add_argument("--" + option, required=True)
    parser.add_argument("--without", action="append", default=[], help="an answer that is left out of the figures (may be repeated)")
    options = parser.parse_args()
    copied = labels_of(options.labels)
    rows = {"ranked pairs": ranked(options.program, options.answers, options.sources),
            "runs of three words": baseline(options.answers, options.sources)}
    for name, scores in rows.items():
        scores = {answer: score for answer, score in scores.items() if answer not in options.without}
        found, most = among_first(scores, copied)
        print(f"{name:20}  {found} of {most} among the first {most}, area {area(scores, copied):.4f}")


if __name__ == "__main__":
    main()

"""Talking points: `reprise points` against what careful readers found, and beside it plain baselines.

3-word shingles   two clauses of different documents that share three words in a row are one point, and so on through
                  chains; the most documents first
reprise           stems weighted with their rarity in the collection, beside character n-grams: the best plain method
                  known is the method of the program itself, so it is its own second baseline
"""
import json

import baseline
from harness import records_of, table, texts_of_folder
from point_score import Gold, Prediction, Tally, score


def program(bench, collection, texts):
    report = bench.report("points", collection)
    names = [d["id"] if d["id"] in texts else d["id"].rsplit("/", 1)[-1] for d in report["documents"]]
    return [Prediction(frozenset((names[m["document"]], m["begin"], m["end"])
                                 for m in point["mentions"] if "field" not in m),
                       bool(point.get("disagree"))) for point in report["points"]]


def shingles(_bench, _collection, texts):
    return [Prediction(frozenset(mentions)) for mentions in baseline.shingle_points(texts)]


METHODS = {"reprise": program, "3-word shingles": shingles}


def measure(bench, collections):
    """`collections`: (path for the program, texts by name, path of the gold points)."""
    figures, notes = {}, []
    for name, method in METHODS.items():
        total = Tally()
        for path, texts, gold_path in collections:
            gold = Gold.read(json.loads(gold_path.read_text(encoding="utf-8")), texts)
            total += score(gold, method(bench, path, texts))
        figures[name] = total.figures()
        notes.append(f"  {name}: {total.describe()}")
    columns = ["points", "point_precision", "point_recall", "point_f1", "pairs", "pair_precision", "pair_recall",
               "pair_f1", "document_f1", "first_ten"]
    table(["", "points", "P", "R", "F1", "pairs", "P", "R", "F1", "document F1", "first ten"],
          [[name, *(row[c] for c in columns)] for name, row in figures.items()])
    print("\n".join(notes))
    return figures


def samples(bench):
    return measure(bench, [(bench.samples, texts_of_folder(bench.samples), bench.expected / "points.json")])


def articles(bench):
    folder = bench.shared_path("articles")
    return measure(bench, [(folder, texts_of_folder(folder), bench.shared_path("articles.points.json"))])


def restated(bench):
    folder = bench.shared_path("data/restated")
    return measure(bench, [(path, {r["id"]: r["text"] for r in records_of(path)}, path.with_suffix(".gold.json"))
                           for path in sorted(folder.glob("*.jsonl"))])


sections = [
    ("samples/", samples),
    ("five articles about one story (shared)", articles),
    ("collections of short statements (shared)", restated),
]

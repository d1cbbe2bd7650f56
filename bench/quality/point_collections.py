"""Collections with known talking points: where they lie, and what a method found in them."""
import json
import os
from pathlib import Path
from typing import NamedTuple

from harness import Skipped, records_of, texts_of_folder
from point_score import Gold, Prediction, Tally


class Collection(NamedTuple):
    path: Path  # of the documents: a folder, or a .jsonl file
    gold_path: Path
    texts: dict  # by name
    gold: Gold


def samples(bench):
    return [_folder(bench.samples, bench.expected / "points.json")]


def articles(bench):
    return [_folder(bench.shared_path("articles"), bench.shared_path("articles.points.json"))]


def restated(bench):
    return collections_in(bench.shared_path("data/restated"))


def events(bench):
    """Folders NAME with texts, each beside its NAME.gold.json."""
    named = getattr(bench, "events", None) or os.environ.get("REPRISE_EVENTS")
    if not named:
        raise Skipped("no folder of events is given (--events of points.py, or REPRISE_EVENTS)")
    found = [c for c in collections_in(Path(named)) if c.path.is_dir()]
    if not found:
        raise Skipped(f"{named} holds no NAME.gold.json beside a folder NAME")
    return found


SETS = {
    "samples/": samples,
    "five articles about one story (shared)": articles,
    "collections of short statements (shared)": restated,
    "news events (given)": events,
}


def halves_of(items):
    """{label: items}: all of them under "", and if there are several, both halves in their order."""
    middle = (len(items) + 1) // 2
    return {"": items} | ({"tune": items[:middle], "look": items[middle:]} if len(items) > 1 else {})


def collections_in(folder):
    """Those of which NAME.gold.json stands in the folder, beside NAME/ or NAME.jsonl, in the order of their names."""
    found = []
    for gold in sorted(folder.glob("*.gold.json")):
        texts = gold.with_name(gold.name.removesuffix(".gold.json"))
        records = texts.with_name(texts.name + ".jsonl")
        if texts.is_dir():
            found.append(_folder(texts, gold))
        elif records.is_file():
            found.append(_read(records, gold, {r["id"]: r["text"] for r in records_of(records)}))
    return found


def names_of(report, collection):
    """The name of each document of a report in the collection."""
    return [d["id"] if d["id"] in collection.texts else d["id"].rsplit("/", 1)[-1] for d in report["documents"]]


def predictions_of(report, collection):
    """What a report of the program says, in terms of the collection's texts."""
    names = names_of(report, collection)
    return [Prediction(frozenset((names[m["document"]], m["begin"], m["end"])
                                 for m in point["mentions"] if "field" not in m),
                       bool(point.get("disagree"))) for point in report["points"]]


def sum_of(tallies):
    total = Tally()
    for tally in tallies:
        total += tally
    return total


def _folder(folder, gold):
    return _read(folder, gold, texts_of_folder(folder))


def _read(path, gold, texts):
    return Collection(path, gold, texts, Gold.read(json.loads(gold.read_text(encoding="utf-8")), texts))

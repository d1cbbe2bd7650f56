"""All events in one collection, as an archive has them: whether their stories are told apart, and what that costs.

Stories: a pair of articles is right if both are of one event. Points are scored as always, in the one collection. Two
events may be of one story to a reader too, so that a perfect score would not be 1.
"""
from collections import Counter

from harness import f1, ratio, table
from point_collections import events, predictions_of
from point_score import Gold, GoldPoint, score


def measure(bench):
    collections = events(bench)
    mixed = Mixed(collections)
    report = bench.report_on_records("points", [{"id": name, "text": text} for name, text in mixed.texts.items()])
    stories = _story_figures(report)
    found = score(mixed.gold, predictions_of(report, mixed))
    points = found.figures()
    print(f"  {len(collections)} events, {len(mixed.texts)} articles; {stories['stories']} stories")
    columns = ("precision", "recall", "f1")
    rows = [["articles of one story, pairs", *(stories[c] for c in columns)]]
    rows += [[f"{kind}s", *(points[f"{kind}_{c}"] for c in columns)] for kind in ("point", "pair")]
    table(["", "P", "R", "F1"], rows)
    print(f"  {found.describe()}")
    return {"stories": stories, "points": points}


class Mixed:
    """The texts and the gold points of several collections, their documents named by event and file."""

    def __init__(self, collections):
        self.texts, points, disagreements = {}, [], set()
        for c in collections:
            event = c.path.name
            self.texts |= {f"{event}/{name}": text for name, text in c.texts.items()}
            points += [GoldPoint(f"{event}/{p.name}", p.difficulty,
                                 tuple((f"{event}/{name}", begin, end) for name, begin, end in p.spans))
                       for p in c.gold.points]
            disagreements |= {f"{event}/{name}" for name in c.gold.disagreements}
        self.gold = Gold(points, disagreements)


def _story_figures(report):
    """Pairs of articles in one story against those of one event."""
    told = [(d["story"], d["id"].split("/")[0]) for d in report["documents"]]
    both, stories, events_of = Counter(told), Counter(s for s, _ in told), Counter(e for _, e in told)
    right, said, true = (sum(n * (n - 1) // 2 for n in counts.values()) for counts in (both, stories, events_of))
    precision, recall = ratio(right, said), ratio(right, true)
    return {"stories": len(stories), "precision": precision, "recall": recall, "f1": f1(precision, recall)}

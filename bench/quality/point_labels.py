"""Whether what a reader is shown of a point stands by itself: labels begin and end where sentences or clauses do.

Only marks are looked at. "The ferry stays in port" begins and ends at borders in "On Monday, the ferry stays in port: no
wind." and doesn't in "She said the ferry stays in port until spring." A clause's border is a mark, a sentence's one that
ends it, or the end of a line; quotation marks and brackets in between belong to both. A word such as "that" or "because"
is no border here, so that a clause which begins with one counts as begun too late.
"""
import re

from harness import Skipped, ratio, table
from point_collections import SETS

SENTENCE = ".!?…\n"            # marks at the border of a sentence
CLAUSE = SENTENCE + ",;:–—-"    # at that of a clause, beside the quotation marks and brackets
QUOTES = "\"“”„«»‘’()[]"
BESIDE = QUOTES + "'*_ \t\r"    # what may stand between a border and the words


def borders(text, begin, end):
    """{"clause": begins and ends at borders of clauses, "sentence": the same of sentences}; places in characters."""
    before, behind = text[:begin].rstrip(BESIDE), text[end:].lstrip(BESIDE)
    inside = text[begin:end].rstrip(BESIDE)
    opened = any(mark in QUOTES for mark in text[len(before):begin + 1])
    closed = any(mark in QUOTES for mark in text[begin + len(inside):len(text) - len(behind)])
    begins, ends = ([_is_border(before[-1:], marks) for marks in (CLAUSE, SENTENCE)],
                    [_is_border(behind[:1], marks) or inside[-1:] in marks for marks in (CLAUSE, SENTENCE)])
    return {"clause": (begins[0] or opened) and (ends[0] or closed), "sentence": begins[1] and ends[1]}


def _is_border(mark, marks):
    return not mark or mark in marks


def labels_of(report):
    """(document, begin, end) of what is shown of each point, in bytes; and of its label's mention."""
    for point in report["points"]:
        texts = [m["text"] for m in point["mentions"]]
        number = point["label_mention"] if "label_mention" in point else texts.index(point["label"])
        mention = point["mentions"][number]
        shown = point.get("label_at") or mention
        yield [(mention["document"], where["begin"], where["end"]) for where in (shown, mention)]


def measure(bench):
    figures, rows = {}, []
    for name, read in SETS.items():
        try:
            figures[name] = _shares(bench, read(bench))
        except Skipped as reason:
            print(f"  {name} skipped: {reason}")
            continue
        rows.append([name, *figures[name].values()])
    table(["shares of points", "points", "label: clause", "sentence", "mention: clause", "sentence"], rows)
    return figures


def _shares(bench, collections):
    counts = {"label, clause": 0, "label, sentence": 0, "mention, clause": 0, "mention, sentence": 0}
    points = 0
    for collection in collections:
        report = bench.report("points", collection.path)
        for two in labels_of(report):
            points += 1
            for what, (document, begin, end) in zip(("label", "mention"), two):
                name = report["documents"][document]["id"]
                text = collection.texts.get(name) or collection.texts[re.sub(r".*/", "", name)]
                encoded = text.encode()
                found = borders(text, len(encoded[:begin].decode()), len(encoded[:end].decode()))
                for kind, at_border in found.items():
                    counts[f"{what}, {kind}"] += at_border
    return {"points": points, **{what: ratio(count, points) for what, count in counts.items()}}

"""Whether what a reader is shown of a point stands by itself: labels begin and end where sentences or clauses do.

Only marks are looked at. "The ferry stays in port" begins and ends at borders in "On Monday, the ferry stays in port: no
wind." and doesn't in "She said the ferry stays in port until spring." A clause's border is a mark, a sentence's one that
ends it, or an empty line; quotation marks and brackets in between belong to both. A word such as "that" or "because" is
no border here, so that a clause which begins with one counts as begun too late.
"""
import re

from harness import Skipped, ratio, table
from point_collections import SETS

ENDS_SENTENCE = ".!?…"
DIVIDES = ENDS_SENTENCE + ",;:–—-"
BESIDE = "\"'“”„«»‘’()[]*_ \t\r"   # between a border and the words
QUOTES = "\"“”„«»‘’()[]"           # these divide a sentence too


def borders(text, begin, end):
    """{"clause": begins and ends at borders of clauses, "sentence": the same of sentences}; places in characters."""
    before = text[:begin].rstrip(BESIDE)
    inside, behind = text[begin:end].rstrip(BESIDE), text[end:].lstrip(BESIDE)
    gaps = text[len(before):begin], text[end:len(text) - len(behind)]
    begins = {"sentence": _is_border(before[-1:], ENDS_SENTENCE + "\n"), "clause": _is_border(before[-1:], DIVIDES + "\n")}
    ends = {kind: _is_border(behind[:1], marks) or inside[-1:] in marks
            for kind, marks in (("sentence", ENDS_SENTENCE + "\n"), ("clause", DIVIDES + "\n"))}
    quoted = [any(mark in QUOTES for mark in gap) or edge in QUOTES
              for gap, edge in zip(gaps, (text[begin:begin + 1], text[end - 1:end]))]
    return {"sentence": begins["sentence"] and ends["sentence"],
            "clause": (begins["clause"] or quoted[0]) and (ends["clause"] or quoted[1])}


def _is_border(mark, marks):
    return not mark or mark in marks


def labels_of(report):
    """(document, begin, end) of what is shown of each point, in bytes; and of its label's mention."""
    for point in report["points"]:
        texts = [m["text"] for m in point["mentions"]]
        mention = point["mentions"][point.get("label_mention", texts.index(point["label"]))]
        shown = point.get("claim") or mention
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
    table(["shares of points", "points", "claim: clause", "sentence", "mention: clause", "sentence"], rows)
    return figures


def _shares(bench, collections):
    counts = {"claim, clause": 0, "claim, sentence": 0, "mention, clause": 0, "mention, sentence": 0}
    points = 0
    for collection in collections:
        report = bench.report("points", collection.path)
        for two in labels_of(report):
            points += 1
            for what, (document, begin, end) in zip(("claim", "mention"), two):
                name = report["documents"][document]["id"]
                text = collection.texts.get(name) or collection.texts[re.sub(r".*/", "", name)]
                encoded = text.encode()
                found = borders(text, len(encoded[:begin].decode()), len(encoded[:end].decode()))
                for kind, at_border in found.items():
                    counts[f"{what}, {kind}"] += at_border
    return {"points": points, **{what: ratio(count, points) for what, count in counts.items()}}

"""How well predicted talking points agree with gold ones.

Everything rests on one relation: a predicted mention *says* a gold mention if both stand in one document and what they
share is at least half of the shorter and a third of the longer, in bytes; it says a gold point if it says one of its
mentions. To point at a whole paragraph is thus to say nothing.

A prediction *reaches* a gold point if it has mentions of it in two documents, and *claims* it if these are moreover most
of its mentions. Each gold point goes to one claim and each prediction gets one point, the purest claims first: that is
its credit.

    points       precision: predictions with a credit; recall: gold points given as one
    pairs        of mentions in two documents. Precision: predicted pairs of which both ends say a common gold point,
                 each pair counted once however often it is predicted. Recall: gold pairs of which both ends are said
                 by a prediction that reaches their point
    documents    of credited predictions: F1 of the documents named against those of the gold point, counts added up
    first ten    precision of points among the first ten in the order of the report
    figures      predictions marked as disagreeing: right if the credited gold point is a known disagreement

All are counted first and divided last, so that collections can be added up.
"""
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations

from harness import f1, ratio


@dataclass(frozen=True)
class GoldPoint:
    name: str
    difficulty: str
    spans: tuple  # of (document, begin, end), one for each place where a quotation stands


@dataclass
class Gold:
    points: list
    disagreements: set

    @staticmethod
    def read(data, texts):
        encoded = {name: text.encode() for name, text in texts.items()}
        points = [GoldPoint(p["id"], p["difficulty"],
                            tuple(span for m in p["mentions"] for span in _places(encoded, m["doc"], m["quote"])))
                  for p in data["points"]]
        return Gold(points, {d["point"] for d in data.get("disagreements", [])})


@dataclass(frozen=True)
class Prediction:
    mentions: frozenset  # of (document, begin, end), in bytes
    disagrees: bool = False


def _places(texts, document, quote):
    text, quote = texts[document], quote.encode()
    found = [i for i in range(len(text) - len(quote) + 1) if text.startswith(quote, i)]
    if not found:
        raise SystemExit(f"the gold points quote {document} wrongly: {quote.decode()!r}")
    return [(document, i, i + len(quote)) for i in found]


def says(mention, gold):
    shared = min(mention[2], gold[2]) - max(mention[1], gold[1])
    shorter, longer = sorted((mention[2] - mention[1], gold[2] - gold[1]))
    return mention[0] == gold[0] and shared > 0 and 2 * shared >= shorter and 3 * shared >= longer


def gold_points_of(mentions, points):
    """{mention: the numbers of the points that it says}."""
    spans = defaultdict(list)  # by document, with the number of their point
    for g, point in enumerate(points):
        for span in point.spans:
            spans[span[0]].append((span, g))
    return {m: {g for span, g in spans[m[0]] if says(m, span)} for m in mentions}


def pairs_across(spans):
    """Pairs of two documents; of equal spans each counts."""
    return [(a, b) for a, b in combinations(spans, 2) if a[0] != b[0]]


@dataclass
class Tally:
    counts: Counter = field(default_factory=Counter)
    difficulties: Counter = field(default_factory=Counter)  # (difficulty, found or not)

    def __iadd__(self, other):
        self.counts.update(other.counts)
        self.difficulties.update(other.difficulties)
        return self

    def figures(self):
        c = self.counts
        result = {"points": c["points"], "pairs": c["pairs"]}
        for kind, right, said, recalled, true in (
                ("point", c["credits"], c["points"], c["credits"], c["gold points"]),
                ("pair", c["right pairs"], c["pairs"], c["recalled pairs"], c["gold pairs"]),
                ("document", c["right documents"], c["documents"], c["right documents"], c["gold documents"])):
            precision, recall = ratio(right, said), ratio(recalled, true)
            result |= {f"{kind}_precision": precision, f"{kind}_recall": recall, f"{kind}_f1": f1(precision, recall)}
        return result | {"first_ten": ratio(c["credits in ten"], c["in ten"]), "figures_right": c["right marks"],
                         "figures_gold": c["disagreements"], "figures_wrong": c["wrong marks"]}

    def describe(self):
        c = self.counts
        found = [f"{kind} {self.difficulties[kind, True]}/{self.difficulties[kind, True] + self.difficulties[kind, False]}"
                 for kind in sorted({kind for kind, _ in self.difficulties})]
        return (f"gold points found: {', '.join(found)}; figures {c['right marks']} of {c['disagreements']}, "
                f"{c['wrong marks']} marked wrongly")


def score(gold, predictions):
    points = gold.points
    said = gold_points_of({m for p in predictions for m in p.mentions}, points)
    reached = [_reached(p, said) for p in predictions]
    credit = _credits(predictions, reached)

    tally = Tally()
    c = tally.counts
    _count_points(c, gold, predictions, credit)
    _count_pairs(c, points, predictions, said, reached)
    for p, g in credit.items():
        named, true = {m[0] for m in predictions[p].mentions}, {s[0] for s in points[g].spans}
        c["documents"] += len(named)
        c["gold documents"] += len(true)
        c["right documents"] += len(named & true)
    given = set(credit.values())
    for g, point in enumerate(points):
        tally.difficulties[point.difficulty, g in given] += 1
    return tally


def _reached(prediction, said):
    """The gold points reached, each with how many of the mentions say it."""
    of_point = {}
    for mention in prediction.mentions:
        for g in said[mention]:
            of_point.setdefault(g, []).append(mention)
    return {g: len(mentions) for g, mentions in of_point.items() if len({m[0] for m in mentions}) > 1}


def _credits(predictions, reached):
    """The gold point of each credited prediction."""
    claims = [(-n / len(predictions[p].mentions), p, g) for p, points in enumerate(reached) for g, n in points.items()
              if 2 * n > len(predictions[p].mentions)]
    credit, given = {}, set()
    for _, p, g in sorted(claims):
        if p not in credit and g not in given:
            credit[p] = g
            given.add(g)
    return credit


def _count_points(c, gold, predictions, credit):
    c["points"], c["gold points"], c["credits"] = len(predictions), len(gold.points), len(credit)
    c["in ten"], c["credits in ten"] = min(10, len(predictions)), sum(p < 10 for p in credit)
    c["disagreements"] = len(gold.disagreements)
    for p, prediction in enumerate(predictions):
        if prediction.disagrees:
            right = p in credit and gold.points[credit[p]].name in gold.disagreements
            c["right marks" if right else "wrong marks"] += 1


def _count_pairs(c, points, predictions, said, reached):
    predicted = {pair for p in predictions for pair in pairs_across(sorted(p.mentions))}
    c["pairs"], c["right pairs"] = len(predicted), sum(bool(said[a] & said[b]) for a, b in predicted)
    c["gold pairs"] = sum(len(pairs_across(point.spans)) for point in points)
    recalled = set()
    for prediction, of_prediction in zip(predictions, reached):
        for g in of_prediction:
            spans = [s for s in points[g].spans if any(says(m, s) for m in prediction.mentions)]
            recalled.update((g, pair) for pair in pairs_across(spans))
    c["recalled pairs"] = len(recalled)

"""How much each piece of evidence counts with a model, learnt from what the model has not seen.

What the encoder was tuned on looks surer than it is, so each collection is judged by an encoder that was tuned without
it; from all of these a logistic regression learns the weights of prose and those of statements (evidence.h), which go
into the model's folder as reprise.json (learnt_weights.h).
"""
import json

from point_learn import Pairs, average_precision, learn, read_pairs, reports

PENALTY = 0.01  # of the squares of weights: nothing where there are many pairs
NONE = "none"  # the name of what counts where nothing is known


class Judged:
    """The pairs of places of a collection, as a model sees them: those of prose and those of statements."""

    def __init__(self, pieces, prose, statements):
        self.pieces, self.kinds = pieces, {"prose": prose, "statements": statements}


def judge(tool, model, collections):
    """What the model says of each collection's pairs, and what gold does."""
    written = reports([str(tool), "--model", str(model)], "--pairs", *(str(c.path) for c in collections))
    return [Judged(report["pieces"], read_pairs(report, collection), read_pairs(report, collection, prose=False))
            for report, collection in zip(written, collections)]


def weights_from(judged):
    """{kind: {piece: weight}}. Of a kind that gold has no examples of both answers of, there are none to learn."""
    weights = {}
    for kind in ("prose", "statements"):
        pairs = Pairs.joined([j.kinds[kind] for j in judged if j.kinds[kind].same])
        if len(set(pairs.same)) < 2:
            raise SystemExit(f"train: the gold holds no {kind} that state the same, or none that don't; give both kinds")
        weights[kind] = _learn(pairs, judged[0].pieces)
    return weights


def precision_of(judged, weights):
    """{kind: average precision} of all pairs in the order that the weights give them; and how many pairs there are."""
    found = {}
    for kind, own in weights.items():
        pairs = Pairs.joined([j.kinds[kind] for j in judged if j.kinds[kind].same])
        if any(pairs.same):
            numbers = [own.get(piece, 0.0) for piece in [*judged[0].pieces, NONE]]
            found[kind] = average_precision(pairs.chances(numbers), pairs.same)
    return found


def write(weights, folder):
    text = json.dumps({"evidence": weights}, indent=1)
    (folder / "reprise.json").write_text(text + "\n", encoding="utf-8")


def _learn(pairs, pieces):
    """The weights of the pieces that are not the same everywhere, as the place of whole texts is."""
    varying = [i for i, column in enumerate(pairs.columns) if min(column) < max(column)]
    kept = Pairs([], [])
    kept.columns, kept.same = [pairs.columns[i] for i in varying] + [[1.0] * len(pairs.same)], pairs.same
    return {name: round(weight, 3) for name, weight in zip([*(pieces[i] for i in varying), NONE], learn(kept, PENALTY))}

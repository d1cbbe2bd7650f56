"""What each part of the search for talking points adds: point F1 and pair F1 with one part after another left out.

Two tables. In the first all else stays as it is, the threshold too. But a part that is left out shifts the likenesses,
which a threshold made for all parts then cuts in the wrong place; so in the second each variant, the whole method too,
has the threshold that suits it best: the factor of the default with the highest mean of point F1 over the sets.
"""
import json
import subprocess
from collections import Counter

from harness import Skipped, table
from point_collections import SETS, predictions_of, sum_of
from point_score import score

NAMES = dict(zip(SETS, ("samples", "articles", "statements", "events")))
FACTORS = "0.6,0.8,0.9,1,1.1,1.3,1.6"  # with 1 among them


def measure(bench):
    tool = bench.tool("reprise_point_ablation")
    tallies, stories = {}, {}
    for name, read in SETS.items():
        try:
            collections = {str(c.path): c for c in read(bench)}
        except Skipped as reason:
            print(f"  {name} skipped: {reason}")
            continue
        for report in _reports(tool, bench.factors or FACTORS, collections):
            collection = collections[report["collection"]]
            key = name, report["variant"], report["factor"]
            tallies.setdefault(key, []).append(score(collection.gold, predictions_of(report, collection)))
            counts = stories.setdefault(name, Counter())
            counts[key[1:]] += report["stories"]
    figures = {key: sum_of(parts).figures() for key, parts in tallies.items()}
    result = {"default": _show("the default threshold everywhere", figures, lambda _: 1.0)}
    if len({factor for _, _, factor in figures}) > 1:
        result["best"] = _show("each with the threshold that suits it best, as a factor of the default", figures,
                               lambda variant: _best(figures, variant))
    for name, counts in stories.items():
        if len(set(counts.values())) == 1:
            print(f"  {NAMES[name]}: as many stories with every variant, so that \"one story for all\" can't differ")
    return result


def _reports(tool, factors, collections):
    with subprocess.Popen([tool, "--factors", factors, *collections], stdout=subprocess.PIPE) as process:
        for line in process.stdout:
            yield json.loads(line)
    if process.returncode != 0:
        raise SystemExit(f"{tool} ended with {process.returncode}")


def _best(figures, variant):
    """The factor with the highest mean of point F1 over the sets; of equals, that nearest to the default."""
    sets, factors = ({key[i] for key in figures} for i in (0, 2))
    return max(factors,
               key=lambda f: (sum(figures[name, variant, f]["point_f1"] for name in sets), -abs(f - 1)))


def _show(title, figures, factor_of):
    """A row a variant: the two figures on each set, and below what they differ from those of all parts."""
    sets, variants = (list(dict.fromkeys(key[i] for key in figures)) for i in (0, 1))
    rows, result = [], {}
    for variant in variants:
        own, whole = ([figures[name, v, factor_of(v)] for name in sets] for v in (variant, variants[0]))
        lost = [[o[f] - w[f] for f in ("point_f1", "pair_f1")] for o, w in zip(own, whole)]
        rows.append([variant, f"{factor_of(variant):g}",
                     *(f"{o['point_f1']:.4f} / {o['pair_f1']:.4f}" for o in own), ""])
        if variant != variants[0]:
            lost.append([sum(both[i] for both in lost) / len(lost) for i in (0, 1)])
            rows.append(["", "", *(f"{points:+.4f} / {pairs:+.4f}" for points, pairs in lost)])
        result[variant] = {name: {"factor": factor_of(variant), "point_f1": o["point_f1"], "pair_f1": o["pair_f1"]}
                           for name, o in zip(sets, own)}
    print(f"\n  {title}")
    table(["point F1 / pair F1", "factor", *(NAMES[name] for name in sets), "mean"], rows)
    return result


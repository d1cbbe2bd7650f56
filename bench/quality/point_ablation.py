"""What each part of the search for talking points adds: point F1 and pair F1 with one part after another left out.

Two tables. In the first all else stays as it is, the threshold too. But a part that is left out shifts the likenesses,
which a threshold made for all parts then cuts in the wrong place; so in the second each variant, the whole method too,
has the threshold that suits it best: the factor of the default with the highest mean of point F1 over the sets.
"""
import json
import subprocess

from harness import Skipped, table
from point_collections import SETS, predictions_of, sum_of
from point_score import score

FACTORS = ["0.5", "0.6", "0.7", "0.8", "0.9", "1", "1.1", "1.2", "1.35", "1.5", "1.75", "2"]


def measure(bench):
    tool = bench.tool("reprise_point_ablation")
    tallies, stories = {}, {}
    for name, read in SETS.items():
        try:
            collections = {str(c.path): c for c in read(bench)}
        except Skipped as reason:
            print(f"  {name} skipped: {reason}")
            continue
        for report in _reports(tool, collections):
            collection = collections[report["collection"]]
            key = name, report["variant"], report["factor"]
            tallies.setdefault(key, []).append(score(collection.gold, predictions_of(report, collection)))
            stories.setdefault(key, []).append(report["stories"])
    figures = {key: sum_of(parts).figures() for key, parts in tallies.items()}
    return {"at the default threshold": _show(figures, stories, lambda _: 1.0),
            "at the threshold that suits each": _show(figures, stories, lambda variant: _best(figures, variant))}


def _reports(tool, collections):
    with subprocess.Popen([tool, "--scores", ",".join(FACTORS), *collections], stdout=subprocess.PIPE) as process:
        for line in process.stdout:
            yield json.loads(line)
    if process.returncode != 0:
        raise SystemExit(f"{tool} ended with {process.returncode}")


def _best(figures, variant):
    """The factor with the highest mean of point F1 over the sets; of equals, that nearest to the default."""
    sets = {name for name, _, _ in figures}
    return max((float(f) for f in FACTORS),
               key=lambda f: (sum(figures[name, variant, f]["point_f1"] for name in sets), -abs(f - 1)))


def _show(figures, stories, factor_of):
    sets, variants = (list(dict.fromkeys(key[i] for key in figures)) for i in (0, 1))
    rows, result = [], {}
    for variant in variants:
        factor = factor_of(variant)
        row, means = [variant, f"{factor:g}"], []
        for name in sets:
            own, whole = figures[name, variant, factor], figures[name, variants[0], factor_of(variants[0])]
            differences = [own[f] - whole[f] for f in ("point_f1", "pair_f1")]
            row.append(f"{own['point_f1']:.4f} / {own['pair_f1']:.4f}")
            row.append("" if variant == variants[0] else " / ".join(f"{d:+.4f}" for d in differences))
            means.append(differences)
            result[f"{variant}: {name}"] = {"factor": factor, "point_f1": own["point_f1"], "pair_f1": own["pair_f1"],
                                            "stories": sum(stories[name, variant, factor])}
        row.append("" if variant == variants[0]
                   else " / ".join(f"{sum(d[i] for d in means) / len(means):+.4f}" for i in (0, 1)))
        rows.append(row)
    print("\n  point F1 / pair F1, and how much is lost (-) or won (+) against all; the default threshold everywhere"
          if all(factor_of(v) == 1 for v in variants) else
          "\n  the same, each with the threshold that suits it best (factor of the default)")
    table(["", "factor", *(cell for name in sets for cell in (name.split(" (")[0], "")), "mean"], rows)
    same = [name.split(" (")[0] for name in sets
            if all(stories[name, v, 1.0] == stories[name, variants[0], 1.0] for v in variants)]
    if same:
        print(f"  one story for all makes no difference in the number of stories of: {', '.join(same)}")
    return result

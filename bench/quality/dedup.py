"""`reprise dedup` on a whole corpus, against the exact rule and against what was planted; and the sketch behind it.

corpus      Each document is rightly kept or rightly removed if `reprise_exact` decides the same: an oracle that
            compares strings and samples nothing. The output must hold the kept lines as they were, and a second run
            over it must remove nothing. Planted copies count as found if they left, or if their original left for them; most
            are edited too much for the threshold, so that the exact rule's own share stands beside.
compare     Recall of the pairs of `reprise matrix` by exact Jaccard. A report lists pairs with a kept document alone,
            and the exact ones are cut down in the same way.
licences    Clusters against the labels that people gave, by pairs and by the adjusted Rand index (1: the same groups,
            0: no better than chance). A label names a licence; some differ from others in a line.
estimate    Mean squared error of the sketch's estimate over J (1 - J) / k, which classic MinHash has.
"""
import json
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

import exact
from harness import Skipped, content_of, f1, ratio, records_of, table

THRESHOLD = 0.8
COMPARED = 10000  # documents; what else `matrix` does takes minutes beyond that
BANDS = ((0.8, 0.85), (0.85, 0.9), (0.9, 1.01))
LICENCE_THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)


def inflate(path, target, lines=None):
    """Writes the first lines (all if None) of a .zst file."""
    with open(target, "wb") as out:
        try:
            source = subprocess.Popen(["zstd", "-dcq", path], stdout=subprocess.PIPE)
        except FileNotFoundError:
            raise Skipped("the zstd program is not installed") from None
        with source:
            for number, line in enumerate(source.stdout):
                if number == lines:
                    source.kill()
                    break
                out.write(line)
        if source.returncode != 0 and lines is None:
            raise SystemExit(f"{path} can't be inflated")
    return target


def exact_rule(bench, source, folder):
    """By the oracle: {line that leaves: (line kept, similarity)}, and of all pairs {(line, line): similarity}."""
    program = bench.tool("reprise_exact")
    pairs = Path(folder) / "pairs.tsv"
    words = [program, "--threshold", str(THRESHOLD), "--pairs", pairs, source]
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{program} ended with {done.returncode}: {done.stderr[-500:]}")
    print(f"  {done.stderr.strip()}")

    def rows(text):
        return [(int(a), int(b), float(j)) for a, b, j in (line.split("\t") for line in text.splitlines())]
    return ({line: (kept, j) for line, kept, j in rows(done.stdout)},
            {(a, b): j for a, b, j in rows(pairs.read_text())})


def run_dedup(bench, source, folder, name, **options):
    """Runs dedup; returns {line that leaves: (line kept, similarity)} and the path of what stays."""
    kept, removed = Path(folder) / f"{name}.jsonl", Path(folder) / f"{name}.removed"
    flags = [str(part) for key, value in options.items() for part in (f"--{key}", value)]
    words = [bench.program, "dedup", source, "-o", kept, "--removed", removed, "--quiet", *flags]
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"dedup ended with {done.returncode}: {done.stderr[-500:]}")
    records = [json.loads(line) for line in removed.read_text(encoding="utf-8").splitlines()]
    return {line_of(r["where"]): (line_of(r["kept_where"]), r["similarity"]) for r in records}, kept


def line_of(where):
    return int(where.rsplit(":", 1)[1])


def same_output(source, kept, removed):
    """Does `kept` hold the lines of `source` that were not removed, byte for byte, in their order?"""
    with open(source, "rb") as before, open(kept, "rb") as after:
        return all(line == after.readline() for number, line in enumerate(before, 1)
                   if number not in removed) and not after.read(1)


def was_found(copy, original, removed):
    return copy in removed or removed.get(original, (None,))[0] == copy


def planted_table(planted, removed, expected):
    """Copies found, by kind and rate of edits."""
    originals = {row["group"]: row["line"] for row in planted if row["copy"] == 0}
    count, ours, exactly = Counter(), Counter(), Counter()
    for row in planted:
        if row["copy"] > 0:
            key, original = (row["kind"], row["rate"]), originals[row["group"]]
            count[key] += 1
            ours[key] += was_found(row["line"], original, removed)
            exactly[key] += was_found(row["line"], original, expected)
    table(["planted copies", "words edited", "copies", "found", "by the exact rule"], [
        [kind, f"{rate:.0%}", count[kind, rate], ratio(ours[kind, rate], count[kind, rate]),
         ratio(exactly[kind, rate], count[kind, rate])] for kind, rate in sorted(count)])
    return [{"kind": key[0], "rate": key[1], "copies": count[key], "found": ours[key], "exact": exactly[key]}
            for key in sorted(count)]


def planted_of(path):
    lines = content_of(path).decode().splitlines()
    header = lines[0].split("\t")
    rows = [dict(zip(header, line.split("\t"))) for line in lines[1:]]
    return [{"line": int(r["line"]) + 1, "group": int(r["group"]), "copy": int(r["copy"]), "rate": float(r["rate"]),
             "kind": r["kind"]} for r in rows]


def corpus(bench):
    packed = bench.shared_path("data/corpus/corpus.jsonl.zst")
    bench.tool("reprise_exact")
    with tempfile.TemporaryDirectory() as folder:
        source = inflate(packed, Path(folder) / "corpus.jsonl")
        removed, kept = run_dedup(bench, source, folder, "kept", threshold=THRESHOLD)
        again, _ = run_dedup(bench, kept, folder, "again", threshold=THRESHOLD)
        unchanged = same_output(source, kept, removed)
        expected, _ = exact_rule(bench, source, folder)
        with open(source, "rb") as file:
            documents = sum(1 for _ in file)
        missed, wrong = set(expected) - set(removed), set(removed) - set(expected)
        both = set(removed) & set(expected)
        right = 1 - (len(missed) + len(wrong)) / documents
        same = sum(removed[d][0] == expected[d][0] for d in both)
        worst = max((abs(removed[d][1] - expected[d][1]) for d in both if removed[d][0] == expected[d][0]), default=0.0)
        print(f"  rightly kept or removed: {right:.6f} of {documents}: {len(missed)} should have left, {len(wrong)} "
              f"should have stayed\n  the same copy stands for it: {ratio(same, len(both), 1.0):.4f} of {len(both)}; largest "
              f"difference of a similarity {worst:.2g}\n  the output holds the kept lines as they were: "
              f"{'yes' if unchanged else 'NO'}; a second run removes {len(again)}")
        planted = planted_table(planted_of(bench.shared_path("data/corpus/planted.tsv.zst")), removed, expected)
    return {"documents": documents, "right": right, "missed": len(missed), "wrong": len(wrong), "same copy": same,
            "difference": worst, "unchanged": unchanged, "second run": len(again), "planted": planted}


def compare(bench):
    packed = bench.shared_path("data/corpus/corpus.jsonl.zst")
    bench.tool("reprise_exact")
    with tempfile.TemporaryDirectory() as folder:
        source = inflate(packed, Path(folder) / "corpus.jsonl", COMPARED)
        _, pairs = exact_rule(bench, source, folder)
        report = bench.report("matrix", source, threshold=THRESHOLD, floor=THRESHOLD)
    pairs = {(a - 1, b - 1): jaccard for (a, b), jaccard in pairs.items()}
    stands = exact.representatives(COMPARED, pairs)
    pairs = {(a, b): jaccard for (a, b), jaccard in pairs.items() if stands[a] == a or stands[b] == b}
    found = {(p["a"], p["b"]) for p in report["pairs"] if p["jaccard"] >= THRESHOLD}
    rows = []
    for low, high in BANDS:
        expected = {pair for pair, jaccard in pairs.items() if low <= jaccard < high}
        recall = ratio(len(found & expected), len(expected), 1.0)
        rows.append([f"{low:.2f} to {min(high, 1):.2f}", len(expected), recall])
    table(["exact Jaccard", "pairs", "recall"], rows)
    print(f"  {len(found - set(pairs))} pairs are reported that are none")
    return {"bands": rows, "wrong": len(found - set(pairs))}


def adjusted_rand(labels, groups):
    def pairs(counts):
        return sum(n * (n - 1) // 2 for n in Counter(counts).values())
    together, of_labels, of_groups = pairs(zip(labels, groups)), pairs(labels), pairs(groups)
    by_chance = of_labels * of_groups / max(1, len(labels) * (len(labels) - 1) // 2)
    most = (of_labels + of_groups) / 2
    return ratio(together - by_chance, most - by_chance, 1.0), ratio(together, of_groups), ratio(together, of_labels)


def groups_of(path, documents):
    """For each document (by line) the first one of its cluster, as `--clusters` has them."""
    groups = list(range(documents + 1))
    for line in path.read_text(encoding="utf-8").splitlines():
        cluster = json.loads(line)
        members = [line_of(where) for where in {*cluster["members"], cluster["kept"]}]
        for member in members:
            groups[member] = min(members)
    return groups[1:]


def licences(bench):
    packed = bench.shared_path("data/licences/licences.jsonl.zst")
    labels = [record["label"] for record in records_of(packed)]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        source, clusters = inflate(packed, Path(folder) / "licences.jsonl"), Path(folder) / "clusters"
        for threshold in LICENCE_THRESHOLDS:
            run_dedup(bench, source, folder, "kept", threshold=threshold, clusters=clusters)
            rand, precision, recall = adjusted_rand(labels, groups_of(clusters, len(labels)))
            rows.append([threshold, precision, recall, f1(precision, recall), rand])
    header = ["threshold", "precision", "recall", "F1", "ARI"]
    table(header, rows)
    return [dict(zip(header, row)) for row in rows]


def estimate(bench):
    done = subprocess.run([bench.tool("reprise_estimate_error")], capture_output=True, text=True, check=True)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    table(["shingles", "Jaccard", "error over J(1-J)/k", "± (one sigma)"], rows)
    return rows


sections = [
    ("the corpus against the exact rule, and what was planted", corpus),
    ("pairs of compare, by exact Jaccard", compare),
    ("licence texts against their labels", licences),
    ("error of the sketch's estimate", estimate),
]

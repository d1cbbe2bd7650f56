"""Near-duplicates: `reprise matrix --threshold T` against the exact join of word 5-gram sets.

The report doesn't list all pairs, by contract, so three things are compared:

pairs      A report lists a pair if one of its two documents was kept. The exact join is cut down in the same way, with
           the documents that the keep rule keeps when it works on the exact pairs, and not with those that the report
           calls kept: a wrong cluster costs recall here. Contained documents are listed too; only pairs whose reported
           Jaccard reaches the threshold are held against the join.
clusters   The share of documents for which report and oracle name the same document as the one that stands for them.
matrix     All pairs, those of two dropped documents too, as the Jaccard matrix has them: in full up to 1,000 documents,
           above that as entries. Of identical texts only the first is looked at, since entries are written for that
           one alone. The largest difference between a value and the exact one is printed beside.

Recall and precision below 1 can also mean that the two sides see different words in odd text; the licence texts have
addresses, markup and code in them.

Their labels are shown as information: a label names a licence, and some licences differ from others in a line.
"""
from collections import Counter

import exact
import generate
from harness import f1, ratio, records_of, table, texts_of_folder
from words import shingles_of

THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)
LICENCES = 3000
FEW_THRESHOLDS = (0.5, 0.8)  # for the licences: a run takes a minute or two, since `matrix` seeks points as well
LEAN = {"floor": 0.4}  # smaller entries of a matrix are of no interest here, and there may be millions


def compare_sets(found, expected):
    """Recall and precision of a set; nothing expected and nothing found is right."""
    right = len(found & expected)
    return ratio(right, len(expected), 1.0), ratio(right, len(found), 1.0)


def stands_for(report):
    stands = list(range(len(report["documents"])))
    for cluster in report["clusters"]:
        for document in cluster["documents"]:
            stands[document] = cluster["kept"]
    return stands


def jaccard_matrix(report):
    """The upper triangle, as pairs."""
    matrix = next(m for m in report["matrices"] if m["measure"] == "jaccard")
    if "entries" in matrix:
        return {(i, j): value for i, j, value in matrix["entries"] if i < j}
    return {(i, j): row[j] for i, row in enumerate(matrix["values"]) for j in range(i + 1, len(row))}


def measure_collection(texts, run, thresholds=THRESHOLDS):
    """`run(threshold)` gives the report on the texts, in their order."""
    first = {}
    original = [first.setdefault(text, i) for i, text in enumerate(texts)]
    lowest = min(thresholds)
    all_pairs = exact.join([shingles_of(text) for text in texts], lowest)
    rows, figures, report = [], [], None
    for threshold in thresholds:
        report = run(threshold)
        expected = exact.at_least(all_pairs, threshold)
        stands = exact.representatives(len(texts), expected)
        expected = {(a, b) for a, b in expected if stands[a] == a or stands[b] == b}
        found = {(p["a"], p["b"]) for p in report["pairs"] if p["jaccard"] >= threshold}
        recall, precision = compare_sets(found, expected)
        same = sum(x == y for x, y in zip(stands, stands_for(report)))
        rows.append([threshold, len(expected), recall, precision, ratio(same, len(texts), 1.0)])
        figures.append({"threshold": threshold, "pairs": len(expected), "recall": recall, "precision": precision,
                        "clusters": ratio(same, len(texts), 1.0)})
    table(["threshold", "exact pairs", "recall", "precision", "same cluster"], rows)

    def of_originals(pairs):
        return {(a, b): value for (a, b), value in pairs.items() if original[a] == a and original[b] == b}

    matrix, truth = of_originals(jaccard_matrix(report)), of_originals(all_pairs)
    recall, precision = compare_sets({p for p, v in matrix.items() if v >= lowest}, set(truth))
    worst = max((abs(matrix.get(p, 0) - v) for p, v in truth.items()), default=0.0)
    print(f"  matrix: {len(truth)} pairs >= {lowest}, recall {recall:.4f}, precision {precision:.4f}, "
          f"largest difference {worst:.2g}")
    return {"documents": len(texts), "thresholds": figures,
            "matrix": {"pairs": len(truth), "recall": recall, "precision": precision, "difference": worst}}


def samples(bench):
    texts = texts_of_folder(bench.samples)
    return measure_collection(list(texts.values()), lambda t: bench.report("matrix", bench.samples, threshold=t, **LEAN))


def generated(make):
    def measure(bench):
        records = make()
        return measure_collection([record["text"] for record in records],
                                  lambda t: bench.report_on_records("matrix", records, threshold=t, **LEAN))
    return measure


def label_f1(labels, stands):
    """Pairs of documents with the same label against pairs in the same cluster."""
    def pairs(groups):
        return sum(n * (n - 1) // 2 for n in Counter(groups).values())
    together = pairs(zip(labels, stands))
    precision, recall = ratio(together, pairs(stands)), ratio(together, pairs(labels))
    return precision, recall, f1(precision, recall)


def licences(bench):
    records = records_of(bench.shared_path("data/licences/licences.jsonl.zst"), LICENCES)
    reports = {}

    def run(threshold):
        reports[threshold] = bench.report_on_records("matrix", records, threshold=threshold, **LEAN)
        return reports[threshold]

    figures = measure_collection([record["text"] for record in records], run, FEW_THRESHOLDS)
    labels = [record["label"] for record in records]
    rows = [[t, *label_f1(labels, stands_for(report))] for t, report in reports.items()]
    print("  for information, clusters against labels, by pairs:")
    table(["threshold", "precision", "recall", "F1"], rows)
    figures["labels"] = [dict(zip(("threshold", "precision", "recall", "f1"), row)) for row in rows]
    return figures


sections = [
    ("samples/", samples),
    ("generated, scattered edits (2,000 documents)", generated(generate.scattered)),
    ("generated, forms with a common frame (2,000 documents)", generated(generate.forms)),
    ("licence texts", licences),
]

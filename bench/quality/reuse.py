"""Passages planted into novels (planted_reuse.py): how many `reprise passages` finds, how whole, and what besides.

Beside each figure of the program stands that of its twin, `reprise_local_alignment`, which compares all words of the
two documents of each case, and of no others: where the twin is low the task asks too much, where it alone is high we
miss something. What is found besides, in any two documents, is false and lowers the precision, unless the twin finds it
there too.

clusters    A reported span stands for a planted one if they share half of what both cover. Precision is the share of
            pairs of spans reported together that were planted together, recall that of the planted pairs that are.
unrelated   Pairs of documents in which the twin finds nothing. Whatever is reported for them is false. Of what is
            reported between all others, for information, some is real: novels quote, and these are slices of the same.
"""
import itertools
import json
import subprocess
import tempfile

import misses
import planted_reuse
from harness import f1, ratio
from passages import detections_of, hits_of, measures, passage, show
from planted_reuse import LANGUAGES, Planter, changed

MEASURES = ("recall", "precision", "granularity", "plagdet")


def planter(bench, half, kind):
    shared = [bench.shared_path(f"data/corpus/{name}.zst") for name in ("corpus.jsonl", "planted.tsv")]
    return Planter(planted_reuse.novels(*shared), half, kind)


def found_by_twin(bench, records, cases):
    """The alignments of the documents of each case."""
    program = bench.tool("reprise_local_alignment")
    number = {record["id"]: i for i, record in enumerate(records)}
    pairs = dict.fromkeys((number[a[0]], number[b[0]]) for a, b in cases)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in records)
        file.flush()
        done = subprocess.run([program, file.name], input="".join(f"{a}\t{b}\n" for a, b in pairs), capture_output=True,
                              text=True)
    if done.returncode != 0:
        raise SystemExit(f"{program} ended with {done.returncode}: {done.stderr[-500:]}")
    found = []
    for line in done.stdout.splitlines():
        a, a_begin, a_end, b, b_begin, b_end, _ = line.split("\t")
        found.append(passage((records[int(a)]["id"], int(a_begin), int(a_end)),
                             (records[int(b)]["id"], int(b_begin), int(b_end))))
    return found


def documents_of(sides):
    return frozenset(side[0] for side in sides)


def besides(cases, detections):
    """The detections that hit no case."""
    return [d for d, hit in zip(detections, hits_of(detections, cases)) if not hit]


def without_known(bench, records, cases, detections):
    """The detections without those besides the cases that the twin finds too: novels quote, and have their formulas."""
    others = besides(cases, detections)
    known = {d for d, hit in zip(others, hits_of(others, found_by_twin(bench, records, others))) if hit}
    return [d for d in detections if d not in known]


def measured(bench, name, planted, report=None):
    """The cases, what the program found of them or wrongly besides, and what the twin found."""
    cases = [passage(*case) for case in planted.cases]
    report = report or bench.report_on_records("passages", planted.records)
    ours = without_known(bench, planted.records, cases, detections_of(report))
    misses.write(bench.misses, name, planted.records, cases, ours)
    return cases, ours, found_by_twin(bench, planted.records, cases)


def row_of(cases, ours, twin):
    own, other = measures(cases, ours), measures(cases, twin)
    return own | {"false": len(besides(cases, ours))} | {f"twin's {name}": other[name] for name in MEASURES}


def section(kinds, by_language=False):
    """Measures {name: how to plant with a planter}, in each half; by language if asked for."""
    def measure(bench):
        rows = {}
        for half in bench.halves:
            for name, plant in kinds.items():
                name = f"{half}: {name}"
                cases, ours, twin = measured(bench, name, plant(planter(bench, half, name)))
                rows[name] = row_of(cases, ours, twin)
                for language in LANGUAGES if by_language else ():
                    rows[f"{name}, {language}"] = row_of(*(
                        [d for d in found if d[0][0].startswith(language)] for found in (cases, ours, twin)))
        return show(rows)
    return measure


def edited(rate, **options):
    return lambda planter: changed(planter, Planter.edited, rate, **options)


def scanned(rate, **options):
    return lambda planter: changed(planter, Planter.scanned, rate, **options)


def same_place(x, y):
    """Do both spans share half of what they cover together?"""
    shared = min(x[2], y[2]) - max(x[1], y[1])
    return x[0] == y[0] and 2 * shared >= max(x[2], y[2]) - min(x[1], y[1])


def pairs_of_clusters(report, groups):
    """The pairs of spans that are reported together: how many, and which of them are (group, member, member)."""
    members = {}
    for g, group in enumerate(groups):
        for m, span in enumerate(group):
            members.setdefault(span[0], []).append((g, m, span))
    reported, right = 0, set()
    for cluster in report["passage_clusters"]:
        known = []
        for span in cluster["spans"]:
            place = (report["documents"][span["document"]]["id"], span["begin_char"], span["end_char"])
            known.append(next(((g, m) for g, m, span in members.get(place[0], []) if same_place(span, place)), None))
        reported += len(known) * (len(known) - 1) // 2
        right |= {(x[0], *sorted((x[1], y[1]))) for x, y in itertools.combinations(filter(None, known), 2)
                  if x[0] == y[0] and x[1] != y[1]}
    return reported, right


def row_of_clusters(report, planted):
    """By the names of the columns; "absent" where the program has no clusters of passages."""
    row = {"planted": len(planted.groups), "pairs": len(planted.cases)}
    if "passage_clusters" not in report:
        return row | dict.fromkeys(("reported", "pairs reported", "precision", "recall", "pair F1"), "absent")
    pairs, right = pairs_of_clusters(report, planted.groups)
    precision, recall = ratio(len(right), pairs), ratio(len(right), len(planted.cases))
    return row | {"reported": len(report["passage_clusters"]), "pairs reported": pairs, "precision": precision,
                  "recall": recall, "pair F1": f1(precision, recall)}


def clusters(bench):
    rows, of_clusters = {}, {}
    for half in bench.halves:
        planted = planted_reuse.in_many(planter(bench, half, "in many"))
        report = bench.report_on_records("passages", planted.records)
        rows[f"{half}: any two that hold it"] = row_of(*measured(bench, f"{half}: in many", planted, report))
        of_clusters[f"{half}: clusters"] = row_of_clusters(report, planted)
    show(rows)
    print()
    return {"passages": rows, "clusters": show(of_clusters)}


def unrelated(bench):
    rows = {}
    for half in bench.halves:
        planted = planted_reuse.unrelated(planter(bench, half, "unrelated"))
        related = {documents_of(found) for found in found_by_twin(bench, planted.records, planted.cases)}
        pairs = {documents_of(case) for case in planted.cases}
        found = detections_of(bench.report_on_records("passages", planted.records))
        false = [d for d in found if documents_of(d) in pairs - related]
        misses.write(bench.misses, f"{half}: unrelated", planted.records, [], found)
        rows[half] = {"pairs": len(pairs), "of them unrelated": len(pairs - related), "passages in them": len(false),
                      "in all other pairs": sum(documents_of(d) not in pairs for d in found)}
    return show(rows)


sections = [
    ("planted in novels: verbatim and words edited", section(
        {"verbatim": edited(0)} | {f"{rate:.0%} of words": edited(rate) for rate in (0.05, 0.1, 0.2, 0.3)})),
    ("planted in novels: sentences reordered", section({"reordered": planted_reuse.reordered})),
    ("planted in novels: OCR", section(
        {f"{rate:.0%} of characters": scanned(rate) for rate in (0.01, 0.05, 0.1)})),
    ("planted in novels: 10% of words, and OCR of 5%, by language", section(
        {"words": edited(0.1, each=100), "OCR": scanned(0.05, each=100)}, by_language=True)),
    ("planted in novels: in three to ten documents", clusters),
    ("planted in novels: unrelated pairs", unrelated),
]

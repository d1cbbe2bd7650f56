"""The works that bench/python/run measures: `works.py NAME FOLDER PROGRAM` does one, and prints its figures as JSON."""

import json
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

NAME, FOLDER, PROGRAM = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
THRESHOLD = 0.8


def read(name):
    import pyarrow

    return pyarrow.ipc.open_file(pyarrow.memory_map(str(FOLDER / name))).read_all()


def timed(call):
    """Returns what the call returns, with the time and the processor time that it took, of child processes too."""

    def processor():
        return sum(
            u.ru_utime + u.ru_stime for u in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        )

    begin, begin_processor = time.perf_counter(), processor()
    made = call()
    return made, {"seconds": time.perf_counter() - begin, "processor": processor() - begin_processor}


def program():
    command = [PROGRAM, "dedup", FOLDER / "corpus.jsonl", "-o", FOLDER / "kept.jsonl", "--threads", "1", "--quiet"]
    return timed(lambda: subprocess.run(command, check=True))[1]


def dedup():
    import reprise

    corpus = read("corpus.arrow")
    found, figures = timed(lambda: reprise.dedup(corpus, threads=1))
    return {**figures, "kept": found.summary["kept"]}


def keys():
    import reprise

    column = read("corpus.arrow")["text"]
    return timed(lambda: reprise.band_keys(column, threads=1))[1]


def pyarrow():
    import pyarrow.parquet as parquet

    out = FOLDER / "copied"
    out.mkdir(exist_ok=True)

    def copy():
        for path in sorted((FOLDER / "shards").iterdir()):
            file = parquet.ParquetFile(path)
            with parquet.ParquetWriter(out / path.name, file.schema_arrow, compression="zstd") as writer:
                for group in range(file.num_row_groups):
                    writer.write_table(file.read_row_group(group))

    return timed(copy)[1]


def parquet():
    import pyarrow.parquet  # noqa: F401: not on the clock
    import reprise

    found, figures = timed(lambda: reprise.dedup(str(FOLDER / "shards/*.parquet"), out=f"{FOLDER}/clean/"))
    return {**figures, "kept": found.summary["kept"]}


def imported():
    def fresh():
        subprocess.run([sys.executable, "-c", "import reprise"], check=True)

    def nothing():
        subprocess.run([sys.executable, "-c", "pass"], check=True)

    fresh()
    times = [(timed(fresh)[1], timed(nothing)[1]) for _ in range(10)]
    return {key: sorted(one[key] - other[key] for one, other in times)[5] for key in ("seconds", "processor")}


# --- the same answers from other packages


def words_of(text):
    return re.findall(r"\w+", text.lower())


def shingles_of(text, size=5):
    words = words_of(text)
    if len(words) < size:
        return {" ".join(words)}
    return set(map(" ".join, zip(*(words[i:] for i in range(size)))))


def jaccard_of(sets, pairs):
    return [len(sets[a] & sets[b]) / len(sets[a] | sets[b]) for a, b in pairs]


def scored(pairs, texts, figures, measure=None):
    """Adds recall and precision against the exact pairs: of those that share a rarer shingle, all are compared.

    `measure` returns the exact similarities of pairs by the words of who is scored; else those of shingles_of count.
    """
    sets = [shingles_of(text) for text in texts]
    holders = {}
    for document, shingles in enumerate(sets):
        for shingle in shingles:
            holders.setdefault(shingle, []).append(document)
    shared = {}
    for documents in holders.values():
        for i, a in enumerate(documents if len(documents) <= 200 else ()):
            for b in documents[i + 1 :]:
                shared[a, b] = shared.get((a, b), 0) + 1
    hopeful = [pair for pair, count in shared.items() if count * 4 >= min(len(sets[pair[0]]), len(sets[pair[1]]))]
    exact_of = measure(hopeful) if measure else jaccard_of(sets, hopeful)
    exact = {pair for pair, alike in zip(hopeful, exact_of) if alike >= THRESHOLD}
    right = len(exact & pairs)
    return {
        **figures,
        "bytes": sum(len(t.encode()) for t in texts),
        "exact": len(exact),
        "recall": round(right / max(1, len(exact)), 4),
        "precision": round(right / max(1, len(pairs)), 4),
    }


def ours():
    """Pairs that share a band key, verified: what an engine does with the package."""
    import reprise

    column = read("first.arrow")["text"]

    def find():
        buckets = {}
        for row, of_row in enumerate(reprise.band_keys(column, threads=1)):
            for key in of_row or ():
                buckets.setdefault(key, []).append(row)
        pairs = sorted({(a, b) for rows in buckets.values() for i, a in enumerate(rows) for b in rows[i + 1 :]})
        texts = column.combine_chunks()
        exact = reprise.verify(texts.take([a for a, _ in pairs]), texts.take([b for _, b in pairs]), threads=1)
        return {pair for pair, alike in zip(pairs, exact["jaccard"]) if alike >= THRESHOLD}

    pairs, figures = timed(find)
    texts = column.combine_chunks()

    def measure(pairs):
        return reprise.verify(texts.take([a for a, _ in pairs]), texts.take([b for _, b in pairs]))["jaccard"]

    return scored(pairs, column.to_pylist(), figures, measure)


def first():
    """What a user would call instead: the rows that leave."""
    import reprise

    part = read("first.arrow")
    found, figures = timed(lambda: reprise.dedup(part, threads=1))
    return {**figures, "bytes": sum(map(len, part["text"].to_pylist())), "removed": found.summary["removed"]}


def rensa():
    from rensa import RMinHash, RMinHashLSH

    texts = read("first.arrow")["text"].to_pylist()

    def find():
        sketches = []
        for begin in range(0, len(texts), 1000):
            batch = [list(shingles_of(text)) for text in texts[begin : begin + 1000]]
            sketches += RMinHash.from_token_sets(batch, num_perm=128, seed=42)
        index = RMinHashLSH(threshold=THRESHOLD, num_perm=128, num_bands=16)
        index.insert_many(sketches)
        return {
            (a, b)
            for a, others in enumerate(index.query_all(sketches))
            for b in others
            if b > a and sketches[a].jaccard(sketches[b]) >= THRESHOLD
        }

    pairs, figures = timed(find)
    return scored(pairs, texts, figures)


def datasketch():
    from datasketch import MinHash, MinHashLSH

    texts = read("first.arrow")["text"].to_pylist()

    def find():
        index, sketches, pairs = MinHashLSH(threshold=THRESHOLD, num_perm=128), [], set()
        for row, text in enumerate(texts):
            sketch = MinHash(num_perm=128)
            sketch.update_batch([shingle.encode() for shingle in shingles_of(text)])
            pairs |= {(other, row) for other in index.query(sketch) if sketch.jaccard(sketches[other]) >= THRESHOLD}
            index.insert(row, sketch)
            sketches.append(sketch)
        return pairs

    pairs, figures = timed(find)
    return scored(pairs, texts, figures)


WORKS = {
    "program": program,
    "dedup": dedup,
    "keys": keys,
    "pyarrow": pyarrow,
    "parquet": parquet,
    "import": imported,
    "ours": ours,
    "first": first,
    "rensa": rensa,
    "datasketch": datasketch,
}
print(json.dumps(WORKS[NAME]()))

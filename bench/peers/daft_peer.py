"""Daft's minhash over a column, as its guide to deduplication has it: words between blanks of the text in lower case
without punctuation, 5-grams, 128 hashes of 32 bits. Daft has no index, so the bands (16 of 8) are grouped here, and
what met in one is held against the threshold by the estimate of the two sketches. It has threads of its own, which
nothing but its processors bounds: with one thread it is bound to one processor."""
import os
from collections import defaultdict
from itertools import combinations

from adapter import arguments, write_pairs

source, output, threshold, threads = arguments()
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])
os.environ["DAFT_PROGRESS_BAR"] = "0"
import daft  # noqa: E402
import numpy  # noqa: E402

texts = daft.read_json(source).select("text")
plain = daft.col("text").normalize(remove_punct=True, lowercase=True, nfd_unicode=False, white_space=True)
table = texts.select(daft.functions.minhash(plain, num_hashes=128, ngram_size=5).alias("sketch")).to_arrow()
column = table.column("sketch").combine_chunks()
sketches = column.flatten().to_numpy(zero_copy_only=False).reshape(len(column), 128)
candidates = set()
for begin in range(0, 128, 8):
    buckets = defaultdict(list)
    for line, band in enumerate(map(bytes, numpy.ascontiguousarray(sketches[:, begin:begin + 8]))):
        buckets[band].append(line)
    for lines in buckets.values():
        candidates.update(combinations(lines, 2))
pairs = numpy.array(sorted(candidates), dtype=numpy.int64).reshape(-1, 2)
alike = (sketches[pairs[:, 0]] == sketches[pairs[:, 1]]).mean(axis=1) >= threshold
write_pairs(output, (pairs[alike] + 1).tolist())

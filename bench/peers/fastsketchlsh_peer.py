"""FastSketchLSH by its batch interface: Fast Similarity Sketches of 128, 16 bands of 8, full word 5-grams. What the
index answers is held against the threshold by the estimate of the two sketches. A thousand documents at a time, so that
their shingles need not all be held."""
from itertools import islice

import numpy
from adapter import arguments, shingles_of, texts_of, write_pairs
from FastSketchLSH import LSH, FastSimilaritySketch

source, output, threshold, threads = arguments()
texts, sketcher, parts = texts_of(source), FastSimilaritySketch(size=128, seed=42), []
while batch := [list(shingles_of(text)) for text in islice(texts, 1000)]:
    parts.append(numpy.asarray(sketcher.batch(batch, num_threads=threads), dtype=numpy.uint64))
sketches = numpy.concatenate(parts)
index = LSH(num_perm=128, num_bands=16, num_threads=threads)
index.insert(sketches)
flat, begins = map(numpy.asarray, index.query(sketches, format="csr"))
lines = numpy.repeat(numpy.arange(len(sketches)), numpy.diff(begins.astype(numpy.int64)))
others = flat.astype(numpy.int64)
ahead = others > lines
pairs = numpy.unique(numpy.stack([lines[ahead], others[ahead]], axis=1), axis=0)
alike = (sketches[pairs[:, 0]] == sketches[pairs[:, 1]]).mean(axis=1) >= threshold
write_pairs(output, (pairs[alike] + 1).tolist())

"""FastSketchLSH's sketch kernel from ready hashes: sets of 477 random 64-bit hashes, one flat buffer for all, sketches
of 128. Prints hashes a second of processor time. Usage: fastsketchlsh_kernel.py [SETS]"""
import sys
import time

import numpy
from FastSketchLSH import FastSimilaritySketch

SIZE = 477
sets = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
hashes = numpy.random.default_rng(1).integers(0, 2**64, sets * SIZE, dtype=numpy.uint64)
offsets = numpy.arange(0, sets * SIZE + 1, SIZE, dtype=numpy.uint64)
sketcher = FastSimilaritySketch(size=128, seed=42)
sketcher.batch_csr(hashes[:SIZE], offsets[:2], prehashed=True, num_threads=1)
begin = time.process_time()
sketcher.batch_csr(hashes, offsets, prehashed=True, num_threads=1)
print(sets * SIZE / (time.process_time() - begin))

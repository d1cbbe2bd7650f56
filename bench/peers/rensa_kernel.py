"""rensa's sketch kernel from ready hashes: sets of 477 random 64-bit hashes, one flat buffer for all, 128 permutations.
Prints hashes a second of processor time. Usage: rensa_kernel.py [SETS]"""
import sys
import time

import numpy
from rensa import RMinHash

SIZE = 477
sets = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
hashes = numpy.random.default_rng(1).integers(0, 2**64, sets * SIZE, dtype=numpy.uint64)
offsets = numpy.arange(0, sets * SIZE + 1, SIZE, dtype=numpy.uint64)
RMinHash.digest_matrix_from_flat_token_hashes(hashes[:SIZE], offsets[:2], 128, 42)
begin = time.process_time()
RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets, 128, 42)
print(sets * SIZE / (time.process_time() - begin))

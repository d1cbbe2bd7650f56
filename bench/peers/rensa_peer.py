"""rensa by its batch interface, the fastest of those that answer with pairs: R-MinHash of 128, 16 bands of 8, full word
5-grams. What the index answers is held against the threshold by the estimate of the two sketches, as in its README. A
thousand documents at a time, so that their shingles need not all be held. RAYON_NUM_THREADS says how many threads; they
help the sketching alone, since shingles are cut in Python."""
from itertools import islice

from adapter import arguments, shingles_of, texts_of, write_pairs
from rensa import RMinHash, RMinHashLSH

source, output, threshold, _ = arguments()
texts, sketches = texts_of(source), []
while batch := [list(shingles_of(text)) for text in islice(texts, 1000)]:
    sketches += RMinHash.from_token_sets(batch, num_perm=128, seed=42)
index = RMinHashLSH(threshold=threshold, num_perm=128, num_bands=16)
index.insert_many(sketches)
write_pairs(output, ((line, other + 1) for line, others in enumerate(index.query_all(sketches), 1)
                     for other in others if other >= line and sketches[line - 1].jaccard(sketches[other]) >= threshold))

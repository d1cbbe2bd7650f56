"""datasketch as its documentation has it: MinHash of 128 permutations, MinHashLSH that chooses its bands itself (9 of
13 rows at 0.8), each document asked for and then inserted. What the index answers is held against the threshold by the
estimate of the two sketches. It has no threads."""
from adapter import arguments, shingles_of, texts_of, write_pairs
from datasketch import MinHash, MinHashLSH

source, output, threshold, _ = arguments()
index = MinHashLSH(threshold=threshold, num_perm=128)
sketches, pairs = [None], []
for line, text in enumerate(texts_of(source), 1):
    sketch = MinHash(num_perm=128)
    sketch.update_batch([shingle.encode("utf-8") for shingle in shingles_of(text)])
    pairs += [(other, line) for other in index.query(sketch) if sketch.jaccard(sketches[other]) >= threshold]
    index.insert(line, sketch, check_duplication=False)
    sketches.append(sketch)
write_pairs(output, pairs)

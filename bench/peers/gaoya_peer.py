"""gaoya's Python package with its built-in analyser, which is in Rust: lower case, 5-grams of words between blanks (it
knows no others), 128 hashes of 32 bits, 16 bands of 8. A text is sketched twice, once to insert it and once to query:
the package has no way to ask with a sketch. The program in gaoya/ does better."""
from adapter import arguments, texts_of, write_pairs
from gaoya.minhash import MinHashStringIndex

source, output, threshold, threads = arguments()
index = MinHashStringIndex(hash_size=32, jaccard_threshold=threshold, num_bands=16, band_size=8,
                           analyzer="word", lowercase=True, ngram_range=(5, 5))
texts = list(texts_of(source))
lines = list(range(1, len(texts) + 1))
if threads == 1:
    for line, text in zip(lines, texts):
        index.insert_document(line, text)
    found = map(index.query, texts)
else:
    index.par_bulk_insert_docs(lines, texts)
    found = index.par_bulk_query(texts)
write_pairs(output, ((line, other) for line, others in zip(lines, found) for other in others))

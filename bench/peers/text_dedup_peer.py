"""text-dedup's MinHash command as it is, output included. It gives clusters: connected components of what any band
brings together, unverified. Their pairs are the answer. Its caches lie in a folder that goes at the end."""
import itertools
import os
import pickle
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from adapter import arguments, write_pairs

source, output, threshold, threads = arguments()
with tempfile.TemporaryDirectory() as folder:
    os.environ.update(HF_HOME=folder, HF_HUB_OFFLINE="1", HF_DATASETS_DISABLE_PROGRESS_BARS="1", TQDM_DISABLE="1")
    from text_dedup.minhash import main
    sys.argv = ["minhash", "--path", "json", "--data_files", source, "--split", "train", "--column", "text",
                "--cache_dir", folder, "--output", f"{folder}/out", "--debug", "--num_proc", str(threads),
                "--ngram", "5", "--min_length", "0", "--num_perm", "128", "--threshold", str(threshold),
                "--hash_func", "xxh3"]
    main(standalone_mode=False)
    components = pickle.loads(Path(folder, "out", "uf.pkl").read_bytes())
clusters = defaultdict(list)
for document in list(components.parent):
    clusters[components.find(document)].append(document + 1)
write_pairs(output, (pair for members in clusters.values() for pair in itertools.combinations(members, 2)))

"""What all parts of the report share: the program, the places of the data, and how figures are printed."""
import json
import subprocess
import tempfile
from pathlib import Path


class Skipped(Exception):
    """Something that a part needs is not there."""


class Bench:
    def __init__(self, program, tools, shared, root, halves=(), misses=None):
        self.program, self.tools, self.shared, self.root = program, tools, shared, root
        self.halves = halves    # of the corpus, in which passages are planted
        self.misses = misses    # a file, open for what was missed, if anybody wants to read it
        self.factors = None     # of the threshold of points, if not those of point_ablation.py
        self.samples, self.expected = root / "samples", root / "samples.expected"

    def version(self):
        return subprocess.run([self.program, "--version"], capture_output=True, text=True, check=True).stdout.strip()

    def report(self, command, *paths, **options):
        """The program's report on the paths. Options: threshold=0.8 becomes --threshold 0.8."""
        flags = [part for name, value in options.items() for part in ("--" + name.replace("_", "-"), str(value))]
        words = [self.program, command, *paths, *flags, "--json", "-", "--quiet"]
        done = subprocess.run([str(word) for word in words], capture_output=True)
        if done.returncode not in (0, 1, 3):
            raise SystemExit(f"{command} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
        return json.loads(done.stdout)

    def report_on_records(self, command, records, **options):
        """The same for records in memory, each a dictionary with its "id" and "text"."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "records.jsonl"
            path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
            return self.report(command, path, **options)

    def tool(self, name):
        """One of the programs of bench/quality."""
        path = self.tools / name
        if not path.exists():
            raise Skipped(f"{path} is not there; build it with -DREPRISE_BUILD_BENCHMARKS=ON, or say where it is (--tools)")
        return path

    def shared_path(self, name):
        path = self.shared / name
        if not path.exists():
            raise Skipped(f"{name} is not in the folder of shared data (--shared, REPRISE_SHARED)")
        return path


def texts_of_folder(folder):
    """The .txt files of a folder by name, line ends as they lie on disk."""
    return {path.name: path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))}


def content_of(path):
    """The bytes of a file, inflated if it ends in .zst."""
    if path.suffix != ".zst":
        return path.read_bytes()
    try:
        return subprocess.run(["zstd", "-dcq", path], capture_output=True, check=True).stdout
    except FileNotFoundError:
        raise Skipped("the zstd program is not installed") from None


def records_of(path, limit=None):
    """The records of a .jsonl or .jsonl.zst file, the first `limit` of them."""
    lines = [line for line in content_of(path).split(b"\n") if line.strip()]
    return [json.loads(line) for line in lines[:limit]]


def ratio(part, whole, empty=0.0):
    return part / whole if whole else empty


def f1(precision, recall):
    return ratio(2 * precision * recall, precision + recall)


def table(header, rows):
    """Prints columns, numbers to the right."""
    cells = [header] + [[f"{c:.4f}" if isinstance(c, float) else str(c) for c in row] for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(header))]
    for row in cells:
        print("  " + "  ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths))))

"""What the tests of the package share: the program beside it, and tables of documents with copies among them."""

import json
import os
import random
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ.get("REPRISE_SOURCE_DIR", Path(__file__).resolve().parents[2]))
PROGRAM = os.environ.get("REPRISE_PROGRAM", str(SOURCE / "build/release/reprise"))
SAMPLES = SOURCE / "samples"


def run(*arguments, **options):
    """Runs the program, as a user does; returns what it wrote on standard output."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, **options)
    if done.returncode not in (0, 3):
        raise AssertionError(f"reprise ended with {done.returncode}: {done.stderr}")
    return done.stdout


def some_records(families=40, seed=1):
    """Returns records with texts of invented words, a third of them copies with an edit or none."""
    generator = random.Random(seed)
    words = [
        f"{a}{b}" for a in ("ka", "lo", "mi", "nu", "re") for b in ("ba", "den", "fil", "gor", "hup", "jat", "kes")
    ]
    records = []
    for family in range(families):
        text = [generator.choice(words) for _ in range(generator.randint(8, 200))]
        for _ in range(generator.choice((1, 1, 2, 3))):
            copy = list(text)
            if generator.random() < 0.5:
                copy[generator.randrange(len(copy))] = generator.choice(words)
            records.append(
                {
                    "id": f"d{len(records)}",
                    "text": " ".join(copy) + generator.choice(("", ".", " ÿ€")),
                    "date": f"20{generator.randint(10, 30)}-0{generator.randint(1, 9)}-11",
                    "score": generator.choice((None, 1.5, 2, 40)),
                    "lang": generator.choice(("en", "de")),
                }
            )
    generator.shuffle(records)
    return records


def columns_of(records):
    return {name: [record[name] for record in records] for name in records[0]}


def lines_of(path):
    """Returns the records of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


class FilesCase(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name)

    def write_jsonl(self, records, name="in.jsonl"):
        path = self.folder / name
        path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
        return path

"""What bench/results keeps: rows that can be measured again, and the commit that was measured."""

import re
import unittest
from pathlib import Path

BENCH = Path(__file__).resolve().parents[2] / "bench"
FOLDERS = sorted(p for p in (BENCH / "results").iterdir() if p.is_dir())


def benchmarks():
    """The names that the sources register."""
    sources = "\n".join(p.read_text() for p in (BENCH / "speed").glob("*.cpp"))
    return set(re.findall(r"^BENCHMARK(?:_CAPTURE)?\((\w+)", sources, re.M))


def rows(path):
    """The names of a table's rows, without their sizes."""
    table = path.read_text().split("Iterations", 1)[1]
    return [line.split()[0].split("/")[0] for line in table.splitlines() if re.match(r"\w+(/\S+)?\s+[\d.]+ [mun]?s\b", line)]


class BenchResults(unittest.TestCase):
    def test_every_row_names_a_benchmark_that_is_there(self):
        for folder in FOLDERS:
            for path in folder.glob("speed*.txt"):
                self.assertGreater(len(rows(path)), 10, path)
                self.assertEqual(set(rows(path)) - benchmarks(), set(), f"{path}: gone; remove their rows")

    def test_every_folder_names_the_commit_that_was_measured(self):
        for folder in FOLDERS:
            self.assertRegex((folder / "machine.md").read_text(), r"\b[0-9a-f]{7,40}\b", folder)


if __name__ == "__main__":
    unittest.main()

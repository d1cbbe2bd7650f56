"""Every call that may fail fails once: files that can't be opened, read, written, synced or renamed, memory and threads that
aren't there. Whatever fails, the program ends with a word or goes on, outputs are whole or not there, and inputs are as
they were.

The library faults/fail_nth.cpp makes the n-th call of a kind fail. A short run takes some n of each kind, spread over all;
REPRISE_TEST_ALL=1 takes up to 400 of each.
"""

import errno
import os
import shutil
import signal
import subprocess
import unittest

from support import PROGRAM, ProgramTest, clean_environment

LIBRARY = os.environ.get("REPRISE_FAULTS", "")
ALL = os.environ.get("REPRISE_TEST_ALL") == "1"
MOST = 400 if ALL else 6
ERRORS = {"open": ("EIO", "EMFILE", "EACCES"), "read": ("EIO", "EINTR"), "write": ("ENOSPC", "EIO", "EINTR", "short"),
          "fsync": ("EIO",), "rename": ("EIO",), "malloc": ("ENOMEM",), "thread": ("EAGAIN",)}
# A retry is the only right answer to these.
HARMLESS = {"EINTR", "short"}

TEXT = ("The ferry to Iskary stays in port until spring, the harbour office said on Monday. The {} cost {} euros, and nobody "
        "knows who pays. Gulls are loud, and the baker opens at six.\n")
COMMANDS = {
    "compare": ["compare", "in", "--json", "out/report.json", "--html", "out/page.html", "--export", "points.csv=out/points.csv",
                "--export", "matrix.jaccard.svg=out/jaccard.svg", "--quiet"],
    "points": ["points", "in", "--json", "out/points.json", "--quiet"],
    "show": ["show", "saved.json", "--html", "out/page.html", "--quiet"],
    "dedup": ["dedup", "records.jsonl", "-o", "out/kept.jsonl", "--removed", "out/removed.jsonl", "--clusters", "out/clusters.jsonl",
              "--json", "out/summary.json", "--quiet"],
    "dedup packed": ["dedup", "records.jsonl", "-o", "out/kept.jsonl.gz", "--quiet"],
    "dedup folder": ["dedup", "in", "-o", "out/kept/", "--quiet"],
}


def content_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@unittest.skipIf(not LIBRARY, "NOT TESTED: no library that makes calls fail, or sanitizers in its way")
class EveryCallFailsOnce(ProgramTest):
    def setUp(self):
        super().setUp()
        for i in range(6):
            self.write(f"in/{i}.txt", TEXT.format(("ferry", "boat", "ship")[i % 3], 1000 + i // 3))
        self.write_jsonl("records.jsonl", [{"id": i, "text": TEXT.format(i % 7, i % 7)} for i in range(30)])
        self.run_with(["compare", "in", "--json", "saved.json", "--quiet"])
        self.inputs = self.all_but_outputs()

    def all_but_outputs(self):
        return {name: content for name, content in content_of(self.folder).items() if not name.startswith("out/")}

    def run_with(self, command, **environment):
        shutil.rmtree(self.folder / "out", ignore_errors=True)
        (self.folder / "out").mkdir()
        return subprocess.run([PROGRAM, *command], cwd=self.folder, capture_output=True, timeout=60, stdin=subprocess.DEVNULL,
                              env=clean_environment(TMPDIR=str(self.folder / "out"), **environment))

    def sweep(self, name):
        command = COMMANDS[name]
        counts = self.folder.parent / f"{self.folder.name}.counts"
        self.addCleanup(counts.unlink)
        whole = self.run_with(command, LD_PRELOAD=LIBRARY, FAULT_COUNT=str(counts))
        self.assertEqual(whole.returncode, 0, whole.stderr)
        expected = content_of(self.folder / "out")
        self.assertTrue(expected)
        made = dict(line.split() for line in counts.read_text().splitlines())
        for kind, errors in ERRORS.items():
            calls = int(made[kind])
            for nth in sorted({1 + i * calls // MOST for i in range(MOST)} & set(range(1, calls + 1))):
                for error in errors:
                    with self.subTest(command=name, call=kind, nth=nth, error=error):
                        self.check_failure_of(command, kind, nth, error, expected)

    def check_failure_of(self, command, kind, nth, error, expected):
        code = 0 if error == "short" else getattr(errno, error)
        outcome = self.run_with(command, LD_PRELOAD=LIBRARY, FAULT_CALL=kind, FAULT_NTH=str(nth), FAULT_ERROR=str(code))
        said = outcome.stderr.decode()
        if outcome.returncode == -signal.SIGABRT and "Fatal glibc error" in said and "out of memory" in said:
            self.assertEqual(content_of(self.folder / "out"), {}, "the C library ends what it can't do, and says so")
            return
        self.assertIn(outcome.returncode, (0, 2, 3), said)
        self.assertEqual(self.all_but_outputs(), self.inputs, "inputs are as they were")
        made = content_of(self.folder / "out")
        if outcome.returncode == 2:
            self.assertRegex(said, r"^reprise: \S")
            self.assertEqual(made, {}, "nothing half is left")
        elif outcome.returncode == 3:
            self.assertRegex(said, r"^reprise: \S", "what was lost is said")
            self.assertLessEqual(set(made), set(expected))
        else:
            self.assertEqual(set(made), set(expected))
            self.assertEqual(made, expected, "all is there")
        if error in HARMLESS:
            self.assertEqual(outcome.returncode, 0, said)

    def test_compare(self):
        self.sweep("compare")

    def test_points(self):
        self.sweep("points")

    def test_show(self):
        self.sweep("show")

    def test_dedup(self):
        self.sweep("dedup")

    def test_dedup_to_a_packed_file(self):
        self.sweep("dedup packed")

    def test_dedup_of_a_folder(self):
        self.sweep("dedup folder")


if __name__ == "__main__":
    unittest.main()

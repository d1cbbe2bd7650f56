"""The types that the package tells: checked by mypy and pyright, and the same as the program's options."""

import importlib.util
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from support import SOURCE

import reprise
from reprise import _compare, _core, _dedup
from reprise._options import keyword_of

GOOD = """
import reprise
found = reprise.dedup(["a"], threshold=0.7, keep="longest", against=["a.jsonl"])
rows: list[int] = found.kept.to_list()
names: list[str] = reprise.compare("a/", passage_words=8).pairs.column_names
"""
BAD = """
import reprise
reprise.dedup(["a"], threshold="high")
reprise.dedup(["a"], treshold=0.5)
reprise.compare("a/", rank="best")
"""


class Options(unittest.TestCase):
    def check(self, command, typed, positional, excluded):
        options = {keyword_of(option["name"]): option for option in _core.options_of(command)}
        self.assertEqual(set(typed.__annotations__) | positional, set(options) - set(excluded))
        for name, annotation in typed.__annotations__.items():
            kind = str(annotation)
            is_switch = options[name]["value"] == ""
            self.assertEqual("bool" in kind, is_switch, name)
            if "Literal" in kind:
                for word in options[name]["value"].split("|"):
                    self.assertRegex(kind, f"['\"]{word}['\"]")

    def test_keywords_are_those_of_the_program(self):
        self.check("dedup", reprise.DedupOptions, {"text", "id"}, _dedup.OF_THE_PROGRAM)
        self.check("compare", reprise.CompareOptions, set(), _compare.OF_THE_PROGRAM)


class Checked(unittest.TestCase):
    def run_checker(self, *command):
        with tempfile.TemporaryDirectory() as folder:
            good, bad = Path(folder, "good.py"), Path(folder, "bad.py")
            good.write_text(GOOD)
            bad.write_text(BAD)
            for path, faults in ((good, 0), (bad, 3)):
                ran = subprocess.run([*command, str(path)], capture_output=True, text=True, cwd=folder)
                self.assertEqual(ran.stdout.count("error:"), faults, ran.stdout + ran.stderr)

    @unittest.skipUnless(importlib.util.find_spec("mypy"), "mypy is not installed")
    def test_mypy_finds_the_mistakes_and_no_others(self):
        package = SOURCE / "python"
        ran = subprocess.run(
            [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", "--cache-dir", "/dev/null"],
            capture_output=True, text=True, cwd=package,
        )  # fmt: skip
        self.assertEqual(ran.returncode, 0, ran.stdout)
        self.run_checker(sys.executable, "-m", "mypy", "--cache-dir", "/dev/null")

    @unittest.skipUnless(
        importlib.util.find_spec("pyright") and shutil.which("node"), "pyright or node is not installed"
    )
    def test_pyright_finds_the_mistakes_and_no_others(self):
        self.run_checker(sys.executable, "-m", "pyright", "--pythonpath", sys.executable)


if __name__ == "__main__":
    unittest.main()

"""The code of docs/python.md runs, from the first line to the last, in a folder with the samples."""

import contextlib
import io
import os
import re
import tempfile
import unittest
from pathlib import Path

from support import SAMPLES, SOURCE


class Examples(unittest.TestCase):
    def test_all_of_them_run(self):
        page = (SOURCE / "docs/python.md").read_text("utf-8")
        blocks = re.findall(r"^```python\n(.*?)^```$", page, re.S | re.M)
        self.assertGreater(len(blocks), 8)
        before, shown, names = os.getcwd(), io.StringIO(), {}
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            self.addCleanup(os.chdir, before)
            os.symlink(SAMPLES, "samples")
            with contextlib.redirect_stdout(shown):
                for block in blocks:
                    exec(compile(block, "docs/python.md", "exec"), names)
            self.assertTrue(Path("clean/one.jsonl").exists())
            self.assertTrue(Path("report.html").exists())
            self.assertTrue(Path("clean-data/one.parquet").exists())
            os.chdir(before)
        self.assertIn("has no column 'body'", shown.getvalue())
        self.assertIn("27 documents", shown.getvalue())

    def test_what_stands_behind_them_is_so(self):
        page = (SOURCE / "docs/python.md").read_text("utf-8")
        names = {}
        exec(re.search(r"^```python\n(.*?)^```$", page, re.S | re.M)[1], names)
        self.assertEqual(repr(names["r"]), re.search(r"^r  +# (.*)$", page, re.M)[1])
        self.assertEqual(names["r"].kept.to_list(), [0, 1])


if __name__ == "__main__":
    unittest.main()

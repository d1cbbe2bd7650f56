"""The program inside the package: python -m reprise is reprise."""

import os
import subprocess
import sys
import unittest

from support import PROGRAM, SAMPLES, FilesCase


def both(*arguments, **options):
    """Runs the package's program and the other one; returns what each did."""
    done = []
    for program in ([sys.executable, "-m", "reprise"], [PROGRAM]):
        ran = subprocess.run([*program, *map(str, arguments)], capture_output=True, **options)
        done.append((ran.returncode, ran.stdout, ran.stderr))
    return done


class Program(FilesCase):
    def test_every_command_gives_the_same_bytes(self):
        for arguments in (
            ["compare", SAMPLES, "--json", "-"],
            ["points", SAMPLES],
            ["--version"],
            ["dedup", "--help"],
            ["completion", "bash"],
        ):
            ours, theirs = both(*arguments)
            self.assertEqual(ours, theirs)
            self.assertEqual(ours[0], 0)

    def test_codes_and_complaints_are_the_same(self):
        for arguments in (
            ["pionts", SAMPLES],
            ["compare", "nowhere"],
            [],
            ["compare", SAMPLES, "--exit-code", "--quiet"],
        ):
            ours, theirs = both(*arguments)
            self.assertEqual(ours, theirs)
            self.assertNotEqual(ours[0], 0)

    def test_a_closed_pipe_ends_it_in_silence(self):
        read, write = os.pipe()
        os.close(read)
        ran = subprocess.run(
            [sys.executable, "-m", "reprise", "compare", SAMPLES, "--json", "-"], stdout=write, stderr=subprocess.PIPE
        )
        os.close(write)
        self.assertEqual((ran.returncode, ran.stderr), (128 + 13, b""))


class Import(unittest.TestCase):
    def test_it_needs_nothing_else(self):
        script = (
            "import sys\n"
            "class Nothing:\n"
            "    def find_spec(self, name, path=None, target=None):\n"
            "        if name.partition('.')[0] in ('pyarrow', 'polars', 'pandas', 'numpy', 'fsspec', 'tqdm'):\n"
            "            raise ImportError(name)\n"
            "sys.meta_path.insert(0, Nothing())\n"
            "import reprise\n"
            "texts = ['the ferry was late again and nobody knew why'] * 2\n"
            "assert reprise.dedup(texts).table() == texts[:1]\n"
            "assert reprise.compare({'text': texts}).matrix() == [[1.0, 1.0], [1.0, 1.0]]\n"
            "assert reprise.dedup({'text': texts}).removed.to_pylist()[0]['kept_row'] == 0\n"
            "try:\n"
            "    reprise.dedup(texts).kept.to_numpy()\n"
            "except reprise.Error as error:\n"
            "    assert error.remedy == 'pip install numpy', error\n"
            "else:\n"
            "    raise AssertionError('numpy is there')\n"
        )
        ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
        self.assertEqual((ran.returncode, ran.stderr), (0, ""))

    def test_it_imports_none_of_them_by_itself(self):
        script = "import sys, reprise; print([m for m in ('pyarrow', 'polars', 'pandas', 'numpy') if m in sys.modules])"
        ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
        self.assertEqual(ran.stdout, "[]\n")


if __name__ == "__main__":
    unittest.main()

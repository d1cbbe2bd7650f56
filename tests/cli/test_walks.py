"""The walks of docs/ do what they show: each command is run, and its output holds what stands below it."""
import re
import shutil
import subprocess
import unittest

from support import PROGRAM, SOURCE, ProgramTest, clean_environment

WALKS = {"newsroom": "samples", "classroom": "docs/data", "corpus": "docs/data"}  # and the folder that each is walked in


def steps(page):
    """The commands of a page, each with the lines that are shown below it."""
    for block in re.findall(r"```console\n(.*?)```", page, re.S):
        for step in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, shown = step.partition("\n")
            yield command, shown


def pattern_of(shown):
    """What the output must match; a line of [...] stands for any lines, or none."""
    lines = [".*" if line == "[…]" else re.escape(line) + "\n" for line in shown.splitlines()]
    return re.compile("".join(lines) or ".*", re.S)


class Walks(ProgramTest):
    def walk(self, name):
        shutil.copytree(SOURCE / WALKS[name], self.folder / "walk")
        (self.folder / "bin").mkdir()
        (self.folder / "bin/reprise").symlink_to(PROGRAM)
        environment = clean_environment()
        environment["PATH"] = f"{self.folder / 'bin'}:{environment['PATH']}"
        count = 0
        for command, shown in steps((SOURCE / f"docs/{name}.md").read_text()):
            with self.subTest(command):
                ended = subprocess.run(["sh", "-c", command], cwd=self.folder / "walk", env=environment, text=True,
                                       stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
                self.assertEqual(ended.returncode, 0, ended.stdout)
                self.assertRegex(ended.stdout, pattern_of(shown))
            count += 1
        self.assertGreater(count, 4)

    def test_newsroom(self):
        self.walk("newsroom")

    def test_classroom(self):
        self.walk("classroom")

    def test_corpus(self):
        self.walk("corpus")

    def test_what_is_shown_can_fail(self):
        shown = pattern_of("one\n[…]\nthree\n")
        self.assertTrue(shown.fullmatch("one\ntwo\nthree\n"))
        self.assertFalse(shown.fullmatch("one\ntwo\n"))


if __name__ == "__main__":
    unittest.main()

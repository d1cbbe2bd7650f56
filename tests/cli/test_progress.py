"""How far a command is: a bar on a terminal, a line each half minute in a pipe, nothing with --quiet."""

import os
import pty
import random
import subprocess
import time
import unittest

from support import PROGRAM, ProgramTest, clean_environment


class ProgressTest(ProgramTest):
    def setUp(self):
        super().setUp()
        chance = random.Random(1)
        words = [f"{chance.choice('bdfgklmnprst')}{chance.choice('aeiou')}{i}" for i in range(4000)]
        shared = " ".join(chance.choices(words, k=40))
        lines = [f'{{"text": "{" ".join(chance.choices(words, k=300))} {shared}"}}\n' for _ in range(1500)]
        (self.folder / "in.jsonl").write_text("".join(lines))

    def on_terminal(self, *arguments):
        """Returns what standard error shows on a terminal."""
        ours, theirs = pty.openpty()
        program = subprocess.Popen([PROGRAM, *arguments], cwd=self.folder, env=clean_environment(), stderr=theirs,
                                   stdout=subprocess.DEVNULL)
        os.close(theirs)
        shown = b""
        try:
            while block := os.read(ours, 65536):
                shown += block
        except OSError:
            pass  # how Linux says that the other side is closed
        os.close(ours)
        self.assertEqual(program.wait(), 0)
        return shown

    def test_compare_shows_a_bar_on_a_terminal_and_takes_it_away(self):
        shown = self.on_terminal("compare", "in.jsonl")
        # A phase that goes by within a moment is not shown.
        self.assertRegex(shown, rb"(reading|finding [a-z -]+)  \[[= ]+\]")
        self.assertTrue(shown.endswith(b"\r\x1b[K"))

    def test_a_run_of_a_moment_leaves_nothing_on_a_terminal(self):
        shown = self.on_terminal("passages", "in.jsonl")
        self.assertTrue(shown == b"" or shown.endswith(b"\r\x1b[K"), shown[-80:])

    def test_quiet_shows_nothing(self):
        for command in (("compare",), ("dedup", "-o", "kept.jsonl")):
            self.assertEqual(self.on_terminal(*command, "--quiet", "in.jsonl"), b"", command)

    @unittest.skipUnless(os.environ.get("REPRISE_TEST_ALL"), "takes half a minute: tools/test --all runs it")
    def test_a_line_each_half_minute_in_a_pipe(self):
        block = (self.folder / "in.jsonl").read_bytes()
        program = subprocess.Popen([PROGRAM, "compare", "-"], cwd=self.folder, env=clean_environment(), stdin=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        program.stdin.write(block)
        program.stdin.flush()
        time.sleep(31)
        _, err = program.communicate(block)
        self.assertRegex(err, rb"\A(reprise: [a-z -]+(  \[[= ]+\]  \d+ %)?[^\n\r]*\n)+\Z")

    def test_nothing_in_a_pipe_for_a_moment(self):
        outcome = subprocess.run([PROGRAM, "compare", "in.jsonl"], cwd=self.folder, env=clean_environment(),
                                 capture_output=True, check=True)
        self.assertEqual(outcome.stderr, b"")


if __name__ == "__main__":
    unittest.main()

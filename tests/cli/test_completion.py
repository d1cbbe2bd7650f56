"""Completion as a person meets it: keys and TAB typed into a shell on a terminal, which then says which words it has got."""

import os
import pty
import re
import select
import shutil
import subprocess
import time
import unittest
from pathlib import Path

from support import PROGRAM, ProgramTest, clean_environment

# The keys behind "reprise ", and the words that the shell has after them; "@" is where the next key would go.
EVERYWHERE = (
    ("compl\tzs\t", ["completion", "zsh", "@"]),
    ("compare --quie\t", ["compare", "--quiet", "@"]),
    ("compare --language=f\t", ["compare", "--language=fr", "@"]),
    ("dedup --keep lo\t", ["dedup", "--keep", "longest", "@"]),
    ("dedup --keep ma\ttitle", ["dedup", "--keep", "max:title@"]),
    ("show my\\ r\t", ["show", "my report.json", "@"]),
    ("compare --html=my\\ r\t", ["compare", "--html=my report.json", "@"]),
    ("compare --export passages.c\tou\t", ["compare", "--export", "passages.csv=output.csv", "@"]),
    ("compare --export=passages.c\tou\t", ["compare", "--export=passages.csv=output.csv", "@"]),
)
IN_BASH = (
    ('show "my r\t', ["show", "my report.json", "@"]),
    ('compare --export passages.csv="my r\t', ["compare", "--export", "passages.csv=my report.json", "@"]),
    ("dedup --keep=ma\ttitle", ["dedup", "--keep=max:title@"]),
    ("compare fold\t", ["compare", "folder/@"]),
    ("compare a[\t", ["compare", "a[1].txt", "@"]),
    ("dedup -o ou\t", ["dedup", "-o", "output.csv", "@"]),
)


class Typed(ProgramTest):
    def setUp(self):
        super().setUp()
        for name in ("my report.json", "output.csv", "a[1].txt", "a1.txt", "folder/b.txt"):
            self.write(name, "")
        (self.folder / "bin").mkdir()
        (self.folder / "bin/reprise").symlink_to(Path(PROGRAM).resolve())

    def start_shell(self, *command):
        """The shell's process and its terminal."""
        path = f"{self.folder / 'bin'}:{os.environ['PATH']}"
        environment = clean_environment(PATH=path, HOME=str(self.folder), TERM="dumb", PS1="> ", COLUMNS="200")
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(self.folder)
            os.execvpe(command[0], command, environment)
        self.addCleanup(os.waitpid, process, 0)
        self.addCleanup(os.close, terminal)
        return terminal

    def read_until(self, terminal, pattern):
        out, end = b"", time.monotonic() + 30
        while not (found := re.findall(pattern, out)):
            self.assertTrue(select.select([terminal], [], [], max(0, end - time.monotonic()))[0], out)
            out += os.read(terminal, 65536)
        return found[-1]

    def type_and_compare(self, terminal, cases):
        for keys, words in cases:
            with self.subTest(keys):
                os.write(terminal, b"reprise ")
                for stretch in re.split(r"(?<=\t)", keys):
                    os.write(terminal, stretch.encode())
                    time.sleep(0.4)  # a TAB has no answer that could be waited for, and is a blank for zsh if keys follow
                # The line becomes what the shell is to print.
                os.write(terminal, b"@\x01printf '<%s>' BEGIN \x05 END\r")
                said = self.read_until(terminal, rb"<BEGIN><reprise>(.*)<END>").decode()
                self.assertEqual(re.findall("<(.*?)>", said), words)

    def test_bash(self):
        if not shutil.which("bash"):
            self.skipTest("bash is not installed")
        terminal = self.start_shell("bash", "--norc", "--noprofile", "-i")
        os.write(terminal, b"bind 'set enable-bracketed-paste off'; source <(reprise completion bash); echo LOA''DED\r")
        self.read_until(terminal, rb"LOADED")
        self.type_and_compare(terminal, EVERYWHERE + IN_BASH)

    def test_zsh(self):
        if not shutil.which("zsh"):
            self.skipTest("zsh is not installed")
        terminal = self.start_shell("zsh", "-f", "-i")
        os.write(terminal, b"unset zle_bracketed_paste; unsetopt prompt_sp; autoload -Uz compinit; compinit -u; "
                           b"source <(reprise completion zsh); echo LOA''DED\r")
        self.read_until(terminal, rb"LOADED")
        self.type_and_compare(terminal, EVERYWHERE)


class Fish(ProgramTest):
    def complete(self, typed):
        """What fish offers, with the description behind a tab."""
        script = self.write("completion", self.reprise("completion", "fish").out)
        environment = clean_environment(HOME=str(self.folder))
        ask = subprocess.run(["fish", "-c", f"source {script}; complete -C 'reprise {typed}'"], cwd=self.folder,
                             env=environment, capture_output=True, text=True)
        self.assertEqual(ask.stderr, "")
        return ask.stdout.splitlines()

    def test_fish(self):
        if not shutil.which("fish"):
            self.skipTest("fish is not installed")
        self.write("output.csv", "")
        self.assertEqual(self.complete("dedup --keep "), ["first", "longest", "max:", "min:", "newest", "order:"])
        self.assertEqual(self.complete("compare --language "), ["auto", "de", "en", "es", "fr"])
        self.assertEqual(self.complete("compare --export passages."), ["passages.csv=", "passages.jsonl="])
        self.assertEqual(self.complete("compare --export passages.csv=ou"), ["passages.csv=output.csv"])
        self.assertEqual(self.complete("compare --export=passages.c"), ["--export=passages.csv="])
        self.assertEqual(self.complete("compare --export=passages.csv=ou"), ["--export=passages.csv=output.csv"])
        self.assertEqual(self.complete("compare --expo"), ["--export\twrite what was found for other programs"])


if __name__ == "__main__":
    unittest.main()

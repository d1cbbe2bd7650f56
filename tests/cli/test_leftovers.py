"""What compare, its parts and show leave when they are killed: the next run to the place names and removes it."""

import os
import time
import unittest

from support import COMMANDS, SAMPLES, ProgramTest


class Leftovers(ProgramTest):
    def kill(self, *arguments, hidden):
        """Kills the program once so many hidden files and folders stand here; it waits for a pipe meanwhile."""
        os.mkfifo(self.folder / "pipe.txt")
        before = set(self.hidden())
        with self.start(*arguments) as process:
            deadline = time.monotonic() + 30
            while len(set(self.hidden()) - before) < hidden:
                self.assertLess(time.monotonic(), deadline)
                time.sleep(0.005)
            process.kill()
            process.communicate(timeout=60)
        os.unlink(self.folder / "pipe.txt")
        return sorted(set(self.hidden()) - before)

    def hidden(self):
        return [str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if ".reprise-" in path.name]

    def removed(self, names):
        return sorted(f"reprise: {name}: removed; a run that was killed had left it" for name in names)

    def test_of_every_command(self):
        outputs = ("--json", "r.json", "--html", "r.html")
        for command in COMMANDS:
            left = self.kill(command, "pipe.txt", *outputs, hidden=2)
            outcome = self.reprise(command, SAMPLES, "--quiet", *outputs)
            self.assertEqual((outcome.code, sorted(outcome.err.splitlines())), (0, self.removed(left)))
            self.assertEqual(self.hidden(), [])

    def test_of_folders_new_and_empty(self):
        (self.folder / "there").mkdir()
        outputs = ("--export", "pan=there", "--json", "r.json")
        left = self.kill("passages", "pipe.txt", *outputs, hidden=2)
        self.assertTrue(any(name.startswith("there/") for name in left))
        outcome = self.reprise("passages", SAMPLES, "--quiet", *outputs)
        self.assertEqual((outcome.code, sorted(outcome.err.splitlines())), (0, self.removed(left)))
        self.assertGreater(len(os.listdir(self.folder / "there")), 0)
        left = self.kill("passages", "pipe.txt", "--export", "pan=new/", hidden=1)
        outcome = self.reprise("passages", SAMPLES, "--quiet", "--export", "pan=new/")
        self.assertEqual((outcome.code, outcome.err.splitlines()), (0, self.removed(left)))
        self.assertEqual(self.hidden(), [])

    def test_of_show(self):
        self.reprise("compare", SAMPLES, "--json", "saved.json", "--quiet")
        left = self.kill("show", "pipe.txt", "--html", "page.html", hidden=1)
        outcome = self.reprise("show", "saved.json", "--html", "page.html", "--quiet")
        self.assertEqual((outcome.code, outcome.err.splitlines()), (0, self.removed(left)))

    def test_a_living_run_keeps_its_own(self):
        os.mkfifo(self.folder / "pipe.txt")
        with self.start("compare", "pipe.txt", "--json", "r.json", "--export", "pan=pan", "--quiet") as process:
            while len(self.hidden()) < 2:
                time.sleep(0.005)
            self.assertEqual(self.reprise("compare", SAMPLES, "--json", "r.json", "--quiet"), (0, "", ""))
            self.assertEqual(len(self.hidden()), 2)
            (self.folder / "pipe.txt").write_text("A text.")
            _, err = process.communicate(timeout=60)
        self.assertEqual((process.returncode, err), (0, b""))


if __name__ == "__main__":
    unittest.main()

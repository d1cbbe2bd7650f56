"""The manual page and the completions: they tell every command and option that there is, and shells can read them."""

import re
import shutil
import subprocess
import unittest

from support import ProgramTest

WITH_OPTIONS = ("compare", "matrix", "passages", "points", "dedup", "show")
OPTION = re.compile(r"--[a-z][a-z-]*")


class Manual(ProgramTest):
    def text(self, *arguments):
        outcome = self.reprise(*arguments)
        self.assertEqual(outcome.code, 0, outcome.err)
        return outcome.out

    def options_of(self, command):
        return set(re.findall(r"^  (?:-\w \[ )?(--[a-z-]+)", self.text(command, "--help"), re.MULTILINE))

    def commands(self):
        return re.findall(r"^  ([a-z]+) ", self.text("--help"), re.MULTILINE)

    def test_the_page_tells_all_commands_and_options(self):
        page = self.text("manual").replace("\\-", "-")
        for command in self.commands():
            self.assertIn(f".B reprise {command}\n", page)
        for command in WITH_OPTIONS:
            self.assertGreater(len(self.options_of(command)), 4)
            for option in self.options_of(command):
                self.assertRegex(page, rf"(?m)^\.B (-\w, )?{option}( |$)", command)

    def test_the_page_is_what_man_reads(self):
        page = self.text("manual")
        for name in ("NAME", "SYNOPSIS", "COMMANDS", "EXIT STATUS", "EXAMPLES"):
            self.assertIn(f".SH {name}\n", page)
        requests = {line.split()[0] for line in page.splitlines() if line.startswith(".")}
        self.assertLessEqual(requests, {".TH", ".SH", ".TP", ".B", ".br", ".nf", ".fi"})
        if not shutil.which("groff"):
            self.skipTest("groff is not installed")
        result = subprocess.run(["groff", "-man", "-ww", "-z"], input=page, capture_output=True, text=True)
        self.assertEqual(result.stderr, "")

    def complete(self, *words):
        """What bash offers for the last of the words."""
        script = self.write("completion", self.text("completion", "bash"))
        typed = " ".join(f"'{word}'" for word in words)
        ask = (f"source {script}; COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; _reprise; "
               "printf '%s\\n' \"${COMPREPLY[@]}\"")
        result = subprocess.run(["bash", "-c", ask], capture_output=True, text=True, cwd=self.folder)
        self.assertEqual(result.stderr, "")
        return set(result.stdout.split())

    def test_bash_completes_commands_options_values_and_paths(self):
        self.assertEqual(self.complete("reprise", "com"), {"compare", "completion"})
        self.assertEqual(self.complete("reprise", "compare", "--skip-"), {"--skip-same", "--skip-quotations"})
        self.assertEqual(self.complete("reprise", "compare", "--format", ""), {"auto", "text", "jsonl", "csv", "html", "feed", "office", "pdf", "warc"})
        self.assertEqual(self.complete("reprise", "compare", "--format", "=", "j"), {"jsonl"})
        self.assertIn("points.csv=", self.complete("reprise", "compare", "--export", "p"))
        self.assertEqual(self.complete("reprise", "completion", "f"), {"fish"})
        self.write("articles/a.txt", "a")
        self.write("report.html", "")
        self.assertEqual(self.complete("reprise", "compare", "art"), {"articles"})
        self.assertEqual(self.complete("reprise", "compare", "--html", "rep"), {"report.html"})

    def test_every_option_is_completed(self):
        for shell in ("bash", "zsh", "fish"):
            script = self.text("completion", shell)
            known = set(re.findall(r" -l ([a-z-]+)", script)) if shell == "fish" else set(OPTION.findall(script))
            for command in WITH_OPTIONS:
                names = {o[2:] for o in self.options_of(command)} if shell == "fish" else self.options_of(command)
                self.assertLessEqual(names, known, shell)

    def test_shells_can_read_their_scripts(self):
        missing = []
        for shell in ("bash", "zsh", "fish"):
            if not shutil.which(shell):
                missing.append(shell)
                continue
            result = subprocess.run([shell, "-n", self.write(shell, self.text("completion", shell))], capture_output=True)
            self.assertEqual((result.returncode, result.stderr), (0, b""), shell)
        if missing:
            self.skipTest(f"not installed: {', '.join(missing)}")

    def test_help_says_how_each_shell_reads_its_script(self):
        said = self.text("completion", "--help")
        for shell, line in (("bash", "source <(reprise completion bash)"), ("zsh", "source <(reprise completion zsh)"),
                            ("fish", "reprise completion fish | source")):
            self.assertRegex(said, rf"(?m)^  {shell} +{re.escape(line)}")

    def test_wrong_use(self):
        self.check_failure(self.reprise("completion"), 2, "bash, zsh or fish")
        self.check_failure(self.reprise("completion", "tcsh"), 2, "bash, zsh or fish")
        self.check_failure(self.reprise("manual", "page"), 2, "takes no arguments")


if __name__ == "__main__":
    unittest.main()

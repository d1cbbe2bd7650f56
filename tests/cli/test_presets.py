"""Presets, and where each option is from."""

import json
import unittest

from support import ProgramTest

COMMANDS = (("compare",), ("matrix",), ("passages",), ("points",), ("dedup", "-o", "kept.jsonl"))


class Presets(ProgramTest):
    def options(self, *arguments):
        """Returns what --explain-options says: by name, the value and who said it."""
        rows = {}
        for line in self.reprise(*arguments, "--explain-options").out.splitlines():
            rows[line[:20].strip()] = (line[20:36].strip(), line[36:])
        return rows

    def test_each_is_known_to_each_command_and_listed_in_its_help(self):
        for command in COMMANDS:
            text = self.reprise(command[0], "--help").out
            for name in ("news", "essays", "corpus", "scans"):
                self.assertIn(f"\n  {name}: ", text)
                outcome = self.reprise(*command, "x", "--preset", name, "--explain-options")
                self.assertEqual((outcome.code, outcome.err), (0, ""))

    def test_an_unknown_one_is_wrong_use_with_the_names(self):
        self.check_failure(self.reprise("compare", "x", "--preset", "essay"), 2, "--preset takes news|essays|corpus|scans, not 'essay'")

    def test_the_line_wins_over_the_file_and_both_over_the_preset(self):
        self.write("options", "threshold = 0.6\nshingle-size = 9\npreset = scans\n")
        options = self.options("compare", "x", "--config", "options", "--threshold", "0.7")
        self.assertEqual(options["threshold"], ("0.7", "command line (not options: 0.6)"))
        self.assertEqual(options["shingle-size"], ("9", "options (not preset scans: 7)"))
        self.assertEqual(options["shingles"], ("characters", "preset scans"))
        self.assertEqual(options["passage-words"], ("8", "default"))
        self.assertEqual(options["preset"], ("scans", "options"))

    def test_what_it_sets_holds_and_is_echoed(self):
        self.write("in/a.txt", "One text about a quay and a ferry.")
        options = self.report("compare", "in", "--preset", "scans")["options"]
        self.assertEqual((options["threshold"], options["shingles"], options["shingle_size"]), (0.2, "characters", 7))
        self.assertEqual(options["passage_unit"], "characters")

    def test_scans_finds_what_wrong_letters_hide(self):
        right = ("The harbour office closed the northern quay for nine days after the storm because two cracks had been found in the "
                 "wall that carries the crane, and the islanders had to wait for bread, fuel and letters until a pilot came.")
        wrong = "".join("x" if i % 16 == 7 and letter.isalpha() else letter for i, letter in enumerate(right))
        self.write("in/a.txt", right)
        self.write("in/b.txt", wrong)
        self.assertEqual(self.report("compare", "in")["clusters"], [])
        self.assertEqual(len(self.report("compare", "in", "--preset", "scans")["clusters"]), 1)

    def test_dedup_takes_its_own_options_of_it(self):
        self.write("in.jsonl", "".join(json.dumps({"text": text}) + "\n" for text in ("The ferry is late again. " * 9, "The ferry is late again. " * 12)))
        self.reprise("dedup", "in.jsonl", "-o", "kept.jsonl", "--preset", "corpus")
        kept, = (self.folder / "kept.jsonl").read_text().splitlines()
        self.assertEqual(len(json.loads(kept)["text"]), 300)


if __name__ == "__main__":
    unittest.main()

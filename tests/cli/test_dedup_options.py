"""The command line of `reprise dedup`: help, wrong use, the summary for people and as JSON, dry runs, exit codes."""

import re
import unittest

from dedup_support import DedupTest, as_lines, decide, jaccard, shingles, texts_with_copies
from support import strict_json

GOOD = "The harbour of Ostrell closed for nine days after the storm, and 40 boats were lost."


class OptionsTest(DedupTest):
    def setUp(self):
        super().setUp()
        self.texts = texts_with_copies(120, seed=4)
        self.write("in.jsonl", b"".join(as_lines([{"text": text} for text in self.texts])))


class Help(OptionsTest):
    OPTIONS = """against annotate chain clusters config date-field drop-furniture drop-marks dry-run encoding examples exit-code explain-options fold-digits fold-letters
        fold-lookalikes format help html html-content id-field item-fields json keep keep-case keep-punctuation least-words measure memory metadata ngram output part-count
        part-words parts preset quiet rejects remove removed same seed share shingle-size shingles short-items
        sketch-slots source-field text-field threads threshold timings title-field url-field verify version within""".split()
    DEFAULTS = {"threshold": "0.8", "measure": "jaccard", "shingles": "words", "shingle-size": "5", "keep": "first", "verify": "exact",
                "sketch-slots": "128", "seed": "1", "ngram": "13", "share": "0.7", "annotate": "none", "remove": "later", "part-words": "1", "part-count": "2", "least-words": "1", "examples": "0", "threads": "0",
                "format": "auto", "html-content": "main", "text-field": "text"}

    def test_help_names_every_option_and_default(self):
        outcome = self.reprise("dedup", "--help")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        shown = dict(re.findall(r"^  (?:-\w \[ )?--([\w-]+)(?:.*?\(=(.*?)\))?", outcome.out, re.M))
        self.assertEqual(sorted(shown), self.OPTIONS)
        self.assertLessEqual(self.DEFAULTS.items(), shown.items())
        self.assertRegex(outcome.out, r"-o \[ --output \]")
        self.assertLessEqual(max(map(len, outcome.out.splitlines())), 120)
        self.assertEqual(self.reprise("dedup", "-h"), outcome)
        self.assertRegex(self.reprise("--help").out, r"(?m)^  dedup ")

    def test_version(self):
        self.assertEqual(self.reprise("dedup", "--version"), self.reprise("--version"))


class WrongUse(OptionsTest):
    def check(self, *arguments, says):
        with self.subTest(arguments):
            self.refused(*arguments, says=[says])

    def test_mistyped_options(self):
        for option, meant in (("--treshold=0.8", "--threshold"), ("--removedd=x", "--removed"), ("--cluster=x", "--clusters"), ("--outptu=x", "--output"),
                              ("--dryrun", "--dry-run"), ("--mesure=jaccard", "--measure"), ("--shingles-size=4", "--shingle-size")):
            self.check("in.jsonl", "-o", "out", option, says=f"no option {option.split('=')[0]}; did you mean {meant}\\?")
        self.check("in.jsonl", "-o", "out", "--thresh=0.5", says="no option --thresh")
        self.check("in.jsonl", "-x", "out", says="no option -x|unrecognised option '-x'")

    def test_what_is_missing(self):
        self.check("-o", "out", says="nothing to read")
        self.check("in.jsonl", says="name a file with -o OUT, or a folder with -o OUT/; --dry-run")
        self.check("in.jsonl", "-o", says="output")
        self.check("in.jsonl", "-o", "", says="--output takes a path")
        self.check("-", "-", "-o", "out", says="only once")

    def test_values(self):
        for option in ("--threads", "--shingle-size", "--sketch-slots", "--seed", "--examples", "--ngram"):
            for value in ("-1", "1.5", "x", "nan", "99999999999999999999999"):
                self.check("in.jsonl", "-o", "out", f"{option}={value}", says=f"{option} takes a whole number")
        for option, values, says in (("--threshold", ("0", "1.01", "-0.5"), "threshold must be above 0 and at most 1"),
                                     ("--share", ("0", "2"), "share of an item must be above 0 and at most 1"),
                                     ("--shingle-size", ("0",), "a shingle must have at least one"),
                                     ("--ngram", ("0",), "n-grams of a reference must have at least one word"),
                                     ("--sketch-slots", ("0", "65537"), "a sketch must have 1 to 65,536 slots"),
                                     ("--threads", ("1025",), "number of threads must be at most 1,024")):
            for value in values:
                self.check("in.jsonl", "-o", "out", f"{option}={value}", says=says)
        for option in ("--threshold", "--share"):
            for value in ("nan", "inf", "0,5", "x"):
                self.check("in.jsonl", "-o", "out", f"{option}={value}", says=f"{option} takes a number")
        for option, value in (("--measure", "cosine"), ("--verify", "maybe"), ("--shingles", "lines"), ("--annotate", "yes"), ("--format", "pages")):
            self.check("in.jsonl", "-o", "out", option, value, says=f"{option} takes .*\\|.*, not '{value}'")
        for value in ("last", "max", "max:", "min:", "order:", "", "Longest"):
            self.check("in.jsonl", "-o", "out", "--keep", value, says="--keep takes first, longest, newest, max:FIELD, min:FIELD or order:SOURCE,...")
        for value in ("x", "4X", "-1", "0", "", "G", "1e30G", "1.2.3G", "4 furlongs"):
            self.check("in.jsonl", "-o", "out", f"--memory={value}", says="memory")

    def test_sizes(self):
        for value in ("4G", "512M", "1.5 GB", "100kb", "2GiB", "1T", "50000"):
            self.dedup("in.jsonl", "-o", "out", "--quiet", "--memory", value)

    def test_options_that_do_not_go_together(self):
        self.check("in.jsonl", "--dry-run", "-o", "out", says="--dry-run writes nothing")
        self.check("in.jsonl", "--dry-run", "--removed", "out", says="--dry-run writes nothing")
        self.check("in.jsonl", "-o", "out", "--measure", "containment", "--verify", "off", says="containment needs a verification")
        self.check("in.jsonl", "-o", "out", "--measure", "containment", "--verify", "estimate", "--chain", says="need an exact verification")

    def test_two_outputs_in_one_place(self):
        for options in (("-o", "-", "--removed", "-"), ("-o", "out", "--clusters", "out"), ("-o", "out", "--json", "./out"), ("-o", "-", "--json", "-")):
            self.check("in.jsonl", *options, says="two outputs would go to")

    def test_nowhere_is_no_place(self):
        self.assertEqual(self.dedup("in.jsonl", "-o", "/dev/null", "--removed", "/dev/null", "--quiet"), (0, "", ""))

    def test_an_output_that_is_an_input(self):
        self.write("settings", "threshold = 0.5\n")
        self.write("in/a.jsonl", "")
        (self.folder / "link").symlink_to("in.jsonl")
        for option in ("-o", "--removed", "--clusters", "--rejects", "--json"):
            for place in ("in.jsonl", "link", "./in/a.jsonl", "settings"):
                output = () if option == "-o" else ("-o", "out")
                self.check("in.jsonl", "in", "--config", "settings", *output, option, place, says="is an input as well; write to another place")

    def test_configuration(self):
        self.write("settings", "output = out\nthreshold = 0.5\nkeep = longest\nchain = true\nquiet = true\n# a comment\n")
        self.assertEqual(self.reprise("dedup", "in.jsonl", "--config", "settings", "--json", "s.json"), (0, "", ""))
        options = strict_json(self.content("s.json"))["options"]
        self.assertEqual([options[k] for k in ("threshold", "keep", "chain")], [0.5, "longest", True])
        self.write("settings", "treshold = 0.5\n")
        self.check("in.jsonl", "-o", "o", "--config", "settings", says="settings: there is no option --treshold; did you mean --threshold")


class Summary(OptionsTest):
    def counts(self, **options):
        expected = decide(self.texts, **options)
        removed = [s for i, (kept, s) in enumerate(expected) if kept != i]
        sizes = [sum(kept == k for kept, _ in expected) for k in {kept for kept, _ in expected}]
        return {"read": 120, "kept": 120 - len(removed), "removed": len(removed), "rejected": 0, "bytes": len(self.content("in.jsonl")),
                "exact_copies": removed.count(1), "clusters": sum(size > 1 for size in sizes), "largest_cluster": max(sizes)}

    def test_json(self):
        report = self.report("dedup", "in.jsonl", "-o", "out.jsonl")
        self.assertEqual(list(report), ["schema", "version", "options", "problems", "banding", "summary"])
        recall = report["banding"]["expected_recall"]
        self.assertEqual(report["banding"], {"bands": 21, "rows": 6, "threshold": 0.8, "expected_recall": recall})
        self.assertEqual(report["summary"], {**self.counts(), "expected_recall": recall})
        self.assertEqual(list(report["summary"]), [*self.counts(), "expected_recall"])
        self.assertAlmostEqual(recall, 1 - (1 - 0.8 ** 6) ** 21, places=9)
        self.assertEqual(report["options"], {
            "threshold": 0.8, "measure": "jaccard", "shingles": "words", "shingle_size": 5, "keep": "first", "verify": "exact", "within": None,
            "chain": False, "drop_furniture": False, "sketch_slots": 128, "seed": 1, "fold_case": True, "drop_punctuation": True, "fold_digits": False, "drop_marks": False,
            "fold_letters": False, "fold_lookalikes": False, "turkish_i": False,
            "format": "auto", "encoding": None, "html_content": "main", "text_field": "text", "date_field": "date", "metadata": None,
            "documents": True})

    def test_options_are_echoed(self):
        self.write("in.jsonl", b"".join(as_lines([{"text": text, "site": "s", "a": {"b": 1}} for text in self.texts])))
        report = self.report("dedup", "in.jsonl", "-o", "out.jsonl", "--threshold", 0.6, "--measure", "containment", "--keep", "max:a.b", "--within",
                             "site", "--verify", "estimate", "--shingles", "characters", "--shingle-size", 12, "--keep-case", "--seed", 7)
        changed = {"threshold": 0.6, "measure": "containment", "keep": "max:a.b", "within": "site", "verify": "estimate", "shingles": "characters",
                   "shingle_size": 12, "fold_case": False, "seed": 7}
        self.assertLessEqual(changed.items(), report["options"].items())
        self.assertNotIn("banding", report)

    def test_the_same_each_time_but_for_timings(self):
        runs = {self.dedup("in.jsonl", "-o", "out.jsonl", "--json", "-", "--threads", t).out for t in (1, 2, 2, 5)}
        self.assertEqual(len(runs), 1)
        report = self.report("dedup", "in.jsonl", "-o", "out.jsonl", "--timings")
        self.assertEqual(list(report["timings"]), ["seconds", "core_seconds", "peak_memory"])
        self.assertTrue(all(value > 0 for value in report["timings"].values()))

    def test_for_people(self):
        counts = self.counts()
        outcome = self.dedup("in.jsonl", "-o", "out.jsonl")
        self.assertEqual(outcome.err, "")
        self.assertRegex(outcome.out, rf"\A120 documents read: {counts['kept']} kept, {counts['removed']} removed \(\d+\.\d\d %\)\n")
        for part in (f"{counts['clusters']} clusters, the largest of {counts['largest_cluster']} documents; ",
                     f"exact copies among those removed: {counts['exact_copies']}", "exactly at the threshold, 0.80: 0.9983; every removal was verified",
                     r"\d+\.\d kB in \d+\.\d\d s: .*/s, .* core-hours a TB, .* of memory\n\Z"):
            self.assertRegex(outcome.out, part)
        self.assertRegex(self.dedup("in.jsonl", "-o", "out.jsonl", "--verify", "off").out, "removals were not verified")

    def test_quiet(self):
        for outputs in (("-o", "out.jsonl"), ("-o", "out.jsonl", "--json", "s.json"), ("--dry-run",)):
            self.assertEqual(self.dedup("in.jsonl", "--quiet", *outputs), (0, "", ""))

    def test_nothing_to_do(self):
        self.write("empty.jsonl", "")
        (self.folder / "in").mkdir()
        report = self.report("dedup", "empty.jsonl", "-o", "out.jsonl")
        self.assertEqual([report["summary"][key] for key in ("read", "kept", "removed", "clusters", "largest_cluster")], [0] * 5)
        self.assertEqual(self.dedup("in", "-o", "out.jsonl", "--quiet").err, "reprise: in: the folder holds nothing to read; put .txt, .html, .pdf, .docx, .csv or .jsonl files into it\n")
        self.assertEqual(self.content("out.jsonl"), b"")

    def test_exit_code(self):
        self.write("other.jsonl", b"".join(as_lines([{"text": GOOD}, {"text": "Alone."}])))
        for name, code in (("in.jsonl", 1), ("other.jsonl", 0)):
            self.dedup(name, "-o", "out.jsonl", "--quiet")
            self.dedup(name, "-o", "out.jsonl", "--quiet", "--exit-code", code=code)
            self.dedup(name, "--dry-run", "--quiet", "--exit-code", code=code)


class DryRun(OptionsTest):
    def test_it_writes_nothing(self):
        before = self.files()
        outcome = self.dedup("in.jsonl", "--dry-run")
        self.assertRegex(outcome.out, r"\A120 documents read: \d+ kept, \d+ would be removed")
        self.assertNotIn("threshold of", outcome.out)
        self.assertEqual(self.files(), before)
        self.assertEqual(self.report("dedup", "in.jsonl", "--dry-run")["summary"], self.report("dedup", "in.jsonl", "-o", "out")["summary"])

    def test_examples_are_the_pairs_next_to_the_threshold(self):
        expected = decide(self.texts)
        kept = [i for i, (k, _) in enumerate(expected) if k == i]
        sets = [shingles(text) for text in self.texts]
        both = [(k, i, len(sets[k] & sets[i])) for i in range(120) for k in kept if k < i and self.texts[i] not in self.texts[:i]]
        alike = {(k, i): jaccard(len(sets[k]), len(sets[i]), shared) for k, i, shared in both}
        lowest = sorted(s for s in alike.values() if s >= 0.8)[:3]
        out = self.dedup("in.jsonl", "--dry-run", "--examples", 3).out
        above, below = out.split("Just above the threshold of 0.80\n")[1].split("\nJust below the threshold of 0.80\n")
        pairs = r"(?m)^  (\d\.\d{4})  in\.jsonl:(\d+) and in\.jsonl:(\d+)$"
        shown = re.findall(pairs, above)
        self.assertEqual(len(shown), 3)
        self.assertEqual([similarity for similarity, _, _ in shown], [f"{s:.4f}" for s in lowest])
        for similarity, record, kept in shown:
            self.assertEqual(f"{alike[int(kept) - 1, int(record) - 1]:.4f}", similarity)
        under = [float(similarity) for similarity, _, _ in re.findall(pairs, below)]
        self.assertEqual((len(under), under), (3, sorted(under, reverse=True)))
        self.assertTrue(all(0.5 < similarity < 0.8 for similarity in under))
        self.assertEqual(out.count("from the first difference to the last"), 6)

    def test_what_differs(self):
        words = "one two three four five six seven eight nine ten eleven twelve".split()
        self.write("two.jsonl", b"".join(as_lines([{"text": " ".join(words)}, {"text": " ".join(words[:10] + ["ELF"] + words[11:])}])))
        out = self.dedup("two.jsonl", "--dry-run", "--examples", 1, "--threshold", 0.5).out
        self.assertIn("  0.6000  two.jsonl:2 and two.jsonl:1\n    from the first difference to the last, 3 bytes: “ELF”\n"
                      "    where the other has 6 bytes: “eleven”\n", out)
        self.assertIn("Just below the threshold of 0.50: none\n", out)

    def test_pairs_that_share_nothing_are_no_examples(self):
        self.write("far.jsonl", b"".join(as_lines([{"text": t} for t in texts_with_copies(60, seed=6)])))
        self.assertNotIn("\n  0.0000  ", self.dedup("far.jsonl", "--dry-run", "--examples", 1000, "--threshold", 0.3).out)

    def test_control_characters_are_not_passed_on(self):
        evil = GOOD.replace("nine", "\x1b[31mnine\x07")
        self.write_jsonl("e\x1bvil.jsonl", [{"text": GOOD}, {"text": evil + " Again."}, {}])
        outcome = self.dedup("e\x1bvil.jsonl", "--dry-run", "--examples", 2, "--threshold", 0.5, code=3)
        self.assertEqual({c for c in outcome.out + outcome.err if ord(c) < 32 and c != "\n"}, set())


if __name__ == "__main__":
    unittest.main()

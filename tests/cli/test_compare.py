"""What a person and a program get from one run: on a collection of three, whole; on the samples, what was planted."""

import json
import re
import unittest

from support import SAMPLES, SOURCE, ProgramTest, matrix, strict_json

FIRST = "The harbour of Ostrell closed for nine days after the storm, and 40 boats were lost in the night.\n"
COPY = "The harbour of Ostrell closed for nine days after the storm, and 40 boats were lost in the dark.\n"
OTHER = "Plum jam wants patience.\n"

NEAR_DUPLICATES = """\
3 documents, 42 words

Who has how much of whom: 1 pair, by reused words of the smaller text
  reused  words longest  Jacc.  cont. points
    95 %     18      18   0.88   0.93      0  a.txt in b.txt

Words in common: % of each row's words in passages shared with the column
             1  2  3
   1 a.txt   – 95  ·
   2 b.txt  95  –  ·
   3 c.txt   ·  ·  –

Near-duplicates: 1 cluster (Jaccard similarity of runs of 5 words in common)
  a.txt
    0.88  b.txt
"""
PARTS = """
No shared passages (but for 1 in copies listed above, which the page, the
  exports and --json show)

Words that stand elsewhere too
  95 % of a.txt, most of it in b.txt
  95 % of b.txt, most of it in a.txt

No talking points in common
"""


class TinyCollection(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("in/a.txt", FIRST)
        self.write("in/b.txt", COPY)
        self.write("in/c.txt", OTHER)

    def test_summary_word_for_word(self):
        for command, summary in (("compare", NEAR_DUPLICATES + PARTS), ("matrix", NEAR_DUPLICATES)):
            outcome = self.reprise(command, "in")
            self.assertEqual((outcome.code, outcome.out, outcome.err), (0, summary, ""))

    def test_passages_summary_word_for_word(self):
        self.write("c/a.txt", "Nobody asked the old keeper.\n" + FIRST)
        self.write("c/b.txt", FIRST.replace("nine days", "ten days") + "A quiet week of repairs lies behind the town and "
                                            "its people, says the mayor, who thanks the crews and the school.\n")
        outcome = self.reprise("passages", "c")
        self.assertEqual(outcome.out, """\
2 documents, 65 words

Who has how much of whom: 1 pair, by reused words of the smaller text
  reused  words longest  Jacc.  cont.
    79 %     19      19   0.21   0.50  a.txt in b.txt

Shared passages: 1
  marked where two differ: [-the first's words-] {+the second's words+}
  19 words, 95 % the same: a.txt and b.txt
    “The harbour of Ostrell closed for [-nine-]{+ten+} days after the storm, and
    40 boats were lost in the night”

Words that stand elsewhere too
  79 % of a.txt, most of it in b.txt
  46 % of b.txt, most of it in a.txt
""")

    def test_json_word_for_word(self):
        outcome = self.reprise("matrix", "in", "--json", "-")
        shared, union = 14, 16  # runs of five out of 19 words each: the one with the last word differs
        jaccard, containment = shared / union, shared / 15
        expected = {
            "schema": "reprise.report/1",
            "documents": [
                {"id": f"{name}.txt", "where": f"in/{name}.txt", "title": None, "source": None, "date": None, "url": None,
                 "bytes": len(text.encode()), "words": words, "cluster": cluster, "story": 0, "extra": {}}
                for name, text, words, cluster in (("a", FIRST, 19, 0), ("b", COPY, 19, 0), ("c", OTHER, 4, None))],
            "problems": [],
            "pairs": [{"a": 0, "b": 1, "jaccard": jaccard, "containment": [containment, containment]}],
            "clusters": [{"documents": [0, 1], "kept": 0, "similarity": [1.0, jaccard]}],
        }
        report = strict_json(outcome.out)
        self.assertEqual({key: report[key] for key in expected}, expected)
        self.assertEqual(matrix(report, "jaccard")["values"], [[1, jaccard, 0], [jaccard, 1, 0], [0, 0, 1]])
        self.assertEqual(matrix(report, "containment")["values"], [[1, containment, 0], [containment, 1, 0], [0, 0, 1]])

    def test_a_file_gets_what_standard_output_gets(self):
        outcome = self.reprise("compare", "in", "--json", "report.json")
        self.assertEqual(outcome.code, 0)
        self.assertTrue(outcome.out.startswith("3 documents"))
        self.assertEqual((self.folder / "report.json").read_text(), self.reprise("compare", "in", "--json", "-").out)


class Samples(ProgramTest):
    @classmethod
    def setUpClass(cls):
        read = lambda name, key: json.loads((SOURCE / "samples.expected" / name).read_text())[key]
        cls.pairs, cls.passages = read("pairs.json", "pairs"), read("passages.json", "passages")

    def setUp(self):
        super().setUp()
        self.found = self.report("compare", SAMPLES)
        self.ids = [d["id"] for d in self.found["documents"]]

    def expected(self, kind):
        return sorted((self.ids.index(p["a"]), self.ids.index(p["b"])) for p in self.pairs if p["kind"] == kind)

    def test_near_duplicates_are_the_expected_ones_and_no_others(self):
        values = matrix(self.found, "jaccard")["values"]
        n = len(values)
        similar = [(i, j) for i in range(n) for j in range(i + 1, n) if values[i][j] >= 0.5]
        self.assertEqual(similar, self.expected("near-duplicate"))

    def test_clusters_join_the_near_duplicates(self):
        members = {i for pair in self.expected("near-duplicate") for i in pair}
        self.assertEqual([set(c["documents"]) for c in self.found["clusters"]], [members])

    def test_contained_pairs_are_found(self):
        values = matrix(self.found, "containment")["values"]
        listed = {(p["a"], p["b"]) for p in self.found["pairs"]}
        for inner, outer in self.expected("contained"):
            with self.subTest(inner=self.ids[inner], outer=self.ids[outer]):
                self.assertGreaterEqual(values[inner][outer], 0.8)
                if self.found["documents"][outer]["cluster"] is None or self.found["clusters"][0]["kept"] == outer:
                    self.assertIn((min(inner, outer), max(inner, outer)), listed)

    def test_passages_cover_the_expected_ones_on_both_sides(self):
        for expected in self.passages:
            spans = []
            for side in (expected["a"], expected["b"]):
                text = (SAMPLES / side["doc"]).read_bytes()
                begin = text.index(side["quote"].encode())
                spans.append((self.ids.index(side["doc"]), begin, begin + len(side["quote"].encode())))
            if spans[0][0] > spans[1][0]:
                spans.reverse()
            with self.subTest(a=self.ids[spans[0][0]], b=self.ids[spans[1][0]]):
                self.assertGreaterEqual(max((self.least_cover(p, spans) for p in self.found["passages"]), default=0), 0.8)

    @staticmethod
    def least_cover(passage, spans):
        """The share of the expected spans that the passage covers, on the side where it covers less."""
        shares = []
        for side, (document, begin, end) in zip((passage["a"], passage["b"]), spans):
            common = min(side["end"], end) - max(side["begin"], begin)
            shares.append(common / (end - begin) if side["document"] == document else 0)
        return min(shares)


class Narrow(ProgramTest):
    def test_further_findings_stand_behind_what_they_belong_to(self):
        for columns in ("40", "50"):
            out = self.reprise("compare", SAMPLES, environment={"COLUMNS": columns}).out
            self.assertRegex(out, r"(?m)^  most repeated: \d of \d")
            self.assertRegex(out, r"(?m)^    \d of \d: ")
            self.assertNotRegex(out, r"(?m)^  \d of \d: ")


class Readme(ProgramTest):
    def test_the_readme_shows_what_the_demo_prints(self):
        readme = (SAMPLES.parent / "README.md").read_text()
        shown = readme.split("```\n")[1].splitlines()
        command = re.search(r"^build/release/reprise (.*)$", (SAMPLES.parent / "tools/demo").read_text(), re.M).group(1)
        (self.folder / "build").mkdir()
        printed = self.reprise(*[SAMPLES if word == "samples/" else word for word in command.split()]).out.splitlines()
        self.assertGreater(len(shown), 15)
        at = 0  # the lines come in the printed order; […] stands for what is left out
        for line in shown:
            begin = line.removesuffix("[…]").rstrip()
            if begin:
                at = next(i for i in range(at, len(printed)) if printed[i].startswith(begin)) + 1


if __name__ == "__main__":
    unittest.main()

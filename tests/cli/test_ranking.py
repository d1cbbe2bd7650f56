"""Who has how much of whom: the first list of the summary, and its order."""

import unittest

from support import SAMPLES, ProgramTest

SOURCE = ("A ferry is a ship that carries people and cars over water. The oldest ferry of the coast was a raft, pulled along a rope by "
          "two mules that walked round a capstan on the farther bank. Later came steam, and the mules were sold to a baker.\n")
ALL = "Everybody knows it. " + SOURCE
PART = ("Ships are a wide field, and I have read much of it. Pulled along a rope by two mules that walked round a capstan, the raft "
        "of old was slow; what followed was faster, louder and dirtier, and people complained of soot on their washing.\n")
NONE = "Salt marshes are drained by ditches, and the farther bank of each is where the reeds grow best in a dry year.\n"


class Essays(ProgramTest):
    def setUp(self):
        super().setUp()
        for name, text in (("essays/1-none.txt", NONE), ("essays/2-part.txt", PART), ("essays/3-all.txt", ALL), ("sources/ferry.txt", SOURCE)):
            self.write(name, text)

    def ranked(self, *arguments, command="passages"):
        report = self.report(command, *arguments)
        ids = [document["id"] for document in report["documents"]]
        return [(ids[pair["a"]], ids[pair["b"]], pair) for pair in report["ranking"]]

    def test_essays_are_ranked_against_sources_and_none_is_missing(self):
        rows = self.ranked("essays", "--against", "sources")
        self.assertEqual([row[:2] for row in rows], [(name, "ferry.txt") for name in ("3-all.txt", "2-part.txt", "1-none.txt")])
        whole, part, none = (pair for _, _, pair in rows)
        self.assertEqual(whole["reused"], 1)
        self.assertTrue(0 < part["reused"] < 0.5 and part["longest"] >= 11, part)
        self.assertLess(part["containment"][0], 0.5)  # below any threshold, and listed
        self.assertEqual((none["reused"], none["passages"], none["points"]), (0, 0, None))
        self.assertGreater(none["vocabulary"], 0.2)

    def test_the_summary_begins_with_the_list(self):
        out = self.reprise("passages", "essays", "--against", "sources").out
        self.assertRegex(out, "(?s)^4 documents.*?\n\nWho has how much of whom: 2 pairs, by reused words of the smaller text\n")
        self.assertLess(out.index("3-all.txt"), out.index("2-part.txt"))
        self.assertNotIn("1-none.txt", out)

    def test_a_table_of_all_without_a_threshold(self):
        outcome = self.reprise("passages", "essays", "--against", "sources", "--export", "pairs.csv=-", "--threshold", "1")
        lines = outcome.out.splitlines()
        self.assertEqual([line.split(",")[0] for line in lines], ["a_doc_id", "3-all.txt", "2-part.txt", "1-none.txt"])


class Orders(ProgramTest):
    def test_each_measure_ranks(self):
        keys = {"reused": lambda pair: pair["reused"], "jaccard": lambda pair: pair["jaccard"],
                "containment": lambda pair: max(pair["containment"]), "points": lambda pair: pair["points"]}
        for name, key in keys.items():
            for command in ("compare", "matrix"):
                report = self.report(command, SAMPLES, "--rank", name)
                self.assertEqual(report["options"]["rank"], name)
                values = [key(pair) for pair in report["ranking"]]
                self.assertEqual(values, sorted(values, reverse=True), name)
                self.assertGreater(values[0], 0)

    def test_the_summary_says_by_what(self):
        for name, says in (("jaccard", "by Jaccard similarity"), ("containment", "by containment"), ("points", "by points in common")):
            self.assertIn(says, self.reprise("compare", SAMPLES, "--rank", name).out)

    def test_a_saved_report_keeps_its_order(self):
        self.reprise("compare", SAMPLES, "--rank", "points", "--json", "report.json", "--quiet")
        direct = self.reprise("compare", SAMPLES, "--rank", "points", "--export", "pairs.csv=-")
        self.assertEqual(self.reprise("show", "report.json", "--export", "pairs.csv=-").out, direct.out)

    def test_wrong_use(self):
        self.check_failure(self.reprise("passages", SAMPLES, "--rank", "jaccard"), 2, "passages measures no likeness to --rank pairs by; reprise compare does")
        self.check_failure(self.reprise("compare", SAMPLES, "--rank", "words"), 2, "--rank")


class Names(ProgramTest):
    def test_documents_are_called_by_title_if_asked(self):
        text = "The harbour of Ostrell closed for nine days after the storm, and 40 boats were lost in the night."
        self.write_jsonl("in.jsonl", [{"id": "x1", "title": "A storm", "text": text}, {"id": "x2", "text": "Again: " + text}])
        by_file, by_title = (self.reprise("passages", "in.jsonl", *more).out for more in ((), ("--names", "title")))
        self.assertIn("x1 in x2", by_file)
        self.assertIn("A storm in x2", by_title)
        self.assertEqual(self.reprise("passages", "in.jsonl", "--names", "file").out, by_file)


if __name__ == "__main__":
    unittest.main()

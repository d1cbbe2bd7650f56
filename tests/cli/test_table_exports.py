"""--export of pairs and points as CSV, read by Python's csv module and held against the report."""

import csv
import io
import unittest

from support import SAMPLES, ProgramTest, generated_texts, matrix
from test_exports import FORMULAS, plain, sharing

NAMES = {"doc_id": "id", "filename": "where", "title": "title", "series": "source", "date": "date", "url": "url"}


class Tables(ProgramTest):
    def table(self, name, *arguments, command="compare", code=0):
        """Runs with an export; returns the report beside it and the rows by column."""
        outcome = self.reprise(command, *arguments, "--quiet", "--export", f"{name}=out.csv")
        self.assertEqual((outcome.code, outcome.out), (code, ""), outcome.err)
        data = (self.folder / "out.csv").read_bytes().decode()
        self.assertTrue(data.endswith("\r\n"))
        self.columns, *rows = csv.reader(io.StringIO(data, newline=""), strict=True)
        self.assertEqual(len(self.columns), len(set(self.columns)))
        for row in rows:
            self.assertEqual(len(row), len(self.columns))
            self.assertFalse([c for c in row if c.startswith(FORMULAS) and not c[1:].replace(".", "").isdigit()])
        return self.report(command, *arguments, code=code), [dict(zip(self.columns, row)) for row in rows]

    def check_document(self, row, prefix, document):
        for ours, theirs in NAMES.items():
            self.assertEqual(plain(row[prefix + ours]), (document[theirs] or "").replace("\0", "\ufffd"), ours)
        self.assertEqual(row[prefix + "year"], (document["date"] or "")[:4])


class Pairs(Tables):
    def check(self, *arguments, **options):
        report, rows = self.table("pairs.csv", *arguments, **options)
        self.assertEqual(len(rows), len(report["ranking"]))
        documents = report["documents"]
        for row, pair in zip(rows, report["ranking"]):
            a, b = pair["a"], pair["b"]
            for side, d, words in (("a_", a, pair["words"][0]), ("b_", b, pair["words"][1])):
                self.check_document(row, side, documents[d])
                self.assertEqual(int(row[side + "words"]), documents[d]["words"])
                self.assertEqual(int(row[side + "words_reused"]), words)
            for column, key in (("reused", "reused"), ("jaccard", "jaccard"), ("vocabulary", "vocabulary")):
                self.assertEqual(float(row[column]), pair[key], column)
            self.assertEqual([float(row["a_in_b"]), float(row["b_in_a"])], pair["containment"])
            self.assertEqual((int(row["longest_passage"]), int(row["passages"])), (pair["longest"], pair["passages"]))
            self.assertEqual(row["shared_points"], "" if pair["points"] is None else str(pair["points"]))
            same = documents[a]["cluster"] == documents[b]["cluster"]
            self.assertEqual(row["cluster"], str(documents[a]["cluster"]) if same and documents[a]["cluster"] is not None else "")
        return rows

    def test_samples(self):
        for command in ("compare", "matrix", "passages"):
            rows = self.check(SAMPLES, command=command)
            self.assertGreater(len(rows), 5)
            shares = [float(row["reused"]) for row in rows]
            self.assertEqual(shares, sorted(shares, reverse=True))

    def test_is_what_matrices_say(self):
        report, rows = self.table("pairs.csv", SAMPLES)
        reuse, points = matrix(report, "passages")["values"], matrix(report, "points")["values"]
        for row, pair in zip(rows, report["ranking"]):
            a, b = pair["a"], pair["b"]
            self.assertAlmostEqual(int(row["a_words_reused"]), reuse[a][b] * report["documents"][a]["words"], 6)
            self.assertEqual(int(row["shared_points"]), points[a][b])
        listed = {(pair["a"], pair["b"]) for pair in report["ranking"]}
        self.assertLessEqual({(pair["a"], pair["b"]) for pair in report["pairs"]}, listed)
        self.assertLessEqual({(p["a"]["document"], p["b"]["document"]) for p in report["passages"]}, listed)

    def test_copies(self):
        texts = generated_texts(4)
        self.write_jsonl("in.jsonl", [{"id": str(i), "text": texts[i % 4] if i < 9 else ""} for i in range(11)])
        rows = self.check("in.jsonl")
        whole = [row for row in rows if row["jaccard"] == "1.0"]
        self.assertEqual(len(whole), 6)  # five copies, and two texts of nothing

    def test_no_pairs(self):
        self.write("a.txt", "One alone.")
        self.assertEqual(self.check("a.txt"), [])
        self.assertEqual([*self.columns[:2], self.columns[-1]], ["a_doc_id", "a_filename", "cluster"])

    def test_names_that_readers_stumble_over(self):
        names = ["=cmd()", '"a",b', "two\nlines", "\r\nx", "<script>", "\x1b[31m\0", "@x", "-5", "+x", " "]
        self.write_jsonl("in.jsonl", [{"id": n, "title": n, "source": n, "url": n, "date": "2031-05", "text": "Forty boats were lost in the storm. " * 2 + str(i)}
                                      for i, n in enumerate(names)])
        self.assertGreaterEqual(len(self.check("in.jsonl")), len(names) - 1)


class Documents(Tables):
    def test_samples(self):
        for command in ("compare", "passages"):
            report, rows = self.table("documents.csv", SAMPLES, command=command)
            self.assertEqual(len(rows), len(report["documents"]))
            for row, document in zip(rows, report["documents"]):
                self.check_document(row, "", document)
                reuse = document["reuse"]
                self.assertEqual((int(row["words_elsewhere"]), float(row["share_elsewhere"])), (reuse["words"], reuse["share"]))
                self.assertEqual(int(row["documents_elsewhere"]), len(reuse["sources"]))
                most = reuse["sources"][0] if reuse["sources"] else None
                self.assertEqual(row["most_in"], report["documents"][most["document"]]["id"] if most else "")
                self.assertEqual(int(row["most_words"]), most["words"] if most else 0)

    def test_a_command_without_passages(self):
        for command in ("matrix", "points"):
            self.check_failure(self.reprise(command, SAMPLES, "--export", "documents.csv=x"), 2, "finds no passages")


class Points(Tables):
    def check(self, *arguments, **options):
        report, rows = self.table("points.csv", *arguments, **options)
        wanted = [(point, i, mention) for point in report["points"] for i, mention in enumerate(point["mentions"])]
        self.assertEqual(len(rows), len(wanted))
        for row, (point, i, mention) in zip(rows, wanted):
            self.assertEqual((int(row["point"]), int(row["point_id"]), int(row["mention"])), (point["id"] + 1, point["id"], i))
            self.assertEqual(plain(row["label"]), point["label"])
            for name in ("class", "story", "documents", "sources", "score"):
                self.assertEqual(row[name], str(point[name]), name)
            document = report["documents"][mention["document"]]
            self.check_document(row, "", document)
            self.assertEqual(row["reference"] == "true", document.get("reference", False))
            self.assertEqual(row["field"], mention.get("field", "text"))
            self.assertEqual([int(row[n]) for n in ("start_byte", "end_byte", "start_char", "end_char")],
                             [mention[n] for n in ("begin", "end", "begin_char", "end_char")])
            self.assertEqual(plain(row["text"]), mention["text"])
            self.assertEqual(plain(row["attributed"]), mention["attributed"] or "")
            flags = {"disagree": point["disagree"], "updated": point["updated"], "denied": mention["denied"]}
            self.assertEqual({name: row[name] for name in flags}, {name: str(flag).lower() for name, flag in flags.items()})
            self.assertEqual(plain(row["figures"]), "; ".join(f["text"] for f in point["figures"] if f["mention"] == i))
        return rows

    def test_samples(self):
        rows = self.check(SAMPLES)
        self.assertGreater(len(rows), 50)
        for column in ("attributed", "figures", "title", "series"):
            self.assertTrue(any(row[column] for row in rows), column)
        for column in ("disagree", "denied"):
            self.assertEqual({row[column] for row in rows}, {"true", "false"}, column)
        self.assertGreater(len(self.check(SAMPLES, command="points")), 50)

    def test_the_number_is_that_of_the_summary(self):
        rows = self.check(SAMPLES)
        summary = self.reprise("points", SAMPLES, "--explain", 2).out
        label = next(row["label"] for row in rows if row["point"] == "2")
        self.assertIn(" ".join(label.split())[:40], " ".join(summary.split()))

    def test_references(self):
        for path in SAMPLES.glob("plant-*.txt"):
            self.write(("old/" if "norvane" in path.name else "new/") + path.name, path.read_text())
        rows = self.check("new", "--against", "old", command="points")
        self.assertEqual({row["reference"] for row in rows}, {"true", "false"})

    def test_no_points(self):
        self.write("a.txt", "One alone.")
        self.assertEqual(self.check("a.txt"), [])
        self.assertEqual([*self.columns[:2], self.columns[-1]], ["point", "point_id", "sentence"])

    def test_a_command_that_finds_none(self):
        for command, name, says in (("passages", "points.csv", "finds no points, .*reprise compare or reprise points"),
                                    ("matrix", "points.csv", "finds no points"),
                                    ("points", "pairs.csv", "finds no passages, .*reprise compare or reprise passages"),
                                    ("passages", "network.gexf", "finds no matrices"), ("points", "matrix.points.csv", "finds no matrices")):
            self.check_failure(self.reprise(command, SAMPLES, "--export", f"{name}=x"), 2, says)
        self.assertEqual(self.files(), [])


class Together(Tables):
    def test_all_or_none(self):
        names = ("passages.csv", "points.csv", "pairs.csv", "network.gexf", "network.graphml", "matrix.jaccard.csv", "matrix.jaccard.npy", "matrix.points.svg")
        exports = [a for name in names for a in ("--export", f"{name}={name}")]
        outcome = self.reprise("compare", SAMPLES, "--quiet", *exports, "--export", "matrix.jaccard.svg=/dev/full")
        self.check_failure(outcome, 2, "/dev/full", "No space left")
        self.assertEqual(self.files(), [])
        self.assertEqual(self.reprise("compare", SAMPLES, "--quiet", *exports), (0, "", ""))
        self.assertEqual(self.files(), sorted(names))

    def test_each_goes_to_standard_output(self):
        for name, begins in (("pairs.csv", "a_doc_id,"), ("points.csv", "point,"), ("network.gexf", "<?xml"), ("matrix.jaccard.csv", "doc_id,"),
                             ("matrix.jaccard.svg", "<svg")):
            outcome = self.reprise("compare", SAMPLES, "--export", f"{name}=-")
            self.assertEqual((outcome.code, outcome.err), (0, ""))
            self.assertTrue(outcome.out.startswith(begins), name)

    def test_help_names_every_format(self):
        shown = " ".join(self.reprise("compare", "--help").out.split())
        self.assertIn("pairs.csv, documents.csv, passages.jsonl, passages.csv, cards (a folder), pan (a folder), points.csv, network.graphml, network.gexf and "
                      "matrix.MEASURE.csv, .npy or .svg (MEASURE: jaccard, containment, passages or points)", shown)


if __name__ == "__main__":
    unittest.main()

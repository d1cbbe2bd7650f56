"""Comparisons: the same reports as the program's, from paths and from tables."""

import json
import unittest
from pathlib import Path

import numpy
import pandas
import polars
import pyarrow
from support import SAMPLES, FilesCase, run

import reprise


def sample_records():
    """Returns the samples as records, with metadata."""
    return [
        {"id": path.stem, "title": None, "source": path.stem.split("-")[0], "text": path.read_text("utf-8"), "stars": i}
        for i, path in enumerate(sorted(SAMPLES.glob("*.txt")))
    ]


class OfPaths(FilesCase):
    def test_reports_are_those_of_the_program_byte_for_byte(self):
        for command in ("compare", "matrix", "passages", "points"):
            with self.subTest(command):
                found = getattr(reprise, command)(SAMPLES)
                self.assertEqual(found.to_json(), run(command, SAMPLES, "--json", "-"))
        for options, arguments in [
            ({"threshold": 0.3, "passage_words": 12, "language": "en"},
             ["--threshold", "0.3", "--passage-words", "12", "--language", "en"]),
            ({"no_text": True, "rank": "jaccard", "chain": True}, ["--no-text", "--rank", "jaccard", "--chain"]),
        ]:  # fmt: skip
            found = reprise.compare([SAMPLES], **options)
            self.assertEqual(found.to_json(), run("compare", SAMPLES, "--json", "-", *arguments))

    def test_pages_exports_and_summaries_too(self):
        found = reprise.compare(str(SAMPLES))
        page = self.folder / "page.html"
        run("compare", SAMPLES, "--html", page, "--quiet")
        found.to_html(self.folder / "ours.html")
        self.assertEqual((self.folder / "ours.html").read_bytes(), page.read_bytes())
        for name in ("pairs.csv", "network.gexf", "matrix.jaccard.csv", "passages.jsonl"):
            run("compare", SAMPLES, "--export", f"{name}={self.folder / 'theirs'}", "--quiet")
            found.export(name, self.folder / "ours")
            self.assertEqual((self.folder / "ours").read_bytes(), (self.folder / "theirs").read_bytes(), name)
        self.assertIn("near-duplicates", str(found))

    def test_against_and_ignore_are_options(self):
        paths = [SAMPLES / "plant-2-tollandry-times.txt"]
        release = SAMPLES / "plant-1-norvane-wire.txt"
        found = reprise.passages(paths, against=release)
        self.assertEqual(found.to_json(), run("passages", *paths, "--against", release, "--json", "-"))
        self.assertGreater(found.passages.num_rows, 0)

    def test_saved_reports_are_read_again(self):
        found = reprise.compare(SAMPLES)
        text = found.to_json()
        self.assertEqual(reprise.read_report(text).to_json(), text)
        found.to_json(self.folder / "report.json")
        self.assertEqual(reprise.read_report(self.folder / "report.json").to_json(), text)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["report.json"])


class OfTables(FilesCase):
    def test_a_table_is_the_jsonl_of_its_rows(self):
        records = sample_records()
        path = self.write_jsonl(records)
        columns = {name: [record[name] for record in records] for name in records[0]}
        expected = run("compare", path, "--json", "-").replace(f"{path}:", "LINE ")
        for table in (pyarrow.table(columns), polars.DataFrame(columns), pandas.DataFrame(columns)):
            found = reprise.compare(table).to_json()
            for row in reversed(range(len(records))):
                found = found.replace(f'"row {row}"', f'"LINE {row + 1}"')
            self.assertEqual(json.loads(found), json.loads(expected))
            self.assertEqual(found, expected)

    def test_columns_have_other_names_where_they_are_given(self):
        texts = {"body": [r["text"] for r in sample_records()], "key": [r["id"] for r in sample_records()]}
        found = reprise.compare(texts, text="body", id="key")
        self.assertEqual(found.ids, texts["key"])

    def test_skip_same_takes_any_column(self):
        table = pyarrow.table({name: [record[name] for record in sample_records()] for name in ("text", "source")})
        fewer = reprise.passages(table, skip_same="source").passages.num_rows
        self.assertLess(fewer, reprise.passages(table).passages.num_rows)
        with self.assertRaisesRegex(reprise.Error, "no document has a field 'nothing'"):
            reprise.passages(table, skip_same="nothing")


class Results(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.found = reprise.compare(SAMPLES)

    def test_tables_are_the_exports(self):
        report = json.loads(self.found.to_json())
        self.assertEqual(self.found.passages.num_rows, len(report["passages"]))
        self.assertEqual(self.found.points.num_rows, sum(len(point["mentions"]) for point in report["points"]))
        self.assertEqual(self.found.documents["doc_id"].to_list(), self.found.ids)
        self.assertEqual(self.found.clusters["documents"].to_list(), [c["documents"] for c in report["clusters"]])
        pairs = polars.DataFrame(self.found.pairs)
        self.assertEqual(pairs["jaccard"].dtype, polars.Float64)
        self.assertEqual(pairs["longest_passage"].dtype, polars.Int64)
        self.assertEqual(list(self.found.pairs["reused"]), sorted(self.found.pairs["reused"], reverse=True))

    def test_matrices_are_arrays(self):
        report = json.loads(self.found.to_json())
        for written in report["matrices"]:
            matrix = self.found.matrix(written["measure"])
            self.assertEqual(matrix.dtype, numpy.float64)
            self.assertEqual(matrix.tolist(), written["values"])
        with self.assertRaisesRegex(reprise.Error, "there are jaccard, containment"):
            self.found.matrix("cosine")

    def test_a_notebook_shows_the_page_in_a_frame(self):
        shown = self.found._repr_html_()
        self.assertTrue(shown.startswith('<iframe srcdoc="&lt;!'))
        self.assertIn("sandbox=", shown)

    def test_points_are_explained(self):
        self.assertIn("likeness", self.found.explain(0))
        with self.assertRaises(reprise.Error):
            self.found.explain(10_000)

    def test_what_was_not_sought_is_refused(self):
        with self.assertRaisesRegex(reprise.Error, "lacks"):
            reprise.passages(SAMPLES).points


if __name__ == "__main__":
    unittest.main()

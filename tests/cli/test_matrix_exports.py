"""--export of matrices: CSV, .npy and SVG, held against the report's."""

import csv
import io
import re
import struct
import unittest
import xml.etree.ElementTree

from support import SAMPLES, ProgramTest, generated_texts
from test_exports import plain

MEASURES = ("jaccard", "containment", "passages", "points")
FORMS = ("csv", "npy", "svg")
SVG = "{http://www.w3.org/2000/svg}"


def read_npy(data):
    """NumPy's format, version 1.0, as its documentation has it: the shape, and the values row by row."""
    assert data[:8] == b"\x93NUMPY\x01\x00", data[:8]
    [length] = struct.unpack("<H", data[8:10])
    assert (10 + length) % 64 == 0
    header = data[10:10 + length].decode("ascii")
    assert header.endswith("\n")
    fields = eval(header, {"__builtins__": {}})  # a literal of Python, by definition of the format
    assert (fields["descr"], fields["fortran_order"], len(fields)) == ("<f8", False, 3), fields
    rows, columns = fields["shape"]
    values = struct.unpack(f"<{rows * columns}d", data[10 + length:])
    return [list(values[i * columns:(i + 1) * columns]) for i in range(rows)]


class Matrices(ProgramTest):
    def export(self, *arguments, command="compare", code=0):
        """Writes every matrix in every form beside the report, and checks CSV and .npy against it; returns the report."""
        exports = [a for m in MEASURES for f in FORMS for a in ("--export", f"matrix.{m}.{f}={m}.{f}")]
        outcome = self.reprise(command, *arguments, "--quiet", "--json", "out.json", *exports)
        self.assertEqual((outcome.code, outcome.out), (code, ""), outcome.err)
        report = self.report(command, *arguments, code=code)
        for matrix in report["matrices"]:
            measure, values = matrix["measure"], matrix["values"]
            self.assertEqual(read_npy((self.folder / f"{measure}.npy").read_bytes()), values)
            names, rows = self.table(measure)
            self.assertEqual([row[0] for row in rows], names)
            self.assertEqual([[float(cell) for cell in row[1:]] for row in rows], values)
            if measure == "points":
                self.assertNotIn(".", "".join(cell for row in rows for cell in row[1:]))
        return report

    def table(self, measure):
        """Returns the names in the head of a CSV, and the rows with their names in front."""
        data = (self.folder / f"{measure}.csv").read_bytes().decode()
        self.assertTrue(data.endswith("\r\n"))
        head, *rows = csv.reader(io.StringIO(data, newline=""), strict=True)
        self.assertEqual(head[0], "doc_id")
        self.assertEqual({len(row) for row in rows} | {len(head)}, {len(head)})
        return head[1:], rows

    def svg(self, measure):
        return xml.etree.ElementTree.parse(self.folder / f"{measure}.svg").getroot()

    def labels(self, measure):
        """Returns the labels of the rows, and those of the columns."""
        texts = [text for text in self.svg(measure).iter(SVG + "text")]
        columns = [t.text for t in texts if "rotate" in t.get("transform", "")]
        rows = [t.text for t in texts if "rotate" not in t.get("transform", "")][-3 - len(columns):-3]  # the scale has three
        return rows, columns


class Values(Matrices):
    def test_samples(self):
        report = self.export(SAMPLES)
        names, _ = self.table("jaccard")
        self.assertEqual(names, [d["id"] for d in report["documents"]])

    def test_every_command_that_makes_matrices(self):
        self.export(SAMPLES, command="matrix")

    def test_copies(self):
        texts = generated_texts(4)
        self.write_jsonl("in.jsonl", [{"text": texts[i % 4] if i < 9 else ""} for i in range(11)])
        report = self.export("in.jsonl")
        self.assertEqual(report["matrices"][0]["values"][1][5], 1)

    def test_no_document_and_one(self):
        self.write("in.jsonl", "")
        self.export("in.jsonl")
        self.write("in.jsonl", '{"text": "One alone.", "id": "x"}\n')
        self.export("in.jsonl")
        self.assertEqual((self.folder / "jaccard.csv").read_text(), "doc_id,x\n1.0\n".replace("\n", "\nx,", 1))

    def test_numpy_and_pandas_read_them(self):
        try:
            import numpy
            import pandas
        except ImportError as error:
            self.skipTest(f"{error}: only our own readers were tried")
        values = [m["values"] for m in self.export(SAMPLES)["matrices"]]
        for measure, wanted in zip(MEASURES, values):
            self.assertTrue((numpy.load(self.folder / f"{measure}.npy") == wanted).all())
            self.assertTrue((pandas.read_csv(self.folder / f"{measure}.csv", index_col=0).values == wanted).all())

    def test_names_that_readers_stumble_over(self):
        ids = ["=cmd()", '"a",b', "two\nlines", "\r\n", "<script>", "\x1b[31m", "nul\0", "@x", "-5", " ", "漢字", "a" * 300]
        texts = generated_texts(len(ids))
        self.write_jsonl("in.jsonl", [{"id": i, "text": t} for i, t in zip(ids, texts)])
        self.export("in.jsonl")
        names, _ = self.table("jaccard")
        self.assertEqual([plain(n) for n in names], [i.replace("\0", "\ufffd") for i in ids])
        self.assertFalse([n for n in names if n.startswith(tuple("=+@\t\r"))])

    def test_a_key_is_there_once(self):
        ids = ["a", "b", "b", "in.jsonl:2", "c"]
        self.write_jsonl("in.jsonl", [{"id": i, "text": t} for i, t in zip(ids, generated_texts(5))])
        self.export("in.jsonl")
        wanted = ["a", "in.jsonl:2~2", "in.jsonl:3", "in.jsonl:2", "c"]
        self.assertEqual(self.table("jaccard")[0], wanted)
        self.assertEqual(set(self.labels("jaccard")[0]), set(wanted))

    def test_threads_do_not_change_a_byte(self):
        self.write_jsonl("in.jsonl", [{"text": t} for t in generated_texts(60, words_each=40)])
        found = set()
        for threads in (1, 2, 7):
            self.export("in.jsonl", "--threads", threads)
            found.add(tuple((self.folder / f"{m}.{f}").read_bytes() for m in MEASURES for f in FORMS))
        self.assertEqual(len(found), 1)

    def test_a_name_in_short_gets_a_guess(self):
        for name, guess in (("jaccard.csv", "matrix.jaccard.csv"), ("points.npy", "matrix.points.npy"),
                            ("matrix.jacard.svg", "matrix.jaccard.svg"), ("network.gefx", "network.gexf")):
            self.check_failure(self.reprise("compare", SAMPLES, "--export", f"{name}=x"), 2, f"no export format '{name}'; did you mean {guess}\\?")


class Pictures(Matrices):
    def shades(self, measure):
        """Returns the shade of each square that is not white, by row and column."""
        found = {}
        for path in self.svg(measure).iter(SVG + "path"):
            for x, y, run, back in re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path.get("d")):
                self.assertEqual(run, back)
                for column in range(int(x), int(x) + int(run)):
                    self.assertNotIn((int(y), column), found)
                    found[int(y), column] = path.get("fill")
        return found

    def test_squares_are_the_values(self):
        report = self.export(SAMPLES)
        ids = [d["id"] for d in report["documents"]]
        for matrix in report["matrices"]:
            rows, columns = self.labels(matrix["measure"])
            self.assertEqual(rows, columns)
            self.assertEqual(sorted(rows), sorted(ids))
            order = [ids.index(name) for name in rows]
            values = {(y, x): matrix["values"][i][j] for y, i in enumerate(order) for x, j in enumerate(order)}
            shades = self.shades(matrix["measure"])
            self.assertEqual(set(shades), {place for place, value in values.items() if value})
            dark = sorted((value, -int(shades[place][1:3], 16)) for place, value in values.items() if value)
            self.assertEqual([d for _, d in dark], sorted(d for _, d in dark), "the larger, the darker")
            self.assertNotIn("#ffffff", shades.values())

    def test_what_belongs_together_stands_together(self):
        report = self.export(SAMPLES)
        by_id = {d["id"]: d for d in report["documents"]}
        for key in ("story", "cluster"):
            values = [by_id[name][key] for name in self.labels("jaccard")[0]]
            runs = [v for i, v in enumerate(values) if v is not None and (i == 0 or values[i - 1] != v)]
            self.assertEqual(len(runs), len(set(runs)), key)

    def test_a_picture_stands_alone_and_says_what_it_is(self):
        self.export(SAMPLES)
        for measure in MEASURES:
            root = self.svg(measure)
            tags = {element.tag.removeprefix(SVG) for element in root.iter()}
            self.assertEqual(tags, {"svg", "title", "desc", "rect", "g", "path", "text"})
            self.assertFalse([a for e in root.iter() for a in e.attrib if a.startswith("on") or "href" in a])
            self.assertEqual((root.get("role"), root.get("font-family")), ("img", "sans-serif"))
            named = {e.get("id"): e.text for e in root.iter() if e.get("id")}
            self.assertEqual(root.get("aria-labelledby").split(), list(named))
            self.assertIn("27 documents", named[f"{measure}-title"])
            width, height = int(root.get("width")), int(root.get("height"))
            self.assertEqual(root.get("viewBox"), f"0 0 {width} {height}")
            for text in root.iter(SVG + "text"):
                self.assertLess(int(text.get("x", "0")), width)
                self.assertLess(int(text.get("y", "0")), height)

    def test_values_stand_in_the_squares_of_small_ones(self):
        texts = generated_texts(3)
        self.write_jsonl("in.jsonl", [{"id": str(i), "text": t} for i, t in enumerate([*texts, texts[2] + " And more."])])
        report = self.export("in.jsonl")
        written = [t.text for t in self.svg("jaccard").iter(SVG + "text")]
        jaccard = report["matrices"][0]["values"][2][3]
        self.assertTrue(0.5 < jaccard < 1)
        self.assertEqual(written.count(f"{jaccard:.2f}"), 2)
        self.assertEqual(written.count("1"), 5 + 2)  # the diagonal, the scale; a row and a column

    def test_labels_are_harmless(self):
        ids = ["</text><script>alert(1)</script>", "a&b", "\x1b[31m\x00", "\u202egniht", "\ufffe", "x" * 500, "漢" * 50]
        self.write_jsonl("in.jsonl", [{"id": i, "text": t} for i, t in zip(ids, generated_texts(len(ids)))])
        self.export("in.jsonl")
        rows, columns = self.labels("jaccard")
        self.assertEqual(rows, columns)
        self.assertEqual(set(rows), {ids[0], "a&b", "[31m", "gniht", "\ufffd", "x" * 39 + "…", "漢" * 19 + "…"})
        self.assertNotIn("<script", (self.folder / "jaccard.svg").read_text())


if __name__ == "__main__":
    unittest.main()

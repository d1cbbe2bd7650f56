"""--export: read back by Python's csv, json and xml readers, and held against the report and the files on disk."""

import collections
import csv
import io
import json
import os
import signal
import time
import unittest
import urllib.parse
import xml.etree.ElementTree

from support import BOM, SAMPLES, ProgramTest, generated_texts, strict_json
from test_offsets import SHARED, Field, article

SIDES = ("source_", "target_")
NUMBERS = ("passage_id", "cluster", "identity", "matched", "near", "informative",
           *(side + name for side in SIDES for name in ("start_byte", "end_byte", "start_char", "end_char", "passage_length", "year")))

FORMULAS = tuple("=+-@\t\r＝＋－＠")

Detection = collections.namedtuple("Detection", "this this_begin this_end source source_begin source_end")


def plain(text):
    """What an apostrophe before a formula has changed is changed back."""
    return text[1:] if text[:1] == "'" and text[1:].lstrip(" \t\r\n")[:1] in FORMULAS or text[:2] in ("'\t", "'\r") else text


def sharing(count):
    """Texts of which each two share a stretch of their own."""
    stretches = iter(generated_texts(3 * count * count, words_each=24)[::3])  # the others borrow from one another
    texts = [""] * count
    for i in range(count):
        for j in range(i):
            stretch = next(stretches)
            texts[i] += stretch + "\n"
            texts[j] += stretch + "\n"
    return texts


class Exports(ProgramTest):
    def export(self, *arguments, command="compare", code=0, **options):
        """Runs with all exports and the report beside them; returns the report, the rows of JSONL and the folder of PAN."""
        outcome = self.reprise(command, *arguments, "--quiet", "--json", "out.json", "--export", "passages.jsonl=out.jsonl", "--export",
                               "passages.csv=out.csv", "--export", "pan=out.pan", **options)
        self.assertEqual((outcome.code, outcome.out), (code, ""), outcome.err)
        report = strict_json((self.folder / "out.json").read_text())
        lines = (self.folder / "out.jsonl").read_bytes().decode().split("\n")
        self.assertEqual(lines.pop(), "")
        rows = [strict_json(line) for line in lines]
        self.check_against_report(rows, report)
        self.check_csv(rows)
        self.check_pan(report, rows)
        return report, rows

    def check_against_report(self, rows, report):
        documents = report["documents"]
        self.assertEqual([row["passage_id"] for row in rows], [p["id"] for p in report["passages"]])
        for row, passage in zip(rows, report["passages"]):
            for name in ("identity", "matched", "informative", "quoted", *["cluster"] * ("passage_clusters" in report)):
                self.assertEqual(row[name], passage[name], name)
            a = next(side for side in SIDES if self.shows(row, side, passage["a"], documents[passage["a"]["document"]]))
            b = SIDES[a == SIDES[0]]
            self.assertTrue(self.shows(row, b, passage["b"], documents[passage["b"]["document"]]))
            self.assertEqual([row[a + name] for name in ("passage", "context_before", "context_after")],
                             [passage[name] for name in ("text", "before", "after")])

    def shows(self, row, side, place, document):
        names = {"doc_id": "id", "filename": "where", "title": "title", "series": "source", "date": "date", "url": "url"}
        places = {"start_byte": "begin", "end_byte": "end", "start_char": "begin_char", "end_char": "end_char", "passage_length": "words"}
        return (all(row[side + ours] == document[theirs] for ours, theirs in names.items()) and
                all(row[side + ours] == place[theirs] for ours, theirs in places.items()) and
                row[side + "field"] == place.get("field", "text"))

    def check_csv(self, rows):
        data = (self.folder / "out.csv").read_bytes().decode()
        self.assertTrue(data.endswith("\r\n"))
        names, *table = list(csv.reader(io.StringIO(data, newline=""), strict=True))
        self.assertEqual(len(names), len(set(names)))
        self.assertEqual(len(table), len(rows))
        for cells, row in zip(table, rows):
            self.assertEqual(names, list(row))
            for name, cell in zip(names, cells):
                value = row[name]
                if value is None:
                    self.assertEqual(cell, "")
                elif isinstance(value, bool):
                    self.assertEqual(cell, str(value).lower())
                elif name in NUMBERS:
                    self.assertEqual(type(value)(cell), value)
                else:
                    self.assertFalse(cell.startswith(FORMULAS) and not cell[1:].isdigit(), cell)
                    self.assertEqual(plain(cell), value.replace("\0", "\ufffd"), name)

    def detections(self, folder="out.pan"):
        found, pairs = [], []
        for path in sorted((self.folder / folder).iterdir()):
            self.assertLessEqual(len(path.name.encode()), 255)
            if path.name == "pairs":
                pairs = [tuple(map(urllib.parse.unquote, line.split(" "))) for line in path.read_bytes().decode().split("\n")[:-1]]
                continue
            self.assertEqual(path.suffix, ".xml")
            root = xml.etree.ElementTree.parse(path).getroot()
            self.assertEqual((root.tag, list(root.attrib)), ("document", ["reference"]))
            self.assertGreater(len(root), 0)
            for feature in root:
                a = feature.attrib
                self.assertEqual((feature.tag, a["name"]), ("feature", "detected-plagiarism"))
                this, source = int(a["this_offset"]), int(a["source_offset"])
                found.append(Detection(root.get("reference"), this, this + int(a["this_length"]), a["source_reference"], source,
                                       source + int(a["source_length"])))
            self.assertEqual(len({d.source for d in found if d.this == root.get("reference")} & {found[-1].source}), 1)
        self.assertEqual(len(pairs), len(set(pairs)))
        self.assertEqual(set(pairs), {(d.this, d.source) for d in found})
        self.assertEqual(len(pairs), len(list((self.folder / folder).iterdir())) - 1)
        return found

    def check_pan(self, report, rows):
        """The same places as in the rows, in texts alone."""
        found = sorted(d[1:3] + d[4:6] for d in self.detections())
        wanted = sorted((r["target_start_char"], r["target_end_char"], r["source_start_char"], r["source_end_char"]) for r in rows
                        if r["source_field"] == r["target_field"] == "text")
        self.assertEqual(found, wanted)

    def check_cuts(self, rows, fields):
        """Each side, cut out by bytes and by characters, is its text. `fields`: by file name and field."""
        for row in rows:
            for side in SIDES:
                field = fields[row[side + "filename"], row[side + "field"]]
                self.assertEqual(field.between(row[side + "start_byte"], row[side + "end_byte"]), row[side + "passage"])
                self.assertEqual(field.text[row[side + "start_char"]:row[side + "end_char"]], row[side + "passage"])
                self.assertTrue(field.text[:row[side + "start_char"]].endswith(row[side + "context_before"]))
                self.assertTrue(field.text[row[side + "end_char"]:].startswith(row[side + "context_after"]))


class Content(Exports):
    def test_samples(self):
        report, rows = self.export(SAMPLES)
        self.assertGreater(len(rows), 5)
        fields = {(d["where"], "text"): Field((SAMPLES / d["id"]).read_bytes()) for d in report["documents"]}
        self.check_cuts([r for r in rows if r["source_field"] == r["target_field"] == "text"], fields)

    def test_nothing_found_is_a_table_without_rows(self):
        self.write("a.txt", "Nothing that anybody else says.")
        _, rows = self.export("a.txt")
        self.assertEqual(rows, [])
        self.assertEqual((self.folder / "out.csv").read_text().count("\n"), 1)
        self.assertEqual([p.name for p in (self.folder / "out.pan").iterdir()], ["pairs"])

    def test_passages_command(self):
        report, rows = self.export(SAMPLES, command="passages")
        self.assertEqual(len(rows), len(report["passages"]))

    def test_bytes_on_disk_and_characters(self):
        versions = {"utf8": (article("one").encode(), "utf-8"), "bom": (BOM + article("two", "\r\n").encode(), "utf-8"),
                    "little": (b"\xff\xfe" + article("one", "\r\n").encode("utf-16-le"), "utf-16-le"),
                    "big": (b"\xfe\xff" + article("two").encode("utf-16-be"), "utf-16-be"),
                    "broken": (article("two").encode().replace(b"bicycles", b"\xff\xfe bicycles"), "utf-8")}
        for one in versions:
            for two in versions:
                if one == two:
                    continue
                with self.subTest(one=one, two=two):
                    fields = {}
                    for name in (one, two):
                        data, encoding = versions[name]
                        self.write(f"{name}.txt", data)
                        fields[f"{name}.txt", "text"] = Field(data, encoding)
                    report, rows = self.export(f"{one}.txt", f"{two}.txt")
                    self.assertGreaterEqual(len(rows), 1)
                    self.check_cuts(rows, fields)
                    for path in (self.folder / "out.pan").iterdir():
                        path.unlink()

    def test_jsonl_counts_in_the_decoded_field(self):
        records = [{"text": article("one")}, {"text": article("two")}]
        self.write("in.jsonl", BOM + "".join(json.dumps(r) + "\n" for r in records).encode())
        _, rows = self.export("in.jsonl")
        self.assertGreaterEqual(len(rows), 1)
        self.check_cuts(rows, {(f"in.jsonl:{i + 1}", "text"): Field(r["text"].encode()) for i, r in enumerate(records)})

    def test_titles_stand_in_tables_and_not_in_pan(self):
        title = "Café 🚲 at the quay will close in autumn after 1,200 thefts and a fire"
        self.write_jsonl("in.jsonl", [{"text": "Something else altogether.", "title": title},
                                      {"text": "A body of text. " + title + "."}])
        _, rows = self.export("in.jsonl")
        [row] = rows
        self.assertEqual({row["source_field"], row["target_field"]}, {"title", "text"})
        self.check_cuts(rows, {("in.jsonl:1", "title"): Field(title.encode()),
                               ("in.jsonl:2", "text"): Field(f"A body of text. {title}.".encode())})
        self.assertEqual(self.detections(), [])

    def test_what_spreadsheets_and_readers_stumble_over(self):
        ids = ["=1+1", "a,b", 'say "no"', "two\nlines", "\r\nline", "lone\rreturn", "@x", "-5", "+x", "\ttab", "nul\0", " blank ", "'quoted", "", "ü漢", "＝1"]
        records = [{"id": i, "title": i, "source": i, "url": i, "date": "2031", "text": t} for i, t in zip(ids, sharing(len(ids)))]
        self.write_jsonl("in.jsonl", records)
        _, rows = self.export("in.jsonl")
        self.assertGreaterEqual({row[side + "doc_id"] for row in rows for side in SIDES}, set(ids) - {""})
        data = (self.folder / "out.csv").read_bytes().decode()
        for cell in ("'=1+1", '"a,b"', '"say ""no"""', "'@x", ",-5,", "'+x", "'\ttab", '"two\nlines"', '"\'\r\nline"', "'＝1"):
            self.assertIn(cell, data)

    def test_threads_do_not_change_a_byte(self):
        texts = generated_texts(60, words_each=40) + [p.read_text() for p in sorted(SAMPLES.glob("*.txt"))]
        self.write_jsonl("in.jsonl", [{"id": str(i), "text": t, "date": f"20{i % 40 + 10}"} for i, t in enumerate(texts)])
        found = set()
        for threads in (1, 2, 7):
            self.export("in.jsonl", "--threads", threads)
            pan = sorted(self.folder.glob("out.pan/*"))
            found.add((*((p.name, p.read_bytes()) for p in pan), *((self.folder / f).read_bytes() for f in ("out.jsonl", "out.csv"))))
            for path in pan:
                path.unlink()
        self.assertEqual(len(found), 1)


class Direction(Exports):
    def sources(self, *dates):
        records = [{"id": f"d{i}", "text": t + "\n" + SHARED, **({"date": d} if d else {})}
                   for i, (d, t) in enumerate(zip(dates, generated_texts(2)))]
        self.write_jsonl("in.jsonl", records)
        out = self.reprise("passages", "in.jsonl", "--export", "passages.jsonl=-").out
        rows = [json.loads(line) for line in out.splitlines()]
        self.assertGreaterEqual(len(rows), 1)
        self.assertEqual({row["source_doc_id"] for row in rows} & {row["target_doc_id"] for row in rows}, set())
        return {row["source_doc_id"] for row in rows}

    def test_the_earlier_is_the_source(self):
        self.assertEqual(self.sources("2031-02-01", "2031-01-31"), {"d1"})
        self.assertEqual(self.sources("2031-01-31", "2031-02-01"), {"d0"})
        self.assertEqual(self.sources("2031-02-01T01:00+02:00", "2031-01-31"), {"d0"})  # they may overlap

    def test_else_the_one_that_was_read_first(self):
        for dates in ((None, None), ("2031-02", "2031-02-01"), (None, "1999"), ("2031", None), ("someday", "1999")):
            self.assertEqual(self.sources(*dates), {"d0"}, dates)

    def test_years(self):
        self.write_jsonl("in.jsonl", [{"text": article("one"), "date": "1931-05"}, {"text": article("two"), "date": "soon"}])
        out = self.reprise("passages", "in.jsonl", "--export", "passages.jsonl=-").out
        row = json.loads(out.splitlines()[0])
        self.assertEqual((row["source_date"], row["source_year"], row["target_date"], row["target_year"]), ("1931-05", 1931, None, None))


class Pan(Exports):
    def test_measures_against_the_report(self):
        """PAN's macro recall and precision, and its granularity, with the report as the truth: all 1."""
        report, _ = self.export(SAMPLES)
        ids = [d["id"] for d in report["documents"]]
        truth = set()
        for p in report["passages"]:
            if "field" in p["a"] or "field" in p["b"]:
                continue
            for this, source in (("a", "b"), ("b", "a")):
                truth.add(Detection(ids[p[this]["document"]], p[this]["begin_char"], p[this]["end_char"], ids[p[source]["document"]],
                                    p[source]["begin_char"], p[source]["end_char"]))
        found = self.detections()
        self.assertEqual(2 * len(found), len(truth))

        def overlap(one, two):
            if (one.this, one.source) != (two.this, two.source):
                return 0
            this = min(one.this_end, two.this_end) - max(one.this_begin, two.this_begin)
            source = min(one.source_end, two.source_end) - max(one.source_begin, two.source_begin)
            return this + source if this > 0 and source > 0 else 0

        for detection in found:
            cases = [case for case in truth if overlap(detection, case)]
            best = max(overlap(detection, case) for case in cases)
            self.assertEqual(best, detection.this_end - detection.this_begin + detection.source_end - detection.source_begin)
        texts = {d["id"]: d["text"] for d in report["documents"]}
        for d in found:
            self.assertTrue(texts[d.this][d.this_begin].isalnum() and texts[d.source][d.source_end - 1].isalnum(), d)

    def test_names_as_in_the_corpora_of_pan(self):
        self.write("susp/suspicious-document00001.txt", article("one"))
        self.write("src/source-document00042.txt", article("two"))
        self.export("src", "susp")
        self.assertEqual(sorted(p.name for p in (self.folder / "out.pan").iterdir()), ["pairs", "suspicious-document00001-source-document00042.xml"])
        self.assertEqual((self.folder / "out.pan/pairs").read_text(), "suspicious-document00001.txt source-document00042.txt\n")
        self.assertEqual({d[0::3] for d in self.detections()}, {("suspicious-document00001.txt", "source-document00042.txt")})

    def test_ids_that_are_no_file_names(self):
        ids = ["a/b", "a_b", "A/B", "a/b", "a", "b-c", "a-b", "c", "x" * 400, "x" * 400 + "y", "..", "../../etc/x", "\x01\x02", "\x02\x01",
               "tab\there", "new\nline", "a b", "100%", "<&\"'>", "漢" * 200, ".txt", "in.jsonl:1", "\ufffe", "nul\0", "C:\\x|y?*"]
        self.write_jsonl("in.jsonl", [{"id": i, "text": t} for i, t in zip(ids, sharing(len(ids)))])
        report, rows = self.export("in.jsonl")
        pairs = {(r["target_filename"], r["source_filename"]) for r in rows}
        found = self.detections()
        self.assertEqual(len({(d.this, d.source) for d in found}), len(pairs))
        names = [p.name for p in (self.folder / "out.pan").iterdir()]
        self.assertEqual(len({n.casefold() for n in names}), len(pairs) + 1)
        self.assertFalse([n for n in names if n.startswith(".") or set(n) & set('/\\<>:"|?* \n\t')])
        references = {d.this for d in found} | {d.source for d in found}
        self.assertEqual(len(references), len(ids))
        self.assertGreaterEqual(references, {"tab\there", "new\nline", "a b", "100%", "<&\"'>", "../../etc/x", "in.jsonl:1", "in.jsonl:4"})

    def test_an_empty_folder_is_filled_and_stays_what_it_was(self):
        folder = self.folder / "there"
        folder.mkdir(mode=0o750)
        folder.chmod(0o750)
        before = folder.stat()
        (self.folder / "link").symlink_to("there")
        outcome = self.reprise("passages", SAMPLES, "--export", "pan=link/")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        after = folder.stat()
        self.assertEqual((before.st_ino, before.st_mode), (after.st_ino, after.st_mode))
        self.assertGreater(len(self.detections("there")), 3)
        self.assertTrue((self.folder / "link").is_symlink())

    def test_a_new_folder_has_the_modes_that_others_get(self):
        self.reprise("passages", SAMPLES, "--export", "pan=new")
        (self.folder / "like").mkdir()
        self.write("like/file", "")
        for name, like in (("new", "like"), ("new/pairs", "like/file")):
            self.assertEqual((self.folder / name).stat().st_mode, (self.folder / like).stat().st_mode)

    def test_what_stands_there_stays(self):
        self.write("full/notes.txt", "mine")
        self.write("file", "mine")
        (self.folder / "nowhere").symlink_to("absent/folder")
        for path, says in (("full", "not empty; name a new folder, or an empty one"), ("file", "Not a directory"),
                           ("absent/pan", "No such file"), ("nowhere", "No such file"), ("/dev/null", "Not a directory")):
            outcome = self.reprise("passages", SAMPLES, "--json", "out.json", "--export", "passages.csv=out.csv", "--export", f"pan={path}")
            self.check_failure(outcome, 2, path, says)
        self.assertEqual(self.files(), ["file", "full/notes.txt", "nowhere"])


class Outputs(Exports):
    def setUp(self):
        super().setUp()
        self.write("a.txt", article("one"))
        self.write("b.txt", article("two"))

    def check_refused(self, *exports, says=(), command="compare", more=()):
        with self.subTest(exports):
            before = self.files()
            arguments = [argument for export in exports for argument in ("--export", export)]
            self.check_failure(self.reprise(command, "a.txt", "b.txt", *more, *arguments), 2, *says)
            self.assertEqual(self.files(), before)

    def test_wrong_use(self):
        self.check_refused("passage.csv=x", says=["no export format 'passage.csv'; did you mean passages.csv\\?"])
        self.check_refused("qqqqqqq=x", says=["no export format 'qqqqqqq'; the formats are pairs.csv, documents.csv, passages.jsonl, passages.csv, cards \\(a folder\\), pan \\(a folder\\), .* and matrix"])
        self.check_refused("PASSAGES.CSV=x", says=["did you mean passages.csv\\?"])
        self.check_refused("matrix.Jacard.csv=x", says=["did you mean matrix.jaccard.csv\\?"])
        for name in ("matrix.csv", "matrix.foo.csv", "matrices.csv", "matrix"):
            self.check_refused(f"{name}=x", says=["those of matrices are matrix.MEASURE.csv, .npy or .svg \\(MEASURE: jaccard, containment, passages or points\\)"])
        self.check_refused("=x", says=["no export format ''"])
        self.check_refused("passages.csv", says=["FORMAT=PATH", "'passages.csv'"])
        self.check_refused("", says=["FORMAT=PATH"])
        self.check_refused("pan=", says=["pan= names no path"])
        self.check_refused("pan=-", says=["standard output can't be"])
        for command in ("matrix", "points"):
            self.check_refused("pan=x", command=command, says=[f"reprise {command} finds no passages", "reprise compare or reprise passages"])

    def test_two_outputs_in_one_place(self):
        self.check_refused("passages.csv=x", "passages.jsonl=x", says=["two outputs would go to x"])
        self.check_refused("passages.csv=x", "pan=./x/", says=["two outputs would go to \\./x/"])
        self.check_refused("passages.csv=x", more=["--json", "./x"], says=["two outputs would go to x"])
        self.check_refused("passages.csv=-", "passages.jsonl=-", says=["two outputs would go to standard output"])
        self.check_refused("passages.csv=-", more=["--json", "-"], says=["two outputs would go to standard output"])
        (self.folder / "link").symlink_to("x")
        self.check_refused("passages.csv=link", "pan=x", says=["two outputs would go to x"])
        outcome = self.reprise("compare", "a.txt", "--quiet", "--json", "/dev/null", "--export", "passages.csv=/dev/null")
        self.assertEqual(outcome, (0, "", ""))

    def test_an_output_that_is_an_input(self):
        self.write("metadata.csv", "file,title\na.txt,A\n")
        for path in ("a.txt", "./b.txt", "metadata.csv"):
            self.check_refused(f"passages.csv={path}", says=["is an input as well"])

    def test_a_wrong_path_fails_before_the_work(self):
        os.mkfifo(self.folder / "pipe.txt")  # that nobody writes: reading it would hang
        outcome = self.reprise("compare", "pipe.txt", "--export", "passages.csv=absent/x.csv", timeout=10)
        self.check_failure(outcome, 2, "absent/x.csv: can't be written")

    def test_standard_output_has_the_table_alone(self):
        for name in ("passages.csv", "passages.jsonl"):
            outcome = self.reprise("compare", "a.txt", "b.txt", "--export", f"{name}=-", "--export", "passages.jsonl=out.jsonl")
            self.assertEqual((outcome.code, outcome.err), (0, ""))
            self.assertTrue(outcome.out.startswith("passage_id," if name.endswith("csv") else '{"passage_id":0,'))
        self.assertEqual(outcome.out, (self.folder / "out.jsonl").read_text())

    def test_the_summary_stays_if_only_files_are_written(self):
        plain_summary = self.reprise("compare", "a.txt", "b.txt").out
        outcome = self.reprise("compare", "a.txt", "b.txt", "--export", "pan=p", "--export", "passages.csv=x.csv")
        self.assertEqual(outcome, (0, plain_summary, ""))

    def test_an_output_that_fills_up_keeps_the_others_away(self):
        outcome = self.reprise("compare", "a.txt", "b.txt", "--json", "out.json", "--export", "pan=p", "--export", "passages.csv=/dev/full")
        self.check_failure(outcome, 2, "/dev/full", "No space left")
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["a.txt", "b.txt"])

    def test_options_may_stand_in_a_file(self):
        self.write("options", "export = passages.csv=x.csv\nexport = pan=p\n")
        self.assertEqual(self.reprise("compare", "a.txt", "b.txt", "--config", "options").code, 0)
        self.assertTrue((self.folder / "x.csv").exists() and (self.folder / "p/pairs").exists())

    def test_a_signal_leaves_nothing_behind(self):
        os.mkfifo(self.folder / "pipe.txt")
        process = self.start("compare", "pipe.txt", "--json", "out.json", "--export", "pan=p", "--export", "passages.csv=x.csv")
        with process:
            for _ in range(500):
                if any(path.name.startswith(".p.reprise-") for path in self.folder.iterdir()):
                    break
                time.sleep(0.01)
            else:
                self.fail("no hidden folder beside p")
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=10)
        self.assertEqual(process.returncode, -signal.SIGTERM)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["a.txt", "b.txt", "pipe.txt"])


if __name__ == "__main__":
    unittest.main()

"""show: a saved report says what compare said, byte for byte; what is no report is refused in words, and leaves nothing behind."""

import json
import shutil
import subprocess
import unittest

from support import BOM, SAMPLES, ProgramTest, generated_texts
from test_offsets import article

OF_TEXTS = ["passages.jsonl", "passages.csv", "pan", "points.csv"]
OF_MATRICES = ["pairs.csv", "network.graphml", "network.gexf"] + [
    f"matrix.{measure}.{form}" for measure in ("jaccard", "containment", "passages", "points") for form in ("csv", "npy", "svg")]
LACKS_TEXTS = "lacks texts, which passages and points are shown from; write it "


class Same(ProgramTest):
    def check_same(self, *arguments, command="compare", code=0):
        """Saves a report, and holds what show makes of it against what the command itself wrote."""
        said = self.reprise(command, *arguments, "--json", "report.json")
        self.assertEqual(said.code, code, said.err)
        report = json.loads((self.folder / "report.json").read_bytes())
        self.check_schema(report)
        problems = len(report["problems"])
        stand = "1 problem with the input stands" if problems == 1 else f"{problems} problems with the input stand"
        told = f"reprise: {stand} in the report\n"
        self.assertEqual(self.reprise("show", "report.json"), (0, said.out, told if problems else ""))
        return said.out

    def test_samples(self):
        self.assertIn("Talking points: ", self.check_same(SAMPLES))
        self.check_same(SAMPLES, "--threshold", "0.9", "--chain", "--keep-case", "--keep-punctuation", "--fold-digits", "--drop-marks")
        self.check_same(SAMPLES, "--passage-unit", "characters", "--passage-seed", "12", "--shingles", "characters", "--language", "de")

    def test_limit(self):
        self.reprise("compare", SAMPLES, "--json", "report.json", "--quiet")
        for limit in (0, 1, 3, 1000):
            said = self.reprise("compare", SAMPLES, "--limit", limit).out
            self.assertEqual(self.reprise("show", "report.json", "--limit", limit), (0, said, ""))
        self.write("options.txt", "limit = 3\n")
        shown = self.reprise("show", "report.json", "--config", "options.txt").out
        self.assertEqual(shown, self.reprise("compare", SAMPLES, "--limit", 3).out)

    def test_every_way_to_write_a_text(self):
        self.write("in/utf8.txt", article("one"))
        self.write("in/bom.txt", BOM + article("two", "\r\n").encode())
        self.write("in/little.txt", b"\xff\xfe" + article("one", "\r\n").encode("utf-16-le"))
        self.write("in/big.txt", b"\xfe\xff" + article("two").encode("utf-16-be") + b"\x00")
        self.write("in/broken.txt", article("two").encode().replace(b"bicycles", b"\xff\xfe bic\xe9cles") + b"\xe2\x82")
        self.write("in/copy.txt", article("one"))
        self.write("in/empty.txt", "")
        self.write("in/metadata.csv", "file,title,source,date,mood\nutf8.txt,A caf\u00e9,Wire,2031-03-01,\"glad, \"\"so\"\"\"\nbig.txt,\x1b[31m,Post,2031-03,\n")
        report = self.check_same("in")
        self.assertIn("Near-duplicates: ", report)

    def test_records(self):
        texts = generated_texts(12)
        records = [{"text": t, "id": i, "title": texts[0].split("\n")[0], "date": f"2031-01-{i + 1:02}", "n": [1.50, {"a": None}]} for i, t in enumerate(texts)]
        self.write_jsonl("in.jsonl", records)
        self.check_same("in.jsonl")
        self.write("bad.jsonl", (self.folder / "in.jsonl").read_bytes() + b'{"text": "big", "n": 1e999}\nno record\n')
        self.check_same("bad.jsonl", code=3)
        self.assertEqual(self.reprise("show", "report.json", "--quiet"), (0, "", "reprise: 1 problem with the input stands in the report\n"))

    def test_more_documents_than_a_full_matrix_holds(self):
        texts = generated_texts(1010, words_each=20)
        self.write_jsonl("in.jsonl", [{"text": t} for t in texts + texts[:5]])
        self.check_same("in.jsonl")

    def test_a_report_of_matrices(self):
        self.check_same(SAMPLES, command="matrix")

    def test_nothing_found(self):
        self.write("a.txt", "Nothing that anybody else says.")
        self.write("b.txt", "Quite another thing.")
        for paths in (("a.txt",), ("a.txt", "b.txt")):
            self.check_same(*paths)

    def check_exports(self, formats, *arguments, command="compare"):
        """Holds what show exports from a report against what the command itself exported, byte for byte."""
        written = []
        for folder, said in (("one", [command, *arguments, "--json", "report.json"]), ("two", ["show", "report.json"])):
            shutil.rmtree(self.folder / folder, ignore_errors=True)
            (self.folder / folder).mkdir()
            outputs = [a for name in formats for a in ("--export", f"{name}={folder}/{name}")]
            self.assertEqual(self.reprise(*said, "--quiet", *outputs), (0, "", ""))
            root = self.folder / folder
            written.append({p.relative_to(root): p.read_bytes() for p in root.rglob("*") if p.is_file()})
        self.assertEqual(*written)
        self.assertGreaterEqual(len(written[0]), len(formats))

    def test_exports(self):
        self.check_exports(OF_TEXTS + OF_MATRICES, SAMPLES)
        outcome = self.reprise("show", "report.json", "--export", "passages.csv=-")
        self.assertEqual((outcome.code, outcome.out.encode()), (0, (self.folder / "one/passages.csv").read_bytes()))

    def test_exports_of_a_report_of_matrices(self):
        self.check_exports(OF_MATRICES, SAMPLES, command="matrix")

    def test_exports_of_more_documents_than_a_full_matrix_holds(self):
        texts = generated_texts(1010, words_each=20)
        self.write_jsonl("in.jsonl", [{"text": t} for t in texts + texts[:5]])
        small = [name for name in OF_MATRICES if not name.endswith((".csv", ".npy"))] + ["pairs.csv"]
        self.check_exports(OF_TEXTS + small, "in.jsonl", "--floor", "0")
        self.check_exports(small, "in.jsonl", "--floor", "0", command="matrix")

    def test_pages(self):
        self.write("a.txt", article("one"))
        self.write("b.txt", article("two"))
        # Another mention's attribution is the nearer one.
        claim = "the company said. The yard at Orvik will lose 340 jobs before spring, the company said. "
        self.write("c.txt", f"Gulls are loud, and the baker opens at six. Demand fell, {claim} Rain is expected all week, with wind from the west.")
        self.write("d.txt", f"Chess is played on Sundays in the old hall. Profits rose, {claim} Nobody knows when the library opens again.")
        for paths in ([SAMPLES], ["a.txt", "b.txt"], ["c.txt", "d.txt"]):
            self.reprise("compare", *paths, "--json", "report.json", "--html", "one.html", "--quiet")
            self.assertEqual(self.reprise("show", "report.json", "--html", "two.html", "--quiet"), (0, "", ""))
            self.assertEqual((self.folder / "one.html").read_bytes(), (self.folder / "two.html").read_bytes())
        self.assertIn("attributed_at", (self.folder / "report.json").read_text())

    def test_standard_input_and_compression(self):
        said = self.reprise("compare", SAMPLES, "--json", "report.json").out
        data = (self.folder / "report.json").read_bytes()
        self.assertEqual(self.reprise("show", "-", stdin=data), (0, said, ""))
        for program, ending in (("gzip", "gz"), ("zstd", "zst")):
            packed = subprocess.run([program, "-qc"], input=data, stdout=subprocess.PIPE, check=True).stdout
            self.write(f"report.json.{ending}", packed)
            self.assertEqual(self.reprise("show", f"report.json.{ending}"), (0, said, ""))
            self.write("cut", packed[:-20])
            self.check_failure(self.reprise("show", "cut"), 2, "^reprise: cut: ")

    def test_a_report_that_another_program_wrote_anew(self):
        said = self.reprise("compare", SAMPLES, "--json", "report.json").out
        report = json.loads((self.folder / "report.json").read_bytes())
        self.write("again.json", BOM + json.dumps({"comment": "ours", **report}, indent=2, ensure_ascii=True).encode())
        self.assertEqual(self.reprise("show", "again.json"), (0, said, ""))

    def test_threads_do_not_change_a_byte(self):
        said = self.reprise("compare", SAMPLES, "--json", "report.json").out
        for threads in (1, 2, 7):
            self.assertEqual(self.reprise("show", "report.json", "--threads", threads).out, said)


class Refused(ProgramTest):
    def setUp(self):
        super().setUp()
        self.reprise("compare", SAMPLES, "--json", "report.json", "--quiet")

    def check_refused(self, *arguments, says):
        before = self.files()
        with self.subTest(arguments):
            self.check_failure(self.reprise("show", *arguments), 2, *says)
            self.assertEqual(self.files(), before)

    def test_wrong_use(self):
        self.check_refused(says=["name a report, as in 'reprise show report.json'"])
        self.check_refused("report.json", "report.json", says=["one report, not 2"])
        self.check_refused("report.json", "--limits", "3", says=["no option --limits; did you mean --limit\\?"])
        self.check_refused("report.json", "--threads", "1025", says=["at most 1,024"])
        self.check_refused("report.json", "--limit", "-1", says=["--limit takes a whole number"])
        self.check_refused("report.json", "--export", "passages.csv=report.json", says=["report.json is an input as well"])
        self.check_refused("report.json", "--export", "passages.csv=x", "--export", "pan=x", says=["two outputs would go to x"])
        self.check_refused("nowhere.json", "--export", "passages.csv=x", says=["nowhere.json: can't be opened"])
        self.check_refused(".", says=["is a folder"])

    def test_standard_input_is_an_input_too(self):
        with open(self.folder / "report.json", "rb") as report:
            process = self.start("show", "-", "--export", "passages.csv=report.json", stdin=report)
            out, err = process.communicate(timeout=60)
        self.assertEqual((process.returncode, out), (2, b""))
        self.assertIn(b"report.json is an input as well", err)

    def test_reports_that_hold_less(self):
        self.reprise("compare", SAMPLES, "--json", "no-text.json", "--no-text", "--quiet")
        for command in ("passages", "points"):
            self.reprise(command, SAMPLES, "--json", f"{command}.json", "--quiet")
        for name, remedy in (("no-text", "again without --no-text\n"), ("passages", "with reprise compare --json, which puts them in\n"),
                             ("points", "with reprise compare --json, which puts them in\n")):
            self.check_refused(f"{name}.json", says=[f"reprise: {name}.json: {LACKS_TEXTS}{remedy}"])
        self.reprise("matrix", SAMPLES, "--json", "matrix.json", "--quiet")
        self.check_refused("matrix.json", "--html", "x.html", says=["matrix.json: holds no texts, which a page shows; write it with reprise compare --json"])
        self.check_refused("matrix.json", "--export", "passages.csv=x", says=["reprise show matrix.json finds no passages, which passages.csv would hold"])

    def test_what_is_no_report(self):
        self.write("text.json", "The ferry is late.")
        self.write("empty.json", "")
        self.write("other.json", '{"documents": []}')
        self.write("later.json", (self.folder / "report.json").read_text().replace("reprise.report/1", "reprise.report/2", 1))
        self.write("little.json", b"\xff\xfe" + (self.folder / "report.json").read_text().encode("utf-16-le"))
        self.write("big.json", b"\xfe\xff" + (self.folder / "report.json").read_text().encode("utf-16-be"))
        self.write("cut.json", (self.folder / "report.json").read_bytes()[:50000])
        self.write_jsonl("in.jsonl", [{"text": "One two three."}, {"text": "Four five six."}])
        self.reprise("dedup", "in.jsonl", "-o", "out.jsonl", "--json", "dedup.json", "--quiet")
        for name, says in (("text", "no JSON"), ("empty", "it is empty"), ("other", "is no report of Reprise"), ("cut", "no JSON"),
                           ("little", "no JSON: it is UTF-16; save it as UTF-8"), ("big", "no JSON: it is UTF-16; save it as UTF-8"),
                           ("later", "schema: is not reprise.report/1; read it with the version of Reprise that wrote it"),
                           ("dedup", "is the summary of reprise dedup, which holds no documents")):
            self.check_refused(f"{name}.json", "--export", "passages.csv=out.csv", says=[f"^reprise: {name}.json: ", says])

    def test_names_cannot_drive_a_terminal(self):
        for name in ("a\x1b[31mb", "a\nb\x9bm", "a\u202eb"):
            outcome = self.reprise("show", name)
            self.assertEqual(outcome.code, 2)
            self.assertRegex(outcome.err, r"\Areprise: a[ -~]*: can't be opened: No such file or directory; check the path\n\Z")

    def test_matrices_that_are_not_there(self):
        report = json.loads((self.folder / "report.json").read_bytes())
        self.write("none.json", json.dumps({**report, "matrices": []}))
        self.check_refused("none.json", "--export", "network.gexf=x", says=["none.json: matrices: does not hold one matrix of jaccard, but 0"])

    def test_a_report_without_points_or_stories_has_networks_too(self):
        report = json.loads((self.folder / "report.json").read_bytes())
        documents = [{k: v for k, v in d.items() if k != "story"} for d in report["documents"]]
        self.write("older.json", json.dumps({**report, "documents": documents, "points": None}))
        self.assertEqual(self.reprise("show", "older.json", "--quiet", "--export", "network.gexf=x", "--export", "matrix.points.svg=y").code, 0)

    def test_values_are_named_by_their_place(self):
        report = json.loads((self.folder / "report.json").read_bytes())
        report["points"][3]["mentions"][0]["begin"] = "7"
        self.write("report.json", json.dumps(report))
        self.check_refused("report.json", says=[r"^reprise: report.json: points\[3\].mentions\[0\].begin: is no whole number, 0 or more; "])


class Help(ProgramTest):
    def test_help(self):
        self.assertRegex(self.reprise("--help").out, r"(?m)^  show  ")
        outcome = self.reprise("show", "--help")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        self.assertRegex(outcome.out, r"\Ausage: reprise show \[OPTION\.\.\.\] REPORT\.json\n")
        self.assertRegex(outcome.out, r"--limit N \(=10\)")
        self.check_failure(self.reprise("shwo", "report.json"), 2, "did you mean show\\?")


if __name__ == "__main__":
    unittest.main()

"""Every file is read as what it is, whatever its name and packing; what is not read is refused with a remedy."""

import gzip
import io
import json
import subprocess
import tarfile
import unittest
import zipfile

from support import COMMANDS, PROGRAM, ProgramTest, clean_environment, strict_json

TEXTS = ("The harbour of Ostrell closed for nine days after the storm, and 40 boats were lost.",
         "Plum jam wants patience, sugar, a wide pan and a wooden spoon.")
RECORDS = "".join(json.dumps({"text": text}) + "\n" for text in TEXTS).encode()


def zstd(content, *options):
    return subprocess.run(["zstd", "-qc", *options], input=content, stdout=subprocess.PIPE, check=True).stdout


PACKERS = {"": bytes, ".gz": gzip.compress, ".zst": zstd}


def archive(*names):
    """A zip archive with these entries."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as entries:
        for name in names:
            entries.writestr(name, TEXTS[0])
    return file.getvalue()


def tar():
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as entries:
        entries.addfile(tarfile.TarInfo("a.txt"))
    return file.getvalue()


class FormatTest(ProgramTest):
    def count(self, *arguments, code=0):
        """Every command reads so many documents."""
        counts = set()
        for command in COMMANDS:
            outcome = self.reprise(command, *arguments, "--json", "-")
            self.assertEqual(outcome.code, code, outcome.err)
            counts.add(len(strict_json(outcome.out)["documents"]))
        outcome = self.reprise("dedup", *arguments, "--dry-run", "--json", "-", "--quiet")
        self.assertEqual(outcome.code, code, outcome.err)
        counts.add(strict_json(outcome.out)["summary"]["read"])
        self.assertEqual(len(counts), 1)
        return counts.pop()


class JsonLines(FormatTest):
    def test_by_whatever_name_they_come(self):
        for ending in (".jsonl", ".JSONL", ".ndjson", ".jl", ".json", ".Json", "", ".dump"):
            for packing, pack in PACKERS.items():
                for name in {f"a{ending}{packing}", f"a{ending}{packing.upper()}"}:
                    with self.subTest(name):
                        self.write(name, pack(RECORDS))
                        self.assertEqual(self.count(name), 2)

    def test_through_process_substitution(self):
        self.write("a.jsonl.zst", zstd(RECORDS))
        for command in ("compare --json -", "dedup -o -"):
            for producer in ("zstd -dc a.jsonl.zst", "cat a.jsonl.zst"):
                script = f'exec "$0" {command} <({producer}) --quiet'
                done = subprocess.run(["bash", "-c", script, PROGRAM], cwd=self.folder, env=clean_environment(),
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                if command.startswith("dedup"):
                    self.assertEqual(done.stdout, RECORDS)
                else:
                    self.assertEqual(len(strict_json(done.stdout.decode())["documents"]), 2)

    def test_a_text_through_process_substitution_is_a_text(self):
        script = f'exec "$0" dedup <(echo "{TEXTS[0]}") <(echo "{TEXTS[0]}") -o out.txt --quiet; '
        done = subprocess.run(["bash", "-c", script, PROGRAM], cwd=self.folder, env=clean_environment(),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual((self.folder / "out.txt").read_text().count("/dev/fd/"), 1)

    def test_pipes_of_both_kinds_do_not_go_into_one_file(self):
        self.write("a.jsonl", RECORDS)
        for inputs, says in (("<(cat a.jsonl) <(echo text)", "text files, JSONL and tables don't go into one file"),
                             ("<(echo text) --annotate kept", "a text file can't be annotated")):
            done = subprocess.run(["bash", "-c", f'exec "$0" dedup {inputs} -o out --quiet', PROGRAM], cwd=self.folder,
                                  env=clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
            self.assertEqual(done.returncode, 2)
            self.assertIn(says, done.stderr.decode())
            self.assertEqual(self.files(), ["a.jsonl"])

    def test_the_format_that_is_given_wins(self):
        self.write("a.txt", RECORDS)
        self.write("a.jsonl", RECORDS)
        self.assertEqual((self.count("a.txt"), self.count("a.jsonl")), (1, 2))
        self.assertEqual((self.count("a.txt", "--format", "jsonl"), self.count("a.jsonl", "--format", "text")), (2, 1))
        self.check_failure(self.reprise("compare", "a.txt", "--format", "docx"), 2, "--format takes auto|text|jsonl|csv|html|feed|office|pdf|warc, not 'docx'")

    def test_json_that_is_no_record_a_line(self):
        self.write("a.json", json.dumps([{"text": text} for text in TEXTS], indent=1))
        self.assertEqual(self.count("a.json", code=3), 0)
        self.assertIn("a.json: does not begin with a JSON object in one line; write one JSON object a line", self.reprise("compare", "a.json").err)

    def test_windows_of_two_gibibytes(self):
        for option in ("--long=28", "--long=31"):
            self.write("a.jsonl.zst", zstd(RECORDS, option) + zstd(RECORDS, option))
            self.assertEqual(self.count("a.jsonl.zst"), 4)


class Folders(FormatTest):
    def test_give_every_known_ending_in_any_case(self):
        names = ["a.txt", "b.TXT", "c.Md", "d.txt.gz", "e.md.ZST"]
        for name in names:
            self.write(f"in/{name}", PACKERS.get(name[name.rfind("."):].lower(), bytes)(TEXTS[0].encode()))
        lines = ["f.jsonl", "g.NDJSON", "h.jl.gz", "i.json", "j.JSON.zst"]
        for name in lines:
            self.write(f"in/{name}", PACKERS.get(name[name.rfind("."):].lower(), bytes)(RECORDS))
        self.write("in/settings.json", "[1]")
        self.assertEqual(self.count("in"), len(names) + 2 * len(lines))
        self.assertIn("in: skipped 1 file ('settings.json'); write .json as JSONL", self.reprise("compare", "in").err)

    def test_are_mirrored_with_names_and_packing(self):
        inputs = {"b/a.NDJSON.GZ": gzip.compress(RECORDS), "c.jl.zst": zstd(RECORDS[:-1] + b" \n"), "d.JSON": RECORDS,
                  "a.TXT": TEXTS[0].encode(), "e.txt.gz": gzip.compress(b"Something else, and quite short.")}
        for name, content in inputs.items():
            self.write(f"in/{name}", content)
        self.assertEqual(self.reprise("dedup", "in", "-o", "out/", "--quiet").code, 0)
        self.assertEqual([n for n in self.files() if n.startswith("out")], sorted(f"out/{name}" for name in inputs))
        self.assertEqual((self.folder / "out/e.txt.gz").read_bytes(), inputs["e.txt.gz"])
        self.assertEqual(gzip.decompress((self.folder / "out/b/a.NDJSON.GZ").read_bytes()), RECORDS[RECORDS.index(b"\n") + 1:])


class Foreign(FormatTest):
    READ = {"pdf": (b"%PDF-1.4\n%\xe2\xe3", "a PDF file"),
            "docx": (archive("[Content_Types].xml", "word/document.xml"), "a Word file")}
    FILES = {"xlsx": (archive("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet"),
             "zip": (archive("a.txt"), "a zip archive"),
             "tar": (tar(), "a tar archive"),
             "parquet": (b"PAR1\x15\x04\x15\x10\x15", "a Parquet file"),
             "bz2": (b"BZh91AY&SY\x00\x01", "packed with bzip2"),
             "png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", r"a picture \(PNG\)")}

    def test_are_refused_by_their_bytes_under_every_name(self):
        self.write("good.txt", TEXTS[0])
        for kind, (content, what) in self.FILES.items():
            for name in (f"a.{kind}", "a.txt", "a.jsonl", "a.gz"):
                with self.subTest(name, kind=kind):
                    self.write(name, gzip.compress(content) if name == "a.gz" else content)
                    self.assertEqual(self.count(name, "good.txt", code=3), 1)
                    for command in ("compare", "dedup"):
                        outcome = self.reprise(command, name, *(["--dry-run"] if command == "dedup" else []))
                        self.assertRegex(outcome.err, rf"\Areprise: {name}: is {what}, which is not read; \w.*\n\Z")

    def test_what_is_read_by_its_name_is_refused_under_the_name_of_a_text(self):
        for kind, (content, what) in self.READ.items():
            for name in ("a.txt", "a.jsonl", "a.csv"):
                with self.subTest(name, kind=kind):
                    self.write(name, content)
                    outcome = self.reprise("compare", name)
                    self.assertEqual(outcome.code, 3)
                    self.assertRegex(outcome.err, rf"\Areprise: {name}: is {what}, which is not read; let its name end with \.{kind}.*\n\Z")

    def test_on_standard_input(self):
        for options in ((), ("--format", "text")):
            outcome = self.reprise("compare", "-", *options, stdin=self.FILES["png"][0])
            self.assertEqual(outcome.code, 3)
            self.assertRegex(outcome.err, r"\Areprise: -: is a picture")

    def test_in_a_folder_endings_are_counted_and_false_names_rejected(self):
        self.write("in/good.txt", TEXTS[0])
        for kind, (content, _) in self.FILES.items():
            self.write(f"in/{kind}/a.{kind}", content)
        self.assertEqual(self.count("in"), 1)
        self.assertRegex(self.reprise("compare", "in").err, r"\Areprise: in: skipped 6 files \(1 .bz2, .*\n\Z")
        self.write("in/false.txt", self.READ["docx"][0])
        self.assertEqual(self.count("in", code=3), 1)


if __name__ == "__main__":
    unittest.main()

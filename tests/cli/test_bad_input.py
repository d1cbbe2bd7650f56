"""Whatever comes in, the program ends in good time, says what is wrong, where, and what to do, and loses nothing good."""


import json
import os
import shutil
import signal
import stat
import subprocess
import time
import unittest

from support import BOM, COMMANDS, PROGRAM, SAMPLES, ProgramTest, generated_texts, matrix, strict_json

GOOD = "The harbour of Ostrell closed for nine days after the storm, and 40 boats were lost.\n"
OTHER = "Plum jam wants patience, sugar, a wide pan and a wooden spoon.\n"
NOBODY = 65534


class BadInputTest(ProgramTest):
    def check(self, *arguments, code, documents, says=(), dedup=()):
        """Every command takes the input alike: exit code, messages, documents read, and a report that agrees.

        `dedup`: options for that command alone.
        """
        for command in COMMANDS:
            outcome = self.reprise(command, *arguments, "--json", "report.json")
            self.assertEqual(outcome.code, code, outcome.err)
            for message in says:
                self.assertRegex(outcome.err, message)
            self.assertTrue(all(line.startswith("reprise: ") for line in outcome.err.splitlines()), outcome.err)
            report = strict_json((self.folder / "report.json").read_text())
            self.check_schema(report)
            self.assertEqual(len(report["documents"]), documents)
            self.assertEqual(outcome.err.count("\n"), len(report["problems"]))
            self.assertEqual(any(p["rejected"] for p in report["problems"]), code == 3)
            self.assertTrue(all(p["remedy"] for p in report["problems"]))
        self.check_dedup(*arguments, *dedup, code=code, documents=documents, says=says)
        return report

    def check_dedup(self, *arguments, code, documents, says):
        outcome = self.reprise("dedup", *arguments, "--dry-run", "--json", "summary.json", "--quiet")
        self.assertEqual(outcome.code, code, outcome.err)
        for message in says:
            self.assertRegex(outcome.err, message)
        summary = strict_json((self.folder / "summary.json").read_text())
        self.assertEqual(summary["summary"]["read"], documents)
        self.assertEqual(outcome.err.count("\n"), len(summary["problems"]))
        self.assertEqual(any(p["rejected"] for p in summary["problems"]), code == 3)


class FewOrNoWords(BadInputTest):
    def test_empty_file(self):
        self.write("empty.txt", b"")
        report = self.check("empty.txt", code=0, documents=1)
        self.assertEqual((report["documents"][0]["bytes"], report["documents"][0]["words"]), (0, 0))

    def test_empty_folder(self):
        (self.folder / "in").mkdir()
        self.check("in", code=0, documents=0, says=["in: the folder holds nothing to read; put .txt"])
        self.assertIn("Nothing to compare", self.reprise("compare", "in").out)

    def test_empty_jsonl_of_every_kind(self):
        for name in ("in.jsonl", "in.jsonl.gz", "in.jsonl.zst"):
            self.write_jsonl(name, [])
            self.check(name, code=0, documents=0)

    def test_no_words_at_all(self):
        for i, text in enumerate(("?!", " \n\t ", "...", "🚲🚲", "\ufeff")):
            self.write(f"in/{i}.txt", text)
        self.check("in", code=0, documents=5)
        jaccard = matrix(self.report("matrix", "in"), "jaccard")["values"]
        self.assertEqual(jaccard, [[float(i == j) for j in range(5)] for i in range(5)])

    def test_one_document(self):
        self.write("a.txt", GOOD)
        self.check("a.txt", code=0, documents=1)
        self.assertIn("One document alone", self.reprise("compare", "a.txt").out)

    def test_two_identical(self):
        self.write("a.txt", GOOD)
        self.write("b.txt", GOOD)
        report = self.report("compare", "a.txt", "b.txt")
        self.assertEqual(report["clusters"], [{"documents": [0, 1], "kept": 0, "similarity": [1, 1]}])
        self.assertEqual([p["identity"] for p in report["passages"]], [1])
        self.assertEqual(report["points"], [])

    def test_the_same_file_named_twice(self):
        self.write("a.txt", GOOD)
        self.check("a.txt", "a.txt", code=0, documents=2)


class Records(BadInputTest):
    def check_line(self, line, *says, documents=2, code=3, dedup=()):
        with self.subTest(line[:60]):
            good = [json.dumps({"text": t}).encode() for t in (GOOD, OTHER)]
            self.write("in.jsonl", b"\n".join([good[0], line, good[1]]) + b"\n")
            return self.check("in.jsonl", code=code, documents=documents, says=[rf"in\.jsonl:2: .*{s}" for s in says],
                              dedup=dedup)

    def test_broken_json(self):
        for line in (b"{", b'{"text": "a" "b"}', b"{'text': 'a'}", b'{"text": "a"', b'{"text": "a"} x', b'{"text": "a",}',
                     b'{"text": NaN}', b"text", b"\x00\x01\x02", b'{"text": "a\tb"}', b"[" * 5000 + b"]" * 5000):
            self.check_line(line, "no JSON: .*; write one JSON object a line")

    def test_json_that_is_no_object(self):
        for line in (b"[]", b'"text"', b"17", b"null"):
            self.check_line(line, "the record is no JSON object")

    def test_missing_text(self):
        for line in (b"{}", b'{"body": "a"}', b'{"text": null}'):
            self.check_line(line, 'the record has no "text"; name the field that holds the text with --text-field')

    def test_text_that_is_no_string(self):
        for line in (b'{"text": 17}', b'{"text": ["a"]}', b'{"text": {"text": "a"}}', b'{"text": true}'):
            self.check_line(line, '"text" is no string')

    def test_a_date_that_is_none(self):
        for date in ("yesterday", "2031-02-30", "2031-13", "03/04/2031", "2031-02-06T14:30 CET", "20310206", " 2031"):
            report = self.check_line(json.dumps({"text": "x", "date": date}).encode(), f'"{date}" is no date.*; write dates as ISO 8601',
                                     documents=3, code=0, dedup=("--keep", "newest"))
            self.assertIsNone(report["documents"][1]["date"])

    def test_repeated_and_missing_ids(self):
        self.write_jsonl("in.jsonl", [{"text": GOOD, "id": "x"}, {"text": OTHER, "id": "x"}, {"text": "c"}, {"text": "d", "id": 7.0},
                                      {"text": "e", "id": None}, {"text": "f", "id": True}])
        documents = self.check("in.jsonl", code=0, documents=6)["documents"]
        self.assertEqual([d["id"] for d in documents], ["x", "x", "in.jsonl:3", "7.0", "in.jsonl:5", "true"])
        self.assertEqual([d["where"] for d in documents], [f"in.jsonl:{n}" for n in range(1, 7)])

    def test_numbers_larger_than_any_computer_holds_pass_through(self):
        self.write("in.jsonl", '{"text": "a", "big": [1e400, 123456789012345678901234567890, -1e999], "id": 1e400}\n')
        out = self.reprise("compare", "in.jsonl", "--json", "-").out
        self.assertIn("[1e400, 123456789012345678901234567890, -1e999]", out)
        self.assertEqual(strict_json(out)["documents"][0]["id"], "1e400")

    def test_blank_lines_crlf_and_byte_order_mark_are_no_fault(self):
        self.write("in.jsonl", BOM + b'\r\n\n{"text": "a"}\r\n  \n{"text": "b"}')
        report = self.check("in.jsonl", code=0, documents=2)
        self.assertEqual([d["where"] for d in report["documents"]], ["in.jsonl:3", "in.jsonl:5"])

    def test_invalid_utf8_is_said_once_a_file(self):
        self.write("in.jsonl", b'{"text": "caf\xe9"}\n' * 20)
        report = self.check("in.jsonl", code=0, documents=20, says=["in.jsonl: some records hold bytes that are no valid UTF-8.*iconv"])
        self.assertEqual(len(report["problems"]), 1)
        self.write("in.txt", "café ü ".encode() * 20 + b"\xff\xff \xff")
        report = self.check("in.txt", code=0, documents=1, says=["in.txt: 2 places are no valid UTF-8.*U\\+FFFD.*--encoding"])
        self.assertEqual(len(report["problems"]), 1)

    def test_a_wrong_name_of_the_text_is_said_once_with_the_names_that_are_there(self):
        self.write("in.jsonl", '{"id": 1, "body": "x", "meta": {"site": "a"}}\n' * 30)
        self.check("in.jsonl", "--text-field", "bdoy", code=3, documents=0,
                   says=['in.jsonl: of 30 records none has a text: .*"bdoy"; its fields are "id", "body", "meta", "meta.site"; name the field'])

    def test_other_encodings_are_read_and_said(self):
        articles = {"windows-1251": "Мост снова закрыт, сказал вчера мэр города, и никто не знает, когда его откроют для движения.",
                    "GB18030": "市长昨天说，这座桥将继续关闭到春天，因为工人又发现了两条裂缝，没有人知道什么时候能够重新开放交通。",
                    "Shift_JIS": "市長は昨日、橋は春まで閉鎖されたままだと述べた。作業員がさらに二つのひび割れを見つけたからである。",
                    "UTF-16LE": "The mayor said that the bridge stays closed until spring, for two more cracks were found."}
        for encoding, article in articles.items():
            self.write("in/a.txt", article.encode(encoding.lower()))
            says = [f"in/a.txt: is no UTF-8, and read as {encoding} .certainty [0-9]+ of 100.; if that is wrong, name .*--encoding"]
            for path in ["in", "in/a.txt"]:
                self.check(path, code=0, documents=1, says=says)
                document, = self.report("compare", path)["documents"]
                self.assertEqual(document["text"], article)
                self.assertEqual(document["bytes"], len(article.encode(encoding.lower())))
                self.assertEqual(document["encoding"].lower(), encoding.lower())

    def test_an_encoding_that_is_named_wins_and_one_that_cannot_be_told_is_asked_for(self):
        text = "Žluťoučký kůň"
        self.write("a.txt", text.encode("iso-8859-2"))
        self.check("a.txt", "--encoding", "ISO-8859-2", code=0, documents=1)
        report = self.report("compare", "a.txt", "--encoding", "ISO-8859-2")
        self.assertEqual((report["documents"][0]["text"], report["documents"][0]["encoding"]), (text, "ISO-8859-2"))
        self.assertEqual(report["problems"], [])
        self.write("b.txt", bytes(range(0x80, 0xff)) + b" \x81\x8d")
        self.check("b.txt", code=3, documents=0, says=["b.txt: is no UTF-8, and which encoding it is can't be told; name its encoding: --encoding NAME"])
        self.check("b.txt", "--encoding", "gb18030", code=3, documents=0, says=["b.txt: can't be read as gb18030"])
        self.check_failure(self.reprise("compare", "a.txt", "--encoding", "windows-99999"), 2,
                           "the encoding 'windows-99999': is not known; name one")

    def test_half_a_surrogate_pair_nan_and_marks_inside_are_said_once_a_file(self):
        line = BOM + b'{"text": "cut \\ud83d", "score": NaN}\n'
        self.write("in.jsonl", line * 20)
        report = self.report("compare", "in.jsonl")
        self.check("in.jsonl", code=0, documents=20,
                   says=["in.jsonl: some records hold half of a surrogate pair; it reads as U.FFFD; ",
                         "in.jsonl: some records hold NaN or Infinity.*; it reads as null; ",
                         "in.jsonl: some records come after a byte-order mark; "])
        self.assertEqual(len(report["problems"]), 3)
        self.assertEqual(report["documents"][0]["text"], "cut \ufffd")
        self.assertEqual(report["documents"][0]["extra"], {"score": None})

    def test_what_is_mended_is_kept_byte_for_byte(self):
        lines = [BOM + b'{"text": "one \\ud83d text of five words", "x": NaN}\n', BOM + b'{"text": "another caf\xe9"}\n']
        self.write("in.jsonl", b"".join(lines))
        self.assertEqual(self.reprise("dedup", "in.jsonl", "-o", "out.jsonl", "--quiet").code, 0)
        self.assertEqual((self.folder / "out.jsonl").read_bytes(), b"".join(line[len(BOM):] for line in lines))

    def test_many_bad_records_do_not_flood_the_terminal(self):
        self.write("in.jsonl", "{}\n" * 5000)
        outcome = self.reprise("matrix", "in.jsonl", "--json", "report.json")
        self.assertEqual(outcome.code, 3)
        self.assertLess(outcome.err.count("\n"), 200)
        self.assertIn("4900 more problems", outcome.err.replace(",", ""))
        self.assertEqual(len(strict_json((self.folder / "report.json").read_text())["problems"]), 5000)


class Files(BadInputTest):
    def setUp(self):
        super().setUp()
        self.write("good.txt", GOOD)

    def test_truncated_archives_keep_what_came_before(self):
        records = [{"text": text} for text in generated_texts(120)]
        for name, what in (("in.jsonl.gz", "the gzip data ends too early"), ("in.jsonl.zst", "the Zstandard data ends too early")):
            whole = self.write_jsonl(name, records).read_bytes()
            if name.endswith(".zst"):  # several frames, so that something comes before the cut
                whole = whole + whole
            for size in (len(whole) - 1, len(whole) * 3 // 4, 5):
                with self.subTest(name, size=size):
                    self.write(name, whole[:size])
                    outcome = self.reprise("matrix", name, "--json", "report.json", "--quiet")
                    self.assertEqual(outcome.code, 3)
                    self.assertRegex(outcome.err, rf"\Areprise: {name}: {what}; what came before was read.*\n\Z")
                    count = len(strict_json((self.folder / "report.json").read_text())["documents"])
                    self.assertEqual(count > 30, size > 5)
                    self.check_dedup(name, code=3, documents=count, says=[rf"\Areprise: {name}: {what}"])

    def test_damaged_archives(self):
        for name in ("in.jsonl.gz", "in.jsonl.zst"):
            data = bytearray(self.write_jsonl(name, [{"text": t} for t in generated_texts(50)]).read_bytes())
            data[len(data) // 2:len(data) // 2 + 40] = bytes(40)
            self.write(name, bytes(data))
            for command in (*COMMANDS, "dedup"):
                outcome = self.reprise(command, name, "good.txt", *(["--dry-run"] if command == "dedup" else []))
                self.assertEqual(outcome.code, 3)
                # Said first: what inflates behind the damage is noise, which may be many lines.
                self.assertRegex(outcome.err, rf"\Areprise: {name}: .*(damaged|no gzip data).*; ")

    def test_archive_that_is_none(self):
        self.write("in.jsonl.gz", json.dumps({"text": GOOD}) + "\n")
        self.check("in.jsonl.gz", code=0, documents=1)

    def as_nobody(self):
        """What runs the program as somebody to whom files can be forbidden: a copy, since the build may lie out of reach."""
        if os.getuid() != 0:
            return {}
        os.chmod(self.folder, 0o777)
        program = shutil.copy(PROGRAM, self.folder / "program")
        return {"program": program, "user": NOBODY, "group": NOBODY, "extra_groups": []}

    def test_unreadable_file_among_good_ones(self):
        self.write("in/secret.txt", OTHER).chmod(0)
        self.write("in/good.txt", GOOD)
        options = self.as_nobody()
        outcome = self.reprise("compare", "in", "--json", "report.json", **options)
        self.assertEqual(outcome.code, 3)
        self.assertIn("in/secret.txt: can't be opened: Permission denied; allow yourself to read it", outcome.err)
        report = strict_json((self.folder / "report.json").read_text())
        self.assertEqual([d["id"] for d in report["documents"]], ["good.txt"])

    def test_unreadable_folder_among_good_ones(self):
        self.write("in/secret/a.txt", OTHER)
        self.write("in/good.txt", GOOD)
        os.chmod(self.folder / "in/secret", 0)
        options = self.as_nobody()
        outcome = self.reprise("compare", "in", **options)
        os.chmod(self.folder / "in/secret", 0o700)
        self.assertEqual(outcome.code, 3)
        self.assertIn("in/secret: the folder can't be read: Permission denied; allow yourself to read it", outcome.err)

    def test_broken_links(self):
        (self.folder / "broken.txt").symlink_to("nowhere")
        outcome = self.reprise("compare", "broken.txt", "good.txt", "--json", "report.json")
        self.check_failure(outcome, 2, "broken.txt: no such file or folder; check the path")
        self.write("in/good.txt", GOOD)
        (self.folder / "in/broken.txt").symlink_to("nowhere")
        (self.folder / "in/loop.txt").symlink_to("loop.txt")
        self.check("in", code=3, documents=1, says=["in/broken.txt: can't be opened: No such file", "in/loop.txt: can't be opened"])

    def test_a_path_that_does_not_exist(self):
        for path in ("absent.txt", "absent/in/there", "good.txt/in", "x" * 5000):
            outcome = self.reprise("compare", "good.txt", path, "--json", "report.json")
            self.check_failure(outcome, 2, "; check the path")
        self.assertEqual(self.files(), ["good.txt"])

    def test_a_line_break_in_a_name(self):
        self.write("in/two\nlines \x1b[31m.txt", GOOD)
        self.write("in/broken\n.jsonl", "{")
        outcome = self.reprise("compare", "in")
        self.assertEqual(outcome.code, 3)
        self.assertEqual(outcome.err.count("\n"), 1)
        self.assertNotIn("\x1b", outcome.out + outcome.err)
        self.report("compare", "in", code=3)

    def test_names_that_are_no_utf8(self):
        os.makedirs(self.folder / "in")
        with open(os.fsencode(self.folder) + b"/in/caf\xe9.txt", "wb") as file:
            file.write(GOOD.encode())
        with open(os.fsencode(self.folder) + b"/in/\xff.bin.txt", "wb") as file:
            file.write(bytes(range(1, 256)) * 8)
        self.assertEqual(self.report("compare", "in")["documents"][0]["id"], "caf\ufffd.txt")
        self.check("in", code=0, documents=1, says=["in/\ufffd.bin.txt: skipped"])

    def test_nul_bytes(self):
        self.write("a.txt", GOOD.encode() + b"\x00\x00 and \x00 more words of the harbour \x00")
        self.write("b.txt", GOOD.encode() + OTHER.encode())
        report = self.check("a.txt", "b.txt", code=0, documents=2)
        self.assertGreater(report["documents"][0]["words"], 16)

    def test_bytes_of_a_picture_are_no_text_whatever_the_name(self):
        self.write("in/good.txt", GOOD)
        self.write("in/image.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
        for path, documents in (("in", 1), ("in/image.txt", 0)):
            self.check(path, code=3, documents=documents, says=[r"in/image.txt: is a picture \(PNG\), which is not read; "])

    def test_what_looks_like_no_text_is_skipped_in_a_folder_and_read_when_named(self):
        self.write("in/good.txt", GOOD)
        self.write("in/odd.txt", bytes(range(1, 256)) * 40)
        self.check("in", code=0, documents=1, says=["in/odd.txt: skipped: this is no text; name the file"])
        self.check("in/odd.txt", code=0, documents=1, says=["no valid UTF-8"])

    def test_formats_that_need_conversion_are_named(self):
        self.write("in/good.txt", GOOD)
        for name in ("a.doc", "b.rtf", "c.xlsx", "d.parquet", "e.xyz", "noending"):
            self.write(f"in/{name}", b"binary")
        report = self.check("in", code=0, documents=1, says=["in: skipped 6 files"])
        [problem] = report["problems"]
        for ending, tool in ((".doc", "docx"), (".xlsx", "CSV"), (".parquet", "JSONL")):
            self.assertIn("1 " + ending, problem["what"])
            self.assertRegex(problem["remedy"], rf"{ending} .*{tool}")

    def test_pipes_and_devices_in_a_folder_are_left_alone(self):
        self.write("in/good.txt", GOOD)
        os.mkfifo(self.folder / "in/pipe.txt")
        self.check("in", code=0, documents=1)

    def test_metadata_that_does_not_fit(self):
        self.write("in/a.txt", GOOD)
        self.write("in/metadata.csv", 'file,title,date\na.txt,"Open quote,2031-99-99\nabsent.txt,x,\n')
        self.report("compare", "in", code=0)
        self.write("in/metadata.csv", "file,title,date\na.txt,The harbour,2031-99-99\nabsent.txt,x,\n,,\nshort\n")
        report = self.check("in", code=0, documents=1, says=['metadata.csv:3: names the file "absent.txt"', '"2031-99-99" is no date'])
        self.assertEqual(report["documents"][0]["title"], "The harbour")
        self.write("in/b.md", f"---\ndate: 2031-02-03\n---\n{OTHER}")
        self.write("in/metadata.csv", "file,date\na.txt,\"March 4, 2031\"\nb.md,2031-99-99\n")
        report = self.check("in", code=0, documents=2, says=['metadata.csv:3: "2031-99-99" is no date'])
        self.assertEqual([d["date"] for d in report["documents"]], ["2031-03-04", "2031-02-03"])
        self.check_failure(self.reprise("compare", "in", "--metadata", "absent.csv"), 2, "absent.csv: .*; check the path")

    def test_standard_input(self):
        record = json.dumps({"text": GOOD}).encode() + b"\n"
        outcome = self.reprise("compare", "-", stdin=record + b"{\n" + record)
        self.assertEqual(outcome.code, 3)
        self.assertIn("reprise: -:2: no JSON", outcome.err)
        outcome = self.reprise("compare", "-", "--format", "text", "good.txt", stdin=GOOD.encode() + OTHER.encode())
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        self.assertTrue(outcome.out.startswith("2 documents"))


class Outputs(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt", GOOD)
        self.write("b.txt", GOOD.replace("nine", "ten"))

    def test_full_device(self):
        self.check_failure(self.reprise("compare", "a.txt", "--json", "/dev/full"), 2, "/dev/full: can't be written: No space left.*; ")
        with open("/dev/full", "wb") as full:
            for arguments in (("--json", "-"), ()):
                outcome = self.reprise("compare", "a.txt", *arguments, stdout=full)
                self.check_failure(outcome, 2, "standard output: can't be written: No space left.*; ")

    def test_device_is_written_straight(self):
        self.assertEqual(self.reprise("compare", "a.txt", "--json", "/dev/null", "--quiet"), (0, "", ""))
        outcome = self.reprise("compare", "a.txt", "--json", "/dev/stdout", "--quiet")
        self.assertEqual(outcome.code, 0)
        strict_json(outcome.out)

    def test_closed_pipe_ends_it_in_silence(self):
        for arguments in ((), ("--json", "-")):
            reader, writer = os.pipe()
            os.close(reader)
            outcome = self.reprise("compare", "a.txt", "b.txt", *arguments, stdout=writer)
            os.close(writer)
            self.assertEqual(outcome, (141, "", ""))

    def test_closed_standard_streams_do_not_end_up_in_the_report(self):
        self.write("bad.jsonl", "{\n")
        command = 'exec "$0" compare a.txt bad.jsonl --json report.json --quiet <&- >&- 2>&-'
        done = subprocess.run(["sh", "-c", command, PROGRAM], cwd=self.folder, timeout=60)
        self.assertEqual(done.returncode, 3)
        strict_json((self.folder / "report.json").read_text())

    def test_a_folder_that_does_not_exist_fails_before_the_work(self):
        os.mkfifo(self.folder / "pipe.txt")  # reading it would hang
        for output in ("absent/report.json", ".", "a.txt/report.json"):
            self.check_failure(self.reprise("compare", "pipe.txt", "--json", output), 2, f"{output}: can't be written: .*; name a place")
        self.assertEqual(self.files(), ["a.txt", "b.txt", "pipe.txt"])

    def test_mode_is_kept_and_links_are_followed(self):
        target = self.write("far/report.json", "old")
        target.chmod(0o640)
        (self.folder / "link.json").symlink_to("far/report.json")
        self.assertEqual(self.reprise("compare", "a.txt", "--quiet", "--json", "link.json").code, 0)
        self.assertTrue((self.folder / "link.json").is_symlink())
        self.assertEqual(stat.S_IMODE(target.stat().st_mode), 0o640)
        strict_json(target.read_text())
        (self.folder / "ahead.json").symlink_to("far/new.json")
        self.assertEqual(self.reprise("compare", "a.txt", "--quiet", "--json", "ahead.json").code, 0)
        self.assertEqual(self.files(), ["a.txt", "ahead.json", "b.txt", "far/new.json", "far/report.json", "link.json"])

    def test_a_new_report_has_the_mode_of_new_files(self):
        self.reprise("compare", "a.txt", "--quiet", "--json", "report.json", umask=0o027)
        self.assertEqual(stat.S_IMODE((self.folder / "report.json").stat().st_mode), 0o640)

    def test_a_failed_run_keeps_the_old_report(self):
        report = self.write("report.json", "old")
        self.check_failure(self.reprise("compare", "absent", "--json", "report.json"), 2, "absent: no such file")
        self.assertEqual((report.read_text(), self.files()), ("old", ["a.txt", "b.txt", "report.json"]))

    def check_signal(self, number):
        """Sent while the program waits for more of its input, and again while it works on what it has."""
        with self.start("compare", "-", "--json", "report.json", stdin=subprocess.PIPE) as process:
            process.stdin.write(json.dumps({"text": GOOD}).encode() + b"\n")
            process.stdin.flush()
            self.wait_for_unfinished()
            process.send_signal(number)
            out, err = process.communicate(timeout=60)
        self.assertEqual((process.returncode, out, err), (-number, b"", b""))
        self.assertEqual(self.files(), ["a.txt", "b.txt"])

    def wait_for_unfinished(self):
        deadline = time.monotonic() + 30
        while not any(name.startswith(".report.json.") for name in self.files()):
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.005)

    def test_signals_while_reading_leave_nothing(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            self.check_signal(number)

    def test_signals_during_the_work_leave_nothing(self):
        stretch = generated_texts(1, words_each=400)[0]
        texts = [stretch + f"\n{t}\n" + stretch for t in generated_texts(150, words_each=900)]
        path = self.write_jsonl("slow.jsonl", [{"text": t} for t in texts])
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.start("compare", "slow.jsonl", "--json", "report.json") as process:
                self.wait_for_unfinished()
                time.sleep(0.15)  # the file is read by then, the comparison goes on
                self.assertIsNone(process.poll(), "the input is no longer slow enough")
                process.send_signal(number)
                out, err = process.communicate(timeout=60)
            self.assertEqual((process.returncode, out, err), (-number, b"", b""))
            self.assertEqual(self.files(), ["a.txt", "b.txt", path.name])


class StrangeTexts(ProgramTest):
    def test_escape_sequences_are_not_passed_on(self):
        evil = "\x1b]0;owned\x07\x1b[31mThe \x9b31m harbour\u202e of Ostrell\x08 closed for nine days\u2028 after the storm, and 40 boats were lost."
        self.write_jsonl("in.jsonl", [{"text": evil, "id": "a\x1b[2J\r\n", "source": "\x1b[1m", "date": "\x1b[5m2031", "title": evil},
                                      {"text": evil + " Copied.", "id": "\x1bc"}, {"id": "\x1bc"}])
        for command in COMMANDS:
            outcome = self.reprise(command, "in.jsonl", "--threshold", "0.99")
            self.assertIn("harbour", outcome.out if command != "matrix" else "harbour")
            strange = {c for c in outcome.out + outcome.err if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or c in "\u202e\u2028"}
            self.assertEqual(strange, set(), command)
            self.assertLess(outcome.err.count("\n"), 4)

    def check_fast(self, *paths):
        """It is done in a time that shows that the cost does not explode; compare does the work of all commands."""
        outcome = self.reprise("compare", *paths, "--quiet", timeout=20)
        self.assertEqual((outcome.code, outcome.err), (0, ""))

    def test_one_word_repeated(self):
        self.write("a.txt", "word " * 300_000)
        self.write("b.txt", "word " * 200_000 + "another " * 100_000)
        self.check_fast("a.txt", "b.txt")

    def test_text_without_sentence_marks(self):
        text = " ".join(generated_texts(1, words_each=12_000)[0].replace(".", "").split())
        self.write("a.txt", text)
        self.write("b.txt", text[1000:] + " and then no more")
        self.check_fast("a.txt", "b.txt")

    def test_one_word_without_end(self):
        self.write("a.txt", "x" * 2_000_000)
        self.write("b.txt", "e\u0301" * 500_000)
        self.write("c.txt", "\u0301" * 500_000)
        self.check_fast("a.txt", "b.txt", "c.txt")

    def test_nothing_but_marks_or_figures(self):
        for name, mark in (("a.txt", "."), ("b.txt", "“"), ("c.txt", "(\n"), ("d.txt", "€1,"), ("e.txt", "1-"),
                           ("f.txt", "U.S. "), ("g.txt", "$6 million ")):
            self.write(name, mark * 40_000)
            self.check_fast(name)

    def test_two_thousand_copies_are_one_cluster(self):
        article = (SAMPLES / "plant-1-norvane-wire.txt").read_text()
        self.write_jsonl("in.jsonl", [{"text": article}] * 2000)
        for command in COMMANDS:
            report = self.report(command, "in.jsonl", validate=command == "compare", timeout=20)
            self.assertEqual(report.get("points", []), [])
            if "passages" in report:  # one for each copy, with the first of them
                self.assertEqual([(p["a"]["document"], p["b"]["document"], p["identity"]) for p in report["passages"]],
                                 [(0, copy, 1) for copy in range(1, 2000)])
            if "clusters" in report:
                self.assertEqual([len(c["documents"]) for c in report["clusters"]], [2000])
                self.assertLess(len(report["pairs"]), 2000)

    def test_mixed_scripts(self):
        texts = {"ru": "Паром опоздал на четырнадцать месяцев, и остров ждёт его до весны, сказал мэр города. ",
                 "zh": "新渡轮将推迟十四个月投入使用，岛上居民要等到春天。", "ja": "新しいフェリーは十四か月遅れて就航する。",
                 "ar": "ستتأخر العبّارة الجديدة أربعة عشر شهراً، والجزيرة تنتظرها حتى الربيع. ", "th": "เรือข้ามฟากลำใหม่จะล่าช้าสิบสี่เดือน ",
                 "hi": "नई नौका चौदह महीने देर से चलेगी, और द्वीप वसंत तक प्रतीक्षा करेगा। ", "ko": "새 여객선은 열네 달 늦게 운항한다. ",
                 "emoji": "👩‍👩‍👧‍👦🏳️‍🌈 ok 👍🏽 "}
        whole = "".join(texts.values())
        for name, text in texts.items():
            self.write(f"in/{name}.txt", text + whole)
        self.write("in/reversed.txt", whole[::-1])
        report = self.report("compare", "in", "--threshold", "1")
        self.assertTrue(report["passages"])
        self.assertTrue(all(d["words"] > 20 for d in report["documents"]))


if __name__ == "__main__":
    unittest.main()

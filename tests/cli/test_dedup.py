"""What `reprise dedup` writes: kept records byte for byte, files, folders and compression, the lists, the same each time."""

import gzip
import itertools
import json
import os
import subprocess
import unittest

from dedup_support import DedupTest, as_lines, packed, texts_with_copies, unpacked
from support import BOM

GOOD = "The harbour of Ostrell closed for nine days after the storm, and 40 boats were lost."
OTHER = "Plum jam wants patience, sugar, a wide pan and a wooden spoon."

# Every one is kept; the text differs from record to record, so that none is a copy.
ODD_LINES = [
    b'{"text":"One bridge over the Vara."}\n',
    b'  {  "id" :  1.0e400 ,\t"text"  : "Two bridges over the Vara."  }  \n',
    b'{"z": [1, 2.50, -0.0, 123456789012345678901234567890], "text": "Three \\u0062ridges\\/over \\"the\\" Vara.", "a": null}\n',
    b'{"text": "Four bridges over the Vara.", "id": "x"}\r\n',
    '{"text": "Fünf Brücken über die Vara – 橋 🚲", "id": "x"}\n'.encode(),
    b'{"text": "caf\\u00e9 six \\ud83d\\ude00 bridges", "text": "Seven bridges, for the last one counts."}\n',
    b'{"text": ""}\n',
    b'{"text": "?!", "deep": {"text": {"text": []}}}\n',
    b'{"text": "broken caf\xe9 bytes stay as they are"}\n',
    b'{"text": "Ten \\u0000 bridges", "empty": "", "": {}}\r\n',
]


class KeptRecords(DedupTest):
    def check_kept(self, content, kept, *options, name="in.jsonl"):
        self.write(name, content)
        self.dedup(name, "-o", "out.jsonl", "--quiet", *options)
        self.assertEqual(self.content("out.jsonl"), kept)

    def test_byte_for_byte_and_in_order(self):
        self.check_kept(b"".join(ODD_LINES), b"".join(ODD_LINES))
        self.check_kept(b"".join(reversed(ODD_LINES)), b"".join(reversed(ODD_LINES)))

    def test_copies_leave_from_between(self):
        copies = [line.replace(b"\r", b"") for line in ODD_LINES]
        mixed = [line for pair in zip(ODD_LINES, copies) for line in pair]
        self.check_kept(b"".join(mixed), b"".join(ODD_LINES))

    def test_the_last_line_may_lack_its_end(self):
        a, b = as_lines([{"text": GOOD}, {"text": OTHER}])
        self.check_kept(a + b[:-1], a + b[:-1])
        self.check_kept(a + b + a[:-1], a + b)
        self.check_kept(a[:-1], a[:-1])

    def test_files_whose_last_lines_lack_their_ends_do_not_run_together(self):
        a, b = as_lines([{"text": GOOD}, {"text": OTHER}])
        self.write("1.jsonl", a[:-1])
        self.write("2.jsonl", a + b[:-1])
        self.write("3.jsonl", b[:-1])
        for names, kept in (("12", a + b[:-1]), ("31", b + a[:-1]), ("123", a + b[:-1]), ("11", a[:-1])):
            for out in ("out.jsonl", "out.jsonl.gz"):
                self.dedup(*(f"{n}.jsonl" for n in names), "-o", out, "--quiet")
                self.assertEqual(unpacked(self.content(out)), kept)

    def test_blank_lines_and_byte_order_mark_are_no_part_of_a_record(self):
        a, b = as_lines([{"text": GOOD}, {"text": OTHER}])
        self.check_kept(BOM + b"\n" + a + b"\r\n  \n\n" + b + b"\n \n", a + b)
        self.check_kept(BOM + a + b, a + b)

    def test_no_records(self):
        for content in (b"", b"\n\n", BOM):
            self.check_kept(content, b"")

    def test_records_of_all_sizes(self):
        texts = [text * times for text, times in zip(texts_with_copies(12, shortest=200, longest=400), (1, 3000, 1, 700) * 3)]
        lines = as_lines([{"id": i, "text": text} for i, text in enumerate(texts)])
        self.check_kept(b"".join(lines + lines), b"".join(lines), "--threshold", 1)

    def test_fields_by_other_names(self):
        lines = as_lines([{"doc": {"body": GOOD}, "text": 1}, {"doc": {"body": GOOD}, "text": 2}, {"doc": {"body": OTHER}}])
        self.check_kept(b"".join(lines), lines[0] + lines[2], "--text-field", "doc.body")


class Files(DedupTest):
    def setUp(self):
        super().setUp()
        texts = texts_with_copies(60)
        self.records = as_lines([{"id": i, "text": text} for i, text in enumerate(texts)])
        self.write("in.jsonl", b"".join(self.records))
        self.dedup("in.jsonl", "-o", "expected.jsonl", "--quiet")
        self.kept = self.content("expected.jsonl")
        self.assertTrue(0 < len(self.kept) < len(b"".join(self.records)))

    def test_compression_in_and_out(self):
        for suffix_in, suffix_out in itertools.product(("", ".gz", ".zst"), repeat=2):
            self.write("c.jsonl" + suffix_in, packed(suffix_in, b"".join(self.records)))
            self.dedup("c.jsonl" + suffix_in, "-o", "out.jsonl" + suffix_out, "--quiet")
            content = self.content("out.jsonl" + suffix_out)
            self.assertEqual(unpacked(content), self.kept)
            self.assertEqual(content == self.kept, suffix_out == "")

    def test_other_programs_read_what_was_compressed(self):
        for suffix, program in ((".gz", "gzip"), (".zst", "zstd")):
            for name in ("in.jsonl", "empty.jsonl"):
                self.write("empty.jsonl", b"")
                self.dedup(name, "-o", "out.jsonl" + suffix, "--quiet")
                subprocess.run([program, "-qt", self.folder / ("out.jsonl" + suffix)], check=True)

    def test_several_members_and_frames(self):
        for suffix in (".gz", ".zst"):
            name = self.write("many.jsonl" + suffix, b"".join(packed(suffix, line) for line in self.records)).name
            self.dedup(name, "-o", "out.jsonl", "--quiet")
            self.assertEqual(self.content("out.jsonl"), self.kept)

    def test_standard_input_of_every_kind(self):
        for suffix in ("", ".gz", ".zst"):
            self.dedup("-", "-o", "out.jsonl", "--quiet", "--removed", "removed.jsonl",
                       stdin=packed(suffix, b"".join(self.records)))
            self.assertEqual(self.content("out.jsonl"), self.kept)
            self.assertRegex(self.objects("removed.jsonl")[0]["where"], r"\A-:\d+\Z")

    def test_standard_input_that_is_a_file(self):
        for out, taken in (("out.jsonl", 0), ("rest.jsonl", len(self.records[0]))):
            with open(self.folder / "in.jsonl", "rb", buffering=0) as file:
                file.seek(taken)  # a program before us took the first line
                with self.start("dedup", "-", "-o", out, "--quiet", stdin=file) as process:
                    self.assertEqual(process.communicate(timeout=60), (b"", b""))
        self.assertEqual(self.content("out.jsonl"), self.kept)
        self.write("rest-in.jsonl", b"".join(self.records[1:]))
        self.dedup("rest-in.jsonl", "-o", "expected.jsonl", "--quiet")
        self.assertEqual(self.content("rest.jsonl"), self.content("expected.jsonl"))

    def test_standard_output(self):
        outcome = self.dedup("in.jsonl", "-o", "-")
        self.assertEqual(outcome.out.encode(), self.kept)
        self.assertRegex(outcome.err, r"\A60 documents read: ")
        self.assertEqual(self.dedup("in.jsonl", "-o", "-", "--quiet"), (0, self.kept.decode(), ""))
        self.assertEqual(self.dedup("in.jsonl", "-o", "/dev/stdout", "--quiet").out.encode(), self.kept)

    def test_a_named_pipe(self):
        os.mkfifo(self.folder / "pipe.jsonl")
        with self.start("dedup", "pipe.jsonl", "-o", "out.jsonl", "--quiet") as process:
            with open(self.folder / "pipe.jsonl", "wb") as pipe:
                pipe.write(b"".join(self.records))
            self.assertEqual(process.communicate(timeout=60), (b"", b""))
        self.assertEqual(self.content("out.jsonl"), self.kept)

    def test_modes_and_links(self):
        self.write("far/out.jsonl", "old").chmod(0o640)
        (self.folder / "link.jsonl").symlink_to("far/out.jsonl")
        self.dedup("in.jsonl", "-o", "link.jsonl", "--quiet")
        self.assertTrue((self.folder / "link.jsonl").is_symlink())
        self.assertEqual(self.content("far/out.jsonl"), self.kept)
        self.assertEqual((self.folder / "far/out.jsonl").stat().st_mode & 0o777, 0o640)


class Folders(DedupTest):
    def setUp(self):
        super().setUp()
        lines = as_lines([{"text": text} for text in texts_with_copies(80, seed=2)])
        self.shards = {"in/a.jsonl": lines[:20], "in/deep/b.jsonl.gz": lines[20:40], "in/deep/c.jsonl.zst": lines[40:],
                       "in/copies.jsonl.gz": lines[:20], "in/empty.jsonl": [], "in/empty.jsonl.zst": []}
        for name, content in self.shards.items():
            self.write(name, packed(name, b"".join(content)))
        self.order = sorted(self.shards, key=lambda name: name.removeprefix("in/").encode())
        self.dedup("in", "-o", "all.jsonl", "--quiet", "--removed", "all.removed.jsonl")

    def check_mirror(self, folder):
        removed = {o["where"] for o in self.objects("all.removed.jsonl")}
        for name, content in self.shards.items():
            mirrored = self.content(folder + name.removeprefix("in"))
            kept = [line for number, line in enumerate(content, 1) if f"{name}:{number}" not in removed]
            self.assertEqual(unpacked(mirrored), b"".join(kept), name)
            self.assertEqual(mirrored[:2], packed(name, b"{}")[:2] if not name.endswith(".jsonl") else mirrored[:2])
        self.assertEqual(b"".join(unpacked(self.content(folder + n.removeprefix("in"))) for n in self.order),
                         self.content("all.jsonl"))

    def test_a_folder_mirrors_names_folders_and_compression(self):
        self.dedup("in", "-o", "out/", "--quiet")
        self.check_mirror("out")
        self.assertEqual([f for f in self.files() if f.startswith("out")], sorted("out" + n.removeprefix("in") for n in self.shards))

    def test_folders_that_are_there_and_folders_that_are_not(self):
        (self.folder / "there").mkdir()
        self.write("there/other.txt", "stays")
        self.dedup("in/", "-o", "there", "--quiet")
        self.check_mirror("there")
        self.assertEqual(self.content("there/other.txt"), b"stays")
        self.dedup("in", "-o", "far/away/", "--quiet")
        self.check_mirror("far/away")

    def test_named_files_go_by_their_names(self):
        self.dedup("in/a.jsonl", "in/deep/b.jsonl.gz", "-o", "out/", "--quiet")
        self.assertEqual([f for f in self.files() if f.startswith("out/")], ["out/a.jsonl", "out/b.jsonl.gz"])
        self.dedup("-", "-o", "out2/", "--quiet", stdin=b"".join(self.shards["in/a.jsonl"]))
        self.assertEqual([f for f in self.files() if f.startswith("out2/")], ["out2/stdin.jsonl"])

    def test_one_name_twice_is_refused(self):
        self.write("other/a.jsonl", b"")
        self.refused("in/a.jsonl", "other/a.jsonl", "-o", "out/", says=["two inputs would have one name here: in/a.jsonl and other/a.jsonl; "])
        self.refused("in", "other", "-o", "out/", says=["one name here"])
        self.refused("in/a.jsonl", "in/a.jsonl", "-o", "out/", says=["one name here"])

    def test_a_list_in_the_place_of_a_mirrored_file_is_refused(self):
        for option in ("--removed", "--clusters", "--rejects", "--json"):
            self.refused("in", "-o", "out/", option, "out/deep/../a.jsonl", says=["two outputs would go to out/deep/../a.jsonl"])
        self.dedup("in", "-o", "out/", "--removed", "out.removed.jsonl", "--quiet")

    def test_a_folder_over_its_inputs_is_refused(self):
        before = {name: self.content(name) for name in self.files()}
        for arguments in (("in", "-o", "in/"), ("in/a.jsonl", "-o", "in"), ("in/deep/b.jsonl.gz", "-o", "./in/deep/")):
            self.refused(*arguments, says=["would be overwritten"])
        self.write("root/in/b.jsonl", "")  # its mirror would be another input
        self.write("root/out/b.jsonl", "")
        self.refused("root/in", "root", "-o", "root/out/", says=["root/out/b.jsonl would be overwritten"])
        self.assertEqual({name: self.content(name) for name in before}, before)


class TextFiles(DedupTest):
    def setUp(self):
        super().setUp()
        for name, content in {"in/a.txt": GOOD, "in/b.md": OTHER, "in/deep/c.txt": GOOD.upper(), "in/deep/d.txt": GOOD,
                              "in/e.txt": BOM + "Åtta broar över ån.\r\n".encode(),
                              "in/f.txt": "Nine bridges in sixteen bits".encode("utf-16")}.items():
            self.write(name, content)
        self.kept = ["in/a.txt", "in/b.md", "in/e.txt", "in/f.txt"]

    def test_one_file_lists_them_by_path(self):
        self.dedup("in", "-o", "kept.txt", "--quiet", "--removed", "removed.jsonl", "--clusters", "clusters.jsonl")
        self.assertEqual(self.content("kept.txt").decode().splitlines(), self.kept)
        self.assertEqual(self.objects("removed.jsonl"),
                         [{"where": name, "id": name.removeprefix("in/"), "kept_where": "in/a.txt", "kept_id": "a.txt", "similarity": 1}
                          for name in ("in/deep/c.txt", "in/deep/d.txt")])
        self.assertEqual(self.objects("clusters.jsonl"),
                         [{"cluster": 0, "size": 3, "kept": "in/a.txt", "members": ["in/a.txt", "in/deep/c.txt", "in/deep/d.txt"]}])

    def test_a_folder_gets_copies_of_them(self):
        self.write("in/r.jsonl", b"".join(as_lines([{"text": GOOD}, {"text": "A record of its own."}])))
        self.dedup("in", "-o", "out/", "--quiet")
        names = [*self.kept, "in/r.jsonl"]
        self.assertEqual([f for f in self.files() if f.startswith("out/")], [n.replace("in/", "out/") for n in names])
        for name in self.kept:
            self.assertEqual(self.content(name.replace("in/", "out/")), self.content(name))
        self.assertEqual(self.objects("out/r.jsonl"), [{"text": "A record of its own."}])

    def test_a_compressed_text_is_copied_as_it_is(self):
        self.write("t.txt.gz", gzip.compress(GOOD.encode()))
        self.dedup("t.txt.gz", "in/b.md", "-o", "out/", "--quiet")
        self.assertEqual(self.content("out/t.txt.gz"), self.content("t.txt.gz"))

    def test_text_on_standard_input(self):
        for given, kept in ((GOOD, ["in/a.txt", "in/b.md"]), (OTHER + " Stir.", ["in/a.txt", "in/b.md", "-"])):
            self.dedup("in/a.txt", "in/b.md", "-", "--format", "text", "-o", "kept.txt", "--quiet", "--threshold", 0.95, stdin=given.encode())
            self.assertEqual(self.content("kept.txt").decode().splitlines(), kept)
        self.dedup("in/b.md", "-", "--format", "text", "-o", "kept.txt", "--removed", "removed.jsonl", "--quiet", stdin=(OTHER + " Stir.").encode())
        self.assertEqual([(o["where"], o["similarity"]) for o in self.objects("removed.jsonl")], [("-", round(8 / 9, 6))])

    def test_mixing_with_records_in_one_file_is_refused(self):
        self.write("r.jsonl", b"".join(as_lines([{"text": GOOD}])))
        self.refused("in", "r.jsonl", "-o", "kept", says=["kept: text files, JSONL and tables don't go into one file; name a folder"])
        self.refused("in", "-o", "kept", "--annotate", "kept", says=["in/a.txt: a text file can't be annotated"])

    def test_values_from_a_table(self):
        self.write("in/metadata.csv", "file,date,source,stars\na.txt,2031,x,1\ndeep/d.txt,2032,x,7\ndeep/c.txt,,y,3\n")
        for options, gone in ((("--keep", "newest"), ["in/a.txt", "in/deep/c.txt"]), (("--keep", "max:stars"), ["in/a.txt", "in/deep/c.txt"]),
                              (("--within", "source"), ["in/deep/d.txt"])):
            self.dedup("in", "-o", "kept.txt", "--removed", "removed.jsonl", "--quiet", *options)
            self.assertEqual([o["where"] for o in self.objects("removed.jsonl")], gone, options)

    def test_a_table_that_fits_no_file_stops_the_work(self):
        self.write("in/metadata.csv", "file,source\nabsent.txt,x\n")
        outcome = self.reprise("dedup", "in", "-o", "kept.txt", "--quiet")
        self.assertEqual(outcome.code, 2)
        self.assertRegex(outcome.err, r'\Areprise: in/metadata.csv: none of the files that the table names in "file" is there; [^\n]*\n\Z')
        self.assertFalse((self.folder / "kept.txt").exists())


class Lists(DedupTest):
    def setUp(self):
        super().setUp()
        self.write("in.jsonl", b"".join(as_lines(
            [{"id": 7, "text": GOOD}, {"text": OTHER, "id": "jam"}, {"text": GOOD}, {"id": 1.50, "text": GOOD.lower()},
             {"id": "jam", "text": OTHER}, {"text": "Alone.", "id": None}])).replace(b"1.5,", b"1.50,"))

    def test_removed(self):
        self.dedup("in.jsonl", "-o", "out.jsonl", "--removed", "removed.jsonl", "--quiet")
        self.assertEqual(self.lines("removed.jsonl")[0], b'{"where":"in.jsonl:3","id":"in.jsonl:3","kept_where":"in.jsonl:1","kept_id":"7","similarity":1.0}\n')
        self.assertEqual([tuple(o.values()) for o in self.objects("removed.jsonl")],
                         [("in.jsonl:3", "in.jsonl:3", "in.jsonl:1", "7", 1), ("in.jsonl:4", "1.50", "in.jsonl:1", "7", 1),
                          ("in.jsonl:5", "jam", "in.jsonl:2", "jam", 1)])

    def test_clusters(self):
        self.dedup("in.jsonl", "-o", "out.jsonl", "--clusters", "clusters.jsonl", "--quiet")
        self.assertEqual(self.lines("clusters.jsonl")[0],
                         b'{"cluster":0,"size":3,"kept":"in.jsonl:1","members":["in.jsonl:1","in.jsonl:3","in.jsonl:4"]}\n')
        self.assertEqual([tuple(o.values()) for o in self.objects("clusters.jsonl")],
                         [(0, 3, "in.jsonl:1", ["in.jsonl:1", "in.jsonl:3", "in.jsonl:4"]), (1, 2, "in.jsonl:2", ["in.jsonl:2", "in.jsonl:5"])])

    def test_lists_on_standard_output(self):
        for option, size in (("--removed", 3), ("--clusters", 2)):
            outcome = self.dedup("in.jsonl", "-o", "out.jsonl", option, "-")
            self.assertEqual(len([json.loads(line) for line in outcome.out.splitlines()]), size)
            self.assertIn("6 documents read", outcome.err)

    def test_annotate_adds_one_field_and_changes_nothing_else(self):
        lines = self.lines("in.jsonl") + [line for line in ODD_LINES if b"1.0e400" not in line]
        self.write("in.jsonl", b"".join(lines))
        self.dedup("in.jsonl", "-o", "plain.jsonl", "--quiet", "--clusters", "clusters.jsonl")
        clusters = {where: c for c in self.objects("clusters.jsonl") for where in c["members"]}
        for mode in ("all", "kept"):
            self.dedup("in.jsonl", "-o", "out.jsonl", "--annotate", mode, "--quiet")
            out = self.lines("out.jsonl")
            expected = lines if mode == "all" else self.lines("plain.jsonl")
            self.assertEqual(len(out), len(expected))
            for before, after in zip(expected, out):
                where = f"in.jsonl:{lines.index(before) + 1}"
                head, tail = after.split(b', "reprise": ')
                self.assertEqual(head + tail[tail.index(b"}") + 1:], before)
                cluster = clusters.get(where, {"cluster": None, "size": 1, "kept": where})
                self.assertEqual(json.loads(after.decode(errors="replace"))["reprise"],
                                 {"cluster": cluster["cluster"], "size": cluster["size"], "kept": cluster["kept"] == where, "similarity": 1})


class SameAnswer(DedupTest):
    def setUp(self):
        super().setUp()
        texts = texts_with_copies(400, seed=3)
        self.records = as_lines([{"id": i, "text": text, "group": len(text) % 2} for i, text in enumerate(texts * 2)])
        self.lists = ("--removed", "removed.jsonl", "--clusters", "clusters.jsonl")

    def answer(self, *arguments):
        self.dedup(*arguments, "-o", "out.jsonl", *self.lists, "--json", "summary.json", "--quiet")
        return [self.content(name) for name in ("out.jsonl", "removed.jsonl", "clusters.jsonl", "summary.json")]

    def test_threads_and_memory(self):
        for name in ("in.jsonl", "in.jsonl.zst"):
            self.write(name, packed(name, b"".join(self.records)))
        for options in ((), ("--keep", "longest"), ("--chain",), ("--measure", "containment"), ("--verify", "estimate"),
                        ("--shingles", "characters", "--shingle-size", 9)):
            first = self.answer("in.jsonl", *options)
            for threads, memory in ((1, ()), (2, ("--memory", "1M")), (7, ()), (7, ("--memory", "30k"))):
                self.assertTrue(first == self.answer("in.jsonl", "--threads", threads, *memory, *options), (options, threads))
            self.assertEqual(first[0], self.answer("in.jsonl.zst", *options)[0])

    def test_examples_do_not_depend_on_threads(self):
        self.write("in.jsonl", b"".join(self.records))
        shown = {self.dedup("in.jsonl", "--dry-run", "--examples", 5, "--threads", t).out.split("Just above")[1] for t in (1, 2, 7, 7)}
        self.assertEqual(len(shown), 1)

    def test_how_the_records_are_split_into_files(self):
        self.write("in.jsonl", b"".join(self.records))
        self.answer("in.jsonl")
        whole = [self.content("out.jsonl"), [(o["id"], o["kept_id"], o["similarity"]) for o in self.objects("removed.jsonl")]]
        for parts in (2, 10):
            size = len(self.records) // parts
            names = []
            for part in range(parts):
                suffix = (".jsonl", ".jsonl.gz", ".jsonl.zst")[part % 3]
                content = b"".join(self.records[part * size:(part + 1) * size])
                names.append(self.write(f"{parts}/{part:02}{suffix}", packed(suffix, content)))
            for inputs in ([f"{parts}"], names):
                self.answer(*inputs)
                self.assertEqual([self.content("out.jsonl"), [(o["id"], o["kept_id"], o["similarity"]) for o in self.objects("removed.jsonl")]], whole)


if __name__ == "__main__":
    unittest.main()

"""Shards of Parquet and Arrow: the rows that the program would keep, in files like those that came."""

import hashlib
import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

import pyarrow
import pyarrow.parquet
from support import FilesCase, columns_of, lines_of, run, some_records

import reprise
from reprise import _shards

HAS_FSSPEC = True
try:
    import fsspec
except ImportError:
    HAS_FSSPEC = False


def table_of(records):
    """Returns the records as a table with columns of other kinds, and metadata."""
    columns = columns_of(records)
    columns["tags"] = [["a", record["lang"]] for record in records]
    columns["meta"] = [{"n": i} for i in range(len(records))]
    return pyarrow.table(columns).replace_schema_metadata({"made by": "a test"})


class Shards(FilesCase):
    def setUp(self):
        super().setUp()
        self.records = some_records(60)
        self.table = table_of(self.records)
        (self.folder / "in").mkdir()

    def write(self, name, table, **options):
        path = self.folder / "in" / name
        if name.endswith(".parquet"):
            pyarrow.parquet.write_table(table, path, row_group_size=13, **options)
        else:
            with pyarrow.ipc.new_file(path, table.schema) as file:
                file.write_table(table, max_chunksize=13)
        return path

    def kept_by_the_program(self, records, *arguments):
        path = self.write_jsonl(records)
        kept = self.folder / "kept.jsonl"
        run("dedup", path, "-o", kept, *arguments)
        return [line["id"] for line in lines_of(kept)]

    def test_rows_are_those_that_the_program_keeps(self):
        self.write("one.parquet", self.table[:50], compression="zstd")
        self.write("two.parquet", self.table[50:], compression={"text": "gzip", "id": "none"})
        for options, arguments in [
            ({}, []),
            ({"keep": "longest", "within": "lang"}, ["--keep", "longest", "--within", "lang"]),
        ]:
            found = reprise.dedup(self.folder / "in/*.parquet", out=f"{self.folder}/out/", **options)
            written = pyarrow.concat_tables(
                pyarrow.parquet.read_table(self.folder / "out" / name) for name in ("one.parquet", "two.parquet")
            )
            kept = self.kept_by_the_program(self.records, *arguments)
            self.assertEqual(written["id"].to_pylist(), kept)
            self.assertEqual(written.schema, self.table.schema)
            rows = {record["id"]: row for record, row in zip(self.records, self.table.to_pylist())}
            self.assertEqual(written.to_pylist(), [rows[name] for name in kept])
            self.assertEqual(found.summary["kept"], len(kept))
        self.assertEqual(sorted(os.listdir(self.folder / "out")), ["one.parquet", "two.parquet"])

    def test_groups_compression_and_metadata_stay(self):
        path = self.write("one.parquet", self.table, compression={"text": "gzip", "id": "none", "date": "zstd"})
        reprise.dedup(path, out=f"{self.folder}/out.parquet")
        before, after = (pyarrow.parquet.ParquetFile(p) for p in (path, self.folder / "out.parquet"))
        self.assertEqual(after.schema_arrow.metadata, before.schema_arrow.metadata)
        self.assertEqual(after.num_row_groups, before.num_row_groups)
        for i in range(before.metadata.num_columns):
            old, new = before.metadata.row_group(0).column(i), after.metadata.row_group(0).column(i)
            self.assertEqual((new.path_in_schema, new.compression), (old.path_in_schema, old.compression))

    def test_a_shard_that_loses_nothing_is_the_same_file(self):
        path = self.write("one.parquet", self.table[:1])
        reprise.dedup(path, out=f"{self.folder}/out/")
        self.assertEqual((self.folder / "out/one.parquet").read_bytes(), path.read_bytes())

    def test_arrow_files_too(self):
        path = self.write("one.arrow", self.table)
        found = reprise.dedup(
            path, out=f"{self.folder}/out/", removed=self.folder / "gone.jsonl", clusters=self.folder / "c.jsonl"
        )
        with pyarrow.ipc.open_file(self.folder / "out/one.arrow") as file:
            self.assertEqual(file.read_all()["id"].to_pylist(), self.kept_by_the_program(self.records))
        gone = lines_of(self.folder / "gone.jsonl")
        self.assertEqual([line["where"] for line in gone], found.removed["where"].to_list())
        self.assertTrue(gone[0]["where"].startswith(f"{path}:"))
        self.assertEqual(len(lines_of(self.folder / "c.jsonl")), found.summary["clusters"])

    def test_missing_texts_leave_and_are_told(self):
        texts = pyarrow.table({"text": [None, "one text alone here", None], "n": [1, 2, 3]})
        path = self.write("one.parquet", texts)
        found = reprise.dedup(path, out=f"{self.folder}/out/")
        self.assertEqual(pyarrow.parquet.read_table(self.folder / "out/one.parquet")["n"].to_pylist(), [2])
        self.assertEqual(found.problems["where"].to_list(), [f"{path}:0", f"{path}:2"])

    def test_empty_shards_and_groups(self):
        self.write("a.parquet", self.table[:0])
        self.write("b.parquet", self.table[:20])
        self.write("c.parquet", self.table[:20])
        reprise.dedup(self.folder / "in/*.parquet", out=f"{self.folder}/out/")
        sizes = [len(pyarrow.parquet.read_table(self.folder / "out" / f"{name}.parquet")) for name in "abc"]
        self.assertEqual(sizes, [0, len(self.kept_by_the_program(self.records[:20])), 0])

    def test_a_truncated_shard_costs_no_other(self):
        good, bad = self.write("good.parquet", self.table), self.write("bad.parquet", self.table)
        bad.write_bytes(bad.read_bytes()[:-100])
        found = reprise.dedup([good, bad], out=f"{self.folder}/out/")
        self.assertEqual(os.listdir(self.folder / "out"), ["good.parquet"])
        self.assertEqual(found.problems["where"].to_list(), [str(bad)])
        self.assertTrue(found.problems["rejected"][0])

    def test_a_damaged_group_costs_those_behind_it_alone(self):
        path = self.write("bad.parquet", self.table, compression="zstd", use_dictionary=False)
        group = pyarrow.parquet.ParquetFile(path).metadata.row_group(2)
        place = next(
            c for c in map(group.column, range(group.num_columns)) if c.path_in_schema == "text"
        ).data_page_offset
        content = bytearray(path.read_bytes())
        content[place : place + 60] = bytes(60)
        path.write_bytes(content)
        found = reprise.dedup(path, out=f"{self.folder}/out/")
        written = pyarrow.parquet.read_table(self.folder / "out/bad.parquet")
        self.assertEqual(written["id"].to_pylist(), self.kept_by_the_program(self.records[:26]))
        self.assertIn("is damaged", found.problems["what"][0])

    def test_what_can_not_be_is_refused_and_nothing_appears(self):
        path = self.write("one.parquet", self.table)
        other = self.write("two.parquet", self.table)
        for words, call in [
            (
                "has no column 'body'; its columns are 'id', 'text'",
                lambda out: reprise.dedup(path, text="body", out=out),
            ),
            ("give one kind of file", lambda out: reprise.dedup([path, self.write_jsonl(self.records)], out=out)),
            ("name a folder", lambda out: reprise.dedup([path, other], out=out.rstrip("/"))),
            ("two shards of one name", lambda out: reprise.dedup([path, path], out=out)),
            ("is an input", lambda out: reprise.dedup(path, out=path)),
        ]:
            with self.assertRaises(reprise.Error) as caught:
                call(f"{self.folder}/out/")
            self.assertIn(words, str(caught.exception))
            self.assertFalse((self.folder / "out").exists() and os.listdir(self.folder / "out"))

    def test_a_shard_that_changes_meanwhile_ends_it(self):
        path = self.write("one.parquet", self.table)
        finish, self.addCleanup = _shards._write, self.addCleanup

        def touched(shard, kept, place):
            os.utime(path, (1, 1))
            finish(shard, kept, place)

        _shards._write = touched
        self.addCleanup(setattr, _shards, "_write", finish)
        with self.assertRaisesRegex(reprise.Error, "was changed while it was read"):
            reprise.dedup(path, out=f"{self.folder}/out/")
        self.assertEqual(os.listdir(self.folder / "out"), [])

    def test_the_program_of_the_package_reads_them(self):
        path = self.write("one.parquet", self.table)
        gone = self.folder / "gone.jsonl"
        command = [
            sys.executable,
            "-m",
            "reprise",
            "dedup",
            str(path),
            "-o",
            f"{self.folder}/out/",
            "--removed",
            str(gone),
        ]
        ran = subprocess.run(command, capture_output=True, text=True)
        kept = self.kept_by_the_program(self.records)
        self.assertEqual((ran.returncode, ran.stderr), (0, ""))
        self.assertIn(f"{len(self.records)} records read: {len(kept)} kept", ran.stdout)
        self.assertEqual(pyarrow.parquet.read_table(self.folder / "out/one.parquet")["id"].to_pylist(), kept)
        path.write_bytes(path.read_bytes()[:-100])
        ran = subprocess.run([*command, "--json", "-"], capture_output=True, text=True)
        self.assertEqual(ran.returncode, 3)
        self.assertEqual(json.loads(ran.stdout)["summary"]["rejected"], 1)

    def test_without_pyarrow_it_says_what_to_install(self):
        path = self.write("one.parquet", self.table)
        script = (
            "import sys\nsys.modules['pyarrow'] = None\n"
            f"sys.argv = ['reprise', 'dedup', {str(path)!r}, '-o', {str(self.folder / 'out')!r} + '/']\n"
            "from reprise.__main__ import main\nmain()\n"
        )
        ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
        self.assertEqual(ran.returncode, 2)
        self.assertIn("pip install pyarrow", ran.stderr)

    @unittest.skipUnless(HAS_FSSPEC, "fsspec is not installed")
    def test_places_of_fsspec(self):
        memory = fsspec.filesystem("memory")
        path = self.write("one.parquet", self.table)
        memory.pipe("/in/one.parquet", path.read_bytes())
        reprise.dedup("memory://in/*.parquet", out="memory://out/")
        with memory.open("/out/one.parquet") as file:
            self.assertEqual(pyarrow.parquet.read_table(file)["id"].to_pylist(), self.kept_by_the_program(self.records))
        found = reprise.dedup(["memory://in/one.parquet", "memory://in/gone.parquet"], out="memory://out/")
        self.assertEqual(found.problems["where"].to_list(), ["memory://in/gone.parquet"])


class Own(FilesCase):
    def test_jsonl_goes_the_way_of_the_program(self):
        path = self.write_jsonl(some_records())
        kept, ours = self.folder / "kept.jsonl", self.folder / "ours.jsonl"
        summary = run("dedup", path, "-o", kept, "--json", "-")
        found = reprise.dedup(path, out=ours)
        self.assertEqual(hashlib.sha256(ours.read_bytes()).digest(), hashlib.sha256(kept.read_bytes()).digest())
        self.assertEqual(found.to_json(), summary)
        self.assertEqual(reprise.dedup(str(self.folder / "in*.jsonl")).to_json(), summary)
        self.assertEqual(found.removed.num_rows, found.summary["removed"])
        with self.assertRaises(reprise.Error):
            found.table()

    def test_reports_appear_whole_or_not_at_all(self):
        found = reprise.compare({"text": ["a text"]})
        with self.assertRaisesRegex(reprise.Error, "can't be written"):
            found.to_json(self.folder / "nowhere/report.json")
        self.assertEqual(list(Path(self.folder).iterdir()), [])


if __name__ == "__main__":
    unittest.main()

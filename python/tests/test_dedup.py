"""dedup of tables: the same answers as the program's, from every library that speaks Arrow."""

import pickle
import re
import unittest

import numpy
import pandas
import polars
import pyarrow
from support import FilesCase, columns_of, lines_of, run, some_records

import reprise


_BYTES = re.compile(r'    "bytes": \d+,\n')


def table_of(records):
    return pyarrow.table(columns_of(records))


class AsTheProgram(FilesCase):
    def check(self, records, options, arguments):
        path = self.write_jsonl(records)
        kept, removed, clusters = (self.folder / name for name in ("kept.jsonl", "removed.jsonl", "clusters.jsonl"))
        lists = [] if "--against" in arguments or "--parts" in arguments else ["--clusters", clusters]
        summary = run("dedup", path, "-o", kept, "--removed", removed, *lists, "--json", "-", *arguments)
        found = reprise.dedup(table_of(records), **options)
        self.assertEqual([records[row]["id"] for row in found.kept], [line["id"] for line in lines_of(kept)])
        # How many bytes were read is another number: of a table, its texts alone.
        self.assertEqual(_BYTES.sub("", found.to_json()), _BYTES.sub("", summary))
        return found, lines_of(removed), clusters

    def test_what_stays_and_what_leaves_is_the_same(self):
        records = some_records()
        for options, arguments in [
            ({}, []),
            ({"threshold": 0.6, "keep": "longest"}, ["--threshold", "0.6", "--keep", "longest"]),
            ({"keep": "newest"}, ["--keep", "newest"]),
            ({"keep": "max:score"}, ["--keep", "max:score"]),
            ({"within": "lang"}, ["--within", "lang"]),
            ({"same": "lang"}, ["--same", "lang"]),
            ({"measure": "containment"}, ["--measure", "containment"]),
            ({"chain": True, "shingle_size": 3}, ["--chain", "--shingle-size", "3"]),
            ({"shingles": "characters", "shingle_size": 12}, ["--shingles", "characters", "--shingle-size", "12"]),
        ]:
            with self.subTest(options):
                found, removed, clusters = self.check(records, options, arguments)
                self.assertGreater(len(removed), 10)
                rows = found.removed.to_pylist()
                self.assertEqual(
                    [(row["id"], row["kept_id"], round(row["similarity"], 6)) for row in rows],
                    [(line["id"], line["kept_id"], round(line["similarity"], 6)) for line in removed],
                )
                lines = lines_of(clusters)
                groups = [sorted(int(where.rsplit(":", 1)[1]) - 1 for where in line["members"]) for line in lines]
                self.assertEqual([sorted(rows) for rows in found.clusters["rows"]], groups)

    def test_decontamination_is_the_same(self):
        records = some_records()
        items = self.write_jsonl([{"id": "q", "text": records[3]["text"]}], "items.jsonl")
        found, removed, _ = self.check(records, {"against": items}, ["--against", items])
        self.assertGreater(len(removed), 0)
        for row, line in zip(found.removed.to_pylist(), removed, strict=True):
            self.assertEqual((row["item"], row["begin"], row["end"]), (line["item"], line["begin"], line["end"]))

    def test_parts_leave_the_same_texts(self):
        records = some_records()
        found, _, _ = self.check(records, {"parts": "runs:20"}, ["--parts", "runs:20"])
        kept = [line["text"] for line in lines_of(self.folder / "kept.jsonl")]
        self.assertEqual(found.table()["text"].to_pylist(), kept)
        self.assertNotEqual(kept, [record["text"] for record in records])

    def test_every_number_of_threads_gives_the_same(self):
        table = table_of(some_records(200))
        one = reprise.dedup(table, threads=1)
        self.assertEqual(reprise.dedup(table, threads=4).removed.to_pydict(), one.removed.to_pydict())


class FromEveryLibrary(unittest.TestCase):
    def setUp(self):
        self.records = some_records()
        self.columns = columns_of(self.records)
        self.table = pyarrow.table(self.columns)
        self.kept = reprise.dedup(self.table).kept.to_list()
        self.ids = [self.records[row]["id"] for row in self.kept]
        self.assertLess(len(self.kept), len(self.records))

    def test_every_layout_of_strings_gives_the_same(self):
        text = self.table["text"]
        for kind in [
            pyarrow.large_string(),
            pyarrow.string_view(),
            pyarrow.dictionary(pyarrow.int32(), pyarrow.string()),
            pyarrow.dictionary(pyarrow.uint8(), pyarrow.large_string()),
        ]:
            with self.subTest(str(kind)):
                column = text.combine_chunks().dictionary_encode() if "dictionary" in str(kind) else text
                self.assertEqual(reprise.dedup(column.cast(kind)).kept, self.kept)

    def test_chunks_and_slices_are_read_where_they_begin(self):
        chunked = pyarrow.concat_tables(self.table[i : i + 7] for i in range(0, len(self.table), 7))
        self.assertGreater(chunked["text"].num_chunks, 3)
        self.assertEqual(reprise.dedup(chunked).kept, self.kept)
        for part in (self.table[11:43], self.table.combine_chunks().to_batches()[0][11:43]):
            expected = reprise.dedup(self.columns["text"][11:43]).kept.to_list()
            self.assertEqual(reprise.dedup(part, keep="first", within="lang", threshold=0.9).summary["read"], 32)
            self.assertEqual(reprise.dedup(part).kept, expected)
        sliced = pyarrow.StructArray.from_arrays([self.table["text"].combine_chunks()], ["text"])[11:43]
        self.assertEqual(reprise.dedup(sliced).kept, expected)

    def test_missing_texts_are_problems_and_take_no_part(self):
        texts = [None, *self.columns["text"], None]
        for column in (
            texts,
            pyarrow.array(texts),
            polars.Series("text", texts),
            pyarrow.array(texts, pyarrow.large_string()),
        ):
            found = reprise.dedup(column)
            self.assertEqual(found.kept, [row + 1 for row in self.kept])
            self.assertEqual(found.problems["where"], ["row 0", f"row {len(texts) - 1}"])
            self.assertEqual(found.summary["rejected"], 2)

    def test_what_stays_is_a_table_of_the_same_library(self):
        for table in (self.table, self.table.combine_chunks().to_batches()[0]):
            taken = reprise.dedup(table).table()
            self.assertIs(type(taken), type(table))
            self.assertEqual(taken["id"].to_pylist(), self.ids)
            self.assertEqual(taken.schema, table.schema)
        frame = reprise.dedup(polars.DataFrame(self.table)).table()
        self.assertIsInstance(frame, polars.DataFrame)
        self.assertEqual(frame["id"].to_list(), self.ids)
        frame = reprise.dedup(self.table.to_pandas()).table()
        self.assertIsInstance(frame, pandas.DataFrame)
        self.assertEqual(list(frame["id"]), self.ids)
        texts = [self.columns["text"][row] for row in self.kept]
        self.assertEqual(reprise.dedup(self.columns["text"]).table(), texts)
        self.assertEqual(reprise.dedup({"text": self.columns["text"]}).table(), {"text": texts})
        self.assertEqual(reprise.dedup(pyarrow.array(self.columns["text"])).table().to_pylist(), texts)
        self.assertEqual(reprise.dedup(polars.Series("text", self.columns["text"])).table().to_list(), texts)
        self.assertEqual(reprise.dedup(pandas.Series(self.columns["text"], name="text")).table().to_list(), texts)

    def test_shortened_texts_stand_in_it(self):
        shared = " ".join(f"word{i}" for i in range(30))
        texts = [f"one {shared}", f"two {shared} end"]
        for table in (
            pyarrow.table({"text": texts}),
            pyarrow.table({"text": pyarrow.array(texts).dictionary_encode()}),
            polars.DataFrame({"text": texts}),
            pandas.DataFrame({"text": texts}),
            {"text": texts},
        ):
            taken = reprise.dedup(table, parts="runs:20").table()
            self.assertEqual(pyarrow.table(taken)["text"].to_pylist(), [f"one {shared}", "two end"])

    def test_batches_are_one_table(self):
        batches = self.table.combine_chunks().to_batches(max_chunksize=9)
        for given in (batches, iter(batches), (batch for batch in batches)):
            found = reprise.dedup(given)
            self.assertEqual(found.kept, self.kept)
            self.assertEqual(found.table()["id"].to_pylist(), self.ids)
        reader = pyarrow.RecordBatchReader.from_batches(self.table.schema, batches)
        self.assertEqual(reprise.dedup(reader).kept, self.kept)

    def test_ids_of_every_type_are_written_as_in_jsonl(self):
        texts = ["the same text stands here twice and is long enough to count"] * 2
        for values, expected in [
            ([3, 4], "3"),
            ([1.5, 2.0], "1.5"),
            ([True, False], "true"),
            (pyarrow.array([10, 20], pyarrow.date32()), "1970-01-11"),
            (pyarrow.array([1_000_000, 2], pyarrow.timestamp("us")), "1970-01-01T00:00:01Z"),
            (pyarrow.array(["a", "b"]).dictionary_encode(), "a"),
        ]:
            removed = reprise.dedup(pyarrow.table({"text": texts, "id": values})).removed
            self.assertEqual(removed["kept_id"].to_list(), [expected])


class Results(unittest.TestCase):
    def setUp(self):
        self.found = reprise.dedup(pyarrow.table(columns_of(some_records())))

    def test_tables_and_columns_are_those_of_every_library(self):
        removed = self.found.removed
        expected = removed.to_pydict()
        self.assertEqual(pyarrow.table(removed).to_pydict(), expected)
        self.assertEqual(polars.DataFrame(removed).to_dict(as_series=False), expected)
        if hasattr(pandas.DataFrame, "from_arrow"):  # from version 3 on
            self.assertEqual(pandas.DataFrame.from_arrow(removed).to_dict("list"), expected)
        self.assertEqual(pyarrow.array(self.found.kept).to_pylist(), self.found.kept.to_list())
        self.assertEqual(polars.Series(self.found.kept).to_list(), self.found.kept.to_list())
        self.assertEqual(pyarrow.schema(removed).names, removed.column_names)

    def test_numbers_are_arrays_without_a_copy(self):
        kept = self.found.kept
        one, two = numpy.asarray(kept), kept.to_numpy()
        self.assertEqual(one.dtype, numpy.int64)
        self.assertTrue(numpy.shares_memory(one, two))
        self.assertFalse(one.flags.writeable)
        self.assertEqual(numpy.asarray(kept, dtype="f4").dtype, numpy.float32)
        self.assertEqual(numpy.asarray(self.found.removed["similarity"]).dtype, numpy.float64)

    def test_what_was_exported_outlives_the_result(self):
        table, array = pyarrow.table(self.found.removed), numpy.asarray(self.found.kept)
        expected = self.found.removed.to_pydict(), self.found.kept.to_list()
        self.found = None
        self.assertEqual((table.to_pydict(), array.tolist()), expected)

    def test_children_that_are_moved_out_live_on(self):
        rows = pyarrow.table(self.found.clusters)["rows"].combine_chunks().flatten()
        self.assertGreater(len(rows), 2)

    def test_columns_are_sequences(self):
        kept = self.found.kept
        self.assertEqual(kept[-1], kept.to_list()[-1])
        self.assertEqual(kept[1:3], kept.to_list()[1:3])
        self.assertIn(kept[0], kept)
        with self.assertRaises(IndexError):
            kept[len(kept)]
        self.assertEqual(list(self.found.removed), self.found.removed.column_names)
        self.assertIn("<table>", self.found.removed._repr_html_())

    def test_nothing_found_has_the_same_types(self):
        nothing = reprise.dedup(["one text alone"])
        with_id = reprise.dedup(pyarrow.table({"text": ["one text alone"], "id": ["a"]}))
        self.assertEqual(pyarrow.table(with_id.removed).schema, pyarrow.table(self.found.removed).schema)
        self.assertEqual(pyarrow.table(nothing.clusters).schema, pyarrow.table(self.found.clusters).schema)
        self.assertEqual(nothing.removed.num_rows, 0)

    def test_errors_go_through_pickles(self):
        error = reprise.Error("usage", "here", "is wrong", "mend it")
        again = pickle.loads(pickle.dumps(error))
        self.assertEqual((str(again), again.remedy), ("here: is wrong; mend it", "mend it"))


if __name__ == "__main__":
    unittest.main()

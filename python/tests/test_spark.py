"""Spark keeps the rows that reprise.dedup keeps, for every number of partitions. Slow: with REPRISE_TEST_ALL alone."""

import os
import shutil
import sys
import unittest
import warnings

import pyarrow
from support import FilesCase, columns_of, some_records

import reprise

try:
    import pyspark
except ImportError:
    pyspark = None

SCHEMA = "id string, text string, date string, score double, lang string"


def why_not():
    if not os.environ.get("REPRISE_TEST_ALL"):
        return "Spark is slow: set REPRISE_TEST_ALL=1 (tools/test --all does)"
    if pyspark is None:
        return "there is no pyspark here: tools/setup engines installs it"
    if shutil.which("java") is None:
        return "there is no java here: tools/setup engines installs it"
    return None


@unittest.skipIf(why_not(), why_not())
class Spark(FilesCase):
    @classmethod
    def setUpClass(cls):
        from pyspark.sql import SparkSession

        warnings.simplefilter("ignore")
        os.environ["PYSPARK_PYTHON"] = sys.executable  # workers have this package, too
        settings = {
            "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.sql.shuffle.partitions": "3",
            "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1",
        }  # fmt: skip
        builder = SparkSession.builder.master("local[2]").appName("reprise")
        for name, value in settings.items():
            builder = builder.config(name, value)
        cls.spark = builder.getOrCreate()
        cls.spark.sparkContext.setLogLevel("ERROR")

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()

    def frame(self, records, partitions):
        """Returns a DataFrame whose rows stand in the order of the records."""
        rows = [(r["id"], r["text"], r["date"], r["score"] and float(r["score"]), r["lang"]) for r in records]
        return self.spark.createDataFrame(self.spark.sparkContext.parallelize(rows, partitions), SCHEMA)

    def check_same(self, records, partitions, **options):
        from reprise.spark import dedup

        kept = [row.id for row in dedup(self.frame(records, partitions), **options).collect()]
        expected = reprise.dedup(pyarrow.table(columns_of(records)), **options).table()["id"].to_pylist()
        self.assertEqual(sorted(kept), sorted(expected))
        return len(records) - len(kept)

    def test_rows_are_those_of_one_table_for_every_number_of_partitions(self):
        for partitions, options in (
            (1, {}),
            (3, {"threshold": 0.6, "keep": "longest"}),
            (7, {"keep": "max:score", "within": "lang"}),
            (2, {"verify": "estimate", "sketch_slots": 100, "seed": 5}),
            (4, {"keep": "newest", "shingles": "characters", "shingle_size": 8}),
        ):
            with self.subTest(partitions=partitions, **options):
                self.assertGreater(self.check_same(some_records(60, seed=partitions), partitions, **options), 10)

    def test_a_chain_through_all_partitions(self):
        records = some_records(20)[:12]
        for i, record in enumerate(records):
            record["id"] = str(i)
            record["text"] = " ".join(f"w{i * 6 + word}" for word in range(30))
        self.assertEqual(self.check_same(records, 5, threshold=0.5, shingle_size=1), 6)

    def test_rows_that_all_meet_and_copies_of_them(self):
        records = [record for record in some_records(3) for _ in range(20)]
        for i, record in enumerate(records := [dict(record) for record in records]):
            record["id"] = str(i)
            record["text"] = "one two three four five six seven eight nine ten " * 4 + f"end{i // 2}"
        self.assertGreater(self.check_same(records, 4, threshold=0.9), 20)

    def test_rows_without_a_text_or_a_word(self):
        records = some_records(10)[:9]
        for i, text in enumerate((None, "", "", "!?", "a", "a", None)):
            records[i]["text"] = text
        self.assertEqual(self.check_same(records, 2), 2 + 2)
        self.assertEqual(self.check_same(records[:1], 1), 1)

    def test_against_a_reference(self):
        records = some_records(20)
        item = " ".join(records[0]["text"].split()[:20])
        reference = self.write_jsonl([{"text": item}], "items.jsonl")
        self.assertGreater(self.check_same(records, 3, against=str(reference)), 0)

    def test_what_it_cannot_do_is_said(self):
        from reprise.spark import dedup

        df = self.frame(some_records(3), 1)
        for options, says in (
            ({"text": "body"}, "no column 'body'"),
            ({"keep": "max:stars"}, "no column 'stars'"),
            ({"chain": True}, "can't be done in phases"),
            ({"treshold": 0.5}, "did you mean threshold"),
        ):
            with self.assertRaisesRegex(reprise.Error, says):
                dedup(df, **options)


if __name__ == "__main__":
    unittest.main()

"""What callers get wrong, and what machines do: a word about it, or the right answer; never a crash."""

import gc
import os
import signal
import subprocess
import sys
import threading
import time
import unittest
import warnings

import polars
import pyarrow
from support import FilesCase, columns_of, some_records

import reprise


def long_table(rows=6_000):
    """Returns a table that takes a moment: long texts."""
    return pyarrow.table({"text": [f"{'the council met again about the harbour ' * 30} {row}" for row in range(rows)]})


class Refused(unittest.TestCase):
    def refuses(self, words, call, kind="usage"):
        with self.assertRaises(reprise.Error) as caught:
            call()
        self.assertIn(words, str(caught.exception))
        self.assertEqual(caught.exception.kind, kind)

    def test_a_missing_column_names_those_there(self):
        table = pyarrow.table({"body": ["a"], "url": ["b"]})
        for given in (table, table.to_batches(), {"body": ["a"], "url": ["b"]}):
            self.refuses("has no column 'text'; its columns are 'body', 'url'", lambda: reprise.dedup(given))
            self.refuses("has no column 'text'", lambda: reprise.compare(given))
        self.refuses("has no column 'lang'", lambda: reprise.dedup(table, text="body", within="lang"))
        self.refuses("has no column 'score'", lambda: reprise.dedup(table, text="body", keep="max:score"))

    def test_a_column_of_another_type_is_told(self):
        for values, name in (
            ([1, 2], "int64"),
            ([b"a", b"b"], "binary"),
            ([["a"], ["b"]], "list"),
            ([{"a": 1}], "struct"),
            (pyarrow.array([1, 2]).dictionary_encode(), "dictionary of int64"),
        ):
            self.refuses(f"holds {name}", lambda: reprise.dedup(pyarrow.table({"text": values})))
        empty = pyarrow.table({"text": pyarrow.array([], pyarrow.int8())})
        self.refuses("holds int8", lambda: reprise.dedup(empty))
        self.refuses("no form as text", lambda: reprise.dedup(pyarrow.table({"text": ["a"], "g": [[1]]}), within="g"))

    def test_options_that_can_not_be(self):
        texts = ["one text"]
        self.refuses("has no option treshold=; did you mean threshold=?", lambda: reprise.dedup(texts, treshold=1))
        self.refuses("threshold must be above 0", lambda: reprise.dedup(texts, threshold=0))
        self.refuses("threshold= takes a number", lambda: reprise.dedup(texts, threshold="high"))
        self.refuses("keep= takes first", lambda: reprise.dedup(texts, keep="best"))
        self.refuses("has no option output=", lambda: reprise.dedup(texts, output="x"))
        self.refuses("has no option html=", lambda: reprise.compare({"text": texts}, html="x"))

    def test_what_is_no_table(self):
        self.refuses("is int, which is no table", lambda: reprise.dedup(3))
        self.refuses("item 0: is dict, and no str", lambda: reprise.dedup([{"text": "a"}]))
        self.refuses("item 1: is int, and no str", lambda: reprise.dedup(["a", 2]))
        self.refuses("not as long as the others", lambda: reprise.dedup({"text": ["a"], "id": []}))
        self.refuses("not of one length", lambda: reprise.verify(["a"], ["a", "b"]))
        self.refuses("no such file", lambda: reprise.compare("nowhere/"), "input")
        self.refuses("matches no file", lambda: reprise.dedup("nowhere/*.jsonl"), "input")

    def test_a_stream_that_fails_says_why(self):
        def batches():
            yield pyarrow.record_batch({"text": ["a"]})
            raise OSError("the disk is gone")

        reader = pyarrow.RecordBatchReader.from_batches(pyarrow.schema({"text": pyarrow.string()}), batches())
        self.refuses("the disk is gone", lambda: reprise.dedup(reader), "input")

    def test_a_stream_that_was_read_is_told(self):
        class Once:
            def __init__(self, stream):
                self.stream = stream

            def __arrow_c_stream__(self, requested_schema=None):
                return self.stream

        once = Once(pyarrow.table({"text": ["a"]}).__arrow_c_stream__())
        reprise.dedup(once)
        self.refuses("was released before it was read", lambda: reprise.dedup(once))

    def test_damaged_offsets_are_told(self):
        offsets = pyarrow.array([0, 4, 2], pyarrow.int32()).buffers()[1]
        damaged = pyarrow.StringArray.from_buffers(2, offsets, pyarrow.py_buffer(b"abcd"))
        self.refuses("offsets that run backwards", lambda: reprise.dedup(damaged), "input")
        indices = pyarrow.array([0, 7], pyarrow.int8())
        damaged = pyarrow.DictionaryArray.from_arrays(indices, pyarrow.array(["a", "b"]), safe=False)
        self.refuses("index beyond its dictionary", lambda: reprise.dedup(damaged), "input")
        view = pyarrow.array(["a text of more than twelve bytes"], pyarrow.string_view())
        validity, views, texts = view.buffers()
        damaged = pyarrow.Array.from_buffers(pyarrow.string_view(), 1, [validity, views, texts.slice(0, 12)])
        self.refuses("view beyond its buffers", lambda: reprise.dedup(damaged), "input")


class Borders(unittest.TestCase):
    def test_no_rows(self):
        for table in (
            pyarrow.table({"text": pyarrow.array([], pyarrow.string())}),
            polars.DataFrame({"text": []}, schema={"text": polars.String}),
            pyarrow.table({"text": pyarrow.array([], pyarrow.dictionary(pyarrow.int8(), pyarrow.string()))}),
            {"text": []},
            [],
        ):
            found = reprise.dedup(table)
            self.assertEqual((found.kept.to_list(), found.summary["read"]), ([], 0))
            self.assertEqual(len(found.table() if isinstance(table, list) else found.table()["text"]), 0)
        self.assertEqual(reprise.compare({"text": []}).ids, [])
        self.assertEqual(reprise.band_keys([]).to_list(), [])
        self.assertEqual(reprise.verify([], []).num_rows, 0)

    def test_no_texts(self):
        for column in ([None] * 5, pyarrow.nulls(5), pyarrow.nulls(5, pyarrow.string()), polars.Series([None] * 5)):
            found = reprise.dedup(column)
            self.assertEqual((found.kept.to_list(), found.summary["rejected"]), ([], 5))
        self.assertEqual(reprise.compare({"text": [None]}).problems["where"].to_list(), ["row 0"])

    def test_empty_texts_of_empty_buffers(self):
        self.assertEqual(reprise.dedup(pyarrow.array(["", ""])).kept.to_list(), [0])

    def test_invalid_utf8_reads_as_in_files(self):
        column = pyarrow.array([b"a quay \xff and a ferry", b"a quay \xef\xbf\xbd and a ferry"]).view(pyarrow.binary())
        column = pyarrow.Array.from_buffers(pyarrow.string(), 2, column.buffers())
        found = reprise.dedup(column)
        self.assertEqual(found.kept.to_list(), [0])
        self.assertIn("no valid UTF-8", found.problems["what"][0])
        self.assertFalse(found.problems["rejected"][0])

    def test_halves_of_surrogate_pairs_read_as_in_files(self):
        self.assertEqual(reprise.dedup(["a quay \ud800 and a ferry", "a quay � and a ferry"]).kept.to_list(), [0])

    def test_a_long_view_and_a_short_one(self):
        texts = ["short", "exactly 12 b", "more than twelve bytes of text"] * 2
        column = pyarrow.array(texts, pyarrow.string_view())
        self.assertEqual(reprise.dedup(column).kept.to_list(), [0, 1, 2])


class Running(FilesCase):
    def test_a_callback_is_told_and_one_that_raises_stops_the_work(self):
        told = []
        reprise.dedup(long_table(), progress=lambda *progress: told.append(progress))
        self.assertIn("reading", {phase for phase, _, _ in told})
        self.assertTrue(all(done <= total or total == 0 for _, done, total in told))

        def fail(phase, done, total):
            raise LookupError("enough")

        with self.assertRaisesRegex(LookupError, "enough"):
            reprise.dedup(long_table(), progress=fail)

    def test_an_array_freed_too_early_is_kept(self):
        found = reprise.dedup(pyarrow.table(columns_of(some_records())), parts="runs:20")
        texts = found._found.kept_texts().to_list()
        gc.collect()
        self.assertEqual(found._found.kept_texts().to_list(), texts)

    def test_many_threads_at_once(self):
        table = pyarrow.table(columns_of(some_records()))
        expected = reprise.dedup(table).removed.to_pydict()
        found = []
        threads = [
            threading.Thread(target=lambda: found.append(reprise.dedup(table).removed.to_pydict())) for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(found, [expected] * 8)

    def test_other_threads_run_meanwhile(self):
        table, counted = long_table(), 0
        worker = threading.Thread(target=lambda: reprise.dedup(table, threads=1))
        worker.start()
        while worker.is_alive():
            counted += 1
            time.sleep(0.001)
        self.assertGreater(counted, 20)

    def test_a_fork_works_in_parent_and_child(self):
        table = pyarrow.table(columns_of(some_records()))
        expected = reprise.dedup(table, threads=2).kept.to_list()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # other packages have threads of their own
            child = os.fork()
        if child == 0:
            good = reprise.dedup(columns_of(some_records()), threads=2).kept.to_list() == expected
            os._exit(0 if good else 1)
        self.assertEqual(os.waitpid(child, 0)[1], 0)
        self.assertEqual(reprise.dedup(table, threads=2).kept.to_list(), expected)

    def test_control_c_stops_and_nothing_is_left(self):
        script = (
            "import sys, reprise\n"
            "texts = [f\"{'the council met again about the harbour ' * 30} {row}\" for row in range(200_000)]\n"
            "print('ready', flush=True)\n"
            "reprise.dedup(texts)\n"
        )
        process = subprocess.Popen(
            [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        process.stdout.readline()
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        self.assertIn("KeyboardInterrupt", errors)

    def test_a_column_beyond_two_gigabytes(self):
        if not os.environ.get("REPRISE_TEST_ALL"):
            self.skipTest("takes 5 GB of memory: REPRISE_TEST_ALL=1 runs it")
        text = "word " * 200_000
        column = pyarrow.array([text] * 2_200, pyarrow.large_string())
        self.assertGreater(column.nbytes, 2**31)
        self.assertEqual(reprise.dedup(column).kept.to_list(), [0])


if __name__ == "__main__":
    unittest.main()

"""Keys and verification: an engine that groups and asks finds what dedup finds."""

import unittest

import polars
import pyarrow
from support import columns_of, some_records

import reprise


class Keys(unittest.TestCase):
    def test_every_removal_shares_a_key_and_is_verified(self):
        table = pyarrow.table(columns_of(some_records()))
        keys = reprise.band_keys(table, threshold=0.7)
        found = reprise.dedup(table, threshold=0.7)
        rows, kept = found.removed["row"].to_list(), found.removed["kept_row"].to_list()
        for row, other in zip(rows, kept):
            self.assertTrue(set(keys[row]) & set(keys[other]))
        exact = reprise.verify(table["text"].take(rows), table["text"].take(kept))
        for one, other in zip(exact["jaccard"], found.removed["similarity"]):
            self.assertAlmostEqual(one, other, places=6)

    def test_polars_joins_by_them(self):
        frame = polars.DataFrame(columns_of(some_records())).with_row_index()
        keys = polars.Series(reprise.band_keys(frame["text"])).alias("key")
        rows = frame.select("index", "text", keys).explode("key")
        pairs = (
            rows.join(rows, on="key")
            .filter(polars.col("index") < polars.col("index_right"))
            .unique(["index", "index_right"])
        )
        exact = polars.DataFrame(reprise.verify(pairs["text"], pairs["text_right"]))
        copies = pairs.filter(exact["jaccard"] >= 0.8)["index_right"].unique().sort().to_list()
        self.assertEqual(copies, sorted(reprise.dedup(frame).removed["row"]))

    def test_rows_without_words_have_none(self):
        keys = reprise.band_keys([None, "", "?!", "one word and more"])
        self.assertEqual(keys[:3], [None, None, None])
        self.assertEqual([key >> 32 for key in keys[3]], list(range(21)))
        self.assertEqual(pyarrow.array(keys).type, pyarrow.large_list(pyarrow.field("item", pyarrow.int64(), False)))
        self.assertEqual(reprise.verify(["a", None], ["a", "b"])["jaccard"].to_list(), [1.0, None])


if __name__ == "__main__":
    unittest.main()

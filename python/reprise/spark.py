"""Near-duplicates of a Spark DataFrame: the rows that ``reprise.dedup`` keeps, on as many machines as Spark has.

    from reprise.spark import dedup
    dedup(df, text="text", keep="longest").write.parquet("clean/")

Steps, as those of ``reprise phases`` (docs/scale.md), with Spark's own shuffles, spills and retries between them:

1. keys      each row to the keys by which rows meet, in packets of one range of keys (mapInArrow)
2. buckets   packets of a range come together (repartition), and rows with a key in common are a bucket; copies of the
             same bytes are one, and buckets of two rows and more are kept, with the rows' sketches (persist)
3. rounds    each bucket proposes pairs of its first rows whose fate is open with those behind them, as far as their
             sketches leave hope; these are compared, text by text; the driver decides which rows leave, which stay,
             and which are open for another round. Three rounds are usual; a bucket of any size costs no square
4. filter    rows that leave are left out (an anti join)

A row is known by its partition and its place there (monotonically_increasing_id), and that is the order of the rows
for ``keep``. So the DataFrame has to give the same rows in the same order each time that it is read: files do, what a
shuffle made does not; write that to files first, or checkpoint it.

The driver holds what leaves, what is open, and which rows those are like: some 100 bytes for each row that leaves. A
worker holds a range of keys: of the 900 bytes of keys that a row has, the fourth part of one of
spark.sql.shuffle.partitions.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy
import pyarrow
from pyspark import StorageLevel
from pyspark.sql import functions as F

from . import _core
from ._dedup import OF_FILES, OF_THE_PROGRAM
from ._dedup import dedup as dedup_table
from ._dedup import verify as verify_texts
from ._errors import Error
from ._keywords import DedupOptions
from ._options import arguments_of
from ._tables import Table, table_in

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from typing_extensions import Unpack

Batches = Iterable[pyarrow.RecordBatch]

ROW = "__reprise_row"
_NOBODY = -1  # in the place of a head: the row waits for the next round
_COPIES = -1  # in the place of a bucket: the row has the bytes of one before it

_RANGES = 4  # of keys, for each partition of a shuffle
_PACKED = ("key", "rank", "row", "low", "high")

# Rows of which Spark is told to send all to each worker, rather than to bring both sides of a join together.
_MOST_BROADCAST = 1_000_000


def dedup(df: DataFrame, *, text: str = "text", **options: Unpack[DedupOptions]) -> DataFrame:
    """Returns the rows of a DataFrame that stay, as ``reprise.dedup`` decides: for every number of partitions.

    text      the column of the texts; rows without one do not stay
    options   those of reprise.dedup for texts: threshold, keep, within, verify, shingles, shingle_size, … With
              `against`, rows leave that hold an item of these files, which every worker must see; nothing is shuffled

    Raises Error for a column that is not there, and for what phases can't do: chain, same, parts, and containment.
    Workers need this package in the Python that runs them (spark.pyspark.python, or PYSPARK_PYTHON). What it persists
    meanwhile is given back, but for what it needs to make the rows that it returns.
    """
    arguments = arguments_of("dedup", {"threads": 1, **options}, excluded=OF_THE_PROGRAM + OF_FILES)
    _check_columns(df, [text])
    if options.get("against"):
        return df.mapInArrow(partial(_without_items, text=text, options=dict(options)), df.schema)
    fields = _core.engine_columns(arguments)
    _check_columns(df, fields)
    numbered = df.withColumn(ROW, F.monotonically_increasing_id())
    columns = numbered.select(ROW, text, *[field for field in fields if field != text])
    run = _Run(columns, text, arguments, dict(options))
    leaving = run.leaving()
    stay = numbered.where(F.col(f"`{text}`").isNotNull())
    return stay.join(_small(leaving), ROW, "left_anti").drop(ROW)


def _check_columns(df: DataFrame, names: list[str]) -> None:
    for name in names:
        if name not in df.columns:
            raise Error("usage", "the DataFrame", f"has no column '{name}'", "it has " + ", ".join(df.columns))


def _small(df: DataFrame) -> DataFrame:
    """Returns the rows, persisted; with a hint for joins if they are few."""
    df = df.persist(StorageLevel.MEMORY_AND_DISK)
    return F.broadcast(df) if df.count() <= _MOST_BROADCAST else df


class _Run:
    def __init__(self, columns: DataFrame, text: str, arguments: list[str], options: dict[str, Any]) -> None:
        self.columns, self.text, self.arguments, self.options = columns, text, arguments, options
        self.exact = options.get("verify", "exact") == "exact"
        self.left: set[int] = set()
        self.open: set[int] = set()
        self.alike: dict[int, list[int]] = defaultdict(list)  # of each row: those before it that it is similar to
        self.ranks: dict[int, float] = {}  # of the rows in `alike`

    def leaving(self) -> DataFrame:
        """Returns the numbers of the rows that leave."""
        met = self._meetings().persist(StorageLevel.MEMORY_AND_DISK)
        copies = met.where(F.col("bucket") == _COPIES).select(F.col("row").alias(ROW))
        meeting = _small(met.where(F.col("bucket") != _COPIES).select(F.col("row").alias(ROW)).distinct())
        known = partial(_describe, text=self.text, arguments=self.arguments)
        texts = self.columns.join(meeting, ROW, "left_semi").mapInArrow(known, _DESCRIBED)
        # Rounds look rows up: texts lie where they will be looked for, and are shuffled once.
        texts = texts.repartition(self._partitions(), "row").persist(StorageLevel.MEMORY_AND_DISK)
        buckets = self._buckets(met, texts).persist(StorageLevel.MEMORY_AND_DISK)
        for number in itertools.count(1):
            self._decide(number, *self._round(number, buckets, texts))
            if not self.open:
                break
        spark = self.columns.sparkSession
        left = spark.createDataFrame([(row,) for row in sorted(self.left)], f"{ROW} long")
        leaving = copies.union(left).persist(StorageLevel.MEMORY_AND_DISK)
        leaving.count()
        for made in (met, meeting, texts, buckets):
            made.unpersist()
        return leaving

    def _partitions(self) -> int:
        return int(self.columns.sparkSession.conf.get("spark.sql.shuffle.partitions") or 200)

    def _meetings(self) -> DataFrame:
        """Returns the rows of each bucket, and their places in it, in the order of keeping; and copies."""
        keys = partial(_keys, text=self.text, arguments=self.arguments, ranges=_RANGES * self._partitions())
        packets = self.columns.mapInArrow(keys, "range long, data binary")
        # By hash: Spark would read all texts twice to cut ranges of its own.
        together = packets.repartition(self._partitions(), "range").sortWithinPartitions("range")
        return together.mapInArrow(_gather, "bucket long, place long, row long")

    def _buckets(self, met: DataFrame, texts: DataFrame) -> DataFrame:
        """Returns the buckets with what is known of their rows, each whole in one partition."""
        known = texts.select("row", "rank", "group", "slots")
        rows = met.where(F.col("bucket") != _COPIES).join(known, "row")
        return rows.repartition(self._partitions(), "bucket").sortWithinPartitions("bucket", "place")

    def _round(self, number: int, buckets: DataFrame, texts: DataFrame) -> tuple[set[int], pyarrow.Table]:
        """Returns who waits for the next round, and the pairs of this one that are similar."""
        walk = partial(
            _walk, number=number, open=_as_bytes(self.open), left=_as_bytes(self.left),
            slots=self.options.get("sketch_slots", 128), least=_core.least_equal_slots(self.arguments),
        )  # fmt: skip
        found = buckets.mapInArrow(walk, _RANKED).distinct().persist(StorageLevel.MEMORY_AND_DISK)
        waiting = _collect(found.where(F.col("head") == _NOBODY).select("document"))["document"]
        pairs = found.where(F.col("head") != _NOBODY)
        if self.exact:
            pairs = self._with_texts(pairs, texts).mapInArrow(partial(_similar, options=self.options), _RANKED)
        similar = _collect(pairs)
        found.unpersist()
        return set(waiting.to_pylist()), similar

    def _with_texts(self, pairs: DataFrame, texts: DataFrame) -> DataFrame:
        """Returns the texts of each head's documents, and its own, together."""
        documents = pairs.select("head", F.col("document").alias("row"), "rank")
        heads = pairs.select("head", F.col("head").alias("row"), F.lit(0.0).alias("rank")).distinct()
        wanted = documents.union(heads).join(texts.select("row", "text"), "row")
        return wanted.repartition(self._partitions(), "head").sortWithinPartitions("head", "row")

    def _decide(self, number: int, waiting: set[int], similar: pyarrow.Table) -> None:
        """The rule of a round (lib/reprise/phases/decide.h), over what is similar; all other rows stay.

        A row leaves if one that it is similar to stays; it stays if all of these leave, and nobody is left to compare
        it with; what is neither stays open.
        """
        before = self.open
        columns = [similar[name].to_pylist() for name in ("document", "head", "rank")]
        for document, head, rank in zip(*columns, strict=True):
            self.alike[document].append(head)
            self.ranks[document] = rank
        candidates = self.alike.keys() - self.left if number == 1 else self.alike.keys() & before
        self.open = set(waiting) | candidates
        for row in sorted(candidates, key=lambda row: (-self.ranks[row], row)):
            heads = self.alike[row]
            if any(head not in self.left and head not in self.open for head in heads):
                self.left.add(row)
                self.open.discard(row)
            elif row not in waiting and all(head in self.left for head in heads):
                self.open.discard(row)


_DESCRIBED = "row long, rank double, group long, slots binary, text string"
_RANKED = "document long, head long, rank double"


def _as_bytes(rows: set[int]) -> bytes:
    return numpy.sort(numpy.fromiter(rows, dtype=numpy.int64, count=len(rows))).tobytes()


def _collect(df: DataFrame) -> pyarrow.Table:
    if hasattr(df, "toArrow"):
        return df.toArrow()
    names = df.columns
    rows = df.collect()  # Spark 3
    return pyarrow.table({name: [row[i] for row in rows] for i, name in enumerate(names)})


# What follows runs on workers: functions from batches to batches.


def _numbers(column: Any) -> Any:
    if isinstance(column, pyarrow.ChunkedArray):
        column = column.combine_chunks()
    return column.to_numpy(zero_copy_only=False)


def _documents(batch: pyarrow.RecordBatch, text: str, arguments: list[str]) -> tuple[pyarrow.Table, Any]:
    """Returns what decides about each row of a batch, and the places of these rows in it."""
    keys = pyarrow.table(Table(_core.document_keys(table_in(batch), text, arguments, None)))
    return keys.combine_chunks(), _numbers(keys["row"])


def _keys(batches: Batches, text: str, arguments: list[str], ranges: int) -> Iterator[pyarrow.RecordBatch]:
    for batch in batches:
        found, places = _documents(batch, text, arguments)
        if not len(places):
            continue
        lists = found["keys"].chunk(0)
        ends = _numbers(lists.offsets)[1:]
        keys = _numbers(lists.flatten()).copy()
        range_of = (keys & 0xFFFFFFFF) * ranges >> 32
        keys[ends - 1] = -1 - (keys[ends - 1] & 0xFFFFFFFF)  # the key of the text is below 0
        owner = numpy.repeat(numpy.arange(len(places)), numpy.diff(ends, prepend=0))
        columns = {"key": keys, "rank": _numbers(found["rank"]).view(numpy.int64)[owner]}
        columns["row"] = _numbers(batch[ROW])[places][owner]
        columns |= {name: _numbers(found[name])[owner] for name in ("low", "high")}
        order = numpy.argsort(range_of, kind="stable")
        packed = numpy.stack([columns[name][order] for name in _PACKED])
        begins = _begins(range_of[order])
        packets = [packed[:, begin:end].tobytes() for begin, end in _runs(range_of[order])]
        yield pyarrow.record_batch(
            {"range": range_of[order][begins], "data": pyarrow.array(packets, pyarrow.binary())}
        )


def _describe(batches: Batches, text: str, arguments: list[str]) -> Iterator[pyarrow.RecordBatch]:
    for batch in batches:
        found, places = _documents(batch, text, arguments)
        yield pyarrow.record_batch(
            {
                "row": batch[ROW].take(pyarrow.array(places)),
                "rank": found["rank"].combine_chunks() if len(places) else pyarrow.array([], "double"),
                "group": found["group"].combine_chunks() if len(places) else pyarrow.array([], "int64"),
                "slots": pyarrow.array(_sketches(found, len(places)), pyarrow.binary()),
                "text": batch[text].take(pyarrow.array(places)),
            }
        )


def _sketches(found: pyarrow.Table, count: int) -> list[bytes]:
    """Returns the sketches as bytes: Spark knows none of a fixed size, and takes long for lists."""
    if not count:
        return []
    return [sketch.tobytes() for sketch in _numbers(found["slots"].chunk(0).flatten()).reshape(count, -1)]


def _whole(batches: Batches, name: str) -> Iterator[pyarrow.Table]:
    """Yields tables that hold all rows of each of their values in a column; the rows are sorted by it."""
    held: list[pyarrow.RecordBatch] = []
    for batch in batches:
        if not batch.num_rows:
            continue
        values = _numbers(batch[name])
        begin = int(numpy.searchsorted(values, values[-1]))
        is_new = bool(held) and held[-1][name][-1].as_py() != values[-1]
        if begin > 0 or is_new:
            yield pyarrow.Table.from_batches([*held, batch.slice(0, begin)])
            held = []
        held.append(batch.slice(begin))
    if held:
        yield pyarrow.Table.from_batches(held)


def _begins(values: Any) -> Any:
    """Returns where each run of equal values begins."""
    return numpy.flatnonzero(numpy.r_[True, values[1:] != values[:-1]]) if len(values) else numpy.array([], int)


def _runs(values: Any) -> list[tuple[int, int]]:
    """Returns where each run of equal values begins and ends."""
    begins = _begins(values).tolist()
    return list(zip(begins, [*begins[1:], len(values)], strict=True))


def _sizes(values: Any) -> Any:
    """Returns for each value how long its run is."""
    begins = _begins(values)
    lengths = numpy.diff(begins, append=len(values))
    return numpy.repeat(lengths, lengths)


def _unpacked(table: pyarrow.Table) -> dict[str, Any]:
    """Returns the columns of packets, but for rows that have no key in common with another one."""
    packets = [numpy.frombuffer(data, numpy.int64).reshape(len(_PACKED), -1) for data in table["data"].to_pylist()]
    packed = numpy.concatenate(packets, axis=1)
    keys = numpy.sort(packed[0])
    twice = keys[1:][keys[1:] == keys[:-1]]
    if len(twice):
        near = numpy.minimum(numpy.searchsorted(twice, packed[0]), len(twice) - 1)
        packed = packed[:, twice[near] == packed[0]]
    else:
        packed = packed[:, :0]
    return dict(zip(_PACKED, packed, strict=True))


def _gather(batches: Batches) -> Iterator[pyarrow.RecordBatch]:
    """Packets to buckets: rows with a key in common, of copies the first alone; and to copies."""
    for table in _whole(batches, "range"):
        for begin, end in _runs(_numbers(table["range"])):
            columns = _unpacked(table.slice(begin, end - begin))
            rank = columns["rank"].view(numpy.float64)
            order = numpy.lexsort((columns["row"], -rank, columns["key"]))
            key, row, low, high = (columns[name][order] for name in ("key", "row", "low", "high"))
            order = numpy.lexsort((numpy.arange(len(key)), high, low, key))
            same = numpy.zeros(len(key), bool)  # as the one before it in that order
            one, other = order[1:], order[:-1]
            same[one] = (key[one] == key[other]) & (low[one] == low[other]) & (high[one] == high[other])
            copies = row[same & (key < 0)]
            stays = ~same & (key >= 0)
            key, row = key[stays], row[stays]
            meets = _sizes(key) > 1
            rows = numpy.r_[copies, row[meets]]
            buckets = numpy.r_[numpy.full(len(copies), _COPIES), key[meets]]
            yield pyarrow.record_batch({"bucket": buckets, "place": numpy.arange(len(rows)), "row": rows})


def _walk(
    batches: Batches, number: int, open: bytes, left: bytes, slots: int, least: int
) -> Iterator[pyarrow.RecordBatch]:
    """Buckets to pairs that are worth a comparison, and to rows that wait."""
    for table in _whole(batches, "bucket"):
        row, rank = _numbers(table["row"]), _numbers(table["rank"])
        ends = numpy.array([end for _, end in _runs(_numbers(table["bucket"]))], numpy.int64)
        columns = _core.bucket_pairs(ends.tobytes(), row.tobytes(), open, left, number)
        documents, heads, waiting = (numpy.array(column.to_list(), numpy.int64) for column in columns)
        pairs = numpy.unique(numpy.stack([documents, heads]), axis=1)
        order = numpy.argsort(row)
        places = order[numpy.searchsorted(row, pairs, sorter=order)]
        hopeful = _hopeful(table, places, slots, least)
        nobody = numpy.full(len(waiting), _NOBODY)
        yield pyarrow.record_batch(
            {
                "document": numpy.r_[pairs[0][hopeful], waiting],
                "head": numpy.r_[pairs[1][hopeful], nobody],
                "rank": numpy.r_[rank[places[0]][hopeful], numpy.zeros(len(waiting))],
            }
        )


def _hopeful(table: pyarrow.Table, places: Any, slots: int, least: int) -> Any:
    """Returns which pairs of rows, by their places, are of one group and have as many equal slots."""
    group = _numbers(table["group"])
    sketches = numpy.frombuffer(b"".join(table["slots"].to_pylist()), numpy.uint8)
    sketches = sketches.reshape(table.num_rows, -1)[:, :slots]
    hopeful = group[places[0]] == group[places[1]]
    step = 1 << 16  # pairs whose sketches are looked at together
    for begin in range(0, len(hopeful), step):
        one, other = places[:, begin : begin + step]
        hopeful[begin : begin + step] &= (sketches[one] == sketches[other]).sum(axis=1) >= least
    return hopeful


def _similar(batches: Batches, options: dict[str, Any]) -> Iterator[pyarrow.RecordBatch]:
    """Heads and their documents, with texts, to the pairs of them that are similar."""
    threshold = options.get("threshold", 0.8)
    for table in _whole(batches, "head"):
        head, row, rank, text = _numbers(table["head"]), _numbers(table["row"]), _numbers(table["rank"]), table["text"]
        heads, documents = numpy.flatnonzero(head == row), numpy.flatnonzero(head != row)
        of_head = heads[numpy.searchsorted(head[heads], head[documents])]
        alike = verify_texts(text.take(of_head), text.take(documents), **{**options, "threads": 1})
        documents = documents[numpy.array(alike["jaccard"].to_list(), float) >= threshold]
        yield pyarrow.record_batch({"document": row[documents], "head": head[documents], "rank": rank[documents]})


def _without_items(batches: Batches, text: str, options: dict[str, Any]) -> Iterator[pyarrow.RecordBatch]:
    for batch in batches:
        if batch.num_rows:
            kept = dedup_table(batch, text=text, **{**options, "threads": 1}).kept
            yield batch.take(pyarrow.array(kept))

"""Near-duplicates: of tables in memory, and of files."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from . import _core
from ._keywords import DedupOptions
from ._options import arguments_of
from ._progress import listener
from ._rows import take
from ._tables import Column, Table, table_in

if TYPE_CHECKING:
    from typing_extensions import Unpack

# Options that a caller in Python has no use for, and those that have a meaning for files alone.
OF_THE_PROGRAM = (
    "output", "dry_run", "json", "timings", "exit_code", "config", "quiet", "help", "version", "examples",
    "explain_options", "html",
)  # fmt: skip
OF_FILES = ("removed", "clusters", "annotate", "rejects", "format", "metadata", "encoding", "html_content")


class Deduplicated:
    """What dedup found.

    kept      the rows that stay, ascending: numbers from 0 (of files: of their records)
    removed   a row for each that leaves: row, id (where there is such a column), kept_row and kept_id, which stand for
              it, and similarity to that one, in [0, 1]. With `against`: row, id, item, share, begin and end. Of files
              `where` and `kept_where` instead of ids: FILE or FILE:LINE
    clusters  a row for each group of copies: cluster, size, kept_row, and rows, the numbers of its members
    problems  what was wrong: where, what, remedy, and whether the row is missing for it (rejected)
    summary   a dict: how much was read, kept, removed, rejected …
    report    a dict: the summary with the options and the expected recall (docs/report.md); to_json() is its text

    Tables and columns speak Arrow: ``polars.DataFrame(r.removed)``, ``table.take(pyarrow.array(r.kept))``.
    """

    def __init__(self, found: _core.DedupFound, source: Any, text: str, id: str) -> None:
        self._found, self._source, self._text, self._id = found, source, text, id
        self.report: dict[str, Any] = json.loads(found.summary())
        self.summary: dict[str, Any] = self.report["summary"]

    @property
    def kept(self) -> Column:
        return Column(self._found.kept(), "row")

    @property
    def removed(self) -> Table:
        return Table(self._found.removed(self._id))

    @property
    def clusters(self) -> Table:
        return Table(self._found.clusters())

    @property
    def problems(self) -> Table:
        return Table(self._found.problems())

    def to_json(self) -> str:
        """Returns what `reprise dedup --json` writes."""
        return self._found.summary()

    def table(self) -> Any:
        """Returns the rows that stay, in a table of the kind that came in; with `parts`, their texts are shortened.

        Raises Error if what came in can't be read a second time: files, a stream.
        """
        texts = Column(self._found.kept_texts(), self._text) if self._found.shortens else None
        return take(self._source, self.kept, self._text, texts)

    def __repr__(self) -> str:
        return "Deduplicated({kept:,} of {read:,} stay, {removed:,} leave)".format(
            **{name: self.summary[name] for name in ("kept", "read", "removed")}
        )


def dedup(
    data: Any,
    *,
    text: str = "text",
    id: str = "id",
    out: str | os.PathLike[str] | None = None,
    progress: Any = None,
    **options: Unpack[DedupOptions],
) -> Deduplicated:
    """Finds near-duplicates and decides which rows stay, as ``reprise dedup`` does.

    data      a table or column that speaks Arrow, batches of one, a dict of lists, a list of strings; or files: a path,
              a glob, or several of these (as pathlib.Path, or with `out`)
    text, id  the columns of the texts, and of what to call rows by; options name other columns
    out       of files: where those records go that stay, a file, or a folder with / at its end
    progress  True for a bar of tqdm, or a function that gets phase, done and total
    options   those of the program, with _ for -: threshold=0.8, keep="longest", shingle_size=5, within="lang",
              against="benchmark.jsonl", parts="paragraphs", threads=2 … ``help(reprise.DedupOptions)`` has them all

    A row without a text takes no part, and is a problem. Texts are read where they lie, without the GIL. Raises Error
    for options that can't be, and for a column that is not there; KeyboardInterrupt stops the work.
    """
    if _names_files(data, out):
        from ._files import dedup_files

        return dedup_files(data, text=text, id=id, out=out, progress=progress, options=options)
    arguments = arguments_of("dedup", options, excluded=OF_THE_PROGRAM + OF_FILES)
    source = data if hasattr(data, "__arrow_c_stream__") or not hasattr(data, "__next__") else list(data)
    found = _core.DedupFound.of_table(table_in(source), text, arguments, listener(progress))
    return Deduplicated(found, source, text, id)


def _names_files(data: Any, out: Any) -> bool:
    if isinstance(data, str | os.PathLike):
        return True
    if not isinstance(data, list | tuple) or not data:
        return out is not None
    if all(isinstance(path, os.PathLike) for path in data):
        return True
    return out is not None and all(isinstance(path, str | os.PathLike) for path in data)


def band_keys(column: Any, *, text: str = "text", progress: Any = None, **options: Unpack[DedupOptions]) -> Column:
    """Returns the keys by which near-duplicates meet: a list of int64 for each text, one a band.

    Rows that share a key are worth comparing (`verify`); at the threshold, a pair of copies shares one with the
    probability that ``dedup(…).report`` calls expected recall. A key holds the number of its band, so that all keys
    may be grouped together. None for a row without a text, or whose text has no word.

    `column`: as dedup takes it; of a table, the column `text`. Options: threshold, shingles, shingle_size,
    sketch_slots, seed, drop_furniture, those of words, and threads.
    """
    arguments = arguments_of("dedup", options, excluded=OF_THE_PROGRAM + OF_FILES)
    return Column(_core.band_keys(table_in(column), text, arguments, listener(progress)), "keys")


def verify(texts_a: Any, texts_b: Any, *, progress: Any = None, **options: Unpack[DedupOptions]) -> Table:
    """Returns how alike the texts of two columns are, row by row: jaccard, a_in_b and b_in_a, in [0, 1].

    Measured exactly, by their shingles. None where one of the two is None. Options as for band_keys. Raises
    Error if the columns are not of one length.
    """
    arguments = arguments_of("dedup", options, excluded=OF_THE_PROGRAM + OF_FILES)
    return Table(_core.verify(table_in(texts_a), table_in(texts_b), arguments, listener(progress)))

"""Comparisons: near-duplicates, passages and talking points of a set of documents."""

from __future__ import annotations

import html
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import _core
from ._keywords import CompareOptions
from ._options import arguments_of
from ._progress import listener
from ._tables import Column, Table, speaks_arrow, table_in

if TYPE_CHECKING:
    from typing_extensions import Unpack

# Options that write files: a Comparison has methods for these; and those that only the program has a use for.
OF_THE_PROGRAM = (
    "html", "json", "export", "timings", "explain", "exit_code", "config", "quiet", "help", "version", "limit", "color",
    "names", "keep_templates", "explain_options",
)  # fmt: skip
_LARGEST_SHOWN = 16 << 20


class Comparison:
    """What a comparison found. A notebook shows it as the page that to_html writes.

    pairs      who has how much of whom: a row for each pair, in order
    documents  how much of each document stands elsewhere
    passages   a row for each shared passage, with both sides and their places
    points     a row for each mention of a talking point
    clusters   near-duplicates: cluster, kept, and documents by their numbers
    problems   what was wrong with the input: where, what, remedy, rejected
    ids        what the documents are called, by their numbers

    Columns are those of the program's exports (docs/report.md). What the command does not find raises Error.
    """

    def __init__(self, held: _core.Compared) -> None:
        self._held = held

    @property
    def pairs(self) -> Table:
        return Table(self._held.table("pairs"))

    @property
    def documents(self) -> Table:
        return Table(self._held.table("documents"))

    @property
    def passages(self) -> Table:
        return Table(self._held.table("passages"))

    @property
    def points(self) -> Table:
        return Table(self._held.table("points"))

    @property
    def clusters(self) -> Table:
        return Table(self._held.clusters())

    @property
    def problems(self) -> Table:
        return Table(self._held.problems())

    @property
    def ids(self) -> list[str]:
        return self._held.ids()

    def matrix(self, measure: str = "jaccard") -> Any:
        """Returns the matrix of "jaccard", "containment", "passages" or "points": value [i][j] goes from i to j.

        A NumPy array of float64 where NumPy is installed, else a list of lists. Memory: the square of the documents.
        """
        values, rows = self._held.matrix(measure)
        column = Column(values)
        try:
            import numpy
        except ImportError:
            flat = column.to_list()
            return [flat[row * rows : (row + 1) * rows] for row in range(rows)]
        return numpy.asarray(column).reshape(rows, rows)

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str | None:
        """Returns the report as JSON (docs/report.md), or writes it into a file."""
        return _returned_or_written(self._held.to_json(), path)

    def to_html(self, path: str | os.PathLike[str] | None = None) -> str | None:
        """Returns the report as one page for a browser, or writes it into a file. Needs the texts of the documents."""
        return _returned_or_written(self._held.to_html(), path)

    def to_text(self, width: int = 80, limit: int = 10) -> str:
        """Returns the summary for people, broken at `width` columns, with `limit` entries of each list."""
        return self._held.to_terminal(width, limit)

    def explain(self, point: int) -> str:
        """Returns why the mentions of the point with this number, from 0, are one point."""
        return self._held.explain(point)

    def export(self, format: str, path: str | os.PathLike[str]) -> None:
        """Writes what was found for another program: `format` is one of reprise.EXPORTS, such as "network.gexf"."""
        self._held.write_export(format, os.fspath(path))

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"Comparison({len(self.ids):,} documents)"

    def _repr_html_(self) -> str:
        page = self.to_html() or ""
        if len(page) > _LARGEST_SHOWN:
            return f"<pre>{html.escape(self.to_text())}</pre>"
        # The page stands in a document of its own, so that neither it nor the notebook reaches into the other.
        return (
            f'<iframe srcdoc="{html.escape(page)}" sandbox="allow-scripts" '
            'style="width: 100%; height: 40em; border: 1px solid #8884"></iframe>'
        )


def _returned_or_written(report: str, path: str | os.PathLike[str] | None) -> str | None:
    if path is None:
        return report
    from ._files import write_whole

    write_whole(Path(path), report)
    return None


def _run(command: str, data: Any, progress: Any, options: Mapping[str, Any]) -> Comparison:
    arguments = arguments_of("compare", options, excluded=OF_THE_PROGRAM)
    paths = _paths(data)
    if paths is not None:
        return Comparison(_core.Compared.of_files(command, [*arguments, "--", *paths], listener(progress)))
    return Comparison(_core.Compared.of_table(command, table_in(data), arguments, listener(progress)))


def _paths(data: Any) -> list[str] | None:
    """Returns the paths that the data are, or None if they are a table."""
    if speaks_arrow(data) or isinstance(data, Mapping):
        return None
    if isinstance(data, str | os.PathLike):
        return [os.fspath(data)]
    if isinstance(data, list | tuple) and all(isinstance(path, str | os.PathLike) for path in data):
        return [os.fspath(path) for path in data]
    return None


def compare(data: Any, *, progress: Any = None, **options: Unpack[CompareOptions]) -> Comparison:
    """Compares documents with one another, as ``reprise compare`` does.

    data      paths of files and folders, one or a list of them; or a table that speaks Arrow, batches of one, or a
              dict of lists, with a column text and, where they are known, id, title, source, date and url
    progress  True for a bar of tqdm, or a function that gets phase, done and total
    options   those of the program, with _ for -: threshold=0.5, passage_words=8, language="de", text="body" (the name
              of the column), threads=2 … ``help(reprise.CompareOptions)`` has them all

    Raises Error for options that can't be, a path that does not exist, and a column that is not there.
    """
    return _run("compare", data, progress, options)


def matrix(data: Any, *, progress: Any = None, **options: Unpack[CompareOptions]) -> Comparison:
    """Finds near-duplicates and similarities alone; as compare."""
    return _run("matrix", data, progress, options)


def passages(data: Any, *, progress: Any = None, **options: Unpack[CompareOptions]) -> Comparison:
    """Finds shared passages alone; as compare, and `against` names references to compare with instead."""
    return _run("passages", data, progress, options)


def points(data: Any, *, progress: Any = None, **options: Unpack[CompareOptions]) -> Comparison:
    """Finds talking points alone; as compare, and `against` names references to compare with instead."""
    return _run("points", data, progress, options)


def read_report(report: str | os.PathLike[str]) -> Comparison:
    """Returns a saved report again, without the work: a path, or the JSON itself. Raises Error if it is none."""
    text = os.fspath(report)
    if text.lstrip().startswith("{"):
        return Comparison(_core.Compared.of_report(text, "the report"))
    from ._files import read_whole

    return Comparison(_core.Compared.of_report(read_whole(Path(text)), text))

"""Tables in and out: whatever speaks Arrow's PyCapsule interface, without a library that does.

In come Arrow tables, batches and columns of pyarrow, polars, pandas (2.2 and later) and others, iterables of batches,
dicts of lists, and lists of strings. Out go Column and Table, which those libraries take as they are:
``pyarrow.table(t)``, ``polars.DataFrame(t)``, ``pandas.DataFrame.from_arrow(t)``.
"""

from __future__ import annotations

import html
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from . import _core
from ._errors import Error

_MOST_SHOWN = 10


class Column:
    """A column of values: numbers, texts, truth values or lists of numbers; None where there is none.

    A sequence, an Arrow array (``pyarrow.array(c)``, ``polars.Series(c)``) and, of numbers, a NumPy array without a
    copy.
    """

    def __init__(self, held: _core.ColumnOut, name: str = "") -> None:
        self._held, self.name = held, name

    def __len__(self) -> int:
        return len(self._held)

    def __getitem__(self, row: int | slice) -> Any:
        if isinstance(row, slice):
            return [self[i] for i in range(*row.indices(len(self)))]
        if row < 0:
            row += len(self)
        if not 0 <= row < len(self):
            raise IndexError(f"row {row} of {len(self)}")
        return self._held.value(row)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._held.to_list())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Column | list):
            return list(self) == list(other)
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = ", ".join(repr(value) for value in self[:_MOST_SHOWN])
        return f"Column([{shown}{', …' if len(self) > _MOST_SHOWN else ''}], {len(self):,} values)"

    def to_list(self) -> list[Any]:
        return self._held.to_list()

    def to_numpy(self) -> Any:
        """Returns a NumPy array; of numbers without a copy, which can't be written to. Needs NumPy."""
        return needed("numpy", "arrays").asarray(self)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        numpy = needed("numpy", "arrays")
        place = self._held.array_interface()
        if place is None or len(self) == 0:
            return numpy.array(self.to_list(), dtype=dtype)
        array = numpy.asarray(_InMemory(self._held, place))
        return array.astype(dtype) if copy or (dtype is not None and dtype != array.dtype) else array

    def __arrow_c_schema__(self) -> Any:
        return self._held.schema(self.name)

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any:
        return self._held.arrays(self.name)


class _InMemory:
    """What NumPy asks for where numbers lie; it keeps alive whose they are."""

    def __init__(self, owner: _core.ColumnOut, place: tuple[int, str]) -> None:
        self._owner = owner
        address, kind = place
        self.__array_interface__ = {"version": 3, "data": (address, True), "typestr": kind, "shape": (len(owner),)}


class Table(Mapping[str, Column]):
    """Columns of one length by their names: a mapping, and an Arrow stream of one batch."""

    def __init__(self, held: _core.TableOut) -> None:
        self._held = held
        self._columns = {name: Column(column, name) for name, column in held.columns}

    def __getitem__(self, name: str) -> Column:
        return self._columns[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    @property
    def num_rows(self) -> int:
        return self._held.rows

    @property
    def column_names(self) -> list[str]:
        return list(self._columns)

    def to_pydict(self) -> dict[str, list[Any]]:
        return {name: column.to_list() for name, column in self._columns.items()}

    def to_pylist(self) -> list[dict[str, Any]]:
        """Returns the rows, a dict each."""
        columns = self.to_pydict()
        return [dict(zip(columns, row)) for row in zip(*columns.values())]

    def __arrow_c_schema__(self) -> Any:
        return self._held.schema()

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self._held.stream()

    def __repr__(self) -> str:
        return f"Table({self.num_rows:,} rows: {', '.join(self._columns)})"

    def _repr_html_(self) -> str:
        heads = "".join(f"<th>{html.escape(name)}</th>" for name in self._columns)
        rows = ""
        for row in range(min(self.num_rows, _MOST_SHOWN)):
            cells = (html.escape(_shortened(column[row])) for column in self._columns.values())
            rows += "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
        more = self.num_rows - _MOST_SHOWN
        note = f"<p>and {more:,} more rows</p>" if more > 0 else ""
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{note}"


def _shortened(value: Any) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def needed(name: str, what: str) -> Any:
    """Returns a module that this package can do without. Throws Error that says what to install."""
    package = name.partition(".")[0]
    try:
        __import__(name)
        return sys.modules[package]
    except ImportError:
        raise Error(
            "usage", what, f"needs the package {package}, which is not installed", f"pip install {package}"
        ) from None


def speaks_arrow(thing: Any) -> bool:
    return hasattr(thing, "__arrow_c_stream__") or hasattr(thing, "__arrow_c_array__")


def _add(table: _core.TableIn, thing: Any) -> None:
    if hasattr(thing, "__arrow_c_array__"):
        table.add_array(*thing.__arrow_c_array__())
    else:
        table.add_stream(thing.__arrow_c_stream__())


def table_in(thing: Any) -> _core.TableIn:
    """Returns what the library reads of a table, a column, a dict of lists, a list of strings, or batches of them."""
    table = _core.TableIn()
    if speaks_arrow(thing):
        _add(table, thing)
    elif isinstance(thing, Mapping):
        for name, values in thing.items():
            table.add_strings(str(name), [value if value is None else str(value) for value in values])
    elif isinstance(thing, Sequence) and not isinstance(thing, str | bytes) and not (thing and speaks_arrow(thing[0])):
        table.add_strings("", list(thing))
    elif hasattr(thing, "isna"):  # a pandas.Series before it spoke Arrow
        table.add_strings("", [None if missing else value for value, missing in zip(thing, thing.isna())])
    elif isinstance(thing, Iterable) and not isinstance(thing, str | bytes):
        for batch in thing:
            if not speaks_arrow(batch):
                raise _refused(batch, "a batch")
            _add(table, batch)
    else:
        raise _refused(thing, "the first argument")
    return table


def _refused(thing: Any, where: str) -> Error:
    return Error(
        "usage",
        where,
        f"is {type(thing).__name__}, which is no table",
        "give an Arrow table (of pyarrow, polars, pandas …), batches of one, a dict of lists, or a list of strings",
    )

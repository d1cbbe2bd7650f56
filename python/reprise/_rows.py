"""Some rows of a table, as a table of the same library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._errors import Error
from ._tables import Column, needed, speaks_arrow


def take(table: Any, rows: Column, text: str, texts: Column | None) -> Any:
    """Returns the rows of the table, in their order; with `texts`, if there are any, for the column `text`."""
    library = type(table).__module__.partition(".")[0]
    if library in _TAKERS:
        return _TAKERS[library](table, rows, text, texts)
    if isinstance(table, Mapping):
        taken = {name: [values[row] for row in rows] for name, values in table.items()}
        return taken if texts is None else {**taken, text: texts.to_list()}
    if isinstance(table, list | tuple) and not (table and speaks_arrow(table[0])):
        return [table[row] for row in rows] if texts is None else texts.to_list()
    if hasattr(table, "__arrow_c_array__"):
        return _of_pyarrow(needed("pyarrow", "table()").record_batch(table), rows, text, texts)
    if isinstance(table, list | tuple):
        pyarrow = needed("pyarrow", "table()")
        return _of_pyarrow(pyarrow.Table.from_batches([pyarrow.record_batch(b) for b in table]), rows, text, texts)
    raise Error(
        "usage",
        "table()",
        f"can't read {type(table).__name__} a second time",
        "give dedup a table, or take the rows of `kept` from yours",
    )


def _of_pyarrow(table: Any, rows: Column, text: str, texts: Column | None) -> Any:
    pyarrow = needed("pyarrow", "table()")
    if isinstance(table, pyarrow.RecordBatchReader):
        raise Error("usage", "table()", "can't read a stream a second time", "give dedup reader.read_all()")
    if texts is None or isinstance(table, pyarrow.Array | pyarrow.ChunkedArray):
        return table.take(pyarrow.array(rows)) if texts is None else pyarrow.array(texts)
    place = table.schema.get_field_index(text)
    taken = table.take(pyarrow.array(rows))
    field = table.schema.field(place)
    kind = _plain(field.type)
    return taken.set_column(place, field.with_type(kind), pyarrow.array(texts).cast(kind))


def _plain(kind: Any) -> Any:
    """Returns the type of a dictionary's values; shortened texts are rarely the same."""
    return kind.value_type if hasattr(kind, "value_type") else kind


def _of_polars(table: Any, rows: Column, text: str, texts: Column | None) -> Any:
    polars = needed("polars", "table()")
    if isinstance(table, polars.Series):
        return table[polars.Series(rows)] if texts is None else polars.Series(table.name, texts)
    taken = table[polars.Series("row", rows)]
    return taken if texts is None else taken.with_columns(polars.Series(text, texts))


def _of_pandas(table: Any, rows: Column, text: str, texts: Column | None) -> Any:
    taken = table.iloc[rows.to_list()]
    if texts is None:
        return taken
    if taken.ndim == 1:
        return type(taken)(texts.to_list(), index=taken.index, name=taken.name)
    return taken.assign(**{text: texts.to_list()})


_TAKERS = {"pyarrow": _of_pyarrow, "polars": _of_polars, "pandas": _of_pandas}

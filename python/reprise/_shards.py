"""dedup of shards that pyarrow reads: Parquet and Arrow IPC, on disk or wherever fsspec reaches.

    1. Group after group, of the columns that are asked for, is read ahead and fed to the library, which keeps numbers
       of each row, and the texts in a temporary file.
    2. The library decides.
    3. Each shard is read once more, all columns, and written without the rows that leave: the same row groups, schema
       and compression. One that loses nothing is copied.
    4. All outputs appear under their names in the end, or none does.

What can't be read of a shard costs no other, nor the groups before it. Memory: two groups, and some 270 bytes a row.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from . import _core
from ._errors import Error
from ._tables import needed, table_in

ENDINGS = (".parquet", ".arrow", ".feather", ".ipc")


def is_shard(path: str) -> bool:
    return path.lower().endswith(ENDINGS)


def is_remote(path: str) -> bool:
    return "://" in path


def _opened(path: str, mode: str) -> Any:
    if is_remote(path):
        return needed("fsspec", path).open(path, mode).open()
    return open(path, mode)


class _Parquet:
    def __init__(self, file: Any) -> None:
        self._file = needed("pyarrow.parquet", "Parquet").parquet.ParquetFile(file)
        self.schema = self._file.schema_arrow
        self.groups = self._file.num_row_groups

    def read(self, group: int, columns: list[str] | None = None) -> Any:
        return self._file.read_row_group(group, columns)

    def writer(self, file: Any) -> Any:
        pyarrow = needed("pyarrow.parquet", "Parquet")
        first = self._file.metadata.row_group(0) if self.groups else None
        columns = [first.column(i) for i in range(first.num_columns)] if first else []
        compression = {column.path_in_schema: column.compression for column in columns}
        names = {name: "NONE" if kind == "UNCOMPRESSED" else kind for name, kind in compression.items()}
        return _ParquetWriter(pyarrow.parquet.ParquetWriter(file, self.schema, compression=names or "snappy"))


class _ParquetWriter:
    def __init__(self, writer: Any) -> None:
        self._writer = writer

    def write(self, table: Any) -> None:
        self._writer.write_table(table, row_group_size=max(1, len(table)))

    def close(self) -> None:
        self._writer.close()


class _Ipc:
    def __init__(self, file: Any) -> None:
        self._pyarrow = needed("pyarrow", "Arrow")
        self._file = self._pyarrow.ipc.open_file(file)
        self.schema = self._file.schema
        self.groups = self._file.num_record_batches

    def read(self, group: int, columns: list[str] | None = None) -> Any:
        table = self._pyarrow.Table.from_batches([self._file.get_batch(group)])
        return table if columns is None else table.select(columns)

    def writer(self, file: Any) -> Any:
        return self._pyarrow.ipc.new_file(file, self.schema)


class _Shard:
    """One input: a file of groups, as far as they can be read."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._handle = _opened(path, "rb")
        self.version = self._now()
        try:
            self.file = (_Parquet if path.lower().endswith(".parquet") else _Ipc)(self._handle)
        except BaseException:
            self.close()
            raise
        self.groups = self.file.groups  # that were read
        self.rows = 0
        self.is_whole = True

    def _now(self) -> object:
        if is_remote(self.path):
            return getattr(self._handle, "size", None)
        at = os.stat(self.path)
        return at.st_size, at.st_mtime_ns

    def check_unchanged(self) -> None:
        if self._now() != self.version:
            what = "was changed while it was read, so nothing was written"
            raise Error("system", self.path, what, "start again when nobody writes to it")

    def reads(self, columns: list[str] | None) -> Iterator[Any]:
        """Gives group after group; the next one is read while one is worked on. Throws what pyarrow throws."""
        with ThreadPoolExecutor(1) as ahead:
            coming = ahead.submit(self.file.read, 0, columns) if self.groups else None
            for group in range(self.groups):
                assert coming is not None
                table = coming.result()
                if group + 1 < self.groups:
                    coming = ahead.submit(self.file.read, group + 1, columns)
                yield table

    def close(self) -> None:
        self._handle.close()


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def _remedy(path: str) -> str:
    if is_remote(path):
        return "check the address, and that fsspec's package for this place finds its credentials"
    return "fetch the file again; what came before was read"


def _feed_one(feed: _core.Feed, path: str, progress: Any, files: ExitStack) -> _Shard | None:
    """Returns the shard, which `files` closes, or None if nothing can be read of it."""
    try:
        shard = _Shard(path)
        files.callback(shard.close)
    except Error:
        raise
    except Exception as error:
        feed.reject(path, f"can't be read: {_reason(error)}", _remedy(path))
        return None
    names = shard.file.schema.names
    text, *others = feed.columns
    if text not in names:
        there = ", ".join(f"'{name}'" for name in names)
        raise Error("usage", path, f"has no column '{text}'", f"its columns are {there}")
    read = 0
    columns = list(dict.fromkeys([text, *(name for name in others if name in names)]))
    try:
        for table in shard.reads(columns):
            feed.add(table_in(table), path, progress)
            shard.rows += len(table)
            read += 1
    except Error:
        raise
    except (OSError, needed("pyarrow", "shards").ArrowException) as error:
        feed.reject(path, f"is damaged: {_reason(error)}", _remedy(path))
        shard.groups, shard.is_whole = read, False
    if shard.groups == 0 and shard.is_whole:
        feed.add(table_in({text: []}), path, None)  # no rows, but a place among the others
    return shard if read or shard.is_whole else None


class _Outputs:
    """Files under hidden names, which appear together."""

    def __init__(self) -> None:
        self._made: list[tuple[Path, Path]] = []

    def place(self, path: str) -> str:
        """Returns where to write what shall stand at the path."""
        if is_remote(path):
            return path
        there = Path(path)
        there.parent.mkdir(parents=True, exist_ok=True)
        beside = there.with_name(f".{there.name}.{os.getpid()}.unfinished")
        self._made.append((beside, there))
        return str(beside)

    def commit(self) -> None:
        for beside, there in self._made:
            beside.replace(there)

    def drop(self) -> None:
        for beside, _ in self._made:
            beside.unlink(missing_ok=True)


def _names_of_outputs(paths: Sequence[str], out: str) -> list[str]:
    is_folder = out.endswith("/") or (not is_remote(out) and os.path.isdir(out))
    if not is_folder:
        if len(paths) > 1:
            raise Error("usage", out, "is a file, and there are several shards", "name a folder, with / at its end")
        names = [out]
    else:
        names = [out.rstrip("/") + "/" + path.rsplit("/", 1)[-1] for path in paths]
    if len(set(names)) < len(names):
        raise Error("usage", out, "would hold two shards of one name", "give each a name of its own")
    inputs = {os.path.realpath(path) for path in paths if not is_remote(path)}
    for name in names:
        if not is_remote(name) and os.path.realpath(name) in inputs:
            raise Error("usage", name, "is an input, and would be an output", "choose another place for the output")
    return names


def _write(shard: _Shard, kept: list[int], place: str) -> None:
    """Writes the rows that stay, by their numbers in the shard."""
    shard.check_unchanged()
    if len(kept) == shard.rows and shard.is_whole and not is_remote(shard.path) and not is_remote(place):
        shutil.copyfile(shard.path, place)
        return
    pyarrow = needed("pyarrow", "shards")
    first, at = 0, 0
    with _opened(place, "wb") as file:
        writer = shard.file.writer(file)
        for table in shard.reads(None):
            end = at
            while end < len(kept) and kept[end] < first + len(table):
                end += 1
            rows = [row - first for row in kept[at:end]]
            if rows:
                writer.write(table if len(rows) == len(table) else table.take(pyarrow.array(rows)))
            first, at = first + len(table), end
        writer.close()


def dedup_shards(
    paths: Sequence[str],
    out: str | None,
    arguments: Sequence[str],
    progress: Any,
    lists: dict[str, str],
) -> _core.DedupFound:
    """Returns what was found; `lists`: where "removed" and "clusters" go. Throws Error."""
    for path in paths:
        if not is_shard(path):
            raise Error("usage", path, "is no shard of the kind of the others", "give one kind of file at a time")
    names = _names_of_outputs(paths, out) if out is not None else []
    feed = _core.Feed(arguments)
    outputs = _Outputs()
    with ExitStack() as files:
        shards = [_feed_one(feed, path, progress, files) for path in paths]
        found = feed.finish(progress)
        try:
            place = 0
            for shard, name in zip(shards, names):
                if shard is not None:
                    _write(shard, found.kept_of(place).to_list(), outputs.place(name))
                    place += 1
            for kind, path in lists.items():
                found.write_list(kind, outputs.place(path))
            outputs.commit()
        except OSError as error:
            outputs.drop()
            raise Error("system", out or "", f"can't be written: {_reason(error)}") from None
        except BaseException:
            outputs.drop()
            raise
    return found


def run(arguments: list[str], report: Any) -> int:
    """The command dedup of the program for shards; returns the exit code. `report` prints a line for people."""
    named = _core.paths_of(arguments)
    lists = {kind: named[kind] for kind in ("removed", "clusters") if named[kind]}
    from ._files import expanded, write_whole

    found = dedup_shards(expanded(named["paths"]), named["output"] or None, arguments, None, lists)
    problems = dict(found.problems().columns)
    for where, what, remedy in zip(*(problems[name].to_list() for name in ("where", "what", "remedy"))):
        report(f"{where}: {what}" + (f"; {remedy}" if remedy else ""))
    summary = json.loads(found.summary())["summary"]
    if named["json"] == "-":
        print(found.summary(), end="")
    elif named["json"]:
        write_whole(Path(named["json"]), found.summary())
    if not named["quiet"] and named["json"] != "-":
        print("{read:,} records read: {kept:,} kept, {removed:,} removed".format(**summary))
    if summary["rejected"]:
        return 3
    return 1 if named["exit_code"] and summary["removed"] else 0

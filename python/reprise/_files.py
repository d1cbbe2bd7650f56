"""Files: whole ones in and out, and shards that dedup reads and writes."""

from __future__ import annotations

import glob
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from . import _core
from ._dedup import OF_FILES, OF_THE_PROGRAM, Deduplicated
from ._errors import Error
from ._options import arguments_of
from ._progress import listener
from ._shards import dedup_shards, is_remote, is_shard
from ._tables import needed


def write_whole(path: Path, content: str) -> None:
    """Writes a file that appears whole or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        try:
            with beside.open("x", encoding="utf-8", newline="") as file:
                file.write(content)
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Error("system", str(path), f"can't be written: {error.strerror}") from None


def read_whole(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise Error("input", str(path), f"can't be read: {error.strerror}", "check the path") from None
    except UnicodeDecodeError:
        raise Error("input", str(path), "is no UTF-8, and so no report") from None


def expanded(data: Any) -> list[str]:
    """Returns the paths; globs give what they match, in bytewise order. Throws Error for one that matches nothing."""
    paths = []
    for given in data if isinstance(data, list | tuple) else [data]:
        path = os.fspath(given)
        if not glob.has_magic(path) or os.path.exists(path):
            paths.append(path)
            continue
        found = _remote(path) if is_remote(path) else glob.glob(path, recursive=True)
        if not found:
            raise Error("input", path, "matches no file", "check the path")
        paths += sorted(found, key=os.fsencode)
    return paths


def _remote(address: str) -> list[str]:
    try:
        system, _, paths = needed("fsspec", address).get_fs_token_paths(address)
        return [system.unstrip_protocol(path) for path in paths]
    except Error:
        raise
    except Exception as error:
        what = f"can't be listed: {' '.join(str(error).split()) or type(error).__name__}"
        raise Error("input", address, what, "check the address, and that its credentials are found") from None


def dedup_files(data: Any, *, text: str, id: str, out: Any, progress: Any, options: Mapping[str, Any]) -> Deduplicated:
    """dedup of files: those that the program reads by itself, and those that pyarrow reads."""
    paths = expanded(data)
    out = None if out is None else os.fspath(out)
    if any(is_shard(path) for path in paths):
        return _dedup_shards(paths, text, id, out, progress, options)
    arguments = arguments_of("dedup", {"text": text, "id": id, **options}, excluded=OF_THE_PROGRAM)
    arguments += ["--dry-run"] if out is None else [f"--output={out}"]
    found = _core.DedupFound.of_files([*arguments, "--", *paths], listener(progress))
    return Deduplicated(found, None, text, id)


def _dedup_shards(
    paths: list[str], text: str, id: str, out: str | None, progress: Any, options: Mapping[str, Any]
) -> Deduplicated:
    lists = {kind: os.fspath(options[kind]) for kind in ("removed", "clusters") if options.get(kind)}
    others = {name: value for name, value in options.items() if name not in lists}
    arguments = arguments_of("dedup", {"text": text, "id": id, **others}, excluded=OF_THE_PROGRAM + OF_FILES)
    found = dedup_shards(paths, out, [*arguments, "--dry-run", "--", "shards"], listener(progress), lists)
    return Deduplicated(found, None, text, id)

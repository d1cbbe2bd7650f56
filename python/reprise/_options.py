"""Keywords as the program's options: shingle_size=7 is --shingle-size 7, chain=True is --chain."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from functools import cache
from typing import Any

from . import _core
from ._errors import Error

# What the program says with the whole name, and Python, where a table has columns, with the short one.
_FIELDS = ("text", "id", "title", "source", "date", "url")


@cache
def _known(command: str) -> dict[str, bool]:
    """Returns the names of the command's options, and whether each takes a value."""
    return {option["name"]: option["value"] != "" for option in _core.options_of(command)}


def arguments_of(command: str, keywords: Mapping[str, Any], excluded: tuple[str, ...] = ()) -> list[str]:
    """Returns the arguments that the keywords stand for. Throws Error for names that the command does not have."""
    arguments = []
    known = _known(command)
    for keyword, value in keywords.items():
        name = keyword.replace("_", "-")
        if keyword in _FIELDS:
            name = f"{keyword}-field"
        if name not in known or keyword in excluded:
            raise _unknown(command, keyword, known, excluded)
        if value is None or value is False:
            continue
        if not known[name]:
            arguments.append(f"--{name}")
            continue
        values = value if isinstance(value, list | tuple) else [value]
        for one in values:
            arguments += [f"--{name}={_written(one)}"]
    return arguments


def keyword_of(option: str) -> str:
    """Returns what an option is called in Python."""
    return option.removesuffix("-field").replace("-", "_")


def _unknown(command: str, keyword: str, known: Mapping[str, bool], excluded: tuple[str, ...]) -> Error:
    keywords = {keyword_of(name) for name in known} - set(excluded)
    near = difflib.get_close_matches(keyword, keywords, 1)
    remedy = f"did you mean {near[0]}=?" if near else "the options are " + ", ".join(sorted(keywords))
    return Error("usage", command, f"has no option {keyword}=", remedy)


def _written(value: Any) -> str:
    return os.fspath(value) if isinstance(value, os.PathLike) else str(value)

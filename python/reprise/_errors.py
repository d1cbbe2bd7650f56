"""What the library throws, as an exception of Python."""

from __future__ import annotations

import re

_OPTION = re.compile(r"--([a-z]+(?:-[a-z]+)*)\b")


class Error(Exception):
    """Something stopped the work. ``str()`` is one line: WHERE: WHAT; REMEDY.

    kind    "usage" (arguments that can't be), "input" (what was read), "system" (the machine), or "stopped"
    where   the file, row or option to blame; empty if there is none
    what    what happened
    remedy  what to do about it; empty if nobody knows
    """

    def __init__(self, kind: str, where: str, what: str, remedy: str = "") -> None:
        self.kind, self.where, self.what, self.remedy = kind, where, what, remedy
        line = f"{where}: {what}" if where else what
        super().__init__(f"{line}; {remedy}" if remedy else line)

    def __reduce__(self) -> tuple[type[Error], tuple[str, str, str, str]]:
        return Error, (self.kind, self.where, self.what, self.remedy)


def in_python(text: str) -> str:
    """Returns a message with options as keywords are written: shingle_size= for --shingle-size."""
    return _OPTION.sub(lambda option: option[1].replace("-", "_") + "=", text)


def from_library(kind: str, where: str, what: str, remedy: str) -> Error:
    return Error(kind, in_python(where), in_python(what), in_python(remedy))

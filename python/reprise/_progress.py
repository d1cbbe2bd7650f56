"""Who is told how far a call is: a function, or a bar of tqdm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ._tables import needed


def listener(progress: Any) -> Callable[[str, int, int], object] | None:
    """Returns what the library calls with phase, done and total (0: nobody knows), or None.

    `progress`: None, such a function, or True for a bar of tqdm.
    """
    if progress is True:
        return _Bar()
    return progress or None


class _Bar:
    def __init__(self) -> None:
        self._tqdm = needed("tqdm", "progress=True").tqdm
        self._bar: Any = None
        self._phase = ""

    def __call__(self, phase: str, done: int, total: int) -> None:
        if phase != self._phase:
            if self._bar is not None:
                self._bar.close()
            self._phase, self._bar = phase, self._tqdm(desc=phase, total=total or None)
        self._bar.update(done - self._bar.n)

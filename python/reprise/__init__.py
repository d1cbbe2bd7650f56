"""Reprise finds what was said before: near-duplicates, shared passages, talking points.

    reprise.dedup(table, text="text", keep="longest").table()     # a corpus without its near-duplicates
    reprise.compare(["a.txt", "b.txt"]).pairs                     # who has how much of whom
    reprise.band_keys(column); reprise.verify(left, right)        # for engines that join by themselves

Names and defaults are those of the program ``reprise``, and so are the answers, for every number of threads.
"""

from . import _core
from ._compare import Comparison, compare, matrix, passages, points, read_report
from ._dedup import Deduplicated, band_keys, dedup, verify
from ._errors import Error
from ._keywords import CompareOptions, DedupOptions
from ._tables import Column, Table

__version__: str = _core.version
EXPORTS: tuple[str, ...] = tuple(_core.export_names())

__all__ = [
    "EXPORTS", "Column", "CompareOptions", "Comparison", "DedupOptions", "Deduplicated", "Error", "Table", "band_keys",
    "compare", "dedup", "matrix", "passages", "points", "read_report", "verify",
]  # fmt: skip

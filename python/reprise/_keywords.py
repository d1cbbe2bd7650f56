"""The keywords of dedup and of compare: the options of the program, with _ for -; defaults in brackets.

A test holds them to the program's own list.
"""

from __future__ import annotations

import os
from typing import Literal, TypedDict

Path = str | os.PathLike[str]


class SharedOptions(TypedDict, total=False):
    """Of all of them."""

    title: str
    """Column or field that holds the title (title)."""
    source: str
    """Column or field that holds the source (source)."""
    date: str
    """Column or field that holds the date (date)."""
    url: str
    """Column or field that holds the url (url)."""
    keep_case: bool
    """The and the are two words."""
    keep_punctuation: bool
    """Marks and symbols are words of their own, where similarity is measured."""
    fold_digits: bool
    """Every digit reads 0."""
    drop_marks: bool
    """Café and cafe are one word."""
    fold_letters: bool
    """Arabic and Persian forms of a letter or a digit are one."""
    fold_lookalikes: bool
    """Cyrillic, Greek and Armenian letters in Latin words read as what they look like."""
    shingles: Literal["words", "characters"]
    """What similarity counts runs of (words)."""
    shingle_size: int
    """How many of them are one run (5)."""
    sketch_slots: int
    """Size of the sketches that propose pairs (128)."""
    seed: int
    """Of the sketches (1)."""
    preset: str
    """Options for a kind of work: news, essays, corpus or scans; what is given itself comes first."""
    threads: int
    """Threads to use; 0: one a core (0)."""
    format: Literal["auto", "text", "jsonl", "csv", "html", "feed", "office", "pdf", "warc"]
    """What the files hold; auto goes by the name, else by the first bytes, and takes standard input as JSONL
    (auto)."""
    metadata: Path
    """A table (CSV) with titles, sources, dates and urls of text files."""
    encoding: str
    """Encoding of files that are no JSONL, such as windows-1251; else it is told by their bytes."""
    html_content: Literal["main", "all"]
    """What of a web page is read: the article alone, or all text that it shows (main)."""


class DedupOptions(SharedOptions, total=False):
    """Of dedup, band_keys and verify."""

    threshold: float
    """Similarity from which a document leaves (0.8)."""
    measure: Literal["jaccard", "containment"]
    """Shared shingles over all of both, or over those of the document that would leave (jaccard)."""
    keep: str
    """Which of several copies stays; max:FIELD and min:FIELD: by a number or a date; order:SOURCE,...: by the
    source (first)."""
    verify: Literal["exact", "estimate", "off"]
    """How candidates are compared: by all shingles, by sketches, or not at all (exact)."""
    within: str
    """Compare only documents with the same value of this field."""
    same: str
    """Documents with the same value of this field are copies, whatever their texts; URLs are the same if they
    lead to one page."""
    chain: bool
    """Join clusters through chains of copies."""
    drop_furniture: bool
    """Leave out lines that say what page furniture says."""
    parts: str | list[str]
    """What is removed where it stands earlier: documents (without this option they alone), paragraphs, lines,
    sentences, runs of words (runs:50); with a number, so many in a row."""
    part_words: int
    """Paragraphs, lines and sentences of fewer words stay (1)."""
    part_count: int
    """Parts that stand less often stay (2)."""
    remove: Literal["later", "all"]
    """Which copies of a part: those behind the first, or the first, too (later)."""
    least_words: int
    """Documents leave that are shortened to fewer words (1)."""
    against: Path | list[Path]
    """Documents leave that hold an item of this reference; they are not compared with one another."""
    ngram: int
    """Items of fewer words must be there word for word (13)."""
    share: float
    """Share of an item's words that must stand near each other (0.7)."""
    short_items: bool
    """Seek items of fewer than five words, too; else they are left out and counted."""
    item_fields: str | list[str]
    """Fields of the reference that are an item each: question and answer; else the text is."""
    memory: str
    """Put what goes beyond this, as in 4G, into temporary files ($TMPDIR), as far as it can."""

    # Of files alone.
    removed: Path
    """Write what leaves as JSON Lines, with the copy that stands for it."""
    clusters: Path
    """Write the clusters as JSON Lines."""
    annotate: Literal["none", "kept", "all"]
    """Add a field 'reprise' to the records that stay, or to all, and write all (none)."""
    rejects: Path
    """Write every record that could not be read as JSON Lines."""


class CompareOptions(SharedOptions, total=False):
    """Of compare, matrix, passages and points."""

    text: str
    """Field of JSONL records that holds the text; a dot goes inside (text)."""
    id: str
    """The same for ids (id)."""
    threshold: float
    """Similarity from which documents are near-duplicates (0.5)."""
    chain: bool
    """Join clusters through chains of near-duplicates."""
    drop_furniture: bool
    """Leave out mastheads, notices and rows of links."""
    passage_words: int
    """Equal words that make a passage (8)."""
    passage_identity: float
    """Share of its words that must be equal (0.4)."""
    passage_gap: int
    """Differing words that a passage may run over (10)."""
    passage_unit: Literal["stems", "words", "characters"]
    """What the seed of a passage is a run of; characters for noisy text, with a seed of some 12 (stems)."""
    passage_seed: int
    """So many of them in a row must a passage hold (4)."""
    passage_holders: int
    """Places that may share a seed; beyond, each is compared with two of them alone (50)."""
    against: Path | list[Path]
    """Compare with these references alone, not with one another: an archive, files or a folder."""
    ignore: Path | list[Path]
    """Leave out passages that stand in this text."""
    skip_same: str
    """Leave out passages between documents of one field: source, title or another."""
    skip_quotations: bool
    """Leave out passages that are quoted on both sides."""
    keep_furniture: bool
    """Report mastheads, notices and rows of links like other text."""
    language: str
    """Of the texts; auto: of each as its words say; a NAME is that of a stemmer (auto)."""
    point_score: float
    """Chance from which statements are one point (0.18)."""
    model: Path
    """Points: a model of language, which knows what means the same in other words. The wheel can't
    run one."""
    vector_cache: Path
    """Keep what the model said in this file, for the next run."""
    judge_command: str
    """Points: a program that is asked which pairs of statements say the same (docs/meaning.md)."""
    judge_pairs: int
    """Pairs that it is asked of a statement's part, the likeliest first (20)."""
    judge_seconds: float
    """Seconds that it has for each 500 pairs (600)."""
    judge_cache: Path
    """Keep its verdicts in this file, for the next run."""
    rank: Literal["reused", "jaccard", "containment", "points"]
    """What the list of pairs is ordered by; passages: reused alone (reused)."""
    no_text: bool
    """Leave the documents' texts out of it."""
    floor: float
    """Leave smaller entries out of matrices of more than 1,000 documents (0.01)."""

"""Reference items: `reprise dedup --against` must name the pages that hold an item, edited or not, and no others.

Each page holds one planted item; the words of the copy were replaced, dropped or added at a rate. Printed are, by
length of the items and rate,
    recall   the share of the items that are named for their page
    span     of those named, the mean of what the reported bytes and the planted ones share, over all that they cover
and of what is named besides: as many as really stand there (a corpus repeats itself) and those that don't: false items.
One is taken to stand there if at least half of its words stand in the reported bytes, in their order.

Items of fewer than 13 words count by exact match alone, so that their recall falls as soon as words are edited.
"""
import collections
import difflib
import json
import re
import subprocess
import tempfile
from pathlib import Path

import generate
from harness import ratio, records_of, table

LENGTHS = [(8, 12), (13, 19), (20, 31), (32, 63), (64, 149), (150, 400)]
RATES = [0, 0.05, 0.1]

# An item as it stands in the reference file, and where its copy stands in a page: in bytes of the page's text.
Case = collections.namedtuple("Case", "item page begin end length rate")


def matches_of(bench, pages, items):
    """What the program names, (page, item, begin, end) by numbers, and which pages it removed as copies of others."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for name, texts in (("pages", pages), ("items", items)):
            lines = (json.dumps({"id": f"{name}-{i}", "text": text}) + "\n" for i, text in enumerate(texts))
            (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        done = subprocess.run([bench.program, "dedup", folder / "pages.jsonl", "-o", folder / "out.jsonl", "--against",
                               folder / "items.jsonl", "--removed", folder / "removed.jsonl", "--quiet"],
                              capture_output=True)
        if done.returncode != 0:
            raise SystemExit(f"dedup ended with {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
        removed = [json.loads(line) for line in (folder / "removed.jsonl").read_text(encoding="utf-8").splitlines()]
        kept = len((folder / "out.jsonl").read_bytes().splitlines())

    def number(where):
        return int(where.rsplit(":", 1)[1]) - 1

    if kept + len({r["where"] for r in removed}) != len(pages):
        raise SystemExit(f"of {len(pages)} pages {kept} were kept, and {len({r['where'] for r in removed})} removed")
    named = [(number(r["where"]), int(re.search(r"\d+$", r["item"]).group()), r["begin"], r["end"])
             for r in removed if "item" in r]
    return named, {number(r["where"]) for r in removed if "item" not in r}


def overlap(begin, end, other_begin, other_end):
    shared = min(end, other_end) - max(begin, other_begin)
    return max(0, shared) / (max(end, other_end) - min(begin, other_begin))


def words_of(text):
    return re.findall(r"\w+", text.casefold())


def stands_there(item, text):
    """Half of the item's words, in their order; difflib is no part of the program."""
    wanted = words_of(item)
    matcher = difflib.SequenceMatcher(None, wanted, words_of(text), autojunk=False)
    return 2 * sum(block.size for block in matcher.get_matching_blocks()) >= len(wanted)


def measure(bench, pages, items, cases):
    named, copies = matches_of(bench, pages, items)
    by_case = {(case.page, case.item): case for case in cases if case.page not in copies}
    spans = {}
    others = false = 0
    for page, item, begin, end in named:
        case = by_case.get((page, item))
        if case and overlap(begin, end, case.begin, case.end) > 0:
            spans[page, item] = overlap(begin, end, case.begin, case.end)
        elif stands_there(items[item], pages[page].encode()[begin:end].decode(errors="replace")):
            others += 1
        else:
            false += 1
    rows, figures = [], {}
    for low, high in LENGTHS:
        row = [f"{low} to {high} words"]
        for rate in RATES:
            of_cell = [key for key, c in by_case.items() if low <= c.length <= high and c.rate == rate]
            found = [spans[key] for key in of_cell if key in spans]
            recall, span = ratio(len(found), len(of_cell)), ratio(sum(found), len(found))
            figures[f"{low}-{high}, {rate:.0%}"] = {"planted": len(of_cell), "recall": recall, "span": span}
            row += [recall, span]
        rows.append(row)
    table(["", *(f"{what} {rate:.0%}" for rate in RATES for what in ("recall", "span"))], rows)
    print(f"  {len(by_case)} items planted; named besides: {others} that stand there too, {false} false")
    return figures | {"others": others, "false": false}


def generated(bench, each=150, seed=5):
    writer, pages, items, cases = generate.Writer(seed), [], [], []
    for low, high in LENGTHS:
        for rate in RATES:
            for _ in range(each):
                item = writer.draw(writer.between(low, high))
                copy, page = writer.edit(item, rate), writer.draw(writer.between(300, 1500))
                at = writer.below(len(page))
                text, places = writer.write(page[:at] + copy + page[at:])
                begin, end = (len(text[:c].encode()) for c in (places[at][0], places[at + len(copy) - 1][1]))
                cases.append(Case(len(items), len(pages), begin, end, len(item), rate))
                items.append(writer.write(item)[0])
                pages.append(text)
    return measure(bench, pages, items, cases)


def corpus(bench, each=100, seed=6):
    """Prose of four languages: each item is drawn from one document and planted in another, at a blank."""
    def is_prose(record):
        return record.get("src") != "win32" and len(record["text"].split()) > 450

    texts = [r["text"] for r in records_of(bench.shared_path("data/corpus/corpus.jsonl.zst"), 40000) if is_prose(r)]
    writer = generate.Writer(seed)
    texts.sort(key=lambda _: writer.random())
    half = len(texts) // 2
    sources, targets = texts[:half], texts[half:]
    pages, items, cases = [], [], []
    for low, high in LENGTHS:
        for rate in RATES:
            for _ in range(each):
                words = [w for w in sources[len(items) % half].split() if any(c.isalnum() for c in w)]
                length = min(writer.between(low, high), len(words))
                first = writer.below(len(words) - length + 1)
                item, page = words[first:first + length], targets[len(pages) % len(targets)]
                at = page.index(" ", writer.below(len(page) // 2))
                before, copy = page[:at + 1].encode(), " ".join(writer.edit(item, rate)).encode()
                cases.append(Case(len(items), len(pages), len(before), len(before) + len(copy), length, rate))
                items.append(" ".join(item))
                pages.append((before + copy + page[at:].encode()).decode())
    return measure(bench, pages, items, cases)


sections = [
    ("generated pages of 300 to 1,500 words, an item in each", generated),
    ("corpus, prose of four languages, an item in each page", corpus),
]

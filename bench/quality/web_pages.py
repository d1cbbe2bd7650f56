#!/usr/bin/env python3
"""How much of a page's text is found, and how much else: on pages whose text others have written down.

    bench/quality/web_pages.py --pages DIR [--tools build/bench] [--peers]

DIR is a copy of github.com/scrapinghub/article-extraction-benchmark: 181 pages in html/, their texts in
ground-truth.json, and evaluate.py, which is what counts here. It is no part of the project. The pages are dealt to two
halves by turns in the order of their names: `tune`, which the method was chosen on, and `look`. With --peers, what is
installed of trafilatura, resiliparse and fastwarc reads the same pages in the same run, on one thread.
"""
import argparse
import gzip
import importlib.util
import io
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 3


def scorer(folder):
    """The benchmark's own evaluate.py, as a module."""
    spec = importlib.util.spec_from_file_location("evaluate", folder / "evaluate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(evaluate, truth, texts, names):
    counts = [evaluate.string_shingle_matching(true=truth[n]["articleBody"], pred=texts.get(n) or "") for n in names]
    return evaluate.metrics_from_tp_fp_fns(counts)


def show(evaluate, truth, who, texts):
    names = sorted(truth)
    for half, chosen in (("tune", names[0::2]), ("look", names[1::2]), ("all", names)):
        m = score(evaluate, truth, texts, chosen)
        print(f"{who:<14}{half:<6}F1 {m['f1']:.3f}  precision {m['precision']:.3f}  recall {m['recall']:.3f}")


def speed(who, size, work):
    """Runs the work a few times; returns what it gave, and prints the fastest run's speed by the clock of the processor."""
    fastest = None
    for _ in range(ROUNDS):
        begin = time.process_time()
        result = work()
        taken = time.process_time() - begin
        fastest = taken if fastest is None else min(fastest, taken)
    print(f"{who:<20}{size / 1e6 / fastest:8.1f} MB/s")
    return result


def archive_of(pages):
    """The pages as responses in one archive, a gzip member a record."""
    out = io.BytesIO()
    for name, page in pages.items():
        content = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
        head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://pages.example/{name}\r\n"
                f"WARC-Date: 2031-05-12T08:30:15Z\r\nContent-Type: application/http; msgtype=response\r\n"
                f"WARC-Record-ID: <urn:x:{name}>\r\nContent-Length: {len(content)}\r\n\r\n").encode()
        out.write(gzip.compress(head + content + b"\r\n\r\n", mtime=0))
    return out.getvalue()


def ours(tools, pages, archive):
    with tempfile.TemporaryDirectory() as folder:
        for name, page in pages.items():
            (Path(folder) / f"{name}.html").write_bytes(page)
        found = subprocess.run([tools / "reprise_extract", folder], capture_output=True, check=True)
        sys.stdout.write("reprise " + found.stderr.decode())
        (Path(folder) / "pages.warc.gz").write_bytes(archive)
        read = subprocess.run([tools / "reprise_extract", f"{folder}/pages.warc.gz"], capture_output=True, check=True)
        sys.stdout.write("reprise " + read.stderr.decode())
    return {name: fields["text"] for name, fields in json.loads(found.stdout).items()}


def resiliparse(pages, archive):
    from fastwarc.warc import ArchiveIterator, WarcRecordType
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def text_of(page):
        tree = HTMLTree.parse_from_bytes(page, detect_encoding(page))
        return extract_plain_text(tree, main_content=True, alt_texts=False, links=False)

    def read_archive():
        records = ArchiveIterator(io.BytesIO(archive), record_types=WarcRecordType.response)
        return [text_of(record.reader.read()) for record in records]

    size = sum(map(len, pages.values()))
    texts = speed("resiliparse pages", size, lambda: {name: text_of(page) for name, page in pages.items()})
    speed("fastwarc archive", len(gzip.decompress(archive)), read_archive)
    return texts


def trafilatura(pages, _):
    from trafilatura import extract

    def read():
        return {name: extract(page.decode("utf-8", "replace"), include_comments=False) for name, page in pages.items()}

    return speed("trafilatura pages", sum(map(len, pages.values())), read)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=Path, required=True)
    parser.add_argument("--tools", type=Path, default=Path("build/bench"))
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args()
    evaluate = scorer(options.pages)
    truth = json.loads((options.pages / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {name: gzip.decompress((options.pages / "html" / f"{name}.html.gz").read_bytes()) for name in sorted(truth)}
    archive = archive_of(pages)
    print(f"{len(pages)} pages, {sum(map(len, pages.values())):,} bytes")
    found = {"reprise": ours(options.tools.resolve(), pages, archive)}
    for who, read in (("resiliparse", resiliparse), ("trafilatura", trafilatura)) if options.peers else ():
        try:
            found[who] = read(pages, archive)
        except ImportError as error:
            print(f"{who}: not installed ({error})", file=sys.stderr)
    for who, texts in found.items():
        show(evaluate, truth, who, texts)


if __name__ == "__main__":
    main()

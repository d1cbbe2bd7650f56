"""Running whole processes for the benchmarks of peers and of scale: time, processor time, peak memory; in turns.

Processor time is the calm figure on a busy machine, time the honest one on a quiet one. Peak memory is the largest of
the processes that a command started, not their sum; what is below 30 MB can't be told from this program's own.
"""
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("REPRISE_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "data/corpus/corpus.jsonl.zst"


class Run(NamedTuple):
    seconds: float
    processor: float
    peak: int  # bytes


def fail(message):
    sys.exit(f"{Path(sys.argv[0]).parent.name}/{Path(sys.argv[0]).name}: {message}")


def program(path, target):
    """The path, if it is a program; else the end, with how to build it."""
    if not os.access(path, os.X_OK) or Path(path).is_dir():
        fail(f"{path} is no program; build {target} with -DCMAKE_BUILD_TYPE=Release -DREPRISE_BUILD_BENCHMARKS=ON "
             "(bench/README.md)")
    return str(path)


def measure(command, threads=1, accepted=(0,), stdin=None, **environment):
    """Runs the command with at most so many threads where a library asks the environment; its output is kept only for
    the case that it fails. `stdin` is an open file."""
    limits = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"), str(threads))
    command = [str(word) for word in command]
    begin = time.perf_counter()
    with subprocess.Popen(command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          env={**os.environ, **limits, "PYTHONDONTWRITEBYTECODE": "1", **environment}) as process:
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accepted:
        fail(f"{' '.join(command)}\nended with {process.returncode}: {said.decode(errors='replace')[-2000:]}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def in_turns(rounds, works):
    """Runs each of {name: work} once a round, one after another, so that a busy minute hits all; returns {name: runs}.
    """
    runs = {name: [] for name in works}
    for number in range(rounds):
        for name, work in works.items():
            shown = ", ".join(map(str, name)) if isinstance(name, tuple) else name
            print(f"round {number + 1} of {rounds}: {shown}", file=sys.stderr, flush=True)
            runs[name].append(work())
    return runs


def median(runs, field):
    return statistics.median(getattr(run, field) for run in runs)


def spread(values, digits=1):
    """The median, and in brackets the least and the largest."""
    values = list(values)
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}-{max(values):.{digits}f})"


def read_into_cache(path):
    with open(path, "rb") as file:
        while file.read(1 << 22):
            pass


def corpus(folder, documents):
    """The first documents of the corpus (0: all), inflated into the folder; None, said aloud, if there is no corpus."""
    if not CORPUS.exists():
        print(f"skipped: {CORPUS} is not there ($REPRISE_SHARED names the folder of shared data)")
        return None
    path = Path(folder) / f"corpus-{documents or 'all'}.jsonl"
    if not path.exists() or path.stat().st_mtime < CORPUS.stat().st_mtime:
        part = path.with_suffix(".part")
        with open(part, "wb") as out:
            try:
                source = subprocess.Popen(["zstd", "-dcq", CORPUS], stdout=subprocess.PIPE)
            except FileNotFoundError:
                fail("the zstd program is not installed (tools/setup test)")
            for number, line in enumerate(source.stdout):
                if documents and number == documents:
                    source.kill()
                    break
                out.write(line)
            if source.wait() not in (0, -9):
                fail(f"{CORPUS} can't be inflated")
        part.rename(path)
    return path


def lines_of(path):
    with open(path, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 22), b""))


def machine():
    """One line about where this ran."""
    model = "unknown processor"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    return f"{model}, {os.cpu_count()} threads, load {os.getloadavg()[0]:.1f}"

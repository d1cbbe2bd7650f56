"""What the tests of the program share: running it in a folder of its own, writing inputs, reading reports strictly."""

import collections
import functools
import gzip
import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import jsonschema

SOURCE = Path(os.environ.get("REPRISE_SOURCE_DIR", Path(__file__).resolve().parents[2]))
PROGRAM = os.environ.get("REPRISE_PROGRAM", str(SOURCE / "build/release/reprise"))
SAMPLES = SOURCE / "samples"
COMMANDS = ("compare", "matrix", "passages", "points")
BOM = b"\xef\xbb\xbf"

Outcome = collections.namedtuple("Outcome", "code out err")


def clean_environment(**changes):
    """Only what programs need, and what sanitizers are told."""
    kept = {k: v for k, v in os.environ.items() if k == "PATH" or k.endswith("SAN_OPTIONS")}
    return {**kept, "LC_ALL": "C.UTF-8", **changes}


@functools.cache
def schema():
    with open(SOURCE / "lib/reprise/report/json/report.schema.json") as file:
        content = json.load(file)
    jsonschema.Draft7Validator.check_schema(content)
    return jsonschema.Draft7Validator(content)


def strict_json(text):
    """Parses JSON of RFC 8259: no NaN, no key twice."""

    def unique(pairs):
        keys = [key for key, _ in pairs]
        if len(keys) != len(set(keys)):
            raise ValueError(f"a key stands twice: {keys}")
        return dict(pairs)

    def refuse(word):
        raise ValueError(f"{word} is no JSON")

    return json.loads(text, object_pairs_hook=unique, parse_constant=refuse)


class ProgramTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="reprise-test-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, content):
        """Writes a file into the test's folder: str as UTF-8, bytes as they are."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def write_jsonl(self, name, records):
        content = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records).encode()
        if name.endswith(".gz"):
            content = gzip.compress(content)
        if name.endswith(".zst"):
            content = subprocess.run(["zstd", "-qc"], input=content, stdout=subprocess.PIPE, check=True).stdout
        return self.write(name, content)

    def start(self, *arguments, environment=None, program=PROGRAM, **options):
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "cwd": self.folder, **options}
        return subprocess.Popen([program, *map(str, arguments)],
                                env=clean_environment(**(environment or {})), **options)

    def reprise(self, *arguments, stdin=None, timeout=60, **options):
        """Runs the program in the test's folder. A crash fails the test, and so does one that takes too long."""
        if stdin is not None:
            options["stdin"] = subprocess.PIPE
        process = self.start(*arguments, **options)
        with process:
            try:
                out, err = process.communicate(stdin, timeout)
            except subprocess.TimeoutExpired:
                process.kill()
                self.fail(f"took longer than {timeout} s: {arguments}")
        err = (err or b"").decode()
        self.assertGreaterEqual(process.returncode, 0, f"crashed: {arguments}\n{err}")
        return Outcome(process.returncode, (out or b"").decode(), err)

    def check_schema(self, report):
        errors = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:300]}" for e in schema().iter_errors(report)]
        self.assertEqual(errors[:5], [])

    def report(self, *arguments, code=0, validate=True, **options):
        """Runs a command with --json - and returns its report, checked against the schema."""
        outcome = self.reprise(*arguments, "--json", "-", **options)
        self.assertEqual(outcome.code, code, outcome.err)
        report = strict_json(outcome.out)
        if validate:
            self.check_schema(report)
        return report

    def check_failure(self, outcome, code, *messages):
        """The exit code, nothing on standard output, and a message that says all of this (regular expressions)."""
        self.assertEqual((outcome.code, outcome.out), (code, ""), outcome.err)
        self.assertTrue(outcome.err.startswith("reprise: "), outcome.err)
        for message in messages:
            self.assertRegex(outcome.err, message)

    def files(self):
        """Every file in the test's folder, to see what was left behind."""
        return sorted(str(p.relative_to(self.folder)) for p in self.folder.rglob("*") if not p.is_dir())


def matrix(report, measure):
    return next(m for m in report["matrices"] if m["measure"] == measure)


def words(text):
    return re.findall(r"\w+(?:['’]\w+)*", text.casefold())


def generated_texts(count, seed=1, words_each=60):
    """Texts out of an invented vocabulary; every third one borrows a stretch from the one before."""
    state = seed

    def draw(below):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state >> 33) % below

    syllables = "ba den fir gol hu jas ket lom mar nis pel qua rov sud tam vek wil zor".split()
    vocabulary = ["".join(syllables[draw(18)] for _ in range(2 + draw(2))) for _ in range(4000)]

    def sentence():
        return " ".join(vocabulary[draw(4000)] for _ in range(8 + draw(8))).capitalize() + f" {draw(90) + 10} million."

    texts = []
    for i in range(count):
        sentences = []
        while sum(len(s.split()) for s in sentences) < words_each:
            sentences.append(sentence())
        if i % 3 == 2:
            sentences[1:1] = texts[-1].split("\n")[:2]
        texts.append("\n".join(sentences))
    return texts

"""Inputs of sizes that only a full run can afford: set REPRISE_TEST_ALL=1."""

import gzip
import json
import os
import unittest

from support import SAMPLES, ProgramTest, generated_texts, strict_json


@unittest.skipUnless(os.environ.get("REPRISE_TEST_ALL") == "1", "SKIPPED, takes minutes and gigabytes: set REPRISE_TEST_ALL=1")
class Huge(ProgramTest):
    def check(self, *paths, documents):
        outcome = self.reprise("compare", *paths, "--no-text", "--json", "report.json", timeout=600)
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        report = strict_json((self.folder / "report.json").read_text())
        self.assertEqual(len(report["documents"]), documents)
        return report

    def test_a_document_of_200_megabytes(self):
        block = "\n".join(generated_texts(1, words_each=20_000)).encode()
        self.write("huge.txt", block * (200_000_000 // len(block) + 1))
        self.write("small.txt", block[:3000])
        report = self.check("huge.txt", "small.txt", documents=2)
        self.assertGreater(report["documents"][0]["bytes"], 200_000_000)

    def test_a_line_of_100_megabytes(self):
        text = " ".join(generated_texts(1, words_each=20_000)[0].split())
        records = [{"text": "Before."}, {"text": text * (100_000_000 // len(text) + 1)}, {"text": "Behind."}]
        for name in ("huge.jsonl", "huge.jsonl.zst"):
            self.write_jsonl(name, records)
            report = self.check(name, documents=3)
            self.assertEqual(report["documents"][1]["bytes"], len(records[1]["text"].encode()))
            self.assertEqual(report["documents"][2]["where"], f"{name}:3")

    def test_a_line_of_100_megabytes_that_is_no_json(self):
        self.write("huge.jsonl", b'{"text": "' + b"word " * 20_000_000 + b'\n{"text": "Behind."}\n')
        outcome = self.reprise("compare", "huge.jsonl", timeout=300)
        self.assertEqual(outcome.code, 3)
        self.assertIn("huge.jsonl:1: no JSON", outcome.err)
        self.assertLess(len(outcome.err), 500)

    def test_a_line_of_half_a_gigabyte_takes_no_memory(self):
        with gzip.open(self.folder / "huge.jsonl.gz", "wb", compresslevel=1) as file:
            file.write(b'{"text": "Before."}\n{"text": "')
            for _ in range(512):
                file.write(b"abcdefg " * (1 << 17))
            file.write(b'"}\n{"text": "Behind."}\n')
        outcome = self.reprise("dedup", "huge.jsonl.gz", "--memory", "200M", "-o", "out.jsonl", timeout=300)
        self.assertEqual(outcome.code, 3)
        self.assertIn("huge.jsonl.gz:2: the record is longer than 256 MiB", outcome.err)
        self.assertEqual((self.folder / "out.jsonl").read_text(), '{"text": "Before."}\n{"text": "Behind."}\n')
        self.assertRegex(outcome.out + outcome.err, r"[0-9] MB of memory")

    def test_ten_thousand_copies(self):
        article = (SAMPLES / "plant-1-norvane-wire.txt").read_text()
        self.write("in.jsonl", (json.dumps({"text": article}) + "\n") * 10_000)
        report = self.check("in.jsonl", documents=10_000)
        self.assertEqual([len(c["documents"]) for c in report["clusters"]], [10_000])
        self.assertLess(len(report["pairs"]), 10_000)
        self.assertEqual(report["passages"], [])

    def test_a_million_figures(self):
        self.write("a.txt", "".join(f"They paid ${n} million, " for n in range(1_000_000)))
        self.check("a.txt", documents=1)


if __name__ == "__main__":
    unittest.main()

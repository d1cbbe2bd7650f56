"""Passages of texts that are made to make them slow: each ends in good time and little memory, with the right answer.

What takes more than a few seconds runs with REPRISE_TEST_ALL=1.
"""

import functools
import os
import random
import resource
import unittest

from support import ProgramTest, strict_json

SYLLABLES = "ba den fir gol hu jas ket lom mar nis pel qua rov sud tam vek wil zor".split()
IDLE = "the of and a to in was that for it with as his on".split()
HANZI = [chr(c) for c in range(0x4E00, 0x5800)]
THAI = [chr(c) for c in range(0x0E01, 0x0E2E)]
FOOTER = "Copyright the Norvane Gazette. All rights reserved. Corrections and letters go to the newsroom at Harbour Street."


@functools.cache
def vocabulary():
    draw = random.Random(1)
    return sorted({"".join(draw.choices(SYLLABLES, k=draw.choice((2, 3, 4)))) for _ in range(20_000)})


class ExtremesTest(ProgramTest):
    seconds, megabytes = 20, 400

    def setUp(self):
        super().setUp()
        self.random = random.Random(1)

    def words(self, count):
        draw, rare = self.random.random, vocabulary()
        return [IDLE[int(draw() * 14)] if draw() < 0.4 else rare[int(draw() ** 3 * len(rare))] for _ in range(count)]

    def text(self, count):
        return " ".join(self.words(count))

    def sentences(self, count):
        return [self.text(18).capitalize() + ".\n" for _ in range(count)]

    def passages(self, *arguments):
        """The report, if it came within the limits."""
        outcome = self.reprise("passages", *arguments, "--quiet", "--json", "report.json", timeout=self.seconds)
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        if "ASAN_OPTIONS" not in os.environ:  # sanitizers have memory of their own
            most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            self.assertLess(most, self.megabytes, "MB, the most of any run so far")
        return strict_json((self.folder / "report.json").read_text())

    def check_one(self, report, identity=(1, 1)):
        [passage] = report["passages"]
        self.assertTrue(identity[0] <= passage["identity"] <= identity[1], passage["identity"])
        self.assertGreater(passage["a"]["words"], 0.99 * report["documents"][0]["words"])

    def check_long_texts(self, words):
        text = self.words(words)
        self.write("a.txt", " ".join(text))
        self.write("b.txt", " ".join(text))
        self.check_one(self.passages("a.txt", "b.txt"))
        for i in range(2500, words, 5000):
            text[i] = "otherwise"
        self.write("b.txt", " ".join(text))
        self.check_one(self.passages("a.txt", "b.txt"), identity=(1 - 1 / 4000, 1 - 1 / 6000))

    def check_star(self, passages, documents):
        """Each of the documents is tied to another one, and all are one cluster."""
        self.assertEqual(len({p[side]["document"] for p in passages["passages"] for side in "ab"}), documents)
        self.assertLess(len(passages["passages"]), 6 * documents)
        [cluster] = passages["passage_clusters"]
        self.assertEqual(len(cluster["spans"]), documents)

    def check_shuffled(self, count, files):
        sentences = self.sentences(count)
        names = [f"{i}.txt" for i in range(files)]
        for name in names:
            self.random.shuffle(sentences)
            self.write(name, "".join(sentences))
        report = self.passages(*names)
        self.assertGreater(len(report["passages"]), 0.95 * count)
        self.assertGreater(min(d["reuse"]["share"] for d in report["documents"]), 0.95)

    def check_footer(self, documents, *options):
        self.write_jsonl("in.jsonl", [{"text": f"{self.text(25)}\n\n{FOOTER}"} for _ in range(documents)])
        report = self.passages("in.jsonl", *options)
        self.assertFalse(any("rights reserved" in p["text"] for p in report["passages"]))
        return {s["reason"] for s in report["suppressed"]}


class Extremes(ExtremesTest):
    def test_long_texts_that_are_nearly_identical(self):
        self.check_long_texts(150_000)

    def test_one_word_a_million_times(self):
        for name, count in (("a.txt", 1_000_000), ("b.txt", 1_000_000), ("c.txt", 700_000)):
            self.write(name, "word " * count + f"and then {name[0]} ended")
        self.assertLess(len(self.passages("a.txt", "b.txt")["passages"]), 100)
        self.assertLess(len(self.passages("a.txt", "c.txt")["passages"]), 100)

    def test_two_words_in_turn(self):
        self.write("a.txt", "harbour ferry " * 100_000)
        self.write("b.txt", "ferry harbour " * 100_000 + "late")
        self.assertLess(len(self.passages("a.txt", "b.txt")["passages"]), 100)

    def test_a_text_ten_times_over(self):
        text = self.text(3000) + "\n\n"
        self.write("a.txt", text)
        self.write("b.txt", text * 10)
        report = self.passages("a.txt", "b.txt")
        self.assertGreater(min(d["reuse"]["share"] for d in report["documents"]), 0.99)
        self.assertLess(len(report["passages"]), 20)

    def test_ten_thousand_copies(self):
        self.write_jsonl("in.jsonl", [{"text": self.text(60)}] * 10_000)
        report = self.passages("in.jsonl")
        self.check_star(report, 10_000)
        self.assertEqual({p["identity"] for p in report["passages"]}, {1})

    def test_ten_thousand_near_copies(self):
        text = self.words(61)
        texts = []
        for i in range(10_000):
            copy = list(text)
            copy[self.random.randrange(10, 50)] = f"changed{i}"
            texts.append({"text": " ".join(copy)})
        self.write_jsonl("in.jsonl", texts)
        self.check_star(self.passages("in.jsonl"), 10_000)

    def test_no_shared_word(self):
        for name in "ab":
            self.write(f"{name}.txt", " ".join(f"{name}{i}" for i in range(200_000)))
        self.assertEqual(self.passages("a.txt", "b.txt")["passages"], [])

    def test_texts_without_spaces(self):
        for script, letters in (("zh", HANZI), ("th", THAI)):
            text = "".join(self.random.choices(letters, k=20_000))
            self.write(f"{script}1.txt", text)
            self.write(f"{script}2.txt", text[5000:])
        for script in ("zh", "th"):
            report = self.passages(f"{script}1.txt", f"{script}2.txt")
            self.assertGreater(report["documents"][1]["reuse"]["share"], 0.95, script)

    def test_a_word_of_a_megabyte(self):
        self.write("a.txt", "x" * 1_000_000)
        self.write("b.txt", "x" * 1_000_000 + "y")
        self.write("c.txt", f"{self.text(20)} {'x' * 1_000_000} {self.text(20)}")
        self.assertEqual(self.passages("a.txt", "b.txt", "c.txt")["passages"], [])
        self.write("d.txt", (self.folder / "c.txt").read_text().replace("xy", "xz") + " end")
        self.assertEqual(len(self.passages("c.txt", "d.txt")["passages"]), 1)

    def test_mixed_scripts(self):
        sample = "Паром опоздал на четырнадцать месяцев. 新渡轮将推迟十四个月投入使用。 ستتأخر العبّارة الجديدة أربعة عشر شهراً. The ferry was late. เรือข้ามฟากลำใหม่จะล่าช้า "
        self.write("a.txt", f"{self.text(50)}. {sample}")
        self.write("b.txt", f"{sample} {self.text(50)}.")
        [passage] = self.passages("a.txt", "b.txt")["passages"]
        self.assertEqual(passage["identity"], 1)
        self.assertTrue(passage["text"].startswith("Паром") and "العبّارة" in passage["text"] and "ferry" in passage["text"])

    def test_five_thousand_tiny_documents_with_one_footer(self):
        self.assertEqual(self.check_footer(5000), {"furniture"})

    def test_a_footer_that_no_reference_has(self):
        self.write("reference.txt", self.text(3000))
        self.check_footer(5000, "--against", "reference.txt")

    def test_the_same_sentences_in_other_orders(self):
        self.check_shuffled(2000, 2)
        self.check_shuffled(1000, 3)


@unittest.skipUnless(os.environ.get("REPRISE_TEST_ALL") == "1", "SKIPPED, takes minutes: set REPRISE_TEST_ALL=1")
class HugeExtremes(ExtremesTest):
    seconds, megabytes = 60, 2000

    def test_fifty_megabytes(self):
        self.check_long_texts(8_000_000)

    def test_twenty_thousand_documents_with_a_footer_that_no_reference_has(self):
        self.write("reference.txt", self.text(3000))
        self.check_footer(20_000, "--against", "reference.txt")

    def test_a_footer_in_twenty_thousand_documents(self):
        self.check_footer(20_000)

    def test_thirty_thousand_sentences_in_other_orders(self):
        self.check_shuffled(30_000, 3)

    def test_an_anthology_and_those_who_quote_from_it(self):
        paragraphs = [self.text(40) + "\n\n" for _ in range(3000)]
        self.write("anthology.txt", "".join(paragraphs))
        self.write_jsonl("quoting.jsonl", [{"text": f"{self.text(150)}\n\n{self.random.choice(paragraphs)}{self.text(30)}"} for _ in range(9000)])
        report = self.passages("anthology.txt", "quoting.jsonl")
        self.assertTrue(all(d["reuse"]["share"] > 0.15 for d in report["documents"][1:]))


if __name__ == "__main__":
    unittest.main()

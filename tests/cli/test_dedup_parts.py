"""`reprise dedup --parts`: what leaves inside of texts, held against the rule worked out over all pairs of runs."""

import collections
import json
import random
import re
import unittest

from dedup_support import DedupTest, as_lines, packed, unpacked, vocabulary

SEPARATORS = {"paragraphs": "\n\n", "lines": "\n", "runs": " "}


def units_of(kind, text):
    """The parts of a text as keys: its words, without case and marks."""
    parts = text.split() if kind == "runs" else re.split(r"\n\s*\n" if kind == "paragraphs" else r"\n", text)
    keys = [tuple(re.findall(r"\w+", part.lower())) for part in parts]
    return [key for key in keys if key]


def leaving(rows, size, common=2, every=False, least=1):
    """Of each row of units those that lie in a run of this size that stands before (or elsewhere) without an overlap."""
    places = collections.defaultdict(list)
    for r, row in enumerate(rows):
        for u in range(len(row) - size + 1):
            if size > 1 or len(row[u]) >= least:
                places[tuple(row[u:u + size])].append((r, u))
    gone = [set() for _ in rows]
    for found in places.values():
        for r, u in found if len(found) >= common else ():
            others = [(s, v) for s, v in found if s != r or abs(v - u) >= size]
            if any(every or other < (r, u) for other in others):
                gone[r].update(range(u, u + size))
    return gone


def shortened(texts, rules, common=2, every=False, least_words=1):
    """The texts as they stay (None: too short), by the rules in order until none finds anything."""
    texts = list(texts)
    again = True
    while again:
        again = False
        for kind, size in rules:
            rows = [units_of(kind, text) if text is not None else [] for text in texts]
            gone = leaving(rows, size, common, every)
            for i, units in enumerate(gone):
                if units:
                    kept = [" ".join(unit) for u, unit in enumerate(rows[i]) if u not in units]
                    texts[i] = SEPARATORS[kind].join(kept)
                    texts[i] = texts[i] if len(texts[i].split()) >= least_words else None
                    again = True
            if any(gone):
                break
    return texts


class PartsTest(DedupTest):
    def texts(self, name):
        return [record["text"] for record in self.objects(name)]

    def shorten(self, texts, *options):
        self.write("in.jsonl", b"".join(as_lines([{"text": text} for text in texts])))
        self.dedup("in.jsonl", "-o", "out.jsonl", "--quiet", *options)
        return self.texts("out.jsonl")

    def check_second_run(self, *options):
        self.dedup("out.jsonl", "-o", "again.jsonl", "--removed", "gone.jsonl", "--quiet", *options)
        self.assertEqual(self.content("again.jsonl"), self.content("out.jsonl"))
        self.assertEqual(self.content("gone.jsonl"), b"")


class Rule(PartsTest):
    def words(self, count, seed, distinct):
        """Texts of few different words, so that runs repeat, overlap and chain."""
        draw = random.Random(seed)
        some = vocabulary(distinct, seed)
        texts = [[draw.choice(some) for _ in range(draw.randint(0, 60))] for _ in range(count)]
        for text in texts:
            if draw.randrange(2):
                other = draw.choice(texts)
                begin = draw.randrange(len(other) + 1)
                at = draw.randrange(len(text) + 1)
                text[at:at] = other[begin:begin + draw.randint(1, 40)]
        return [" ".join(text) for text in texts]

    def test_runs_are_those_of_the_definition(self):
        for seed, (size, distinct) in enumerate(((1, 50), (2, 20), (3, 3), (5, 4), (8, 2), (8, 400), (20, 400), (50, 400), (50, 1))):
            texts = self.words(60, seed, distinct)
            for options, every in (((), False), (("--remove", "all"), True)):
                with self.subTest(size=size, distinct=distinct, every=every):
                    got = self.shorten(texts, "--parts", f"runs:{size}", *options)
                    self.assertEqual(got, [t for t in shortened(texts, [("runs", size)], every=every) if t is not None])
                    self.check_second_run("--parts", f"runs:{size}", *options)

    def test_lines_and_paragraphs_are_those_of_the_definition(self):
        draw = random.Random(7)
        some = [" ".join(draw.choice(vocabulary(30, 2)) for _ in range(draw.randint(1, 6))) for _ in range(40)]
        for kind in ("lines", "paragraphs"):
            texts = [SEPARATORS[kind].join(draw.choice(some) for _ in range(draw.randint(1, 9))) for _ in range(50)]
            for size in (1, 2, 3):
                for options, values in (((), {}), (("--remove", "all"), {"every": True}), (("--part-count", "4"), {"common": 4}),
                                        (("--least-words", "9"), {"least_words": 9})):
                    with self.subTest(kind=kind, size=size, options=options):
                        got = self.shorten(texts, "--parts", f"{kind}:{size}", *options)
                        self.assertEqual(got, [t for t in shortened(texts, [(kind, size)], **values) if t is not None])
                        self.check_second_run("--parts", f"{kind}:{size}", *options)

    def test_several_rules_go_from_large_to_small_until_none_finds_anything(self):
        draw = random.Random(11)
        some = vocabulary(6, 3)
        lines = [" ".join(draw.choice(some) for _ in range(draw.randint(1, 12))) for _ in range(60)]
        texts = ["\n".join(draw.choice(lines) for _ in range(draw.randint(1, 6))) for _ in range(60)]
        self.shorten(texts, "--parts", "runs:4,lines")
        self.check_second_run("--parts", "runs:4,lines")
        got = self.content("out.jsonl")
        self.shorten(texts, "--parts", "lines", "--parts", "runs:4")
        self.assertEqual(self.content("out.jsonl"), got)

    def test_the_rule_of_keeping_says_which_copy_stays(self):
        texts = ["Same line here.\nOne.", "Other words are longer than that.\nSame line here.\nAnd more."]
        self.assertEqual(self.shorten(texts, "--parts", "lines"), [texts[0], "Other words are longer than that.\nAnd more."])
        self.assertEqual(self.shorten(texts, "--parts", "lines", "--keep", "longest"), ["One.", texts[1]])

    def test_documents_leave_first_if_they_are_asked_for(self):
        words = vocabulary(200, 5)
        text = " ".join(words[:100])
        near = " ".join(words[:99] + words[150:151])
        self.assertEqual(self.shorten([text, near], "--parts", "runs:20"), [text, words[150]])
        self.assertEqual(self.shorten([text, near], "--parts", "documents,runs:20"), [text])

    def test_three_sentences_in_a_row_as_for_c4(self):
        four = "It rained all day. The bridge was closed. Nobody crossed the river. The ferry came late."
        texts = [four, "A new start. The bridge was closed. Nobody crossed the river. The ferry came late. An end.",
                 "The bridge was closed. Nobody crossed the river. Something else."]
        self.assertEqual(self.shorten(texts, "--parts", "sentences:3"), [four, "A new start. An end.", texts[2]])
        self.check_second_run("--parts", "sentences:3")


    def test_the_summary_counts_what_left(self):
        texts = ["One two three.", "New.\nOne two three.", "One two three."]
        self.write("in.jsonl", b"".join(as_lines([{"text": text} for text in texts])))
        report = self.report("dedup", "in.jsonl", "-o", "out.jsonl", "--parts", "lines")
        counts = {"read": 3, "kept": 2, "removed": 1, "parts_removed": 2, "bytes_removed": 29, "shortened": 1, "too_short": 1}
        self.assertLessEqual(counts.items(), report["summary"].items())
        self.assertEqual(report["options"]["parts"], {"rules": ["lines"], "part_words": 1, "part_count": 2, "remove_first": False,
                                                      "least_words": 1})
        self.assertNotIn("banding", report)


class Writing(PartsTest):
    def cut(self, line, *options):
        self.write("in.jsonl", b'{"text": "One two three."}\n' + line)
        self.dedup("in.jsonl", "-o", "out.jsonl", "--quiet", "--parts", "lines", *options)
        return self.lines("out.jsonl")[1:]

    def test_all_other_bytes_stay_as_they_came(self):
        for before, after in (
                (rb'{"n": 1.0, "text" :"A \u00e9t\u00e9.\r\nOne two three.\r\n\ud83d\ude00 end \/ \u0041\t" , "z":[ ]} ',
                 rb'{"n": 1.0, "text" :"A \u00e9t\u00e9.\r\n\ud83d\ude00 end \/ \u0041\t" , "z":[ ]} '),
                (rb'{"text": "x", "text": "\ud800 half\nOne\u0020two three.\nEnd\ud800"}', rb'{"text": "x", "text": "\ud800 half\nEnd\ud800"}'),
                (b'{"text": "\xff\xfe bad \xc3\\nOne two three.\\nEnd \xe2\x82"}', b'{"text": "\xff\xfe bad \xc3\\nEnd \xe2\x82"}'),
                (rb'{"b": NaN, "text": "Q \"One\nOne two three.\nEnd"}', rb'{"b": NaN, "text": "Q \"One\nEnd"}'),
                ('{"m": {"text": "One two three."}, "text": "Été\\n🙂 One two three\\nEnd"}'.encode(),
                 '{"m": {"text": "One two three."}, "text": "Été\\nEnd"}'.encode())):
            with self.subTest(before):
                self.assertEqual(self.cut(before), [after])

    def test_fields_inside_and_keys_with_escapes(self):
        line = rb'{"a.t": "no", "a": {"b.c": 1, "\u0074": "A line\nOne two three."}}' + b"\n"
        self.write("in.jsonl", b'{"a": {"t": "One two three."}}\n' + line)
        self.dedup("in.jsonl", "-o", "out.jsonl", "--quiet", "--parts", "lines", "--text-field", "a.t")
        self.assertEqual(self.lines("out.jsonl")[1:], [rb'{"a.t": "no", "a": {"b.c": 1, "\u0074": "A line"}}' + b"\n"])

    def test_a_text_that_vanishes_leaves(self):
        self.assertEqual(self.cut(b'{"text": "  ONE two, three!\\n---\\n"}\n'), [])
        self.assertEqual(self.cut(b'{"text": "One two three.\\nOne two three.\\n"}\n', "--least-words", "0"), [b'{"text": ""}\n'])

    def test_what_stays_reads_well(self):
        for before, after in (("A.\nOne two three.\nB.\n", "A.\nB.\n"), ("A.\nOne two three.", "A."), ("One two three.\nA.", "A."),
                              ("A.\n\n\nOne two three.\nB.", "A.\n\n\nB."), ("A.\nOne two three.\n\n\nB.", "A.\n\n\nB.")):
            got = self.cut(json.dumps({"text": before}).encode())
            self.assertEqual([json.loads(line)["text"] for line in got], [after])

    def test_runs_leave_by_whole_words_with_their_marks(self):
        run = "alpha beta gamma delta epsilon"
        texts = [run, f"He said: “{run}.” Then left.", f"He left ({run})", f"First.\n\n{run}.\n\nLast."]
        self.assertEqual(self.shorten(texts, "--parts", "runs:5"), [run, "He said: Then left.", "He left", "First.\n\nLast."])

    def test_the_list_says_part_place_and_first_place(self):
        texts = ["Zero.\nOne two three.", "Été.\nOne two three.\nTwo.\nOne two three.", "one two three"]
        self.write("in.jsonl", b"".join(as_lines([{"id": f"n{i}", "text": text} for i, text in enumerate(texts)])))
        self.dedup("in.jsonl", "-o", "out.jsonl", "--quiet", "--parts", "lines", "--removed", "gone.jsonl")
        same = {"part": "line", "first_where": "in.jsonl:1", "first_begin": 6, "first_end": 20}
        expected = [{"where": "in.jsonl:2", "id": "n1", "begin": 7, "end": 21, "text": "One two three.", **same},
                    {"where": "in.jsonl:2", "id": "n1", "begin": 27, "end": 41, "text": "One two three.", **same},
                    {"where": "in.jsonl:3", "id": "n2", "begin": 0, "end": 13, "text": "one two three", **same},
                    {"where": "in.jsonl:3", "id": "n2", "reason": "too short"}]
        self.assertEqual(self.objects("gone.jsonl"), expected)

    def test_the_exit_code_tells_of_parts_too(self):
        self.write("in.jsonl", b"".join(as_lines([{"text": "One.\nTwo."}, {"text": "One.\nThree."}])))
        for parts, code in (("lines", 1), ("paragraphs", 0)):
            self.dedup("in.jsonl", "-o", "out.jsonl", "--quiet", "--exit-code", "--parts", parts, code=code)

    def test_annotated_records_keep_their_text_and_say_what_would_leave(self):
        texts = ["One two three.", "New.\nOne two three.", "One two three."]
        lines = as_lines([{"text": text} for text in texts])
        self.write("in.jsonl", b"".join(lines))
        for kind, count in (("kept", 2), ("all", 3)):
            self.dedup("in.jsonl", "-o", "out.jsonl", "--quiet", "--parts", "lines", "--annotate", kind)
            got = self.objects("out.jsonl")
            self.assertEqual([o["text"] for o in got], texts[:count])
            self.assertEqual([o["reprise"]["spans"] for o in got], [[], [[4, 19]], [[0, 14]]][:count])
            self.assertEqual([o["reprise"]["kept"] for o in got], [True, True, False][:count])

    def test_text_files_come_out_shortened(self):
        self.write("in/a.txt", b"\xef\xbb\xbfOne two three.\r\n\r\nMore of it.\r\n")
        self.write("in/b.md", b"---\ntitle: T\n---\nNew.\n\nOne two three.\n")
        self.write("in/c.txt.gz", packed("c.txt.gz", b"Packed.\n\nOne two three.\n\nEnd.\n"))
        self.write("in/d.txt", b"One two three.\n")
        self.dedup("in", "-o", "out/", "--quiet", "--parts", "paragraphs")
        self.assertEqual(self.content("out/a.txt"), self.content("in/a.txt"))
        self.assertEqual(self.content("out/b.md"), b"---\ntitle: T\n---\nNew.\n")
        self.assertEqual(unpacked(self.content("out/c.txt.gz")), b"Packed.\n\nEnd.\n")
        self.assertFalse((self.folder / "out/d.txt").exists())

    def test_shards_and_pipes(self):
        texts = [f"Line {i} of a text.\nOne two three.\nEnd {i}." for i in range(300)]
        lines = as_lines([{"text": text} for text in texts])
        expected = [texts[0]] + [t.replace("\nOne two three.", "") for t in texts[1:]]
        for name in ("a.jsonl.gz", "a.jsonl.zst", "a.jsonl"):
            self.write("in/" + name, packed(name, b"".join(lines)))
            self.dedup("in/" + name, "-o", "out/", "--quiet", "--parts", "lines")
            self.assertEqual(self.texts("out/" + name), expected)
        outcome = self.dedup("-", "-o", "-", "--quiet", "--parts", "lines", stdin=b"".join(lines))
        self.assertEqual([json.loads(line)["text"] for line in outcome.out.splitlines()], expected)


class Extremes(PartsTest):
    def test_a_word_that_stands_a_thousand_times_stays_once_as_a_run(self):
        self.assertEqual(self.shorten(["spam " * 1000], "--parts", "runs:50"), [("spam " * 50).strip() + " "])
        self.assertEqual(self.shorten(["spam\n\n" * 1000 + "end"], "--parts", "paragraphs"), ["spam\n\nend"])

    def test_many_equal_paragraphs(self):
        texts = ["Buy now.\n\n" * 20000, *["Buy now."] * 20000, "New.\n\nBuy now."]
        self.assertEqual(self.shorten(texts, "--parts", "paragraphs"), ["Buy now.\n\n", "New."])
        self.check_second_run("--parts", "paragraphs")

    def test_the_same_for_every_number_of_threads_and_little_memory(self):
        words = vocabulary(300, 9)
        draw = random.Random(9)
        lines = [" ".join(draw.choice(words) for _ in range(draw.randint(1, 30))) for _ in range(900)]
        texts = ["\n".join(draw.choice(lines) for _ in range(draw.randint(1, 20))) for _ in range(4000)]
        options = ("--parts", "documents,lines,runs:8", "--removed", "gone.jsonl", "--json", "sum.json")
        self.shorten(texts, *options, "--threads", "1")
        one = [self.content(name) for name in ("out.jsonl", "gone.jsonl", "sum.json")]
        for more in (("--threads", "2"), ("--threads", "7", "--memory", "1M")):
            self.shorten(texts, *options, *more)
            self.assertEqual([self.content(name) for name in ("out.jsonl", "gone.jsonl", "sum.json")], one)


class WrongUse(PartsTest):
    def setUp(self):
        super().setUp()
        self.write("in.jsonl", b'{"text": "One."}\n')
        self.write("a.txt", b"One.\n")
        self.write("a.csv", b"id,text\n1,One.\n")

    def test_what_is_no_part(self):
        for value in ("", "words", "runs:0", "runs:x", "lines,", "pages:3"):
            self.refused("in.jsonl", "-o", "out.jsonl", "--parts", value, says=["parts|runs of parts"])
        self.refused("in.jsonl", "-o", "out.jsonl", "--parts", "lines", "--part-count", "1", says=["count of 2"])

    def test_formats_that_cant_be_shortened(self):
        self.refused("a.csv", "-o", "out.csv", "--parts", "lines", says=["JSONL and text files alone.*csv"])
        self.refused("a.txt", "-o", "out", "--parts", "lines", says=["name a folder"])
        self.write("latin.txt", "Café été naïve.\nCafé été naïve.\nÀ la fin.\n".encode("latin-1"))
        self.refused("latin.txt", "-o", "out/", "--parts", "lines", "--encoding", "latin-1", says=["not in UTF-8"])

    def test_what_does_not_go_together(self):
        self.refused("in.jsonl", "-o", "out.jsonl", "--parts", "lines", "--clusters", "c", says=["clusters are of documents"])
        self.refused("in.jsonl", "-o", "out.jsonl", "--parts", "lines", "--against", "a.txt", says=["run twice"])


if __name__ == "__main__":
    unittest.main()

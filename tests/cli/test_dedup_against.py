"""`reprise dedup --against`: which records hold an item of a reference, where, and how much of it."""

import random
import unittest

from dedup_support import DedupTest, as_lines, edited, texts_with_copies, vocabulary


class Against(DedupTest):
    def find(self, records, *options, inputs=("in.jsonl",)):
        """{(record, item): (share, the bytes of the record's text from begin to end)}, from --removed."""
        if records is not None:
            lines = as_lines(records)
            self.write("in.jsonl", b"".join(lines))
        self.dedup(*inputs, "-o", "out.jsonl", "--removed", "removed.jsonl", "--quiet", *options)
        found = {}
        for o in self.objects("removed.jsonl"):
            self.assertEqual(list(o), ["where", "item", "share", "begin", "end"])
            number = int(o["where"].split(":")[1]) - 1
            if records is not None:
                found[number, o["item"]] = o["share"], records[number]["text"].encode()[o["begin"]:o["end"]].decode()
        if records is not None:
            gone = {number for number, _ in found}
            self.assertEqual(self.lines("out.jsonl"), [line for i, line in enumerate(lines) if i not in gone])
        return found

    def plant(self, items, seed, before="", rate=0.0):
        """A record for each item, with the item somewhere inside."""
        draw = random.Random(seed)
        words = vocabulary(3000, seed)
        records = []
        for item in items:
            page = [draw.choice(words) for _ in range(draw.randrange(50, 400))]
            place = draw.randrange(len(page))
            page[place:place] = edited(item.split(), rate, draw, words)
            records.append({"text": before + " ".join(page)})
        return records

    def items(self, count=200, seed=11, shortest=13, longest=60):
        draw = random.Random(seed)
        words = vocabulary(3000, seed)
        return [" ".join(draw.choice(words) for _ in range(draw.randint(shortest, longest))) for _ in range(count)]

    def test_verbatim_items_with_their_places(self):
        items = self.items()
        self.write("ref.jsonl", b"".join(as_lines([{"id": f"q{i}", "text": item} for i, item in enumerate(items)])))
        records = self.plant(items, 12, before="Fünf – 橋 🚲. ") + [{"text": text} for text in texts_with_copies(50, seed=13)]
        found = self.find(records, "--against", "ref.jsonl")
        self.assertEqual(found, {(i, f"q{i}"): (1, item) for i, item in enumerate(items)})

    def test_edited_items(self):
        items = self.items()
        self.write("ref.jsonl", b"".join(as_lines([{"id": i, "text": item} for i, item in enumerate(items)])))
        found = self.find(self.plant(items, 14, rate=0.05), "--against", "ref.jsonl")
        self.assertGreaterEqual(len(found), 0.95 * len(items))
        self.assertTrue(all(str(record) == item and 0.7 <= share <= 1 for (record, item), (share, _) in found.items()))
        self.assertLess(min(share for share, _ in found.values()), 0.9)
        for (record, _), (_, span) in found.items():
            self.assertGreater(len(set(span.split()) & set(items[record].split())), 0.7 * len(set(items[record].split())))
        strict = self.find(self.plant(items, 14, rate=0.05), "--against", "ref.jsonl", "--share", "0.95")
        self.assertTrue(0 < len(strict) < len(found))

    def test_half_an_item_is_not_found(self):
        items = self.items()
        self.write("ref.jsonl", b"".join(as_lines([{"text": item} for item in items])))
        halves = [" ".join(item.split()[:len(item.split()) // 2]) for item in items]
        self.assertEqual(self.find(self.plant(halves, 15), "--against", "ref.jsonl"), {})

    def test_short_items_by_exact_match(self):
        self.write("ref.jsonl", b"".join(as_lines([{"id": "a", "text": "The ferry is late."}, {"id": "b", "text": "Vara"}, {"id": "c", "text": "?!"},
                                                   {"id": "d", "text": ""}])))
        records = [{"text": t} for t in ("Again: the FERRY, is\nlate, they say.", "The ferry was late.", "Over the Vara. Vara!", "?!",
                                         "The ferry is", "is late the ferry", "", "VARA the ferry is late")]
        self.assertEqual(self.find(records, "--against", "ref.jsonl", "--short-items"),
                         {(0, "a"): (1, "the FERRY, is\nlate"), (2, "b"): (1, "Vara"), (7, "a"): (1, "the ferry is late"), (7, "b"): (1, "VARA")})

    def test_documents_lost_to_bare_answers_are_said(self):
        self.write("ref.jsonl", b"".join(as_lines([{"id": "q1", "text": "yes"}, {"id": "q2", "text": "12 May"}, {"id": "q3", "text": "The ferry is late."}])))
        texts = ("They said yes.", "Yes, on 12 May.", "Again the ferry is late: yes.", "On 12 May.", "Nothing.")
        self.write("in.jsonl", b"".join(as_lines([{"text": text} for text in texts])))
        self.assertEqual(self.dedup("in.jsonl", "-o", "out.jsonl", "--against", "ref.jsonl", "--short-items", "--quiet").err,
                         "reprise: ref.jsonl: 3 of 5 documents leave only for items of fewer than four words; most of them for 'q1' (1 word); "
                         "leave out --short-items if they are bare answers\n")
        self.write("in.jsonl", b"".join(as_lines([{"text": text} for text in texts[2::2]])))
        self.assertEqual(self.dedup("in.jsonl", "-o", "out.jsonl", "--against", "ref.jsonl", "--short-items", "--quiet").err, "")

    def test_short_items_are_left_out_and_counted(self):
        long = self.items(1)[0]
        self.write_jsonl("ref.jsonl", [{"id": "q1", "text": "yes"}, {"id": "q2", "text": "one two three four"}, {"id": "q3", "text": "one two three four five"},
                                       {"id": "q4", "text": long}])
        records = [{"text": text} for text in ("yes", "one two three four", "one two three four five", f"So {long}.")]
        self.assertEqual(sorted(self.find(records, "--against", "ref.jsonl")), [(2, "q3"), (3, "q4")])
        outcome = self.dedup("in.jsonl", "--dry-run", "--against", "ref.jsonl", "--json", "summary.json")
        self.assertIn("2 of 2 items of the reference found\n  2 items of fewer than five words left out; --short-items takes them\n", outcome.out)
        self.assertEqual(self.report("dedup", "in.jsonl", "--dry-run", "--against", "ref.jsonl")["summary"]["short_items"], 2)
        self.write_jsonl("short.jsonl", [{"text": "yes"}, {"text": "no"}])
        self.refused("in.jsonl", "--dry-run", "--against", "short.jsonl", says=["short.jsonl: holds nothing but items of fewer than five words; take them all the same with --short-items"])

    def test_question_and_answer_are_scored_apart(self):
        question, answer, other = self.items(3)
        self.write_jsonl("ref.jsonl", [{"id": "q1", "meta": {"n": 1}, "question": question, "choices": answer.split()[:9], "answer": answer},
                                       {"id": "q2", "question": other, "answer": "yes"}])
        records = [{"text": f"It was {answer} indeed."}, {"text": f"Once {question} and then {answer}."}, {"text": "yes " + other}, {"text": "yes"}]
        fields = ("--against", "ref.jsonl", "--item-fields", "question,answer")
        self.write_jsonl("in.jsonl", records)
        self.dedup("in.jsonl", "-o", "out.jsonl", "--removed", "removed.jsonl", "--html", "page.html", "--quiet", *fields)
        found = [(o["where"], o["item"], o["field"], o["share"]) for o in self.objects("removed.jsonl")]
        self.assertEqual(found, [("in.jsonl:1", "q1", "answer", 1), ("in.jsonl:2", "q1", "question", 1), ("in.jsonl:2", "q1", "answer", 1),
                                 ("in.jsonl:3", "q2", "question", 1)])
        self.assertIn(b"q1 (answer)", self.content("page.html"))
        report = self.report("dedup", "in.jsonl", "--dry-run", *fields)
        self.assertEqual(report["options"]["item_fields"], ["question", "answer"])
        self.assertEqual((report["summary"]["items"], report["summary"]["short_items"]), (3, 1))
        choices = self.report("dedup", "in.jsonl", "--dry-run", "--against", "ref.jsonl", "--item-fields", "question", "--item-fields", "choices")
        self.assertEqual(choices["summary"]["items_found"], 3)
        self.refused("in.jsonl", "--dry-run", "--against", "ref.jsonl", "--item-fields", "question,anwser", says=["no item of the reference has a text in 'anwser'"])
        self.refused("in.jsonl", "--dry-run", "--against", "ref.jsonl", "--item-fields", "question,", says=["--item-fields takes names of fields"])
        self.refused("in.jsonl", "--dry-run", "--item-fields", "question", says=["--item-fields is about a reference; name one with --against"])
        self.refused("in.jsonl", "--dry-run", "--short-items", says=["--short-items is about a reference; name one with --against"])

    def test_what_each_benchmark_lost(self):
        items = self.items(6)
        self.write_jsonl("bench/a.jsonl", [{"text": item} for item in items[:3]] + [{"text": "yes"}])
        self.write_jsonl("bench/b.jsonl", [{"text": item} for item in items[3:5]])
        self.write("texts/one.txt", items[5])
        self.write("texts/two.txt", "Nobody ever wrote these seven words here")
        self.write_jsonl("in.jsonl", [{"text": f"{items[0]} and {items[1]}"}, {"text": items[0]}, {"text": f"{items[3]} {items[5]}"}, {"text": "clean"}])
        outcome = self.dedup("in.jsonl", "-o", "out.jsonl", "--against", "bench", "--against", "texts", "--json", "summary.json", "--html", "page.html")
        self.assertIn("    bench/a.jsonl: 2 of 3 items in 2 documents\n    bench/b.jsonl: 1 of 2 items in 1 document\n    texts/: 1 of 2 items in 1 document\n", outcome.out)
        report = self.report("dedup", "in.jsonl", "--dry-run", "--against", "bench", "--against", "texts")
        self.assertEqual(report["summary"]["benchmarks"], [
            {"name": "bench/a.jsonl", "items": 3, "short_items": 1, "items_found": 2, "documents": 2},
            {"name": "bench/b.jsonl", "items": 2, "short_items": 0, "items_found": 1, "documents": 1},
            {"name": "texts/", "items": 2, "short_items": 0, "items_found": 1, "documents": 1}])
        self.assertIn(b'"benchmarks":[["bench/a.jsonl",3,2,2],["bench/b.jsonl",2,1,1],["texts/",2,1,1]]', self.content("page.html"))

    def test_several_references_and_kinds(self):
        items = self.items(6)
        self.write("ref/a.txt", items[0])
        self.write("ref/deep/b.md", items[1])
        self.write_jsonl("ref/c.jsonl.gz", [{"id": "gz", "text": items[2]}])
        self.write_jsonl("more.jsonl.zst", [{"text": items[3]}, {"text": items[3]}])
        records = self.plant(items[:5], 16)
        found = self.find(records, "--against", "ref", "--against", "more.jsonl.zst")
        self.assertEqual(sorted(found), [(0, "a.txt"), (1, "deep/b.md"), (2, "gz"), (3, "more.jsonl.zst:1"), (3, "more.jsonl.zst:2")])

    def test_text_files_are_searched(self):
        item = self.items(1)[0]
        self.write("ref.txt", item)
        self.write("in/a.txt", "Fünf " + item.upper() + ".")
        self.write("in/b.txt", "Nothing of it.")
        self.dedup("in", "-o", "kept.txt", "--removed", "removed.jsonl", "--quiet", "--against", "ref.txt")
        self.assertEqual(self.content("kept.txt"), b"in/b.txt\n")
        self.assertEqual(self.objects("removed.jsonl"), [{"where": "in/a.txt", "item": "ref.txt", "share": 1, "begin": 6, "end": 6 + len(item)}])

    def test_records_are_not_compared_with_one_another(self):
        self.write("ref.txt", self.items(1)[0])
        self.assertEqual(self.find([{"text": "The same."}] * 3, "--against", "ref.txt"), {})

    def test_threads_and_what_was_found(self):
        items = self.items()
        self.write("ref.jsonl", b"".join(as_lines([{"text": item} for item in items])))
        records = self.plant(items[:150], 17, rate=0.02)
        answers = set()
        for threads in (1, 2, 7):
            self.find(records, "--against", "ref.jsonl", "--threads", threads, "--json", "summary.json")
            answers.add((self.content("removed.jsonl"), self.content("summary.json")))
        self.assertEqual(len(answers), 1)
        report = self.report("dedup", "in.jsonl", "-o", "out.jsonl", "--against", "ref.jsonl", "--ngram", 8)
        removed = report["summary"]["removed"]
        self.assertGreater(removed, 140)
        self.assertEqual(report["summary"], {"read": 150, "kept": 150 - removed, "removed": removed, "rejected": 0,
                                             "bytes": len(self.content("in.jsonl")), "items": 200, "items_found": removed, "short_items": 0,
                                             "benchmarks": [{"name": "ref.jsonl", "items": 200, "short_items": 0, "items_found": removed,
                                                             "documents": removed}]})
        self.assertEqual([report["options"][key] for key in ("against", "ngram", "share", "short_items")], [["ref.jsonl"], 8, 0.7, False])
        self.assertNotIn("banding", report)
        self.assertRegex(self.dedup("in.jsonl", "--dry-run", "--against", "ref.jsonl").out, r"\d+ of 200 items of the reference found")

    def test_wrong_use(self):
        self.write("ref.jsonl", b"".join(as_lines([{"text": "An item of five words."}])))
        self.write("in.jsonl", b"".join(as_lines([{"text": "A record."}])))
        self.write("empty.jsonl", b"")
        for options, says in ((("--against", "absent"), "absent: no such file"), (("--against", "empty.jsonl"), "holds no item"),
                              (("--against", "ref.jsonl", "--clusters", "c"), "no clusters"), (("--against", "ref.jsonl", "--annotate", "all"), "no clusters"),
                              (("--against", "ref.jsonl", "--ngram", 0), "n-grams"), (("--against", "ref.jsonl", "--share", 0), "share of an item"),
                              (("--against", "ref.jsonl", "--share", 1.1), "share of an item"), (("--against", "ref.jsonl", "--removed", "ref.jsonl"), "is an input as well"),
                              (("--against", ".", "--removed", "./ref.jsonl"), "is an input as well"), (("--against", "-", "-"), "only once")):
            self.refused("in.jsonl", "-o", "out.jsonl", *options, says=[says])


if __name__ == "__main__":
    unittest.main()

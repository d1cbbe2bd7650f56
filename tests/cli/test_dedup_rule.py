"""What `reprise dedup` keeps and removes, held against the rule computed from the words themselves."""

import itertools
import random
import re
import unittest

from dedup_support import DedupTest, as_lines, containment, decide, edited, jaccard, shingles, texts_with_copies, vocabulary

DATES = ["2031-02-06", "2031-02-06T14:30:00Z", "2031", "2030-12", None, "2031-02-07T01:00:00+09:00", "yesterday", ""]


class RuleTest(DedupTest):
    def check(self, records, expected, *options):
        """The records that stay, in order, and for each of the others its copy and their similarity."""
        lines = as_lines(records)
        self.write("in.jsonl", b"".join(lines))
        self.dedup("in.jsonl", "-o", "out.jsonl", "--removed", "removed.jsonl", "--quiet", *options)
        removed = {int(o["where"].split(":")[1]) - 1: (int(o["kept_where"].split(":")[1]) - 1, o["similarity"])
                   for o in self.objects("removed.jsonl")}
        self.assertEqual(list(removed), sorted(removed))
        wanted = {i: (kept, similarity) for i, (kept, similarity) in enumerate(expected) if kept != i}
        self.assertEqual({i: kept for i, (kept, _) in removed.items()}, {i: kept for i, (kept, _) in wanted.items()})
        for i, (_, similarity) in removed.items():
            self.assertAlmostEqual(similarity, wanted[i][1], delta=1.1e-6)
        self.assertEqual(self.lines("out.jsonl"), [line for i, line in enumerate(lines) if i not in removed])
        return removed

    def check_nothing_more_to_remove(self, *options):
        self.dedup("out.jsonl", "-o", "again.jsonl", "--quiet", "--exit-code", *options)
        self.assertEqual(self.content("again.jsonl"), self.content("out.jsonl"))


class AgainstBruteForce(RuleTest):
    @classmethod
    def setUpClass(cls):
        cls.texts = texts_with_copies(500)
        cls.sets = [shingles(text) for text in cls.texts]

    def records(self, **fields):
        return [{"text": text, **{name: values[i] for name, values in fields.items()}} for i, text in enumerate(self.texts)]

    def similarity(self, i, j):
        a, b = self.sets[i], self.sets[j]
        return jaccard(len(a), len(b), len(a & b))

    def test_the_first_stays(self):
        for threshold in (0.5, 0.7, 0.8, 0.9, 1):
            with self.subTest(threshold):
                expected = decide(self.texts, threshold=threshold)
                removed = self.check(self.records(), expected, "--threshold", threshold)
                self.assertGreater(len(removed), 30)
                self.check_nothing_more_to_remove("--threshold", threshold)

    def test_every_rule_of_keeping(self):
        draw = random.Random(5)
        scores = [draw.choice((1, 2.5, -3, 1e300, 7, None, "12", "none", [1])) for _ in self.texts]
        dates = [draw.choice(DATES) for _ in self.texts]
        value = {"12": 12, **{s: s for s in (1, 2.5, -3, 1e300, 7)}}
        moment = {date: place for place, date in enumerate(("2030-12", "2031", "2031-02-06", "2031-02-07T01:00:00+09:00", "2031-02-06T14:30:00Z"))}
        moment["2031-02-07T01:00:00+09:00"], moment["2031-02-06T14:30:00Z"] = 5, 4  # 16:00 and 14:30 in UTC
        last = float("inf")
        ranks = {"longest": lambda i: -len(self.texts[i].split()), "newest": lambda i: -moment.get(dates[i], -last),
                 "max:meta.score": lambda i: -value[scores[i]] if self.counts(scores[i]) else last,
                 "min:meta.score": lambda i: value[scores[i]] if self.counts(scores[i]) else last}
        records = self.records(meta=[{"score": s} for s in scores], date=dates)
        found = set()
        for rule, rank in ranks.items():
            with self.subTest(rule):
                order = sorted(range(len(self.texts)), key=rank)
                self.check(records, decide(self.texts, order), "--keep", rule)
                found.add(self.content("out.jsonl"))
                self.check_nothing_more_to_remove("--keep", rule)
        self.assertEqual(len(found), len(ranks))

    @staticmethod
    def counts(score):
        return isinstance(score, (int, float)) or score == "12"

    def test_a_field_that_no_record_has_is_wrong_use(self):
        self.write("in.jsonl", b"".join(as_lines([{"text": "One text.", "date": "2031"}, {"text": "Another text.", "n": "x"}])))
        for options, says in ((("--within", "sorce"), "--within: no record has the field 'sorce'; check the name of the field"),
                              (("--same", "ulr"), "--same: no record has the field 'ulr'; check the name of the field"),
                              (("--keep", "max:dtae"), "--keep: no record has a number or date in the field 'dtae'; check the name of the field"),
                              (("--keep", "min:n"), "--keep: no record has a number or date in the field 'n'"),
                              (("--keep", "order:a,b"), "--keep: no record has one of the sources in the field 'source'")):
            with self.subTest(options):
                self.refused("in.jsonl", "-o", "out.jsonl", "--quiet", *options, says=[says])
        says = {("--keep", "newest", "--date-field", "n"): 'in.jsonl:2: "x" is no date, so the record comes after those with one; write dates as .*\n'
                                                           "reprise: --keep: no record has a date in the field 'n', so .*",
                ("--keep", "max:date"): None, ("--keep", "newest"): None, ("--within", "n"): None, ("--same", "n"): None}
        for options, message in says.items():
            with self.subTest(options):
                err = self.dedup("in.jsonl", "-o", "out.jsonl", "--quiet", *options).err
                self.assertRegex(err, rf"\Areprise: {message}\n\Z" if message else r"\A\Z")
        self.write("empty.jsonl", "")
        self.assertEqual(self.dedup("empty.jsonl", "-o", "out.jsonl", "--quiet", "--within", "sorce").err, "")

    def test_records_with_the_same_value_of_a_field_are_copies(self):
        first, second, third = (" ".join(vocabulary(60, seed)) for seed in (1, 2, 3))
        records = [{"text": first, "url": "http://www.a.example/x?utm_source=q"}, {"text": second, "url": "https://a.example/x/#top"},
                   {"text": third, "url": "https://a.example/y"}, {"text": third, "url": "https://a.example/z"},
                   {"text": first + " more", "url": "HTTPS://A.example:443/Z"}, {"text": second}, {"text": "Short.", "url": ""},
                   {"text": "Other.", "url": ""}, {"text": "Last.", "url": "https://a.example/z"}]
        self.write("in.jsonl", b"".join(as_lines(records)))
        report = self.report("dedup", "in.jsonl", "-o", "out.jsonl", "--same", "url", "--removed", "gone.jsonl")
        gone = {(int(o["where"].split(":")[1]) - 1, int(o["kept_where"].split(":")[1]) - 1, o.get("same")) for o in self.objects("gone.jsonl")}
        # The last is one with the fourth, and shares its fate; the fifth has a path of its own (Z), but the first's text.
        self.assertEqual(gone, {(1, 0, "url"), (3, 2, None), (4, 0, None), (8, 2, "url")})
        self.assertEqual((report["summary"]["same"], report["summary"]["exact_copies"], report["options"]["same"]), (2, 1, "url"))
        self.dedup("out.jsonl", "-o", "again.jsonl", "--same", "url", "--quiet")
        self.assertEqual(self.content("again.jsonl"), self.content("out.jsonl"))

    def test_the_same_value_within_a_group_and_by_the_rule_of_keeping(self):
        records = [{"text": f"Text {'x ' * i}{i}", "n": i, "key": "k", "crawl": "ab"[i % 2]} for i in range(6)]
        self.write("in.jsonl", b"".join(as_lines(records)))
        self.dedup("in.jsonl", "-o", "out.jsonl", "--same", "key", "--within", "crawl", "--keep", "max:n", "--quiet")
        self.assertEqual([o["n"] for o in self.objects("out.jsonl")], [4, 5])

    def test_an_order_of_sources(self):
        text = " ".join(vocabulary(60, 1))
        sources = ["blog", None, "wire", "paper", "wire"]
        self.write("in.jsonl", b"".join(as_lines([{"text": text, "source": source, "n": n} for n, source in enumerate(sources)])))
        for order, kept in (("paper,wire", 3), ("wire,paper", 2), ("nobody,blog", 0)):
            self.dedup("in.jsonl", "-o", "out.jsonl", "--keep", "order:" + order, "--quiet")
            self.assertEqual([o["n"] for o in self.objects("out.jsonl")], [kept])

    def test_within_a_field(self):
        for values in ([i % 3 for i in range(500)], ["xyz"[i % 3] for i in range(500)], [None if i % 2 else "x" for i in range(500)],
                       [("", "x", None, [1])[i % 4] for i in range(500)]):
            groups = [None if v in ("", [1]) else v for v in values]
            removed = self.check(self.records(crawl=values), decide(self.texts, groups=groups), "--within", "crawl")
            self.assertTrue(all(groups[i] == groups[kept] for i, (kept, _) in removed.items()))

    def test_containment(self):
        order = sorted(range(len(self.texts)), key=lambda i: -len(self.texts[i].split()))
        plain = self.check(self.records(), decide(self.texts, measure=containment), "--measure", "containment")
        longest = self.check(self.records(), decide(self.texts, order, measure=containment), "--measure", "containment", "--keep", "longest")
        self.assertGreater(len(longest), len(plain))
        self.check_nothing_more_to_remove("--measure", "containment", "--keep", "longest")
        self.assertGreater(len(longest), len(self.check(self.records(), decide(self.texts))), "stretches leave too")

    def test_characters(self):
        def runs(text, size):
            text = " ".join(re.findall("[a-z]+", text))
            return {text[i:i + size] for i in range(max(1, len(text) - size + 1))} if text else set()

        for size in (5, 12):
            self.check(self.records(), decide(self.texts, threshold=0.9, cut=lambda text: runs(text, size)),
                       "--shingles", "characters", "--shingle-size", size, "--threshold", 0.9)

    def test_shingle_size(self):
        for size in (1, 3, 13):
            self.check(self.records(), decide(self.texts, cut=lambda text: shingles(text, size)), "--shingle-size", size)

    def test_chains(self):
        roots = list(range(len(self.texts)))
        for i, j in itertools.combinations(range(len(self.texts)), 2):
            if roots[i] != roots[j] and self.similarity(i, j) >= 0.8:
                low, high = sorted((roots[i], roots[j]))
                roots = [low if root == high else root for root in roots]
        expected = [(root, self.similarity(root, i)) for i, root in enumerate(roots)]
        self.check(self.records(), expected, "--chain")
        self.assertLess(min(s for root, s in expected), 0.8)
        self.check_nothing_more_to_remove("--chain")

    def test_a_long_chain_tells_how_little_its_ends_share(self):
        words = vocabulary(300, seed=9)
        texts = [" ".join(words[i * 8:i * 8 + 100]) for i in range(8)]
        expected = [(0, (96 - 8 * i) / (96 + 8 * i)) for i in range(8)]
        records = [{"text": text} for text in texts]
        self.check(records, expected, "--chain")
        self.check(records, [(0, (96 - 8 * i) / 96) for i in range(8)], "--chain", "--measure", "containment")

    def test_estimates_stray_little(self):
        exact = decide(self.texts)
        for verify, least in (("estimate", 0.95), ("off", 0.8)):
            self.write("in.jsonl", b"".join(as_lines(self.records())))
            self.dedup("in.jsonl", "-o", "out.jsonl", "--removed", "removed.jsonl", "--quiet", "--verify", verify)
            removed = {int(o["where"].split(":")[1]) - 1: o for o in self.objects("removed.jsonl")}
            same = sum((i in removed) == (exact[i][0] != i) for i in range(len(self.texts)))
            self.assertGreater(same, least * len(self.texts), verify)
            self.assertTrue(all(0.8 <= o["similarity"] <= 1 for o in removed.values()))
            self.check_nothing_more_to_remove("--verify", verify)

    def test_clusters_are_what_was_removed(self):
        self.check(self.records(), decide(self.texts), "--clusters", "clusters.jsonl")
        kept_of = {o["where"]: o["kept_where"] for o in self.objects("removed.jsonl")}
        clusters = self.objects("clusters.jsonl")
        self.assertEqual([c["cluster"] for c in clusters], list(range(len(clusters))))
        self.assertEqual({where: c["kept"] for c in clusters for where in c["members"] if where != c["kept"]}, kept_of)
        line = lambda where: int(where.split(":")[1])  # noqa: E731
        self.assertEqual([line(c["kept"]) for c in clusters], sorted(line(c["kept"]) for c in clusters))
        for cluster in clusters:
            self.assertEqual(cluster["size"], len(cluster["members"]))
            self.assertEqual(cluster["members"], sorted(cluster["members"], key=line))
            self.assertIn(cluster["kept"], cluster["members"])

    def test_annotations_are_the_decisions(self):
        expected = decide(self.texts)
        self.check(self.records(), expected)
        self.dedup("in.jsonl", "-o", "annotated.jsonl", "--annotate", "all", "--quiet")
        fields = [o["reprise"] for o in self.objects("annotated.jsonl")]
        members = {}
        for i, (kept, _) in enumerate(expected):
            members.setdefault(kept, []).append(i)
        numbers = {kept: n for n, kept in enumerate(sorted(k for k, m in members.items() if len(m) > 1))}
        self.assertEqual([(f["cluster"], f["size"], f["kept"]) for f in fields],
                         [(numbers.get(kept), len(members[kept]), kept == i) for i, (kept, _) in enumerate(expected)])
        for field, (_, similarity) in zip(fields, expected):
            self.assertAlmostEqual(field["similarity"], similarity, delta=1.1e-6)


class SmallTexts(RuleTest):
    def check_texts(self, texts, expected, *options):
        self.check([{"text": text} for text in texts], expected, *options)

    def test_texts_shorter_than_a_shingle(self):
        texts = ["Yes.", "yes!", "No.", "Yes", "yes, no", "no, yes", "Yes — no", "one two three four", "One, two: three; four.",
                 "one two three four five", "one two three", "Yes."]
        self.check_texts(texts, [(0, 1), (0, 1), (2, 1), (0, 1), (4, 1), (5, 1), (4, 1), (7, 1), (7, 1), (9, 1), (10, 1), (0, 1)])
        self.check_texts(texts, [(0, 1), (0, 1), (2, 1), (0, 1), (4, 1), (5, 1), (4, 1), (7, 1), (7, 1), (9, 1), (10, 1), (0, 1)],
                         "--measure", "containment")

    def test_texts_without_words_are_alike_only_byte_for_byte(self):
        texts = ["", "?!", "!?", " ", "", "?!", "...", "…", " "]
        self.check_texts(texts, [(0, 1), (1, 1), (2, 1), (3, 1), (0, 1), (1, 1), (6, 1), (7, 1), (3, 1)])

    def test_what_makes_a_word(self):
        texts = ["The café has 17 seats.", "the café has 17 seats", "the cafe has 17 seats", "the café has 29 seats", "the café: has 17 seats"]
        for options, expected in (((), [0, 0, 2, 3, 0]), (("--keep-case",), [0, 1, 2, 3, 1]), (("--drop-marks",), [0, 0, 0, 3, 0]),
                                  (("--fold-digits",), [0, 0, 2, 0, 0]), (("--keep-punctuation",), [0, 1, 2, 3, 4])):
            self.check_texts(texts, [(kept, 1) for kept in expected], *options)

    def test_keys_that_agree_by_chance_make_no_copies(self):
        words = vocabulary(6000, seed=10)
        draw = random.Random(10)
        lines = as_lines([{"text": " ".join(draw.sample(words, 6))} for _ in range(40000)])
        self.write("in.jsonl", b"".join(lines))
        self.dedup("in.jsonl", "-o", "out.jsonl", "--quiet", "--verify", "off")
        self.assertEqual(self.content("out.jsonl"), b"".join(lines))

    def test_three_thousand_equal_texts(self):
        text = texts_with_copies(1)[0]
        for count, texts in ((3000, [text] * 3000), (3001, ["Another text."] + [text + "!" * (i % 7) for i in range(3000)])):
            first = count - 3000
            self.check_texts(texts, [(0, 1)] * first + [(first, 1)] * 3000)
            self.assertEqual(len(self.lines("out.jsonl")), 1 + first)

    def test_near_copies_by_the_thousand(self):
        words = vocabulary(500, seed=8)
        draw = random.Random(8)
        base = [draw.choice(words) for _ in range(120)]
        texts = [" ".join(edited(base, 0.004, draw, words)) for _ in range(2000)]
        self.write("in.jsonl", b"".join(as_lines([{"text": t} for t in texts])))
        self.dedup("in.jsonl", "-o", "out.jsonl", "--quiet", "--threshold", 0.6, timeout=20)
        self.assertLess(len(self.lines("out.jsonl")), 20)
        self.check_nothing_more_to_remove("--threshold", 0.6)

    def test_more_groups_than_copies_that_are_looked_at(self):
        # Each group has its own two copies; the first copies of all the others come before.
        text = texts_with_copies(1, shortest=100)[0]
        count = 700
        records = [{"text": text + (" first", " second")[i // count], "site": i % count} for i in range(2 * count)]
        words = len(text.split())
        similarity = (words - 4) / (words - 2)  # one shingle of each is its own
        self.check(records, [(i, 1) for i in range(count)] + [(i, similarity) for i in range(count)], "--within", "site")

    def test_the_most_similar_of_the_kept_stands_for_a_copy(self):
        base = "one two three four five six seven eight nine ten eleven twelve".split()
        far, near = base[:9] + ["x", "y", "z"], base[:11] + ["w"]
        texts = [" ".join(t) for t in (far, base, near)]
        self.check_texts(texts, decide(texts, threshold=0.4), "--threshold", 0.4)
        self.check_texts(texts, [(0, 1), (1, 1), (1, 7 / 9)], "--threshold", 0.5)
        # Of two that are equally similar, the earlier.
        texts = ["one two three four five six seven a", "b two three four five six seven eight", "one two three four five six seven eight"]
        self.check_texts(texts, [(0, 1), (1, 1), (0, 0.6)], "--threshold", 0.6)


if __name__ == "__main__":
    unittest.main()

"""Passages as a user meets them: against references, in clusters, as reuse of documents, suppressed, and through noise."""

import random
import re
import unittest

from support import ProgramTest, words

FERRY = "The ferry to Ostrell was late again on Tuesday, and forty angry islanders waited at the pier until midnight."
CRANE = "A harbour crane fell slowly into the cold grey water beside two empty trawlers, and nobody was hurt."
JAM = "Plum jam wants patience, brown sugar, a wide copper pan, a wooden spoon and one rainy afternoon in September."
QUOTE = "\"We shall publish every single letter about the northern harbour before the ferries sail again in autumn\""
SYLLABLES = "ba den fir gol hu jas ket lom mar nis pel qua rov sud tam vek wil zor".split()
IDLE = "the of and a to in was that for it with as his on".split()


class Prose:
    """Texts of invented words with idle ones among them: what two of them share was put there."""

    def __init__(self, seed=1):
        self.random = random.Random(seed)

    def words(self, count):
        pick = self.random.choice
        return [pick(IDLE) if self.random.random() < 0.4 else "".join(pick(SYLLABLES) for _ in range(pick((2, 3, 4)))) for _ in range(count)]

    def text(self, count):
        parts = []
        while count > 0:
            parts.append(" ".join(self.words(min(count, 14))).capitalize() + ".")
            count -= 14
        return " ".join(parts)


class PassagesTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.prose = Prose()

    def around(self, *stretches, words=60):
        """A text with the stretches in it, and other words before, between and behind."""
        parts = [self.prose.text(words)]
        for stretch in stretches:
            parts += [stretch, self.prose.text(words)]
        return "\n\n".join(parts)

    def pairs(self, report):
        return sorted((p["a"]["document"], p["b"]["document"]) for p in report["passages"])

    def suppressed(self, report):
        return {s["reason"]: s["count"] for s in report["suppressed"]}


class Against(PassagesTest):
    def test_targets_meet_references_alone(self):
        self.write_jsonl("in.jsonl", [{"text": self.around(FERRY, CRANE)} for _ in range(3)])
        self.write_jsonl("references.jsonl", [{"text": self.around(FERRY)}, {"text": self.around(FERRY, JAM)}])
        report = self.report("passages", "in.jsonl", "--against", "references.jsonl")
        self.assertEqual([d.get("reference", False) for d in report["documents"]], [False] * 3 + [True] * 2)
        self.assertEqual(self.pairs(report), [(t, r) for t in range(3) for r in (3, 4)])
        self.assertTrue(all("ferry to Ostrell" in p["text"] for p in report["passages"]))
        self.assertIn((0, 1), self.pairs(self.report("passages", "in.jsonl", "references.jsonl")))

    def test_titles_count_on_both_sides(self):
        self.write_jsonl("in.jsonl", [{"text": self.around(), "title": FERRY}, {"text": self.around(CRANE)}])
        self.write_jsonl("references.jsonl", [{"text": self.around(FERRY)}, {"text": self.around(), "title": CRANE}])
        report = self.report("passages", "in.jsonl", "--against", "references.jsonl")
        found = {(p["a"]["document"], p["a"].get("field"), p["b"]["document"], p["b"].get("field")) for p in report["passages"]}
        self.assertEqual(found, {(0, "title", 2, None), (1, None, 3, "title")})

    def test_identical_texts_are_found_whole(self):
        text = self.around(FERRY)
        self.write_jsonl("in.jsonl", [{"text": text}, {"text": text}])
        self.write_jsonl("references.jsonl", [{"text": text}])
        report = self.report("passages", "in.jsonl", "--against", "references.jsonl")
        self.assertEqual(self.pairs(report), [(0, 2), (1, 2)], "each target has its own answer")
        for p in report["passages"]:
            self.assertEqual((p["identity"], p["edits"], p["matched"]), (1, [], len(words(text))))
        self.assertEqual([d["reuse"]["share"] for d in report["documents"]], [1, 1, 1])

    def test_references_may_be_many_or_standard_input(self):
        self.write("target.txt", self.around(FERRY, CRANE, JAM))
        for name, text in (("one/a.txt", FERRY), ("one/b.txt", CRANE), ("two.txt", JAM)):
            self.write(name, self.around(text))
        report = self.report("passages", "target.txt", "--against", "one", "--against", "two.txt")
        self.assertEqual(self.pairs(report), [(0, 1), (0, 2), (0, 3)])
        record = self.write_jsonl("record.jsonl", [{"text": self.around(CRANE)}]).read_bytes()
        outcome = self.reprise("passages", "target.txt", "--against", "-", "--json", "report.json", stdin=record)
        self.assertEqual((outcome.code, outcome.err), (0, ""))

    def test_points_against(self):
        claim = "The ferry company lost 40 boats in the winter storm."
        self.write_jsonl("in.jsonl", [{"text": f"{self.prose.text(40)} {claim}"} for _ in range(2)])
        self.write_jsonl("references.jsonl", [{"text": f"{self.prose.text(40)} In the winter storm, the ferry company lost 40 boats."}])
        report = self.report("points", "in.jsonl", "--against", "references.jsonl")
        self.assertEqual([d.get("reference", False) for d in report["documents"]], [False, False, True])
        self.assertGreaterEqual(len(report["points"]), 1)
        for point in report["points"]:
            self.assertIn(2, [m["document"] for m in point["mentions"]], "nothing among the targets alone")
        self.assertEqual(self.report("points", "in.jsonl", "--against", self.write("other.txt", JAM))["points"], [])

    def test_wrong_use(self):
        self.write("a.txt", FERRY)
        self.write("b.txt", FERRY)
        self.check_failure(self.reprise("matrix", "a.txt", "--against", "b.txt"), 2, "matrix has no --against; reprise compare")
        self.check_failure(self.reprise("compare", "a.txt", "--against", "b.txt", "--drop-furniture"), 2, "--drop-furniture")
        self.check_failure(self.reprise("compare", "a.txt", "--against", "b.txt", "--rank", "jaccard"), 2, "leave --rank away")
        for command in ("compare", "passages", "points"):
            self.check_failure(self.reprise(command, "a.txt", "--against", "absent.txt"), 2, "absent.txt: no such file.*; check the path")
        self.check_failure(self.reprise("passages", "a.txt", "--ignore", "absent.txt"), 2, "absent.txt: no such file.*; check the path")


class Clusters(PassagesTest):
    def test_members_core_and_first(self):
        dates = ["2031-05-02", "2031-05-01", None, "2031-05-03"]
        records = [{"text": self.around(FERRY), "date": date} for date in dates]
        records[3]["text"] = records[3]["text"].replace("forty", "fifty")
        self.write_jsonl("in.jsonl", [r if r["date"] else {"text": r["text"]} for r in records] + [{"text": self.around(JAM)}])
        report = self.report("passages", "in.jsonl")
        [cluster] = report["passage_clusters"]
        self.assertEqual([s["document"] for s in cluster["spans"]], [0, 1, 2, 3])
        self.assertEqual(cluster["core"], "The ferry to Ostrell was late again on Tuesday, and")
        self.assertEqual(cluster["first"], [1, 2], "the earliest, and the one of which nothing is known")
        for span in cluster["spans"]:
            text = (records[span["document"]]["text"].encode()[span["begin"]:span["end"]]).decode()
            self.assertTrue(text.startswith("The ferry to Ostrell") and text.endswith("until midnight"), text)
        self.assertEqual({p["cluster"] for p in report["passages"]}, {0})

    def test_without_dates_nobody_is_first(self):
        self.write_jsonl("in.jsonl", [{"text": self.around(FERRY)} for _ in range(3)])
        [cluster] = self.report("passages", "in.jsonl")["passage_clusters"]
        self.assertIsNone(cluster["first"])

    def test_two_documents_make_no_cluster(self):
        self.write_jsonl("in.jsonl", [{"text": self.around(FERRY, JAM, FERRY)} for _ in range(2)])
        report = self.report("passages", "in.jsonl")
        self.assertGreaterEqual(len(report["passages"]), 2)
        self.assertEqual(report["passage_clusters"], [])
        self.assertEqual({p["cluster"] for p in report["passages"]}, {None})

    def test_identical_documents_are_members(self):
        text = self.around(FERRY)
        self.write_jsonl("in.jsonl", [{"text": text}] * 4)
        report = self.report("passages", "in.jsonl")
        self.assertEqual([(p["a"]["document"], p["b"]["document"], p["identity"], p["matched"]) for p in report["passages"]],
                         [(0, d, 1, len(words(text))) for d in (1, 2, 3)])
        [cluster] = report["passage_clusters"]
        self.assertEqual([s["document"] for s in cluster["spans"]], [0, 1, 2, 3])
        self.assertEqual(words(cluster["core"]), words(text))


    def test_short_identical_documents_are_one_passage_too(self):
        for name in "ab":
            self.write(f"{name}.txt", FERRY)
        self.write("c.txt", FERRY + " Again.")
        copy, other = (self.report("passages", "a.txt", f"{name}.txt") for name in "bc")
        self.assertEqual((len(other["passages"]), other["suppressed"]), (1, []))
        self.assertEqual((len(copy["passages"]), copy["suppressed"]), (1, []))
        self.assertEqual(copy["passages"][0]["identity"], 1)
        self.assertEqual(copy["passages"][0]["informative"], other["passages"][0]["informative"])


class DocumentReuse(PassagesTest):
    def test_words_count_once_and_sources_are_ranked(self):
        self.write("a.txt", self.around(FERRY, CRANE))
        self.write("b.txt", self.around(FERRY, CRANE))
        self.write("c.txt", self.around(FERRY))
        self.write("d.txt", self.around(JAM))
        report = self.report("passages", *(f"{name}.txt" for name in "abcd"))
        both, one = len(words(FERRY)) + len(words(CRANE)), len(words(FERRY))
        for d, shared, sources in ((0, both, [(1, both), (2, one)]), (1, both, [(0, both), (2, one)]),
                                   (2, one, [(0, one), (1, one)]), (3, 0, [])):
            document = report["documents"][d]
            reuse = document["reuse"]
            self.assertEqual(reuse["words"], shared)
            self.assertAlmostEqual(reuse["share"], shared / document["words"])
            self.assertEqual([(s["document"], s["words"]) for s in reuse["sources"]], sources)
            for source in reuse["sources"]:
                self.assertAlmostEqual(source["share"], source["words"] / document["words"])

    def test_what_is_suppressed_is_no_reuse(self):
        self.write("in/a.txt", self.around(FERRY))
        self.write("in/b.txt", self.around(FERRY))
        self.write("known.txt", FERRY)
        report = self.report("passages", "in", "--ignore", "known.txt")
        self.assertEqual([d["reuse"] for d in report["documents"]], [{"words": 0, "share": 0, "sources": []}] * 2)


class Suppressed(PassagesTest):
    def test_furniture(self):
        footer = "Copyright the Norvane Gazette, all rights reserved. Corrections and letters go to the newsroom at Harbour Street."
        self.write_jsonl("in.jsonl", [{"text": self.around(FERRY if i < 2 else "") + "\n\n" + footer, "source": "Gazette"} for i in range(12)])
        report = self.report("passages", "in.jsonl")
        self.assertEqual(self.suppressed(report), {"furniture": 12})
        self.assertIn("all rights reserved", report["suppressed"][0]["example"])
        [passage] = report["passages"]
        self.assertIn("ferry to Ostrell", passage["text"])

    def test_a_lead_that_five_sources_took_over_is_reported(self):
        self.write_jsonl("in.jsonl", [{"text": f"{FERRY}\n\n{self.around()}", "source": f"Paper {i}"} for i in range(5)])
        report = self.report("passages", "in.jsonl")
        self.assertEqual((len(report["passages"]), report["suppressed"]), (10, []))

    def test_quotations(self):
        self.write("a.txt", self.around(f"He said: {QUOTE}.", FERRY))
        self.write("b.txt", self.around(f"{QUOTE}, she wrote.", FERRY))
        report = self.report("passages", "a.txt", "b.txt")
        self.assertEqual(([p["quoted"] for p in report["passages"]], report["suppressed"]), ([True, False], []))
        report = self.report("passages", "a.txt", "b.txt", "--skip-quotations")
        self.assertEqual([p["quoted"] for p in report["passages"]], [False])
        self.assertEqual(self.suppressed(report), {"quotation": 1})
        self.assertIn("every single letter", report["suppressed"][0]["example"])

    def test_same_source(self):
        sources = ["Gazette", "Gazette", "Courier", None]
        records = [{"text": self.around(FERRY), "source": source} for source in sources]
        self.write_jsonl("in.jsonl", [{k: v for k, v in r.items() if v} for r in records])
        report = self.report("passages", "in.jsonl", "--skip-same", "source")
        self.assertEqual(self.pairs(report), [(0, 2), (0, 3), (1, 2), (1, 3), (2, 3)])
        self.assertEqual(self.suppressed(report), {"same source": 1})

    def test_same_value_of_any_field(self):
        self.write_jsonl("in.jsonl", [{"text": self.around(FERRY), "meta": {"outlet": outlet}} for outlet in ("x", "y", "x")])
        self.assertEqual(self.pairs(self.report("passages", "in.jsonl", "--skip-same", "meta.outlet")), [(0, 1), (1, 2)])
        for i, outlet in enumerate(("x", "y", "x")):
            self.write(f"in/{i}.txt", self.around(FERRY))
        self.write("in/metadata.csv", "file,outlet\n0.txt,x\n1.txt,y\n2.txt,x\n")
        report = self.report("passages", "in", "--skip-same", "outlet")
        self.assertEqual(self.pairs(report), [(0, 1), (1, 2)])
        self.assertEqual(self.suppressed(report), {"same source": 1})
        self.check_failure(self.reprise("passages", "in", "--skip-same", "absent"), 2, "no document has a field 'absent'")

    def test_ignored_texts(self):
        self.write("a.txt", self.around(FERRY, CRANE))
        self.write("b.txt", self.around(CRANE, FERRY))
        self.write("known.txt", FERRY)
        self.write_jsonl("known.jsonl", [{"text": JAM}, {"text": CRANE}])
        report = self.report("passages", "a.txt", "b.txt", "--ignore", "known.txt")
        self.assertEqual(self.suppressed(report), {"ignored": 1})
        self.assertEqual([len(d) for d in (report["documents"], report["passages"])], [2, 1])
        self.assertIn("harbour crane", report["passages"][0]["text"])
        report = self.report("passages", "a.txt", "b.txt", "--ignore", "known.txt", "--ignore", "known.jsonl")
        self.assertEqual((report["passages"], self.suppressed(report)), ([], {"ignored": 2}))

    def test_what_is_ignored_is_not_new_either(self):
        self.write("essays/a.txt", self.around(FERRY))
        self.write("essays/b.txt", self.around(FERRY, CRANE))
        self.write("sources/s.txt", self.around(CRANE))
        self.write("question.txt", FERRY)
        options = ("essays", "--against", "sources", "--ignore", "question.txt")
        report = self.report("compare", *options)
        ferry = len(FERRY.split())
        self.assertEqual({s["document"] for s in report["ignored"]}, {0, 1})
        for document, news in zip(report["documents"], report["novelty"]):
            self.assertLessEqual(news["words"], document["words"] - ferry + 4)
        self.assertEqual(report["novelty"][0]["new_words"], report["novelty"][0]["words"])
        self.assertFalse(any(FERRY[:30] in s["text"] for s in report["new_statements"]))
        self.assertTrue(any(FERRY[:30] in s["text"] for s in self.report("compare", *options[:3])["new_statements"]))
        summary = self.reprise("compare", *options, "--json", "saved.json").out
        self.assertIn("What is new", summary)
        self.assertEqual(self.reprise("show", "saved.json").out, summary)

    def test_common_phrases(self):
        phrase = "the minister for northern fisheries said in a statement"
        texts = [f"{self.prose.text(60)} {phrase} {self.prose.text(60)}" for _ in range(40)]
        self.write_jsonl("many.jsonl", [{"text": t} for t in texts])
        self.write_jsonl("two.jsonl", [{"text": t} for t in texts[:2]])
        report = self.report("passages", "many.jsonl")
        self.assertEqual((report["passages"], self.suppressed(report)), ([], {"common": 780}))
        report = self.report("passages", "two.jsonl")
        self.assertEqual((len(report["passages"]), report["suppressed"]), (1, []))

    def test_nothing_suppressed_is_an_empty_list(self):
        self.write("a.txt", FERRY)
        report = self.report("passages", "a.txt")
        self.assertEqual((report["suppressed"], report["passage_clusters"], report["passages"]), ([], [], []))


class Noise(PassagesTest):
    def whole(self, a, b, *options):
        """The one passage of the two texts."""
        self.write("a.txt", a)
        self.write("b.txt", b)
        report = self.report("passages", "a.txt", "b.txt", *options)
        self.assertEqual(len(report["passages"]), 1, [p["text"] for p in report["passages"]])
        return report["passages"][0]

    def test_near_misses_at_the_ends_belong_to_a_passage(self):
        p = self.whole(self.around(FERRY), self.around(FERRY.replace("ferry", "feriy").replace("midnight", "rnidnight")))
        self.assertTrue(p["text"].startswith("The ferry") and p["text"].endswith("midnight"), p["text"])

    def test_near_misses_do_not_tear_a_passage(self):
        for what, noisy in (("typing errors", FERRY.replace("angry", "agnry").replace("waited", "waitd").replace("Tuesday", "Tuseday")),
                            ("a scanner", FERRY.replace("islanders", "is1anders").replace("Ostrell", "Ostreli").replace("pier", "picr")),
                            ("stems", FERRY.replace("waited", "waiting").replace("islanders", "islander"))):
            with self.subTest(what):
                p = self.whole(self.around(FERRY), self.around(noisy))
                self.assertTrue(p["text"].startswith("The ferry") and p["text"].endswith("midnight"), p["text"])
                self.assertLess(p["identity"], 1)
                self.assertGreaterEqual(sum(e.get("near", False) for e in p["edits"]), 1)
                self.assertEqual(p["matched"] + p["near"] + sum(not e.get("near") for e in p["edits"]), p["a"]["words"])

    def test_blocks_that_moved_are_passages_by_themselves(self):
        self.write("a.txt", self.around(f"{FERRY} {CRANE} {JAM}"))
        self.write("b.txt", self.around(f"{JAM} {FERRY} {CRANE}"))
        report = self.report("passages", "a.txt", "b.txt")
        self.assertEqual(sorted(words(p["text"]) for p in report["passages"]), sorted([words(FERRY + " " + CRANE), words(JAM)]))

    def test_ends_lie_between_words(self):
        self.write("a.txt", self.around("pre" + FERRY + "post", FERRY.replace("The", "xThe"), CRANE))
        self.write("b.txt", self.around(FERRY, CRANE[1:] + "s and"))
        report = self.report("passages", "a.txt", "b.txt")
        self.assertGreaterEqual(len(report["passages"]), 2)
        for p in report["passages"]:
            for side in "ab":
                text = (self.folder / report["documents"][p[side]["document"]]["where"]).read_text()
                begin, end = p[side]["begin"], p[side]["end"]
                for at in (begin, end):
                    self.assertFalse(re.fullmatch(r"\w\w", text[max(at - 1, 0):at + 1]), text[at - 10:at + 10])
                self.assertEqual(len(words(text[begin:end])), p[side]["words"])

    def test_characters_find_what_words_cannot(self):
        long = " ".join((FERRY, CRANE, JAM))
        # A wrong letter in each fourth word, as in a poor scan: never four equal words in a row.
        noisy = " ".join(w if i % 4 < 3 else w[:1] + "q" + w[2:] for i, w in enumerate(long.split()))
        self.write("a.txt", self.around(long))
        self.write("b.txt", self.around(noisy))
        covered = {}
        for unit, seed in (("words", 4), ("characters", 12)):
            report = self.report("passages", "a.txt", "b.txt", "--passage-unit", unit, "--passage-seed", seed)
            self.assertEqual(report["options"]["passage_unit"], unit)
            covered[unit] = sum(p["a"]["words"] for p in report["passages"])
        self.assertEqual(covered["words"], 0)
        self.assertGreater(covered["characters"], 0.8 * len(words(long)))

    def test_identity_is_1_only_if_every_word_is_equal(self):
        self.assertEqual(self.whole(FERRY, FERRY.upper())["identity"], 1)
        self.assertEqual(self.whole(FERRY, FERRY.replace(",", ";"))["identity"], 1)
        self.assertLess(self.whole(FERRY, FERRY.replace("forty", "fourty"))["identity"], 1)
        self.assertLess(self.whole(FERRY, FERRY.replace("was", "was very"))["identity"], 1)


class Options(PassagesTest):
    def setUp(self):
        super().setUp()
        gap = "one two six ten cats dogs"
        self.write("a.txt", self.around(f"{FERRY} {gap} {CRANE}"))
        self.write("b.txt", self.around(f"{FERRY} red tea hot sun ice elm {CRANE}"))

    def found(self, *options):
        report = self.report("passages", "a.txt", "b.txt", *options)
        self.assertEqual(report["suppressed"], [])
        return sorted(p["a"]["words"] for p in report["passages"])

    def test_gap(self):
        ferry, crane = len(words(FERRY)), len(words(CRANE))
        self.assertEqual(self.found("--passage-gap", 6), [ferry + 6 + crane])
        self.assertEqual(self.found("--passage-gap", 5), sorted([ferry, crane]))

    def test_words(self):
        self.assertEqual(self.found("--passage-words", 1000), [])
        self.assertEqual(self.found("--passage-gap", 0, "--passage-words", 19), [len(words(FERRY))])

    def test_seed(self):
        edited = " ".join("nought" if i % 6 == 5 else w for i, w in enumerate(FERRY.split()))
        self.write("b.txt", self.around(edited))
        self.assertEqual(len(self.found()), 1)
        self.assertEqual(self.found("--passage-seed", 6), [])

    def test_holders(self):
        # Names before and behind, so that no two documents share a word more than the others.
        self.write_jsonl("in.jsonl", [{"text": self.around(f"Alpha{i}. {FERRY} Omega{i}.")} for i in range(8)])
        few = self.report("passages", "in.jsonl", "--passage-holders", 7)
        self.assertEqual(len(self.report("passages", "in.jsonl", "--passage-holders", 8)["passages"]), 28)
        self.assertEqual(len(few["passages"]), 7 + 6, "with the first and the one before")
        self.assertEqual([len(c["spans"]) for c in few["passage_clusters"]], [8], "and still they are one cluster")

    def test_bad_values(self):
        for option in ("--passage-seed", "--passage-holders", "--passage-gap", "--passage-words"):
            for value in ("-1", "x", "1.5", "4294967296", "99999999999999999999"):
                with self.subTest(option, value=value):
                    self.check_failure(self.reprise("passages", "a.txt", f"{option}={value}"), 2, option, "whole number")
        for option, value, says in (("--passage-seed", 0, "seed of a passage"), ("--passage-holders", 0, "at least|1 to"), ("--passage-gap", 1001, "at most 1,000 words"),
                                    ("--passage-unit", "letters", "passage-unit"), ("--passage-identity", 1.1, "between 0 and 1")):
            with self.subTest(option, value=value):
                self.check_failure(self.reprise("passages", "a.txt", option, value), 2, says)
        self.assertEqual(self.found("--passage-seed", 4294967295), [])
        self.found("--passage-holders", 4294967295, "--passage-gap", 1000, "--passage-words", 1)


if __name__ == "__main__":
    unittest.main()

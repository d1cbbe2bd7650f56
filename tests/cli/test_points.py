"""Talking points as users meet them: what is read from real sentences, what odd collections give, and how the work grows."""
import random
import resource
import unittest

from support import SAMPLES, ProgramTest

WORDS = [a + b for a in "ba do ke li mu na po ri so tu va".split() for b in "ben dor lin mar nak pol rus tan vek zim".split()]


def prose(words, seed, marks=True):
    """Made-up text of about so many words, ten a sentence."""
    rng = random.Random(seed)
    end = ". " if marks else " "
    return end.join(" ".join(rng.choices(WORDS, k=10)) for _ in range(words // 10)) + ("." if marks else "")


class Points(ProgramTest):
    def points_of(self, texts, *options):
        for name, text in texts.items():
            self.write(f"in/{name}.txt", text)
        return self.report("points", "in", *options)

    def test_one_event_told_three_times(self):
        report = self.points_of({
            "a": "The harbour office said on Monday that the old crane fell into the water. Nobody was hurt. The crane cost "
                 "6 million euros in 1998.",
            "b": "Gulls were the only witnesses. The old crane, which cost $9, fell into the water, dockers told us on Monday. "
                 "It had been built for six million euros.",
            "c": "The owner denied that the old crane fell into the water on Monday. Rain is forecast for the weekend.",
        })
        fall = next(p for p in report["points"] if any(m["denied"] for m in p["mentions"]))
        self.assertEqual([m["document"] for m in fall["mentions"]], [0, 1, 2])
        self.assertEqual([m["denied"] for m in fall["mentions"]], [False, False, True])
        self.assertEqual((fall["documents"], fall["sources"]), (2, 2), "a denial is no repetition")
        self.assertEqual(fall["mentions"][0]["attributed"], "The harbour office said")
        self.assertEqual([d["story"] for d in report["documents"]], [0, 0, 0])
        cost = next(p for p in report["points"] if p["figures"] and p is not fall)
        self.assertEqual([f["low"] for f in cost["figures"] if f["unit"] == "EUR"], [5.5e6, 5.5e6])
        self.assertFalse(cost["disagree"])

    def test_a_quotation_has_its_speaker(self):
        quoted = "“The old ferry will stay in port until the first warm day of spring. Nobody should wait for it.”"
        self.write("in/a.txt", f"Mayor Jane Orvik met the islanders. {quoted[:-2]},” she said. It rained.")
        self.write("in/b.txt", f"Gulls cried. {quoted[:-2]},” Jane Orvik said on Monday.")
        point = self.report("points", "in")["points"][0]
        self.assertEqual(point["speaker"], "Jane Orvik")
        self.assertIn("— Jane Orvik", " ".join(self.reprise("points", "in").out.split()))
        self.write("in/b.txt", f"Gulls cried. {quoted[:-2]},” Odran Feld said on Monday.")
        self.assertNotIn("speaker", self.report("points", "in")["points"][0])

    def test_figures_that_differ_and_figures_that_moved_on(self):
        texts = {"a": "The flood in the valley has killed 40 people, officials said. Schools stay closed.",
                 "b": "The valley flood has killed 90 people by now. Bread is running short."}
        point = self.points_of(texts)["points"][0]
        self.assertEqual((point["disagree"], point["updated"], point["disagreements"]), (True, False, [[0, 1]]))
        self.write("in/metadata.csv", "file,date\na.txt,2031-03-01\nb.txt,2031-03-04\n")
        point = self.report("points", "in")["points"][0]
        self.assertEqual((point["disagree"], point["updated"]), (False, True))
        self.assertEqual(point["first"], [0])

    def test_stories_are_told_apart(self):
        report = self.report("points", SAMPLES)
        told = {}
        for document in report["documents"]:
            told.setdefault(document["id"].split("-")[0], set()).add(document["story"])
        events = [told[name] for name in ("bridge", "ferry", "fire", "plant")]
        self.assertEqual([len(stories) for stories in events], [1, 1, 1, 1])
        self.assertEqual(len(set.union(*events)), 4)
        for point in report["points"]:
            self.assertEqual({report["documents"][m["document"]]["story"] for m in point["mentions"]}, {point["story"]})

    def test_a_dispute(self):
        texts = {
            "a": "The harbour council welcomed the apology of the brewery. Gulls are loud in March. The old crane fell into the "
                 "water on Monday, dockers said.",
            "b": "On Monday the old crane fell into the water. Rain is forecast for the weekend. The harbour council rejected the "
                 "apology of the brewery.",
        }
        report = self.points_of(texts)
        (dispute,) = report["disputes"]
        self.assertEqual(dispute["kind"], "antonym")
        self.assertEqual([side["words"] for side in dispute["sides"]], ["welcomed", "rejected"])
        self.assertEqual([side["documents"] for side in dispute["sides"]], [[0], [1]])
        summary = self.reprise("points", "in").out
        self.assertRegex(summary, r"disputed +in 1 point: “The harbour council welcomed[^”]*” \(a.txt\) against")
        for point in dispute["points"]:
            self.assertIn("opposed by antonyms: “welcomed”", self.reprise("points", "in", "--explain", point + 1).out)

    def test_explain_says_which_words_deny_a_mention(self):
        self.write("in/a.txt", "The harbour crane fell into the cold water on Monday. It rained.")
        self.write("in/b.txt", "The mayor denied that the harbour crane fell into the cold water. Gulls are loud.")
        self.write("in/c.txt", "On Monday the harbour crane fell into the cold water. Dogs bark.")
        told = " ".join(self.reprise("points", "in", "--explain", 1).out.split())
        self.assertIn("denied or doubted by “denied”", told)

    def test_explain(self):
        texts = {"a": "The harbour crane fell into the cold water on Monday, and it cost 6 million euros. It rained.",
                 "b": "On Monday the harbour crane fell into the cold water. It had cost 5 million euros. Gulls are loud."}
        for name, text in texts.items():
            self.write(f"in/{name}.txt", text)
        outcome = self.reprise("points", "in", "--explain", "1")
        self.assertEqual(outcome.code, 0, outcome.err)
        for line in ("Point 1 of ", "Evidence that they state the same", "-3.06 where nothing is known", "what the words in common say: ",
                     "What binds them", "crane: weight ", "Mentions, with their mean likeness", "a.txt: “", "b.txt: “", "cut from: “"):
            self.assertIn(line, " ".join(outcome.out.split()))
        for wrong, says in (("0", "counted from 1"), ("99", "there (is|are) "), ("x", "whole number"), ("-1", "whole number")):
            self.check_failure(self.reprise("points", "in", f"--explain={wrong}"), 2, says)
        self.check_failure(self.reprise("passages", "in", "--explain", "1"), 2, "reprise points")

    def test_languages(self):
        for language, texts, word in (
                ("de", ("Die neue Fähre fährt nicht vor dem Frühling, sagte der Bürgermeister. Es regnet.",
                        "Nach Angaben der Reederei wird die neue Fähre vor dem Frühling nicht fahren. Das Brot ist teuer."), "Fähre"),
                ("fr", ("Le nouveau bac ne partira pas avant le printemps, a dit le maire. Il pleut.",
                        "Selon la compagnie, le nouveau bac ne partira qu'après le printemps. Le pain est cher."), "bac"),
                ("es", ("El nuevo barco no saldrá antes de la primavera, dijo el alcalde. Llueve.",
                        "Según la compañía, el nuevo barco no sale antes de la primavera. El pan es caro."), "barco")):
            with self.subTest(language):
                outputs = [self.points_of({"a": texts[0], "b": texts[1]}, *options)["points"]
                           for options in ((), ("--language", language))]
                self.assertEqual(outputs[0], outputs[1], "recognised")
                self.assertIn(word.lower(), [term.lower() for term in outputs[0][0]["terms"]])
                self.assertTrue(any(m["attributed"] for m in outputs[0][0]["mentions"]))
        self.check_failure(self.reprise("points", "in", "--language", "klingon"), 2, "--language takes .*, not 'klingon'")


class OddCollections(ProgramTest):
    """Sensible answers, and work that grows with the collection and not with its square."""

    def points(self, *arguments):
        return self.report("points", *arguments)["points"]

    def work(self, *arguments):
        """The processor time of the program, the lesser of two runs."""
        times = []
        for _ in range(2):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            self.points(*arguments)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return min(times)

    def check_growth(self, small, large):
        """`large` is four times as much: linear work is four times as much too, quadratic work sixteen times."""
        self.assertLess(self.work(large), 9 * self.work(small))

    def test_one_article_has_nothing_to_repeat(self):
        self.write("a.txt", prose(500, 1) * 3)
        self.assertEqual(self.points("a.txt"), [])

    def test_identical_and_nearly_identical_copies_are_one_voice(self):
        text = prose(400, 2)
        for d in range(1000):
            self.write(f"same/{d}.txt", text)
            self.write(f"near/{d}.txt", text.replace("benben", "benben", 1) + f" Number {d}.")
        self.assertEqual(self.points("same"), [])
        self.assertEqual(self.points("near"), [])

    def test_text_without_a_mark(self):
        self.write("in/a.txt", prose(20000, 3, marks=False))
        self.write("in/b.txt", prose(20000, 4, marks=False) + " the harbour crane fell into the cold grey water on monday")
        self.write("in/c.txt", prose(200, 5) + " The harbour crane fell into the cold grey water on Monday.")
        self.assertTrue(any("crane" in p["label"] for p in self.points("in")))
        self.write("quarter/a.txt", prose(5000, 3, marks=False))
        self.write("quarter/b.txt", prose(5000, 4, marks=False))
        self.check_growth("quarter", "in")

    def test_lists_tables_and_figures_alone(self):
        rng = random.Random(6)
        for d in range(20):
            rows = "\n".join(" | ".join(str(rng.randrange(10**6)) for _ in range(6)) for _ in range(200))
            self.write(f"in/{d}.txt", rows)
            self.write(f"list/{d}.txt", "\n".join(f"- {rng.choice(WORDS)}" for _ in range(300)))
        self.assertEqual(self.points("in"), [], "a row of cells states nothing")
        self.assertEqual(self.points("list"), [], "neither does a word")

    def test_subtitles(self):
        """Two films' subtitles share numbers, times and one line that is said in both."""
        said = "The harbour crane fell into the cold water before dawn."
        for name, start, others in (("a", 1, ("Good morning, captain.", "Where is the salt?")), ("b", 7, ("Bread is cheap.", "Gulls are loud tonight."))):
            lines = [*others, said]
            blocks = [f"{start + i}\n00:00:{10 + 3 * i},000 --> 00:00:{12 + 3 * i},500\n{line}\n" for i, line in enumerate(lines)]
            self.write(f"in/{name}.txt", "\n".join(blocks))
        points = self.points("in")
        self.assertEqual([p["label"] for p in points], [said])

    def test_poems_share_a_refrain_once(self):
        refrain = "And nobody hears the old ferry bell ring"
        for name, word in (("a", "harbour"), ("b", "mountain")):
            self.write(f"in/{name}.txt", "\n\n".join(f"The {word} of stanza {n} sleeps,\n{refrain}." for n in ("one", "two", "three")))
        refrains = [p for p in self.points("in") if "ferry bell" in p["label"]]
        self.assertEqual(len(refrains), 1)
        self.assertEqual(refrains[0]["documents"], 2)

    def test_a_text_that_contradicts_itself_contradicts_nobody(self):
        itself = "The crane cost 6 million euros, the port said. The crane cost 9 million euros, the port said. The council welcomed it. The council rejected it."
        self.write("in/a.txt", itself)
        self.write("in/b.txt", itself.replace("Bread", "Salt") + " Gulls are loud, and rain is expected all week.")
        report = self.report("points", "in")
        self.assertFalse([p["label"] for p in report["points"] if p["disagree"]])
        self.assertEqual(report["disputes"], [])

    def test_mixed_languages(self):
        for d, text in enumerate(("The ferry will not sail before spring.", "Die Fähre fährt nicht vor dem Frühling.",
                                  "Le bac ne partira pas avant le printemps.", "Трајект неће пловити пре пролећа.",
                                  "渡船在春天之前不会启航。", "لن تبحر العبارة قبل الربيع.")):
            self.write(f"in/{d}.txt", text * 3)
            self.write(f"in/{d}b.txt", text)
        self.assertGreaterEqual(len(self.points("in")), 4, "each is said twice, in its own language")

    def test_ten_thousand_sentences_that_share_one_rare_name(self):
        for d in range(100):
            text = "\n".join(f"Brannock {line}." for line in prose(1000, d).split(". "))
            self.write(f"in/{d}.txt", text)
            if d < 25:
                self.write(f"quarter/{d}.txt", text)
        self.check_growth("quarter", "in")

    def test_a_notice_in_every_document(self):
        for d in range(1000):
            text = prose(100, d) + " Subscribe to the letter of the Quillhaven Post today."
            self.write(f"in/{d}.txt", text)
            if d < 250:
                self.write(f"quarter/{d}.txt", text)
        self.check_growth("quarter", "in")


if __name__ == "__main__":
    unittest.main()

"""tools/train: what it reads out of gold, which weights it learns, and that it makes a model that the program reads."""

import json
import os
import random
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for folder in ("bench/quality", "tools/training", "tests/cli"):
    sys.path.insert(0, str(ROOT / folder))
sys.dont_write_bytecode = True
import head  # noqa: E402
from point_learn import Pairs  # noqa: E402
from stories import FREE, Story, Stretch, steps_of, stories_in, texts_for  # noqa: E402

SAID = ["the old ferry stays in port until spring", "in port the old ferry stays until spring has come",
        "the mayor wants a new bridge over the river", "a new bridge over the river is what the mayor wants"]
TEXTS = [f"It rained all day in the town. {SAID[0].capitalize()}, he said. Onions are dear this year again.",
         f"Nobody came to the market. {SAID[1].capitalize()}. {SAID[2].capitalize()}.",
         f"The bells rang late once more today. {SAID[3].capitalize()}: so she said."]
MENTIONS = [[(0, SAID[0]), (1, SAID[1])], [(1, SAID[2]), (2, SAID[3])]]


def write_gold(folder, name, texts, mentions, in_folder):
    ids = [f"{i}.txt" for i in range(len(texts))]
    if in_folder:
        (folder / name).mkdir()
        for each, text in zip(ids, texts):
            (folder / name / each).write_text(text)
    else:
        (folder / f"{name}.jsonl").write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in zip(ids, texts)))
    points = [{"id": f"p{i}", "statement": "", "difficulty": "lexical",
               "mentions": [{"doc": ids[document], "quote": quote} for document, quote in point]}
              for i, point in enumerate(mentions)]
    (folder / f"{name}.gold.json").write_text(json.dumps({"points": points, "disagreements": [], "figures_that_agree": []}))


class TrainTest(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = Path(self.temporary.name)


def capital(quote):
    return quote[0].upper() + quote[1:]


QUOTED = [[(document, capital(quote)) for document, quote in point] for point in MENTIONS]


class Gold(TrainTest):
    def test_stretches_come_with_the_clauses_around_them_and_clauses_that_nobody_marked(self):
        write_gold(self.folder, "a", TEXTS, [[(0, "ferry stays in port"), (1, "the old ferry stays until spring")]], True)
        write_gold(self.folder, "b", SAID, [[(2, SAID[2]), (3, SAID[3])]], False)
        prose, statements = stories_in(self.folder)
        self.assertEqual(prose.marked[0], Stretch("ferry stays in port", capital(SAID[0]), "p0"))
        self.assertEqual(prose.marked[1].clause, capital(SAID[1]))
        self.assertEqual(prose.free[:2], ["It rained all day in the town.", "Onions are dear this year again."])
        self.assertEqual(statements.free, SAID[:2])

    def test_small_stories_share_a_step_and_no_story_is_lost(self):
        small, large = [Story([Stretch("a", "b", 1)] * 30, []) for _ in range(7)], Story([Stretch("a", "b", 1)] * 300, [])
        steps = steps_of([*small, large])
        self.assertEqual(sorted(len(step) for step in steps), [1, 3, 4])
        texts, points = texts_for(large, random.Random(1), 0)
        self.assertEqual((len(texts), set(points)), (300, {1}))  # one point is never cut
        texts, points = texts_for(Story([], ["c"] * 50), random.Random(1), 0)
        self.assertEqual((len(texts), set(points)), (FREE, {None}))


class Head(unittest.TestCase):
    def test_what_is_the_same_everywhere_has_no_weight(self):
        pairs = Pairs([[1.0, 0.2]] * 4 + [[0.0, 0.2]] * 4, [1, 1, 1, 0, 1, 0, 0, 0])
        weights = head.weights_from([head.Judged(["likeness", "place"], pairs, pairs)])
        self.assertEqual(weights["prose"], {"likeness": 2.127, "none": -1.057})
        self.assertEqual(weights["statements"], weights["prose"])
        self.assertGreater(head.precision_of([head.Judged(["likeness", "place"], pairs, pairs)], weights)["prose"], 0.5)

    def test_gold_of_one_kind_is_not_enough(self):
        pairs = Pairs([[1.0], [0.0]] * 2, [1, 0] * 2)
        with self.assertRaisesRegex(SystemExit, "no statements that state the same"):
            head.weights_from([head.Judged(["likeness"], pairs, Pairs([], []))])


class WholeRun(TrainTest):
    def setUp(self):
        super().setUp()
        self.tools = Path(os.environ["REPRISE_PROGRAM"]).parent if "REPRISE_PROGRAM" in os.environ else ROOT / "build/release"
        if not (ROOT / "build/train-venv/bin/python").exists():
            self.skipTest("PyTorch is not there (tools/setup train)")
        if not list(self.tools.glob("reprise_point_ablation")):
            self.skipTest("reprise_point_ablation is not built")

    def train(self, *words):
        return subprocess.run([str(ROOT / "tools/train"), "--tools", str(self.tools), *map(str, words)],
                              capture_output=True, text=True)

    def test_what_it_makes_is_a_model_that_the_program_reads_and_the_same_each_time(self):
        from test_meaning import tiny_model
        gold, model = self.folder / "gold", self.folder / "tiny"
        gold.mkdir()
        for name, content in tiny_model().items():
            (model / name).parent.mkdir(parents=True, exist_ok=True)
            (model / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        for i in range(5):
            write_gold(gold, f"t{i}", TEXTS, QUOTED, True)
            write_gold(gold, f"s{i}", SAID, [[(0, SAID[0]), (1, SAID[1])]], False)
        made = []
        for out in ("one", "two"):
            done = self.train("--gold", gold, "--model", model, "--out", self.folder / out)
            self.assertEqual(done.returncode, 0, done.stderr)
            made.append([(self.folder / out / name).read_bytes() for name in ("model.safetensors", "reprise.json")])
        self.assertEqual(made[0], made[1])
        self.assertNotEqual(made[0][0], (model / "model.safetensors").read_bytes())
        self.assertEqual([path.name for path in self.folder.glob("*.folds")], [])
        found = subprocess.run([str(self.tools / "reprise"), "points", str(gold / "t0"), "--model", str(self.folder / "one"),
                                "--json", "-"], capture_output=True, text=True)
        self.assertEqual(found.returncode, 0, found.stderr)

    def test_wrong_use_is_said(self):
        write_gold(self.folder, "a", TEXTS, QUOTED, True)
        for words, said in ((("--gold", self.folder, "--out", self.folder), "is there already"),
                            (("--gold", self.folder, "--model", "nowhere", "--out", "new"), "modules.json is not there")):
            done = self.train(*words)
            self.assertEqual(done.returncode, 2)
            self.assertIn(said, done.stderr)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""How long `reprise points` takes on generated articles, and how that grows.

usage: bench/quality/point_speed.py [--program FILE] [--rounds N] [--only WORD] [--folder DIR]

Articles of 20 sentences, some 330 words, ten to a story: a story has 40 things to say, and each sentence says one of
them, in words of which a quarter differ; one in four has a figure, which differs in one text of five. (What
bench/speed generates; reprise_generate has no stories.)

many stories   1,000 and 10,000 articles
one story      1,000 articles that all tell one story. Of 40 things: each is said 500 times, so that its words are too
               frequent to propose anything. Of 120: each is said 170 times, just below that limit, the worst case
alike          1,000, 2,000 and 4,000 articles, each of 15 of 75 things that all tell in nearly the same words, and of three
               of its own: all pairs are alike, and what is linked into stories grows with their square
beside Python  200 articles, with the second baseline (baseline.tfidf_points)

Whole processes, in turns: seconds, of processor time too; peak memory; and how many times the processor time of
`reprise passages`, which reads the same file, cuts it into words and looks for copies.
"""
import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent)]
sys.dont_write_bytecode = True
import baseline  # noqa: E402
import measured  # noqa: E402
from harness import table  # noqa: E402

SENTENCES = 20
FUNCTION_WORDS = "the of and to in a is that for it was on with as".split()
MEASURES = ["million dollars", "percent", "houses", "workers", "days", "people", "ships", "euros"]
ONSETS = "b d f g k l m n p r s t v st tr ch".split()
VOWELS = "a e i o u a e i ou ea".split()
ENDINGS = ["", "", "", "n", "r", "s", "t"]


class Writer:
    """Writes articles, the same ones for the same seed."""

    def __init__(self, seed=13):
        self.random = random.Random(seed)
        words = {}
        while len(words) < 20000:
            word = "".join(self.pick(ONSETS) + self.pick(VOWELS) for _ in range(1 + self.below(3))) + self.pick(ENDINGS)
            words[word] = None
        self.words = list(words)
        self.weights = []  # cumulated: the i-th word is drawn in proportion to 1 / (i + 3)
        for i in range(len(self.words)):
            self.weights.append((self.weights[-1] if i else 0) + 1 / (i + 3))

    def below(self, n):
        return int(self.random.random() * n)

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, items):
        return items[self.below(len(items))]

    def draw(self, count):
        return self.random.choices(self.words, cum_weights=self.weights, k=count)

    def figure(self):
        return ("about " if self.chance(0.3) else "") + f"{13 + self.below(900)} {self.pick(MEASURES)}"

    def story(self, things):
        return [(self.draw(7 + self.below(6)), self.figure() if self.chance(0.25) else "") for _ in range(things)]

    def alike(self, count, things, told, own):
        story = [self.random.sample(self.words, 10) for _ in range(things)]
        for _ in range(count):
            said = []
            for matter in self.random.sample(story, told):
                said.append(" ".join(word if self.chance(0.9) else self.pick(self.words) for word in matter))
            said += [" ".join(self.random.sample(self.words, 12)) for _ in range(own)]
            self.random.shuffle(said)
            yield " ".join(text.capitalize() + "." for text in said)

    def sentence(self, matter, amount):
        said = []
        for word in matter:
            if self.chance(0.7):
                said.append(self.pick(FUNCTION_WORDS))
            said.append(word if self.chance(0.75) else self.draw(1)[0])
        if amount:
            said += ["for", amount if self.chance(0.8) else self.figure()]
        text = " ".join(said)
        return text[0].upper() + text[1:] + "."

    def articles(self, count, of_story, things):
        for i in range(count):
            if i % of_story == 0:
                story = self.story(things)
            parts = [self.sentence(*self.pick(story)) + ("\n\n" if self.chance(0.2) else " ") for _ in range(SENTENCES)]
            yield "".join(parts)


def write(path, *shape):
    writer = Writer()
    articles = writer.articles if len(shape) == 3 else writer.alike
    with open(path, "w", encoding="utf-8") as out:
        for i, text in enumerate(articles(*shape)):
            out.write(json.dumps({"id": f"a{i}", "text": text}) + "\n")
    return path


CASES = {  # articles, of a story, things that a story says; or articles that are alike, things, told, own
    "many stories, 1,000": (1000, 10, 2 * SENTENCES),
    "many stories, 10,000": (10000, 10, 2 * SENTENCES),
    "one story of 40 things, 1,000": (1000, 1000, 2 * SENTENCES),
    "one story of 120 things, 1,000": (1000, 1000, 6 * SENTENCES),
    "alike, 1,000": (1000, 75, 15, 3),
    "alike, 2,000": (2000, 75, 15, 3),
    "alike, 4,000": (4000, 75, 15, 3),
    "beside Python, 200": (200, 10, 2 * SENTENCES),
}


def points_in(program, path):
    command = [program, "points", path, "--json", "-", "--quiet", "--no-text"]
    report = subprocess.run(command, capture_output=True, check=True)
    return len(json.loads(report.stdout)["points"])


def works(program, path, name):
    """{(what, threads): work}; Python where it is wanted."""
    result = {}
    for threads in (1, 2):
        flags = [path, "--quiet", "--threads", threads]
        for what in ("passages", "points"):
            result[what, threads] = lambda w=what, f=flags: measured.measure([program, w, *f, "--json", "/dev/null"])
    if "Python" in name:
        result["Python", 1] = lambda: measured.measure([sys.executable, __file__, "--baseline", path])
    return result


def show(name, runs, points):
    rows = []
    for (what, threads), own in runs.items():
        alone = [run.processor for run in runs["passages", threads]]
        rows.append([what, threads, measured.spread((run.seconds for run in own), 2),
                     measured.spread((run.processor for run in own), 2), f"{measured.median(own, 'peak') / 1e6:.0f}",
                     f"{statistics.median(run.processor / other for run, other in zip(own, alone)):.1f}"])
    print(f"\n{name} articles: {points} points\n")
    table(["", "threads", "seconds", "of processor", "peak MB", "times passages"], rows)
    if ("Python", 1) in runs:
        faster = [slow.processor / fast.processor for slow, fast in zip(runs["Python", 1], runs["points", 1])]
        print(f"  Python takes {measured.spread(faster)} times the processor time of points on one thread")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=measured.ROOT / "build/release/reprise")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", metavar="WORD", help="only the cases with this word in their names")
    parser.add_argument("--folder", type=Path, help="for temporary files; default: the system's")
    parser.add_argument("--baseline", type=Path, metavar="FILE", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.baseline:
        texts = {r["id"]: r["text"] for r in map(json.loads, open(options.baseline, encoding="utf-8"))}
        return baseline.tfidf_points(texts)
    program = measured.program(options.program, "reprise")
    print(f"{measured.machine()}; {options.rounds} rounds, medians, in brackets the least and the largest")
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="points.") as folder:
        for name, shape in CASES.items():
            if options.only.lower() in name.lower():
                path = write(Path(folder) / "articles.jsonl", *shape)
                points = points_in(program, path)
                show(name, measured.in_turns(options.rounds, works(program, path, name)), points)


if __name__ == "__main__":
    main()

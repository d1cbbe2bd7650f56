"""What an encoder learns from: stories, each a list of stretches of which some state the same.

A folder of gold holds NAME.gold.json beside the texts: NAME/, a folder of .txt files, or NAME.jsonl, whose records are
statements. Of each gold mention the stretch is taken as its readers marked it, and the clause around it, for the program
compares clauses; and clauses that no reader has marked, which nothing states again.
"""
import json
import random
import re
from typing import NamedTuple

from point_collections import collections_in

MOST_MARKED = 130      # stretches of a story in one step; of more, points are drawn
FREE = 15              # clauses in a step that no reader has marked
TEXTS_OF_A_STEP = 100  # small stories share one
REACH = 200            # characters in which the marks around a mention are sought
FEWEST, MOST = 5, 60   # words of a free clause

SENTENCE_END = re.compile(r'(?<=[.!?…”"])\s+|\n+')
MARK = re.compile(r'[.!?;:“”"\n]|, |—| - ')


class Stretch(NamedTuple):
    text: str
    clause: str  # around it
    point: object  # what it states; None: nothing that is stated again


class Story(NamedTuple):
    marked: list
    free: list

    def size(self):
        return len(self.marked) + min(len(self.free), FREE)


def stories_in(folder):
    """The stories of a folder of gold, by name."""
    return [_story(collection) for collection in collections_in(folder)]


def steps_of(stories):
    """The stories in lists, so that each list has some hundred texts or is one large story."""
    steps, small = [], []
    for story in stories:
        if story.size() >= TEXTS_OF_A_STEP:
            steps.append([story])
            continue
        small.append(story)
        if sum(map(Story.size, small)) >= TEXTS_OF_A_STEP:
            steps.append(small)
            small = []
    return steps + ([small] if small else [])


def texts_for(story, draw, share_of_clauses):
    """What of a story is compared in a step: texts, and what each states. `draw`: a random.Random."""
    marked = _drawn(story.marked, draw) if len(story.marked) > MOST_MARKED else story.marked
    texts = [s.clause if draw.random() < share_of_clauses else s.text for s in marked]
    free = draw.sample(story.free, min(len(story.free), FREE))
    return texts + free, [s.point for s in marked] + [None] * len(free)


def _drawn(marked, draw):
    points = sorted({stretch.point for stretch in marked})
    draw.shuffle(points)
    by_point, count = set(), 0
    for point in points:
        by_point.add(point)
        count += sum(stretch.point == point for stretch in marked)
        if count > MOST_MARKED:
            break
    return [stretch for stretch in marked if stretch.point in by_point]


def _story(collection):
    gold = json.loads(collection.gold_path.read_text(encoding="utf-8"))
    marked = [Stretch(mention["quote"], _clause_around(mention["quote"], collection.texts[mention["doc"]]), point["id"])
              for point in gold["points"] for mention in point["mentions"]]
    quoted = [stretch.text for stretch in marked]
    whole = collection.path.suffix == ".jsonl"  # each text is a statement
    clauses = [clause for text in collection.texts.values() for clause in ([text] if whole else _clauses(text))]
    return Story(marked, [c for c in clauses if not any(q in c or c in q for q in quoted)])


def _clauses(text):
    sentences = (sentence.strip() for sentence in SENTENCE_END.split(text))
    return [sentence for sentence in sentences if FEWEST <= len(sentence.split()) <= MOST]


def _clause_around(quote, text):
    begin = text.find(quote)
    if begin < 0:
        return quote
    end = begin + len(quote)
    before = [mark.end() for mark in MARK.finditer(text, max(0, begin - REACH), begin)]
    after = MARK.search(text, end, min(len(text), end + REACH))
    return text[before[-1] if before else begin:after.start() if after else end].strip() or quote

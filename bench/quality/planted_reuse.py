"""Passages planted into novels of four languages, from a seed: truth for `reprise passages`, as hard as we like.

The documents are slices of novels from the corpus of the shared data, those that are no copies of others. A passage is
drawn from one, changed, and put between two words of another of the same language:

    the one    … when [the old man had looked at her for a while, he rose] and went …
    the other  … by the gate. [the old man had Iooked at hcr for awhile, he rose] It was late, …

The case is what stands in brackets, in characters, without marks at its ends. Changes:

edited      words are replaced, dropped, put in before, or swapped with the next, at a rate. New words are drawn from
            the novels of that language, so that "the" comes as often as it does. The first and the last word stay, so
            that there is one right answer to where a case ends.
reordered   blocks of whole sentences come in another order; each block is a case
scanned     what bad OCR makes of letters: look-alikes (rn becomes m), letters and spaces lost or put in, at a rate
in many     a passage stands in three to ten documents, with up to a fifth of its words edited in each

Two halves of the corpus, `tune` and `look`, share no document and no random number: what was tuned on one is checked on
the other. Only random() is used, which Python keeps stable, seeded by the name of the half and of the kind.
"""
import functools
import itertools
import random
import re
from collections import namedtuple

from dedup import planted_of
from harness import records_of

LANGUAGES = ("eng", "deu", "fra", "srp")
HALVES = ("tune", "look")
LEAST_WORDS, MOST_WORDS = 20, 400  # of a passage
LEAST_DOCUMENT = 100  # words

# A word and what stands between it and the next.
Piece = namedtuple("Piece", "word gap")
# A place in a document: the id, and characters.
Span = namedtuple("Span", "document begin end")
# What a kind makes: records, cases (a pair of spans each), and groups of spans that all say the same.
Planted = namedtuple("Planted", "records cases groups")

TWO_LIKE_ONE = {"rn": "m", "cl": "d", "li": "h", "vv": "w", "ii": "u", "fi": "ﬁ", "in": "m", "ni": "m", "ri": "n"}
LIKE_ONE = {
    "m": ("rn", "in"), "d": ("cl", "a"), "w": ("vv", "u"), "e": "co", "c": "eo", "l": "1iI", "h": "bk", "b": "h6",
    "i": "lj1", "n": "ur", "u": "nv", "t": "fl", "f": "ft", "s": "5z", "a": "os", "o": "0ec", "r": "tv",
    "g": "q9", "y": "v", "v": "y", "S": "5", "I": "l1",
    "O": "0", "B": "8", "é": "eć", "è": "e6", "ü": "uii", "ä": "aii", "ö": "o6", "ß": "B8", "н": "ип",
    "и": "нп", "п": "нл", "л": "п", "о": "ос0", "с": "ео", "е": "сё", "а": "лд", "в": "нз", "р": "гп", "т": "гш",
    "ш": "щт", "к": "н", "ј": "ji", "у": "ч", "з": "в3", "б": "6", "г": "т", "д": "л", "м": "ш", "ж": "х",
}


@functools.cache
def novels(corpus, planted):
    """{(half, language): texts}, without those of which the corpus holds an edited copy, or that are one."""
    originals = {row["line"] for row in planted_of(planted) if row["group"] < 0}
    texts = {(half, language): [] for half in HALVES for language in LANGUAGES}
    for line, record in enumerate(records_of(corpus), 1):
        if line in originals and record["src"] in LANGUAGES and len(record["text"].split()) >= LEAST_DOCUMENT:
            texts[HALVES[line % 2], record["src"]].append(record["text"])
    return texts


def pieces_of(text):
    words = list(re.finditer(r"\S*\w\S*", text))
    ends = [word.start() for word in words[1:]] + [len(text)]
    return [Piece(word.group(), text[word.end():end] or " ") for word, end in zip(words, ends)]


def text_of(pieces):
    return "".join(word + gap for word, gap in pieces)


def passage_text(pieces):
    return text_of(pieces[:-1]) + pieces[-1].word


def trimmed(document, text, begin, end):
    """The span without what is no letter or digit at its ends."""
    while not text[begin].isalnum():
        begin += 1
    while not text[end - 1].isalnum():
        end -= 1
    return Span(document, begin, end)


class Planter:
    """The documents and the random numbers of one kind in one half."""

    def __init__(self, texts, half, kind):
        self.random = random.Random(f"{half}: {kind}").random
        self.texts = {language: self.shuffled(texts[half, language]) for language in LANGUAGES}
        self.vocabulary = {}
        self.records, self.cases, self.groups = [], [], []

    def planted(self):
        return Planted(self.records, self.cases, self.groups)

    def below(self, n):
        return int(self.random() * n)

    def pick(self, items):
        return items[self.below(len(items))]

    def shuffled(self, items):
        return sorted(items, key=lambda _: self.random())

    def length(self):
        """Short passages are as many as long ones, by octaves."""
        return int(LEAST_WORDS * (MOST_WORDS / LEAST_WORDS) ** self.random())

    def document(self, language, least_words=LEAST_DOCUMENT):
        """One that was not drawn before, as pieces."""
        texts = self.texts[language]
        for place, text in enumerate(texts):
            pieces = pieces_of(text) if text.count(" ") >= least_words else []
            if len(pieces) >= least_words:
                del texts[place]
                return pieces
        raise SystemExit(f"the corpus has too few documents of {least_words} words in {language}")

    def word(self, language):
        if language not in self.vocabulary:
            some = " ".join(self.texts[language][:300])
            self.vocabulary[language] = re.findall(r"\w(?:\S*\w)?", some)
        return Piece(self.pick(self.vocabulary[language]), " ")

    def add(self, language, text):
        self.records.append({"id": f"{language}-{len(self.records)}", "text": text})
        return self.records[-1]["id"]

    def put(self, language, passages, place=None):
        """Puts the passages, one after another, into a new document; at its begin (0), its end (1), or anywhere (None).

        Returns their spans.
        """
        host = self.document(language)
        at = self.below(len(host) + 1) if place is None else place * len(host)
        before = text_of(host[:at])
        text = (before + " ".join(passages) + " " + text_of(host[at:])).rstrip()
        document, begin, spans = self.add(language, text), len(before), []
        for passage in passages:
            spans.append(trimmed(document, text, begin, begin + len(passage)))
            begin += len(passage) + 1
        return spans

    def draw(self, language):
        """Pieces of a passage, and its span in a new document."""
        length = self.length()
        source = self.document(language, max(length, LEAST_DOCUMENT))
        first = self.below(len(source) - length + 1)
        begin = len(text_of(source[:first]))
        pieces, text = source[first:first + length], text_of(source)
        return pieces, trimmed(self.add(language, text), text, begin, begin + len(passage_text(pieces)))

    def edited(self, pieces, rate, language):
        out, i = [pieces[0]], 1
        while i < len(pieces) - 1:
            kind = self.below(4) if self.random() < rate else None
            if kind == 0:
                out.append(self.word(language))
            elif kind == 2:
                out += [self.word(language), pieces[i]]
            elif kind == 3 and i + 2 < len(pieces):
                i += 1
                out += [pieces[i], pieces[i - 1]]
            elif kind != 1:
                out.append(pieces[i])
            i += 1
        return passage_text(out + pieces[i:])

    def scanned(self, pieces, rate, language):
        text, out, i = passage_text(pieces), [], 0
        while i < len(text):
            read, taken = text[i], 1
            if self.random() < rate:
                read, taken = self.misread(text, i)
            out.append(read)
            i += taken
        return "".join(out)

    def misread(self, text, i):
        """What is read instead of one or two characters, and how many they are."""
        kind, letter = self.random(), text[i]
        if letter.isspace():
            return ("" if kind < 0.3 else letter), 1
        if kind < 0.12:
            return "", 1
        if kind < 0.24:
            return letter + self.pick(text).strip(), 1
        if kind < 0.28:
            return letter + " ", 1
        if text[i:i + 2] in TWO_LIKE_ONE and kind < 0.6:
            return TWO_LIKE_ONE[text[i:i + 2]], 2
        return self.pick(LIKE_ONE.get(letter) or text).strip(), 1


def changed(planter, change, rate, each=50):
    """So many cases of each language. `change` is a method of the planter."""
    for language in LANGUAGES:
        for _ in range(each):
            pieces, source = planter.draw(language)
            planter.cases.append((source, *planter.put(language, [change(planter, pieces, rate, language)])))
    return planter.planted()


def blocks_of(planter, pieces):
    """Three to six blocks of whole sentences of 20 to 60 words or a little more, one after another: (first, end)."""
    ends = [i + 1 for i, piece in enumerate(pieces) if re.search(r"[.!?…][\"'»«”“’)]*$", piece.word)]
    blocks, begin = [], planter.pick(ends[:5]) if ends else len(pieces)
    for _ in range(3 + planter.below(4)):
        least = begin + LEAST_WORDS + planter.below(2 * LEAST_WORDS)
        end = next((end for end in ends if end >= least), None)
        if end is None:
            break
        blocks.append((begin, end))
        begin = end
    return blocks if len(blocks) >= 3 else []


def reordered(planter, each=12):
    """So many documents of each language; some four cases stand in each."""
    for language in LANGUAGES:
        for _ in range(each):
            blocks = []
            while not blocks:
                source = planter.document(language, 2 * LEAST_DOCUMENT)
                blocks = blocks_of(planter, source)
            order = range(len(blocks))
            while any(b == a + 1 for a, b in itertools.pairwise(order)):
                order = planter.shuffled(order)
            text, spans = text_of(source), []
            document = planter.add(language, text)
            for first, end in blocks:
                spans.append(trimmed(document, text, len(text_of(source[:first])), len(text_of(source[:end]).rstrip())))
            copies = planter.put(language, [passage_text(source[slice(*blocks[i])]) for i in order])
            planter.cases += [(spans[i], copy) for i, copy in zip(order, copies)]
    return planter.planted()


def in_many(planter, each=15):
    """So many groups of each language; any two members of one are a case."""
    for language in LANGUAGES:
        for _ in range(each):
            pieces, source = planter.draw(language)
            group = [source]
            for _ in range(2 + planter.below(8)):
                copy = planter.edited(pieces, planter.pick([0, 0.05, 0.1, 0.2]), language)
                group += planter.put(language, [copy])
            planter.groups.append(group)
            planter.cases += itertools.combinations(group, 2)
    return planter.planted()


def unrelated(planter, each=250):
    """Pairs of documents as they are; a case is a pair that shares nothing, if the twin agrees."""
    for language in LANGUAGES:
        for _ in range(each):
            ids = [planter.add(language, text_of(planter.document(language))) for _ in range(2)]
            planter.cases.append(tuple(Span(document, 0, 0) for document in ids))
    return planter.planted()

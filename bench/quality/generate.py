"""Collections of short documents with planted edits, from a seed. Only random() is used, which Python keeps stable.

scattered   groups of one to six documents: an original of 40 to 250 words and copies in which up to 12 % of the words
            were replaced, dropped or added, with other case and punctuation besides
forms       documents that share one of a hundred frames of some 90 words and differ in what was filled in, if it was
            not the usual: many pairs near every threshold
planted     two documents a passage: 15 to 80 words of the one stand in the other, with up to 25 % of them edited
"""
import random


class Writer:
    SYLLABLES = [a + b for a in "b d f g k l m n p r s t v st tr ch".split() for b in "a e i o u é ou ai".split()]

    def __init__(self, seed, size=6000):
        self.random = random.Random(seed).random
        words = {}
        while len(words) < size:
            words["".join(self.pick(self.SYLLABLES) for _ in range(1 + self.below(3)))] = None
        self.words = list(words)

    def below(self, n):
        return int(self.random() * n)

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def pick(self, items):
        return items[self.below(len(items))]

    def word(self):
        """A few words are everywhere, most are rare; one in thirty is a figure."""
        if self.random() < 1 / 30:
            return self.pick(["{:,}", "{}", "{}.5"]).format(self.below(9000))
        return self.words[int(len(self.words) ** self.random()) - 1]

    def draw(self, count):
        return [self.word() for _ in range(count)]

    def edit(self, words, rate):
        edited = []
        for word in words:
            kind = self.below(3) if self.random() < rate else None
            if kind is None or kind == 0:
                edited.append(word)
            if kind in (0, 1):
                edited.append(self.word())
        return edited or [self.word()]

    def write(self, words):
        """Text with sentences and paragraphs, and where each word stands in it, in characters."""
        text, places, left = "", [], 0
        for word in words:
            if left == 0:
                text += "" if not text else self.pick([". ", ". ", "! ", ".\n\n"])
                left = self.between(6, 25)
                word = word.capitalize()
            else:
                text += self.pick([" ", " ", " ", " ", " ", ", ", " – "])
            places.append((len(text), len(text) + len(word)))
            text += word
            left -= 1
        return text + ".\n", places


def _records(texts, writer):
    order = list(range(len(texts)))
    for i in range(len(order) - 1, 0, -1):
        j = writer.below(i + 1)
        order[i], order[j] = order[j], order[i]
    return [{"id": str(i), "text": texts[i]} for i in order]


def scattered(count=2000, seed=1):
    writer, texts = Writer(seed), []
    while len(texts) < count:
        original = writer.draw(writer.between(40, 250))
        texts.append(writer.write(original)[0])
        for _ in range(writer.below(6)):
            rate = writer.pick([0, 0.002, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12])
            texts.append(writer.write(writer.edit(original, rate))[0])
    return _records(texts[:count], writer)


def forms(count=2000, seed=2):
    writer, texts = Writer(seed), []
    frames = [[(writer.draw(writer.between(10, 25)), writer.draw(2)) for _ in range(5)] for _ in range(100)]
    while len(texts) < count:
        filled = []
        for part, usual in writer.pick(frames):
            filled += part + (usual if writer.random() < 0.7 else writer.draw(writer.between(1, 4)))
        texts.append(writer.write(filled)[0])
    return _records(texts, writer)


def planted(rate, count=100, seed=3):
    """Records, and the cases: ((record, begin, end), (record, begin, end)) in characters."""
    writer, records, cases = Writer(seed), [], []
    for _ in range(count):
        source, target = writer.draw(writer.between(150, 400)), writer.draw(writer.between(150, 400))
        length = writer.between(15, 80)
        begin, at = writer.below(len(source) - length), writer.below(len(target))
        copy = writer.edit(source[begin:begin + length], rate)
        spans = []
        for words, first, size in ((source, begin, length), (target[:at] + copy + target[at:], at, len(copy))):
            text, places = writer.write(words)
            spans.append((len(records), places[first][0], places[first + size - 1][1]))
            records.append({"id": str(len(records)), "text": text})
        cases.append(tuple(spans))
    return records, cases

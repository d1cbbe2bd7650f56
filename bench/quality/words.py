"""Words and shingles from strings, written from the documentation of `reprise` and UAX #29, to be held against it.

A word is what a reader would circle: letters and digits with what joins them inside (don't, 5.6, 2,000, snake_case),
case-folded after NFKC; a currency sign belongs to its figure; a word broken by a hyphen at a line's end is one word.
Left out: scripts without spaces, Hebrew quotation marks, signs that are numbers (½). A few licence texts hold such, as
wreckage of a wrong encoding, and differ there.
"""
import re
import unicodedata

_LETTER = r"[^\W\d_]"
_MARK = "[\u0300-\u036f\u00ad\u200d]"
_CORE = rf"(?:\w{_MARK}*)"
_CURRENCY = "[$¢£¤¥₠-₿]"
_WORD = re.compile(
    rf"(?:{_CURRENCY}(?=\d))?{_CORE}"
    rf"(?:{_CORE}"
    # Between two letters, and between two digits, some marks join.
    rf"|(?<={_LETTER})['’‘.:·․﹕︓﹒＇．](?={_LETTER})"
    rf"|(?<=\d)['’‘.․,;﹒＇．٬﹐﹔，；](?=\d)"
    # A line's end inside a word.
    rf"|(?<={_LETTER})-[ \t]*\r?\n[ \t]*(?=[a-zß-öø-ÿ])"
    rf")*(?:(?<=\d){_CURRENCY})?")
_BREAK = re.compile(r"-[ \t]*\r?\n[ \t]*")


def words_of(text):
    words = []
    for match in _WORD.finditer(text):
        word = _BREAK.sub("", match.group())
        if any(c.isalnum() for c in word):
            word = unicodedata.normalize("NFKC", word.replace("\u00ad", "")).casefold()
            words.append(word.replace("’", "'"))
    return words


def shingles_of(text, size=5):
    words = words_of(text)
    if not words:
        return frozenset()
    return frozenset(" ".join(words[i:i + size]) for i in range(max(1, len(words) - size + 1)))

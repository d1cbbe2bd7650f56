"""The plainest way to find what was restated: clauses that share three words in a row."""
import collections
import re

from words import words_of

_CLAUSE = re.compile(r"(?:[^.!?;:\n–—]|[.:](?=\w)|(?<=[A-Z])\.|\n(?!\s*\n))+")


def clauses_of(text):
    """(begin, end) in bytes of every stretch between marks that end a statement."""
    for match in _CLAUSE.finditer(text):
        clause = match.group()
        begin = len(text[:match.start()].encode()) + len(clause.encode()) - len(clause.lstrip().encode())
        if clause.strip():
            yield clause, begin, begin + len(clause.strip().encode())


def shingle_points(texts):
    """Sets of mentions (document, begin, end) in two or more documents, the most documents first."""
    mentions, places = [], collections.defaultdict(list)
    for name, text in texts.items():
        for clause, begin, end in clauses_of(text):
            words = words_of(clause)
            for shingle in {tuple(words[i:i + 3]) for i in range(len(words) - 2)}:
                places[shingle].append(len(mentions))
            mentions.append((name, begin, end))

    # Union-find over clauses; a shingle inside one document joins nothing.
    root = list(range(len(mentions)))

    def find(i):
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for shared in places.values():
        if len({mentions[i][0] for i in shared}) > 1:
            for i in shared:
                root[find(i)] = find(shared[0])
    groups = collections.defaultdict(list)
    for i, mention in enumerate(mentions):
        groups[find(i)].append(mention)
    points = [group for group in groups.values() if len({m[0] for m in group}) > 1]
    return sorted(points, key=lambda group: (-len({m[0] for m in group}), -len(group), group))

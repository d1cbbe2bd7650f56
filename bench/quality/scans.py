#!/usr/bin/env python3
"""What is found of texts that a scanner has read, with and without --preset scans.

    bench/quality/scans.py --program build/release/reprise --texts DIR [--documents 60]

Takes so many texts of the folder, cuts a hundred words out of each, and gives both as a scanner would: letters become others that look
alike, vanish, or have a mark or a blank behind them. Prints, for each rate of wrong letters, the share of the hundred words that
passages find in their text, and the words that they find in others; and, of two scans of the first five hundred words, the least
similarity, and the largest of two different texts, in shingles of seven characters.
"""
import argparse
import json
import random
import subprocess
import tempfile
from pathlib import Path

LOOKALIKES = dict(zip("ecl1io0mnuhbstfavg", ["c", "e", "1", "l", "l", "0", "o", "rn", "u", "n", "b", "h", "5", "f", "t", "o", "y", "q"]))


def scanned(text, rate, chance):
    def read(letter):
        if chance.random() >= rate:
            return letter
        kind = chance.random()
        if kind < 0.7:
            return LOOKALIKES.get(letter, letter + ".")
        return "" if kind < 0.8 else letter + (" " if kind < 0.9 else "'")
    return "".join(map(read, text))


def report(program, *arguments):
    return json.loads(subprocess.run([program, *arguments, "--quiet", "--json", "-"], check=True, capture_output=True).stdout)


def passages(program, folder, preset):
    result = report(program, "passages", folder, *preset)
    names = [document["id"][:3] for document in result["documents"]]
    found, elsewhere = dict.fromkeys(names, 0), 0
    for passage in result["passages"]:
        a, b = (names[passage[side]["document"]] for side in "ab")
        if a == b:
            found[a] += passage["b"]["words"]
        else:
            elsewhere += passage["b"]["words"]
    return sum(min(100, words) for words in found.values()) / (100 * len(found)), elsewhere


def similarities(program, folder):
    result = report(program, "matrix", folder, "--shingles", "characters", "--shingle-size", "7", "--threshold", "0.05")
    names = [document["id"][:3] for document in result["documents"]]
    same, different = [], [0]
    for pair in result["pairs"]:
        (same if names[pair["a"]] == names[pair["b"]] else different).append(pair["jaccard"])
    return len(same), min(same, default=0), max(different)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--texts", required=True, type=Path)
    parser.add_argument("--documents", type=int, default=60)
    arguments = parser.parse_args()
    chance = random.Random(5)
    words = [path.read_text(errors="replace").split() for path in sorted(arguments.texts.rglob("*.txt"))]
    texts = [text for text in chance.sample(words, len(words)) if len(text) >= 500][:arguments.documents]
    print(f"{len(texts)} texts")
    for rate in (0.05, 0.1, 0.15):
        with tempfile.TemporaryDirectory() as parts, tempfile.TemporaryDirectory() as pairs:
            for i, text in enumerate(texts):
                for name, folder, part in (("a", parts, text[:700]), ("b", parts, text[100:200]), ("a", pairs, text[:500]), ("b", pairs, text[:500])):
                    Path(folder, f"{i:03}{name}.txt").write_text(scanned(" ".join(part), rate, chance))
            for label, preset in (("usual options", ()), ("--preset scans", ("--preset", "scans"))):
                share, elsewhere = passages(arguments.program, parts, preset)
                print(f"{rate:.0%} wrong  {label:15}  found {share:.3f}  in other texts {elsewhere} words")
            count, least, most = similarities(arguments.program, pairs)
            print(f"{rate:.0%} wrong  {count} pairs of scans, least similarity {least:.2f}; different texts {most:.2f} at most")


if __name__ == "__main__":
    main()

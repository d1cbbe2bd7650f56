"""The parts of bench/quality that judge talking points by rules of their own: borders of labels, and the regression."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench/quality"))
sys.dont_write_bytecode = True
from point_labels import borders  # noqa: E402
from point_learn import Pairs, average_precision, learn, solve  # noqa: E402


def borders_of(label, text):
    begin = text.index(label)
    found = borders(text, begin, begin + len(label))
    return [kind for kind in ("clause", "sentence") if found[kind]]


class Borders(unittest.TestCase):
    def test_labels_that_stand_by_themselves(self):
        for label, text, expected in [
            ("The ferry stays in port", "The ferry stays in port", ["clause", "sentence"]),
            ("The ferry stays in port", "It rained. The ferry stays in port. Nobody came.", ["clause", "sentence"]),
            ("The ferry stays in port.", "It rained. The ferry stays in port. Nobody came.", ["clause", "sentence"]),
            ("The ferry stays in port", "A headline\n\nThe ferry stays in port\n\nNobody came.", ["clause", "sentence"]),
            ("The ferry stays in port", "It rained. “The ferry stays in port.” Nobody came.", ["clause", "sentence"]),
            ("the ferry stays in port", "On Monday, the ferry stays in port: no wind.", ["clause"]),
            ("the ferry stays in port", "He said “the ferry stays in port” and left.", ["clause"]),
            ("the ferry stays in port", "She said the ferry stays in port until spring.", []),
            ("the ferry stays", "It rained, the ferry stays in port.", []),
        ]:
            with self.subTest(text=text):
                self.assertEqual(borders_of(label, text), expected)


class Learning(unittest.TestCase):
    def test_of_two_kinds_of_pairs_the_weights_are_the_logarithms_of_their_odds(self):
        # 3 of 4 pairs with the piece state the same, 1 of 4 without: odds of 3 and of 1/3.
        pairs = Pairs([[1.0]] * 4 + [[0.0]] * 4, [1, 1, 1, 0, 1, 0, 0, 0])
        piece, none = learn(pairs)
        self.assertAlmostEqual(none, -1.0986, places=4)
        self.assertAlmostEqual(piece, 2.1972, places=4)
        self.assertAlmostEqual(pairs.chances([piece, none])[0], 0.75)

    def test_equations_whose_first_pivot_is_zero(self):
        self.assertEqual(solve([[0, 2], [4, 1]], [6, 7]), [1, 3])

    def test_average_precision(self):
        self.assertEqual(average_precision([0.9, 0.8, 0.1], [1, 1, 0]), 1)
        self.assertEqual(average_precision([0.9, 0.8, 0.1], [0, 1, 1]), (1 / 2 + 2 / 3) / 2)


if __name__ == "__main__":
    unittest.main()

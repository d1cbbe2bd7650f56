"""Spellings that readers take for one text: similarity 1, whatever signs it is written with."""

import json
import unittest

from support import ProgramTest

PLAIN = ("The mayor said that the long story wasn't over. Boats stayed in the harbour at 3:45 PM because 12 000 litres of fuel "
         "cost 5 % more, and nobody in the government asked the company for help that week.")


class Spellings(ProgramTest):
    def similarities(self, *texts, options=()):
        """Returns the similarity of the first text with each of the others."""
        self.write("in.jsonl", "".join(json.dumps({"text": text}) + "\n" for text in texts))
        report = self.report("matrix", "in.jsonl", *options)
        self.problems = report["problems"]
        return report["matrices"][0]["values"][0][1:]

    def test_spellings_of_one_text_are_similar_throughout(self):
        spellings = [PLAIN.replace(" ", blank) for blank in "\u202f\u2007\u2009\u3000\u00a0"]
        spellings += [PLAIN.replace("government", "govern" + mark + "ment") for mark in "\u200b\u2060\u00ad\ufe0f\u034f"]
        spellings += [PLAIN.replace("government", "govern" + end + "ment") for end in ("¬\n", "⸗\r\n", "\u2011 \n", "⹀\n", "-\u00a0\n ")]
        spellings += [PLAIN.replace("wasn't", "wasn" + mark + "t") for mark in "’‘`´ʼ′"]
        spellings += [PLAIN.replace("long story", emphasis) for emphasis in ("_long story_", "__long__ _story_", "*long* `story`")]
        spellings += [PLAIN.replace("over. Boats", "over.Boats")]
        self.assertEqual(self.similarities(PLAIN, *spellings), [1] * len(spellings))

    def test_code_and_names_keep_their_marks(self):
        [similarity] = self.similarities("see __init__(self) and snake_case of file.txt", "see init(self) and snake case of file. Txt")
        self.assertLess(similarity, 1)

    def test_wrapped_chinese_is_the_unwrapped_text(self):
        text = "我们今天去北京大学参加会议，讨论新的经济政策。"
        wrapped = ["\n".join(text[i:i + width] for i in range(0, len(text), width)) for width in range(1, 12)]
        self.assertEqual(self.similarities(text, *wrapped), [1] * len(wrapped))

    def test_letters_fold_on_request(self):
        for option, a, b in (("--fold-letters", "دولت می‌گوید قیمت کم", "دولت مي‌گويد قيمت كم"),
                             ("--fold-lookalikes", "the mayor of Norvane", "thе mауоr оf Nоrvаnе"),
                             ("--language=tr", "ISPARTA İLİNDE KIŞ", "ısparta ilinde kış")):
            self.assertEqual(self.similarities(a, b), [0], option)
            self.assertEqual(self.similarities(a, b, options=[option]), [1], option)

    def test_words_that_mix_scripts_are_said(self):
        self.similarities("the mayor of Norvane", "thе mауоr оf Nоrvаnе", "мэр города", "5 kΩ of TNFα")
        self.assertEqual([(p["where"], p["rejected"]) for p in self.problems], [("in.jsonl:2", False)])
        self.assertIn("4 words mix Latin letters with Cyrillic ones", self.problems[0]["what"])
        self.similarities("thе mауоr", options=["--fold-lookalikes"])
        self.assertEqual(self.problems, [])


if __name__ == "__main__":
    unittest.main()

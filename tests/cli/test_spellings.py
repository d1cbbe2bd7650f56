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

    def test_entities_are_the_characters_that_they_mean(self):
        text = "“It’s the council’s job,” residents said, “and café owners don’t pay £5 a day – or 5\u00a0000 a year – for R&D.”"
        names = {"“": "ldquo", "”": "rdquo", "’": "rsquo", "é": "eacute", "£": "pound", "–": "ndash", "\u00a0": "nbsp"}
        spellings = []
        for spelling in ("&{name};", "&#{code};", "&#x{code:x};", "&amp;{name};", "&amp;amp;#{code};"):
            escaped = text
            for character, name in names.items():
                escaped = escaped.replace(character, spelling.format(name=name, code=ord(character)))
            spellings.append(escaped)
        spellings.append(text.replace("&", "&amp;").replace("’", "&#39;").replace("“", "&quot;").replace("”", "&quot;"))
        self.assertEqual(self.similarities(text, *spellings), [1] * len(spellings))
        [similarity] = self.similarities("AT&T and R&D; a & b;", "AT T and R D a b")
        self.assertEqual(similarity, 1)

    def test_places_of_entities_are_those_of_their_bytes(self):
        escaped = ("&quot;It&#39;s the council&#39;s job,&quot; residents said. The ferry&nbsp;to Orne cost &pound;5&nbsp;million&hellip; "
                   "Nobody asked why.")
        plain = "\"It's the council's job,\" residents said. The ferry to Orne cost £6 million… It was late."
        self.write("a.txt", escaped)
        self.write("b.txt", plain)
        report = self.report("compare", "a.txt", "b.txt")
        [passage] = report["passages"]
        self.assertEqual(passage["text"], escaped[passage["a"]["begin"]:passage["a"]["end"]])
        self.assertTrue(passage["text"].startswith("It&#39;s the council"), passage["text"])
        figures = {figure["text"]: (figure["kind"], figure["unit"]) for point in report["points"] for figure in point["figures"]}
        self.assertEqual(figures, {"&pound;5&nbsp;million": ("money", "GBP"), "£6 million": ("money", "GBP")})
        for point in report["points"]:
            for mention in point["mentions"]:
                text = (escaped, plain)[mention["document"]].encode()
                self.assertEqual(text[mention["begin"]:mention["end"]].decode(), mention["text"])

    def test_a_report_with_entities_is_shown_again(self):
        self.write("a.txt", "The mayor says residents don&#39;t trust &quot;the experts&quot; any more, and they&#39;ll say so.")
        self.write("b.txt", "It rained all night, and the ferry to Orne stayed in the harbour. The mayor says residents don't trust \"the experts\" any more, and they'll say so. "
                            "Nobody asked why the company had sold its boats.")
        made = self.reprise("compare", "a.txt", "b.txt", "--json", "report.json")
        self.assertIn("residents don't trust", made.out)
        self.assertEqual(self.reprise("show", "report.json"), made)

    def test_entities_are_passed_on_as_they_are(self):
        record = json.dumps({"text": "The mayor says residents don&#39;t trust the experts any more, and they&#39;ll say so."})
        copy = json.dumps({"text": "The mayor says residents don't trust the experts any more, and they'll say so."})
        self.write("in.jsonl", record + "\n" + copy + "\n")
        self.assertEqual(self.reprise("dedup", "in.jsonl", "-o", "out.jsonl").code, 0)
        self.assertEqual((self.folder / "out.jsonl").read_text(), record + "\n")

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

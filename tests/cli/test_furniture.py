"""Page furniture as a user meets it: passages, points, stories and near-duplicates without it, and reuse that stays."""

import json
import unittest

from support import ProgramTest, matrix

PARAGRAPH = ("The volcano above Orne broke out in the year 79 and buried the towns of the bay under ashes. What was found there since tells "
             "how people lived, what they ate, and which gods they prayed to.")
POLL = ("take our poll - story continues below\nWill the ferry to Orne sail again this year?\n* Yes, it will sail again.\nNo, it is too old.\n"
        "Email *\nThis field is for validation purposes and should be left unchanged.\nYou may opt out at anytime.")
STORIES = [
    "The ferry to Orne sank off the harbour on Tuesday. Forty passengers swam ashore, and the captain was questioned by the coast guard.",
    "Bakers in Mell raised the price of bread by a third. Flour from the northern mills has been scarce since the drought of last summer.",
    "A court in Tolvane fined the brewery for pouring yeast into the river. Anglers had counted hundreds of dead trout below the weir.",
    "The library of Quillhaven opens on Sundays from next month. Volunteers will lend novels and atlases while the archive stays locked.",
    "Engineers found cracks in the viaduct near Sarn. Trains to the capital crawl over its arches until steel braces have been welded in.",
    "A comet will be seen above the moor tonight. Astronomers advise amateurs to bring blankets, binoculars and patience to the hill.",
    "The orchestra lost its conductor to a rival from overseas. Violinists wept at the farewell, and the opera postponed its premiere.",
    "Vets in the valley warn of a fever among goats. Herders ought to fence their pastures and boil the milk until autumn.",
    "The museum bought a portrait of a glassblower at auction. Its painter had pawned the canvas for a winter coat and two geese.",
    "Chess players from nine schools met in the town hall. A girl of eleven beat the champion with a sacrifice of both rooks.",
    "The observatory on the cape measured the strongest gale since records began. Roof tiles flew as far as the lighthouse.",
    "Beekeepers object to a plantation of firs beside the heath. Without heather their hives would starve, they told the ministry.",
    "A tunnel under the glacier has been declared a monument. Miners dug it with hammers for silver that was never there.",
]


class FurnitureTest(ProgramTest):
    def texts(self, count, line):
        """Texts of different stories with the line in the middle."""
        return [story.replace(". ", f".\n\n{line}\n\n", 1) for story in STORIES[:count]]

    def run_on(self, command, texts, *options, **fields):
        self.write_jsonl("in.jsonl", [{"text": text, **{key: values[i] for key, values in fields.items()}} for i, text in enumerate(texts)])
        return self.report(command, "in.jsonl", *options)

    def furniture(self, report):
        return [s for s in report["suppressed"] if s["reason"] == "furniture"]


class LeftOut(FurnitureTest):
    def test_a_poll_is_neither_passage_nor_point(self):
        report = self.run_on("compare", self.texts(8, POLL))
        self.assertEqual((report["passages"], report["points"]), ([], []))
        [furniture] = self.furniture(report)
        self.assertEqual(furniture["count"], 8)
        self.assertIn("take our poll", furniture["example"])
        self.assertIn("Will the ferry", furniture["example"])
        passages = matrix(report, "passages")["values"]
        self.assertEqual([row[i] for i, row in enumerate(passages)], [1] * 8)
        self.assertEqual(sum(map(sum, passages)), 8)

    def test_both_names_of_the_flag_keep_it(self):
        for flag in ("--keep-furniture", "--keep-templates"):
            report = self.run_on("compare", self.texts(8, POLL), flag)
            self.assertEqual(self.furniture(report), [])
            self.assertTrue(any("opt out" in p["text"] for p in report["passages"]), flag)
            self.assertTrue(report["options"]["keep_furniture"])

    def test_a_line_of_many_stories_without_a_word_of_furniture(self):
        line = "The Courier, founded by two printers and a widow, has told the coast what happens since 1871"
        report = self.run_on("passages", self.texts(8, line))
        self.assertEqual((report["passages"], self.furniture(report)[0]["count"]), ([], 8))

    def test_a_paragraph_of_most_pages_of_one_source(self):
        sources = ["Courier"] * 4 + ["Post", "Echo", "Wire", "Post"]
        texts = [text + ("\n\n" + PARAGRAPH if i < 4 else "") for i, text in enumerate(STORIES[:8])] + STORIES[8:12]
        sources += ["Echo", "Wire", "Post", "Echo"]
        report = self.run_on("passages", texts, source=sources)
        self.assertEqual((report["passages"], self.furniture(report)[0]["count"]), ([], 4))

    def test_every_number_of_threads_finds_the_same(self):
        texts = self.texts(13, POLL) + self.texts(13, PARAGRAPH)
        reports = [json.dumps(self.run_on("compare", texts, "--threads", threads)) for threads in ("1", "3")]
        self.assertEqual(reports[0], reports[1])


class Reuse(FurnitureTest):
    """What was copied stays, wherever it stands."""

    ANSWERS = [
        "When the volcano erupted, the people of Orne had no time to flee. I think the ashes were worse than the lava.",
        "The eruption at Orne shows how dangerous volcanoes are for towns. People should not build houses below a volcano.",
        "Nobody in the bay of Orne had expected the volcano to erupt. The ashes fell for two days, and the towns were lost.",
        "My answer is that the volcano destroyed the towns of the bay but kept them for us under its ashes.",
        "The towns below the volcano of Orne are a museum today. We know their houses and streets because of the ashes.",
    ]

    def test_five_answers_that_copy_one_source(self):
        for place in ("{0}\n\n{1}", "{1}\n\n{0}", "{0}\n\n{1}\n\n{0}"):
            report = self.run_on("compare", [place.format(answer, PARAGRAPH) for answer in self.ANSWERS])
            pairs = {(p["a"]["document"], p["b"]["document"]) for p in report["passages"] if "buried the towns" in p["text"]}
            self.assertEqual(len(pairs), 10, place)
            self.assertEqual(self.furniture(report), [])

    def test_five_texts_of_other_stories_too(self):
        report = self.run_on("passages", self.texts(5, PARAGRAPH))
        self.assertEqual(len(report["passages"]), 10)

    def test_a_paragraph_before_a_footer(self):
        texts = [f"{answer}\n\n{PARAGRAPH}\n\nSign up for our newsletter" for answer in self.ANSWERS]
        report = self.run_on("passages", texts)
        self.assertEqual(len([p for p in report["passages"] if "buried the towns" in p["text"]]), 10)
        self.assertFalse(any("newsletter" in p["text"] for p in report["passages"]))

    def test_a_footer_that_a_reference_has(self):
        self.write("reference.txt", PARAGRAPH)
        self.write_jsonl("in.jsonl", [{"text": text} for text in self.texts(13, PARAGRAPH)])
        report = self.report("passages", "in.jsonl", "--against", "reference.txt")
        self.assertEqual(len(report["passages"]), 13)


class NearDuplicates(FurnitureTest):
    PAGE = "{}\n\nSign up for our newsletter and get the five stories of the day in your inbox, free of charge.\nAll rights reserved, {}."

    def pages(self):
        return [self.PAGE.format(text, name) for text, name in ((STORIES[0], "Courier"), (STORIES[1], "Courier"))] + [STORIES[0]]

    def test_count_all_words_unless_told(self):
        def similarities(*options):
            return matrix(self.run_on("matrix", self.pages(), *options), "jaccard")["values"][0][1:]

        with_all, without = similarities(), similarities("--drop-furniture")
        self.assertGreater(with_all[0], 0.2)
        self.assertLess(with_all[1], 0.7)
        self.assertEqual(without, [0, 1])

    def test_dedup_finds_the_copy_on_another_page(self):
        self.write_jsonl("in.jsonl", [{"text": text} for text in self.pages()])
        self.assertEqual(self.reprise("dedup", "in.jsonl", "-o", "all.jsonl").code, 0)
        self.assertEqual(self.reprise("dedup", "in.jsonl", "-o", "some.jsonl", "--drop-furniture").code, 0)
        lines = [(self.folder / name).read_text().splitlines() for name in ("all.jsonl", "some.jsonl")]
        self.assertEqual([len(all_lines) for all_lines in lines], [3, 2])


if __name__ == "__main__":
    unittest.main()

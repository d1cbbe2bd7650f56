"""--export cards: a page for each document, with its share, where it stands, and the passages side by side."""

import unittest
from html.parser import HTMLParser

from support import ProgramTest

QUAY = ("The harbour office closed the northern quay for nine days after the storm because two cracks had been found in the wall that "
        "carries the crane, and the islanders had to wait for bread, fuel and letters.")
JAM = "Plum jam wants patience, sugar, a wide pan and a wooden spoon, and nobody should leave the stove before it sets on a cold plate."


class Seen(HTMLParser):
    """What a browser shows of a page, the tags it has, and where its links lead."""

    def __init__(self, html):
        super().__init__()
        self.text, self.tags, self.links, self.underlined = "", set(), [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.text += "|" if tag in ("td", "th", "p", "h1", "h2", "div") else ""
        self.links += [value for name, value in attributes if name == "href"]
        self.last = tag

    def handle_data(self, data):
        self.text += data
        if getattr(self, "last", "") == "u":
            self.underlined.append(data.strip())
            self.last = ""


class Cards(ProgramTest):
    def cards(self, *arguments):
        outcome = self.reprise("compare", *arguments, "--export", "cards=cards/")
        self.assertEqual(outcome.code, 0, outcome.err)
        return {path.name: Seen(path.read_text()) for path in (self.folder / "cards").iterdir()}

    def setUp(self):
        super().setUp()
        self.write("in/a.txt", f"{QUAY} Ann wrote this herself, every word of it.")
        self.write("in/b.txt", f"Bert begins otherwise. {QUAY.replace('nine', 'eleven')}")
        self.write("in/c.txt", JAM)

    def test_a_page_for_each_document_and_an_index_by_share(self):
        cards = self.cards("in")
        self.assertEqual(sorted(cards), ["a.html", "b.html", "c.html", "index.html"])
        self.assertEqual(cards["index.html"].links, ["./b.html", "./a.html", "./c.html"])
        self.assertIn("|b.txt|40|93 %|a.txt", cards["index.html"].text)
        self.assertIn("|37 words here", cards["a.html"].text)
        self.assertIn("|as in b.txt", cards["a.html"].text)
        self.assertEqual(cards["a.html"].underlined, ["nine", "eleven"])
        self.assertIn("0 % of its 25 words stand in other documents.", cards["c.html"].text)
        self.assertNotIn("h2", cards["c.html"].tags)

    def test_a_copy_says_so_and_has_a_page(self):
        self.write("in/d.txt", f"{QUAY} Ann wrote this herself, every word of it.")
        cards = self.cards("in")
        self.assertIn("100 % of its 45 words stand in other documents.", cards["d.html"].text)
        self.assertIn("Its text is that of a.txt.", cards["d.html"].text)
        self.assertIn("|as in a.txt", cards["d.html"].text)

    def test_what_documents_hold_is_text(self):
        self.write("in/e.jsonl", '{"id": "<i>x&y", "title": "<script>alert(1)</script>", "text": "<b>%s</b><img src=x onerror=alert(1)>"}\n' % QUAY)
        cards = self.cards("in")
        page = next(page for name, page in cards.items() if "x&y" in name)
        self.assertIn("<script>alert(1)</script>", page.text)
        self.assertIn("|<i>x&y", page.text)
        self.assertFalse({"script", "img", "i"} & page.tags)
        self.assertIn("Content-Security-Policy", next((self.folder / "cards").glob("*x&y*")).read_text())

    def test_names_that_an_address_would_misread_are_linked_all_the_same(self):
        self.write("in/50% #1.txt", QUAY)
        self.write("in/index.txt", QUAY)
        cards = self.cards("in")
        self.assertIn("./50%25 %231.html", [link.replace("_", " ") for link in cards["index.html"].links])
        self.assertIn("./index-2.html", cards["index.html"].links)

    def test_references_have_none(self):
        self.write("sources/s.txt", QUAY)
        outcome = self.reprise("passages", "in", "--against", "sources", "--export", "cards=cards/")
        self.assertEqual(outcome.code, 0)
        self.assertEqual(sorted(path.name for path in (self.folder / "cards").iterdir()), ["a.html", "b.html", "c.html", "index.html"])
        self.assertIn("|s.txt|37|", Seen((self.folder / "cards/a.html").read_text()).text)


if __name__ == "__main__":
    unittest.main()

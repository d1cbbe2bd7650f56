"""The HTML report as a file: what stands in it, what it lets in, how large it is. In a browser: html/browser."""

import base64
import hashlib
import json
import re
import unittest

from support import BOM, SAMPLES, ProgramTest, generated_texts, strict_json

# What two articles share: characters of two, three and four bytes, before and inside.
SHARED = ("“The cafe\u0301 at the Zu\u0308rich quay 🚲🇨🇭 will close in autumn,” said Ana\u00efs Ko\u0308nig, whose 1,200 bicycles "
          "— 𝒜𝓁𝓁 rented — cost €3 million last year; 40% of them were stolen, she said, and nobody asked why.")
HOSTILE = "</script><script>alert(1)</script><!-- ]]> & \" ' <img src=x onerror=alert(1)>"


def between(page, opening, closing):
    begin = page.index(opening) + len(opening)
    return page[begin:page.index(closing, begin)]


def script_of(page):
    return between(page, '<script type="module">', "</script>")


def style_of(page):
    return between(page, "<style>", "</style>")


def data_of(page):
    return strict_json(between(page, '<script type="application/json" id="data">', "</script>"))


def cut(text, begin, end):
    """What a browser's slice(begin, end) gives: places are UTF-16 units."""
    return text.encode("utf-16-le", "surrogatepass")[2 * begin:2 * end].decode("utf-16-le")


class HtmlTest(ProgramTest):
    def page(self, *arguments, name="report.html", **options):
        outcome = self.reprise("compare", *arguments, "--html", name, "--quiet", **options)
        self.assertEqual(outcome.code, 0, outcome.err)
        return (self.folder / name).read_text(encoding="utf-8")

    def hostile_folder(self):
        """Texts in which everything that can shift a place stands before it, and markup that must stay text."""
        self.write("a.txt", BOM + f"🙂 A first paper tells it so. {HOSTILE}\r\n\r\n{SHARED}\r\n".encode())
        self.write("b.txt", f"The second 𝒫 paper has it, too.\n\n{SHARED}\n".encode("utf-16"))
        self.write("c.txt", b"Broken \xff\xe2\x82 bytes stand here.\n\n" + SHARED.encode() + b"\n")
        self.write("d.txt", f"שלום עולם, مرحبا بالعالم.\n\n{SHARED}\n")
        self.write("metadata.csv", "file,title,source,date,url\n"
                   f'a.txt,"{HOSTILE.replace(chr(34), chr(34) * 2)}",<b>bold</b>,2031-01-01,javascript:alert(1)\n'
                   'b.txt,Plain,=cmd(),2031-01-02,https://example.org/b\n')


class File(HtmlTest):
    def test_nothing_is_let_in_but_its_own_script_and_style(self):
        page = self.page(SAMPLES)
        policy = between(page, 'http-equiv="Content-Security-Policy" content="', '"')
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        self.assertEqual(rules["default-src"], "'none'")
        for name, part in (("script-src", script_of(page)), ("style-src", style_of(page))):
            digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
            self.assertEqual(rules[name], f"'sha256-{digest}'")
        self.assertEqual((rules["base-uri"], rules["form-action"]), ("'none'", "'none'"))
        self.assertNotIn("unsafe", policy)
        self.assertNotRegex(page, r"<link[^>]+href=\"(?!data:)|<script[^>]+src=|@import|url\(")

    def test_the_script_is_one_module_without_imports(self):
        script = script_of(self.page(SAMPLES))
        self.assertNotRegex(script, r"(?m)^\s*(import|export)\b")
        self.assertIn("\nfunction start() {", script)

    def test_texts_of_documents_are_data(self):
        self.hostile_folder()
        page = self.page(self.folder)
        self.assertEqual(page.count("<script"), 2)
        self.assertNotIn("<!--", page)
        data = data_of(page)
        self.assertEqual(data["documents"][0][1], HOSTILE)
        self.assertIn(HOSTILE, data["texts"][0])

    def test_the_same_for_every_number_of_threads(self):
        pages = {self.page(SAMPLES, "--threads", n) for n in (1, 2, 7)}
        self.assertEqual(len(pages), 1)

    def test_parts_that_are_not_made_are_absent(self):
        for command, there in (("points", {"points"}), ("passages", {"passages", "clusters", "suppressed"}),
                               ("matrix", {"matrices", "copies"})):
            self.assertEqual(self.reprise(command, SAMPLES, "--html", "part.html", "--quiet").code, 0)
            data = data_of((self.folder / "part.html").read_text())
            sections = {"points", "passages", "clusters", "suppressed", "matrices", "copies"}
            self.assertEqual(sections & data.keys(), there)
            self.assertTrue(all(data["texts"]))

    def test_few_documents(self):
        self.write("only.txt", "One text alone.")
        self.assertEqual(len(data_of(self.page("only.txt"))["documents"]), 1)
        self.write("empty/metadata.csv", "file,title\n")
        self.assertEqual(data_of(self.page("empty"))["documents"], [])

    def test_problems_are_told(self):
        self.write("bad.jsonl", '{"text": "fine"}\nno json\n')
        outcome = self.reprise("compare", "bad.jsonl", "--html", "report.html", "--quiet")
        self.assertEqual(outcome.code, 3)
        self.assertEqual(data_of((self.folder / "report.html").read_text())["problems"][0][0], "bad.jsonl:2")


class Places(HtmlTest):
    def check_places(self, *arguments):
        """Passages, edits, mentions and figures of the page are those of the JSON report, which counts characters."""
        self.reprise("compare", *arguments, "--html", "r.html", "--json", "r.json", "--quiet")
        data = data_of((self.folder / "r.html").read_text())
        report = strict_json((self.folder / "r.json").read_text())

        def text_of(place):
            row = data["documents"][place // 2]
            return row[1] if place % 2 else data["texts"][row[9]]

        def expected(place):
            document = report["documents"][place["document"]]
            return document["title" if place.get("field") else "text"][place["begin_char"]:place["end_char"]]

        seen = 0
        for row, passage in zip(sorted(data["passages"]), report["passages"], strict=True):
            for at, side in ((1, "a"), (4, "b")):
                self.assertEqual(cut(text_of(row[at]), row[at + 1], row[at + 2]), expected(passage[side]))
                seen += 1
            self.assertEqual(len(row[12]), 4 * len(passage["edits"]))
        for row, point in zip(data["points"], report["points"], strict=True):
            for mention, reported in zip(row[6], point["mentions"], strict=True):
                self.assertEqual(cut(text_of(mention[0]), mention[1], mention[2]), expected(reported))
                self.assertEqual(bool(mention[3]), reported["denied"])
                by = cut(text_of(mention[0]), *mention[4:6]) if len(mention) > 4 else None
                self.assertEqual(by, reported["attributed"])
                seen += 1
            for figure, reported in zip(row[7], point["figures"], strict=True):
                self.assertEqual(cut(text_of(row[6][figure[0]][0]), figure[1], figure[2]), reported["text"])
        return seen

    def test_of_the_samples(self):
        self.assertGreater(self.check_places(SAMPLES), 100)

    def test_behind_characters_of_any_size(self):
        self.hostile_folder()
        self.assertGreater(self.check_places(self.folder), 6)

    def test_matrices_are_those_of_the_report(self):
        self.reprise("compare", SAMPLES, "--html", "r.html", "--json", "r.json", "--quiet")
        data = data_of((self.folder / "r.html").read_text())
        report = strict_json((self.folder / "r.json").read_text())
        for (measure, symmetric, rows), matrix in zip(data["matrices"], report["matrices"], strict=True):
            self.assertEqual((measure, bool(symmetric)), (matrix["measure"], matrix["symmetric"]))
            for i, values in enumerate(matrix["values"]):
                row = dict(zip(rows[i][::2], rows[i][1::2]))
                for j, value in enumerate(values):
                    if j == i or (symmetric and j < i):
                        continue
                    shown = row.get(j, 0) if measure == "points" else row.get(j, 0) / 1000
                    self.assertAlmostEqual(shown, value, delta=0.001)


class Size(HtmlTest):
    def test_a_thousand_articles_take_at_most_twice_their_text(self):
        texts = generated_texts(1000, words_each=400)
        self.write_jsonl("news.jsonl", [{"text": text} for text in texts])
        page = self.page("news.jsonl", timeout=120)
        self.assertLess(len(page.encode()), 2 * sum(len(text.encode()) for text in texts))
        self.assertEqual(data_of(page)["leftOut"], [])


class Outputs(HtmlTest):
    def test_standard_output_takes_the_page_alone(self):
        outcome = self.reprise("compare", SAMPLES, "--html", "-")
        self.assertEqual(outcome.code, 0)
        self.assertTrue(outcome.out.startswith("<!DOCTYPE html>") and outcome.out.endswith("</html>\n"))

    def test_wrong_use(self):
        self.write("a.txt", "a text")
        for arguments, message in ((["--html", "a.txt"], "a.txt"), (["--html", "x", "--json", "x"], "two outputs"),
                                   (["--html", "-", "--json", "-"], "two outputs"), (["--html", ""], "takes a path"),
                                   (["--html", "no/such/folder/x.html"], "no/such/folder")):
            self.check_failure(self.reprise("compare", "a.txt", *arguments), 2, message)
        self.assertEqual(self.files(), ["a.txt"])


if __name__ == "__main__":
    unittest.main()

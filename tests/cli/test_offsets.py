"""Every reported span, cut out of the file on disk and out of the decoded text, is the text that the report shows."""

import json
import re
import unittest

from support import BOM, SAMPLES, ProgramTest, generated_texts, words

# The shared stretch holds what takes more than one byte, unit or code point.
SHARED = ("“The cafe\u0301 at the Zu\u0308rich quay 🚲🇨🇭 will close in autumn,” said Ana\u00efs Ko\u0308nig, whose 1,200 bicycles "
          "— 𝒜𝓁𝓁 rented — cost €3 million last year; 40% of them were stolen, she said, and nobody asked why.")
OPENING = {"one": "Numéro un: the morning paper has little else to tell, and tells it at length, 🙂 in verse and prose.",
           "two": "Zwei 🚲 words of the evening 😀 paper, in which a retired pilot remembers how fog once saved her life."}
CLOSING = {"one": "Our gardener adds that roses want sun, slate wants rain, and beginners want a patient teacher, mostly.",
           "two": "Nothing happened in parliament 🙂 but a debate on weights, measures and the price of imported cork."}


def article(name, separator="\n"):
    return OPENING[name] + separator + SHARED + separator + CLOSING[name] + separator


def decoded(data):
    """UTF-8 with each broken run as one U+FFFD."""
    return re.sub("[\udc80-\udcff]+", "\ufffd", data.decode("utf-8", "surrogateescape"))


class Field:
    """The bytes in which spans count, and how they become text."""

    def __init__(self, data, encoding="utf-8"):
        self.data, self.encoding = data, encoding
        self.text = self.decode(data)

    def decode(self, data):
        return decoded(data) if self.encoding == "utf-8" else data.decode(self.encoding)

    def between(self, begin, end):
        return self.decode(self.data[begin:end])


class Spans(ProgramTest):
    def fields_of(self, report):
        """For each document its fields; JSONL is read again, by another reader than the program's."""
        fields = []
        for document in report["documents"]:
            path = self.folder / document["where"].split(":")[0]
            data = path.read_bytes()
            if ".jsonl" in path.name:
                record = json.loads(data.splitlines()[int(document["where"].split(":")[1]) - 1].lstrip(BOM))
                text = Field(record["text"].encode())
            else:
                marks = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
                text = Field(data, marks.get(data[:2], document.get("encoding", "utf-8")))
            fields.append({"text": text, "title": Field((document["title"] or "").encode())})
        return fields

    def check(self, report):
        """Checks every span; returns how many there were in each part of the report."""
        fields = self.fields_of(report)
        counts = dict.fromkeys(("passages", "edits", "mentions", "figures", "titles"), 0)

        def text_at(place, document):
            counts["titles"] += "field" in place
            field = fields[document][place.get("field", "text")]
            self.assertLess(place["begin"], place["end"])
            by_bytes = field.between(place["begin"], place["end"])
            self.assertEqual(field.text[place["begin_char"]:place["end_char"]], by_bytes)
            return by_bytes

        for document, field in zip(report["documents"], fields):
            self.assertEqual(document["bytes"], len(field["text"].data))
            if "text" in document:
                self.assertEqual(document["text"], field["text"].text)
        for passage in report.get("passages", []):
            counts["passages"] += 1
            self.assertEqual(text_at(passage["a"], passage["a"]["document"]), passage["text"])
            text_at(passage["b"], passage["b"]["document"])
            counts["edits"] += len(passage["edits"])
            self.assertEqual(self.unedited(passage, "a", fields), self.unedited(passage, "b", fields))
            self.check_context(passage, fields)
        for point in report.get("points", []):
            for mention in point["mentions"]:
                counts["mentions"] += 1
                self.assertEqual(text_at(mention, mention["document"]), mention["text"])
            for figure in point["figures"]:
                counts["figures"] += 1
                mention = point["mentions"][figure["mention"]]
                self.assertEqual(text_at(figure, mention["document"]), figure["text"])
                self.assertLessEqual(mention["begin"], figure["begin"])
                self.assertLessEqual(figure["end"], mention["end"])
        return counts

    def unedited(self, passage, side, fields):
        """The words of one side that no edit touches: the same on both sides."""
        place = passage[side]
        field = fields[place["document"]][place.get("field", "text")]
        kept, at = "", place["begin"]
        for edit in passage["edits"]:
            begin, end = edit[side]
            self.assertLessEqual(at, begin)
            self.assertEqual(begin == end, edit["kind"] == {"a": "insert", "b": "remove"}[side], edit)
            kept += field.between(at, begin) + " "
            at = end
        self.assertLessEqual(at, place["end"])
        return words(kept + field.between(at, place["end"]).replace("-\n", ""))

    def check_context(self, passage, fields):
        place = passage["a"]
        field = fields[place["document"]][place.get("field", "text")]
        self.assertTrue(field.text[:place["begin_char"]].endswith(passage["before"]))
        self.assertTrue(field.text[place["end_char"]:].startswith(passage["after"]))

    def check_pair(self, one, two, **arguments):
        """Two files with the shared stretch: it is found on both sides, whatever the bytes."""
        counts = self.check(self.report("compare", one, two, **arguments))
        self.assertGreaterEqual(counts["passages"], 1)
        self.assertGreaterEqual(counts["mentions"], 2)
        self.assertGreaterEqual(counts["figures"], 2)

    def test_samples(self):
        report = self.report("compare", SAMPLES)
        for document in report["documents"]:
            document["where"] = str(SAMPLES / document["id"])
        counts = self.check(report)
        for part in ("passages", "edits", "mentions", "figures"):
            self.assertGreater(counts[part], 10, part)

    def test_emoji_and_decomposed_accents(self):
        self.check_pair(self.write("one.txt", article("one")), self.write("two.txt", article("two")))

    def test_whatever_counts_as_a_word(self):
        self.write("one.txt", article("one"))
        self.write("two.txt", article("two").replace("will", "WILL"))
        for options in (["--keep-case"], ["--keep-punctuation"], ["--drop-marks", "--fold-digits"], ["--shingles", "characters"],
                        ["--passage-gap", 0], ["--passage-seed", 1, "--passage-words", 1], ["--language", "german"]):
            with self.subTest(options):
                self.assertGreaterEqual(self.check(self.report("compare", "one.txt", "two.txt", *options))["passages"], 1)

    def test_byte_order_mark_and_crlf_count(self):
        self.check_pair(self.write("one.txt", BOM + article("one", "\r\n").encode()),
                        self.write("two.txt", article("two", "\r\n\r\n")))

    def test_broken_runs_keep_their_bytes_and_count_as_one_character(self):
        broken = article("one").encode().replace(b"bicycles", b"\xff\xfe\x80 bicycles").replace(b"stolen", b"stolen\xe2\x82")
        self.check_pair(self.write("one.txt", b"\xff" + broken), self.write("two.txt", article("two")))
        texts = [m["text"] for p in self.report("points", "one.txt", "two.txt")["points"] for m in p["mentions"]]
        self.assertTrue(any("\ufffd" in text for text in texts), texts)

    def test_utf_16_of_both_orders(self):
        self.check_pair(self.write("one.txt", b"\xff\xfe" + article("one", "\r\n").encode("utf-16-le")),
                        self.write("two.txt", b"\xfe\xff" + article("two").encode("utf-16-be")))

    def test_other_encodings_count_bytes_on_disk(self):
        two = self.write("two.txt", article("two"))
        for encoding, more in (("windows-1252", " Schöne Größe, très élégant à côté."), ("shift_jis", " 橋は春まで閉鎖されたままだ。"),
                               ("gb18030", " 市长昨天说，这座桥将继续关闭到春天，因为工人又发现了两条裂缝。🚲")):
            kept = article("one").encode(encoding, "ignore").decode(encoding)
            one = self.write("one.txt", (more + kept + more * 5).encode(encoding))
            report = self.report("compare", one, two)
            self.assertNotEqual(report["documents"][0]["encoding"], "utf-8")
            self.check_pair(one, two)
            (self.folder / "report.json").write_text(json.dumps(report))
            shown = self.reprise("show", "report.json")
            self.assertEqual(shown.code, 0, shown.err)

    def test_an_odd_last_byte_of_utf_16_is_counted(self):
        data = b"\xff\xfe" + article("one").encode("utf-16-le") + b"x"
        self.write("one.txt", data)
        self.assertEqual(self.report("compare", "one.txt")["documents"][0]["bytes"], len(data))

    def test_jsonl_counts_in_the_decoded_field(self):
        one = self.write("one.jsonl", BOM + json.dumps({"text": article("one")}).encode() + b"\n")  # with escapes
        two = self.write_jsonl("two.jsonl", [{"text": "Nothing."}, {"text": article("two")}])
        self.check_pair(one, two)

    def test_long_texts_with_many_passages(self):
        stretches = generated_texts(20, seed=7, words_each=20)
        texts = {}
        for side, seed in (("a", 8), ("b", 9)):
            filler = generated_texts(20, seed, words_each=60)
            texts[side] = "\r\n".join(f"😀 Füller: {f}\nSo, {s} 🏮" for f, s in zip(filler, stretches))
        self.write("a.txt", texts["a"])
        self.write("b.txt", b"\xfe\xff" + texts["b"].encode("utf-16-be"))
        self.assertGreater(self.check(self.report("compare", "a.txt", "b.txt"))["mentions"], 40)

    def test_titles(self):
        title = "Café 🚲 at the quay will close in autumn after 1,200 thefts"
        self.write("one.txt", "Something else altogether.")
        self.write("two.txt", "A body of text. " + title.replace("will", "may") + ".")
        self.write("metadata.csv", f'file,title\none.txt,"{title}"\n')
        report = self.report("compare", "one.txt", "two.txt")
        counts = self.check(report)
        self.assertGreaterEqual(counts["titles"], 2)
        [passage] = report["passages"]
        sides = {passage[side]["document"]: passage[side].get("field") for side in "ab"}
        self.assertEqual(sides, {0: "title", 1: None})


if __name__ == "__main__":
    unittest.main()

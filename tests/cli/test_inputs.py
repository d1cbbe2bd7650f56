"""What people have beside text: pages, office files, PDF, archives of the web, Markdown with front matter."""

import gzip
import io
import json
import shutil
import unittest
import zipfile

from support import ProgramTest

STORM = "The harbour of Ostrell closed for nine days after the storm, and 40 boats were lost, said the mayor of the town on Monday."
QUAY = "Divers found two more cracks in the old quay, so the ferry to Fennick will not sail before the spring, the company wrote."
JAM = "Plum jam wants patience, sugar, a wide pan and a wooden spoon, and somebody who stirs it for an hour without looking up."


def page(*paragraphs, head=""):
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (f"<!DOCTYPE html><html><head>{head}</head><body><nav><ul><li><a href='/'>Home</a><li><a href='/news'>News</a></ul></nav>"
            f"<article><h1>Ferry delayed</h1>{body}</article><footer>All rights reserved. <a href='/cookies'>Cookies</a></footer></body></html>")


def docx(*paragraphs):
    body = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    types = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
             'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
    relations = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="word/document.xml" '
                 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>')
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", relations)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def warc_record(kind, url, content, date="2031-05-12T08:30:15Z"):
    content = content.encode() if isinstance(content, str) else content
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\nContent-Length: {len(content)}\r\n\r\n"
    return head.encode() + content + b"\r\n\r\n"


def response(html):
    return f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(html.encode())}\r\n\r\n{html}"


class Pages(ProgramTest):
    def test_a_page_gives_its_article_and_says_so(self):
        head = ('<title>Ferry delayed | Courier</title><meta property="og:site_name" content="Courier"><link rel="canonical" href="https://example.org/7">'
                '<meta property="article:published_time" content="2031-03-04T05:06:07Z">')
        self.write("in/a.html", page(STORM, QUAY, head=head))
        self.write("in/B.HTM", page(STORM, JAM))
        report = self.report("compare", "in")
        second, first = report["documents"]
        self.assertEqual((first["id"], first["text"], first["extracted"]), ("a.html", f"{STORM}\n\n{QUAY}", "html"))
        self.assertEqual((first["title"], first["source"], first["url"], first["date"]),
                         ("Ferry delayed", "Courier", "https://example.org/7", "2031-03-04T05:06:07Z"))
        self.assertEqual(first["bytes"], len(first["text"].encode()))
        [passage] = report["passages"]
        self.assertEqual(passage["text"], STORM.rstrip("."))
        for side in "ab":
            text = report["documents"][passage[side]["document"]]["text"]
            self.assertIn(text.encode()[passage[side]["begin"]:passage[side]["end"]].decode().rstrip("."), STORM)

    def test_all_of_a_page_if_asked_for(self):
        self.write("a.html", page(STORM, QUAY))
        text = self.report("compare", "a.html", "--html-content", "all")["documents"][0]["text"]
        self.assertIn("Cookies", text)
        self.assertNotIn("Cookies", self.report("compare", "a.html")["documents"][0]["text"])

    def test_a_table_of_metadata_comes_before_what_the_page_says(self):
        self.write("in/a.html", page(STORM, QUAY, head="<title>Ferry</title>"))
        self.write("in/metadata.csv", "file,title,outlet\na.html,Storm,Echo\n")
        document, = self.report("compare", "in")["documents"]
        self.assertEqual((document["title"], document["extra"].get("outlet")), ("Storm", "Echo"))

    def test_a_page_without_ending_or_from_a_pipe_is_known_by_its_first_bytes(self):
        self.write("page", '<?xml version="1.0"?>\n' + page(STORM, QUAY))
        self.assertEqual(self.report("compare", "page")["documents"][0]["extracted"], "html")
        report = self.report("compare", "-", "--format", "html", stdin=page(STORM, QUAY).encode())
        self.assertEqual(report["documents"][0]["text"], f"{STORM}\n\n{QUAY}")

    def test_saved_reports_and_pages_show_what_was_taken_out(self):
        self.write("in/a.html", page(STORM, QUAY))
        self.write("in/b.txt", f"{STORM} {JAM}")
        self.assertEqual(self.reprise("compare", "in", "--json", "r.json", "--html", "r.html").code, 0)
        self.assertEqual(self.reprise("show", "r.json", "--html", "again.html").code, 0)
        self.assertEqual((self.folder / "r.html").read_bytes(), (self.folder / "again.html").read_bytes())

    def test_dedup_lists_or_copies_pages_as_they_lie(self):
        self.write("in/a.html", page(STORM, QUAY))
        self.write("in/b.html", page(STORM, QUAY, head="<title>Other furniture</title>"))
        self.write("in/c.html.gz", gzip.compress(page(JAM, JAM[::-1]).encode()))
        self.assertEqual(self.reprise("dedup", "in", "-o", "list.txt").code, 0)
        self.assertEqual((self.folder / "list.txt").read_text(), "in/a.html\nin/c.html.gz\n")
        self.assertEqual(self.reprise("dedup", "in", "-o", "out/").code, 0)
        self.assertEqual(sorted(p.name for p in (self.folder / "out").iterdir()), ["a.html", "c.html.gz"])
        self.assertEqual((self.folder / "out/a.html").read_bytes(), (self.folder / "in/a.html").read_bytes())


class OfficeAndPdf(ProgramTest):
    def test_word_files_are_read_and_named_as_what_they_are(self):
        self.write("in/a.docx", docx(STORM, QUAY))
        self.write("in/b.txt", f"{JAM} {STORM}")
        report = self.report("compare", "in")
        self.assertEqual((report["documents"][0]["text"], report["documents"][0]["extracted"]), (f"{STORM}\n\n{QUAY}", "office"))
        self.assertEqual(len(report["passages"]), 1)
        self.write("renamed.txt", docx(STORM))
        outcome = self.reprise("compare", "renamed.txt")
        self.assertEqual(outcome.code, 3)
        self.assertIn("renamed.txt: is a Word file, which is not read; let its name end with .docx or alike, or use --format office", outcome.err)
        self.assertEqual(self.report("compare", "renamed.txt", "--format", "office")["documents"][0]["text"], STORM)

    def test_what_is_no_office_file_is_rejected_and_the_good_ones_count(self):
        self.write("in/a.docx", "no zip at all")
        self.write("in/b.docx", docx(STORM))
        report = self.report("compare", "in", code=3)
        self.assertEqual([d["id"] for d in report["documents"]], ["b.docx"])
        self.assertTrue(report["problems"][0]["where"].endswith("a.docx"))
        self.assertTrue(report["problems"][0]["remedy"])

    def test_pdf_needs_a_program_and_says_which(self):
        self.write("a.pdf", "%PDF-1.4\nnothing behind it\n")
        outcome = self.reprise("compare", "a.pdf", environment={"PATH": "/nonexistent"})
        self.assertEqual(outcome.code, 3)
        self.assertIn("poppler-utils", outcome.err)
        if not shutil.which("pdftotext"):
            self.skipTest("pdftotext is not installed")
        outcome = self.reprise("compare", "a.pdf")
        self.assertEqual(outcome.code, 3)
        self.assertRegex(outcome.err, "a.pdf: is .*PDF")


class Markdown(ProgramTest):
    def test_front_matter_is_metadata_and_offsets_stay_bytes_on_disk(self):
        head = '---\ntitle: "Ferry: delayed"\ndate: 2031-03-04\ntranslated: false\nauthor: A. Writer\n---\n'
        data = (head + STORM + "\n").encode()
        self.write("in/a.md", data)
        self.write("in/b.md", head.replace("Ferry", "Quay") + JAM + " " + STORM + "\n")
        report = self.report("compare", "in")
        first = report["documents"][0]
        self.assertEqual((first["title"], first["date"], first["extra"]), ("Ferry: delayed", "2031-03-04", {"translated": "false", "author": "A. Writer"}))
        self.assertEqual((first["bytes"], first["words"]), (len(data), len(STORM.split())))
        [passage] = report["passages"]
        self.assertEqual(data[passage["a"]["begin"]:passage["a"]["end"]].decode().rstrip("."), STORM.rstrip("."))
        self.assertNotIn("translated", report["documents"][0]["text"])

    def test_front_matter_in_other_encodings_keeps_its_bytes(self):
        head = "---\ntitle: Мост снова закрыт 日本\n---\n"
        for encoding in ("utf-16", "gb18030"):
            data = (head + STORM + " Мост через реку снова закрыт, сказал вчера мэр города.\n").encode(encoding)
            self.write("in/a.md", data)
            self.write("in/b.txt", f"{JAM} {STORM}")
            report = self.report("compare", "in", "--encoding", "gb18030" if encoding == "gb18030" else "utf-8")
            self.assertEqual((report["documents"][0]["bytes"], report["documents"][0]["title"]), (len(data), "Мост снова закрыт 日本"))
            [passage] = report["passages"]
            said = data[passage["a"]["begin"]:passage["a"]["end"]].decode("utf-16-le" if encoding == "utf-16" else encoding)
            self.assertEqual(said.rstrip("."), STORM.rstrip("."))

    def test_a_rule_is_no_front_matter(self):
        self.write("a.md", f"---\n\n{STORM}\n\n---\n\n{JAM}\n")
        self.assertEqual(self.report("compare", "a.md")["documents"][0]["words"], len((STORM + " " + JAM).split()))


class Feeds(ProgramTest):
    FEED = ('<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>'
            f'<item><title>Ferry</title><link>https://example.org/1</link><pubDate>Mon, 12 May 2031 08:30:15 GMT</pubDate><description>&lt;p&gt;{STORM}&lt;/p&gt;</description></item>'
            f'<item><title>Jam</title><description>{JAM}</description></item></channel></rss>')

    def test_an_item_is_a_document_by_ending_or_first_bytes(self):
        self.write("in/news.xml", self.FEED)
        self.write("in/other.xml", "<?xml version='1.0'?><plays><play/></plays>")
        report = self.report("compare", "in")
        ferry, jam = report["documents"]
        self.assertEqual((ferry["id"], ferry["text"], ferry["title"], ferry["source"], ferry["url"], ferry["date"], ferry["extracted"]),
                         ("news.xml:1", STORM, "Ferry", "Courier", "https://example.org/1", "2031-05-12T08:30:15Z", "feed"))
        self.assertEqual((jam["where"], jam["text"]), ("in/news.xml:2", JAM))
        outcome = self.reprise("compare", "in/other.xml")
        self.assertEqual(outcome.code, 3)
        self.assertIn("is XML, but neither RSS nor Atom; convert it to text, HTML or JSONL, or name the format: --format feed", outcome.err)

    def test_items_from_a_pipe_are_read_again_each_at_its_place(self):
        twice = self.FEED.replace("</channel>", f"<item><title>Again</title><description>{STORM} {STORM}</description></item></channel>")
        outcome = self.reprise("dedup", "-", "--format", "feed", "-o", "list.txt", "--threshold", "0.5", stdin=twice.encode())
        self.assertEqual(outcome.code, 0, outcome.err)
        self.assertEqual((self.folder / "list.txt").read_text(), "-:1\n-:2\n")

    def test_dedup_lists_items_and_does_not_cut_a_feed(self):
        self.write("a.rss", self.FEED)
        self.write("b.rss", self.FEED)
        self.assertEqual(self.reprise("dedup", "a.rss", "b.rss", "-o", "list.txt", "--removed", "gone.jsonl").code, 0)
        self.assertEqual((self.folder / "list.txt").read_text(), "a.rss:1\na.rss:2\n")
        gone = [json.loads(line)["where"] for line in (self.folder / "gone.jsonl").read_text().splitlines()]
        self.assertEqual(gone, ["b.rss:1", "b.rss:2"])
        self.check_failure(self.reprise("dedup", "a.rss", "-o", "out/"), 2, "a.rss: holds several articles in one file, which can't be cut; give feeds in a run of their own, and name a file")


class PagesInOneFile(ProgramTest):
    def test_are_refused_with_a_word_and_addresses_for_names_are_read(self):
        self.write("in/a.mhtml", "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n")
        self.write("in/ferry.html?page=2", f"<html><body><p>{STORM}</p></body></html>")
        outcome = self.reprise("compare", "in", "--json", "r.json")
        self.assertIn("skipped 1 file ('a.mhtml'); save .mhtml as HTML, without its pictures", outcome.err)
        document, = json.loads((self.folder / "r.json").read_text())["documents"]
        self.assertEqual((document["where"], document["text"]), ("in/ferry.html?page=2", STORM))
        outcome = self.reprise("compare", "in/a.mhtml")
        self.assertEqual(outcome.code, 3)
        self.assertIn("in/a.mhtml: is a page saved in one file, which is not read; save it as HTML, without its pictures", outcome.err)


class Mail(ProgramTest):
    def test_is_read_as_it_stands_when_named_with_a_word(self):
        self.write("in/a.eml", f"From: a@example.org\r\nSubject: Ferry\r\n\r\n{STORM}\r\n")
        self.write("in/b.txt", STORM)
        outcome = self.reprise("compare", "in")
        self.assertEqual(outcome.code, 0)
        self.assertIn("skipped 1 file ('a.eml'); save the mails of .eml as text or HTML", outcome.err)
        outcome = self.reprise("compare", "in/a.eml")
        self.assertEqual(outcome.code, 0)
        self.assertIn("in/a.eml: is mail, and read with its heads and codes as they stand; save the mails of it as text or HTML", outcome.err)


class Warc(ProgramTest):
    def records(self):
        return [warc_record("warcinfo", "", "software: x"),
                warc_record("response", "https://wire.example/a", response(page(STORM, QUAY))),
                warc_record("request", "https://wire.example/b", "GET / HTTP/1.1\r\n\r\n"),
                warc_record("response", "https://wire.example/b", response(page(STORM, QUAY, head="<title>b</title>"))),
                warc_record("conversion", "https://wire.example/c", f"{JAM}\n{JAM[::-1]}")]

    def test_each_record_is_a_document(self):
        self.write("a.warc", b"".join(self.records()))
        self.write("b.warc.gz", b"".join(map(gzip.compress, self.records())))
        for name in ("a.warc", "b.warc.gz"):
            documents = self.report("compare", name)["documents"]
            self.assertEqual([d["where"] for d in documents], [f"{name}:2", f"{name}:4", f"{name}:5"])
            self.assertEqual([d["url"] for d in documents], [f"https://wire.example/{c}" for c in "abc"])
            self.assertEqual(documents[0]["text"], f"{STORM}\n\n{QUAY}")
            self.assertEqual(documents[0]["extracted"], "warc")
            self.assertEqual(documents[0]["date"][:10], "2031-05-12")

    def test_dedup_keeps_records_byte_for_byte_each_a_member(self):
        records = self.records()
        self.write("b.warc.gz", b"".join(map(gzip.compress, records)))
        self.assertEqual(self.reprise("dedup", "b.warc.gz", "-o", "out.warc").code, 0)
        self.assertEqual((self.folder / "out.warc").read_bytes(), records[1] + records[4])
        self.assertEqual(self.reprise("dedup", "b.warc.gz", "-o", "out.warc.gz").code, 0)
        packed = (self.folder / "out.warc.gz").read_bytes()
        self.assertEqual(gzip.decompress(packed), records[1] + records[4])
        self.assertEqual(packed.count(b"\x1f\x8b\x08"), 2)

    def test_a_last_record_without_an_end_stays_as_it_is(self):
        records = self.records()
        self.write("a.warc", b"".join(records[:4]) + records[4][:-4])
        self.assertEqual(self.reprise("dedup", "a.warc", "-o", "out.warc").code, 0)
        self.assertEqual((self.folder / "out.warc").read_bytes(), records[1] + records[4][:-4])

    def test_a_broken_record_costs_itself_alone(self):
        records = self.records()
        broken = records[1].replace(b"Content-Length: ", b"Content-Length: 9", 1)
        self.write("a.warc", broken + b"".join(records[3:]))
        report = self.report("compare", "a.warc", code=3)
        self.assertEqual([d["url"] for d in report["documents"]], ["https://wire.example/b", "https://wire.example/c"])
        self.assertEqual(len(report["problems"]), 1)
        self.assertTrue(report["problems"][0]["where"].startswith("a.warc:1"))

    def test_many_records_and_any_number_of_threads(self):
        records = [warc_record("response", f"https://wire.example/{i}", response(page(f"{STORM} {i % 50}", f"{QUAY} {i % 50} " * 40))) for i in range(1000)]
        self.write("a.warc", b"".join(records))
        for threads in (1, 3):
            self.assertEqual(self.reprise("dedup", "a.warc", "-o", f"out{threads}.warc", "--threshold", "1", "--threads", threads).code, 0)
        self.assertEqual((self.folder / "out1.warc").read_bytes(), (self.folder / "out3.warc").read_bytes())
        self.assertEqual((self.folder / "out1.warc").read_bytes(), b"".join(records[:50]))


if __name__ == "__main__":
    unittest.main()

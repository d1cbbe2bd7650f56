"""reprise dedup --html: what stands in the page, for every number of threads, and how large it gets."""

import json
import re

from dedup_support import DedupTest, as_lines, texts_with_copies


class DedupHtml(DedupTest):
    def page(self, *arguments, name="page.html"):
        self.dedup(*arguments, "--html", name, "--quiet")
        html = self.content(name).decode()
        return json.loads(re.search(r'id="data">(.*?)</script>', html, re.S)[1])

    def corpus(self, count=400, **fields):
        texts = texts_with_copies(count)
        records = [{"id": f"d{i}", "text": text} | {key: of(i) for key, of in fields.items()} for i, text in enumerate(texts)]
        self.write("in.jsonl", b"".join(as_lines(records)))
        return records

    def test_numbers_are_those_of_the_lists(self):
        self.corpus(source=lambda i: "Post" if i % 3 else "Courier")
        data = self.page("in.jsonl", "-o", "out.jsonl", "--removed", "gone.jsonl", "--clusters", "clusters.jsonl")
        gone, clusters = self.objects("gone.jsonl"), self.objects("clusters.jsonl")
        read, kept, removed = data["counts"][:3]
        self.assertEqual((read, kept, removed), (400, len(self.lines("out.jsonl")), len(gone)))
        self.assertEqual({name: leaves for name, _, leaves in data["sources"][0]},
                         {name: sum((int(line["id"][1:]) % 3 > 0) == (name == "Post") for line in gone) for name in ("Post", "Courier")})
        self.assertEqual(data["files"], [[["in.jsonl", 400, removed]], 0, 0, 0])
        self.assertEqual([c[0] for c in data["clusters"]], sorted((c["size"] for c in clusters), reverse=True)[:12])
        for size, members, pairs in data["clusters"]:
            self.assertLessEqual(len(pairs), 3)
            for similarity, record, kept_where, _ in pairs:
                line = next(line for line in gone if line["where"] == record)
                self.assertEqual((similarity, kept_where), (line["similarity"], line["kept_where"]))

    def test_pieces_are_the_texts_and_common_ones_are_the_same(self):
        records = self.corpus()
        data = self.page("in.jsonl", "--dry-run")
        pairs = data["above"] + data["below"] + [pair for cluster in data["clusters"] for pair in cluster[2]]
        self.assertGreater(len(pairs), 20)
        for _, record, kept, sides in pairs:
            for where, side in zip((record, kept), sides):
                text = records[int(where.split(":")[1]) - 1]["text"]
                self.assertIn("".join(side[2:]), text)
            common = ["".join(side[2::2]).split() for side in sides]
            self.assertEqual(common[0], common[1])

    def test_the_pairs_next_to_the_threshold_are_those_of_examples(self):
        self.corpus()
        data = self.page("in.jsonl", "--dry-run")
        said = self.dedup("in.jsonl", "--dry-run", "--examples", "10").out
        shown = re.findall(r"^  (\d\.\d{4})  (\S+) and (\S+)$", said, re.M)
        self.assertEqual([(f"{p[0]:.4f}", p[1], p[2]) for p in data["above"] + data["below"]], shown)
        self.assertEqual(sum(data["histogram"][80:]), sum(data["histogram"]) - sum(data["histogram"][:80]))
        self.assertLess(max(p[0] for p in data["below"]), 0.8)
        few = self.dedup("in.jsonl", "--dry-run", "--examples", "2", "--html", "page.html").out
        self.assertEqual(len(re.findall(r"^  \d\.\d{4}  ", few, re.M)), 4)

    def test_the_same_bytes_for_every_number_of_threads_and_little_memory(self):
        self.corpus(lang=lambda i: "de" if i % 2 else "en", score=lambda i: i % 7)
        self.write("ref.jsonl", b"".join(self.lines("in.jsonl")[:9]))
        for options in ([], ["--within", "lang", "--keep", "max:score"], ["--parts", "documents,runs:10"], ["--against", "ref.jsonl"],
                        ["--verify", "estimate"], ["--measure", "containment"], ["--chain"]):
            pages = set()
            for more in (["--threads", "1"], ["--threads", "7"], ["--threads", "3", "--memory", "1M"]):
                self.dedup("in.jsonl", "--dry-run", "--quiet", "--html", "page.html", *options, *more)
                pages.add(self.content("page.html"))
            self.assertEqual(len(pages), 1, options)

    def test_little_memory_shows_the_same_of_records_of_one_template(self):
        template = [f"word{n}" for n in range(296)]
        records = []
        for i in range(300):
            words = list(template)
            for change in range(6):
                words[(i * 7 + change * 49) % 296] = f"own{i}x{change}"
            records.append({"text": " ".join(words)})
        self.write_jsonl("in.jsonl", records)
        data = self.page("in.jsonl", "--dry-run")
        self.assertEqual(self.page("in.jsonl", "--dry-run", "--memory", "1M"), data)
        self.assertGreater(len(data["below"]), 5)

    def test_it_is_small_whatever_the_texts(self):
        long = "<" * 3000 + " word " * 50000
        records = [{"text": f"{long} own{i % 40} {'x' * 5000}", "source": "s" * 9000 + str(i)} for i in range(80)]
        self.write("in.jsonl", b"".join(as_lines(records)))
        self.page("in.jsonl", "--dry-run", "--parts", "documents,lines", "--threshold", "0.5")
        self.assertLess(len(self.content("page.html")), 700_000)

    def test_sources_of_text_files_come_from_their_table(self):
        text = " ".join(texts_with_copies(1))
        for name in ("a", "b", "c"):
            self.write(f"in/{name}.txt", text)
        self.write("in/metadata.csv", "file,source\na.txt,Post\nb.txt,Courier\nc.txt,Courier\n")
        data = self.page("in", "--dry-run")
        self.assertEqual(data["sources"][0], [["Courier", 2, 2], ["Post", 1, 0]])
        self.assertEqual(data["files"][0], [["in/", 3, 2]])

    def test_wrong_uses_are_said(self):
        self.corpus(20)
        self.refused("in.jsonl", "-o", "out.jsonl", "--html", "out.jsonl", says=["out.jsonl"])
        self.refused("in.jsonl", "-o", "out.jsonl", "--html", "in.jsonl", says=["in.jsonl"])
        self.refused("in.jsonl", "-o", "out/", "--html", "out/in.jsonl", says=["two outputs would go to out/in.jsonl"])
        self.refused("in.jsonl", "-o", "out.jsonl", "--html", "none/page.html", says=["none"])
        outcome = self.dedup("in.jsonl", "--dry-run", "--html", "-")
        self.assertTrue(outcome.out.startswith("<!DOCTYPE html>"))
        self.assertIn("20 documents read", outcome.err)

"""The same documents and options give the same bytes, whatever the threads and however the documents were named."""

import itertools
import unittest

from support import COMMANDS, SAMPLES, ProgramTest, generated_texts

THREADS = (1, 2, 3, 8, 16)


class Threads(ProgramTest):
    def check(self, *paths):
        for command in COMMANDS:
            first = None
            for threads in THREADS:
                outcome = self.reprise(command, *paths, "--threads", threads, "--json", "report.json")
                self.assertEqual(outcome.code, 0, outcome.err)
                found = (self.folder / "report.json").read_bytes(), outcome.out
                first = first or found
                self.assertTrue(found == first, f"{command} differs with {threads} threads")

    def test_samples(self):
        self.check(SAMPLES)

    def test_some_hundred_documents(self):
        articles = [path.read_text() for path in sorted(SAMPLES.glob("*.txt"))]
        texts = generated_texts(180, words_each=40) + articles
        self.write_jsonl("in.jsonl.gz", [{"id": str(i), "text": t, "date": f"20{i % 40 + 10}"} for i, t in enumerate(texts)])
        self.check("in.jsonl.gz", "--threshold", 0.3)

    def test_two_runs_with_all_threads(self):
        runs = [self.reprise("compare", SAMPLES, "--json", "-").out for _ in range(4)]
        self.assertEqual(len(set(runs)), 1)


class Inputs(ProgramTest):
    def test_order_of_the_inputs_does_not_change_the_clusters(self):
        # Three groups far apart; inside a group all are alike enough, so that no choice hangs on who comes first.
        groups = [[text + f"\nCopy number {i}." for i in range(3)] for text in generated_texts(2, words_each=120)]
        groups.append([(SAMPLES / f"plant-{i}").read_text() for i in ("1-norvane-wire.txt", "2-tollandry-times.txt")])
        names = []
        for g, group in enumerate(groups):
            for i, text in enumerate(group):
                names.append(self.write(f"{g}{i}.txt", text).name)
        found = set()
        for order in itertools.islice(itertools.permutations(names), 0, None, 4001):
            report = self.report("matrix", *order)
            ids = [d["id"] for d in report["documents"]]
            self.assertEqual(ids, list(order))
            self.assertEqual([c["kept"] for c in report["clusters"]], [min(c["documents"]) for c in report["clusters"]])
            found.add(frozenset(frozenset(ids[d] for d in c["documents"]) for c in report["clusters"]))
        self.assertEqual(found, {frozenset(frozenset(n for n in names if n[0] == g) for g in "012")})

    def test_a_folder_is_its_files_named_one_by_one(self):
        for path in SAMPLES.iterdir():
            self.write(f"in/{path.name}", path.read_bytes())
        names = sorted(p.name for p in SAMPLES.glob("*.txt"))
        folder = self.report("compare", "in")
        files = self.report("compare", *(f"in/{name}" for name in names))
        self.assertEqual([d.pop("id") for d in folder["documents"]], names)
        self.assertEqual([d.pop("id") for d in files["documents"]], [f"in/{name}" for name in names])
        self.assertEqual(folder, files)

    def test_a_folder_is_read_in_the_order_of_its_bytes(self):
        for name in ("b.txt", "B.md", "a/z.txt", "a.txt", "é.txt", "a-b.txt", ".hidden.txt", ".git/x.txt"):
            self.write(f"in/{name}", f"The text of {name}.")
        self.write("elsewhere/linked.txt", "A linked folder stays out.")
        (self.folder / "in/link").symlink_to("../elsewhere")
        report = self.report("matrix", "in/")
        self.assertEqual([d["id"] for d in report["documents"]], ["B.md", "a-b.txt", "a.txt", "a/z.txt", "b.txt", "é.txt"])

    def test_every_way_in_gives_the_same_documents(self):
        records = [{"id": i, "text": t} for i, t in enumerate(generated_texts(6))]
        paths = [self.write_jsonl(name, records) for name in ("in.jsonl", "in.jsonl.gz", "in.jsonl.zst")]
        self.write("two.jsonl.gz", paths[1].read_bytes() * 2)
        self.write("two.jsonl.zst", paths[2].read_bytes() * 2)
        plain = self.report("compare", "in.jsonl")
        reports = [self.report("compare", p.name) for p in paths[1:]]
        with open(paths[0], "rb") as file:
            reports.append(self.report("compare", "-", stdin=file.read()))
        for report in [plain, *reports]:
            self.assertEqual([d.pop("where").split(":")[1] for d in report["documents"]], list("123456"))
            self.assertEqual(report, plain)
        for name in ("two.jsonl.gz", "two.jsonl.zst"):
            self.assertEqual([d["id"] for d in self.report("matrix", name)["documents"]], list("012345012345"))


if __name__ == "__main__":
    unittest.main()

"""The form of reports: sections, order of keys, texts, timings, matrices. Every report is held against the schema."""

import itertools
import json
import unittest

from support import COMMANDS, SAMPLES, ProgramTest, generated_texts, matrix, schema

MEASURED = ["banding", "matrices", "pairs", "clusters"]
REUSED = ["passages", "passage_clusters", "suppressed"]
SECTIONS = {"compare": MEASURED + REUSED + ["points", "disputes", "ranking"], "matrix": MEASURED + ["ranking"],
            "passages": REUSED + ["ranking"], "points": ["points", "disputes"]}
ALWAYS = ["schema", "version", "options", "documents", "problems"]

PLACE = ["field", "begin", "end", "begin_char", "end_char"]
SIDE = ["document", *PLACE, "words"]
ORDERS = {
    "documents": ["id", "where", "title", "source", "date", "url", "bytes", "words", "cluster", "story", "reference",
                  "reuse", "extra", "text"],
    "problems": ["where", "what", "remedy", "rejected"],
    "matrices": ["measure", "symmetric", "values"],
    "pairs": ["a", "b", "jaccard", "containment"],
    "clusters": ["documents", "kept", "similarity"],
    "ranking": ["a", "b", "reused", "words", "passages", "longest", "jaccard", "containment", "vocabulary", "points"],
    "passages": ["id", "a", "b", "matched", "identity", "informative", "quoted", "text", "before", "after", "edits", "cluster",
                 "near"],
    "edits": ["kind", "a", "b"],
    "points": ["id", "label", "terms", "score", "class", "documents", "sources", "first", "disagree", "updated", "mentions",
               "figures", "label_at"],
    "mentions": ["document", *PLACE, "text", "attributed", "denied", "sentence"],
    "figures": ["mention", *PLACE, "text", "kind", "unit", "low", "high", "of"],
}

ODD = {
    "empty file": {"a.txt": b""},
    "no words": {"a.txt": b"?! ... --\n", "b.txt": b"\n\n\n"},
    "one document": {"a.txt": b"A lonely document of nine words, not one more."},
    "broken bytes": {"a.txt": b"caf\xe9 one two three four five six", "b.txt": b"caf\xe9 one two three four five seven"},
    "control characters": {"a.txt": b"one \x00 two \x1b[31m three \x7f four five", "b.txt": "one\u2028two\u0085three".encode()},
    "odd records": {"a.jsonl": b'{"text": "", "id": "", "title": "", "date": "", "extra": {"x": [1e400, null]}}\n'
                               b'{"text": "\\u0000 \\" \\\\ \\ud83d\\ude00", "id": 1.0, "title": "\\u001b[2J", "date": "2031"}\n'},
}


def documents_of(point):
    """Those that state it; those that deny it only if nobody does."""
    return {m["document"] for m in point["mentions"] if not m["denied"]} or {m["document"] for m in point["mentions"]}


class EverySection(ProgramTest):
    def test_commands_make_their_sections_and_no_others(self):
        for command in COMMANDS:
            with self.subTest(command):
                self.assertEqual(list(self.report(command, SAMPLES)), ALWAYS + SECTIONS[command])

    def test_sections_are_there_even_if_empty(self):
        for name, command in itertools.product(ODD, COMMANDS):
            with self.subTest(name, command=command):
                for file, content in ODD[name].items():
                    self.write(f"{name}/{file}", content)
                report = self.report(command, name)
                self.assertEqual(list(report), ALWAYS + SECTIONS[command])
                self.assertTrue(all(isinstance(report[s], list) for s in SECTIONS[command] if s != "banding"))

    def test_keys_stand_in_the_order_of_the_documentation(self):
        report = self.report("compare", SAMPLES)
        seen = set()

        def check(value, key):
            if isinstance(value, list):
                for item in value:
                    check(item, key)
            elif isinstance(value, dict):
                order = SIDE if key in ("a", "b") else ORDERS.get(key)
                if order:
                    seen.add(key)
                    self.assertEqual([k for k in value if k in order], [k for k in order if k in value], key)
                for inner, item in value.items():
                    check(item, inner)

        check(report, "")
        self.assertEqual(set(ORDERS) - seen, {"problems"})

    def test_the_schema_is_strict(self):
        report = self.report("compare", SAMPLES)
        for spoil in (lambda r: r.pop("problems"), lambda r: r.pop("pairs"), lambda r: r["pairs"][0].update(jaccard=1.5),
                      lambda r: r["documents"][0].update(words=-1), lambda r: r["points"][0]["mentions"].clear(),
                      lambda r: r["matrices"][0]["values"][0].__setitem__(1, "0"), lambda r: r["passages"][0]["a"].pop("end"),
                      lambda r: r["matrices"][3]["values"][0].__setitem__(1, 0.5), lambda r: r.update(schema="reprise.report/2")):
            spoiled = json.loads(json.dumps(report))
            spoil(spoiled)
            self.assertFalse(schema().is_valid(spoiled))
        report["story_lines"] = report["documents"][0]["mood"] = "unknown fields are left alone"
        self.assertTrue(schema().is_valid(report))

    def test_ids_are_places_in_the_list(self):
        report = self.report("compare", SAMPLES)
        for section in ("passages", "points"):
            self.assertEqual([entry["id"] for entry in report[section]], list(range(len(report[section]))))

    def test_references_lead_somewhere(self):
        report = self.report("compare", SAMPLES)
        for number, cluster in enumerate(report["clusters"]):
            self.assertIn(cluster["kept"], cluster["documents"])
            self.assertEqual(len(cluster["documents"]), len(cluster["similarity"]))
            for document in cluster["documents"]:
                self.assertEqual(report["documents"][document]["cluster"], number)
        for point in report["points"]:
            documents = documents_of(point)
            self.assertEqual(point["documents"], len(documents))
            self.assertLessEqual(point["sources"], point["documents"])
            labelled = point["mentions"][point["label_mention"]] if "label_mention" in point else None
            self.assertIn(point["label"], report["documents"][labelled["document"]]["text"] if "label_at" in point
                          else [m["text"] for m in point["mentions"]])
            for mention in point["mentions"]:
                whole = mention.get("sentence", mention)
                self.assertLessEqual(whole["begin"], mention["begin"])
                self.assertGreaterEqual(whole["end"], mention["end"])
                self.assertIn(mention["text"], whole["text"])
            self.assertLessEqual(set(point["first"]), documents)
            for figure in point["figures"]:
                self.assertIn(figure["text"], point["mentions"][figure["mention"]]["text"])


class WhatIsLeftOut(ProgramTest):
    def test_text_is_in_compares_report_alone(self):
        for command in COMMANDS:
            holds = {"text" in d for d in self.report(command, SAMPLES)["documents"]}
            self.assertEqual(holds, {command == "compare"}, command)

    def test_no_text_leaves_nothing_but_texts_out(self):
        whole, short = self.report("compare", SAMPLES), self.report("compare", SAMPLES, "--no-text")
        texts = [d.pop("text") for d in whole["documents"]]
        self.assertEqual(whole, short)
        self.assertEqual(texts, [(SAMPLES / d["id"]).read_bytes().decode() for d in whole["documents"]])

    def test_timings_only_when_asked(self):
        self.assertNotIn("timings", self.report("compare", SAMPLES))
        timings = self.report("compare", SAMPLES, "--timings")["timings"]
        self.assertTrue(timings and all(seconds >= 0 for seconds in timings.values()))

    def test_every_option_that_the_schema_knows_is_echoed(self):
        options = schema().schema["definitions"]["options"]["properties"]
        unless_asked = {"model", "judge_command", "judge_pairs"}  # of helpers from outside
        self.assertLessEqual(unless_asked, set(options))
        for command in COMMANDS:
            self.assertEqual(list(self.report(command, SAMPLES)["options"]),
                             [name for name in options if name not in unless_asked], command)

    def test_options_that_change_no_result_are_not_echoed(self):
        plain = self.report("matrix", SAMPLES)["options"]
        self.assertEqual(self.report("matrix", SAMPLES, "--threads", 3, "--limit", 1)["options"], plain)
        changed = self.report("matrix", SAMPLES, "--threshold", 0.8, "--keep-case", "--seed", 18446744073709551615)["options"]
        self.assertEqual({k: v for k, v in changed.items() if plain[k] != v},
                         {"threshold": 0.8, "fold_case": False, "seed": 18446744073709551615})


class Matrices(ProgramTest):
    def check_dense(self, report):
        count = len(report["documents"])
        self.assertEqual([m["measure"] for m in report["matrices"]], ["jaccard", "containment", "passages", "points"])
        for m in report["matrices"]:
            values = m["values"]
            self.assertEqual([len(row) for row in values], [count] * count)
            if m["measure"] != "points":
                self.assertEqual({values[i][i] for i in range(count)}, {1})
            if m["symmetric"]:
                self.assertEqual(values, [list(column) for column in zip(*values)], m["measure"])

    def test_dense_with_a_diagonal_of_ones_and_symmetric_where_it_says_so(self):
        report = self.report("compare", SAMPLES)
        self.check_dense(report)
        symmetric = {m["measure"]: m["symmetric"] for m in report["matrices"]}
        self.assertEqual((symmetric["jaccard"], symmetric["containment"]), (True, False))

    def test_points_on_the_diagonal_are_the_documents_own(self):
        report = self.report("compare", SAMPLES)
        own = [0] * len(report["documents"])
        for point in report["points"]:
            for document in documents_of(point):
                own[document] += 1
        values = matrix(report, "points")["values"]
        self.assertEqual([values[i][i] for i in range(len(own))], own)

    def test_containment_goes_from_row_to_column(self):
        long = generated_texts(1, words_each=90)[0]
        self.write("in/long.txt", long)
        self.write("in/part.txt", "\n".join(long.split("\n")[1:4]))
        report = self.report("matrix", "in")
        values = matrix(report, "containment")["values"]
        self.assertEqual(values[1][0], 1)
        self.assertLess(values[0][1], 1)
        self.assertEqual(report["pairs"][0]["containment"], [values[0][1], 1])

    def test_jaccard_and_containment_are_those_of_the_runs(self):
        texts = [t.replace(".", "") for t in generated_texts(12)]
        for i, text in enumerate(texts):
            self.write(f"in/{i:02}.txt", text)
        sets = []
        for text in texts:
            tokens = text.casefold().split()
            sets.append({tuple(tokens[i:i + 3]) for i in range(len(tokens) - 2)})
        report = self.report("matrix", "in", "--shingle-size", 3)
        self.assertEqual(matrix(report, "jaccard")["values"], [[len(a & b) / len(a | b) for b in sets] for a in sets])
        self.assertEqual(matrix(report, "containment")["values"], [[len(a & b) / len(a) for b in sets] for a in sets])

    def test_identical_documents_are_exactly_alike(self):
        article = (SAMPLES / "plant-1-norvane-wire.txt").read_bytes()
        for name in "abd":
            self.write(f"in/{name}.txt", article)
        self.write("in/c.txt", (SAMPLES / "plant-4-radio-quillhaven.txt").read_bytes())
        self.write("in/e.txt", "?!")
        self.write("in/f.txt", "?!")
        self.write("in/g.txt", "!?")
        report = self.report("matrix", "in")
        self.check_dense(report)
        jaccard = matrix(report, "jaccard")["values"]
        for m in report["matrices"][:3]:
            for i, j in itertools.product((0, 1, 3), repeat=2):
                self.assertEqual(m["values"][i][j], 1, m["measure"])
        self.assertEqual(jaccard[0][2], jaccard[3][2])
        self.assertEqual((jaccard[4][5], jaccard[4][6]), (1, 0))  # without words, equal bytes alone make them alike
        clusters = [(c["documents"], c["similarity"]) for c in report["clusters"]]
        self.assertEqual(clusters, [([0, 1, 2, 3], [1, 1, jaccard[0][2], 1]), ([4, 5], [1, 1])])
        self.assertEqual([(p["a"], p["b"], p["jaccard"]) for p in report["pairs"]],
                         [(0, 1, 1), (0, 2, jaccard[0][2]), (0, 3, 1), (4, 5, 1)])

    def test_more_than_a_thousand_documents_give_sorted_entries(self):
        texts = generated_texts(1001, words_each=30)
        self.write_jsonl("in.jsonl", [{"text": t} for t in texts])
        for floor in (0.01, 0.3):
            report = self.report("matrix", "in.jsonl", "--floor", floor)
            for m in report["matrices"]:
                with self.subTest(m["measure"], floor=floor):
                    self.assertNotIn("values", m)
                    places = [(i, j) for i, j, _ in m["entries"]]
                    self.assertEqual(places, sorted(set(places)))
                    self.assertTrue(all(value > floor for _, _, value in m["entries"]))
                    self.assertTrue(all(i < j if m["symmetric"] else i != j for i, j in places))
            borrowed = [(i, j) for i, j, _ in matrix(report, "containment")["entries"] if i % 3 == 2 and j == i - 1]
            self.assertGreater(len(borrowed), 300)

    def test_sparse_entries_are_the_dense_values(self):
        texts = generated_texts(1001, words_each=30)
        self.write_jsonl("sparse.jsonl", [{"text": t} for t in texts])
        self.write_jsonl("dense.jsonl", [{"text": t} for t in texts[:60]])
        sparse, dense = self.report("matrix", "sparse.jsonl", "--floor", 0), self.report("matrix", "dense.jsonl")
        for measure in ("jaccard", "containment"):
            values = matrix(dense, measure)["values"]
            expected = [[i, j, values[i][j]] for i, j in itertools.product(range(60), repeat=2)
                        if values[i][j] > 0 and (i < j if measure == "jaccard" else i != j)]
            self.assertEqual([e for e in matrix(sparse, measure)["entries"] if max(e[:2]) < 60], expected)


if __name__ == "__main__":
    unittest.main()

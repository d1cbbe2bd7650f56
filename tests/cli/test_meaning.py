"""Likeness by meaning, and judges: --model, --vector-cache, --judge-command, embed."""

import json
import random
import struct
import sys

from support import SAMPLES, ProgramTest

TEXTS = {
    "a.txt": "The old ferry stays in port until spring, the captain of the harbour said on Monday. It rained.",
    "b.txt": "Until spring the old ferry stays in port, said a captain who knows the harbour well.",
    "c.txt": "The harbour captain paints the old ferry green every spring while it stays in port.",
}
PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "old", "ferry", "stays", "in", "port", "until", "spring", "captain",
          "harbour", "said", "##s", ",", ".", "a", "no", "boat", "will", "sail"]
WIDTH, HEADS, INNER, LAYERS, PLACES = 8, 2, 12, 1, 24


def tiny_model():
    """The files of a model that computes, and means nothing."""
    numbers = random.Random(1)
    shapes = {"embeddings.word_embeddings.weight": [len(PIECES), WIDTH],
              "embeddings.position_embeddings.weight": [PLACES, WIDTH],
              "embeddings.token_type_embeddings.weight": [2, WIDTH]}
    layer = "encoder.layer.0."
    dense = {f"{layer}attention.self.{part}": (WIDTH, WIDTH) for part in ("query", "key", "value")}
    dense |= {f"{layer}attention.output.dense": (WIDTH, WIDTH), f"{layer}intermediate.dense": (INNER, WIDTH),
              f"{layer}output.dense": (WIDTH, INNER)}
    for name, (out, width) in dense.items():
        shapes |= {f"{name}.weight": [out, width], f"{name}.bias": [out]}
    for name in ("embeddings.", f"{layer}attention.output.", f"{layer}output."):
        shapes |= {f"{name}LayerNorm.weight": [WIDTH], f"{name}LayerNorm.bias": [WIDTH]}
    header, data = {}, b""
    for name, shape in shapes.items():
        size = shape[0] * (shape[1] if len(shape) > 1 else 1)
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(data), len(data) + 4 * size]}
        data += struct.pack(f"<{size}f", *(numbers.uniform(-1, 1) for _ in range(size)))
    head = json.dumps(header).encode()
    config = {"model_type": "bert", "hidden_act": "gelu", "hidden_size": WIDTH, "num_attention_heads": HEADS,
              "intermediate_size": INNER, "num_hidden_layers": LAYERS, "vocab_size": len(PIECES),
              "max_position_embeddings": PLACES, "layer_norm_eps": 1e-12}
    modules = [{"path": "", "type": "x.Transformer"}, {"path": "1_Pooling", "type": "x.Pooling"},
               {"path": "2_Normalize", "type": "x.Normalize"}]
    return {"model.safetensors": struct.pack("<Q", len(head)) + head + data, "config.json": json.dumps(config),
            "modules.json": json.dumps(modules), "vocab.txt": "\n".join(PIECES) + "\n",
            "tokenizer_config.json": '{"do_lower_case": true}',
            "1_Pooling/config.json": '{"pooling_mode_mean_tokens": true}'}


class MeaningTest(ProgramTest):
    def setUp(self):
        super().setUp()
        for name, text in TEXTS.items():
            self.write(f"texts/{name}", text)
        for name, content in tiny_model().items():
            self.write(f"model/{name}", content)

    def points(self, *arguments):
        outcome = self.reprise("points", "texts", "--json", "-", *arguments)
        self.assertEqual(outcome.code, 0, outcome.err)
        return outcome.out

    def judge(self, verdict, before=""):
        """A judge that gives each pair the same verdict."""
        self.write("judge.py", f"import json, sys\n{before}\nfor line in sys.stdin:\n"
                               f"    print(json.dumps({{'id': json.loads(line)['id'], **{verdict!r}}}))\n")
        return ("--judge-command", f"{sys.executable} judge.py")


class Model(MeaningTest):
    def test_threads_and_the_cache_change_no_byte(self):
        alone = self.points("--model", "model", "--threads", 1)
        for threads in (2, 16):
            self.assertEqual(self.points("--model", "model", "--threads", threads), alone)
        for _ in range(2):
            self.assertEqual(self.points("--model", "model", "--vector-cache", "cache"), alone)
        self.assertTrue((self.folder / "cache").is_file())

    def test_the_report_names_the_model_and_only_it(self):
        self.assertEqual(json.loads(self.points("--model", "model"))["options"]["model"], "model")
        self.assertNotIn("model", json.loads(self.points())["options"])

    def test_compare_takes_it_too_and_show_reads_it_back(self):
        outcome = self.reprise("compare", SAMPLES, "--model", "model", "--json", "report.json", "--quiet")
        self.assertEqual(outcome.code, 0, outcome.err)
        self.assertEqual(self.reprise("show", "report.json").code, 0)

    def test_a_model_that_is_not_there_is_said_before_the_work(self):
        outcome = self.reprise("points", "texts", "--model", "nowhere", "--json", "report.json")
        self.assertEqual(outcome.code, 2)
        self.assertIn("--model: nowhere is no folder", outcome.err)
        self.assertFalse((self.folder / "report.json").exists())

    def test_a_spoilt_model_gives_no_report(self):
        whole = (self.folder / "model/model.safetensors").read_bytes()
        for spoilt in (whole[:-5], b"", b"\xff" * 100, whole[:8] + b"[" * 400):
            self.write("model/model.safetensors", spoilt)
            outcome = self.reprise("points", "texts", "--model", "model", "--json", "report.json")
            self.assertEqual(outcome.code, 2)
            self.assertIn("model/model.safetensors", outcome.err)
            self.assertFalse((self.folder / "report.json").exists())

    def test_the_model_says_how_much_its_likenesses_count(self):
        alone = json.loads(self.points("--model", "model"))["points"]
        sure, none = {"none": 9}, {"none": -9}
        for weights, found in ((sure, True), (none, False)):
            self.write("model/reprise.json", json.dumps({"evidence": {"prose": weights, "statements": weights}}))
            points = json.loads(self.points("--model", "model"))["points"]
            self.assertNotEqual(points, alone)
            self.assertEqual(bool(points), found)
        self.write("model/reprise.json", '{"evidence": {"prose": {"luck": 1}, "statements": {}}}')
        outcome = self.reprise("points", "texts", "--model", "model", "--json", "report.json")
        self.assertEqual(outcome.code, 2)
        self.assertIn("model/reprise.json: evidence.prose: has \"luck\", which is no piece of evidence", outcome.err)

    def test_a_damaged_cache_is_said_and_made_anew(self):
        alone = self.points("--model", "model", "--vector-cache", "cache")
        whole = (self.folder / "cache").read_bytes()
        self.write("cache", whole[:-1] + bytes([whole[-1] ^ 1]))
        outcome = self.reprise("points", "texts", "--model", "model", "--vector-cache", "cache", "--json", "-")
        self.assertEqual(outcome.code, 0)
        self.assertIn("the cache of vectors is damaged", outcome.err)
        self.assertEqual(json.loads(outcome.out)["points"], json.loads(alone)["points"])
        self.assertEqual((self.folder / "cache").read_bytes(), whole)

    def test_an_article_is_never_overwritten_by_a_cache(self):
        outcome = self.reprise("points", "texts", "--model", "model", "--vector-cache", "texts/a.txt")
        self.assertEqual(outcome.code, 2)
        self.assertEqual((self.folder / "texts/a.txt").read_text(), TEXTS["a.txt"])


class Embed(MeaningTest):
    def test_a_line_a_text_in_order(self):
        outcome = self.reprise("embed", "--model", "model", "texts")
        self.assertEqual(outcome.code, 0, outcome.err)
        lines = [json.loads(line) for line in outcome.out.splitlines()]
        self.assertEqual([line["id"] for line in lines], sorted(TEXTS))
        for line in lines:
            self.assertEqual(len(line["vector"]), WIDTH)
            self.assertAlmostEqual(sum(number * number for number in line["vector"]), 1, places=5)
        self.assertEqual([line["cut"] for line in lines], [False] * 3)
        self.assertEqual(self.reprise("embed", "--model", "model", "texts", "--threads", 16).out, outcome.out)

    def test_what_the_model_does_not_read_is_said(self):
        self.write("long.txt", "ferry " * 100)
        line = json.loads(self.reprise("embed", "--model", "model", "long.txt").out)
        self.assertEqual((line["pieces"], line["cut"]), (PLACES, True))

    def test_it_needs_a_model(self):
        self.assertEqual(self.reprise("embed", "texts").code, 2)
        self.assertEqual(self.reprise("embed", "--model", "nowhere", "texts").code, 2)

    def test_the_output_appears_whole_or_not_at_all(self):
        self.write("model/config.json", "{}")
        outcome = self.reprise("embed", "--model", "model", "texts", "--output", "vectors.jsonl")
        self.assertEqual(outcome.code, 2)
        self.assertFalse((self.folder / "vectors.jsonl").exists())


class Judges(MeaningTest):
    def test_verdicts_rule(self):
        self.assertEqual(json.loads(self.points(*self.judge({"same": 0})))["points"], [])
        report = json.loads(self.points(*self.judge({"same": 1}), "--judge-pairs", 5))
        self.assertEqual(len(report["points"]), 1)
        self.assertEqual(report["points"][0]["chance"], 1)
        self.assertEqual(report["options"]["judge_pairs"], 5)
        self.assertTrue(report["options"]["judge_command"].endswith("judge.py"))
        self.assertEqual(json.loads(self.points(*self.judge({"same": 1, "opposed": True})))["points"], [])

    def test_the_judge_sees_what_the_documents_say_of_themselves(self):
        self.write_jsonl("news.jsonl", [{"id": name, "text": text, "title": f"Title of {name}", "source": "Wire",
                                         "date": "2031-05-12"} for name, text in TEXTS.items()])
        command = self.judge({"same": 1}, "sys.stdin = list(sys.stdin)\nopen('asked', 'w').writelines(sys.stdin)")
        outcome = self.reprise("points", "news.jsonl", "--quiet", *command)
        self.assertEqual(outcome.code, 0, outcome.err)
        asked = [json.loads(line) for line in (self.folder / "asked").read_text().splitlines()]
        self.assertTrue(asked)
        for pair in asked:
            for side in (pair["a"], pair["b"]):
                text = TEXTS[side["document"]].encode()
                if side["field"] == "text":
                    self.assertEqual(text[side["begin"]:side["end"]].decode(), side["text"])
                self.assertIn(side["text"], side["sentence"])
                self.assertEqual((side["source"], side["date"]), ("Wire", "2031-05-12"))
            self.assertNotIn("meaning", pair)

    def test_a_judge_that_fails_gives_no_report(self):
        for command, said in (("exit 3", "exit code 3"), ("true", "gave verdicts on 0 of"), ("yes", "writes more than"),
                              ("cat", 'has no "same"'), ("kill -9 $$", "signal 9"), ("head -c 30", "no JSON")):
            outcome = self.reprise("points", "texts", "--json", "report.json", "--judge-command", command)
            self.assertEqual(outcome.code, 2, command)
            self.assertIn(said, outcome.err)
            self.assertFalse((self.folder / "report.json").exists())

    def test_a_judge_that_hangs_is_ended(self):
        outcome = self.reprise("points", "texts", "--judge-command", "sleep 600", "--judge-seconds", 0.3)
        self.assertEqual(outcome.code, 2)
        self.assertIn("took longer than --judge-seconds", outcome.err)

    def test_what_it_said_is_not_asked_again(self):
        command = self.judge({"same": 1}, "open('runs', 'a').write('x')")
        first = self.points(*command, "--judge-cache", "verdicts")
        runs = (self.folder / "runs").read_text()
        self.assertEqual(self.points(*command, "--judge-cache", "verdicts"), first)
        self.assertEqual((self.folder / "runs").read_text(), runs)

    def test_it_is_asked_where_texts_are_held_against_others(self):
        copied = " Nobody asked the baker, the miller, the smith or either of the two drivers why the bells rang so late."
        self.write("old/d.txt", TEXTS["a.txt"] + copied)
        self.write("texts/b.txt", TEXTS["b.txt"] + copied)
        for same in (0, 1):
            outcome = self.reprise("compare", "texts", "--against", "old", "--json", "-", *self.judge({"same": same}))
            self.assertEqual(outcome.code, 0, outcome.err)
            self.assertEqual(bool(json.loads(outcome.out)["points"]), bool(same))

    def test_it_is_asked_with_a_model_too(self):
        command = self.judge({"same": 1}, "sys.stdin = list(sys.stdin)\nopen('asked', 'w').writelines(sys.stdin)")
        self.points(*command, "--model", "model")
        self.assertIn("meaning", json.loads((self.folder / "asked").read_text().splitlines()[0]))

"""`reprise phases`: the records of one run of dedup, whatever the parts; resumed where it was killed; refused where files don't fit."""

import json
import os
import random
import re
import signal
import subprocess
import time
import unittest

from dedup_support import DedupTest, as_lines, packed, texts_with_copies
from support import PROGRAM, SOURCE


class PhasesTest(DedupTest):
    def setUp(self):
        super().setUp()
        draw = random.Random(3)
        self.records = as_lines([{"id": i, "text": text, "stars": draw.randrange(9), "site": draw.choice(("a", "b"))}
                                 for i, text in enumerate(texts_with_copies(400))])

    def write_shards(self, count, ending=".jsonl", seed=1):
        """Deals the records to shards of unlike sizes, whose names stand in the order of the records."""
        draw = random.Random(seed)
        cuts = sorted(draw.randrange(len(self.records)) for _ in range(count - 1))
        for i, (begin, end) in enumerate(zip([0, *cuts], [*cuts, len(self.records)])):
            name = f"in/{i}{ending}"
            self.write(name, packed(name, b"".join(self.records[begin:end])))

    def phase(self, *arguments, code=0):
        outcome = self.reprise("phases", *arguments)
        self.assertEqual(outcome.code, code, outcome.err)
        return outcome

    def parts(self, phase, count, *options):
        for part in range(1, count + 1):
            self.phase(phase, "work", "--part", f"{part}/{count}", *options)

    def rounds(self, join=2, verify=3, decide=1):
        """Goes on until nothing is open; returns how many rounds that took."""
        for done in range(1, 12):
            self.parts("join", join)
            self.parts("verify", verify)
            self.parts("decide", decide)
            if self.reprise("phases", "decide", "work", "--exit-code").code == 0:
                return done
        self.fail("no end")

    def all_phases(self, *options, keys=2, filters=2, **parts):
        for part in range(1, keys + 1):
            self.phase("keys", "work", "in", "--part", f"{part}/{keys}", *options)
        self.rounds(**parts)
        self.parts("filter", filters, "-o", "out/", "--removed", "gone")

    def check_same_as_one_run(self, *options):
        self.dedup("in", "-o", "one/", "--removed", "one.jsonl", "--quiet", *options)
        shards = sorted(os.listdir(self.folder / "in"))
        self.assertEqual(sorted(os.listdir(self.folder / "out")), shards)
        for name in shards:
            self.assertEqual(self.lines("out/" + name), self.lines("one/" + name), name)
        gone = [line for name in shards for line in self.objects(f"gone/{name}.jsonl")]
        removed = [{key: o[key] for key in ("where", "kept_where", "similarity")} for o in self.objects("one.jsonl")]
        self.assertEqual(gone, removed)
        self.assertGreater(len(gone), 30)


class Same(PhasesTest):
    def test_records_are_those_of_one_run(self):
        for i, (shards, parts, options) in enumerate((
                (1, {}, ()),
                (3, {"join": 1, "verify": 1, "decide": 3}, ("--keep", "longest")),
                (5, {"join": 7, "verify": 2, "decide": 5}, ("--threshold", "0.6", "--keep", "max:stars")),
                (4, {"join": 3, "verify": 9, "decide": 2}, ("--within", "site", "--threshold", "0.5")),
                (2, {"join": 2}, ("--verify", "estimate", "--shingles", "characters", "--shingle-size", "8")))):
            with self.subTest(options):
                self.setUp()
                self.write_shards(shards, (".jsonl", ".jsonl.gz", ".jsonl.zst")[i % 3], seed=i)
                self.all_phases(*options, **parts)
                self.check_same_as_one_run(*options)

    def test_tables_and_bad_records(self):
        self.write("in/a.csv", "text,n\n" + "".join(f"{json.loads(r)['text']},{i}\n" for i, r in enumerate(self.records)))
        self.write("in/b.jsonl", b"{\n" + b"".join(self.records[:50]))
        outcome = self.phase("keys", "work", "in", code=3)
        self.assertIn("in/b.jsonl:1: no JSON", outcome.err)
        self.rounds()
        self.phase("filter", "work", "-o", "out/", "--removed", "gone", code=3)
        self.reprise("dedup", "in", "-o", "one/", "--quiet")
        for name in ("a.csv", "b.jsonl"):
            self.assertEqual(self.content("out/" + name), self.content("one/" + name))
        self.assertEqual(self.content("out/b.jsonl"), b"", "all of them stand in the table")

    def test_no_documents_at_all(self):
        self.write("in/a.jsonl", "")
        self.all_phases()
        self.assertEqual(self.content("out/a.jsonl"), b"")


class Documented(PhasesTest):
    def test_the_script_for_xargs_does_what_it_says(self):
        page = (SOURCE / "docs/scale.md").read_text()
        script = next(block for block in re.findall(r"^```sh\n(.*?)^```$", page, re.S | re.M) if "xargs" in block)
        self.write_shards(3)
        (self.folder / "in").rename(self.folder / "shards")
        (self.folder / "bin").mkdir()
        (self.folder / "bin/reprise").symlink_to(os.path.abspath(PROGRAM))
        environment = {**os.environ, "PATH": f"{self.folder}/bin:{os.environ['PATH']}"}
        ran = subprocess.run(["bash", "-euc", script], cwd=self.folder, env=environment, capture_output=True, text=True, timeout=300)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        (self.folder / "shards").rename(self.folder / "in")
        self.dedup("in", "-o", "one/", "--keep", "longest", "--quiet")
        for name in os.listdir(self.folder / "in"):
            self.assertEqual(self.content("clean/" + name), self.content("one/" + name))


class Resumed(PhasesTest):
    def test_what_is_done_is_not_done_again(self):
        self.write_shards(3)
        self.all_phases()
        before = {name: (self.folder / name).stat().st_mtime_ns for name in self.files()}
        self.assertIn("0 shards read; 3 were done already", self.phase("keys", "work", "in").out)
        self.assertIn("0 shards read; 3 were done already", self.phase("keys", "work").out)
        for phase in ("join", "verify"):
            self.assertIn("all documents are decided; reprise phases filter is next", self.phase(phase, "work").out)
        self.assertRegex(self.phase("decide", "work").out, r"all documents are decided in round \d: \d+ stay, \d+ leave")
        self.assertIn("0 shards written; 3 were done already", self.phase("filter", "work", "-o", "out", "--removed", "gone/").out)
        self.assertEqual({name: (self.folder / name).stat().st_mtime_ns for name in self.files()}, before)

    def kill_somewhere(self, draw, *arguments):
        """Runs it again and again, each time killed a little later, until it ends by itself. Returns how often it was killed."""
        killed, seconds = 0, 0.0
        while True:
            process = self.start("phases", *arguments)
            with process:
                time.sleep(seconds)
                process.send_signal(signal.SIGKILL)
                out, err = process.communicate()
            if process.returncode != -signal.SIGKILL:
                self.assertEqual(process.returncode, 0, err)
                return killed
            killed += 1
            seconds += draw.random() * 0.01

    def test_killed_anywhere_the_records_are_the_same(self):
        self.write_shards(4)
        draw = random.Random(5)
        killed = self.kill_somewhere(draw, "keys", "work", "in")
        for _ in range(6):
            for phase in ("join", "verify", "decide"):
                for part in ("1/2", "2/2"):
                    killed += self.kill_somewhere(draw, phase, "work", "--part", part)
        killed += self.kill_somewhere(draw, "filter", "work", "-o", "out/", "--removed", "gone")
        self.assertGreater(killed, 50)
        self.phase("filter", "work", "-o", "out/", "--removed", "gone")
        self.check_same_as_one_run()
        self.assertEqual([name for name in self.files() if "reprise-" in name and name.startswith(("out/", "gone/"))], [])


class Refused(PhasesTest):
    def refused(self, *arguments, says, code=2):
        self.check_failure(self.reprise("phases", *arguments), code, *says)

    def test_wrong_use(self):
        self.write_shards(2)
        self.write("a.txt", "A text by itself.")
        for arguments, says in (
                ((), "phases needs a phase: keys, join, verify, decide and filter"),
                (("jion", "work"), "no phase 'jion'; did you mean join?"),
                (("--part", "1/2"), "--part comes behind the phase"),
                (("keys",), "name a folder for what lies between the phases"),
                (("keys", "work"), "nothing to read: name files or folders"),
                (("join", "work"), "work holds no plan; begin with"),
                (("join", "work", "in"), "join takes a work folder alone, not 'in' too"),
                (("join", "work", "--threshold", "0.5"), "no option --threshold"),
                (("keys", "work", "in", "--part", "3/2"), "--part takes a number of how many, as in 3/8, not '3/2'"),
                (("keys", "work", "in", "--part", "0/2"), "not '0/2'"),
                (("keys", "work", "in", "--part", "2"), "not '2'"),
                (("keys", "work", "in", "--part", "1/2x"), "--part takes a whole number"),
                (("keys", "work", "absent"), "absent: no such file or folder"),
                (("keys", "work", "-"), "standard input: can't be read by several phases"),
                (("keys", "work", "a.txt"), "a.txt: is a document by itself"),
                (("keys", "work", "in", "--keep", "best"), "--keep takes first, longest"),
                (("keys", "work", "in", "--chain"), "--chain: can't be done in phases"),
                (("keys", "work", "in", "--measure", "containment"), "--measure containment: can't be done in phases"),
                (("keys", "work", "in", "--same", "url"), "--same: can't be done in phases"),
                (("filter", "work"), "where shall the documents go that stay")):
            with self.subTest(arguments):
                self.refused(*arguments, says=[says.replace("?", r"\?").replace("(", r"\(")])
        self.assertFalse((self.folder / "work").exists())

    def test_another_rule_or_other_inputs(self):
        self.write_shards(2)
        self.phase("keys", "work", "in", "--threshold", "0.7", "--part", "1/2")
        self.refused("keys", "work", "in", "--part", "2/2", says=["work was begun with other options"])
        self.refused("keys", "work", "in/0.jsonl", "--threshold", "0.7", says=["work was begun with other inputs"])
        self.refused("join", "work", says=["000001.keys: is missing; run reprise phases keys for all shards first"])
        self.phase("keys", "work", "--part", "2/2")
        self.refused("filter", "work", "-o", "out/", says=["not decided yet; run reprise phases join, verify and decide"])

    def test_a_field_that_no_record_has(self):
        self.write_shards(2)
        for folder, options in (("w1", ("--within", "host")), ("w2", ("--keep", "max:score"))):
            self.phase("keys", folder, "in", *options)
            self.refused("join", folder, says=["no record has"])

    def test_files_of_another_version(self):
        self.write_shards(2)
        self.phase("keys", "work", "in")
        plan = json.loads(self.content("work/plan.json"))
        plan["version"] = "0.0.9"
        self.write("work/plan.json", json.dumps(plan))
        self.refused("join", "work", says=["plan.json was made by reprise 0.0.9, and this is"])

    def test_a_shard_that_changed(self):
        self.write_shards(2)
        self.phase("keys", "work", "in")
        self.rounds()
        self.write("in/1.jsonl", self.content("in/1.jsonl").replace(b"ba", b"ab", 1))
        self.refused("filter", "work", "-o", "out/", says=["in/1.jsonl: was changed since its keys were made"])
        self.refused("keys", "work", "in", says=["in/1.jsonl: was written to since documents were decided"])

    def test_damaged_and_cut_files(self):
        self.write_shards(2)
        self.phase("keys", "work", "in")
        self.phase("join", "work")
        good = self.content("work/round-1/1-of-1.pairs")
        for bad in (good[:-1], good[:100], b"", good[:2000] + b"\0\0\0\0" + good[2004:], good[64:] + good[:64]):
            self.write("work/round-1/1-of-1.pairs", bad)
            self.refused("verify", "work", says=["work/round-1/1-of-1.pairs: is (damaged|cut short)", "remove it, and run the phase again that makes it"])
        self.write("work/round-1/1-of-1.pairs", self.content("work/keys/000000.keys"))
        self.refused("verify", "work", says=["is the file of another segment or part"])

    def test_shards_of_one_name_are_refused_at_once(self):
        for folder in ("x", "y"):
            self.write(f"{folder}/a.jsonl", b'{"text": "one"}\n')
        self.refused("keys", "work", "x", "y", says=["two inputs would have one name here: x/a.jsonl and y/a.jsonl"])

    def test_the_list_of_one_shard_takes_no_place_of_another(self):
        for name in ("a.jsonl", "a.jsonl.jsonl"):
            self.write(f"in/{name}", b'{"text": "one"}\n{"text": "one"}\n')
        self.phase("keys", "work", "in")
        self.rounds()
        self.refused("filter", "work", "-o", "out/", "--removed", "out/", says=["out/a.jsonl.jsonl: would hold what stays"])
        self.phase("filter", "work", "-o", "out/", "--removed", "gone/")

    def test_relative_inputs_are_those_of_one_folder(self):
        self.write_shards(2)
        self.phase("keys", "work", "in")
        (self.folder / "elsewhere").mkdir()
        outcome = self.reprise("phases", "keys", "../work", cwd=self.folder / "elsewhere")
        self.assertEqual(outcome.code, 2)
        self.assertIn("names its inputs as they are seen from", outcome.err)

    def test_an_output_that_is_an_input(self):
        self.write_shards(2)
        self.phase("keys", "work", "in")
        self.rounds()
        self.refused("filter", "work", "-o", "in/", says=["in/0.jsonl would be overwritten"])


if __name__ == "__main__":
    unittest.main()

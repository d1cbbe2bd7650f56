"""`reprise archive`: documents that are kept between runs, and what they have in common with others."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from support import PROGRAM, ProgramTest, clean_environment, generated_texts, strict_json

ALL = os.environ.get("REPRISE_TEST_ALL") == "1"


class ArchiveTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.texts = generated_texts(40)
        self.old = [{"id": f"old {i}", "text": t, "source": f"outlet {i % 3}"} for i, t in enumerate(self.texts[:30])]
        # Every third text borrows from the one before, and some are copies.
        self.new = [{"id": f"new {i}", "text": t} for i, t in enumerate(self.texts[30:] + self.texts[3:6])]
        self.write_jsonl("old.jsonl", self.old)
        self.write_jsonl("new.jsonl", self.new)

    def archive(self, verb, *arguments, code=0, **options):
        outcome = self.reprise("archive", verb, *arguments, **options)
        self.assertEqual(outcome.code, code, outcome.err)
        return outcome

    def facts(self, verb, *arguments, code=0):
        return strict_json(self.archive(verb, *arguments, "--json", "-", code=code).out)

    def make(self, name="kept"):
        self.archive("create", name)
        self.archive("add", name, "old.jsonl")

    def refused(self, *arguments, says=()):
        self.check_failure(self.reprise("archive", *arguments), 2, *says)


class Answers(ArchiveTest):
    def test_a_query_answers_as_a_comparison_with_all_documents(self):
        self.make()
        found = self.reprise("archive", "query", "kept", "new.jsonl", "--json", "-").out
        self.check_schema(strict_json(found))
        self.assertEqual(self.reprise("compare", "new.jsonl", "--against", "old.jsonl", "--json", "-").out, found)
        self.assertEqual(self.reprise("compare", "new.jsonl", "--against", "kept", "--json", "-").out, found)
        report = strict_json(found)
        copies = {(report["documents"][p["a"]]["id"], report["documents"][p["b"]]["id"]) for p in report["pairs"] if p["jaccard"] == 1}
        self.assertLessEqual({(f"new {10 + i}", f"old {3 + i}") for i in range(3)}, copies)
        self.assertTrue(report["passages"])
        references = [d for d in report["documents"] if d.get("reference")]
        named = {p["b"] for p in report["pairs"]} | {p["b"]["document"] for p in report["passages"]}
        self.assertEqual(len(references), len(named), "others are not in the report")
        self.assertEqual([n["new_words"] for n in report["novelty"]][-3:], [0, 0, 0], "copies")
        self.assertTrue(all(n["new_words"] <= n["words"] for n in report["novelty"]))
        self.assertIn("What is new", self.reprise("archive", "query", "kept", "new.jsonl").out)

    def test_summaries_and_pages_are_those_of_the_comparison(self):
        self.make()
        for options in ((), ("--limit", 2), ("--passage-words", 5)):
            self.assertEqual(self.reprise("archive", "query", "kept", "new.jsonl", *options).out,
                             self.reprise("compare", "new.jsonl", "--against", "old.jsonl", *options).out)
        self.archive("query", "kept", "new.jsonl", "--html", "one.html", "--export", "passages.csv=one.csv", "--quiet")
        self.reprise("compare", "new.jsonl", "--against", "old.jsonl", "--html", "two.html", "--export", "passages.csv=two.csv", "--quiet")
        for name in ("html", "csv"):
            self.assertEqual((self.folder / f"one.{name}").read_bytes(), (self.folder / f"two.{name}").read_bytes())
        self.archive("query", "kept", "new.jsonl", "--json", "report.json", "--quiet")
        self.assertEqual(self.reprise("show", "report.json").out, self.reprise("archive", "query", "kept", "new.jsonl").out)

    def test_standard_input_and_adding_afterwards(self):
        self.make()
        outcome = self.archive("query", "kept", "-", "--add", "--exit-code", code=1, stdin=(self.folder / "new.jsonl").read_bytes())
        self.assertIn("Near-duplicates: ", outcome.out)
        self.assertEqual(self.facts("stats", "kept")["documents"], 43)
        self.assertEqual(self.facts("add", "kept", "new.jsonl")["unchanged"], 13)

    def test_nothing_in_common_is_said(self):
        self.make()
        self.write("alone.txt", "Nobody has ever written this sentence about a lighthouse keeper and his parrot before.")
        outcome = self.archive("query", "kept", "alone.txt", "--exit-code")
        self.assertIn("Nothing of it stands in the references.", outcome.out)
        self.write("empty.txt", "")
        self.archive("query", "kept", "empty.txt")

    def test_a_large_query(self):
        self.make()
        self.write("large.txt", " ".join(self.texts) * 60)
        report = strict_json(self.archive("query", "kept", "large.txt", "--json", "-", "--no-text", timeout=300).out)
        self.assertTrue(report["passages"])


class Changes(ArchiveTest):
    def test_adding_is_idempotent(self):
        self.archive("create", "kept")
        self.assertEqual(self.archive("add", "kept", "old.jsonl").out, "30 documents added\n")
        self.assertEqual(self.archive("add", "kept", "old.jsonl", "new.jsonl").out, "13 documents added; 30 were there already\n")
        self.assertEqual(self.archive("check", "kept").out, "all is as it was written\n")

    def test_other_contents_need_replace(self):
        self.make()
        self.write_jsonl("changed.jsonl", [{"id": "old 3", "text": "Now it says something else."}])
        self.refused("add", "kept", "changed.jsonl", says=["changed.jsonl:1", "--replace"])
        self.assertEqual(self.facts("add", "kept", "changed.jsonl", "--replace")["replaced"], 1)
        self.assertEqual(self.facts("stats", "kept")["documents"], 30)

    def test_removing_by_id_list_and_field(self):
        self.make()
        self.assertEqual(self.facts("remove", "kept", "old 1", "old 2")["removed"], 2)
        self.write("list.txt", "old 4\nold 5\n\n")
        self.assertEqual(self.facts("remove", "kept", "--list", "list.txt")["removed"], 2)
        facts = self.facts("remove", "kept", "--where", "source=outlet 0", "--where", "id=old 9")
        self.assertEqual(facts["removed"], 1)
        self.assertEqual(self.facts("remove", "kept", "--where", "source=outlet 0")["removed"], 9)
        outcome = self.archive("remove", "kept", "old 1", code=3)
        self.assertIn("no document 'old 1'", outcome.err)
        self.archive("compact", "kept")
        stats = self.facts("stats", "kept")
        self.assertEqual((stats["documents"], stats["removed"], stats["segments"]), (16, 0, 1))
        self.archive("check", "kept")

    def test_bad_records_cost_no_good_one(self):
        self.archive("create", "kept")
        self.write("mixed.jsonl", b'{"text": "Good one.", "id": "g"}\n{"text": 7}\n')
        outcome = self.archive("add", "kept", "mixed.jsonl", code=3)
        self.assertEqual(outcome.out, "1 document added\n")
        self.assertIn("mixed.jsonl:2", outcome.err)

    def test_what_can_not_be_is_refused(self):
        self.make()
        self.refused(says=["needs a verb"])
        self.refused("query", says=["name an archive"])
        self.refused("forget", "kept", says=["no verb 'forget'"])
        self.refused("add", "kept", says=["articles.archive today/"])
        self.refused("check", "kept", "old.jsonl", says=["takes an archive alone"])
        self.refused("remove", "kept", says=["--where FIELD=VALUE"])
        self.refused("remove", "kept", "--where", "source", says=["FIELD=VALUE"])
        self.refused("add", "kept", "old.jsonl", "--rebuild", says=["no option --rebuild"])
        self.refused("create", "kept", says=["is there already"])
        self.refused("query", "absent", "new.jsonl", says=["absent: no such folder", "create"])
        self.refused("query", "old.jsonl", "new.jsonl", says=["is no archive"])
        self.refused("create", "other", "--language", "xx", says=["--language"])


class Faults(ArchiveTest):
    def test_an_sqlite_file_of_another_program(self):
        (self.folder / "other").mkdir()
        with sqlite3.connect(self.folder / "other/catalogue.sqlite") as database:
            database.execute("create table notes (text)")
        database.close()
        self.refused("query", "other", "new.jsonl", says=["other/catalogue.sqlite", "another program"])
        self.refused("add", "other", "new.jsonl", says=["another program"])

    def test_another_format_and_other_words_are_refused(self):
        self.make()
        path = self.folder / "kept/catalogue.sqlite"
        with sqlite3.connect(path) as database:
            database.execute("pragma user_version = 9")
        database.close()
        self.refused("stats", "kept", says=["format 9"])

    def test_damage_is_named_and_never_believed(self):
        self.make()
        good = {p: p.read_bytes() for p in sorted((self.folder / "kept/segments").iterdir())}
        answer = self.archive("query", "kept", "new.jsonl", "--json", "-").out
        for path, content in good.items():
            path.write_bytes(content[:4096 // 2] + bytes([content[4096 // 2] ^ 1]) + content[4096 // 2 + 1:])
            outcome = self.archive("check", "kept", code=2)
            self.assertIn(path.name, outcome.err)
            outcome = self.reprise("archive", "query", "kept", "new.jsonl", "--json", "-")
            if outcome.code == 0:
                self.assertEqual(outcome.out, answer, "what it did not need")
            else:
                self.check_failure(outcome, 2, path.name, "archive check")
            path.write_bytes(content)
        os.remove(next(iter(good)))
        self.refused("query", "kept", "new.jsonl", says=["is missing"])

    def test_two_writers(self):
        self.make()
        with self.start("archive", "add", "kept", "-", stdin=subprocess.PIPE) as first:
            for _ in range(200):
                if (self.folder / "kept/lock").read_bytes() == f"process {first.pid} on {os.uname().nodename}".encode():
                    break
                time.sleep(0.05)
            self.refused("add", "kept", "new.jsonl", "--wait", "0.2", says=[f"held by process {first.pid}"])
            self.archive("query", "kept", "new.jsonl")
            with self.start("archive", "add", "kept", "new.jsonl") as second:
                time.sleep(0.2)
                first.communicate(b'{"text": "The last word.", "id": "last"}\n')
                self.assertEqual((first.returncode, second.wait()), (0, 0), "the second waits")
        self.assertEqual(self.facts("stats", "kept")["documents"], 44)

    def test_a_read_only_archive_answers(self):
        self.make()
        shutil.copytree(self.folder / "kept", self.folder / "copy")
        for path in [*(self.folder / "copy").rglob("*"), self.folder / "copy"]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        as_nobody = {"user": 65534} if os.getuid() == 0 else {}
        self.folder.chmod(0o755)
        outcome = self.archive("query", "copy", "new.jsonl", "--json", "-", **as_nobody)
        self.assertEqual(outcome.out, self.archive("query", "kept", "new.jsonl", "--json", "-").out)
        self.check_failure(self.reprise("archive", "add", "copy", "new.jsonl", **as_nobody), 2, "copy")

    def test_killed_at_any_point_it_opens_and_holds_what_was_acknowledged(self):
        self.make()
        draw = random.Random(1)
        acknowledged = {record["id"] for record in self.old}
        for i in range(60 if ALL else 12):
            known = sorted(acknowledged)
            gone = draw.sample(known, 3) if i % 4 == 3 else []
            added = [{"id": f"round {i} {k}", "text": draw.choice(self.texts) + str(k)} for k in range(0 if gone else 5)]
            self.write_jsonl("round.jsonl", added)
            command = ["remove", "kept", *gone] if gone else ["add", "kept", "round.jsonl"]
            with self.start("archive", *command) as process:
                time.sleep(draw.random() * 0.08)
                process.send_signal(signal.SIGKILL)
                out, _ = process.communicate()
            if process.returncode == 0 and out:
                acknowledged = acknowledged - set(gone) | {record["id"] for record in added}
            self.assertEqual(self.archive("check", "kept").out, "all is as it was written\n")
            there = self.ids()
            either = acknowledged | {record["id"] for record in added}
            self.assertLessEqual(there, either)
            self.assertLessEqual(acknowledged - set(gone), there)
            acknowledged = there
        report = strict_json(self.archive("query", "kept", "new.jsonl", "--json", "-").out)
        self.assertTrue(report["passages"])

    def ids(self):
        """Every id of the archive: they are what a comparison has that finds each document in itself."""
        self.write_jsonl("all.jsonl", [{"id": "q", "text": t} for t in self.texts])
        with sqlite3.connect(f"file:{self.folder}/kept/catalogue.sqlite?mode=ro", uri=True) as database:
            count = database.execute("select count(*) from documents").fetchone()[0]
        database.close()
        script = self.folder / "ids.json"
        self.reprise("compare", "all.jsonl", "--against", "kept", "--passage-words", 1, "--json", script, "--quiet")
        ids = {d["id"] for d in json.loads(script.read_text())["documents"] if d.get("reference")}
        self.assertEqual(len(ids), count, "none is half there")
        return ids


class Watch(ArchiveTest):
    """What comes is asked about and added; whoever is killed in between loses nothing."""

    def setUp(self):
        super().setUp()
        self.make()
        (self.folder / "in").mkdir()

    def put(self, name, text):
        """Moves a whole file into the folder, as programs should."""
        self.write(f"away/{name}", text)
        (self.folder / "in" / name).parent.mkdir(exist_ok=True)
        os.rename(self.folder / "away" / name, self.folder / "in" / name)

    def lines_of(self, process, count):
        return [strict_json(process.stdout.readline().decode()) for _ in range(count)]

    def test_records_of_standard_input(self):
        outcome = self.archive("watch", "kept", "-", stdin=(self.folder / "new.jsonl").read_bytes())
        lines = [strict_json(line) for line in outcome.out.splitlines()]
        self.assertEqual([line["id"] for line in lines], [record["id"] for record in self.new])
        copy = lines[-1]
        self.assertEqual((copy["new_words"], copy["near"][0]["jaccard"], copy["near"][0]["id"]), (0, 1, "old 5"))
        self.assertRegex(copy["near"][0]["added"], r"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertEqual(self.facts("stats", "kept")["documents"], 43)
        again = self.archive("watch", "kept", "-", stdin=(self.folder / "new.jsonl").read_bytes())
        self.assertEqual(again.out, "", "what is there already is not told of")

    def test_bad_records_cost_no_good_one(self):
        outcome = self.archive("watch", "kept", "-", code=3, stdin=b'{"text": 7}\n\n{"id": "g", "text": "A good one."}')
        self.assertIn("standard input:1: ", outcome.err)
        self.assertEqual(strict_json(outcome.out)["where"], "standard input:3")

    def test_filters(self):
        content = (self.folder / "new.jsonl").read_bytes()
        self.archive("create", "other")
        self.archive("add", "other", "old.jsonl")
        outcome = self.archive("watch", "kept", "-", "--new-only", stdin=content)
        self.assertTrue(all(not strict_json(line)["near"] for line in outcome.out.splitlines()))
        outcome = self.archive("watch", "other", "-", "--least-share", "0.9", stdin=content)
        self.assertEqual([strict_json(line)["id"] for line in outcome.out.splitlines()], ["new 10", "new 11", "new 12"])
        self.refused("watch", "kept", "-", "--least-share", "2", says=["from 0 to 1"])
        self.refused("watch", "kept", "absent", says=["a folder, or -"])

    def test_files_of_a_folder_as_they_come(self):
        self.put("first.txt", self.texts[0])
        with self.start("archive", "watch", "kept", "in") as process:
            self.assertEqual(self.lines_of(process, 1)[0]["id"], "first.txt")
            self.put("second.txt", self.texts[1])
            self.assertEqual(self.lines_of(process, 1)[0]["near"][0]["id"], "old 1")
            self.put("deep/third.txt", self.texts[1])
            third = self.lines_of(process, 1)[0]
            self.assertEqual({n["id"] for n in third["near"]}, {"old 1", "second.txt"})
            self.put("second.txt", self.texts[2])
            self.assertEqual(self.lines_of(process, 1)[0]["id"], "second.txt", "a new version")
            process.send_signal(signal.SIGTERM)
            self.assertEqual((process.wait(30), process.stdout.read()), (0, b""))
        with self.start("archive", "watch", "kept", "in") as process:
            self.put("fourth.txt", self.texts[3])
            self.assertEqual(self.lines_of(process, 1)[0]["id"], "fourth.txt", "the others were read before")
            process.terminate()
        self.assertEqual(self.facts("stats", "kept")["documents"], 34)
        self.archive("check", "kept")

    def test_killed_it_loses_no_document(self):
        draw = random.Random(2)
        told = set()
        names = [f"{i}.txt" for i in range(24)]
        for name in names:
            self.put(name, draw.choice(self.texts) + name)
        for _ in range(40):
            with self.start("archive", "watch", "kept", "in") as process:
                time.sleep(0.02 + draw.random() * 0.2)
                process.kill()
                out, _ = process.communicate()
            told |= {strict_json(line)["id"] for line in out.decode().splitlines() if line.endswith("}")}
            self.archive("check", "kept")
            if len(told) == len(names):
                break
        with self.start("archive", "watch", "kept", "in") as process:
            self.put("last.txt", "The last of them all, and nobody has read it before.")
            while "last.txt" not in told:
                told.add(self.lines_of(process, 1)[0]["id"])
            process.terminate()
        self.assertEqual(told, {*names, "last.txt"})
        self.assertEqual(self.facts("stats", "kept")["documents"], 30 + len(names) + 1)


LIBRARY = os.environ.get("REPRISE_FAULTS", "")
ERRORS = {"open": "EIO", "read": "EIO", "write": "ENOSPC", "fsync": "EIO", "malloc": "ENOMEM"}


@unittest.skipIf(not LIBRARY, "NOT TESTED: no library that makes calls fail, or sanitizers in its way")
class EveryCallFailsOnce(ArchiveTest):
    COMMANDS = {"add": ["add", "kept", "new.jsonl"], "remove": ["remove", "kept", "old 3", "old 4"], "compact": ["compact", "kept"],
                "query": ["query", "kept", "new.jsonl", "--json", "report.json", "--quiet"], "create": ["create", "fresh"]}
    MOST = 200 if ALL else 5

    def run_with(self, command, **environment):
        return subprocess.run([PROGRAM, "archive", *command], cwd=self.folder, capture_output=True, timeout=60, stdin=subprocess.DEVNULL,
                              env=clean_environment(LD_PRELOAD=LIBRARY, **environment))

    def fresh(self):
        for name in ("kept", "fresh"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        (self.folder / "report.json").unlink(missing_ok=True)
        shutil.copytree(self.folder / "good", self.folder / "kept")

    def test_sweep(self):
        self.make("good")
        for _ in range(6):
            self.archive("add", "good", "old.jsonl")
        for name, command in self.COMMANDS.items():
            self.fresh()
            counts = self.folder / "counts"
            self.assertEqual(self.run_with(command, FAULT_COUNT=str(counts)).returncode, 0)
            made = dict(line.split() for line in counts.read_text().splitlines())
            for kind, error in ERRORS.items():
                calls = int(made[kind])
                for nth in sorted({1 + i * calls // self.MOST for i in range(self.MOST)} & set(range(1, calls + 1))):
                    with self.subTest(command=name, call=kind, nth=nth):
                        self.check_failure_of(command, kind, nth, error)

    def check_failure_of(self, command, kind, nth, error):
        import errno
        self.fresh()
        outcome = self.run_with(command, FAULT_CALL=kind, FAULT_NTH=str(nth), FAULT_ERROR=str(getattr(errno, error)))
        said = outcome.stderr.decode()
        if not (outcome.returncode == -signal.SIGABRT and "out of memory" in said):
            self.assertIn(outcome.returncode, (0, 2, 3), said)
            if outcome.returncode == 2:
                self.assertRegex(said, r"^reprise: \S")
        documents = self.facts("stats", "kept")["documents"]
        self.assertIn(documents, {"add": (30, 43), "remove": (30, 28)}.get(command[0], (30,)))
        if command[0] in ("add", "remove") and outcome.returncode == 0:
            self.assertNotEqual(documents, 30, "what was acknowledged is there")
        self.archive("check", "kept")
        self.assertEqual(self.run_with(command).returncode if command[0] == "add" else 0, 0, "a second try goes through")


if __name__ == "__main__":
    unittest.main()

"""Whatever goes wrong, `reprise dedup` says what and where, loses no good record, and leaves nothing that looks finished."""

import os
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from dedup_support import DedupTest, as_lines, packed, texts_with_copies
from support import PROGRAM, strict_json

NOBODY = 65534
BAD = [b"{", b"[]", b"17", b'{"body": "a"}', b'{"text": 17}', b'{"text": "a" "b"}', b"text", b'{"text": NaN}', b'{"text": "a\tb"}', b"\x00\x01"]


class FaultTest(DedupTest):
    def setUp(self):
        super().setUp()
        self.records = as_lines([{"id": i, "text": text} for i, text in enumerate(texts_with_copies(200))])
        self.write("good.jsonl", b"".join(self.records))

    def kept(self, records):
        """What a run over these records alone keeps."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        subprocess.run([PROGRAM, "dedup", "-", "-o", f"{folder.name}/out.jsonl", "--quiet"], input=b"".join(records), check=True)
        with open(f"{folder.name}/out.jsonl", "rb") as file:
            return file.read()

    def big(self, megabytes=3):
        """Records that don't compress well, so that they fill pipes and small disks; none is a copy."""
        draw = random.Random(1)
        return as_lines([{"text": draw.randbytes(2000).hex()} for _ in range(megabytes * 250)])


class BadRecords(FaultTest):
    def test_bad_lines_are_named_counted_and_listed(self):
        mixed, bad = [], []
        for i, line in enumerate(self.records):
            mixed.append(line)
            if i % 4:
                mixed.append(BAD[i % len(BAD)] + b"\n")
                bad.append(len(mixed))
        self.write("in.jsonl", b"".join(mixed))
        for options in ((), ("--threads", 1)):
            outcome = self.dedup("in.jsonl", "-o", "out.jsonl", "--rejects", "rejects.jsonl", "--json", "summary.json", *options, code=3)
            said = outcome.err.splitlines()
            self.assertEqual([int(line.split(":")[2]) for line in said[:100]], bad[:100])
            self.assertTrue(all(line.startswith("reprise: in.jsonl:") for line in said[:100]))
            self.assertEqual(said[100:], ["reprise: and 50 more problems; --rejects FILE has all that were rejected"])
            rejects = self.objects("rejects.jsonl")
            self.assertEqual([o["where"] for o in rejects], [f"in.jsonl:{number}" for number in bad])
            self.assertEqual(list(rejects[0]), ["where", "what", "remedy"])
            summary = strict_json(self.content("summary.json"))
            self.check_schema(summary)
            self.assertEqual((summary["summary"]["read"], summary["summary"]["rejected"], len(summary["problems"])), (200, 150, 100))
            self.assertEqual(self.content("out.jsonl"), self.kept(self.records))
            self.assertIn("200 documents read: ", outcome.out)
            self.assertIn(", 150 rejected", outcome.out)

    def test_rejected_input_wins_over_copies(self):
        self.write("in.jsonl", b"".join(self.records[:1] * 2) + b"{\n")
        self.assertEqual(self.dedup("in.jsonl", "-o", "out.jsonl", "--exit-code", code=3).err,
                         "reprise: in.jsonl:3: no JSON: its syntax is wrong; write one JSON object a line; for plain text there is --format text\n")

    def test_truncated_archives(self):
        for suffix, what in ((".gz", "the gzip data ends too early"), (".zst", "the Zstandard data ends too early")):
            name = "in.jsonl" + suffix
            whole = packed(name, b"".join(self.records)) * (1 + (suffix == ".zst"))  # two frames, so that something comes before the cut
            for size in (len(whole) - 1, len(whole) * 3 // 4, 5):
                with self.subTest(name, size=size):
                    self.write(name, whole[:size])
                    outcome = self.dedup(name, "good.jsonl", "-o", "out.jsonl", "--quiet", code=3)
                    self.assertEqual(outcome.err, f"reprise: {name}: {what}; what came before was read; fetch the file again\n")
                    self.assertEqual(self.content("out.jsonl"), self.kept(self.records))

    def test_unreadable_files_among_good_ones(self):
        self.write("in/a.jsonl", b"".join(self.records))
        (self.folder / "in/b.jsonl").symlink_to("nowhere")
        (self.folder / "in/c.txt").symlink_to("nowhere")
        for out in ("out/", "out2/"):
            outcome = self.dedup("in", "-o", out, "--quiet", code=3)
            self.assertRegex(outcome.err, r"\Areprise: in/b\.jsonl: can't be opened: .*\nreprise: in/c\.txt: can't be opened: .*\n\Z")
            self.assertEqual(self.content(out + "a.jsonl"), self.kept(self.records))
        self.write("utf16.jsonl", '{"text": "a"}\n'.encode("utf-16"))
        self.assertIn("utf16.jsonl: JSONL in UTF-16 is not read; convert", self.dedup("utf16.jsonl", "-o", "o", "--quiet", code=3).err)

    def test_a_path_that_does_not_exist_is_said_before_any_work(self):
        os.mkfifo(self.folder / "pipe.jsonl")  # reading it would hang
        self.refused("pipe.jsonl", "absent.jsonl", "-o", "out.jsonl", says=["absent.jsonl: no such file or folder; check the path"])

    def test_broken_utf8_and_odd_dates_are_said_and_no_fault(self):
        self.write("in.jsonl", b'{"text": "caf\xe9"}\n' * 20)
        outcome = self.dedup("in.jsonl", "-o", "out.jsonl", "--quiet")
        self.assertRegex(outcome.err, r"\Areprise: in.jsonl: some records hold bytes that are no valid UTF-8.*iconv.*\n\Z")
        self.assertEqual(self.lines("out.jsonl"), [b'{"text": "caf\xe9"}\n'])


class FullDisks(FaultTest):
    def small_disk(self, kilobytes=200):
        path = self.folder / "disk"
        path.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", path], capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("no small disk can be mounted here: " + mounted.stderr.decode().strip())
        self.addCleanup(subprocess.run, ["umount", path], check=True)

    def test_every_output_on_a_full_device(self):
        self.write("bad.jsonl", b"{\n" + b"".join(self.records))
        for option in ("-o", "--removed", "--clusters", "--rejects", "--json"):
            others = {"-o": "o.jsonl", "--removed": "r.jsonl", "--clusters": "c.jsonl", "--rejects": "j.jsonl", "--json": "s.json"}
            others[option] = "/dev/full"
            before = self.files()
            outcome = self.reprise("dedup", "bad.jsonl", "--quiet", *(a for pair in others.items() for a in pair))
            self.assertEqual(outcome.code, 2, option)
            self.assertRegex(outcome.err, r"reprise: /dev/full: can't be written: No space left.*; make room")
            self.assertEqual(self.files(), before, option)
        with open("/dev/full", "wb") as full:
            self.refused("good.jsonl", "-o", "-", stdout=full, says=["standard output: can't be written: No space left"])

    def test_an_output_that_outgrows_the_disk(self):
        self.small_disk()
        self.write("big.jsonl", b"".join(self.big()))
        for out in ("disk/out.jsonl", "disk/out.jsonl.zst", "disk/out/", "disk/deep/out/"):
            self.refused("big.jsonl", "-o", out, "--quiet", says=["can't be written: No space left on device; make room on the disk"])
        self.assertEqual(os.listdir(self.folder / "disk"), [])

    def test_temporary_files_that_outgrow_the_disk(self):
        self.small_disk()
        content = b"".join(self.big())
        says = ["disk: a temporary file can't be written: No space left on device; make room there, or name another folder.*TMPDIR"]
        environment = {"TMPDIR": str(self.folder / "disk")}
        for suffix in (".gz", ".zst"):
            self.write("big.jsonl" + suffix, packed(suffix, content))
            self.refused("big.jsonl" + suffix, "-o", "out.jsonl", "--quiet", environment=environment, says=says)
        self.refused("-", "-o", "out.jsonl", "--quiet", stdin=content, environment=environment, says=says)
        self.refused("-", "-o", "out.txt", "--quiet", "--format", "text", stdin=content, environment=environment, says=says)
        many = as_lines([{"text": f"short text {i}"} for i in range(4000)])
        self.write("many.jsonl", b"".join(many))
        self.refused("many.jsonl", "-o", "out.jsonl", "--quiet", "--memory", "1M", environment=environment, says=says)
        self.dedup("many.jsonl", "-o", "out.jsonl", "--quiet", environment=environment)
        self.assertEqual(os.listdir(self.folder / "disk"), [])

    def test_a_temporary_folder_that_is_none(self):
        for folder in ("absent", "good.jsonl"):
            self.refused("-", "-o", "out.jsonl", stdin=b"".join(self.records), environment={"TMPDIR": str(self.folder / folder)},
                         says=[f"{folder}: temporary files can't be written here: .*; name another folder with the environment variable TMPDIR"])
        if os.getuid() == 0:
            os.chmod(self.folder, 0o777)
            (self.folder / "locked").mkdir(mode=0o755)
            program = shutil.copy(PROGRAM, self.folder / "program")
            self.refused("-", "-o", "out.jsonl", stdin=b"".join(self.records), environment={"TMPDIR": str(self.folder / "locked")}, program=program, user=NOBODY,
                         group=NOBODY, extra_groups=[], says=["locked: temporary files can't be written here: Permission denied"])

    def test_a_folder_that_cannot_be_made(self):
        os.mkfifo(self.folder / "pipe.jsonl")  # reading it would hang
        for out in ("good.jsonl/", "good.jsonl/out/", "/proc/out/"):
            self.refused("pipe.jsonl", "-o", out, says=["the folder can't be made: .*; name a place"])
        for out in ("absent/out.jsonl", "good.jsonl/out.jsonl"):
            self.refused("pipe.jsonl", "-o", out, says=[f"{out}: can't be written: .*; name a place"])
        self.refused("pipe.jsonl", "-o", "new/out/", "--removed", "absent/x", says=["absent/x: can't be written"])
        self.assertFalse((self.folder / "new").exists())


class ClosedPipes(FaultTest):
    def test_it_ends_in_silence(self):
        self.write("big.jsonl", b"".join(self.big()))
        before = self.files()
        for arguments in (("-o", "-"), ("-o", "-", "--removed", "removed.jsonl"), ("-o", "out.jsonl", "--clusters", "-")):
            reader, writer = os.pipe()
            os.close(reader)
            outcome = self.reprise("dedup", "big.jsonl", "good.jsonl", "--quiet", *arguments, stdout=writer)
            os.close(writer)
            self.assertEqual(outcome, (141, "", ""))
            self.assertEqual(self.files(), before)

    def test_head(self):
        self.write("big.jsonl", b"".join(self.big()))
        command = '"$0" dedup big.jsonl -o - --quiet | head -n 1'
        done = subprocess.run(["sh", "-c", command, PROGRAM], cwd=self.folder, capture_output=True, timeout=60)
        self.assertEqual((done.stdout, done.stderr), (self.lines("big.jsonl")[0], b""))


class ChangedInputs(FaultTest):
    def check_changed(self, *names, change, says, out="out.jsonl"):
        """Reads the files, then waits at a pipe while one of them changes. One thread reads in order."""
        os.mkfifo(self.folder / "pipe.jsonl")
        before = self.files()
        with self.start("dedup", *names, "pipe.jsonl", "-o", out, "--removed", "removed.jsonl", "--quiet", "--threads", 1) as process:
            with open(self.folder / "pipe.jsonl", "wb") as pipe:  # goes on once the program has come to it
                change()
                pipe.write(b'{"text": "The last record."}\n')
            _, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 2, err)
        self.assertRegex(err.decode(), says)
        self.assertEqual(self.files(), before)
        os.unlink(self.folder / "pipe.jsonl")

    def append(self, name, content):
        with open(self.folder / name, "ab") as file:
            file.write(content)

    def replace(self):
        self.write("new", b"".join(self.records))
        os.replace(self.folder / "new", self.folder / "a.jsonl")

    def test_records(self):
        says = r"\Areprise: a\.jsonl: was changed while it was read, so nothing was written; start again when nobody writes to it\n\Z"
        for out in ("out.jsonl", "out/"):
            for change in (lambda: self.append("a.jsonl", b'{"text": "One more."}\n'), lambda: os.truncate(self.folder / "a.jsonl", 100),
                           lambda: self.write("a.jsonl", b"".join(self.records)[::-1]), self.replace):
                self.write("a.jsonl", b"".join(self.records))
                self.check_changed("a.jsonl", change=change, says=says, out=out)

    def test_texts(self):
        text = texts_with_copies(1, shortest=100)[0]
        says = r"\Areprise: [ab]\.txt: was changed while it was read"
        self.write("a.txt", text)
        self.write("b.txt", text + " edited")
        self.check_changed("a.txt", "b.txt", change=lambda: self.append("b.txt", b" again"), says=says, out="out/")
        self.write("b.txt", "Another text, which is compared with none.")
        self.check_changed("a.txt", "b.txt", change=lambda: self.append("b.txt", b" again"), says=says, out="out/")


class Limits(FaultTest):
    def limited(self, resource_limit, value, *arguments):
        return self.reprise("dedup", *arguments, preexec_fn=lambda: resource.setrlimit(resource_limit, (value, value)))

    def test_few_open_files_cost_no_copy(self):
        texts = {f"{i}.txt": text.encode() for i, text in enumerate(texts_with_copies(20))}
        for name, text in texts.items():
            self.write("in/" + name, text)
        self.dedup("in", "-o", "whole/", "--quiet")
        codes = set()
        for most in range(4, 24):
            outcome = self.limited(resource.RLIMIT_NOFILE, most, "in", "-o", "out/", "--removed", "removed.jsonl", "--quiet")
            codes.add(outcome.code)
            if outcome.code == 0:
                self.assertEqual([self.content(name.replace("whole/", "out/", 1)) for name in self.files() if name.startswith("whole/")],
                                 [self.content(name) for name in self.files() if name.startswith("whole/")])
            elif outcome.code == 2:
                self.assertRegex(outcome.err, r"Too many open files; (allow more open files, as with ulimit -n|name a place)")
                self.assertFalse((self.folder / "out").exists())
            shutil.rmtree(self.folder / "out", ignore_errors=True)
        self.assertLessEqual({0, 2}, codes)

    def test_a_limit_on_the_size_of_files(self):
        outcome = self.limited(resource.RLIMIT_FSIZE, 1000, "good.jsonl", "-o", "out.jsonl", "--quiet")
        self.check_failure(outcome, 2, "out.jsonl: can't be written: File too large; allow larger files, as with ulimit -f")
        self.assertEqual(self.files(), ["good.jsonl"])

    def test_few_threads_are_fewer_threads(self):
        if os.getuid() != 0:
            self.skipTest("another user is needed, of whom nobody else has threads")
        os.chmod(self.folder, 0o777)
        program = shutil.copy(PROGRAM, self.folder / "program")
        self.dedup("good.jsonl", "-o", "whole.jsonl", "--quiet")
        outcome = self.reprise("dedup", "good.jsonl", "-o", "out.jsonl", "--quiet", "--threads", 16, program=program, user=NOBODY - 1, group=NOBODY,
                               extra_groups=[], preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NPROC, (3, 3)))
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        self.assertEqual(self.content("out.jsonl"), self.content("whole.jsonl"))


class Together(FaultTest):
    OUTPUTS = ("-o", "out.jsonl", "--removed", "removed.jsonl", "--clusters", "clusters.jsonl", "--rejects", "rejects.jsonl", "--json", "summary.json")

    def test_an_output_that_cannot_come_into_its_place_holds_back_all(self):
        for name in self.OUTPUTS[1::2]:
            for old in ("out.jsonl", "summary.json"):
                self.write(old, "old")
            with self.start("dedup", "-", *self.OUTPUTS, "--quiet", stdin=subprocess.PIPE) as process:
                deadline = time.monotonic() + 30
                while sum(".reprise-" in name for name in self.files()) < 5:
                    self.assertLess(time.monotonic(), deadline)
                    time.sleep(0.005)
                (self.folder / name).unlink(missing_ok=True)
                (self.folder / name).mkdir()
                self.write(f"{name}/in the way", "")
                before = [path for path in self.files() if ".reprise-" not in path]
                _, err = process.communicate(b"".join(self.records), timeout=60)
            self.assertEqual(process.returncode, 2)
            self.assertRegex(err.decode(), rf"\Areprise: {name}: can't be written: .*\n\Z")
            self.assertEqual(self.files(), before)
            self.assertEqual({self.content(old) for old in ("out.jsonl", "summary.json") if old != name}, {b"old"})
            shutil.rmtree(self.folder / name)

    def test_two_outputs_of_one_place_by_any_path(self):
        (self.folder / "link").symlink_to("kept.jsonl")
        (self.folder / "here").symlink_to(".")
        for one, other in (("kept.jsonl", "link"), ("kept.jsonl", "here/kept.jsonl"), ("here/link", "kept.jsonl"), ("out/", "here/out")):
            self.refused("good.jsonl", "-o", one, "--removed", other, says=["two outputs would go to .*; give each a place of its own"])
        (self.folder / "list").symlink_to("out/good.jsonl")
        self.refused("good.jsonl", "-o", "out/", "--removed", "list", says=["two outputs would go to list"])


class Signals(FaultTest):
    def waits_until(self, condition):
        deadline = time.monotonic() + 30
        while not condition():
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.005)

    def hidden(self):
        return [name for name in self.files() if "/." in "/" + name]

    def check_signal(self, number, out):
        """Sent while the program waits for more of its input."""
        before = sorted(self.folder.rglob("*"))
        outputs = ("-o", out, "--removed", "removed.jsonl", "--clusters", "clusters.jsonl", "--json", "summary.json")
        with self.start("dedup", "-", *outputs, stdin=subprocess.PIPE) as process:
            process.stdin.write(b"".join(self.records))
            process.stdin.flush()
            self.waits_until(lambda: any(".summary.json." in name for name in self.hidden()))
            process.send_signal(number)
            self.assertEqual(process.communicate(timeout=60), (b"", b""))
        self.assertEqual(process.returncode, -number)
        self.assertEqual(sorted(self.folder.rglob("*")), before)

    def test_signals_while_reading_leave_nothing(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGXCPU):
            for out in ("out.jsonl", "out/", "deep/er/out/"):
                self.check_signal(number, out)

    def test_signals_while_writing_leave_nothing(self):
        self.write("big.jsonl", b"".join(self.big()))
        before = self.files()
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.start("dedup", "big.jsonl", "-o", "-", "--removed", "removed.jsonl", "--quiet") as process:
                self.assertEqual(len(process.stdout.read(1000)), 1000)  # the rest does not fit into the pipe
                process.send_signal(number)
                process.communicate(timeout=60)
            self.assertEqual(process.returncode, -number)
            self.assertEqual(self.files(), before)

    def test_signals_at_any_time_leave_all_or_nothing(self):
        for name in ("a.jsonl.gz", "b.jsonl.zst", "deep/c.jsonl"):
            self.write("in/" + name, packed(name, b"".join(self.big(1) + self.records)))
        before = self.files()
        mirrored = [name.replace("in/", "out/") for name in before if name.startswith("in/")]
        draw = random.Random(2)
        for _ in range(12):
            with self.start("dedup", "in", "-o", "out/", "--quiet") as process:
                time.sleep(draw.uniform(0.01, 0.25))
                process.send_signal(signal.SIGTERM)
                process.communicate(timeout=60)
            self.assertIn(process.returncode, (0, -signal.SIGTERM))
            self.assertEqual(self.files(), sorted(before + (mirrored if (self.folder / "out").exists() else [])))
            shutil.rmtree(self.folder / "out", ignore_errors=True)

    def kill(self, *outputs):
        before = set(self.hidden())
        with self.start("dedup", "-", *outputs, stdin=subprocess.PIPE) as process:
            self.waits_until(lambda: len(set(self.hidden()) - before) == len(outputs) // 2)
            process.kill()
            process.communicate(timeout=60)
        return sorted(set(self.hidden()) - before)

    def test_what_kill_9_leaves_the_next_run_names_and_removes(self):
        before = self.files()
        left = self.kill("-o", "out.jsonl", "--removed", "removed.jsonl")
        self.assertEqual([name.split(".reprise-")[0] for name in left], [".out.jsonl", ".removed.jsonl"])
        self.assertEqual(self.files(), sorted(before + left))
        self.dedup("good.jsonl", "-o", "another.jsonl", "--quiet")  # another output is none of its business
        self.assertEqual(self.hidden(), left)
        outcome = self.dedup("good.jsonl", "-o", "out.jsonl", "--removed", "removed.jsonl", "--quiet")
        self.assertEqual(outcome.err, "".join(f"reprise: {name}: removed; a run that was killed had left it\n" for name in left))
        self.assertEqual(self.hidden(), [])

    def test_what_kill_9_leaves_in_a_folder(self):
        for name in ("a.jsonl", "deep/b.jsonl"):
            self.write("in/" + name, b"".join(self.big(2)))
        with self.start("dedup", "in", "-", "-o", "out/", stdin=subprocess.PIPE) as process:
            process.kill()
            process.communicate(timeout=60)
        # What such a run would have left, were it slower: two files of a process that has ended.
        mark = self.kill("-o", "x")[0].removeprefix(".x").rsplit("-", 1)[0]
        left = [f"out/.a.jsonl{mark}-abcdef", f"out/deep/.b.jsonl{mark}-abcdef"]
        for name in left:
            self.write(name, "half")
        self.write("out/.hidden", "somebody else's")
        outcome = self.dedup("in", "-o", "out/", "--quiet")
        self.assertEqual(outcome.err, "".join(f"reprise: {name}: removed; a run that was killed had left it\n" for name in left))
        self.assertEqual([name for name in self.files() if name.startswith("out/")], ["out/.hidden", "out/a.jsonl", "out/deep/b.jsonl"])

    def test_a_run_that_goes_on_keeps_its_hidden_files(self):
        with self.start("dedup", "-", "-o", "out.jsonl", "--quiet", stdin=subprocess.PIPE) as process:
            self.waits_until(self.hidden)
            self.assertEqual(self.dedup("good.jsonl", "-o", "out.jsonl", "--quiet"), (0, "", ""))
            self.assertEqual(self.communicate(process), (b"", b""))
        self.assertEqual((process.returncode, self.content("out.jsonl"), self.hidden()), (0, self.records[0], []))

    def communicate(self, process):
        return process.communicate(self.records[0], timeout=60)

    def test_an_old_output_outlives_a_failure(self):
        self.write("out.jsonl", "old")
        self.check_signal(signal.SIGTERM, "out.jsonl")
        with open("/dev/full", "wb") as full:
            self.refused("good.jsonl", "-o", "out.jsonl", "--removed", "-", stdout=full, says=["No space left"])
        self.assertEqual(self.content("out.jsonl"), b"old")


if __name__ == "__main__":
    unittest.main()

"""The command line: help, defaults, wrong use said before any work, configuration, exit codes, and the terminal."""

import fcntl
import os
import pty
import re
import struct
import termios
import unittest

from support import COMMANDS, SAMPLES, ProgramTest

COPY = "The harbour of Ostrell closed for nine days after the storm, and 40 boats were lost.\n"


class Help(ProgramTest):
    def test_help_shows_every_option_with_its_default(self):
        defaults = {"format": "auto", "text-field": "text", "id-field": "id", "title-field": "title", "source-field": "source",
                    "date-field": "date", "url-field": "url", "threshold": "0.5", "shingles": "words", "shingle-size": "5",
                    "sketch-slots": "128", "seed": "1", "floor": "0.01", "limit": "10", "color": "auto", "threads": "0"}
        switches = ["json", "config", "metadata", "quiet", "no-text", "timings", "exit-code", "chain", "help", "version"]
        for command in COMMANDS:
            outcome = self.reprise(command, "--help")
            self.assertEqual((outcome.code, outcome.err), (0, ""))
            shown = dict(re.findall(r"^  --([\w-]+)(?:.*?\(=(.*?)\))?", outcome.out, re.M))
            self.assertLessEqual(defaults.items(), shown.items())
            self.assertEqual([name for name in switches if shown.get(name) != ""], [])
            self.assertNotRegex(outcome.out, r"\d\.\d{6}", "defaults stand as a person writes them")

    def test_every_option_that_takes_a_number_or_a_word_shows_a_default(self):
        without = re.findall(r"^  --([\w-]+) (?!.*\(=)[A-Za-z|-]+  ", self.reprise("compare", "--help").out, re.M)
        self.assertEqual(without, ["metadata", "encoding", "against", "ignore", "skip-same", "model", "vector-cache", "judge-command",
                                   "judge-cache", "html", "json", "explain", "preset", "config"])

    def test_help_shows_the_defaults_that_reports_echo(self):
        self.write("a.txt", COPY)
        shown = dict(re.findall(r"^  --([\w-]+) .*?\(=(.*?)\)", self.reprise("compare", "--help").out, re.M))
        options = self.report("compare", "a.txt")["options"]
        numbers = {k.replace("_", "-"): v for k, v in options.items() if v is not None and not isinstance(v, bool)}
        both = shown.keys() & numbers.keys()  # a few are of the library alone
        self.assertGreaterEqual(len(both), 12)
        self.assertEqual({k: str(numbers[k]) for k in both}, {k: shown[k] for k in both})

    def test_general_help_names_the_commands(self):
        for arguments in (("--help",), ("help",)):
            outcome = self.reprise(*arguments)
            self.assertEqual((outcome.code, outcome.err), (0, ""))
            for command in COMMANDS:
                self.assertRegex(outcome.out, rf"(?m)^  {command} ")

    def test_help_of_a_command_in_every_way_to_ask_for_it(self):
        for command in (*COMMANDS, "dedup", "serve", "show", "manual", "completion"):
            said = self.reprise(command, "--help")
            self.assertRegex(said.out, rf"\Ausage: reprise {command} ")
            for arguments in ((command, "-h"), ("help", command)):
                self.assertEqual(self.reprise(*arguments), said)
        self.assertEqual(self.reprise("compare", "absent", "-h"), self.reprise("compare", "--help"))
        self.assertEqual(self.reprise("help", "--help"), self.reprise("--help"))
        self.check_failure(self.reprise("help", "comapre"), 2, "no command 'comapre'; did you mean compare\\?")
        self.write("-h", "A file may be called so.")
        self.assertRegex(self.reprise("compare", "--", "-h").out, "1 document")

    def test_version(self):
        for arguments in (("--version",), ("compare", "--version")):
            outcome = self.reprise(*arguments)
            self.assertEqual((outcome.code, outcome.err), (0, ""))
            self.assertRegex(outcome.out, r"\Areprise \d+\.\d+\.\d+\n\Z")

    def test_help_that_cannot_be_written_is_an_error(self):
        for arguments in (("--help",), ("compare", "--help"), ("--version",)):
            with open("/dev/full", "wb") as full:
                self.check_failure(self.reprise(*arguments, stdout=full), 2, "standard output", "No space left")


class WrongUse(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt", COPY)
        self.write("b.txt", COPY)

    def check_refused(self, *arguments, says=()):
        with self.subTest(arguments):
            self.check_failure(self.reprise(*arguments), 2, *says)

    def test_commands(self):
        self.check_refused(says=["no command", "reprise compare FOLDER"])
        self.check_refused("comapre", "a.txt", says=["no command 'comapre'", "did you mean compare\\?"])
        self.check_refused("frobnicate", says=["no command 'frobnicate'", "compare, matrix, passages, points, dedup, archive, serve, phases, show, embed, doctor, manual and completion"])
        self.check_refused("compare", says=["nothing to read", "name files or folders"])

    def test_a_path_without_a_command_is_compared(self):
        self.assertEqual(self.reprise("."), self.reprise("compare", "."))
        self.assertEqual(self.reprise("a.txt", "b.txt", "--limit", "1"), self.reprise("compare", "a.txt", "b.txt", "--limit", "1"))
        self.write("points/c.txt", COPY)
        self.check_refused("points", says=["nothing to read"])  # a command is one, whatever lies there
        self.check_refused("./absent", says=["'./absent' is no command, and no file or folder; check the path"])
        self.check_refused("absent.txt", "a.txt", says=["'absent.txt' is no command, and no file or folder"])

    def test_options_before_the_command(self):
        for option in ("--html", "-o", "--threshold=0.5", "--frobnicate"):
            self.check_refused(option, "a.txt", says=[f"{option} comes behind the command, as in 'reprise compare FOLDER --html page.html'"])
        for option, meant in (("--hepl", "--help"), ("-V", "--version"), ("--versoin", "--version")):
            self.check_refused(option, says=[f"no option {option} without a command; did you mean {meant}\\?"])
        self.check_refused("version", says=["did you mean --version\\?"])

    def test_habits_of_other_programs(self):
        for option in ("-o", "--output", "--out"):
            self.check_refused("compare", "a.txt", option, "report.html", says=[f"no option {option}; did you mean --html or --json\\?"])
            self.check_refused("show", "a.json", option, "report.html", says=["did you mean --html\\?"])
        self.check_refused("compare", "a.txt", "-q", says=["did you mean --quiet\\?"])

    def test_options(self):
        self.check_refused("compare", "a.txt", "--treshold", "0.5", says=["no option --treshold", "did you mean --threshold\\?"])
        self.check_refused("compare", "a.txt", "--qiet", says=["did you mean --quiet\\?"])
        self.check_refused("compare", "a.txt", "--zzzzzzzzzz", says=["no option --zzzzzzzzzz"])
        self.check_refused("compare", "a.txt", "--threads", says=["--threads"])
        self.check_refused("compare", "a.txt", "--quiet", "--quiet=maybe", says=["quiet"])
        self.check_refused("compare", "a.txt", "--seed", "1", "--seed", "2", says=["seed"])

    def test_what_was_typed_cannot_drive_a_terminal(self):
        for arguments in (["\x1b[31m"], ["compare", "a.txt", "--\x1b[31m"], ["compare", "a.txt", "--limit", "\x1b[31m"], ["compare", "\x1b[31m"],
                          ["compare", "a.txt", "--json", "\x1b[31m/x"], ["compare", "a.txt", "--config", "\x1b[31m"]):
            self.check_refused(*arguments, says=[r"\A([ -~]*\n)+\Z"])

    def test_guesses_begin_as_what_was_typed(self):
        self.check_refused("compare", "a.txt", "--exp", says=["no option --exp; did you mean --export, --explain or --explain-options\\?"])
        self.check_refused("compare", "a.txt", "--skip", says=["did you mean --skip-same or --skip-quotations\\?"])
        self.check_refused("compare", "a.txt", "--QUIET", says=["did you mean --quiet\\?"])
        self.check_refused("compare", "a.txt", "--s", says=["no option --s\n"])

    def test_an_option_is_no_value_of_the_one_before(self):
        self.check_refused("compare", "a.txt", "--html", "--json", "x", says=["--html lacks its value: --json is an option"])
        self.check_refused("compare", "a.txt", "--html", "--json=x", says=["--html lacks its value: --json=x is an option"])
        self.check_refused("dedup", "a.txt", "-o", "--quiet", says=["--output lacks its value: --quiet is an option"])
        self.assertEqual(self.files(), ["a.txt", "b.txt"])
        self.assertEqual(self.reprise("compare", "a.txt", "--html=--json", "--quiet").code, 0)

    def test_an_empty_path(self):
        for command in (*COMMANDS, "dedup", "show"):
            self.check_refused(command, "", says=["one of the paths is empty"])

    def test_shortened_flags_are_refused(self):
        for flag in ("--thresh=0.5", "--thre", "--js", "--qui", "--no-te", "--ver", "--hel"):
            self.check_refused("compare", "a.txt", flag, says=["no option"])

    def test_single_dashes_are_no_files(self):
        self.assertEqual(self.reprise("compare", "-h").out, self.reprise("compare", "--help").out)
        for flag in ("-j", "-q", "-V"):
            self.check_refused("compare", "a.txt", flag, says=["no option " + flag])
        for name in ("-dash.txt", "--dash.txt"):
            self.write(name, "A file may be called so.")
            for command in ("compare", "dedup"):
                self.check_refused(command, name, says=[f"no option {name}; for the file of that name: \\./{name}\n"])
        self.assertEqual(self.reprise("compare", "--", "-dash.txt").code, 0)

    def test_an_output_that_is_standard_input(self):
        path = self.write_jsonl("in.jsonl", [{"text": "A record."}])
        with open(path) as stdin:
            process = self.start("compare", "-", "--json", "in.jsonl", stdin=stdin)
            _, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 2)
        self.assertIn("is an input as well", err.decode())
        self.assertEqual(path.read_text(), '{"text": "A record."}\n')

    def test_numbers(self):
        counts = ("--threads", "--limit", "--shingle-size", "--sketch-slots", "--seed", "--passage-words", "--passage-seed",
                  "--passage-gap")
        for option in counts:
            for value in ("-1", "1.5", "nan", "x", " 1", "1e3", "99999999999999999999999"):
                self.check_refused("matrix", "a.txt", f"{option}={value}", says=[option, "whole number"])
        for option in ("--threshold", "--floor", "--passage-identity", "--point-score"):
            for value in ("nan", "inf", "-inf", "x", "0.5x", "0,5"):
                self.check_refused("matrix", "a.txt", f"{option}={value}", says=[option, "takes a number"])
        self.check_refused("matrix", "a.txt", "--threads=", says=["--threads"])
        for value in ("-0.5", "1.5"):
            self.check_refused("matrix", "a.txt", f"--floor={value}", says=["the floor of matrices must be between 0 and 1"])
        for value in ("0", "-0.5", "1.5"):
            self.check_refused("matrix", "a.txt", f"--threshold={value}", says=["threshold must be above 0 and at most 1"])
        for option in ("--shingle-size", "--sketch-slots", "--passage-seed"):
            self.check_refused("matrix", "a.txt", option, "0", says=["at least one|1 to 65,536"])

    def test_numbers_at_the_edge_are_taken(self):
        largest = 4294967295
        for option, value in (("--threshold", 1), ("--shingle-size", largest), ("--sketch-slots", 1), ("--sketch-slots", 65536),
                              ("--limit", 0), ("--limit", 18446744073709551615), ("--passage-words", largest),
                              ("--passage-words", 0), ("--passage-gap", 1000), ("--passage-gap", 0), ("--passage-seed", 1),
                              ("--passage-seed", largest), ("--seed", 18446744073709551615), ("--point-score", 1),
                              ("--passage-identity", 0), ("--passage-identity", 1)):
            with self.subTest(option, value=value):
                outcome = self.reprise("compare", SAMPLES, option, value)
                self.assertEqual((outcome.code, outcome.err), (0, ""))

    def test_threads(self):
        plain = self.reprise("compare", "a.txt", "b.txt").out
        for threads in (0, 1, 1024):
            self.assertEqual(self.reprise("compare", "a.txt", "b.txt", "--threads", threads), (0, plain, ""))
        for threads in (1025, 1000000):
            self.check_refused("compare", "a.txt", "--threads", threads, says=["threads must be at most 1,024"])
        self.check_refused("compare", "a.txt", "--threads", "-1", says=["--threads takes a whole number, 0 or more, not '-1'"])

    def test_choices(self):
        self.check_refused("compare", "a.txt", "--format", "xml", says=["auto\\|text\\|jsonl", "'xml'"])
        self.check_refused("compare", "a.txt", "--shingles", "lines", says=["words\\|characters", "'lines'"])
        self.check_refused("compare", "a.txt", "--language", "klingon",
                           says=["--language takes auto, en, de, fr, es, pt, or the name of a stemmer, as in danish, not 'klingon'"])
        self.check_refused("compare", "a.txt", "--color", "mauve", says=["--color takes auto\\|always\\|never, not 'mauve'"])
        self.check_refused("compare", "a.txt", "--colour", "always", says=["did you mean --color\\?"])

    def test_missing_path_is_said_before_any_work(self):
        # A named pipe that nobody writes: reading it first would hang.
        os.mkfifo(self.folder / "pipe.txt")
        for command in COMMANDS:
            self.check_refused(command, "pipe.txt", "a.txt", "absent.txt", "--json", "out.json",
                               says=["absent.txt: no such file or folder; check the path"])
        self.assertEqual(self.files(), ["a.txt", "b.txt", "pipe.txt"])

    def test_standard_input_is_read_once(self):
        self.check_refused("compare", "-", "-", says=["only once"])

    def test_an_output_that_is_an_input_as_well(self):
        self.write("in/c.txt", COPY)
        self.write("in/metadata.csv", "file,title\nc.txt,The harbour\n")
        self.write("table.csv", "file,title\na.txt,The harbour\n")
        self.write("settings", "threshold = 0.5\n")
        (self.folder / "link.txt").symlink_to("a.txt")
        os.link(self.folder / "a.txt", self.folder / "hard.txt")
        before = {name: (self.folder / name).read_bytes() for name in self.files()}
        for output in ("a.txt", "./a.txt", "link.txt", "hard.txt", "in/c.txt", "in/metadata.csv", "table.csv", "settings"):
            self.check_refused("compare", "a.txt", "in", "--metadata", "table.csv", "--config", "settings", "--json", output,
                               says=[re.escape(output) + " is an input as well"])
        self.assertEqual({name: (self.folder / name).read_bytes() for name in self.files()}, before)

    def test_an_empty_output_path(self):
        self.check_refused("compare", "a.txt", "--json", "", says=["json|empty path"])


class Configuration(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt", COPY)

    def test_names_of_the_flags_and_comments(self):
        self.write("settings", "# tuned\nthreshold = 0.75\nkeep-case = true\nshingles=characters\nquiet = true\n\n")
        outcome = self.reprise("compare", "a.txt", "--config", "settings")
        self.assertEqual(outcome, (0, "", ""))
        options = self.report("compare", "a.txt", "--config", "settings")["options"]
        self.assertEqual([options[k] for k in ("threshold", "fold_case", "shingles")], [0.75, False, "characters"])

    def test_the_command_line_wins(self):
        self.write("settings", "threshold = 0.75\nseed = 9\n")
        for arguments in (("--threshold", "0.9", "--config", "settings"), ("--config", "settings", "--threshold", "0.9")):
            options = self.report("compare", "a.txt", *arguments)["options"]
            self.assertEqual((options["threshold"], options["seed"]), (0.9, 9))

    def test_mistakes(self):
        for content, message in (("treshold = 0.5\n", "settings: there is no option --treshold; did you mean --threshold\\?"),
                                 ("threshold = nan\n", "--threshold takes a number, not 'nan'"),
                                 ("threads = -1\n", "--threads takes a whole number"),
                                 ("thresh = 0.5\n", "settings: there is no option --thresh"),
                                 ("threshold 0.5\n", "settings: ")):
            with self.subTest(content):
                self.write("settings", content)
                self.check_failure(self.reprise("compare", "a.txt", "--config", "settings"), 2, message)

    def test_a_file_as_editors_of_windows_and_toml_write_it(self):
        self.write("settings", b'\xef\xbb\xbfthreshold = "0.9"\r\ntext-field = "content"\r\n')
        self.write_jsonl("in.jsonl", [{"content": COPY}])
        report = self.report("matrix", "in.jsonl", "--config", "settings")
        self.assertEqual((report["options"]["threshold"], len(report["documents"])), (0.9, 1))
        self.write("settings", b"\xef\xbbthreshold = 0.9\n")
        self.check_failure(self.reprise("matrix", "in.jsonl", "--config", "settings"), 2, "no option")

    def test_a_file_that_cannot_be_read(self):
        self.write("folder/x.txt", "")
        for name in ("absent", "folder"):
            outcome = self.reprise("compare", "a.txt", "--config", name)
            self.check_failure(outcome, 2, f"{name}: the configuration can't be read; check the path")


class ExitCodes(ProgramTest):
    def test_quiet_says_nothing_and_still_writes(self):
        outcome = self.reprise("compare", SAMPLES, "--quiet", "--json", "out.json")
        self.assertEqual(outcome, (0, "", ""))
        self.assertEqual(self.files(), ["out.json"])

    def test_exit_code_tells_whether_something_was_found(self):
        self.write("same/a.txt", COPY)
        self.write("same/b.txt", COPY)
        self.write("other/a.txt", COPY)
        self.write("other/b.txt", "Plum jam wants patience, sugar, and a wide pan.\n")
        for command in COMMANDS:
            self.assertEqual(self.reprise(command, SAMPLES, "--exit-code").code, 1, command)
            self.assertEqual(self.reprise(command, SAMPLES).code, 0, command)
            self.assertEqual(self.reprise(command, "other", "--exit-code").code, 0, command)
        self.assertEqual(self.reprise("compare", "same", "--exit-code").code, 1)
        self.assertEqual(self.reprise("passages", "same", "--exit-code").code, 1)
        self.assertEqual(self.reprise("points", "same", "--exit-code").code, 0)

    def test_rejected_input_wins_over_something_found(self):
        self.write_jsonl("in.jsonl", [{"text": COPY}, {"text": COPY}, {}])
        self.assertEqual(self.reprise("compare", "in.jsonl", "--exit-code").code, 3)


class Terminal(ProgramTest):
    def on_terminal(self, *arguments, columns=80, **environment):
        """What the program writes when standard output is a terminal of that width."""
        main, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        process = self.start(*arguments, stdout=terminal, environment={"TERM": "xterm-256color", **environment})
        os.close(terminal)
        out = b""
        with process, os.fdopen(main, "rb", buffering=0) as reader:
            try:
                while block := reader.read(65536):
                    out += block
            except OSError:  # the other end is closed
                pass
        self.assertEqual(process.returncode, 0)
        return out.decode().replace("\r\n", "\n")

    def widest(self, out):
        return max(map(len, out.splitlines()))

    def test_the_width_is_80_when_nobody_says_otherwise(self):
        self.assertIn(self.widest(self.reprise("compare", SAMPLES).out), range(75, 81))
        for columns in ("", "0", "-5", "wide", "1e2", "99999999999999999999999"):
            out = self.reprise("compare", SAMPLES, environment={"COLUMNS": columns}).out
            self.assertIn(self.widest(out), range(75, 81), columns)

    def test_columns_in_the_environment_win(self):
        self.assertIn(self.widest(self.reprise("compare", SAMPLES, environment={"COLUMNS": "50"}).out), range(45, 51))
        self.assertIn(self.widest(self.on_terminal("compare", SAMPLES, columns=120, COLUMNS="50", NO_COLOR="1")), range(45, 51))
        self.assertLessEqual(self.widest(self.reprise("compare", SAMPLES, environment={"COLUMNS": "7"}).out), 40)

    def test_help_is_as_wide_as_can_be_read(self):
        for command in (*COMMANDS, "dedup", "show"):
            words = self.reprise(command, "--help").out.split()
            for columns, limit in ((40, 60), (60, 60), (75, 75), (100, 100), (250, 100)):
                for said in (self.reprise(command, "--help", environment={"COLUMNS": str(columns)}).out,
                             self.on_terminal(command, "--help", columns=columns)):
                    self.assertIn(self.widest(said), range(limit - 15, limit + 1))
                    self.assertNotRegex(said, r"(?m) $|\n\n\n")
                    self.assertEqual(re.sub(r"\|\n +", "|", said).split(), words)
            self.assertLessEqual(self.widest(self.reprise(command, "--help").out), 80)

    def test_colour_on_a_terminal(self):
        for command in COMMANDS:
            coloured = self.on_terminal(command, SAMPLES, columns=100)
            self.assertIn("\x1b[", coloured)
            for line in coloured.splitlines():
                self.assertEqual(re.sub(r"\x1b\[[1-9][0-9;]*m[^\x1b]+\x1b\[0m", "", line).count("\x1b"), 0, line)
        coloured = self.on_terminal("points", SAMPLES, columns=100)  # passages have brackets instead of colours
        plain = self.on_terminal("points", SAMPLES, columns=100, NO_COLOR="1")
        self.assertEqual(re.sub(r"\x1b\[[0-9;]*m", "", coloured), plain)

    def test_no_colour_where_nobody_wants_it(self):
        for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": ""}):
            self.assertNotIn("\x1b", self.on_terminal("compare", SAMPLES, **environment))
        self.assertIn("\x1b", self.on_terminal("compare", SAMPLES, NO_COLOR=""))
        self.assertNotIn("\x1b", self.reprise("compare", SAMPLES, environment={"TERM": "xterm-256color"}).out)

    def test_what_color_says_wins(self):
        self.assertNotIn("\x1b", self.on_terminal("compare", SAMPLES, "--color", "never"))
        always = self.reprise("compare", SAMPLES, "--color=always", environment={"NO_COLOR": "1", "TERM": "dumb"}).out
        self.assertIn("\x1b[", always)
        self.assertNotIn("[-", always)
        self.assertIn("[-sits-]{+lies+}", self.reprise("compare", SAMPLES, "--color", "auto").out)
        self.write("settings", "color = always\n")
        self.assertEqual(self.reprise("compare", SAMPLES, "--config", "settings").out, always)

    def test_lines_keep_to_the_width_and_lose_no_word(self):
        lists = lambda out: out[out.index("\nNear-duplicates"):]  # what stands before is made to fit: names and labels are cut
        unwrapped = lists(self.reprise("compare", SAMPLES, environment={"COLUMNS": "100000"}).out)
        self.assertGreater(self.widest(unwrapped), 200)
        for columns in (40, 60, 80, 100, 200):
            out = self.on_terminal("compare", SAMPLES, columns=columns, NO_COLOR="1")
            self.assertLessEqual(self.widest(out), columns)
            self.assertEqual(lists(out).split(), unwrapped.split())


if __name__ == "__main__":
    unittest.main()

"""reprise doctor: what the machine gives, for people and for programs."""

import os
import unittest

from support import ProgramTest, strict_json


class Doctor(ProgramTest):
    def test_for_people(self):
        outcome = self.reprise("doctor")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        version = self.reprise("--version").out.split()[1]
        self.assertRegex(outcome.out, rf"(?m)^  reprise +{version}$")
        for name in ("SIMD", "threads", "memory", "temporary folder", "open files", "pdftotext"):
            self.assertRegex(outcome.out, rf"(?m)^  {name} +\S")
        self.assertLessEqual(max(map(len, outcome.out.splitlines())), 80)

    def test_for_programs(self):
        facts = strict_json(self.reprise("doctor", "--json", "-").out)
        self.assertEqual(list(facts), ["schema", "versions", "machine", "programs", "limits"])
        self.assertEqual(facts["schema"], "reprise.doctor/1")
        self.assertIn(facts["machine"]["simd"]["chosen"], facts["machine"]["simd"]["available"])
        self.assertGreaterEqual(facts["machine"]["threads"], 1)
        self.assertEqual(facts["limits"]["threads"], 1024)
        self.reprise("doctor", "--json", "facts.json")
        self.assertEqual(list(strict_json((self.folder / "facts.json").read_text())), list(facts))

    def test_a_program_that_is_not_there(self):
        environment = {"PATH": str(self.folder)}
        self.assertIn("not there", self.reprise("doctor", environment=environment).out)
        self.assertIsNone(strict_json(self.reprise("doctor", "--json", "-", environment=environment).out)["programs"]["pdftotext"])
        program = self.write("pdftotext", "#!/bin/sh\n")
        os.chmod(program, 0o755)
        found = strict_json(self.reprise("doctor", "--json", "-", environment=environment).out)
        self.assertEqual(found["programs"]["pdftotext"], str(self.folder / "pdftotext"))

    def test_without_a_temporary_folder(self):
        outcome = self.reprise("doctor", environment={"TMPDIR": str(self.folder / "none")})
        self.assertEqual(outcome.code, 0)
        self.assertIn("name one with TMPDIR", outcome.out)

    def test_wrong_use(self):
        self.check_failure(self.reprise("doctor", "here"), 2, "takes no paths")
        self.check_failure(self.reprise("doctor", "--jsn"), 2, "--json")


if __name__ == "__main__":
    unittest.main()

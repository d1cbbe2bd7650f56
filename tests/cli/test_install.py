"""What a user of the library does: install, find_package, build the README's example, run it."""

import re
import subprocess
import unittest
from pathlib import Path

from support import PROGRAM, SAMPLES, SOURCE, ProgramTest, clean_environment, strict_json

PROJECT = """\
cmake_minimum_required(VERSION 3.22)
project(example LANGUAGES CXX)
find_package(reprise REQUIRED)
add_executable(example main.cpp)
target_link_libraries(example PRIVATE reprise::reprise)
"""


def example():
    """The first C++ block of the README that is a whole program."""
    readme = SOURCE / "README.md"
    blocks = re.findall(r"^```cpp\n(.*?)^```", readme.read_text(), re.M | re.S) if readme.exists() else []
    return next((block for block in blocks if "main(" in block), None)


class Install(ProgramTest):
    def call(self, *command, folder=None):
        done = subprocess.run([str(c) for c in command], cwd=folder or self.folder, text=True, timeout=600,
                              env=clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertEqual(done.returncode, 0, done.stdout)
        return done.stdout

    def setUp(self):
        super().setUp()
        self.prefix = self.folder / "prefix"
        self.call("cmake", "--install", Path(PROGRAM).parent, "--prefix", self.prefix)

    def test_the_installed_program_runs(self):
        installed = self.prefix / "bin/reprise"
        self.assertEqual(self.call(installed, "compare", SAMPLES), self.reprise("compare", SAMPLES).out)
        self.assertTrue((self.prefix / "share/reprise/report.schema.json").stat().st_size > 0)

    def test_installed_headers_need_nothing_that_is_not_installed(self):
        headers = sorted(str(p.relative_to(self.prefix / "include")) for p in (self.prefix / "include").rglob("*.h"))
        self.assertIn("reprise/compare.h", headers)
        self.write("all.cpp", "".join(f'#include "{header}"\n' for header in headers))
        self.call("c++", "-std=c++20", "-fsyntax-only", "-I", self.prefix / "include", "all.cpp")

    def test_the_example_of_the_readme_builds_and_runs(self):
        program = example()
        if program is None:
            self.skipTest("NOT TESTED: README.md holds no ```cpp block with a main()")
        cache = (Path(PROGRAM).parent / "CMakeCache.txt").read_text()
        sanitizers = re.search(r"^REPRISE_SANITIZE:\w+=(.*)$", cache, re.M).group(1)
        flags = [f"-DCMAKE_CXX_FLAGS=-fsanitize={sanitizers}"] if sanitizers else []
        self.write("main.cpp", program)
        self.write("CMakeLists.txt", PROJECT)
        self.call("cmake", "-S", ".", "-B", "build", "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={self.prefix}", "-DCMAKE_BUILD_TYPE=Debug", *flags)
        self.call("cmake", "--build", "build")
        out = self.call(self.folder / "build/example", SAMPLES)
        report = out[out.find("{"):]
        if report:
            self.assertEqual(len(strict_json(report)["documents"]), 27)
        self.assertIn("plant-1-norvane-wire.txt ~ plant-2-tollandry-times.txt", out)


if __name__ == "__main__":
    unittest.main()

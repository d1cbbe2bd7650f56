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

    def headers(self):
        include = self.prefix / "include"
        return sorted(str(path.relative_to(include)) for path in include.rglob("*") if path.is_file())

    def system_headers_without(self, *hidden):
        """A folder like /usr/include in which some names are missing, and the flags to compile with it alone."""
        farm = self.folder / "include"
        farm.mkdir()
        for entry in Path("/usr/include").iterdir():
            if entry.name not in hidden:
                (farm / entry.name).symlink_to(entry)
        verbose = subprocess.run(["c++", "-E", "-x", "c++", "-v", "/dev/null"], text=True, capture_output=True).stderr
        searched = re.search(r"<\.\.\.> search starts here:\n(.*?)End of search list", verbose, re.S).group(1).split()
        folders = [str(farm) if folder == "/usr/include" else folder for folder in searched]
        return ["-nostdinc", "-nostdinc++", *(flag for folder in folders for flag in ("-isystem", folder))]

    def test_each_installed_header_stands_alone_without_highway_and_boost(self):
        headers = self.headers()
        self.assertIn("reprise/compare.h", headers)
        flags = self.system_headers_without("hwy", "boost", "tbb", "nlohmann", "simdjson", "unicode", "gtest")
        for header in headers:
            self.write("alone.cpp", f'#include "{header}"\n#include "{header}"\nint main() {{}}\n')
            self.call("c++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", *flags,
                      "-I", self.prefix / "include", "alone.cpp")

    def test_what_is_installed_is_small(self):
        self.assertLessEqual(len(self.headers()), 21)
        for header in self.headers():
            text = (self.prefix / "include" / header).read_text()
            for included in re.findall(r'#include "(.*?)"', text):
                self.assertIn(included, self.headers())
            self.assertNotRegex(text, r"namespace reprise::detail \{\n.*\S.*\(")

    def test_no_installed_file_names_the_tree_that_it_was_built_in(self):
        for path in (self.prefix / "lib").rglob("*.cmake"):
            for tree in (SOURCE, Path(PROGRAM).parent):
                self.assertNotIn(str(tree), path.read_text(), path)

    def test_a_shared_library_shows_what_is_public_alone(self):
        archive = next((self.prefix / "lib").rglob("libreprise.a"), None)
        if archive is None:
            self.skipTest("NOT TESTED: the library was built shared")
        self.call("c++", "-shared", "-o", "libreprise.so", "-Wl,--whole-archive", archive, "-Wl,--no-whole-archive",
                  "-Wl,--unresolved-symbols=ignore-all", *self.sanitizers())
        shown = self.call("nm", "-DC", "--defined-only", "libreprise.so")
        names = [line.split(" ", 2)[2] for line in shown.splitlines()]
        ours = [name for name in names if name.startswith("reprise::")]
        self.assertIn("reprise::version()", ours)
        self.assertEqual([name for name in ours if name.startswith("reprise::detail")], [])

    def test_where_a_dependency_is_missing_the_package_is_not_found_but_no_error(self):
        self.write("CMakeLists.txt", PROJECT.replace("find_package(reprise REQUIRED)", """find_package(reprise QUIET)
if(reprise_FOUND)
  message(FATAL_ERROR "found without oneTBB")
endif()
message(STATUS "because: ${reprise_NOT_FOUND_MESSAGE}")
return()"""))
        out = self.call("cmake", "-S", ".", "-B", "build", f"-DCMAKE_PREFIX_PATH={self.prefix}",
                        "-DCMAKE_DISABLE_FIND_PACKAGE_TBB=ON")
        self.assertRegex(out, "because: .*TBB")

    def test_a_project_that_embeds_it_keeps_its_settings_and_needs_no_boost(self):
        self.write("CMakeLists.txt", f"""cmake_minimum_required(VERSION 3.22)
project(parent LANGUAGES CXX)
add_subdirectory({SOURCE} reprise)
foreach(setting CMAKE_BUILD_TYPE CMAKE_CXX_STANDARD CMAKE_EXPORT_COMPILE_COMMANDS CMAKE_RUNTIME_OUTPUT_DIRECTORY)
  if(${{setting}})
    message(FATAL_ERROR "${{setting}} was set to ${{${{setting}}}}")
  endif()
endforeach()
if(TARGET reprise_program OR NOT TARGET reprise::reprise)
  message(FATAL_ERROR "not the library alone")
endif()
""")
        self.call("cmake", "-S", ".", "-B", "build", "-DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON")

    def sanitizers(self):
        cache = (Path(PROGRAM).parent / "CMakeCache.txt").read_text()
        names = re.search(r"^REPRISE_SANITIZE:\w+=(.*)$", cache, re.M).group(1)
        return [f"-fsanitize={names}"] if names else []

    def test_the_example_of_the_readme_builds_and_runs(self):
        program = example()
        if program is None:
            self.skipTest("NOT TESTED: README.md holds no ```cpp block with a main()")
        flags = [f"-DCMAKE_CXX_FLAGS={flag}" for flag in self.sanitizers()]
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

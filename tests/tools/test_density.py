"""What tools/density names as broken, and what it lets stand: small snippets, a promise each."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))
sys.dont_write_bytecode = True
from cpp_rules import comma_operators, nested_conditionals, tokens_of  # noqa: E402


def commas(code):
    return comma_operators(tokens_of(code)[0])


def nested(code):
    return nested_conditionals(tokens_of(code)[0])


def in_function(statement):
    return f"namespace a {{\nvoid f(int x, int y) {{\n  {statement}\n}}\n}}\n"


class CommaOperators(unittest.TestCase):
    def check_found(self, *statements):
        for statement in statements:
            with self.subTest(statement):
                self.assertEqual(commas(in_function(statement)), [3])

    def check_allowed(self, *sources):
        for source in sources:
            with self.subTest(source):
                self.assertEqual(commas(source), [])
                self.assertEqual(commas(in_function(source)), [])

    def test_are_found_between_statements(self):
        self.check_found("f(a), g(b);", "x = 1, y = 2;", "++x, ++y;", "a.b = 1, a.c = 2;", "p->q(), ++p;",
                         "out += x, out += y;", "if (x) { f(), g(); }", "s[i] = 1, t[i] = 2;")

    def test_are_found_in_brackets_that_group(self):
        self.check_found("x ? (f(), g()) : h();", "while (f(), x) {}", "if (at++, x) {}", "return (f(), g());", "y = (f(), 2);",
                         "if (a && (++at, b)) {}", "table[f(), x] = 1;")

    def test_are_found_behind_return(self):
        self.check_found("return f(), g();")

    def test_are_found_in_the_body_of_a_lambda(self):
        self.check_found("each([&](int x) { f(x), g(x); });", "const auto h = [] { f(), g(); };", "call(x, [=] { f(), g(); }, y);")

    def test_are_found_under_a_label(self):
        self.check_found("switch (x) { case 1: f(), g(); break; }", "switch (x) { default: x = 1, y = 2; }")

    def test_may_stand_in_the_head_of_a_for(self):
        self.check_allowed("for (int i = 0, j = 9; i < j; ++i, --j) { f(i, j); }", "for (; x < 9; ++x, ++y) {}")

    def test_are_found_in_the_body_of_a_for(self):
        self.check_found("for (int i = 0; i < 9; ++i, ++x) { f(), g(); }")

    def test_declarations_of_several_names_stand(self):
        self.check_allowed("int a = 1, b = 2;", "unsigned long a, b;", "const auto first = f(1), second = f(2);", "std::string a, b;",
                           "static constexpr int a = 1, b = 2;", "const Figure *a = f(), *b = g();", "double& a = x, & b = y;",
                           "std::vector<int> a(1), b{2};", "alignas(64) std::array<int, 4> a, b;", "int a[2], b[3];")

    def test_template_arguments_stand(self):
        self.check_allowed("std::map<int, int> a;", "std::map<std::string, std::vector<int>> a = f<int, 3>(x, y);",
                           "std::array<int, size + 1> a{};", "std::array<int, list.size()> a;", "template <class T, class U = int> struct A;", "f<A, B>();",
                           "std::function<void(int, int)> f;", "using A = std::pair<int, int>;", "return g<int, long>(x);")

    def test_lists_stand(self):
        self.check_allowed("f(1, 2, g(3, 4));", "std::vector<int> a{1, 2, 3};", "return {1, 2};", "a = {x, y};", "auto [a, b] = f();",
                           "const auto& [a, b] = f();", "enum class A { b, c };", "enum A : int { b = 1, c };", "g([x, &y] { return x; });",
                           "for (int i : {1, 2}) {}", "T a[] = {{1, 2}, {3, 4}};", "using std::begin, std::end;", "v.push_back({1, 2});")

    def test_heads_of_functions_and_classes_stand(self):
        self.check_allowed("struct A : B, C { int d; };", "struct A { A(int x, int y) : x_(x), y_{y} { f(); } int x_, y_; };",
                           "struct A { bool operator()(int x, int y) const { return x; } };",
                           "bool operator==(const A& a, const A& b) { return true; }", "void f(int x, int y = g(1, 2));",
                           "auto f(int x, int y) -> std::vector<int> { g(x, y); }", "template <class... A> void f(A... a) { (g(a), ...); }")

    def test_comparisons_are_no_template_arguments(self):
        self.check_found("x = a < b, y = c;")
        self.check_allowed("f(a < b, c);", "f(a < b, c || d > e);")

    def test_text_and_remarks_are_not_read(self):
        self.check_allowed('f("a, b; c = 1, d = 2;");', "// f(a), g(b);\n", "/* x = 1, y = 2; */", "#define F f(), g();\n",
                           'auto s = R"(x = 1, y = 2;)";')


class NestedConditionals(unittest.TestCase):
    def check_found(self, *expressions):
        for expression in expressions:
            with self.subTest(expression):
                self.assertEqual(nested(in_function(f"r = {expression};")), [3])

    def test_are_found_one_behind_the_other(self):
        self.check_found("x ? y : z ? 1 : 2")

    def test_are_found_in_the_middle(self):
        self.check_found("x ? y ? 1 : 2 : z")

    def test_are_found_in_brackets(self):
        self.check_found("x ? f(y ? 1 : 2) : z", "x ? (y ? 1 : 2) : z", "x ? z : T{1, y ? 1 : 2}", "x ? a[y ? 1 : 2] : z",
                         "x ? any(list, [](int i) { return i ? 1 : 2; }) : z")

    def test_are_found_once_for_each(self):
        self.assertEqual(len(nested("r = a ? 1 : b ? 2 : c ? 3 : 4;")), 2)

    def test_several_side_by_side_stand(self):
        for statement in ("f(x ? 1 : 2, y ? 3 : 4);", "r = (x ? 1 : 2) + (y ? 3 : 4);", "int a = x ? 1 : 2, b = y ? 3 : 4;",
                          "r = x ? 1 : 2; s = y ? 3 : 4;", "if (x ? y : z) { r = y ? 1 : 2; }", "each([&] { return x ? 1 : 2; });",
                          "while (x ? f() : g()) { r = y ? 1 : 2; }"):
            with self.subTest(statement):
                self.assertEqual(nested(in_function(statement)), [])

    def test_functions_do_not_reach_into_each_other(self):
        self.assertEqual(nested("int f() { return x ? 1 : 2; }\nint g() { return y ? 1 : 2; }\n"), [])
        self.assertEqual(nested("struct A { A(int x) : a_(x ? 1 : 2), b_(x) { r = x ? 1 : 2; } };"), [])


class Program(unittest.TestCase):
    def complaints(self, name, code):
        with tempfile.TemporaryDirectory(prefix="reprise-test-") as folder:
            path = Path(folder) / name
            path.write_text(code)
            done = subprocess.run([sys.executable, TOOLS / "density", "--check", path], text=True, capture_output=True)
        return done.returncode, [line.split(":", 1)[1] for line in done.stdout.splitlines()]

    def test_says_what_is_broken_and_where(self):
        code = "int a;\n" + "// " + "x" * 98 + "\nvoid f() {\n  g(), h();\n  r = a ? 1 : b ? 2 : 3;\n}\n"
        self.assertEqual(self.complaints("a.cpp", code), (1, ["2: 101 columns", "5: a conditional inside another", "4: a comma operator"]))

    def test_counts_characters_and_not_bytes(self):
        self.assertEqual(self.complaints("a.h", "// " + "é" * 97 + "\n"), (0, []))

    def test_names_files_that_are_too_long(self):
        self.assertEqual(self.complaints("a.cpp", "int a;\n" * 401), (1, ["400: 401 lines in one file"]))
        self.assertEqual(self.complaints("a.cpp", "int a;\n" * 400), (0, []))


if __name__ == "__main__":
    unittest.main()

"""Which rules of writing C++ a source breaks, as far as its tokens alone can tell; see tools/density.

No compiler is asked, so that headers need no context and macros stay what the reader sees. Where C++ itself
needs to know a name to tell two readings apart, the usual one is taken: `a * b, c;` declares.
"""
import re

TOKEN = re.compile(
    r'(?P<comment>//[^\n]*|/\*.*?\*/)'
    r'|(?P<preprocessor>^[ \t]*\#(?:\\\n|[^\n])*)'
    r'|(?P<string>(?:u8|u|U|L)?R"(?P<delimiter>[^(\s]*)\(.*?\)(?P=delimiter)"'
    r'|(?:u8|u|U|L)?"(?:\\.|[^"\\\n])*"|(?:u8|u|U|L)?\'(?:\\.|[^\'\\\n])*\')'
    r'|(?P<word>[A-Za-z_]\w*)'
    r"|(?P<number>\.?\d(?:[eEpP][+-]|['\w.])*)"
    r'|(?P<sign><=>|<<=|>>=|\.\.\.|->\*|::|->|\+\+|--|<<|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|[^\s\w])',
    re.S | re.M)


class Token:
    __slots__ = ("text", "line", "kind")

    def __init__(self, text, line, kind):
        self.text, self.line, self.kind = text, line, kind


def tokens_of(text):
    """Returns the tokens of code, and the numbers of the lines that hold a comment."""
    tokens, commented = [], set()
    line, at = 1, 0
    for match in TOKEN.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        kind = match.lastgroup if match.lastgroup != "delimiter" else "string"
        if kind == "comment":
            commented.update(range(line, line + match.group().count("\n") + 1))
        elif kind != "preprocessor":
            tokens.append(Token(match.group(), line, kind))
    return tokens, commented


def nested_conditionals(tokens):
    """Returns the lines on which a conditional begins inside another: `a ? b : c ? d : e`, `a ? f(b ? c : d) : e`."""
    lines = []
    open_ones = [False]  # by bracket: whether a conditional has begun in it
    for token in tokens:
        text = token.text
        if text in ("(", "[", "{"):
            open_ones.append(False)
        elif text in (")", "]", "}"):
            if len(open_ones) > 1:
                open_ones.pop()
            if text == "}" and len(open_ones) == 1:
                open_ones[-1] = False
        elif text in (";", ","):
            open_ones[-1] = False
        elif text == "?":
            if any(open_ones):
                lines.append(token.line)
            open_ones[-1] = True
    return lines


def comma_operators(tokens):
    """Returns the lines of commas that are operators: `f(a), g(b);`, `x ? (f(), g()) : h`. In a for's head they may stand."""
    return CommaFinder(tokens).lines


# Behind these a parenthesis groups; behind any other word it holds arguments or parameters.
NO_NAMES = {"if", "while", "switch", "return", "co_return", "throw", "case", "else", "do", "co_yield", "co_await"}
BODY_FOLLOWS = {")", "else", "do", "try", "const", "noexcept", "override", "final", "mutable"}
LABELS = {"case", "default", "public", "private", "protected"}
IN_TEMPLATE_ARGUMENTS = {"<", ">", "(", ")", "[", "]", "::", ",", ".", "...", "*", "&", "&&", "+", "-", "/", "%"}
NO_EXPRESSIONS = {"using", "template", "friend", "typedef", "enum", "struct", "class", "union", "namespace", "extern"}


class Bracket:
    """What stands between two brackets, or between two braces: its kind, and the statement so far."""

    def __init__(self, kind):
        self.kind = kind      # "block": statements; "list": commas divide; "group": they are operators; "for"
        self.statement = []   # its tokens; whatever stands in brackets is one token, as "()"

    def words(self):
        return [t.text for t in self.statement]


class CommaFinder:
    def __init__(self, tokens):
        self.tokens = tokens
        self.lines = []
        self.stack = [Bracket("block")]
        at = 0
        while at < len(tokens):
            at = self.step(at)

    def step(self, at):
        token, inside = self.tokens[at], self.stack[-1]
        if token.text in ("(", "[", "{"):
            self.stack.append(Bracket(self.kind_of_bracket(token.text)))
        elif token.text in (")", "]", "}"):
            self.close(token)
        elif token.text == "<" and (end := self.end_of_template_arguments(at)):
            inside.statement.append(Token("<>", token.line, "word"))
            return end + 1
        elif token.text == ";":
            self.end_statement()
        elif token.text == ":" and inside.kind == "block" and inside.words()[:1] and inside.words()[0] in LABELS:
            inside.statement = []
        else:
            inside.statement.append(token)
            is_fold = at + 1 < len(self.tokens) and self.tokens[at + 1].text == "..."
            if token.text == "," and inside.kind == "group" and not is_fold:
                self.lines.append(token.line)
        return at + 1

    def kind_of_bracket(self, bracket):
        inside = self.stack[-1]
        words = inside.words()
        before, last = (words[-2] if len(words) > 1 else ""), (words[-1] if words else "")
        names = bool(words) and inside.statement[-1].kind == "word" and last not in NO_NAMES
        if bracket == "(":
            if last == "for":
                return "for"
            is_list = names or last in ("()", "[]", "{}", "<>", ">") or before == "operator"
            return "list" if is_list else "group"
        if bracket == "[":
            binds = last == "auto" or (before == "auto" and last in ("&", "&&"))
            is_subscript = (names or last in ("()", "[]")) and not binds
            return "group" if is_subscript else "list"
        return "block" if self.is_block(words, inside) else "list"

    @staticmethod
    def is_block(words, inside):
        """Returns whether a brace behind these words begins statements, and not a list of values."""
        if not words:
            return inside.kind == "block"
        if "enum" in words:
            return False
        if words[-1] in BODY_FOLLOWS or words[-1] in ("()", "[]"):
            return True
        if words[-1] == "{}":
            return inside.kind == "block"
        if words[0] in NO_EXPRESSIONS and "=" not in words:
            return True
        return "->" in words and "()" in words and words[words.index("->") - 1] in ("()", "mutable", "noexcept")

    def close(self, token):
        closed = self.stack.pop() if len(self.stack) > 1 else self.stack[0]
        inside = self.stack[-1]
        if closed.kind == "block" and inside.kind == "block" and not self.holds_lambda(inside):
            inside.statement = []
            return
        inside.statement.append(Token({")": "()", "]": "[]", "}": "{}"}[token.text], token.line, "sign"))

    @staticmethod
    def holds_lambda(inside):
        """Returns whether the statement goes on behind a block: it is the body of a lambda."""
        words = inside.words()
        starts = [i for i, word in enumerate(words) if word == "[]"]
        return any(i == 0 or words[i - 1] in ("=", "return", "(", ",", "?", ":", "&&", "||", "<<") for i in starts)

    def end_statement(self):
        inside = self.stack[-1]
        statement, inside.statement = inside.statement, []
        if inside.kind != "block" or not statement:
            return
        comma = next((t for t in statement if t.text == ","), None)
        if comma and not self.declares(statement):
            self.lines.append(comma.line)

    @staticmethod
    def declares(statement):
        """Returns whether the statement gives names to things: `int a = 1, b = 2`, `using A::b, A::c`."""
        words = [t.text for t in statement]
        while words and words[0] in ("else", "do", "[]", "alignas", "()"):
            words.pop(0)
        if not words:
            return False
        if words[0] in NO_EXPRESSIONS:
            return True
        stops = [i for i, word in enumerate(words) if word in ("=", ",", "()", "{}", "[]")]
        head = re.sub(r"(^|(?<=\w) )?:: ", "::", " ".join(words[:stops[0]])).split()
        is_type = all(re.fullmatch(r"[\w:]+|<>|[*&]|&&", word) for word in head)
        names = [word for word in head if re.fullmatch(r"[\w:]+", word)]
        return is_type and len(names) >= 2 and names[0] not in NO_NAMES and head[-1] == names[-1]

    def end_of_template_arguments(self, at):
        """Returns where the bracket that opens at this `<` closes; None if it is a comparison."""
        words = self.stack[-1].words()
        last, before = (words[-1] if words else ""), (words[-2] if len(words) > 1 else "")
        if not words or self.stack[-1].statement[-1].kind != "word" or last == "operator" or before == "operator":
            return None
        depth = 0
        for i in range(at, len(self.tokens)):
            text = self.tokens[i].text
            depth += {"<": 1, "(": 1, "[": 1, ">": -1, ")": -1, "]": -1}.get(text, 0)
            if depth == 0 and text == ">":
                return i
            is_default = text == "=" and last == "template"
            stands_there = self.tokens[i].kind in ("word", "number", "string") or is_default
            if depth <= 0 or not (stands_there or text in IN_TEMPLATE_ARGUMENTS):
                return None
        return None

"""Files and configurations that differ from real ones by a few accidents.

The files are those of the rule book, which hold every construct that a rule is about.
"""

from __future__ import annotations

import ast
import random
import re
from pathlib import Path

BOOK = Path(__file__).parents[2] / "rules"
CONFIGURATION = """\
[tool.layerlint]
select = ["LL"]
ignore = ["LL214"]
extend-exclude = ["build/*", "**/gen_*.py"]
target-keras = "auto"
layer-bases = ["pkg.base.Base"]

[tool.layerlint.per-file-ignores]
"tests/*" = ["LL1"]
"""
# What editors, encodings and people leave in files.
ODD = [
    "\t",
    "\f",
    "\r",
    "\u00a0",
    "\u2028",
    "\u0130",
    "\ufeff",
    "\U0001f600",
    "\\",
    "'",
    '"""',
    "#",
]
ODD += [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ";",
    ",",
    "*",
    "**",
    "@",
    "...",
    ":=",
    "lambda: ",
    "0" * 50,
]
ODD += ["# layerlint: ignore[", "# noqa: LL1, ", "# layerlint: ignore-file\n", "self", "super()"]
TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def book() -> list[str]:
    """The texts of the book's modules."""
    return [path.read_text() for path in sorted(BOOK.glob("*/*/*.py"))]


def cases() -> list[str]:
    """The modules of the book's cases, each by itself."""
    texts = [path.read_text() for path in sorted(BOOK.glob("*/*/cases/*.py"))]
    return [part for text in texts for part in re.split(r"(?m)^# %%.*\n", text) if part.strip()]


class _Lists(ast.NodeTransformer):
    """Puts each constant that a call is given into a list."""

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        node.args = [_in_list(each) for each in node.args]
        for keyword in node.keywords:
            keyword.value = _in_list(keyword.value)
        return node


def _in_list(value: ast.expr) -> ast.expr:
    return ast.List([value], ast.Load()) if isinstance(value, ast.Constant) else value


def with_lists(text: str) -> str:
    """The module with a list, which has no hash, for each constant that a call is given.

    Raises SyntaxError where it is none.
    """
    return ast.unparse(ast.fix_missing_locations(_Lists().visit(ast.parse(text))))


def mutated(text: str, luck: random.Random) -> str:
    """The text after one to five accidents."""
    for _ in range(luck.randint(1, 5)):
        text = luck.choice((_lines, _tokens, _names, _odd, _nested))(text, luck)
    return text


def _lines(text: str, luck: random.Random) -> str:
    """A line is lost, doubled or swapped with another one."""
    lines = text.splitlines(keepends=True) or ["\n"]
    first, second = luck.randrange(len(lines)), luck.randrange(len(lines))
    match luck.randrange(3):
        case 0:
            del lines[first]
        case 1:
            lines.insert(second, lines[first])
        case _:
            lines[first], lines[second] = lines[second], lines[first]
    return "".join(lines)


def _tokens(text: str, luck: random.Random) -> str:
    """A token is lost, doubled or replaced by another one of the file."""
    tokens = TOKEN.findall(text) or [" "]
    place = luck.randrange(len(tokens))
    tokens[place] = luck.choice(("", tokens[place] * 2, luck.choice(tokens)))
    return "".join(tokens)


def _names(text: str, luck: random.Random) -> str:
    """A name is written as another one of the file everywhere."""
    names = sorted(set(re.findall(r"\b[A-Za-z_]\w*\b", text))) or ["x"]
    old, new = luck.choice(names), luck.choice(names)
    return re.sub(rf"\b{old}\b", new, text)


def _odd(text: str, luck: random.Random) -> str:
    """Something stands where it has no business."""
    place = luck.randrange(len(text) + 1)
    return text[:place] + luck.choice(ODD) + text[place:]


def _nested(text: str, luck: random.Random) -> str:
    """A part of the file stands in something else, perhaps many times over."""
    lines = text.splitlines(keepends=True) or ["\n"]
    start = luck.randrange(len(lines))
    end = luck.randint(start, min(len(lines), start + 30))
    head = luck.choice(("if x:", "for i in x:", "def f(self):", "class A(B):", "with x:", "try:"))
    part = lines[start:end]
    for _ in range(luck.choice((1, 2, 12))):
        part = [f"{head}\n", *(f"    {line}" for line in part)]
    return "".join([*lines[:start], *part, *lines[end:]])

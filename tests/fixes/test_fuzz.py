"""Whatever the layout, an edit changes the syntax tree in the one way that it should."""

from __future__ import annotations

import ast

import libcst as cst
from hypothesis import given, settings, strategies as st

from layerlint.fixes.apply import edited
from layerlint.fixes.rewrite import (
    add_keyword,
    add_parameter,
    delete_argument,
    delete_statement,
    insert_statement_after,
    insert_statement_before,
    wrap_statement,
)

TRIVIA = st.sampled_from(
    ["", " ", "\n", "\n    ", "  # c, (d\n  ", "\n  # e\n\n ", " \\\n  ", "\t"]
)
EXPRESSIONS = st.sampled_from(["a", "(b)", "'c, )'", "lambda x, y=1: (x, y)", "d[1, 2]", "not e"])
NEWLINES = st.sampled_from(["\n", "\r\n", "\r"])


@st.composite
def calls(draw: st.DrawFn) -> str:
    """A call with arguments of every kind, laid out at random."""
    count = draw(st.integers(0, 4))
    arguments = [draw(EXPRESSIONS) for _ in range(count)]
    keywords = [f"{name}={draw(EXPRESSIONS)}" for name in "kl"[: draw(st.integers(0, 2))]]
    starred = draw(st.sampled_from([[], ["**m"], ["**(m)"]]))
    return f"f{draw(comma_separated([*arguments, *keywords, *starred]))}"


@st.composite
def signatures(draw: st.DrawFn) -> str:
    """A function with parameters of every kind, laid out at random."""
    parameters = ["a", "b: 'x, y'", "c=(1, 2)", "d: int = lambda p, q: (p, q)"]
    parameters = parameters[: draw(st.integers(0, 4))]
    if parameters and draw(st.booleans()):
        parameters.insert(draw(st.integers(1, len(parameters))), "/")
    parameters += draw(st.sampled_from([[], ["*", "k"], ["*", "k=1"], ["*args"], ["*args", "k"]]))
    parameters += draw(st.sampled_from([[], ["**kwargs"]]))
    return f"def f{draw(comma_separated(parameters))}: pass"


def comma_separated(items: list[str]) -> st.SearchStrategy[str]:
    """The items in parentheses, with random white space, comments and trailing comma."""

    @st.composite
    def text(draw: st.DrawFn) -> str:
        pieces = ["(", draw(TRIVIA)]
        for index, item in enumerate(items):
            pieces += [item, draw(TRIVIA)]
            trailing = item != "**kwargs" and draw(st.booleans())
            if index < len(items) - 1 or trailing:
                pieces += [",", draw(TRIVIA)]
        return "".join([*pieces, ")"])

    return text()


@settings(max_examples=200, deadline=None, derandomize=True)
@given(calls(), NEWLINES)
def test_an_added_keyword_is_all_that_is_new(sources, call, newline):
    source = f"x = {call}\n".replace("\n", newline)
    module = sources.parse(source)
    result = tree(edited(source, add_keyword(module, first(module, cst.Call), "new=1")))
    (added,) = [keyword for keyword in call_of(result).keywords if keyword.arg == "new"]
    call_of(result).keywords.remove(added)
    assert ast.dump(result) == ast.dump(tree(source))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(calls(), NEWLINES, st.data())
def test_a_deleted_argument_is_all_that_is_gone(sources, call, newline, data):
    source = f"x = {call}\n".replace("\n", newline)
    module = sources.parse(source)
    node = first(module, cst.Call)
    if not node.args:
        return
    index = data.draw(st.integers(0, len(node.args) - 1))
    result = tree(edited(source, delete_argument(module, node, node.args[index])))
    expected = tree(source)
    found = call_of(expected)
    if index < len(found.args):
        del found.args[index]
    else:
        del found.keywords[index - len(found.args)]
    assert ast.dump(result) == ast.dump(expected)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(signatures(), NEWLINES)
def test_an_added_parameter_is_all_that_is_new(sources, signature, newline):
    source = f"{signature}\n".replace("\n", newline)
    module = sources.parse(source)
    function = first(module, cst.FunctionDef)
    result = tree(edited(source, add_parameter(module, function, "new=None")))
    arguments = result.body[0].args
    names = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
    if "new" in names:
        assert names[-1] == "new"
        assert arguments.vararg is None
        arguments.args.pop()
        arguments.defaults.pop()
    else:
        assert arguments.kwonlyargs[0].arg == "new"
        del arguments.kwonlyargs[0], arguments.kw_defaults[0]
    assert ast.dump(result) == ast.dump(tree(source))


SIMPLE = st.sampled_from(
    ["a", "b = 1", "pass", "c(\n 1,\n\n  # in\n2)", "d = '''\n x\n\ty'''", "e = 1 + \\\n 2"]
)
HEADS = st.sampled_from(
    [
        "if x:",
        "while x:",
        "for y in z:",
        "def f(p,\n  q):",
        "class A:",
        "with w as v:",
        "@d\ndef g():",
    ]
)


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> list[str]:
    """The lines of a block without its indentation: statements of every kind and layout."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        lines += draw(st.sampled_from([[], [""], ["# above"], ["", "# one", "# two"]]))
        kind = draw(st.sampled_from(["line", "line", "suite", "block", "elif"]))
        end = draw(st.sampled_from(["", ";", "  # behind", ";  # b"]))
        line = draw(st.sampled_from(["; ", ";"])).join(
            draw(st.lists(SIMPLE, min_size=1, max_size=3))
        )
        if kind == "line" or depth == 2:
            lines.append(line + end)
        elif kind == "suite":
            lines.append(f"{draw(HEADS)} {line}{end}")
        else:
            lines.append(draw(HEADS) if kind == "block" else "if x:")
            lines += indented(draw(blocks(depth + 1)))
            if kind == "elif":
                lines += [f"elif y: {line}", "else:", *indented(draw(blocks(depth + 1)))]
    return lines


def indented(lines: list[str]) -> list[str]:
    """The lines one level deeper; `>` stands for the level until the unit is chosen."""
    return [f">{line}" if line and not line.startswith("\n") else line for line in lines]


@st.composite
def programs(draw: st.DrawFn) -> str:
    """A file with its own indentation, line endings and end."""
    unit = draw(st.sampled_from(["    ", "  ", "\t"]))
    lines = []
    for line in draw(blocks()):
        body = line.lstrip(">")
        level = unit * (len(line) - len(body))
        # What follows a line break within a head belongs at the level of the head.
        lines.append(level + body.replace("@d\n", f"@d\n{level}"))
    end = draw(st.sampled_from(["\n", "", "\n\n"]))
    return ("\n".join(lines) + end).replace("\n", draw(NEWLINES))


def statements(module) -> list[cst.CSTNode]:
    """Every statement that stands in some body."""
    bodies = (cst.Module, cst.IndentedBlock, cst.SimpleStatementSuite, cst.SimpleStatementLine)
    found = []
    for node in module.walk():
        if isinstance(node, bodies):
            found += [
                child for child in node.body if not isinstance(child, cst.SimpleStatementLine)
            ]
    return found


@settings(max_examples=200, deadline=None, derandomize=True)
@given(programs(), st.data())
def test_a_wrapped_statement_is_as_before_but_for_the_header(sources, program, data):
    module = sources.parse(program)
    statement = data.draw(st.sampled_from(statements(module)))
    result = tree(edited(program, wrap_statement(module, statement, "if NEW:")))
    (wrapper,) = [node for node in ast.walk(result) if is_marker(getattr(node, "test", None))]
    assert len(wrapper.body) == 1
    substitute(result, wrapper, wrapper.body)
    assert ast.dump(result) == ast.dump(tree(program))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(programs(), st.data(), st.booleans())
def test_an_inserted_statement_is_all_that_is_new(sources, program, data, after):
    module = sources.parse(program)
    statement = data.draw(st.sampled_from(statements(module)))
    insert = insert_statement_after if after else insert_statement_before
    result = tree(edited(program, insert(module, statement, "if NEW:\n    g(\n        1)")))
    (marker,) = [node for node in ast.walk(result) if is_marker(getattr(node, "test", None))]
    substitute(result, marker, [])
    assert ast.dump(result) == ast.dump(tree(program))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(programs(), st.data())
def test_a_deleted_statement_is_all_that_is_gone(sources, program, data):
    module = sources.parse(program)
    statement = data.draw(st.sampled_from(statements(module)))
    # Marked by being wrapped, so that the same statement can be found in Python's own tree.
    expected = tree(edited(program, wrap_statement(module, statement, "if NEW:")))
    (marker,) = [node for node in ast.walk(expected) if is_marker(getattr(node, "test", None))]
    substitute(expected, marker, [ast.Pass()] if is_alone(expected, marker) else [])
    result = edited(program, delete_statement(module, statement))
    assert ast.dump(tree(result)) == ast.dump(expected)
    assert program.count("# above") == result.count("# above") or isinstance(
        statement, cst.BaseCompoundStatement
    )


def tree(source: str) -> ast.Module:
    """Python's own tree of the source."""
    return ast.parse(source)


def call_of(module: ast.Module) -> ast.Call:
    """The call that the first statement assigns."""
    return module.body[0].value  # type: ignore[attr-defined, no-any-return]


def first(module, kind: type[cst.CSTNode]):
    """The first node of a kind."""
    return next(node for node in module.walk() if isinstance(node, kind))


def is_marker(test: object) -> bool:
    """Whether this is the condition of the inserted `if`."""
    return isinstance(test, ast.Name) and test.id == "NEW"


def is_alone(module: ast.Module, statement: ast.stmt) -> bool:
    """Whether a statement is the only one of a body that may not be empty."""
    bodies = [
        body
        for node in ast.walk(module)
        if node is not module
        for body in (getattr(node, "body", None), getattr(node, "orelse", None))
    ]
    return [statement] in bodies


def substitute(module: ast.Module, old: ast.stmt, new: list[ast.stmt]) -> None:
    """Put other statements in the place of one."""
    for node in ast.walk(module):
        for field in ("body", "orelse"):
            body = getattr(node, field, None)
            if isinstance(body, list) and old in body:
                index = body.index(old)
                body[index : index + 1] = new
                return

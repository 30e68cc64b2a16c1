"""Statements are wrapped, inserted and deleted in the file's own style."""

from __future__ import annotations

import libcst as cst
import pytest

from layerlint.fixes.rewrite import (
    add_decorator,
    delete_decorator,
    delete_statement,
    insert_at_end_of_body,
    insert_statement_after,
    insert_statement_before,
    wrap_statement,
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("TARGET", "if t:\n    TARGET", id="top level"),
        pytest.param("def f():\n  TARGET", "def f():\n  if t:\n    TARGET", id="unit of two"),
        pytest.param("def f():\n\tTARGET", "def f():\n\tif t:\n\t\tTARGET", id="tabs"),
        pytest.param(
            "def f():\r\n    TARGET\r\n    x",
            "def f():\r\n    if t:\r\n        TARGET\r\n    x",
            id="CRLF",
        ),
        pytest.param(
            "def f():\n    # above\n    TARGET = (1,\n       2)  # behind",
            "def f():\n    # above\n    if t:\n        TARGET = (1,\n           2)  # behind",
            id="comments and lines",
        ),
        pytest.param(
            "def f():\n    TARGET(\n  1,\n\n        2)",
            "def f():\n    if t:\n        TARGET(\n      1,\n\n            2)",
            id="crooked continuation",
        ),
        pytest.param(
            "def f():\n    TARGET('''a\n    b\n''', f'''\n  {x}\n  ''')",
            "def f():\n    if t:\n        TARGET('''a\n    b\n''', f'''\n  {x}\n  ''')",
            id="strings of several lines",
        ),
        pytest.param(
            "for TARGET in x:\n    # in\n    y\n\n    z  # end",
            "if t:\n    for TARGET in x:\n        # in\n        y\n\n        z  # end",
            id="compound",
        ),
        pytest.param(
            "@TARGET\ndef f(): pass", "if t:\n    @TARGET\n    def f(): pass", id="decorated"
        ),
        pytest.param("a; TARGET; b", "a\nif t:\n    TARGET\nb", id="semicolons"),
        pytest.param("def f(): TARGET", "def f():\n    if t:\n        TARGET", id="one-line body"),
        pytest.param(
            "def f(a,\n      b): TARGET  # c",
            "def f(a,\n      b):\n    if t:\n        TARGET  # c",
            id="one-line body below a long signature",
        ),
        pytest.param(
            "if a: b\nelse: TARGET; c",
            "if a: b\nelse:\n    if t:\n        TARGET\n    c",
            id="one of a one-line body",
        ),
        pytest.param(
            "if a:\n  b\nelif TARGET:\n  c",
            "if t:\n  if a:\n    b\n  elif TARGET:\n    c",
            id="elif goes with its if",
        ),
        pytest.param("if a:\n    TARGET", "if a:\n    if t:\n        TARGET", id="no newline"),
    ],
)
def test_a_statement_is_wrapped(sources, before, after):
    def rewrite(module, name):
        return wrap_statement(module, module.statement(name), "if t:")

    assert sources.rewritten(before, rewrite) == after
    assert sources.rewritten(f"{before}\n", rewrite) == f"{after}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("TARGET", "if n:\n    o\nTARGET", id="top level"),
        pytest.param("# head\nTARGET", "# head\nif n:\n    o\nTARGET", id="head of the file"),
        pytest.param(
            "def f():\n\tx\n\n\t# a\n\t# b\n\tTARGET",
            "def f():\n\tx\n\n\tif n:\n\t\to\n\t# a\n\t# b\n\tTARGET",
            id="above its comment",
        ),
        pytest.param("a; TARGET", "a\nif n:\n    o\nTARGET", id="semicolons"),
        pytest.param("def f(): TARGET", "def f():\n    if n:\n        o\n    TARGET", id="body"),
        pytest.param("if a: b\nelif TARGET: c", "if n:\n    o\nif a: b\nelif TARGET: c", id="elif"),
        pytest.param(
            "x\n@TARGET\nclass A: pass", "x\nif n:\n    o\n@TARGET\nclass A: pass", id="decorator"
        ),
    ],
)
def test_lines_are_inserted_before_a_statement(sources, before, after):
    def rewrite(module, name):
        return insert_statement_before(module, name, "if n:\n    o")

    assert sources.rewritten(before, rewrite) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("TARGET", "TARGET\nif n:\n    o", id="no newline at the end"),
        pytest.param("TARGET  # c\n", "TARGET  # c\nif n:\n    o\n", id="below its comment"),
        pytest.param("TARGET\r\nx\r\n", "TARGET\r\nif n:\r\n    o\r\nx\r\n", id="CRLF"),
        pytest.param("TARGET; b\n", "TARGET\nif n:\n    o\nb\n", id="semicolons"),
        pytest.param(
            "def f(): TARGET\n", "def f():\n    TARGET\n    if n:\n        o\n", id="body"
        ),
        pytest.param(
            "if TARGET:\n  a  # c\nelse: b\n",
            "if TARGET:\n  a  # c\nelse: b\nif n:\n  o\n",
            id="compound",
        ),
    ],
)
def test_lines_are_inserted_after_a_statement(sources, before, after):
    def rewrite(module, name):
        return insert_statement_after(module, name, "if n:\n    o")

    assert sources.rewritten(before, rewrite) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "def f():\n    '''d'''\n    TARGET  # c\n    # end\n\nx\n",
            "def f():\n    '''d'''\n    TARGET  # c\n    o\n    # end\n\nx\n",
            id="block",
        ),
        pytest.param(
            "def f():\n    if a:\n        TARGET\n",
            "def f():\n    if a:\n        TARGET\n    o\n",
            id="if",
        ),
        pytest.param("def f(): TARGET", "def f():\n    TARGET\n    o", id="one-line body"),
        pytest.param("def f(TARGET): pass\n", "def f(TARGET):\n    o\n", id="pass on the line"),
        pytest.param("def f(TARGET):\n  pass\n", "def f(TARGET):\n  o\n", id="pass"),
    ],
)
def test_a_line_is_inserted_at_the_end_of_a_function(sources, before, after):
    def rewrite(module, name):
        function = next(node for node in module.walk() if isinstance(node, cst.FunctionDef))
        return insert_at_end_of_body(module, function, "o")

    assert sources.rewritten(before, rewrite) == after


def test_a_method_added_to_a_class_is_set_off_by_a_blank_line(sources):
    def rewrite(module, name):
        return insert_at_end_of_body(
            module, sources.around(module, name, cst.ClassDef), "def g(self):\n    return 1"
        )

    assert sources.rewritten("class A:\n  def f(self):\n    TARGET\n\nx\n", rewrite) == (
        "class A:\n  def f(self):\n    TARGET\n\n  def g(self):\n    return 1\n\nx\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("x\nTARGET\ny\n", "x\ny\n", id="line"),
        pytest.param("x\n# c\nTARGET\n", "x\n# c\n", id="comment above"),
        pytest.param("x\nTARGET  # c\ny\n", "x\n# c\ny\n", id="comment behind"),
        pytest.param("x\nTARGET;  # c\n", "x\n# c\n", id="semicolon and comment"),
        pytest.param("x\n    \nTARGET", "x\n    ", id="no newline at the end"),
        pytest.param("def f():\n    TARGET  # c\n", "def f():\n    pass  # c\n", id="only one"),
        pytest.param("def f():\n    'd'\n    TARGET\n", "def f():\n    'd'\n", id="docstring"),
        pytest.param("def f(): TARGET\n", "def f(): pass\n", id="one-line body"),
        pytest.param("a; TARGET; b  # c\n", "a\nb  # c\n", id="semicolons"),
        pytest.param("if a: TARGET; b\n", "if a:\n    b\n", id="one of a one-line body"),
        pytest.param("x\nTARGET(\n  1,\n)\ny\n", "x\ny\n", id="several lines"),
    ],
)
def test_a_statement_is_deleted(sources, before, after):
    assert (
        sources.rewritten(before, lambda m, name: delete_statement(m, m.statement(name))) == after
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_deleting_a_method_closes_the_gap(sources, newline):
    before = "class A:\n    x = 1\n\n    @d\n    def f(self):\n        TARGET\n\n    y = 1\n"
    after = "class A:\n    x = 1\n\n    y = 1\n"

    def rewrite(module, name):
        return delete_statement(module, module.function(name))

    assert sources.rewritten(before.replace("\n", newline), rewrite) == after.replace("\n", newline)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@TARGET\ndef f(): pass\n", "def f(): pass\n"),
        ("@a\n@TARGET(\n  1)\nclass A: pass\n", "@a\nclass A: pass\n"),
        ("class A:\n\t@TARGET  # c\n\tdef f(): pass\n", "class A:\n\t# c\n\tdef f(): pass\n"),
    ],
)
def test_a_decorator_is_deleted_with_its_line(sources, before, after):
    def rewrite(module, name):
        return delete_decorator(module, sources.around(module, name, cst.Decorator))

    assert sources.rewritten(before, rewrite) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# c\nclass A(TARGET): pass\n", "# c\n@d\nclass A(TARGET): pass\n"),
        (
            "if x:\r\n\t@TARGET\r\n\tclass A: pass\r\n",
            "if x:\r\n\t@d\r\n\t@TARGET\r\n\tclass A: pass\r\n",
        ),
    ],
)
def test_a_decorator_is_added_above_the_others(sources, before, after):
    def rewrite(module, name):
        return add_decorator(module, sources.around(module, name, cst.ClassDef), "@d")

    assert sources.rewritten(before, rewrite) == after

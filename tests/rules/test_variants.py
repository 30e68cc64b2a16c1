"""What a rule finds does not depend on how the file is written down."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import NamedTuple

import pytest

from layerlint import catalogue
from layerlint.catalogue import Rule

IMPORT = "from tensorflow import keras"


class Variant(NamedTuple):
    """A module written otherwise, before which of its rows lines were inserted, and for what."""

    data: bytes
    inserted: tuple[int, ...] = ()
    generations: frozenset[int] = frozenset({2, 3})

    def row(self, row: int) -> int:
        """Where a row of the original is now."""
        return row + sum(before <= row for before in self.inserted)


def with_crlf(source: str) -> Variant:
    """Windows line endings."""
    return Variant(source.replace("\n", "\r\n").encode())


def with_byte_order_mark(source: str) -> Variant:
    """A byte order mark."""
    return Variant(b"\xef\xbb\xbf" + source.encode())


def without_final_newline(source: str) -> Variant:
    """No newline at the end."""
    return Variant(source.rstrip("\n").encode())


def with_tabs(source: str) -> Variant:
    """Tabs for indentation."""
    return Variant(re.sub(r"(?m)^(?:    )+", lambda m: "\t" * (len(m[0]) // 4), source).encode())


def with_alias(source: str) -> Variant:
    """Keras under another name."""
    renamed = re.sub(r"(?<![\w.])keras\b(?=\.)", "kr", source)
    return Variant(renamed.replace(IMPORT, f"{IMPORT} as kr").encode())


def through_tensorflow(source: str) -> Variant:
    """`keras = tf.keras`."""
    return Variant(source.replace(IMPORT, "import tensorflow as tf; keras = tf.keras").encode())


def spelled_out(source: str) -> Variant:
    """`tf.keras` wherever Keras is used."""
    longer = re.sub(r"(?<![\w.])keras\b(?=\.)", "tf.keras", source)
    return Variant(longer.replace(IMPORT, "import tensorflow as tf").encode())


def imported_with_care(source: str) -> Variant:
    """An import that may fail."""
    row = source[: source.index(IMPORT)].count("\n") + 1
    careful = f"try:\n    {IMPORT}\nexcept ImportError:\n    raise"
    return Variant(source.replace(IMPORT, careful).encode(), (row, row + 1, row + 1))


def imported_for_type_checkers_too(source: str) -> Variant:
    """An import that type checkers see, beside the one that runs."""
    row = source[: source.index(IMPORT)].count("\n") + 1
    twice = f"import typing\nif typing.TYPE_CHECKING:\n    {IMPORT}\nelse:\n    {IMPORT}"
    return Variant(source.replace(IMPORT, twice).encode(), (row, row, row + 1, row + 1))


def with_layers_by_name(source: str) -> Variant:
    """`layers.Dense` for `keras.layers.Dense`."""
    shorter = re.sub(r"(?<![\w.])keras\.layers\b(?=\.)", "layers", source)
    return Variant(
        shorter.replace(IMPORT, f"{IMPORT}; from tensorflow.keras import layers").encode()
    )


def with_the_base_by_name(source: str) -> Variant:
    """A base class under a name of its own."""
    named = re.sub(r"(?<![\w.])keras\.layers\.Layer\b", "Base", source)
    add = f"{IMPORT}; from tensorflow.keras.layers import Layer as Base"
    return Variant(named.replace(IMPORT, add).encode())


def in_a_function(source: str) -> Variant:
    """The classes, and what is between them, in a function."""
    return _below(source, "def make():")


def in_a_condition(source: str) -> Variant:
    """The classes, and what is between them, behind a condition."""
    return _below(source, "if True:")


def for_type_checkers(source: str) -> Variant:
    """The classes, and what is between them, where a type checker would not look."""
    return _below(source, "if not TYPE_CHECKING:")


def decorated(source: str) -> Variant:
    """A decorator on every class."""
    rows = sorted(_first_row(node) for node in _classes(source))
    lines = source.split("\n")
    for row in reversed(rows):
        lines.insert(row - 1, "@final")
    text = "\n".join(lines).replace(IMPORT, f"{IMPORT}; from typing import final")
    return Variant(text.encode(), tuple(rows))


def from_keras_itself(source: str) -> Variant:
    """`import keras`, which is Keras 3."""
    return Variant(source.replace(IMPORT, "import keras").encode(), generations=frozenset({3}))


def _below(source: str, head: str) -> Variant:
    classes = _classes(source)
    first, last = _first_row(classes[0]), classes[-1].end_lineno
    assert last is not None
    lines = source.split("\n")
    inside = [f"    {line}" if line else line for line in lines[first - 1 : last]]
    return Variant(
        "\n".join([*lines[: first - 1], head, *inside, *lines[last:]]).encode(), (first,)
    )


def _classes(source: str) -> list[ast.ClassDef]:
    return [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]


def _are_used_elsewhere(source: str) -> bool:
    """Whether code outside of the classes needs them at the top level."""
    classes = _classes(source)
    names = {node.name for node in classes}
    rest = [node for node in ast.parse(source).body if not isinstance(node, ast.ClassDef)]
    used = {name.id for node in rest for name in ast.walk(node) if isinstance(name, ast.Name)}
    return bool(names & used)


def _first_row(node: ast.ClassDef) -> int:
    return min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])


Write = Callable[[str], Variant]
ANY = (with_crlf, with_byte_order_mark, without_final_newline, with_tabs)
OF_AN_IMPORT = (
    with_alias,
    through_tensorflow,
    spelled_out,
    imported_with_care,
    imported_for_type_checkers_too,
    with_the_base_by_name,
)
OF_CLASSES = (in_a_condition, for_type_checkers, decorated)


def variants(rule: Rule) -> list[Write]:
    """The ways in which the example of a rule can be written."""
    source = rule.read("buggy.py")
    chosen: list[Write] = list(ANY)
    if re.search(rf"(?m)^{IMPORT}$", source):
        chosen += OF_AN_IMPORT
        if not re.search(r"(?<!\.)\blayers\b", source):
            chosen.append(with_layers_by_name)
        if 3 in rule.generations:
            chosen.append(from_keras_itself)
    if _classes(source):
        chosen += OF_CLASSES
        if not _are_used_elsewhere(source):
            chosen.append(in_a_function)
    return chosen


RULES = [rule for rule in catalogue.rules() if rule.scope != "suppression"]


@pytest.mark.parametrize(
    ("rule", "write"),
    [
        pytest.param(rule, write, id=f"{rule.code}-{write.__name__}")
        for rule in RULES
        for write in variants(rule)
    ],
)
def test_the_same_is_found(rule: Rule, write: Write, lint):
    source = rule.read("buggy.py")
    variant = write(source)
    ast.parse(variant.data)
    expected = [
        variant.row(found.start_row)
        for found in lint(source.encode(), rule.code)
        if variant.generations.intersection(found.generations)
    ]
    found = lint(variant.data, rule.code)
    assert {diagnostic.code for diagnostic in found} == {rule.code}
    assert [diagnostic.start_row for diagnostic in found] == expected


@pytest.mark.parametrize(
    ("rule", "write"),
    [
        pytest.param(rule, write, id=f"{rule.code}-{write.__name__}")
        for rule in RULES
        if rule.fix != "none"
        for write in ANY
    ],
)
def test_the_fix_leaves_the_way_the_file_is_written(rule: Rule, write: Write, fix):
    result = fix(write(rule.read("buggy.py")).data, rule.code)
    assert result.text.decode() == write(rule.read("fixed.py")).data.decode()

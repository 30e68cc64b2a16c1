"""`layerlint.syntax.matching`: single expressions, read as Python would."""

from __future__ import annotations

import libcst as cst
import pytest

from layerlint.syntax.matching import (
    NOT_LITERAL,
    bind,
    called_name,
    dotted,
    is_method_of_super,
    keyword,
    literal,
    mapping_display,
    names_assigned_to,
    names_bound,
    parts_bound,
    positional,
)


def expression(text: str) -> cst.BaseExpression:
    return cst.parse_expression(text)


def call(text: str) -> cst.Call:
    return cst.ensure_type(expression(text), cst.Call)


def shown(values: dict[str, cst.BaseExpression]) -> dict[str, str]:
    return {name: cst.Module([]).code_for_node(value) for name, value in values.items()}


@pytest.mark.parametrize(
    "text", ["1", "-2.5", "'a' 'b'", "None", "True", "(1, 'x')", "[1, [2]]", "{1, 2}", "b'x'"]
)
def test_a_literal_has_the_value_that_python_gives_it(text: str) -> None:
    assert literal(expression(text)) == eval(text)


@pytest.mark.parametrize("text", ["x", "-x", "[1, x]", "[*x]", "f()", "{'a': 1}", "'a' f'{x}'"])
def test_what_has_to_run_is_no_literal(text: str) -> None:
    assert literal(expression(text)) is NOT_LITERAL
    assert not literal(expression(text))


def test_a_chain_of_names_is_dotted_and_nothing_else_is() -> None:
    assert dotted(expression("a.b.c")) == "a.b.c"
    assert dotted(expression("a().c")) is None
    assert dotted(expression("a[0]")) is None


def test_arguments_are_bound_to_parameters_by_place_and_by_name() -> None:
    assert shown(bind(call("f(1, b=2, **more)"), ("a", "b"))) == {"a": "1", "b": "2", "**": "more"}


def test_arguments_behind_a_starred_one_have_no_place() -> None:
    assert shown(bind(call("f(1, *xs, 3)"), ("a", "b", "c"))) == {"a": "1", "*": "xs"}
    assert len(positional(call("f(1, 2, *xs, 3)"))) == 2


def test_more_arguments_than_parameters_are_left_out() -> None:
    assert shown(bind(call("f(1, 2)"), ("a",))) == {"a": "1"}


def test_an_argument_is_found_by_its_name() -> None:
    found = keyword(call("f(1, training=flag)"), "training")
    assert found is not None
    assert dotted(found) == "flag"
    assert keyword(call("f(training)"), "training") is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("x = f()", {"x": "f()"}),
        ("a, (b, c) = 1, (2, 3)", {"a": "1", "b": "2", "c": "3"}),
        ("a, b = f()", {"a": None, "b": None}),
        ("a, *b = 1, 2", {"a": None, "b": None}),
    ],
)
def test_a_part_of_a_target_has_its_own_part_of_the_value(text: str, parts: object) -> None:
    target, value = map(expression, text.split(" = "))
    sources = cst.Module([])
    assert parts == {
        sources.code_for_node(part): sources.code_for_node(own) if own is not None else None
        for part, own in parts_bound(target, value)
    }


@pytest.mark.parametrize("text", ["{'a': 1}", "dict(a=1)"])
def test_a_mapping_is_read_by_its_keys(text: str) -> None:
    assert shown(mapping_display(expression(text)) or {}) == {"a": "1"}


@pytest.mark.parametrize("text", ["{**b}", "dict(b)", "{1: 2}", "f(a=1)"])
def test_a_mapping_that_is_not_all_seen_is_not_read(text: str) -> None:
    assert mapping_display(expression(text)) is None


def test_an_unpacking_binds_its_names_and_no_attribute() -> None:
    target = expression("a, (b, *c), d.e, f[0]")
    assert list(names_bound(target)) == ["a", "b", "c"]


def test_what_is_called_has_the_last_part_of_its_name_and_a_result_has_none() -> None:
    assert called_name(call("tf.floor(x)").func) == "floor"
    assert called_name(call("floor(x)").func) == "floor"
    assert called_name(call("make()(x)").func) == ""


def test_a_method_of_super_is_called_on_super_itself() -> None:
    assert is_method_of_super(call("super().build(shape)"))
    assert not is_method_of_super(call("super()"))
    assert not is_method_of_super(call("self.build(shape)"))


@pytest.mark.parametrize("line", ["x[0] = 1", "x.y = 1", "x += 1", "x, y = y", "(x := 1)"])
def test_a_name_is_assigned_to_where_only_a_part_of_it_is(line: str) -> None:
    assert "x" in names_assigned_to(cst.parse_module(line))


def test_a_name_that_is_only_read_is_not_assigned_to() -> None:
    assert names_assigned_to(cst.parse_module("y = x")) == {"y"}

"""What is said of Python's containers and functions is what they do."""

from __future__ import annotations

import builtins
import importlib
import itertools
import logging
import operator
from collections import deque
from copy import copy, deepcopy

import pytest

from layerlint.facts import python


def named(name: str) -> object:
    """What a dotted name stands for."""
    parts = name.split(".")
    for end in range(len(parts) - 1, 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            continue
        for part in parts[end:]:
            found = getattr(found, part)
        return found
    raise LookupError(name)


def changes(container: object, method: str) -> bool:
    """Whether some call of the method changes a copy of the container."""
    for arguments in ((), (7,), ([7],), ([3],), (0, 7), ({7: 8},)):
        tried = copy(container)
        try:
            getattr(tried, method)(*arguments)
        except (TypeError, KeyError, IndexError, ValueError):
            continue
        if repr(tried) != repr(container):
            return True
    return False


def test_the_methods_that_change_a_container_are_all_named() -> None:
    found = {
        method
        for container in ([3, 1], {3, 1}, {3: 1})
        for method in dir(container)
        if not method.startswith("_") and changes(container, method)
    }
    assert found <= python.CONTAINER_CHANGES
    assert python.CONTAINER_CHANGES - found <= {"discard", "remove"}  # 7 is not in there


def test_what_puts_something_into_a_container_changes_it() -> None:
    assert python.CONTAINER_ADDERS <= python.CONTAINER_CHANGES
    assert set(dir(list)) >= python.LIST_ADDERS
    assert all(changes([3], method) for method in python.LIST_ADDERS)


@pytest.mark.parametrize(("maker", "kind"), python.CONTAINER_MAKERS.items())
def test_a_maker_makes_the_kind_of_container_that_is_said(maker: str, kind: str) -> None:
    assert isinstance(named(maker)(), {"list": list, "dict": dict, "set": set}[kind])


@pytest.mark.parametrize("name", sorted(python.ORDINARY_BASES - {"object"}))
def test_an_ordinary_base_gives_no_public_attribute(name: str) -> None:
    assert [member for member in dir(named(name)) if not member.startswith("_")] == []


@pytest.mark.parametrize("name", sorted(python.DATACLASS_DECORATORS))
def test_a_decorator_of_data_makes_a_constructor(name: str) -> None:
    pytest.importorskip(name.split(".")[0])
    made = type("Pair", (), {"__annotations__": {"first": int}, "first": 1})
    assert named(name)(made)().first == 1 if name != "attr.s" else callable(named(name))


@pytest.mark.parametrize("name", sorted(python.SIDE_EFFECTS))
def test_a_side_effect_is_a_function(name: str) -> None:
    assert callable(named(name))


def test_the_methods_of_a_logger_exist() -> None:
    assert {name for name in python.LOGGING_METHODS if hasattr(logging.Logger, name)} == (
        python.LOGGING_METHODS
    )


@pytest.mark.parametrize("name", sorted(python.SEQUENCE_CLASSES))
def test_a_shape_of_keras_3_is_a_sequence(name: str) -> None:
    assert isinstance((2, 3), named(name))


SAMPLES = {str: "ab", list: [1, 2], tuple: (1, 2), dict: {"a": 1}, set: {1, 2}}
ARGUMENTS: list[tuple[object, ...]] = [(), (1,), ("a",), ({3},), ("a", "b")]


def test_the_builtins_are_there() -> None:
    assert all(hasattr(builtins, name) for name in python.PURE_BUILTINS)


@pytest.mark.parametrize("name", sorted(python.LAZY_CALLS))
def test_a_lazy_call_calls_nothing_before_an_element_is_asked_for(name: str) -> None:
    called: list[object] = []
    rows = [(1,)] if name == "itertools.starmap" else [1]
    made = named(name)(called.append, rows)  # type: ignore[operator]
    assert called == []
    next(iter(made), None)
    assert called == [1]


@pytest.mark.parametrize("name", sorted(python.PURE_OPERATORS))
def test_an_operator_leaves_its_operands_alone(name: str) -> None:
    for left, right in ((1, 2), ([1], [2]), ({1}, {2})):
        before = deepcopy((left, right))
        for operands in ((left,), (left, right)):
            try:
                getattr(operator, name)(*operands)
            except TypeError:
                continue
        assert (left, right) == before


@pytest.mark.parametrize("kind", sorted(python.PURE_METHODS, key=str))
def test_no_method_changes_its_object(kind: type) -> None:
    for name in python.PURE_METHODS[kind]:
        sample = deepcopy(SAMPLES[kind])
        for arguments in ARGUMENTS:
            try:
                getattr(sample, name)(*arguments)
            except (TypeError, ValueError, AttributeError):
                continue
        assert sample == SAMPLES[kind], name


@pytest.mark.parametrize("name", sorted(python.VALUE_BUILTINS))
def test_a_built_in_function_gives_a_value_of_python(name: str) -> None:
    given = {
        "getattr": (1, "real"),
        "hasattr": (1, "real"),
        "isinstance": (1, int),
        "issubclass": (bool, int),
        "len": ((),),
    }
    result = getattr(builtins, name)(*given.get(name, (1,)))
    assert result is None or isinstance(result, (bool, int, float, str, range, type))


@pytest.mark.parametrize("method", sorted(python.METHODS_THAT_CHANGE))
def test_a_method_that_changes_a_container_does_so_to_one_that_has_it(method: str) -> None:
    containers = [held for held in ([7, 2], {7}, {5}, {7: 1}, deque([7])) if hasattr(held, method)]
    assert any(changes(held, method) for held in containers)


@pytest.mark.parametrize("method", sorted(python.METHODS_THAT_ADD))
def test_a_method_that_adds_makes_a_container_longer(method: str) -> None:
    grown = {"insert": (0, 1), "setdefault": (1, 2), "update": ({1: 2},), "extend": ([1],)}
    for container in ([], set(), {}, deque()):
        if hasattr(container, method):
            getattr(container, method)(*grown.get(method, (1,)))
            assert len(container) == 1


@pytest.mark.parametrize("name", sorted(python.CONVERSIONS))
def test_a_conversion_gives_the_kind_that_is_said(name: str) -> None:
    made = getattr(builtins, name)([3, 1, 2])
    assert isinstance(made, python.CONVERSIONS[name])
    assert sorted(made) == [1, 2, 3]


@pytest.mark.parametrize("name", sorted(python.IDEMPOTENT_CONVERSIONS))
def test_a_conversion_gives_the_same_when_it_is_applied_again(name: str) -> None:
    convert = named(name)
    once = convert({} if name.endswith("dict") else "1")
    assert convert(once) == once


MAKING = {
    "__getattr__": "def __getattr__(name):\n    return 1",
    "__dict__": "import sys\nsys.modules[__name__].__dict__['made'] = 1",
    "globals": "globals()['made'] = 1",
    "vars": "vars()['made'] = 1",
    "setattr": "import sys\nsetattr(sys.modules[__name__], 'made', 1)",
    "exec": "exec('made = 1')",
    "modules": "import sys\nsys.modules[__name__].made = 1",
}


@pytest.mark.parametrize("maker", python.NAME_MAKERS)
def test_a_module_has_a_name_that_no_statement_binds(maker, tmp_path, monkeypatch) -> None:
    (tmp_path / f"by_{maker}.py").write_text(MAKING[maker])
    monkeypatch.syspath_prepend(tmp_path)
    assert importlib.import_module(f"by_{maker}").made == 1


@pytest.mark.parametrize(("name", "value"), python.CONSTANTS.items())
def test_a_constant_has_its_value_when_code_runs(name: str, value: object) -> None:
    home, _, last = name.rpartition(".")
    assert getattr(importlib.import_module(home), last) is value


def test_each_operator_has_a_method_of_its_name() -> None:
    for method in python.OPERATORS.values():
        assert hasattr(operator, f"__{method}__")
        assert hasattr(operator, f"__i{method}__")


def test_what_arranges_keeps_the_very_things() -> None:
    first, second = object(), object()
    for name in python.ARRANGING:
        function = getattr(itertools, name)
        given = {"compress": [[1, 1]], "islice": [2], "permutations": [2]}.get(name, [])
        if name.startswith("combinations"):
            given = [2]
        rows = list(function([first, second], *given))
        parts = {part for row in rows for part in (row if isinstance(row, tuple) else (row,))}
        assert parts == {first, second}, name


def test_what_stops_early_asks_for_no_second_element() -> None:
    for name, element in (("next", 1), ("any", 1), ("all", 0)):
        asked_for = iter([element, 2])
        named(f"builtins.{name}")(asked_for)
        assert next(asked_for) == 2
        assert f"builtins.{name}" in python.STOPPING_CALLS
    assert len(python.STOPPING_CALLS) == 3


def test_managers_that_give_what_they_are_made_with() -> None:
    closed = []

    class Closed:
        def close(self) -> None:
            closed.append(self)

    for name in python.GIVING_MANAGERS:
        given = Closed()
        with named(name)(given) as entered:
            assert entered is given
        assert (given in closed) is (name == python.CLOSING)


def test_what_is_settled_elsewhere_is_no_matter_of_the_program() -> None:
    assert all(named(name) is not None for name in python.SETTLED_ELSEWHERE)


def test_what_only_computes_does_the_same_again() -> None:
    given = {"on": [1, None, "text"]}
    for name, function in python.PURE_FUNCTIONS.items():
        assert named(name) is function
        argument = given if name.endswith("dumps") else '{"on": 1}'
        assert function(argument) == function(argument)

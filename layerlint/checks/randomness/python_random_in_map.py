"""LL612: Python or NumPy draws a random number in a function that `Dataset.map` traces."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.randomness._augmentation import code_of, mapped_by
from layerlint.declaration import check
from layerlint.facts.random import random_function
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, Members, Row, Text
from layerlint.queries.called_functions import function_named
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds, walk_same_function

# What is told only to the `map` of a dataset.
_OF_DATASETS = frozenset({"num_parallel_calls", "deterministic"})
NEEDS = AllOf(Text("tensorflow"), Members("map"), Row("map", "("), Text("random"))


@check(Module, needs=NEEDS)
def python_random_in_map(module: Module) -> Iterator[Finding]:
    """Report each draw of Python's or NumPy's generators in what is mapped on a dataset."""
    reported: set[cst.CSTNode] = set()
    for call in walk_kinds(module.tree, cst.Call):
        given = mapped_by(call)
        code = code_of(given, module) if given is not None else None
        if given is None or code is None:
            continue
        calls = list(_calls(code, module))
        draws = [each for each in calls if _is_drawn_by_python(each, module)]
        if not draws or not _is_of_dataset(call, calls, module):
            continue
        for draw in draws:
            if draw not in reported:
                reported.add(draw)
                fields = {"function": module.source(draw.func), "mapped": short(module, given)}
                yield Finding(draw, fields=fields)


def _is_of_dataset(call: cst.Call, calls: list[cst.Call], module: Module) -> bool:
    """Whether it is the `map` of a dataset: by what it is told, or by what the function calls."""
    named = {each.keyword.value for each in call.args if each.keyword is not None}
    if named & _OF_DATASETS:
        return True
    if module.says("load_dataset"):
        return False  # that of another library, which runs the function for each element
    return len(call.args) == 1 and any(module.tf(each.func) is not None for each in calls)


def _calls(code: cst.CSTNode, module: Module) -> Iterator[cst.Call]:
    """The calls in code, and in the functions of the module that it calls."""
    for call in walk_same_function(code, cst.Call):
        yield call
        helper = function_named(call.func, module)
        if helper is not None:
            yield from walk_same_function(helper.body, cst.Call)


def _is_drawn_by_python(call: cst.Call, module: Module) -> bool:
    known = random_function(module.resolve(call.func))
    return known is not None and known.at_trace

"""LL153: shuffled data are split by `take` and `skip`, each of which sees an order of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from layerlint.checks.training._shuffled_data import shuffles
from layerlint.declaration import check
from layerlint.facts.data import SHUFFLED_DATASETS
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, assignments_of
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, positional
from layerlint.syntax.walk import calls_given, is_behind, walk_kinds

_MAKERS = (*sorted(SHUFFLED_DATASETS), "list_files")
# Who looks at samples and does not keep them: `next(iter(data.take(1)))`.
_LOOKS = ("iter", "next", "enumerate", "print")


@check(
    Module,
    needs=AllOf(Members("take"), Members("skip"), AnyOf(Members("shuffle"), *_MAKERS)),
)
def split_of_shuffled_data(module: Module) -> Iterator[Finding]:
    """Report the later of `data.take(n)` and `data.skip(n)`, where `data` are shuffled."""
    firsts: dict[object, cst.Call] = {}
    for call in walk_kinds(module.tree, cst.Call):
        part = _part(call, module)
        if part is None:
            continue
        data, number = part
        name = called_name(call.func)
        value = _last_given(data, call, module)
        around = module.class_around if isinstance(data, cst.Attribute) else module.function
        key = (around(call), value, module.source(data), number)
        other = firsts.pop((*key, "skip" if name == "take" else "take"), None)
        if other is None:
            firsts.setdefault((*key, name), call)
        elif shuffles(value or data, value or call, module):
            texts = {"part": short(module, other), "rest": short(module, call)}
            yield Finding(call, fields={"data": module.source(data), **texts})


def _part(call: cst.Call, module: Module) -> tuple[cst.BaseExpression, str] | None:
    """The data of which a call takes a part that is kept, and how many samples that are."""
    match call.func, positional(call):
        case cst.Attribute(value=cst.Name() | cst.Attribute() as data), [number]:
            if called_name(call.func) in ("take", "skip") and not _is_looked_at(call, module):
                return data, module.source(number.value)
    return None


def _is_looked_at(call: cst.Call, module: Module) -> bool:
    around = module.parent(call)
    looped = isinstance(around, (cst.For, cst.CompFor)) and around.iter is call
    return looped or any(called_name(each.func) in _LOOKS for each in calls_given(call))


def _last_given(
    data: cst.BaseExpression, use: cst.Call, module: Module
) -> cst.BaseExpression | None:
    """What data were given last, also if only under a condition: `if mix: x = x.shuffle(9)`."""
    value = value_at(data, use, module)
    if value is not None or not isinstance(data, cst.Name):
        return value
    function = module.function(use)
    scope = function.body if function is not None else module.tree
    given = assignments_of(data.value, assigned(scope, module))
    before = bisect_left(given, True, key=lambda each: not is_behind(use, each))
    return given[before - 1].value if before else None

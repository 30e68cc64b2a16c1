"""LL609: data are augmented before `cache`, which keeps the first draw of each image."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.checks.randomness._augmentation import augments, code_of, mapped_by
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.straight_values import steps_of
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name
from layerlint.syntax.walk import names_below, walk_kinds

# Data to measure by are to stay as they are, random crops among them.
_MEASURES = re.compile(r"val|test|eval|dev(?![a-z])")

NEEDS = AllOf(
    Text("tensorflow"), Members("map"), Members("cache"), AnyOf(Text("random"), Text("Random"))
)


@check(Module, needs=NEEDS)
def augmentation_cached(module: Module) -> Iterator[Finding]:
    """Report each `cache` of a dataset that a function which augments images was mapped on."""
    for call in walk_kinds(module.tree, cst.Call):
        if called_name(call.func) == "cache" and isinstance(call.func, cst.Attribute):
            if _MEASURES.search(_said_of(call, module)):
                continue
            mapped = _augmenting(call.func.value, call, module)
            if mapped is not None:
                yield Finding(call.func.attr, fields={"map": short(module, mapped)})


def _said_of(call: cst.Call, module: Module) -> str:
    """The names that tell what data are for: of the function, of what is assigned, of the data."""
    function = module.function(call)
    names = module.facts(module.statement(call), _names)
    return f"{names} {function.name.value.lower()}" if function is not None else names


def _names(statement: cst.CSTNode) -> str:
    return " ".join(names_below(statement)).lower()


def _augmenting(
    data: cst.BaseExpression, use: cst.CSTNode, module: Module
) -> cst.BaseExpression | None:
    """What was mapped on data and augments them, since they were cached last."""
    for step in steps_of(data, use, module):
        given = mapped_by(step)
        if called_name(step.func) == "cache":
            return None
        if given is not None and augments(code_of(given, module), module):
            return given
    return None

"""Functions that are losses or metrics, and count with the static size of the batch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from layerlint.checks.tracing._compared_with_numpy import EAGER, traced_methods
from layerlint.checks.tracing._sizes import is_dynamic, sizes_given, tensor_of
from layerlint.facts.state_functions import WRITES
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, only_value
from layerlint.model.module import Module
from layerlint.queries.metric_functions import compared_functions, compared_names
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_same_function

# The size is asked for before it is used.
_ASKED = re.compile(r"\bis (?:not )?None\b|\] or ")


def sizes_in_losses(module: Module) -> Iterator[Finding]:
    """Report the first size in each function that `compile` is given in the module.

    And in the metrics that the module makes itself.
    """
    if any(map(module.says, EAGER)):
        return
    for function in (*compared_functions(module), *_of_metrics(module)):
        if function.decorators:
            continue
        size = None if _ASKED.search(module.source(function)) else _first(function, module)
        if size is not None:
            yield Finding(size, "loss", {"size": short(module, size)})


def _of_metrics(module: Module) -> Iterator[cst.FunctionDef]:
    return (each.node for each in traced_methods(module) if each.owner.kind == "metric")


def _first(function: cst.FunctionDef, module: Module) -> cst.BaseExpression | None:
    reading = _Sizes(function, module)
    for node in walk_same_function(function.body, cst.BinaryOperation, cst.Call):
        given: Iterable[cst.BaseExpression] = ()
        if isinstance(node, cst.Call):
            given = (*sizes_given(node, module), *_numbers(node, module))
        elif isinstance(node, cst.BinaryOperation):
            given = (node.left, node.right)
        culprit = reading.first_of(given)
        if culprit is not None:
            return culprit
    return None


def _numbers(call: cst.Call, module: Module) -> Iterator[cst.BaseExpression]:
    """What is to be a number, and not None: `tf.cast(n, dtype)`, `self.count.assign_add(n)`."""
    written = isinstance(call.func, cst.Attribute) and call.func.attr.value in WRITES
    if call.args and (written or module.operation(call) == "cast"):
        yield call.args[0].value


class _Sizes:
    """The sizes in a function that compares targets and predictions."""

    def __init__(self, function: cst.FunctionDef, module: Module) -> None:
        self._compared = compared_names(function, module)
        self._assigned = assigned(function.body, module)

    def first_of(self, sizes: Iterable[cst.BaseExpression]) -> cst.BaseExpression | None:
        """The first part of some sizes that is the static size of the batch."""
        return next((found for size in sizes if (found := self._batch(size)) is not None), None)

    def _batch(self, size: cst.BaseExpression) -> cst.BaseExpression | None:
        match size:
            case cst.Tuple(elements=elements) | cst.List(elements=elements):
                # Behind the batch size in front stands the size of something else.
                first = elements[0].value if elements else None
                behind = first is not None and is_dynamic(first) and self._batch(first) is None
                return None if behind else self.first_of(each.value for each in elements)
            case cst.BinaryOperation(left=left, right=right):
                return self.first_of((left, right))
            case cst.Name(value=name):
                value = only_value(name, self._assigned)
                return self._batch(value) if isinstance(value, cst.Subscript) else None
            case cst.Subscript():
                tensor = tensor_of(size)
                if isinstance(tensor, cst.Name) and tensor.value in self._compared:
                    return size
        return None

"""LL159: a metric replaces its state with the value of a batch, and reports the last one alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.state_functions import WRITES
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, Text
from layerlint.queries.keras_objects import HAS_OBJECTS, keras_objects
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import literal, positional, self_attribute
from layerlint.syntax.walk import mentions, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_BASES = ("metrics.Metric",)
# Of what is meant to be of one batch, the author says so.
_OF_BATCH = re.compile(
    r"\b(last|latest|current|(most )?recent|(per|each|one|single)[- ]batch)\b", re.I
)
_LONGEST_WAY = 8


@check(Module, needs=AllOf("update_state", "assign", Text("Metric"), HAS_OBJECTS))
def metric_overwritten(module: Module) -> Iterator[Finding]:
    """Report the `assign` of a weight that `result` reads, where nothing is added up."""
    for metric in keras_objects(module):
        if metric.kind == "metric" and metric.keras_bases == _BASES and metric.complete:
            yield from _overwritten(metric)


def _overwritten(metric: LayerClass) -> Iterator[Finding]:
    update, result = metric.methods.get("update_state"), metric.method("result")
    if update is None or result is None or _is_meant(metric, update):
        return
    assigned = _assigned(metric, update)
    if not assigned or _remembers(metric, update, set(assigned)):
        return
    reported = {self_attribute(node, result.self_name) for node in result.own_nodes(cst.Attribute)}
    for name, call in assigned.items():
        if name in reported and _is_computed(call.args[0].value, update):
            fields = {"metric": metric.name, "weight": f"self.{name}"}
            yield Finding(call, fields=fields)
            return


def _is_meant(metric: LayerClass, update: Method) -> bool:
    """Whether the class says that it is about one batch."""
    told = (metric.name, metric.docstring, update.node.get_docstring() or "")
    words = (re.sub(r"(?<=[a-z])(?=[A-Z])", " ", each) for each in told)
    return any(_OF_BATCH.search(each) is not None for each in words)


def _assigned(metric: LayerClass, update: Method) -> dict[str, cst.Call]:
    """The weights that a batch gives a value, each with the first call that does."""
    found: dict[str, cst.Call] = {}
    for call in update.own_nodes(cst.Call):
        match call:
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name("assign")), args=[_, *_]):
                name = self_attribute(owner, update.self_name)
                if name in metric.weights:
                    found.setdefault(name, call)
    return found


def _remembers(metric: LayerClass, update: Method, assigned: set[str]) -> bool:
    """Whether an update reads what was there before, adds to anything, or asks who might."""
    for method in _run_by(metric, update):
        receivers = {
            node.func.value
            for node in method.own_nodes(cst.Call)
            if isinstance(node.func, cst.Attribute) and node.func.attr.value == "assign"
        }
        for node in method.own_nodes(cst.Attribute, cst.Call, cst.AugAssign, cst.AssignTarget):
            if isinstance(node, cst.Attribute):
                name = self_attribute(node, method.self_name)
                if name in assigned and node not in receivers:
                    return True
            elif isinstance(node, (cst.AugAssign, cst.AssignTarget)):
                if mentions(node.target, method.self_name):
                    return True
            elif isinstance(node, cst.Call) and _may_remember(node, metric, method, assigned):
                return True
    return False


def _run_by(metric: LayerClass, update: Method) -> list[Method]:
    """The update, and the methods of the class that it runs."""
    found = [update]
    for method in found:
        for call in method.own_nodes(cst.Call):
            called = metric.method(self_attribute(call.func, method.self_name) or "")
            if called is not None and called not in found:
                found.append(called)
    return found


def _may_remember(call: cst.Call, metric: LayerClass, method: Method, assigned: set[str]) -> bool:
    """Whether a call adds to something, or is one of an object that may keep what it is given."""
    if not isinstance(call.func, cst.Attribute):
        return False
    name, owner = call.func.attr.value, call.func.value
    if name in WRITES and name != "assign":
        return True
    if self_attribute(call.func, method.self_name) is not None:
        return metric.method(name) is None
    held = self_attribute(owner, method.self_name)
    return held is not None and held not in assigned


def _is_computed(value: cst.BaseExpression, update: Method) -> bool:
    """Whether more is assigned than what the update was given, as for a rate that is shown."""
    for _ in range(_LONGEST_WAY):
        match value:
            case cst.Name():
                behind = value_at(value, value, update.module)
                if behind is None:
                    return not update.takes(value.value)
                value = behind
            case cst.Call() as call if _is_cast(call, update):
                value = positional(call)[0].value
            case _:
                return type(value) is cst.Call or not _is_constant(value)
    return False


def _is_cast(call: cst.Call, update: Method) -> bool:
    known = update.module.tensor_function(call.func)
    return known is not None and known.role == "cast" and bool(positional(call))


def _is_constant(value: cst.BaseExpression) -> bool:
    return isinstance(literal(value), (bool, int, float)) or not any(
        True for _ in walk_kinds(value, cst.Name)
    )

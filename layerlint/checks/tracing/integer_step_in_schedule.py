"""LL318: a schedule computes with the step as if it were a float, and it is an integer."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.tracing._kinds_of_numbers import STEP, Numbers
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_statement_before, spell
from layerlint.model.methods import Method
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, HoldsObject
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import last_part
from layerlint.syntax.walk import mentions, walk_kinds

# What takes the step for a number of an item, which a float is not.
_INDEXING = frozenset({"gather", "gather_nd", "switch_case", "one_hot", "embedding_lookup"})


@check(Module, needs=AllOf("LearningRateSchedule", "__call__", HoldsObject()))
def integer_step_in_schedule(module: Module) -> Iterator[Finding]:
    """Report the first operation of a schedule that takes no integer, where it is given the step.

    Up to TensorFlow 2.10 optimizers of Keras 2 passed a float, and other backends of Keras 3
    make floats of integers themselves.
    """
    told = _generations(module)
    for schedule in keras_objects(module) if told else ():
        method = schedule.methods.get("__call__")
        if schedule.kind != "schedule" or method is None or len(method.positional) != 1:
            continue
        if method.module is not module:
            continue
        step = method.positional[0].name
        reading = Numbers(schedule, method, {step: STEP}, by_variable=told == {2})
        culprit = reading.culprit()
        if culprit is not None:
            fields = {"code": short(module, culprit), "step": step, "schedule": schedule.name}
            yield Finding(culprit, fields=fields, fix=_cast(step, method), generations=told)


def _generations(module: Module) -> frozenset[int]:
    """Where optimizers are known to pass an integer to what computes with TensorFlow."""
    if "tf_keras" in module.text or "TF_USE_LEGACY_KERAS" in module.text:
        return frozenset() if "legacy." in module.text else frozenset({2})
    bound = module.index.bindings.values()
    runs = any(target.partition(".")[0] == "tensorflow" for targets in bound for target in targets)
    return frozenset({3}) if runs else frozenset()


def _cast(step: str, method: Method) -> Fix | None:
    """Make a float of the step before anything else, where it is no index as well."""
    module, body = method.module, method.node.body
    if not isinstance(body, cst.IndentedBlock) or _is_index(step, method):
        return None
    first = next((each for each in body.body if not _is_docstring(each)), None)
    if first is None:
        return None
    spelled, edits = spell(module, first, "tensorflow.cast")
    tensorflow = spelled.rpartition(".")[0]
    text = f"{step} = {spelled}({step}, {tensorflow}.float32)"
    return Fix("Cast the step", (*insert_statement_before(module, first, text), *edits))


def _is_index(step: str, method: Method) -> bool:
    """Whether the step says which item of something is wanted."""
    indices: list[cst.CSTNode] = []
    for node in walk_kinds(method.node.body, cst.Subscript, cst.Call):
        match node:
            case cst.Subscript(slice=parts):
                indices += parts
            case cst.Call(func=function, args=given):
                if last_part(method.module.tf(function) or "") in _INDEXING:
                    indices += given
    return any(mentions(each, step) for each in indices)


def _is_docstring(statement: cst.CSTNode) -> bool:
    match statement:
        case cst.SimpleStatementLine(body=[cst.Expr(value=cst.SimpleString())]):
            return True
    return False

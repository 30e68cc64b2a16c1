"""LL114: a tensor operation gets the training flag, which is a Python value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.flag_operations import (
    KERAS_REFUSES_NONE,
    TENSORFLOW_REFUSES_NONE,
    TENSORFLOW_REFUSES_PYTHON,
)
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_statement_before, replace
from layerlint.model.layer import LayerClass
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal
from layerlint.syntax.walk import walk

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_FLAG = "training"


@check(LayerClass)
def tensor_op_on_training_flag(layer: LayerClass) -> Iterator[Finding]:
    """Report the operations of the class's own `call` that are given its flag."""
    method = layer.methods.get("call")
    parameter = method.parameter(_FLAG) if method is not None else None
    if method is None or parameter is None or method.rebinds(_FLAG):
        return
    may_be_none = parameter.default is None or literal(parameter.default) is None
    uses = list(_uses(method, may_be_none and not _asks_for_none(method)))
    for call, flag, python in uses:
        yield Finding(
            call,
            "python" if python else "none",
            {"function": method.module.source(call.func), "flag": _FLAG},
            fix=_fix(method, uses[0][0], call, flag, python, may_be_none),
            module=method.module,
        )


def _uses(method: Method, may_be_none: bool) -> Iterator[tuple[cst.Call, cst.Name, bool]]:
    """The operations that raise on the flag: the call, the flag in it, whether on `True` too."""
    module = method.module
    for node in method.own_nodes(cst.Call):
        flag = next(iter(_given_flag(node)), None)
        if flag is None:
            continue
        tensorflow, keras = module.tf(node.func), module.keras(node.func)
        if tensorflow in TENSORFLOW_REFUSES_PYTHON:
            yield node, flag, True
        elif may_be_none and (tensorflow in TENSORFLOW_REFUSES_NONE or keras in KERAS_REFUSES_NONE):
            yield node, flag, False


def _given_flag(call: cst.Call) -> Iterator[cst.Name]:
    """The flag where it is an argument, or a condition among those of `tf.case`."""
    for argument in call.args:
        match argument.value:
            case cst.Name(value=name) if name == _FLAG:
                yield argument.value
            case cst.List(elements=pairs):
                for pair in pairs:
                    match pair.value:
                        case cst.Tuple(elements=[cst.Element(value=cst.Name() as flag), *_]):
                            if flag.value == _FLAG:
                                yield flag


def _asks_for_none(method: Method) -> bool:
    """Whether the method tests somewhere whether there is a flag, or whether it is true."""
    return any(
        is_name(part, _FLAG)
        for node in method.own_nodes(
            cst.If, cst.IfExp, cst.Comparison, cst.BooleanOperation, cst.Assert
        )
        for part in walk(node.test if isinstance(node, (cst.If, cst.IfExp, cst.Assert)) else node)
    )


def _fix(
    method: Method,
    first: cst.Call,
    call: cst.Call,
    flag: cst.Name,
    python: bool,
    may_be_none: bool,
) -> Fix | None:
    """Settle the case of no flag before the first use, and make a tensor where one is needed."""
    module = method.module
    edits = []
    if may_be_none:
        nodes = [first, *module.ancestors(first)]
        body = next(i for i, node in enumerate(nodes) if node is method.node) - 2
        default = f"if {_FLAG} is None:\n    {_FLAG} = False"
        edits += insert_statement_before(module, nodes[body], default)
    if python:
        if not isinstance(call.func, cst.Attribute):
            return None
        tf = module.source(call.func.value)
        edits += replace(module, flag, f"{tf}.cast({_FLAG}, {tf}.bool)")
    return Fix("Make the flag what the operation takes", tuple(edits))

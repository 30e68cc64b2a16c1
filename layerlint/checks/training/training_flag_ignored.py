"""LL117: a helper that asks for the training mode is called without it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import add_keyword, insert_before
from layerlint.interpret.worlds import TRAIN
from layerlint.model.layer import LayerClass
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, literal, positional, self_attribute
from layerlint.syntax.walk import begins_before, last_statement, mentions

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

_FLAG = "training"


@check(LayerClass)
def training_flag_ignored(layer: LayerClass) -> Iterator[Finding]:
    """Report calls, in methods that know the mode, of helpers that take it and do not get it."""
    for reached in layer.forward.functions:
        method = reached.method
        if method is None or reached.node is not method.node or method.owner is not layer:
            continue
        if not method.takes(_FLAG) or not reached.worlds & TRAIN:
            continue
        for node in method.own_nodes(cst.Call):
            if _asked(node, method):
                continue
            helper = layer.method(self_attribute(node.func, method.self_name) or "")
            generations = _lost(layer, helper) if helper is not None else frozenset()
            if helper is None or not generations or _gets_flag(node, helper):
                continue
            parameter = helper.parameter(_FLAG)
            default = parameter.default if parameter is not None else None
            argument, lands = _misplaced(node, helper)
            if argument is not None:
                passed = insert_before(method.module, argument.value, f"{_FLAG}=")
            else:
                passed = add_keyword(method.module, node, f"{_FLAG}={_FLAG}")
            yield Finding(
                node,
                "default" if argument is None else "misplaced",
                {
                    "helper": method.module.source(node.func),
                    "default": helper.module.source(default) if default is not None else "",
                    "lands": lands,
                },
                fix=Fix("Pass the flag on", tuple(passed)),
                module=method.module,
                generations=generations,
            )


def _gets_flag(call: cst.Call, helper: Method) -> bool:
    names = [parameter.name for parameter in helper.positional]
    place = names.index(_FLAG) if _FLAG in names else len(names)
    starred = any(argument.star for argument in call.args)
    return starred or keyword(call, _FLAG) is not None or len(positional(call)) > place


def _misplaced(call: cst.Call, helper: Method) -> tuple[cst.Arg | None, str]:
    """The last argument by position, where it is the flag, and the parameter that it falls to."""
    given = positional(call)
    place = len(given) - 1
    last = given[-1] if given and given[-1] is call.args[-1] else None
    if last is not None and is_name(last.value, _FLAG) and place < len(helper.positional):
        return last, helper.positional[place].name
    return None, ""


def _asked(call: cst.Call, method: Method) -> bool:
    """Whether the call stands behind a test of the flag: then the author chose the mode.

    So does what follows `if training: return ...`; what follows `if not training: return` is for
    training, and the helper does not hear of it.
    """
    inner: cst.CSTNode = call
    for node in method.module.ancestors(call):
        if isinstance(node, (cst.If, cst.IfExp)) and mentions(node.test, _FLAG):
            return True
        if isinstance(node, cst.IndentedBlock):
            left = method.module.facts(node, _left_in_training)
            if left is not None and begins_before(left, inner):
                return True
        if node is method.node:
            break
        inner = node
    return False


def _left_in_training(block: cst.IndentedBlock) -> cst.CSTNode | None:
    """The first statement of a block behind which nothing runs in training."""
    return next((each for each in block.body if _leaves_in_training(each)), None)


def _leaves_in_training(statement: cst.CSTNode) -> bool:
    match statement:
        case cst.If(test=test, body=body) if mentions(test, _FLAG):
            return isinstance(last_statement(body), (cst.Return, cst.Raise)) and not (
                isinstance(test, cst.UnaryOperation) and isinstance(test.operator, cst.Not)
            )
    return False


def _lost(layer: LayerClass, helper: Method) -> frozenset[int]:
    """The generations on which the helper does less without the flag.

    A flag that it only hands to sublayers is carried there by the context on Keras 2; on Keras 3
    the explicit `None` beats the context.
    """
    parameter = helper.parameter(_FLAG)
    if parameter is None or parameter.default is None or helper.name == "call":
        return frozenset()
    if literal(parameter.default) not in (None, False):
        return frozenset()
    module, handed_on = helper.module, False
    for node in helper.own_nodes(cst.Name):
        if not is_name(node, _FLAG):
            continue
        argument = module.parent(node)
        if isinstance(argument, cst.Param) or (
            isinstance(argument, cst.Arg) and argument.keyword is node
        ):
            continue
        if _keeps_out_of_training(argument, module):
            continue  # without the flag it does more, not less
        if not isinstance(argument, cst.Arg) or not _is_flag(argument):
            return frozenset({2, 3})
        call = module.parent(argument)
        attribute = self_attribute(call.func) if isinstance(call, cst.Call) else None
        sublayer = layer.sublayers.get(attribute or "")
        if sublayer is None:
            return frozenset()
        handed_on = handed_on or bool(sublayer.mode_dependent)
    return frozenset({3}) if handed_on else frozenset()


def _keeps_out_of_training(test: cst.CSTNode | None, module: Module) -> bool:
    """`if not training: ...` without anything behind it for training alone."""
    if not isinstance(test, cst.UnaryOperation) or not isinstance(test.operator, cst.Not):
        return False
    branch = module.parent(test)
    if not isinstance(branch, cst.If) or branch.test is not test or branch.orelse is not None:
        return False
    return not isinstance(last_statement(branch.body), (cst.Return, cst.Raise))


def _is_flag(argument: cst.Arg) -> bool:
    return argument.keyword is not None and argument.keyword.value == _FLAG

"""LL435: a callback asks the logs of an epoch where it begins, and they are empty there."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.contract._hooked_classes import HAS_HOOKS, hooked
from layerlint.declaration import check
from layerlint.facts.hooks import CALLBACK_HOOKS, LOGS_AT_BEGIN
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, Text
from layerlint.queries.called_functions import arguments, called, callers
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, self_attribute
from layerlint.syntax.walk import walk_kinds

_BEGINNINGS = frozenset(name for name in CALLBACK_HOOKS if name.endswith("_begin"))


@check(Module, needs=AllOf(HAS_HOOKS, Text("_begin")))
def logs_read_at_begin(module: Module) -> Iterator[Finding]:
    """Report the first thing that such a method asks its logs for, where nothing fills them."""
    for found in hooked(module):
        for method in found.methods if found.kind == "callback" else ():
            name = method.name.value
            parameters = method.params.params
            if name not in _BEGINNINGS or len(parameters) != CALLBACK_HOOKS[name] + 1:
                continue
            logs = parameters[-1].name.value
            if _is_filled(logs, method, module) or _is_called(name, module):
                continue
            for node, key in (*_asked(logs, method, module), *_asked_by(logs, method, module)):
                fields = {"hook": name, "key": key, "later": name.replace("_begin", "_end")}
                yield Finding(node, fields=fields)
                break


def _asked(logs: str, method: cst.FunctionDef, module: Module) -> Iterator[tuple[cst.CSTNode, str]]:
    """The reads of an entry, `logs["loss"]`, `logs.get("loss")` and `(logs or {}).get("loss")`."""
    for node in walk_kinds(method.body, cst.Subscript, cst.Call):
        index: cst.BaseExpression | None = None
        match node:
            case cst.Subscript(
                value=owner, slice=[cst.SubscriptElement(slice=cst.Index(value=asked))]
            ):
                index = asked if _is_logs(owner, logs) else None
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name("get")), args=[first, *_]):
                index = first.value if _is_logs(owner, logs) else None
        key = literal(index) if index is not None else None
        if index is not None and self_attribute(index) and "batch" not in method.name.value:
            yield node, module.source(index)  # `self.monitor`: whatever it is, it is not there
        elif isinstance(key, str) and key not in LOGS_AT_BEGIN:
            yield node, key


def _asked_by(
    logs: str, method: cst.FunctionDef, module: Module
) -> Iterator[tuple[cst.CSTNode, str]]:
    """The calls of methods that read an entry of the logs, and that only beginnings call."""
    for call, helper, name in _handed(logs, method, module):
        runs = (module.function(each) for each in callers(helper, module))
        if all(each is not None and each.name.value in _BEGINNINGS for each in runs):
            for _, key in _asked(name, helper, module):
                yield call, key
                break


def _handed(
    logs: str, method: cst.FunctionDef, module: Module
) -> Iterator[tuple[cst.Call, cst.FunctionDef, str]]:
    """The calls of functions of the module that are given the logs, and their parameter."""
    for call in walk_kinds(method.body, cst.Call):
        helper = called(call, module) if call.args else None
        for name, given in arguments(call, helper, module).items() if helper is not None else ():
            if helper is not None and is_name(given, logs):
                yield call, helper, name


def _is_logs(owner: cst.BaseExpression, logs: str) -> bool:
    """Whether it is the logs, or an empty dictionary where there are none."""
    if isinstance(owner, cst.BooleanOperation):
        return is_name(owner.left, logs)
    return is_name(owner, logs)


def _is_filled(logs: str, method: cst.FunctionDef, module: Module) -> bool:
    """Whether the method gives the name something else, puts something in, or hands it on."""
    for assignment in walk_kinds(method.body, cst.Assign):
        for target in assignment.targets:
            if is_name(target.target, logs) and not _is_logs(assignment.value, logs):
                return True
            if isinstance(target.target, cst.Subscript) and is_name(target.target.value, logs):
                return True
    followed = {
        call: helper is method or _is_filled(name, helper, module)
        for call, helper, name in _handed(logs, method, module)
        if helper.name.value != method.name.value
    }
    for call in walk_kinds(method.body, cst.Call):
        match call.func:
            case cst.Attribute(value=owner, attr=cst.Name("update" | "setdefault")):
                if is_name(owner, logs):
                    return True
        own = isinstance(call.func, cst.Attribute) and call.func.attr.value == method.name.value
        if followed.get(call) is False:
            continue
        if not own and any(is_name(argument.value, logs) for argument in call.args):
            return True
    return False


def _is_called(name: str, module: Module) -> bool:
    """Whether a file of the project calls such a method itself, perhaps with logs."""
    return bool(module.project.index.having(name, rf"(?<!super\(\))\.{name}\("))

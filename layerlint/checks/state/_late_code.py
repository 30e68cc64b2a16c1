"""Code that runs when Keras has made its graph: hooks of callbacks, and what loops over `fit`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import TYPE_CHECKING, NamedTuple

from layerlint.queries.callbacks import callbacks, repeated_hooks, traces_again
from layerlint.queries.called_functions import function_named
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, literal, self_attribute
from layerlint.syntax.walk import names_below, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

_FOLLOWED = 16
# What runs before the first step, so that what it sets is in the graph.
_ONCE = ("__init__", "on_train_begin", "set_model", "set_params")


class Setting(NamedTuple):
    """`owner.name = value`, or the same by `setattr`, at `node`."""

    node: cst.CSTNode
    owner: cst.BaseExpression
    name: str
    value: cst.BaseExpression


class Hook(NamedTuple):
    """Code that callbacks run at each epoch or batch, `path` being what to call it."""

    path: str
    code: cst.FunctionDef | cst.Lambda
    callback: cst.ClassDef | None


def hooks(module: Module) -> tuple[Hook, ...]:
    """What callbacks run again and again, and what that calls, where nothing traces again."""
    return module.once(_hooks)


def settings(code: cst.CSTNode) -> Iterator[Setting]:
    """What a piece of code gives attributes of other objects."""
    for node in walk_same_function(code, cst.Assign, cst.AugAssign, cst.Call):
        match node:
            case cst.Assign(targets=targets, value=value):
                for target in targets:
                    if isinstance(target.target, cst.Attribute):
                        yield _setting(target.target, value)
            case cst.AugAssign(target=cst.Attribute() as attribute):
                yield _setting(attribute, attribute)
            case cst.Call(func=cst.Name("setattr"), args=[owner, name, value]):
                text = literal(name.value)
                if isinstance(text, str):
                    yield Setting(node, owner.value, text, value.value)


def _setting(attribute: cst.Attribute, value: cst.BaseExpression) -> Setting:
    return Setting(attribute, attribute.value, attribute.attr.value, value)


def _hooks(module: Module) -> tuple[Hook, ...]:
    found: list[Hook] = []
    for callback in callbacks(module):
        for root in repeated_hooks(callback, module):
            codes = _called(root, callback.methods, module)
            found += [Hook(callback.path(root), code, callback.node) for code in codes]
    for call in walk_kinds(module.tree, cst.Call):
        if module.keras(call.func) == "callbacks.LambdaCallback":
            found += _lambdas(call, module)
    return tuple(found)


def _called(
    root: cst.FunctionDef, methods: Mapping[str, cst.FunctionDef], module: Module
) -> list[cst.FunctionDef]:
    """The function and what it calls of its class and module; nothing where that traces again."""
    found: dict[cst.FunctionDef, None] = {}
    waiting = [root]
    while waiting and len(found) < _FOLLOWED:
        function = waiting.pop()
        if function in found:
            continue
        found[function] = None
        if traces_again(function, module):
            return []
        for call in walk_kinds(function.body, cst.Call):
            called: cst.FunctionDef | None = None
            if isinstance(call.func, cst.Name):
                called = module.function_defs.get(call.func.value)
            else:
                called = methods.get(self_attribute(call.func) or "")
            if called is not None:
                waiting.append(called)
    return list(found)


def _lambdas(call: cst.Call, module: Module) -> Iterator[Hook]:
    """The hooks that a `LambdaCallback` is given."""
    for name in ("on_epoch_begin", "on_epoch_end", "on_train_batch_begin", "on_train_batch_end"):
        code = keyword(call, name)
        if isinstance(code, cst.Lambda):
            yield Hook(name, code, None)
            for function in _told_by(code, module):
                yield Hook(function.name.value, function, None)
        elif isinstance(code, cst.Name) and code.value in module.function_defs:
            for function in _called(module.function_defs[code.value], {}, module):
                yield Hook(code.value, function, None)


def _told_by(code: cst.Lambda, module: Module) -> Iterator[cst.FunctionDef]:
    """The functions of the module that a lambda hands what is another number at each epoch."""
    own = {each.name.value for each in code.params.params}
    for call in walk_kinds(code.body, cst.Call):
        function = function_named(call.func, module)
        if function is not None and any(reads_one(each.value, own) for each in call.args):
            yield from _called(function, {}, module)


def varies(setting: Setting, hook: Hook, module: Module) -> bool:
    """Whether a hook does not give the same each time, from the first time on."""
    key = (_changing, hook.code, hook.callback)
    changing = module.remembered(key, lambda: _changing(hook))
    if reads_one(setting.value, changing) or builds_on_itself(setting, module):
        return True
    return is_chosen(setting, hook.code, changing, module)


def is_chosen(setting: Setting, repeated: cst.CSTNode, changing: Set[str], module: Module) -> bool:
    """Whether some rounds of what is repeated make the setting, and not the first alone."""
    for around in module.ancestors(setting.node):
        if around is repeated:
            break
        if isinstance(around, cst.If) and reads_one(around.test, changing):
            return "== 0" not in module.source(around.test)
    return False


def builds_on_itself(setting: Setting, module: Module) -> bool:
    """Whether it is changed from what it was: `layer.rate = layer.rate * 0.9`."""
    before = f"{module.source(setting.owner)}.{setting.name}"
    return any(module.source(each) == before for each in walk_kinds(setting.value, cst.Attribute))


def _changing(hook: Hook) -> frozenset[str]:
    """The names in a hook, and the attributes, that are not the same at each epoch."""
    code = hook.code
    own = code.params.params[:1] if hook.callback is not None else ()
    found = {each.name.value for each in code.params.params} - {each.name.value for each in own}
    found -= {"model", "layer", "layers", "logs"}
    if hook.callback is not None:
        for method in hook.callback.body.body:
            if isinstance(method, cst.FunctionDef) and method.name.value not in _ONCE:
                found |= {
                    f"self.{each.name}"
                    for each in settings(method.body)
                    if is_name(each.owner, "self")
                }
    assignments = list(walk_same_function(code.body, cst.Assign))
    for grown in walk_same_function(code.body, cst.AugAssign):
        found |= {grown.target.value} if isinstance(grown.target, cst.Name) else set()
    # Twice, as what is bound further down may be read further up in the next round.
    for node in assignments * 2:
        if reads_one(node.value, found):
            targets = (each.target for each in node.targets)
            found |= {each.value for each in targets if isinstance(each, cst.Name)}
    return frozenset(found)


def reads_one(node: cst.CSTNode, names: Set[str]) -> bool:
    """Whether an expression reads one of the names: `rate`, `self.rate`."""
    return any(each in names for each in names_below(node)) or any(
        f"self.{self_attribute(each)}" in names for each in walk_kinds(node, cst.Attribute)
    )

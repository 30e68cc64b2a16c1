"""LL237: a callback binds its name for a variable anew, and the variable stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, only_value
from layerlint.model.module import Module
from layerlint.model.weights import makes_variable
from layerlint.project.needs import AllOf, AnyOf
from layerlint.queries.callbacks import callbacks, repeated_hooks
from layerlint.queries.held_values import only_call
from layerlint.queries.layer_calls import given_to
from layerlint.queries.local_bindings import names_in
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import walk_kinds, walk_same_function

# Ways to write the variable after all.
_WRITES = re.compile(r"\bassign|set_value|\bupdate(_add|_sub)?\(|setattr|__dict__")

_NO_USES = (cst.AssignTarget, cst.Attribute, cst.Param)


@check(Module, needs=AllOf("Callback", AnyOf("Variable", "variable")))
def variable_rebound_by_callback(module: Module) -> Iterator[Finding]:
    """Report the assignments in hooks to attributes that hold a variable which others read."""
    for callback in callbacks(module):
        constructor = callback.methods.get("__init__")
        if constructor is None or _WRITES.search(module.source(callback.node)):
            continue
        held = set(_held(constructor, module))
        for method in repeated_hooks(callback, module) if held else ():
            for target in _rebound(method, module):
                if target.attr.value in held:
                    fields = {"attribute": module.source(target), "path": callback.path(method)}
                    yield Finding(target, fields=fields)


def _held(constructor: cst.FunctionDef, module: Module) -> Iterator[str]:
    """The attributes that a constructor gives a variable that others read, or is given one for."""
    for node in walk_kinds(constructor.body, cst.Assign):
        name = self_attribute(node.targets[0].target)
        if name is None or len(node.targets) > 1:
            continue
        if isinstance(node.value, cst.Call):
            if makes_variable(node.value, module) and _is_read(name, constructor, module):
                yield name
        elif isinstance(node.value, cst.Name):
            given = given_to(node.value.value, constructor, module)
            if any(_is_shared_variable(each, module) for each in given):
                yield name


def _is_shared_variable(given: cst.BaseExpression, module: Module) -> bool:
    """Whether what somebody gives a callback is a variable, and is mentioned elsewhere as well."""
    made = only_call(given, module) or _at_the_top(given, module)
    shared = self_attribute(given) is not None
    if isinstance(given, cst.Name):
        scope = module.scope_of(given, given.value) or module.tree
        mentions = module.facts(scope, names_in).get(given.value, ())
        shared = any(
            each is not given and not isinstance(module.parent(each), _NO_USES) for each in mentions
        )
    return shared and isinstance(made, cst.Call) and makes_variable(made, module)


def _at_the_top(given: cst.BaseExpression, module: Module) -> cst.BaseExpression | None:
    """What the top level gives a name, and nothing else; functions may have others of that name."""
    if not isinstance(given, cst.Name) or module.scope_of(given, given.value) is not None:
        return None
    return only_value(given.value, assigned(module.tree, module))


def _is_read(name: str, constructor: cst.FunctionDef, module: Module) -> bool:
    """Whether code outside of the class asks an object for an attribute of this name."""
    callback = module.class_around(constructor)
    return any(
        isinstance(parent, cst.Attribute) and parent.attr is node
        for node in module.facts(module.tree, names_in).get(name, ())
        if (parent := module.parent(node)) is not None and module.class_around(node) is not callback
    )


def _rebound(method: cst.FunctionDef, module: Module) -> Iterator[cst.Attribute]:
    """The attributes of `self` that a method binds to a value which is no variable."""
    for node in walk_same_function(method.body, cst.Assign, cst.AugAssign):
        match node:
            case cst.Assign(targets=[cst.AssignTarget(target=cst.Attribute() as target)]):
                pass
            case cst.AugAssign(target=cst.Attribute() as target):
                pass
            case _:
                continue
        made = node.value if isinstance(node.value, cst.Call) else None
        if self_attribute(target) is None or is_name(node.value, "None"):
            continue
        if made is None or not makes_variable(made, module):
            yield target

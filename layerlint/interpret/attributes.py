"""What `owner.name` is: state of the layer, a method, a part of an object, a name of a module."""

from __future__ import annotations

import operator
import re
import sys
from collections.abc import Hashable
from dataclasses import replace
from typing import Any

from layerlint.facts.namespaces import is_operation
from layerlint.facts.python import CONSTANTS, PURE_OPERATORS, SETTLED_ELSEWHERE
from layerlint.facts.state_functions import WRITES
from layerlint.interpret import (
    before,
    classes,
    decorations,
    exceptions,
    expressions,
    invocation,
    keeping,
    objects,
    raised,
)
from layerlint.interpret.frames import Argument, Callee, Frame
from layerlint.interpret.kinds import ClassRef, Member
from layerlint.interpret.run import DICT, MODULE, Run
from layerlint.interpret.values import (
    ANYTHING,
    MISSING,
    Value,
    asked,
    constant,
    fact_of,
    revised,
    unknown_from,
)
from layerlint.model.methods import Method
from layerlint.model.module import Module
from layerlint.syntax import cst
from layerlint.syntax.walk import children

# Attributes that hold a mode somebody else sets: what they guard is guarded, nobody can say how.
_MODE_ATTRIBUTE = re.compile(
    r"_*(is_|in_)*(train|training|inference|infer|testing|eval|evaluating|learning_phase|phase|"
    r"stage)(_mode|_phase)?_*\Z|.*(inference|update_stat).*"
)
_BUILT_IN = {
    f"builtins.{kind.__name__}": kind
    for kind in (bool, int, float, str, bytes, list, tuple, dict, set, frozenset)
}
_CLASS_METHOD = "builtins.classmethod"
# Of a value that the flag picked, what is the same for all that it may be.
_SHARED = frozenset({"shape", "dtype", "ndim", "rank"})


def of_module(node: cst.Name | cst.Attribute, frame: Frame, run: Run) -> Value | None:
    """What a name of a module (this one or an imported one) denotes; None for anything else."""
    root: cst.CSTNode = node
    while isinstance(root, cst.Attribute):
        root = root.value
    if not isinstance(root, cst.Name) or frame.lookup(root.value) is not None:
        return None
    if root.value == frame.self_name:
        return None
    module, project = frame.module, run.layer.project
    resolved = module.resolve(node)
    if resolved is None:
        if isinstance(node, cst.Name) and module.scope_of(node, node.value) is None:
            value = module.steady_value(node.value)
            if value is None:
                return _kept_by_module(module, node.value, run)
            return _evaluated_once(value, Frame(module, None, None), run)
        return None
    if resolved in SETTLED_ELSEWHERE:
        mapping: dict[Hashable, Value] | None = None
        if resolved == "sys.version_info":
            mapping = {0: constant(sys.version_info.major)}
        return Value(picked=True, mapping=mapping, partial=True)
    if resolved in CONSTANTS:
        return constant(CONSTANTS[resolved])
    if resolved in _BUILT_IN:
        return constant(_BUILT_IN[resolved])
    if (exception := raised.builtin(resolved)) is not None:
        return constant(exception)
    home, _, last = resolved.rpartition(".")
    if home == "operator" and last in PURE_OPERATORS:
        return constant(getattr(operator, last))
    key = (resolved, module.path)
    if key in run.foreign:
        return None
    function = None if is_operation(resolved) else project.function(resolved, module.path)
    if function is not None:
        callee = Callee(function[1], function[0])
        made = Value(callees=(callee,), truth=True)
        return decorations.decorated(made, function[1], frame, run, function[0])
    made_class = classes.project_class(resolved, module, run)
    if made_class is not None:
        return constant(made_class)
    found = project.constant(resolved, module.path)
    if found is not None:
        return _evaluated_once(found[1], Frame(found[0], None, None), run)
    run.foreign.add(key)
    return None


def _kept_by_module(module: Module, name: str, run: Run) -> Value | None:
    """A container of a module that code fills or empties: what an earlier call left is unknown."""
    key = (MODULE, module.path, name)
    first = module.first_value(name)
    if key in run.attributes or first is None:
        return run.attributes.get(key)
    made = _evaluated_once(first, Frame(module, None, None), run)
    if made is None or made.kind not in (list, dict, set):
        return None
    held: dict[str, Any] = {"mapping": {}} if made.kind is dict else {"element": ANYTHING}
    identity = run.new_identity()
    run.attributes[key] = Value(
        kind=made.kind, partial=True, picked=True, identity=identity, **held
    )
    return run.attributes[key]


def _evaluated_once(node: cst.BaseExpression, frame: Frame, run: Run) -> Value | None:
    """The value of code that ran when the module was imported; None where it says nothing."""
    if node not in run.initial:
        run.initial[node] = None
        made = keeping.made_before(lambda: expressions.evaluate(node, frame, run), run)
        run.initial[node] = before.telling(made)
    return run.initial[node]


def attribute_of(owner: Value, name: str, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """`owner.name`, as `node` has it."""
    if run.attempts and owner.known and _lacks(owner, name):
        raise exceptions.fail("AttributeError", run, owner)
    if owner.path is None:
        held = keeping.held((*(keeping.place(owner) or ("",)), name), run)
        return _of_value(owner, name, node, frame, run) if held is None else held
    if objects.is_object(owner):
        return objects.member_of_object(owner, name, node, frame, run)
    path = (*owner.path, name)
    if not owner.path:
        found = _of_layer(name, node, frame, run)
        if found is not None:
            return found
    elif name == "value":
        return revised(owner, path=None)
    value = run.state(path)
    if run.attributes.get(path) is MISSING:
        raise exceptions.fail("AttributeError", run)
    if value.const is not None and not value.known and _MODE_ATTRIBUTE.match(name):
        value = revised(value, derived=True)
    if name in WRITES and owner.path and not value.known:
        callee = Callee(None, frame.module, state=owner.path, operation=name)
        value = revised(value, callees=(callee,))
    return value


def _of_value(owner: Value, name: str, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    made = owner.const
    if isinstance(made, ClassRef):
        method = classes.function_of(made, name)
        if method is None and classes.enum_kind(made) is not None:
            return revised(classes.member(made, name, run), derived=owner.derived)
        if method is not None:
            home, function = method
            callee = Callee(function, home.module, lexical=home.scope)
            if any(home.module.resolve(d.decorator) == _CLASS_METHOD for d in function.decorators):
                callee = replace(callee, given=(Argument(owner),))
            return Value(callees=(callee,), truth=True)
        given = classes.class_value(made, name, run)
        if given is None and made.meta is not None:
            return objects.member_of_class(owner, made.meta, name, node, frame, run)
        return given or asked(owner)
    if isinstance(made, Member) and name in ("name", "value"):
        return constant(getattr(made, name), derived=owner.derived)
    if isinstance(made, Member) and classes.function_of(made.made, name) is not None:
        return objects.member_of_class(owner, made.made, name, node, frame, run)
    if made is None:
        raise exceptions.fail("AttributeError", run, owner)
    if owner.callees:
        return Value(picked=True)  # whoever has it may have given it to the function
    if isinstance(made, type) and name == "__name__":
        return constant(made.__name__, derived=owner.opaque)
    if name in ("value", "T"):
        return revised(unknown_from(owner), same=owner.same)
    return unknown_from(owner) if name in _SHARED else asked(owner)


def _lacks(value: Value, name: str) -> bool:
    """Whether the value is a number or a text of Python, which has no such attribute."""
    if not isinstance(value.const, (bool, int, float, str)) or hasattr(value.const, name):
        return False
    return fact_of(value).kind not in ("tensor", "input")


def _of_layer(name: str, node: cst.CSTNode, frame: Frame, run: Run) -> Value | None:
    """An attribute of the layer itself, None where it is state of which nothing is known."""
    if (name,) in run.attributes:
        return None
    if name == DICT:
        return Value(path=(DICT,))
    if name == "__class__":
        return classes.class_of_layer(run)
    if name == "built" and _built_by_keras(run):
        return constant(True)
    given = keeping.given_to_class([base.node for base in run.layer.mro], name, run)
    if given is not None:
        return given
    method = run.layer.method(name)
    if method is not None:
        if method.is_abstract:
            return Value()  # An instance is of a subclass, which has its own.
        return _method(_getter_of(method), node, frame, run)
    found = attribute_before(name, run)
    if found is None:
        return None
    if found.kind in (list, dict, set):
        run.attributes[(name,)] = found
        return None
    got = objects.got_of_class(found, Value(path=()), classes.class_of_layer(run), node, frame, run)
    if got is not None:
        return got
    reads = found.reads | {name}
    return revised(found, path=(name,) if found.path is None else found.path, reads=reads)


def _built_by_keras(run: Run) -> bool:
    """Whether Keras alone says that the layer is built: it runs `build` first, then `call`."""
    attribute = run.layer.attributes.get("built")
    bindings = attribute.bindings if attribute is not None else []
    return run.layer.method("build") is not None and all(
        each.method is None or each.method.name in ("__init__", "build") for each in bindings
    )


def attribute_before(name: str, run: Run) -> Value | None:
    """What the class gave the attribute before `call`, where that is clear and tells something."""
    if name not in run.initial:
        run.initial[name] = None
        run.initial[name] = before.initial(name, run)
    return run.initial[name]


def _method(method: Method, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    callee = Callee(method.node, method.module, method, bound_to_layer=not method.is_static)
    if method.is_property:
        return invocation.invoke(callee, [], node, frame, run)
    if not method.node.decorators or method.is_static:
        return Value(callees=(callee,), truth=True)
    free = Value(callees=(replace(callee, bound_to_layer=False),), truth=True)
    found = decorations.decorated(free, method.node, frame, run, method.module)
    if len(found.callees) == 1 and found.callees[0].node is method.node:
        return Value(callees=(callee,), truth=True, derived=found.derived)
    return decorations.bound_to(found, Value(path=()))


def setter_of(name: str, run: Run) -> Callee | None:
    """What runs when the attribute is assigned to, where it is a property with a setter."""
    method = run.layer.method(name)
    if method is None or _accessor(method) != "setter":
        return None
    return Callee(method.node, method.module, method, bound_to_layer=True)


def _getter_of(method: Method) -> Method:
    """What reads the property of which the method is the setter; any other method itself."""
    block = method.module.parent(method.node)
    if block is None or _accessor(method) is None:
        return method
    for node in children(block):
        if isinstance(node, cst.FunctionDef) and node.name.value == method.name:
            getter = Method(node, method.owner)
            if getter.is_property:
                return getter
    return method


def _accessor(method: Method) -> str | None:
    """`"setter"` or `"deleter"` where the method is that of the property of its name."""
    for decorator in method.node.decorators:
        match decorator.decorator:
            case cst.Attribute(
                value=cst.Name(value=owner), attr=cst.Name(value="setter" | "deleter" as accessor)
            ):
                if owner == method.name:
                    return accessor
    return None

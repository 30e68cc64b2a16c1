"""What `owner.name` is: state of the layer, a method, a part of an object, a name of a module."""

from __future__ import annotations

import re
from dataclasses import replace

from layerlint.facts.namespaces import is_operation
from layerlint.facts.python import CONSTANTS, METHODS_THAT_CHANGE
from layerlint.facts.state_functions import WRITES
from layerlint.interpret import (
    classes,
    exceptions,
    expressions,
    invocation,
    objects,
)
from layerlint.interpret.frames import Callee, Environment, Frame
from layerlint.interpret.joining import join
from layerlint.interpret.kinds import ClassRef, Member
from layerlint.interpret.run import DICT, Run, frame_before
from layerlint.interpret.values import Value, asked, constant, parts_of, revised, unknown_from
from layerlint.model.attributes import Binding
from layerlint.model.methods import Method
from layerlint.model.module import Module
from layerlint.syntax import cst
from layerlint.syntax.walk import children

# Attributes that hold a mode somebody else sets: what they guard is guarded, nobody can say how.
_MODE_ATTRIBUTE = re.compile(
    r"_*(is_|in_)*(train|training|inference|infer|testing|eval|evaluating|learning_phase|phase|"
    r"stage)(_mode|_phase)?_*\Z|.*(inference|update_stat).*"
)
_QUOTED = re.compile(r"""(?<=")\w+(?=")|(?<=')\w+(?=')""")
_BUILT_IN = {f"builtins.{kind.__name__}": kind for kind in (bool, int, float, str, list, tuple)}
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
            return None if value is None else _evaluated_once(value, Frame(module, None, None), run)
        return None
    if resolved in CONSTANTS:
        return constant(CONSTANTS[resolved])
    if resolved in _BUILT_IN:
        return constant(_BUILT_IN[resolved])
    key = (resolved, module.path)
    if key in run.foreign:
        return None
    function = None if is_operation(resolved) else project.function(resolved, module.path)
    if function is not None:
        callee = Callee(function[1], function[0])
        made = Value(callees=(callee,), truth=True)
        return objects.decorated(made, function[1], frame, run, function[0])
    made_class = classes.project_class(resolved, module, run)
    if made_class is not None:
        return constant(made_class)
    found = project.constant(resolved, module.path)
    if found is not None:
        return _evaluated_once(found[1], Frame(found[0], None, None), run)
    run.foreign.add(key)
    return None


def _evaluated_once(node: cst.BaseExpression, frame: Frame, run: Run) -> Value | None:
    """The value of code that ran when the module was imported; None where it says nothing."""
    key = f"{id(node)}"
    if key not in run.initial:
        run.initial[key] = None
        with run.aside():
            run.initial[key] = _telling(expressions.evaluate(node, frame, run))
    return run.initial[key]


def _telling(value: Value) -> Value | None:
    """The value if it tells what runs or which way a test goes."""
    if value.known or value.callees or objects.is_object(value):
        return value
    parts = parts_of(value)
    if value.kind is not None and all(_telling(part) is not None for part in parts):
        return value
    return None


def attribute_of(owner: Value, name: str, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """`owner.name`, as `node` has it."""
    if owner.path is None:
        return _of_value(owner, name, run)
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
    if value.const is not None and not value.known and _MODE_ATTRIBUTE.match(name):
        value = revised(value, derived=True)
    if name in WRITES and owner.path and not value.known:
        callee = Callee(None, frame.module, state=owner.path, operation=name)
        value = revised(value, callees=(callee,))
    return value


def _of_value(owner: Value, name: str, run: Run) -> Value:
    made = owner.const
    if isinstance(made, ClassRef):
        if classes.enum_kind(made) is not None:
            return revised(classes.member(made, name, run), derived=owner.derived)
        method = classes.function_of(made, name)
        if method is not None:
            callee = Callee(method[1], method[0].module, lexical=method[0].scope)
            return Value(callees=(callee,), truth=True)
        return classes.class_value(made, name, run) or asked(owner)
    if isinstance(made, Member) and name in ("name", "value"):
        return constant(getattr(made, name), derived=owner.derived)
    if made is None:
        raise exceptions.fail("AttributeError", run)
    if name in ("value", "T"):
        return revised(unknown_from(owner), same=owner.same)
    return unknown_from(owner) if name in _SHARED else asked(owner)


def _of_layer(name: str, node: cst.CSTNode, frame: Frame, run: Run) -> Value | None:
    """An attribute of the layer itself, None where it is state of which nothing is known."""
    if (name,) in run.attributes:
        return None
    if name == DICT:
        return Value(path=(DICT,))
    method = run.layer.method(name)
    if method is not None:
        if method.is_abstract:
            return Value()  # An instance is of a subclass, which has its own.
        return _method(_getter_of(method), node, frame, run)
    if name not in run.initial:
        run.initial[name] = None
        run.initial[name] = _initial(name, run)
    found = run.initial[name]
    if found is None:
        return None
    if found.kind in (list, dict, set):
        run.attributes[(name,)] = found
        return None
    reads = found.reads | {name}
    return revised(found, path=(name,) if found.path is None else found.path, reads=reads)


def _method(method: Method, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    callee = Callee(method.node, method.module, method, bound_to_layer=not method.is_static)
    if method.is_property:
        return invocation.invoke(callee, [], node, frame, run)
    if not method.node.decorators or method.is_static:
        return Value(callees=(callee,), truth=True)
    free = Value(callees=(replace(callee, bound_to_layer=False),), truth=True)
    found = objects.decorated(free, method.node, frame, run, method.module)
    if found.callees and found.callees[0].node is method.node:
        return Value(callees=(callee,), truth=True, derived=found.derived)
    return objects.bound_to(found, Value(path=()))


def _initial(name: str, run: Run) -> Value | None:
    """What the class gave the attribute before `call`, where that is clear and tells something."""
    attribute = run.layer.attributes.get(name)
    bindings = attribute.bindings if attribute is not None else []
    if len(bindings) != 1 or bindings[0].value is None or bindings[0].container_index:
        return None
    if any(name in base.module.once(_quoted) for base in run.layer.mro):
        return None  # somebody may set it by its name
    binding = bindings[0]
    assert binding.value is not None
    if binding.kind not in ("assign", "annotated", "class") or not _always(binding):
        return None
    with run.aside():
        if binding.method is None:
            return _of_class_body(binding, run)
        found = _telling(expressions.evaluate(binding.value, frame_before(binding.method), run))
    if found is None or found.kind is None:
        return found
    return _filled(name, found, run)


def _quoted(module: Module) -> frozenset[str]:
    """The names that stand between quotes in a module."""
    return frozenset(_QUOTED.findall(module.text))


def _always(binding: Binding) -> bool:
    """Whether every instance gets the value before `call` runs."""
    if binding.method is None:
        return True
    if binding.method.name not in ("__init__", "build"):
        return False
    block = binding.method.module.parent(binding.method.module.statement(binding.node))
    return block is binding.method.node.body


def _filled(name: str, found: Value, run: Run) -> Value | None:
    """The container after what the class puts into it; None where that is not clear."""
    parts = [*parts_of(found)]
    for read in run.layer.attributes[name].reads:
        module = read.method.module
        verb = module.parent(read.node)
        if not isinstance(verb, cst.Attribute) or verb.attr.value not in METHODS_THAT_CHANGE:
            continue
        call = module.parent(verb)
        if verb.attr.value != "append" or not isinstance(call, cst.Call) or len(call.args) != 1:
            return None
        with run.aside():
            put = _telling(expressions.evaluate(call.args[0].value, frame_before(read.method), run))
        if put is None:
            return None
        parts.append(put)
    if len(parts) == len(parts_of(found)):
        return found
    return revised(found, items=None, mapping=None, kind=None, element=join(parts))


def _of_class_body(binding: Binding, run: Run) -> Value | None:
    """What the body of the class gives a name: functions in it become methods of the layer."""
    for base in run.layer.mro:
        if binding not in base.class_bindings:
            continue
        names: Environment = {
            method.name: Value(callees=(Callee(method.node, method.module, method),), truth=True)
            for method in base.methods.values()
        }
        home = Frame(base.module, None, None, names=names)
        assert binding.value is not None
        found = _telling(expressions.evaluate(binding.value, home, run))
        if found is not None and found.callees:
            return objects.bound_to(found, Value(path=()))
        return found
    return None


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

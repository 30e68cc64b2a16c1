"""LL318: a schedule computes with the step as if it were a float, and it is an integer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from layerlint.checks.tracing._given_numbers import given_everywhere
from layerlint.declaration import check
from layerlint.facts.operations import FLOATS_ONLY, ONE_DTYPE
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_statement_before, spell
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, HoldsObject
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    NOT_LITERAL,
    bind,
    last_part,
    literal,
    names_assigned_to,
    positional,
    self_attribute,
)
from layerlint.syntax.walk import children, mentions, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method, Parameter

# An integer variable as it is given, an integer tensor made of it, and numbers of Python.
STEP, WHOLE, INTEGER, FLOAT = "step", "whole", "integer", "float"
_TENSORS = frozenset({STEP, WHOLE})
_WHOLES = _TENSORS | {INTEGER}
# Attributes and parameters with such names are floats, whatever gives them their values.
_RATE = re.compile(r"(?:\A|_)(?:lr|rate)(?:\Z|_)")
_COUNT = re.compile(r"step|epoch|every|iter|num")
_DEPTH = 3
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
        reading = _Numbers(schedule, method, {step: STEP}, by_variable=told == {2})
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


class _Numbers:
    """A method read from top to bottom, with what each local name stands for."""

    def __init__(
        self,
        owner: LayerClass,
        method: Method,
        names: Mapping[str, str | None],
        *,
        by_variable: bool = False,
        depth: int = _DEPTH,
    ) -> None:
        self._owner = owner
        self._method = method
        self._module = method.module
        self._names: dict[str, str | None] = dict(names)
        # A variable of TensorFlow takes no float beside it; one of Keras 3 does.
        self._by_variable = by_variable
        self._depth = depth
        self._found: cst.CSTNode | None = None
        self._returned: list[str | None] = []

    def culprit(self) -> cst.CSTNode | None:
        """The first operation that is given an integer tensor where it takes floats alone."""
        self._run(self._method.node.body.body)
        return self._found

    def kind(self, node: cst.CSTNode) -> str | None:
        """What an expression is, None where that is not known."""
        match node:
            case cst.Name(value=name):
                return self._names.get(name)
            case cst.Integer():
                return INTEGER
            case cst.Float():
                return FLOAT
            case cst.UnaryOperation(expression=inner):
                kind = self.kind(inner)
                return WHOLE if kind == STEP else kind
            case cst.BinaryOperation():
                return self._arithmetic(node)
            case cst.Attribute(attr=cst.Name(value=name)):
                if self_attribute(node, self._method.self_name) is not None:
                    return self._attribute(name)
                if self._module.resolve(node) in _FLOATS:
                    return FLOAT
            case cst.Call():
                return self._call(node)
        for child in children(node):
            self.kind(child)
        return None

    def _run(self, statements: Iterable[cst.CSTNode]) -> None:
        for statement in statements:
            match statement:
                case cst.SimpleStatementLine(body=body):
                    self._run(body)
                case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))]):
                    self._names[name] = self.kind(statement.value)
                case cst.Return(value=value):
                    self._returned.append(self.kind(value) if value is not None else None)
                case cst.FunctionDef() | cst.ClassDef():
                    continue
                case cst.BaseCompoundStatement():
                    self._branch(statement)
                case _:
                    self.kind(statement)
                    self._forget(statement)

    def _branch(self, statement: cst.BaseCompoundStatement) -> None:
        """Read what is under a condition, and forget what it binds."""
        before = dict(self._names)
        if isinstance(statement, cst.If):
            self.kind(statement.test)
            self._run(statement.body.body)
            self._names = dict(before)
            if statement.orelse is not None:
                rest = statement.orelse
                self._run([rest] if isinstance(rest, cst.If) else rest.body.body)
        self._names = before
        self._forget(statement)

    def _forget(self, node: cst.CSTNode) -> None:
        for name in names_assigned_to(node):
            self._names[name] = None

    def _arithmetic(self, node: cst.BinaryOperation) -> str | None:
        left, right = self.kind(node.left), self.kind(node.right)
        kinds = {left, right}
        if kinds & _TENSORS and FLOAT in kinds:
            if WHOLE in kinds or self._by_variable:
                self._found = self._found or node
            return FLOAT
        if FLOAT in kinds:
            return FLOAT
        if not kinds <= _WHOLES:
            return None
        if isinstance(node.operator, cst.Divide):
            return FLOAT
        if isinstance(node.operator, cst.Power) and not kinds & _TENSORS:
            return None
        return WHOLE if kinds & _TENSORS else INTEGER

    def _attribute(self, name: str) -> str | None:
        if _is_rate(name):
            return FLOAT
        bindings = self._owner.attributes[name].bindings if self._depth else ()
        last = bindings[-1] if bindings else None
        if last is None or last.value is None or last.method is None:
            return None
        names = {each.name: _given(each, last.method) for each in last.method.parameters}
        return _Numbers(self._owner, last.method, names, depth=self._depth - 1).kind(last.value)

    def _own(self, method: Method, node: cst.Call) -> str | None:
        """What a method of the schedule gives for what it is passed, read like this one."""
        passed = bind(node, tuple(each.name for each in method.positional))
        names = {
            each.name: self.kind(passed[each.name])
            if each.name in passed
            else _parameter(each.name, each.default)
            for each in method.positional
        }
        reading = _Numbers(
            self._owner, method, names, by_variable=self._by_variable, depth=self._depth - 1
        )
        self._found = self._found or reading.culprit()
        kinds = set(reading._returned)
        return kinds.pop() if len(kinds) == 1 else None

    def _call(self, node: cst.Call) -> str | None:
        own = self._owner.method(self_attribute(node.func, self._method.self_name) or "")
        if own is not None and own.module is self._module and not own.decorators and self._depth:
            return self._own(own, node)
        given = [self.kind(each.value) for each in node.args]
        name = self._module.resolve(node.func) or ""
        last = (self._module.tf(node.func) or "").rpartition(".")[2]
        if last == "cast":
            return self._cast(node)
        if last in ("constant", "convert_to_tensor") and given:
            return FLOAT if FLOAT in given or "float" in self._module.source(node) else None
        if last in FLOATS_ONLY and given:
            if given[0] in _TENSORS:
                self._found = self._found or node
            return FLOAT
        if last in ONE_DTYPE and len(positional(node)) == 2:
            if _TENSORS & set(given) and FLOAT in given:
                self._found = self._found or node
            return FLOAT if FLOAT in given else WHOLE if set(given) <= _WHOLES else None
        return FLOAT if name == "builtins.float" or name.startswith("math.") else None

    def _cast(self, node: cst.Call) -> str | None:
        """What a cast makes, where it names the dtype."""
        text = " ".join(self._module.source(each) for each in node.args[1:])
        return FLOAT if "float" in text else WHOLE if "int" in text else None


# Attributes of modules.
_FLOATS = frozenset({"math.e", "math.pi", "numpy.e", "numpy.pi"})


def _is_rate(name: str) -> bool:
    """Whether what has this name is a learning rate or another rate, a float."""
    return bool(_RATE.search(name)) and not _COUNT.search(name)


def _given(parameter: Parameter, method: Method) -> str | None:
    """What a parameter is, by its name, its default, or what the constructor is given."""
    known = _parameter(parameter.name, parameter.default)
    if known is not None or method.name != "__init__" or parameter.default is not None:
        return known
    kind = given_everywhere(parameter.name, method)
    return INTEGER if kind is int else FLOAT if kind is float else None


def _parameter(name: str, default: cst.BaseExpression | None) -> str | None:
    value = literal(default) if default is not None else NOT_LITERAL
    if isinstance(value, float) or _is_rate(name):
        return FLOAT
    return INTEGER if isinstance(value, int) and not isinstance(value, bool) else None

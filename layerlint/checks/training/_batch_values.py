"""What a function of targets and predictions computes of a batch.

A mean over the samples of all batches is the mean of their means, if these are of one size. That is
not so for a ratio of sums over a batch, for a root of one, or for the largest value.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from layerlint.facts.operations import NUMBERLESS
from layerlint.facts.tensors import tensor_function
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.queries.called_functions import called
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, bind, literal
from layerlint.syntax.walk import walk_same_function

_DEPTH = 4
# Names of one function that are given each other's values would be asked for in every order.
_MOST_QUESTIONS = 1000
_NOWHERE = sys.maxsize

# A value that a name is given, or that of which it is given the item at some place.
_Given = tuple[cst.BaseExpression, "int | None"]


class Form(Enum):
    """What an expression is; the last three name the messages of what has no mean."""

    OTHER = "other"
    CONSTANT = "constant"
    MASK = "mask"
    SAMPLES = "samples"
    COUNT = "count"
    MEAN = "mean"
    SUM = "sum"
    RATIO = "ratio"
    ROOT = "root"
    EXTREME = "extreme"


_LINEAR = frozenset({Form.MEAN, Form.SUM, Form.COUNT})
_WHOLE = frozenset({Form.RATIO, Form.ROOT, Form.EXTREME})
_REDUCTIONS = {"sum": Form.SUM, "mean": Form.MEAN, "max": Form.EXTREME, "min": Form.EXTREME}


def form_of(function: cst.FunctionDef, module: Module) -> Form:
    """What a metric of two arguments returns: RATIO, ROOT or EXTREME, and OTHER for all else."""
    names = [each.name for each in parameters_of(function.params) if each.default is None]
    found = _Reader(module, function, dict.fromkeys(names, Form.SAMPLES)).returned()
    return found if found in _WHOLE else Form.OTHER


def form_in(
    function: cst.FunctionDef, node: cst.BaseExpression, samples: Sequence[str], module: Module
) -> Form:
    """The same of an expression in a function whose parameters `samples` hold a batch."""
    found = _Reader(module, function, dict.fromkeys(samples, Form.SAMPLES)).form(node)
    return found if found in _WHOLE else Form.OTHER


def is_of_batch(function: cst.FunctionDef, module: Module) -> bool:
    """Whether a function, or a method, of two arguments leaves no axis for the samples."""
    needed = [each.name for each in parameters_of(function.params) if each.default is None]
    names = [name for name in needed if name != "self"]
    found = _Reader(module, function, dict.fromkeys(names, Form.SAMPLES)).returned()
    return len(names) == 2 and found in _WHOLE | _LINEAR


@dataclass(slots=True)
class _Memory:
    """What is known of functions for what they are given, and how much more may be asked."""

    forms: dict[object, Form] = field(default_factory=dict)
    questions: int = _MOST_QUESTIONS


@dataclass(slots=True)
class _Reader:
    """One function, with what its parameters are.

    `asked` are the names whose values are being read, and `open` is where the first of them stands
    that was met again meanwhile: only what was found without it holds wherever it is asked for.
    """

    module: Module
    function: cst.FunctionDef
    given: dict[str, Form]
    depth: int = _DEPTH
    memory: _Memory = field(default_factory=_Memory)
    asked: dict[str, int] = field(default_factory=dict)
    open: int = _NOWHERE
    known: dict[str, Form] = field(default_factory=dict)

    def returned(self, item: int | None = None) -> Form:
        """What the only `return` gives, or one item of the tuple that it gives."""
        value = only_result(self.function)
        if value is None or self.function.params.star_kwarg is not None:
            return Form.OTHER
        if item is None:
            return self.form(value)
        items = value.elements if isinstance(value, cst.Tuple) else ()
        whole = all(isinstance(each, cst.Element) for each in items)
        return self.form(items[item].value) if whole and item < len(items) else Form.OTHER

    def form(self, node: cst.BaseExpression) -> Form:
        """What an expression is."""
        match node:
            case cst.Name(value=name):
                return self._name(name)
            case cst.Call():
                return self._call(node)
            case cst.UnaryOperation(expression=inner) | cst.Subscript(value=inner):
                return self.form(inner)
            case cst.Comparison(left=left, comparisons=[one]):
                found = self._joined(self.form(left), self.form(one.comparator))
                masks = found is Form.SAMPLES and isinstance(one.operator, cst.NotEqual)
                return Form.MASK if masks else found
            case cst.BinaryOperation(left=left, operator=operator, right=right):
                return self._operation(self.form(left), operator, self.form(right), right)
            case cst.Attribute():
                return Form.CONSTANT
        return Form.CONSTANT if literal(node) is not NOT_LITERAL else Form.OTHER

    def _name(self, name: str) -> Form:
        """What a local name is: each of the values that it is given in turn, the last of them."""
        values = self.module.facts(self.function.body, _values_by_name).get(name, ())
        if values is None:
            return Form.OTHER
        if values and name not in self.asked:
            return self._of_values(name, values)
        if values:
            self.open = min(self.open, self.asked[name])
        if name in self.given:
            return self.given[name]
        if values:
            # `x = where(low, x, 2 * x)` is what else goes into it.
            return Form.CONSTANT
        if isinstance(self.module.scope_of(self.function, name), cst.FunctionDef):
            # What the function around has: it is made before there is a batch.
            return Form.CONSTANT
        value = self.module.steady_value(name)
        known = value is not None and literal(value) is not NOT_LITERAL
        return Form.CONSTANT if known else Form.OTHER

    def _of_values(self, name: str, values: Sequence[_Given]) -> Form:
        if name in self.known:
            return self.known[name]
        self.memory.questions -= 1
        if self.memory.questions < 0:
            return Form.OTHER
        around, self.open = self.open, _NOWHERE
        place = self.asked[name] = len(self.asked)
        found = {self._of_given(*value) for value in values}
        del self.asked[name]
        form = found.pop() if len(found) == 1 else Form.OTHER
        if self.open >= place:
            self.known[name] = form
            self.open = _NOWHERE
        self.open = min(self.open, around)
        return form

    def _of_given(self, value: cst.BaseExpression, item: int | None) -> Form:
        """What a name is given: a value, or one item of it."""
        if item is None:
            return self.form(value)
        own = called(value, self.module) if isinstance(value, cst.Call) else None
        return self._own(own, value, item) if own and isinstance(value, cst.Call) else Form.OTHER

    def _call(self, call: cst.Call) -> Form:
        if own := called(call, self.module):
            return self._own(own, call)
        name = self.module.resolve(call.func)
        function = tensor_function(name)
        last = (name or "").rpartition(".")[2]
        if last in NUMBERLESS and name != last:
            return Form.CONSTANT
        if function is None:
            return Form.OTHER
        forms = [self.form(each.value) for each in call.args if each.keyword is None]
        if function.role == "reduction":
            return self._reduced(call, function.name, forms)
        if function.role in ("cast", "layout"):
            return forms[0] if forms else Form.OTHER
        if last in ("divide", "div_no_nan", "divide_no_nan", "truediv") and len(forms) == 2:
            return self._operation(forms[0], cst.Divide(), forms[1], call)
        if last == "where" and len(forms) == 3:
            return self._joined(*forms)
        if last == "not_equal" and self._joined(*forms) is Form.SAMPLES:
            return Form.MASK
        if function.role in ("elementwise", "binary", "comparison", "integer") and forms:
            found = self._joined(*forms)
            return self._mapped(last, found)
        return Form.OTHER

    def _mapped(self, name: str, found: Form) -> Form:
        """What an elementwise function gives."""
        if name == "sqrt" and found in _LINEAR:
            return Form.ROOT
        return found if found not in _LINEAR else Form.OTHER

    def _reduced(self, call: cst.Call, name: str, forms: list[Form]) -> Form:
        given = bind(call, ("x", "axis"))
        axis = literal(given["axis"]) if "axis" in given else None
        what = forms[0] if forms else Form.OTHER
        if what not in (Form.SAMPLES, Form.MASK):
            return what
        if axis is NOT_LITERAL:
            return Form.OTHER
        if axis is None or axis == 0 or (isinstance(axis, (list, tuple)) and 0 in axis):
            kind = _REDUCTIONS.get(name.removeprefix("reduce_"), Form.OTHER)
            return Form.COUNT if what is Form.MASK and kind is Form.SUM else kind
        return what

    def _operation(
        self,
        left: Form,
        operator: cst.BaseBinaryOp,
        right: Form,
        node: cst.BaseExpression,
    ) -> Form:
        if isinstance(operator, cst.Divide):
            if right in (Form.SUM, Form.MEAN) and left in _LINEAR:
                return Form.RATIO
            if right is Form.COUNT and left in _LINEAR:
                return Form.MEAN
        if isinstance(operator, cst.Power) and left in _LINEAR:
            return Form.ROOT if literal(node) == 0.5 else Form.OTHER
        return self._joined(left, right)

    def _joined(self, *forms: Form) -> Form:
        """What arithmetic makes of several values."""
        found = {form for form in forms if form is not Form.CONSTANT}
        if not found:
            return Form.CONSTANT
        if Form.OTHER in found:
            return Form.OTHER
        for form in (Form.SAMPLES, Form.MASK, Form.RATIO, Form.ROOT, Form.EXTREME, Form.SUM):
            if form in found:
                return form
        return found.pop()

    def _own(self, function: cst.FunctionDef, call: cst.Call, item: int | None = None) -> Form:
        """What another function of the module gives for these arguments."""
        if self.depth == 0 or function is self.function:
            return Form.OTHER
        names = [each.name for each in parameters_of(function.params)]
        given = {name: self.form(value) for name, value in bind(call, names).items()}
        for each in parameters_of(function.params):
            known = each.default is not None and literal(each.default) is not NOT_LITERAL
            given.setdefault(each.name, Form.CONSTANT if known else Form.OTHER)
        key = (function, self.depth, item, tuple(given.items()))
        if key not in self.memory.forms:
            inner = _Reader(self.module, function, given, self.depth - 1, self.memory)
            self.memory.forms[key] = inner.returned(item)
        return self.memory.forms[key]


def _values_by_name(body: cst.CSTNode) -> dict[str, Sequence[_Given] | None]:
    """The values that each name is given, in source order; None where one is changed."""
    found: dict[str, list[_Given]] = {}
    for node in walk_same_function(body, cst.Assign):
        if len(node.targets) == 1:
            for name, given in _given(node.targets[0].target, node.value):
                found.setdefault(name, []).append(given)
    targets = (each.target for each in walk_same_function(body, cst.AugAssign))
    changed = {each.value: None for each in targets if isinstance(each, cst.Name)}
    return {**found, **changed}


def _given(target: cst.BaseExpression, value: cst.BaseExpression) -> Iterator[tuple[str, _Given]]:
    """Each name of a target, with what it is given: `p, r = f(x), g(x)` or `p, r = both(x)`."""
    if isinstance(target, cst.Name):
        yield target.value, (value, None)
    if not isinstance(target, (cst.Tuple, cst.List)):
        return
    items = value.elements if isinstance(value, (cst.Tuple, cst.List)) else None
    apart = items is None or len(items) == len(target.elements)
    whole = all(isinstance(each, cst.Element) for each in (*target.elements, *(items or ())))
    for place, each in enumerate(target.elements):
        if isinstance(each.value, cst.Name):
            given = (items[place].value, None) if items and apart and whole else (value, place)
            yield each.value.value, given

"""What a function of targets and predictions computes of a batch.

A mean over the samples of all batches is the mean of their means, if these are of one size. That is
not so for a ratio of sums over a batch, for a root of one, or for the largest value.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from layerlint.checks.training._local_values import Given, How, values_by_name
from layerlint.facts.operations import NUMBERLESS
from layerlint.facts.tensors import tensor_function
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.queries.called_functions import called
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, bind, literal

_DEPTH = 4
# Names of one function that are given each other's values would be asked for in every order.
_MOST_QUESTIONS = 1000
_NOWHERE = sys.maxsize


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


_WITH_SAMPLES = frozenset({Form.SAMPLES, Form.MASK})
_LINEAR = frozenset({Form.MEAN, Form.SUM, Form.COUNT})
_WHOLE = frozenset({Form.RATIO, Form.ROOT, Form.EXTREME})
# Functions that give what they are given in another form, and those that give one of two values.
_KEPT = frozenset({"constant", "convert_to_tensor", "one_hot", "stack"})
_CHOICES = frozenset({"cond", "switch"})
_REDUCTIONS = {"sum": Form.SUM, "mean": Form.MEAN, "max": Form.EXTREME, "min": Form.EXTREME}


def form_of(function: cst.FunctionDef, module: Module) -> Form:
    """What a metric of two arguments returns: RATIO, ROOT or EXTREME, and OTHER for all else."""
    given = {
        each.name: Form.SAMPLES if each.default is None else Form.CONSTANT
        for each in parameters_of(function.params)
        if each.default is None or literal(each.default) is not NOT_LITERAL
    }
    found = _Reader(module, function, given).returned()
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
            case cst.UnaryOperation(expression=inner):
                return self.form(inner)
            case cst.Subscript(value=inner, slice=[first, *_]):
                found = self.form(inner)
                return Form.OTHER if found in _WITH_SAMPLES and _is_one(first) else found
            case cst.List(elements=elements) | cst.Tuple(elements=elements) if elements:
                found = self._joined(*(self.form(each.value) for each in elements))
                return found if found in _WHOLE or found is Form.CONSTANT else Form.OTHER
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
        values = self.module.facts(self.function.body, values_by_name).get(name, ())
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

    def _of_values(self, name: str, values: Sequence[Given]) -> Form:
        if name in self.known:
            return self.known[name]
        self.memory.questions -= 1
        if self.memory.questions < 0:
            return Form.OTHER
        around, self.open = self.open, _NOWHERE
        place = self.asked[name] = len(self.asked)
        found = {self._of_given(value) for value in values}
        changed = any(value.how is not How.WHOLE for value in values)
        if changed and name in self.given:
            found.add(self.given[name])
        if changed and len(found) > 1:
            found.discard(Form.CONSTANT)  # what it begins with: `total = 0.0`, `each = []`
        del self.asked[name]
        form = found.pop() if len(found) == 1 else Form.OTHER
        if self.open >= place:
            self.known[name] = form
            self.open = _NOWHERE
        self.open = min(self.open, around)
        return form

    def _of_given(self, given: Given) -> Form:
        """What a name is given: a value, one item of it, or more of what it has."""
        value = given.value
        if given.how is How.COUNTED:
            return Form.CONSTANT
        if given.item is not None:
            own = called(value, self.module) if isinstance(value, cst.Call) else None
            if own is None or not isinstance(value, cst.Call):
                return Form.OTHER
            return self._own(own, value, given.item)
        form = self.form(value)
        if given.how is How.SCALED and form is not Form.CONSTANT:
            return Form.OTHER
        # A list of samples has an axis in front of theirs.
        return Form.OTHER if given.how is How.APPENDED and form not in _WHOLE else form

    def _call(self, call: cst.Call) -> Form:
        if own := called(call, self.module):
            return self._own(own, call)
        name = self.module.resolve(call.func)
        function = tensor_function(name)
        last = (name or "").rpartition(".")[2]
        if last in NUMBERLESS and name != last:
            return Form.CONSTANT
        if function is None:
            return self._of_python(call, name or "", last)
        forms = [self.form(each.value) for each in call.args if each.keyword is None]
        if function.role == "reduction":
            return self._reduced(call, function.name, forms)
        if function.role in ("cast", "layout") or last in _KEPT:
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

    def _of_python(self, call: cst.Call, name: str, last: str) -> Form:
        """What a choice of two gives, or a function of Python."""
        given = [each.value for each in call.args if each.keyword is None]
        if last in _CHOICES and name != last and len(given) == 3:
            parts = (each.body if isinstance(each, cst.Lambda) else each for each in given[1:])
            return self._joined(*map(self.form, parts))
        if name == "builtins.sum" and len(given) == 1:
            return self.form(given[0])
        return Form.CONSTANT if name == "builtins.len" else Form.OTHER

    def _mapped(self, name: str, found: Form) -> Form:
        """What an elementwise function gives."""
        if name == "sqrt" and found in _LINEAR:
            return Form.ROOT
        return found if found not in _LINEAR else Form.OTHER

    def _reduced(self, call: cst.Call, name: str, forms: list[Form]) -> Form:
        given = bind(call, ("x", "axis"))
        axis = literal(given["axis"]) if "axis" in given else None
        what = forms[0] if forms else Form.OTHER
        if what not in _WITH_SAMPLES:
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


def _is_one(part: cst.SubscriptElement) -> bool:
    """Whether the first thing in brackets takes one sample: `y[i]`, and not `y[..., i]`."""
    return isinstance(part.slice, cst.Index) and not isinstance(part.slice.value, cst.Ellipsis)

"""LL155: the advantage in the loss of a policy is not stopped, and the critic is trained by it."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.training._made_of import Part, made_of
from layerlint.declaration import check
from layerlint.facts.gradients import FLOAT_CUTS, MOVES, WHOLE_CUTS
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.gradient_calls import Gradient, gradients
from layerlint.queries.recorded_code import runs
from layerlint.queries.traced_code import short
from layerlint.queries.trained_variables import VARIABLES
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, positional
from layerlint.syntax.walk import children

_LOGS = frozenset({"log", "log_prob", "log_softmax"})
_OF_LOGS = ("crossentropy", "cross_entropy")
_BY_HAND = AnyOf(Members("gradient"), Members("minimize"))
_POLICY = AnyOf(*map(Text, ("log", *_OF_LOGS)))
NEEDS = AllOf(_BY_HAND, AnyOf(*sorted(VARIABLES)), _POLICY, Text("-"))
_CUTS = FLOAT_CUTS | WHOLE_CUTS | {"numpy", "float", "int", "one_hot", "predict", "stop_recording"}
_ARRAYS = frozenset({"write", "stack", "concat", "read", "unstack"})
# The way of a loss, and of a factor in it, is followed through so many values; a longer one is
# made by a program.
_MOST = 2000
_MOST_IN_FACTOR = 150
_MOST_GRADIENTS = 16
_DEPTH = 60

# A model, and the place among its outputs, where that is known.
Source = tuple[str, "int | None"]


@check(Module, needs=NEEDS)
def advantage_not_stopped(module: Module) -> Iterator[Finding]:
    """Report a log of probabilities times a difference that a trained critic is a part of."""
    told: set[cst.CSTNode] = set()
    if module.says("stop_recording"):
        return
    for gradient in list(gradients(module))[:_MOST_GRADIENTS]:
        trained = _Trained(module, gradient)
        for product, left, right in trained.products():
            for policy, advantage in ((left, right), (right, left)):
                model = trained.model_in(policy, advantage)
                if model is not None and product not in told:
                    told.add(product)
                    fields = {"advantage": short(module, advantage), "model": model}
                    yield Finding(product, fields=fields)


class _Trained:
    """What a gradient is taken of, with the calls of the models that it is taken for."""

    def __init__(self, module: Module, gradient: Gradient) -> None:
        self.module = module
        self.loss = gradient.loss
        models = gradient.models if self.loss is not None else ()
        self.models: dict[cst.CSTNode, str] = {
            run.call: module.source(model)
            for model in models
            for run in runs(model, gradient.recorded, module)
            if run.module is module
        }
        self._known: dict[tuple[cst.CSTNode, tuple[int | str, ...]], frozenset[Source] | None] = {}

    def products(self) -> Iterator[tuple[cst.CSTNode, cst.BaseExpression, cst.BaseExpression]]:
        """The products that the loss is made of."""
        if self.loss is None or not self.models:
            return
        for part in self._reached(self.loss, _MOST):
            match part.value:
                case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
                    yield part.value, left, right
                case cst.Call() as call if called_name(call.func) == "multiply":
                    given = positional(call)
                    if len(given) == 2:
                        yield call, given[0].value, given[1].value

    def model_in(self, policy: cst.BaseExpression, advantage: cst.BaseExpression) -> str | None:
        """The model whose values a difference has, times the log of another output's numbers."""
        values = self._passed(Part(advantage), _DEPTH)
        if not values:
            return None
        behind = self._reached(advantage)
        if any(_is_log(each.value) for each in behind) or not any(map(self._subtracts, behind)):
            return None
        before = self._reached(policy)
        if not any(_is_log(each.value) for each in before):
            return None
        chosen = {
            (self.models[each.value], _place(each)) for each in before if each.value in self.models
        }
        apart = all(_are_apart(one, other) for one in values for other in chosen)
        return min(values)[0] if chosen and apart else None

    def _subtracts(self, part: Part) -> bool:
        """Whether it is a difference of the values and something that is no plain number."""
        match part.value:
            case cst.BinaryOperation(left=left, operator=cst.Subtract(), right=right):
                plain = any(isinstance(each, cst.BaseNumber) for each in (left, right))
                both = (self._passed(Part(each), _DEPTH) for each in (left, right))
                return not plain and any(both)
        return False

    def _reached(self, start: cst.BaseExpression, most: int = _MOST_IN_FACTOR) -> list[Part]:
        """All that a value may be made of, as far as the gradient may pass."""
        found: dict[tuple[cst.CSTNode, tuple[int | str, ...]], Part] = {}
        waiting = [Part(start)]
        while waiting and len(found) < most:
            part = waiting.pop()
            key = (part.value, part.path)
            if key in found or _is_cut(part.value):
                continue
            found[key] = part
            if part.value not in self.models:
                made = made_of(part, self.module)
                waiting += map(Part, _operands(part.value)) if made is None else made
        return list(found.values())

    def _passed(self, part: Part, depth: int) -> frozenset[Source] | None:
        """Whose values it certainly has, with their gradient; None where that is not known."""
        key = (part.value, part.path)
        if key not in self._known:
            # A name that is given what it held before: that adds nothing.
            self._known[key] = frozenset()
            self._known[key] = self._passed_anew(part, depth - 1) if depth else None
        return self._known[key]

    def _passed_anew(self, part: Part, depth: int) -> frozenset[Source] | None:
        value = part.value
        if value in self.models:
            return frozenset({(self.models[value], _place(part))})
        if _is_cut(value):
            return None
        made = made_of(part, self.module)
        if made is not None:
            certain = [self._passed(each, depth) for each in made if not each.added]
            known = [each for each in certain if each is not None]
            return frozenset().union(*known) if len(known) == len(certain) else None
        if _is_empty(value):
            return frozenset()
        if not _keeps_values(value):
            return None
        operands = [self._passed(Part(each), depth) for each in _operands(value)]
        found = frozenset[Source]().union(*(each for each in operands if each))
        return found if found or None not in operands else None


def _is_cut(value: cst.BaseExpression) -> bool:
    return isinstance(value, cst.Call) and called_name(value.func) in _CUTS


def _is_log(value: cst.BaseExpression) -> bool:
    name = called_name(value.func).lower() if isinstance(value, cst.Call) else ""
    return name in _LOGS or any(each in name for each in _OF_LOGS)


def _is_empty(value: cst.BaseExpression) -> bool:
    """Whether it is a number, or what is filled later: an empty list, an array of tensors."""
    match value:
        case cst.List(elements=[]) | cst.Integer() | cst.Float():
            return True
        case cst.Call():
            return called_name(value.func) == "TensorArray"
    return False


def _keeps_values(value: cst.BaseExpression) -> bool:
    """Whether it is a sum, a difference, a multiple, or the same numbers in another form."""
    match value:
        case cst.BinaryOperation(operator=operator):
            return isinstance(operator, (cst.Add, cst.Subtract, cst.Multiply, cst.Divide))
        case cst.Call():
            name = called_name(value.func)
            return name in MOVES or (isinstance(value.func, cst.Attribute) and name in _ARRAYS)
    return isinstance(value, (cst.UnaryOperation, cst.Subscript, cst.List, cst.Tuple))


def _operands(value: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    """The expressions in an expression; of what a subscript takes the whole alone."""
    if isinstance(value, cst.Subscript):
        yield value.value
        return
    if isinstance(value, (cst.Attribute, cst.Lambda)):
        return
    for child in children(value):
        holds = (cst.Arg, cst.Element, cst.Attribute if isinstance(value, cst.Call) else cst.Arg)
        if isinstance(child, holds):
            yield child.value
        elif isinstance(child, cst.BaseExpression):
            yield child


def _place(part: Part) -> int | None:
    first = part.path[0] if part.path else None
    return first if isinstance(first, int) else None


def _are_apart(one: Source, other: Source) -> bool:
    """Whether they are different outputs, of one model or of two."""
    if one[0] != other[0]:
        return True
    return one[1] is not None and other[1] is not None and one[1] != other[1]

"""What the checks of the training rules share: where an effect is shown, and how it is guarded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from layerlint.findings import Defect
from layerlint.fixes.edit import Edit, Fix
from layerlint.fixes.formatting import newline, unit
from layerlint.fixes.lines import indentation
from layerlint.fixes.rewrite import add_keyword, add_parameter, insert_before, wrap_statement
from layerlint.interpret.trace import Step
from layerlint.queries.loops_by_hand import untold_by_hand
from layerlint.queries.traced_code import in_project
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import around, end_in_order, is_behind, walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.interpret.effects import E, Effect, StateUpdate
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module


class ReportPlace(NamedTuple):
    """Where an effect is reported: the effect itself, or the last step to it in the project."""

    node: cst.CSTNode
    module: Module
    path: str
    trace: tuple[Step, ...]


def shown(layer: LayerClass, effect: Effect) -> ReportPlace | None:
    """Where to report an effect of `layer`.

    None where a base of the class reports it itself.
    """
    owner = layer.call.owner if layer.call else layer
    if owner is not layer and any(
        other.node is effect.node and other.worlds == effect.worlds
        for other in owner.forward.of(type(effect))
    ):
        return None
    end = Step(effect.module.source(effect.node), effect.node, effect.module)
    steps = (*effect.trace, end)
    inside = [step for step in steps if in_project(step.module)]
    if not inside:
        return None
    names = [f"{layer.name}.call", *(step.text for step in effect.trace)]
    path = " → ".join([names[0], *(name.removeprefix(f"{layer.name}.") for name in names[1:])])
    return ReportPlace(inside[-1].node, inside[-1].module, path, steps if effect.trace else ())


def shown_once(layer: LayerClass, effects: Iterable[E]) -> Iterator[tuple[E, ReportPlace]]:
    """Effects of `layer` with where to report them, one for each place."""
    seen: set[cst.CSTNode] = set()
    for effect in effects:
        place = shown(layer, effect)
        if place is not None and place.node not in seen:
            seen.add(place.node)
            yield effect, place


def defect(layer: LayerClass, effect: Effect) -> Defect:
    """What is wrong about an effect that inference reaches: rules that say so speak once."""
    for guard in effect.guards:
        if any(self_attribute(node) == "trainable" for node in walk(guard.test)):
            return Defect(layer, "trainable")
    if not layer.asks_for_mode:
        return Defect(layer, "training")
    return Defect(effect.module, effect.module.span(effect.node).start)


def flag_edits(method: Method) -> list[Edit] | None:
    """The edits that give a `call` its `training`; None where the name means something else."""
    if method.rebinds("training"):
        return None
    if method.takes("training"):
        return []
    if method.parameter("training") is not None:
        return None
    return add_parameter(method.module, method.node, "training=None")


class Guards:
    """The fixes that put what leads from `call` to a write of `flagged` under `if training:`.

    Statements of `call` that stand together and that all lead to one of the effects get one `if`.
    Where the write is not reached by such statements alone, the flag is passed on to the method
    that writes.
    """

    def __init__(self, layer: LayerClass, flagged: Sequence[StateUpdate]) -> None:
        self._layer = layer
        method = layer.call
        self._method = method if method is not None and method.owner is layer else None
        self._last_reads: dict[str, cst.CSTNode | None] = {}
        self._same: dict[cst.CSTNode, list[StateUpdate]] = {}
        for effect in flagged:
            self._same.setdefault(effect.node, []).append(effect)
        sites = [] if self._method is None else [_site(each, self._method) for each in flagged]
        self._marked = {site for site in sites if site is not None}

    def fix(self, effect: StateUpdate) -> Fix | None:
        """The fix for one of the effects, if there is one."""
        method = self._method
        parameter = None if method is None else flag_edits(method)
        if method is None or parameter is None:
            return None
        same = self._same[effect.node]
        sites = [_site(other, method) for other in same]
        if None in sites:
            passed = _pass_flag(self._layer, effect, same)
            return None if passed is None else Fix(_TITLE, (*parameter, *passed), "unsafe")
        edits = list(parameter)
        found = [site for site in sites if site is not None]
        for run in _runs(method.module, found, self._marked):
            edits += _wrap(method.module, run)
        direct = all(not other.trace for other in same)
        hinted = any(other.design_hint for other in same)
        wanted = hinted or self._makes_output(effect)
        safe = direct and not wanted and not untold_by_hand(self._layer)
        return Fix(_TITLE, tuple(edits), "safe" if safe else "unsafe")

    def _makes_output(self, effect: StateUpdate) -> bool:
        """Whether `call` goes on with a value that was made from this batch, and nothing else.

        Or with one that it changes in each round of a loop, and reads in the next.
        """
        if self._is_iterated(effect):
            return True
        if effect.operation != "assign" or effect.attribute in effect.reads:
            return False
        if effect.attribute not in self._last_reads:
            known = self._layer.attributes[effect.attribute].reads
            reads = [each.node for each in known if each.method is self._method]
            self._last_reads[effect.attribute] = max(reads, key=end_in_order, default=None)
        last = self._last_reads[effect.attribute]
        return last is not None and is_behind(last, effect.node)

    def _is_iterated(self, effect: StateUpdate) -> bool:
        """Whether a loop around the write reads the state elsewhere."""
        known = self._layer.attributes[effect.attribute]
        loops = list(around(effect.node, cst.For, cst.While))
        if not loops:
            return False
        reads = {read.node for read in known.reads} - set(walk_kinds(effect.node, cst.Attribute))
        return any(node in reads for node in walk_kinds(loops[-1], cst.Attribute))


# The fix of each finding moves all statements of its `if`.
_TOGETHER = 50
_TITLE = "Guard with `if training:`"
_HEADER = "if training:"


def _site(effect: Effect, method: Method) -> cst.SimpleStatementLine | None:
    """The statement of `call` that is nothing but the write, or the call that leads to it."""
    module = method.module
    node = effect.trace[0].node if effect.trace else effect.node
    owner = effect.trace[0].module if effect.trace else effect.module
    if owner is not module or module.function(node) is not method.node:
        return None
    expression = module.parent(node)
    line = module.parent(expression) if isinstance(expression, cst.Expr) else None
    if not isinstance(line, cst.SimpleStatementLine) or len(line.body) != 1:
        return None
    return line


def _runs(
    module: Module, sites: Sequence[cst.SimpleStatementLine], marked: Collection[cst.CSTNode]
) -> Iterator[list[cst.SimpleStatementLine]]:
    """The runs of adjacent marked statements that hold `sites`, long ones in pieces."""
    done: set[cst.CSTNode] = set()
    for site in sites:
        if site in done:
            continue
        block = module.parent(site)
        body: Sequence[cst.SimpleStatementLine] = getattr(block, "body", [site])
        first = last = next(i for i, statement in enumerate(body) if statement is site)
        while first > 0 and body[first - 1] in marked:
            first -= 1
        while last + 1 < len(body) and body[last + 1] in marked:
            last += 1
        place = next(i for i in range(first, last + 1) if body[i] is site)
        first += (place - first) // _TOGETHER * _TOGETHER
        run = list(body[first : min(last + 1, first + _TOGETHER)])
        done |= set(run)
        yield run


def _wrap(module: Module, run: Sequence[cst.SimpleStatementLine]) -> list[Edit]:
    """Put adjacent statements, and the comments between them, below one `if training:`."""
    edits = wrap_statement(module, run[0], _HEADER)
    for statement in run[1:]:
        indent = indentation(module.text, module.span(statement).start)
        for line in statement.leading_lines:
            if line.comment is not None:
                edits += insert_before(module, line.comment, unit(module))
        for edit in wrap_statement(module, statement, _HEADER):
            deeper = edit.text.removeprefix(f"{_HEADER}{newline(module)}{indent}")
            edits.append(Edit(edit.start, edit.end, deeper))
    return edits


def _pass_flag(
    layer: LayerClass, effect: StateUpdate, same: Sequence[StateUpdate]
) -> list[Edit] | None:
    """Give the method that writes the flag, at every call of it, and guard the write there."""
    helper = effect.method
    if helper is None or helper.owner is not layer or not effect.statement:
        return None
    module = helper.module
    if helper.parameter("training") is not None or helper.rebinds("training"):
        return None
    if any(len(other.trace) != 1 for other in same):
        return None
    calls = dict.fromkeys(other.trace[0].node for other in same)
    reads = [
        node
        for method in layer.methods.values()
        for node in method.own_nodes()
        if self_attribute(node, method.self_name) == helper.name
    ]
    if len(reads) != len(calls):
        return None
    edits = add_parameter(module, helper.node, "training=None")
    for call in calls:
        if not isinstance(call, cst.Call) or any(argument.star for argument in call.args):
            return None
        edits += add_keyword(module, call, "training=training")
    return [*edits, *wrap_statement(module, module.statement(effect.node), _HEADER)]

"""Is what `call()` draws noise for training, or is the layer random by nature?

A function that only makes sense in training (`tf.nn.dropout`, `tf.image.random_flip_left_right`)
says so itself. A draw of plain numbers counts as noise only where it is added to the input in an
amount that does not depend on the input, or masks the input; everything else, samples above all,
is what the layer is there for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.facts.random import random_function
from layerlint.model.calls import self_attribute
from layerlint.model.walk import children, walk

if TYPE_CHECKING:
    from layerlint.flow.effects import Effect
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

Function = cst.FunctionDef | cst.Lambda

# Names and descriptions of classes that are meant to be random whenever they run.
_RANDOM_NAME = re.compile(
    r"sampl|reparam|variational|vae|bayes|flipout|montecarlo|^_?MC|uncertain|generat|diffusi|"
    r"latent|posterior|prior|(^|[a-z])GAN|gumbel|concrete|randomfeature|synthes|simulat|"
    r"mask(ed)?(lm|language|token|patch)|prenet",  # a Tacotron prenet drops in inference as well
    re.IGNORECASE,
)
_RANDOM_TOLD = re.compile(
    r"monte.?carlo|\bmc.?dropout|bayes|uncertain|variational|reparam|posterior|gumbel|diffusion|"
    r"sampl(es?|ing) .{0,20}(distribution|gaussian|normal|latent|posterior|prior)|generative|"
    r"random features|pre-?train|mask(ed)? (language|token|patch)|\bGAN\b",
    re.IGNORECASE,
)
_ALWAYS = re.compile(
    r"\balways\b|(also|even|both|and|or|well as)[\w ]{0,25}(at|in|during|for) "
    r"(inference|predict|test|evaluation)|(needed|wanted|active|applied|kept|enabled) "
    r"(at|in|during) (inference|predict|test|evaluation)|"
    r"\bboth\b.{0,12}train\w*\s*(/|and|&)\s*(inference|predict|test|evaluation)",
    re.IGNORECASE,
)
_PREPROCESSING = re.compile(r"preprocess|augmentation|converter|tokenizer", re.IGNORECASE)
_UNIFORM = frozenset({"uniform", "random_uniform", "stateless_uniform"})
_COIN = frozenset({"bernoulli", "random_bernoulli", "binomial", "random_binomial"})
_SHAPES = frozenset({"shape", "int_shape", "shape_v2", "get_shape", "ndim", "rank", "dtype"})


def is_noise(layer: LayerClass, effect: Effect) -> bool:
    """Whether a draw of `layer` is fit for training and for nothing else."""
    known = random_function(effect.function)
    if known is None or known.at_trace or meant_to_be_random(layer, effect):
        return False
    scope = _scope(effect)
    if scope is None:
        return False
    names = Dataflow(effect.module, scope, effect.node)
    if known.training_only:
        return not any(names.from_input(rate) for rate in _rates(effect))
    return any(_disturbs(node, names, layer, effect) for node in walk(scope))


def drawn(effect: Effect) -> str:
    """The drawing function as the user wrote it, for a message."""
    node = effect.node
    return effect.module.source(node.func) if isinstance(node, cst.Call) else ""


def meant_to_be_random(layer: LayerClass, effect: Effect) -> bool:
    """Whether the class, the method or a comment at the line says that it is always random."""
    if any(_PREPROCESSING.search(base) for base in (*layer.keras_bases, *layer.chain)):
        return True
    if _RANDOM_NAME.search(layer.name):
        return True
    told = [layer.docstring]
    for method in (layer.call, effect.method):
        if method is not None:
            told.append(method.node.get_docstring() or "")
    told += [*_comments(effect.module.statement(effect.node), effect.module)]
    told += [*_comments(layer.node, layer.module)]
    told += [text for base in layer.mro for text in _all_comments(base)]
    return any(_RANDOM_TOLD.search(text) or _ALWAYS.search(text) for text in told)


def _comments(statement: cst.CSTNode, module: Module) -> Iterator[str]:
    """The comments above the lines that a statement stands together with."""
    body: Sequence[cst.CSTNode] = getattr(module.parent(statement), "body", [statement])
    above = next((i for i, each in enumerate(body) if each is statement), 0)
    while above >= 0:
        lines: Sequence[cst.EmptyLine] = getattr(body[above], "leading_lines", ())
        yield from (line.comment.value for line in lines if line.comment is not None)
        if lines or above == 0:
            return
        above -= 1


def _all_comments(layer: LayerClass) -> Iterator[str]:
    """The comments of a class that say that something always happens."""
    for line in layer.module.source(layer.node).splitlines():
        _, mark, comment = line.partition("#")
        if mark and _ALWAYS.search(comment):
            yield comment


def identity(effect: Effect, expression: cst.BaseExpression) -> cst.BaseExpression | None:
    """What `expression` is without the draw directly in it, None where that is not plain."""
    known = random_function(effect.function)
    if expression is effect.node and known is not None and known.training_only:
        first = effect.node.args[0] if isinstance(effect.node, cst.Call) else None
        return first.value if first is not None and not first.star else None
    scope = _scope(effect)
    if scope is None:
        return None
    names = Dataflow(effect.module, scope, effect.node)
    match expression:
        case cst.BinaryOperation(left=left, operator=cst.Add() | cst.Subtract(), right=right):
            if names.from_draw(right) and not names.from_draw(left):
                return left
            if names.from_draw(left) and isinstance(expression.operator, cst.Add):
                return right if not names.from_draw(right) else None
    return None


class Dataflow:
    """Which locals of a function come from the draw, and which from its arguments."""

    def __init__(self, module: Module, function: Function, draw: cst.CSTNode) -> None:
        self.draw = draw
        self.inputs = {
            parameter.name.value
            for parameter in walk(function.params)
            if isinstance(parameter, cst.Param)
        } - {"self", "training"}
        self.drawn: set[str] = set()
        for node in walk(function):
            bound: list[cst.CSTNode]
            match node:
                case cst.Assign(targets=targets, value=value):
                    bound = [target.target for target in targets]
                case (
                    cst.AugAssign(target=target, value=value)
                    | cst.NamedExpr(target=target, value=value)
                ):
                    bound = [target]
                case _:
                    continue
            names = {
                name.value for part in bound for name in walk(part) if isinstance(name, cst.Name)
            }
            if self.from_draw(value):
                # `x = x + noise`: x is the input still, only disturbed.
                self.drawn |= names - self.inputs
            if self.from_input(value):
                self.inputs |= names - self.drawn

    def from_draw(self, node: cst.CSTNode) -> bool:
        """Whether the drawn numbers are in the value of `node`."""
        return any(
            part is self.draw or (isinstance(part, cst.Name) and part.value in self.drawn)
            for part in _values(node)
        )

    def from_input(self, node: cst.CSTNode) -> bool:
        """Whether the value of `node` (not only its shape) depends on the arguments."""
        return any(
            isinstance(part, cst.Name) and part.value in self.inputs for part in _values(node)
        )


def _disturbs(node: cst.CSTNode, names: Dataflow, layer: LayerClass, effect: Effect) -> bool:
    """`x + amount * noise` or `x * mask`, or the same with an operator's function."""
    match node:
        case cst.BinaryOperation(left=left, operator=operator, right=right):
            added = isinstance(operator, (cst.Add, cst.Subtract))
            multiplied = isinstance(operator, cst.Multiply)
        case cst.AugAssign(target=left, operator=augmented, value=right):
            added = isinstance(augmented, (cst.AddAssign, cst.SubtractAssign))
            multiplied = isinstance(augmented, cst.MultiplyAssign)
        case cst.Call(
            func=cst.Attribute(attr=cst.Name(value="add" | "multiply" as verb)),
            args=[cst.Arg(value=left), cst.Arg(value=right), *_],
        ):
            added, multiplied = verb == "add", verb == "multiply"
        case _:
            return False
    for clean, drawn in ((left, right), (right, left)):
        if names.from_draw(clean) or not names.from_input(clean) or not names.from_draw(drawn):
            continue
        if added and not names.from_input(drawn) and not _learned(drawn, layer):
            return True
        if multiplied and _masks(effect, names) and not names.from_input(drawn):
            return True
    return False


def _learned(node: cst.CSTNode, layer: LayerClass) -> bool:
    """Whether a weight sets the amount of noise: who learns it uses it in inference too."""
    return any(self_attribute(part) in layer.weights for part in _values(node))


def _masks(effect: Effect, names: Dataflow) -> bool:
    """Whether the drawn numbers are made into a mask of zeros and ones."""
    function = (effect.function or "").rpartition(".")[2]
    if function in _COIN:
        return True
    scope = _scope(effect)
    if function not in _UNIFORM or scope is None:
        return False
    for node in walk(scope):
        match node:
            case cst.Comparison(left=left) if names.from_draw(node) and names.from_draw(left):
                return True
            case cst.Comparison(comparisons=[cst.ComparisonTarget(comparator=right)]):
                if names.from_draw(right):
                    return True
            case cst.Call(func=function_node, args=[cst.Arg(value=first), *_]):
                name = getattr(getattr(function_node, "attr", function_node), "value", "")
                if name in _MASKING and names.from_draw(first):
                    return True
    return False


_MASKING = frozenset({"floor", "round", "less", "less_equal", "greater", "greater_equal", "ceil"})


def _scope(effect: Effect) -> Function | None:
    """The function that draws."""
    for node in effect.module.ancestors(effect.node):
        if isinstance(node, (cst.FunctionDef, cst.Lambda)):
            return node
    return None


def _rates(effect: Effect) -> Iterator[cst.BaseExpression]:
    """The arguments of a drawing function after the first."""
    if isinstance(effect.node, cst.Call):
        for argument in effect.node.args[1:]:
            yield argument.value


def _values(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """The parts of an expression whose values, not only whose shapes or types, are in its own."""
    stack = [node]
    while stack:
        part = stack.pop()
        yield part
        match part:
            case cst.Attribute(attr=cst.Name(value=name)) if name in _SHAPES:
                continue
            case cst.Call(func=function, args=arguments):
                name = getattr(getattr(function, "attr", function), "value", "")
                if name in _SHAPES:
                    continue
                stack += [
                    argument.value
                    for argument in arguments
                    if argument.keyword is None or argument.keyword.value not in ("shape", "dtype")
                ]
                if isinstance(function, cst.Attribute):
                    stack.append(function.value)
            case cst.Attribute(value=value):
                stack.append(value)
            case _:
                stack += children(part)

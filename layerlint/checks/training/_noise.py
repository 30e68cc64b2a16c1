"""Is what `call()` draws noise for training, or is the layer random by nature?

A function that only makes sense in training (`tf.nn.dropout`, `tf.image.random_flip_left_right`)
says so itself. A draw of plain numbers counts as noise only where it is added to the input in an
amount that does not depend on the input, or masks the input; everything else, samples above all,
is what the layer is there for. A layer that does not ask for the mode has to be called like what is
for training, or to say so: as many others make data, and are random in `predict` on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.checks.training._use_of_draws import Draw
from layerlint.facts.random import random_function
from layerlint.model.assignments import assigned, values_of
from layerlint.queries.call_sites import passed_by_name
from layerlint.queries.class_uses import makings
from layerlint.queries.flag_names import names_flag
from layerlint.queries.local_bindings import other_mentions
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, is_name, literal
from layerlint.syntax.walk import calls_given, walk, walk_same_function

if TYPE_CHECKING:
    from layerlint.interpret.effects import Effect, RandomDraw
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

# Names and descriptions of classes that are meant to be random whenever they run.
_RANDOM_NAME = re.compile(
    r"sampl|reparam|variational|vae|bayes|flipout|montecarlo|^_?MC|uncertain|generat|diffusi|"
    r"latent|posterior|prior|(^|[a-z])GAN|gumbel|concrete|randomfeature|synthes|simulat|"
    r"mask(ed)?(lm|language|token|patch)|prenet",  # a Tacotron prenet drops in inference as well
    re.IGNORECASE,
)
# What is there for the training of another model, and not used after.
_TRAINS_ANOTHER = re.compile(r"discriminator|critic(?!al)", re.IGNORECASE)
_RANDOM_TOLD = re.compile(
    r"monte.?carlo|\bmc.?dropout|bayes|uncertain|variational|reparam|posterior|gumbel|diffusion|"
    r"sampl(es?|ing) .{0,20}(distribution|gaussian|normal|latent|posterior|prior)|generative|"
    r"random features|synthesi|pre-?train(?!ed)|mask(ed)? (language|token|patch)|\bGAN\b",
    re.IGNORECASE,
)
_NOISE_NAME = re.compile(
    r"dropout|drop_?(path|block|connect)|stochastic_?depth|augment|jitter|cut_?(out|mix)|mix_?up",
    re.IGNORECASE,
)
# What no model has but for its training, by the name of a class and by what is said of it.
_FOR_TRAINING_NAME = re.compile(
    rf"{_NOISE_NAME.pattern.replace('|augment', '')}|drop|nois|perturb|corrupt|speckle|shak",
    re.IGNORECASE,
)
_FOR_TRAINING_TOLD = re.compile(r"\btrain|regulari[sz]|over-?fit", re.IGNORECASE)
_ALWAYS = re.compile(
    r"\balways\b|no matter|(also|even|both|and|or|well as)[\w ]{0,25}(at|in|during|for|to) "
    r"(the )?(inference|predict|test|evaluation)|(needed|wanted|active|applied|kept|enabled) "
    r"(at|in|during) (inference|predict|test|evaluation)|"
    r"\bboth\b.{0,12}train\w*\s*(/|and|&)\s*(inference|predict|test|evaluation)|"
    # Such a method never runs in inference.
    r"called\s(in|at|during|for)\straining\s(mode\s|time\s)?only|"
    r"only\scalled\s(in|at|during|for)\straining",
    re.IGNORECASE,
)
_PREPROCESSING = re.compile(r"preprocess|augmentation|converter|tokenizer", re.IGNORECASE)


def is_noise(layer: LayerClass, effect: RandomDraw) -> bool:
    """Whether a draw of `layer` is fit for training and for nothing else."""
    known = random_function(effect.function)
    if known is None or known.at_trace or meant_to_be_random(layer, effect):
        return False
    if _TRAINS_ANOTHER.search(layer.name):
        return False
    draw = Draw(effect)
    if known.training_only:
        return not draw.depends_on_input()
    if not (layer.asks_for_mode or _is_for_training(layer, effect)):
        return False
    if draw.is_gumbel() or draw.is_returned() or _returns_objective(layer):
        return False
    if _NOISE_NAME.search(layer.name) and not layer.weights:
        return True
    return draw.disturbs_input(layer.weights)


def told_by_caller(layer: LayerClass, effect: Effect) -> bool:
    """Whether a flag for training of another name decides, which those who call the layer fill."""
    call = layer.call
    if call is None:
        return False
    flags = {
        parameter.name
        for parameter in call.parameters
        if names_flag(parameter.name) and passed_by_name(layer, parameter.name)
    }
    return any(
        is_name(node, flag)
        for flag in flags
        for guard in effect.guards
        for node in walk(guard.test)
    )


def drawn(effect: RandomDraw) -> str:
    """The drawing function as the user wrote it, for a message."""
    return effect.module.source(effect.node.func)


def meant_to_be_random(layer: LayerClass, effect: Effect) -> bool:
    """Whether the class, the method or a comment says that it is always random.

    Or nothing but the data of the training goes through the layer.
    """
    if any(_PREPROCESSING.search(base) for base in (*layer.keras_bases, *layer.chain[1:])):
        return True
    if _RANDOM_NAME.search(layer.name):
        return True
    told = [*_told(layer, effect), *(text for base in layer.mro for text in _all_comments(base))]
    return any(_RANDOM_TOLD.search(text) or _ALWAYS.search(text) for text in told) or layer.facts(
        _maps_data_only
    )


def _is_for_training(layer: LayerClass, effect: Effect) -> bool:
    """Whether the class is called like what is for training, or says that it is."""
    if _FOR_TRAINING_NAME.search(layer.name):
        return True
    return any(_FOR_TRAINING_TOLD.search(text) for text in _told(layer, effect))


def _told(layer: LayerClass, effect: Effect) -> Iterator[str]:
    """What is said of a class and of an effect of its `call`."""
    yield layer.docstring
    for method in (layer.call, effect.method):
        if method is not None:
            yield method.node.get_docstring() or ""
    yield from _comments(effect.module.statement(effect.node), effect.module)
    yield from _comments(layer.node, layer.module)


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


def _maps_data_only(layer: LayerClass) -> bool:
    """Whether the project makes the class for what it gives to `map`, and for nothing else.

    `fit` and `predict` then never run it, and its data is that of the training.
    """
    return makings(layer, _is_for_map)


def _is_for_map(module: Module, made: cst.Call) -> bool:
    """Whether a layer that is made goes into `map`, as it is or by a name that is used there."""
    match module.parent(made):
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name() as name)]):
            return _is_used_in_map(name, module)
    return _is_in_map(made)


def _is_used_in_map(name: cst.Name, module: Module) -> bool:
    uses = list(other_mentions(name, module))
    return bool(uses) and all(
        _is_in_map(use) or _is_in_mapped_function(use, module) for use in uses
    )


def _is_in_mapped_function(use: cst.Name, module: Module) -> bool:
    """Whether it stands in a function that is for nothing but `map`."""
    function = module.function(use)
    uses = list(other_mentions(function.name, module)) if function is not None else []
    return bool(uses) and all(map(_is_in_map, uses))


def _is_in_map(node: cst.CSTNode) -> bool:
    """Whether it stands in what is given to a method called `map`."""
    return any(
        isinstance(call.func, cst.Attribute) and call.func.attr.value == "map"
        for call in calls_given(node)
    )


def _returns_objective(layer: LayerClass) -> bool:
    """Whether all that `call` returns is one number: such a model is run to be trained."""
    call = layer.call
    if call is None:
        return False
    values = [node.value for node in walk_same_function(call.node.body, cst.Return)]
    return bool(values) and all(_is_number(value, call, 0) for value in values)


def _is_number(value: cst.CSTNode | None, call: Method, depth: int) -> bool:
    """Whether an expression is certainly reduced to one number, by what its names were given."""
    if depth > 4:
        return False
    match value:
        case cst.Name(value=name):
            given = values_of(name, assigned(call.node.body, call.module))
            return bool(given) and all(_is_number(each, call, depth + 1) for each in given)
        case cst.BinaryOperation(left=left, right=right):
            sides = [each for each in (left, right) if literal(each) is NOT_LITERAL]
            return bool(sides) and all(_is_number(each, call, depth + 1) for each in sides)
        case cst.UnaryOperation(expression=inner):
            return _is_number(inner, call, depth + 1)
        case cst.Call(func=function, args=[first, *rest]):
            known = call.module.tensor_function(function)
            if known is not None and known.role == "reduction":
                return not rest and first.keyword is None
            if known is not None and known.role == "elementwise":
                return _is_number(first.value, call, depth + 1)
    return False

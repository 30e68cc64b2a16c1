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

from layerlint.checks.training._data_pipeline import maps_data_only
from layerlint.checks.training._objective import returns_objective
from layerlint.checks.training._use_of_draws import Draw
from layerlint.facts.random import random_function
from layerlint.queries.call_sites import passed_by_name
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name
from layerlint.syntax.walk import walk

if TYPE_CHECKING:
    from layerlint.interpret.effects import Effect, RandomDraw
    from layerlint.model.layer import LayerClass
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
_ALWAYS = re.compile(
    r"\balways\b|(also|even|both|and|or|well as)[\w ]{0,25}(at|in|during|for) "
    r"(inference|predict|test|evaluation)|(needed|wanted|active|applied|kept|enabled) "
    r"(at|in|during) (inference|predict|test|evaluation)|"
    r"\bboth\b.{0,12}train\w*\s*(/|and|&)\s*(inference|predict|test|evaluation)|"
    # Such a method never runs in inference.
    r"called\s(in|at|during|for)\straining\s(mode\s|time\s)?only|"
    r"only\scalled\s(in|at|during|for)\straining",
    re.IGNORECASE,
)
_FLAG = re.compile(r"(is|in)?_?train(ing)?(_(mode|phase|flag))?", re.IGNORECASE)
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
    if draw.is_gumbel() or draw.is_returned() or returns_objective(layer):
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
        if _FLAG.fullmatch(parameter.name) and passed_by_name(layer, parameter.name)
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
    told = [layer.docstring]
    for method in (layer.call, effect.method):
        if method is not None:
            told.append(method.node.get_docstring() or "")
    told += [*_comments(effect.module.statement(effect.node), effect.module)]
    told += [*_comments(layer.node, layer.module)]
    told += [text for base in layer.mro for text in _all_comments(base)]
    return any(
        _RANDOM_TOLD.search(text) or _ALWAYS.search(text) for text in told
    ) or maps_data_only(layer)


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

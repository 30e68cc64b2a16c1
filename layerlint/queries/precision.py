"""Whether what a module defines can run in another precision than float32.

A library runs in the precision that those who use it choose. An application has one of its own,
and its files say so where that is another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.queries.application import anywhere, application

if TYPE_CHECKING:
    from layerlint.model.module import Module

# What chooses another precision, for a model or for all: policies, dtypes, what Keras begins with.
_CHOICES = dict.fromkeys(
    ("mixed_precision", "mixed_float16", "float16", "fp16", "set_floatx", "set_dtype_policy"), ""
)
_PROGRAM = {"__main__": r"\b__name__\b"}


def can_be_half(module: Module) -> bool:
    """Whether there may be a run of the module's models under mixed precision.

    There is none of an application: a repository of programs, of which one trains the module's
    models and none is to be installed, where no file has a word for half precision.
    """
    if module.once(application) is None or not anywhere(module, _PROGRAM):
        return True
    return anywhere(module, _CHOICES)

"""Generators, coroutines and `map`: their code runs when somebody asks for an element."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from layerlint.facts.python import STOPPING_CALLS
from layerlint.interpret.frames import Frame
from layerlint.interpret.run import Run
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_same_function

# What keeps an iterator for later, or drops it.
_KEEPERS = (cst.Assign, cst.AnnAssign, cst.NamedExpr, cst.Expr)


def is_lazy(function: cst.FunctionDef) -> bool:
    """Whether calling the function runs none of its code."""
    if function.asynchronous is not None:
        return True
    return any(True for _ in walk_same_function(function.body, cst.Yield))


def left_early(node: cst.CSTNode, frame: Frame) -> bool:
    """Whether who asks for the elements of what `node` makes may stop after the first."""
    asks = frame.module.parent(node)
    if isinstance(asks, cst.For):
        leaving = walk_same_function(asks.body, cst.Break, cst.Return, cst.Raise)
        return any(True for _ in leaving)
    call = frame.module.parent(asks) if isinstance(asks, cst.Arg) else None
    return isinstance(call, cst.Call) and frame.module.resolve(call.func) in STOPPING_CALLS


def kept(
    node: cst.CSTNode, frame: Frame, run: Run, *, lazy: bool = True
) -> AbstractContextManager[None]:
    """Within: the code of what `node` makes, an iterator if it is `lazy`.

    How far one is gone through that gets a name, and whether at all, is not followed.
    """
    parent = frame.module.parent(node)
    unpacks = isinstance(parent, cst.Assign) and all(
        isinstance(target.target, cst.Tuple | cst.List) for target in parent.targets
    )
    if lazy and isinstance(parent, _KEEPERS) and not unpacks:
        return run.guarded(node, frame, True, True)
    return nullcontext()

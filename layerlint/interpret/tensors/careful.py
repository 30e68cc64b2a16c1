"""Whether a function itself tells eager tensors, arrays, symbolic tensors or backends apart."""

from __future__ import annotations

import re

from layerlint.syntax import cst
from layerlint.syntax.matching import dotted
from layerlint.syntax.walk import walk_same_function

_CAREFUL = re.compile(
    r"(.*_)?(backend|eager|eagerly|executing_eagerly|hasattr|inside_function|tf_function|in_graph"
    r"|is_tensor|is_tf_type|keras_tensor|symbolic_tensors?)"
)


def asks_for_mode(function: cst.FunctionDef | cst.Lambda) -> bool:
    """Whether the code asks what it works on, or tries and catches."""
    for node in walk_same_function(function, cst.Call, cst.Try, cst.TryStar):
        if isinstance(node, cst.Try | cst.TryStar) and node.handlers:
            return True
        name = dotted(node.func) if isinstance(node, cst.Call) else None
        if name is not None and _CAREFUL.fullmatch(name.rpartition(".")[2]):
            return True
    return False

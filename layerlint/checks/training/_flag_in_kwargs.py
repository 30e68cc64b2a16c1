"""Whether `call` looks for the flag among its keyword arguments."""

from __future__ import annotations

from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal


def reads_flag(node: cst.CSTNode, kwargs: str) -> bool:
    """`kwargs.get("training")`, `kwargs["training"]`, `"training" in kwargs`."""
    match node:
        case cst.Call(
            func=cst.Attribute(value=owner, attr=cst.Name("get" | "pop")),
            args=[cst.Arg(value=key), *_],
        ):
            return is_name(owner, kwargs) and literal(key) == "training"
        case cst.Subscript(value=owner, slice=[cst.SubscriptElement(slice=cst.Index(value=key))]):
            return is_name(owner, kwargs) and literal(key) == "training"
        case cst.Comparison(
            left=key, comparisons=[cst.ComparisonTarget(operator=cst.In(), comparator=owner)]
        ):
            return is_name(owner, kwargs) and literal(key) == "training"
    return False

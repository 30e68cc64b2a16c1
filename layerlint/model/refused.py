"""Arguments that a constructor takes only to raise when they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from layerlint.model.constructor import read_names

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method


def refused(layer: LayerClass, name: str) -> bool:
    """Whether the constructor does nothing with an argument but raise: it has one value only."""
    constructor = layer.constructor
    if constructor is None:
        return False
    reads = [node for node in read_names(constructor) if node.value == name]
    return bool(reads) and all(_raises(constructor, node) for node in reads)


def _raises(constructor: Method, node: cst.CSTNode) -> bool:
    """Whether a read stands in the test of an `if` that raises, or in what is raised."""
    inner: cst.CSTNode = node
    for ancestor in constructor.module.ancestors(node):
        match ancestor:
            case cst.Raise():
                return True
            case cst.If(test=test, body=cst.IndentedBlock(body=[*_, last])) if test is inner:
                return isinstance(last, cst.SimpleStatementLine) and isinstance(
                    last.body[-1], cst.Raise
                )
            case cst.FunctionDef():
                return False
        inner = ancestor
    return False

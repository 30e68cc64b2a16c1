"""Which crossentropy of Keras an expression stands for, and what it is compared with."""

from __future__ import annotations

from dataclasses import dataclass

from layerlint.facts.losses import CROSSENTROPIES
from layerlint.model.module import Module
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, literal


@dataclass(frozen=True, slots=True)
class Crossentropy:
    """A loss by its name, and whether it is told that it gets logits."""

    name: str
    of_logits: bool

    @property
    def binary(self) -> bool:
        """Whether it is a loss of two classes."""
        return self.name.lower().startswith("binary")

    @property
    def categorical(self) -> bool:
        """Whether it compares vectors of one number for each class."""
        return self.name.lower().startswith("categorical")


def crossentropy(loss: cst.BaseExpression, use: cst.CSTNode, module: Module) -> Crossentropy | None:
    """The crossentropy of Keras that `loss` is; None for any other loss, or an unknown one."""
    if isinstance(loss, (cst.Name, cst.Attribute)) and module.keras(loss) is None:
        value = value_at(loss, use, module)
        if value is None or isinstance(value, (cst.Name, cst.Attribute)):
            return None
        loss = value
    text = literal(loss)
    if isinstance(text, str):
        return Crossentropy(text, False) if text in CROSSENTROPIES else None
    if isinstance(loss, cst.Call):
        name = _name(loss.func, module)
        told = keyword(loss, "from_logits")
        logits = literal(told) if told is not None else False
        placed = any(each.star or each.keyword is None for each in loss.args)
        if name is None or not name[0].isupper() or placed or not isinstance(logits, bool):
            return None
        return Crossentropy(name, logits)
    name = _name(loss, module)
    return Crossentropy(name, False) if name is not None and name[0].islower() else None


def _name(node: cst.BaseExpression, module: Module) -> str | None:
    head, _, name = (module.keras(node) or "").rpartition(".")
    return name if head == "losses" and name in CROSSENTROPIES else None

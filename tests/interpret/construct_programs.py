"""Layers made of the templates in `constructs`: each alone under a guard, and several mixed."""

from __future__ import annotations

import random
from textwrap import indent

from .constructs import CONSTRUCTS, sections

GUARDS = [
    "True",
    "training",
    "not training",
    "training is None",
    "training is not None",
    "training and self.a",
    "self.a",
    "self._own(training)",
]
HEADS = ["if {t}:", "for _ in range(1):", "if self.b or {t}:"]


class Layer:
    """One layer class: `source`, and by counter the construct that it stands for."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.constructs: dict[str, str] = {}
        self.parts: dict[str, list[str]] = {"class": [], "init": [], "build": [], "call": []}

    def add(self, construct: str, guard: str, margin: str = "") -> None:
        """Put the construct into `call`, below `margin`."""
        number = len(self.constructs)
        self.constructs[str(number)] = construct
        for section, lines in sections(construct, number, guard).items():
            self.parts[section] += [f"{margin if section == 'call' else ''}{x}" for x in lines]

    @property
    def source(self) -> str:
        weights = [
            f'self.w{number} = self.add_weight(name="w{number}", shape=(), '
            'initializer="zeros", trainable=False)'
            for number in self.constructs
        ]
        pieces = [f"class {self.name}(Base):"]
        if self.parts["init"]:
            pieces.append("    def __init__(self, **kwargs):\n        super().__init__(**kwargs)")
            pieces.append(indent("\n".join(self.parts["init"]), " " * 8))
        pieces.append("    def build(self, input_shape):")
        pieces.append(indent("\n".join([*weights, *self.parts["build"]]), " " * 8))
        pieces.append(indent("\n".join(self.parts["class"]), " " * 4))
        pieces.append("    def call(self, x, training=None):")
        pieces.append(indent("\n".join([*self.parts["call"], "return x"]), " " * 8))
        return "\n".join(piece for piece in pieces if piece) + "\n"


def single() -> list[Layer]:
    """Every construct alone under every guard."""
    made = []
    for construct in CONSTRUCTS:
        for guard in GUARDS:
            layer = Layer(f"Program{len(made)}")
            layer.add(construct, guard)
            made.append(layer)
    return made


def mixed(seed: int, count: int) -> list[Layer]:
    """Layers of several constructs, some of them inside branches and loops."""
    generator = random.Random(seed)
    made = []
    for number in range(count):
        layer = Layer(f"Mixed{number}")
        for _ in range(generator.randint(2, 4)):
            margin = ""
            if generator.random() < 0.5:
                head = generator.choice(HEADS)
                layer.parts["call"].append(head.format(t=f"({generator.choice(GUARDS)})"))
                margin = "    "
            layer.add(generator.choice(list(CONSTRUCTS)), generator.choice(GUARDS), margin)
        made.append(layer)
    return made


def sample(seed: int, count: int) -> list[Layer]:
    """`count` layers: all the single ones if there is room for them, the rest mixed."""
    alone = single()
    if count < len(alone):
        alone = random.Random(seed).sample(alone, count * 3 // 4)
    return [*alone, *mixed(seed, count - len(alone))]

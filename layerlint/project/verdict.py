"""Where some code runs: what is decided of it, and how the decisions on its parts are joined."""

from __future__ import annotations

BOTH = frozenset({2, 3})


class Verdict:
    """The generations of some code, and why.

    `generations` is where the code can run as it is written. `target` is what its Keras name
    stands for in an up-to-date environment: a module that imports `keras.engine` was written for
    Keras 2, yet `keras` is Keras 3 there, and rules about moving to Keras 3 must see it.
    `guessed` is set where neither the code nor the project says which Keras is installed.
    `multi_backend` is set where what is meant of Keras 2 is the package of several backends, which
    ended with 2.3 and makes graphs of TensorFlow 1, or the Keras of such a TensorFlow.
    """

    __slots__ = ("generations", "guessed", "multi_backend", "reason", "target")

    def __init__(
        self,
        generations: frozenset[int],
        reason: str,
        target: frozenset[int] | None = None,
        *,
        guessed: bool = False,
        multi_backend: bool = False,
    ) -> None:
        self.guessed = guessed
        self.multi_backend = multi_backend
        self.generations = generations
        self.reason = reason
        self.target = generations if target is None else target

    def __repr__(self) -> str:
        return f"Verdict({sorted(self.generations)}, {self.reason!r}, {sorted(self.target)})"


def union(verdicts: list[Verdict]) -> Verdict:
    """Join the verdicts of alternatives: the code may run wherever one of them does."""
    if not verdicts:
        return Verdict(BOTH, "no Keras is imported")
    generations = frozenset().union(*(verdict.generations for verdict in verdicts))
    target = frozenset().union(*(verdict.target for verdict in verdicts))
    reasons = dict.fromkeys(verdict.reason for verdict in verdicts)
    guessed = any(verdict.guessed for verdict in verdicts)
    old = [verdict.multi_backend for verdict in verdicts if 2 in verdict.generations]
    return Verdict(
        generations,
        "; ".join(reasons),
        target,
        guessed=guessed,
        multi_backend=bool(old) and all(old),
    )


def meet(verdicts: list[Verdict]) -> Verdict:
    """Combine the verdicts of several bases: the code runs where all of them do."""
    joined = union(verdicts)
    common = BOTH.intersection(*(verdict.generations for verdict in verdicts))
    if not common or common == joined.generations:
        return joined
    target = BOTH.intersection(*(verdict.target for verdict in verdicts)) or joined.target
    reasons = dict.fromkeys(v.reason for v in verdicts if v.generations == common)
    return Verdict(
        common,
        "; ".join(reasons),
        target,
        guessed=joined.guessed,
        multi_backend=joined.multi_backend,
    )

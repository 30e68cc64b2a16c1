"""What has to hold for a rule to be true, and what became of it when it was run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from layerlint.catalogue import Rule

GENERATIONS = (3, 2)

Subject = Literal["buggy", "fixed", "unchanged"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One run of a rule's proof on one generation, and whether it must find the layer broken.

    The subject is a module of the rule's folder, or `unchanged`: what the rule is not about.
    """

    code: str
    folder: str
    generation: int
    subject: Subject
    broken: bool

    @property
    def expectation(self) -> str:
        """What should have been observed, in words."""
        if self.subject == "unchanged":
            return "the fix must change nothing else"
        verdict = "must be broken" if self.broken else "must not be broken"
        return f"{self.subject}.py {verdict} on Keras {self.generation}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What running a claim gave: an observation, or the error that prevented it."""

    claim: Claim
    broken: bool
    detail: str
    error: str | None = None
    seconds: float = 0.0

    @property
    def holds(self) -> bool:
        """Whether what was claimed is what was observed."""
        return self.error is None and self.broken == self.claim.broken


def claims(rule: Rule, generation: int) -> Iterator[Claim]:
    """Everything that has to hold for `rule` on `generation`.

    Where the rule does not claim the generation, the bug must be seen not to exist there. The fixed
    module must work wherever it can be written at all. A safe fix must leave the rest alone.
    """
    if rule.scope == "suppression" or generation in rule.inapplicable:
        return

    def claim(subject: Subject, broken: bool) -> Claim:
        return Claim(rule.code, rule.folder, generation, subject, broken)

    yield claim("buggy", broken=generation in rule.generations)
    if generation in rule.fixed_generations:
        yield claim("fixed", broken=False)
        if rule.fix == "safe":
            yield claim("unchanged", broken=False)

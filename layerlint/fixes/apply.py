"""Applies fixes to a text until it settles, or leaves it alone and says why.

In one pass disjoint fixes are applied together; one that touches another waits for the next pass,
in which the text is linted anew. A file is fixed whole or not at all: when a result does not parse,
or ten passes do not suffice, the text stays as it was.
"""

from __future__ import annotations

import warnings
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from layerlint.diagnostics import Diagnostic
from layerlint.fixes.edit import Edit, Fix

PASSES = 10


@dataclass(slots=True)
class FixResult:
    """A fixed text, how many fixes of each rule it took, and what is left to report.

    `reverted` is the reason why the text is the original one in spite of applicable fixes.
    """

    text: str
    applied: Counter[str] = field(default_factory=Counter)
    remaining: list[Diagnostic] = field(default_factory=list)
    reverted: str | None = None


def fix_text(
    text: str, lint: Callable[[str], list[Diagnostic]], allow_unsafe: bool = False
) -> FixResult:
    """Apply the safe fixes of what `lint` reports, and with `allow_unsafe` the unsafe ones."""
    first = found = lint(text)
    current, applied = text, Counter[str]()
    seen = {text}
    for _ in range(PASSES):
        batch, edits = _batch(found, allow_unsafe)
        if not batch:
            return FixResult(current, applied, found)
        codes = Counter(diagnostic.code for diagnostic in batch)
        before, current = current, edited(current, edits)
        if current == before:
            return _reverted(text, first, codes, "change nothing")
        if _broken(current, text):
            return _reverted(text, first, codes, "would leave code that does not parse")
        found = lint(current)
        if _internal(found) - _internal(first):
            return _reverted(text, first, codes, "would leave code that cannot be analysed")
        if current in seen:
            return _reverted(text, first, codes, "undo each other")
        seen.add(current)
        applied += codes
    batch, _ = _batch(found, allow_unsafe)
    if batch:
        codes = Counter(diagnostic.code for diagnostic in batch)
        return _reverted(text, first, codes, f"do not settle in {PASSES} passes")
    return FixResult(current, applied, found)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after the edits, which must not overlap."""
    pieces, done = [], 0
    for edit in sorted(edits):
        if edit.start < done:
            raise ValueError(f"edits overlap at offset {edit.start}")
        pieces += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*pieces, text[done:]])


def applicable(diagnostic: Diagnostic, allow_unsafe: bool) -> bool:
    """Whether the fix of a diagnostic may be applied, if it has one."""
    fix = diagnostic.fix
    return fix is not None and (
        fix.applicability == "safe" or (allow_unsafe and fix.applicability == "unsafe")
    )


def _batch(found: Sequence[Diagnostic], allow_unsafe: bool) -> tuple[list[Diagnostic], list[Edit]]:
    """The diagnostics whose fixes can be applied together, and their edits."""
    candidates = [
        (diagnostic.fix, diagnostic)
        for diagnostic in found
        if diagnostic.fix is not None and applicable(diagnostic, allow_unsafe)
    ]
    candidates.sort(key=lambda candidate: (candidate[0].edits[0], candidate[1].order))
    batch: list[Diagnostic] = []
    accepted: list[Edit] = []
    fixes: set[Fix] = set()
    for fix, diagnostic in candidates:
        if fix not in fixes:
            new = _new(fix.edits, accepted)
            if new is None:
                continue
            accepted = sorted([*accepted, *new])
            fixes.add(fix)
        batch.append(diagnostic)
    return batch, accepted


def _new(edits: Sequence[Edit], accepted: Sequence[Edit]) -> list[Edit] | None:
    """What `edits` add to the accepted ones; None when they touch one of them."""
    new = []
    for edit in edits:
        at = bisect_left(accepted, edit.start, key=lambda other: other.end)
        near = accepted[at : at + 3]
        if edit.once and edit in near:
            continue
        if any(other.start <= edit.end for other in near):
            return None
        new.append(edit)
    return new


def _reverted(text: str, found: list[Diagnostic], codes: Counter[str], reason: str) -> FixResult:
    rules = ", ".join(sorted(codes))
    message = f"the fixes of {rules} {reason}; the file was left as it was"
    return FixResult(text, remaining=found, reverted=message)


def _internal(found: Iterable[Diagnostic]) -> set[str]:
    """The codes that are not rules: syntax errors, internal errors."""
    return {diagnostic.code for diagnostic in found if not diagnostic.code.startswith("LL")}


def _broken(text: str, original: str) -> bool:
    """Whether `text` does not compile although `original`, which may be newer Python, did."""
    return not _compiles(text) and _compiles(original)


def _compiles(text: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(text, "<fixed>", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return True

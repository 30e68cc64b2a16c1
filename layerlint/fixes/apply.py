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

from layerlint.diagnostics import Diagnostic
from layerlint.fixes.edit import Edit, Fix

PASSES = 10


class FileFix:
    """The fixing of one file, pass by pass.

    `text` is what the file holds so far, `applied` how many fixes of each rule that took,
    `remaining` what is left to report; `reverted` is the reason why `text` is the original one
    in spite of applicable fixes.
    """

    __slots__ = (
        "_allow_unsafe",
        "_first",
        "_last",
        "_passes",
        "_seen",
        "applied",
        "original",
        "remaining",
        "reverted",
        "text",
    )

    def __init__(self, text: str, *, allow_unsafe: bool = False) -> None:
        self.original = self.text = text
        self.applied = Counter[str]()
        self.reverted: str | None = None
        self._allow_unsafe = allow_unsafe
        self.remaining: list[Diagnostic] = []
        self._first: list[Diagnostic] | None = None
        self._last = Counter[str]()
        self._passes = 0
        self._seen = {text}

    def refuse(self, reason: str) -> None:
        """Leave the file as it was for a reason that lies outside of the text."""
        self._revert(self._last, reason)

    def advance(self, found: Sequence[Diagnostic]) -> bool:
        """Apply what can be applied of `found`, which was reported about `text`.

        Tells whether `text` is another one now, so that it has to be linted again.
        """
        if self.reverted is not None:
            return False
        self.remaining = list(found)
        if self._first is None:
            self._first = self.remaining
        if _internal(found) - _internal(self._first):
            return self._revert(self._last, "would leave code that cannot be analysed")
        batch, edits = _batch(found, self._allow_unsafe)
        if not batch:
            return False
        codes = Counter(diagnostic.code for diagnostic in batch)
        if self._passes == PASSES:
            return self._revert(codes, f"do not settle in {PASSES} passes")
        before, self.text = self.text, edited(self.text, edits)
        if self.text == before:
            return self._revert(codes, "change nothing")
        if _broken(self.text, self.original):
            return self._revert(codes, "would leave code that does not parse")
        if self.text in self._seen:
            return self._revert(codes, "undo each other")
        self._seen.add(self.text)
        self._passes += 1
        self._last = codes
        self.applied += codes
        return True

    def _revert(self, codes: Counter[str], reason: str) -> bool:
        changed = self.text != self.original
        rules = ", ".join(sorted(codes))
        self.text = self.original
        self.remaining = self._first or []
        self.applied.clear()
        self.reverted = f"the fixes of {rules} {reason}; the file was left as it was"
        return changed


def fix_text(
    text: str, lint: Callable[[str], list[Diagnostic]], allow_unsafe: bool = False
) -> FileFix:
    """Apply the safe fixes of what `lint` reports, and with `allow_unsafe` the unsafe ones."""
    fixing = FileFix(text, allow_unsafe=allow_unsafe)
    while fixing.advance(lint(fixing.text)):
        pass
    return fixing


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

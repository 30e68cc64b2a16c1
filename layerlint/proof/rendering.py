"""Says what proofs observed: for people as it happens, for programs as one JSON document."""

from __future__ import annotations

import json
from collections.abc import Sequence

from layerlint.proof.claims import Outcome
from layerlint.proof.runner import Proven


def heading(proven: Proven) -> str:
    """The versions that a generation's observations were made on."""
    return f"Keras {proven.keras} (TensorFlow {proven.tensorflow})"


def text(proven: Proven) -> str:
    """What was observed for one rule on one generation, a line for each claim."""
    verdict = "" if proven.holds else "  FAILED"
    lines = [f"{proven.rule.code} {proven.rule.name}{verdict}"]
    for outcome in proven.outcomes:
        seen = (outcome.error or outcome.detail).partition("\n")[0]
        lines.append(f"  {outcome.claim.subject + ':':<10} {seen}")
        if not outcome.holds:
            lines.append(f"  {'':<10} but {outcome.claim.expectation}")
    return "\n".join(lines)


def summary(results: Sequence[Proven]) -> str:
    """The last line: whether all proofs hold, or which do not."""
    failed = [proven for proven in results if not proven.holds]
    if failed:
        names = ", ".join(f"{proven.rule.code} on Keras {proven.generation}" for proven in failed)
        return f"{len(failed)} of {len(results)} proofs failed: {names}."
    return "The proof holds." if len(results) == 1 else f"All {len(results)} proofs hold."


def document(results: Sequence[Proven]) -> str:
    """The results as JSON: one object for each rule and generation, with its claims."""
    return json.dumps([_entry(proven) for proven in results], indent=2, ensure_ascii=False)


def _entry(proven: Proven) -> dict[str, object]:
    return {
        "code": proven.rule.code,
        "name": proven.rule.name,
        "generation": proven.generation,
        "keras": proven.keras,
        "tensorflow": proven.tensorflow,
        "holds": proven.holds,
        "claims": [_claim(outcome) for outcome in proven.outcomes],
    }


def _claim(outcome: Outcome) -> dict[str, object]:
    return {
        "subject": outcome.claim.subject,
        "expected_broken": outcome.claim.broken,
        "broken": None if outcome.error else outcome.broken,
        "detail": outcome.detail,
        "error": outcome.error,
        "holds": outcome.holds,
        "seconds": outcome.seconds,
    }

"""The one exception for "could not do what was asked", and how a misspelled word is answered."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Failure(Exception):
    """What was asked cannot be done: a message for the user and, if there is one, a hint.

    The command line prints it as `error: ...` and exits with 2.
    """

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that `word` is most likely a misspelling of."""
    from difflib import get_close_matches  # costs 8 ms, and only errors need it

    folded = {candidate.casefold(): candidate for candidate in candidates}
    matches = get_close_matches(word.casefold(), folded, n=1, cutoff=0.65)
    return folded[matches[0]] if matches else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str | None:
    """The hint for an unknown word: `did you mean 'x'?`, or None when nothing is near."""
    near = nearest(word, candidates)
    return f"did you mean '{near}'?" if near else None

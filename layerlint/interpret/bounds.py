"""What the interpretation of a class may cost; beyond these the answer is unknown, and silent.

All are counts of what was done, never times, so that the same code gets the same answer on every
machine, in whatever order and by however many processes the files are checked.
"""

from __future__ import annotations

from typing import Final

from layerlint.project.headers import CROWD

# Calls within calls. What is written for people goes three or four deep; a class that dispatches to
# itself has no end.
DEPTH: Final = 12
# Statements and expressions evaluated for one class in one world. The largest class seen, a
# transformer written in one `call`, takes 6,000.
STEPS: Final = 40_000
# The steps of all classes of a file together, shared evenly where there are very many.
FILE_STEPS: Final = STEPS * CROWD
# Even in a file of thousands of classes each may do this much.
LEAST_STEPS: Final = 1_000
# Rounds of a loop until what is known no longer changes; each forgets something or is the last.
ROUNDS: Final = 8
# Rounds of a loop over parts that are all known, one after the other: what is written out by hand
# is rarely longer, and longer ones say the same by their fixed point.
UNROLLED: Final = 8
# Functions of which an unknown test picks one: each is interpreted, and what it calls in turn; a
# table of formats has ten, of which the code asks for one.
ALTERNATIVES: Final = 4
# Calls of a function within itself: what counts down from a small number comes to its end.
RECURSION: Final = 4
# Calls of one function that are remembered, the last ones: a helper is called with few kinds of
# arguments, and each that is remembered is compared with.
REMEMBERED: Final = 8
# Numbers and texts that are computed with as Python would: powers and repetitions of larger ones
# take longer than all the rest.
LARGEST_NUMBER: Final = 100
LONGEST_TEXT: Final = 1_000
# Parts of a container, those of its parts included: tuples of tuples double with each level, and
# whatever looks at a value takes as long as it has parts.
PARTS: Final = 2_000
# What paths have to be compared by when they meet counts as one step.
NAMES_A_STEP: Final = 64


class GaveUp(Exception):
    """The interpretation grew beyond its bounds."""


def steps_of_class(classes: int) -> int:
    """The steps that a class may take in each world, in a file of so many classes."""
    return max(LEAST_STEPS, min(STEPS, FILE_STEPS // max(1, classes)))

"""What a rule needs calls of a file to be given: see `needs`."""

from __future__ import annotations

from layerlint.project.applied import is_applied_with
from layerlint.project.arguments import is_given, is_passed, passes_function
from layerlint.project.need import Need

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.project.need import Preview


class AppliedWith(Need):
    """What a call with a string for the argument gives is called, or added somewhere, at once."""

    __slots__ = ()
    mark = "applied-with"

    def met_by(self, preview: Preview) -> bool:
        """Tell whether the file has such an expression."""
        words, (argument,) = preview.words, self.texts
        return argument in words.all and is_applied_with(words.data, argument)


class Given(Need):
    """Some call is given a value for the argument with a string in which the text stands."""

    __slots__ = ()
    mark = "given"

    def met_by(self, preview: Preview) -> bool:
        """Tell whether the file has such an argument."""
        words, (argument, text) = preview.words, self.texts
        return argument in words.all and is_given(words.data, argument, text)


class Passed(Need):
    """Some call is given a value for the argument by its name."""

    __slots__ = ()
    mark = "passed"

    def met_by(self, preview: Preview) -> bool:
        """Tell whether the file has such an argument."""
        words, (argument,) = preview.words, self.texts
        return argument in words.all and is_passed(words.data, argument)


class PassedFunction(Need):
    """A lambda or a function of the file is given for an argument, or one whose name ends so."""

    __slots__ = ()
    mark = "passed-function"

    def met_by(self, preview: Preview) -> bool:
        """Tell whether the file has such an argument."""
        return passes_function(preview.words.data, self.texts)

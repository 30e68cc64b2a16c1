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

    __slots__ = ("argument",)

    def __init__(self, argument: str) -> None:
        self.argument = argument

    def met_by(self, preview: Preview) -> bool:
        """Tell whether the file has such an expression."""
        return self.argument in preview.words.all and is_applied_with(
            preview.words.data, self.argument
        )

    def as_data(self) -> object:
        """Return the name of the argument."""
        return {"applied-with": self.argument}


class Given(Need):
    """Some call is given a value for the argument with a string in which the text stands."""

    __slots__ = ("argument", "text")

    def __init__(self, argument: str, text: str) -> None:
        self.argument = argument
        self.text = text

    def met_by(self, preview: Preview) -> bool:
        """Tell whether the file has such an argument."""
        data = preview.words.data
        return self.argument in preview.words.all and is_given(data, self.argument, self.text)

    def as_data(self) -> object:
        """Return the name of the argument and the text."""
        return {"given": [self.argument, self.text]}


class Passed(Need):
    """Some call is given a value for the argument by its name."""

    __slots__ = ("argument",)

    def __init__(self, argument: str) -> None:
        self.argument = argument

    def met_by(self, preview: Preview) -> bool:
        """Tell whether the file has such an argument."""
        words = preview.words
        return self.argument in words.all and is_passed(words.data, self.argument)

    def as_data(self) -> object:
        """Return the name of the argument."""
        return {"passed": self.argument}


class PassedFunction(Need):
    """A lambda or a function of the file is given for an argument, or one whose name ends so."""

    __slots__ = ("arguments",)

    def __init__(self, *arguments: str) -> None:
        self.arguments = arguments

    def met_by(self, preview: Preview) -> bool:
        """Tell whether the file has such an argument."""
        return passes_function(preview.words.data, self.arguments)

    def as_data(self) -> object:
        """Return the names of the arguments."""
        return {"passed-function": list(self.arguments)}

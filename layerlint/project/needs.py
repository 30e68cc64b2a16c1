"""What a rule needs to find in a file, so that files without it are not parsed for the rule.

A check states it where it is declared, from the tables that it works with; the index of the
rule book has it as data (`as_data`, `from_data`), so that screening imports no check. A need is
met by too many files rather than too few: words in strings and comments count.
"""

from __future__ import annotations

from layerlint.project.argument_needs import AppliedWith, Given, Passed, PassedFunction
from layerlint.project.need import Need
from layerlint.project.words import has_row

__all__ = ["AppliedWith", "Given", "Need", "Passed", "PassedFunction"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from layerlint.project.need import Preview


class Word(Need):
    """The word occurs in the file."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def met_by(self, preview: Preview) -> bool:
        """Tell whether the word is in the file."""
        return self.text in preview.words.all

    def as_data(self) -> object:
        """Return the word."""
        return self.text


class Text(Need):
    """The text occurs in the file, also within a word."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def met_by(self, preview: Preview) -> bool:
        """Tell whether the text is in the file."""
        return self.text.encode() in preview.words.data

    def as_data(self) -> object:
        """Return the text."""
        return {"text": self.text}


class Members(Need):
    """Each part of a dotted path is looked up after a dot, or imported, somewhere in the file."""

    __slots__ = ("parts", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.parts = tuple(path.split("."))

    def met_by(self, preview: Preview) -> bool:
        """Tell whether every part is."""
        return preview.words.all.issuperset(self.parts) and all(map(preview.has_member, self.parts))

    def as_data(self) -> object:
        """Return the path."""
        return {"members": self.path}


class Row(Need):
    """Texts follow each other, with nothing but blanks and comments between them."""

    __slots__ = ("texts",)

    def __init__(self, *texts: str) -> None:
        self.texts = texts

    def met_by(self, preview: Preview) -> bool:
        """Tell whether the file has them in a row."""
        return has_row(preview.words.data, [text.encode() for text in self.texts])

    def as_data(self) -> object:
        """Return the texts."""
        return {"row": list(self.texts)}


class ImportsFrom(Need):
    """A name that the file imports is one of the package, not of a module that is named like it."""

    __slots__ = ("package",)

    def __init__(self, package: str) -> None:
        self.package = package

    def met_by(self, preview: Preview) -> bool:
        """Tell whether an import begins with the package."""
        return self.package in preview.words.all and preview.imports_from(self.package)

    def as_data(self) -> object:
        """Return the name of the package."""
        return {"imports-from": self.package}


class Imports(Need):
    """The file imports the package, a module of it, or something from one."""

    __slots__ = ("package",)

    def __init__(self, package: str) -> None:
        self.package = package

    def met_by(self, preview: Preview) -> bool:
        """Tell whether an import names the package."""
        return self.package in preview.words.all and preview.imports(self.package)

    def as_data(self) -> object:
        """Return the name of the package."""
        return {"imports": self.package}


class Reaches(Need):
    """Names in the file may lead to something in `keras.<part>`, also by way of other files."""

    __slots__ = ("part",)

    def __init__(self, part: str) -> None:
        self.part = part

    def met_by(self, preview: Preview) -> bool:
        """Tell whether they may."""
        return preview.reaches(self.part)

    def as_data(self) -> object:
        """Return the part of Keras."""
        return {"reaches": self.part}


class HoldsLayer(Need):
    """The file defines a layer or a model."""

    __slots__ = ()

    def met_by(self, preview: Preview) -> bool:
        """Tell whether it does."""
        return preview.holds_layer

    def as_data(self) -> object:
        """Return a mark."""
        return {"holds": "layer"}


class HoldsObject(Need):
    """The file defines a loss, a metric, an initializer or the like."""

    __slots__ = ()

    def met_by(self, preview: Preview) -> bool:
        """Tell whether it does."""
        return preview.holds_object

    def as_data(self) -> object:
        """Return a mark."""
        return {"holds": "object"}


class AnyOf(Need):
    """At least one of the needs is met; a string is a word."""

    __slots__ = ("needs", "words")

    def __init__(self, *needs: Need | str) -> None:
        found = [Word(need) if isinstance(need, str) else need for need in needs]
        self.words = frozenset(need.text for need in found if isinstance(need, Word))
        self.needs = tuple(need for need in found if not isinstance(need, Word))

    def met_by(self, preview: Preview) -> bool:
        """Tell whether one is."""
        return not self.words.isdisjoint(preview.words.all) or any(
            need.met_by(preview) for need in self.needs
        )

    def as_data(self) -> object:
        """Return the needs, words first."""
        return {"any": [*sorted(self.words), *(need.as_data() for need in self.needs)]}


class AllOf(Need):
    """Each of the needs is met; a string is a word."""

    __slots__ = ("needs",)

    def __init__(self, *needs: Need | str) -> None:
        self.needs = tuple(Word(need) if isinstance(need, str) else need for need in needs)

    def met_by(self, preview: Preview) -> bool:
        """Tell whether all are, asking in the order in which they are given."""
        return all(need.met_by(preview) for need in self.needs)

    def as_data(self) -> object:
        """Return the needs."""
        return {"all": [need.as_data() for need in self.needs]}


# Keras by any of its names, TensorFlow's among them.
IMPORTS_KERAS = AnyOf(*map(Imports, ("keras", "tensorflow", "tf_keras")))


def from_data(data: object) -> Need:
    """Return the need that `as_data` gave; raises `ValueError` for anything else."""
    match data:
        case str(word):
            return Word(word)
        case {"text": str(text)}:
            return Text(text)
        case {"members": str(path)}:
            return Members(path)
        case {"row": list(texts)}:
            return Row(*map(str, texts))
        case {"applied-with": str(argument)}:
            return AppliedWith(argument)
        case {"given": [str(argument), str(text)]}:
            return Given(argument, text)
        case {"passed": str(argument)}:
            return Passed(argument)
        case {"passed-function": list(arguments)}:
            return PassedFunction(*map(str, arguments))
        case {"imports-from": str(package)}:
            return ImportsFrom(package)
        case {"imports": str(package)}:
            return Imports(package)
        case {"reaches": str(part)}:
            return Reaches(part)
        case {"holds": "layer"}:
            return HoldsLayer()
        case {"holds": "object"}:
            return HoldsObject()
        case {"any": list(needs)}:
            return AnyOf(*_each(needs))
        case {"all": list(needs)}:
            return AllOf(*_each(needs))
    raise ValueError(f"not a need: {data!r}")


def _each(needs: Iterable[object]) -> list[Need]:
    return [from_data(need) for need in needs]

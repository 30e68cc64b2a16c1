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
    from layerlint.project.need import Preview


class Word(Need):
    """The word occurs in the file."""

    __slots__ = ()

    def met_by(self, preview: Preview) -> bool:
        """Tell whether the word is in the file."""
        return self.texts[0] in preview.words.all

    def as_data(self) -> object:
        """Return the word."""
        return self.texts[0]


class Text(Need):
    """The text occurs in the file, also within a word."""

    __slots__ = ()
    mark = "text"

    def met_by(self, preview: Preview) -> bool:
        """Tell whether the text is in the file."""
        return self.texts[0].encode() in preview.words.data


class Members(Need):
    """Each part of a dotted path is looked up after a dot, or imported, somewhere in the file."""

    __slots__ = ("parts",)
    mark = "members"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.parts = tuple(path.split("."))

    def met_by(self, preview: Preview) -> bool:
        """Tell whether every part is."""
        return preview.words.all.issuperset(self.parts) and all(map(preview.has_member, self.parts))


class Row(Need):
    """Texts follow each other, with nothing but blanks and comments between them."""

    __slots__ = ()
    mark = "row"

    def met_by(self, preview: Preview) -> bool:
        """Tell whether the file has them in a row."""
        return has_row(preview.words.data, [text.encode() for text in self.texts])


class ImportsFrom(Need):
    """A name that the file imports is one of the package, not of a module that is named like it."""

    __slots__ = ()
    mark = "imports-from"

    def met_by(self, preview: Preview) -> bool:
        """Tell whether an import begins with the package."""
        return self.texts[0] in preview.words.all and preview.imports_from(self.texts[0])


class Imports(Need):
    """The file imports the package, a module of it, or something from one."""

    __slots__ = ()
    mark = "imports"

    def met_by(self, preview: Preview) -> bool:
        """Tell whether an import names the package."""
        return self.texts[0] in preview.words.all and preview.imports(self.texts[0])


class Reaches(Need):
    """Names in the file may lead to something in `keras.<part>`, also by way of other files."""

    __slots__ = ()
    mark = "reaches"

    def met_by(self, preview: Preview) -> bool:
        """Tell whether they may."""
        return preview.reaches(self.texts[0])


class LeadsToKeras(Need):
    """Names in the file may lead to something of Keras or TensorFlow, whatever it speaks of."""

    __slots__ = ()

    def met_by(self, preview: Preview) -> bool:
        """Tell whether they may."""
        return preview.leads_to_keras

    def as_data(self) -> object:
        """Return a mark."""
        return {"leads": "keras"}


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
        self.words = frozenset(need.texts[0] for need in found if isinstance(need, Word))
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


_KINDS = (Text, Members, Row, AppliedWith, Given, Passed, PassedFunction, ImportsFrom, Imports)
_BY_MARK = {kind.mark: kind for kind in (*_KINDS, Reaches)}


def from_data(data: object) -> Need:
    """Return the need that `as_data` gave; raises `ValueError` for anything else."""
    match data:
        case str(word):
            return Word(word)
        case {"holds": "layer"}:
            return HoldsLayer()
        case {"holds": "object"}:
            return HoldsObject()
        case {"leads": "keras"}:
            return LeadsToKeras()
        case {"any": list(needs)}:
            return AnyOf(*map(from_data, needs))
        case {"all": list(needs)}:
            return AllOf(*map(from_data, needs))
        case dict():
            for mark, texts in data.items():
                if mark in _BY_MARK:
                    return _BY_MARK[mark](*([texts] if isinstance(texts, str) else texts))
    raise ValueError(f"not a need: {data!r}")

"""What the screens see of a file: its words, its imports and the headers of its classes."""

from __future__ import annotations

import re

from layerlint.facts.compiled import COMPILED
from layerlint.project.generations import is_keras_itself
from layerlint.project.words import NAMING_CALLS, Words, has_word, is_like_ascii

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.project.hierarchy import Hierarchy
    from layerlint.project.reach import Reach

_COMPILED = tuple(word.encode() for word in sorted(COMPILED))
# A `compile` that is not the one of regular expressions.
_COMPILE = re.compile(rb"(?<!\bre)\.[ \t\f\r\n\\]*compile\b")


class Preview:
    """What can be seen of a file without parsing it with libcst; each thing when it is asked for.

    Where `parsed` is unset, `holds_layer` is what the headers of classes leave possible.
    """

    __slots__ = (
        "_hierarchy",
        "_holds_layer",
        "_imported",
        "_parsed",
        "_path",
        "_reach",
        "_words",
        "data",
    )

    def __init__(
        self, path: str, data: bytes, hierarchy: Hierarchy, reach: Reach, *, parsed: bool
    ) -> None:
        self.data = data
        self._path = path
        self._hierarchy = hierarchy
        self._reach = reach
        self._parsed = parsed
        self._words: Words | None = None
        self._holds_layer: bool | None = None
        self._imported: frozenset[str] | None = None

    @property
    def words(self) -> Words:
        """The words of the file."""
        if self._words is None:
            self._words = Words(self.data)
        return self._words

    @property
    def is_opaque(self) -> bool:
        """Whether its words are not to be seen in its bytes."""
        return not is_like_ascii(self.data)

    @property
    def is_keras(self) -> bool:
        """Whether the file belongs to Keras itself."""
        return is_keras_itself(self._hierarchy.index.locator.module_name(self._path)[0])

    @property
    def is_about_keras(self) -> bool:
        """Whether the file may name something of Keras or TensorFlow, or compiles a model."""
        return self.is_opaque or self._compiles() or self.leads_to_keras

    @property
    def leads_to_keras(self) -> bool:
        """Whether an import of the file may lead to Keras or TensorFlow."""
        return self._hierarchy.ties.to_keras(self._path)

    def _compiles(self) -> bool:
        return (
            b"compile" in self.data
            and _COMPILE.search(self.data) is not None
            and any(has_word(self.data, word) for word in _COMPILED)
        )

    @property
    def holds_layer(self) -> bool:
        """Whether the file defines a layer or a model."""
        if self._holds_layer is None:
            hierarchy = self._hierarchy
            self._holds_layer = (
                ("class" in self.words.all or self.is_opaque)
                and hierarchy.prospects.file(self._path)
                and (not self._parsed or bool(hierarchy.layers(self._path)))
            )
        return self._holds_layer

    @property
    def holds_object(self) -> bool:
        """Whether the file defines a loss, a metric, an initializer or the like."""
        return ("class" in self.words.all or self.is_opaque) and (
            not self._parsed or bool(self._hierarchy.objects(self._path))
        )

    def imports(self, package: str) -> bool:
        """Whether an import in the file names the package."""
        return package in self._names or not self.words.all.isdisjoint(NAMING_CALLS)

    def imports_from(self, package: str) -> bool:
        """Whether the absolute name of an import begins with the package."""
        sketch = self._hierarchy.sketches[self._path]
        return sketch.opaque or any(
            target.partition(".")[0] == package for target in sketch.targets
        )

    def has_member(self, word: str) -> bool:
        """Whether a word is looked up after a dot, or imported."""
        return word in self.words.members or word in self._names or self._is_starred(word)

    def _is_starred(self, word: str) -> bool:
        """Whether a word may have been imported by the star that stands for all names."""
        sketch = self._hierarchy.sketches[self._path]
        return bool(sketch.stars) and word in self.words.all

    @property
    def _names(self) -> frozenset[str]:
        """All parts of the names that are imported, as far as that can be told."""
        if self._imported is None:
            sketch = self._hierarchy.sketches[self._path]
            self._imported = self.words.all if sketch.opaque else sketch.imported
        return self._imported

    def reaches(self, part: str) -> bool:
        """Whether names in the file may lead to something in `keras.<part>`."""
        return self._reach.spells(self._path, part)

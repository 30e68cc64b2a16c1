"""A condition on a file that is asked before it is parsed: see `needs`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from layerlint.project.words import Words

    class Preview(Protocol):
        """What can be seen of a file without parsing it."""

        @property
        def words(self) -> Words:
            """The words of the file."""

        @property
        def holds_layer(self) -> bool:
            """Whether the file defines a layer or a model."""

        @property
        def holds_object(self) -> bool:
            """Whether the file defines a loss, a metric, an initializer or the like."""

        def imports(self, package: str) -> bool:
            """Whether an import in the file names the package."""

        def imports_from(self, package: str) -> bool:
            """Whether the absolute name of an import begins with the package."""

        def has_member(self, word: str) -> bool:
            """Whether a word is looked up after a dot, or imported."""

        @property
        def leads_to_keras(self) -> bool:
            """Whether an import of the file may lead to Keras or TensorFlow."""

        def reaches(self, part: str) -> bool:
            """Whether names in the file may lead to something in `keras.<part>`."""


class Need:
    """A condition that a file meets or not: what it is, and the texts that it is about."""

    __slots__ = ("texts",)
    # What the data of the need has as its key.
    mark = ""

    def __init__(self, *texts: str) -> None:
        self.texts = texts

    def met_by(self, preview: Preview) -> bool:
        """Tell whether a file meets the condition."""
        raise NotImplementedError

    def as_data(self) -> object:
        """Return the need as JSON has it."""
        return {self.mark: self.texts[0] if len(self.texts) == 1 else list(self.texts)}

"""What is known of a layer class without parsing its file into a syntax tree."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.project.headers import ClassHeader
    from layerlint.project.verdict import Verdict


class LayerHeader:
    """A class that is a Keras layer or model, and how that was found out.

    `bases` has one entry for each base of the header: a LayerHeader or ClassHeader whose source
    is known, or a dotted name; a base of which nothing is known is its text after a question
    mark. `order` is what Python goes through to look a name up, itself first, as far as is looked,
    or None where only its bases tell; `mro` are the classes of it whose source is known;
    `keras_bases` are the Keras names where they end; `complete` is False when a class outside
    Keras, TensorFlow, the standard library and the sources at hand takes part, or one beyond what
    is looked at.
    """

    __slots__ = (
        "bases",
        "chain",
        "complete",
        "generations",
        "header",
        "keras_bases",
        "kind",
        "mro",
        "order",
        "verdict",
    )

    def __init__(
        self,
        header: ClassHeader,
        kind: str,
        chain: tuple[str, ...],
        bases: tuple[LayerHeader | ClassHeader | str, ...],
        verdict: Verdict,
    ) -> None:
        self.header = header
        self.kind = kind
        self.chain = chain
        self.bases = bases
        self.verdict = verdict
        self.generations = verdict.generations
        self.order: tuple[ClassHeader | str, ...] | None = None
        self.mro: tuple[ClassHeader, ...] = (header,)
        self.keras_bases: tuple[str, ...] = ()
        self.complete = True

    @property
    def path(self) -> str:
        """The file that defines the class."""
        return self.header.path

    @property
    def line(self) -> int:
        """The line of the `class` keyword."""
        return self.header.line

    @property
    def qualname(self) -> str:
        """The qualified name within the module."""
        return self.header.qualname

    @property
    def generation_reason(self) -> str:
        """Why the class was found to run on its generations."""
        return self.verdict.reason

    def __repr__(self) -> str:
        return f"<LayerHeader {self.kind} {' > '.join(self.chain)}>"


def header_of(found: LayerHeader | ClassHeader) -> ClassHeader:
    """Return the header of a class whose source is known."""
    return found.header if isinstance(found, LayerHeader) else found

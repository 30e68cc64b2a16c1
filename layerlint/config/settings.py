"""The value of every option for one file, and where each came from."""

from __future__ import annotations

from layerlint.config import select
from layerlint.config.options import OPTIONS
from layerlint.files.globs import Glob, Globs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT = "default"
# What these say changes nothing about what is found.
_APART = frozenset(
    {"baseline", "cache-dir", "fail-on", "jobs", "output-format", "required-version"}
)


class Settings:
    """What one configuration says, the command line included.

    `root` is the directory that the configuration governs, `file` the file it was read from.
    Files with the same configuration share one object.
    """

    __slots__ = (
        "_codes",
        "_enabled",
        "_fingerprint",
        "_ignores",
        "_severities",
        "excluded",
        "file",
        "included",
        "layers",
        "origins",
        "root",
        "values",
    )

    def __init__(self, root: str, file: str | None) -> None:
        self.root = root
        self.file = file
        self.values: dict[str, object] = {}
        self.origins: dict[str, str] = {}
        self._codes: dict[str, frozenset[str]] = {}
        self.layers: list[select.Layer] = []
        for option in OPTIONS:
            self.values[option.key] = option.initial(root)
            self.origins[option.key] = DEFAULT

    def apply(self, origin: str, values: Mapping[str, object]) -> None:
        """Lay the values of one source over those so far; `extend-...` keys add to them."""
        for key, value in values.items():
            before = self.values[key]
            if key.startswith("extend-") and isinstance(before, tuple) and isinstance(value, tuple):
                self.values[key] = before + value
                said = self.origins[key]
                self.origins[key] = origin if said == DEFAULT else f"{said}, {origin}"
            else:
                self.values[key] = value
                self.origins[key] = origin
        self.layers.append(select.Layer(values))

    def freeze(self) -> None:
        """Compute what is asked for again and again, once all sources have been applied."""
        self._enabled = select.enabled(self.layers)
        self._fingerprint: str | None = None
        self.included = Globs(self.globs("include"))
        self.excluded = Globs((*self.globs("exclude"), *self.globs("extend-exclude")))
        self._severities = select.severities(self.severities())
        self._ignores = [
            (Globs([glob]), glob.inverted, select.codes(selectors))
            for key in ("per-file-ignores", "extend-per-file-ignores")
            for glob, selectors in self.ignores(key)
        ]

    @property
    def fingerprint(self) -> str:
        """What tells these settings from any others under which something else may be found."""
        if self._fingerprint is None:
            telling = sorted(self.values.keys() - _APART)
            known = [(key, _written(self.values[key])) for key in telling]
            self._fingerprint = repr((self.root, known, sorted(self._enabled)))
        return self._fingerprint

    def enabled(self) -> frozenset[str]:
        """The codes that are on, whatever the file."""
        return self._enabled

    def enabled_for(self, path: str) -> frozenset[str]:
        """The codes that are on in the file of that absolute path."""
        codes = self._enabled
        for globs, inverted, ignored in self._ignores:
            if globs.match(path, self.root) != inverted:
                codes = codes - ignored
        return codes

    def severity(self, code: str) -> str:
        """How bad the findings of a rule are."""
        return self._severities.get(code, "error")

    def codes(self, key: str) -> frozenset[str]:
        """The codes that the selectors of an option stand for."""
        found = self._codes.get(key)
        if found is None:
            found = self._codes[key] = select.codes(self.texts(key))
        return found

    def flag(self, key: str) -> bool:
        """The value of a boolean option."""
        return self.values[key] is True

    def text(self, key: str) -> str:
        """The value of a choice or string option."""
        return str(self.values[key])

    def optional(self, key: str) -> str | None:
        """The value of an option that may be left open; None where it is."""
        value = self.values[key]
        return value if isinstance(value, str) else None

    def number(self, key: str) -> int:
        """The value of an integer option."""
        value = self.values[key]
        return value if isinstance(value, int) else 0

    def texts(self, key: str) -> tuple[str, ...]:
        """The value of an option that is a list of strings."""
        value = self.values[key]
        return tuple(map(str, value)) if isinstance(value, tuple) else ()

    def globs(self, key: str) -> tuple[Glob, ...]:
        """The value of an option that is a list of patterns."""
        value = self.values[key]
        items = value if isinstance(value, tuple) else ()
        return tuple(item for item in items if isinstance(item, Glob))

    def severities(self) -> tuple[tuple[str, str], ...]:
        """The value of `severity`: pairs of a selector and a severity."""
        value = self.values["severity"]
        return value if isinstance(value, tuple) else ()

    def ignores(self, key: str) -> tuple[tuple[Glob, tuple[str, ...]], ...]:
        """The value of an option that is a table from pattern to selectors."""
        value = self.values[key]
        return value if isinstance(value, tuple) else ()


def _written(value: object) -> object:
    """A value with the directories that its patterns are relative to."""
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    return (repr(value), value.root) if isinstance(value, Glob) else value

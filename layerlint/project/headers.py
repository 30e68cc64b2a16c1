"""What the index knows of a module and of a class: plain data, cheap to keep and to pickle."""

from __future__ import annotations

import builtins

from layerlint.state.digest import digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol

    from layerlint.syntax.outline import Stretch

    class Importing(Protocol):
        """What a module shows of the Keras that it needs: nothing of what it defines."""

        path: str
        name: str
        is_package: bool
        required: tuple[str, ...]
        old_use: tuple[str, str] | None
        picks_tf_keras: bool
        sets_legacy_keras: bool
        uses_keras_ops: bool


BUILTINS = frozenset(dir(builtins))

_NOTHING: tuple[frozenset[str], ...] = (frozenset(), frozenset(), frozenset())
# So many classes are more than people write into a file by hand.
CROWD = 200
# Methods by which a class may be known for a layer where its bases are not.
TELLING_METHODS = ("build", "call")


class Base:
    """One base in a class header: as written, and the absolute names it may denote there."""

    __slots__ = ("candidates", "text")

    def __init__(self, text: str, candidates: tuple[str, ...]) -> None:
        self.text = text
        self.candidates = candidates

    def __repr__(self) -> str:
        return f"Base({self.text!r}, {self.candidates!r})"


class ClassHeader:
    """The header of a class: where it stands, what it is called, which bases it names.

    `telling` are those of `TELLING_METHODS` that it defines; `until` is the line from which on
    another class has its name, None where it keeps it.
    """

    __slots__ = ("bases", "line", "module", "name", "path", "qualname", "telling", "until")

    def __init__(
        self,
        path: str,
        module: str,
        qualname: str,
        line: int,
        bases: tuple[Base, ...],
        telling: tuple[str, ...] = (),
    ) -> None:
        self.path = path
        self.module = module
        self.qualname = qualname
        self.name = qualname.rpartition(".")[2]
        self.line = line
        self.bases = bases
        self.telling = telling
        self.until: int | None = None

    @property
    def dotted(self) -> str:
        """The absolute name of the class."""
        return f"{self.module}.{self.qualname}"

    @property
    def identity(self) -> tuple[str, int, str]:
        """What tells this class from every other one, even of the same name."""
        return (self.path, self.line, self.qualname)

    def __repr__(self) -> str:
        return f"<ClassHeader {self.dotted} {self.path}:{self.line}>"


def told(module: Importing) -> tuple[object, ...]:
    """Return what an `Importing` tells as plain data, of which `Told` makes one again."""
    flags = (module.picks_tf_keras, module.sets_legacy_keras, module.uses_keras_ops)
    return (module.name, module.required, module.old_use, *flags)


class Told:
    """An `Importing` as an earlier revision told it, so that nobody has to read the module."""

    __slots__ = (
        "is_package",
        "name",
        "old_use",
        "path",
        "picks_tf_keras",
        "required",
        "sets_legacy_keras",
        "uses_keras_ops",
    )

    def __init__(self, path: str, what: tuple[Any, ...], *, is_package: bool) -> None:
        self.path = path
        self.is_package = is_package
        self.name: str
        self.required: tuple[str, ...]
        self.old_use: tuple[str, str] | None
        self.picks_tf_keras: bool
        self.sets_legacy_keras: bool
        self.uses_keras_ops: bool
        self.name, self.required, self.old_use, *flags = what
        self.picks_tf_keras, self.sets_legacy_keras, self.uses_keras_ops = flags


class ModuleIndex:
    """The imports, aliases and class headers of one module.

    `bindings` maps each module-level name to the absolute names it may denote once the module is
    imported, none of them for a value that is unknown. `stars` are the modules imported with a
    star, the last one first. `calls` are the functions whose result a name holds, `returns` what
    the functions that can be called without arguments give. `required` are the names whose import
    the module cannot do without. `old_use` is what its code uses that raises on Keras 3, and why;
    None where there is nothing. `outline` is what it can be parsed by. `picks_tf_keras` is set
    where it chooses `tf_keras` by the version that is installed.
    """

    __slots__ = (
        "_by_name",
        "_counted",
        "_top_level",
        "bindings",
        "calls",
        "classes",
        "external",
        "is_package",
        "is_too_deep",
        "is_unparsable",
        "name",
        "old_use",
        "outline",
        "path",
        "picks_tf_keras",
        "required",
        "returns",
        "sets_legacy_keras",
        "stars",
        "uses_keras_ops",
    )

    def __init__(self, path: str, name: str, *, is_package: bool, external: bool = False) -> None:
        self.path = path
        self.name = name
        self.is_package = is_package
        self.is_too_deep = False
        self.is_unparsable = False
        self.external = external
        self.bindings: dict[str, tuple[str, ...]] = {}
        self.stars: tuple[str, ...] = ()
        self.calls: dict[str, tuple[str, ...]] = {}
        self.returns: dict[str, tuple[str, ...]] = {}
        self.classes: list[ClassHeader] = []
        self._by_name: dict[str, list[ClassHeader]] = {}
        self._counted = 0
        self._top_level: tuple[frozenset[str], ...] | None = None
        self.required: tuple[str, ...] = ()
        self.old_use: tuple[str, str] | None = None
        self.outline: tuple[Stretch, ...] = ()
        self.picks_tf_keras = False
        self.sets_legacy_keras = False
        self.uses_keras_ops = False

    @property
    def package(self) -> str:
        """The package that relative imports of this module start from."""
        return self.name if self.is_package else self.name.rpartition(".")[0]

    @property
    def crowd(self) -> int:
        """How many classes it has, where these are very many: who asks need not know it exactly."""
        return max(CROWD, len(self.classes))

    @property
    def top_level(self) -> tuple[frozenset[str], ...]:
        """The names that the top level gives functions, classes and other values."""
        if self._top_level is None:
            kinds = zip(*(stretch.kinds for stretch in self.outline), strict=True)
            self._top_level = tuple(frozenset().union(*names) for names in kinds) or _NOTHING
        return self._top_level

    @property
    def targets(self) -> set[str]:
        """The absolute names that the module imports, or binds one of its own names to."""
        bound = (target for targets in self.bindings.values() for target in targets)
        return {*self.required, *self.stars, *bound}

    def find(self, qualname: str) -> list[ClassHeader]:
        """Return the classes of a qualified name: several where conditions define it twice."""
        # Whoever reads the module adds the classes before anybody asks.
        if len(self.classes) != self._counted:
            self._counted = len(self.classes)
            self._by_name = {}
            for header in self.classes:
                self._by_name.setdefault(header.qualname, []).append(header)
        return self._by_name.get(qualname, [])

    def resolve(self, name: str) -> tuple[str, ...]:
        """Return what a name may denote at the end of the module, before it is followed further.

        A name that only a star import can have brought is returned as the module's own.
        """
        if name in self.bindings:
            return self.bindings[name]
        if name in BUILTINS:
            return (f"builtins.{name}",)
        return (f"{self.name}.{name}",) if self.stars else ()

    def bound(self, name: str) -> str:
        """Return a digest of what other modules can see of a name in this one, but for places."""
        classes = [_told(c) for c in self.classes if c.qualname.partition(".")[0] == name]
        found = (self.bindings.get(name), self.calls.get(name), self.returns.get(name))
        flags = (self.is_unparsable, self.is_too_deep, *(name in kind for kind in self.top_level))
        return digest(repr((*found, self.stars, flags, classes)).encode("utf-8", "surrogatepass"))

    def fingerprint(self) -> str:
        """Return a digest of everything that other modules can see of this one, but for places."""
        content = (
            self.name,
            self.is_package,
            sorted(self.bindings.items()),
            self.stars,
            sorted(self.calls.items()),
            sorted(self.returns.items()),
            self.required,
            self.old_use,
            self.picks_tf_keras,
            self.sets_legacy_keras,
            self.is_unparsable,
            self.uses_keras_ops,
            [_told(header) for header in self.classes],
            [each.kinds for each in self.outline],
        )
        return digest(repr(content).encode("utf-8", "surrogatepass"))

    def __repr__(self) -> str:
        return f"<ModuleIndex {self.name} {self.path}>"


def _told(header: ClassHeader) -> tuple[object, ...]:
    """Return what other modules can see of a class."""
    bases = [(base.text, base.candidates) for base in header.bases]
    return header.qualname, header.until is None, bases

"""The project as the checks see it: modules parsed on demand over the index of class headers."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.facts.namespaces import keras_name
from layerlint.facts.objects import OBJECT_KINDS
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.definitions import Definitions
from layerlint.state.memo import reads, rests_on
from layerlint.state.recorders import Memo
from layerlint.syntax import cst
from layerlint.syntax.tree import Tree

if TYPE_CHECKING:
    from layerlint.project.hierarchy import Hierarchy
    from layerlint.project.index import ClassHeader, ModuleIndex, ProjectIndex
    from layerlint.project.layer_header import LayerHeader
    from layerlint.state.answers import ClassName

# In characters of source: parsed again would be what many files of a package derive from.
SHARED = 700_000


class Project:
    """Parsed modules and their classes, each made once.

    `read` gives the decoded text of a path (newlines kept, BOM removed); it raises `OSError` or
    `ValueError` for a file that cannot be read or decoded. `subclasses` gives the layers that
    derive from a class, by file and qualified name; `tree` parses the text of a module.
    """

    def __init__(
        self,
        index: ProjectIndex,
        hierarchy: Hierarchy,
        read: Callable[[str], str],
        subclasses: Callable[[ClassName], Sequence[ClassName]],
        tree: Callable[[str, ModuleIndex], Tree] | None = None,
    ) -> None:
        self.index = index
        self.hierarchy = hierarchy
        self._read = read
        self._subclasses = subclasses
        self._tree = tree or _parsed
        self._modules: dict[str, Module] = {}
        # Which files each was asked for by, and the trees that outlive being forgotten.
        self._asking: str | None = None
        self._asked: set[str] = set()
        self._sizes: dict[str, int] = {}
        self._users: dict[str, set[str | None]] = {}
        self._shared: dict[str, Tree] = {}
        self._classes: Memo[tuple[str, int, str], LayerClass] = Memo()
        self._objects: Memo[tuple[str, int, str], LayerClass] = Memo()
        self._canonical: Memo[tuple[str, str], str] = Memo()
        self._layers: Memo[str, list[LayerHeader]] = Memo()
        self._headers: Memo[tuple[str, str], ClassHeader | None] = Memo()
        self._definitions = Definitions(hierarchy.sketches)
        self._places: Memo[tuple[str, str], tuple[str, str] | None] = Memo()
        self._functions: Memo[tuple[str, str], tuple[Module, cst.FunctionDef] | None] = Memo()

    def module(self, path: str) -> Module:
        """The module at `path`, parsed on first use.

        Raises what `read` raises, and `libcst.ParserSyntaxError` for a file that does not parse.
        """
        found = self._modules.get(path)
        if found is None:
            try:
                text = self._read(path)
            except (OSError, ValueError):
                reads("text", os.path.abspath(path))
                raise
            index = self.index.unrecorded_module(path)
            tree = self._shared.get(path) or self._tree(text, index)
            found = self._modules[path] = Module(index, text, tree, self)
        self._asked.add(path)
        if path != self._asking:
            self._users.setdefault(path, set()).add(self._asking)
        rests_on(found.node_of_names)
        return found

    def readable(self, paths: Iterable[str]) -> Iterator[Module]:
        """The modules at these paths, but for those that cannot be read or parsed.

        Such a file is reported as such where it is checked itself.
        """
        for path in paths:
            try:
                module = self.module(path)
                module.parse()
            except (OSError, ValueError, cst.ParserSyntaxError):
                continue
            yield module

    def begin(self, path: str) -> None:
        """Hear which file is checked next."""
        self._asking = path

    @property
    def kept(self) -> int:
        """The size of what is parsed, in characters of source, whether it is in use or not."""
        for path in self._asked:
            self._sizes[path] = self._modules[path].parsed_tree.parsed
        self._asked.clear()
        idle = self._shared.keys() - self._sizes.keys()
        return sum(self._sizes.values()) + sum(self._shared[path].parsed for path in idle)

    def forget(self) -> None:
        """Drop what is known of the files; but for some trees, it is parsed again if asked for.

        Not while anything from before is in use: classes are compared by identity. They refer to
        each other in circles, which are taken apart here: for the collector to find them, it would
        have to walk all that is kept as well.
        """
        self._shared = self._most_asked_for()
        self._users.clear()
        self._asked.clear()
        self._sizes.clear()
        self._functions.clear()
        for layer in (*self._classes.values(), *self._objects.values()):
            for method in vars(layer).get("methods", {}).values():
                vars(method).clear()
            layer.known.clear()
            vars(layer).clear()
        for module in self._modules.values():
            module.known.clear()
            vars(module).clear()
        for kept in (self._modules, self._classes, self._objects):
            kept.clear()

    def _most_asked_for(self) -> dict[str, Tree]:
        """The trees that most other files have asked for, as many as there is room for."""
        found: dict[str, Tree] = {}
        room = SHARED
        users = self._users
        for path in sorted(users, key=lambda path: len(users[path]), reverse=True):
            tree = self._modules[path].parsed_tree
            if tree.parsed <= room:
                room -= tree.parsed
                found[path] = tree
        return found

    def canonical(self, name: str, near: str) -> str:
        """`name`, as the module at `near` sees it, after the project's re-exports."""
        return self._canonical.of((name, near), lambda: self.index.canonical(name, near))

    def layer_class(self, header: ClassHeader) -> LayerClass:
        """The class behind a header, parsing its module on first use."""
        layer = self.hierarchy.layer(header)
        return self._class(self._classes, header, layer)

    def _object_class(self, known: LayerHeader) -> LayerClass:
        return self._class(self._objects, known.header, known)

    def _class(
        self,
        kept: Memo[tuple[str, int, str], LayerClass],
        header: ClassHeader,
        layer: LayerHeader | None,
    ) -> LayerClass:
        module = self.module(header.path)  # each time: it counts who asks, and what was parsed
        return kept.of(header.identity, self._made, header, layer, module)

    def _made(self, header: ClassHeader, layer: LayerHeader | None, module: Module) -> LayerClass:
        index = self.index.module_with(header.path, header.qualname.partition(".")[0])
        same = [other.identity for other in index.find(header.qualname)]
        node = module.class_def(header.qualname, same.index(header.identity))
        return LayerClass(header, layer, node, module, self)

    def objects_of(self, path: str) -> list[LayerClass]:
        """The losses, metrics, regularizers, initializers and constraints that `path` defines."""
        return [self._object_class(known) for known in self.hierarchy.objects(path)]

    def find_layer(self, name: str, near: str) -> LayerClass | None:
        """The layer class of the project, or of readable source, that `name` denotes there."""
        if keras_name(name) is not None:
            return None
        found = self._headers.of((name, near), lambda: self._find_layer(name, near))
        return None if found is None else self.layer_class(found)

    def _find_layer(self, name: str, near: str) -> ClassHeader | None:
        found = self.index.find_classes(name, near)
        return next((one for one in found if self.hierarchy.layer(one) is not None), None)

    def function(self, name: str, near: str) -> tuple[Module, cst.FunctionDef] | None:
        """The top-level function of the project's own modules that `name` denotes there."""
        return self._functions.of((name, near), lambda: self._find_function(name, near))

    def layers_of(self, path: str) -> list[LayerHeader]:
        """The headers of the layer classes that `path` defines."""
        return self._layers.of(path, lambda: self.hierarchy.layers(path))

    def generations_of(self, path: str) -> frozenset[int]:
        """The Keras generations that the code of `path` may run on."""
        return self.hierarchy.generations.of_module(self.index.module(path)).generations

    def subclasses_of(self, layer: LayerClass) -> list[LayerClass]:
        """The project's layer classes that have `layer` in their MRO.

        Of a loss or the like, those of its own module.
        """
        if layer.kind in OBJECT_KINDS:
            return [self._object_class(known) for known in self._heirs(layer)]
        return [self.layer_class(known.header) for known in self._heirs(layer)]

    def is_extended(self, layer: LayerClass) -> bool:
        """Whether `subclasses_of` has any; their files are not parsed for that."""
        return any(True for _ in self._heirs(layer))

    def _heirs(self, layer: LayerClass) -> Iterator[LayerHeader]:
        """The headers of the classes that have a class in their MRO."""
        if layer.kind in OBJECT_KINDS:
            known = iter(self.hierarchy.objects(layer.header.path))
        else:
            known = self._derived(os.path.abspath(layer.header.path), layer.qualname)
        for derived in known:
            if any(base.identity == layer.header.identity for base in derived.mro[1:]):
                yield derived

    def _derived(self, path: str, qualname: str) -> Iterator[LayerHeader]:
        """The headers of the layers that derive from one of that name in a file."""
        reads("subclasses", path, qualname)
        for place, name in self._subclasses((path, qualname)):
            found = self.index.module_with(place, name.partition(".")[0])
            for header in found.find(name):
                derived = self.hierarchy.layer(header)
                if derived is not None:
                    yield derived

    def class_statement(self, name: str, near: str) -> tuple[Module, cst.ClassDef] | None:
        """The top-level class, layer or not, of the project's own modules that `name` denotes."""
        home = self._home(name, near, self._definitions.has_class)
        node = home[0].class_statements.get(home[1]) if home is not None else None
        return None if home is None or node is None else (home[0], node)

    def constant(self, name: str, near: str) -> tuple[Module, cst.BaseExpression] | None:
        """What the project's own module gives the name that `name` denotes, once and for all."""
        home = self._home(name, near, self._definitions.assigns)
        value = home[0].steady_value(home[1]) if home is not None else None
        return None if home is None or value is None else (home[0], value)

    def _find_function(self, name: str, near: str) -> tuple[Module, cst.FunctionDef] | None:
        home = self._home(name, near, self._definitions.has_function)
        node = home[0].function_defs.get(home[1]) if home is not None else None
        return None if home is None or node is None else (home[0], node)

    def _home(
        self, name: str, near: str, holds: Callable[[str, str], bool]
    ) -> tuple[Module, str] | None:
        """The project's own module that defines `name`, parsed only where its text `holds` it.

        And the name at its top level.
        """
        located = self._located(name, near)
        if located is None or not holds(*located):
            return None
        return self.module(self.index.shown(located[0])), located[1]

    def _located(self, name: str, near: str) -> tuple[str, str] | None:
        """The project's own file that `name` leads to, and the name at its top level."""
        return self._places.of((name, near), lambda: self._locate(name, near))

    def _locate(self, name: str, near: str) -> tuple[str, str] | None:
        located = self.index.find_bound(name, near)
        if located is None or len(located[1]) != 1 or located[0].external:
            return None
        return os.path.abspath(located[0].path), located[1][0]


def _parsed(text: str, index: ModuleIndex) -> Tree:
    return Tree(text, index.outline)

"""One parsed file."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from layerlint.facts.namespaces import keras_name, kind_made, tf_name
from layerlint.facts.tensors import TensorFunction, tensor_function
from layerlint.model.file_content import FileContent
from layerlint.model.names import Names
from layerlint.model.top_level import classes_within, values_given
from layerlint.state.memo import Node
from layerlint.state.recorders import Memo, recorded_property
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted
from layerlint.syntax.positions import Span
from layerlint.syntax.walk import around, walk

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.project import Project
    from layerlint.project.index import ModuleIndex
    from layerlint.project.verdict import Verdict
    from layerlint.syntax.tree import Tree

# `if x: y = 1` is a suite within an `if`: what stands in it is not the `if` itself.
_LINES = (cst.SimpleStatementLine, cst.SimpleStatementSuite)
_STATEMENTS = (*_LINES, cst.BaseCompoundStatement)

NodeT = TypeVar("NodeT", bound=cst.CSTNode)
FactT = TypeVar("FactT")


class Module(FileContent):
    """A parsed file with its layer classes, names and positions.

    Everything beyond the tree is computed on first use.
    """

    def __init__(self, index: ModuleIndex, text: str, tree: Tree, project: Project) -> None:
        super().__init__(index, text, tree)
        self.path: str = index.path
        self.name: str = index.name
        self.project = project
        # What the names in the file mean, on which all rest who got hold of the module.
        self.node_of_names = Node()
        self._names = Names(self)
        self._resolved: dict[cst.CSTNode, str | None] = {}
        self.known: Memo[Hashable, Any] = Memo()
        self._sources: dict[cst.CSTNode, str] = {}
        self._written = 0

    def __repr__(self) -> str:
        return f"<Module {self.name} {self.path}>"

    @recorded_property
    def classes(self) -> list[LayerClass]:
        """The layer and model classes defined in the file, in source order."""
        return [
            self.project.layer_class(header.header) for header in self.project.layers_of(self.path)
        ]

    @recorded_property
    def verdict(self) -> Verdict:
        """Where the file runs as a whole, and why."""
        return self.project.hierarchy.generations.of_module(self.index)

    @recorded_property
    def generations(self) -> frozenset[int]:
        """The Keras generations that the file may run on."""
        return self.project.generations_of(self.path)

    # Names

    def resolve(self, node: cst.CSTNode) -> str | None:
        """The canonical dotted name behind a chain of names and attributes.

        Follows imports, aliases, re-exports of the project and function scopes:
        `"tensorflow.random.normal"`, `"numpy.random.rand"`, `"pkg.mod.Class"`,
        `"builtins.print"`; None for locals, attributes of `self` and computed values.
        """
        if node not in self._resolved:
            with self.node_of_names:
                self._resolved[node] = self._names.resolve(node)
        return self._resolved[node]

    def keras(self, node: cst.CSTNode) -> str | None:
        """The Keras name without its prefix, whatever the spelling: `"layers.Dense"`, `"Model"`."""
        name = self.resolve(node)
        return keras_name(name) if name else None

    def makes(self, node: cst.CSTNode | None) -> str | None:
        """What kind of object of Keras a call makes: `"layer"`, `"metric"`, `"optimizer"`, ..."""
        name = self.keras(node.func) if isinstance(node, cst.Call) else None
        return kind_made(name) if name else None

    def tf(self, node: cst.CSTNode) -> str | None:
        """The TensorFlow name without its prefix (`"random.normal"`), never one of `tf.keras`."""
        name = self.resolve(node)
        return tf_name(name) if name else None

    def tensor_function(self, node: cst.CSTNode) -> TensorFunction | None:
        """What the function of tensors behind a name does, None for any that is not known."""
        return tensor_function(self.resolve(node))

    def operation(self, node: cst.CSTNode) -> str:
        """The name of the known function of tensors that a call runs, empty for all else."""
        known = self.tensor_function(node.func) if isinstance(node, cst.Call) else None
        return known.name if known is not None else ""

    def find_layer(self, node: cst.CSTNode) -> LayerClass | None:
        """The layer class of the project, or of readable source, that a name denotes."""
        name = self.resolve(node)
        return self.project.find_layer(name, self.path) if name is not None else None

    def scope_of(self, node: cst.CSTNode, name: str) -> cst.CSTNode | None:
        """The innermost function, lambda or comprehension around `node` that binds `name`."""
        return self._names.scope_of(node, name)

    def absolute(self, level: int, module: str | None) -> str:
        """The absolute dotted name of `from <level dots><module> import ...`."""
        if not level:
            return module or ""
        parts = self.name.split(".") if self.name else []
        if not self._index.is_package:
            parts = parts[:-1]
        parts = parts[: len(parts) - (level - 1)]
        return ".".join([*parts, *([module] if module else [])])

    def steady_value(self, name: str) -> cst.BaseExpression | None:
        """What the top level gives `name`, if nothing in the module changes or rebinds it."""
        found: cst.BaseExpression | None
        found = self.known.of(("steady", name), self._steady_value, name)
        return found

    def _steady_value(self, name: str) -> cst.BaseExpression | None:
        return None if self.changes(name) else self.first_value(name)

    def first_value(self, name: str) -> cst.BaseExpression | None:
        """What the top level gives `name`, if it does in one place."""
        values = list(values_given(self, name))
        return values[0] if len(values) == 1 else None

    def facts(self, node: NodeT, compute: Callable[[NodeT], FactT]) -> FactT:
        """What `compute` finds out about a node of this module, computed once."""
        found: FactT = self.known.of((compute, node), compute, node)
        return found

    def once(self, compute: Callable[[Module], FactT]) -> FactT:
        """What `compute` finds out about the whole module, computed once."""
        found: FactT = self.known.of((compute, self), compute, self)
        return found

    def remembered(self, key: tuple[object, ...], compute: Callable[[], FactT]) -> FactT:
        """What `compute` finds out under a key, computed once: for questions about several things.

        The key begins with something that tells the question from others.
        """
        found: FactT = self.known.of(key, compute)
        return found

    # Places

    def span(self, node: cst.CSTNode) -> Span:
        """Where `node` stands: character offsets, without surrounding space or parentheses."""
        return self._tree.span(node)

    def source(self, node: cst.CSTNode) -> str:
        """The text of `node`, without surrounding space or parentheses."""
        found = self._sources.get(node)
        if found is None:
            found = self._sources[node] = self._source(node)
        return found

    def _source(self, node: cst.CSTNode) -> str:
        if isinstance(node, cst.BaseExpression) and self._written < 8 * len(self._text):
            text = self._tree.text_of(node)
            self._written += len(text)
            return text
        # Where several times as much was written out as the file is long, its positions cost less.
        start, end = self.span(node)
        return self._text[start:end]

    @property
    def parsed_tree(self) -> Tree:
        """What is parsed of the file so far."""
        return self._tree

    def parse(self) -> None:
        """Parse all of it now, and raise `libcst.ParserSyntaxError` if that is to come."""
        _ = self.tree

    def parent(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """The node directly around `node`, None for the tree itself."""
        found = next(around(node), None)
        return self.tree if found is None and node is not self.tree else found

    def ancestors(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """The nodes around `node`, innermost first, and the tree itself."""
        yield from around(node)
        if node is not self.tree:
            yield self.tree

    def statement(self, node: cst.CSTNode) -> cst.CSTNode:
        """The innermost statement around `node`: a line, a one-line body or a compound one.

        Where several share a line (`a = 1; b = 2`), the one of them that `node` stands in.
        """
        current = node
        for parent in (*around(node), None):
            if isinstance(current, _STATEMENTS) or (
                isinstance(parent, _LINES) and len(parent.body) > 1
            ):
                return current
            if parent is not None:
                current = parent
        raise ValueError(f"{type(node).__name__} stands in no statement of {self.path}")

    def function(self, node: cst.CSTNode) -> cst.FunctionDef | None:
        """The innermost function around `node`."""
        for found in around(node):
            if isinstance(found, cst.FunctionDef):
                return found
        return None

    def class_around(self, node: cst.CSTNode) -> cst.ClassDef | None:
        """The innermost class around `node`, whatever it is of."""
        return next((each for each in around(node) if isinstance(each, cst.ClassDef)), None)

    def class_of(self, node: cst.CSTNode) -> LayerClass | None:
        """The innermost layer class around `node`."""
        by_node = self._classes_by_node
        return next((by_node[up] for up in around(node) if up in by_node), None)

    @recorded_property
    def _classes_by_node(self) -> dict[cst.CSTNode, LayerClass]:
        return {layer.node: layer for layer in self.classes}

    def walk(self, node: cst.CSTNode | None = None) -> Iterator[cst.CSTNode]:
        """All nodes below `node` (default: the whole file) in source order."""
        return walk(self.tree if node is None else node)

    def class_def(self, qualname: str, occurrence: int) -> cst.ClassDef:
        """The class of that qualified name, the `occurrence`-th (from 0) in source order.

        Raises `KeyError` when there is none.
        """
        top = qualname.partition(".")[0]
        within = self.known.of(("within", top), classes_within, self, top)
        found: cst.ClassDef = within[qualname][occurrence]
        return found


def spelled(module: Module, node: cst.CSTNode) -> str:
    """A dotted expression as the user wrote it, or its source text."""
    return dotted(node) or module.source(node)

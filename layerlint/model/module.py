"""One parsed file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from layerlint.facts.namespaces import keras_name, tf_name
from layerlint.facts.tensors import TensorFunction, tensor_function
from layerlint.model.changed import is_changed
from layerlint.model.names import Names
from layerlint.state.memo import Node
from layerlint.state.recorders import recorded_property
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted
from layerlint.syntax.positions import Span, text_of
from layerlint.syntax.walk import children, walk, walk_kinds

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


class Module:
    """A parsed file with its layer classes, names and positions.

    Everything beyond the tree is computed on first use.
    """

    def __init__(self, index: ModuleIndex, text: str, tree: Tree, project: Project) -> None:
        self.index = index
        self.path: str = index.path
        self.name: str = index.name
        self.text = text
        self.tree = tree.root
        self._tree = tree
        self.project = project
        self.node_of_reads = Node()
        self._names = Names(self)
        self._resolved: dict[int, str | None] = {}
        self._steady: dict[str, cst.BaseExpression | None] = {}
        self._facts: dict[tuple[object, int], Any] = {}
        self._sources: dict[int, str] = {}
        self._said: dict[str, bool] = {}
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

    def says(self, words: str) -> bool:
        """Whether the text holds some words anywhere; searched once for all classes that ask."""
        if words not in self._said:
            self._said[words] = words in self.text
        return self._said[words]

    # Names

    def resolve(self, node: cst.CSTNode) -> str | None:
        """The canonical dotted name behind a chain of names and attributes.

        Follows imports, aliases, re-exports of the project and function scopes:
        `"tensorflow.random.normal"`, `"numpy.random.rand"`, `"pkg.mod.Class"`,
        `"builtins.print"`; None for locals, attributes of `self` and computed values.
        """
        key = id(node)
        if key not in self._resolved:
            with self.node_of_reads:
                self._resolved[key] = self._names.resolve(node)
        return self._resolved[key]

    def keras(self, node: cst.CSTNode) -> str | None:
        """The Keras name without its prefix, whatever the spelling: `"layers.Dense"`, `"Model"`."""
        name = self.resolve(node)
        return keras_name(name) if name else None

    def tf(self, node: cst.CSTNode) -> str | None:
        """The TensorFlow name without its prefix (`"random.normal"`), never one of `tf.keras`."""
        name = self.resolve(node)
        return tf_name(name) if name else None

    def tensor_function(self, node: cst.CSTNode) -> TensorFunction | None:
        """What the function of tensors behind a name does, None for any that is not known."""
        return tensor_function(self.resolve(node))

    def scope_of(self, node: cst.CSTNode, name: str) -> cst.CSTNode | None:
        """The innermost function, lambda or comprehension around `node` that binds `name`."""
        return self._names.scope_of(node, name)

    def absolute(self, level: int, module: str | None) -> str:
        """The absolute dotted name of `from <level dots><module> import ...`."""
        if not level:
            return module or ""
        parts = self.name.split(".") if self.name else []
        if not self.index.is_package:
            parts = parts[:-1]
        parts = parts[: len(parts) - (level - 1)]
        return ".".join([*parts, *([module] if module else [])])

    @recorded_property
    def function_defs(self) -> dict[str, cst.FunctionDef]:
        """The functions defined at the top level (also behind conditions), the last of a name."""
        return {
            node.name.value: node for node in self._top_level if isinstance(node, cst.FunctionDef)
        }

    @recorded_property
    def class_statements(self) -> dict[str, cst.ClassDef]:
        """The classes defined at the top level (also behind conditions), the last of a name."""
        return {node.name.value: node for node in self._top_level if isinstance(node, cst.ClassDef)}

    def steady_value(self, name: str) -> cst.BaseExpression | None:
        """What the top level gives `name`, if nothing in the module changes or rebinds it."""
        if name not in self._steady:
            values = self._top_level_values.get(name, [])
            steady = len(values) == 1 and not is_changed(self.text, name)
            self._steady[name] = values[0] if steady else None
        return self._steady[name]

    @recorded_property
    def _top_level_values(self) -> dict[str, list[cst.BaseExpression]]:
        found: dict[str, list[cst.BaseExpression]] = {}
        for node in self._top_level:
            match node:
                case cst.Assign(targets=targets, value=value):
                    for target in targets:
                        if isinstance(target.target, cst.Name):
                            found.setdefault(target.target.value, []).append(value)
                case cst.AnnAssign(target=cst.Name(value=name), value=value) if value is not None:
                    found.setdefault(name, []).append(value)
        return found

    @recorded_property
    def top_level_names(self) -> frozenset[str]:
        """The functions and classes of the top level."""
        return frozenset((*self.function_defs, *self.class_statements))

    @recorded_property
    def assigned_names(self) -> frozenset[str]:
        """The names that the top level binds by assignment."""
        return frozenset(
            node.target.value
            for node in self._top_level
            if isinstance(node, cst.AssignTarget) and isinstance(node.target, cst.Name)
        )

    def facts(self, node: NodeT, compute: Callable[[NodeT], FactT]) -> FactT:
        """What `compute` finds out about a node of this module, computed once."""
        key = (compute, id(node))
        if key not in self._facts:
            with self.node_of_reads:
                self._facts[key] = compute(node)
        found: FactT = self._facts[key]
        return found

    def once(self, compute: Callable[[Module], FactT]) -> FactT:
        """What `compute` finds out about the whole module, computed once."""
        key = (compute, id(self.tree))
        if key not in self._facts:
            with self.node_of_reads:
                self._facts[key] = compute(self)
        found: FactT = self._facts[key]
        return found

    # Places

    def span(self, node: cst.CSTNode) -> Span:
        """Where `node` stands: character offsets, without surrounding space or parentheses."""
        return self._tree.positions.span(node)

    def source(self, node: cst.CSTNode) -> str:
        """The text of `node`, without surrounding space or parentheses."""
        found = self._sources.get(id(node))
        if found is None:
            found = self._sources[id(node)] = self._source(node)
        return found

    def _source(self, node: cst.CSTNode) -> str:
        if isinstance(node, cst.BaseExpression) and self._written < 8 * len(self.text):
            text = text_of(node, list(self.ancestors(node)), self.tree)
            self._written += len(text)
            return text
        # Where several times as much was written out as the file is long, its positions cost less.
        start, end = self.span(node)
        return self.text[start:end]

    def parent(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """The node directly around `node`, None for the tree itself."""
        return self._tree.parents.get(id(node))

    def ancestors(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """The nodes around `node`, innermost first."""
        parents = self._tree.parents
        found = parents.get(id(node))
        while found is not None:
            yield found
            found = parents.get(id(found))

    def statement(self, node: cst.CSTNode) -> cst.CSTNode:
        """The innermost statement around `node`: a line, a one-line body or a compound one.

        Where several share a line (`a = 1; b = 2`), the one of them that `node` stands in.
        """
        current: cst.CSTNode | None = node
        while current is not None:
            parent = self.parent(current)
            if isinstance(current, _STATEMENTS) or (
                isinstance(parent, _LINES) and len(parent.body) > 1
            ):
                return current
            current = parent
        raise ValueError(f"{type(node).__name__} stands in no statement of {self.path}")

    def function(self, node: cst.CSTNode) -> cst.FunctionDef | None:
        """The innermost function around `node`."""
        for found in self.ancestors(node):
            if isinstance(found, cst.FunctionDef):
                return found
        return None

    def class_of(self, node: cst.CSTNode) -> LayerClass | None:
        """The innermost layer class around `node`."""
        by_node = self._classes_by_node
        return next((by_node[id(up)] for up in self.ancestors(node) if id(up) in by_node), None)

    @recorded_property
    def _classes_by_node(self) -> dict[int, LayerClass]:
        return {id(layer.node): layer for layer in self.classes}

    def walk(self, node: cst.CSTNode | None = None) -> Iterator[cst.CSTNode]:
        """All nodes below `node` (default: the whole file) in source order."""
        return walk(self.tree if node is None else node)

    def class_def(self, qualname: str, occurrence: int) -> cst.ClassDef:
        """The class of that qualified name, the `occurrence`-th (from 0) in source order.

        Raises `KeyError` when there is none.
        """
        return self._class_defs[qualname][occurrence]

    @recorded_property
    def _class_defs(self) -> dict[str, list[cst.ClassDef]]:
        found: dict[str, list[cst.ClassDef]] = {}
        names: dict[int, str] = {}
        nodes: Iterator[cst.ClassDef | cst.FunctionDef]
        nodes = walk_kinds(self.tree, cst.ClassDef, cst.FunctionDef)
        for node in nodes:
            around = (names[id(outer)] for outer in self.ancestors(node) if id(outer) in names)
            qualname = f"{next(around, '')}{node.name.value}"
            if isinstance(node, cst.ClassDef):
                found.setdefault(qualname, []).append(node)
                names[id(node)] = f"{qualname}."
            else:
                names[id(node)] = f"{qualname}.<locals>."
        return found

    @recorded_property
    def _top_level(self) -> list[cst.CSTNode]:
        """The nodes of the top level, without what is in functions, classes and expressions."""
        found = []
        stack: list[cst.CSTNode] = [self.tree]
        while stack:
            node = stack.pop()
            found.append(node)
            if not isinstance(node, (cst.FunctionDef, cst.ClassDef, cst.BaseExpression)):
                stack.extend(reversed(children(node)))
        return found


def spelled(module: Module, node: cst.CSTNode) -> str:
    """A dotted expression as the user wrote it, or its source text."""
    return dotted(node) or module.source(node)

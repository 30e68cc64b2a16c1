"""Where the project reads the name of a class, and what each that it makes there is given."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from layerlint.model.decorators import decorating
from layerlint.project.importers import importers, importers_of_package
from layerlint.queries.application import is_of_application
from layerlint.queries.fixtures import in_tests, is_test_file
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, is_name, literal
from layerlint.syntax.walk import around, innermost, is_label, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module
    from layerlint.model.project import Project


def made_by_nobody(layer: LayerClass) -> bool:
    """Whether an application has the class and never makes one: nothing is saved of it."""
    return layer.facts(_is_made_by_nobody)


def _is_made_by_nobody(layer: LayerClass) -> bool:
    if "." in layer.qualname or layer.node.decorators or not is_of_application(layer.module):
        return False
    return all(
        makes_nothing(module, node) or exports(module, node)
        for module, node in layer.facts(_mentions)
    )


def _mentions(layer: LayerClass) -> list[tuple[Module, cst.CSTNode]]:
    """Where the project reads the name of the class: several questions of one rule begin there."""
    return list(Uses(layer.project).mentions(layer.name, layer.node, layer.module))


def is_of_module_alone(layer: LayerClass) -> bool:
    """Whether the module of a class uses it and no other file does, but for tests of it."""
    return (
        "." not in layer.qualname
        and bool(layer.facts(_mentions))
        and all(module is layer.module for module, _ in layer.facts(_mentions))
    )


def never_given(layer: LayerClass, is_given: Callable[[cst.Call], bool]) -> bool:
    """Whether an application never makes the class, or each time without what it might be given."""
    if not is_of_application(layer.module):
        return False
    return made_by_nobody(layer) or makings(
        layer, lambda _, call: not is_given(call), returned=True
    )


def makings(
    layer: LayerClass,
    holds: Callable[[Module, cst.Call], bool],
    *,
    exported: bool = False,
    returned: bool = False,
) -> bool:
    """Whether the project makes a class, uses it for nothing else, and something holds of each.

    `exported`: a package may name it among what it imports for others. `returned`: a function may
    give it to who makes it in the same file.
    """
    if "." in layer.qualname:
        return False
    uses = [
        (module, node)
        for module, node in layer.facts(_mentions)
        if not (makes_nothing(module, node) or (exported and exports(module, node)))
    ]
    made = [(module, list(_calls_of(module, node, returned=returned))) for module, node in uses]
    return bool(made) and all(
        bool(calls) and all(holds(module, call) for call in calls) for module, calls in made
    )


def _calls_of(module: Module, node: cst.CSTNode, *, returned: bool) -> Iterator[cst.Call]:
    """The call of a class that is named, or those of variables where a function returns it."""
    around_it = module.parent(node)
    if isinstance(around_it, cst.Call) and around_it.func is node:
        yield around_it
    elif returned and isinstance(innermost(node, cst.Return, cst.Call), cst.Return):
        for call in walk_kinds(module.tree, cst.Call):
            match call.func:
                case cst.Name(value=name) if module.scope_of(call.func, name) is not None:
                    yield call


def is_chosen(layer: LayerClass) -> bool:
    """Whether the project chooses the class among others before it makes one of them.

    `block = Light if small else Full`: what the chosen one is given is meant for any of them.
    """
    return layer.facts(_is_chosen)


def _is_chosen(layer: LayerClass) -> bool:
    return "." not in layer.qualname and any(
        _is_one_of_several(module, node) for module, node in layer.facts(_mentions)
    )


def _is_one_of_several(module: Module, node: cst.CSTNode) -> bool:
    match module.parent(node):
        case cst.IfExp():
            return True
        case cst.DictElement(key=key) as entry:
            # `{"Light": Light}` is for loading: it tells Keras which class a name in a file means.
            table = module.parent(entry)
            several = isinstance(table, cst.Dict) and len(table.elements) > 1
            return several and literal(key) != called_name(node)
        case cst.Assign():
            return innermost(node, cst.If) is not None
    return False


class Uses:
    """Follows the mentions of classes, and of the functions and tables that they are made in."""

    def __init__(self, project: Project, *, exported: bool = False) -> None:
        self._project = project
        # Whether a package may name what it makes itself among what it imports for others.
        self._exported = exported
        self._asked: set[tuple[str, str]] = set()
        # The layers and models that make it.
        self.owners: set[LayerClass] = set()

    def all_by_owners(self, name: str, definition: cst.CSTNode, module: Module) -> bool:
        """Whether something uses a top-level name, and only within layers and models."""
        key = (module.path, name)
        if key in self._asked:
            return False
        self._asked.add(key)
        used = kept = isinstance(definition, cst.ClassDef) and _in_registry(module, definition)
        for other, node in self.mentions(name, definition, module):
            if (kept or self._exported) and exports(other, node):
                continue  # imported so that the decorator runs, or for others
            verdict = self._within_owner(other, node)
            if verdict is False:
                return False
            used = used or verdict is True
        return used

    def mentions(
        self, name: str, definition: cst.CSTNode, module: Module
    ) -> Iterator[tuple[Module, cst.CSTNode]]:
        """Where a name of a module is read in the project, but for its definition."""
        inside = set(module.walk(definition))
        for other in self._modules(name, module):
            written = other.once(_by_name)
            for spelled in (name, *other.once(_renamed).get(name, ())):
                for node in written.get(spelled, ()):
                    if node in inside or _is_label(other, node):
                        continue
                    if self._means(other, node, name, module):
                        yield other, node

    def _means(
        self, user: Module, node: cst.Name | cst.Attribute, name: str, module: Module
    ) -> bool:
        """Whether an expression of some file stands for the top-level name of a module."""
        if user is module and isinstance(node, cst.Name) and not user.scope_of(node, name):
            return True
        resolved, full = user.resolve(node) or "", f"{module.name}.{name}"
        if not resolved and isinstance(node, cst.Name) and user.index.stars:
            return user.scope_of(node, node.value) is None  # it may be what a star brings
        if resolved in (name, full):
            return True
        # A repository may be imported by another name than that of the folder it was cloned into.
        if "." in module.name and resolved.endswith(f".{full}"):
            return True
        return resolved.endswith(f".{name}") and self._is_beside(resolved, module, user)

    def _is_beside(self, resolved: str, module: Module, user: Module) -> bool:
        """Whether a program names a thing of a file that lies in its own folder: `model.Net`."""
        located = self._project.index.locate(resolved, user.path)
        return located is not None and (
            os.path.abspath(located[0]) == os.path.abspath(module.path)
            and located[1] == [resolved.rpartition(".")[2]]
        )

    def _modules(self, name: str, module: Module) -> Iterator[Module]:
        """The modules that may use the name: they have it, and import the module it comes from.

        Or its package, which may give the name to others, or they are in that themselves. What
        tests make says nothing of who makes the class.
        """
        yield module
        index = self._project.index
        package, _, stem = module.name.partition(".")
        naming = {*importers(index, module.path), *importers_of_package(index, module.path)}
        root = index.locator.module_name(os.path.abspath(module.path))[2]
        yield from self._project.readable(
            path
            for path in index.having(name)
            if path != module.path
            and (path in naming or (stem and self._is_within(path, package, root)))
            and not is_test_file(path, index)
        )

    def _is_within(self, path: str, package: str, root: str) -> bool:
        """Whether a file is in a package that lies in a directory."""
        name, _, where = self._project.index.locator.module_name(os.path.abspath(path))
        return where == root and name.partition(".")[0] == package

    def _within_owner(self, module: Module, node: cst.CSTNode) -> bool | None:
        """Whether a mention makes the class within a layer; None where it makes nothing."""
        if exports(module, node):
            return False
        if in_tests(module) or makes_nothing(module, node):
            return None
        owner = module.class_of(node)
        if owner is not None:
            if _is_base(module, node):
                private = self.all_by_owners(owner.name, owner.node, owner.module)
                return True if private else None if owner.project.is_extended(owner) else False
            self.owners.add(owner)
            return True
        outer = _outermost(node)
        if isinstance(outer, cst.FunctionDef) and _TESTS.search(outer.name.value):
            return None
        match outer:
            case (
                cst.FunctionDef(name=cst.Name(value=name)) | cst.ClassDef(name=cst.Name(value=name))
            ):
                return self.all_by_owners(name, outer, module)
            case cst.SimpleStatementLine(
                body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))])]
            ):
                return self.all_by_owners(name, outer, module)
        return False


def _by_name(module: Module) -> dict[str, list[cst.Name | cst.Attribute]]:
    """The names and attributes of a module, by their last part."""
    found: dict[str, list[cst.Name | cst.Attribute]] = {}
    nodes: Iterator[cst.Name | cst.Attribute] = walk_kinds(module.tree, cst.Name, cst.Attribute)
    for node in nodes:
        last = node.attr if isinstance(node, cst.Attribute) else node
        found.setdefault(last.value, []).append(node)
    return found


def _renamed(module: Module) -> dict[str, list[str]]:
    """The names that imports give to what they import, by its own: `import Block as B`."""
    found: dict[str, list[str]] = {}
    for alias in walk_kinds(module.tree, cst.ImportAlias):
        if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
            own = alias.name.attr if isinstance(alias.name, cst.Attribute) else alias.name
            found.setdefault(own.value, []).append(alias.asname.name.value)
    return found


def _in_registry(module: Module, node: cst.ClassDef) -> bool:
    """Whether a decorator keeps the class under a name, for others in the project to make it."""
    return any(
        _REGISTERS.search(module.source(each)) and module.keras(each) is None
        for each in decorating(node)
    )


# A script tries out what it defines in functions such as `test_block` and `block_test`.
_TESTS = re.compile(r"^test(_|$)|_test$")
# `register_keras_serializable` is Keras's own way, however it is spelled.
_REGISTERS = re.compile(r"\b(?!\w*serializable)\w*regist(?:er|ry)\w*", re.IGNORECASE)


def exports(module: Module, node: cst.CSTNode) -> bool:
    """Whether a package names it among what it imports for others."""
    return module.index.is_package and innermost(node, cst.ImportFrom) is not None


def _is_label(module: Module, node: cst.CSTNode) -> bool:
    match module.parent(node):
        case cst.ImportAlias():
            return not module.index.is_package
        case cst.AsName() | cst.Param() | cst.ImportFrom():
            return True  # a parameter, or a module of that name
    return is_label(node)


def makes_nothing(module: Module, node: cst.CSTNode) -> bool:
    """An annotation, or a test of what something is."""
    for ancestor in module.ancestors(node):
        match ancestor:
            case cst.Annotation():
                return True
            case cst.Call(func=function):
                if any(is_name(function, name) for name in ("isinstance", "issubclass", "super")):
                    return True
            case cst.FunctionDef() | cst.ClassDef():
                return False
    return False


def _is_base(module: Module, node: cst.CSTNode) -> bool:
    argument = module.parent(node)
    return isinstance(argument, cst.Arg) and isinstance(module.parent(argument), cst.ClassDef)


def _outermost(node: cst.CSTNode) -> cst.CSTNode | None:
    """The statement of the top level around a node; None within conditions and other classes."""
    found = list(around(node, cst.BaseCompoundStatement, cst.SimpleStatementLine))
    return found[-1] if found else None

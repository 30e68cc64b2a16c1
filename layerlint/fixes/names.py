"""Edits of names: imports and renamings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.fixes.edit import Edit
from layerlint.fixes.statements import insert_statement_after, insert_statement_before
from layerlint.model.names import import_targets
from layerlint.queries.local_bindings import is_variable
from layerlint.syntax import cst
from layerlint.syntax.parse import parse
from layerlint.syntax.walk import walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

Import = cst.Import | cst.ImportFrom


def add_import(module: Module, text: str) -> list[Edit]:
    """Add the import `text` (`"from keras import ops"`) below the imports at the top of the file.

    Nothing when the file has that import already, in whatever words.
    """
    wanted = next(node for node in walk(parse(text)) if isinstance(node, Import))
    present = {
        target
        for statement in module.tree.body
        for node in _imports(statement)
        for target in import_targets(node, module)
    }
    if present.issuperset(import_targets(wanted, module)):
        return []
    last = _last_import(module)
    if last is None:
        return _add_first_import(module, text)
    if any(_is_future(node) for node in _imports(last)):
        text = f"\n{text}"
    return insert_statement_after(module, last, text)


def rename(module: Module, function: cst.FunctionDef, old: str, new: str) -> list[Edit]:
    """Rename a parameter or local of `function`, in nested functions too.

    Nothing when `new` already means something in the function.
    """
    names = list(walk_kinds(function, cst.Name))
    if any(name.value == new and is_variable(name, module) for name in names):
        return []
    edits = []
    for name in names:
        if name.value == old and _is_bound_by(module, name, function):
            start, end = module.span(name)
            alias = module.parent(name)
            imported = isinstance(alias, cst.ImportAlias) and alias.asname is None
            edits.append(Edit(start, end, f"{old} as {new}" if imported else new))
    return edits


def _is_bound_by(module: Module, name: cst.Name, function: cst.FunctionDef) -> bool:
    parent = module.parent(name)
    if isinstance(parent, cst.Param) and parent.name is name:
        return module.parent(parent) is function.params
    return is_variable(name, module) and module.scope_of(name, name.value) is function


def _add_first_import(module: Module, text: str) -> list[Edit]:
    """Add the only import of a file: below its docstring, or above the first statement."""
    first = module.tree.body[0]
    if module.tree.get_docstring() is not None:
        return insert_statement_after(module, first, f"\n{text}")
    definition = isinstance(first, (cst.ClassDef, cst.FunctionDef))
    return insert_statement_before(module, first, text + ("\n\n" if definition else "\n"))


def _last_import(module: Module) -> cst.CSTNode | None:
    """The last import before the first definition, one of its own rather than one in a block."""
    single: cst.CSTNode | None = None
    block: cst.CSTNode | None = None
    for statement in module.tree.body:
        if isinstance(statement, (cst.ClassDef, cst.FunctionDef)):
            break
        if any(_imports(statement)):
            if isinstance(statement, cst.SimpleStatementLine):
                single = statement
            else:
                block = statement
    return single or block


def _imports(node: cst.CSTNode) -> Iterator[Import]:
    """The imports in a statement of the top level that have been run once it is over."""
    if isinstance(node, cst.If) and "TYPE_CHECKING" in {
        name.value for name in walk_kinds(node.test, cst.Name)
    }:
        return
    if isinstance(node, (cst.ClassDef, cst.FunctionDef)):
        return
    imports: Iterator[Import] = walk_kinds(node, cst.Import, cst.ImportFrom)
    yield from imports


def _is_future(node: Import) -> bool:
    return isinstance(node, cst.ImportFrom) and (
        isinstance(node.module, cst.Name) and node.module.value == "__future__"
    )

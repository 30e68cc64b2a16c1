"""How a file is laid out: its parentheses, its indentation, its line endings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.module import Module


def extent(module: Module, node: cst.CSTNode) -> tuple[int, int]:
    """The span of `node`, for a parameter with its annotation and default."""
    start, end = module.span(node)
    if isinstance(node, cst.Param) and node.annotation is not None:
        end = outer(module, node.annotation.annotation)[1]
    if isinstance(node, cst.Param) and node.default is not None:
        end = outer(module, node.default)[1]
    return start, end


def outer(module: Module, node: cst.CSTNode) -> tuple[int, int]:
    """The extent of `node` together with the parentheses around it."""
    start, end = extent(module, node)
    if getattr(node, "lpar", ()):
        start = module.span(node.lpar[0]).start  # type: ignore[attr-defined]
        end = module.span(node.rpar[-1]).end  # type: ignore[attr-defined]
    return start, end


def written(module: Module, node: cst.CSTNode) -> str:
    """The text of an expression with its parentheses, to be put where other code stands around."""
    return module.text[slice(*outer(module, node))]


def block(module: Module, snippet: str, indent: str) -> str:
    """The lines of `snippet` in the file's own style, each behind `indent`, no final line break.

    A snippet has `\\n` between its lines and four spaces for each level of indentation.
    """
    lines = []
    for line in snippet.split("\n"):
        code = line.lstrip(" ")
        levels, spaces = divmod(len(line) - len(code), 4)
        lines.append(f"{indent}{unit(module) * levels}{' ' * spaces}{code}" if code else "")
    return newline(module).join(lines)


def newline(module: Module) -> str:
    """The file's own line break."""
    return module.tree.default_newline


def unit(module: Module) -> str:
    """One level of the file's own indentation."""
    return module.tree.default_indent

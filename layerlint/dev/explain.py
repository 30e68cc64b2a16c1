"""`explain FILE:LINE`: what the interpreter believes of each name there, in each world."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.failure import Failure
from layerlint.interpret.beliefs import beliefs, described
from layerlint.interpret.worlds import ALL_WORLDS
from layerlint.model.project import Project
from layerlint.model.walk import walk_kinds
from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass


def explain(place: str) -> int:
    """Print the beliefs about the names on a line, for every layer class whose `call` gets there.

    Raises `Failure` for a place that cannot be read or where nothing is named.
    """
    file, _, number = place.rpartition(":")
    if not file or not number.isdigit():
        raise Failure(f"`{place}` is no FILE:LINE")
    if not Path(file).is_file():
        raise Failure(f"there is no file `{file}`")
    index = ProjectIndex.build([file])
    project = Project(
        index, Hierarchy(index), lambda path: Path(path).read_text("utf-8"), lambda _: ()
    )
    module = project.module(file)
    lines = module.text.split("\n")
    if not 0 < int(number) <= len(lines):
        raise Failure(f"`{file}` has {len(lines)} lines")
    start = sum(len(line) + 1 for line in lines[: int(number) - 1])
    end = start + len(lines[int(number) - 1])
    nodes = [
        node
        for node in walk_kinds(
            module.tree, cst.Name, cst.Attribute, cst.Call, cst.Comparison, cst.Subscript
        )
        if start <= module.span(node).start and module.span(node).end <= end
    ]
    print(lines[int(number) - 1].strip())
    reached = [layer for layer in module.classes if _print_beliefs(layer, nodes)]
    if not reached:
        print("no `call` of the file gets there, or nothing is named there")
    return 0


def _print_beliefs(layer: LayerClass, nodes: Sequence[cst.CSTNode]) -> bool:
    found = beliefs(layer, nodes)
    if not found:
        return False
    print(f"{layer.name}:")
    for place in sorted(found):
        print(f"  {layer.module.source(nodes[place])}")
        for world in ALL_WORLDS:
            value = found[place].get(world)
            told = "is not reached" if value is None else described(value)
            print(f"    {(world.name or '').lower():6}{told}")
    return True

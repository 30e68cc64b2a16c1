"""What the interpreter believes at a line, and of the class around it, for whoever asks why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.interpret.beliefs import beliefs, described
from layerlint.interpret.worlds import ALL_WORLDS, Worlds
from layerlint.model.module import Module
from layerlint.model.project import Project
from layerlint.state.snapshot import Snapshot
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.engine.group import Group
    from layerlint.model.layer import LayerClass


_UNREACHED = "is not reached"


class Line:
    """One line of a file, as the analysis of its project sees it.

    Raises `OSError`, `ValueError` or `libcst.ParserSyntaxError` for a file that cannot be analysed.
    """

    def __init__(self, group: Group, contents: Snapshot, path: str, row: int) -> None:
        project = Project(group.index, group.hierarchy, contents.text, group.subclasses)
        self._module: Module = project.module(path)
        self._project = project
        lines = contents.source(path).lines
        self._start = lines.offset(row)
        self._end = self._start + len(lines.line(row))

    def around(self) -> str:
        """The layer around the line and its bases, with its generation of Keras and why."""
        header = next((one.layer_header for one in self._classes() if one.layer_header), None)
        if header is None:
            module = self._module.index
            verdict = self._project.hierarchy.generations.of_module(module)
            return f"no layer; {_generations(sorted(verdict.generations))}: {verdict.reason}"
        chain = " < ".join([header.qualname, *header.chain[1:]])
        found = f"{_generations(sorted(header.generations))}: {header.generation_reason}"
        return f"{header.kind} {chain}; {found}"

    def believed(self) -> Iterator[str]:
        """For every layer whose `call` gets to the line, what its names are in each world."""
        kinds = (cst.Name, cst.Attribute, cst.Call, cst.Comparison, cst.Subscript)
        nodes = [
            node
            for node in walk_kinds(self._module.tree, *kinds)
            if self._start <= self._module.span(node).start
            and self._module.span(node).end <= self._end
        ]
        for layer in self._module.classes:
            yield from _believed(layer, nodes)

    def _classes(self) -> list[LayerClass]:
        """The layers that are written around the line, the innermost first."""
        spans = [(self._module.span(layer.node), layer) for layer in self._module.classes]
        around = [(span, layer) for span, layer in spans if span.start <= self._end <= span.end]
        around.sort(key=lambda found: -found[0].start)
        return [layer for _, layer in around]


def _believed(layer: LayerClass, nodes: Sequence[cst.CSTNode]) -> Iterator[str]:
    found = beliefs(layer, nodes)
    if not found:
        return
    reached = [world for world in ALL_WORLDS if any(world in seen for seen in found.values())]
    yield f"{layer.name}: reached in {', '.join(map(_word, reached))}"
    told: set[str] = set()
    for place in sorted(found):
        source = layer.module.source(nodes[place])
        worlds = {
            _word(world): described(found[place][world]) if world in found[place] else _UNREACHED
            for world in ALL_WORLDS
        }
        said = set(worlds.values())
        # Every name is itself; where the line is reached at all is told above.
        if source in told or said <= {source, "unknown", _UNREACHED}:
            continue
        told.add(source)
        if len(said) == 1:
            yield f"  {source}: {said.pop()}"
            continue
        yield f"  {source}"
        yield from (f"    {word:6}{value}" for word, value in worlds.items())


def _word(world: Worlds) -> str:
    return (world.name or "").lower()


def _generations(numbers: Sequence[int]) -> str:
    return " or ".join(f"Keras {number}" for number in numbers)

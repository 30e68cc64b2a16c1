"""`layerlint layers PATH...`: the layer and model classes of a project, and how they were found."""

from __future__ import annotations

from layerlint.facts.objects import OBJECT_KINDS, OBJECT_ROOTS
from layerlint.failure import Failure
from layerlint.report.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from layerlint.config.settings import Settings
    from layerlint.files.discovery import File
    from layerlint.project.hierarchy import Hierarchy
    from layerlint.project.layer_header import LayerHeader
    from layerlint.project.unresolved import Unresolved
    from layerlint.report.console import Console
    from layerlint.state.snapshot import Snapshot


# The options that have a say in which files are looked at, and what their classes are.
OPTIONS = (
    "target-keras",
    "environment",
    "exclude",
    "extend-exclude",
    "force-exclude",
    "respect-gitignore",
)
KINDS = ("layer", "model", *OBJECT_ROOTS.values())


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    from layerlint.cli.flags import add_file_arguments
    from layerlint.cli.parser import add_text_or_json, choice

    add_file_arguments(parser, OPTIONS)
    parser.add_argument(
        "--unresolved",
        action="store_true",
        help="list the classes that may be layers, but for a base that was not found",
    )
    parser.add_argument(
        "--kind",
        type=choice(KINDS),
        action="append",
        dest="kinds",
        metavar="KIND",
        help=f"list these instead: {', '.join(KINDS)} (may be given several times)",
    )
    # The option `output-format` is about diagnostics.
    add_text_or_json(parser, "list_format")


def run(arguments: argparse.Namespace) -> int:
    """Print every layer and model class in the order of files and lines."""
    from layerlint.cli.flags import console
    from layerlint.config.resolve import load
    from layerlint.files.discovery import discover
    from layerlint.state.snapshot import Snapshot

    speaker = console(arguments)
    found = discover(arguments.paths, load(arguments))
    contents = Snapshot()
    hierarchies = _hierarchies(found.files, contents)
    failures = [f"{reason}: {visible(path)}" for path, reason in found.refused]
    failures += _unread(hierarchies, contents)
    for failure in failures:
        speaker.fail(Failure(failure))
    if arguments.unresolved:
        _list_unresolved(hierarchies, arguments.list_format, speaker)
        return 2 if failures else 0
    kinds = arguments.kinds or ["layer", "model"]
    layers = [
        layer for file, hierarchy in hierarchies for layer in _found(file.path, hierarchy, kinds)
    ]
    if arguments.list_format == "json":
        import json

        print(json.dumps([_facts(layer) for layer in layers], indent=2))
    else:
        for layer in layers:
            print(_line(layer))
        files = len({layer.path for layer in layers})
        speaker.say(f"{_counted(len(layers), 'class', 'es')} in {_counted(files, 'file')}")
    return 2 if failures else 0


def _unread(hierarchies: Sequence[tuple[File, Hierarchy]], contents: Snapshot) -> Iterator[str]:
    """What keeps files from being read in which layers may be."""
    from layerlint.engine.content import examine, obstacle

    for file, hierarchy in hierarchies:
        problem = examine(file, contents).problem
        if problem is None and hierarchy.prospects.file(file.path):
            module = hierarchy.index.module(file.path)
            if module.is_unparsable or module.is_too_deep:
                problem = obstacle(file, contents.text(file.path), hierarchy.index)
        if problem is not None:
            row, column = problem.start_row, problem.start_column
            yield f"{visible(file.path)}:{row}:{column}: {problem.message}"


def _found(file: str, hierarchy: Hierarchy, kinds: Sequence[str]) -> Iterator[LayerHeader]:
    """The classes of a file that are of these kinds, in source order."""
    found = hierarchy.layers(file)
    if not OBJECT_KINDS.isdisjoint(kinds):
        found = sorted([*found, *hierarchy.objects(file)], key=lambda each: each.line)
    return (each for each in found if each.kind in kinds)


def _list_unresolved(
    hierarchies: Sequence[tuple[File, Hierarchy]], output_format: str, speaker: Console
) -> None:
    from layerlint.cli.delivery import unresolved as sentence
    from layerlint.project.unresolved import unresolved

    found = [one for file, hierarchy in hierarchies for one in unresolved(hierarchy, file.path)]
    if output_format == "json":
        import json

        print(json.dumps([_unresolved_facts(one) for one in found], indent=2))
        return
    for one in found:
        place = f"{visible(one.header.path)}:{one.header.line}"
        print(f"{place}: {one.header.qualname} < {one.base} ({one.reason})")
    if not found:
        speaker.say("the bases of all classes that look like layers were found")
    else:
        speaker.say(sentence(len(found)).partition(":")[0])


def _unresolved_facts(one: Unresolved) -> dict[str, object]:
    return {
        "filename": one.header.path,
        "line": one.header.line,
        "name": one.header.qualname,
        "base": one.base,
        "reason": one.reason,
    }


def _hierarchies(files: list[File], contents: Snapshot) -> list[tuple[File, Hierarchy]]:
    """The files, each with what knows its layers; the same settings make up one project."""
    from layerlint.project.hierarchy import Hierarchy
    from layerlint.project.index import ProjectIndex

    projects: dict[Settings, list[str]] = {}
    for file in files:
        projects.setdefault(file.settings, []).append(file.path)
    hierarchies = {}
    for settings, paths in projects.items():
        index = ProjectIndex.build(
            paths,
            src=settings.texts("src"),
            environment=settings.optional("environment"),
            read=contents.code,
        )
        bases, target = settings.texts("layer-bases"), settings.text("target-keras")
        hierarchies[settings] = Hierarchy(index, bases, target)
    return [(file, hierarchies[file.settings]) for file in files]


def _facts(layer: LayerHeader) -> dict[str, object]:
    return {
        "filename": layer.path,
        "line": layer.line,
        "name": layer.qualname,
        "kind": layer.kind,
        "chain": list(layer.chain),
        "keras_bases": list(layer.keras_bases),
        "complete": layer.complete,
        "generations": sorted(layer.generations),
        "reason": layer.generation_reason,
    }


def _line(layer: LayerHeader) -> str:
    chain = " < ".join([layer.qualname, *layer.chain[1:]])
    generations = " or ".join(f"Keras {number}" for number in sorted(layer.generations))
    return (
        f"{visible(layer.path)}:{layer.line}: {layer.kind} {chain} ({generations}: "
        f"{layer.generation_reason})"
    )


def _counted(number: int, noun: str, ending: str = "s") -> str:
    return f"{number} {noun}{'' if number == 1 else ending}"

"""From the answers of one revision of a project to those of the next.

The next one may be about other files of the project: an answer stands on what it read, and not on
which files were asked about together with its own.
"""

from __future__ import annotations

from layerlint.engine.read_values import WITHIN
from layerlint.project.mentions import QUESTIONS
from layerlint.state.answers import Answers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Set as AbstractSet

    from layerlint.engine.group import Analysis, Group
    from layerlint.state.answers import Answer, Layers
    from layerlint.state.memo import Read

# These depend on the bytes of one file and on how it is named.
_ABOUT_ONE = WITHIN | {"text", "importing", "imports", "names"}
# Whose values are told on, so that nobody reads the file for them.
_TOLD = frozenset({"importing", "imports", "names"})


def standing(group: Group, before: Answers | None) -> Answers:
    """The answers of an earlier revision that still stand, and the values that do."""
    answers = Answers()
    if before is None:
        return answers
    listed = group.index.paths
    kept = {path: answer for path, answer in before.by_path.items() if path in listed}
    layers = {path: held for path, held in before.layers.items() if path in listed}
    used = _reads_of((*kept.values(), *layers.values()))
    beside = before.identities.keys() - before.by_path.keys()
    for path in {path for _, path, _ in used if path in before.identities} | beside:
        answers.identities[path] = group.identified(path, before.identities[path])
    changed = {
        path for path, known in answers.identities.items() if known[1] != before.identities[path][1]
    }
    known = answers.identities.keys() - changed
    for read in used:
        if read[0] in _TOLD and read[1] in known:
            group.tell(read, before.values[read], before.names[read[1]])
    answers.ground = {read: group.value(read) for read in before.ground}
    other = {
        read
        for read in used
        if (read[0] == "saves" or (read[0] in _ABOUT_ONE and read[1] in changed))
        and group.value(read) != before.values[read]
    }
    if answers.ground != before.ground:
        other |= _elsewhere(group, before, used)
    other |= _other_mentions(group, before, used, answers.identities.keys() - changed)
    for path, held in layers.items():
        if other.isdisjoint(held.reads):
            answers.layers[path] = group.known_layers[path] = held
    other |= {
        read
        for read in used
        if read[0] == "subclasses" and group.value(read) != before.values[read]
    }
    answers.by_path = {
        path: answer for path, answer in kept.items() if other.isdisjoint(answer.reads)
    }
    answers.values = {read: before.values[read] for read in used - other}
    answers.names = {
        path: before.names[path] for _, path, _ in answers.values if path in before.names
    }
    answers.lookups = {
        path: dict(before.lookups.get(path, {}))
        for question, path, _ in answers.values
        if question == "lookups"
    }
    return answers


def take(answers: Answers, analysed: Analysis) -> None:
    """Add what the analysis of one file gave."""
    answers.by_path[analysed.path] = analysed.answer
    answers.values.update(analysed.values)
    for near, found in analysed.lookups.items():
        answers.lookups.setdefault(near, {}).update(found)


def close(answers: Answers, group: Group) -> None:
    """Complete what a later revision will compare: layers, ground, values and identities."""
    for path in answers.by_path:
        group.layers(path)
    answers.layers = dict(group.known_layers)
    used = _reads_of((*answers.by_path.values(), *answers.layers.values()))
    for near, found in group.index.lookups.news().items():
        answers.lookups.setdefault(near, {}).update(found)
    asked = _merged((*answers.ground, *group.ground()))
    answers.ground = {read: group.value(read) for read in asked}
    answers.values = {
        read: answers.values[read] if read in answers.values else group.value(read) for read in used
    }
    identities, names = answers.identities, answers.names
    files = {path for question, path, _ in used if question in _ABOUT_ONE}
    searched = group.index.paths if any(read[0] in QUESTIONS for read in used) else ()
    beside = {path for question, path, _ in asked if question == "content"}
    answers.identities = {
        path: identities.get(path) or group.identified(path)
        for path in files.union(beside, searched, group.consulted((*used, *asked)))
    }
    answers.names = {path: names.get(path) or group.index.naming(path) for path in files}
    nears = {path for question, path, _ in used if question == "lookups"}
    answers.lookups = {near: answers.lookups.get(near, {}) for near in nears}


def _reads_of(parts: Iterable[Answer | Layers]) -> set[Read]:
    return set[tuple[str, str, str]]().union(*(part.reads for part in parts))


def _elsewhere(group: Group, before: Answers, used: AbstractSet[Read]) -> set[Read]:
    """The reads with another value since other files lie in the directories of the project."""
    other = set()
    for read in used:
        question, path, _ = read
        if question in ("member", "requirements", "application"):
            if group.value(read) != before.values[read]:
                other.add(read)
        elif question == "lookups":
            if not group.index.lookups.still_holds(path, before.lookups[path]):
                other.add(read)
        elif question in _ABOUT_ONE and group.index.naming(path) != before.names[path]:
            other.add(read)
    return other


def _other_mentions(
    group: Group, before: Answers, used: AbstractSet[Read], same: AbstractSet[str]
) -> set[Read]:
    """The words that other files mention now; those that are the `same` are not searched."""
    unsure = group.index.paths.keys() - same
    other = set()
    for read in used:
        if read[0] in QUESTIONS:
            value = before.values[read]
            assert isinstance(value, tuple)
            if group.index.mentions.known(read, set(value), unsure) != value:
                other.add(read)
    return other


def _merged(ground: Iterable[Read]) -> list[Read]:
    """The reads, with one for each directory for all that was asked of it."""
    layouts: dict[str, set[str]] = {}
    others: dict[Read, None] = {}
    for read in ground:
        question, path, asked = read
        if question == "layout":
            layouts.setdefault(path, set()).update(asked.split("\n"))
        else:
            others[read] = None
    return [
        *others,
        *(
            ("layout", path, "*" if "*" in asked else "\n".join(sorted(asked)))
            for path, asked in layouts.items()
        ),
    ]

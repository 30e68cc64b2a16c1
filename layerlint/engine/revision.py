"""From the answers of one revision of a project to those of the next."""

from __future__ import annotations

from layerlint.state.answers import Answers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from layerlint.engine.plan import Analysed, Group
    from layerlint.state.memo import Read


def standing(group: Group, before: Answers | None) -> Answers:
    """The answers of an earlier revision that still stand, and the values that do."""
    answers = Answers()
    if before is None:
        return answers
    for path, known in before.identities.items():
        answers.identities[path] = group.identified(path, known)
    if any(group.value(read) != value for read, value in before.ground.items()):
        return answers
    changed = {
        path for path, known in before.identities.items() if answers.identities[path][1] != known[1]
    }
    other = {
        read
        for read, value in before.values.items()
        if (read[0] == "saves" or (read[1] in changed and read[0] != "subclasses"))
        and group.value(read) != value
    }
    other |= _other_mentions(group, before.values, changed)
    for path, layers in before.layers.items():
        if other.isdisjoint(layers.reads):
            answers.layers[path] = group.known_layers[path] = layers
    other |= {
        read
        for read, value in before.values.items()
        if read[0] == "subclasses" and group.value(read) != value
    }
    answers.by_path = {
        path: answer for path, answer in before.by_path.items() if other.isdisjoint(answer.reads)
    }
    answers.values = {read: value for read, value in before.values.items() if read not in other}
    return answers


def take(answers: Answers, analysed: Analysed) -> None:
    """Add what the analysis of one file gave."""
    answers.by_path[analysed.path] = analysed.answer
    answers.values.update(analysed.values)


def close(answers: Answers, group: Group) -> None:
    """Complete what a later revision will compare: layers, ground, values and identities."""
    answers.layers = {path: group.layers(path) for path in answers.by_path}
    used = frozenset[tuple[str, str, str]]().union(
        *(answer.reads for answer in answers.by_path.values()),
        *(layers.reads for layers in answers.layers.values()),
    )
    answers.ground = {read: group.value(read) for read in group.ground()}
    answers.values = {
        read: answers.values[read] if read in answers.values else group.value(read) for read in used
    }
    identities = answers.identities
    answers.identities = {
        path: identities.get(path) or group.identified(path)
        for path in {path for _, path, _ in used if path} | group.consulted(used)
    }


def _other_mentions(group: Group, before: Mapping[Read, object], changed: set[str]) -> set[Read]:
    """The words that other files mention now; files that are as they were are not searched."""
    other = set()
    files = [path for path in changed if path in group.index.paths]
    for read, value in before.items():
        if read[0] != "mentions" or not isinstance(value, tuple):
            continue
        word = read[2].encode()
        now = {path for path in value if path not in changed}
        now |= {path for path in files if word in group.index.content(path)}
        group.index.remember_mentions(read[2], now)
        if now != set(value):
            other.add(read)
    return other

"""Which rules run: the most specific selector decides, and at equal footing `ignore` wins."""

from __future__ import annotations

from layerlint import catalogue
from layerlint.failure import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SELECTOR_KEYS = ("select", "extend-select", "ignore", "extend-ignore")


class Layer:
    """The selectors of one source: a configuration file, or the command line."""

    __slots__ = ("ignore", "select", "starts_over")

    def __init__(self, values: Mapping[str, object]) -> None:
        chosen = {key: _texts(values.get(key)) for key in SELECTOR_KEYS}
        self.starts_over = values.get("select") is not None
        self.select = chosen["select"] + chosen["extend-select"]
        self.ignore = chosen["ignore"] + chosen["extend-ignore"]


def enabled(layers: Iterable[Layer]) -> frozenset[str]:
    """The codes that are on after all layers, the last of which is the command line.

    A layer with `select` starts from nothing, so that `--select LL102` runs LL102 whatever the
    configuration ignores; the others change what stands.
    """
    chosen = {rule.code for rule in catalogue.rules() if rule.default}
    for layer in layers:
        if layer.starts_over:
            chosen.clear()
        wanted, refused = _strengths(layer.select), _strengths(layer.ignore)
        chosen.update(wanted)
        chosen.difference_update(code for code in refused if refused[code] >= wanted.get(code, 0))
    return frozenset(chosen)


def codes(selectors: Iterable[str]) -> frozenset[str]:
    """The codes that any of the selectors stands for."""
    return frozenset(rule.code for word in selectors for rule in catalogue.matching(word))


def severities(table: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The severity of each code that a selector of the table stands for."""
    chosen: dict[str, str] = {}
    for selector, severity in sorted(table, key=lambda pair: _specificity(pair[0])):
        chosen.update((rule.code, severity) for rule in catalogue.matching(selector))
    return chosen


def require_known(selectors: Iterable[str], where: str) -> None:
    """Fail with the nearest name when a selector stands for no rule."""
    for selector in selectors:
        if not catalogue.matching(selector):
            near = catalogue.nearest(selector)
            hint = f"did you mean '{near}'?" if near else "see `layerlint rule --all`"
            raise Failure(f"unknown rule '{selector}' in {where}", hint)


def _strengths(selectors: tuple[str, ...]) -> dict[str, int]:
    """How specific the most specific selector is that stands for a code."""
    strengths: dict[str, int] = {}
    for selector in selectors:
        specificity = _specificity(selector)
        for rule in catalogue.matching(selector):
            strengths[rule.code] = max(specificity, strengths.get(rule.code, 0))
    return strengths


def _specificity(selector: str) -> int:
    folded = selector.casefold()
    if folded == "all":
        return 0
    if folded in catalogue.GROUPS:
        return len("L")  # broader than any prefix that is worth writing
    if folded in catalogue.FAMILIES:
        return len("LL1")
    return len(selector) if folded.startswith("ll") else len("LL102")


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, (list, tuple)) else ()

"""How a rule's check is declared: what it looks at, what a file must hold, where it is judged."""

from __future__ import annotations

import importlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, Literal

    from layerlint.catalogue import Rule
    from layerlint.project.needs import Need

    Judged = Literal["code", "target"]

# What a check may look at, by the name of its class, and what the index calls that.
SCOPES = {"LayerClass": "layer", "Module": "module", "Suppressions": "suppression"}


class Check:
    """The check of a rule, which its module declares with `check`; called as its function."""

    def __init__(
        self,
        function: Callable[..., Iterable[Any]],
        subjects: Sequence[type],
        needs: Need | None,
        judged_by: Judged,
        halts_on: tuple[int, ...],
        *,
        tests: bool,
    ) -> None:
        self.function = function
        self.scope = "both" if len(subjects) > 1 else SCOPES[subjects[0].__name__]
        self.needs = needs
        self.judged_by = judged_by
        self.halts_on = halts_on
        self.tests = tests
        # Keyword-only arguments are the rule's options, `rule-name.argument` in a configuration.
        code = function.__code__
        self.options: Sequence[str] = code.co_varnames[code.co_argcount :][: code.co_kwonlyargcount]

    def __call__(self, subject: Any, *arguments: Any, **options: Any) -> Iterable[Any]:
        """What the check yields about one subject."""
        return self.function(subject, *arguments, **options)


def check(
    *subjects: type,
    needs: Need | None = None,
    judged_by: Judged = "code",
    halts_on: tuple[int, ...] = (),
    tests: bool = False,
) -> Callable[[Callable[..., Iterable[Any]]], Check]:
    """Declare a function as the check of the rule that its module is named for.

    `subjects` are the classes of what the function is given: `LayerClass`, `Module`, both, or
    `Suppressions`.
    `needs` is what a file must hold for the rule to find anything in it. A check is judged by the
    generations of Keras that its subject's code runs on; with `"target"`, by those that the
    project means to run on. Code that it reports cannot go on where it runs on the generations of
    `halts_on`. What tests define is left alone, since what is wrong there is meant, and shown by
    the test: unless `tests` is set, for what stops the tests themselves on another Keras.
    """
    return lambda function: Check(function, subjects, needs, judged_by, halts_on, tests=tests)


def check_of(rule: Rule) -> Check:
    """The check of a rule; raises whatever its module raises, and `TypeError` without a check."""
    check = _checks.get(rule.code)
    if check is None:
        check = declared(importlib.import_module(rule.module))
        if check is None:
            raise TypeError("its module declares no check, or several")
        _checks[rule.code] = check
    return check


_checks: dict[str, Check] = {}


def declared(module: object) -> Check | None:
    """The check that a module declares; None where it declares none or several."""
    found = [value for value in vars(module).values() if isinstance(value, Check)]
    return found[0] if len(found) == 1 else None

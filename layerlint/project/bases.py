"""Names of base classes in a configuration that are slips of the pen."""

from __future__ import annotations

import os
import re

from layerlint.failure import Failure, did_you_mean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from layerlint.project.index import ProjectIndex


def require_bases(index: ProjectIndex, bases: Iterable[str]) -> None:
    """Fail for a name in `layer-bases` that the project's own module of that name has not.

    Nothing can be said of modules that are not there: for them the option is made. A name that
    stands anywhere in its module, or may come with a star, may be bound in some way.
    """
    for dotted in bases:
        located = index.find_module(dotted)
        if located is None or len(located[1]) != 1:
            continue
        module, (name,) = located
        text = index.content(module.path)
        if re.search(rb"\b" + name.encode() + rb"\b|import\s*(?:\(\s*)?\*", text) is None:
            known = [header.name for header in module.classes]
            raise Failure(
                f"`layer-bases` names `{dotted}`, but {os.path.relpath(module.path)} "
                f"has no `{name}`",
                did_you_mean(name, known),
            )

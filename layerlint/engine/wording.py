"""The words of a diagnostic: a message of a rule, filled with what was found."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Names are spoken as they are written, but for those of `one` and of `eu`.
_ARTICLE = re.compile(r"\b([Aa]) (?=`[AEIOaeio](?!ne\B|u))")


def worded(template: str, fields: Mapping[str, object]) -> str:
    """The message, with the article that the name behind it asks for: "an `add_weight`".

    What is quoted from the source stands on one line.
    """
    single = {
        name: " ".join(value.split()) if isinstance(value, str) and "\n" in value else value
        for name, value in fields.items()
    }
    return _ARTICLE.sub(r"\1n ", template.format(**single))

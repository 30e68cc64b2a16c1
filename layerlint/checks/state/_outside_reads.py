"""Whether something else than a layer itself reads one of its attributes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass


def is_read_from_outside(layer: LayerClass, attribute: str) -> bool:
    """Whether a file of the project says `.attribute` of anything but `self`.

    Of what that is nothing is asked: where a name is common, the layer counts as read.
    """
    pattern = rf"(?<!\bself)\.{re.escape(attribute)}\b"
    return bool(layer.project.index.having(attribute, pattern))

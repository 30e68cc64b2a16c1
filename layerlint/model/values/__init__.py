"""Which expressions that `call` reaches are tensors, and what is known of their dtype and shape.

Three answers: an expression is certainly a tensor, certainly a Python value, or unknown. What is
unknown is never claimed to be anything: rules stay silent on it.
"""

from __future__ import annotations

from layerlint.model.values.fact import EnteredFunction, Fact, Values
from layerlint.model.values.interpreter import interpret

__all__ = ["EnteredFunction", "Fact", "Values", "interpret"]

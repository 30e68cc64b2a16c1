"""The tensor slot of a value: whether it is a tensor, and what is known of its dtype and shape.

Three answers: an expression is certainly a tensor, certainly a Python value, or unknown. What is
unknown is never claimed to be anything: rules stay silent on it.
"""

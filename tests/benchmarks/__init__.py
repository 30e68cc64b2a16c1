"""Timed comparisons, which are no part of the test suite: see `__main__`."""

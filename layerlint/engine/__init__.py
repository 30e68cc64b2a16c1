"""From files and settings to diagnostics.

`run` reads top-down: content, candidates, checks, consolidation. `checking` is the only module here
that imports libcst, and it is imported only for a file that may hold something to check.
"""

"""Suppressions: the comments of a file that name rules, what each covers, and whether it was used.

    x.assign(...)  # layerlint: ignore[LL102]  the reason    this statement
    # layerlint: ignore[LL102]                               the next statement
    class Cache(Layer):  # layerlint: ignore[LL102]          the whole class
    # layerlint: file-ignore[LL102, unguarded-random-op]     the file
    # layerlint: disable[LL1] ... # layerlint: enable[LL1]   up to there, or the end of the block
    x.assign(...)  # noqa: LL102                             this statement

`comments` says what a comment means, `scope` which rows it covers, `removal` how it is deleted.
Comments and statements are read with `tokenize`, and only in files that mention one of the words.
"""

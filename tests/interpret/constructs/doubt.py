"""Guards that are followed only half way: what the flag picked, made or raised is asked about."""

DOUBT = {
    "generator expression that is gone through by the flag": """
        steps$ = (W.assign_add(1.0) for _ in range(1))
        if T:
            list(steps$)
        """,
    "generator that is started by the flag": """
        def steps$():
            W.assign_add(1.0)
            yield 1
        made$ = steps$()
        if T:
            next(made$)
        """,
    "map that is gone through by the flag": """
        steps$ = map(lambda _: W.assign_add(1.0), [1])
        if T:
            list(steps$)
        """,
    "text that a function picks, sorted by a key": """
        def kind$(on):
            if on:
                return 1
            return 3
        if sorted([(2, "b"), (kind$(T), "a")], key=lambda pair: pair[0])[0][1] == "a":
            W.assign_add(1.0)
        """,
    "comparison of a picked text, in a maximum by a key": """
        mode$ = "on" if T else "off"
        if max([0, int(mode$ == "on")], key=lambda number: number):
            W.assign_add(1.0)
        """,
    "what a handler says, in a maximum by a key": """
        try:
            raise_if(T)
            raised$ = 0
        except ValueError:
            raised$ = 1
        if max([0, raised$], key=lambda number: number):
            W.assign_add(1.0)
        """,
    "sum over what the flag sifts": """
        if sum(1 for on in (T, False) if on):
            W.assign_add(1.0)
        """,
    "union of sets": """
        if "on" in ({"off"} | ({"on"} if T else set())):
            W.assign_add(1.0)
        """,
    "deleted item": """
        held$ = {"off": 1}
        if T:
            del held$["off"]
        if "off" not in held$:
            W.assign_add(1.0)
        """,
    "iterator that has nothing to give": """
        given$ = iter([] if T else [1])
        try:
            next(given$)
        except StopIteration:
            W.assign_add(1.0)
        """,
    "handler of what is less than raised": """
        try:
            if T:
                raise LookupError("none")
        except KeyError:
            W.assign_add(1.0)
        except LookupError:
            pass
        """,
    "floor division in place": """
        number$ = 4
        number$ //= 2 if T else 8
        if number$:
            W.assign_add(1.0)
        """,
    "number in a text": """
        if int("1" if T else "0"):
            W.assign_add(1.0)
        """,
    "object that keeps the opposite": """
        class Kept$:
            def __setattr__(self, name, value):
                object.__setattr__(self, name, not value)
        kept$ = Kept$()
        kept$.on = not T
        if kept$.on:
            W.assign_add(1.0)
        """,
    "object that decorates": """
        class When$:
            def __init__(self, on):
                self.on = on
            def __call__(self, function):
                return function if self.on else lambda: None
        @When$(T)
        def step$():
            W.assign_add(1.0)
        step$()
        """,
    "starred rest by its length": """
        first$, *rest$ = [1, 2] if T else [1]
        if len(rest$) == 1:
            W.assign_add(1.0)
        """,
}

# Of these the interpreter says neither that they run nor that they do not: whoever goes through an
# iterator is not followed, nor what a class picks among registered functions, nor what a stack of
# the module holds while a manager is open.
LEFT_ALONE = frozenset(
    {
        "doubt: generator expression that is gone through by the flag",
        "doubt: generator that is started by the flag",
        "doubt: map that is gone through by the flag",
        "detours: manager that puts back",
        "detours: quotient that there may not be",
        "values: single dispatch",
        "state: stack of the module that a manager pushes to",
    }
)

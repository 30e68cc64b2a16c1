"""Guards in statements: exceptions, patterns, loops and what they leave behind."""

FLOW = {
    "handler of what the flag raises": """
        try:
            if T:
                raise ValueError
        except ValueError:
            W.assign_add(1.0)
        """,
    "handler of what a helper raises": """
        try:
            raise_if(T)
        except ValueError:
            W.assign_add(1.0)
        """,
    "handler of another exception": """
        try:
            if T:
                raise KeyError
        except ValueError:
            W.assign_add(1.0)
        except KeyError:
            pass
        """,
    "handler of a base class": """
        try:
            if T:
                raise KeyError("k")
        except LookupError:
            W.assign_add(1.0)
        """,
    "handler of several": """
        try:
            if T:
                raise KeyError("k")
        except (ValueError, KeyError):
            W.assign_add(1.0)
        """,
    "handler of an own exception": """
        try:
            if T:
                raise Skip()
        except Skip:
            W.assign_add(1.0)
        """,
    "bare handler": """
        try:
            if T:
                raise ValueError
        except:
            W.assign_add(1.0)
        """,
    "handler of a failed assertion": """
        try:
            assert T
        except AssertionError:
            W.assign_add(1.0)
        """,
    "handler of a missing key": """
        try:
            {True: 1}[bool(T)]
        except KeyError:
            W.assign_add(1.0)
        """,
    "handler of a missing index": """
        try:
            [1][int(bool(T))]
        except IndexError:
            W.assign_add(1.0)
        """,
    "handler of a division": """
        try:
            1 / int(bool(T))
        except ZeroDivisionError:
            W.assign_add(1.0)
        """,
    "handler of a missing attribute": """
        try:
            (self if T else None).noisy
        except AttributeError:
            W.assign_add(1.0)
        """,
    "else of a try": """
        try:
            if T:
                raise ValueError
        except ValueError:
            pass
        else:
            W.assign_add(1.0)
        """,
    "after a handler that returns": """
        try:
            raise_if(T)
        except ValueError:
            return x
        W.assign_add(1.0)
        """,
    "finally after a return": """
        try:
            if T:
                return x
        finally:
            W.assign_add(1.0)
        """,
    "flag set in a handler": """
        on = False
        try:
            raise_if(T)
        except ValueError:
            on = True
        if on:
            W.assign_add(1.0)
        """,
    "raised again": """
        try:
            try:
                raise_if(T)
            except ValueError:
                raise
        except ValueError:
            W.assign_add(1.0)
        """,
    "raised from another": """
        try:
            try:
                raise_if(T)
            except ValueError as error:
                raise KeyError("k") from error
        except KeyError:
            W.assign_add(1.0)
        """,
    "suppress": """
        with contextlib.suppress(ValueError):
            raise_if(T)
            W.assign_add(1.0)
        """,
    "after suppress": """
        on = True
        with contextlib.suppress(ValueError):
            raise_if(T)
            on = False
        if on:
            W.assign_add(1.0)
        """,
    "with": """
        with contextlib.nullcontext():
            if T:
                W.assign_add(1.0)
        """,
    "with as": """
        with contextlib.nullcontext(bool(T)) as on:
            if on:
                W.assign_add(1.0)
        """,
    "own context manager": """
        with scope(bool(T)) as on:
            if on:
                W.assign_add(1.0)
        """,
    "class context manager": """
        with Scope(bool(T)) as on:
            if on:
                W.assign_add(1.0)
        """,
    "match with a guard": """
        match x:
            case t if T:
                W.assign_add(1.0)
            case _:
                pass
        """,
    "match after a guard": """
        match x:
            case t if T:
                pass
            case _:
                W.assign_add(1.0)
        """,
    "match wildcard with a guard": """
        match 1:
            case _ if T:
                W.assign_add(1.0)
        """,
    "match capture": """
        match bool(T):
            case on:
                pass
        if on:
            W.assign_add(1.0)
        """,
    "match capture with a guard": """
        match bool(T):
            case on if on:
                W.assign_add(1.0)
        """,
    "match tuple": """
        match (bool(T), 1):
            case (True, 1):
                W.assign_add(1.0)
        """,
    "match tuple capture": """
        match (bool(T), 1):
            case (on, _):
                if on:
                    W.assign_add(1.0)
        """,
    "match tuple length": """
        match ((1,) if T else (1, 2)):
            case (a,):
                W.assign_add(1.0)
            case (a, b):
                pass
        """,
    "match star": """
        match (1, bool(T), 3):
            case (1, *rest):
                if rest[0]:
                    W.assign_add(1.0)
        """,
    "match dictionary": """
        match {"training": bool(T)}:
            case {"training": True}:
                W.assign_add(1.0)
        """,
    "match dictionary capture": """
        match {"training": bool(T)}:
            case {"training": on} if on:
                W.assign_add(1.0)
        """,
    "match missing key": """
        match {"on": 1} if T else {}:
            case {"on": _}:
                W.assign_add(1.0)
            case _:
                pass
        """,
    "match class": """
        match Context(bool(T)):
            case Context(on=True):
                W.assign_add(1.0)
        """,
    "match class positional": """
        match Context(bool(T)):
            case Context(True):
                W.assign_add(1.0)
        """,
    "match builtin class": """
        match 1 if T else "a":
            case int():
                W.assign_add(1.0)
            case str():
                pass
        """,
    "match enum": """
        match Mode.TRAIN if T else Mode.INFER:
            case Mode.TRAIN:
                W.assign_add(1.0)
            case Mode.INFER:
                pass
        """,
    "match string": """
        match "train" if T else "test":
            case "train":
                W.assign_add(1.0)
            case _:
                pass
        """,
    "match or with as": """
        match "train" if T else "test":
            case ("train" | "fit") as mode:
                W.assign_add(1.0)
            case _:
                pass
        """,
    "while else": """
        on = bool(T)
        while on:
            break
        else:
            W.assign_add(1.0)
        """,
    "while else without break": """
        count = 0
        while count < 1:
            count += 1
            if T:
                break
        else:
            W.assign_add(1.0)
        """,
    "while once": """
        on = bool(T)
        while on:
            W.assign_add(1.0)
            on = False
        """,
    "while counter": """
        count = int(bool(T))
        while count > 0:
            W.assign_add(1.0)
            count -= 1
        """,
    "while true": """
        while True:
            if not T:
                break
            W.assign_add(1.0)
            break
        """,
    "while true, value after break": """
        on = True
        while True:
            on = bool(T)
            break
        if on:
            W.assign_add(1.0)
        """,
    "for else": """
        for step in range(2):
            if T:
                break
        else:
            W.assign_add(1.0)
        """,
    "for else over the flag": """
        for step in [bool(T)]:
            if step:
                break
        else:
            W.assign_add(1.0)
        """,
    "variable after the loop": """
        for step in [False, bool(T)]:
            pass
        if step:
            W.assign_add(1.0)
        """,
    "variable after a break": """
        for step in [bool(T), not T]:
            break
        if step:
            W.assign_add(1.0)
        """,
    "variable after a search": """
        found = None
        for name, on in (("a", False), ("b", bool(T))):
            if on:
                found = name
        if found is not None:
            W.assign_add(1.0)
        """,
    "range of the flag": """
        for _ in range(int(bool(T))):
            W.assign_add(1.0)
        """,
    "loop over nothing": """
        for _ in [1] if T else []:
            W.assign_add(1.0)
        """,
    "count in a loop": """
        count = 0
        for on in (bool(T), False):
            if on:
                count += 1
        if count == 1:
            W.assign_add(1.0)
        """,
    "second iteration": """
        on = False
        for _ in range(2):
            if on:
                W.assign_add(1.0)
            on = bool(T)
        """,
    "enumerate": """
        for i, on in enumerate([False, bool(T)]):
            if on:
                W.assign_add(1.0)
        """,
    "enumerate index": """
        for i, on in enumerate([1, 2]):
            if i == 5 and T:
                W.assign_add(1.0)
        """,
    "zip of flags": """
        for w, on in zip([W], [bool(T)]):
            if on:
                w.assign_add(1.0)
        """,
    "reversed": """
        for on in reversed([bool(T)]):
            if on:
                W.assign_add(1.0)
        """,
    "nested loops and break": """
        done = False
        for _ in range(2):
            for on in [bool(T)]:
                if on:
                    done = True
                    break
            if done:
                break
        if done:
            W.assign_add(1.0)
        """,
    "early return in a loop": """
        for on in [bool(T)]:
            if not on:
                return x
        W.assign_add(1.0)
        """,
    "assert": """
        try:
            assert not T
            W.assign_add(1.0)
        except AssertionError:
            pass
        """,
    "global": """
        == class
        def set$(self, on):
            global LAST
            LAST = on
        == call
        self.set$(bool(T))
        if LAST:
            W.assign_add(1.0)
        """,
    "nonlocal": """
        on = False
        def set$():
            nonlocal on
            on = bool(T)
        set$()
        if on:
            W.assign_add(1.0)
        """,
    "nonlocal flag": """
        mode = T
        def turn$():
            nonlocal mode
            mode = not mode
        turn$()
        if not mode:
            W.assign_add(1.0)
        """,
    "nonlocal behind a test": """
        on = bool(T)
        def turn$():
            nonlocal on
            if self.a:
                on = False
        turn$()
        if on:
            W.assign_add(1.0)
        """,
    "what an exception was made with": """
        try:
            raise Skip(T)
        except Skip as error:
            if error.args[0]:
                W.assign_add(1.0)
        """,
    "manager that ends exceptions": """
        with Swallow(T) as guard:
            if not guard:
                raise RuntimeError
            W.assign_add(1.0)
        """,
    "behind a manager that ends exceptions": """
        with Swallow(T):
            if T:
                raise RuntimeError
        W.assign_add(1.0)
        """,
    "nonlocal two levels": """
        on = False
        def outer$():
            def inner$():
                nonlocal on
                on = bool(T)
            inner$()
        outer$()
        if on:
            W.assign_add(1.0)
        """,
}

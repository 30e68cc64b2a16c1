"""Guards by what Python does off the beaten track, and by methods that change a container."""

DETOURS = {
    "return at the end of a try": """
        def asks$(on):
            try:
                return True
            finally:
                return on
        if asks$(T):
            W.assign_add(1.0)
        """,
    "return at the end of a try, of nothing": """
        def asks$(on):
            try:
                return on
            finally:
                on = None
        if asks$(T):
            W.assign_add(1.0)
        """,
    "early return where the layer is built": """
        def step$():
            if not T:
                if self.built:
                    return
            W.assign_add(1.0)
        step$()
        """,
    "attribute that a constant lacks": """
        def asks$(on):
            try:
                on.nothing
            except AttributeError:
                return on
            return True
        if asks$(bool(T)):
            W.assign_add(1.0)
        """,
    "attribute by a name that no layer has": """
        try:
            getattr(self, "built" if T else "nothing_at_all")
            W.assign_add(1.0)
        except AttributeError:
            pass
        """,
    "item that is removed": """
        steps$ = [0, 1]
        steps$.remove(1 if T else 0)
        if not steps$[0]:
            W.assign_add(1.0)
        """,
    "item that is discarded": """
        modes$ = {"on"}
        if not T:
            modes$.discard("on")
        if modes$:
            W.assign_add(1.0)
        """,
    "intersection in place": """
        modes$ = {"on"}
        modes$.intersection_update({"on" if T else "off"})
        if modes$:
            W.assign_add(1.0)
        """,
    "part of a list in place": """
        steps$ = [1, 2, 3]
        steps$[1:] = [] if T else [5]
        if len(steps$) == 1:
            W.assign_add(1.0)
        """,
    "dictionary of pairs, updated": """
        held$ = {}
        held$.update([("on", T)])
        if held$["on"]:
            W.assign_add(1.0)
        """,
    "dictionary that is emptied": """
        held$ = {"on": 1}
        if not T:
            held$.clear()
        if held$:
            W.assign_add(1.0)
        """,
    "last pair of a dictionary": """
        if {"on": T}.popitem()[1]:
            W.assign_add(1.0)
        """,
    "manager that puts back": """
        == class
        scoped$ = False
        @contextlib.contextmanager
        def scope$(self, on):
            before, self.scoped$ = self.scoped$, on
            try:
                yield
            finally:
                self.scoped$ = before
        == call
        with self.scope$(T):
            inside$ = self.scoped$
        if inside$:
            W.assign_add(1.0)
        """,
    "names by their names": """
        kept$ = T
        if locals()["kept$"]:
            W.assign_add(1.0)
        """,
    "namespace without a name": """
        if hasattr(types.SimpleNamespace(**({"on": 1} if T else {})), "on"):
            W.assign_add(1.0)
        """,
    "attribute that is deleted by the flag": """
        box$ = types.SimpleNamespace(on=T)
        if not box$.on:
            del box$.on
        if getattr(box$, "on", None):
            W.assign_add(1.0)
        """,
    "object that is asked for the next": """
        class Given$:
            def __init__(self, on):
                self.on = on
            def __iter__(self):
                return self
            def __next__(self):
                if self.on:
                    return 1
                raise StopIteration
        if next(Given$(T), 0):
            W.assign_add(1.0)
        """,
    "object in a text": """
        class Told$:
            def __init__(self, on):
                self.on = on
            def __str__(self):
                return "on" if self.on else "off"
        if f"{Told$(T)}" == "on":
            W.assign_add(1.0)
        """,
    "truth of an object, converted": """
        class Asked$:
            def __init__(self, on):
                self.on = on
            def __bool__(self):
                return bool(self.on)
        if bool(Asked$(T)):
            W.assign_add(1.0)
        """,
    "class that is subscripted": """
        class Asked$:
            def __class_getitem__(cls, on):
                return on
        if Asked$[T]:
            W.assign_add(1.0)
        """,
    "operator by another name": """
        class Sum$:
            def __init__(self, on):
                self.on = on
            def __add__(self, other):
                return int(bool(self.on)) + other
            __radd__ = __add__
        if 1 + Sum$(T) > 1:
            W.assign_add(1.0)
        """,
    "item of an object is set": """
        class Target$:
            def __init__(self, weight):
                self.weight = weight
            def __setitem__(self, key, value):
                self.weight.assign_add(value)
        if T:
            Target$(W)[0] = 1.0
        """,
    "helper that may raise": """
        def require$(on):
            if hash(on):
                return
            raise LookupError
        def step$():
            try:
                require$(bool(T))
            except LookupError:
                return
            W.assign_add(1.0)
        step$()
        """,
    "match that returns": """
        def named$(on):
            match "on" if on else "off":
                case "on":
                    return True
                case "off":
                    return False
        if next(itertools.repeat(named$(T))):
            W.assign_add(1.0)
        """,
    "tuple against constants": """
        match tuple(filter(bool, (T,))):
            case True | 1:
                W.assign_add(1.0)
        """,
    "generator that the flag ends": """
        def flags$(on):
            if not on:
                return
            yield on
        if contextlib.nullcontext(any(True for _ in flags$(T))).enter_result:
            W.assign_add(1.0)
        """,
    "generator that is unpacked": """
        def steps$():
            W.assign_add(1.0)
            yield 1
        if T:
            (done$,) = steps$()
        """,
    "rows of different length": """
        if list(itertools.zip_longest([1], [2, T]))[1][1]:
            W.assign_add(1.0)
        """,
    "what is false": """
        if not list(itertools.filterfalse(None, [T])):
            W.assign_add(1.0)
        """,
    "what comes before, and behind": """
        if list(itertools.takewhile(bool, [T])) and list(itertools.dropwhile(lambda t: not t, [T])):
            W.assign_add(1.0)
        """,
    "type that is called by another name": """
        if (bool, len)[0](T):
            W.assign_add(1.0)
        """,
    "fields as a dictionary": """
        @dataclasses.dataclass
        class Plan$:
            on: object
        if dataclasses.asdict(Plan$(T))["on"]:
            W.assign_add(1.0)
        """,
    "first of several dictionaries": """
        if collections.ChainMap({"on": T}, {"on": True})["on"]:
            W.assign_add(1.0)
        """,
    "second operand of a decided one": """
        if contextlib.nullcontext(T or 0).enter_result:
            W.assign_add(1.0)
        """,
    "fields in an order": """
        @dataclasses.dataclass(order=True)
        class Plan$:
            rank: int = 0
        if Plan$(int(bool(T))) > Plan$():
            W.assign_add(1.0)
        """,
    "quotient that there may not be": """
        try:
            1 / int(bool(collections.deque([0, T])[-1]))
        except ZeroDivisionError:
            pass
        else:
            W.assign_add(1.0)
        """,
    "dictionary made of names": """
        def flags$(on):
            if on:
                yield 1
        if collections.OrderedDict(on=next(flags$(T), None))["on"]:
            W.assign_add(1.0)
        """,
    "number without its bits": """
        if ~int(bool(T)) + 1:
            W.assign_add(1.0)
        """,
    "what a function keeps for another": """
        def kept$():
            held = None
            def put(value):
                nonlocal held
                held = value
            def get():
                return held
            return put, get
        put$, get$ = kept$()
        put$(T)
        if get$():
            W.assign_add(1.0)
        """,
    "the one of a set": """
        if {bool(T)}.pop():
            W.assign_add(1.0)
        """,
    "end of a stack": """
        if T:
            with contextlib.ExitStack() as stack$:
                stack$.callback(W.assign_add, 1.0)
        """,
}

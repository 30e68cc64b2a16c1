"""Guards and writes in functions: decorators, closures, generators, partial application."""

FUNCTIONS = {
    "method": """
        == class
        def do$(self):
            W.assign_add(1.0)
        == call
        if T:
            self.do$()
        """,
    "weight's method under a name": """
        set$ = W.assign
        if T:
            set$(1.0)
        """,
    "weight's method, picked": """
        set$ = W.assign_add if T else (lambda value: value)
        set$(1.0)
        """,
    "weight's method as an argument": """
        if T:
            apply(W.assign_add, 1.0)
        """,
    "weight's method in partial": """
        step = functools.partial(W.assign_add, 1.0)
        if T:
            step()
        """,
    "weight's method by getattr": """
        if T:
            getattr(W, "assign_add")(1.0)
        """,
    "weight's method by methodcaller": """
        if T:
            operator.methodcaller("assign_add", 1.0)(W)
        """,
    "weight's method in map": """
        if T:
            list(map(W.assign_add, [1.0]))
        """,
    "weight's method in __init__": """
        == build
        self.set$ = W.assign_add
        == call
        if T:
            self.set$(1.0)
        """,
    "bound method in an attribute": """
        == class
        def do$(self):
            W.assign_add(1.0)
        == init
        self.step$ = self.do$
        == call
        if T:
            self.step$()
        """,
    "bound method in an attribute, picked": """
        == class
        def do$(self):
            W.assign_add(1.0)
        == call
        self.step$ = self.do$ if T else self.skip
        self.step$()
        """,
    "lambda in an attribute": """
        == init
        self.step$ = lambda: W.assign_add(1.0)
        == call
        if T:
            self.step$()
        """,
    "partial in an attribute": """
        == class
        def do$(self, on):
            if on:
                W.assign_add(1.0)
        == init
        self.step$ = functools.partial(self.do$, True)
        == call
        if T:
            self.step$()
        """,
    "partialmethod": """
        == class
        def do$(self, on):
            if on:
                W.assign_add(1.0)
        step$ = functools.partialmethod(do$, True)
        == call
        if T:
            self.step$()
        """,
    "partialmethod, off": """
        == class
        def do$(self, on):
            if on:
                W.assign_add(1.0)
        step$ = functools.partialmethod(do$, False)
        == call
        if T:
            self.step$()
        """,
    "class attribute alias": """
        == class
        def do$(self):
            W.assign_add(1.0)
        step$ = do$
        == call
        if T:
            self.step$()
        """,
    "decorator that asks": """
        == class
        @when_training
        def do$(self):
            W.assign_add(1.0)
        == call
        self.do$(training=T)
        """,
    "decorator that returns early": """
        == class
        @unless_training
        def do$(self):
            W.assign_add(1.0)
        == call
        self.do$(training=T)
        """,
    "decorator with wraps": """
        == class
        @only_if_on
        def do$(self, on):
            W.assign_add(1.0)
        == call
        self.do$(T)
        """,
    "decorator with an argument": """
        == class
        @guarded(True)
        def do$(self, on):
            W.assign_add(1.0)
        == call
        self.do$(T)
        """,
    "decorator that never calls": """
        == class
        @disabled
        def do$(self):
            W.assign_add(1.0)
        == call
        if T:
            self.do$()
        """,
    "decorator that changes nothing": """
        == class
        @registered
        def do$(self):
            W.assign_add(1.0)
        == call
        if T:
            self.do$()
        """,
    "two decorators": """
        == class
        @registered
        @only_if_on
        def do$(self, on):
            W.assign_add(1.0)
        == call
        self.do$(T)
        """,
    "decorated local function": """
        @only_if_on_function
        def do$(on):
            W.assign_add(1.0)
        do$(T)
        """,
    "lru_cache": """
        @functools.lru_cache(None)
        def do$():
            W.assign_add(1.0)
        if T:
            do$()
        """,
    "property": """
        == class
        @property
        def on$(self):
            return self.mode$
        == call
        self.mode$ = bool(T)
        if self.on$:
            W.assign_add(1.0)
        """,
    "property that writes": """
        == class
        @property
        def step$(self):
            W.assign_add(1.0)
            return 0.0
        == call
        if T:
            self.step$
        """,
    "property setter": """
        == class
        @property
        def on$(self):
            return self._on$
        @on$.setter
        def on$(self, value):
            self._on$ = value
            if value:
                W.assign_add(1.0)
        == call
        self.on$ = bool(T)
        """,
    "property read back through its setter": """
        == class
        @property
        def phase$(self):
            return self._phase$
        @phase$.setter
        def phase$(self, value):
            self._phase$ = "train" if value else "infer"
        == call
        self.phase$ = bool(T)
        if self.phase$ == "train":
            W.assign_add(1.0)
        """,
    "property with a deleter": """
        == class
        @property
        def phase$(self):
            return self._phase$
        @phase$.deleter
        def phase$(self):
            self._phase$ = None
        == call
        self._phase$ = bool(T)
        if self.phase$:
            W.assign_add(1.0)
        """,
    "property that gives the weight": """
        == class
        @property
        def mean$(self):
            return W
        == call
        if T:
            self.mean$.assign_add(1.0)
        """,
    "staticmethod": """
        == class
        @staticmethod
        def do$(weight, on):
            if on:
                weight.assign_add(1.0)
        == call
        self.do$(W, T)
        """,
    "classmethod": """
        == class
        @classmethod
        def do$(cls, weight, on):
            if on:
                weight.assign_add(1.0)
        == call
        self.do$(W, T)
        """,
    "method through the class": """
        == class
        def do$(self):
            W.assign_add(1.0)
        == call
        if T:
            type(self).do$(self)
        """,
    "method through the base": """
        if T:
            Base.inherited(self, W, True)
        """,
    "method through super": """
        super().inherited(W, T)
        """,
    "recursion": """
        == class
        def do$(self, depth, on):
            if depth > 0:
                return self.do$(depth - 1, on)
            if on:
                W.assign_add(1.0)
        == call
        self.do$(2, T)
        """,
    "recursive function": """
        recursive(W, 2, T)
        """,
    "mutual recursion": """
        == class
        def even$(self, n):
            return True if n == 0 else self.odd$(n - 1)
        def odd$(self, n):
            return False if n == 0 else self.even$(n - 1)
        == call
        if self.even$(2 if T else 1):
            W.assign_add(1.0)
        """,
    "generator of weights": """
        == class
        def states$(self):
            yield W
        == call
        if T:
            for state in self.states$():
                state.assign_add(1.0)
        """,
    "generator that asks": """
        == class
        def states$(self, on):
            if on:
                yield W
        == call
        for state in self.states$(T):
            state.assign_add(1.0)
        """,
    "generator that writes": """
        == class
        def states$(self):
            W.assign_add(1.0)
            yield 1
        == call
        if T:
            list(self.states$())
        """,
    "generator never run": """
        == class
        def states$(self):
            W.assign_add(1.0)
            yield 1
        == call
        if T:
            self.states$()
        """,
    "yield from": """
        == class
        def inner$(self):
            yield W
        def states$(self):
            yield from self.inner$()
        == call
        if T:
            for state in self.states$():
                state.assign_add(1.0)
        """,
    "next of a generator": """
        == class
        def states$(self):
            yield W
        == call
        if T:
            next(self.states$()).assign_add(1.0)
        """,
    "next with a default": """
        w = next((w for w in [W] if T), None)
        if w is not None:
            w.assign_add(1.0)
        """,
    "next of iter": """
        if next(iter([bool(T)])):
            W.assign_add(1.0)
        """,
    "generator expression": """
        for w in (w for w in [W] if T):
            w.assign_add(1.0)
        """,
    "filter": """
        for w in filter(lambda w: T, [W]):
            w.assign_add(1.0)
        """,
    "filter None": """
        for step in filter(None, [W.assign_add if T else None]):
            step(1.0)
        """,
    "filter of flags": """
        if list(filter(None, [bool(T)])):
            W.assign_add(1.0)
        """,
    "map of a lambda": """
        for w in map(lambda w: w, [W]):
            if T:
                w.assign_add(1.0)
        """,
    "map of flags": """
        if list(map(bool, [T]))[0]:
            W.assign_add(1.0)
        """,
    "map never run": """
        if T:
            map(lambda w: w.assign_add(1.0), [W])
        """,
    "starmap": """
        if T:
            list(itertools.starmap(lambda w, v: w.assign_add(v), [(W, 1.0)]))
        """,
    "chain": """
        for w in itertools.chain([W] if T else [], []):
            w.assign_add(1.0)
        """,
    "partial of a function": """
        step = functools.partial(bump, W)
        if T:
            step()
        """,
    "partial with the flag": """
        step = functools.partial(bump_if, on=bool(T))
        step(W)
        """,
    "lambda with a default": """
        step = lambda w=W: w.assign_add(1.0)
        if T:
            step()
        """,
    "closure": """
        def make$(on):
            def step():
                if on:
                    W.assign_add(1.0)
            return step
        make$(T)()
        """,
    "closure of a method": """
        == class
        def make$(self, on):
            def step():
                if on:
                    W.assign_add(1.0)
            return step
        == call
        self.make$(T)()
        """,
    "closure or nothing": """
        == class
        def make$(self, on):
            if not on:
                return lambda: None
            def step():
                W.assign_add(1.0)
            return step
        == call
        self.make$(T)()
        """,
    "late binding": """
        on = False
        def step():
            if on:
                W.assign_add(1.0)
        on = bool(T)
        step()
        """,
    "function that returns a pair": """
        == class
        def pair$(self, on):
            return on, not on
        == call
        on, off = self.pair$(T)
        if on:
            W.assign_add(1.0)
        """,
    "function that returns early": """
        == class
        def do$(self, on):
            if not on:
                return
            W.assign_add(1.0)
        == call
        self.do$(T)
        """,
    "default of a parameter": """
        == class
        def do$(self, on=False):
            if on:
                W.assign_add(1.0)
        == call
        self.do$() if not T else self.do$(True)
        """,
    "keyword-only": """
        == class
        def do$(self, *, on=False):
            if on:
                W.assign_add(1.0)
        == call
        self.do$(on=T)
        """,
    "varargs": """
        == class
        def do$(self, *flags):
            if any(flags):
                W.assign_add(1.0)
        == call
        self.do$(False, bool(T))
        """,
    "varkw": """
        == class
        def do$(self, **flags):
            if flags.get("on"):
                W.assign_add(1.0)
        == call
        self.do$(on=bool(T))
        """,
    "varkw membership": """
        == class
        def do$(self, **flags):
            if "on" in flags:
                W.assign_add(1.0)
        == call
        self.do$(**({"on": 1} if T else {}))
        """,
    "function as an argument": """
        == class
        def do$(self):
            W.assign_add(1.0)
        == call
        run_if(T, self.do$)
        """,
    "function in a list": """
        == class
        def do$(self):
            W.assign_add(1.0)
        == call
        for step in [self.do$] if T else []:
            step()
        """,
    "composed": """
        == class
        def do$(self, value):
            W.assign_add(1.0)
        == call
        if T:
            compose(self.do$, float)(1)
        """,
    "lambda called at once": """
        (lambda on: W.assign_add(1.0) if on else None)(T)
        """,
    "several classes deep": """
        if T:
            self.deep(W)
        """,
    "several classes deep, guarded there": """
        self.deep_if(W, T)
        """,
    "template method": """
        == class
        def hook(self):
            return self._hook$
        == call
        self._hook$ = bool(T)
        if self.template():
            W.assign_add(1.0)
        """,
}

"""Guards and weights in objects: dataclasses, named tuples, helpers that hold the layer."""

OBJECTS = {
    "dataclass": """
        context = Context(on=bool(T))
        if context.on:
            W.assign_add(1.0)
        """,
    "dataclass positional": """
        context = Context(bool(T))
        if context.on:
            W.assign_add(1.0)
        """,
    "dataclass default": """
        context = Context() if T else Context(False)
        if context.on:
            W.assign_add(1.0)
        """,
    "dataclass with __post_init__": """
        if Settled(T).update:
            W.assign_add(1.0)
        """,
    "dataclass replace with __post_init__": """
        if dataclasses.replace(Settled(False), train=T).update:
            W.assign_add(1.0)
        """,
    "copy of an object": """
        context = copy.copy(Context(T))
        if context.on:
            W.assign_add(1.0)
        """,
    "deep copy of an object, changed": """
        first = Context(T)
        second = copy.deepcopy(first)
        first.on = True
        if second.on:
            W.assign_add(1.0)
        """,
    "counting attribute": """
        context = Context(0)
        context.on += bool(T)
        if context.on:
            W.assign_add(1.0)
        """,
    "object given to a function that is not followed": """
        if operator.methodcaller("active")(copy.copy(Context(T))):
            W.assign_add(1.0)
        """,
    "dataclass replace": """
        context = dataclasses.replace(Context(True), on=bool(T))
        if context.on:
            W.assign_add(1.0)
        """,
    "dataclass, attribute set later": """
        context = Context(True)
        context.on = bool(T)
        if context.on:
            W.assign_add(1.0)
        """,
    "dataclass method": """
        if Context(bool(T)).active():
            W.assign_add(1.0)
        """,
    "dataclass property": """
        if Context(bool(T)).is_on:
            W.assign_add(1.0)
        """,
    "dataclass equality": """
        if Context(bool(T)) == Context(True):
            W.assign_add(1.0)
        """,
    "namedtuple": """
        state = State(bool(T), 1)
        if state.on:
            W.assign_add(1.0)
        """,
    "namedtuple by index": """
        state = State(bool(T), 1)
        if state[0]:
            W.assign_add(1.0)
        """,
    "namedtuple unpacked": """
        on, _ = State(bool(T), 1)
        if on:
            W.assign_add(1.0)
        """,
    "namedtuple replace": """
        state = State(True, 1)._replace(on=bool(T))
        if state.on:
            W.assign_add(1.0)
        """,
    "typed namedtuple": """
        state = Typed(on=bool(T))
        if state.on:
            W.assign_add(1.0)
        """,
    "simple namespace": """
        state = types.SimpleNamespace(on=bool(T))
        if state.on:
            W.assign_add(1.0)
        """,
    "context of a parameter": """
        ctx = Ctx()
        ctx.training = T
        if ctx.training:
            W.assign_add(1.0)
        """,
    "context passed on": """
        == class
        def do$(self, ctx):
            if ctx.training:
                W.assign_add(1.0)
        == call
        ctx = Ctx()
        ctx.training = T
        self.do$(ctx)
        """,
    "context held by the layer": """
        == init
        self.ctx$ = Ctx()
        == call
        self.ctx$.training = T
        if self.ctx$.training:
            W.assign_add(1.0)
        """,
    "object with a class attribute": """
        ctx = Ctx()
        if ctx.training or T:
            W.assign_add(1.0)
        """,
    "helper that holds the layer": """
        if T:
            Helper(self, W).step()
        """,
    "helper that holds the layer, guarded there": """
        Helper(self, W).step_if(T)
        """,
    "helper made in build": """
        == build
        self.helper$ = Helper(self, W)
        == call
        if T:
            self.helper$.step()
        """,
    "helper made in build, guarded there": """
        == build
        self.helper$ = Helper(self, W)
        == call
        self.helper$.step_if(T)
        """,
    "helper's weight": """
        helper = Helper(self, W)
        if T:
            helper.weight.assign_add(1.0)
        """,
    "helper that is called": """
        Stepper(W, bool(T))()
        """,
    "helper that is called, in an attribute": """
        == build
        self.stepper$ = Stepper(W, True)
        == call
        if T:
            self.stepper$()
        """,
    "__getitem__": """
        if Flags(bool(T))["on"]:
            W.assign_add(1.0)
        """,
    "__getitem__ of the layer": """
        == class
        def __getitem__(self, key):
            return getattr(self, key)
        == call
        if T:
            self["w$"].assign_add(1.0)
        """,
    "__bool__": """
        if Truth(bool(T)):
            W.assign_add(1.0)
        """,
    "__len__": """
        if len(Truth(bool(T))):
            W.assign_add(1.0)
        """,
    "__contains__": """
        if "on" in Truth(bool(T)):
            W.assign_add(1.0)
        """,
    "__iter__": """
        for w in Holder([W] if T else []):
            w.assign_add(1.0)
        """,
    "__eq__": """
        if Truth(bool(T)) == True:
            W.assign_add(1.0)
        """,
    "__enter__": """
        with Scope(bool(T)) as on:
            if on:
                W.assign_add(1.0)
        """,
    "inherited object": """
        if Derived(bool(T)).active():
            W.assign_add(1.0)
        """,
    "object over a setter": """
        switch = Switch()
        switch.turn(bool(T))
        if switch.on:
            W.assign_add(1.0)
        """,
    "fluent object": """
        if Switch().turn(bool(T)).on:
            W.assign_add(1.0)
        """,
    "object in a list": """
        for switch in [Switch().turn(bool(T))]:
            if switch.on:
                W.assign_add(1.0)
        """,
    "local class": """
        class Local$:
            on = bool(T)
        if Local$.on:
            W.assign_add(1.0)
        """,
    "local class with a method": """
        class Local$:
            def step(self, w, on):
                if on:
                    w.assign_add(1.0)
        Local$().step(W, T)
        """,
    "descriptor": """
        == class
        flag$ = Descriptor()
        == call
        if self.flag$ and T:
            W.assign_add(1.0)
        """,
    "isinstance of the project's class": """
        context = Context() if T else Settled()
        if isinstance(context, Context):
            W.assign_add(1.0)
        """,
    "isinstance of a tuple of the project's classes": """
        context = Context() if T else Switch()
        if isinstance(context, (Settled, Context)):
            W.assign_add(1.0)
        """,
    "isinstance of a local base class": """
        class Base$:
            pass
        class Local$(Base$):
            pass
        phase = Local$() if T else Settled()
        if isinstance(phase, Base$):
            W.assign_add(1.0)
        """,
}

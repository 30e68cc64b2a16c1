"""Guards in what code makes: exceptions, classes with operators, iterators, copies."""

MADE = {
    "argument of an exception": """
        try:
            raise RuntimeError("mode", bool(T))
        except RuntimeError as error:
            if error.args[1]:
                W.assign_add(1.0)
        """,
    "cause of an exception": """
        try:
            try:
                raise KeyError("a") if T else ValueError("b")
            except Exception as error:
                raise RuntimeError("again") from error
        except RuntimeError as error:
            if isinstance(error.__cause__, KeyError):
                W.assign_add(1.0)
        """,
    "exception that holds the flag": """
        try:
            raise Told(not T)
        except Told as told$:
            if told$.on:
                W.assign_add(1.0)
        """,
    "class of an exception, picked": """
        kind$ = KeyError if T else TypeError
        try:
            raise kind$("x")
        except LookupError:
            W.assign_add(1.0)
        except Exception:
            pass
        """,
    "exception raised again as another": """
        try:
            try:
                {}["on" if T else "off"]
            except KeyError as error:
                if error.args[0] == "on":
                    raise TypeError("on")
        except TypeError:
            W.assign_add(1.0)
        """,
    "handler behind a write": """
        try:
            W.assign_add(0.0)
        except ValueError:
            W.assign_add(1.0)
        """,
    "number that is none": """
        try:
            int("x" if T else "1")
        except ValueError:
            W.assign_add(1.0)
        """,
    "operators of a class": """
        amount$ = Amount(1 if T else 0) + Amount(1)
        if amount$ < Amount(2):
            W.assign_add(1.0)
        """,
    "operator in place": """
        amount$ = Amount(0)
        amount$ += 2 if T else 0
        if amount$.number:
            W.assign_add(1.0)
        """,
    "method above in a class of its own": """
        class Above$:
            def on(self, mode):
                return mode
        class Below$(Above$):
            def on(self, mode):
                return not super().on(mode)
        if Below$().on(T):
            W.assign_add(1.0)
        """,
    "object made by __new__": """
        class Turned$:
            def __new__(cls, mode):
                made = super().__new__(cls)
                made.mode = not mode
                return made
        if Turned$(T).mode:
            W.assign_add(1.0)
        """,
    "one of two objects": """
        first$, second$ = Context(bool(T)), Context(not T)
        chosen$ = first$ if self.b else second$
        if chosen$.on:
            W.assign_add(1.0)
        """,
    "class that decorates": """
        class Guard$:
            def __init__(self, function):
                self.function = function
            def __call__(self, on):
                return self.function() if on else None
        @Guard$
        def step$():
            W.assign_add(1.0)
        step$(T)
        """,
    "manager that writes when it is entered": """
        class Entering$:
            def __init__(self, weight, on):
                self.weight, self.on = weight, on
            def __enter__(self):
                if self.on:
                    self.weight.assign_add(1.0)
            def __exit__(self, *error):
                return False
        with Entering$(W, T):
            pass
        """,
    "manager that writes when it is left": """
        class Leaving$:
            def __init__(self, weight, on):
                self.weight, self.on = weight, on
            def __enter__(self):
                return self
            def __exit__(self, *error):
                if not self.on:
                    self.weight.assign_add(1.0)
        with Leaving$(W, T):
            pass
        """,
    "manager that gives what it is made with": """
        with contextlib.nullcontext(T) as on:
            if on:
                W.assign_add(1.0)
        """,
    "generator that nobody goes through": """
        def steps$():
            yield 1
            yield 2
            W.assign_add(1.0)
        for step in steps$():
            if step == 2:
                break
        """,
    "generator left after its first element": """
        def steps$(on):
            yield 1
            if on:
                W.assign_add(1.0)
            yield 2
        next(steps$(T))
        """,
    "second element of an iterator": """
        given$ = iter([1, 2] if T else [1])
        next(given$)
        if next(given$, None) is None:
            W.assign_add(1.0)
        """,
    "iterator that a loop has emptied": """
        given$ = iter([1, 2])
        for _ in given$:
            pass
        for _ in given$:
            W.assign_add(1.0)
        """,
    "slice of an endless iterator": """
        for _ in itertools.islice(itertools.count(), 1 if T else 0):
            W.assign_add(1.0)
        """,
    "products of lists": """
        for on, off in itertools.product([T], [True]):
            if on and off:
                W.assign_add(1.0)
        """,
    "functions that the flag lets through": """
        steps$ = [lambda: W.assign_add(1.0), lambda: None]
        for step in itertools.compress(steps$, [T, not T]):
            step()
        """,
    "list of a dictionary that makes them": """
        held$ = collections.defaultdict(list)
        held$["on" if T else "off"].append(1)
        for _ in held$["on"]:
            W.assign_add(1.0)
        """,
    "deep copy of a container": """
        first$ = {"on": [False]}
        second$ = copy.deepcopy(first$)
        first$["on"][0] = T
        if second$["on"][0]:
            W.assign_add(1.0)
        """,
    "copy of a container": """
        first$ = {"on": [False]}
        second$ = copy.copy(first$)
        second$["on"][0] = T
        if first$["on"][0]:
            W.assign_add(1.0)
        """,
    "default of a named tuple": """
        kind$ = collections.namedtuple("Kind", "on count", defaults=[0])
        if kind$(bool(T)).count or not T:
            W.assign_add(1.0)
        """,
    "factory of a field": """
        @dataclasses.dataclass
        class Plan$:
            on: bool
            steps: list = dataclasses.field(default_factory=list)
        if Plan$(T).steps or T:
            W.assign_add(1.0)
        """,
    "member of an enumeration by its name": """
        if Mode["TRAIN" if T else "INFER"].name == "INFER":
            W.assign_add(1.0)
        """,
    "text that is a member": """
        class Word$(str, enum.Enum):
            ON = "on"
            OFF = "off"
        if (Word$.ON if T else Word$.OFF) == "on":
            W.assign_add(1.0)
        """,
    "method of an enumeration": """
        class Way$(enum.Enum):
            ON = 1
            OFF = 2
            @property
            def updates(self):
                return self is Way$.ON
            @classmethod
            def of(cls, on):
                return cls.ON if on else cls.OFF
        if Way$.of(T).updates:
            W.assign_add(1.0)
        """,
    "subclass that is asked for": """
        class First$:
            pass
        class Second$(First$):
            pass
        if issubclass(First$ if T else Second$, Second$):
            W.assign_add(1.0)
        """,
    "sorted by a key": """
        order$ = sorted([(2, "b"), (1 if T else 3, "a")], key=lambda pair: pair[0])
        if order$[0][1] == "a":
            W.assign_add(1.0)
        """,
    "numbers from one on": """
        for number, on in enumerate([T, not T], start=1):
            if number == 2 and on:
                W.assign_add(1.0)
        """,
    "function of operator, from a table": """
        asked$ = {"less": operator.lt, "more": operator.gt}["more"]
        if asked$(1 if T else 0, 0):
            W.assign_add(1.0)
        """,
    "class pattern around what it matches": """
        match "on" if T else 1:
            case str():
                pass
            case int(number):
                if number == 1:
                    W.assign_add(1.0)
        """,
    "rest of a mapping": """
        match {"on": bool(T), "count": 3}:
            case {"on": True, **rest} if rest["count"] == 3:
                W.assign_add(1.0)
        """,
    "property of the class of a class": """
        class Kind$(type):
            @property
            def on(cls):
                return cls.level > 1
        class High$(metaclass=Kind$):
            level = 2
        class Low$(metaclass=Kind$):
            level = 0
        if (High$ if T else Low$).on:
            W.assign_add(1.0)
        """,
    "counted texts": """
        counted$ = collections.Counter(["on"] if T else ["off"])
        if counted$["on"]:
            W.assign_add(1.0)
        """,
    "text and back": """
        if json.loads(json.dumps({"on": bool(T)}))["on"]:
            W.assign_add(1.0)
        """,
    "flag that subclasses are made with": """
        class Base$:
            on = False
            def __init_subclass__(cls, on=False, **more):
                super().__init_subclass__(**more)
                cls.on = on
        class Made$(Base$, on=True):
            pass
        if Made$.on and T:
            W.assign_add(1.0)
        """,
}

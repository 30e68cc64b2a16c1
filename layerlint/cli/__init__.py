"""The command line: one module per command.

A command is a module of this package, named like the command, with two members:

    def configure(parser: argparse.ArgumentParser) -> None:
        '''Declare the arguments.'''

    def run(arguments: argparse.Namespace) -> int:
        '''Do it and return the exit code: 0 nothing to report, 1 something, 2 could not.'''

and a line with its summary in `parser.COMMANDS`. It is imported only when it was asked for.
Whatever costs start-up time (libcst, multiprocessing, tomli, dataclasses, typing) is imported
inside functions.

What cannot be done as asked raises `layerlint.failure.Failure`: the dispatcher prints it as
`error: ...` and exits with 2. Results go to stdout, everything else to stderr by way of
`layerlint.report.console`. Commands that look at code share `arguments.add_file_arguments`
(paths, configuration flags, selection of files) and `layerlint.config.resolve.load(arguments)`.
"""

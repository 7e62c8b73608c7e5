"""One process that works: a fresh interpreter that gets pickled batches and answers on its standard output.

Not ``multiprocessing``: its pools are lost as a whole when one worker dies, and spawned workers run the caller's
main module again, which a script without an ``if __name__ == "__main__"`` doesn't survive. Not threads: parsers
written in C crash in them, and Python's lock leaves them no second core.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
import threading
import traceback
from contextlib import closing, suppress
from queue import SimpleQueue
from typing import IO, Any, NoReturn

_FUNCTION, _BATCH = b"f", b"b"
"""What a message to the process is: begins with one of these bytes."""


class Process:
    """The process, seen from outside.

    Args:
        function: pickled; what is done to each item, until there is another one (see ``do``).
    """

    def __init__(self, function: bytes) -> None:
        code = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import serve; serve()"
        command = [sys.executable, "-c", code]
        self._process = subprocess.Popen(command, bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.do(function)

    @property
    def answers(self) -> IO[bytes]:
        """Where the answers come from, to be waited for."""
        assert self._process.stdout is not None
        return self._process.stdout

    def do(self, function: bytes) -> None:
        """Have this done to all items that are handed over from now on; what is loaded already stays so."""
        self._tell(_FUNCTION + function)

    def send(self, batch: bytes) -> None:
        """Hand over a pickled list of items."""
        self._tell(_BATCH + batch)

    def _tell(self, message: bytes) -> None:
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):  # it died; reading its answer tells
            _write(self._process.stdin, message)

    def receive(self) -> bytes | None:
        """The answer to the earliest batch that has none, see ``results``; None if the process has died."""
        try:
            return bytes(_read(self.answers))
        except EOFError:
            return None

    def close(self) -> None:
        """End it."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait()


def results(answer: bytes) -> list[Any]:
    """The results in an answer.

    Raises:
        Exception: what the function raised, with the traceback from there as its cause.
    """
    found, error, where = pickle.loads(answer)
    if error is not None:
        raise error from RuntimeError(where)
    return list(found)


def one_by_one(function: bytes, items: list[Any]) -> list[bytes | None]:
    """An answer for each item of a batch that a process died over; None for those whose own fault it was."""
    answers: list[bytes | None] = []
    while len(answers) < len(items):
        with closing(Process(function)) as process:
            for item in items[len(answers) :]:
                process.send(pickled([item]))
                answers.append(process.receive())
                if answers[-1] is None:
                    break
    return answers


def pickled(value: object) -> bytes:
    """A value of ours on its way to another process."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def serve() -> NoReturn:
    """The process's life: batches in, results out, until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started us; it ends us
    requests, answers = os.fdopen(0, "rb", buffering=0), os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # what a library prints must not get among the answers
    waiting: SimpleQueue[bytearray] = SimpleQueue()
    # Reads ahead, so that the other side, which writes to several workers, never waits for one.
    threading.Thread(target=_read_ahead, args=(requests, waiting), daemon=True).start()
    # Tables and models would be looked through again and again, and never be found to be garbage. What isn't by the end
    # of a batch is there to stay.
    gc.disable()
    function: Any = None
    pickled_function = b""
    while True:
        message = memoryview(waiting.get())
        kind, content = bytes(message[:1]), message[1:]
        if kind == _FUNCTION:
            function, pickled_function = None, bytes(content)
            continue
        try:
            function = function or pickle.loads(pickled_function)
            answer: tuple[object, Exception | None, str] = [function(item) for item in pickle.loads(content)], None, ""
        except MemoryError:
            os._exit(1)
        except Exception as error:  # a fault in the program, for the other side to raise
            answer = None, error, traceback.format_exc()
        _write(answers, pickled(answer))
        del message, content, answer
        gc.collect()
        gc.freeze()


def _read_ahead(requests: IO[bytes], waiting: SimpleQueue[bytearray]) -> None:
    try:
        while True:
            waiting.put(_read(requests))
    except EOFError:
        os._exit(0)


def _write(pipe: IO[bytes], message: bytes) -> None:
    rest = memoryview(len(message).to_bytes(8, "big") + message)
    while rest:
        rest = rest[pipe.write(rest) :]


def _read(pipe: IO[bytes]) -> bytearray:
    return _read_exactly(pipe, int.from_bytes(_read_exactly(pipe, 8), "big"))


def _read_exactly(pipe: IO[bytes], size: int) -> bytearray:
    data = bytearray(size)
    rest = memoryview(data)
    while rest:
        count = pipe.readinto(rest)  # type: ignore[attr-defined]
        if not count:
            raise EOFError
        rest = rest[count:]
    return data

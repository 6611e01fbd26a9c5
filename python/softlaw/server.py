# SPDX-License-Identifier: Apache-2.0
"""Answers the command softlaw for functions of this process, whatever they are: lambdas, methods, closures.

The command starts one relay for each of its workers, and another one after a crash.  Each relay sends its
standard streams here, and a fork of this process answers on them: it has the functions, and a crash ends the
fork alone.
"""
from __future__ import annotations

import contextlib
import os
import selectors
import shlex
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
from typing import Dict, List

from . import protocol
from .subject import Subject

_RELAY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "relay.py")


def _work(subject: Subject, streams: List[int]) -> None:
    """In the fork."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        if "torch" in sys.modules:  # its threads are not here: waiting for them would be a hang
            sys.modules["torch"].set_num_threads(1)
        questions, answers = protocol.take_streams(*streams)
        protocol.converse(questions, answers, subject.description, subject.answer)
        code = 0
    except BrokenPipeError:
        pass
    finally:
        os._exit(code)  # nothing of the process that was forked is to be ended twice


class Server:
    """Has an address, `command`, while it is entered."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._workers: Dict[int, socket.socket] = {}

    def __enter__(self) -> "Server":
        self._folder = tempfile.mkdtemp(prefix="softlaw-")
        path = os.path.join(self._folder, "socket")
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(path)
        self._listener.listen()
        self.command = f"{shlex.quote(sys.executable)} -E -s -S {shlex.quote(_RELAY)} {shlex.quote(path)}"
        return self

    def __exit__(self, *ignored: object) -> None:
        self._listener.close()
        for worker in list(self._workers):
            os.kill(worker, signal.SIGKILL)
            os.waitpid(worker, 0)
            self._workers.pop(worker).close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def serve_while(self, process: "subprocess.Popen[bytes]") -> None:
        """Answers until the process has ended."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._listener, selectors.EVENT_READ, None)
            while process.poll() is None:
                # so often are forks looked after that have ended
                for key, _ in selector.select(0.02):
                    if key.data is None:
                        self._start(selector)
                    elif key.data in self._workers:  # the judge has ended the relay
                        with contextlib.suppress(ProcessLookupError):
                            os.kill(key.data, signal.SIGKILL)
                self._reap(selector)

    def _start(self, selector: selectors.BaseSelector) -> None:
        link, _ = self._listener.accept()
        _, streams, _, _ = socket.recv_fds(link, 16, 3)
        sys.stdout.flush()
        sys.stderr.flush()
        worker = os.fork()
        if worker == 0:
            self._listener.close()
            for other in self._workers.values():
                other.close()
            link.close()
            _work(self._subject, streams)
        for stream in streams:
            os.close(stream)
        self._workers[worker] = link
        selector.register(link, selectors.EVENT_READ, worker)

    def _reap(self, selector: selectors.BaseSelector) -> None:
        for worker in list(self._workers):
            ended, status = os.waitpid(worker, os.WNOHANG)
            if not ended:
                continue
            link = self._workers.pop(worker)
            selector.unregister(link)
            with contextlib.suppress(OSError):
                link.send(struct.pack("i", status))
            link.close()

# SPDX-License-Identifier: Apache-2.0
"""The process that the command softlaw starts for a function of another Python process.

It passes its standard streams to that process through the socket that its argument names, waits until
the work there ends, and ends the same way.  It needs nothing but the standard library.
"""
import os
import resource
import signal
import socket
import struct
import sys


def main(path: str) -> None:
    link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    link.connect(path)
    socket.send_fds(link, [b"streams"], [0, 1, 2])
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # the worker alone has them now
        os.dup2(nothing, stream)
    status = link.recv(4)
    if len(status) < 4:
        os._exit(1)
    code = os.waitstatus_to_exitcode(struct.unpack("i", status)[0])
    if code < 0:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(-code, signal.SIG_DFL) if -code not in (signal.SIGKILL, signal.SIGSTOP) else None
        os.kill(os.getpid(), -code)
    os._exit(code)


if __name__ == "__main__":
    main(sys.argv[1])

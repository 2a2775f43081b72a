"""Waiting for something to become so, with an end to the patience."""

import socket
import threading
import time

PATIENCE = 60  # seconds; a machine under load is slow, and a deadline is no measurement


def wait_for(what, holds, within=PATIENCE):
    """Asks again and again; what `holds` gives when it is true, or a failure that names `what`."""
    deadline = time.monotonic() + within
    while True:
        found = holds()
        if found:
            return found
        assert time.monotonic() < deadline, f"waited {within} s in vain for: {what}"
        threading.Event().wait(0.02)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def end(process, patience=PATIENCE):
    """Ends a process in an orderly way; its exit code."""
    process.terminate()
    return process.wait(patience)

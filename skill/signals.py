"""The signals that end a program which has something to finish first."""

import signal

CLOSED_TERMINAL: signal.Signals | None = getattr(signal, "SIGHUP", None)
"""Comes when a program's terminal is closed, often more than once; None where a system has none."""


def ending_signals() -> tuple[signal.Signals, ...]:
    """Ctrl-C, a machine that shuts down, a terminal that is closed; not the last where nohup has it ignored."""
    ending = (signal.SIGTERM, signal.SIGINT)
    if CLOSED_TERMINAL is None or signal.getsignal(CLOSED_TERMINAL) is signal.SIG_IGN:
        return ending
    return (*ending, CLOSED_TERMINAL)

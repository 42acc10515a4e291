"""The socket that a service listens at; also that of `stride satellite`, which needs no package of the web."""

import socket


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at the first address of ``host``; at any free port where ``port`` is 0.

    Raises:
        OSError: the address cannot be found or used, or belongs to another program.
        UnicodeError: the host is no name at all.
    """
    family, kind, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listener = socket.socket(family, kind)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener

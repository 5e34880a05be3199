"""Ports of the loopback address for servers of tests."""

import socket
import sys

_kept: list[socket.socket] = []


def free_port() -> int:
    """Return a port of the loopback address that nobody uses, and keep it for this process.

    A server needs seconds to start, and a test may start it again after a kill: in that time another
    process would be given the same port. A socket that holds it without listening stands in nobody's way.
    """
    holder = socket.socket()
    holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    holder.bind(("127.0.0.1", 0))
    port: int = holder.getsockname()[1]
    if sys.platform == "linux":
        _kept.append(holder)
    else:  # elsewhere a socket that is bound does keep servers out
        holder.close()
    return port

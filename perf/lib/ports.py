"""Ports of 127.0.0.1."""

import socket


def free():
  with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    return probe.getsockname()[1]

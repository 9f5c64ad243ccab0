"""Ports of 127.0.0.1: the same ones in each run, from PERF_PORTS (28100) on; those that are taken are passed over.

They are below those that outgoing connections get, which none of them can collide with."""

import itertools
import os
import socket

_numbers = itertools.count(int(os.environ.get("PERF_PORTS", "28100")))


def free():
  for port in _numbers:
    with socket.socket() as probe:
      probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # one that was just closed is free
      try:
        probe.bind(("127.0.0.1", port))
        return port
      except OSError:
        continue


def answers(port):
  """Whether a server listens there."""
  try:
    socket.create_connection(("127.0.0.1", port), 1).close()
    return True
  except OSError:
    return False

"""Uploads over many connections at once, as fast as a server takes them or slowly.

One thread serves all connections and the kernel sends the files itself, so that this costs little of the cores that it
shares with the server. A comment behind the end of each file makes a new document of it.
"""

import asyncio
import itertools
import os
import re
import resource
import socket
import time
from collections import Counter
from typing import NamedTuple
from urllib.parse import urlsplit

NO_ANSWER = 0  # instead of a status
ANSWER_WITHIN = 120  # seconds
PIECE_SECONDS = 0.5  # between two pieces of a slow upload
COMMENT = b"\n%%%% %020d\n"
COMMENT_BYTES = len(COMMENT % 0)
_numbers = itertools.count(time.time_ns())  # none is used twice


class Target(NamedTuple):
  """Where uploads go."""

  port: int  # of 127.0.0.1
  taken: int  # the status that says so
  request: str = "POST /api/v1/uploads"  # {} is the upload's number
  key: str = ""

  def head(self, number, name, size):
    lines = (
      f"{self.request.format(number)} HTTP/1.1",
      f"Host: 127.0.0.1:{self.port}",
      f"Authorization: Bearer {self.key}",
      "Content-Type: application/pdf",
      f"X-File-Name: {name}",
      f"Content-Length: {size}",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


class Batch(NamedTuple):
  """What came of many uploads."""

  answers: Counter  # by status
  seconds: float
  cpu_seconds: float  # of this sender


def sluice(endpoints):
  return Target(urlsplit(endpoints["api"]).port, 202, key=endpoints["apiKey"])


def send(target, files, connections, seconds=0):
  """Sends files, each connection one after the other; if seconds are given, each upload takes as long."""
  limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
  resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))  # a socket and a file for each connection
  return asyncio.run(_send(target, iter(files), connections, seconds))


def upload(sluice_endpoints, files, connections):
  """Sends files to a Sluice, which has to take all of them."""
  target = sluice(sluice_endpoints)
  batch = send(target, files, connections)
  if set(batch.answers) - {target.taken}:
    raise SystemExit(f"uploads were answered with {dict(batch.answers)}")
  return batch


async def _send(target, files, connections, seconds):
  answers = Counter()
  opened = [_Connection(target) for _ in range(connections)]
  for connection in opened:
    await connection.open()
  cpu, begun = time.process_time(), time.monotonic()

  async def send_on(connection):
    for file in files:  # shared by all
      answers[await connection.upload(file, seconds)] += 1
    connection.close()

  await asyncio.gather(*map(send_on, opened))
  return Batch(answers, time.monotonic() - begun, time.process_time() - cpu)


class _Connection:
  """One that is kept as long as the server keeps it, and then opened again."""

  def __init__(self, target):
    self.target = target
    self.socket = None

  async def open(self):
    self.socket = socket.socket()
    self.socket.setblocking(False)
    self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # the comment is a segment of its own
    await asyncio.get_running_loop().sock_connect(self.socket, ("127.0.0.1", self.target.port))

  def close(self):
    if self.socket:
      self.socket.close()
    self.socket = None

  async def upload(self, path, seconds):
    """The status of the answer."""
    try:
      return await asyncio.wait_for(self._upload(path, seconds), seconds + ANSWER_WITHIN)
    except (OSError, asyncio.TimeoutError):
      self.close()
      return NO_ANSWER

  async def _upload(self, path, seconds):
    if not self.socket:
      await self.open()
    number = next(_numbers)
    with open(path, "rb") as file:
      try:
        await self._write(file, path.name, number, seconds)
        whole = True
      except ConnectionError:
        whole = False  # maybe it answered before it hung up
    status, last = await self._answer()
    if last or not whole:
      self.close()
    return status

  async def _write(self, file, name, number, seconds):
    loop = asyncio.get_running_loop()
    size = os.fstat(file.fileno()).st_size
    await loop.sock_sendall(self.socket, self.target.head(number, name, size + COMMENT_BYTES))
    begun = loop.time()
    pieces = max(1, round(seconds / PIECE_SECONDS))
    for piece in range(pieces):
      start, end = size * piece // pieces, size * (piece + 1) // pieces
      if seconds:
        await asyncio.sleep(begun + seconds * (piece + 1) / pieces - loop.time())
      await loop.sock_sendfile(self.socket, file, start, end - start)
    await loop.sock_sendall(self.socket, COMMENT % number)

  async def _answer(self):
    """Its status, and whether the server hangs up behind it."""
    said = b""
    while not _is_whole(said):
      piece = await asyncio.get_running_loop().sock_recv(self.socket, 1 << 16)
      if not piece:
        raise ConnectionError("it hung up without a whole answer")
      said += piece
    return int(said.split(b" ", 2)[1]), b"\r\nconnection: close" in said.lower()


def _is_whole(answer):
  head, end, body = answer.partition(b"\r\n\r\n")
  length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.IGNORECASE)
  return bool(end) and (len(body) >= int(length.group(1)) if length else body.endswith(b"0\r\n\r\n"))

"""A small cluster on one machine: a door, workers and their servers, each with its share of CPU time."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import cycle, islice

from . import machine, sender, servers
from .background import Background
from .cgroups import Cgroup
from .database import Database
from .replicas import Door, Worker

UNFINISHED = "state IN ('received', 'queued', 'parsing', 'retrying')"
JOINED_WITHIN = 120  # seconds
CONNECTIONS = 8  # of the sender


class Rig:
  """Use it with "with"."""

  def __init__(self, workers):
    self.names = [f"worker-{number + 1}" for number in range(workers)]
    self.stack = ExitStack()

  def __enter__(self):
    with ExitStack() as stack:
      parts = ["script", *servers.NAMES, "door", *self.names]
      self.groups = {part: stack.enter_context(Cgroup(f"{os.getpid()}-{part}")) for part in parts}
      self.groups["script"].enter()  # with the sender
      host = stack.enter_context(servers.Servers(self.groups))
      self.database = stack.enter_context(Database(host))
      self.door = stack.enter_context(Door(host, "door", self.groups["door"]))
      self.workers = [stack.enter_context(Worker(host, name, self.groups[name])) for name in self.names]
      self.taking = set(self.workers)
      self.stack = stack.pop_all()
    return self

  def __exit__(self, *_):
    self.stack.close()

  def share(self, cores):
    """What each worker may use from now on; None is as much as there is."""
    for worker in self.workers:
      worker.group.limit(cores)

  def take(self, workers):
    """Lets these workers take tickets, and no others; waits until they share all partitions."""
    changes = [(worker, worker in workers) for worker in self.workers if (worker in workers) != (worker in self.taking)]
    with ThreadPoolExecutor(len(self.workers)) as pool:
      list(pool.map(lambda change: change[0].take(change[1]), changes))
    self.taking = set(workers)
    self._await_shared(workers)

  def fill(self, files, count):
    """Uploads so many documents; answers when the first one came, once all of them are in the queue."""
    begun = self.database.value("SELECT clock_timestamp()")
    sender.upload(self.door.endpoints, islice(cycle(files), count), CONNECTIONS)
    self._await("all documents are queued", f"SELECT count(*) FROM document WHERE {UNFINISHED} AND state <> 'queued'", 60)
    return begun

  def work(self, within):
    """Waits until the queue is empty; answers how many connections were at work meanwhile, look by look."""
    end = time.monotonic() + within
    busy = []
    while True:
      left, *connections = map(int, self.database.rows(LOOK)[0])
      if not left:
        return busy
      busy.append(connections)
      if time.monotonic() > end:
        raise SystemExit(f"{left} documents are still on their way after {within} s")
      time.sleep(0.5)

  def _await_shared(self, workers):
    """None has much less than another, twice in a row: a rebalance takes two turns."""
    end = time.monotonic() + JOINED_WITHIN
    before = None
    while True:
      now = [worker.partitions() for worker in self.workers]
      of_those = [count for worker, count in zip(self.workers, now) if worker in workers]
      if now == before and sum(now) == sum(of_those) and min(of_those) > 0.8 * max(of_those):
        return
      if time.monotonic() > end:
        raise SystemExit(f"partitions are not shared evenly: {now}")
      before = now
      time.sleep(1.5)

  def _await(self, what, question, within):
    end = time.monotonic() + within
    while int(self.database.value(question)):
      if time.monotonic() > end:
        raise SystemExit(f"it is not so that {what} after {within} s")
      time.sleep(0.3)


# Left to do; connections that are at work and that there are.
LOOK = f"""
  SELECT (SELECT count(*) FROM document WHERE {UNFINISHED}),
    count(*) FILTER (WHERE state <> 'idle'), count(*)
  FROM pg_stat_activity WHERE usename = 'sluice'
"""


class Meter(Background):
  """Reads all counters of CPU time, four times a second. Use it with "with"."""

  PERIOD = 0.25

  def __init__(self, groups):
    super().__init__()
    self.groups = groups
    self.readings = []

  def __exit__(self, *exit):
    super().__exit__(*exit)
    self._read()

  def used(self, begin, end):
    """Seconds by counter between two times."""
    first, last = self._at(begin), self._at(end)
    return {name: last[name] - first[name] for name in first}

  def _at(self, moment):
    """Between two readings a straight line."""
    later = next((place for place, (at, _) in enumerate(self.readings) if at >= moment), len(self.readings) - 1)
    (begin, before), (end, after) = self.readings[max(0, later - 1)], self.readings[later]
    part = min(1, max(0, (moment - begin) / (end - begin))) if end > begin else 1
    return {name: before[name] + part * (after[name] - before[name]) for name in before}

  def go(self):
    while not self.done.is_set():
      self._read()
      self.done.wait(self.PERIOD)

  def _read(self):
    used = {name: group.cpu_seconds() for name, group in self.groups.items()}
    self.readings.append((time.time(), {**used, **{f"machine {name}": value for name, value in machine.cpu_times().items()}}))

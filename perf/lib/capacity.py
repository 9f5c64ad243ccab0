"""What more workers than were measured would do, and what their servers need for that.

Throughput grows by the Universal Scalability Law: X(n) = n X(1) / (1 + s (n - 1) + k n (n - 1)). Three points bear one
parameter: s, for which workers wait for each other (contention). k, what they agree on with each other (coherency), would
fit any noise; it is taken as 0. Each round has its own X(1) and s, so that predictions have a range.
"""

from math import ceil, inf
from statistics import median

from .figures import spread

SERVERS = ("kafka", "s3", "postgres")

# What kustomize gives: cluster.yaml, pooler.yaml and topics.yaml of its components, sluice.env of its base.
POSTGRES_CORES = 2
CONNECTIONS = 80  # of two poolers to PostgreSQL
PARTITIONS = 40
CONSUMERS = 2  # of a worker, per queue: so many documents at once
DOORS = 3  # at least
DOOR_LOAD = 0.7  # of a core, at which another door comes

FULL = 95  # percent of its share: a worker that uses less waits for servers, and more CPU time is no help


def contention(ratios):
  """Of throughputs to that of one worker, {workers: ratio}: the s with the least squares. Below 0: more than linear."""
  points = [(workers - 1, workers / ratio - 1) for workers, ratio in ratios.items() if workers > 1]
  return sum(x * y for x, y in points) / sum(x * x for x, _ in points)


def throughput(workers, of_one, s):
  """None is taken to do better than in proportion."""
  return workers * of_one / (1 + max(0, s) * (workers - 1))


class Capacity:
  """Of rounds, each with a row of figures for so many workers of one share, and one for a worker of more CPU time.

  base and each are cores that servers need at rest: without workers, and for each pod that is there.
  """

  def __init__(self, curves, larger, share, base, each):
    self.ones = [curve[1] for curve in curves]
    self.contention = [contention({n: row["perSecond"] / curve[1]["perSecond"] for n, row in curve.items()}) for curve in curves]
    self.larger = larger
    self.share = share
    self.base = base
    self.each = each
    most = max(curves[0])
    busiest = [curve[most] for curve in curves]
    self.cost = {name: self._server_cost(name, busiest, most) for name in SERVERS}
    self.cost["door"] = median(row["doorUploadMs"] for row in busiest) / 1000
    self.connections = median(row["busyConnections"] / row["perSecond"] for row in busiest)

  def of_shares(self, workers):
    """Documents a second of workers with one share."""
    return spread([throughput(workers, one["perSecond"], s) for one, s in zip(self.ones, self.contention)], 1)

  def predicted(self, workers, cores):
    """A row: throughput, what it takes, and the first thing of kustomize's that is used up."""
    rate = spread([throughput(workers, one, s) for one, s in zip(self._of_one(cores), self.contention)], 1)
    middle = rate["median"]
    doors = max(DOORS, ceil(self.cost["door"] * middle / DOOR_LOAD))
    needs = {name: self._at_rest(name, workers + doors) + self.cost[name] * middle for name in SERVERS}
    limits = {
      f"{POSTGRES_CORES} cores of PostgreSQL": self._limit(workers + doors),
      f"{CONNECTIONS} connections": round(CONNECTIONS / self.connections),
    }
    first = min(limits, key=limits.get)
    return {
      "workers": workers,
      "cores": cores,
      "perSecond": rate,
      "doors": doors,
      **{name: round(value, 2) for name, value in needs.items()},
      "connections": round(self.connections * middle, 1),
      "partitions": f"{workers * CONSUMERS} of {PARTITIONS}",
      "limit": f"{limits[first]}: {first}",
    }

  def _of_one(self, cores):
    """Each round's worker of so many cores: in proportion, unless a larger one could not use all that it had."""
    for one, larger in zip(self.ones, self.larger):
      most = larger["perSecond"] if larger["sharePercent"] < FULL else inf
      yield min(one["perSecond"] * cores / self.share, most)

  def _server_cost(self, name, rows, workers):
    """Core seconds of a document, of its upload and of the work on it, above what the server takes at rest."""
    rest = self._at_rest(name, workers)
    return median((row[f"{name}Cores"] - rest) / row["perSecond"] + row[f"{name}UploadMs"] / 1000 for row in rows)

  def _at_rest(self, name, pods):
    return self.base[name] + self.each[name] * pods

  def _limit(self, pods):
    """Documents a second with which PostgreSQL has no core left."""
    return round((POSTGRES_CORES - self._at_rest("postgres", pods)) / self.cost["postgres"])

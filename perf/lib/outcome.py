"""What came of one round of a scenario: of its requests, its documents and its processes."""

import bisect
from collections import Counter
from statistics import median

from .api import UNFINISHED, instant
from .figures import latency, percentile

UPLOADS = ("upload", "form")  # those that bring one document with one request
GOOD = ("good", "large")
GROWING = {"server": "memory of the server", "forks": "memory of the forks", "files": "open files", "threads": "threads"}
WINDOW = 10  # seconds over which a latency counts as kept after a spike


class Outcome:

  def __init__(self, levels, requests, receipts, drops, documents, watch):
    self.start = requests[0].at
    self.levels = levels
    self.requests = requests
    self.drops = {name: at for dropping in drops for name, at in dropping.dropped.items()}
    self.drop_errors = [error for dropping in drops for error in dropping.errors]
    self.watch = watch
    self.documents = documents
    known = {document["id"]: document for document in documents}
    named = {document["fileName"]: document for document in documents if document["origin"] != "http"}
    # A document is what its sender knows of it: its sort, and the ledger's row if there is one.
    self.sent = [(sort, known.get(id)) for id, sort in receipts.items()]
    self.sent += [("good", named.get(name)) for name in self.drops]
    self.begins = sorted(self._second(document["receivedAt"]) for document in documents)
    self.ends = sorted(self._second(document["completedAt"]) for document in documents if "completedAt" in document)

  def count(self, outcome):
    return sum(request.outcome == outcome for request in self.requests)

  def errors(self):
    """How often which request was answered how; 0 is no answer."""
    wrong = Counter((request.kind, request.status) for request in self.requests if request.outcome == "ERROR")
    return [f"{times} x {kind}: {status or 'no answer'}" for (kind, status), times in wrong.most_common()] + self.drop_errors

  def errors_percent(self):
    asked = len(self.requests) + len(self.drops) - self.count("GAVE_UP")
    return round((self.count("ERROR") + len(self.drop_errors)) * 100 / asked, 3)

  def at(self, level, kinds=None, outcome="OK"):
    begin, end = self.start + level.begin, self.start + level.end
    return [
      request for request in self.requests
      if begin <= request.at < end and request.outcome == outcome and (not kinds or request.kind in kinds)
    ]

  def latency_rows(self, level):
    """Latencies (ms) of what was answered as hoped, of each kind of request, and how many results there were."""
    seconds = level.end - level.begin
    rows = []
    for kind in sorted({request.kind for request in self.at(level)}):
      count, *millis = latency([request.millis for request in self.at(level, (kind,))]).values()
      rows.append([level.label, kind, count, round(count / seconds, 2), *millis])
    results = sum(level.begin <= end < level.end for end in self.ends)
    return [*rows, [level.label, "results", "-", round(results / seconds, 2), *"----"]]

  def process_rows(self):
    memory = {"parsers": "forks", "server": "server", "postgres": "postgres"}
    peaks = {part: self.watch.peak(memory[part]) if part in memory else None for part in self.watch.parts()}
    return [[part, self.watch.mean_cores(part, self.start), peak] for part, peak in peaks.items()]

  def other_rows(self):
    rows = [
      ["asked to come back", self.count("LATER")],
      ["bad documents refused at the door", self.count("REFUSED")],
      ["users whose patience ended", self.count("GAVE_UP")],
      ["open files of the server, at most", self.watch.peak("files")],
      ["threads of the server, at most", self.watch.peak("threads")],
    ]
    rows += [[f"seconds from receipt to text, {name}", value] for name, value in self.seconds_to_result().items()]
    if self.drops:
      rows += [[f"seconds from drop to receipt, {name}", value] for name, value in self.seconds_to_take().items()]
    return rows + [[f"{sort} documents, {state}", count] for (sort, state), count in sorted(self.states().items())]

  def p95(self, level, kinds):
    return percentile([request.millis for request in self.at(level, kinds)], 95)

  def states(self):
    """How many of which sort ended how."""
    return Counter((sort, document["state"] if document else "unknown") for sort, document in self.sent)

  def lost(self):
    return sum(document is None or document["state"] in UNFINISHED for _, document in self.sent)

  def failed(self):
    """Good ones that ended otherwise than they should."""
    ended = [document for sort, document in self.sent if sort in GOOD and document]
    return sum(document["state"] not in ("completed", *UNFINISHED) for document in ended)

  def seconds_to_result(self):
    """From the receipt to the text, of good documents."""
    times = [
      (instant(document["completedAt"]) - instant(document["receivedAt"])).total_seconds()
      for sort, document in self.sent
      if sort in GOOD and document and document["state"] == "completed"
    ]
    return _rounded(times)

  def seconds_to_take(self):
    """From the drop to the receipt, of what was dropped."""
    named = {document["fileName"]: document for document in self.documents if document["origin"] != "http"}
    times = [instant(named[name]["receivedAt"]).timestamp() - at for name, at in self.drops.items() if name in named]
    return _rounded(times)

  def recovery_seconds(self, before, after, limits):
    """How long after the spike until latencies are in their limits for a while and no more documents
    are under way than before it. None if that was not to be seen."""
    usual = max(self.under_way(second) for second in range(int(before.begin), int(before.end)))
    for second in range(int(after.begin), int(after.end) - WINDOW):
      fast = all(self._within(second, kinds, limit) for kinds, limit in limits.items())
      if fast and self.under_way(second) <= usual:
        return second - int(after.begin)
    return None

  def growth_percent(self, level):
    """Of medians, the level's last third against its first."""
    third = (level.end - level.begin) / 3
    grown = {}
    for name, meaning in GROWING.items():
      points = self.watch.series(name, self.start)
      first = [value for at, value in points if level.begin <= at < level.begin + third]
      last = [value for at, value in points if level.end - third <= at < level.end]
      usable = first and last and median(first)
      grown[meaning] = round((median(last) / median(first) - 1) * 100, 1) if usable else None
    return grown

  def _within(self, second, kinds, limit):
    begin = self.start + second
    seen = [
      request.millis for request in self.requests
      if begin <= request.at < begin + WINDOW and request.kind in kinds and request.outcome == "OK"
    ]
    worst = percentile(seen, 95)
    return worst is not None and worst <= limit

  def under_way(self, second):
    return bisect.bisect_right(self.begins, second) - bisect.bisect_right(self.ends, second)

  def _second(self, moment):
    return instant(moment).timestamp() - self.start


def _rounded(times):
  return {name: value and round(value, 2) for name, value in latency(times).items() if name != "count"}

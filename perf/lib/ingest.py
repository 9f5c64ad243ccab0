"""Documents through Sluice: from the first upload until the ledger has the last one completed."""

import time

from lib.api import Client, instant, now, upload_all


class Ingest:
  """What it took and what came of it. CPU seconds are by part, and none where there is no /proc."""

  def __init__(self, sluice, files, connections, within):
    self.client = Client(sluice.endpoints)
    begun = now()
    cpu = sluice.cpu_seconds()
    own = time.process_time()
    upload_all(sluice.endpoints, files, connections)
    self.upload_seconds = (now() - begun).total_seconds()
    self.client.await_quiet(within)
    spent = sluice.cpu_seconds()
    self.client_cpu_seconds = time.process_time() - own
    self.cpu_seconds = {part: spent[part] - cpu[part] for part in spent}
    documents = self.client.documents(**{"from": begun.isoformat().replace("+00:00", "Z")})
    self.completed = [document for document in documents if document["state"] == "completed"]
    # The ledger says when the last one was done: better than when somebody asked.
    ends = [instant(document["completedAt"]) for document in self.completed]
    self.seconds = (max(ends) - begun).total_seconds() if ends else None

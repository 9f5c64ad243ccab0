"""Documents through Sluice: from the first upload until the ledger has the last one completed."""

from typing import NamedTuple

from . import sender
from .api import Client, instant, now


class Ingest(NamedTuple):
  client: Client
  completed: list  # documents
  seconds: float
  upload_seconds: float
  cpu_seconds: dict  # by part
  sender_cpu_seconds: float


def ingest(sluice, files, connections, within):
  client = Client(sluice.endpoints)
  begun, cpu = now(), sluice.cpu_seconds()
  batch = sender.upload(sluice.endpoints, files, connections)
  client.await_quiet(within)
  spent = sluice.cpu_seconds()
  documents = client.documents(**{"from": begun})
  completed = [document for document in documents if document["state"] == "completed"]
  # The ledger says when the last one was done: better than when somebody asked.
  ends = [instant(document["completedAt"]) for document in completed]
  seconds = (max(ends, default=instant(begun)) - instant(begun)).total_seconds()
  return Ingest(client, completed, seconds, batch.seconds, {part: spent[part] - cpu[part] for part in spent}, batch.cpu_seconds)

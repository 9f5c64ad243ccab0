"""What systems that read PDFs have in common."""

from typing import Callable, NamedTuple


class Reading(NamedTuple):
  """All files read once by a system."""

  seconds: float
  cpu_seconds: float  # of all its processes
  unread: int  # documents without an answer that holds text
  blank: int  # documents whose text is nothing but spaces
  beside: dict = {}  # more figures of a document


class System(NamedTuple):
  what: str
  heap: str
  run: Callable  # with files of one folder; answers a Reading

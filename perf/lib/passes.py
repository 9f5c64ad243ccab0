"""A pass of one system over a folder of PDFs, whichever system it is."""

from typing import NamedTuple, Optional


class Pass(NamedTuple):
  seconds: float
  cpu_seconds: Optional[float]  # of all its processes
  unread: int  # documents without an answer that holds text
  blank: int  # documents whose text is nothing but spaces

"""What goes on beside the main thread."""

import threading


class Background:
  """Runs its go() in a thread of its own until the end of the "with"; go() returns soon after self.done is set."""

  def __init__(self):
    self.done = threading.Event()
    self.thread = threading.Thread(target=self.go, daemon=True)

  def __enter__(self):
    self.thread.start()
    return self

  def __exit__(self, *_):
    self.done.set()
    self.thread.join()

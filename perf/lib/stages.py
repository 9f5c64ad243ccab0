"""Which stage of the flow a stack of the server belongs to."""

import re
from functools import cache

# By thread: what is no work of the routes.
THREADS = {
  "JIT compiler": r"CompilerThre",
  "garbage collector": r"GC Thread|G1 |VM Thread|VM Periodic",
  "object store": r"S3Proxy",
  "Kafka broker": r"data-plane|control-plane|executor-|ExpirationReaper|raft|quorum|controller-"
  r"|kafka-scheduler|kafka-log|metrics-meter|ReplicaFetcher|group-coordinator",
  "Kafka": r"kafka-producer-network|kafka-coordinator|kafka-admin",
}
# By the innermost frame that tells; what the store and the S3 client call on the way is theirs.
FRAMES = {
  "store": r"dev/sluice/results/write",
  "S3": r"software/amazon/awssdk|camel/component/aws2/s3",
  "hash": r"java/security/MessageDigest|sun/security/provider",
  "fork": r"dev/sluice/pdf/(?!content)",
  "spool": r"dev/sluice/(model/spool|intake/DocumentSpooler|work/CachedOriginal)",
  "ledger": r"org/postgresql|com/zaxxer/hikari|org/springframework/(jdbc|transaction)|camel/component/jdbc",
  "Kafka": r"org/apache/kafka|com/fasterxml/jackson|camel/component/jackson",
}
WHOLE = ("store", "S3")
# By thread again: what is left of them.
REST = {
  "HTTP": r"http-nio|^\[?task-|tomcat|Catalina",
  "routes": r"Camel",
}
OTHER = "other"


def of(frames):
  """The stage of a stack, its thread first."""
  thread = frames[0]
  return _first(THREADS, thread) or _of_frames(frames[1:]) or _first(REST, thread) or OTHER


def _of_frames(frames):
  found = [stage for stage in map(_of_frame, frames) if stage]
  return next((stage for stage in WHOLE if stage in found), found[-1] if found else None)


@cache
def _of_frame(frame):
  return _first(FRAMES, frame)


def _first(patterns, text):
  return next((stage for stage, pattern in patterns.items() if re.search(pattern, text)), None)

# Runs PostgreSQL for as long as stdin is open: until the JVM at its other end closes it or is gone, however that
# happened. Arguments: the command.
trap '' HUP INT TERM # a terminal sends them to its whole process group, but only the JVM says when to stop
if command -v setsid > /dev/null; then
  set -- setsid "$@" # PostgreSQL would obey them, too, so it gets a group of its own
else
  set -m # macOS has no setsid; there each job gets its own group
fi
exec 3<&0
"$@" < /dev/null 3<&- &
server=$!
{
  read -r _
  while kill -INT "$server"; do # a fast shutdown: it breaks connections off, writes what it has and ends
    sleep 1                     # one that has only just been started does not listen yet
  done
} <&3 > /dev/null 2>&1 &
reader=$!
wait "$server"
status=$?
kill -KILL "$reader" # or it would one day signal whoever has the number then
exit "$status"

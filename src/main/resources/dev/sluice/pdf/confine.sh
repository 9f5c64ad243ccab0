# Takes from a fork what reading PDFs does not need, then becomes it. Run in a user, mount and network
# namespace of its own, as their root. Arguments: the fork's folder, that of its fonts, the one program of the system
# that it may start or nothing, the largest number of its processes and threads, the files and folders that it sees, one
# a line, and the command.
set -eu
search=$PATH
PATH=/usr/sbin:/usr/bin:/sbin:/bin
own=$1 fonts=$2 program=$3 threads=$4 seen=$5
shift 5
root=$own/root

# A root folder that has nothing but what is needed.
mkdir -p "$root"
mount -t tmpfs -o mode=755,size=1m none "$root"
IFS='
'
for path in $seen; do
  if [ -d "$path" ]; then
    mkdir -p "$root$path"
  else
    mkdir -p "$root${path%/*}"
    : > "$root$path"
  fi
  mount --rbind "$path" "$root$path"
done
unset IFS

# All that is mounted there, at any depth, for reading only.
while read -r _ _ _ _ point options _; do
  point=$(printf '%b' "$point")
  case $point in "$root"/*) ;; *) continue ;; esac
  case ,$options, in *,ro,*) continue ;; esac
  mount -o "remount,bind,$options,ro" "$point"
done < /proc/self/mountinfo

# What it may write, but not start.
for folder in "$own" "$fonts"; do
  mkdir -p "$root$folder"
  mount --bind "$folder" "$root$folder"
  mount -o remount,bind,noexec,nosuid,nodev "$root$folder"
done
mount --bind "$own/document" "$root$own/document"
mount -o remount,bind,ro,noexec,nosuid,nodev "$root$own/document"

# What is needed until the end, when nothing else is there any more.
for tool in mount prlimit setpriv $program; do
  : > "$own/$tool"
  mount --bind "$(PATH=$PATH:$search command -v "$tool")" "$root$own/$tool"
done

cd "$root"
mkdir before
pivot_root . before
umount -l /before
rmdir /before
mount -o remount,bind,ro /
cd "$own"
java=$1
for folder in /usr/local/bin /usr/local/sbin /bin /sbin /usr/sbin /usr/bin; do
  case $java in "$folder"/*) continue ;; esac
  if [ -d "$folder" ]; then "$own/mount" -t tmpfs -o ro,size=4k none "$folder"; fi
done
unset OLDPWD
export PATH="$own"
exec "$own/prlimit" --nproc="$threads" "$own/setpriv" --no-new-privs --bounding-set=-all --inh-caps=-all "$@"

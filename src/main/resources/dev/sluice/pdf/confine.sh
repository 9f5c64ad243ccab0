# Takes from a fork what reading PDFs does not need, then becomes it. Run in a user, mount and network
# namespace of its own, as their root. Arguments: the fork's folder, that of its fonts, the one program of the system
# that it may start or nothing, and the command.
set -eu
search=$PATH
PATH=/usr/sbin:/usr/bin:/sbin:/bin
own=$1 fonts=$2 program=$3 java=$4
shift 3

mount --bind "$own" "$own"
cd "$own" # or we would still stand below the mount
mount --bind "$fonts" "$fonts"
while read -r _ _ _ _ point options _; do
  point=$(printf '%b' "$point")
  case $point in "$own" | "$fonts" | /proc | /proc/*) continue ;; esac
  case ,$options, in *,ro,*) continue ;; esac
  [ ! -e "$point" ] || mount -o "remount,bind,$options,ro" "$point"
done < /proc/self/mountinfo

# What is needed until the end, when nothing else is there any more.
for tool in mount setpriv $program; do
  : > "$own/$tool"
  mount --bind "$(PATH=$PATH:$search command -v "$tool")" "$own/$tool"
done

hide() {
  case "$own/:$java:$fonts" in "$1"/* | *":$1/"*) return ;; esac
  if [ -d "$1" ] && [ ! -L "$1" ]; then "$own/mount" -t tmpfs -o ro,size=4k none "$1"; fi
}

hide /run
for folder in /usr/local/bin /usr/local/sbin /bin /sbin /usr/sbin /usr/bin; do hide "$folder"; done
export PATH="$own"
exec "$own/setpriv" --no-new-privs --bounding-set=-all --inh-caps=-all "$@"

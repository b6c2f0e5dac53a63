# Builds the file system that foreign code sees, in mount and process namespaces of the run's own, and goes there.
#   namespaces.sh ROOT PROGRAM DISK READABLE... -- COMMAND...
# ROOT is an empty folder to build in, PROGRAM the folder with the program's files, DISK the bytes that may be written; each
# READABLE is seen at its own place, without being writable. Runs as root, real or of a user namespace.
set -e
umask 022
root=$1 program=$2 disk=$3
shift 3

readonly_bind() { # SOURCE PLACE
  if [ -d "$1" ]; then
    mkdir -p "$root$2"
  else
    mkdir -p "$root${2%/*}"
    : >"$root$2"
  fi
  mount --rbind "$1" "$root$2"
  mount -o remount,bind,ro,nosuid,nodev "$root$2"
}

mount -t tmpfs -o mode=0755,size=1m,nosuid,nodev none "$root"
for name in bin sbin lib lib32 lib64 libx32; do
  if [ -L "/$name" ]; then
    ln -s "$(readlink "/$name")" "$root/$name"
  elif [ -d "/$name" ]; then
    readonly_bind "/$name" "/$name"
  fi
done
while [ "$1" != -- ]; do
  readonly_bind "$1" "$1"
  shift
done
shift
readonly_bind "$program" /program

mkdir "$root/proc" "$root/work" "$root/dev" "$root/dev/shm" "$root/old"
mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
mount -t tmpfs -o "mode=1777,size=$disk,nr_inodes=65536,nosuid,nodev" none "$root/work"
mount -t tmpfs -o "mode=1777,size=$disk,nr_inodes=1024,nosuid,nodev" none "$root/dev/shm"
for device in null zero full random urandom; do
  : >"$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
ln -s /proc/self/fd "$root/dev/fd"

cd "$root"
pivot_root . old
cd /
umount -l /old
rmdir /old
mount -o remount,bind,ro,nosuid,nodev /
exec "$@"

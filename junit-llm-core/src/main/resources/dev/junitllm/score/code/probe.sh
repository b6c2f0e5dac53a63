# Tries what a sandbox must prevent, and says on channel 4 which protection held.
#   probe.sh SECRET HOME FOLDER NETWORK PROCESSES PORT MEMORY
# SECRET is a file outside, HOME and FOLDER what a user has, NETWORK and PROCESSES the namespaces outside, PORT one that
# somebody listens on outside, MEMORY more bytes than are allowed.
secret=$1 home=$2 folder=$3 network=$4 processes=$5 port=$6 memory=$7

hidden() { # FOLDER
  [ "$1" = / ] || [ -z "$(ls -A "$1" 2>/dev/null)" ]
}

connects() {
  command -v bash >/dev/null && bash -c "exec 5<>/dev/tcp/127.0.0.1/$port" 2>/dev/null
}

if [ ! -e "$secret" ] && hidden "$home" && hidden "$folder"; then echo FILES >&4; fi

if [ "$(readlink /proc/self/ns/net)" != "$network" ] && ! connects; then echo NETWORK >&4; fi

if [ "$(readlink /proc/self/ns/pid)" != "$processes" ]; then echo TREE >&4; fi

if [ "$(ulimit -t)" != unlimited ]; then echo CPU_TIME >&4; fi

if ! dd if=/dev/zero of=/dev/null bs="$memory" count=1 2>/dev/null; then echo MEMORY >&4; fi

# Two files, each within the limit of one file.
if ! { head -c 700000 /dev/zero >one && head -c 700000 /dev/zero >two; } 2>/dev/null; then echo DISK >&4; fi

# A few processes must be possible, and many must not. They outlive this script, and hold its channels open.
begun=$(sh -c 'i=0; while [ $i -lt 60 ]; do sleep 20 >/dev/null & i=$((i+1)); echo $i; done' 2>/dev/null | tail -n 1)
if [ "${begun:-0}" -ge 3 ] && [ "$begun" -lt 60 ]; then echo PROCESSES >&4; fi
sleep 20 &

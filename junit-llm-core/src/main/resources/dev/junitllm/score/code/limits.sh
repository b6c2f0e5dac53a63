# The last step before foreign code runs, inside of the sandbox: parts the channels, and starts the program.
#   limits.sh FENCED FOLDER PROGRAM COMMAND...
# FENCED is "fenced" in a user namespace of the run's own, FOLDER the working folder, PROGRAM what must be there for COMMAND.
fenced=$1 folder=$2 program=$3
shift 3

# The token comes in by 3, the report goes out by 4. The program has an empty standard input, and both outputs are one.
exec 3<&0 0</dev/null 4>&1 1>&2

# Where memory runs out the kernel ends this first.
{ echo 1000 >/proc/self/oom_score_adj; } 2>/dev/null

# Without namespaces of their own, programs can't mount file systems that no limit counts. Only in a user namespace of the
# run's own: elsewhere it would be a setting of the whole machine.
if [ "$fenced" = fenced ]; then
  { echo 0 >/proc/sys/user/max_user_namespaces; } 2>/dev/null
fi

if ! cd "$folder"; then exit 125; fi
if ! command -v "$program" >/dev/null; then
  echo "absent" >&4
  exit 127
fi
echo "started" >&4

# Not exec: as the first process of its namespace a program would ignore signals, such as that of the CPU limit.
"$@"
exit $?

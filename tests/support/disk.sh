# Imports into a file and into a server, both on a disk that fills and that is pulled in the middle of it: nothing
# that was reported as taken in is lost, and the same import completes when the disk is back. 77: cannot be tried.
set -eu
program=$1
cannot() { echo "cannot be tried: $1" >&2; exit 77; }
[ "$(id -u)" = 0 ] || cannot "only the administrator can make a file system"
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
dir=$(mktemp -d /tmp/barrierfree-disk.XXXXXX)
disk=$dir/disk
chmod 755 "$dir"
mkdir "$disk" "$dir/project"
trap 'stop; umount -l "$disk" 2>/dev/null; rm -rf "$dir"' EXIT

as() { (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups "$@"); }
stop() {
    pid=$(head -n 1 "$disk/server/data/postmaster.pid" 2>/dev/null) || pid=$(cat "$dir/pid" 2>/dev/null) || return 0
    kill -QUIT "$pid" 2>/dev/null || return 0
    while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
}
start() {
    rm -f "$disk/server/data/postmaster.pid"
    as "$bin/pg_ctl" -D "$disk/server/data" -w -l /dev/null -o "-k $dir/socket -c listen_addresses=" start >/dev/null
    head -n 1 "$disk/server/data/postmaster.pid" >"$dir/pid"
}
sql() { "$bin/psql" -qAtX -h "$dir/socket" -U postgres -d "$1" -c "$2"; }
survey() {
    awk -v name="$1" -v rows="$2" 'BEGIN {
        print "设施编号,名称,停车场种类,总车位数,调查日期"
        for (row = 0; row < rows; row++) printf "%s%d,%s第%d停车场,独立公共停车场,%d,2026-05-01\n", name, row, name, row, row % 400
    }' >"$dir/project/$1.csv"
}
run() { (cd "$dir/project" && "$program" "$@" --lang en); }
content() { run verify --json | sed -n 's/.*"\(content\|rows\)": "\{0,1\}\([0-9a-f]*\).*/\2/p' | tr '\n' ' '; }
equal() { [ "$1" = "$2" ] || { echo "$3: $1 is not $2" >&2; exit 1; }; }
# It goes as one that is pulled: what is not on it by now never comes there, and every access fails.
pull() { python3 -c "import fcntl, os, struct; fcntl.ioctl(os.open('$disk', os.O_RDONLY), 0x8004587D, struct.pack('I', 2))"; }
back() { umount -l "$disk"; sleep 0.5; mount -o loop "$dir/image" "$disk"; }

truncate -s 600M "$dir/image"
mkfs.ext4 -q -m 0 "$dir/image" && mount -o loop "$dir/image" "$disk" || cannot "no file system can be made here"
survey a 500
survey b 60000
survey c 60000

# Fills the disk, imports, makes room and imports again; `begun` waits until an import writes.
through() {
    run import a.csv --accept
    before=$(content)
    dd if=/dev/zero of="$disk/ballast" bs=1M count=$(($(df -m --output=avail "$disk" | tail -n 1) - 2)) 2>/dev/null || true
    if run import b.csv --accept; then echo "the disk was not full" >&2; exit 1; fi
    equal "$(content)" "$before" "on a full disk"
    rm "$disk/ballast"
    run import b.csv --accept
    before=$(content)
    run import c.csv --accept & import=$!
    begun
    pull
    if wait $import; then echo "the import was over before the disk was pulled" >&2; exit 1; fi
}

: >"$dir/project/barrierfree.toml"
mkdir "$disk/inventory"
ln -s "$disk/inventory" "$dir/project/inventory"
begun() { until [ "$(stat -c %s "$disk/inventory/inventory.gpkg-wal" 2>/dev/null || echo 0)" -gt 500000 ]; do sleep 0.01; done; }
through
back
equal "$(content)" "$before" "a file after its disk was pulled"
run import c.csv --accept
echo "file: $(content)"

mkdir "$dir/socket" "$disk/server"
chown postgres "$dir/socket" "$disk/server"
as "$bin/initdb" -D "$disk/server/data" -U postgres -E UTF8 --locale=C -A trust >/dev/null
start
sql postgres "CREATE DATABASE city"
echo "store = 'postgresql://postgres@$(echo "$dir/socket" | sed 's#/#%2F#g')/city'" >"$dir/project/barrierfree.toml"
begun() { until [ "$(sql city "SELECT count(*) FROM barrierfree.observation")" -gt 70000 ]; do sleep 0.01; done; }
through
stop
back
start
equal "$(content)" "$before" "a server after its disk was pulled"
run import c.csv --accept
echo "server: $(content)"

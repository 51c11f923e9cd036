# A PostgreSQL server with a folder of its own, on a socket in it and nowhere else. Says where, and runs until
# its standard input ends, which it does when whoever started it is gone, however that came; then all of it goes.
set -eu
trap '' INT
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
dir=$(mktemp -d /tmp/barrierfree-server.XXXXXX)
trap 'rm -rf "$dir"' EXIT
"$bin/initdb" -D "$dir/data" -U postgres -E UTF8 --locale=C -A trust --no-sync >/dev/null
printf 'local all locked scram-sha-256\nlocal all all trust\n' >"$dir/data/pg_hba.conf"
"$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off -c max_connections=200 >"$dir/log" 2>&1 &
server=$!
trap 'kill -INT $server; wait $server; rm -rf "$dir"' EXIT
until "$bin/pg_isready" -q -h "$dir"; do
    kill -0 $server || { cat "$dir/log" >&2; exit 1; }
    sleep 0.05
done
run() { "$bin/psql" -q -v ON_ERROR_STOP=1 -h "$dir" -U postgres -d "$1" -c "$2"; }
run postgres "CREATE ROLE locked LOGIN PASSWORD 's3cret'"
run postgres "CREATE ROLE reader LOGIN"
run postgres "CREATE DATABASE with_postgis"
run with_postgis "CREATE EXTENSION postgis"
echo "$bin $dir"
cat >/dev/null

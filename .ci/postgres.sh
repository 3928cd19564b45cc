# A throwaway PostgreSQL server for the suite. Sourced by .ci/run:
#   start_postgres   sets TEST_DATABASE_URL; fails when no server can be had
#   stop_postgres    stops it and removes its files; harmless when there is none

# 15 is the oldest version the product supports, so that is the one to prove where there is a choice.
postgres_floor=15
postgres_bin=''
postgres_dir=''
postgres_as=()

find_postgres() {
  local initdb version
  while read -r initdb; do
    version=$("$initdb" --version 2>/dev/null | grep -oE '[0-9]+' | head -n 1) || continue
    if ((version >= postgres_floor)) && [[ -x "$(dirname "$initdb")/pg_ctl" ]]; then
      postgres_bin=$(dirname "$initdb")
      return 0
    fi
  done < <(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V; readlink -f "$(command -v initdb || echo /nowhere)")
  return 1
}

install_postgres() {
  local root=()
  [[ $(id -u) == 0 ]] || root=(sudo -n)
  command -v apt-get >/dev/null || return 1
  echo 'No PostgreSQL server here: installing the one of the distribution.'
  # Only the programs are wanted, not a cluster that stays behind.
  "${root[@]}" apt-get update -q &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends postgresql-common &&
    "${root[@]}" sed -i 's/^#\? *create_main_cluster *=.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends postgresql
}

# PostgreSQL refuses to run as root.
choose_postgres_user() {
  [[ $(id -u) == 0 ]] || return 0
  local user=nobody
  id postgres >/dev/null 2>&1 && user=postgres
  chown "$user" "$postgres_dir"
  postgres_as=(runuser -u "$user" --)
}

as_postgres() { (cd / && "${postgres_as[@]}" "$@"); }

free_port() { node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }

start_postgres() {
  find_postgres || { install_postgres && find_postgres; } || {
    echo "The suite needs PostgreSQL $postgres_floor or newer, and neither initdb nor a way to install it was found." >&2
    return 1
  }
  postgres_dir=$(mktemp -d "${TMPDIR:-/tmp}/rapport-postgres.XXXXXX")
  choose_postgres_user
  as_postgres "$postgres_bin/initdb" -D "$postgres_dir/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
    --locale-provider=icu --icu-locale=en-US >"$postgres_dir/initdb.log" 2>&1 || { cat "$postgres_dir/initdb.log" >&2; return 1; }
  local attempt port
  for attempt in 1 2 3; do # another process may take the port between the look and the start
    port=$(free_port)
    as_postgres "$postgres_bin/pg_ctl" start -w -t 60 -D "$postgres_dir/data" -l "$postgres_dir/data/server.log" \
      -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='' -c max_connections=200" >/dev/null && break
    port=''
  done
  [[ -n $port ]] || { cat "$postgres_dir/data/server.log" >&2; return 1; }
  export TEST_DATABASE_URL="postgres://postgres@127.0.0.1:$port/postgres"
  echo "PostgreSQL $("$postgres_bin/postgres" --version | grep -oE '[0-9.]+' | head -n 1) on port $port"
}

stop_postgres() {
  [[ -n $postgres_dir ]] || return 0
  [[ ! -f $postgres_dir/data/postmaster.pid ]] || as_postgres "$postgres_bin/pg_ctl" stop -m immediate -D "$postgres_dir/data" >/dev/null || true
  rm -rf "$postgres_dir"
  postgres_dir=''
}

# Shared by try-compose and try-podman: podman with its data in one folder, root file systems, and images without a registry.
# The caller has set `work` and `share`.

say() { printf '%s  %s\n' "$(date +%T)" "$*"; }

# All of podman's data stays in one folder, which is removed at the end.
configure_podman() {
  scripts/require podman buildah runc conmon netavark aardvark-dns catatonit iptables debootstrap ca-certificates jq
  mkdir -p "$work/storage"
  cat > "$work/containers.conf" <<END
[containers]
default_ulimits = ["nofile=1024:$(ulimit -Hn)", "nproc=1000:1000"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
[network]
network_backend = "netavark"
END
  cat > "$work/storage.conf" <<END
[storage]
driver = "vfs"
graphroot = "$work/storage/graph"
runroot = "$work/storage/run"
END
  export CONTAINERS_CONF=$work/containers.conf CONTAINERS_STORAGE_CONF=$work/storage.conf
}

# make_root NAME SUITE PACKAGES: a root file system from the mirror that apt uses, unless there is one.
make_root() {
  local mirror
  mirror=$(apt-get indextargets --format '$(SITE)' | grep 'debian$' | head -n 1)
  [ -d "$work/$1" ] || debootstrap --variant=minbase --include="$3" "$2" "$work/$1" "$mirror" > "$work/$1.log"
}
make_service_root() { make_root bookworm bookworm ca-certificates,zlib1g,libxml2,haproxy; }

# Makes $share/tree: what compose needs, with a Dockerfile whose build stage is replaced by the programs that are already built.
collect_tree() {
  local bin tree=$share/tree
  mkdir -p "$tree/out" "$tree/libraries" "$tree/deploy"
  bin=${PROGRAMS:-$(swift build -c "${CONFIGURATION:-debug}" --show-bin-path)}
  for program in entente entente-ingest entente-query entente-web; do
    cp "$bin/$program" "$tree/out/"
    strip "$tree/out/$program"
  done
  # The Swift libraries, unless the programs link them statically.
  ldd "$bin/entente-query" "$bin/entente-ingest" "$bin/entente" "$bin/entente-web" | awk '/swift/ { print $3 }' | sort -u | grep . \
    | xargs -r cp -t "$tree/libraries" || true
  cp -r compose.yaml seeds "$tree/"
  cp -r deploy/haproxy.cfg deploy/prometheus deploy/podman.yaml "$tree/deploy/"
  awk '
    /^FROM .* AS build$/ { print "FROM scratch AS build\nCOPY out /out\nCOPY libraries /libraries\n"; skip = 1; next }
    /^FROM / { skip = 0 }
    skip { next }
    /apt-get update/ { print "RUN useradd --system --no-create-home --uid 10001 entente && install -d -o entente -g entente /corpus /cache"; drop = 1; next }
    drop && /^USER/ { drop = 0; print "COPY --from=build /libraries /usr/lib/swift/linux\nENV LD_LIBRARY_PATH=/usr/lib/swift/linux" }
    drop { next }
    { print }
  ' deploy/Dockerfile > "$tree/deploy/Dockerfile"
}

# HAProxy as its own image has it.
balancer_image() {
  printf 'FROM debian:bookworm-slim\nSTOPSIGNAL SIGUSR1\nUSER haproxy\nENTRYPOINT ["haproxy", "-W", "-db", "-f", "/usr/local/etc/haproxy/haproxy.cfg"]\n'
}

asked() { cat "$share/asked" 2>/dev/null || echo "0 0"; }
check() {
  read -r calls failed < <(asked)
  say "$1: $calls calls so far, $failed failed"
  [ "$failed" -eq 0 ] || { cat "$share/failures" >&2; exit 1; }
}
eventually() {
  local what=$1
  shift
  for _ in $(seq 60); do "$@" >/dev/null 2>&1 && return; sleep 0.5; done
  echo "timed out waiting for: $what" >&2
  exit 1
}

"""A replica that is asked for more than it can do, and one that holds many idle connections. Steps of Benchmarks/compare."""
import contextlib, json, os, random, resource, subprocess, sys

import replicas
from echoes import Server

HERE = os.path.dirname(os.path.abspath(__file__))
IDLE, SHARE = 10_000, 5_000
# For callers to whom late answers are of no use.
QUEUE = ["--queue", 32, "--queue-per-connection", 2, "--queue-time", 10]


def searches(queries, path):
    """Writes request frames of the searches that `entente-bench load --count 10` makes, shuffled."""
    typed = {"term": lambda words: words, "and2": lambda words: " ".join("+" + word for word in words),
             "or3": " ".join, "phrase": lambda words: f'"{" ".join(words)}"'}
    asked = [typed[kind](words) for kind, some in json.load(open(queries, encoding="utf-8")).items() for words in some[:10]]
    random.Random(1).shuffle(asked)
    wire = replicas.wire
    with open(path, "wb") as file:
        for query in asked:
            request = wire.request("entente.v1.Query", "Search", wire.field(1, query.encode()), 0, [])
            file.write(wire.frame(1, wire.REQUEST, 0, request))


def build(work, queries):
    """What offers calls at a rate, and the calls: paths."""
    frames, offer = os.path.join(work, "searches.frames"), os.path.join(work, "offer")
    searches(queries, frames)
    subprocess.run(["cc", "-O2", "-o", offer, os.path.join(HERE, "Peers", "offer.c")], check=True)
    return frames, offer


def steady(run, bench, work, snapshot, queries, rate):
    """How long searches take that come at a steady rate, on eight connections."""
    frames, offer = build(work, queries)
    with Server([bench, "query-server", "--snapshot", snapshot, "--listen", "{address}"]) as server:
        return run(offer, server.port, frames, 8, f"{round(rate)}:1", f"{round(rate)}:5")[1]


def overload(run, bench, programs, work, snapshot, queries):
    """What became of calls at a fifth of what a replica can do, at three times as much, and at a fifth in the second after that
    and in the two seconds thereafter; and what it can do, in calls per second. Server and callers have half of the cores each:
    else the crowd takes the time of whom it asks, and of itself."""
    frames, offer = build(work, queries)
    cores = sorted(os.sched_getaffinity(0))
    theirs, ours = cores[:max(1, len(cores) // 2)], cores[len(cores) // 2:]
    command = ["taskset", "-c", ",".join(map(str, theirs)), os.path.join(programs, "entente-query"), "--threads", len(theirs),
               "--snapshot", snapshot, "--listen", "{address}"]
    with Server(command) as server, on(ours):
        load = [bench, "load", "--server", server.address, "--queries", queries, "--connections", 8, "--count", 10, "--plain"]
        capacity = max(run(*load, "--seconds", 2)[0]["calls_per_s"] for _ in range(2))
    with Server([*command, *QUEUE]) as server, on(ours):
        few, many = round(capacity / 5), round(capacity * 3)
        return capacity, run(offer, server.port, frames, 32, f"{few}:1", f"{few}:4", f"{many}:5", f"{few}:1", f"{few}:2")[1:]


@contextlib.contextmanager
def on(cores):
    """Runs the block, and what it starts, on some cores."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def anonymous(pid):
    """The memory of a process that no file backs, in bytes."""
    with open(f"/proc/{pid}/status") as file:
        lines = dict(line.split(":", 1) for line in file)
    return int(lines["RssAnon"].split()[0]) * 1024


def idle(run, bench, programs, snapshot, queries):
    """The memory of a replica for each of 10,000 connections that have made a call and do nothing since, in bytes, and
    searches per second on eight others before and meanwhile."""
    command = [os.path.join(programs, "entente-query"), "--snapshot", snapshot, "--listen", "{address}",
               "--max-connections", IDLE + 100, "--max-connections-per-address", IDLE + 100]
    raise_limit(IDLE + 1_000)
    with Server(command) as server:
        load = [bench, "load", "--server", server.address, "--queries", queries, "--connections", 8, "--count", 10, "--plain",
                "--seconds", 3]
        without = run(*load)[0]["calls_per_s"]
        before, holders = anonymous(server.process.pid), []
        try:
            for _ in range(IDLE // SHARE):
                holders.append(subprocess.Popen([sys.executable, __file__, server.address, str(SHARE)], stdin=subprocess.PIPE,
                                                stdout=subprocess.PIPE, text=True))
            for holder in holders:
                if holder.stdout.readline().strip() != "held":
                    raise RuntimeError("the connections are not held")
            each = (anonymous(server.process.pid) - before) / IDLE
            during = run(*load)[0]["calls_per_s"]
        finally:
            for holder in holders:
                holder.kill()
                holder.wait()
    return each, without, during


def raise_limit(descriptors):
    """Lets this process, and those that it starts, open so many files."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < descriptors:
        raise RuntimeError(f"the limit of open files is {hard}; {descriptors} are needed")
    if soft < descriptors:
        resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, hard))


def hold(address, count):
    """Keeps connections on which a call was made, until it is killed."""
    held = []
    for _ in range(count):
        held.append(replicas.Caller(address))
        held[-1].generation()
    print("held", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    hold(sys.argv[1], int(sys.argv[2]))

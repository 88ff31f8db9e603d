"""Calls that are answered with what they send: servers beside each other. Steps of Benchmarks/compare."""
import os, socket, subprocess, time

# Calls, in flight, on connections.
LOADS = {"1 in flight": (20_000, 1, 1), "50 on one connection": (100_000, 50, 1), "50 on 50 connections": (100_000, 50, 50)}
IN_FLIGHT = [1, 50]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address):
    host, port = address.split(":")
    for _ in range(200):
        try:
            return socket.create_connection((host, int(port))).close()
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"no server at {address}")


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Server:
    """A process that listens, for as long as the block."""

    def __init__(self, command):
        self.port = free_port()
        self.address = f"127.0.0.1:{self.port}"
        self.command = [str(word).format(port=self.port, address=self.address) for word in command]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stderr=subprocess.DEVNULL)
        try:
            wait_for(self.address)
        except RuntimeError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    @property
    def processor_seconds(self):
        return processor_seconds(self.process.pid)


def servers(run, bench, work, rounds):
    """Calls per second, and processor time a call in µs, of each server under each load of the stock Go client, by round."""
    client, lean = os.path.join(work, "ttrpc_echo"), os.path.join(work, "epoll_echo")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Peers", "epoll_echo.c")
    subprocess.run(["cc", "-O2", "-pthread", "-o", lean, source], check=True)
    commands = {"Entente": [bench, "echo-server", "--listen", "{address}"], "Go": [client, "server", "{address}"],
                "C": [lean, "{port}", os.cpu_count()]}
    speed = {(name, load): [] for name in commands for load in LOADS}
    cpu = {key: [] for key in speed}
    for number in range(rounds):
        for load, (calls, in_flight, connections) in LOADS.items():
            # Whoever comes first in a round comes last in the next. Which cores the threads of a server and its client take is
            # settled anew at each start, and doubles or halves what one call at a time makes: it is started more often.
            starts = sorted(commands, reverse=number % 2 == 1) * (3 if in_flight == 1 else 1)
            for name in starts:
                with Server(commands[name]) as server:
                    asking = [client, "client", server.address, "bench.Echo", "Echo"]
                    run(*asking, calls // 10, in_flight, connections)
                    before = server.processor_seconds
                    result = run(*asking, calls, in_flight, connections)[0]
                    speed[name, load].append(result["calls_per_s"])
                    cpu[name, load].append((server.processor_seconds - before) / calls * 1e6)
    return speed, cpu


def grpc(run, bench, peer, rounds):
    """The most calls per second of a client and a server of ours, and of gRPC Swift 2, by calls in flight."""
    best = {}
    for number in range(rounds):
        for in_flight in IN_FLIGHT:
            asked = {"Entente": ([bench, "echo-server", "--listen", "{address}"], None, [])}
            for told in [[], ["--at-once"]]:
                asked["gRPC " + " ".join(told)] = ([peer, "server", "{port}", *told], peer, told)
            for name in sorted(asked, reverse=number % 2 == 1):
                command, client, told = asked[name]
                with Server(command) as server:
                    calls = 3_000 + 500 * in_flight
                    result = (run(client, "client", server.port, calls, in_flight, *told) if client else
                              run(bench, "echo-load", "--server", server.address, "--calls", 10 * calls, "--in-flight", in_flight))
                key = (name.split()[0], in_flight)
                best[key] = max(best.get(key, 0), result[0]["calls_per_s"])
    return best

"""Shards and a router as processes, side by side or each in a network namespace of its own, and what programs cost."""
import json, os, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from replicas import address

PORT = 7420


def processor_time(process):
    """What the threads of a process that runs have spent, in seconds."""
    spent, folder = 0, f"/proc/{process.pid}/task"
    for thread in os.listdir(folder):
        try:
            with open(f"{folder}/{thread}/schedstat") as line:
                spent += int(line.read().split()[0])
        except FileNotFoundError:
            pass  # It has ended.
    return spent / 1e9


class Run:
    """A program that has run to its end: what it printed, how long it took and what it cost."""

    def __init__(self, *command):
        command = [str(word) for word in command]
        with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
            begin = time.perf_counter()
            process = subprocess.Popen(command, stdout=output, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds = time.perf_counter() - begin
            process.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0), errors.seek(0)
            self.output = output.read()
            if process.returncode:
                raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {errors.read()}")
        self.processor = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss * 1024

    @property
    def rows(self):
        return [json.loads(line) for line in self.output.splitlines() if line.startswith("{")]


def shared_speed(cores=2, rounds=3):
    """What a core does, of what it does alone, while the others are busy too."""
    def spent(at_once):
        processes = [subprocess.Popen([sys.executable, "-c", "sum(range(2 * 10**7))"]) for _ in range(at_once)]
        return sum(usage.ru_utime for _, _, usage in (os.wait4(process.pid, 0) for process in processes)) / at_once
    return min(1.0, min(spent(1) for _ in range(rounds)) / min(spent(cores) for _ in range(rounds)))


class Loopback:
    """All hosts are this one."""
    switch = None

    def command(self, _, *words):
        return words

    def listening(self, _):
        return address()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class Network:
    """A namespace for each host, and a switch between them through which a packet takes `delay` microseconds."""

    def __init__(self, hosts, delay):
        self.names = [f"entente-{os.getpid()}-{host}" for host in range(hosts)]
        self.delay = delay

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        program = os.path.join(self.folder.name, "switch")
        subprocess.run(["cc", "-O2", "-o", program, os.path.join(HERE, "switch.c")], check=True)
        for name in self.names:
            subprocess.run(["ip", "netns", "add", name], check=True)
            subprocess.run(["ip", "-n", name, "link", "set", "lo", "up"], check=True)
        self.switch = subprocess.Popen([program, str(self.delay), *self.names], stdout=subprocess.PIPE)
        self.switch.stdout.readline()
        return self

    def __exit__(self, *_):
        self.switch.kill()
        self.switch.wait()
        for name in self.names:
            subprocess.run(["ip", "netns", "delete", name], check=True)
        self.folder.cleanup()

    def command(self, host, *words):
        return ("ip", "netns", "exec", self.names[host], *words)

    def listening(self, host):
        return f"10.77.0.{host + 1}:{PORT}"


CALLER, ROUTER, FIRST_SHARD = 0, 1, 2


class Fleet:
    """Programs that run until the block ends, each on a host of a network."""

    def __init__(self, programs, network):
        self.programs, self.network, self.running = programs, network, []

    def start(self, host, name, *arguments):
        """Starts a server and waits until it listens; returns the process and its address."""
        at = self.network.listening(host)
        log = tempfile.TemporaryFile("w+")
        program = os.path.join(self.programs, name)
        process = subprocess.Popen(
            self.network.command(host, program, *map(str, arguments), "--listen", at), stdout=log, stderr=log)
        self.running.append(process)
        end = time.monotonic() + 60
        while time.monotonic() < end and process.poll() is None:
            log.seek(0)
            if "listening on " in log.read():
                return process, at
            time.sleep(0.02)
        log.seek(0)
        raise RuntimeError(f"{name} does not listen: {log.read()}")

    def sharded(self, manifest, count, router_threads=1):
        """Starts the shards of a manifest, a thread each, and a router before them."""
        shards = [self.start(FIRST_SHARD + shard, "entente-query", "--shard", f"{manifest}#{shard}", "--threads", 1)
                  for shard in range(count)]
        told = [word for shard, (_, at) in enumerate(shards) for word in ("--shard", f"{shard}={at}")]
        return shards, self.start(ROUTER, "entente-router", "--manifest", manifest, "--threads", router_threads, *told)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in self.running:
            process.kill()
            process.wait()

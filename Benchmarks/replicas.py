"""What replicas cost their callers: swaps, starts, publication, fetching, metrics. A step of Benchmarks/compare."""
import gc, importlib.util, os, shutil, socket, subprocess, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)


def load_wire():
    """Frames and envelopes of the Python client, without the rest of it, which needs protobuf."""
    spec = importlib.util.spec_from_file_location("wire", os.path.join(ROOT, "clients", "python", "entente", "wire.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


wire = load_wire()
SEARCH = ("entente.v1.Query", "Search", wire.field(1, "défense nationale".encode()))
HEALTH = ("entente.v1.Health", "Check", b"")


class Caller:
    """One connection with one call in flight."""

    def __init__(self, address, patience=10.0):
        host, port = address.rsplit(":", 1)
        end = time.monotonic() + patience
        while True:
            try:
                self.socket = socket.create_connection((host, int(port)), 10)
                break
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.0005)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.stream = -1

    def send(self, service, method, payload, flags=0):
        self.stream += 2
        self.socket.sendall(wire.frame(self.stream, wire.REQUEST, flags, wire.request(service, method, payload, 30, [])))

    def read(self, count):
        content = bytearray()
        while len(content) < count:
            piece = self.socket.recv(count - len(content))
            if not piece:
                raise ConnectionError("the connection closed")
            content += piece
        return bytes(content)

    def call(self, service, method, payload):
        self.send(service, method, payload)
        length, _, _, flags = wire.HEADER.unpack(self.read(wire.HEADER.size))
        return wire.response(wire.plain(self.read(length), flags))

    def generation(self):
        return dict(wire.fields(self.call(*HEALTH).payload)).get(3, 0)

    def close(self):
        self.socket.close()


class Programs:
    """Processes that end with the block."""

    def __init__(self, folder):
        self.folder, self.running = folder, []

    def start(self, name, *arguments):
        process = subprocess.Popen([os.path.join(self.folder, name), *map(str, arguments)],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.running.append(process)
        return process

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in self.running:
            process.kill()
            process.wait()


def address():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


def replace(source, path):
    """Publishes a copy of a file at a path, as a worker does."""
    shutil.copyfile(source, path + ".part")
    os.sync()
    os.rename(path + ".part", path)


def swap(programs, old, new):
    """The longest call, in milliseconds, of one caller while nothing happens and while its replica swaps, and how many calls
    it made meanwhile."""
    with tempfile.TemporaryDirectory() as folder, Programs(programs) as running:
        path, at = os.path.join(folder, "current"), address()
        replace(old, path)
        running.start("entente-query", "--snapshot", path, "--listen", at, "--poll", 1, "--cache", os.path.join(folder, "cache"))
        caller = Caller(at, 60)
        while caller.generation() != 1:
            time.sleep(0.01)

        def worst(goes_on):
            longest, calls = 0.0, 0
            while goes_on(calls):
                begin = time.perf_counter()
                answer = caller.call(*SEARCH)
                longest = max(longest, time.perf_counter() - begin)
                calls += 1
                if answer.status.code:
                    raise RuntimeError(answer.status.message)
            return longest * 1e3, calls

        gc.disable()
        end = time.monotonic() + 3
        worst(lambda _: time.monotonic() < end)
        end = time.monotonic() + 3
        quiet, _ = worst(lambda _: time.monotonic() < end)
        shutil.copyfile(new, path + ".part")
        os.sync()
        os.rename(path + ".part", path)
        # Health is asked now and then, so that the end is noticed; half a second more, for what is let go after it.
        swapped, ends = False, time.monotonic() + 60

        def goes_on(calls):
            nonlocal swapped, ends
            if not swapped and calls % 50 == 0 and caller.generation() == 2:
                swapped, ends = True, time.monotonic() + 0.5
            return time.monotonic() < ends

        during, calls = worst(goes_on)
        gc.enable()
        if not swapped:
            raise RuntimeError("the replica did not swap")
        return quiet, during, calls


def start(programs, snapshot):
    """From the start of a replica whose source is away to its first answer, from its cache, in milliseconds."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        path, cache = os.path.join(folder, "current"), os.path.join(folder, "cache")
        replace(snapshot, path)
        with Programs(programs) as running:
            at = address()
            running.start("entente-query", "--snapshot", path, "--listen", at, "--cache", cache)
            Caller(at, 60).call(*SEARCH)
        os.remove(path)
        for _ in range(7):
            with Programs(programs) as running:
                at = address()
                begin = time.perf_counter()
                running.start("entente-query", "--snapshot", "ttrpc://127.0.0.1:1", "--listen", at, "--cache", cache)
                answer = Caller(at).call(*SEARCH)
                times.append((time.perf_counter() - begin) * 1e3)
                if answer.status.code:
                    raise RuntimeError(answer.status.message)
    return min(times), sorted(times)[len(times) // 2]


def publication(programs, documents, replicas):
    """From the moment a feed offers a snapshot to the last replica serving it, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder, Programs(programs) as running:
        inputs, feed = os.path.join(folder, "inputs"), address()
        os.mkdir(inputs)
        shutil.copyfile(documents, os.path.join(inputs, "corpus.jsonl"))
        running.start("entente-ingest", inputs, "--output", os.path.join(folder, "out.snapshot"), "--no-extract", "--watch",
                      "--serve", feed)
        at = [address() for _ in range(replicas)]
        for place in at:
            running.start("entente-query", "--snapshot", f"ttrpc://{feed}", "--listen", place, "--threads", 1,
                          "--cache", os.path.join(folder, "cache-" + place))
        callers = [Caller(place, 60) for place in at]
        source = Caller(feed, 60)

        def offered():
            payload = source.call("entente.v1.Feed", "Describe", b"").payload
            published = [dict(wire.fields(value)) for number, value in wire.fields(payload) if number == 1]
            return published[0] if published else {}

        def wait(generation):
            while offered().get(2, 0) < generation:
                time.sleep(0.002)
            begin, behind = time.perf_counter(), callers
            while behind:
                behind = [caller for caller in behind if caller.generation() < generation]
                time.sleep(0.002)
            return (time.perf_counter() - begin) * 1e3

        times = [wait(1)]
        for generation in [2, 3, 4]:
            with open(os.path.join(inputs, f"more-{generation}.txt"), "w", encoding="utf-8") as file:
                file.write(f"Le sommet numéro {generation} réunit l’OTAN et le Japon.\n")
            times.append(wait(generation))
        # How fast one reader is sent a snapshot: bytes off the socket, neither kept nor verified.
        newest = offered()
        speeds = []
        for _ in range(5):
            reader = Caller(feed)
            reader.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
            begin, left, buffer = time.perf_counter(), newest[3], bytearray(4 << 20)
            reader.send("entente.v1.Feed", "Fetch", wire.field(1, newest[1]), wire.REMOTE_CLOSED)
            while left > 0:
                count = reader.socket.recv_into(buffer)
                if not count:
                    raise ConnectionError("the feed closed the connection")
                left -= count
            speeds.append(newest[3] / (time.perf_counter() - begin) / 1e6)
            reader.close()
        return min(times[1:]), newest[3] / 1e6, max(speeds)


def beside(run, bench, queries, rounds, connections, servers):
    """The most searches per second that each of some servers answers: each is a command, to which the address is added, and
    what the load is told beside it."""
    best = {}
    for number in range(rounds):
        # Whoever comes first in a round comes last in the next.
        for name in sorted(servers, reverse=number % 2 == 1):
            command, told = servers[name]
            at = address()
            process = subprocess.Popen([*command, "--listen", at], stderr=subprocess.DEVNULL)
            try:
                Caller(at, 60).close()
                load = [bench, "load", "--server", at, "--queries", queries, "--connections", connections, "--count", 10, "--plain"]
                speed = run(*load, "--seconds", 2, *told)[0]["calls_per_s"]
                best[name] = max(best.get(name, 0), speed)
            finally:
                process.kill()
                process.wait()
    return best


def metrics(run, bench, programs, snapshot, queries, rounds):
    """Searches per second of a replica with its metrics, and of the same services without any."""
    best = beside(run, bench, queries, rounds, 8, {
        "with": ([os.path.join(programs, "entente-query"), "--snapshot", snapshot], []),
        "without": ([bench, "query-server", "--snapshot", snapshot], [])})
    return best["with"], best["without"]


def tls(run, bench, programs, snapshot, queries, rounds):
    """Searches per second of a replica over TLS, and in the clear: 50 connections with a call in flight each."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([os.path.join(ROOT, "scripts", "dev-certs"), folder], check=True, stdout=subprocess.DEVNULL)
        path = lambda name: os.path.join(folder, name)
        command = [os.path.join(programs, "entente-query"), "--snapshot", snapshot]
        best = beside(run, bench, queries, rounds, 50, {
            "tls": ([*command, "--tls-certificate", path("server.pem"), "--tls-key", path("server.key")],
                    ["--tls-ca", path("ca.pem")]),
            "plain": (command, [])})
    return best["tls"], best["plain"]

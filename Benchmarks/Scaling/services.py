"""How long each shard takes to search for each of some queries and to show its hits, one call at a time."""
import itertools, json, time

from fleet import processor_time
from replicas import HEALTH, Caller, wire

HITS = 10
CLASSES = ["term", "and2", "or3", "phrase"]


def typed(name, words):
    """A query as a user types it; `QueryWords` of entente-bench does the same."""
    words = [words] if isinstance(words, str) else words
    if name == "and2":
        return " ".join(f"+{word}" for word in words)
    return f'"{" ".join(words)}"' if name == "phrase" else " ".join(words)


def answered(path, count, address):
    """The first queries of each class that a replica answers: those that would read too much are refused."""
    with open(path, encoding="utf-8") as file:
        asked = json.load(file)
    caller = Caller(address, 60)
    is_answered = lambda name, words: not caller.call(
        "entente.v1.Query", "Search", wire.field(1, typed(name, words).encode())).status.code
    return {name: list(itertools.islice((words for words in asked[name] if is_answered(name, words)), count)) for name in CLASSES}


def queries(asked):
    """Queries by class, in the order in which entente-bench asks them."""
    return [typed(name, words) for name in CLASSES for words in asked[name]]


class Shard:
    def __init__(self, address, corpus):
        self.caller, self.corpus = Caller(address, 60), corpus

    def call(self, service, method, payload):
        """An answer, and how many microseconds it took."""
        begin = time.perf_counter()
        answer = self.caller.call(service, method, payload)
        took = (time.perf_counter() - begin) * 1e6
        if answer.status.code:
            raise RuntimeError(answer.status.message)
        return answer.payload, took

    def ping(self):
        return self.call(*HEALTH)[1]

    def search(self, query):
        """The shard's hits, each as bytes, and the time."""
        request = wire.field(1, self.corpus) + wire.field(2, query.encode()) + b"\x18" + wire.varint(HITS)
        payload, took = self.call("entente.v1.Shard", "Search", request)
        return [value for number, value in wire.fields(payload) if number == 1], took

    def show(self, query, hits):
        request = wire.field(1, self.corpus) + wire.field(2, query.encode()) + b"".join(wire.field(3, hit) for hit in hits)
        return self.call("entente.v1.Shard", "Show", request)[1]


def best(found):
    """The page's hits of each shard, as a router picks them."""
    ranked = []
    for shard, hits in enumerate(found):
        for hit in hits:
            values = dict(wire.fields(hit))
            ranked.append((-values.get(3, 0), values.get(1, 0), shard, hit))
    chosen = {}
    for _, _, shard, hit in sorted(ranked)[:HITS]:
        chosen.setdefault(shard, []).append(hit)
    return chosen


def measure(addresses, corpus, asked, rounds=2):
    """For each query the time of each shard's search, and of showing its hits, in microseconds beyond those of a call that does
    nothing: `[[search, …], {shard: show}]`. The least of some rounds, after one that warms the caches."""
    shards = [Shard(address, corpus) for address in addresses]
    nothing = [sorted(shard.ping() for _ in range(300))[150] for shard in shards]
    least = None
    for number in range(rounds + 1):
        times = []
        for query in asked:
            found = [shard.search(query) for shard in shards]
            shown = {shard: shards[shard].show(query, hits) for shard, hits in best([hits for hits, _ in found]).items()}
            times.append(([took for _, took in found], shown))
        if number == 0:
            continue
        least = times if least is None else [
            ([min(pair) for pair in zip(old, new)], {shard: min(old_shown[shard], new_shown[shard]) for shard in new_shown})
            for (old, old_shown), (new, new_shown) in zip(least, times)]
    return [[[round(max(0, took - nothing[shard])) for shard, took in enumerate(searches)],
             {shard: round(max(0, took - nothing[shard])) for shard, took in sorted(shown.items())}]
            for searches, shown in least]


def pings(process, address, calls=2000, at_once=50):
    """What a call that does nothing costs a server, in microseconds of processor time: one at a time, and many in one read."""
    caller = Caller(address, 60)

    def answer():
        length, *_ = wire.HEADER.unpack(caller.read(wire.HEADER.size))
        caller.read(length)

    def spent(ask):
        before = processor_time(process)
        for _ in range(calls // ask):
            for _ in range(ask):
                caller.send(*HEALTH)
            for _ in range(ask):
                answer()
        return (processor_time(process) - before) / calls * 1e6
    spent(at_once)
    return {"alone": min(spent(1) for _ in range(3)), "at_once": min(spent(at_once) for _ in range(3))}

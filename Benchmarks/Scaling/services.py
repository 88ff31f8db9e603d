"""What each shard spends to search for each of some queries and to show its hits, one call at a time. It is processor time: what else
runs on the machine does not count."""
import itertools, json, struct
from typing import NamedTuple

from fleet import processor_time
from replicas import Caller, wire

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


def nothing(corpus):
    """A call that does nothing: it asks for what is related to no terms. A health check would inflate a text."""
    return "entente.v1.Shard", "Relate", wire.field(1, corpus)


class Hit(NamedTuple):
    """A RankedDocument, which comes before those that are greater."""
    rank: float
    ordinal: int
    encoded: bytes

    @classmethod
    def read(cls, encoded, of_question):
        values = dict(wire.fields(encoded))
        reranked = struct.unpack("<f", values.get(4, bytes(4)))[0]
        return cls(-reranked if of_question else -values.get(3, 0), values.get(1, 0), encoded)


class Shard:
    def __init__(self, process, address, corpus, shown):
        """`shown` is how many of its hits a router asks it to show at once."""
        self.process, self.caller, self.corpus, self.shown = process, Caller(address, 60), corpus, shown

    def call(self, service, method, payload):
        """An answer, and how many microseconds of its processor time it took."""
        before = processor_time(self.process)
        answer = self.caller.call(service, method, payload)
        spent = (processor_time(self.process) - before) * 1e6
        if answer.status.code:
            raise RuntimeError(answer.status.message)
        return answer.payload, spent

    def ping(self):
        return self.call(*nothing(self.corpus))[1]

    def search(self, query):
        """The shard's hits, best first, with whether each is shown already, and what it took."""
        request = (wire.field(1, self.corpus) + wire.field(2, query.encode()) + b"\x18" + wire.varint(HITS)
                   + b"\x30" + wire.varint(self.shown))
        payload, spent = self.call("entente.v1.Shard", "Search", request)
        fields = list(wire.fields(payload))
        shown = sum(number == 8 for number, _ in fields)
        hits = sorted(Hit.read(value, (5, 1) in fields) for number, value in fields if number == 1)
        return [(hit, place < shown) for place, hit in enumerate(hits)], spent

    def show(self, query, hits):
        request = wire.field(1, self.corpus) + wire.field(2, query.encode()) + b"".join(wire.field(3, hit) for hit in hits)
        return self.call("entente.v1.Shard", "Show", request)[1]


def unshown(found):
    """The page's hits that each shard is still to show, as a router picks them: with questions as if each of these hits were among
    the best of all, which are ranked once more."""
    ranked = sorted((hit, shard, is_shown) for shard, hits in enumerate(found) for hit, is_shown in hits)
    chosen = {}
    for hit, shard, is_shown in ranked[:HITS]:
        if not is_shown:
            chosen.setdefault(shard, []).append(hit.encoded)
    return chosen


def measure(shards, corpus, asked, rounds=2):
    """For each query what each shard's search with its first hits takes, and showing the rest of the page, in microseconds
    beyond those of a call that does nothing: `[[search, …], {shard: show}]`. The least of some rounds, after one that warms the
    caches."""
    # As in MergedSearch.
    shown_at_once = min(HITS, HITS // len(shards) + 2)
    shards = [Shard(process, address, corpus, shown_at_once) for process, address in shards]
    nothing = [sorted(shard.ping() for _ in range(300))[150] for shard in shards]
    least = None
    for number in range(rounds + 1):
        times = []
        for query in asked:
            found = [shard.search(query) for shard in shards]
            shown = {shard: shards[shard].show(query, hits) for shard, hits in unshown([hits for hits, _ in found]).items()}
            times.append(([took for _, took in found], shown))
        if number == 0:
            continue
        least = times if least is None else [
            ([min(pair) for pair in zip(old, new)], {shard: min(old_shown[shard], new_shown[shard]) for shard in new_shown})
            for (old, old_shown), (new, new_shown) in zip(least, times)]
    return [[[round(max(0, took - nothing[shard])) for shard, took in enumerate(searches)],
             {shard: round(max(0, took - nothing[shard])) for shard, took in sorted(shown.items())}]
            for searches, shown in least]


def pings(process, address, corpus, calls=2000, at_once=50):
    """What a call that does nothing costs a server, in microseconds of processor time: one at a time, and many in one read."""
    caller = Caller(address, 60)

    def answer():
        length, *_ = wire.HEADER.unpack(caller.read(wire.HEADER.size))
        caller.read(length)

    def spent(ask):
        before = processor_time(process)
        for _ in range(calls // ask):
            for _ in range(ask):
                caller.send(*nothing(corpus))
            for _ in range(ask):
                answer()
        return (processor_time(process) - before) / calls * 1e6
    spent(at_once)
    return {"alone": min(spent(1) for _ in range(3)), "at_once": min(spent(at_once) for _ in range(3))}

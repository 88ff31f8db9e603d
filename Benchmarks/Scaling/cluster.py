"""A search over shards, as a router makes it, in the model of model.py."""
import itertools
from typing import NamedTuple

from model import Machine, Pause, Simulation, Thread, closed, quantile


#: How long a server works on the calls of one connection before it sends their answers: `slice` of ServerConfiguration.
SLICE = 1000


class Costs(NamedTuple):
    """Microseconds of processor time, but for `latency` and `shared_speed`."""
    #: From the moment when a thread that sleeps has work until it runs.
    latency: float
    #: Of a thread that was asleep, each time it wakes.
    activation: float
    #: What a core does, of what it does alone, while the other one is busy too.
    shared_speed: float
    #: The caller's program, for a call.
    caller: float
    #: The router, for a call, and for each call that it makes to a shard.
    router: float
    leg: float
    #: A shard, for a call that does nothing.
    shard: float
    #: The switch, for a packet, and each time it wakes.
    packet: float
    wake: float = 0
    #: What a packet takes beyond that and the delay; no processor time.
    hop: float = 0


class Cluster:
    """A caller's program, a router and shards, each with one event loop.

    `services` has a pair for each query: what each shard takes to search for it, and by shard what it takes to show its hits.
    """

    def __init__(self, simulation, costs, services, delay=None, cores=2):
        machine = Machine(simulation, cores, costs.shared_speed)
        thread = lambda slice=0: Thread(machine, costs.latency, costs.activation, slice)
        self.costs, self.services, self.delay = costs, services, delay
        self.caller, self.router = thread(), thread()
        self.switch = Thread(machine, costs.latency, costs.wake)
        # All calls of a router come over one connection.
        self.shards = [thread(SLICE) for _ in services[0][0]]

    def _hop(self):
        """The way to another host."""
        if self.delay is not None:
            yield self.switch.work(self.costs.packet / 2)
            yield Pause(self.delay + self.costs.hop)
            yield self.switch.work(self.costs.packet / 2)

    def _ask(self, shard, service):
        """A call of the router to a shard."""
        yield self.router.work(self.costs.leg / 2)
        yield from self._hop()
        yield self.shards[shard].work(self.costs.shard + service)
        yield from self._hop()
        yield self.router.work(self.costs.leg / 2)

    def search(self, number):
        searches, shown = self.services[number % len(self.services)]
        yield self.caller.work(self.costs.caller / 2)
        yield from self._hop()
        yield self.router.work(self.costs.router / 3)
        yield [self._ask(shard, service) for shard, service in enumerate(searches)]
        yield self.router.work(self.costs.router / 3)
        yield [self._ask(int(shard), service) for shard, service in shown.items()]
        yield self.router.work(self.costs.router / 3)
        yield from self._hop()
        yield self.caller.work(self.costs.caller / 2)


def simulate(costs, services, connections, delay=None, time=1.5e6, cores=2):
    """What callers meet who each have one call in flight and ask the queries in turn, as `entente-bench load` does."""
    simulation = Simulation()
    cluster = Cluster(simulation, costs, services, delay, cores)
    share = -(-len(services) // connections)
    times, rate = closed(
        simulation, connections, lambda caller, number: cluster.search(caller * share + number), warm_up=time / 10, time=time)
    return {"p50": quantile(times, 0.5), "p99": quantile(times, 0.99), "rate": rate}


def legs(services):
    """How many calls to shards a search makes, in the mean."""
    return sum(len(searches) + len(shown) for searches, shown in services) / len(services)


def derived(figures):
    """The costs that measurements on loopback tell, of parts and of one and the most shards. On the network, calls to
    one shard tell what a packet costs the switch, and a lone one what it takes; everything else there is for the model to foretell."""
    services, rows = figures["services"], figures["loopback"]
    row = lambda count, most: (max if most else min)(
        (row for row in rows if row["shards"] == count), key=lambda row: row["connections"])
    one, many = min(map(int, services)), max(map(int, services))
    busy = {count: row(count, True)["spent"]["router"] for count in (one, many)}
    leg = max(0.0, (busy[many] - busy[one]) / (legs(services[str(many)]) - legs(services[str(one)])))
    ping = figures["ping"]
    activation = ping["alone"] - ping["at_once"]
    crossed = sorted((row for row in figures["network"] if row["shards"] == one), key=lambda row: row["connections"])
    sparse, packets = crossed[0], 2 + 2 * legs(services[str(one)])
    alone, together = (row["spent"]["switch"] / packets for row in (sparse, crossed[-1]))
    costs = Costs(
        latency=0, activation=activation, shared_speed=figures["shared_speed"], caller=row(one, True)["caller"],
        router=max(0.0, busy[one] - leg * legs(services[str(one)])), leg=leg, shard=ping["at_once"],
        packet=together, wake=max(0.0, alone - together) / 2)
    costs = costs._replace(latency=_latency(costs, services[str(one)], row(one, False)))
    lone = simulate(costs, services[str(one)], sparse["connections"], figures["delay"], time=5e5)
    return costs._replace(hop=max(0.0, (sparse["p50"] - lone["p50"]) / packets))


def _latency(costs, services, measured):
    """The latency with which a lone caller meets the median that was measured."""
    low, high = 0.0, 500.0
    for _ in range(12):
        middle = (low + high) / 2
        found = simulate(costs._replace(latency=middle), services, measured["connections"], time=5e5)["p50"]
        low, high = (middle, high) if found < measured["p50"] else (low, middle)
    return low

"""A queueing model of a router, its shards and their callers: machines with cores, threads with queues, a network with a delay.

A call is a generator that yields what it waits for:

    yield thread.work(120)          # until the thread has spent 120 µs of processor time on it
    yield Pause(1000)               # a while that costs nobody anything
    yield [one(), another()]        # until both of these calls have ended

All times are in microseconds. Nothing is drawn at random but by the generators that callers pass in.
"""
import collections, heapq, itertools, random


class Pause:
    def __init__(self, time):
        self.time = time


class Work:
    def __init__(self, thread, time):
        self.thread, self.time = thread, time


class Simulation:
    """A clock, and what happens when."""

    def __init__(self):
        self.now, self._events, self._order = 0.0, [], itertools.count()

    def after(self, time, event):
        heapq.heappush(self._events, (self.now + time, next(self._order), event))

    def run(self, until=float("inf")):
        while self._events and self._events[0][0] <= until:
            self.now, _, event = heapq.heappop(self._events)
            event()

    def start(self, call, done=lambda: None):
        """Runs a call to its end, beside others."""
        wanted = next(call, None)
        proceed = lambda: self.start(call, done)
        if wanted is None:
            done()
        elif isinstance(wanted, Pause):
            self.after(wanted.time, proceed)
        elif isinstance(wanted, Work):
            wanted.thread.submit(wanted.time, proceed)
        elif wanted:
            left = [len(wanted)]

            def one_ended():
                left[0] -= 1
                if not left[0]:
                    proceed()
            for part in wanted:
                self.start(part, one_ended)
        else:
            proceed()


class Machine:
    """Cores that threads share: whoever is ready first runs first, until it has done one piece of work.

    `shared_speed` is what a core does, of what it does alone, while the others are busy too.
    """

    def __init__(self, simulation, cores, shared_speed=1.0):
        self.simulation, self.cores, self.shared_speed = simulation, cores, shared_speed
        self._ready, self._running, self._since, self._turn = collections.deque(), [], 0.0, 0

    def ready(self, thread):
        self._ready.append(thread)
        self._advance()
        self._fill()

    def _speed(self):
        if self.cores == 1 or len(self._running) <= 1:
            return 1.0
        return 1.0 - (1.0 - self.shared_speed) * (len(self._running) - 1) / (self.cores - 1)

    def _advance(self):
        """Takes off what has been done since the last event."""
        done = (self.simulation.now - self._since) * self._speed()
        self._since = self.simulation.now
        for running in self._running:
            running[1] -= done

    def _fill(self):
        while self._ready and len(self._running) < self.cores:
            thread = self._ready.popleft()
            self._running.append([thread, thread.begin()])
        self._turn += 1
        if self._running:
            turn = self._turn
            least = max(0.0, min(left for _, left in self._running))
            self.simulation.after(least / self._speed(), lambda: self._finish(turn))

    def _finish(self, turn):
        if turn != self._turn:
            return  # Another event came first, and has set its own alarm.
        self._advance()
        ended = [running for running in self._running if running[1] <= 1e-6]
        self._running = [running for running in self._running if running[1] > 1e-6]
        for thread, _ in ended:
            thread.end()
        self._advance()
        self._fill()


class Thread:
    """One event loop. Where it slept, waking it takes `latency`, and `activation` of its own processor time.

    What waits when it looks is done together, as far as it fits into `slice`, and none of it is done before all of it is: so a
    server sends the answers to calls of one connection.
    """

    def __init__(self, machine, latency=0.0, activation=0.0, slice=0.0):
        self.machine, self.latency, self.activation, self.slice = machine, latency, activation, slice
        self.spent, self.activations = 0.0, 0
        self._work, self._sleeps, self._taken = collections.deque(), True, 0

    def work(self, time):
        return Work(self, time)

    def submit(self, time, done):
        self._work.append((time, done))
        if self._sleeps:
            self._sleeps = False
            self._work[0] = (time + self.activation, done)
            self.activations += 1
            self.machine.simulation.after(self.latency, lambda: self.machine.ready(self))

    def begin(self):
        time, self._taken = 0.0, 0
        while self._taken < len(self._work) and (self._taken == 0 or time < self.slice):
            time += self._work[self._taken][0]
            self._taken += 1
        self.spent += time
        return time

    def end(self):
        ended = [self._work.popleft()[1] for _ in range(self._taken)]
        if self._work:
            self.machine.ready(self)
        else:
            self._sleeps = True
        for done in ended:
            done()


def quantile(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def closed(simulation, callers, call, warm_up, time):
    """Callers that ask again as soon as they are answered.

    `call(caller, number)` is the next call of a caller. Returns how long the calls took that began after `warm_up` and ended
    before `warm_up + time`, and how many ended a second.
    """
    times, ended = [], [0]

    def ask(caller, number):
        began = simulation.now

        def answered():
            if simulation.now > warm_up:
                ended[0] += 1
                if began >= warm_up:
                    times.append(simulation.now - began)
            ask(caller, number + 1)
        simulation.start(call(caller, number), answered)
    for caller in range(callers):
        ask(caller, 0)
    simulation.run(warm_up + time)
    return times, ended[0] / time * 1e6


def open_(simulation, rate, call, warm_up, time, seed=1):
    """Calls that come at random, `rate` of them a second whatever happens to earlier ones; returns how long they took."""
    draw, times = random.Random(seed), []
    arrival = 0.0
    for number in itertools.count():
        arrival += draw.expovariate(rate / 1e6)
        if arrival > warm_up + time:
            break

        def arrive(number=number, counts=arrival >= warm_up):
            began = simulation.now
            simulation.start(call(number), lambda: times.append(simulation.now - began) if counts else None)
        simulation.after(arrival - simulation.now, arrive)
    simulation.run()
    return times

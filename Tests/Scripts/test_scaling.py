#!/usr/bin/env python3
"""Tests of the model and the corpora behind docs/SCALING.md: python3 Tests/Scripts/test_scaling.py"""

import random
import sys
import unittest
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[2] / "Benchmarks"
sys.path[:0] = [str(BENCHMARKS / "Scaling"), str(BENCHMARKS / "Peers")]

import grow  # noqa: E402
from cluster import Costs, simulate  # noqa: E402
from model import Machine, Pause, Simulation, Thread, closed, open_, quantile  # noqa: E402

NOTHING = Costs(latency=0, activation=0, shared_speed=1, caller=0, router=0, leg=0, shard=0, packet=0)


def mean_time(cores, load, service=100.0, calls=8_000):
    """The mean time of calls that each need a thread of their own for an exponential time."""
    simulation = Simulation()
    machine, draw = Machine(simulation, cores), random.Random(7)
    threads = [Thread(machine) for _ in range(500)]

    def call(number):
        yield threads[number % len(threads)].work(draw.expovariate(1 / service))
    rate = load * cores / service
    times = open_(simulation, rate * 1e6, call, warm_up=200 * service, time=calls / rate)
    return sum(times) / len(times)


class QueueTests(unittest.TestCase):
    def test_one_core_keeps_calls_as_long_as_the_formula_of_m_m_1(self):
        self.assertAlmostEqual(mean_time(cores=1, load=0.5) / 200, 1, delta=0.05)

    def test_two_cores_keep_calls_as_long_as_the_formula_of_erlang(self):
        # 1 / (1 - load²) of the service, in M/M/2.
        self.assertAlmostEqual(mean_time(cores=2, load=0.6) / (100 / (1 - 0.36)), 1, delta=0.05)


class MachineTests(unittest.TestCase):
    def setUp(self):
        self.simulation, self.ended = Simulation(), {}

    def start(self, name, call):
        self.simulation.start(call, lambda: self.ended.__setitem__(name, self.simulation.now))

    def one(self, thread, time):
        yield thread.work(time)

    def test_parts_of_a_call_end_with_the_slowest(self):
        machine = Machine(self.simulation, 4)

        def call():
            yield [self.one(Thread(machine), time) for time in (10, 30, 20)]
            yield Pause(5)
        self.start("call", call())
        self.simulation.run()
        self.assertEqual(self.ended["call"], 35)

    def test_a_call_without_parts_goes_on(self):
        def call():
            yield []
            yield Pause(1)
        self.start("call", call())
        self.simulation.run()
        self.assertEqual(self.ended["call"], 1)

    def test_a_thread_does_one_thing_after_another_however_many_cores_there_are(self):
        thread = Thread(Machine(self.simulation, 4))
        for name in "ab":
            self.start(name, self.one(thread, 10))
        self.simulation.run()
        self.assertEqual(self.ended, {"a": 10, "b": 20})

    def test_what_a_thread_takes_together_ends_together(self):
        thread = Thread(Machine(self.simulation, 1), slice=15)
        for name in "abcd":
            self.start(name, self.one(thread, 10))
        self.simulation.run()
        # Two fill the slice.
        self.assertEqual(self.ended, {"a": 20, "b": 20, "c": 40, "d": 40})

    def test_a_thread_that_is_awake_is_not_woken_again(self):
        thread = Thread(Machine(self.simulation, 1), latency=3, activation=5)
        for name in "ab":
            self.start(name, self.one(thread, 10))
        self.simulation.run()
        self.assertEqual(self.ended, {"a": 18, "b": 28})
        self.assertEqual((thread.spent, thread.activations), (25, 1))

    def test_cores_slow_each_other_down_while_both_are_busy(self):
        machine = Machine(self.simulation, 2, shared_speed=0.5)
        self.start("short", self.one(Thread(machine), 10))
        self.start("long", self.one(Thread(machine), 30))
        self.simulation.run()
        # Both at half speed until 20; what is left of the long one at full speed.
        self.assertAlmostEqual(self.ended["short"], 20)
        self.assertAlmostEqual(self.ended["long"], 40)

    def test_callers_in_a_closed_loop_get_what_the_machine_can_do(self):
        thread = Thread(Machine(self.simulation, 2))
        times, rate = closed(self.simulation, 4, lambda *_: self.one(thread, 100), warm_up=1_000, time=100_000)
        self.assertAlmostEqual(rate, 10_000, delta=20)
        self.assertAlmostEqual(quantile(times, 0.5), 400)

    def test_a_quantile_is_one_of_the_times(self):
        self.assertEqual(quantile([5, 1, 3], 0.5), 3)
        self.assertEqual(quantile([5, 1, 3], 0.99), 5)


class ClusterTests(unittest.TestCase):
    def test_a_lone_call_takes_the_sum_of_its_parts(self):
        costs = NOTHING._replace(caller=10, router=30, leg=4, shard=5)
        found = simulate(costs, [[[100], {"0": 50}]], connections=1, delay=1000, time=1e5)
        # Six ways over the network; the shard is asked twice.
        self.assertAlmostEqual(found["p50"], 10 + 30 + 2 * 4 + 2 * 5 + 150 + 6 * 1000)

    def test_shards_search_at_the_same_time(self):
        split = simulate(NOTHING, [[[50, 50], {"0": 10}]], connections=1, time=1e4)
        whole = simulate(NOTHING, [[[100], {"0": 10}]], connections=1, time=1e4)
        self.assertAlmostEqual(split["p50"], 60)
        self.assertAlmostEqual(whole["p50"], 110)

    def test_a_machine_does_no_more_than_its_cores_can(self):
        costs = NOTHING._replace(caller=20, router=40, leg=10, shard=20)
        found = simulate(costs, [[[100, 100], {"0": 60, "1": 60}]], connections=16, time=2e5)
        self.assertLessEqual(found["rate"], 2e6 / (20 + 40 + 4 * (10 + 20) + 320))
        self.assertGreater(found["rate"], 0.9 * 2e6 / (20 + 40 + 4 * (10 + 20) + 320))


class GrowTests(unittest.TestCase):
    CORPUS = [
        {"id": str(number), "title": "", "text": f"Une phrase numéro {number} dit ceci. Une autre parle d’autre{'chose' * number}."}
        for number in range(40)]

    def test_the_first_copy_has_the_sentences_of_the_corpus_in_other_texts(self):
        sentences = {sentence.strip() for document in self.CORPUS for sentence in grow.SENTENCE.findall(document["text"])}
        first = list(grow.grown(self.CORPUS, 1))
        self.assertEqual([document["id"] for document in first], [document["id"] for document in self.CORPUS])
        self.assertNotEqual(first, self.CORPUS)
        for document in first:
            self.assertLessEqual({sentence.strip() for sentence in grow.SENTENCE.findall(document["text"])}, sentences)

    def test_fewer_copies_are_the_first_of_more(self):
        self.assertEqual(list(grow.grown(self.CORPUS, 3)), list(grow.grown(self.CORPUS, 5))[:120])

    def test_every_document_has_an_id_of_its_own(self):
        self.assertEqual(len({document["id"] for document in grow.grown(self.CORPUS, 5)}), 200)

    def test_a_copy_keeps_how_many_sentences_a_document_has(self):
        for document in grow.grown(self.CORPUS, 4):
            self.assertEqual(len(grow.SENTENCE.findall(document["text"])), 2)

    def test_copies_have_words_that_the_corpus_has_not(self):
        names = [grow.renamed(["partenariat", "coopération", "sommet", "ministre", "accord", "navire"], copy) for copy in (1, 2, 3)]
        self.assertTrue(any(names))
        self.assertNotEqual(names[0], names[1])


if __name__ == "__main__":
    unittest.main()

"""Run pieces of work against a server and take the figures."""

from __future__ import annotations

import statistics
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from tests.benchmarks.processes import Server
from tests.benchmarks.visitor import Visitor
from tests.benchmarks.works import Call

WARM_UP = 10
Visit = Callable[[str], Visitor]


@dataclass(frozen=True)
class Figures:
    """What a piece of work costs: CPU and wall-clock milliseconds per request, bytes of one answer."""

    cpu: float
    p50: float
    p95: float
    bytes: int


def measure(server: Server, calls: Iterator[Call], rounds: int, visit: Visit) -> Figures:
    """Make `rounds` requests one after the other, after a warm-up."""
    for call in islice(calls, min(WARM_UP, rounds // 4)):
        _make(_ready(call, visit), visit)
    ready = [_ready(call, visit) for call in islice(calls, rounds)]
    before = server.cpu_seconds()
    taken = [_make(call, visit) for call in ready]
    cpu = (server.cpu_seconds() - before) / len(taken) * 1000
    times = sorted(seconds * 1000 for seconds, _size in taken)
    return Figures(cpu, statistics.median(times), times[int(len(times) * 0.95) - 1], taken[-1][1])


def at_once(queues: Sequence[Sequence[Call]], visit: Visit) -> tuple[float, float]:
    """Let one client per queue write at the same time; give p50 and p95 in ms, or raise on any refusal."""
    times: list[float] = []
    faults: list[Exception] = []

    def work(queue: Sequence[Call]) -> None:
        try:
            visitor = visit(queue[0].who)
            times.extend(
                visitor.post(call.path, call.fields or {}, by_script=call.by_script)[0] * 1000
                for call in queue
            )
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(queue,)) for queue in queues]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
    return statistics.median(times), sorted(times)[int(len(times) * 0.95) - 1]


def _ready(call: Call, visit: Visit) -> Call:
    if not call.after_page:
        return call
    hidden = visit(call.who).hidden_fields(call.path)
    return replace(call, fields={**hidden, **(call.fields or {})})


def _make(call: Call, visit: Visit) -> tuple[float, int]:
    visitor = visit(call.who)
    if call.fields is None:
        return visitor.get(call.path)
    return visitor.post(call.path, call.fields, by_script=call.by_script)

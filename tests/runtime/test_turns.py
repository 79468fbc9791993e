"""The queue of those who wait for a place: in order, never too many, and nobody is forgotten."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from scratch._runtime.rate_limit.semaphore import Queue, Turn, Wait


def test_as_many_as_there_are_places_come_in_at_once() -> None:
    queue = Queue(2)
    assert [queue.join().has_come for _ in range(4)] == [True, True, False, False]


def test_who_came_first_is_let_in_first() -> None:
    queue = Queue(1)
    first, second, third = queue.join(), queue.join(), queue.join()
    queue.leave(first)
    assert (second.has_come, third.has_come) == (True, False)
    queue.leave(second)
    assert third.has_come
    queue.leave(third)
    assert queue.join().has_come


def test_who_leaves_the_queue_gives_nobody_a_place_and_takes_none() -> None:
    queue = Queue(1)
    first, second, third = queue.join(), queue.join(), queue.join()
    queue.leave(second)
    assert third.has_come is False
    queue.leave(first)
    assert third.has_come


def test_who_is_let_in_while_leaving_hands_the_place_on() -> None:
    queue = Queue(1)
    first, second, third = queue.join(), queue.join(), queue.join()
    queue.leave(first)
    queue.leave(second)
    assert third.has_come


def test_waking_happens_once_whether_the_turn_has_come_before_or_comes_later() -> None:
    queue, woken = Queue(1), list[str]()
    first, second = queue.join(), queue.join()
    queue.tell(first, lambda: woken.append("first"))
    queue.tell(second, lambda: woken.append("second"))
    assert woken == ["first"]
    queue.leave(first)
    assert woken == ["first", "second"]


@pytest.fixture
def crowd() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as pool:
        yield pool


def test_threads_are_never_more_at_a_time_than_there_are_places(crowd: ThreadPoolExecutor) -> None:
    queue, lock = Queue(3), threading.Lock()
    inside, most = 0, 0

    def visit(_: int) -> None:
        nonlocal inside, most
        with queue.join() as turn:
            if not turn.has_come:
                Wait(turn).perform()
            with lock:
                inside += 1
                most = max(most, inside)
            with lock:
                inside -= 1

    list(crowd.map(visit, range(400)))
    assert (inside, most <= 3) == (0, True)
    assert [queue.join().has_come for _ in range(4)] == [True, True, True, False]


def test_tasks_are_let_in_in_order_and_a_cancelled_one_is_left_out() -> None:
    queue, order = Queue(1), list[int]()

    async def visit(number: int) -> None:
        with queue.join() as turn:
            if not turn.has_come:
                await Wait(turn).perform_async()
            order.append(number)
            await asyncio.sleep(0)

    async def main() -> None:
        tasks = [asyncio.create_task(visit(number)) for number in range(5)]
        await asyncio.sleep(0)
        tasks[2].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(main())
    assert order == [0, 1, 3, 4]
    assert queue.join().has_come


def test_a_task_is_woken_from_another_thread() -> None:
    queue = Queue(1)

    async def main() -> None:
        first = queue.join()
        thread = threading.Thread(target=queue.leave, args=(first,))
        with queue.join() as turn:
            asyncio.get_running_loop().call_soon(thread.start)
            await asyncio.wait_for(Wait(turn).perform_async(), 30)
        thread.join()

    asyncio.run(main())
    assert queue.join().has_come


def test_a_task_cancelled_at_the_moment_its_turn_comes_hands_it_on() -> None:
    queue = Queue(1)

    async def main() -> Turn:
        first = queue.join()

        async def visit() -> None:
            with queue.join() as turn:
                await Wait(turn).perform_async()

        task = asyncio.create_task(visit())
        await asyncio.sleep(0)
        last = queue.join()
        queue.leave(first)  # the task's turn has come, but it has not run yet
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return last

    assert asyncio.run(main()).has_come

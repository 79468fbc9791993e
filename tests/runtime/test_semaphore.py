"""The semaphore of those who wait for a place: in order, never too many, and nobody is forgotten."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from scratch._runtime.rate_limit.semaphore import Permit, Semaphore, WaitForPermit


def test_as_many_as_there_are_places_come_in_at_once() -> None:
    semaphore = Semaphore(2)
    assert [semaphore.acquire().is_granted for _ in range(4)] == [True, True, False, False]


def test_who_came_first_is_let_in_first() -> None:
    semaphore = Semaphore(1)
    first, second, third = semaphore.acquire(), semaphore.acquire(), semaphore.acquire()
    semaphore.release(first)
    assert (second.is_granted, third.is_granted) == (True, False)
    semaphore.release(second)
    assert third.is_granted
    semaphore.release(third)
    assert semaphore.acquire().is_granted


def test_who_leaves_the_queue_gives_nobody_a_place_and_takes_none() -> None:
    semaphore = Semaphore(1)
    first, second, third = semaphore.acquire(), semaphore.acquire(), semaphore.acquire()
    semaphore.release(second)
    assert third.is_granted is False
    semaphore.release(first)
    assert third.is_granted


def test_who_is_let_in_while_leaving_hands_the_place_on() -> None:
    semaphore = Semaphore(1)
    first, second, third = semaphore.acquire(), semaphore.acquire(), semaphore.acquire()
    semaphore.release(first)
    semaphore.release(second)
    assert third.is_granted


def test_waking_happens_once_whether_the_turn_is_granted_before_or_comes_later() -> None:
    semaphore, woken = Semaphore(1), list[str]()
    first, second = semaphore.acquire(), semaphore.acquire()
    semaphore.notify(first, lambda: woken.append("first"))
    semaphore.notify(second, lambda: woken.append("second"))
    assert woken == ["first"]
    semaphore.release(first)
    assert woken == ["first", "second"]


@pytest.fixture
def crowd() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as pool:
        yield pool


def test_threads_are_never_more_at_a_time_than_there_are_places(crowd: ThreadPoolExecutor) -> None:
    semaphore, lock = Semaphore(3), threading.Lock()
    inside, most = 0, 0

    def visit(_: int) -> None:
        nonlocal inside, most
        with semaphore.acquire() as permit:
            if not permit.is_granted:
                WaitForPermit(permit).perform()
            with lock:
                inside += 1
                most = max(most, inside)
            with lock:
                inside -= 1

    list(crowd.map(visit, range(400)))
    assert (inside, most <= 3) == (0, True)
    assert [semaphore.acquire().is_granted for _ in range(4)] == [True, True, True, False]


def test_tasks_are_let_in_in_order_and_a_cancelled_one_is_left_out() -> None:
    semaphore, order = Semaphore(1), list[int]()

    async def visit(number: int) -> None:
        with semaphore.acquire() as permit:
            if not permit.is_granted:
                await WaitForPermit(permit).perform_async()
            order.append(number)
            await asyncio.sleep(0)

    async def main() -> None:
        tasks = [asyncio.create_task(visit(number)) for number in range(5)]
        await asyncio.sleep(0)
        tasks[2].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(main())
    assert order == [0, 1, 3, 4]
    assert semaphore.acquire().is_granted


def test_a_task_is_woken_from_another_thread() -> None:
    semaphore = Semaphore(1)

    async def main() -> None:
        first = semaphore.acquire()
        thread = threading.Thread(target=semaphore.release, args=(first,))
        with semaphore.acquire() as permit:
            asyncio.get_running_loop().call_soon(thread.start)
            await asyncio.wait_for(WaitForPermit(permit).perform_async(), 30)
        thread.join()

    asyncio.run(main())
    assert semaphore.acquire().is_granted


def test_a_task_cancelled_at_the_moment_its_turn_comes_hands_it_on() -> None:
    semaphore = Semaphore(1)

    async def main() -> Permit:
        first = semaphore.acquire()

        async def visit() -> None:
            with semaphore.acquire() as permit:
                await WaitForPermit(permit).perform_async()

        task = asyncio.create_task(visit())
        await asyncio.sleep(0)
        last = semaphore.acquire()
        semaphore.release(first)  # the task's permit has come, but it has not run yet
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return last

    assert asyncio.run(main()).is_granted

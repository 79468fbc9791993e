"""The fair semaphore: order, limit, and no lost permits."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from scratch._runtime.rate_limit.semaphore import Permit, Semaphore, WaitForPermit


def test_as_many_permits_as_the_limit_are_granted_at_once() -> None:
    semaphore = Semaphore(2)
    assert [semaphore.acquire().is_granted for _ in range(4)] == [True, True, False, False]


def test_permits_are_granted_in_order() -> None:
    semaphore = Semaphore(1)
    first, second, third = semaphore.acquire(), semaphore.acquire(), semaphore.acquire()
    semaphore.release(first)
    assert (second.is_granted, third.is_granted) == (True, False)
    semaphore.release(second)
    assert third.is_granted
    semaphore.release(third)
    assert semaphore.acquire().is_granted


def test_leaving_the_queue_grants_nothing() -> None:
    semaphore = Semaphore(1)
    first, second, third = semaphore.acquire(), semaphore.acquire(), semaphore.acquire()
    semaphore.release(second)
    assert third.is_granted is False
    semaphore.release(first)
    assert third.is_granted


def test_a_permit_granted_and_released_unused_is_passed_on() -> None:
    semaphore = Semaphore(1)
    first, second, third = semaphore.acquire(), semaphore.acquire(), semaphore.acquire()
    semaphore.release(first)
    semaphore.release(second)
    assert third.is_granted


def test_the_callback_runs_once_at_once_or_when_granted() -> None:
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


def test_threads_never_hold_more_permits_than_the_limit(crowd: ThreadPoolExecutor) -> None:
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


def test_tasks_get_permits_in_order_and_a_cancelled_one_is_skipped() -> None:
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


def test_a_task_cancelled_when_its_permit_is_granted_passes_it_on() -> None:
    semaphore = Semaphore(1)

    async def main() -> Permit:
        first = semaphore.acquire()

        async def visit() -> None:
            with semaphore.acquire() as permit:
                await WaitForPermit(permit).perform_async()

        task = asyncio.create_task(visit())
        await asyncio.sleep(0)
        last = semaphore.acquire()
        semaphore.release(first)  # the task's permit is granted, but it has not run yet
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return last

    assert asyncio.run(main()).is_granted


def test_a_task_that_waited_in_a_loop_that_is_closed_now_does_not_fail_the_one_that_releases() -> None:
    semaphore = Semaphore(1)
    held, waiting = semaphore.acquire(), semaphore.acquire()
    loop = asyncio.new_event_loop()
    task = loop.create_task(WaitForPermit(waiting).perform_async())
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    semaphore.release(held)
    assert (waiting.is_granted, task.done()) == (True, False)

"""The driver gives the application no more keys than it can take."""

from __future__ import annotations

import asyncio
from threading import Thread

from textual.events import Event, Key

from tui.output.driver import ThriftyApp, ThriftyDriver

MANY = 2000


class Slow(ThriftyApp):
    """Takes no key before it is let."""

    def __init__(self) -> None:
        super().__init__(ambiguous_width=1)
        self.let = asyncio.Event()
        self.done = 0

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key):
            await self.let.wait()
            self.done += 1
        await super().on_event(event)


async def test_keys_that_nobody_takes_are_not_read() -> None:
    app = Slow()
    async with app.run_test() as pilot:
        driver = ThriftyDriver(app)
        given = 0

        def give() -> None:
            nonlocal given
            for _ in range(MANY):
                driver.process_message(Key("l", "l"))
                given += 1

        reading = Thread(target=give, daemon=True)
        reading.start()
        waiting = -1
        while waiting != given:
            waiting = given
            await asyncio.to_thread(reading.join, 0.2)
        app.let.set()
        assert 0 < waiting <= 512
        await asyncio.to_thread(reading.join)
        await pilot.pause()
        assert given == MANY
        # The ones that bubble up come by a second time.
        assert app.done >= MANY


async def test_who_leaves_waits_for_no_key() -> None:
    app = Slow()
    async with app.run_test() as pilot:
        driver = ThriftyDriver(app)
        driver.exit_event.set()
        reading = Thread(
            target=lambda: [driver.process_message(Key("l", "l")) for _ in range(MANY)]
        )
        reading.start()
        await asyncio.to_thread(reading.join, 30)
        assert not reading.is_alive()
        app.let.set()
        await pilot.pause()

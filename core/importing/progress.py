"""A bar of progress on a terminal: rows, rate, time left. Silent anywhere else."""

import shutil
import time

WIDTH = 24
SECONDS_BETWEEN = 0.2
# Slower than this, what is counted are the parts of an archive, each as long as many rows.
LEAST_RATE = 10


class Progress:
    """Written over itself on a stream (stderr), only if that stream is a terminal."""

    def __init__(self, stream, clock=time.monotonic):
        self._stream, self._clock = stream, clock
        self._is_shown = stream is not None and stream.isatty()
        self.label, self._start, self._last, self._length = "", clock(), 0.0, 0

    def step(self, label):
        """Begin another step, with its own rate."""
        self.close()
        self.label, self._start, self._last = label, self._clock(), 0.0
        if self._is_shown:
            # Some steps are not counted: their name at least says that something goes on.
            self._write(f"{label}…")

    def __call__(self, count, total=None):
        now = self._clock()
        if not self._is_shown or (now - self._last < SECONDS_BETWEEN and count != total):
            return
        self._last = now
        self._write(f"\r{self.line(count, total, now - self._start)}")

    def line(self, count, total, seconds):
        """Return « Lecture [####----] 464/928, 210 lignes/s, reste 2 s »."""
        # The first rows come all at once: they tell no rate yet.
        rate = count / seconds if seconds >= SECONDS_BETWEEN else 0
        speed = f", {rate:.0f} lignes/s" if rate >= LEAST_RATE else ""
        if not total:
            return f"{self.label} {count}{speed}"
        left = f", reste {(total - count) / rate:.0f} s" if rate else ""
        words = f"{count}/{total}{speed}{left}"
        # The time left is what people wait for: the bar gives way to it. The last column stays free.
        width = min(WIDTH, shutil.get_terminal_size().columns - 1 - len(f"{self.label} [] {words}"))
        done = count * width // total
        bar = f" [{'#' * done}{'-' * (width - done)}]" if width > 0 else ""
        return f"{self.label}{bar} {words}"

    def _write(self, text):
        # A line that wraps would not be written over.
        text = text[: shutil.get_terminal_size().columns]
        self._stream.write(text.ljust(self._length))
        self._stream.flush()
        self._length = len(text)

    def close(self):
        """Leave the line, so that what follows stands on its own."""
        if self._length:
            self._stream.write("\n")
            self._length = 0

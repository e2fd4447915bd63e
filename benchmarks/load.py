"""A small load generator: keep-alive connections to one page on loopback, for a bounded time."""

import asyncio
import http.client
from statistics import median
from time import perf_counter
from urllib.parse import urlsplit


def one_at_a_time_ms(origin: str, path: str, cookie: str, *, runs: int, warm: int = 3) -> float:
    """The median time of a page over one connection, in milliseconds."""
    connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=10)
    times = [_once_ms(connection, path, cookie) for _ in range(runs + warm)]
    connection.close()
    return median(times[warm:])


def _once_ms(connection: http.client.HTTPConnection, path: str, cookie: str) -> float:
    start = perf_counter()
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    if answer.status != http.client.OK:
        raise RuntimeError(f"{path} answered {answer.status}, so its speed means nothing")
    return (perf_counter() - start) * 1000


def requests_per_s(
    origin: str, path: str, cookie: str, *, seconds: float, connections: int
) -> float:
    """Finished requests per second over several connections at once."""
    return asyncio.run(_many(origin, path, cookie, seconds, connections))


async def _many(origin: str, path: str, cookie: str, seconds: float, connections: int) -> float:
    host = urlsplit(origin)
    ask = f"GET {path} HTTP/1.1\r\nHost: {host.netloc}\r\nCookie: {cookie}\r\n\r\n".encode()
    start = perf_counter()
    until = start + seconds
    counts = await asyncio.gather(
        *(_one(host.hostname or "", host.port or 80, ask, until) for _ in range(connections))
    )
    return sum(counts) / (perf_counter() - start)


async def _one(host: str, port: int, ask: bytes, until: float) -> int:
    reader, writer = await asyncio.open_connection(host, port)
    count = 0
    while perf_counter() < until:
        writer.write(ask)
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(_length_of(head))
        count += 1
    writer.close()
    return count


def _length_of(head: bytes) -> int:
    lines = head.lower().split(b"\r\n")
    if b" 200 " not in lines[0]:
        raise RuntimeError(f"answered {lines[0]!r}, so its speed means nothing")
    lengths = [line.split(b":")[1] for line in lines if line.startswith(b"content-length:")]
    return int(lengths[0])

"""A second host reaches Loosen at home: refused, approved, put out again; and nothing by default.

Each host is a network namespace of its own, so this needs root and `ip netns`.
"""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from .two_hosts import HOME, HTTP, TLS, Browser, TwoHosts, hosts

pytestmark = pytest.mark.two_hosts
CODE = re.compile(r'class="device-code">(\d{3} \d{3})<')


@pytest.fixture
def two(tmp_path: Path) -> Iterator[TwoHosts]:
    with hosts() as (home, phone):
        both = TwoHosts(home, phone, tmp_path / "data")
        yield both
        both.ends()


def reaches(port: int) -> bool:
    with socket.socket() as one:
        one.settimeout(3)
        return one.connect_ex((HOME, port)) == 0


def knocks(phone: Browser, name: str = "My phone") -> str:
    """Asks to come in; the code that the phone shows."""
    [code] = CODE.findall(phone.send("/knock/", name=name).text)
    return str(code)


def is_approved(host: Browser, phone: Browser) -> None:
    knocks(phone)
    assert host.send("/settings/devices/", do="approve").status == 200
    assert phone.get("/knock/").status == 302


def test_without_lan_nothing_listens_beyond_this_computer(two: TwoHosts) -> None:
    two.serves()
    assert two.listening() == {f"127.0.0.1:{HTTP}"}
    assert not two.from_phone(lambda: reaches(HTTP))
    assert not two.from_phone(lambda: reaches(TLS))


def test_with_lan_tls_listens_on_the_private_address_alone(two: TwoHosts) -> None:
    two.serves("--lan")
    assert two.listening() == {f"127.0.0.1:{HTTP}", f"{HOME}:{TLS}"}
    assert not two.from_phone(lambda: reaches(HTTP))


def test_an_unknown_device_is_refused_approved_and_put_out_again(two: TwoHosts) -> None:
    host = two.serves("--lan")
    phone = two.phone()

    refused = phone.get("/settings/")
    assert (refused.status, "not known here" in refused.text) == (403, True)
    assert "112, 999 or 911" in refused.text

    code = knocks(phone, "Kim's phone")
    shown = host.get("/settings/devices/").text
    assert CODE.findall(shown) == [code]
    assert "Kim&#x27;s phone" in shown
    assert phone.get("/settings/").status == 403, "a code alone opens nothing"

    assert "It may come in now." in host.send("/settings/devices/", do="approve").text
    assert phone.get("/knock/").headers["Location"] == "/"
    assert phone.get("/settings/").status == 200

    [url] = re.findall(
        r'href="(/settings/devices/[\w-]{36}/)"', host.get("/settings/devices/").text
    )
    token = phone.cookies["__Host-loosen-device"]
    host.send(url, do="put-out")
    out = phone.get("/settings/")
    assert (out.status, "This device was put out" in out.text) == (403, True)
    assert out.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert token.encode() not in b"".join(one.read_bytes() for one in two.data.glob("loosen.*"))


def test_a_refused_device_stays_outside(two: TwoHosts) -> None:
    host = two.serves("--lan")
    phone = two.phone()
    knocks(phone)
    assert "It was refused." in host.send("/settings/devices/", do="refuse").text
    assert "The computer said no" in phone.get("/knock/").text
    assert phone.get("/settings/").status == 403


def test_the_keys_of_one_way_in_do_not_open_the_other(two: TwoHosts) -> None:
    host = two.serves("--lan")
    phone = two.phone()
    is_approved(host, phone)
    stranger = two.phone()
    stranger.cookies = {"loosen-key": host.cookies["loosen-key"]}
    assert stranger.get("/settings/").status == 403
    host.cookies = {"__Host-loosen-device": phone.cookies["__Host-loosen-device"]}
    assert host.get("/settings/").status == 403


@pytest.mark.parametrize(
    "host", ["evil.example:8443", HOME, f"{HOME}:8020", "127.0.0.1:8443", "192.168.77.2:8443"]
)
def test_a_host_by_another_name_is_refused(two: TwoHosts, host: str) -> None:
    at_home = two.serves("--lan")
    phone = two.phone()
    is_approved(at_home, phone)
    assert phone.get("/settings/", Host=host).status == 403
    assert phone.get("/settings/").status == 200


def test_a_page_of_another_origin_is_refused(two: TwoHosts) -> None:
    host = two.serves("--lan")
    phone = two.phone()
    is_approved(host, phone)
    form = {"theme": "dark"}
    for origin in ("http://192.168.77.1:8443", "https://evil.example", "http://127.0.0.1:8020"):
        assert phone.ask("POST", "/settings/", form, Origin=origin).status == 403


def test_cookies_over_tls_are_secure_and_no_page_asks_for_tls_for_ever(two: TwoHosts) -> None:
    two.serves("--lan")
    answer = two.phone().get("/knock/")
    assert "Strict-Transport-Security" not in answer.headers
    cookies = answer.headers.get_all("Set-Cookie", [])
    assert cookies
    assert all("Secure" in cookie for cookie in cookies)


def test_an_address_that_is_not_ours_stops_the_start(two: TwoHosts) -> None:
    with pytest.raises(AssertionError, match="does not open at this address"):
        two.serves("--lan=192.168.77.9")

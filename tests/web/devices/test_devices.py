"""A device at home asks, is approved here, is listed, renamed and put out again."""

import re

import pytest
from django.db import OperationalError
from django.test import Client

from loosen.web.devices.knocks import CODE_LASTS, TRIES_OF_ONE
from loosen.web.lan.network import OpenNetwork, here
from loosen.web.records import store
from loosen.web.records.admitted import AdmittedDevice
from loosen.web.site import door

from ..conftest import Clock
from .conftest import HOST, Phone

URL = "/settings/devices/"
CODE = re.compile(r'class="device-code">(\d{3}) (\d{3})<')


def knocks_as(phone: Phone, name: str = "Kim's phone") -> str:
    answer = phone.post("/knock/", {"name": name}, follow=True)
    [code] = CODE.findall(answer.content.decode())
    return "".join(code)


def admitted(phone: Phone, host: Client) -> AdmittedDevice:
    """The phone asked, was approved, and came in."""
    code = knocks_as(phone)
    assert host.post(URL, {"do": "approve", "code": code}).status_code == 302
    assert phone.get("/knock/").status_code == 302
    return AdmittedDevice.objects.get()


# --- asking ----------------------------------------------------------------------------------


def test_a_device_that_nobody_knows_is_shown_how_to_ask(phone: Phone) -> None:
    answer = phone.get("/today/")
    assert answer.status_code == 403
    assert b"Ask to come in" in answer.content
    assert b"112, 999 or 911" in answer.content
    assert "Clear-Site-Data" not in answer.headers


@pytest.mark.parametrize("url", ["/knock/", "/knock/state/"])
def test_nobody_knocks_on_this_computer_itself(url: str, visitor: Client) -> None:
    assert visitor.get(url).status_code == 404


def test_the_pages_before_the_door_show_nothing_of_the_person(
    phone: Phone, visitor: Client
) -> None:
    visitor.post(
        "/settings/", {"theme": "dark", "text_size": "largest", "voice": "on", "units": "us"}
    )
    for url in ("/knock/", "/trust/", "/today/"):
        page = phone.get(url).content.decode()
        assert 'data-theme="system" data-text="normal"' in page
        assert 'aria-label="Main"' not in page


def test_the_form_proposes_a_name_by_the_kind_of_device(phone: Phone) -> None:
    page = phone.get("/knock/", headers={"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1)"})
    assert b'value="iPhone"' in page.content


@pytest.mark.parametrize("name", ["", "   ", "x" * 41])
def test_a_name_that_is_none_is_asked_again(name: str, phone: Phone) -> None:
    assert phone.post("/knock/", {"name": name}).status_code == 422


def test_both_sides_see_the_same_code_and_name(phone: Phone, visitor: Client) -> None:
    code = knocks_as(phone, "Kim's <phone>")
    page = visitor.get(URL).content.decode()
    assert [f"{a}{b}" for a, b in CODE.findall(page)] == [code]
    assert "Kim&#x27;s &lt;phone&gt;" in page
    assert visitor.get(f"{URL}waiting/").content.decode() == code


def test_a_code_ends_and_says_so(phone: Phone, visitor: Client, hands: Clock) -> None:
    code = knocks_as(phone)
    hands.go_on(seconds=CODE_LASTS.total_seconds())
    late = visitor.post(URL, {"do": "approve", "code": code})
    assert (late.status_code, b"Its code is too old" in late.content) == (409, True)
    assert b"The code is too old" in phone.get("/knock/").content
    assert phone.get("/today/").status_code == 403


def test_too_many_tries_are_refused_for_a_while(phone: Phone) -> None:
    for _ in range(TRIES_OF_ONE):
        knocks_as(phone)
    answer = phone.post("/knock/", {"name": "again"})
    assert (answer.status_code, b"Wait ten minutes" in answer.content) == (429, True)


def test_a_wrong_code_lets_nobody_in(phone: Phone, visitor: Client) -> None:
    code = knocks_as(phone)
    wrong = "000000" if code != "000000" else "111111"
    assert visitor.post(URL, {"do": "approve", "code": wrong}).status_code == 409
    assert b"Your code" in phone.get("/knock/").content


# --- coming in -------------------------------------------------------------------------------


def test_an_approved_device_gets_a_token_of_which_only_the_hash_is_kept(
    phone: Phone, visitor: Client
) -> None:
    row = admitted(phone, visitor)
    cookie = phone.cookies[door.DEVICE_COOKIE]
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Strict")
    assert cookie.value not in str(AdmittedDevice.objects.values().get())
    assert row.name == "Kim's phone"
    assert phone.get("/settings/").status_code == 200
    assert phone.get("/knock/")["Location"] == "/"


@pytest.mark.parametrize("token", ["", "x", "a" * 5000, "'; --"])
def test_a_forged_token_does_not_open(token: str, phone: Phone, visitor: Client) -> None:
    admitted(phone, visitor)
    other = Phone()
    other.cookies[door.DEVICE_COOKIE] = token
    assert other.get("/settings/").status_code == 403


def test_a_disk_that_is_full_does_not_keep_an_approved_device_out(
    phone: Phone, visitor: Client, hands: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    admitted(phone, visitor)
    hands.go_on(hours=2)  # by now its last visit would be noted anew

    def full(*_: object, **__: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(AdmittedDevice, "save", full)
    assert phone.get("/emergency/").status_code == 200


def test_an_approved_device_may_not_approve_another(phone: Phone, visitor: Client) -> None:
    admitted(phone, visitor)
    second = Phone("192.168.1.21")
    code = knocks_as(second)
    phone.post(URL, {"do": "approve", "code": code})
    assert second.get("/settings/").status_code == 403
    assert phone.get(f"{URL}waiting/").status_code == 404


def test_what_a_phone_records_is_in_the_one_record(
    phone: Phone, visitor: Client, hands: Clock
) -> None:
    admitted(phone, visitor)
    page = phone.get("/screen/", follow=True).content.decode()
    hidden = dict(re.findall(r'type="hidden" name="([\w-]+)" value="([^"]*)"', page))
    phone.post("/screen/age/", {**hidden, "age-years": "44"})
    entries = store.entries_of(store.owner_here(hands.at))
    assert entries
    assert {entry.device_id for entry in entries} == {
        store.owner_here(hands.at).devices.get(is_this_computer=True).pk
    }


# --- on the list -----------------------------------------------------------------------------


def test_a_device_is_listed_renamed_and_put_out(phone: Phone, visitor: Client) -> None:
    row = admitted(phone, visitor)
    own = f"{URL}{row.pk}/"
    assert own in visitor.get(URL).content.decode()
    visitor.post(own, {"name": "The old phone"})
    assert "The old phone" in visitor.get(URL).content.decode()
    visitor.post(own, {"do": "put-out"})
    assert own not in visitor.get(URL).content.decode()
    assert visitor.get(own).status_code == 404
    out = phone.get("/settings/")
    assert (out.status_code, b"This device was put out" in out.content) == (403, True)
    assert out["Clear-Site-Data"] == '"cache", "storage"'


def test_a_phone_sees_itself_alone_and_may_leave(phone: Phone, visitor: Client) -> None:
    row = admitted(phone, visitor)
    second = Phone("192.168.1.21")
    code = knocks_as(second, "Second")
    visitor.post(URL, {"do": "approve", "code": code})
    second.get("/knock/")
    assert phone.get(URL)["Location"] == f"{URL}{row.pk}/"
    assert second.get(f"{URL}{row.pk}/").status_code == 404
    phone.post(f"{URL}{row.pk}/", {"do": "put-out"})
    assert phone.get("/settings/").status_code == 403
    assert second.get("/settings/").status_code == 200


def test_a_device_that_was_put_out_may_ask_again(phone: Phone, visitor: Client) -> None:
    row = admitted(phone, visitor)
    visitor.post(f"{URL}{row.pk}/", {"do": "put-out"})
    code = knocks_as(phone)
    visitor.post(URL, {"do": "approve", "code": code})
    phone.get("/knock/")
    assert phone.get("/settings/").status_code == 200


def test_erasing_the_record_puts_every_device_out(phone: Phone, visitor: Client) -> None:
    admitted(phone, visitor)
    store.erase()
    assert phone.get("/settings/")["Clear-Site-Data"] == '"cache", "storage"'
    assert not AdmittedDevice.objects.exists()


# --- without and with a network --------------------------------------------------------------


def test_without_lan_the_page_says_how_to_open_it(visitor: Client) -> None:
    page = visitor.get(URL).content.decode()
    assert "./run --lan" in page
    assert "device-picture" not in page
    assert visitor.get("/trust/loosen-home.crt").status_code == 404


def test_with_lan_it_shows_the_address_its_picture_and_the_mark(
    network: OpenNetwork, visitor: Client
) -> None:
    page = visitor.get(URL).content.decode()
    assert f"https://{HOST}:8443/" in page
    assert 'aria-label="QR code of https://192.168.1.5:8443/"' in page
    assert "AB:CD" in visitor.get("/trust/").content.decode()


@pytest.mark.parametrize(
    ("agent", "first"), [("iPhone", "iPhone and iPad"), ("Android", "Android"), ("", "iPhone")]
)
def test_the_steps_of_this_very_system_come_first(agent: str, first: str, phone: Phone) -> None:
    page = phone.get("/trust/", headers={"user-agent": agent}).content.decode()
    titles = re.findall(r"</svg>([^<]+)</summary>", page)
    assert titles[0].startswith(first)
    assert len(titles) == 4


def test_the_certificate_is_there_before_the_door_and_never_its_key(phone: Phone) -> None:
    answer = phone.get("/trust/loosen-home.crt")
    assert (answer.content, answer["Content-Type"]) == (b"DER", "application/x-x509-ca-cert")


@pytest.mark.parametrize(
    "host", ["192.168.1.5", "192.168.1.6:8443", "127.0.0.1:8443", "localhost:8443", "desk:8443", ""]
)
def test_only_the_very_hosts_that_were_opened_are_ours(host: str, phone: Phone) -> None:
    assert phone.get("/knock/", headers={"host": host}).status_code == 403
    assert phone.get("/knock/", headers={"host": "desk.local:8443"}).status_code == 200


def test_a_host_of_home_is_none_of_ours_without_tls(visitor: Client, network: OpenNetwork) -> None:
    assert visitor.get("/settings/", headers={"host": f"{HOST}:80"}).status_code == 403


def test_once_the_network_is_closed_no_request_over_tls_is_ours(phone: Phone) -> None:
    here.becomes(None)
    assert phone.get("/knock/").status_code == 403

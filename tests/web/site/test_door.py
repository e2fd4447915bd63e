"""The door: only who opened the printed address comes in."""

from django.test import Client


def test_a_stranger_is_told_to_open_the_printed_address(stranger: Client) -> None:
    answer = stranger.get("/")
    assert answer.status_code == 403
    assert "Open the newest address that you see there" in answer.content.decode()

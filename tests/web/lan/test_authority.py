"""Our own authority: private, narrow, short-lived leaves, made anew when it has to be."""

import os
import stat
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Network
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from loosen.vocabulary import SettingsError
from loosen.web.lan.authority import names_in, open_authority

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HERE = ("192.168.1.5", "desk.local")


def leaf_in(file: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(file.read_bytes())


@pytest.mark.skipif(os.name != "posix", reason="about file modes")
def test_its_files_are_for_this_user_alone(tmp_path: Path) -> None:
    authority = open_authority(tmp_path, NOW)
    authority.leaf(HERE, NOW)
    files = [*(tmp_path / "authority").iterdir()]
    assert {file.name for file in files} == {"authority.key", "authority.crt", "leaf.pem"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "authority").stat().st_mode) == 0o700


def test_a_key_that_others_could_read_is_closed_to_them_again(tmp_path: Path) -> None:
    open_authority(tmp_path, NOW)
    key = tmp_path / "authority" / "authority.key"
    key.chmod(0o644)
    open_authority(tmp_path, NOW)
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_it_may_speak_for_names_at_home_alone(tmp_path: Path) -> None:
    certificate = open_authority(tmp_path, NOW).certificate
    limits = certificate.extensions.get_extension_for_class(x509.NameConstraints)
    assert limits.critical
    assert [one.value for one in limits.value.permitted_subtrees or ()] == [
        IPv4Network("10.0.0.0/8"),
        IPv4Network("172.16.0.0/12"),
        IPv4Network("192.168.0.0/16"),
        "local",
    ]
    basic = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
    assert (basic.ca, basic.path_length) == (True, 0)
    [use] = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert use == ExtendedKeyUsageOID.SERVER_AUTH


def test_the_same_one_is_there_after_a_restart(tmp_path: Path) -> None:
    first = open_authority(tmp_path, NOW)
    again = open_authority(tmp_path, NOW + timedelta(days=300))
    assert again.der == first.der


def test_one_that_is_about_to_end_is_made_anew(tmp_path: Path) -> None:
    first = open_authority(tmp_path, NOW)
    late = first.certificate.not_valid_after_utc - timedelta(days=30)
    assert open_authority(tmp_path, late).der != first.der


def test_a_leaf_speaks_for_what_is_asked_and_for_a_month(tmp_path: Path) -> None:
    authority = open_authority(tmp_path, NOW)
    leaf = leaf_in(authority.leaf(HERE, NOW))
    assert names_in(leaf) == frozenset(HERE)
    assert leaf.not_valid_after_utc == NOW + timedelta(days=30)
    assert leaf.not_valid_before_utc <= NOW - timedelta(hours=1), "a clock may be an hour behind"
    leaf.verify_directly_issued_by(authority.certificate)


def test_the_same_leaf_serves_as_long_as_it_fits(tmp_path: Path) -> None:
    authority = open_authority(tmp_path, NOW)
    first = leaf_in(authority.leaf(HERE, NOW))
    later = leaf_in(authority.leaf(HERE, NOW + timedelta(days=19)))
    assert later.serial_number == first.serial_number


@pytest.mark.parametrize(
    ("names", "days"),
    [(("192.168.1.6", "desk.local"), 0), (HERE, 21), (HERE, -2)],
    ids=["another address", "soon too old", "the clock went back"],
)
def test_a_leaf_that_does_not_fit_any_more_is_made_anew(
    names: tuple[str, ...], days: int, tmp_path: Path
) -> None:
    authority = open_authority(tmp_path, NOW)
    first = leaf_in(authority.leaf(HERE, NOW))
    later = leaf_in(authority.leaf(names, NOW + timedelta(days=days)))
    assert later.serial_number != first.serial_number
    assert names_in(later) == frozenset(names)


def test_a_leaf_of_another_authority_is_made_anew(tmp_path: Path) -> None:
    one, other = open_authority(tmp_path / "a", NOW), open_authority(tmp_path / "b", NOW)
    foreign = leaf_in(one.leaf(HERE, NOW))
    (tmp_path / "b" / "authority" / "leaf.pem").write_bytes(
        (tmp_path / "a" / "authority" / "leaf.pem").read_bytes()
    )
    assert leaf_in(other.leaf(HERE, NOW)).serial_number != foreign.serial_number


def test_damaged_files_say_what_to_do_and_are_not_written_over(tmp_path: Path) -> None:
    open_authority(tmp_path, NOW)
    key = tmp_path / "authority" / "authority.key"
    key.write_text("not a key")
    with pytest.raises(SettingsError, match="move that folder away"):
        open_authority(tmp_path, NOW)
    assert key.read_text() == "not a key"

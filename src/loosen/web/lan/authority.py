"""Our own certificate authority: made once, kept for this user alone, good for home names only.

Whoever trusts it on a phone trusts it for private addresses and names that end in `.local`, and
for nothing else on earth, even if its key were stolen.
"""

import hashlib
import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from loosen.vocabulary import Problem, SettingsError
from loosen.web.site.first_run import PRIVATE_FILE, make_folder, make_private

from .addresses import PRIVATE

# All four are ours: long enough not to bother anybody, short enough that a lost key dies soon.
AUTHORITY_LASTS = timedelta(days=3 * 365)
LEAF_LASTS = timedelta(days=30)
RENEWED_BEFORE = timedelta(days=10)
CLOCKS_DIFFER = timedelta(days=1)  # a phone whose clock is behind must not find it too young


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """The authority's certificate and key, and the folder that holds them."""

    folder: Path
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def der(self) -> bytes:
        """The certificate as phones and computers take it in."""
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def fingerprint(self) -> str:
        """Its SHA-256, in pairs, as phones show it."""
        return hashlib.sha256(self.der).digest().hex(":").upper()

    def leaf(self, names: Iterable[str], at: datetime) -> Path:
        """A file with the certificate and key of these names and addresses; the last, if it fits.

        Made anew where the names changed, where it is about to end, or where the authority is new.
        """
        file = self.folder / "leaf.pem"
        wanted = frozenset(names)
        if not self._still_serves(file, wanted, at):
            _write_private(file, self._made(wanted, at))
        return file

    def _still_serves(self, file: Path, wanted: frozenset[str], at: datetime) -> bool:
        try:
            leaf = x509.load_pem_x509_certificate(file.read_bytes())
            leaf.verify_directly_issued_by(self.certificate)
        except (OSError, ValueError, TypeError, InvalidSignature):
            return False
        ends = leaf.not_valid_after_utc - RENEWED_BEFORE
        return names_in(leaf) == wanted and leaf.not_valid_before_utc <= at < ends

    def _made(self, names: frozenset[str], at: datetime) -> bytes:
        key = ec.generate_private_key(ec.SECP256R1())
        leaf = _leaf_of(names, self.certificate, key.public_key(), at).sign(
            self.key, hashes.SHA256()
        )
        return leaf.public_bytes(serialization.Encoding.PEM) + _pem_of(key)


def open_authority(data: Path, at: datetime) -> Authority:
    """The authority of this data folder; made where there is none or where it is about to end.

    Raises `SettingsError` where its files cannot be read or written.
    """
    folder = data / "authority"
    try:
        make_folder(folder)
        folder.chmod(0o700)
        return _kept(folder, at) or _new(folder, at)
    except (OSError, ValueError, TypeError) as error:
        raise SettingsError(
            Problem(
                what="the certificate for the home network cannot be used",
                where="the folder `authority` beside the record",
                found=f"{folder}: {getattr(error, 'strerror', None) or type(error).__name__}",
                expected="two files that this program wrote there, authority.key and authority.crt",
                do="move that folder away; a new one is made, and phones have to trust it anew",
            )
        ) from error


def names_in(leaf: x509.Certificate) -> frozenset[str]:
    """The names and addresses that a certificate speaks for."""
    names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    addresses = names.get_values_for_type(x509.IPAddress)
    return frozenset([*names.get_values_for_type(x509.DNSName), *map(str, addresses)])


def _kept(folder: Path, at: datetime) -> Authority | None:
    """The one made before; its key is for this user's eyes alone, whatever happened to the file."""
    key_file, file = folder / "authority.key", folder / "authority.crt"
    if not key_file.exists() or not file.exists():
        return None
    key_file.chmod(PRIVATE_FILE)
    key = serialization.load_pem_private_key(key_file.read_bytes(), password=None)
    certificate = x509.load_pem_x509_certificate(file.read_bytes())
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError("not a key of ours")
    if at >= certificate.not_valid_after_utc - 2 * LEAF_LASTS:
        return None
    return Authority(folder=folder, certificate=certificate, key=key)


def _new(folder: Path, at: datetime) -> Authority:
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _authority_of(key.public_key(), at).sign(key, hashes.SHA256())
    _write_private(folder / "authority.key", _pem_of(key))
    _write_private(folder / "authority.crt", certificate.public_bytes(serialization.Encoding.PEM))
    return Authority(folder=folder, certificate=certificate, key=key)


def _write_private(file: Path, body: bytes) -> None:
    """The whole new file or the old one, never half of it, and never for other eyes."""
    made = file.with_suffix(".new")
    made.unlink(missing_ok=True)
    make_private(made, body.decode("ascii"))
    made.replace(file)


def _pem_of(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


# --- what the certificates say ---------------------------------------------------------------


def _builder(
    subject: str, issuer: x509.Name | None, key: ec.EllipticCurvePublicKey, at: datetime
) -> x509.CertificateBuilder:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer or name)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - CLOCKS_DIFFER)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _authority_of(key: ec.EllipticCurvePublicKey, at: datetime) -> x509.CertificateBuilder:
    here = f"Loosen at home {hashlib.sha256(_raw(key)).hexdigest()[:6]}"
    at_home = [*map(x509.IPAddress, PRIVATE), x509.DNSName("local")]
    return (
        _builder(here, None, key, at)
        .not_valid_after(at + AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.NameConstraints(at_home, None), critical=True)
    )


def _leaf_of(
    names: frozenset[str],
    authority: x509.Certificate,
    key: ec.EllipticCurvePublicKey,
    at: datetime,
) -> x509.CertificateBuilder:
    issuer_key = authority.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    ends = min(at + LEAF_LASTS, authority.not_valid_after_utc)
    return (
        _builder("Loosen", authority.subject, key, at)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(issuer_key),
            critical=False,
        )
        .add_extension(
            x509.SubjectAlternativeName([_general(name) for name in sorted(names)]),
            critical=False,
        )
    )


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _raw(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )

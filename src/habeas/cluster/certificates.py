"""The certificates with which machines know each other.

Whoever holds a certificate of the same authority may run code on every machine of a cluster, so
the authority must be one made for the cluster and for nothing else.
"""

import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.errors import ClusterRefused

if TYPE_CHECKING:
    from distributed.security import Security


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificates:
    """PEM files: the authority, and the certificate and key of this machine."""

    ca_file: Path
    cert: Path
    key: Path

    def security(self) -> "Security":
        """Return what Dask needs to show and to check them; raise ClusterRefused."""
        from distributed.security import Security

        self._check()
        return Security(
            require_encryption=True,
            tls_ca_file=str(self.ca_file),
            tls_client_cert=str(self.cert),
            tls_client_key=str(self.key),
        )

    def _check(self) -> None:
        for path in (self.ca_file, self.cert, self.key):
            try:
                path.read_bytes()
            except OSError as error:
                raise _refused(path, error.strerror or "is not there") from error
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        try:
            context.load_verify_locations(self.ca_file)
        except ssl.SSLError as error:
            raise _refused(self.ca_file, "not the certificate of an authority") from error
        try:
            # Without a password of its own OpenSSL would ask for one on the terminal.
            context.load_cert_chain(self.cert, self.key, password="")
        except ssl.SSLError as error:
            raise _refused(self.key, "not the key of the certificate, or locked") from error


def _refused(path: Path, why: str) -> ClusterRefused:
    return ClusterRefused(
        str(path),
        what=f"cannot be used as a certificate or key ({why})",
        remedy="make certificates as docs/cluster.md shows",
    )

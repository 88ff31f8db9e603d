"""How a client proves whom it talks to, and who it is."""
from __future__ import annotations

import ssl
from typing import Callable, List, NamedTuple, Optional, Tuple, Union


class Access(NamedTuple):
    """TLS and token of a client's connections.

    - `tls`: None for plain TCP; True to trust the system's authorities; or a context of your own, which may trust others
      (`ssl.create_default_context(cafile="ca.pem")`) and present a certificate (`context.load_cert_chain`).
    - `token`: sent as `authorization: Bearer TOKEN` with each call; or a function that returns it, where it may change.
    """
    tls: Union[ssl.SSLContext, bool, None] = None
    token: Union[str, Callable[[], str], None] = None

    def context(self) -> Optional[ssl.SSLContext]:
        if not self.tls:
            return None
        if isinstance(self.tls, ssl.SSLContext):
            return self.tls
        context = ssl.create_default_context()
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.set_alpn_protocols(["ttrpc"])
        return context

    def metadata(self) -> "List[Tuple[str, str]]":
        token = self.token() if callable(self.token) else self.token
        return [("authorization", f"Bearer {token}")] if token else []


OPEN = Access()

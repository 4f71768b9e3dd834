"""An identity provider made with pysaml2: lets everybody in as one test person, at Swedish level 3.

Arguments: port, folder with key.pem and cert.pem, file with the metadata of the service, which is read at the first login.
"""
import functools
import os
import sys

import saml2.entity
import saml2.sigver
from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.config import IdPConfig
from saml2.metadata import entity_descriptor
from saml2.saml import NAME_FORMAT_URI, NAMEID_FORMAT_TRANSIENT, NameID
from saml2.server import Server
from saml2.sigver import verify_redirect_signature

from common import serve

LEVEL_3 = "http://id.elegnamnden.se/loa/1.0/loa3"
AES_256 = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"
PERSON = {
    "urn:oid:1.2.752.29.4.13": "198401042380",
    "urn:oid:2.5.4.42": "Anna",
    "urn:oid:2.5.4.4": "Lindström",
}


def with_strong_encryption():
    """pysaml2 encrypts by triple DES unless told otherwise, which no Swedish service may accept."""
    saml2.entity.pre_encryption_part = functools.partial(
        saml2.sigver.pre_encryption_part, msg_enc=AES_256)
    plain = saml2.sigver.CryptoBackendXmlSec1.encrypt_assertion

    def strong(self, statement, enc_key, template, key_type, *more, **named):
        return plain(self, statement, enc_key, template, "aes-256", *more, **named)

    saml2.sigver.CryptoBackendXmlSec1.encrypt_assertion = strong


def named(certificates):
    """Certificates come with a name in some versions of pysaml2 and without in others."""
    return [c[1] if isinstance(c, tuple) else c for c in certificates]


def main(port, folder, service_metadata):
    with_strong_encryption()
    address = "http://127.0.0.1:" + port
    private, certificate = os.path.join(folder, "key.pem"), os.path.join(folder, "cert.pem")
    config = IdPConfig().load({
        "entityid": address + "/metadata",
        "key_file": private,
        "cert_file": certificate,
        "xmlsec_binary": "/usr/bin/xmlsec1",
        "metadata": {},
        "service": {"idp": {
            "endpoints": {"single_sign_on_service": [
                (address + "/sso", BINDING_HTTP_REDIRECT),
                (address + "/sso", BINDING_HTTP_POST)]},
            "policy": {"default": {"lifetime": {"minutes": 3}, "name_form": NAME_FORMAT_URI}},
        }},
    })
    server = Server(config=config)
    metadata = entity_descriptor(config).to_string().decode("utf-8")

    def sso(fields):
        if not server.metadata.keys():
            server.metadata.load("local", service_metadata)
        request = server.parse_authn_request(fields["SAMLRequest"], BINDING_HTTP_REDIRECT)
        service = request.message.issuer.text
        if not any(
                verify_redirect_signature(dict(fields), server.sec.sec_backend, certificate)
                for certificate in named(server.metadata.certs(service, "spsso", "signing"))):
            return 403, {}, "The request is not signed by the service"
        where = server.response_args(request.message)
        response = server.create_authn_response(
            PERSON,
            userid="anna",
            name_id=NameID(format=NAMEID_FORMAT_TRANSIENT, text="anna-for-now"),
            authn={"class_ref": LEVEL_3, "authn_auth": address},
            sign_response=True,
            sign_assertion=False,
            encrypt_assertion=True,
            sign_alg=saml2.xmldsig.SIG_RSA_SHA256,
            digest_alg=saml2.xmldsig.DIGEST_SHA256,
            **where)
        message = server.apply_binding(
            BINDING_HTTP_POST, str(response), where["destination"], fields["RelayState"],
            response=True)
        return 200, {"Content-Type": "text/html;charset=utf-8"}, message["data"]

    serve(int(port), {
        "/metadata": lambda fields: (200, {"Content-Type": "application/samlmetadata+xml"}, metadata),
        "/sso": sso,
    })


if __name__ == "__main__":
    main(*sys.argv[1:])

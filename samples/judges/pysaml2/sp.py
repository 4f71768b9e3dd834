"""A service made with pysaml2: shows what the identity provider said of whoever logs in.

Arguments: port, folder with key.pem and cert.pem, file with the metadata of the identity provider.
"""
import json
import os
import sys

from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.client import Saml2Client
from saml2.config import SPConfig
from saml2.metadata import entity_descriptor
from saml2.samlp import AuthnContextComparisonType_, RequestedAuthnContext
from saml2.saml import AuthnContextClassRef
from saml2.xmldsig import SIG_RSA_SHA256

from common import serve

LEVEL_3 = "http://id.elegnamnden.se/loa/1.0/loa3"


def main(port, folder, idp_metadata):
    address = "http://127.0.0.1:" + port
    private, certificate = os.path.join(folder, "key.pem"), os.path.join(folder, "cert.pem")
    config = SPConfig().load({
        "entityid": address + "/metadata",
        "key_file": private,
        "cert_file": certificate,
        "encryption_keypairs": [{"key_file": private, "cert_file": certificate}],
        "xmlsec_binary": "/usr/bin/xmlsec1",
        "metadata": {"local": [idp_metadata]},
        "allow_unknown_attributes": True,
        "service": {"sp": {
            "endpoints": {"assertion_consumer_service": [(address + "/acs", BINDING_HTTP_POST)]},
            "authn_requests_signed": True,
            "want_response_signed": True,
            "want_assertions_signed": False,
            "allow_unsolicited": False,
        }},
    })
    client = Saml2Client(config=config)
    metadata = entity_descriptor(config).to_string().decode("utf-8")
    asked = {}

    def login(fields):
        [identity_provider] = client.metadata.with_descriptor("idpsso").keys()
        request, info = client.prepare_for_authenticate(
            entityid=identity_provider,
            relay_state="here",
            binding=BINDING_HTTP_REDIRECT,
            response_binding=BINDING_HTTP_POST,
            force_authn="true",
            sign=True,
            sigalg=SIG_RSA_SHA256,
            requested_authn_context=RequestedAuthnContext(
                authn_context_class_ref=[AuthnContextClassRef(LEVEL_3)], comparison="exact"))
        asked[request] = "/"
        return 302, {"Location": dict(info["headers"])["Location"]}, ""

    def acs(fields):
        answer = client.parse_authn_request_response(
            fields["SAMLResponse"], BINDING_HTTP_POST, outstanding=asked)
        said = {
            "issuer": answer.issuer(),
            "levels": [info[0] for info in answer.authn_info()],
            "attributes": answer.ava,
        }
        return 200, {"Content-Type": "application/json"}, json.dumps(said)

    serve(int(port), {
        "/metadata": lambda fields: (200, {"Content-Type": "application/samlmetadata+xml"}, metadata),
        "/login": login,
        "/acs": acs,
    })


if __name__ == "__main__":
    main(*sys.argv[1:])
